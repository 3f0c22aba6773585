"""What a cashier or a manager does, as async functions: no Qt, no SQL, no URL."""
