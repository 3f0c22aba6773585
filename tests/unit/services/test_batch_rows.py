"""What is wrong with the rows of a batch, cell by cell, and what they add up to."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.domain.amount_text import AmountProblem
from cashier.domain.iban import IbanProblem, parse_iban
from cashier.domain.money import RIAL, TOMAN, Money, Unit
from cashier.providers.payout_protocol import PayoutTraits
from cashier.services.batch_cells import CellDamage, Column, RowText
from cashier.services.batch_rows import (
    EXAMPLE_IBAN,
    MAXIMUM_HOLDER_LENGTH,
    MAXIMUM_NOTE_LENGTH,
    MAXIMUM_PAY_ID_LENGTH,
    CheckedRows,
    ProblemKind,
    RowCheck,
    RowDoubt,
    RowFault,
    check_row,
    check_rows,
)

MELLI = "IR062960000000100324200001"
KESHAVARZI = "IR550570022080013447370101"
AYANDEH = "IR820540102680020817909002"

TRAITS = PayoutTraits(takes_batches=True, finds_by_reference=True, needs_holder=True, takes_pay_id=True)
PLAIN_TRAITS = replace(TRAITS, needs_holder=False, takes_pay_id=False)

ROW = RowText(
    number=2, iban=KESHAVARZI, holder="علی نمونه‌ای", amount="1,250,000", note="بابت مهر", pay_id="0012"
)


def checked(
    row: RowText,
    *,
    unit: Unit = RIAL,
    traits: PayoutTraits = TRAITS,
    sends_in: Unit = RIAL,
    limit: Money | None = None,
) -> RowCheck:
    """Check one row under the usual rules, or those that a test is about."""
    return check_row(row, unit=unit, traits=traits, sends_in=sends_in, limit_per_withdrawal=limit)


def batch(*rows: RowText) -> CheckedRows:
    """Check rows under the usual rules."""
    return check_rows(rows, unit=RIAL, traits=TRAITS, sends_in=RIAL, limit_per_withdrawal=None)


def problems(check: RowCheck) -> list[tuple[Column, ProblemKind]]:
    """Return what is wrong, and where."""
    return [(problem.column, problem.kind) for problem in check.problems]


def test_a_row_in_order_may_be_sent_in_rial() -> None:
    """Every cell arrives in the form in which it is sent; the identifier keeps its zeros."""
    row = checked(ROW).checked
    assert row is not None
    assert (row.iban, row.holder, row.note, row.pay_id) == (KESHAVARZI, "علی نمونه‌ای", "بابت مهر", "0012")
    assert row.money == Money.of(1_250_000, "IRR")
    assert row.number == 2


def test_amounts_of_a_file_in_toman_become_rial() -> None:
    """What the file means is told from outside; what is kept is rial, always."""
    row = checked(replace(ROW, amount="۱۲۵٬۰۰۰ تومان"), unit=TOMAN).checked
    assert row is not None
    assert row.money == Money.of(1_250_000, "IRR")


@pytest.mark.parametrize(
    ("iban", "kind"),
    [
        ("", IbanProblem.EMPTY),
        ("DE89370400440532013000", IbanProblem.NOT_IRANIAN),
        ("=IR06", IbanProblem.BAD_CHARACTER),
        (KESHAVARZI[:-2], IbanProblem.TOO_SHORT),
        (KESHAVARZI + "0", IbanProblem.TOO_LONG),
        ("IR560570022080013447370101", IbanProblem.WRONG_CHECK_DIGITS),
        ("6.296E+22", CellDamage.NUMBER_FOR_IBAN),
        ("۶٫۲۹E+22", CellDamage.NUMBER_FOR_IBAN),
        ("5,5057E22", CellDamage.NUMBER_FOR_IBAN),
        (EXAMPLE_IBAN, RowFault.EXAMPLE_ROW),
    ],
)
def test_ibans_that_are_refused(iban: str, kind: ProblemKind) -> None:
    """Each kind of damage has its own name, on that cell and no other."""
    check = checked(replace(ROW, iban=iban))
    assert problems(check) == [(Column.IBAN, kind)]
    assert check.checked is None


def test_how_many_digits_an_iban_lacks_is_told() -> None:
    """The message counts them."""
    assert [problem.off_by for problem in checked(replace(ROW, iban=KESHAVARZI[:-2])).problems] == [2]
    assert [problem.off_by for problem in checked(replace(ROW, iban=KESHAVARZI + "0")).problems] == [1]


@pytest.mark.parametrize(
    ("amount", "kind"),
    [
        ("", AmountProblem.EMPTY),
        ("0", AmountProblem.ZERO),
        ("-5", AmountProblem.NEGATIVE),
        ("=1+1", AmountProblem.NOT_A_NUMBER),
        ("1.25E+06", AmountProblem.NOT_A_NUMBER),
        ("1.5", AmountProblem.TOO_PRECISE),
        ("1.250", AmountProblem.AMBIGUOUS),
        ("1۲", AmountProblem.MIXED_DIGITS),
        ("1000 تومان", AmountProblem.OTHER_UNIT),
        ("9" * 31, AmountProblem.TOO_LARGE),
    ],
)
def test_amounts_that_are_refused(amount: str, kind: AmountProblem) -> None:
    """Nothing unclear is guessed, and another unit's word is never dropped."""
    check = checked(replace(ROW, amount=amount))
    assert problems(check) == [(Column.AMOUNT, kind)]
    assert check.checked is None


def test_an_amount_that_the_provider_cannot_count_is_refused() -> None:
    """1,005 rial are no whole tomans."""
    assert problems(checked(replace(ROW, amount="1005"), sends_in=TOMAN)) == [
        (Column.AMOUNT, RowFault.NOT_WHOLE_FOR_PROVIDER)
    ]
    assert not checked(replace(ROW, amount="1010"), sends_in=TOMAN).problems


def test_an_amount_over_the_limit_is_refused_and_the_limit_is_named() -> None:
    """The limit itself is allowed, in whatever unit it is set."""
    limit = Money.of(100, "IRT")
    check = checked(replace(ROW, amount="1001"), limit=limit)
    assert problems(check) == [(Column.AMOUNT, RowFault.OVER_LIMIT)]
    assert check.problems[0].limit == limit
    assert not checked(replace(ROW, amount="1000"), limit=limit).problems


@pytest.mark.parametrize(
    ("holder", "kind"),
    [
        ("", RowFault.HOLDER_EMPTY),
        ("  \u200f ", RowFault.HOLDER_EMPTY),
        ("علی", RowFault.HOLDER_ONE_WORD),
        ("=HYPERLINK(1) x", RowFault.FORMULA),
        ("+a b", RowFault.FORMULA),
        ("-a b", RowFault.FORMULA),
        ("@a b", RowFault.FORMULA),
        ("\ta b", RowFault.FORMULA),
        ("\uff1da b", RowFault.FORMULA),
        ("ا " * MAXIMUM_HOLDER_LENGTH, RowFault.TOO_LONG),
    ],
)
def test_holders_that_are_refused(holder: str, kind: RowFault) -> None:
    """A provider that needs first and last name gets both; nobody gets a formula."""
    assert problems(checked(replace(ROW, holder=holder))) == [(Column.HOLDER, kind)]


def test_a_holder_may_be_missing_where_nobody_asks_for_one() -> None:
    """One word or none is fine there; a formula still is not."""
    row = replace(ROW, pay_id="")
    assert not checked(replace(row, holder=""), traits=PLAIN_TRAITS).problems
    assert not checked(replace(row, holder="علی"), traits=PLAIN_TRAITS).problems
    assert problems(checked(replace(row, holder="=1"), traits=PLAIN_TRAITS)) == [
        (Column.HOLDER, RowFault.FORMULA)
    ]


@pytest.mark.parametrize(
    ("note", "kind"),
    [("x" * (MAXIMUM_NOTE_LENGTH + 1), RowFault.TOO_LONG), ("=cmd|' /C calc'!A0", RowFault.FORMULA)],
)
def test_notes_that_are_refused(note: str, kind: RowFault) -> None:
    """The note is the shop's own, but it is exported again."""
    assert problems(checked(replace(ROW, note=note))) == [(Column.NOTE, kind)]


@pytest.mark.parametrize(
    ("pay_id", "kind"),
    [
        ("12a", RowFault.PAY_ID_NOT_DIGITS),
        ("1.23E+29", RowFault.PAY_ID_NOT_DIGITS),
        ("-12", RowFault.PAY_ID_NOT_DIGITS),
        ("1" * (MAXIMUM_PAY_ID_LENGTH + 1), RowFault.TOO_LONG),
    ],
)
def test_deposit_identifiers_that_are_refused(pay_id: str, kind: RowFault) -> None:
    """A wrong identifier sends the money to nobody's file."""
    assert problems(checked(replace(ROW, pay_id=pay_id))) == [(Column.PAY_ID, kind)]


def test_a_deposit_identifier_is_read_as_people_write_it() -> None:
    """Other digits, and spaces or dashes between groups."""
    row = checked(replace(ROW, pay_id="۱۲-۳۴ 56")).checked
    assert row is not None
    assert row.pay_id == "123456"


def test_a_deposit_identifier_is_not_dropped_where_none_is_taken() -> None:
    """Sent without it the money would arrive and belong to nobody."""
    assert problems(checked(ROW, traits=PLAIN_TRAITS)) == [(Column.PAY_ID, RowFault.PAY_ID_NOT_TAKEN)]


@pytest.mark.parametrize("column", list(Column))
def test_what_a_file_did_to_a_cell_blocks_it_until_it_is_typed_anew(column: Column) -> None:
    """However good the text looks: `#N/A` and 2^53 both may."""
    damaged = replace(ROW, damage={column: CellDamage.INEXACT_NUMBER})
    assert problems(checked(damaged)) == [(column, CellDamage.INEXACT_NUMBER)]
    healed = damaged.with_text(column, ROW.text(column))
    assert healed == ROW
    assert not checked(healed).problems


def test_all_problems_of_a_row_are_told_at_once() -> None:
    """Nobody likes to be told one after the other."""
    row = RowText(number=1, iban="x", holder="", amount="", note="=1", pay_id="x")
    assert {problem.column for problem in checked(row).problems} == set(Column)


def test_an_unknown_bank_only_warns() -> None:
    """Banks open and merge."""
    row = checked(replace(ROW, iban=MELLI))
    assert row.checked is not None
    assert [(warning.column, warning.doubt) for warning in row.warnings] == [
        (Column.IBAN, RowDoubt.UNKNOWN_BANK)
    ]


def test_the_same_iban_and_amount_again_warns_and_names_the_other_row() -> None:
    """However they are written; another amount is another payment, and nothing is blocked."""
    rows = batch(
        ROW,
        replace(ROW, number=3, amount="1,250,001"),
        replace(ROW, number=4, iban="55 0570-0220-8001-3447-3701-01", amount="۱۲۵۰۰۰۰"),
        replace(ROW, number=9),
        replace(ROW, number=10, amount="x"),
    )
    assert rows.twins == {2: 4, 4: 2, 9: 2}
    others = [[warning.other for warning in rows.warnings_of(check)] for check in rows.checks]
    assert others == [[4], [], [2], [2], []]
    assert rows.count == 4


def test_totals_are_of_the_rows_that_may_be_sent() -> None:
    """And a batch with one bad row may not be sent as a whole."""
    rows = batch(ROW, replace(ROW, number=3, iban=AYANDEH, amount="750,000"), replace(ROW, number=4, iban=""))
    assert (rows.count, rows.total) == (2, Money.of(2_000_000, "IRR"))
    assert not rows.may_be_sent
    assert rows.without_row(4).may_be_sent
    assert not batch().may_be_sent
    assert batch().total == Money.of(0, "IRR")


def test_editing_one_row_brings_twins_and_totals_up_to_date() -> None:
    """Only that row is checked again."""
    rows = batch(ROW, replace(ROW, number=3))
    assert rows.twins
    edited = rows.with_row(checked(replace(ROW, number=3, amount="1")))
    assert not edited.twins
    assert edited.total == Money.of(1_250_001, "IRR")
    assert [check.number for check in edited.with_row(checked(replace(ROW, number=7))).checks] == [2, 3, 7]


def test_the_example_belongs_to_no_bank_but_is_valid_in_form() -> None:
    """Whoever looks at the template sees a proper IBAN that is plainly made up."""
    assert parse_iban(EXAMPLE_IBAN) == EXAMPLE_IBAN


def test_ten_thousand_rows_take_a_moment() -> None:
    """Less than a second; the bound is wide because machines that run tests are busy."""
    texts = [replace(ROW, number=number, amount=str(1_000_000 + number)) for number in range(10_000)]
    before = time.process_time()
    rows = batch(*texts)
    assert (rows.count, rows.total.text, dict(rows.twins)) == (10_000, "10049995000", {})
    assert time.process_time() - before < 5


@given(
    st.builds(
        RowText, number=st.just(1), **dict.fromkeys(("iban", "holder", "amount", "note", "pay_id"), st.text())
    )
)
def test_any_text_is_either_sent_whole_or_refused(row: RowText) -> None:
    """Never an exception, never a row without an IBAN, and a row has problems or may be sent."""
    check = checked(row)
    assert (check.checked is None) == bool(check.problems)


@given(st.lists(st.integers(1, 10**18), max_size=30))
def test_the_total_is_the_exact_sum(amounts: list[int]) -> None:
    """To the last rial."""
    rows = batch(*(replace(ROW, number=number, amount=str(amount)) for number, amount in enumerate(amounts)))
    assert rows.total == Money.of(sum(amounts), "IRR")
