"""One movement of money in a list: when, how much, its reference, and how it stands."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cashier.domain.money import Money
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import StateWord
from cashier.ui.style.fonts import BASE_POINTS, font
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import FOCUS_WIDTH, Spacing
from cashier.ui.widgets import chip_size, paint_chip
from cashier.ui.widgets.painting import paint_box, text_flags, visual_rect

_HEIGHT: Final = 67
_TIME_WIDTH: Final = 56
_LEAST_WORDS: Final = 120
# Between what is said and the ring around the row that has the keys.
_PADDING: Final = Spacing.S


class MoneyRow(QAbstractButton):
    """A row that can be pressed to open what it shows; whoever derives from it says what that is."""

    time_width = _TIME_WIDTH

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def money(self) -> Money:
        """Return how much it is."""
        raise NotImplementedError

    def reference(self) -> str:
        """Return its reference."""
        raise NotImplementedError

    def moment(self) -> str:
        """Return when it was, short enough for its column."""
        raise NotImplementedError

    def word(self) -> StateWord:
        """Return how it stands."""
        raise NotImplementedError

    def show_anew(self) -> None:
        """Show what it is now; to be called when any of it changed."""
        fmt = current_locale_format()
        self.setAccessibleName(fmt.plain(f"{self.moment()} {self._amount()} {self.word()[2]}"))
        self.setAccessibleDescription(self.reference())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size with room for every part."""
        width = self.time_width + _LEAST_WORDS + self._chip_size().width() + 2 * (Spacing.S + _PADDING)
        return QSize(width, self._least_height())

    def minimumSizeHint(self) -> QSize:
        """Return the size at which the widest part still has a line for itself: nothing in a row is cut."""
        amount = QFontMetrics(self._amount_font()).horizontalAdvance(self._amount())
        widest = max(amount, self._reference_width(), self._chip_size().width())
        return QSize(self.time_width + widest + 2 * _PADDING, self._least_height())

    def hasHeightForWidth(self) -> bool:
        """Say yes: where it is narrow, the state has a line of its own."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in a list of that width."""
        return self._least_height() + (self._chip_size().height() if self._is_narrow(width) else 0)

    def _least_height(self) -> int:
        return max(_HEIGHT, self._line_height(self._amount_font()) * 2 + Spacing.L)

    def _is_narrow(self, width: int) -> bool:
        both = self._reference_width() + Spacing.M + self._chip_size().width()
        return width < self.time_width + both + 2 * _PADDING

    def _reference_width(self) -> int:
        return QFontMetrics(self._reference_font()).horizontalAdvance(self.reference())

    def _chip_size(self) -> QSize:
        return chip_size(self.word()[2])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in a new theme, direction or language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_anew()
        self.updateGeometry()
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        """Paint the row."""
        theme = current_theme()
        painter = QPainter(self)
        outer, direction = self.rect(), self.layoutDirection()
        if self.underMouse():
            paint_box(painter, QRectF(outer), fill=theme.hover, border=None)
        if self.hasFocus():
            paint_box(painter, QRectF(outer), fill=None, border=theme.accent, border_width=FOCUS_WIDTH)
        painter.setPen(QColor(theme.border))
        painter.drawLine(outer.topLeft(), outer.topRight())
        kind, icon_name, word = self.word()
        chip = chip_size(word)
        is_narrow = self._is_narrow(outer.width())
        middle = outer.center().y() - (chip.height() // 2 if is_narrow else 0)
        start, end = _PADDING + self.time_width, outer.width() - _PADDING
        width = end - chip.width() - start - Spacing.S
        chip_start, chip_top = end - chip.width(), middle - chip.height() // 2
        amount_width = width
        if is_narrow:
            chip_start, chip_top = start, middle + self._line_height(self._reference_font())
            width = amount_width = end - start
        elif QFontMetrics(self._amount_font()).horizontalAdvance(self._amount()) > width:
            # A long amount has the first line for itself; the state goes beside the reference.
            chip_top, amount_width = middle, end - start
        place = QRect(chip_start, chip_top, chip.width(), chip.height())
        paint_chip(
            painter,
            visual_rect(direction, outer, place),
            kind,
            word,
            icon_name=icon_name,
            direction=direction,
        )
        fmt = current_locale_format()
        flags = text_flags(direction)
        painter.setPen(QColor(theme.muted_text))
        painter.setFont(font(BASE_POINTS))
        time = QRect(_PADDING, middle - outer.height(), self.time_width, 2 * outer.height())
        painter.drawText(visual_rect(direction, outer, time), flags, fmt.isolate_ltr(self.moment()))
        amount_height = self._line_height(self._amount_font())
        painter.setPen(QColor(theme.text))
        painter.setFont(self._amount_font())
        amount = QRect(start, middle - amount_height, amount_width, amount_height)
        painter.drawText(visual_rect(direction, outer, amount), flags, self._amount())
        painter.setPen(QColor(theme.muted_text))
        painter.setFont(self._reference_font())
        reference = QRect(start, middle, width, self._line_height(self._reference_font()))
        painter.drawText(visual_rect(direction, outer, reference), flags, fmt.isolate_ltr(self.reference()))

    def _amount(self) -> str:
        money = self.money()
        return current_locale_format().amount_with_unit(money.text, money.code)

    @staticmethod
    def _amount_font() -> QFont:
        return font(BASE_POINTS, QFont.Weight.DemiBold)

    @staticmethod
    def _reference_font() -> QFont:
        return font(9.5)

    @staticmethod
    def _line_height(of: QFont) -> int:
        return QFontMetrics(of).height()
