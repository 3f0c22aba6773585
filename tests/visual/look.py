"""Looks at one screen in every language, in both themes and at every scale, and says what is wrong with it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from cashier.services.preferences import Appearance, Language
from cashier.ui.style.theme import current_theme
from tests.visual.bidi_text import unruly_texts
from tests.visual.contrast import too_faint
from tests.visual.journeys import Desk, Look
from tests.visual.layout_checks import Places, cut_texts, focus_jumps, named_places, not_mirrored
from tests.visual.pseudo_locale import PseudoTranslator
from tests.visual.seen_text import untranslated
from tests.visual.touch import hard_to_touch
from tests.visual.views import HAS_BOTH_THEMES, VIEWS, View

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
# English first: against it the others are measured. The made-up language, None, is read from the right as Arabic is.
LANGUAGES = (Language.ENGLISH, Language.PERSIAN, Language.ARABIC, None)


def wrong_with(
    desk: Desk,
    look: Look,
    *,
    languages: tuple[Language | None, ...] = LANGUAGES,
    views: tuple[View, ...] = VIEWS,
    has_both_themes: bool = HAS_BOTH_THEMES,
) -> list[str]:
    """Return everything that is wrong with what is shown now, in whichever language and theme, on whichever screen."""
    found: list[str] = []
    # A change of the theme dresses everything anew, which takes longer than all else: it begins with the one that is
    # worn already. And what lies where is the same in both.
    worn = Appearance(current_theme().name)
    found += _in_all_languages(desk, look, languages, views, worn, is_measured=True)
    for other in (one for one in APPEARANCES if one is not worn and has_both_themes):
        desk.counter.window._theme.set_choice(other.value)
        found += _in_all_languages(desk, look, languages[::-1], views, other, is_measured=False)
    desk.counter.window.resize(*views[0].window)
    desk.counter.speak(Language.ENGLISH)
    _settle(desk)
    return [f"{look.name}: {trouble}" for trouble in found]


def _in_all_languages(
    desk: Desk,
    look: Look,
    languages: tuple[Language | None, ...],
    views: tuple[View, ...],
    appearance: Appearance,
    *,
    is_measured: bool,
) -> Iterator[str]:
    shown = look.shown or desk.counter.window
    english: dict[View, Places] = {}
    for language in languages:
        with _spoken(desk, language) as name:
            for view in views:
                where = f"{name}, {appearance.value}, {view}"
                desk.counter.window.resize(*view.window)
                _settle(desk)
                picture = _picture(shown, view.scale)
                _keep(picture.save, f"{look.name}-{name}-{appearance.value}-{view}.png")
                if view is views[0]:
                    # Colours are the same however large they are drawn.
                    yield from (f"{where}: {trouble}" for trouble in too_faint(shown, picture))
                if not is_measured:
                    continue
                yield from (f"{where}: {trouble}" for trouble in _measured(shown, language))
                if language is Language.ENGLISH:
                    english[view] = named_places(shown)
                elif language is not None and look.mirrors:
                    mirrored = not_mirrored(shown.width(), english[view], named_places(shown))
                    yield from (f"{where}: {trouble}" for trouble in mirrored)


def _measured(shown: QWidget, language: Language | None) -> Iterator[str]:
    yield from cut_texts(shown)
    yield from focus_jumps(shown)
    yield from hard_to_touch(shown)
    if language is None:
        yield from untranslated(shown, DATA)
    elif language is not Language.ENGLISH:
        yield from unruly_texts(shown)


def _picture(shown: QWidget, scale: float) -> QImage:
    picture = QImage(shown.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(scale)
    picture.fill(QColor(current_theme().background))
    shown.render(picture)
    return picture


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
def _spoken(desk: Desk, language: Language | None) -> Iterator[str]:
    """Speak a language, or the made-up one over Arabic, so that it is read right to left; give its name."""
    application = QApplication.instance()
    assert application is not None
    desk.counter.speak(language or Language.ARABIC)
    if language is not None:
        yield language.value
        return
    translator = PseudoTranslator()
    application.installTranslator(translator)
    yield "pseudo"
    application.removeTranslator(translator)
