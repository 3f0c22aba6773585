"""Receipts: their words, how they are laid out on paper, and how they leave the till."""
