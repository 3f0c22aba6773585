"""What was typed on a Latin keyboard while the machine took it for an Arabic or Persian one.

A scanner types keys. With such a layout active, the letters of a code arrive as the letters that share their keys:
`ش` for `a`. Which layout it was shows only in what it wrote, so a text is read as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cashier.domain.digits import to_latin_digits

_KEYS = ("`1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./")
_KEYS_WITH_SHIFT = ("~!@#$%^&*()_+", "QWERTYUIOP{}|", 'ASDFGHJKL:"', "ZXCVBNM<>?")
# What codes are made of; a reading with anything else in it is a poor one.
_CODE = re.compile(r"[0-9A-Za-z._/:-]*")


@dataclass(frozen=True, slots=True)
class KeyboardLayout:
    """A layout of the 48 keys that write.

    Attributes:
        language: "ar" or "fa".
        keys: by what a key writes, the Latin character of the same key; where two keys write the same, the one
            without Shift.
        twins: of what two keys write, the Latin character of the one with Shift.
    """

    language: str
    keys: Mapping[str, str]
    twins: Mapping[str, str]
    _longest: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_longest", max(map(len, self.keys)))

    def read(self, strokes: Sequence[str]) -> str | None:
        """Return the Latin characters of the keys that wrote `strokes`; None if some of it is on no key.

        A stroke is what came at once; within one, the longest that a single key writes is one key. Latin letters
        and digits of any system stay what they are.
        """
        written = [key for stroke in strokes for key in self._split(stroke)]
        read = "".join(self.keys.get(key, to_latin_digits(key)) for key in written)
        if not read.isascii():
            return None
        if _mixes_cases(read) and not self.twins.keys().isdisjoint(written):
            other = "".join(self.twins.get(key, self.keys.get(key, to_latin_digits(key))) for key in written)
            return read if _mixes_cases(other) else other
        return read

    def _split(self, stroke: str) -> Iterator[str]:
        start = 0
        while start < len(stroke):
            lengths = range(min(self._longest, len(stroke) - start), 1, -1)
            length = next((n for n in lengths if stroke[start : start + n] in self.keys), 1)
            yield stroke[start : start + length]
            start += length


def _layout(language: str, plain: Sequence[str], with_shift: Sequence[str]) -> KeyboardLayout:
    """Return a layout from its rows; in a row, what each key writes stands between spaces."""
    with_latin = [
        pair
        for rows, latin_rows in ((plain, _KEYS), (with_shift, _KEYS_WITH_SHIFT))
        for row, latin in zip(rows, latin_rows, strict=True)
        for pair in zip(row.split(" "), latin, strict=True)
    ]
    # Of what comes twice a dict keeps the last.
    keys = dict(reversed(with_latin))
    twins = {written: key for written, key in with_latin if keys[written] != key}
    # Some systems write lam-alef as the one character that old fonts have for it.
    for pair, single in (("لا", "\ufefb"), ("لأ", "\ufef7"), ("لإ", "\ufef9"), ("لآ", "\ufef5")):
        if pair in keys:
            keys.setdefault(single, keys[pair])
    return KeyboardLayout(language, keys, twins)


# Vowel marks and what is invisible are written as escapes: they would stand on their neighbours.
ARABIC_101 = _layout(
    "ar",
    (
        "ذ 1 2 3 4 5 6 7 8 9 0 - =",
        "ض ص ث ق ف غ ع ه خ ح ج د \\",
        "ش س ي ب ل ا ت ن م ك ط",
        "ئ ء ؤ ر لا ى ة و ز ظ",
    ),
    (
        "\u0651 ! @ # $ % ^ & * ) ( _ +",
        "\u064e \u064b \u064f \u064c لإ إ ` ÷ × ؛ < > |",
        '\u0650 \u064d ] [ لأ أ \u0640 ، / : "',
        "~ \u0652 } { لآ آ \u2019 , . ؟",
    ),
)
# ISIRI 9147, which systems call Persian or Persian (Standard).
PERSIAN_STANDARD = _layout(
    "fa",
    (
        "\u200d ۱ ۲ ۳ ۴ ۵ ۶ ۷ ۸ ۹ ۰ - =",
        "ض ص ث ق ف غ ع ه خ ح ج چ \\",
        "ش س ی ب ل ا ت ن م ک گ",
        "ظ ط ز ر ذ د ئ و . /",
    ),
    (
        "÷ ! \u066c \u066b \ufdfc \u066a × ، * ) ( \u0640 +",
        "\u0652 \u064c \u064d \u064b \u064f \u0650 \u064e \u0651 ] [ } { |",
        "ؤ ئ ي إ أ آ ة » « : ؛",
        "ك \u0653 ژ \u0670 \u200c \u0654 ء > < ؟",
    ),
)
# The older one of Windows, and still the usual one there.
PERSIAN_WINDOWS = _layout(
    "fa",
    (
        "\u200d 1 2 3 4 5 6 7 8 9 0 - =",
        "ض ص ث ق ف غ ع ه خ ح ج چ پ",
        "ش س ی ب ل ا ت ن م ک گ",
        "ظ ط ز ر ذ د ئ و . /",
    ),
    (
        "÷ ! @ # $ % ^ & * ) ( _ +",
        "\u064b \u064c \u064d ريال ، ؛ , ] [ \\ } { |",
        '\u064e \u064f \u0650 \u0651 ۀ آ \u0640 « » : "',
        "ة ي ژ ؤ إ أ ء < > ؟",
    ),
)
LAYOUTS = (PERSIAN_STANDARD, PERSIAN_WINDOWS, ARABIC_101)
_LONGEST_STROKE = max(len(written) for layout in LAYOUTS for written in layout.keys)


def keys_meant(strokes: Sequence[str], language: str = "") -> str:
    """Return the Latin code that was meant by what arrived; what was typed in Latin anyway is left as it is.

    Only for fields that take nothing but such codes: it makes codes of words too.

    Args:
        strokes: what arrived, each time it did; a single text is a single stroke.
        language: "ar" or "fa", of the layout that is likelier where more than one fits; empty if nothing is known.
    """
    typed = "".join(strokes)
    if to_latin_digits(typed).isascii():
        return to_latin_digits(typed)
    found = [
        (not _CODE.fullmatch(read), _mixes_cases(read), layout.language != language, place, read)
        for place, layout in enumerate(LAYOUTS)
        if (read := layout.read(strokes)) is not None
    ]
    return min(found)[-1] if found else typed


def codes_meant(text: str) -> list[str]:
    """Return the codes that a text may have been meant as, by any layout; none if it is Latin, or no code by any.

    Only readings with a digit count: a word of a language has none, and is to be taken as it stands.
    """
    if to_latin_digits(text).isascii():
        return []
    # `لا` is one key on an Arabic keyboard, and two all the same.
    read = (layout.read(strokes) for layout in LAYOUTS for strokes in ((text,), tuple(text)))
    codes = dict.fromkeys(code for code in read if code is not None and _CODE.fullmatch(code))
    return [code for code in codes if any(character.isdigit() for character in code)]


def _mixes_cases(text: str) -> bool:
    return text not in (text.lower(), text.upper())


class TypedStrokes:
    """Follows a field in which a code is typed, so that each further key can still say which layout the first was of.

    What is more than a key can write was pasted: it went through no layout, and is left as it is.
    """

    def __init__(self) -> None:
        self._strokes: list[str] = []
        self._shown = ""
        self._is_pasted = False

    def read(self, text: str, language: str = "") -> str:
        """Return the code that is meant by what stands in the field after an edit.

        Args:
            text: what stands there: what was shown after the edit before, and what came.
            language: as for `keys_meant`.
        """
        if not (self._shown and text.startswith(self._shown)):
            self._strokes, self._shown, self._is_pasted = [], "", False
        new = text.removeprefix(self._shown)
        if new:
            self._strokes.append(new)
            self._is_pasted = self._is_pasted or (len(new) > _LONGEST_STROKE and not new.isascii())
        self._shown = to_latin_digits(text) if self._is_pasted else keys_meant(self._strokes, language)
        return self._shown

    def show(self, text: str) -> None:
        """Take note of what the field shows instead, such as the code in groups."""
        self._shown = text
