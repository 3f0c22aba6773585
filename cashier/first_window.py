"""The window before everything else: what is needed to put it on the screen, and no more.

What is imported before the first paint is what everybody waits for at every start. A test lists what is not to be. Even
`QtCore.Qt` and `QStyle` are not: the enums in them take as long to make as fonts, colours and language together.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QEventLoop, QLocale, QTimer
from PySide6.QtWidgets import QApplication

from cashier.domain.choices import Appearance, Language, language_of_locale
from cashier.launch import Launch
from cashier.services.first_look import FirstLook, read_first_look
from cashier.start_up import Phase, StartUpClock
from cashier.ui.language import LanguageController
from cashier.ui.main_window import MainWindow
from cashier.ui.opening_view import OpeningView
from cashier.ui.style.theme import ThemeController, guessed_system_theme

_TITLE_BAR_HEIGHT: Final = 40
# A window that is born minimised is not painted at all.
_LONGEST_WAIT_MS: Final = 1_000


class FirstWindow(NamedTuple):
    """The window, and what dresses it.

    Attributes:
        look: how it was dressed: as the till looked last, or else as the launch and the system say.
        is_known: whether it was the till's own look.
    """

    window: MainWindow
    look: FirstLook
    is_known: bool


def show_first_window(app: QApplication, launch: Launch, clock: StartUpClock) -> FirstWindow:
    """Show the window, and return as soon as it is painted."""
    known = read_first_look(launch.profile)
    look = known or FirstLook(launch.language or _language_of_system(), launch.appearance, "")
    theme = ThemeController(app)
    language = LanguageController(app, theme)
    is_guessed = look.appearance is Appearance.SYSTEM
    theme.set_choice(guessed_system_theme(app).name if is_guessed else look.appearance.value)
    language.speak(look.language)
    clock.mark(Phase.LOOK)
    window = MainWindow(theme, language)
    window.retranslate(look.shop_name)
    opening = OpeningView(has_rail=known is not None)
    window.show_alone(opening)
    if launch.size is not None:
        window.resize(*launch.size)
    if launch.size is None and not _fits_the_screen(window):
        window.showMaximized()
    else:
        window.show()
    clock.mark(Phase.WINDOW)
    waiting = QEventLoop()
    opening.painted.connect(waiting.quit)
    QTimer.singleShot(_LONGEST_WAIT_MS, waiting.quit)
    waiting.exec()
    clock.mark(Phase.FIRST_PAINT)
    _wear_icon(app)
    return FirstWindow(window, look, known is not None)


def _wear_icon(app: QApplication) -> None:
    from cashier.ui.style.app_icon import app_icon  # noqa: PLC0415  # after the first paint

    app.setWindowIcon(app_icon())


def _language_of_system() -> Language:
    return language_of_locale(QLocale.system().name())


def _fits_the_screen(window: MainWindow) -> bool:
    """Whether the window at its usual size, its title bar included, fits beside the system's own bars."""
    free = window.screen().availableGeometry().size()
    return free.width() > window.width() and free.height() > window.height() + _TITLE_BAR_HEIGHT
