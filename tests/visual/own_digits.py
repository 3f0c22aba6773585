"""Numbers in digits of another script than the screen's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget

from cashier.ui.locale_format import plain
from cashier.ui.widgets import CopyLabel
from tests.visual.seen_text import SeenText, raw_texts, visible_widgets

# Identifiers and the words of people and providers keep their digits, and are set apart in every sentence.
_SET_APART = re.compile("[\u2066\u2068][^\u2066-\u2069]*\u2069")
_LATIN = "0-9"
_ARABIC = "\u0660-\u0669"
# A number by itself: digits that are no part of a code, of a path or of a key's name.
_NUMBER = "(?<![\\w./*-])[{0}][{0}.,:/\u066b\u066c]*(?![\\w*-])"
# In a table an IBAN and a customer's number stand alone; amounts, times and dates have marks in them.
_MARKED_NUMBER = "(?<![\\w./*-])[{0}]+[.,:/\u066b\u066c][{0}][{0}.,:/\u066b\u066c]*(?![\\w*-])"
_ROWS = 30
# Digits to choose from, and a bank's code beside its name.
_MEANT = re.compile(r"0123456789|\b016\b")


def foreign_digits(window: QWidget, *, own: str) -> list[str]:
    """Return what shows a number in Latin digits, or in Arabic ones where `own` is "fa"."""
    digits = _LATIN + (_ARABIC if own == "fa" else "")
    number, marked = (re.compile(pattern.format(digits)) for pattern in (_NUMBER, _MARKED_NUMBER))
    return [
        f"{seen.name}: {plain(seen.text)!r} has digits of another script"
        for texts, wrong in ((_texts(window), number), (_cells(window), marked))
        for seen in texts
        if wrong.search(_MEANT.sub(" ", _SET_APART.sub(" ", seen.text)))
    ]


def _texts(window: QWidget) -> Iterator[SeenText]:
    for seen in raw_texts(window):
        # What is typed, and what is there to be copied, is shown as the provider writes it.
        around = (seen.widget, seen.widget.parentWidget())
        if not isinstance(seen.widget, QLineEdit) and not any(isinstance(one, CopyLabel) for one in around):
            yield seen


def _cells(window: QWidget) -> Iterator[SeenText]:
    for view in visible_widgets(window):
        model = view.model() if isinstance(view, QTableView) else None
        if model is None:
            continue
        for row in range(min(model.rowCount(), _ROWS)):
            for column in range(model.columnCount()):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    text = model.index(row, column).data(role)
                    if isinstance(text, str):
                        yield SeenText(view, text)
