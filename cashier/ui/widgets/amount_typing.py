"""What happens to an amount while it is typed: groups appear, the cursor keeps its digit, nothing is guessed.

No Qt here: text and cursor in, text and cursor out.
"""

from typing import Final

from cashier.domain.digits import is_digit, mixes_digit_systems, to_latin_digits
from cashier.ui.locale_format import LocaleFormat

_DECIMAL_MARKS: Final = ".\u066b"


def _is_clear(text: str) -> bool:
    """Say whether `text` is nothing but digits of one system and at most one decimal mark."""
    marks = sum(character in _DECIMAL_MARKS for character in text)
    return (
        marks <= 1
        and all(is_digit(character) or character in _DECIMAL_MARKS for character in text)
        and not mixes_digit_systems(text)
    )


def _inserted(before: str, after: str, selection: tuple[int, int]) -> str:
    """Return what was put in to make `after` out of `before`, of which `selection` was replaced."""
    start, end = selection
    tail = before[end:]
    if start < end and after.startswith(before[:start]) and after.endswith(tail):
        return after[start : len(after) - len(tail)]
    prefix = 0
    while prefix < min(len(before), len(after)) and before[prefix] == after[prefix]:
        prefix += 1
    suffix = 0
    while suffix < min(len(before), len(after)) - prefix and before[-1 - suffix] == after[-1 - suffix]:
        suffix += 1
    return after[prefix : len(after) - suffix]


class AmountTyping:
    """The text of an amount field between keystrokes.

    While every character that people put in is a digit or the one decimal mark, the groups are ours and may be
    moved. As soon as they put in anything else, the marks on screen are theirs: they stay where they are, and
    the parser decides when the amount is submitted.
    """

    def __init__(self, fmt: LocaleFormat) -> None:
        """Start empty, writing with `fmt`."""
        self._format = fmt
        self._shown = ""
        self._unclear = False
        self._garbled = False

    @property
    def shown(self) -> str:
        """The text on screen."""
        return self._shown

    @property
    def is_unclear(self) -> bool:
        """Whether the marks on screen are the person's own."""
        return self._unclear

    @property
    def format(self) -> LocaleFormat:
        """What the groups are written with."""
        return self._format

    def start_over(self) -> None:
        """Forget the text: whatever comes next was put in as a whole."""
        self._shown = ""
        self._unclear = self._garbled = False

    def use_format(self, fmt: LocaleFormat) -> str:
        """Write with `fmt` from now on and return the text rewritten; a person's own marks stay."""
        bare = self.amount_text()
        self._format = fmt
        if not self._garbled:
            self._shown = fmt.digits(bare) if self._unclear else self._group(bare, len(bare))[0]
        return self._shown

    def amount_text(self) -> str:
        """Return what was typed: without our groups, in Latin digits (unless it mixes systems), marks kept."""
        if self._garbled:
            return self._shown
        bare = self._shown if self._unclear else self._shown.replace(self._format.group_mark, "")
        return to_latin_digits(bare)

    def edit(self, text: str, cursor: int, selection: tuple[int, int] = (0, 0)) -> tuple[str, int]:
        """Take the text after an edit, with its cursor and what had been selected; return both as to be shown."""
        if text == self._shown:
            return text, cursor
        put_in = _inserted(self._shown, text, selection)
        if not text:
            self.start_over()
            return text, cursor
        if self._unclear:
            self._unclear = not _is_clear(self._format.digits(text)) or self._garbled
        else:
            bare = text.replace(self._format.group_mark, "")
            self._unclear = not _is_clear(put_in) or not _is_clear(self._format.digits(bare))
        self._garbled = self._garbled or mixes_digit_systems(put_in)
        if self._garbled:
            self._shown = text
        elif self._unclear:
            self._shown = self._format.digits(text)
        else:
            self._shown, cursor = self._group(text, cursor)
        return self._shown, cursor

    def _group(self, text: str, cursor: int) -> tuple[str, int]:
        """Return `text` grouped anew and the cursor behind as many digits as it was behind before."""
        mark = self._format.group_mark
        passed = sum(character != mark for character in text[:cursor])
        bare = text.replace(mark, "")
        place = next((i for i, character in enumerate(bare) if character in _DECIMAL_MARKS), len(bare))
        shown = self._format.group_integer(bare[:place]) + bare[place : place + 1]
        shown += self._format.digits(bare[place + 1 :])
        position = 0
        while passed:
            passed -= shown[position] != mark
            position += 1
        return shown, position
