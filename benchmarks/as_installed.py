"""Has things measured as they are in a shop. To be imported before anything of the program.

What is there for whoever works on the program is hidden: structlog and httpx import what they find for terminals. And the
binding of Qt is imported as the program's own start does it, which here comes after the program's modules.
"""

import sys

from cashier.qt_import import import_qt_quietly

for name in ("rich", "pygments", "click"):
    # So the import system is told that there is none.
    sys.modules[name] = None  # type: ignore[assignment]

import_qt_quietly()
