"""What a shop can choose between: language, looks, calendar, digits, papers."""

from __future__ import annotations

from enum import Enum


class Language(Enum):
    """The languages of the screen."""

    PERSIAN = "fa"
    ARABIC = "ar"
    ENGLISH = "en"


class Appearance(Enum):
    """Light or dark, or whatever the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class CalendarChoice(Enum):
    """The calendar that dates are written in."""

    BY_LANGUAGE = "by_language"  # Jalali in Persian, Gregorian in the others
    JALALI = "jalali"
    GREGORIAN = "gregorian"


class DigitChoice(Enum):
    """The digits that amounts, times and counts are written in."""

    BY_LANGUAGE = "by_language"
    LATIN = "latin"  # 0-9 in every language


class MotionChoice(Enum):
    """How much may move on the screen."""

    SYSTEM = "system"  # as the system says
    REDUCED = "reduced"  # nothing that need not


class KeepHistory(Enum):
    """How long history is kept; what is open is kept for as long as it is open."""

    FOR_EVER = "for_ever"
    FIVE_YEARS = "5"
    TWO_YEARS = "2"
    ONE_YEAR = "1"

    @property
    def years(self) -> int | None:
        """The number of years; None for ever."""
        return None if self is KeepHistory.FOR_EVER else int(self.value)


class ReceiptPaper(Enum):
    """What receipts are printed on."""

    ROLL_80 = "roll_80"
    ROLL_58 = "roll_58"
    A5 = "a5"
    A4 = "a4"


class ReceiptPrinter(Enum):
    """How receipts leave the till."""

    SYSTEM = "system"  # the printers that the system knows
    DIRECT = "direct"  # a thermal printer at an address, spoken to in ESC/POS


class Switch(Enum):
    """A choice that is made or not."""

    ON = "on"
    OFF = "off"


# Where most shops of each language are, until the shop says otherwise.
HOME_ZONES = {
    Language.PERSIAN: "Asia/Tehran",
    Language.ARABIC: "Asia/Damascus",
    Language.ENGLISH: "Asia/Tehran",
}


def language_of_locale(name: str) -> Language:
    """Return the language for a locale's name such as `fa_IR`; Persian when it says nothing we speak."""
    known = {language.value: language for language in Language}
    return known.get(name.replace("-", "_").partition("_")[0].lower(), Language.PERSIAN)
