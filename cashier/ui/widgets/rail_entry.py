"""One place to go on the rail."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cashier.ui.locale_format import current_locale_format
from cashier.ui.style.fonts import BASE_POINTS, font
from cashier.ui.style.icons import paint_icon
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import CONTROL_HEIGHT, FOCUS_WIDTH, RAIL_WIDTH, RAIL_WIDTH_COMPACT, Spacing
from cashier.ui.widgets.painting import paint_box, paint_wrapped, text_flags, visual_rect, wrapped_height

_ENTRY_HEIGHT: Final = 46
_ICON_SIZE: Final = 20
_BADGE_HEIGHT: Final = 19
_COMPACT_POINTS: Final = 9.0
_COMPACT_TOP: Final = 5
_LOW_TOP: Final = 2


class RailEntry(QAbstractButton):
    """One place to go: icon, name, and a count of what waits there. Its text wraps, so its height follows."""

    def __init__(self, icon_name: str, text: str, parent: QWidget | None = None) -> None:
        """Name the place `text`."""
        super().__init__(parent)
        self._icon_name = icon_name
        self._count = 0
        self._is_compact = False
        self._is_low = False
        self.setText(text)
        self.setCheckable(True)
        # Its group sees to that already; this tells screen readers that it is one of several.
        self.setAutoExclusive(True)
        self.setFont(font(BASE_POINTS, QFont.Weight.Medium))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_count(self, count: int) -> None:
        """Show how many things wait there; nought shows nothing."""
        self._count = count
        self._describe()
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a setter
        """Put a small name below the icon instead of a large one beside it."""
        self._is_compact = compact
        self.setFont(font(_COMPACT_POINTS if compact else BASE_POINTS, QFont.Weight.Medium))
        self.updateGeometry()
        self.update()

    def set_low(self, *, is_low: bool) -> None:
        """Be no higher than icon and name, where the rail has little height."""
        self._is_low = is_low
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        """Return how many things wait there."""
        return self._count

    def hasHeightForWidth(self) -> bool:
        """Say yes: the name wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the name wrapped into `width`."""
        text = self._text_rect(QRect(0, 0, width, 0))
        needed = wrapped_height(self.text(), self.font(), text.width(), self.layoutDirection())
        least = CONTROL_HEIGHT if self._is_low else _ENTRY_HEIGHT
        below = _LOW_TOP if self._is_low else Spacing.XS if self._is_compact else Spacing.S
        return max(least, text.top() + needed + below)

    def sizeHint(self) -> QSize:
        """Return the size in a rail of the usual width."""
        width = RAIL_WIDTH_COMPACT - 2 * Spacing.XS if self._is_compact else RAIL_WIDTH - 2 * Spacing.M
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go there as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in a new theme, direction or language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        self.updateGeometry()
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the entry."""
        theme = current_theme()
        painter = QPainter(self)
        rect, direction = self.rect(), self.layoutDirection()
        chosen = self.isChecked()
        fill = theme.accent_soft if chosen else theme.hover if self.underMouse() else None
        paint_box(painter, QRectF(rect), fill=fill, border=None)
        if self.hasFocus():
            paint_box(painter, QRectF(rect), fill=None, border=theme.accent, border_width=FOCUS_WIDTH)
        color = theme.accent if chosen else theme.text if self.underMouse() else theme.muted_text
        paint_icon(
            painter, self._icon_name, color, QRectF(visual_rect(direction, rect, self._icon_rect(rect)))
        )
        painter.setPen(QColor(color))
        painter.setFont(self.font())
        room = visual_rect(direction, rect, self._text_rect(rect))
        middle = Qt.AlignmentFlag.AlignHCenter if self._is_compact else None
        paint_wrapped(painter, QRectF(room), self.text(), direction=direction, alignment=middle)
        if self._count:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        theme = current_theme()
        rect = self.rect()
        width = self._badge_width()
        top = 2 if self._is_compact else (rect.height() - _BADGE_HEIGHT) // 2
        end = rect.width() - (2 if self._is_compact else Spacing.M)
        badge = QRect(end - width, top, width, _BADGE_HEIGHT)
        place = QRectF(visual_rect(self.layoutDirection(), rect, badge))
        paint_box(painter, place, fill=theme.warning, border=None, radius=_BADGE_HEIGHT / 2)
        painter.setPen(QColor(theme.background if theme.is_dark else theme.surface))
        painter.setFont(self._badge_font())
        painter.drawText(place, text_flags(Qt.LayoutDirection.LeftToRight, centered=True), self._badge_text())

    def _icon_rect(self, rect: QRect) -> QRect:
        if self._is_compact:
            return QRect((rect.width() - _ICON_SIZE) // 2, self._top(), _ICON_SIZE, _ICON_SIZE)
        return QRect(Spacing.M, (rect.height() - _ICON_SIZE) // 2, _ICON_SIZE, _ICON_SIZE)

    def _text_rect(self, rect: QRect) -> QRect:
        if self._is_compact:
            top = self._top() + _ICON_SIZE + (0 if self._is_low else 2)
            below = _LOW_TOP if self._is_low else Spacing.XS
            return QRect(2, top, rect.width() - 4, rect.height() - top - below)
        start = Spacing.M + _ICON_SIZE + Spacing.M
        end = rect.width() - Spacing.M - (self._badge_width() + Spacing.S if self._count else 0)
        return QRect(start, 0, end - start, rect.height())

    def _top(self) -> int:
        return _LOW_TOP if self._is_low else _COMPACT_TOP

    def _badge_font(self) -> QFont:
        return font(8.5, QFont.Weight.DemiBold)

    def _badge_text(self) -> str:
        return current_locale_format().number(self._count)

    def _badge_width(self) -> int:
        return max(22, QFontMetrics(self._badge_font()).horizontalAdvance(self._badge_text()) + 12)

    def _describe(self) -> None:
        waiting = self.tr("%n waiting", "things", self._count)
        self.setAccessibleDescription(current_locale_format().digits(waiting) if self._count else "")
