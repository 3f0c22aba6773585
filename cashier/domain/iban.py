"""Iranian IBANs (Sheba): read as people type them, checked, grouped, and the bank they belong to.

ValueError
└── IbanError    carries an `IbanProblem` and how many digits are missing or too many
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum
from string import ascii_lowercase, ascii_uppercase

from cashier.domain.digits import LATIN_DIGITS, to_latin_digits
from cashier.domain.translation_marker import QT_TRANSLATE_NOOP

COUNTRY = "IR"
DIGITS_AFTER_COUNTRY = 24

_CHECK_DIGITS = 2
_BANK_DIGITS = 3
_GROUP_LENGTH = 4
_MODULUS = 97
# The country in numbers, as the standard counts letters (A is 10), before check digits not known yet.
_COUNTRY_AND_NO_CHECK_DIGITS = "182700"

# Controls (tabs and line ends), invisible format characters (zero-width ones, bidi marks, soft hyphens),
# dashes, and every kind of space.
_SEPARATOR_CATEGORIES = frozenset({"Cc", "Cf", "Pd", "Zl", "Zp", "Zs"})
# The minus sign and the Arabic stroke (tatweel) look like dashes and are none to Unicode.
_OTHER_DASHES = "\u2212\u0640"

# Only these letters: what Unicode's own upper case makes of others would hide what was typed.
_TO_UPPER = str.maketrans(ascii_lowercase, ascii_uppercase)


class IbanProblem(Enum):
    """Why a text is not an Iranian IBAN."""

    EMPTY = "empty"
    NOT_IRANIAN = "not_iranian"
    BAD_CHARACTER = "bad_character"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    WRONG_CHECK_DIGITS = "wrong_check_digits"


class IbanError(ValueError):
    """A text that is not an Iranian IBAN.

    Attributes:
        problem: what is wrong with it.
        missing: how many digits it lacks; 0 unless it is too short.
        excess: how many digits it has too many; 0 unless it is too long.
    """

    def __init__(self, problem: IbanProblem, *, missing: int = 0, excess: int = 0) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.missing = missing
        self.excess = excess


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank or credit institution of Iran.

    Attributes:
        code: its three digits in an IBAN.
        name: in English, marked for translation in the context `Bank`.
    """

    code: str
    name: str


# Banks that were merged away stay: accounts opened there keep their IBAN.
KNOWN_BANKS: dict[str, Bank] = {
    bank.code: bank
    for bank in (
        Bank("010", QT_TRANSLATE_NOOP("Bank", "Central Bank")),
        Bank("011", QT_TRANSLATE_NOOP("Bank", "Bank Sanat o Madan")),
        Bank("012", QT_TRANSLATE_NOOP("Bank", "Bank Mellat")),
        Bank("013", QT_TRANSLATE_NOOP("Bank", "Bank Refah")),
        Bank("014", QT_TRANSLATE_NOOP("Bank", "Bank Maskan")),
        Bank("015", QT_TRANSLATE_NOOP("Bank", "Bank Sepah")),
        Bank("016", QT_TRANSLATE_NOOP("Bank", "Bank Keshavarzi")),
        Bank("017", QT_TRANSLATE_NOOP("Bank", "Bank Melli")),
        Bank("018", QT_TRANSLATE_NOOP("Bank", "Bank Tejarat")),
        Bank("019", QT_TRANSLATE_NOOP("Bank", "Bank Saderat")),
        Bank("020", QT_TRANSLATE_NOOP("Bank", "Bank Tosee Saderat")),
        Bank("021", QT_TRANSLATE_NOOP("Bank", "Post Bank")),
        Bank("022", QT_TRANSLATE_NOOP("Bank", "Bank Tosee Taavon")),
        Bank("051", QT_TRANSLATE_NOOP("Bank", "Tosee Credit Institution")),
        Bank("052", QT_TRANSLATE_NOOP("Bank", "Bank Ghavamin")),
        Bank("053", QT_TRANSLATE_NOOP("Bank", "Bank Karafarin")),
        Bank("054", QT_TRANSLATE_NOOP("Bank", "Bank Parsian")),
        Bank("055", QT_TRANSLATE_NOOP("Bank", "Bank Eghtesad Novin")),
        Bank("056", QT_TRANSLATE_NOOP("Bank", "Bank Saman")),
        Bank("057", QT_TRANSLATE_NOOP("Bank", "Bank Pasargad")),
        Bank("058", QT_TRANSLATE_NOOP("Bank", "Bank Sarmayeh")),
        Bank("059", QT_TRANSLATE_NOOP("Bank", "Bank Sina")),
        Bank("060", QT_TRANSLATE_NOOP("Bank", "Bank Mehr Iran")),
        Bank("061", QT_TRANSLATE_NOOP("Bank", "Bank Shahr")),
        Bank("062", QT_TRANSLATE_NOOP("Bank", "Bank Ayandeh")),
        Bank("063", QT_TRANSLATE_NOOP("Bank", "Bank Ansar")),
        Bank("064", QT_TRANSLATE_NOOP("Bank", "Bank Gardeshgari")),
        Bank("065", QT_TRANSLATE_NOOP("Bank", "Bank Hekmat")),
        Bank("066", QT_TRANSLATE_NOOP("Bank", "Bank Dey")),
        Bank("069", QT_TRANSLATE_NOOP("Bank", "Bank Iran Zamin")),
        Bank("070", QT_TRANSLATE_NOOP("Bank", "Bank Resalat")),
        Bank("073", QT_TRANSLATE_NOOP("Bank", "Kosar Credit Institution")),
        Bank("075", QT_TRANSLATE_NOOP("Bank", "Melal Credit Institution")),
        Bank("078", QT_TRANSLATE_NOOP("Bank", "Middle East Bank")),
        Bank("079", QT_TRANSLATE_NOOP("Bank", "Bank Mehr Eqtesad")),
        Bank("080", QT_TRANSLATE_NOOP("Bank", "Noor Credit Institution")),
        Bank("090", QT_TRANSLATE_NOOP("Bank", "Bank Mehr Iran")),
        Bank("095", QT_TRANSLATE_NOOP("Bank", "Iran–Venezuela Bank")),
    )
}


def clean_typed_iban(text: str) -> str:
    """Return what was typed so far in compact form: A-Z in upper case, Latin digits, no separators.

    Characters that cannot be in an IBAN stay, so that they can be seen and named as wrong.
    """
    compact = "".join(
        character
        for character in text
        if unicodedata.category(character) not in _SEPARATOR_CATEGORIES and character not in _OTHER_DASHES
    )
    return to_latin_digits(compact).translate(_TO_UPPER)


def grouped_iban(text: str) -> str:
    """Return an IBAN, whole or as far as it is typed, in compact form and groups of four."""
    compact = clean_typed_iban(text)
    return " ".join(compact[start : start + _GROUP_LENGTH] for start in range(0, len(compact), _GROUP_LENGTH))


def parse_iban(typed: str) -> str:
    """Return the Iranian IBAN that was typed: `IR` and 24 digits, the check digits proven.

    Spaces, dashes, invisible marks, small letters and Persian or Arabic digits are taken; `IR` may be missing.

    Raises:
        IbanError: if it is none.
    """
    compact = clean_typed_iban(typed)
    if not compact:
        raise IbanError(IbanProblem.EMPTY)
    digits = _without_country(compact)
    if not _is_all_latin_digits(digits):
        raise IbanError(IbanProblem.BAD_CHARACTER)
    lacking = DIGITS_AFTER_COUNTRY - len(digits)
    if lacking > 0:
        raise IbanError(IbanProblem.TOO_SHORT, missing=lacking)
    if lacking < 0:
        raise IbanError(IbanProblem.TOO_LONG, excess=-lacking)
    if digits[:_CHECK_DIGITS] != _check_digits_for(digits[_CHECK_DIGITS:]):
        raise IbanError(IbanProblem.WRONG_CHECK_DIGITS)
    return COUNTRY + digits


def bank_of(iban: str) -> Bank | None:
    """Return the bank of an Iranian IBAN, whole or typed at least as far as the bank's three digits.

    None if the bank is not known: banks open and merge, so that is a reason to look twice, not to refuse.
    """
    beginning = clean_typed_iban(iban).removeprefix(COUNTRY)[: _CHECK_DIGITS + _BANK_DIGITS]
    if not _is_all_latin_digits(beginning):
        return None
    return KNOWN_BANKS.get(beginning[_CHECK_DIGITS:])


def _without_country(compact: str) -> str:
    """Return what follows the country's letters, which may be missing or half typed."""
    country = compact[: len(compact) - len(compact.lstrip(ascii_uppercase))]
    if country in {"", COUNTRY} or compact == COUNTRY[0]:
        return compact[len(country) :]
    # A country has two letters; more of them are no country but something else altogether.
    raise IbanError(
        IbanProblem.NOT_IRANIAN if len(country) <= len(COUNTRY) else IbanProblem.BAD_CHARACTER,
    )


def _check_digits_for(rest: str) -> str:
    """Return the two check digits (ISO 7064, mod 97-10) that belong before the other 22 digits.

    Comparing with these is stricter than a remainder of 1: 00, 01 and 99 leave it too, and no bank issues them.
    """
    return f"{_MODULUS + 1 - int(rest + _COUNTRY_AND_NO_CHECK_DIGITS) % _MODULUS:02}"


def _is_all_latin_digits(text: str) -> bool:
    return all(character in LATIN_DIGITS for character in text)
