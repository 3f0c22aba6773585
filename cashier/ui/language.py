"""The language of the screen: translators, direction, digits and calendar, changed together at run time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from cashier.domain.choices import CalendarChoice, DigitChoice, Language
from cashier.resource_paths import translations_dir
from cashier.ui.style.theme import ThemeController

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_LOCALE_NAMES = {Language.PERSIAN: "fa_IR", Language.ARABIC: "ar_SY", Language.ENGLISH: "en_US"}


class LanguageController(QObject):
    """Switches the whole application, open screens included, to a language."""

    def __init__(self, app: QApplication, theme: ThemeController) -> None:
        super().__init__(app)
        self._app = app
        self._theme = theme
        self._installed: list[QTranslator] = []
        self._shown: tuple[Language, ZoneInfo, CalendarChoice, DigitChoice] | None = None

    def use(
        self,
        language: Language,
        zone: ZoneInfo,
        calendar: CalendarChoice = CalendarChoice.BY_LANGUAGE,
        digits: DigitChoice = DigitChoice.BY_LANGUAGE,
    ) -> None:
        """Show everything in `language`, with times in `zone`, dates of `calendar` and those digits.

        Does nothing if that is so already.
        """
        from cashier.ui.locale_format import (  # noqa: PLC0415  # the first window has neither numbers nor dates
            LocaleFormat,
            set_current_locale_format,
        )

        if self._shown == (language, zone, calendar, digits):
            return
        self._shown = (language, zone, calendar, digits)
        locale_format = LocaleFormat(
            language.value, zone, latin_digits=digits is DigitChoice.LATIN, calendar=calendar
        )
        # First the formats and the direction, then the translators: installing one makes every widget write anew.
        set_current_locale_format(locale_format)
        QLocale.setDefault(QLocale(_LOCALE_NAMES[language]))
        self._theme.set_direction(locale_format.direction)
        self._install(language)

    def speak(self, language: Language) -> None:
        """Show the words of `language` in the first window, from its own side; it has neither numbers nor dates."""
        self._install(language)
        # Qt's own translations turn the application round by themselves. Where they are missing, it is done by hand.
        reads_left = language is not Language.ENGLISH
        if self._app.isRightToLeft() is not reads_left:
            way = QtCore.Qt.LayoutDirection
            self._theme.set_direction(way.RightToLeft if reads_left else way.LeftToRight)

    def _install(self, language: Language) -> None:
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = [
            translator
            for translator in (self._qt_translator(language), self._own_translator(language))
            if translator is not None
        ]
        for translator in self._installed:
            self._app.installTranslator(translator)

    def _own_translator(self, language: Language) -> QTranslator | None:
        translator = QTranslator(self)
        path = translations_dir() / f"cashier_{language.value}.qm"
        if translator.load(str(path)):
            return translator
        import structlog  # noqa: PLC0415  # not for the first window of a program that is whole

        structlog.get_logger(__name__).error("translation_missing", path=str(path))
        return None

    def _qt_translator(self, language: Language) -> QTranslator | None:
        """Return Qt's own words (the menu of a text field); it has none for English, which they are written in."""
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return translator if translator.load(f"qtbase_{language.value}", folder) else None
