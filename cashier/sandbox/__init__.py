"""The providers played by one real HTTP server on loopback, for the demo and the tests.

Every provider lives under its own name (``/digibank``), and the world they share is ruled through ``/control``.
Nothing here is part of the till itself.
"""
