"""Which column of a table is what: by its header in Persian, Arabic or English, else by what stands in it.

The words here are read, never shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from cashier.domain.digits import to_latin_digits
from cashier.domain.iban import COUNTRY, DIGITS_AFTER_COUNTRY, clean_typed_iban
from cashier.domain.money import RIAL, TOMAN, Unit
from cashier.domain.search_text import searchable
from cashier.services.batch_cells import Column
from cashier.services.batch_file_errors import ColumnsMissingError, ColumnsUnclearError

REQUIRED_COLUMNS = (Column.IBAN, Column.AMOUNT)


class _Heading(Enum):
    """What a header can mean: a column, or half of the holder."""

    IBAN = "iban"
    HOLDER = "holder"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    AMOUNT = "amount"
    NOTE = "note"
    PAY_ID = "pay_id"


_SPELLINGS: dict[_Heading, str] = {
    _Heading.IBAN: (
        "شبا|شماره شبا|کد شبا|شبای مقصد|شبا مقصد|شماره شبای مقصد|شماره شبا مقصد|شبای گیرنده|شماره شبای گیرنده"
        "|شماره حساب شبا|ایبان|شماره ایبان|الآيبان|آيبان|رقم الآيبان|رقم آيبان|رقم الحساب الدولي|شيبا|رقم شيبا"
        "|iban|iban number|iban no|sheba|sheba number|sheba no|shaba|shaba number|destination iban"
        "|destination account|beneficiary iban|recipient iban"
    ),
    _Heading.HOLDER: (
        "صاحب حساب|نام صاحب حساب|نام و نام خانوادگی|نام ونام خانوادگی|نام گیرنده|گیرنده|ذینفع|ذی نفع|نام ذینفع"
        "|نام و نام خانوادگی صاحب حساب|نام و نام خانوادگی گیرنده|دریافت کننده|نام دریافت کننده|نام کامل"
        "|صاحب الحساب|اسم صاحب الحساب|المستفيد|اسم المستفيد|المستلم|اسم المستلم|الاسم الكامل"
        "|holder|account holder|account holder name|holder name|full name|beneficiary|beneficiary name"
        "|recipient|recipient name|payee|payee name|receiver|receiver name"
    ),
    # Beside a last name it is the first; alone it is the whole.
    _Heading.FIRST_NAME: (
        "نام|نام کوچک|الاسم|الاسم الأول|اسم|name|first name|firstname|given name|destination firstname"
    ),
    _Heading.LAST_NAME: (
        "نام خانوادگی|فامیلی|فامیل|اسم العائلة|الاسم الأخير|اللقب|الكنية"
        "|last name|lastname|surname|family name|family|destination lastname"
    ),
    _Heading.AMOUNT: (
        "مبلغ|مبلغ واریز|مبلغ واریزی|مبلغ انتقال|مبلغ پرداخت|مبلغ پرداختی|مبلغ حواله|خالص پرداختی"
        "|المبلغ|مبلغ التحويل|مبلغ الحوالة|مبلغ الدفع|القيمة|amount|transfer amount|payment amount"
    ),
    _Heading.NOTE: (
        "شرح|شرح واریز|شرح تراکنش|توضیح|توضیحات|یادداشت|بابت|ملاحظات|ملاحظة|الملاحظات|ملاحظه|الوصف|وصف|البيان|بيان"
        "|note|notes|description|memo|remark|remarks|comment|comments|details|purpose"
    ),
    _Heading.PAY_ID: (
        "شناسه واریز|شناسه پرداخت|شناسه واریزی|معرف الإيداع|معرّف الإيداع|رقم الإيداع|معرف الدفع"
        "|pay id|payid|payment id|deposit id|deposit identifier"
    ),
}

# Beside or instead of the amount's own name, with the words that tie them to it.
_UNIT_WORDS: dict[str, Unit] = {
    **dict.fromkeys(("ریال", "ریالی", "الریال", "بالریال", "rial", "rials", "irr", "ir"), RIAL),
    **dict.fromkeys(("تومان", "تومانی", "تومن", "التومان", "بالتومان", "toman", "tomans", "irt"), TOMAN),
}
_TYING_WORDS = frozenset({"به", "ب", "in", "بال"})

# How many rows are looked at: for a header below a title, and to guess by.
_HEADER_SEARCH_ROWS = 20
SAMPLE_ROWS = 50

# The row numbers of a table are shorter than anybody's amounts, and may begin anywhere.
_LONGEST_ROW_NUMBER = 6


def _words(header: str) -> list[str]:
    # A half-space ties two words here as a space would: the unit is a word of its own.
    return re.findall(r"[^\W_]+", searchable(header.replace("\u200c", " ")))


_HEADINGS: dict[str, _Heading] = {
    "".join(_words(spelling)): heading
    for heading, spellings in _SPELLINGS.items()
    for spelling in spellings.split("|")
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the columns of a table are.

    Attributes:
        places: the cells' places, from 0, of each column that there is; two for a holder in two columns.
        first_data_row: index of the first row that is no header, among the rows given.
        unit: of the amounts, if the header says it.
        was_guessed: whether there was no header, and the content had to tell.
        width: how many cells a row of the table has.
        unused: the headers of columns that mean nothing here; without a header, their first texts.
    """

    places: Mapping[Column, tuple[int, ...]]
    first_data_row: int
    unit: Unit | None
    was_guessed: bool
    width: int
    unused: tuple[str, ...] = ()


def find_layout(rows: Sequence[Sequence[str]], *, may_be_cut: bool) -> Layout:
    """Find the columns of a table.

    Args:
        rows: the beginning of the table as text, blank rows left out: some 50 rows are enough.
        may_be_cut: whether a row can be too wide because a mark inside a cell was taken for the end of it.

    Raises:
        ColumnsMissingError: if there is no IBAN or no amount.
        ColumnsUnclearError: if two columns could be the same one.
    """
    missing: list[Column] = []
    for index, row in enumerate(rows[:_HEADER_SEARCH_ROWS]):
        if any(_looks_like_iban(cell) for cell in row):
            break
        headings = [_heading(cell) for cell in row]
        found = {heading for heading, _ in headings}
        if {_Heading.IBAN, _Heading.AMOUNT} <= found:
            return _layout_by(headings, row, index)
        if found != {None} and not missing:
            missing = [column for column in REQUIRED_COLUMNS if _Heading[column.name] not in found]
    if missing:
        raise ColumnsMissingError(missing)
    return _guess(rows[:SAMPLE_ROWS], may_be_cut=may_be_cut)


def _heading(cell: str) -> tuple[_Heading | None, Unit | None]:
    """Return what a header means, and the unit it names."""
    words = _words(cell)
    units = {_UNIT_WORDS[word] for word in words if word in _UNIT_WORDS}
    whole = _HEADINGS.get("".join(words))
    if whole is not None or not units:
        return whole, None
    bare = "".join(word for word in words if word not in _UNIT_WORDS and word not in _TYING_WORDS)
    heading = _HEADINGS.get(bare) if bare else _Heading.AMOUNT
    if heading is not _Heading.AMOUNT:
        return None, None
    # A header that names both says neither.
    return heading, units.pop() if len(units) == 1 else None


def _layout_by(
    headings: Sequence[tuple[_Heading | None, Unit | None]], row: Sequence[str], index: int
) -> Layout:
    by_heading: dict[_Heading, list[int]] = {}
    for place, (heading, _) in enumerate(headings):
        if heading is not None:
            by_heading.setdefault(heading, []).append(place)
    first, last = by_heading.pop(_Heading.FIRST_NAME, []), by_heading.pop(_Heading.LAST_NAME, [])
    halves = (*first, *last) if _Heading.HOLDER not in by_heading else ()
    twice = [Column[heading.name] for heading, places in by_heading.items() if len(places) > 1]
    if halves and (len(first) > 1 or len(last) > 1):
        twice.append(Column.HOLDER)
    if twice:
        raise ColumnsUnclearError(twice)
    places = {Column[heading.name]: tuple(found) for heading, found in by_heading.items()}
    if halves:
        places[Column.HOLDER] = halves
    used = {place for found in places.values() for place in found}
    return Layout(
        places=places,
        first_data_row=index + 1,
        unit=headings[places[Column.AMOUNT][0]][1],
        was_guessed=False,
        width=_width(row),
        unused=tuple(cell for place, cell in enumerate(row) if cell and place not in used),
    )


def _width(row: Sequence[str]) -> int:
    """How many cells a row has, empty ones at its end not counted."""
    return max((place + 1 for place, cell in enumerate(row) if cell), default=0)


def _guess(rows: Sequence[Sequence[str]], *, may_be_cut: bool) -> Layout:
    """Tell the columns by what stands in them."""
    widths = [len(row) for row in rows]
    # A row that is wider than the others has been cut; in a sheet it merely has a note.
    width = max(set(widths), key=lambda one: (widths.count(one), one)) if may_be_cut else max(widths)
    columns = [[row[place] if place < len(row) else "" for row in rows] for place in range(width)]
    ibans = [place for place, cells in enumerate(columns) if _mostly(cells, _looks_like_iban)]
    if not ibans:
        raise ColumnsMissingError([Column.IBAN])
    if len(ibans) > 1:
        raise ColumnsUnclearError([Column.IBAN])
    left = [place for place in range(width) if place not in ibans and any(columns[place])]
    amounts = [
        place
        for place in left
        if _mostly(columns[place], _looks_like_amount) and not _counts_rows(columns[place])
    ]
    if not amounts:
        raise ColumnsMissingError([Column.AMOUNT])
    # A deposit identifier, a personnel number and an amount are all just digits.
    if len(amounts) > 1:
        raise ColumnsUnclearError([Column.AMOUNT])
    texts = [place for place in left if place not in amounts and not _counts_rows(columns[place])]
    places = {Column.IBAN: (ibans[0],), Column.AMOUNT: (amounts[0],)}
    places.update(
        {column: (place,) for column, place in zip((Column.HOLDER, Column.NOTE), texts, strict=False)}
    )
    return Layout(
        places=places,
        first_data_row=0,
        unit=None,
        was_guessed=True,
        width=width,
        unused=tuple(next(filter(None, columns[place])) for place in texts[2:]),
    )


def _mostly(cells: Sequence[str], test: Callable[[str], bool]) -> bool:
    filled = [cell for cell in cells if cell]
    return 2 * sum(map(test, filled)) > len(filled)


def _looks_like_iban(cell: str) -> bool:
    compact = clean_typed_iban(cell)
    digits = compact.removeprefix(COUNTRY)
    # A damaged one is still an IBAN's place; of digits alone only the full number can be told from others.
    nearly = 3 if compact.startswith(COUNTRY) else 0
    return digits.isdecimal() and abs(len(digits) - DIGITS_AFTER_COUNTRY) <= nearly


def _looks_like_amount(cell: str) -> bool:
    bare = re.sub(r"[\s,\u060c\u066b\u066c.]", "", to_latin_digits(cell))
    return re.fullmatch(r"[0-9]{1,18}(ریال|ريال|تومان|rials?|tomans?)?", bare, re.IGNORECASE) is not None


def _counts_rows(cells: Sequence[str]) -> bool:
    """Whether these are just the rows' numbers: 1, 2, 3, ..."""
    numbers = [to_latin_digits(cell) for cell in cells]
    if len(numbers) == 1 or not re.fullmatch(f"[0-9]{{1,{_LONGEST_ROW_NUMBER}}}", numbers[0]):
        return False
    first = int(numbers[0])
    return numbers == [str(number) for number in range(first, first + len(numbers))]
