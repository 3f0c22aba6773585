"""The program's icon, at the sizes and in the forms that systems ask for."""

from __future__ import annotations

import struct

import pytest
from app_icon import SIZES, render_icons
from PySide6.QtGui import QColor, QImage

from cashier.ui.style.app_icon import app_icon, app_icon_image
from cashier.ui.style.theme import LIGHT


def test_each_picture_has_the_size_of_its_name(tmp_path):
    """Beside the drawing and the Windows icon there is a PNG of each size."""
    made = {path.name for path in render_icons(tmp_path)}
    assert made == {"cashier.svg", "cashier.ico", *(f"cashier-{size}.png" for size in SIZES)}
    for size in SIZES:
        image = QImage(str(tmp_path / f"cashier-{size}.png"))
        assert (image.width(), image.height()) == (size, size)


@pytest.mark.parametrize("size", SIZES)
def test_the_icon_is_legible_at_every_size(size):
    """Its ground is the program's colour, its paper is white, and the tick on it is as strong as the ground."""
    image = app_icon_image(size)

    def at(x, y):
        return image.pixelColor(round(x * size), round(y * size))

    assert at(0.1, 0.5) == QColor(LIGHT.accent)
    assert at(0.5, 0.2) == QColor("white")
    tick = min(
        (
            image.pixelColor(x, y)
            for x in range(size * 3 // 8, size * 5 // 8)
            for y in range(size // 3, size * 5 // 8)
        ),
        key=QColor.lightness,
    )
    assert tick.lightness() <= QColor(LIGHT.accent).lightness() + 16
    assert image.pixelColor(0, 0).alpha() < 128


def test_the_windows_icon_names_each_picture_and_where_it_is(tmp_path):
    """Each entry of the file's directory leads to a PNG of the size that it says."""
    render_icons(tmp_path)
    content = (tmp_path / "cashier.ico").read_bytes()
    nothing, kind, count = struct.unpack_from("<HHH", content)
    assert (nothing, kind, count) == (0, 1, 7)
    for index in range(count):
        width, height, _, _, _, bits, length, at = struct.unpack_from("<BBBBHHII", content, 6 + 16 * index)
        picture = QImage.fromData(content[at : at + length])
        assert (picture.width() % 256, picture.height() % 256, bits) == (width, height, 32)


@pytest.mark.usefixtures("qapp")
def test_windows_wear_the_icon():
    """The window's icon has the sizes of title bars and task bars."""
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 48}
