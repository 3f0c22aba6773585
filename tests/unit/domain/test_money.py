"""Exact money."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.domain.money import (
    KNOWN_UNITS,
    RIAL,
    TOMAN,
    UNKNOWN_ASSET_DECIMALS,
    InexactAmountError,
    Money,
    UnitMismatchError,
    decimal_text,
    unit_of,
)

AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30, places=18)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0.1", "0.1"),
        ("1E-18", "0.000000000000000001"),
        ("12345678901234567890.123456789", "12345678901234567890.123456789"),
        ("1E+3", "1000"),
        ("10.50", "10.5"),
        ("-0.00", "0"),
        ("0E+5", "0"),
        ("100", "100"),
        ("-2.50", "-2.5"),
    ],
)
def test_canonical_text(amount, text):
    """An amount has one text: plain, without trailing zeros, an exponent or a negative zero."""
    assert decimal_text(Decimal(amount)) == text
    assert Money.of(amount, "ETH").text == text


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_what_is_no_number_is_no_money(amount):
    """Not a number and infinity are refused wherever they could come in."""
    with pytest.raises(InexactAmountError):
        decimal_text(Decimal(amount))
    with pytest.raises(InexactAmountError):
        Money(Decimal(amount), RIAL)
    with pytest.raises(InexactAmountError):
        Money.of(Decimal(amount), "IRR")
    with pytest.raises(InexactAmountError):
        Money.of(amount, "IRR")


@pytest.mark.parametrize("amount", ["", "ten", "1,000", "1.2.3", "1_000", " 1", "۱", "1\n"])
def test_a_text_that_is_no_decimal_number_is_refused(amount):
    """Only a decimal number makes money."""
    with pytest.raises(InexactAmountError):
        Money.of(amount, "USD")


@given(AMOUNTS)
def test_stored_and_read_back(amount):
    """What is written to storage comes back as the same money, digit for digit."""
    money = Money.of(amount, "ETH")
    again = Money.from_storage(money.text, money.code)
    assert again == money
    assert again.text == money.text


@pytest.mark.parametrize(
    "text", ["1.0", "01", "1E3", ".5", "5.", "", "1,000", "-0", "-0.0", "+1", "۱", "NaN", "1\n"]
)
def test_what_storage_never_wrote_is_damage(text):
    """Any other spelling of a number in the place of a stored amount is refused."""
    with pytest.raises(InexactAmountError):
        Money.from_storage(text, "USD")


def test_toman_and_rial_are_one_asset():
    """Ten rial are one toman, both ways, and the same value."""
    toman = Money.of(1_234, "IRT")
    rial = toman.to(RIAL)
    assert rial == Money.of(12_340, "IRR")
    assert rial.to(TOMAN) == toman
    assert rial.same_value(toman)
    assert not rial.same_value(Money.of(12_340, "IRT"))
    assert rial != toman


def test_a_rial_that_makes_no_whole_toman_has_no_toman_amount():
    """Converting never rounds."""
    with pytest.raises(InexactAmountError):
        Money.of(12_345, "IRR").to(TOMAN)


def test_a_value_without_a_finite_decimal_text_is_not_converted():
    """An endless quotient is refused, not cut."""
    third = type(RIAL)(code="THIRD", asset="IRR", scale=3, decimals=18)
    with pytest.raises(InexactAmountError):
        Money.of(1, "IRR").to(third)


def test_assets_do_not_mix():
    """Money of another asset is neither converted, equal in value, nor added."""
    dollars, ether = Money.of(1, "USD"), Money.of(1, "ETH")
    with pytest.raises(UnitMismatchError):
        dollars.to(KNOWN_UNITS["ETH"])
    with pytest.raises(UnitMismatchError):
        dollars + ether
    assert not dollars.same_value(ether)


def test_units_of_one_asset_are_not_added_silently():
    """Rial and toman are added only after one was converted."""
    with pytest.raises(UnitMismatchError):
        Money.of(1, "IRT") + Money.of(1, "IRR")


@given(AMOUNTS, AMOUNTS)
def test_sums_are_exact(first, second):
    """Adding keeps every digit: taking one away again leaves the other."""
    total = Money.of(first, "ETH") + Money.of(second, "ETH")
    assert total + Money.of(second.copy_negate(), "ETH") == Money.of(first, "ETH")


@given(st.integers(min_value=0, max_value=10**40))
def test_toman_to_rial_and_back(amount):
    """Every whole toman amount survives the way to rial and back."""
    assert Money.of(amount, "IRT").to(RIAL).to(TOMAN).text == str(amount)


def test_an_unknown_asset_keeps_its_own_digits():
    """A code nobody told us about is taken as it comes, with the most decimals any asset has."""
    unit = unit_of("NEWCOIN")
    assert (unit.code, unit.asset, unit.scale, unit.decimals) == (
        "NEWCOIN",
        "NEWCOIN",
        1,
        UNKNOWN_ASSET_DECIMALS,
    )
    assert Money.of("0.000000000000000001", "NEWCOIN").decimals == 18


def test_decimals_in_use():
    """`decimals` counts what the amount needs, not what the unit allows."""
    assert Money.of("10.50", "USD").decimals == 1
    assert Money.of("10", "USD").decimals == 0
