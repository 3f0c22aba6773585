"""Tables in workbooks: what a spreadsheet's numbers, dates, errors and formulas do to a cell."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from cashier.domain.money import RIAL
from cashier.services.batch_cells import CellDamage, Column, RowText
from cashier.services.batch_file_errors import (
    MAXIMUM_ROWS,
    DamagedTableError,
    EmptyTableError,
    ForeignKind,
    NotATableError,
    TableTooLargeError,
)
from cashier.services.batch_sheet import MAXIMUM_UNPACKED_BYTES, parse_workbook_bytes

IBAN = "IR550570022080013447370101"
SHEET = "xl/worksheets/sheet1.xml"
HEADER = ("شماره شبا", "نام صاحب حساب", "مبلغ (ریال)", "شرح", "شناسه واریز")


def workbook_bytes(fill: Callable[[Any], None]) -> bytes:
    """Return a workbook that `fill` has written into."""
    data = io.BytesIO()
    workbook = xlsxwriter.Workbook(data, {"in_memory": True})
    fill(workbook)
    workbook.close()
    return data.getvalue()


def sheet_bytes(fill: Callable[[Any, Any], None]) -> bytes:
    """Return a workbook of one sheet with the usual header and one row in order, changed by `fill`."""

    def write(workbook: Any) -> None:
        sheet = workbook.add_worksheet()
        for place, text in enumerate(HEADER):
            sheet.write_string(0, place, text)
        for place, text in enumerate((IBAN, "علی نمونه", "5000", "بابت", "12")):
            sheet.write_string(1, place, text)
        fill(workbook, sheet)

    return workbook_bytes(write)


def with_part(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook with one of its parts changed."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(changed, "w") as archive:
        for name in whole.namelist():
            archive.writestr(name, change(whole.read(name)) if name == part else whole.read(name))
    return changed.getvalue()


def first(fill: Callable[[Any, Any], None]) -> RowText:
    """Return the row that `fill` has changed."""
    return parse_workbook_bytes(sheet_bytes(fill)).rows[0]


def test_a_row_in_order() -> None:
    """Texts stay texts, the header's unit is told."""
    table = parse_workbook_bytes(sheet_bytes(lambda *_: None))
    assert table.rows == (
        RowText(number=2, iban=IBAN, holder="علی نمونه", amount="5000", note="بابت", pay_id="12"),
    )
    assert (table.unit, table.was_guessed, table.encoding, table.other_sheets) == (RIAL, False, None, ())


NUMBERS: list[tuple[Column, float, str, CellDamage | None]] = [
    (Column.AMOUNT, 1_250_000, "1250000", None),
    (Column.AMOUNT, 9_007_199_254_740_991, "9007199254740991", None),
    (Column.AMOUNT, 2**53, "9007199254740992", CellDamage.INEXACT_NUMBER),
    (Column.AMOUNT, 1e22, "1e+22", CellDamage.INEXACT_NUMBER),
    (Column.AMOUNT, 5000.5, "5000.5", CellDamage.NOT_WHOLE_NUMBER),
    (Column.IBAN, 6.2960000000100324e22, "6.296000000010032e+22", CellDamage.NUMBER_FOR_IBAN),
    (Column.IBAN, 62, "62", CellDamage.NUMBER_FOR_IBAN),
    (Column.PAY_ID, 123_456_789_012_345, "123456789012345", None),
    (Column.PAY_ID, 1_234_567_890_123_450, "1234567890123450", CellDamage.INEXACT_NUMBER),
    (Column.PAY_ID, 1.5, "1.5", CellDamage.NOT_WHOLE_NUMBER),
    (Column.NOTE, 1404.5, "1404.5", None),
    (Column.NOTE, 1e20, "1e+20", CellDamage.INEXACT_NUMBER),
]


@pytest.mark.parametrize(("column", "number", "text", "damage"), NUMBERS)
def test_numbers_are_exact_or_damaged(
    column: Column, number: float, text: str, damage: CellDamage | None
) -> None:
    """Whole ones below 2^53 are what was typed; nothing else is rounded into an amount or an identifier."""
    place = list(Column).index(column)
    row = first(lambda _, sheet: sheet.write_number(1, place, number))
    if text.endswith(("1e+22", "1e+20", "e+22")):
        assert float(row.text(column)) == pytest.approx(number, rel=1e-14)
    else:
        assert row.text(column) == text
    assert row.damage == ({} if damage is None else {column: damage})


def test_zeros_that_only_the_format_shows_are_part_of_an_identifier() -> None:
    """Excel keeps 0000012 as 12 with a format of seven zeros."""

    def fill(workbook: Any, sheet: Any) -> None:
        sheet.write_number(1, 4, 12, workbook.add_format({"num_format": "0000000"}))
        sheet.write_number(1, 2, 5000, workbook.add_format({"num_format": "#,##0"}))

    row = first(fill)
    assert (row.pay_id, row.amount, dict(row.damage)) == ("0000012", "5000", {})


@pytest.mark.parametrize(
    ("column", "is_damage"), [(Column.AMOUNT, True), (Column.PAY_ID, True), (Column.NOTE, False)]
)
def test_dates_are_only_taken_where_people_read_them(column: Column, *, is_damage: bool) -> None:
    """1/2 typed into an amount becomes a day of this year."""

    def fill(workbook: Any, sheet: Any) -> None:
        date_format = workbook.add_format({"num_format": "yyyy-mm-dd"})
        moment = datetime(2026, 2, 1, tzinfo=UTC).replace(tzinfo=None)
        sheet.write_datetime(1, list(Column).index(column), moment, date_format)

    row = first(fill)
    assert row.damage == ({column: CellDamage.DATE} if is_damage else {})
    assert row.text(column).startswith("2026-02-01")


@pytest.mark.parametrize("column", list(Column))
def test_an_error_value_is_not_an_empty_cell(column: Column) -> None:
    """A deposit identifier that could not be looked up must not be left out."""
    place = list(Column).index(column)
    row = first(lambda _, sheet: sheet.write_formula(1, place, "=NA()", None, "#N/A"))
    assert row.damage == {column: CellDamage.ERROR_VALUE}
    assert row.text(column) == "#N/A"


def test_a_formula_is_read_by_its_result() -> None:
    """Sums and lookups are what sheets are for; an empty text as a result is an empty cell."""

    def fill(_: Any, sheet: Any) -> None:
        sheet.write_formula(1, 2, "=2500*2", None, 5000)
        sheet.write_formula(1, 4, '="00"&"12"', None, "0012")
        sheet.write_formula(1, 3, '=""', None, "empty")

    # As Excel writes it, which the library that writes these files cannot.
    data = with_part(sheet_bytes(fill), SHEET, lambda xml: xml.replace(b"<v>empty</v>", b"<v></v>"))
    (row,) = parse_workbook_bytes(data).rows
    assert (row.amount, row.pay_id, row.note, dict(row.damage)) == ("5000", "0012", "", {})


def test_a_formula_without_a_result_is_not_an_empty_cell() -> None:
    """Programs write formulas that no spreadsheet has computed yet."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(HEADER)
    sheet.append((IBAN, "علی نمونه", 5000, "بابت", "=A1&B1"))
    data = io.BytesIO()
    workbook.save(data)
    (row,) = parse_workbook_bytes(data.getvalue()).rows
    assert row.damage == {Column.PAY_ID: CellDamage.NOT_COMPUTED}


def test_a_text_that_begins_like_a_formula_stays_text() -> None:
    """It is for the row's check to refuse it."""
    assert first(lambda _, sheet: sheet.write_string(1, 1, "=1+1")).holder == "=1+1"


def test_a_truth_value_is_text() -> None:
    """It is no 1."""
    assert first(lambda _, sheet: sheet.write_boolean(1, 2, 1)).amount == "TRUE"


def test_blank_rows_are_left_out_and_still_counted() -> None:
    """Also the ones that a file does not even mention."""

    def fill(_: Any, sheet: Any) -> None:
        sheet.write_string(9, 0, IBAN)
        sheet.write_blank(5, 0, None)

    assert [row.number for row in parse_workbook_bytes(sheet_bytes(fill)).rows] == [2, 10]


def test_a_stray_cell_at_the_far_corner_is_no_part_of_the_table() -> None:
    """The sheet's last cell of all; laid out as a rectangle it would take half a terabyte."""
    table = parse_workbook_bytes(sheet_bytes(lambda _, sheet: sheet.write_string(1_048_575, 16_383, "x")))
    assert [row.number for row in table.rows] == [2]


def test_the_first_visible_sheet_with_content_is_read_and_the_others_are_named() -> None:
    """Rows on another sheet are not left out without a word."""

    def fill(workbook: Any) -> None:
        workbook.add_worksheet("hidden").write_row(0, 0, ("iban", "amount", "x"))
        workbook.add_worksheet("empty").activate()
        table = workbook.add_worksheet("table")
        table.write_row(0, 0, ("iban", "amount"))
        table.write_row(1, 0, (IBAN, 5))
        workbook.add_worksheet("more").write_row(0, 0, ("iban", "amount"))
        workbook.get_worksheet_by_name("hidden").hide()

    table = parse_workbook_bytes(workbook_bytes(fill))
    assert (len(table.rows), table.other_sheets) == (1, ("empty", "more"))


def test_an_empty_workbook() -> None:
    """No row on any sheet."""
    with pytest.raises(EmptyTableError):
        parse_workbook_bytes(workbook_bytes(lambda workbook: workbook.add_worksheet()))


def test_an_archive_that_is_no_workbook() -> None:
    """Other offices' documents are archives too."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(NotATableError) as caught:
        parse_workbook_bytes(data.getvalue())
    assert caught.value.kind is ForeignKind.OTHER_ZIP


def test_an_archive_that_unpacks_to_too_much() -> None:
    """A few kilobytes can hold gigabytes; they are not unpacked to find out."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "")
        with archive.open("xl/worksheets/sheet1.xml", "w") as entry:
            for _ in range(MAXIMUM_UNPACKED_BYTES // (1 << 20) + 1):
                entry.write(bytes(1 << 20))
    with pytest.raises(TableTooLargeError):
        parse_workbook_bytes(data.getvalue())


@pytest.mark.parametrize("kept", [30, 300, 3000])
def test_a_torn_workbook(kept: int) -> None:
    """A download that broke off."""
    with pytest.raises(DamagedTableError):
        parse_workbook_bytes(sheet_bytes(lambda *_: None)[:kept])


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"]
)
def test_a_workbook_with_a_broken_part(part: str) -> None:
    """Whatever that makes the library raise."""
    data = with_part(sheet_bytes(lambda *_: None), part, lambda _: b"<x")
    with pytest.raises(DamagedTableError):
        parse_workbook_bytes(data)


def test_more_rows_than_are_taken() -> None:
    """Said at the first that is too many."""

    def fill(_: Any, sheet: Any) -> None:
        for number in range(2, MAXIMUM_ROWS + 2):
            sheet.write_string(number, 0, IBAN)

    with pytest.raises(TableTooLargeError) as caught:
        parse_workbook_bytes(sheet_bytes(fill))
    assert caught.value.rows_limit == MAXIMUM_ROWS
