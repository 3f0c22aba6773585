"""Files that are written out for people: whole or not at all, and harmless in a spreadsheet.

ExportError    carries an `ExportProblem`; nothing stands under the file's name that did not stand there before
"""

from __future__ import annotations

import asyncio
import errno
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path

from cashier.domain.text import one_line

XLSX_SUFFIX = ".xlsx"
CSV_SUFFIX = ".csv"

# Excel's own bounds; a cell or row beyond them would be left out of the file without a word.
LONGEST_CELL = 32_767
MOST_ROWS = 1_048_575
_LONGEST_SHEET_NAME = 31

# The only invisible character that `one_line` leaves: Persian is misspelt without it.
_ZERO_WIDTH_NON_JOINER = "\u200c"


class ExportProblem(Enum):
    """Why a file was not written."""

    DISK_FULL = "disk_full"
    FORBIDDEN = "forbidden"  # not this user's to write, or another program holds the file
    FOLDER_MISSING = "folder_missing"
    UNKNOWN_SUFFIX = "unknown_suffix"  # neither .xlsx nor .csv
    TOO_MANY_ROWS = "too_many_rows"
    DISK_ERROR = "disk_error"


_PROBLEM_BY_ERRNO = {
    errno.ENOSPC: ExportProblem.DISK_FULL,
    errno.EDQUOT: ExportProblem.DISK_FULL,
    errno.EFBIG: ExportProblem.DISK_FULL,
    errno.EACCES: ExportProblem.FORBIDDEN,
    errno.EPERM: ExportProblem.FORBIDDEN,
    errno.EROFS: ExportProblem.FORBIDDEN,
    errno.EISDIR: ExportProblem.FORBIDDEN,
    errno.ENOENT: ExportProblem.FOLDER_MISSING,
    errno.ENOTDIR: ExportProblem.FOLDER_MISSING,
}


class ExportError(Exception):
    """A file could not be written; what stood under its name stands there still.

    Attributes:
        problem: why.
    """

    def __init__(self, problem: ExportProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@contextmanager
def put_whole(path: Path) -> Iterator[Path]:
    """Let a file be written beside its final place, and put it there when the block is done.

    The block writes the path it is given, which does not exist yet, and sees to it that it is on the disk. If it
    raises, nothing of it is left.

    Raises:
        ExportError: if the block, or the renaming, raises OSError.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        try:
            yield beside
            beside.replace(path)
        except BaseException:
            # The first failure is the one to tell; a scrap that cannot be removed changes nothing about it.
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ExportError(problem_of(error)) from error


async def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is ready in memory, on a thread; returns once it is on the disk.

    Raises:
        ExportError: if it cannot be written; what stood under its name stands there still.
    """

    def write() -> None:
        with put_whole(path) as beside, beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    await asyncio.to_thread(write)


def problem_of(error: OSError) -> ExportProblem:
    """Return what an error of the disk means for whoever wants a file."""
    return _PROBLEM_BY_ERRNO.get(error.errno or 0, ExportProblem.DISK_ERROR)


def cell_text(text: str) -> str:
    """Return a text as one line that any file can hold."""
    # Most texts are one line already, which is said at once; to make them so takes them apart letter by letter.
    is_visible = text.isprintable() or text.replace(_ZERO_WIDTH_NON_JOINER, "").isprintable()
    if is_visible and (" " not in text or ("  " not in text and text == text.strip())):
        return text[:LONGEST_CELL]
    encodable = text.encode("utf-8", "replace").decode("utf-8")
    return one_line(encodable)[:LONGEST_CELL]


def workbook_text(text: str) -> str:
    """Return what `cell_text` gave as XlsxWriter writes it as it stands."""
    # It would take this for markup of its own and put it into the file unescaped.
    is_taken_for_markup = text.startswith("<r>") and text.endswith("</r>")
    return f"{text} " if is_taken_for_markup else text


def sheet_name(name: str) -> str | None:
    """Return what Excel takes for a sheet's name."""
    allowed = one_line(re.sub(r"[][:*?/\\]", " ", name))
    return allowed[:_LONGEST_SHEET_NAME].strip(" '") or None
