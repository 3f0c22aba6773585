"""What money, payments and operations are; pure: no I/O, no Qt, no clock."""
