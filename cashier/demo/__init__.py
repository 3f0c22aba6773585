"""The demo: the real window on the sandbox, the customer's phone beside it, and a tour that drives both."""
