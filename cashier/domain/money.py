"""Exact money: an amount, the unit it is counted in, and the asset that unit belongs to.

Amounts are `Decimal` from the wire to the disk and are stored as canonical decimal text: crypto assets
need 18 decimals and rial sums pass 64 bits, so no integer column would hold both.

    MoneyError
    ├── UnitMismatchError     two different assets, or units, were mixed
    └── InexactAmountError    the amount cannot be written exactly in that unit
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal, Inexact, InvalidOperation

# Wide enough for any sum this program can meet; an inexact result raises instead of rounding.
_EXACT = Context(prec=120, traps=[Inexact, InvalidOperation])

# What a unit of an asset nobody told us about may carry: the most any known asset needs.
UNKNOWN_ASSET_DECIMALS = 18

_CANONICAL = re.compile(r"(?!-0\Z)-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?")
# Python's own reading is wider: it takes spaces, underscores and the digits of any script.
_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,4})?")


class MoneyError(ValueError):
    """Something that is not exact money, or a mixture of two kinds of it."""


class UnitMismatchError(MoneyError):
    """Two amounts of different units or assets were treated as one."""


class InexactAmountError(MoneyError):
    """The amount cannot be written exactly in the unit asked for."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit amounts are counted in.

    Attributes:
        code: what stands beside the amount: `IRR`, `IRT`, `USDT`.
        asset: what it is a unit of; rial and toman are two units of one asset.
        scale: how many of the asset's base units one of these is.
        decimals: how many decimal places an amount in this unit may have.
        valid_from: first day of the unit, where a law sets one.
    """

    code: str
    asset: str
    scale: int
    decimals: int
    valid_from: date | None = None


def _own(code: str, decimals: int) -> Unit:
    return Unit(code=code, asset=code, scale=1, decimals=decimals)


# The unit is data: the law of 2025 that turns 10,000 rial into one new rial adds a row here.
KNOWN_UNITS: dict[str, Unit] = {
    unit.code: unit
    for unit in (
        _own("IRR", 0),
        Unit(code="IRT", asset="IRR", scale=10, decimals=0),
        *(_own(code, 2) for code in ("USD", "EUR", "TRY", "AED", "SAR", "SYP", "EGP", "QAR", "LBP")),
        *(_own(code, 3) for code in ("IQD", "KWD", "JOD", "BHD", "OMR", "TND")),
        *(_own(code, 8) for code in ("USDT", "USDC", "BTC", "LTC", "DOGE", "TRX", "XRP", "LUNA")),
        *(_own(code, 9) for code in ("SOL", "TON")),
        *(_own(code, 18) for code in ("ETH", "BNB", "DAI")),
    )
}

RIAL = KNOWN_UNITS["IRR"]
TOMAN = KNOWN_UNITS["IRT"]


def unit_of(code: str) -> Unit:
    """Return the unit named `code`; an unknown one is taken as it comes, with up to 18 decimals."""
    return KNOWN_UNITS.get(code) or _own(code, UNKNOWN_ASSET_DECIMALS)


def decimal_text(amount: Decimal) -> str:
    """Return `amount` in canonical plain notation: no exponent, no trailing zeros, no `-0`."""
    if not amount.is_finite():
        raise InexactAmountError(f"{amount} is not an amount")
    text = format(amount, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in a named unit. Equal only to the same amount in the same unit."""

    amount: Decimal
    unit: Unit

    def __post_init__(self) -> None:
        """Refuse what is not a number."""
        if not self.amount.is_finite():
            raise InexactAmountError(f"{self.amount} is not an amount")

    @classmethod
    def of(cls, amount: Decimal | int | str, code: str) -> Money:
        """Return money from an exact amount and a unit's code.

        Raises:
            InexactAmountError: if it is a text and not a decimal number in Latin digits, or not finite.
        """
        if isinstance(amount, str) and not _DECIMAL.fullmatch(amount):
            raise InexactAmountError(f"{amount!r} is not a decimal number")
        return cls(Decimal(amount), unit_of(code))

    @classmethod
    def from_storage(cls, text: str, code: str) -> Money:
        """Return money from the text that `text` gave; anything else in that place is damage.

        Raises:
            InexactAmountError: if `text` is not in canonical form.
        """
        if not _CANONICAL.fullmatch(text):
            raise InexactAmountError(f"{text!r} is not a stored amount")
        return cls(Decimal(text), unit_of(code))

    @property
    def text(self) -> str:
        """The amount as canonical decimal text, digit for digit."""
        return decimal_text(self.amount)

    @property
    def code(self) -> str:
        """The unit's code."""
        return self.unit.code

    @property
    def decimals(self) -> int:
        """How many decimal places the amount really uses."""
        return len(self.text.partition(".")[2])

    def to(self, unit: Unit) -> Money:
        """Return the same value counted in another unit of the same asset, exactly.

        Raises:
            UnitMismatchError: if `unit` is of another asset.
            InexactAmountError: if the value has no exact amount in `unit`.
        """
        if unit.asset != self.unit.asset:
            raise UnitMismatchError(f"{self.code} is not a unit of {unit.asset}")
        try:
            base = _EXACT.multiply(self.amount, Decimal(self.unit.scale))
            amount = _EXACT.divide(base, Decimal(unit.scale))
        except Inexact as error:
            raise InexactAmountError(f"{self.text} {self.code} is not exact in {unit.code}") from error
        converted = Money(amount, unit)
        if converted.decimals > unit.decimals:
            raise InexactAmountError(f"{self.text} {self.code} is not exact in {unit.code}")
        return converted

    def same_value(self, other: Money) -> bool:
        """Say whether both are the same value of the same asset, whatever the unit."""
        if self.unit.asset != other.unit.asset:
            return False
        return _EXACT.multiply(self.amount, Decimal(self.unit.scale)) == _EXACT.multiply(
            other.amount, Decimal(other.unit.scale)
        )

    def __add__(self, other: Money) -> Money:
        if self.unit != other.unit:
            raise UnitMismatchError(f"{self.code} and {other.code} cannot be added")
        return Money(_EXACT.add(self.amount, other.amount), self.unit)
