"""How far the providers' lists have been read: up to when, what is being read, and what could not be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cashier.services.list_sync import ListProgress
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.messages import provider_message
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import TextLabel
from cashier.ui.widgets.painting import paint_box, visual_rect

_BAR_HEIGHT: Final = 4
_BAR_WIDTH: Final = 120
# Of a list whose length the provider does not tell: something is being read.
_UNKNOWN_SHARE: Final = 0.35


class _ReadingBar(QWidget):
    """A thin bar filled from the leading edge as far as a list was read."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(_BAR_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        self._share = max(0.0, min(1.0, share))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_BAR_WIDTH, _BAR_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        theme, outer = current_theme(), self.rect()
        painter = QPainter(self)
        paint_box(painter, QRectF(outer), fill=theme.track, border=None, radius=_BAR_HEIGHT / 2)
        filled = QRect(0, 0, max(_BAR_HEIGHT, round(outer.width() * self._share)), outer.height())
        place = QRectF(visual_rect(self.layoutDirection(), outer, filled))
        paint_box(painter, place, fill=theme.accent, border=None, radius=_BAR_HEIGHT / 2)


class _AccountReading(QWidget):
    """One account's list while it is read: its name, how much was read, and a bar."""

    def __init__(self, account_id: str) -> None:
        super().__init__()
        self.setObjectName(f"history.reading.{account_id}")
        self._label = TextLabel(role="caption", tone="muted", wrap=False, tabular=True)
        self._bar = _ReadingBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.XS)
        column.addWidget(self._label)
        column.addWidget(self._bar)

    def show_reading(self, text: str, share: float) -> None:
        self._label.setText(text)
        self._bar.show_share(share)
        self.setAccessibleName(text)


class HistoryReadings(QWidget):
    """The lists that are read for the first time, one beside the other; a moment's reading takes no room from the rows."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[str, _AccountReading] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Spacing.XL)
        self.hide()

    def show_progress(self, progress: Sequence[ListProgress], labels: Mapping[str, str]) -> None:
        """Show what is being read; `labels` are what the accounts are called."""
        reading = [one for one in progress if one.is_reading and one.is_first]
        wanted = {one.account_id for one in reading}
        for gone in [known for known in self._shown if known not in wanted]:
            widget = self._shown.pop(gone)
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for one in reading:
            widget = self._shown.get(one.account_id) or self._new(one.account_id)
            widget.show_reading(self._text(one, labels.get(one.account_id, "")), _share(one))
        self.setVisible(bool(reading))

    def _new(self, account_id: str) -> _AccountReading:
        made = self._shown[account_id] = _AccountReading(account_id)
        self._row.addWidget(made, 1)
        return made

    def _text(self, one: ListProgress, label: str) -> str:
        fmt = current_locale_format()
        account, read = isolate(label), fmt.number(one.records_read)
        if one.total_count is None:
            return self.tr("{account}: {read} read").format(account=account, read=read)
        whole = fmt.number(max(one.total_count, one.records_read))
        return self.tr("{account}: {read} of {whole}").format(account=account, read=read, whole=whole)


class HistoryFetched(QWidget):
    """One line: up to when everything is here; below it, where there is always room, the bar of a reading."""

    def __init__(self) -> None:
        super().__init__()
        self._progress: Sequence[ListProgress] = ()
        self._labels: Mapping[str, str] = {}
        self._label = TextLabel(role="small", tone="muted")
        self._label.set_alignment("trailing")
        self._label.setObjectName("history.fetched")
        self._bar = _ReadingBar()
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._bar.setObjectName("history.progress")
        self._bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.XS)
        column.addStretch(1)
        column.addSpacing(_BAR_HEIGHT + Spacing.XS)
        column.addWidget(self._label)
        column.addWidget(self._bar)
        column.addStretch(1)

    def show_progress(self, progress: Sequence[ListProgress], labels: Mapping[str, str]) -> None:
        """Show how far all accounts' lists were read."""
        self._progress, self._labels = progress, labels
        self._write()

    def text(self) -> str:
        """Return all that it says: up to when everything is here, and what could not be read."""
        return "\n".join((self._label.text(), *self._troubles()))

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()

    def _write(self) -> None:
        reading = [one for one in self._progress if one.is_reading]
        self._bar.setVisible(bool(reading))
        if reading:
            self._bar.show_share(sum(map(_share, reading)) / len(reading))
        text, tone = self._words()
        self._label.setText(text)
        self._label.set_tone(tone)
        self._label.setToolTip("\n".join(self._troubles()))
        self.setVisible(bool(self._progress))

    def _words(self) -> tuple[str, str]:
        known = [one.complete_until for one in self._progress if one.complete_until is not None]
        if len(known) < len(self._progress):
            if any(one.is_reading and one.is_first for one in self._progress):
                return self.tr("Reading for the first time\u2026"), "muted"
            return self.tr("Not everything fetched yet"), "warning"
        if not known:
            return "", "muted"
        fmt = current_locale_format()
        # What every account is known up to: the one that is furthest behind says it.
        moment = fmt.date_time(min(known))
        failed = [one for one in self._progress if one.error is not None]
        text = self.tr("Fetched up to {moment}").format(moment=moment)
        return text, "warning" if failed else "muted"

    def _troubles(self) -> list[str]:
        return [
            self.tr("{account}: {trouble}").format(
                account=isolate(self._labels.get(one.account_id, "")), trouble=provider_message(one.error)
            )
            for one in self._progress
            if one.error is not None
        ]


def _share(one: ListProgress) -> float:
    if not one.total_count:
        return _UNKNOWN_SHARE
    return one.records_read / one.total_count
