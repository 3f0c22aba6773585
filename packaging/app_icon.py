"""The program's icon in the forms that systems ask for, drawn by Qt from `resources/app/cashier.svg`."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE: Final = Path(__file__).resolve().parent.parent / "resources" / "app" / "cashier.svg"
SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)
"""Of the pictures, in pixels."""

# What a Windows icon file holds; its directory has a byte for each side, in which 0 means 256.
_ICO_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
_ICO_HEAD: Final = struct.Struct("<HHH")
_ICO_ENTRY: Final = struct.Struct("<BBBBHHII")
_ICO_IS_ICON: Final = 1
_PLANES: Final = 1
_BITS_OF_A_PIXEL: Final = 32


def render_icons(folder: Path) -> list[Path]:
    """Write `cashier.svg`, `cashier-16.png` to `cashier-512.png` and `cashier.ico` into `folder`; return them."""
    folder.mkdir(parents=True, exist_ok=True)
    drawing = Path(shutil.copy(SOURCE, folder / "cashier.svg"))
    pictures = {size: render_png(size) for size in SIZES}
    made = [drawing]
    for size, picture in pictures.items():
        made.append(folder / f"cashier-{size}.png")
        made[-1].write_bytes(picture)
    made.append(folder / "cashier.ico")
    made[-1].write_bytes(_ico({size: pictures[size] for size in _ICO_SIZES}))
    return made


def render_png(size: int) -> bytes:
    """Return the icon as a PNG of `size` pixels a side.

    Raises:
        RuntimeError: if the drawing cannot be read.
    """
    renderer = QSvgRenderer(str(SOURCE))
    if not renderer.isValid():
        raise RuntimeError(f"{SOURCE} is no drawing that Qt can read")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    png = QByteArray()
    buffer = QBuffer(png)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # it takes the format as text as well
    return bytes(png.data())


def _ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon file with these PNGs, by their size."""
    at = _ICO_HEAD.size + _ICO_ENTRY.size * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        entries += _ICO_ENTRY.pack(size % 256, size % 256, 0, 0, _PLANES, _BITS_OF_A_PIXEL, len(picture), at)
        at += len(picture)
    return _ICO_HEAD.pack(0, _ICO_IS_ICON, len(pictures)) + entries + b"".join(pictures.values())
