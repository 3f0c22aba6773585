"""A list under a button, of which any number of things may be chosen; none chosen stands for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from cashier.ui.style.fonts import BASE_POINTS, font
from cashier.ui.style.icons import paint_icon
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import FOCUS_WIDTH, Spacing
from cashier.ui.widgets import Divider
from cashier.ui.widgets.painting import paint_box, text_flags, visual_rect
from cashier.ui.widgets.popup import Popup

_ROW_HEIGHT: Final = 44
_MOST_ROWS: Final = 9
_BOX_SIZE: Final = 20
_TICK_SIZE: Final = 14
_ICON_SIZE: Final = 16
_GAP: Final = 10
_LEAST_WIDTH: Final = 180
_AROUND: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing that may be chosen.

    Attributes:
        key: what stands for it; part of its row's object name.
        text: what it is called, isolated if its direction is not the screen's.
        icon_name: of an icon before it; empty for none.
        color: of the icon, a field of `Theme`.
    """

    key: str
    text: str
    icon_name: str = ""
    color: str = "muted_text"


class ChoicePopup(Popup):
    """Stays open while things are ticked, and tells each time; a press beside it, or Esc, closes it.

    Signals:
        chosen: with the set of keys that are chosen now; empty for all.
    """

    chosen = Signal(frozenset)

    def __init__(self, name: str, parent: QWidget) -> None:
        """Make it empty; `name` begins the object names of its rows."""
        super().__init__(name, parent)
        self._rows: dict[str, _ChoiceRow] = {}
        self._all = _ChoiceRow(f"{name}.all", Choice(key="", text=""))
        self._all.clicked.connect(self._on_all)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._scrolled = QWidget()
        self._scrolled.setObjectName("scrolled")
        self._scrolled.setLayout(self._column)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setWidget(self._scrolled)
        self._scrolled.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        whole.setSpacing(0)
        whole.addWidget(self._all)
        whole.addWidget(Divider())
        whole.addWidget(self._area, 1)

    def open_under(
        self, anchor: QWidget, all_text: str, choices: Sequence[Choice], chosen: frozenset[str]
    ) -> None:
        """Show it below a button, at its leading edge, with what is to be chosen from and what is chosen now."""
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        for choice in choices:
            row = _ChoiceRow(f"{self.objectName()}.{choice.key}", choice)
            row.setChecked(choice.key in chosen)
            row.clicked.connect(self._on_row)
            self._rows[choice.key] = row
            self._column.addWidget(row)
        self._all.show_text(all_text)
        self._all.setChecked(not chosen)
        self.setAccessibleName(all_text)
        rows = [self._all, *self._rows.values()]
        width = max(_LEAST_WIDTH, anchor.width(), *(row.sizeHint().width() for row in rows))
        row_height = self._all.sizeHint().height()
        highest = anchor.screen().availableGeometry().height() - 2 * _AROUND
        shown = min(_MOST_ROWS, len(self._rows), highest // row_height - 1)
        if shown < len(self._rows):
            width += self._area.verticalScrollBar().sizeHint().width()
        self._area.setFixedHeight(shown * row_height)
        self.resize(width + 2 * _AROUND, row_height * (shown + 1) + 1 + 2 * _AROUND)
        self.show_under(anchor)
        first = next((row for row in self._rows.values() if row.isChecked()), self._all)
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the rows with the arrows; what else there is, is the popup's."""
        rows: list[QWidget] = [self._all, *self._rows.values()]
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and focused in rows:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            target = rows[(rows.index(focused) + step) % len(rows)]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(target, 0, 0)
        else:
            super().keyPressEvent(event)

    def _on_all(self) -> None:
        for row in self._rows.values():
            row.setChecked(False)
        self._tell()

    def _on_row(self) -> None:
        if all(row.isChecked() for row in self._rows.values()):
            # All of them is what "all" is for; and what comes to be later is among all as well.
            for row in self._rows.values():
                row.setChecked(False)
        self._tell()

    def _tell(self) -> None:
        keys = frozenset(key for key, row in self._rows.items() if row.isChecked())
        self._all.setChecked(not keys)
        self.chosen.emit(keys)


class _ChoiceRow(QAbstractButton):
    """A box to tick, an icon, and what it is called."""

    def __init__(self, name: str, choice: Choice) -> None:
        super().__init__()
        self._choice = choice
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFont(font(BASE_POINTS))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_text(choice.text)

    def show_text(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = self._start_of_text() + metrics.horizontalAdvance(self.text()) + Spacing.M + 2
        return QSize(width, max(_ROW_HEIGHT, metrics.height() + Spacing.S))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            # Not Qt's own way among buttons: the rows are gone through from top to bottom, and round.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        theme, direction, outer = current_theme(), self.layoutDirection(), self.rect()
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            paint_box(painter, QRectF(outer), fill=theme.hover, border=None)
        if self.hasFocus():
            paint_box(painter, QRectF(outer), fill=None, border=theme.accent, border_width=FOCUS_WIDTH)
        box = QRect(Spacing.S, (outer.height() - _BOX_SIZE) // 2, _BOX_SIZE, _BOX_SIZE)
        place = visual_rect(direction, outer, box)
        on = self.isChecked()
        paint_box(
            painter,
            QRectF(place),
            fill=theme.accent if on else theme.surface,
            border=theme.accent if on else theme.muted_text,
            radius=5,
        )
        if on:
            inset = (_BOX_SIZE - _TICK_SIZE) // 2
            paint_icon(
                painter, "check", theme.on_accent, QRectF(place.adjusted(inset, inset, -inset, -inset))
            )
        if self._choice.icon_name:
            top = (outer.height() - _ICON_SIZE) // 2
            icon = QRect(box.right() + 1 + _GAP, top, _ICON_SIZE, _ICON_SIZE)
            color = getattr(theme, self._choice.color)
            paint_icon(painter, self._choice.icon_name, color, QRectF(visual_rect(direction, outer, icon)))
        words = outer.adjusted(self._start_of_text(), 0, -Spacing.S, 0)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.text))
        painter.drawText(visual_rect(direction, outer, words), text_flags(direction), self.text())

    def _start_of_text(self) -> int:
        icon = _ICON_SIZE + _GAP if self._choice.icon_name else 0
        return Spacing.S + _BOX_SIZE + _GAP + icon
