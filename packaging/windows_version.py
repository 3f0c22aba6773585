"""What Windows shows under a program's Details, as PyInstaller reads it from a file."""

from __future__ import annotations

import re

_COMPANY = "The Cashier project"
_LICENCE = "GPL-3.0-or-later"
_US_ENGLISH, _UNICODE = 0x0409, 0x04B0


def four_numbers(version: str) -> tuple[int, ...]:
    """Return a version as Windows compares it: 1.2rc1 is 1, 2, 0, 0.

    Raises:
        ValueError: if `version` does not begin with numbers.
    """
    numbers = re.match(r"\d+(\.\d+)*", version)
    if numbers is None:
        raise ValueError(f"{version!r} is no version")
    return (*map(int, numbers[0].split(".")), 0, 0, 0)[:4]


def version_resource(version: str) -> str:
    """Return the version resource for `cashier.exe`, as the Python expression PyInstaller takes.

    Raises:
        ValueError: if `version` does not begin with numbers, such as 1.2 or 1.2.3rc1.
    """
    four = four_numbers(version)
    texts = {
        "CompanyName": _COMPANY,
        "FileDescription": "Cashier",
        "FileVersion": version,
        "InternalName": "cashier",
        "LegalCopyright": f"{_COMPANY}, {_LICENCE}",
        "OriginalFilename": "cashier.exe",
        "ProductName": "Cashier",
        "ProductVersion": version,
    }
    table = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    # The mask, the system (Windows NT) and the kind of file (a program) are the same for every program.
    return f"""VSVersionInfo(
  ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('{_US_ENGLISH:04x}{_UNICODE:04x}', [{table}])]),
    VarFileInfo([VarStruct('Translation', [{_US_ENGLISH}, {_UNICODE}])]),
  ],
)
"""
