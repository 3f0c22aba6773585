"""Files of history: every cell exact, nothing a spreadsheet would run, round or turn around."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cashier.domain.history import ItemKind, ItemState
from cashier.domain.text import one_line
from cashier.services import history_workbook
from cashier.services.export_file import ExportError, ExportProblem
from cashier.services.formula_text import without_guard
from cashier.services.history_cells import ExportColumn, ExportWords
from cashier.services.history_csv import write_csv
from cashier.services.history_workbook import write_workbook
from cashier.storage.history_export_rows import ExportRow
from cashier.storage.time_columns import to_column

HEADS = {column: f"= {column.value} <ستون>" for column in ExportColumn}
WORDS = ExportWords(
    heads=HEADS,
    kinds={ItemKind.PAYMENT: "دریافت", ItemKind.WITHDRAWAL: "برداشت"},
    states={(kind, state): f"{kind.name} {state.name}" for kind in ItemKind for state in ItemState},
    units={"IRR": "ریال"},
    accounts={"a-1": "دیجی‌بانک"},
    operators={"o-1": "مریم"},
    zone=ZoneInfo("Asia/Tehran"),
    calendar_date=lambda moment: f"روز {moment.day}",
    sheet="تاریخچه",
    right_to_left=True,
)


def moment(*parts: int) -> int:
    """Return a UTC time as it is read."""
    column = to_column(datetime(*parts, tzinfo=UTC))  # type: ignore[arg-type, misc]
    assert column is not None
    return column


ROW = ExportRow(
    at=moment(2026, 11, 21, 10, 35, 6),
    kind=ItemKind.PAYMENT,
    state=ItemState.PAID,
    account_id="a-1",
    amount="1250.5",
    unit="USDT",
    party="09120000000",
    holder="",
    reference="CSH-1",
    provider_reference="1234567890123456",
    note="بابت مهر",
    operator_id="o-1",
)
SUFFIXES = pytest.mark.parametrize("suffix", [".csv", ".xlsx"])


def write(path: Path, *rows: ExportRow, words: ExportWords = WORDS) -> None:
    """Write rows, two at a time."""
    chunks = [rows[start : start + 2] for start in range(0, len(rows), 2)]
    (write_csv if path.suffix == ".csv" else write_workbook)(path, words, chunks)


def read(path: Path) -> list[list[Any]]:
    """Return all cells as they stand; of a workbook, with the types it gives them."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)]


def test_a_csv_file_holds_each_fact_as_it_is(tmp_path: Path) -> None:
    """Times are the shop's, words the screen's, codes whole, amounts ungrouped; what would be lost is guarded."""
    path = tmp_path / "history.csv"
    write(path, ROW)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    head, cells = read(path)
    assert head == [f"'{text}" for text in HEADS.values()]
    assert cells == [
        "2026-11-21 14:05:06",
        "روز 21",
        "دریافت",
        "PAYMENT PAID",
        "1250.5",
        "USDT",
        "دیجی‌بانک",
        "'09120000000",
        "",
        "CSH-1",
        "'1234567890123456",
        "بابت مهر",
        "مریم",
    ]


def test_a_workbook_holds_times_and_amounts_as_such(tmp_path: Path) -> None:
    """All else is text, and read from the right when the screen is."""
    path = tmp_path / "history.xlsx"
    write(path, ROW)
    head, cells = read(path)
    assert head == list(HEADS.values())
    assert cells == [
        datetime(2026, 11, 21, 14, 5, 6),  # noqa: DTZ001  # a sheet knows no zones
        "روز 21",
        "دریافت",
        "PAYMENT PAID",
        1250.5,
        "USDT",
        "دیجی‌بانک",
        "09120000000",
        "",
        "CSH-1",
        "1234567890123456",
        "بابت مهر",
        "مریم",
    ]
    sheet = openpyxl.load_workbook(path)["تاریخچه"]
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "A2"
    assert sheet["A2"].number_format == "yyyy-mm-dd hh:mm:ss"
    assert (sheet["A1"].value, sheet["A1"].data_type) == ("= at <ستون>", "s")
    assert sheet["A1"].font.bold
    assert all(sheet.column_dimensions[letter].width > 9 for letter in "ABCDEFGHIJKLM")


def test_a_sheet_runs_from_the_left_when_the_screen_does(tmp_path: Path) -> None:
    """The direction is the language's."""
    path = tmp_path / "history.xlsx"
    write(path, ROW, words=replace(WORDS, right_to_left=False))
    assert not openpyxl.load_workbook(path).worksheets[0].sheet_view.rightToLeft


@pytest.mark.parametrize(
    ("amount", "in_csv", "in_workbook"),
    [
        ("1250000", "1250000", 1_250_000),
        ("0.1", "0.1", 0.1),
        ("8.95", "8.95", 8.95),
        ("-5", "-5", -5),
        ("999999999999999", "999999999999999", 999_999_999_999_999),
        ("1234567890123456", "'1234567890123456", "1234567890123456"),
        ("12345678901234567890", "'12345678901234567890", "12345678901234567890"),
        ("0.123456789012345678", "'0.123456789012345678", "0.123456789012345678"),
        ("0.000000000000000001", "0.000000000000000001", 1e-18),
        ("-0.0000012345678901234", "-0.0000012345678901234", -0.0000012345678901234),
        (None, "", ""),
    ],
)
def test_no_digit_of_an_amount_is_lost(
    tmp_path: Path, amount: str | None, in_csv: str, in_workbook: Any
) -> None:
    """What a spreadsheet's fifteen digits cannot hold is a text."""
    row = ROW._replace(amount=amount, unit=None if amount is None else "ETH")
    write(tmp_path / "a.csv", row)
    write(tmp_path / "a.xlsx", row)
    place = list(ExportColumn).index(ExportColumn.AMOUNT)
    assert read(tmp_path / "a.csv")[1][place] == in_csv
    assert read(tmp_path / "a.xlsx")[1][place] == in_workbook


@SUFFIXES
def test_rows_stand_in_their_order(tmp_path: Path, suffix: str) -> None:
    """However they come, and whatever is between them."""
    path = tmp_path / f"history{suffix}"
    rows = [ROW._replace(reference=f"CSH-{number}", note="") for number in range(7)]
    write(path, *rows)
    place = list(ExportColumn).index(ExportColumn.REFERENCE)
    assert [row[place] for row in read(path)[1:]] == [row.reference for row in rows]


@SUFFIXES
def test_nothing_is_a_file_with_its_head(tmp_path: Path, suffix: str) -> None:
    """A filter that admits nothing still gives a file that opens."""
    path = tmp_path / f"history{suffix}"
    write(path)
    assert len(read(path)) == 1


@SUFFIXES
def test_columns_are_those_that_have_heads_in_their_order(tmp_path: Path, suffix: str) -> None:
    """One alone does as well, and without a calendar there is no date in it."""
    path = tmp_path / f"history{suffix}"
    heads = {ExportColumn.NOTE: "n", ExportColumn.CALENDAR_DATE: "d", ExportColumn.KIND: "k"}
    write(path, ROW, words=replace(WORDS, heads=heads))
    assert read(path) == [["n", "d", "k"], ["بابت مهر", "روز 21", "دریافت"]]
    path.unlink()
    write(path, ROW, words=replace(WORDS, heads={**heads, ExportColumn.KIND: "k"}, calendar_date=None))
    assert read(path) == [["n", "k"], ["بابت مهر", "دریافت"]]
    path.unlink()
    write(path, ROW, words=replace(WORDS, heads={ExportColumn.NOTE: "n"}))
    assert read(path) == [["n"], ["بابت مهر"]]


@SUFFIXES
def test_what_has_no_word_stands_for_itself(tmp_path: Path, suffix: str) -> None:
    """A unit nobody named, an account removed long ago, a record that no operator made."""
    path = tmp_path / f"history{suffix}"
    write(path, ROW._replace(unit="XYZ", account_id="a-9", operator_id="o-9"), ROW._replace(operator_id=None))
    columns = list(ExportColumn)
    unit, account, operator = (
        columns.index(column) for column in (ExportColumn.UNIT, ExportColumn.ACCOUNT, ExportColumn.OPERATOR)
    )
    _, first, second = read(path)
    assert (first[unit], first[account], first[operator]) == ("XYZ", "a-9", "o-9")
    assert second[operator] == ""


def test_days_and_clock_changes_are_the_shops(tmp_path: Path) -> None:
    """A night in which the clock is put forward, another in which it is put back, and midnight."""
    moments = {
        moment(2026, 3, 29, 0, 59, 59): "2026-03-29 01:59:59",
        moment(2026, 3, 29, 1, 0, 0): "2026-03-29 03:00:00",
        moment(2026, 10, 25, 0, 59, 59): "2026-10-25 02:59:59",
        moment(2026, 10, 25, 1, 0, 0): "2026-10-25 02:00:00",
        moment(2026, 12, 31, 22, 59, 59): "2026-12-31 23:59:59",
        moment(2026, 12, 31, 23, 0, 0): "2027-01-01 00:00:00",
        moment(1969, 12, 31, 23, 59, 59): "1970-01-01 00:59:59",
    }
    words = replace(WORDS, zone=ZoneInfo("Europe/Berlin"))
    write(tmp_path / "a.csv", *(ROW._replace(at=at) for at in moments), words=words)
    write(tmp_path / "a.xlsx", *(ROW._replace(at=at) for at in moments), words=words)
    assert [row[0] for row in read(tmp_path / "a.csv")[1:]] == list(moments.values())
    assert [str(row[0]) for row in read(tmp_path / "a.xlsx")[1:]] == list(moments.values())
    calendar = [row[1] for row in read(tmp_path / "a.csv")[1:]]
    assert calendar == ["روز 29", "روز 29", "روز 25", "روز 25", "روز 31", "روز 1", "روز 1"]


def test_each_day_is_asked_of_the_calendar_once(tmp_path: Path) -> None:
    """A million rows of some hundred days cost some hundred questions."""
    asked = []

    def calendar_date(day: datetime) -> str:
        asked.append(day)
        return str(day.day)

    rows = [ROW._replace(at=moment(2026, 11, 21, 0, 0, 0) + hour * 3_600_000_000) for hour in range(30)]
    write(tmp_path / "a.csv", *rows, words=replace(WORDS, calendar_date=calendar_date))
    assert [day.day for day in asked] == [21, 22]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.text(max_size=12)
        | st.text(alphabet="'=+-@09\t\" ,;\n<>&_x0041rt/\u202e\u200c\uffff\ud800", max_size=14),
        min_size=5,
        max_size=5,
    ),
    st.sampled_from([".csv", ".xlsx"]),
)
def test_any_text_comes_back_as_one_line(tmp_path_factory: Any, texts: list[str], suffix: str) -> None:
    """Quotes, markup, formulas, escapes, half characters; only what no file can hold is replaced."""
    path = tmp_path_factory.mktemp("any") / f"history{suffix}"
    names = ("party", "holder", "reference", "provider_reference", "note")
    write(path, ROW._replace(**dict(zip(names, texts, strict=True))))
    cells = read(path)[1][7:12]
    expected = [one_line(text.encode("utf-8", "replace").decode()) for text in texts]
    if suffix == ".csv":
        assert [without_guard(cell) for cell in cells] == expected
    else:
        assert cells == [text.replace("\uffff", "\ufffd").replace("\ufffe", "\ufffd") for text in expected]


@SUFFIXES
def test_a_text_longer_than_a_cell_is_cut(tmp_path: Path, suffix: str) -> None:
    """Excel would call the file damaged."""
    path = tmp_path / f"history{suffix}"
    write(path, ROW._replace(note="x" * 40_000))
    assert len(read(path)[1][11]) == 32_767


def test_more_text_than_a_workbook_packs_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers of workbooks know two gigabytes of a sheet and no more."""
    monkeypatch.setattr(history_workbook, "ZIP64_LIMIT", 3_000)
    with pytest.raises(ExportError) as caught:
        write(tmp_path / "a.xlsx", *([ROW] * 10))
    assert caught.value.problem is ExportProblem.TOO_MANY_ROWS
