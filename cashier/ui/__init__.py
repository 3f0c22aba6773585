"""What the cashier sees: pages, dialogs and the kit they are made of."""
