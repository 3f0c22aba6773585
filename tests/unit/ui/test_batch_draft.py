"""The rows of a batch while it is being made: counts, sums and twins kept up to date row by row."""

from decimal import Decimal

import pytest

from cashier.domain.money import RIAL
from cashier.providers.paystar_spec import PAYSTAR_TRAITS
from cashier.services.batch_cells import Column, RowText
from cashier.services.batch_rows import CheckedRows, RowDoubt, check_row
from cashier.ui.batch_draft import BatchDraft

IBAN = "IR820540102680020817909002"
OTHER_IBAN = "IR410540000000000000000002"


def row(number, iban=IBAN, amount="1000", holder="Maryam Example"):
    """Return a row as typed."""
    return RowText(number=number, iban=iban, amount=amount, holder=holder)


def check(text):
    """Return what is known of a row."""
    return check_row(text, unit=RIAL, traits=PAYSTAR_TRAITS, sends_in=RIAL, limit_per_withdrawal=None)


def check_all(draft):
    """Check every row that has not been."""
    for place, text in draft.unchecked(len(draft)):
        draft.set_check(place, check(text))


@pytest.fixture
def draft():
    """Return a draft of a good row, one with two problems, and one like the first."""
    made = BatchDraft()
    made.replace([row(2), row(3, iban="IR12", amount="x"), row(4)])
    check_all(made)
    return made


def test_counts_and_sums_are_those_of_the_rows(draft):
    """Wrong rows are counted, good ones summed, and the batch may not be sent while one is wrong."""
    assert (len(draft), draft.wrong_count, draft.problem_count, draft.unchecked_count) == (3, 1, 2, 0)
    assert draft.total.amount == Decimal(2000)
    assert not draft.may_be_sent


def test_rows_that_look_the_same_name_each_other_until_one_changes(draft):
    """Being twice in the batch is known at once, and forgotten at once."""
    (warning,) = draft.warnings_of(0)
    assert (warning.doubt, warning.other) == (RowDoubt.SAME_AGAIN, 4)
    changed = draft.text(2).with_text(Column.IBAN, OTHER_IBAN)
    draft.set_text(2, changed)
    draft.set_check(2, check(changed))
    assert draft.warnings_of(0) == ()
    assert draft.total.amount == Decimal(2000)


def test_mended_row_makes_the_batch_good(draft):
    """After the wrong cells are typed anew the batch may be sent, with exactly the rows there are."""
    mended = draft.text(1).with_text(Column.IBAN, OTHER_IBAN).with_text(Column.AMOUNT, "500")
    draft.set_text(1, mended)
    assert draft.unchecked_count == 1
    assert not draft.may_be_sent
    draft.set_check(1, check(mended))
    assert draft.may_be_sent
    rows = draft.checked_rows()
    assert (rows.count, rows.total) == (3, draft.total)


def test_next_problem_goes_round(draft):
    """Column by column, row by row, and from the last one to the first again."""
    assert draft.next_problem(-1, None) == (1, Column.IBAN)
    assert draft.next_problem(1, Column.IBAN) == (1, Column.AMOUNT)
    assert draft.next_problem(1, Column.AMOUNT) == (1, Column.IBAN)
    assert draft.next_problem(2, Column.NOTE) == (1, Column.IBAN)


def test_removed_rows_take_their_problems_and_sums_with_them(draft):
    """What is left keeps its number and its check; nothing has to be checked again."""
    draft.remove([0, 1])
    assert [draft.text(place).number for place in range(len(draft))] == [4]
    assert (draft.wrong_count, draft.unchecked_count, draft.total.amount) == (0, 0, Decimal(1000))
    assert draft.warnings_of(0) == ()
    assert draft.next_problem(0, None) is None


def test_added_rows_are_numbered_on(draft):
    """Numbers stay unique, whatever numbers the added rows came with."""
    draft.append([row(1), row(2)])
    assert [draft.text(place).number for place in range(5)] == [2, 3, 4, 5, 6]
    assert draft.unchecked_count == 2


def test_totals_are_those_of_the_service(draft):
    """What is kept row by row is what the service finds when it looks at all rows at once."""
    draft.append([row(1, iban=OTHER_IBAN, amount="7"), row(1, amount="")])
    check_all(draft)
    whole = CheckedRows(tuple(check(text) for text in draft.texts()))
    assert draft.total == whole.total
    assert draft.checked_rows() == whole
    for place in range(len(draft)):
        assert draft.warnings_of(place) == whole.warnings_of(whole.checks[place])
