"""Templates and exported rows: whole or not at all, harmless in a spreadsheet, and readable again."""

from __future__ import annotations

import asyncio
import csv
import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cashier.domain.money import RIAL
from cashier.domain.text import one_line
from cashier.providers.payout_protocol import PayoutTraits
from cashier.services.batch_cells import Column
from cashier.services.batch_export import ExportRow, Headers, write_rows, write_template
from cashier.services.batch_file import read_batch_file
from cashier.services.batch_rows import EXAMPLE_IBAN, RowFault, check_rows
from cashier.services.export_file import ExportError, ExportProblem

IBAN = "IR550570022080013447370101"
HEADERS = Headers(
    iban="شماره شبا",
    holder="نام صاحب حساب",
    amount="مبلغ (ریال)",
    note="شرح",
    pay_id="شناسه واریز",
    reference="شماره مرجع",
    state="وضعیت",
    reason="علت",
    sheet="واریزها: [مهر] / ۱۴۰۴ '",
    right_to_left=True,
)
TEMPLATE_HEADERS = replace(HEADERS, reference="", state="", reason="")
ROW = ExportRow(
    iban=IBAN,
    holder="علی نمونه‌ای",
    amount_rial="1250000",
    note="بابت مهر",
    pay_id="0012",
    reference="c-1",
    state="رد شد",
    reason="=HYPERLINK(1)",
)
TRAITS = PayoutTraits(takes_batches=True, finds_by_reference=True, needs_holder=True, takes_pay_id=True)


def write(path: Path, rows: Any, headers: Headers = HEADERS) -> None:
    """Write rows to the end."""
    asyncio.run(write_rows(path, rows, headers))


def problem_of(path: Path, rows: Any = (ROW,)) -> ExportProblem:
    """Return why rows could not be written."""
    with pytest.raises(ExportError) as caught:
        write(path, rows)
    return caught.value.problem


@pytest.mark.parametrize("name", ["template.xlsx", "template.csv", "TEMPLATE.XLSX"])
def test_the_template_is_a_batch_whose_only_row_is_an_example(tmp_path: Path, name: str) -> None:
    """It is read without a guess, and refused as long as the example is in it."""
    path = tmp_path / name
    asyncio.run(write_template(path, TEMPLATE_HEADERS, holder="علی نمونه", note="بابت"))
    table = asyncio.run(read_batch_file(path))
    assert (table.unit, table.was_guessed, table.columns) == (RIAL, False, frozenset(Column))
    assert table.unused == ()
    (row,) = table.rows
    assert (row.iban, row.holder, row.note) == (EXAMPLE_IBAN, "علی نمونه", "بابت")
    checked = check_rows(table.rows, unit=RIAL, traits=TRAITS, sends_in=RIAL, limit_per_withdrawal=None)
    assert [problem.kind for problem in checked.checks[0].problems] == [RowFault.EXAMPLE_ROW]


def test_the_templates_columns_are_text_wide_enough_and_from_the_right(tmp_path: Path) -> None:
    """An IBAN typed below the example stays an IBAN."""
    path = tmp_path / "template.xlsx"
    asyncio.run(write_template(path, TEMPLATE_HEADERS, holder="a b", note=""))
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["واریزها مهر ۱۴۰۴"]
    assert sheet.sheet_view.rightToLeft
    assert sheet["A2"].number_format == "@"
    assert sheet["C2"].value == 1_250_000
    assert sheet.column_dimensions["A"].width > 26
    asyncio.run(write_template(path, replace(TEMPLATE_HEADERS, right_to_left=False), holder="a b", note=""))
    assert not openpyxl.load_workbook(path).worksheets[0].sheet_view.rightToLeft


def test_a_csv_file_has_its_mark_and_no_formula(tmp_path: Path) -> None:
    """Excel reads it as UTF-8; every field is in quotes and none begins like a formula."""
    path = tmp_path / "rows.csv"
    write(path, [ROW])
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.splitlines()[1].startswith(f'"{IBAN}","')
    rows = list(csv.reader(text.splitlines()))
    assert rows[1][-1] == "'=HYPERLINK(1)"
    assert rows[1][4] == "'0012"


def test_a_workbook_holds_texts_as_texts_and_amounts_as_numbers(tmp_path: Path) -> None:
    """A formula is a text; an amount that a spreadsheet's number cannot hold is one too."""
    path = tmp_path / "rows.xlsx"
    amounts = ["1250000", "9007199254740991", "9007199254740992", "12a", "", "007"]
    write(path, [replace(ROW, amount_rial=amount) for amount in amounts])
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [sheet.cell(row, 3).value for row in range(2, 8)] == [
        1_250_000,
        9_007_199_254_740_991,
        "9007199254740992",
        "12a",
        None,
        "007",
    ]
    assert (sheet["H2"].value, sheet["H2"].data_type) == ("=HYPERLINK(1)", "s")
    assert (sheet["E2"].value, sheet["E2"].data_type) == ("0012", "s")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_failed_can_be_read_back(tmp_path: Path, suffix: str) -> None:
    """The same rows; what became of them is left out, and that is said."""
    path = tmp_path / f"failed{suffix}"
    rows = [replace(ROW, amount_rial=str(amount)) for amount in (1, 2**53 - 1, 2**53, 10**20)]
    write(path, rows)
    table = asyncio.run(read_batch_file(path))
    assert table.unit == RIAL
    assert table.unused == ("شماره مرجع", "وضعیت", "علت")
    read = [(row.iban, row.holder, row.amount, row.note, row.pay_id) for row in table.rows]
    assert read == [(row.iban, row.holder, row.amount_rial, row.note, row.pay_id) for row in rows]
    assert not any(row.damage for row in table.rows)


TEXT = st.text(max_size=20) | st.text(alphabet="'=+-@09\t\" ,;\n", max_size=8)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.builds(ExportRow, iban=TEXT, holder=TEXT, amount_rial=TEXT, note=TEXT, pay_id=TEXT), max_size=5
    ),
    st.sampled_from([".csv", ".xlsx"]),
)
def test_any_rows_come_back_as_they_were(rows: list[ExportRow], suffix: str) -> None:
    """Each cell as one line, whatever was mistyped into it; rows with nothing in them are left out."""
    rows = [*rows, ROW]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"rows{suffix}"
        write(path, rows, replace(HEADERS, reference="", state="", reason=""))
        table = asyncio.run(read_batch_file(path))
    expected = [
        tuple(one_line(text) for text in (row.iban, row.holder, row.amount_rial, row.note, row.pay_id))
        for row in rows
    ]
    read = [(row.iban, row.holder, row.amount, row.note, row.pay_id) for row in table.rows]
    assert read == [cells for cells in expected if any(cells)]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_texts_that_no_file_can_hold_are_made_to_fit(tmp_path: Path, suffix: str) -> None:
    """Half a character from a provider, or a page of words, does not stop the export."""
    path = tmp_path / f"rows{suffix}"
    write(path, [replace(ROW, note="a\ud800b", holder="x" * 40_000)])
    (row,) = asyncio.run(read_batch_file(path)).rows
    assert (row.note, len(row.holder)) == ("a?b", 32_767)


def test_markup_of_the_writing_library_is_a_text(tmp_path: Path) -> None:
    """It would go into the workbook as it is, and damage it."""
    path = tmp_path / "rows.xlsx"
    write(path, [replace(ROW, note="<r><t>a & b</r>")])
    (row,) = asyncio.run(read_batch_file(path)).rows
    assert row.note == "<r><t>a & b</r>"


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_failure_in_the_middle_leaves_the_old_file_as_it_was(tmp_path: Path, suffix: str) -> None:
    """Never half a file under the final name, and no scrap beside it."""

    def rows() -> Iterator[ExportRow]:
        yield ROW
        raise OSError(errno.ENOSPC, "no space")

    path = tmp_path / f"rows{suffix}"
    path.write_bytes(b"old")
    assert problem_of(path, rows()) is ExportProblem.DISK_FULL
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the disk that is always full")
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_full_disk_is_said_to_be_full(tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the disk says when the last bytes are written out, in the writing library's words or ours."""
    path = tmp_path / f"rows{suffix}"
    real_open = Path.open

    def open_on_full_disk(self: Path, mode: str = "r", **options: Any) -> Any:
        if self.suffix == ".part":
            return real_open(Path("/dev/full"), mode.replace("x", "w"), **options)
        return real_open(self, mode, **options)

    monkeypatch.setattr(Path, "open", open_on_full_disk)
    assert problem_of(path) is ExportProblem.DISK_FULL
    assert not path.exists()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """Or that is a file."""
    assert problem_of(tmp_path / "none" / "rows.csv") is ExportProblem.FOLDER_MISSING
    (tmp_path / "file").touch()
    assert problem_of(tmp_path / "file" / "rows.xlsx") is ExportProblem.FOLDER_MISSING


def test_a_name_that_is_a_folder(tmp_path: Path) -> None:
    """The folder stays, and nothing beside it."""
    (tmp_path / "rows.csv").mkdir()
    assert problem_of(tmp_path / "rows.csv") is ExportProblem.FORBIDDEN
    assert [entry.name for entry in tmp_path.iterdir()] == ["rows.csv"]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="whoever may write everywhere is refused nothing"
)
def test_a_folder_of_somebody_else(tmp_path: Path) -> None:
    """No permission is its own message."""
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o500)
    assert problem_of(folder / "rows.csv") is ExportProblem.FORBIDDEN


@pytest.mark.parametrize("name", ["rows", "rows.xls", "rows.ods"])
def test_other_kinds_of_files_are_not_written(tmp_path: Path, name: str) -> None:
    """A workbook under another kind's name opens nowhere."""
    assert problem_of(tmp_path / name) is ExportProblem.UNKNOWN_SUFFIX
    assert not list(tmp_path.iterdir())


def test_every_field_of_a_row_is_written(tmp_path: Path) -> None:
    """In the order of the headers."""
    path = tmp_path / "rows.csv"
    write(path, [ROW])
    header, cells = csv.reader(path.read_text(encoding="utf-8-sig").splitlines())
    assert header == [
        text for name, text in asdict(HEADERS).items() if name not in {"sheet", "right_to_left"}
    ]
    assert [cell.removeprefix("'") for cell in cells] == list(asdict(ROW).values())
