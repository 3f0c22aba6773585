"""The rail at the start side of the window: where one can go, who is working, and whether there is a line."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from cashier.ui.style.fonts import BASE_POINTS, font
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import CONTROL_HEIGHT, RAIL_WIDTH, RAIL_WIDTH_COMPACT, Spacing
from cashier.ui.widgets.buttons import QuietButton
from cashier.ui.widgets.card import Divider
from cashier.ui.widgets.painting import paint_box, visual_rect
from cashier.ui.widgets.rail_entry import RailEntry
from cashier.ui.widgets.state_chip import StateKind
from cashier.ui.widgets.text_label import TextLabel

_AVATAR_SIZE: Final = 34
_DOT_SIZE: Final = 9
_LOCK_KEYS: Final = "Ctrl L"
_KEYS_KEY: Final = "F1"


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
        self._is_compact = False
        self._is_low = False
        self.setFixedWidth(RAIL_WIDTH)
        self._title = TextLabel(role="heading")
        self._list = QVBoxLayout()
        self._list.setSpacing(Spacing.XS)
        self._avatar = _Avatar()
        self._name = TextLabel(role="medium", content="auto")
        self._subtitle = TextLabel(role="caption", tone="muted")
        self._dot = _Dot()
        self._connection = TextLabel(role="caption")
        self.lock_button = QuietButton(key_hint=_LOCK_KEYS, icon_name="lock")
        self.lock_button.setObjectName("nav.lock")
        self.lock_button.clicked.connect(self.lock_requested)
        self.keys_button = QuietButton(key_hint=_KEYS_KEY)
        self.keys_button.setObjectName("nav.keys")
        self.keys_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keys_button.clicked.connect(self.keys_requested)
        self._foot = QWidget()
        self._lay_out()
        self._translate()
        self._foot.hide()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a setter
        """Take as little room as may be: names below their icons, no more than the dot and the lock at the foot."""
        if compact == self._is_compact:
            return
        self._is_compact = compact
        self.setFixedWidth(RAIL_WIDTH_COMPACT if compact else RAIL_WIDTH)
        for entry in self._entries.values():
            entry.set_compact(compact)
        self._title.setVisible(not compact)
        self._operator.setVisible(not compact)
        self._connection.setVisible(not compact)
        self.lock_button.set_key_hint("" if compact else _LOCK_KEYS)
        self._leave_room()

    def set_low(self, *, is_low: bool) -> None:
        """Take as little height as may be: the key for the list of keys is left to the keyboard."""
        if is_low == self._is_low:
            return
        self._is_low = is_low
        self.keys_button.setHidden(is_low)
        for entry in self._entries.values():
            entry.set_low(is_low=is_low)
        self._leave_room()

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
        entry.set_compact(self._is_compact)
        entry.set_low(is_low=self._is_low)
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
        self._dot.setToolTip(text)

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
        self._operator = QWidget()
        operator = QHBoxLayout(self._operator)
        operator.setContentsMargins(Spacing.M, Spacing.M, Spacing.M, 0)
        operator.setSpacing(10)
        operator.addWidget(self._avatar)
        operator.addLayout(names, 1)
        line = QHBoxLayout()
        # Spacers, not margins: a layout's margins stay where they are when the direction turns.
        line.setSpacing(0)
        self._before_dot = QSpacerItem(0, 0)
        line.addSpacerItem(self._before_dot)
        line.addWidget(self._dot)
        line.addSpacing(Spacing.S)
        line.addWidget(self._connection, 1)
        line.addWidget(self.lock_button)
        line.addSpacing(Spacing.XS)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(Spacing.XS)
        foot.addWidget(Divider())
        foot.addWidget(self._operator)
        foot.addLayout(line)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        self._before_title = QSpacerItem(0, 0)
        head.addSpacerItem(self._before_title)
        head.addWidget(self._title, 1)
        head.addWidget(self.keys_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._behind_keys = QSpacerItem(0, 0)
        head.addSpacerItem(self._behind_keys)
        column.addLayout(head)
        self._below_head = QSpacerItem(0, 0)
        column.addSpacerItem(self._below_head)
        column.addLayout(self._list)
        column.addStretch(1)
        column.addWidget(self._foot)
        self._title.setMinimumHeight(CONTROL_HEIGHT - Spacing.M)
        self._leave_room()

    def _leave_room(self) -> None:
        is_compact, column = self._is_compact, self.layout()
        around, ends, below_head = (
            (Spacing.XS, Spacing.XS, Spacing.XS) if is_compact else (Spacing.M, 20, Spacing.XL)
        )
        if column is not None:
            column.setContentsMargins(around, ends, around, min(ends, Spacing.M))
        for space, width, height in (
            (self._before_title, 0 if is_compact else Spacing.M, 0),
            (self._behind_keys, 0 if is_compact else Spacing.XS, 0),
            (self._before_dot, Spacing.S if is_compact else Spacing.M, 0),
            (self._below_head, 0, 0 if self._is_low else below_head),
        ):
            space.changeSize(width, height, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._list.setSpacing(0 if self._is_low else Spacing.XS)
        for layout in (column, self._foot.layout()):
            if layout is not None:
                layout.invalidate()

    def _on_entry_clicked(self, entry: QAbstractButton) -> None:
        self.entry_activated.emit(entry.objectName())

    def _translate(self) -> None:
        text = QCoreApplication.translate("NavigationRail", "Lock the till")
        self.lock_button.setAccessibleName(text)
        self.lock_button.setToolTip(text)
        text = QCoreApplication.translate("NavigationRail", "Keys")
        self.keys_button.setAccessibleName(text)
        self.keys_button.setToolTip(text)
