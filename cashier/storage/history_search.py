"""What items are found by: their words by how they begin, their codes by any part, folded alike on both sides.

FTS5 keeps tokens of our making, without positions, in the order of time. A word has a token for each of its
beginnings, since FTS5 would have to put together all words with such a beginning before it gives the first item; a
code has one for every four letters that stand together. Where tokens admit too much, the text itself decides.
"""

from __future__ import annotations

import re
import string
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import apsw

from cashier.domain.keyboard_layouts import codes_meant
from cashier.domain.search_text import searchable
from cashier.domain.text import one_line
from cashier.storage import many_rows

_WORD = re.compile(r"[^\W_]+")
# Inside of codes these only make them easier to read.
_CODE_JOINTS = re.compile(r"[-_./]")

# A letter that is repeated for longer than a gram.
_RUN = re.compile(r"(.)\1{4,}")

# Beginnings of up to so many letters have a token of their own.
_LONGEST_BEGINNING = 8
_GRAM = 4
# Any part of a code counts from so many letters on.
_SHORTEST_PART = 3
# A letter that is repeated more often than a gram is long has tokens for that: noughts are nothing special.
_LONGEST_RUN = 16
# The lists of so many grams are gone through for one word; more would not make it rarer.
_GRAMS_ASKED = 3
# What is longer than an IBAN can be is nobody's to read aloud, and is found by its beginning only.
_LONGEST_CODE = 34
_LONGEST_WORD = 64
# Whole texts are pasted by mistake; nobody looks for something by more than this.
_MOST_WORDS = 16
# Names, and what providers say, come again and again in a list.
_TEXTS_KEPT = 4096
_CODE_LETTERS = string.digits + string.ascii_lowercase
_RUN_GRAMS = frozenset(letter * _GRAM for letter in _CODE_LETTERS)
_BEGINNINGS = range(1, _LONGEST_BEGINNING + 1)
_CODE_BEGINNINGS = range(1, _SHORTEST_PART)


@dataclass(frozen=True, slots=True)
class ItemText:
    """What one item is found by: each word and code once, after a space."""

    words: str
    codes: str

    @classmethod
    def of(cls, words: Iterable[str | None], codes: Iterable[str | None]) -> ItemText:
        """Return the text of an item from its fields, in which nothing is folded yet."""
        found = dict.fromkeys(word for text in words if text for word in _words_of(text))
        known = dict.fromkeys(_words(_without_joints(searchable(" ".join(filter(None, codes))))))
        proper = [code for code in known if len(code) <= _LONGEST_CODE and code.isascii()]
        if len(proper) < len(known):
            found |= dict.fromkeys(code for code in known if code not in proper)
        return cls(words="".join(f" {word}" for word in found), codes="".join(f" {code}" for code in proper))

    def tokens(self) -> str:
        """Return the tokens that are kept of it."""
        words, codes = self.words.split(), self.codes.split()
        beginnings = {beginning for word in words for beginning in _beginnings(word)}
        beginnings |= {code[:length] for code in codes for length in _CODE_BEGINNINGS}
        # The last ones are shorter: what begins with three letters is found among the grams that do.
        grams = {
            code[start : start + _GRAM] for code in codes for start in range(len(code) - _SHORTEST_PART + 1)
        }
        if not grams.isdisjoint(_RUN_GRAMS):
            grams.update(
                run[1] * length
                for code in codes
                for run in _RUN.finditer(code)
                for length in range(_GRAM + 1, min(len(run[0]), _LONGEST_RUN) + 1)
            )
        return " ".join((_marked("<", beginnings), _marked("_", grams)))


@dataclass(frozen=True, slots=True)
class Search:
    """A search as SQL takes it.

    Attributes:
        match: the expression for FTS5; may admit too much unless `is_exact`.
        condition: what is true of the row of `history_texts`, named `texts`, that has every word.
        values: of `:match`, and of those in `condition`.
    """

    match: str
    is_exact: bool
    condition: str
    values: Mapping[str, apsw.SQLiteValue]


def parse_search(text: str) -> Search | None:
    """Return what was typed as a search; None if there is nothing in it to search for."""
    matches, conditions = [], []
    values: dict[str, apsw.SQLiteValue] = {}

    def take(word: str) -> tuple[str, str]:
        name = f"word{len(values)}"
        values[name] = word
        return _match(word), _condition(word, f":{name}")

    # A scanner may have typed through a keyboard layout of another script: its keys are looked for as well.
    meant = {searchable(word): codes_meant(word) for word in one_line(text).split()}
    for typed in dict.fromkeys(searchable(text).split()):
        taken = [take(word[:_LONGEST_WORD]) for word in _words(typed)[: max(_MOST_WORDS - len(values), 0)]]
        if not taken:
            continue
        match, condition = (" AND ".join(parts) for parts in zip(*taken, strict=True))
        # A code may have been typed with what makes it easier to read, and be written without it.
        joined = "".join(_words(_without_joints(typed)))[:_LONGEST_WORD]
        if len(taken) > 1 and _is_code_part(joined):
            other_match, other_condition = take(joined)
            match, condition = f"(({match}) OR {other_match})", f"(({condition}) OR {other_condition})"
        for code in meant.get(typed, ()):
            keys = "".join(_words(_without_joints(searchable(code))))[:_LONGEST_WORD]
            if _is_code_part(keys):
                other_match, other_condition = take(keys)
                match, condition = f"(({match}) OR {other_match})", f"(({condition}) OR {other_condition})"
        matches.append(match)
        conditions.append(condition)
    if not matches:
        return None
    match = " AND ".join(matches)
    return Search(
        match=match,
        is_exact=not any(
            len(str(word)) > (_GRAM if _is_code_part(str(word)) else _LONGEST_BEGINNING)
            for word in values.values()
        ),
        condition=" AND ".join(conditions),
        values=values | {"match": match},
    )


def put(connection: apsw.Connection, place: int, text: ItemText) -> None:
    """Store what a new item is found by."""
    connection.execute(
        "INSERT INTO history_texts (place, words, codes) VALUES (?, ?, ?)", (place, text.words, text.codes)
    )
    connection.execute("INSERT INTO history_search (rowid, tokens) VALUES (?, ?)", (-place, text.tokens()))


def put_all(connection: apsw.Connection, texts: Sequence[tuple[int, ItemText]]) -> None:
    """Store what new items are found by, given by their places."""
    many_rows.insert(
        connection,
        "history_texts",
        ("place", "words", "codes"),
        [(place, text.words, text.codes) for place, text in texts],
    )
    many_rows.insert(
        connection, "history_search", ("rowid", "tokens"), [(-place, text.tokens()) for place, text in texts]
    )


def replace(connection: apsw.Connection, place: int, text: ItemText) -> None:
    """Store what a known item is found by now; nothing is written if it is what is known."""
    row = connection.execute("SELECT words, codes FROM history_texts WHERE place = ?", (place,)).fetchone()
    if row == (text.words, text.codes):
        return
    connection.execute(
        "UPDATE history_texts SET words = ?, codes = ? WHERE place = ?", (text.words, text.codes, place)
    )
    connection.execute(
        "INSERT OR REPLACE INTO history_search (rowid, tokens) VALUES (?, ?)", (-place, text.tokens())
    )


def remove(connection: apsw.Connection, place: int) -> None:
    """Forget what an item was found by."""
    connection.execute("DELETE FROM history_texts WHERE place = ?", (place,))
    connection.execute("DELETE FROM history_search WHERE rowid = ?", (-place,))


def _marked(mark: str, texts: Collection[str]) -> str:
    return f"{mark}{f' {mark}'.join(texts)}" if texts else ""


def _without_joints(folded: str) -> str:
    return _CODE_JOINTS.sub("", folded)


@lru_cache(maxsize=_TEXTS_KEPT)
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(_words(searchable(text)))


@lru_cache(maxsize=_TEXTS_KEPT)
def _beginnings(word: str) -> frozenset[str]:
    return frozenset(word[:length] for length in _BEGINNINGS)


def _words(folded: str) -> list[str]:
    return _WORD.findall(folded)


def _condition(word: str, value: str) -> str:
    # A space stands before every word and code.
    if _is_code_part(word):
        return f"(instr(texts.codes, {value}) OR instr(texts.words, ' ' || {value}))"
    return f"(instr(texts.words, ' ' || {value}) OR instr(texts.codes, ' ' || {value}))"


def _is_code_part(word: str) -> bool:
    return len(word) >= _SHORTEST_PART and word.isascii()


def _match(word: str) -> str:
    # Words are letters and digits only, and in quotes: nothing of FTS5's own language can stand in them.
    beginning = f'"<{word[:_LONGEST_BEGINNING]}"'
    if not _is_code_part(word):
        return beginning
    if len(word) < _GRAM:
        # Not as a beginning of tokens: FTS5 would put all of them together before it gives the first item.
        following = " OR ".join(f'"_{word}{letter}"' for letter in _CODE_LETTERS)
        return f'({beginning} OR "_{word}" OR {following})'
    inside = " AND ".join(f'"_{gram}"' for gram in _grams_asked(word))
    return f"({beginning} OR ({inside}))"


def _grams_asked(word: str) -> list[str]:
    """Return some of a word's grams: those likely to be rare, from all over it."""
    runs = [run[0][:_LONGEST_RUN] for run in _RUN.finditer(word)]
    # Of many different letters first, and of few noughts, with which numbers are filled up. In a long run a gram of
    # it says nothing that the run does not.
    starts = sorted(
        range(len(word) - _GRAM + 1),
        key=lambda start: (-len(set(word[start : start + _GRAM])), word[start : start + _GRAM].count("0")),
    )
    if runs:
        starts = [start for start in starts if len(set(word[start : start + _GRAM])) > 1]
    chosen: list[int] = []
    for apart, wanted in ((_GRAM, _GRAMS_ASKED), (1, _GRAMS_ASKED - 1)):
        for start in starts:
            if len(chosen) < wanted and all(abs(start - other) >= apart for other in chosen):
                chosen.append(start)
    return list(dict.fromkeys([*runs, *(word[start : start + _GRAM] for start in chosen)]))
