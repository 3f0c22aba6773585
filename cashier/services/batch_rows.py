"""The rows of a transfer batch, checked cell by cell before anything is asked of anyone.

Problems keep a row from being sent; warnings ask a person to look twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from cashier.domain.amount_text import AmountError, AmountProblem, parse_amount
from cashier.domain.digits import LATIN_DIGITS, to_latin_digits
from cashier.domain.iban import IbanError, IbanProblem, bank_of, clean_typed_iban, parse_iban
from cashier.domain.money import RIAL, InexactAmountError, Money, Unit
from cashier.domain.text import one_line
from cashier.providers.payout_protocol import PayoutTraits
from cashier.services.batch_cells import CellDamage, Column, RowText
from cashier.services.formula_text import begins_like_formula

MAXIMUM_HOLDER_LENGTH = 80
MAXIMUM_NOTE_LENGTH = 200
# The longest deposit identifier that Iranian banks issue.
MAXIMUM_PAY_ID_LENGTH = 30

# Valid in form and of no bank. It stands in the template, so a row that has it was left there by mistake.
EXAMPLE_IBAN = "IR920000000000001234567890"

# How spreadsheets write a number that is too long for the cell: 6.29E+22.
_SCIENTIFIC = re.compile(r"[0-9]+([.,\u066b][0-9]+)?[eE]\+?[0-9]+")


class RowFault(Enum):
    """What is wrong with a cell, other than the form of its IBAN or amount and what its file did to it."""

    EXAMPLE_ROW = "example_row"
    OVER_LIMIT = "over_limit"
    NOT_WHOLE_FOR_PROVIDER = "not_whole_for_provider"
    HOLDER_EMPTY = "holder_empty"
    HOLDER_ONE_WORD = "holder_one_word"
    TOO_LONG = "too_long"
    FORMULA = "formula"
    PAY_ID_NOT_DIGITS = "pay_id_not_digits"
    PAY_ID_NOT_TAKEN = "pay_id_not_taken"


ProblemKind = IbanProblem | AmountProblem | CellDamage | RowFault


class RowDoubt(Enum):
    """What a person should look at twice."""

    UNKNOWN_BANK = "unknown_bank"
    SAME_AGAIN = "same_again"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """Why a cell cannot be sent as it is.

    Attributes:
        off_by: digits missing from or too many in an IBAN; 0 for all else.
        longest: how many characters the cell may have, of one that has more; else 0.
        limit: the most one withdrawal may be, of one that is more.
    """

    column: Column
    kind: ProblemKind
    off_by: int = 0
    longest: int = 0
    limit: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWarning:
    """Why a row should be looked at twice.

    Attributes:
        other: the number of another row with the same IBAN and amount.
    """

    column: Column
    doubt: RowDoubt
    other: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedRow:
    """A row that may be sent.

    Attributes:
        iban: `IR` and 24 digits.
        money: in rial.
        pay_id: Latin digits, or empty.
    """

    number: int
    iban: str
    holder: str
    money: Money
    note: str
    pay_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCheck:
    """What is known of one row.

    Attributes:
        checked: the row as it may be sent; None while it has problems.
        warnings: of this row alone; being twice in the batch is the batch's to know: `CheckedRows.warnings_of`.
    """

    text: RowText
    checked: CheckedRow | None
    problems: tuple[RowProblem, ...] = ()
    warnings: tuple[RowWarning, ...] = ()

    @property
    def number(self) -> int:
        """The row's number in its file."""
        return self.text.number


@dataclass(frozen=True)
class CheckedRows:
    """All rows of a batch, checked, in their order. Row numbers are unique."""

    checks: tuple[RowCheck, ...]

    @cached_property
    def good(self) -> tuple[CheckedRow, ...]:
        """The rows that may be sent."""
        return tuple(check.checked for check in self.checks if check.checked is not None)

    @property
    def count(self) -> int:
        """How many rows may be sent."""
        return len(self.good)

    @property
    def may_be_sent(self) -> bool:
        """Whether there are rows, and not one has a problem."""
        return 0 < self.count == len(self.checks)

    @cached_property
    def total(self) -> Money:
        """The sum of the rows that may be sent, in rial."""
        return sum((row.money for row in self.good), start=Money.of(0, RIAL.code))

    @cached_property
    def twins(self) -> Mapping[int, int]:
        """Of each row whose IBAN and amount come again, by number: another row that has them."""
        groups: dict[tuple[str, str], list[int]] = {}
        for row in self.good:
            groups.setdefault((row.iban, row.money.text), []).append(row.number)
        return {
            number: group[0] if number != group[0] else group[1]
            for group in groups.values()
            if len(group) > 1
            for number in group
        }

    def warnings_of(self, check: RowCheck) -> tuple[RowWarning, ...]:
        """Return the warnings of one of the rows, being twice in the batch included."""
        other = self.twins.get(check.number)
        if other is None:
            return check.warnings
        return (*check.warnings, RowWarning(column=Column.IBAN, doubt=RowDoubt.SAME_AGAIN, other=other))

    def with_row(self, check: RowCheck) -> CheckedRows:
        """Return the batch with one row checked anew, or added at the end if its number is new."""
        if all(other.number != check.number for other in self.checks):
            return CheckedRows((*self.checks, check))
        return CheckedRows(
            tuple(check if other.number == check.number else other for other in self.checks),
        )

    def without_row(self, number: int) -> CheckedRows:
        """Return the batch without one row."""
        return CheckedRows(tuple(check for check in self.checks if check.number != number))


def check_rows(
    rows: Iterable[RowText],
    *,
    unit: Unit,
    traits: PayoutTraits,
    sends_in: Unit,
    limit_per_withdrawal: Money | None,
) -> CheckedRows:
    """Check every row of a batch.

    Some 10,000 rows take most of a second: a worker thread's business when there are many.

    Args:
        rows: as they were read or typed.
        unit: what the amounts of the rows are in, rial or toman.
        traits: of the provider that is to pay.
        sends_in: the unit in which the amounts will travel.
        limit_per_withdrawal: the most one row may be; None for no limit.
    """
    return CheckedRows(
        tuple(
            check_row(
                row,
                unit=unit,
                traits=traits,
                sends_in=sends_in,
                limit_per_withdrawal=limit_per_withdrawal,
            )
            for row in rows
        )
    )


def check_row(
    row: RowText,
    *,
    unit: Unit,
    traits: PayoutTraits,
    sends_in: Unit,
    limit_per_withdrawal: Money | None,
) -> RowCheck:
    """Check one row; the arguments are those of `check_rows`."""
    problems: list[RowProblem] = []
    warnings: list[RowWarning] = []
    damaged = row.damage
    for column, damage in damaged.items():
        problems.append(RowProblem(column=column, kind=damage))
    iban = "" if Column.IBAN in damaged else _iban(row.iban, problems, warnings)
    money = None
    if Column.AMOUNT not in damaged:
        money = _money(row.amount, unit, sends_in, limit_per_withdrawal, problems)
    holder = one_line(row.holder)
    if Column.HOLDER not in damaged:
        _check_holder(holder, row.holder, traits, problems)
    note = one_line(row.note)
    if Column.NOTE not in damaged:
        _check_text(Column.NOTE, note, row.note, MAXIMUM_NOTE_LENGTH, problems)
    pay_id = "" if Column.PAY_ID in damaged else _pay_id(row.pay_id, traits, problems)
    checked = None
    if money is not None and not problems:
        checked = CheckedRow(
            number=row.number, iban=iban, holder=holder, money=money, note=note, pay_id=pay_id
        )
    return RowCheck(text=row, checked=checked, problems=tuple(problems), warnings=tuple(warnings))


def _iban(text: str, problems: list[RowProblem], warnings: list[RowWarning]) -> str:
    try:
        iban = parse_iban(text)
    except IbanError as error:
        kind = CellDamage.NUMBER_FOR_IBAN if _is_scientific(text) else error.problem
        problems.append(RowProblem(column=Column.IBAN, kind=kind, off_by=error.missing or error.excess))
        return ""
    if iban == EXAMPLE_IBAN:
        problems.append(RowProblem(column=Column.IBAN, kind=RowFault.EXAMPLE_ROW))
    elif bank_of(iban) is None:
        warnings.append(RowWarning(column=Column.IBAN, doubt=RowDoubt.UNKNOWN_BANK))
    return iban


def _is_scientific(text: str) -> bool:
    return _SCIENTIFIC.fullmatch(clean_typed_iban(text)) is not None


def _money(
    text: str, unit: Unit, sends_in: Unit, limit: Money | None, problems: list[RowProblem]
) -> Money | None:
    """Return the amount in rial, or None with the problem noted."""
    try:
        money = parse_amount(one_line(text), unit).to(RIAL)
    except AmountError as error:
        problems.append(RowProblem(column=Column.AMOUNT, kind=error.problem))
        return None
    try:
        money.to(sends_in)
    except InexactAmountError:
        problems.append(RowProblem(column=Column.AMOUNT, kind=RowFault.NOT_WHOLE_FOR_PROVIDER))
    if limit is not None and money.amount > limit.to(RIAL).amount:
        problems.append(RowProblem(column=Column.AMOUNT, kind=RowFault.OVER_LIMIT, limit=limit))
    return money


def _check_holder(holder: str, typed: str, traits: PayoutTraits, problems: list[RowProblem]) -> None:
    if traits.needs_holder and len(holder.split()) <= 1:
        kind = RowFault.HOLDER_ONE_WORD if holder else RowFault.HOLDER_EMPTY
        problems.append(RowProblem(column=Column.HOLDER, kind=kind))
    _check_text(Column.HOLDER, holder, typed, MAXIMUM_HOLDER_LENGTH, problems)


def _check_text(column: Column, text: str, typed: str, longest: int, problems: list[RowProblem]) -> None:
    """Note what is wrong with a free text; `typed` is the same before a tab at its beginning was taken off."""
    if begins_like_formula(typed) or begins_like_formula(text):
        problems.append(RowProblem(column=column, kind=RowFault.FORMULA))
    if len(text) > longest:
        problems.append(RowProblem(column=column, kind=RowFault.TOO_LONG, longest=longest))


def _pay_id(text: str, traits: PayoutTraits, problems: list[RowProblem]) -> str:
    # Spaces and dashes group the digits on paper; they are not part of the identifier.
    pay_id = re.sub("(?<=[0-9])[ -](?=[0-9])", "", to_latin_digits(one_line(text)))
    if pay_id and not traits.takes_pay_id:
        problems.append(RowProblem(column=Column.PAY_ID, kind=RowFault.PAY_ID_NOT_TAKEN))
    elif any(character not in LATIN_DIGITS for character in pay_id):
        problems.append(RowProblem(column=Column.PAY_ID, kind=RowFault.PAY_ID_NOT_DIGITS))
    elif len(pay_id) > MAXIMUM_PAY_ID_LENGTH:
        problems.append(
            RowProblem(column=Column.PAY_ID, kind=RowFault.TOO_LONG, longest=MAXIMUM_PAY_ID_LENGTH)
        )
    return pay_id
