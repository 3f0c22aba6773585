"""The names of backups, which of them are kept, and when one is overdue."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cashier.domain.backup import (
    Backup,
    BackupName,
    BackupReason,
    is_overdue,
    parse_backup_name,
    surplus,
    till_tag,
)

NOON = datetime(2026, 3, 21, 12, tzinfo=UTC)
PLENTY = 1 << 40


def backup(made_at: datetime, reason: BackupReason = BackupReason.DAILY, size_bytes: int = 10) -> Backup:
    """Return a backup of some moment."""
    name = BackupName(till_tag="1a2b3c4d", made_at=made_at, reason=reason).text
    return Backup(path=Path(name), made_at=made_at, reason=reason, size_bytes=size_bytes, schema=4)


@pytest.mark.parametrize("reason", BackupReason)
def test_a_name_says_what_it_was_made_of(reason: BackupReason) -> None:
    """Of which till, when and what for: what is written is read again, to the second."""
    name = BackupName(till_tag="1a2b3c4d", made_at=NOON, reason=reason)
    assert name.text == f"cashier-1a2b3c4d-20260321T120000Z-{reason.value}.db"
    assert parse_backup_name(name.text) == name


@pytest.mark.parametrize(
    "text",
    [
        "till.db",
        "cashier-1a2b3c4d-20260321T120000Z-daily.db.part",
        "cashier-1a2b3c4d-20260321T120000Z-someday.db",
        "cashier-1a2b3c4d-20261321T120000Z-daily.db",
        "cashier--20260321T120000Z-daily.db",
    ],
)
def test_other_names_are_no_backups(text: str) -> None:
    """A file that is being written, one of a reason or a day there is not, and anything else."""
    assert parse_backup_name(text) is None


def test_a_tag_is_the_end_of_the_tills_id() -> None:
    """The end of an id is random; a till that has none yet has a tag all the same."""
    assert till_tag("01a224ed-a90e-73c9-a1d0-09108c20f724") == "8c20f724"
    assert till_tag("") == "0"


def test_the_newest_of_days_weeks_and_months_are_kept() -> None:
    """Of a year of days with two backups each: seven days, four weeks, twelve months, and the newest three."""
    made = [backup(NOON - timedelta(days=day, hours=hour)) for day in range(365) for hour in (0, 8)]
    left = {id(one) for one in made} - {id(one) for one in surplus(made, PLENTY)}
    kept = sorted((one.made_at for one in made if id(one) in left), reverse=True)
    assert [NOON - moment for moment in kept[:5]] == [
        timedelta(),
        timedelta(hours=8),
        timedelta(days=1),
        timedelta(days=2),
        timedelta(days=3),
    ]
    assert len({moment.date() for moment in kept if NOON - moment < timedelta(days=7)}) == 7
    assert len({(moment.year, moment.month) for moment in kept}) == 12
    assert len(kept) <= 7 + 4 + 12 + 1


def test_three_from_before_upgrades_are_kept_and_those_from_before_restores_for_ever() -> None:
    """They count for nothing else: neither takes a day's place."""
    upgrades = [backup(NOON - timedelta(days=day), BackupReason.BEFORE_UPGRADE) for day in range(5)]
    restores = [backup(NOON - timedelta(days=900 + day), BackupReason.BEFORE_RESTORE) for day in range(5)]
    assert surplus([*upgrades, *restores], PLENTY) == upgrades[3:]
    assert surplus([*upgrades, *restores], 0) == upgrades


def test_where_room_is_short_the_oldest_go_but_never_the_newest_three() -> None:
    """Large files are kept in smaller number."""
    made = [backup(NOON - timedelta(days=day), size_bytes=100) for day in range(7)]
    assert surplus(made, 450) == made[4:]
    assert surplus(made, 0) == made[3:]


def test_a_backup_is_overdue_after_a_day_and_a_half() -> None:
    """A till that is opened a little later each morning is not told off."""
    assert is_overdue(None, NOON)
    assert not is_overdue(NOON - timedelta(hours=35), NOON)
    assert is_overdue(NOON - timedelta(hours=37), NOON)


def test_the_one_just_made_is_kept_whatever_the_clock_says() -> None:
    """A computer without a battery begins in the year 2000: its backups are the oldest by their names, not in truth."""
    years = [backup(NOON - timedelta(days=30 * month)) for month in range(13)]
    made_now = backup(datetime(2000, 1, 1, tzinfo=UTC))
    forgotten = surplus([*years, made_now], room_bytes=PLENTY, just_made=made_now.path)
    assert made_now not in forgotten
    assert forgotten == [years[-1]]
    assert surplus([*years, made_now], room_bytes=0, just_made=made_now.path) == years[3:]
