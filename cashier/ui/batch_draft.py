"""The rows of a batch while it is being made: what was typed, what is known of it, and the sums of that.

Everything is kept up to date row by row, so that the ten-thousandth edit costs what the first did.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from cashier.domain.money import RIAL, Money
from cashier.services.batch_cells import Column, RowText
from cashier.services.batch_rows import CheckedRows, RowCheck, RowDoubt, RowProblem, RowWarning

_COLUMN_ORDER = {column: order for order, column in enumerate(Column)}


class BatchDraft:
    """Rows by their place, from 0; each has a number of its own that it keeps when others go."""

    def __init__(self) -> None:
        self._texts: list[RowText] = []
        self._checks: list[RowCheck | None] = []
        self._unchecked: set[int] = set()
        self._wrong: list[int] = []
        self._problem_count = 0
        self._total = Decimal(0)
        self._alike: dict[tuple[str, str], list[int]] = {}

    def __len__(self) -> int:
        return len(self._texts)

    # What is there

    @property
    def unchecked_count(self) -> int:
        """How many rows nothing is known about yet."""
        return len(self._unchecked)

    @property
    def wrong_count(self) -> int:
        """How many rows have problems."""
        return len(self._wrong)

    @property
    def problem_count(self) -> int:
        """How many problems all rows have together."""
        return self._problem_count

    @property
    def total(self) -> Money:
        """The sum of the rows that may be sent, in rial."""
        return Money(self._total, RIAL)

    @property
    def may_be_sent(self) -> bool:
        """Whether there are rows, all of them checked, and not one has a problem."""
        return bool(self._texts) and not self._unchecked and not self._wrong

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been typed into any row."""
        return not any(text.text(column) for text in self._texts for column in Column)

    def text(self, place: int) -> RowText:
        """Return what stands in a row."""
        return self._texts[place]

    def texts(self) -> list[RowText]:
        """Return what stands in all rows."""
        return list(self._texts)

    def check(self, place: int) -> RowCheck | None:
        """Return what is known of a row; None if it has not been checked yet."""
        return self._checks[place]

    def warnings_of(self, place: int) -> tuple[RowWarning, ...]:
        """Return what a person should look at twice in a row, being twice in the batch included."""
        check = self._checks[place]
        if check is None:
            return ()
        if check.checked is None:
            return check.warnings
        group = self._alike[check.checked.iban, check.checked.money.text]
        if len(group) == 1:
            return check.warnings
        other = group[0] if group[0] != check.number else group[1]
        return (*check.warnings, RowWarning(column=Column.IBAN, doubt=RowDoubt.SAME_AGAIN, other=other))

    def unchecked(self, most: int) -> list[tuple[int, RowText]]:
        """Return some of the rows that have not been checked, with their places."""
        return [(place, self._texts[place]) for place in islice(self._unchecked, most)]

    def problems(self) -> Iterator[tuple[int, RowProblem]]:
        """Go through all problems from the first row to the last, in the order of the columns."""
        for place in self._wrong:
            for problem in self._problems_of(place):
                yield place, problem

    def next_problem(self, place: int, column: Column | None) -> tuple[int, Column] | None:
        """Return where the next problem after a cell is, beginning anew at the end; None if there is none.

        Args:
            place: of the cell's row; -1 to begin with the first.
            column: of the cell; None for before the first.
        """
        start = bisect_left(self._wrong, place)
        after = -1 if column is None else _COLUMN_ORDER[column]
        for wrong in (*self._wrong[start : start + 2], *self._wrong[:1]):
            for problem in self._problems_of(wrong):
                if wrong != place or _COLUMN_ORDER[problem.column] > after:
                    return wrong, problem.column
        # The only problems are in this row, at or before the cell.
        return (place, self._problems_of(place)[0].column) if self._wrong else None

    def checked_rows(self) -> CheckedRows:
        """Return everything that has been checked."""
        return CheckedRows(tuple(check for check in self._checks if check is not None))

    # Changes

    def replace(self, texts: Iterable[RowText]) -> None:
        """Take these rows instead of all others, unchecked, with the numbers they have."""
        self._texts = list(texts)
        self.forget_checks()

    def append(self, texts: Sequence[RowText]) -> None:
        """Add rows at the end, unchecked, numbered on from the last."""
        first = max((text.number for text in self._texts), default=0) + 1
        start = len(self._texts)
        self._texts += [replace(text, number=first + index) for index, text in enumerate(texts)]
        self._checks += [None] * len(texts)
        self._unchecked.update(range(start, len(self._texts)))

    def remove(self, places: Iterable[int]) -> None:
        """Take rows out."""
        gone = set(places)
        kept = [place for place in range(len(self._texts)) if place not in gone]
        texts, checks = self._texts, self._checks
        self._texts = [texts[place] for place in kept]
        self.forget_checks()
        for now, before in enumerate(kept):
            check = checks[before]
            if check is not None:
                self.set_check(now, check)

    def set_text(self, place: int, text: RowText) -> None:
        """Take what was typed into a row; it is unchecked then."""
        self._forget(place)
        self._texts[place] = text
        self._unchecked.add(place)

    def set_check(self, place: int, check: RowCheck) -> None:
        """Take what is known of a row now."""
        self._forget(place)
        self._unchecked.discard(place)
        self._checks[place] = check
        if check.problems:
            insort(self._wrong, place)
            self._problem_count += len(check.problems)
        if check.checked is not None:
            row = check.checked
            self._total += row.money.amount
            insort(self._alike.setdefault((row.iban, row.money.text), []), row.number)

    def forget_checks(self) -> None:
        """Know nothing of any row any more, as when the rules have changed."""
        self._checks = [None] * len(self._texts)
        self._unchecked = set(range(len(self._texts)))
        self._wrong = []
        self._problem_count = 0
        self._total = Decimal(0)
        self._alike = {}

    def _forget(self, place: int) -> None:
        check = self._checks[place]
        self._checks[place] = None
        if check is None:
            return
        if check.problems:
            del self._wrong[bisect_left(self._wrong, place)]
            self._problem_count -= len(check.problems)
        if check.checked is not None:
            row = check.checked
            self._total -= row.money.amount
            group = self._alike[row.iban, row.money.text]
            group.remove(row.number)
            if not group:
                del self._alike[row.iban, row.money.text]

    def _problems_of(self, place: int) -> list[RowProblem]:
        check = self._checks[place]
        found = check.problems if check is not None else ()
        return sorted(found, key=lambda problem: _COLUMN_ORDER[problem.column])
