"""Hides what is there for whoever works on the program, and in no shop: structlog and httpx import what they find for terminals.

To be imported before anything of the program.
"""

import sys

for name in ("rich", "pygments", "click"):
    # So the import system is told that there is none.
    sys.modules[name] = None  # type: ignore[assignment]
