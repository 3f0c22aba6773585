"""Looks at one screen in every language and, at 100 %, in both themes, and says what is wrong with it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from cashier.services.preferences import Appearance, Language
from cashier.ui.style.theme import current_theme
from tests.visual.bidi_text import unruly_texts
from tests.visual.contrast import too_faint
from tests.visual.journeys import Desk, Look
from tests.visual.layout_checks import Places, cut_texts, focus_jumps, named_places, not_mirrored
from tests.visual.pseudo_locale import PseudoTranslator
from tests.visual.seen_text import untranslated

# Where the pictures go, to be looked at; without it none are kept.
PICTURES_VARIABLE = "CASHIER_VISUAL_PICTURES"

# What people typed, called their things, or providers said.
DATA = frozenset(
    {
        "Sunny Shop",
        "Nora Example",
        "Maryam Example",
        "Wages Example",
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


def wrong_with(desk: Desk, look: Look) -> list[str]:
    """Return everything that is wrong with what is shown now, in whichever language and theme."""
    found: list[str] = []
    shown = look.shown or desk.counter.window
    places: dict[Language, Places] = {}
    for language in (Language.ENGLISH, Language.PERSIAN, Language.ARABIC):
        desk.counter.speak(language)
        found += [f"{language.value}: {trouble}" for trouble in _looked_at(desk, look, language.value)]
        places[language] = named_places(shown)
        if language is not Language.ENGLISH:
            found += [f"{language.value}: {trouble}" for trouble in unruly_texts(shown)]
    for language in (Language.PERSIAN, Language.ARABIC) if look.mirrors else ():
        mirrored = not_mirrored(shown.width(), places[Language.ENGLISH], places[language])
        found += [f"{language.value}: {trouble}" for trouble in mirrored]
    with _pseudo_locale(desk):
        found += [f"pseudo: {trouble}" for trouble in _looked_at(desk, look, "pseudo")]
        found += [f"pseudo: {trouble}" for trouble in untranslated(shown, DATA)]
    desk.counter.speak(Language.ENGLISH)
    _settle(desk)
    return [f"{look.name}: {trouble}" for trouble in found]


def _looked_at(desk: Desk, look: Look, language: str) -> Iterator[str]:
    window = desk.counter.window
    shown = look.shown or window
    scale = window.devicePixelRatioF()
    # A change of the theme dresses everything anew: it begins with the one that is worn already, and at another
    # scale colours are the same.
    worn = Appearance(current_theme().name)
    for appearance in (worn, *(other for other in APPEARANCES if other is not worn and scale == 1)):
        window._theme.set_choice(appearance.value)
        _settle(desk)
        picture = shown.grab().toImage()
        _keep(picture.save, f"{look.name}-{language}-{appearance.value}-{scale:g}.png")
        yield from (f"{appearance.value}: {trouble}" for trouble in too_faint(shown, picture))
    yield from cut_texts(shown)
    yield from focus_jumps(shown)


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
