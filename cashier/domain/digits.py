"""The three digit systems of the counter: Latin, Arabic and Persian."""

LATIN_DIGITS = "0123456789"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"

DIGIT_SYSTEMS = (LATIN_DIGITS, ARABIC_DIGITS, PERSIAN_DIGITS)

_TO_LATIN = str.maketrans(ARABIC_DIGITS + PERSIAN_DIGITS, LATIN_DIGITS * 2)


def to_latin_digits(text: str) -> str:
    """Return `text` with Arabic and Persian digits replaced by Latin ones; all else is kept."""
    return text.translate(_TO_LATIN)


def is_digit(character: str) -> bool:
    """Say whether one character is a digit of one of the three systems (and of no other script)."""
    return any(character in system for system in DIGIT_SYSTEMS)


def mixes_digit_systems(text: str) -> bool:
    """Say whether `text` holds digits of more than one system, as a garbled paste does."""
    return sum(any(digit in text for digit in system) for system in DIGIT_SYSTEMS) > 1
