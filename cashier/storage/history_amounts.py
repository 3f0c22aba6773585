"""Amounts of history, in the two forms SQL can work with: numbers it sums exactly, and a text it sorts by."""

from __future__ import annotations

from decimal import Decimal

from cashier.domain.money import Money, unit_of

_HALF_DECIMALS = 9
_HALF = 10**_HALF_DECIMALS

# A million of these, summed, still fit into 63 bits.
_GREATEST_WHOLE = 10**12

Parts = tuple[int, int, int] | tuple[None, None, None]


def amount_parts(money: Money | None) -> Parts:
    """Return an amount as whole units and two halves of eighteen decimals; three times None if it does not fit."""
    if money is None:
        return 0, 0, 0
    digits, _, decimals = money.text.lstrip("-").partition(".")
    whole = int(digits)
    if whole > _GREATEST_WHOLE or len(decimals) > 2 * _HALF_DECIMALS:
        return None, None, None
    decimals = decimals.ljust(2 * _HALF_DECIMALS, "0")
    sign = -1 if money.amount < 0 else 1
    return sign * whole, sign * int(decimals[:_HALF_DECIMALS]), sign * int(decimals[_HALF_DECIMALS:])


def amount_of_parts(whole: int, high: int, low: int) -> Decimal:
    """Return the amount that these parts, or sums of parts, are; exactly."""
    return Decimal(f"{(whole * _HALF + high) * _HALF + low}e-{2 * _HALF_DECIMALS}")


def amount_order(money: Money | None) -> str:
    """Return unit and amount as a text that sorts as they do; empty where there is none."""
    if money is None:
        return ""
    digits, _, decimals = money.text.lstrip("-").partition(".")
    # A letter for the count of digits, so that longer ones sort behind shorter ones.
    if money.amount >= 0:
        text = f"{chr(ord('A') + len(digits))}{digits}{'.' if decimals else ''}{decimals}"
    else:
        # Turned round, digit for digit; the mark at the end sorts behind any further decimal.
        text = f"-{chr(ord('~') - len(digits))}{_turned(digits)}{'.' if decimals else ''}{_turned(decimals)}~"
    return f"{money.code} {text}"


def money_of_order(text: str) -> Money | None:
    """Return the money that `amount_order` wrote."""
    if not text:
        return None
    code, _, written = text.rpartition(" ")
    if written.startswith("-"):
        return Money(-Decimal(_turned(written[2:-1])), unit_of(code))
    return Money(Decimal(written[1:]), unit_of(code))


_TURN = str.maketrans("0123456789", "9876543210")


def _turned(digits: str) -> str:
    return digits.translate(_TURN)
