"""What can go wrong with the till's memory.

StorageError
├── StorageUnavailableError    the disk will not take or give it now: full, read-only, locked, failing
├── DatabaseDamagedError       the file is not a whole database
├── DatabaseNewerError         the file was written by a newer version of the program
├── StaleWriteError            the row was changed by someone else since it was read
└── NotStoredError             there is no such row
"""

from __future__ import annotations

from enum import Enum


class StorageError(Exception):
    """The till's memory did not do what was asked."""


class StorageTrouble(Enum):
    """Why the disk will not do it, for the message a person gets."""

    FULL = "full"
    READ_ONLY = "read_only"
    LOCKED = "locked"
    FAILING = "failing"


class StorageUnavailableError(StorageError):
    """The disk will not take or give it now. Nothing of the transaction was kept.

    Attributes:
        trouble: what kind of trouble it is.
    """

    def __init__(self, message: str, trouble: StorageTrouble) -> None:
        super().__init__(message)
        self.trouble = trouble


class DatabaseDamagedError(StorageError):
    """The file is not a whole database."""


class DatabaseNewerError(StorageError):
    """The file was written by a newer version of the program, and is left alone."""


class StaleWriteError(StorageError):
    """The row was changed since it was read; read again and decide again."""


class NotStoredError(StorageError):
    """There is no such row."""
