"""Whether things may move, as each desktop writes it down."""

from __future__ import annotations

from pathlib import Path

import pytest

from cashier.ui.style.motion import _files_say_so


@pytest.mark.parametrize(
    ("name", "text", "is_reduced"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "[KDE]\nLookAndFeelPackage=a%2\n", False),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=true\n", False),
        ("gtk-3.0/settings.ini", "nothing of the kind\n", False),
    ],
)
def test_what_a_desktop_wrote_down_is_followed(
    tmp_path: Path, *, name: str, text: str, is_reduced: bool
) -> None:
    """Each in its own words; a file that is not right asks for nothing."""
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    assert _files_say_so(tmp_path) is is_reduced


def test_without_a_word_things_move(tmp_path: Path) -> None:
    """An empty folder asks for nothing."""
    assert not _files_say_so(tmp_path)
