from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette, QRawFont

from cashier.ui.style.fonts import amount_font, base_font
from cashier.ui.style.icons import IconMissingError, icon_names, pixmap
from cashier.ui.style.theme import ThemeController, apply_theme, current_theme, system_theme
from cashier.ui.style.tokens import DARK, LIGHT, THEMES

# Fonts and pixmaps need a running application.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_apply_theme_dresses_and_turns_the_application(qapp, theme):
    """Palette, font, direction and the current theme all follow one call."""
    apply_theme(qapp, theme, Qt.LayoutDirection.RightToLeft)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.background)
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert qapp.font().family().startswith("Vazirmatn")
    assert current_theme() is theme
    apply_theme(qapp, LIGHT, Qt.LayoutDirection.LeftToRight)


def test_controller_obeys_the_choice(qapp, qtbot):
    """A chosen theme holds, an unknown one is refused and changes nothing."""
    controller = ThemeController(qapp)
    with qtbot.waitSignal(controller.theme_changed):
        controller.set_choice("dark")
    assert current_theme() is DARK
    with pytest.raises(KeyError):
        controller.set_choice("sepia")
    assert current_theme() is DARK
    controller.set_choice("light")


def test_controller_follows_the_system_only_when_asked(qapp):
    """When the system changes its colours, "system" asks it again and a fixed choice stays."""
    hints = qapp.styleHints()
    controller = ThemeController(qapp)
    controller.set_choice("dark")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert current_theme() is DARK
    controller.set_choice("system")
    apply_theme(qapp, DARK if system_theme(qapp) is LIGHT else LIGHT, Qt.LayoutDirection.LeftToRight)
    hints.colorSchemeChanged.emit(hints.colorScheme())
    assert current_theme() is system_theme(qapp)


def test_amounts_have_figures_of_one_width():
    """The Persian one is as wide as the Persian eight in the amount's font, so that sums line up."""
    metrics = QFontMetrics(amount_font())
    widths = {metrics.horizontalAdvance(digit) for digit in "۰۱۲۳۴۵۶۷۸۹"}
    assert len(widths) == 1
    assert amount_font().weight() == QFont.Weight.DemiBold
    assert base_font().pointSizeF() == 11


def test_font_has_the_letters_and_marks_of_all_three_languages():
    """No letter, digit or mark that money is written with falls back to another font."""
    raw = QRawFont.fromFont(base_font())
    assert raw.familyName().startswith("Vazirmatn")
    for character in "پچژگکیآۀةىئؤ۰۹٠٩09\u066b\u066c.,%/":
        assert raw.supportsCharacter(ord(character)), character


def _ink(name, *, mirrored):
    picture = pixmap(name, "#FF0000", 24, mirrored=mirrored).toImage()
    return [(x, y) for x in range(24) for y in range(24) if QColor(picture.pixelColor(x, y)).alpha() > 0]


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_has_ink_inside_its_box(name):
    """Each SVG of the set parses, paints something, and leaves the outermost pixels free."""
    ink = _ink(name, mirrored=False)
    assert len(ink) > 8
    assert all(0 < x < 23 and 0 < y < 23 for x, y in ink)


def test_icons_take_their_colour():
    """An icon is painted in the colour asked for."""
    picture = pixmap("check", "#0B6E4F", 48).toImage()
    solid = [
        picture.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if picture.pixelColor(x, y).alpha() == 255
    ]
    assert solid
    assert set(solid) == {"#0b6e4f"}


def test_only_pointing_icons_turn_with_the_direction(qapp):
    """Back turns round in a right-to-left application; a clock and a check do not."""
    apply_theme(qapp, LIGHT, Qt.LayoutDirection.RightToLeft)
    assert _ink("back", mirrored=None) == _ink("back", mirrored=True)
    assert _ink("check", mirrored=None) == _ink("check", mirrored=False)
    apply_theme(qapp, LIGHT, Qt.LayoutDirection.LeftToRight)
    assert _ink("back", mirrored=None) == _ink("back", mirrored=False)


def test_an_unknown_icon_is_an_error():
    """A misspelt icon name is told, not painted as nothing."""
    with pytest.raises(IconMissingError):
        pixmap("no-such-icon", "#000000")
