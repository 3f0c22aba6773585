"""Which column is what: by header in three languages, or by what stands in it."""

from __future__ import annotations

import pytest

from cashier.domain.money import RIAL, TOMAN, Unit
from cashier.services.batch_cells import Column
from cashier.services.batch_columns import Layout, find_layout
from cashier.services.batch_file_errors import ColumnsMissingError, ColumnsUnclearError

IBAN = "IR550570022080013447370101"
OTHER_IBAN = "IR820540102680020817909002"


def layout_of(*rows: str, may_be_cut: bool = True) -> Layout:
    """Find the layout of rows whose cells are separated by bars."""
    return find_layout([row.split("|") for row in rows], may_be_cut=may_be_cut)


@pytest.mark.parametrize(
    "header", ["شماره شبا", "شبا", "الآيبان", "رقم الآيبان", "IBAN", "Sheba", "sheba_number", "شبای مقصد"]
)
def test_headers_of_the_iban(header: str) -> None:
    """In the three languages."""
    assert layout_of(f"مبلغ|{header}").places[Column.IBAN] == (1,)


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("مبلغ", None),
        ("المبلغ", None),
        ("Amount", None),
        ("مبلغ (ریال)", RIAL),
        ("مبلغ (ريال)", RIAL),
        ("مبلغ به تومان", TOMAN),
        ("مبلغ\u200cتومان", TOMAN),
        ("تومان", TOMAN),
        ("المبلغ بالريال", RIAL),
        ("amount [IRT]", TOMAN),
        ("Amount in Rials", RIAL),
        ("AMOUNT_IRR", RIAL),
        ("مبلغ (ریال/تومان)", None),
    ],
)
def test_headers_of_the_amount_and_the_unit_they_name(header: str, unit: Unit | None) -> None:
    """A header that names both units names none."""
    layout = layout_of(f"شبا|{header}")
    assert layout.places[Column.AMOUNT] == (1,)
    assert layout.unit == unit


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("نام صاحب حساب", Column.HOLDER),
        ("نام و نام خانوادگي", Column.HOLDER),
        ("گيرنده", Column.HOLDER),
        ("المستفيد", Column.HOLDER),
        ("اسم صاحب الحساب", Column.HOLDER),
        ("Beneficiary Name", Column.HOLDER),
        ("نام", Column.HOLDER),
        ("شرح", Column.NOTE),
        ("توضيحات", Column.NOTE),
        ("ملاحظة", Column.NOTE),
        ("Description", Column.NOTE),
        ("شناسه واریز", Column.PAY_ID),
        ("شناسه\u200cواریز:", Column.PAY_ID),
        ("معرّف الإيداع", Column.PAY_ID),
        ("pay_id", Column.PAY_ID),
    ],
)
def test_headers_of_the_other_columns(header: str, column: Column) -> None:
    """Letters of the other keyboard, half-spaces, vowel marks, case and punctuation make no difference."""
    assert layout_of(f"شبا|مبلغ|{header}").places[column] == (2,)


@pytest.mark.parametrize(
    "header",
    ["شبا|مبلغ|نام خانوادگی|نام", "iban|amount|Last name|First name", "الآيبان|المبلغ|اللقب|الاسم"],
)
def test_a_holder_in_two_columns_is_read_first_name_first(header: str) -> None:
    """However the columns stand."""
    assert layout_of(header).places[Column.HOLDER] == (3, 2)


def test_the_whole_name_is_taken_where_halves_stand_beside_it() -> None:
    """And the halves are said to be left out."""
    layout = layout_of("شبا|مبلغ|صاحب حساب|نام|نام خانوادگی|وضعیت")
    assert layout.places[Column.HOLDER] == (2,)
    assert layout.unused == ("نام", "نام خانوادگی", "وضعیت")


def test_a_title_above_the_header_is_no_row() -> None:
    """Lists are often printed first and imported later."""
    layout = layout_of("حقوق مهر||", "شبا|مبلغ|نام", f"{IBAN}|1|x")
    assert layout.first_data_row == 2
    assert not layout.was_guessed


@pytest.mark.parametrize(
    ("header", "missing"),
    [
        ("شبا|نام", (Column.AMOUNT,)),
        ("مبلغ|نام", (Column.IBAN,)),
        ("نام|شرح", (Column.IBAN, Column.AMOUNT)),
        ("شبا|حقوق", (Column.AMOUNT,)),
    ],
)
def test_missing_columns_are_named(header: str, missing: tuple[Column, ...]) -> None:
    """A table with a header is not guessed at."""
    with pytest.raises(ColumnsMissingError) as caught:
        layout_of(header, f"{IBAN}|5000")
    assert caught.value.columns == missing


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("شبا|مبلغ (ریال)|مبلغ (تومان)", (Column.AMOUNT,)),
        ("شبا|iban|مبلغ", (Column.IBAN,)),
        ("شبا|مبلغ|نام|name|نام خانوادگی", (Column.HOLDER,)),
    ],
)
def test_two_columns_for_one_thing_are_not_chosen_between(header: str, columns: tuple[Column, ...]) -> None:
    """Either could be meant."""
    with pytest.raises(ColumnsUnclearError) as caught:
        layout_of(header)
    assert caught.value.columns == columns


def test_without_a_header_the_content_tells_and_that_is_said() -> None:
    """IBAN, amount, then the texts: the holder and the note; row numbers are no amounts."""
    layout = layout_of(
        f"1|علی نمونه|{IBAN}|۱٬۲۵۰٬۰۰۰|بابت مهر|x",
        f"2|مریم نمونه|{OTHER_IBAN[2:]}|5000 ریال||",
    )
    assert layout.was_guessed
    assert layout.unit is None
    assert layout.first_data_row == 0
    assert layout.places == {
        Column.IBAN: (2,),
        Column.AMOUNT: (3,),
        Column.HOLDER: (1,),
        Column.NOTE: (4,),
    }
    assert layout.unused == ("x",)


def test_damaged_ibans_are_still_the_ibans() -> None:
    """A digit too few is to be told on its row, not to make the table unreadable."""
    assert layout_of(f"{IBAN[:-1]}|5", f"{OTHER_IBAN}0|7").places[Column.IBAN] == (0,)


@pytest.mark.parametrize(
    ("rows", "error", "column"),
    [
        (("a|5000", "b|6000"), ColumnsMissingError, Column.IBAN),
        ((f"{IBAN}|a",), ColumnsMissingError, Column.AMOUNT),
        ((f"{IBAN}|1", f"{OTHER_IBAN}|2"), ColumnsMissingError, Column.AMOUNT),
        ((f"{IBAN}|{OTHER_IBAN}|5",), ColumnsUnclearError, Column.IBAN),
        ((f"{IBAN}|5000|998877",), ColumnsUnclearError, Column.AMOUNT),
        ((f"{IBAN}|Ali N|1|250|000",), ColumnsUnclearError, Column.AMOUNT),
    ],
)
def test_what_cannot_be_told_is_not_guessed(
    rows: tuple[str, ...], error: type[Exception], column: Column
) -> None:
    """A personnel number, a deposit identifier and an amount are all just digits."""
    with pytest.raises(error) as caught:
        layout_of(*rows)
    assert getattr(caught.value, "columns", ()) == (column,)


def test_a_note_in_few_rows_of_a_sheet_is_a_note() -> None:
    """Cells of a sheet are never cut, so the widest row tells the columns."""
    rows = (f"{IBAN}|5000|Ali N", f"{OTHER_IBAN}|7000|B C", f"{IBAN}|9000|Ali N|note")
    assert layout_of(*rows, may_be_cut=False).places[Column.NOTE] == (3,)
    assert Column.NOTE not in layout_of(*rows).places
