"""Qt's binding, without what it would do at each import that follows."""

from __future__ import annotations

import builtins


def import_qt_quietly() -> None:
    """Import the binding, and give Python its own way of importing back.

    The binding puts a step of its own into every import: it reads the whole source of the module to see whether that asks
    for Qt under other names (`from __feature__ import snake_case`), and Python keeps the lines it has read for as long as
    the program runs. Nothing of ours asks for that; without it a start reads half as many files, and the sources of the
    program and of all it uses, some twelve megabytes, are not held in memory.

    To be called before much else is imported.
    """
    import PySide6.QtCore  # noqa: PLC0415, F401  # this is what brings the step along

    # What the binding found there is kept by it under this name; a version of it that does not do so keeps its step.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
