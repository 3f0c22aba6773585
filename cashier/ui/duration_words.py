"""Lengths of time in words, with each language's plural forms."""

from PySide6.QtCore import QObject


class DurationWords(QObject):
    """One part of a length of time each.

    An object of Qt's, because lupdate sees that a text has plural forms only in a call of `tr` on one.
    """

    # The English says "min" and "h", which need no plural; the translations have their own forms.
    def seconds(self, count: int) -> str:
        """Return so many seconds."""
        return self.tr("%n s", "seconds", count)

    def minutes(self, count: int) -> str:
        """Return so many minutes."""
        return self.tr("%n min", "minutes", count)

    def hours(self, count: int) -> str:
        """Return so many hours."""
        return self.tr("%n h", "hours", count)

    def days(self, count: int) -> str:
        """Return so many days."""
        return self.tr("%n d", "days", count)
