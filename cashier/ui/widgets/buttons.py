"""Buttons: one primary on a screen, secondary ones beside it, quiet ones below; each may name its key."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cashier.ui.style.fonts import BASE_POINTS, font
from cashier.ui.style.icons import paint_icon
from cashier.ui.style.motion import motion_is_reduced
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import CONTROL_HEIGHT, FOCUS_WIDTH, PRIMARY_HEIGHT, Spacing, Theme
from cashier.ui.widgets.painting import key_size, paint_arc, paint_box, paint_key, text_flags, visual_rect
from cashier.ui.widgets.spinner import STEP_DEGREES, STEP_MS

_ICON_SIZE: Final = 18
_GAP: Final = 10


@dataclass(frozen=True, slots=True)
class _Look:
    """How a button is painted in one state; `ring` is the colour of the keyboard's focus."""

    fill: str | None
    border: str | None
    text: str
    ring: str
    ring_inset: float


class _Button(QPushButton):
    """Text, an optional icon before it and an optional key chip behind it, painted in theme colours."""

    height_px = CONTROL_HEIGHT
    padding_px = Spacing.L
    points = BASE_POINTS
    weight = QFont.Weight.Medium

    def __init__(
        self, text: str = "", *, key_hint: str = "", icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        """Say `text`; `key_hint` is the key that does the same ("Enter"), `icon_name` one of the icons."""
        super().__init__(text, parent)
        self._key_hint = key_hint
        self._icon_name = icon_name
        self._busy = False
        self._degrees = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)
        self.setFont(font(self.points, self.weight))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Hover is painted, so the pointer's coming and going must cause a repaint.
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_key_hint(self, key_hint: str) -> None:
        """Show another key, or none for ""."""
        self._key_hint = key_hint
        self.updateGeometry()
        self.update()

    def set_icon_name(self, icon_name: str) -> None:
        """Show another icon, or none for ""."""
        self._icon_name = icon_name
        self.updateGeometry()
        self.update()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter
        """Show a turning ring instead of the key while the work goes on; enabling is the caller's choice."""
        self._busy = busy
        if busy and not motion_is_reduced():
            self._timer.start()
        else:
            self._timer.stop()
        self.updateGeometry()
        self.update()

    def is_busy(self) -> bool:
        """Say whether it shows work going on."""
        return self._busy

    def look(self, theme: Theme) -> _Look:
        """Return the colours for the state of this moment."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """Return the size that holds the whole text."""
        # However little it says, a finger hits it.
        padding = self.padding_px if self.text() or self._key_hint else Spacing.S
        return QSize(max(CONTROL_HEIGHT, self._content_width() + 2 * padding), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button's text is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the focused button, once for one stroke however long it is held."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in a new theme, direction or language."""
        self.updateGeometry()
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint box, icon, text and key."""
        look = self.look(current_theme())
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), fill=look.fill, border=look.border)
        if self.hasFocus():
            inset = look.ring_inset
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            paint_box(painter, ring, fill=None, border=look.ring, border_width=FOCUS_WIDTH)
        outer = self.rect()
        left = (outer.width() - self._content_width()) // 2
        for kind, size in self._parts():
            logical = QRect(QPoint(left, (outer.height() - size.height()) // 2), size)
            rect = visual_rect(self.layoutDirection(), outer, logical)
            self._paint_part(painter, kind, rect, look.text)
            left += size.width() + _GAP

    def _paint_part(self, painter: QPainter, kind: str, rect: QRect, color: str) -> None:
        if kind == "icon":
            paint_icon(painter, self._icon_name, color, QRectF(rect))
        elif kind == "text":
            painter.setFont(self.font())
            painter.setPen(color)
            # The box is as wide as the text; a pixel more on each side keeps hanging strokes whole.
            painter.drawText(
                rect.adjusted(-2, 0, 2, 0), text_flags(self.layoutDirection(), centered=True), self.text()
            )
        elif kind == "key":
            paint_key(painter, QRectF(rect), self._key_hint, color)
        else:
            paint_arc(painter, QRectF(rect), color, self._degrees)

    def _parts(self) -> list[tuple[str, QSize]]:
        parts = []
        if self._icon_name:
            parts.append(("icon", QSize(_ICON_SIZE, _ICON_SIZE)))
        if self.text():
            metrics = QFontMetrics(self.font())
            parts.append(("text", QSize(metrics.horizontalAdvance(self.text()), metrics.height())))
        if self._busy:
            parts.append(("ring", QSize(_ICON_SIZE, _ICON_SIZE)))
        elif self._key_hint:
            parts.append(("key", key_size(self._key_hint)))
        return parts

    def _content_width(self) -> int:
        widths = [size.width() for _, size in self._parts()]
        return sum(widths) + _GAP * max(0, len(widths) - 1)

    def _height(self) -> int:
        return max(self.height_px, QFontMetrics(self.font()).height() + 2 * Spacing.S)

    def _step(self) -> None:
        self._degrees = (self._degrees + STEP_DEGREES) % 360
        self.update()


def _filled(
    button: QPushButton, theme: Theme, *, base: str, hover: str, pressed: str, text: str, ring: str
) -> _Look:
    if not button.isEnabled():
        return _Look(theme.neutral_soft, None, theme.muted_text, ring, 3)
    fill = pressed if button.isDown() else hover if button.underMouse() else base
    return _Look(fill, None, text, ring, 3)


class PrimaryButton(_Button):
    """The one thing this screen is for."""

    height_px = PRIMARY_HEIGHT
    padding_px = Spacing.XL
    points = 12.0

    def look(self, theme: Theme) -> _Look:
        """Return filled accent."""
        return _filled(
            self,
            theme,
            base=theme.accent,
            hover=theme.accent_hover,
            pressed=theme.accent_pressed,
            text=theme.on_accent,
            ring=theme.on_accent,
        )


class DangerButton(_Button):
    """A primary button for what cannot be undone."""

    height_px = PRIMARY_HEIGHT
    padding_px = Spacing.XL
    points = 12.0

    def look(self, theme: Theme) -> _Look:
        """Return filled danger."""
        return _filled(
            self,
            theme,
            base=theme.danger,
            hover=theme.danger_hover,
            pressed=theme.danger_pressed,
            text=theme.on_accent,
            ring=theme.on_accent,
        )


class SecondaryButton(_Button):
    """Another thing that can be done here: a bordered surface."""

    height_px = PRIMARY_HEIGHT
    padding_px = 22

    def look(self, theme: Theme) -> _Look:
        """Return a bordered surface."""
        if not self.isEnabled():
            return _Look(theme.background, theme.border, theme.muted_text, theme.accent, 0)
        raised = self.isDown() or self.underMouse()
        return _Look(theme.hover if raised else theme.surface, theme.border, theme.text, theme.accent, 0)


class QuietButton(_Button):
    """A lesser way out: text alone, with a ground under the pointer."""

    padding_px = Spacing.S
    _tone = "muted_text"

    def set_tone(self, tone: str) -> None:
        """Write in another colour of the theme (a field of `Theme`), as on a coloured ground."""
        self._tone = tone
        self.update()

    def look(self, theme: Theme) -> _Look:
        """Return bare text in its tone."""
        raised = self.isEnabled() and (self.isDown() or self.underMouse())
        return _Look(
            theme.hover if raised else None,
            None,
            theme.text if raised else getattr(theme, self._tone),
            theme.accent,
            0,
        )


class KeyHint(QWidget):
    """A key chip by itself, such as "Ctrl F" in a search field."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Name the key `text`."""
        super().__init__(parent)
        self._text = text
        self.setFixedSize(key_size(text))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the chip."""
        paint_key(QPainter(self), QRectF(self.rect()), self._text, current_theme().muted_text)
