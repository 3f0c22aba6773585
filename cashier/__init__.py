"""Cashier: a right-to-left till that takes payments, pays out, and never loses track of money."""

__version__ = "0.1.0"
