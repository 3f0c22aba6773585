"""Single steps with files, each on the disk when it returns: what is put together of them can be broken off anywhere."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

# Written in pieces of this size, and put on the disk after each few: what waits to be written makes every other
# program's `fsync` wait for it as well.
_PIECE_BYTES = 1 << 20
_PIECES_AT_ONCE = 16


class StepStoppedError(Exception):
    """Whoever wanted the step wants it no more; what was written of it is incomplete."""


def make_private_folder(folder: Path) -> None:
    """Make a folder for this user's eyes only, unless it is there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def make_private_file(path: Path) -> None:
    """Make an empty file for this user's eyes only, in place of whatever has its name."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def write_private_file(path: Path, content: bytes) -> None:
    """Write a small file whole, or not at all."""
    beside = path.with_name(path.name + ".new")
    make_private_file(beside)
    beside.write_bytes(content)
    sync_file(beside)
    move(beside, path)


def copy_file(source: Path, target: Path, goes_on: Callable[[], bool]) -> None:
    """Copy a large file into a new one for this user's eyes only.

    Raises:
        StepStoppedError: if `goes_on` says no, which is asked after each piece.
    """
    make_private_file(target)
    with source.open("rb") as reading, target.open("r+b") as writing:
        pieces = 0
        while piece := reading.read(_PIECE_BYTES):
            if not goes_on():
                raise StepStoppedError
            writing.write(piece)
            pieces += 1
            if pieces % _PIECES_AT_ONCE == 0:
                writing.flush()
                os.fsync(writing.fileno())
        writing.flush()
        os.fsync(writing.fileno())


def move(source: Path, target: Path) -> None:
    """Give a file another name, in place of whatever has it."""
    source.replace(target)
    sync_folder(target.parent)
    if source.parent != target.parent:
        sync_folder(source.parent)


def remove_folder(folder: Path) -> None:
    """Remove a folder with what is in it."""
    shutil.rmtree(folder)
    sync_folder(folder.parent)


def sync_file(path: Path) -> None:
    """Put a file's content on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Put a folder's entries on the disk; Windows neither needs nor allows that, nor do some sticks and networks."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.EOPNOTSUPP}:
            raise
    finally:
        os.close(descriptor)
