"""The columns of a transfer batch and one row of it as text, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType


class Column(Enum):
    """A column of a transfer batch; the values are the names of `RowText`'s fields."""

    IBAN = "iban"
    HOLDER = "holder"
    AMOUNT = "amount"
    NOTE = "note"
    PAY_ID = "pay_id"


class CellDamage(Enum):
    """What a file did to a cell, so that its text is not what was meant."""

    NUMBER_FOR_IBAN = "number_for_iban"  # the spreadsheet made a number of it, and digits are lost
    INEXACT_NUMBER = "inexact_number"  # more digits than a spreadsheet's number keeps
    NOT_WHOLE_NUMBER = "not_whole_number"  # a fraction where there can be none
    DATE = "date"  # the spreadsheet made a date of it
    ERROR_VALUE = "error_value"  # #N/A, #REF! and their like
    NOT_COMPUTED = "not_computed"  # a formula whose result the file does not hold
    SPLIT_AMOUNT = "split_amount"  # the commas inside the amount cut it into several cells
    EXTRA_CELLS = "extra_cells"  # the row has more cells than there are columns


@dataclass(frozen=True, slots=True, kw_only=True)
class RowText:
    """What stands in one row, each cell as one line of text.

    Attributes:
        number: of the row in its file, from 1, blank rows and the header counted.
        damage: what the file did to cells; editing a cell with `with_text` heals it.
    """

    number: int
    iban: str = ""
    holder: str = ""
    amount: str = ""
    note: str = ""
    pay_id: str = ""
    damage: Mapping[Column, CellDamage] = field(default_factory=lambda: MappingProxyType({}))

    def text(self, column: Column) -> str:
        """Return what stands in one column."""
        text: str = getattr(self, column.value)
        return text

    def with_text(self, column: Column, text: str) -> RowText:
        """Return the row with one cell typed anew: what the file did to that cell no longer counts."""
        left = {other: damage for other, damage in self.damage.items() if other is not column}
        typed: dict[str, str] = {column.value: text}
        return replace(self, damage=MappingProxyType(left), **typed)  # type: ignore[arg-type]  # a Column names a text field
