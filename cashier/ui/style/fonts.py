"""The typeface: Vazirmatn in three weights, chosen because its zero and decimal sign cannot be misread."""

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from cashier.resource_paths import resources_dir

BASE_POINTS: Final = 11.0
SMALL_POINTS: Final = 10.0
AMOUNT_POINTS: Final = 34.0
# In a dialog over a low window.
LOW_AMOUNT_POINTS: Final = 22.0
_TABULAR: Final = QFont.Tag("tnum")


class FontMissingError(RuntimeError):
    """A font file is there but the system would not load it."""


@cache
def load_fonts() -> str:
    """Register the bundled fonts once and return their family name; needs a running QGuiApplication.

    Raises:
        FontMissingError: if a file cannot be loaded, or none is there.
    """
    family = ""
    for path in sorted((resources_dir() / "fonts").glob("Vazirmatn-*.ttf")):
        identifier = QFontDatabase.addApplicationFont(str(path))
        families = QFontDatabase.applicationFontFamilies(identifier) if identifier >= 0 else []
        if not families:
            raise FontMissingError(f"{path.name} cannot be loaded")
        # Some platforms list each weight as a family of its own; the shortest is the one they share.
        family = min(filter(None, (family, *families)), key=len)
    if not family:
        raise FontMissingError("no Vazirmatn font file is installed")
    return family


def font(
    points: float = BASE_POINTS, weight: QFont.Weight = QFont.Weight.Normal, *, tabular: bool = False
) -> QFont:
    """Return Vazirmatn at `points`; with `tabular`, all digits are equally wide so that columns line up."""
    made = QFont(load_fonts())
    made.setPointSizeF(points)
    made.setWeight(weight)
    # Layout hinting is off so that text keeps its width at 125 % and 150 % scale.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(_TABULAR, 1)
    return made


def base_font() -> QFont:
    """Return the font of ordinary text."""
    return font()


def amount_font(points: float = AMOUNT_POINTS) -> QFont:
    """Return the font of large amounts: semibold, with tabular figures."""
    return font(points, QFont.Weight.DemiBold, tabular=True)
