"""Backups of the till's file: their names, what one holds, which are kept, and how the till stands with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path

# A day, and some hours for a till that is opened a little later each morning.
OVERDUE_AFTER = timedelta(hours=36)

_DAYS_KEPT = 7
_WEEKS_KEPT = 4
_MONTHS_KEPT = 12
# Of the newest so many are kept whatever their time; of those before an upgrade as well.
_NEWEST_KEPT = 3

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"cashier-([0-9a-z]{1,12})-(\d{8}T\d{6}Z)-([a-z_]+)\.db")
_TAG_LENGTH = 8


class BackupReason(Enum):
    """What a backup was made for."""

    DAILY = "daily"
    CLOSING = "closing"  # the program was closed
    ASKED = "asked"  # somebody wanted one
    BEFORE_UPGRADE = "before_upgrade"  # a newer version was about to change the file
    BEFORE_RESTORE = "before_restore"  # the whole file that a backup took the place of; never forgotten


class BackupProblem(Enum):
    """Why no backup can be made, for the message a person gets."""

    DISK_FULL = "disk_full"
    FOLDER_GONE = "folder_gone"  # a stick that was pulled out, a folder that was moved
    NO_PERMISSION = "no_permission"
    TOO_LARGE = "too_large"  # the second folder's disk takes no file of this size
    FAILING = "failing"  # the disk
    DAMAGED = "damaged"  # the till's own file, or the copy of it, is not whole


class BackupPlace(Enum):
    """Where backups are kept."""

    PROFILE = "profile"  # beside the till's own file
    SECOND = "second"  # the folder the shop chose


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One file of a backup.

    Attributes:
        made_at: UTC.
        schema: of the version that made it.
        place: where it is.
    """

    path: Path
    made_at: datetime
    reason: BackupReason
    size_bytes: int
    schema: int
    place: BackupPlace = BackupPlace.PROFILE


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountInBackup:
    """An account as a backup has it.

    Attributes:
        label: what the shop calls it.
        provider: the provider's key.
        complete_until: its list was read up to then, UTC; None if it never was.
        fetched_again_from: what was listed since then is fetched again after a restore, UTC; None for all of it.
    """

    label: str
    provider: str
    complete_until: datetime | None
    fetched_again_from: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupContents:
    """What a backup holds, for a person to know it by.

    Attributes:
        made_at: UTC; where the file's name does not say, the time of the last thing that happened in it.
        payments: how many were made with this till.
        withdrawals: likewise.
        records: how many records of the providers' lists it has.
        open_items: how many payments and withdrawals were open in it: they are asked about after a restore.
        newest_at: when the last thing in it happened, UTC; None if nothing did.
    """

    path: Path
    shop_name: str
    till_id: str
    made_at: datetime
    schema: int
    size_bytes: int
    payments: int
    withdrawals: int
    records: int
    open_items: int
    newest_at: datetime | None
    accounts: tuple[AccountInBackup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupTrouble:
    """Why the last backup was not made.

    Attributes:
        since: when that was met first, UTC.
    """

    problem: BackupProblem
    place: BackupPlace
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """How the till stands with its backups.

    Attributes:
        last_good_at: when the newest whole one was made, UTC; None before the first.
        second_good_at: likewise in the second folder.
        second_folder: where those are; None if the shop has chosen none.
        trouble: None while all is well. What is wrong with the profile's own comes before what is wrong with the second.
        is_overdue: whether the newest is older than it should be.
        is_running: whether one is being made now.
        is_file_damaged: whether the till's own file was seen not to be whole: it has to be closed and recovered.
    """

    last_good_at: datetime | None = None
    second_good_at: datetime | None = None
    second_folder: Path | None = None
    trouble: BackupTrouble | None = None
    is_overdue: bool = False
    is_running: bool = False
    is_file_damaged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupName:
    """What the name of a backup's file says.

    Attributes:
        till_tag: tells the backups of two tills in one folder apart.
    """

    till_tag: str
    made_at: datetime
    reason: BackupReason

    @property
    def text(self) -> str:
        """The name."""
        return f"cashier-{self.till_tag}-{self.made_at.astimezone(UTC):{_STAMP}}-{self.reason.value}.db"


def till_tag(till_id: str) -> str:
    """Return what stands for a till in the names of its backups."""
    # The end of a UUIDv7 is random, its beginning a time.
    return re.sub("[^0-9a-z]", "", till_id.lower())[-_TAG_LENGTH:] or "0"


def parse_backup_name(name: str) -> BackupName | None:
    """Return what a file's name says, or None if it is not the name of a backup."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    tag, stamp, reason = match.groups()
    try:
        made_at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        return BackupName(till_tag=tag, made_at=made_at, reason=BackupReason(reason))
    except ValueError:
        return None


def is_overdue(last_good_at: datetime | None, now: datetime) -> bool:
    """Say whether a backup should have been made by now."""
    return last_good_at is None or now - last_good_at > OVERDUE_AFTER


def surplus(backups: Sequence[Backup], room_bytes: int, just_made: Path | None = None) -> list[Backup]:
    """Return the backups of one folder that are no longer kept.

    Kept are the newest of each of the last seven days that have one, of four weeks and of twelve months, the newest
    three, and the newest three that were made before an upgrade; but of all these only as many as `room_bytes` hold,
    the newest three excepted. What was there before a restore is never forgotten, nor is `just_made`: where the clock
    was wrong it need not be the newest by its name.
    """
    newest_first = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    ordinary = [
        one
        for one in newest_first
        if one.reason not in {BackupReason.BEFORE_UPGRADE, BackupReason.BEFORE_RESTORE}
    ]
    upgrades = [one for one in newest_first if one.reason is BackupReason.BEFORE_UPGRADE]
    always = {id(one) for one in ordinary[:_NEWEST_KEPT]}
    always |= {id(one) for one in newest_first if one.path == just_made}
    kept = [
        *_newest_of_each(ordinary, _DAYS_KEPT, "%Y-%m-%d"),
        *_newest_of_each(ordinary, _WEEKS_KEPT, "%G-%V"),
        *_newest_of_each(ordinary, _MONTHS_KEPT, "%Y-%m"),
        *upgrades[:_NEWEST_KEPT],
    ]
    wanted = always | {id(one) for one in kept}
    forgotten = []
    used_bytes = 0
    for backup in newest_first:
        if backup.reason is BackupReason.BEFORE_RESTORE:
            continue
        used_bytes += backup.size_bytes
        if id(backup) not in always and (id(backup) not in wanted or used_bytes > room_bytes):
            used_bytes -= backup.size_bytes
            forgotten.append(backup)
    return forgotten


def _newest_of_each(newest_first: Iterable[Backup], most: int, form: str) -> list[Backup]:
    found: dict[str, Backup] = {}
    for backup in newest_first:
        found.setdefault(f"{backup.made_at:{form}}", backup)
    return list(found.values())[:most]
