"""How often the provider was asked what became of a call, and when it is asked again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from cashier.domain.operation import Operation
from cashier.ui.locale_format import current_locale_format


class AskingWords(QObject):
    """Says it in the language of the moment.

    An object of Qt's, because lupdate sees that a text has plural forms only in a call of `tr` on one.
    """

    def said(self, operation: Operation | None, now: datetime) -> str:
        """Return how often and when; empty before the first question."""
        fmt = current_locale_format()
        if operation is None or not operation.attempts:
            return ""
        asked = fmt.digits(self.tr("Asked %n time(s).", "", operation.attempts))
        if operation.next_attempt_at is None or operation.next_attempt_at <= now:
            return asked
        left_s = max(1, round((operation.next_attempt_at - now).total_seconds()))
        again = self.tr("Asking again in {time}.").format(time=fmt.duration(left_s))
        return f"{asked} {again}"
