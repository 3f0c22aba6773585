"""Looks at one screen in every language and both themes, and says what is wrong with it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from cashier.services.preferences import Appearance, Language
from tests.visual.contrast import too_faint
from tests.visual.layout_checks import Places, cut_texts, focus_jumps, named_places, not_mirrored
from tests.visual.pseudo_locale import PseudoTranslator
from tests.visual.screens import Desk
from tests.visual.seen_text import untranslated

# Where the pictures go, to be looked at; without it none are kept.
PICTURES_VARIABLE = "CASHIER_VISUAL_PICTURES"

# What people typed, called their things, or providers said.
DATA = frozenset(
    {
        "Sunny Shop",
        "Nora Example",
        "Maryam Example",
        "Digital bank",
        "Paystar",
        "AqayePardakht",
        "Aqaye Pardakht",
        "Resid",
        "Asia/Tehran",
    }
)
_TURNS = 8
APPEARANCES = (Appearance.LIGHT, Appearance.DARK)


def wrong_with(desk: Desk, name: str) -> list[str]:
    """Return everything that is wrong with what the window shows now, in whichever language and theme."""
    found: list[str] = []
    places: dict[Language, Places] = {}
    for language in (Language.ENGLISH, Language.PERSIAN, Language.ARABIC):
        desk.counter.speak(language)
        found += [f"{language.value}: {trouble}" for trouble in _look(desk, name, language.value)]
        places[language] = named_places(desk.counter.window)
    width = desk.counter.window.width()
    for language in (Language.PERSIAN, Language.ARABIC):
        mirrored = not_mirrored(width, places[Language.ENGLISH], places[language])
        found += [f"{language.value}: {trouble}" for trouble in mirrored]
    with _pseudo_locale(desk):
        found += [f"pseudo: {trouble}" for trouble in _look(desk, name, "pseudo")]
        found += [f"pseudo: {trouble}" for trouble in untranslated(desk.counter.window, DATA)]
    desk.counter.speak(Language.ENGLISH)
    return found


def _look(desk: Desk, name: str, language: str) -> Iterator[str]:
    window = desk.counter.window
    for appearance in APPEARANCES:
        window._theme.set_choice(appearance.value)
        _settle(desk)
        picture = window.grab().toImage()
        _keep(picture.save, f"{name}-{language}-{appearance.value}-{window.devicePixelRatioF():g}.png")
        yield from (f"{appearance.value}: {trouble}" for trouble in too_faint(window, picture))
    yield from cut_texts(window)
    yield from focus_jumps(window)


def _settle(desk: Desk) -> None:
    # What changed lays itself out anew, and that may change what lies around it.
    for _ in range(_TURNS):
        desk.counter.run(asyncio.sleep(0))


def _keep(save: object, name: str) -> None:
    folder = os.environ.get(PICTURES_VARIABLE)
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        assert callable(save)
        save(str(Path(folder) / name))


@contextmanager
def _pseudo_locale(desk: Desk) -> Iterator[None]:
    """Speak the made-up language, over Persian, so that it is read right to left."""
    translator = PseudoTranslator()
    application = QApplication.instance()
    assert application is not None
    application.installTranslator(translator)
    _settle(desk)
    yield
    application.removeTranslator(translator)
    _settle(desk)
