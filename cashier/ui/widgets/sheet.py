"""Dialogs that lie inside the window: the page dims, one card in the middle takes everything."""

from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QMoveEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QGraphicsOpacityEffect,
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import LOW_WINDOW, RADIUS_CARD, Spacing
from cashier.ui.widgets.painting import paint_box
from cashier.ui.widgets.tab_order import move_focus, tab_stops

_SHADOW_REACH: Final = 56
_SHADOW_DROP: Final = 14
_SHADOW_LAYERS: Final = 28
_SHADOW_ALPHA: Final = 2
_MARGIN: Final = 40


class _SheetCard(QFrame):
    """The card itself."""

    def __init__(self) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.leave_room(is_low=False)

    def leave_room(self, *, is_low: bool) -> None:
        """Leave as much free around what is in it, and between, as there is room for."""
        ends, sides = (Spacing.S, Spacing.XL) if is_low else (Spacing.XXL, _MARGIN)
        self.body.setContentsMargins(sides, ends, sides, ends)
        self.body.setSpacing(Spacing.S if is_low else Spacing.M)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Have the shadow follow."""
        super().moveEvent(event)
        self._repaint_shadow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the shadow grow with it."""
        super().resizeEvent(event)
        self._repaint_shadow()

    def _repaint_shadow(self) -> None:
        # The whole of it: Qt repaints only what the card uncovers.
        around = self.parentWidget()
        if around is not None:
            around.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        theme = current_theme()
        border = theme.border if theme.is_dark else None
        paint_box(QPainter(self), QRectF(self.rect()), fill=theme.surface, border=border, radius=RADIUS_CARD)


class _Stage(QWidget):
    """What scrolls when the window is small: the card in the middle, its shadow around it."""

    def __init__(self, card: _SheetCard) -> None:
        super().__init__()
        self.setObjectName("scrolled")
        self._card = card
        self._grid = grid = QGridLayout(self)
        self._ends = Spacing.XL
        self.balance(0, 0)
        grid.addWidget(card, 1, 1)
        for edge in (0, 2):
            grid.setRowStretch(edge, 1)
            grid.setColumnStretch(edge, 1)

    def balance(self, left: int, right: int) -> None:
        """Leave so much room beside the usual one, so that the card stays in the middle of the window."""
        self._grid.setContentsMargins(Spacing.XL + left, self._ends, Spacing.XL + right, self._ends)

    def leave_room(self, *, is_low: bool) -> None:
        """Leave as much free above and below the card as there is room for."""
        self._ends = Spacing.XS if is_low else Spacing.XL
        margins = self._grid.contentsMargins()
        self._grid.setContentsMargins(margins.left(), self._ends, margins.right(), self._ends)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        # Painted by hand: a graphics effect would draw the whole card through a buffer at every keystroke.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        color = QColor(current_theme().shadow)
        color.setAlpha(_SHADOW_ALPHA)
        painter.setBrush(color)
        around = QRectF(self._card.geometry()).translated(0, _SHADOW_DROP)
        for layer in range(_SHADOW_LAYERS, 0, -1):
            # Not linear, so that it thins out towards its edge instead of ending there.
            reach = _SHADOW_REACH * (layer / _SHADOW_LAYERS) ** 1.4
            radius = RADIUS_CARD + reach
            painter.drawRoundedRect(around.adjusted(-reach, -reach, reach, reach), radius, radius)


class Sheet(QDialog):
    """A dialog shown over its window, not beside it; put things into `body`.

    It keeps the focus within itself, follows the window's size, scrolls when the window is too small, closes on
    Esc by rejecting, and gives the focus back to whatever had it. Of several, the one opened last is on top.
    """

    def __init__(self, window: QWidget, title: str = "") -> None:
        """Prepare a sheet over the window of `window`; `title` is its accessible name."""
        super().__init__(window.window())
        # QDialog's constructor insists on a window of its own; only this takes it back.
        self.setParent(window.window(), Qt.WindowType.Widget)
        self._card = _SheetCard()
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._focus_before: QWidget | None = None
        self._below: Sheet | None = None
        self._is_covered = False
        self._is_low = False
        self.body = self._card.body
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._stage = stage = _Stage(self._card)
        self._scroll.setWidget(stage)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._balance)
        # QScrollArea.setWidget switches this on.
        stage.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_title(title)
        self.set_card_width(600)
        self.hide()

    @staticmethod
    def _stack(window: QWidget) -> list["Sheet"]:
        # Qt keeps children in stacking order, and `raise_` moves a sheet to its end.
        return [child for child in window.window().children() if isinstance(child, Sheet) and child.is_open()]

    @staticmethod
    def any_open(window: QWidget) -> bool:
        """Say whether a sheet lies over the window of `window`, so that the page's keys are not for the page."""
        return bool(Sheet._stack(window))

    @staticmethod
    def top(window: QWidget) -> "Sheet | None":
        """Return the sheet on top of the window of `window`, if any is open."""
        stack = Sheet._stack(window)
        return stack[-1] if stack else None

    def is_open(self) -> bool:
        """Say whether it is shown (be the window itself visible or not)."""
        return not self.isHidden()

    def set_title(self, title: str) -> None:
        """Name the dialog for screen readers."""
        self.setAccessibleName(title)
        self.setWindowTitle(title)

    def set_card_width(self, width: int) -> None:
        """Make the card `width` pixels wide, or less where the window is narrower."""
        self._card.setMinimumWidth(0)
        self._card.setMaximumWidth(width)
        self._card_width = width
        self._fit()

    def card(self) -> QFrame:
        """Return the card, as for its size."""
        return self._card

    def open(self) -> None:
        """Show it over the window and take the focus; returns at once, `finished` tells the end."""
        if self.is_open():
            return
        self._focus_before = self.window().focusWidget()
        self.set_covered(covered=False)
        self._below = Sheet.top(self)
        if self._below is not None:
            self._below.set_covered(covered=True)
        self.window().installEventFilter(self)
        self._application().focusChanged.connect(self._keep_focus)
        self._fit()
        self._move_together()
        self.show()
        self.raise_()
        inner = self.focusWidget()
        if inner is None or not inner.isVisible() or not inner.isEnabled():  # type: ignore[redundant-expr]  # None when nothing has it, whatever the stub says
            inner = next(iter(tab_stops(self)), self)
        if inner is self:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inner.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_covered(self, *, covered: bool) -> None:
        """Paint nothing while another sheet lies on top."""
        # Its edges would stand out from under the card on top. It is not hidden: it goes on as it was below.
        self._is_covered = covered
        effect = None
        if covered:
            effect = QGraphicsOpacityEffect(self._scroll)
            effect.setOpacity(0)
        self._scroll.setGraphicsEffect(effect)  # type: ignore[arg-type]  # None takes it away, whatever the stub says
        self.update()

    def done(self, result: int) -> None:
        """Close with `result`, give the focus back, then tell by `finished`."""
        if not self.is_open():
            return
        self.window().removeEventFilter(self)
        self._application().focusChanged.disconnect(self._keep_focus)
        before, self._focus_before = self._focus_before, None
        below, self._below = self._below, None
        if below is not None and isValid(below):
            below.set_covered(covered=False)
        self.hide()
        # The page may have thrown it away in the meantime.
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if watched is self.window() and event.type() == QEvent.Type.Resize:
            self._fit()
            self._move_together()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Move the focus round inside the sheet in the order of reading, never out of it."""
        current = self.focusWidget()
        move_focus(tab_stops(self, current), current, forward=forward)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the default button and Esc reject, as any dialog; a held Enter presses once."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.isAutoRepeat():
            event.accept()
            return
        super().keyPressEvent(event)
        # Nothing typed over the page may reach it.
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Swallow clicks beside the card: a stray touch must not lose a payment in progress."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Dim the page, once however many sheets lie over it."""
        if not self._is_covered:
            QPainter(self).fillRect(self.rect(), QColor(current_theme().scrim))

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in a new theme."""
        self.update()
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._balance()

    def _fit(self) -> None:
        window = self.window()
        self.setGeometry(window.rect())
        # Where the card is higher than the window, the bar that scrolls it takes room too, and as much opposite.
        around = 2 * (Spacing.XL + self._scroll.verticalScrollBar().sizeHint().width())
        self._card.setMinimumWidth(min(self._card_width, window.width() - around))

    def _move_together(self) -> None:
        is_low = self.window().height() < LOW_WINDOW
        if is_low != self._is_low:
            self._is_low = is_low
            self._card.leave_room(is_low=is_low)
            self._stage.leave_room(is_low=is_low)
            self.on_low(is_low=is_low)

    def on_low(self, *, is_low: bool) -> None:
        """Move what is in it together, or apart again; for those that can. Called when the window becomes low or high."""

    def _balance(self) -> None:
        bar = self._scroll.verticalScrollBar()
        room = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        # The bar is where lines end.
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._stage.balance(*((0, room) if is_rtl else (room, 0)))

    @staticmethod
    def _application() -> QApplication:
        return cast("QApplication", QApplication.instance())

    def _keep_focus(self, _before: QWidget | None, focused: QWidget | None) -> None:
        if focused is None or focused.window() is not self.window() or Sheet.top(self.window()) is not self:
            return
        if focused is not self and not self.isAncestorOf(focused):
            next(iter(tab_stops(self)), self).setFocus(Qt.FocusReason.OtherFocusReason)
