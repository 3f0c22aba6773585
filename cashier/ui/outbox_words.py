"""What waits for a connection: what happens to it by itself, since when, and how often it was tried."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from cashier.domain.outbox import OutboxItem, OutboxKind
from cashier.ui.locale_format import current_locale_format


class OutboxWords(QObject):
    """Says it in the language of the moment.

    An object of Qt's, because lupdate sees that a text has plural forms only in a call of `tr` on one.
    """

    def promised(self, item: OutboxItem) -> str:
        """Return what becomes of it by itself."""
        if item.kind is OutboxKind.REQUEST:
            return self.tr("It is sent by itself as soon as the line is back.")
        if item.code:
            return self.tr("No connection. The code is kept and will be sent as soon as the line is back.")
        return self.tr("No connection. The money is collected by itself as soon as the line is back.")

    def tried(self, item: OutboxItem, now: datetime) -> str:
        """Return since when it waits, how often it was tried, and what the last try met."""
        fmt = current_locale_format()
        since = self.tr("It waits since {time}.").format(time=fmt.isolate_ltr(fmt.time(item.created_at)))
        if not item.attempts or item.last_attempt_at is None:
            return since
        tried = fmt.digits(self.tr("Tried %n time(s).", "", item.attempts))
        # Whatever reached the provider has left the outbox: only this brings a try back to it.
        last = self.tr("The last time, {when}, no connection could be made.")
        return f"{since} {tried} {last.format(when=fmt.relative(item.last_attempt_at, now))}"
