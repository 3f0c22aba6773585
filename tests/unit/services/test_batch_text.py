"""Tables in text: delimiters, encodings, quotes, and the marks that cut an amount in two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.domain.money import RIAL, TOMAN
from cashier.services.batch_cells import CellDamage, Column, RowText
from cashier.services.batch_file_errors import (
    MAXIMUM_BYTES,
    MAXIMUM_ROWS,
    ColumnsMissingError,
    DamagedTableError,
    EmptyTableError,
    ForeignKind,
    NotATableError,
    TableTooLargeError,
)
from cashier.services.batch_text import parse_table_bytes, parse_table_text

IBAN = "IR550570022080013447370101"
OTHER_IBAN = "IR820540102680020817909002"
TABLE = f"شماره شبا,نام صاحب حساب,مبلغ (ریال),شرح\r\n{IBAN},علي نمونه,1250000,بابت\r\n"


def first(text: str) -> RowText:
    """Return the only row of a table."""
    (row,) = parse_table_text(text).rows
    return row


@pytest.mark.parametrize("delimiter", ["\t", ";", ","])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_each_delimiter_and_line_end(delimiter: str, line_end: str) -> None:
    """Excel, Sheets, and each system's own way."""
    text = line_end.join(
        delimiter.join(cells) for cells in (("iban", "name", "amount"), (IBAN, "Ali N", "5000"))
    )
    assert first(text) == RowText(number=2, iban=IBAN, holder="Ali N", amount="5000")


def test_a_comma_inside_an_amount_is_no_delimiter_where_there_are_tabs() -> None:
    """What is pasted from a spreadsheet has tabs, and amounts as they are shown."""
    row = first(f"{IBAN}\tعلی نمونه\t1,250,000")
    assert (row.amount, row.number) == ("1,250,000", 1)


def test_semicolons_in_notes_do_not_make_columns() -> None:
    """A delimiter is what makes a table."""
    row = first(f"iban,amount,note\n{IBAN},5000,a;b;c")
    assert row.note == "a;b;c"


@pytest.mark.parametrize("delimiter", "\t;,|")
def test_excels_own_first_line_names_the_delimiter(delimiter: str) -> None:
    """It is no row, but it counts as one."""
    row = first(f"sep={delimiter}\r\niban{delimiter}amount\r\n{IBAN}{delimiter}5000\r\n")
    assert (row.number, row.amount) == (3, "5000")


def test_quotes_hold_delimiters_quotes_and_line_breaks() -> None:
    """And a row of several lines is one row, cleaned to one line."""
    table = parse_table_text(f'iban,name,amount\n{IBAN},"Ali, ""the\nfirst""",5000\n{OTHER_IBAN},B C,1\n')
    assert [(row.number, row.holder) for row in table.rows] == [(2, 'Ali, "the first"'), (3, "B C")]


@pytest.mark.parametrize(
    "text", [f'iban,amount\n{IBAN},"5000\n{OTHER_IBAN},1', f'iban,amount\n{IBAN},"50"00\n']
)
def test_an_open_quote_does_not_swallow_the_rows_below(text: str) -> None:
    """It is refused with its line."""
    with pytest.raises(DamagedTableError) as caught:
        parse_table_text(text)
    assert caught.value.line is not None
    assert caught.value.line >= 2


@pytest.mark.parametrize(
    ("line", "damage"),
    [
        (f"{IBAN},Ali N,1,250,000", CellDamage.SPLIT_AMOUNT),
        (f"{IBAN},Ali N,125,000", CellDamage.SPLIT_AMOUNT),
        (f"{IBAN},Ali N,1,250,000,,9", CellDamage.EXTRA_CELLS),
    ],
)
def test_an_amount_that_its_own_commas_cut_is_not_one_rial(line: str, damage: CellDamage) -> None:
    """1,250,000 in a comma separated file without quotes reads as 1, 250 and 000."""
    row = first(f"iban,name,amount,note,pay id\n{line}\n")
    assert row.damage == {Column.AMOUNT: damage}


def test_the_same_without_a_header() -> None:
    """The other rows tell how wide the table is."""
    text = f"{IBAN},Ali N,5000\n{OTHER_IBAN},B C,7000\n{IBAN},Ali N,1,250,000\n"
    assert [dict(row.damage) for row in parse_table_text(text).rows] == [
        {},
        {},
        {Column.AMOUNT: CellDamage.EXTRA_CELLS},
    ]


def test_blank_rows_are_left_out_and_still_counted() -> None:
    """A message that names row 6 means row 6 of the file."""
    table = parse_table_text(f"\n  \niban,amount\n\n,\n{IBAN},5\n\n{OTHER_IBAN},6\n")
    assert [row.number for row in table.rows] == [6, 8]


def test_cells_become_one_harmless_line() -> None:
    """No controls, no marks that turn text around; the half-space stays."""
    row = first(f"iban\tname\tamount\n \u202b{IBAN}\u202c \tعلی\u0007 \u200fنمونه\u200cای\t 5000 ")
    assert (row.iban, row.holder, row.amount) == (IBAN, "علی نمونه\u200cای", "5000")


def test_a_guard_against_formulas_is_taken_off() -> None:
    """So that the formula is seen for what it is, and an identifier keeps its zeros."""
    row = first(f"iban,name,amount,pay id\n{IBAN},'=1+1,5000,'0012")
    assert (row.holder, row.pay_id) == ("=1+1", "0012")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TABLE.encode(), "utf-8"),
        (TABLE.encode("utf-8-sig"), "utf-8"),
        (TABLE.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TABLE.encode("utf-16-be"), "utf-16"),
        (TABLE.replace("ی", "ي").encode("windows-1256"), "windows-1256"),
    ],
)
def test_each_encoding(data: bytes, encoding: str) -> None:
    """By its mark, as strict UTF-8, else Windows-1256; and which it was is told."""
    table = parse_table_bytes(data)
    assert table.encoding == encoding
    assert table.unit == RIAL
    assert table.rows == (RowText(number=2, iban=IBAN, holder="علي نمونه", amount="1250000", note="بابت"),)


def test_torn_utf_16_is_said_to_be_torn() -> None:
    """Half a character at the end means that more is missing."""
    with pytest.raises(DamagedTableError):
        parse_table_bytes(TABLE.encode("utf-16")[:-1])


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "iban,amount\n", "iban,amount\n,\n\n"])
def test_nothing_is_said_to_be_nothing(text: str) -> None:
    """A header without rows too."""
    with pytest.raises(EmptyTableError):
        parse_table_text(text)


def test_one_column_is_no_table() -> None:
    """What is missing is named."""
    with pytest.raises(ColumnsMissingError) as caught:
        parse_table_text(f"{IBAN}\n{OTHER_IBAN}\n")
    assert caught.value.columns == (Column.AMOUNT,)


@pytest.mark.parametrize("data", [b"\0\1\2\3", b"iban,amount\0"])
def test_bytes_that_are_no_text(data: bytes) -> None:
    """A program or a picture is not guessed to be Windows-1256."""
    with pytest.raises(NotATableError) as caught:
        parse_table_bytes(data)
    assert caught.value.kind is ForeignKind.BINARY


def test_a_hundred_thousand_rows_are_taken_and_one_more_is_not() -> None:
    """The unit of the header is told, and every row is there."""
    line = f"{IBAN};5000\n"
    table = parse_table_text("شبا;مبلغ (تومان)\n" + line * MAXIMUM_ROWS)
    assert (len(table.rows), table.rows[-1].number, table.unit) == (MAXIMUM_ROWS, MAXIMUM_ROWS + 1, TOMAN)
    with pytest.raises(TableTooLargeError) as caught:
        parse_table_text("شبا;مبلغ (تومان)\n" + line * (MAXIMUM_ROWS + 1))
    assert caught.value.rows_limit == MAXIMUM_ROWS


def test_too_long_a_text_is_refused_at_once() -> None:
    """Before anything is made of it."""
    with pytest.raises(TableTooLargeError) as caught:
        parse_table_text("x" * (MAXIMUM_BYTES + 1))
    assert caught.value.bytes_limit == MAXIMUM_BYTES


def test_reading_is_counted_and_can_be_ended() -> None:
    """What the counter raises comes out, and no row is read after it."""
    counted: list[int] = []

    def tick(rows: int) -> None:
        counted.append(rows)
        if rows:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        parse_table_text("iban,amount\n" + f"{IBAN},5\n" * 5000, tick=tick)
    assert counted == [0, 500]


CELL = st.text(alphabet=st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=12)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=8), st.sampled_from("\t;,"))
def test_quoted_cells_come_back_whatever_is_in_them(rows: list[tuple[str, str, str]], delimiter: str) -> None:
    """Each cell as one line, each row with its own number; nothing moves to another column."""
    lines = [delimiter.join(('"iban"', '"amount"', '"name"', '"note"'))]
    for cells in rows:
        quoted = [
            f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in (IBAN, *("x" + cell for cell in cells))
        ]
        lines.append(delimiter.join(quoted))
    table = parse_table_text("\n".join(lines))
    assert [(row.number, row.amount, row.holder, row.note) for row in table.rows] == [
        (number, *(" ".join(("x" + cell).split()) for cell in cells))
        for number, cells in enumerate(rows, start=2)
    ]
