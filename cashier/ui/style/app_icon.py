"""The program's own icon, for windows and for what installs them."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cashier.resource_paths import resources_dir

# What title bars, task bars and the lists of windows ask for, on screens up to twice as fine.
_SIZES: Final = (16, 24, 32, 48, 64, 128)


def app_icon() -> QIcon:
    """Return the icon at the sizes that windows need."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(QPixmap.fromImage(app_icon_image(size)))
    return icon


def app_icon_image(size: int) -> QImage:
    """Return the icon `size` pixels a side, on nothing. Needs no application.

    Raises:
        RuntimeError: if the drawing is not one that Qt can read.
    """
    source = resources_dir() / "app" / "cashier.svg"
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise RuntimeError(f"{source} is no drawing that Qt can read")
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
