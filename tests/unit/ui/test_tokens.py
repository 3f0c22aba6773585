from __future__ import annotations

import pytest

from cashier.ui.style.tokens import THEMES, contrast_ratio

READABLE = 4.5

PAIRS = [
    ("text", "background"),
    ("text", "surface"),
    ("text", "accent_soft"),
    ("text", "hover"),
    ("muted_text", "background"),
    ("muted_text", "surface"),
    ("muted_text", "accent_soft"),
    ("muted_text", "hover"),
    ("muted_text", "neutral_soft"),
    ("accent", "surface"),
    ("accent", "background"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("on_accent", "danger"),
    ("danger", "surface"),
    *((kind, f"{kind}_soft") for kind in ("success", "danger", "warning", "info", "neutral")),
]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("foreground", "ground"), PAIRS)
def test_text_is_readable_on_its_ground(theme, foreground, ground):
    """Every colour that text is written in has a contrast of 4.5 or more on every ground it is written on."""
    assert contrast_ratio(getattr(theme, foreground), getattr(theme, ground)) >= READABLE


def test_contrast_ratio_spans_one_to_twenty_one():
    """The measure itself gives the two values that its definition fixes."""
    assert contrast_ratio("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
