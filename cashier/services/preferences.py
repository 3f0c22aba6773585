"""Reads, stores and changes how the shop wants its till."""

from __future__ import annotations

from dataclasses import fields, replace
from enum import Enum

import apsw

from cashier.domain.choices import (
    HOME_ZONES,
    Appearance,
    CalendarChoice,
    DigitChoice,
    KeepHistory,
    Language,
    MotionChoice,
    ReceiptPaper,
    ReceiptPrinter,
    Switch,
    language_of_locale,
)
from cashier.domain.money import RIAL
from cashier.domain.preferences import Preferences
from cashier.services.feed import Feed
from cashier.services.session import Session
from cashier.storage import events, settings
from cashier.storage.database import Database

__all__ = [
    "HOME_ZONES",
    "Appearance",
    "CalendarChoice",
    "DigitChoice",
    "KeepHistory",
    "Language",
    "MotionChoice",
    "PreferenceService",
    "Preferences",
    "ReceiptPaper",
    "ReceiptPrinter",
    "Switch",
    "language_of_locale",
    "read_preferences",
    "store_preferences",
]


class PreferenceService:
    """Reads and changes the preferences."""

    def __init__(self, database: Database, session: Session, preferences: Preferences) -> None:
        self._database = database
        self._session = session
        self.current = preferences
        self.changes: Feed[Preferences] = Feed()

    async def reload(self) -> Preferences:
        """Read again what is stored, as after the first run stored it, and tell whoever listens."""
        self.current = await self._database.read(read_preferences)
        self.changes.publish(self.current)
        return self.current

    async def change(self, **facts: str | Enum) -> Preferences:
        """Store the changed preferences, named as the attributes of `Preferences`, and return all of them."""

        def write(connection: apsw.Connection) -> Preferences:
            # From the disk: another change may have been stored since the last one here.
            known = read_preferences(connection)
            changed = replace(known, **facts)  # type: ignore[arg-type]  # named as the attributes are
            store_preferences(connection, changed)
            for name in sorted(facts):
                before, after = _text(getattr(known, name)), _text(getattr(changed, name))
                if before != after:
                    events.append(
                        connection,
                        self._session.event("till", name, "preference", before=before, after=after),
                    )
            return changed

        self.current = await self._database.write(write)
        self.changes.publish(self.current)
        return self.current


def read_preferences(connection: apsw.Connection) -> Preferences:
    """Return the stored preferences, the defaults for what was never set."""
    stored = settings.every(connection)
    language = Language(stored.get("language", Language.PERSIAN.value))
    return Preferences(
        shop_name=stored.get("shop_name", ""),
        language=language,
        appearance=Appearance(stored.get("appearance", Appearance.SYSTEM.value)),
        time_zone=stored.get("time_zone", HOME_ZONES[language]),
        withdrawal_unit=stored.get("withdrawal_unit", RIAL.code),
        calendar=CalendarChoice(stored.get("calendar", CalendarChoice.BY_LANGUAGE.value)),
        digits=DigitChoice(stored.get("digits", DigitChoice.BY_LANGUAGE.value)),
        motion=MotionChoice(stored.get("motion", MotionChoice.SYSTEM.value)),
        keep_history=KeepHistory(stored.get("keep_history", KeepHistory.FOR_EVER.value)),
        receipt_paper=ReceiptPaper(stored.get("receipt_paper", ReceiptPaper.ROLL_80.value)),
        receipt_printer=ReceiptPrinter(stored.get("receipt_printer", ReceiptPrinter.SYSTEM.value)),
        receipt_address=stored.get("receipt_address", ""),
        receipt_footer=stored.get("receipt_footer", ""),
        receipt_logo=stored.get("receipt_logo", ""),
        receipt_drawer=Switch(stored.get("receipt_drawer", Switch.OFF.value)),
        backup_folder=stored.get("backup_folder", ""),
    )


def store_preferences(connection: apsw.Connection, preferences: Preferences) -> None:
    """Store the preferences, inside a transaction."""
    for field in fields(preferences):
        settings.put(connection, field.name, _text(getattr(preferences, field.name)))


def _text(value: str | Enum) -> str:
    return str(value.value) if isinstance(value, Enum) else value
