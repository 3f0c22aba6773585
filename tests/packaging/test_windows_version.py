"""What Windows shows of the program, as PyInstaller reads it."""

from __future__ import annotations

from typing import Any

import pytest
from windows_version import version_resource

from cashier import __version__


def _read(text: str) -> dict[str, Any]:
    """Read a resource as PyInstaller does, into what is said in it."""
    found: dict[str, Any] = {}
    names = {
        "FixedFileInfo": lambda **fields: found.update(fields),
        "StringStruct": found.__setitem__,
        "StringTable": lambda language, _texts: found.update(language=language),
        "VarStruct": found.__setitem__,
        **dict.fromkeys(["StringFileInfo", "VarFileInfo"], lambda kids: kids),
        "VSVersionInfo": lambda ffi, kids: (ffi, kids),
    }
    eval(text, names)  # noqa: S307  # PyInstaller reads it so
    return found


def test_the_resource_tells_the_programs_version():
    """Its numbers and its words are those of the program, whose name stands in it."""
    found = _read(version_resource(__version__))
    assert found["ProductName"] == "Cashier"
    assert found["FileVersion"] == found["ProductVersion"] == __version__
    assert ".".join(map(str, found["filevers"])).startswith(__version__)
    assert found["filevers"] == found["prodvers"]
    assert found["language"] == "{:04x}{:04x}".format(*found["Translation"])


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("1.2", (1, 2, 0, 0)), ("1.2.3rc1", (1, 2, 3, 0)), ("1.2.3.4.5", (1, 2, 3, 4))],
)
def test_windows_counts_in_four_numbers(version, numbers):
    """Fewer are filled up, more are left out, and letters after them stand in the words only."""
    found = _read(version_resource(version))
    assert (found["filevers"], found["FileVersion"]) == (numbers, version)


def test_what_is_no_version_is_refused():
    """A resource with made-up numbers would be worse than none."""
    with pytest.raises(ValueError, match="no version"):
        version_resource("next")
