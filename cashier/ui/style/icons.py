"""The icon set: SVG strokes painted in a theme colour, sharp at each screen's scale, mirrored where they point."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from cashier.resource_paths import resources_dir
from cashier.ui.style.theme import current_theme

# Only what points along the reading direction turns with it; clocks, checks and question marks never do.
MIRRORED_NAMES: Final = frozenset(
    {"back", "send", "list", "chevron-back", "chevron-next", "chevrons-back", "chevrons-next"}
)


class IconMissingError(LookupError):
    """No icon of that name is in `resources/icons`."""


@lru_cache(maxsize=64)
def _svg_source(name: str) -> str:
    path = resources_dir() / "icons" / f"{name}.svg"
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise IconMissingError(name) from error


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons, sorted."""
    return tuple(sorted(path.stem for path in (resources_dir() / "icons").glob("*.svg")))


@lru_cache(maxsize=512)
def _render(name: str, color: str, size: int, device_pixel_ratio: float, *, mirrored: bool) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_svg_source(name).replace("currentColor", color).encode()))
    side = round(size * device_pixel_ratio)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    if mirrored:
        painter.translate(side, 0)
        painter.scale(-1, 1)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(device_pixel_ratio)
    return made


def _is_mirrored(name: str, *, mirrored: bool | None) -> bool:
    if mirrored is not None:
        return mirrored
    return name in MIRRORED_NAMES and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def pixmap(
    name: str, color: str, size: int = 20, device_pixel_ratio: float = 1.0, *, mirrored: bool | None = None
) -> QPixmap:
    """Return the icon `name` in `color` ("#rrggbb") at `size` device-independent pixels.

    With `mirrored` left out, an icon that points turns round when the application reads right to left.

    Raises:
        IconMissingError: if there is no such icon.
    """
    return _render(name, color, size, device_pixel_ratio, mirrored=_is_mirrored(name, mirrored=mirrored))


def icon(name: str, color: str | None = None, size: int = 20, *, mirrored: bool | None = None) -> QIcon:
    """Return the icon `name` as a QIcon for one, one and a half and two times the scale.

    Raises:
        IconMissingError: if there is no such icon.
    """
    made = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        made.addPixmap(pixmap(name, color or current_theme().text, size, ratio, mirrored=mirrored))
    return made


def scale_of(painter: QPainter) -> float:
    """Return how many dots a pixel has where `painter` paints: of a picture too, into which a widget is painted."""
    return max(1.0, abs(painter.deviceTransform().m11()))


def paint_icon(painter: QPainter, name: str, color: str, rect: QRectF) -> None:
    """Paint the icon `name` into the square `rect`, aligned to whole pixels."""
    made = pixmap(name, color, round(rect.width()), scale_of(painter))
    painter.drawPixmap(rect.toRect().topLeft(), made)


class IconLabel(QWidget):
    """An icon that keeps up with theme and direction; decoration only, so a screen reader passes over it."""

    def __init__(self, name: str, role: str = "text", size: int = 20, parent: QWidget | None = None) -> None:
        """Show the icon `name` in the theme's colour `role` (a field of `Theme`) at `size` pixels."""
        super().__init__(parent)
        self._name = name
        self._role = role
        self._size = size
        self.setFixedSize(size, size)

    def set_icon(self, name: str, role: str) -> None:
        """Show another icon, or the same one in another colour."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's size."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the icon in the theme of this moment."""
        painter = QPainter(self)
        paint_icon(painter, self._name, getattr(current_theme(), self._role), QRectF(self.rect()))

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when theme or direction change."""
        self.update()
        super().changeEvent(event)
