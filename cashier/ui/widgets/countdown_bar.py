"""How much time is left, as a bar that runs out and in words."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from cashier.ui.locale_format import LocaleFormat, current_locale_format
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets.painting import paint_box, visual_rect
from cashier.ui.widgets.text_label import TextLabel

_BAR_HEIGHT: Final = 6
_SHORT_SHARE: Final = 0.2
_STEPS: Final = 1000


class _Bar(QProgressBar):
    """A thin bar filled from the leading edge."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setFixedHeight(_BAR_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(414, _BAR_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        theme = current_theme()
        painter = QPainter(self)
        outer = self.rect()
        radius = _BAR_HEIGHT / 2
        paint_box(painter, QRectF(outer), fill=theme.track, border=None, radius=radius)
        share = self.value() / _STEPS
        if share <= 0:
            return
        color = theme.warning if share < _SHORT_SHARE else theme.accent
        filled = QRect(0, 0, max(_BAR_HEIGHT, round(outer.width() * share)), outer.height())
        place = QRectF(visual_rect(self.layoutDirection(), outer, filled))
        paint_box(painter, place, fill=color, border=None, radius=radius)


class CountdownBar(QWidget):
    """Shows the time left of a whole; whoever holds the clock tells it, once a second or so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it with no time left."""
        super().__init__(parent)
        self._remaining_s = 0.0
        self._format: LocaleFormat | None = None
        self._bar = _Bar()
        self._label = TextLabel(role="small", tone="muted")
        self._label.set_alignment("center")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.S)
        column.addWidget(self._bar)
        column.addWidget(self._label)
        column.addStretch(1)
        self._write()

    def set_time(self, remaining_s: float, total_s: float) -> None:
        """Show `remaining_s` of `total_s` seconds."""
        self._remaining_s = max(0.0, remaining_s)
        share = self._remaining_s / total_s if total_s > 0 else 0.0
        self._bar.setValue(round(min(1.0, share) * _STEPS))
        self._write()

    def text(self) -> str:
        """Return the words below the bar."""
        return self._label.text()

    def set_locale_format(self, fmt: LocaleFormat) -> None:
        """Write with `fmt` instead of the application's."""
        self._format = fmt
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Write again in a new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()

    def _write(self) -> None:
        fmt = self._format or current_locale_format()
        if self._remaining_s > 0:
            text = QCoreApplication.translate("CountdownBar", "{duration} left")
            text = text.format(duration=fmt.duration(self._remaining_s))
        else:
            text = QCoreApplication.translate("CountdownBar", "Time is up")
        self._label.setText(text)
        self._bar.setAccessibleName(text)
