"""The rail at the start side of the window: where one can go, who is working, and whether there is a line."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cashier.ui.locale_format import current_locale_format
from cashier.ui.style.fonts import BASE_POINTS, font
from cashier.ui.style.icons import paint_icon
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import CONTROL_HEIGHT, FOCUS_WIDTH, RAIL_WIDTH, Spacing
from cashier.ui.widgets.buttons import QuietButton
from cashier.ui.widgets.card import Divider
from cashier.ui.widgets.painting import paint_box, paint_wrapped, text_flags, visual_rect, wrapped_height
from cashier.ui.widgets.state_chip import StateKind
from cashier.ui.widgets.text_label import TextLabel

_ENTRY_HEIGHT: Final = 46
_ICON_SIZE: Final = 20
_AVATAR_SIZE: Final = 34
_DOT_SIZE: Final = 9
_BADGE_HEIGHT: Final = 19


class RailEntry(QAbstractButton):
    """One place to go: icon, name, and a count of what waits there. Its text wraps, so its height follows."""

    def __init__(self, icon_name: str, text: str, parent: QWidget | None = None) -> None:
        """Name the place `text`."""
        super().__init__(parent)
        self._icon_name = icon_name
        self._count = 0
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

    def count(self) -> int:
        """Return how many things wait there."""
        return self._count

    def hasHeightForWidth(self) -> bool:
        """Say yes: the name wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the name wrapped into `width`."""
        room = self._text_rect(QRect(0, 0, width, 0)).width()
        needed = wrapped_height(self.text(), self.font(), room, self.layoutDirection())
        return max(_ENTRY_HEIGHT, needed + Spacing.S)

    def sizeHint(self) -> QSize:
        """Return the size in a rail of the usual width."""
        width = RAIL_WIDTH - 2 * Spacing.M
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
        icon = QRect(Spacing.M, (rect.height() - _ICON_SIZE) // 2, _ICON_SIZE, _ICON_SIZE)
        paint_icon(painter, self._icon_name, color, QRectF(visual_rect(direction, rect, icon)))
        painter.setPen(QColor(color))
        painter.setFont(self.font())
        room = visual_rect(direction, rect, self._text_rect(rect))
        paint_wrapped(painter, QRectF(room), self.text(), direction=direction)
        if self._count:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        theme = current_theme()
        rect = self.rect()
        width = self._badge_width()
        badge = QRect(
            rect.width() - Spacing.M - width, (rect.height() - _BADGE_HEIGHT) // 2, width, _BADGE_HEIGHT
        )
        place = QRectF(visual_rect(self.layoutDirection(), rect, badge))
        paint_box(painter, place, fill=theme.warning, border=None, radius=_BADGE_HEIGHT / 2)
        painter.setPen(QColor(theme.background if theme.is_dark else theme.surface))
        painter.setFont(self._badge_font())
        painter.drawText(place, text_flags(Qt.LayoutDirection.LeftToRight, centered=True), self._badge_text())

    def _text_rect(self, rect: QRect) -> QRect:
        start = Spacing.M + _ICON_SIZE + Spacing.M
        end = rect.width() - Spacing.M - (self._badge_width() + Spacing.S if self._count else 0)
        return QRect(start, 0, end - start, rect.height())

    def _badge_font(self) -> QFont:
        return font(8.5, QFont.Weight.DemiBold)

    def _badge_text(self) -> str:
        return current_locale_format().number(self._count)

    def _badge_width(self) -> int:
        return max(22, QFontMetrics(self._badge_font()).horizontalAdvance(self._badge_text()) + 12)

    def _describe(self) -> None:
        waiting = self.tr("%n waiting", "things", self._count)
        self.setAccessibleDescription(current_locale_format().digits(waiting) if self._count else "")


class _Avatar(QWidget):
    """The first letter of a name in a disc."""

    def __init__(self) -> None:
        super().__init__()
        self._letter = ""
        self.setFixedSize(_AVATAR_SIZE, _AVATAR_SIZE)

    def set_name(self, name: str) -> None:
        self._letter = name.strip()[:1]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        theme = current_theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_box(painter, rect, fill=theme.accent_soft, border=None, radius=_AVATAR_SIZE / 2)
        painter.setPen(QColor(theme.accent))
        painter.setFont(font(BASE_POINTS, QFont.Weight.DemiBold))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._letter)


class _Dot(QWidget):
    """The colour beside the word that says how the connection is."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = StateKind.NEUTRAL
        self.setFixedSize(_DOT_SIZE, _DOT_SIZE)

    def set_kind(self, kind: StateKind) -> None:
        self._kind = kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        color = getattr(current_theme(), self._kind.value)
        rect = QRectF(self.rect())
        if self._kind in (StateKind.SUCCESS, StateKind.INFO):
            paint_box(QPainter(self), rect, fill=color, border=None, radius=_DOT_SIZE / 2)
        else:
            # A ring, not a disc: the difference can be seen without seeing colours.
            paint_box(QPainter(self), rect, fill=None, border=color, border_width=2, radius=_DOT_SIZE / 2)


class NavigationRail(QWidget):
    """Title, places, and at the foot the operator, the connection and the lock.

    Signals:
        entry_activated: with the object name of the place that was chosen by the person.
        lock_requested: when the lock is pressed.
        keys_requested: when the key for the list of keys is pressed.
    """

    entry_activated = Signal(str)
    lock_requested = Signal()
    keys_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it without entries."""
        super().__init__(parent)
        self._entries: dict[str, RailEntry] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_entry_clicked)
        self.setFixedWidth(RAIL_WIDTH)
        self._title = TextLabel(role="heading")
        self._list = QVBoxLayout()
        self._list.setSpacing(Spacing.XS)
        self._avatar = _Avatar()
        self._name = TextLabel(role="medium", content="auto")
        self._subtitle = TextLabel(role="caption", tone="muted")
        self._dot = _Dot()
        self._connection = TextLabel(role="small")
        self.lock_button = QuietButton(key_hint="Ctrl L", icon_name="lock")
        self.lock_button.setObjectName("nav.lock")
        self.lock_button.clicked.connect(self.lock_requested)
        self.keys_button = QuietButton(key_hint="F1")
        self.keys_button.setObjectName("nav.keys")
        self.keys_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keys_button.clicked.connect(self.keys_requested)
        self._foot = QWidget()
        self._lay_out()
        self._translate()
        self._foot.hide()

    def set_title(self, title: str) -> None:
        """Name the program or the shop."""
        self._title.setText(title)

    def add_entry(self, object_name: str, icon_name: str, text: str) -> RailEntry:
        """Add a place, named `object_name` ("nav.history"), and return its button."""
        entry = RailEntry(icon_name, text)
        entry.setObjectName(object_name)
        self._group.addButton(entry)
        self._entries[object_name] = entry
        self._list.addWidget(entry)
        return entry

    def set_entry_text(self, object_name: str, text: str) -> None:
        """Name a place anew, as after a change of language."""
        self._entries[object_name].setText(text)
        self._entries[object_name].updateGeometry()

    def set_badge(self, object_name: str, count: int) -> None:
        """Show how many things wait at a place."""
        self._entries[object_name].set_count(count)

    def set_current(self, object_name: str) -> None:
        """Mark the place where the window is; no signal follows."""
        self._entries[object_name].setChecked(True)

    def current(self) -> str:
        """Return the object name of the marked place, or ""."""
        return next((name for name, entry in self._entries.items() if entry.isChecked()), "")

    def set_operator(self, name: str, subtitle: str) -> None:
        """Say who is working, and at which till and shift; an empty name hides the foot."""
        self._avatar.set_name(name)
        self._name.setText(name)
        self._subtitle.setText(subtitle)
        self._foot.setVisible(bool(name))

    def set_connection(self, kind: StateKind, text: str) -> None:
        """Say how the connection is: a dot and a word."""
        self._dot.set_kind(kind)
        self._connection.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew; repaint in a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the surface and the line that parts it from the page."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.surface))
        line = QRect(self.width() - 1, 0, 1, self.height())
        painter.fillRect(visual_rect(self.layoutDirection(), self.rect(), line), QColor(theme.border))

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._subtitle)
        operator = QHBoxLayout()
        operator.setContentsMargins(Spacing.M, Spacing.M, Spacing.M, 0)
        operator.setSpacing(10)
        operator.addWidget(self._avatar)
        operator.addLayout(names, 1)
        line = QHBoxLayout()
        # Spacers, not margins: a layout's margins stay where they are when the direction turns.
        line.setSpacing(0)
        line.addSpacing(Spacing.M)
        line.addWidget(self._dot)
        line.addSpacing(10)
        line.addWidget(self._connection, 1)
        line.addWidget(self.lock_button)
        line.addSpacing(Spacing.XS)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(Spacing.XS)
        foot.addWidget(Divider())
        foot.addLayout(operator)
        foot.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(Spacing.M, 20, Spacing.M, Spacing.M)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(Spacing.M, 0, Spacing.M, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.keys_button)
        column.addLayout(head)
        column.addSpacing(Spacing.XL)
        column.addLayout(self._list)
        column.addStretch(1)
        column.addWidget(self._foot)
        self._title.setMinimumHeight(CONTROL_HEIGHT - Spacing.M)

    def _on_entry_clicked(self, entry: QAbstractButton) -> None:
        self.entry_activated.emit(entry.objectName())

    def _translate(self) -> None:
        text = QCoreApplication.translate("NavigationRail", "Lock the till")
        self.lock_button.setAccessibleName(text)
        self.lock_button.setToolTip(text)
        text = QCoreApplication.translate("NavigationRail", "Keys")
        self.keys_button.setAccessibleName(text)
        self.keys_button.setToolTip(text)
