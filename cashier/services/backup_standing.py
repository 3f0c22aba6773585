"""How the till stands with its backups: when the last good ones were made, and what is wrong; told to whoever listens."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog

from cashier.domain.backup import Backup, BackupPlace, BackupReason, BackupState, BackupTrouble, is_overdue
from cashier.services.feed import Feed
from cashier.services.preferences import PreferenceService
from cashier.services.session import Session
from cashier.storage.errors import BackupFailedError

_log = structlog.get_logger(__name__)


class BackupStanding:
    """Keeps it, for one run of the program.

    Args:
        session: whose clock says what is overdue.
        preferences: say where the second folder is.
        is_by_itself: whether backups are made without being asked for: else none is ever overdue.

    Attributes:
        changes: tells the state whenever it changes.
    """

    def __init__(self, session: Session, preferences: PreferenceService, *, is_by_itself: bool) -> None:
        self._session = session
        self._preferences = preferences
        self._is_by_itself = is_by_itself
        self._began_at = session.clock.now()
        self._state = BackupState()
        self.changes: Feed[BackupState] = Feed()

    @property
    def state(self) -> BackupState:
        """How the till stands with its backups now."""
        last = self._state.last_good_at or self._began_at
        overdue = self._is_by_itself and is_overdue(last, self._session.clock.now())
        return replace(self._state, is_overdue=overdue, second_folder=self.second_folder)

    @property
    def last_good_at(self) -> datetime | None:
        """When the newest whole one of the profile was made, UTC."""
        return self._state.last_good_at

    @property
    def second_folder(self) -> Path | None:
        """The folder of another disk that the shop chose; None if it chose none."""
        chosen = self._preferences.current.backup_folder
        return Path(chosen) if chosen else None

    def publish(self) -> None:
        """Tell the state again: time alone may have changed it."""
        self.changes.publish(self.state)

    def note_running(self, *, is_running: bool) -> None:
        """Take that one is being made, or no longer."""
        self._set(is_running=is_running)

    def note_file_damaged(self) -> None:
        """Take that the till's own file is not whole."""
        self._set(is_file_damaged=True)

    def note_found(self, found: list[Backup]) -> None:
        """Learn from the folders when the newest were made: whatever has its name was whole when it got it."""
        newest = {
            place: max(
                (
                    one.made_at
                    for one in found
                    if one.place is place and one.reason is not BackupReason.BEFORE_RESTORE
                ),
                default=None,
            )
            for place in BackupPlace
        }
        self._set(last_good_at=newest[BackupPlace.PROFILE], second_good_at=newest[BackupPlace.SECOND])

    def note_good(self, place: BackupPlace, made_at: datetime) -> None:
        """Take that a backup was made, or copied, and is whole; what was wrong there is over."""
        name = "last_good_at" if place is BackupPlace.PROFILE else "second_good_at"
        self._set(**{name: made_at}, trouble=self._trouble_but(place))

    def forget_second(self) -> None:
        """Take that another second folder was chosen, or none."""
        self._set(second_good_at=None, trouble=self._trouble_but(BackupPlace.SECOND))

    def note_failed(self, error: BackupFailedError) -> None:
        """Take that a backup was not made, or not copied; what is wrong with the profile's own comes first."""
        _log.warning("backup_failed", problem=error.problem.value, place=error.place.value, error=repr(error))
        known = self._state.trouble
        if known is not None and known.place is BackupPlace.PROFILE is not error.place:
            return
        since = self._session.clock.now()
        if known is not None and (known.problem, known.place) == (error.problem, error.place):
            since = known.since
        self._set(trouble=BackupTrouble(problem=error.problem, place=error.place, since=since))

    def _trouble_but(self, place: BackupPlace) -> BackupTrouble | None:
        known = self._state.trouble
        return None if known is None or known.place is place else known

    def _set(self, **facts: Any) -> None:
        changed = replace(self._state, **facts)
        if changed != self._state:
            self._state = changed
            self.publish()
