"""The program's icon in the forms that systems ask for, drawn by the program itself from `resources/app/cashier.svg`."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice

from cashier.resource_paths import resources_dir
from cashier.ui.style.app_icon import app_icon_image

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
    made = [Path(shutil.copy(resources_dir() / "app" / "cashier.svg", folder))]
    pictures = {size: render_png(size) for size in SIZES}
    for size, picture in pictures.items():
        made.append(folder / f"cashier-{size}.png")
        made[-1].write_bytes(picture)
    made.append(folder / "cashier.ico")
    made[-1].write_bytes(_ico({size: pictures[size] for size in _ICO_SIZES}))
    return made


def render_png(size: int) -> bytes:
    """Return the icon as a PNG of `size` pixels a side."""
    png = QByteArray()
    buffer = QBuffer(png)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    app_icon_image(size).save(buffer, "PNG")  # type: ignore[call-overload]  # it takes the format as text as well
    return bytes(png.data())


def _ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon file with these PNGs, by their size."""
    at = _ICO_HEAD.size + _ICO_ENTRY.size * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        entries += _ICO_ENTRY.pack(size % 256, size % 256, 0, 0, _PLANES, _BITS_OF_A_PIXEL, len(picture), at)
        at += len(picture)
    return _ICO_HEAD.pack(0, _ICO_IS_ICON, len(pictures)) + entries + b"".join(pictures.values())
