"""Takes out of compiled files where the building machine keeps its libraries.

A Python that was built in somebody's own folder has that folder written into itself and its modules as a place to look
for libraries. On the computer the program is installed on, it is nobody's, or somebody else's.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final

_IDENT_64_LITTLE: Final = b"\x7fELF\x02\x01"
_PROGRAM_HEADER: Final = struct.Struct("<IIQQQQQQ")
_DYNAMIC: Final = struct.Struct("<qQ")
_PT_LOAD, _PT_DYNAMIC = 1, 2
_DT_NULL, _DT_STRTAB, _DT_RPATH, _DT_RUNPATH = 0, 5, 15, 29
_OWN_FOLDER: Final = b"$ORIGIN"


def forget_build_machine(path: Path) -> bool:
    """Remove a search path that does not begin at the file itself; say whether there was one.

    Of what is no program or library of 64 bits, nothing is changed.
    """
    image = bytearray(path.read_bytes())
    if not image.startswith(_IDENT_64_LITTLE):
        return False
    segments = _segments(image)
    dynamic = next((segment for segment in segments if segment[0] == _PT_DYNAMIC), None)
    if dynamic is None:
        return False
    start, size = dynamic[2], dynamic[5]
    entries = [_DYNAMIC.unpack_from(image, at) for at in range(start, start + size, _DYNAMIC.size)]
    strings = next((value for tag, value in entries if tag == _DT_STRTAB), 0)
    kept = [
        entry
        for entry in entries
        if entry[0] not in {_DT_RPATH, _DT_RUNPATH} or _is_own(image, _offset(segments, strings) + entry[1])
    ]
    if len(kept) == len(entries):
        return False
    kept += [(_DT_NULL, 0)] * (len(entries) - len(kept))
    for index, entry in enumerate(kept):
        _DYNAMIC.pack_into(image, start + index * _DYNAMIC.size, *entry)
    path.write_bytes(image)
    return True


def _segments(image: bytearray) -> list[tuple[int, ...]]:
    (headers_at,) = struct.unpack_from("<Q", image, 32)
    size, count = struct.unpack_from("<HH", image, 54)
    return [_PROGRAM_HEADER.unpack_from(image, headers_at + index * size) for index in range(count)]


def _offset(segments: list[tuple[int, ...]], address: int) -> int:
    """Return where in the file lies what the loader puts at an address."""
    for kind, _, offset, at, _, size, *_ in segments:
        if kind == _PT_LOAD and at <= address < at + size:
            return offset + address - at
    raise ValueError("the file's own table of names is not in it")


def _is_own(image: bytearray, at: int) -> bool:
    text = bytes(image[at : image.index(0, at)])
    return all(part.startswith(_OWN_FOLDER) for part in text.split(b":"))
