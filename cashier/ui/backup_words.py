"""What is said about backups: when and why one was made, what it holds, and why none could be made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject

from cashier.domain.backup import (
    AccountInBackup,
    Backup,
    BackupContents,
    BackupPlace,
    BackupProblem,
    BackupReason,
    BackupState,
)
from cashier.storage.errors import (
    BackupDamagedError,
    BackupFileError,
    BackupNewerError,
    NotABackupError,
    OtherTillError,
)
from cashier.ui.fact_rows import Fact
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.pages.settings_data import size_text
from cashier.ui.point_rows import Point
from cashier.ui.widgets import StateKind

_KINDS: Final[Mapping[BackupPlace, StateKind]] = {
    BackupPlace.PROFILE: StateKind.DANGER,
    BackupPlace.SECOND: StateKind.WARNING,
}


class BackupWords(QObject):
    """Says it in the language of the moment.

    An object of Qt's, because lupdate sees that a text has plural forms only in a call of `tr` on one.
    """

    def reason(self, reason: BackupReason) -> str:
        """Return why a backup was made."""
        return {
            BackupReason.DAILY: self.tr("Made by itself"),
            BackupReason.CLOSING: self.tr("When the program was closed"),
            BackupReason.ASKED: self.tr("Made by hand"),
            BackupReason.BEFORE_UPGRADE: self.tr("Before a newer version of the program"),
            BackupReason.BEFORE_RESTORE: self.tr("What a restored backup took the place of"),
        }[reason]

    def of_backup(self, backup: Backup, *, is_in_both: bool) -> str:
        """Return why one was made, how large it is, and where it is if that is not the till's own folder alone."""
        parts = [self.reason(backup.reason), size_text(backup.size_bytes)]
        if is_in_both:
            parts.append(self.tr("in the second folder too"))
        elif backup.place is BackupPlace.SECOND:
            parts.append(self.tr("in the second folder"))
        return " · ".join(isolate(part) for part in parts)

    # Trouble

    def notice(self, state: BackupState) -> tuple[StateKind, str] | None:
        """Return what the whole shop must know of backups that fail, None while they are made."""
        trouble = state.trouble
        if trouble is None:
            return None
        fmt = current_locale_format()
        since = fmt.isolate(fmt.date_time(trouble.since))
        text = (
            self.tr("Backups have been failing since {time}. {why}")
            if trouble.place is BackupPlace.PROFILE
            else self.tr("Nothing has been copied to the second backup folder since {time}. {why}")
        )
        return _KINDS[trouble.place], text.format(time=since, why=self.problem(trouble.problem))

    def damaged(self) -> str:
        """Return what is wrong when the till's own file was found damaged while it is open."""
        return self.tr(
            "The till's data was found damaged. Repair it soon: the last good backup takes its place, and what the"
            " providers know since then is fetched again."
        )

    def problem(self, problem: BackupProblem) -> str:
        """Return why no backup can be made, and what to do about it."""
        return {
            BackupProblem.DISK_FULL: self.tr("The disk is full. Make room on it."),
            BackupProblem.FOLDER_GONE: self.tr(
                "The folder is not there. If it is on a stick or another disk, plug that in."
            ),
            BackupProblem.NO_PERMISSION: self.tr("This user may not write to the folder."),
            BackupProblem.TOO_LARGE: self.tr(
                "The disk takes no file of this size. Use one that is formatted otherwise."
            ),
            BackupProblem.FAILING: self.tr("The disk does not work as it should. Have it checked."),
            BackupProblem.DAMAGED: self.tr("The copy was not whole. Have the disk checked."),
        }[problem]

    def file_problem(self, error: BackupFileError) -> str:
        """Return why a file cannot take the place of the till's, and what to do about it."""
        if isinstance(error, NotABackupError):
            return self.tr("This is no backup of a till.")
        if isinstance(error, BackupDamagedError):
            return self.tr("This backup is damaged: it cannot be read whole. Choose another.")
        if isinstance(error, BackupNewerError):
            return self.tr(
                "A newer version of the program made this backup. Bring the program up to date, then try again."
            )
        if isinstance(error, OtherTillError):
            return self.of_other_till()
        return self.tr("The disk does not give this file. If it is on a stick, plug that in and try again.")

    def of_other_till(self) -> str:
        """Return why another till's backup cannot take the place of this one's data."""
        return self.tr(
            "This is the backup of another till. A till is brought to a computer where there is none yet, at its first"
            " start."
        )

    # What one holds

    def known_by(self, contents: BackupContents, now: datetime, name: str) -> list[Fact]:
        """Return what a backup is known by; object names begin with `name`."""
        newest = contents.newest_at
        return [
            Fact(f"{name}.madeAt", self.tr("Made"), self.moment(contents.made_at, now), is_strong=True),
            Fact(f"{name}.shop", self.tr("Shop"), contents.shop_name),
            Fact(f"{name}.newest", self.tr("Newest entry"), self.moment(newest, now) if newest else ""),
            Fact(f"{name}.size", self.tr("Size"), size_text(contents.size_bytes)),
        ]

    def holds(self, contents: BackupContents, name: str) -> list[Fact]:
        """Return how much a backup holds; object names begin with `name`."""
        fmt = current_locale_format()
        return [
            Fact(f"{name}.payments", self.tr("Payments"), fmt.number(contents.payments)),
            Fact(f"{name}.withdrawals", self.tr("Withdrawals"), fmt.number(contents.withdrawals)),
            Fact(f"{name}.records", self.tr("From providers' lists"), fmt.number(contents.records)),
            Fact(f"{name}.open", self.tr("Still open in it"), fmt.number(contents.open_items)),
        ]

    def fetched_again(self, accounts: tuple[AccountInBackup, ...], name: str) -> list[Point]:
        """Return what of the providers' lists is fetched again, the accounts with the same day in one sentence."""
        fmt = current_locale_format()
        by_day: dict[str, list[str]] = {}
        for account in accounts:
            since = account.fetched_again_from
            by_day.setdefault("" if since is None else fmt.date_long(since), []).append(
                isolate(account.label)
            )
        said = []
        for place, (day, labels) in enumerate(by_day.items()):
            text = (
                self.tr("{account}: the provider's list is fetched again from {date} on.")
                if day
                else self.tr("{account}: the provider's whole list is fetched again.")
            )
            sentence = text.format(account=" · ".join(labels), date=isolate(day))
            said.append(Point(f"{name}.{place}", "refresh", sentence))
        return said

    def moment(self, moment: datetime, now: datetime) -> str:
        """Return a date and time and, where that says more, how long ago it was."""
        fmt = current_locale_format()
        exact, relative = fmt.date_time(moment), fmt.relative(moment, now)
        return exact if relative == exact else f"{isolate(exact)} · {isolate(relative)}"
