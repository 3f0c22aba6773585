"""What can go wrong with the till's memory.

StorageError
├── StorageUnavailableError    the disk will not take or give it now: full, read-only, locked, failing
├── DatabaseDamagedError       the file is not a whole database
├── DatabaseNewerError         the file was written by a newer version of the program
├── StaleWriteError            the row was changed by someone else since it was read
├── NotStoredError             there is no such row
├── BackupFailedError          a backup could not be made or kept; says why and where
├── NoGoodBackupError          no backup can take the place of a damaged file
└── BackupFileError            a file cannot take the place of the till's
    ├── NotABackupError        it is no till's file at all
    ├── BackupDamagedError     it is one, and not whole
    ├── BackupNewerError       a newer version of the program made it
    ├── OtherTillError         another till made it: its PINs and keys are not in this one's vault
    └── BackupUnreadableError  the disk will not give it
"""

from __future__ import annotations

from enum import Enum

from cashier.domain.backup import BackupPlace, BackupProblem


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


class BackupFailedError(StorageError):
    """A backup could not be made, or not be kept where it should be. The till's own file is as it was.

    Attributes:
        problem: why.
        place: where.
    """

    def __init__(
        self, message: str, problem: BackupProblem, place: BackupPlace = BackupPlace.PROFILE
    ) -> None:
        super().__init__(message)
        self.problem = problem
        self.place = place


class NoGoodBackupError(StorageError):
    """No backup can take the place of the damaged file, which is left where it is."""


class BackupFileError(StorageError):
    """The file cannot take the place of the till's."""


class NotABackupError(BackupFileError):
    """The file is no till's."""


class BackupDamagedError(BackupFileError):
    """The file is a till's, and not whole."""


class BackupNewerError(BackupFileError):
    """The file was made by a newer version of the program."""


class OtherTillError(BackupFileError):
    """The file was made by another till, whose PINs and keys are not in this one's vault."""


class BackupUnreadableError(BackupFileError):
    """The disk will not give the file: it is gone, or not this user's to read."""
