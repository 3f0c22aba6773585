"""The design tokens: every colour, distance and size that the screens are made of, in one place."""

from dataclasses import dataclass
from typing import Final


class Spacing:
    """Distances between things, in device-independent pixels."""

    XS: Final = 4
    S: Final = 8
    M: Final = 12
    L: Final = 16
    XL: Final = 24
    XXL: Final = 32


RADIUS: Final = 8
RADIUS_CARD: Final = 12
CONTROL_HEIGHT: Final = 44
FIELD_HEIGHT: Final = 48
PRIMARY_HEIGHT: Final = 52
RAIL_WIDTH: Final = 212
# In a window that is narrow, or narrow for how large things are drawn.
RAIL_WIDTH_COMPACT: Final = 92
# In a window lower than this, as of a small screen on which things are drawn twice as large, they move together.
LOW_WINDOW: Final = 480
FOCUS_WIDTH: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One colour scheme; each colour is an opaque "#rrggbb", but for `scrim`, which is "#aarrggbb"."""

    name: str
    is_dark: bool
    background: str
    surface: str
    border: str
    text: str
    muted_text: str
    accent: str
    accent_soft: str
    on_accent: str
    accent_hover: str
    accent_pressed: str
    success: str
    success_soft: str
    danger: str
    danger_soft: str
    danger_hover: str
    danger_pressed: str
    warning: str
    warning_soft: str
    info: str
    info_soft: str
    neutral: str
    neutral_soft: str
    hover: str
    track: str
    scrim: str
    shadow: str


# `success` is the accent on its soft background, `neutral` the muted text on grey; both are kept as tokens of
# their own so that a state never has to know which colour stands for it.
LIGHT: Final = Theme(
    name="light",
    is_dark=False,
    background="#F6F7F9",
    surface="#FFFFFF",
    border="#E3E6EB",
    text="#1A1F29",
    muted_text="#5B6472",
    accent="#0B6E4F",
    accent_soft="#E5F4EE",
    on_accent="#FFFFFF",
    accent_hover="#095E43",
    accent_pressed="#074D37",
    success="#0B6E4F",
    success_soft="#E5F4EE",
    danger="#B42318",
    danger_soft="#FDECEA",
    danger_hover="#9A1E14",
    danger_pressed="#83180F",
    warning="#B54708",
    warning_soft="#FEF3E6",
    info="#175CD3",
    info_soft="#E8F0FE",
    neutral="#5B6472",
    neutral_soft="#EEF0F3",
    hover="#F1F3F6",
    track="#E3E6EB",
    scrim="#8C0F1318",
    shadow="#0F1318",
)

DARK: Final = Theme(
    name="dark",
    is_dark=True,
    background="#0F1318",
    surface="#171C23",
    border="#2A323D",
    text="#E8ECF2",
    muted_text="#9AA5B4",
    accent="#3CCB95",
    accent_soft="#12362A",
    on_accent="#0F1318",
    accent_hover="#5AD6A8",
    accent_pressed="#2FB583",
    success="#3CCB95",
    success_soft="#12362A",
    danger="#F97066",
    danger_soft="#3B1618",
    danger_hover="#FB8C84",
    danger_pressed="#E9594F",
    warning="#FDB022",
    warning_soft="#3A2A0E",
    info="#84ADFF",
    info_soft="#182B52",
    neutral="#9AA5B4",
    neutral_soft="#222932",
    hover="#1E252E",
    track="#2A323D",
    scrim="#B3000000",
    shadow="#000000",
)

THEMES: Final = {LIGHT.name: LIGHT, DARK.name: DARK}


def _luminance(color: str) -> float:
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004 - sRGB's own constants (WCAG 2.2)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(first: str, second: str) -> float:
    """Return the WCAG contrast of two opaque colours "#rrggbb": 1.0 (the same) to 21.0 (black on white)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
