"""Amounts as people type and paste them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.domain.amount_text import AmountError, AmountProblem, parse_amount
from cashier.domain.digits import ARABIC_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS
from cashier.domain.money import unit_of

SYSTEMS = {"latin": LATIN_DIGITS, "arabic": ARABIC_DIGITS, "persian": PERSIAN_DIGITS}


def in_system(text, system):
    """Return `text` with its Latin digits written in another system."""
    return text.translate(str.maketrans(LATIN_DIGITS, SYSTEMS[system]))


@pytest.mark.parametrize(
    ("text", "code", "amount"),
    [
        ("1", "IRR", "1"),
        ("1,000", "IRR", "1000"),
        ("1,234.5", "USD", "1234.5"),
        ("۱٬۲۳۴٫۵", "USD", "1234.5"),
        ("١٬٢٣٤٫٥", "USD", "1234.5"),
        ("۱،۲۳۴٫۵", "USD", "1234.5"),
        ("1 234 567", "IRR", "1234567"),
        ("1\u00a0234", "IRR", "1234"),
        ("1\u202f234", "IRR", "1234"),
        ("12,345,678", "IRR", "12345678"),
        ("0.125", "ETH", "0.125"),
        (".5", "USD", "0.5"),
        ("٫۵", "USD", "0.5"),
        ("1٫000", "ETH", "1"),
        ("1.5", "USD", "1.5"),
        ("1234.567", "ETH", "1234.567"),
        ("1,234.567", "ETH", "1234.567"),
        ("12.3456", "ETH", "12.3456"),
        ("10.50", "USD", "10.5"),
        ("10.00", "IRR", "10"),
        ("0007", "IRR", "7"),
        ("0.000000000000000001", "ETH", "0.000000000000000001"),
        ("12345678901234567890", "IRR", "12345678901234567890"),
        ("  25 ", "USD", "25"),
        ("25 ریال", "IRR", "25"),
        ("25 ريال", "IRR", "25"),
        ("تومان ۲۵", "IRT", "25"),
        ("25IRT", "IRT", "25"),
        ("$25", "USD", "25"),
        ("usd 25.10", "USD", "25.1"),
        ("25 NEWCOIN", "NEWCOIN", "25"),
        ("\u200f۲۵\u200e", "IRR", "25"),
        ("\u2066USDT\u2069 0.1", "USDT", "0.1"),
    ],
)
def test_clear_amounts_are_taken(text, code, amount):
    """Every clear spelling gives its one amount, in canonical form."""
    money = parse_amount(text, unit_of(code))
    assert (money.text, money.code) == (amount, code)


@pytest.mark.parametrize(
    ("text", "code", "problem"),
    [
        ("", "IRR", AmountProblem.EMPTY),
        ("   ", "IRR", AmountProblem.EMPTY),
        ("\u200f", "IRR", AmountProblem.EMPTY),
        ("ریال", "IRR", AmountProblem.EMPTY),
        ("0", "IRR", AmountProblem.ZERO),
        ("0.00", "USD", AmountProblem.ZERO),
        ("۰", "IRR", AmountProblem.ZERO),
        ("-5", "IRR", AmountProblem.NEGATIVE),
        ("5-", "IRR", AmountProblem.NEGATIVE),
        ("\u22125", "IRR", AmountProblem.NEGATIVE),
        ("1.000", "IRR", AmountProblem.AMBIGUOUS),
        ("12.345", "ETH", AmountProblem.AMBIGUOUS),
        ("۱.۰۰۰", "IRR", AmountProblem.AMBIGUOUS),
        ("1.234,5", "USD", AmountProblem.AMBIGUOUS),
        ("1,00", "USD", AmountProblem.AMBIGUOUS),
        ("1,5", "USD", AmountProblem.AMBIGUOUS),
        ("0,125", "ETH", AmountProblem.AMBIGUOUS),
        ("1,2345", "USD", AmountProblem.AMBIGUOUS),
        ("1234,567", "USD", AmountProblem.AMBIGUOUS),
        ("1,000,00", "USD", AmountProblem.AMBIGUOUS),
        (",000", "USD", AmountProblem.AMBIGUOUS),
        ("1.2.3", "USD", AmountProblem.AMBIGUOUS),
        ("1.2٫3", "USD", AmountProblem.AMBIGUOUS),
        ("1.000.000", "IRR", AmountProblem.AMBIGUOUS),
        ("1,234 567", "IRR", AmountProblem.AMBIGUOUS),
        ("1٬234,567", "IRR", AmountProblem.AMBIGUOUS),
        ("1  234", "IRR", AmountProblem.AMBIGUOUS),
        ("5.", "USD", AmountProblem.AMBIGUOUS),
        ("1,234.", "USD", AmountProblem.AMBIGUOUS),
        ("1۲", "IRR", AmountProblem.MIXED_DIGITS),
        ("۱٢", "IRR", AmountProblem.MIXED_DIGITS),
        ("1.5", "IRR", AmountProblem.TOO_PRECISE),
        ("1.234567", "USD", AmountProblem.TOO_PRECISE),
        ("0.0000000000000000001", "ETH", AmountProblem.TOO_PRECISE),
        ("1" * 31, "IRR", AmountProblem.TOO_LARGE),
        ("9" * 5000, "IRR", AmountProblem.TOO_LARGE),
        ("ten", "IRR", AmountProblem.NOT_A_NUMBER),
        ("1e5", "IRR", AmountProblem.NOT_A_NUMBER),
        ("1x", "IRR", AmountProblem.NOT_A_NUMBER),
        ("१२", "IRR", AmountProblem.NOT_A_NUMBER),
        ("=1+1", "IRR", AmountProblem.NOT_A_NUMBER),
        ("1/2", "IRR", AmountProblem.NOT_A_NUMBER),
        ("25 تومان", "IRR", AmountProblem.OTHER_UNIT),
        ("25 USD", "USDT", AmountProblem.OTHER_UNIT),
        ("BTC 1", "ETH", AmountProblem.OTHER_UNIT),
        (".", "USD", AmountProblem.NOT_A_NUMBER),
        (",", "USD", AmountProblem.NOT_A_NUMBER),
        ("-", "USD", AmountProblem.NOT_A_NUMBER),
    ],
)
def test_what_is_unclear_is_refused(text, code, problem):
    """Nothing is guessed: each text is refused for its own reason."""
    with pytest.raises(AmountError) as refused:
        parse_amount(text, unit_of(code))
    assert refused.value.problem is problem


def test_the_refusal_says_how_many_decimals_there_may_be():
    """The message can name what the unit allows."""
    with pytest.raises(AmountError) as refused:
        parse_amount("0.123", unit_of("USD"))
    assert refused.value.decimals == 2


@given(
    whole=st.integers(min_value=0, max_value=10**30 - 1),
    fraction=st.integers(min_value=1, max_value=10**18 - 1),
    system=st.sampled_from(sorted(SYSTEMS)),
    group=st.sampled_from([",", "\u066c", "\u060c", " ", "\u00a0", "\u202f", "\u2009"]),
)
def test_grouped_amounts_round_trip_in_each_system(whole, fraction, system, group):
    """An amount written with groups and an Arabic decimal mark comes back digit for digit."""
    digits = f"{fraction:018}".rstrip("0")
    text = in_system(f"{whole:,}".replace(",", group) + "\u066b" + digits, system)
    assert parse_amount(text, unit_of("ETH")).text == f"{whole}.{digits}"


@given(amount=st.integers(min_value=1, max_value=10**30 - 1), system=st.sampled_from(sorted(SYSTEMS)))
def test_whole_amounts_round_trip_in_each_system(amount, system):
    """A whole amount comes back digit for digit, grouped or not."""
    for text in (str(amount), f"{amount:,}"):
        assert parse_amount(in_system(text, system), unit_of("IRR")).text == str(amount)


@given(
    st.text(alphabet="0123456789۱۲٣٤.,٫٬، -+eE$ریالتومان\u200f\u2066\u00a0", max_size=20)
    | st.text(max_size=40),
    st.sampled_from(["IRR", "IRT", "USD", "ETH"]),
)
def test_any_text_is_an_amount_or_is_refused(text, code):
    """Whatever is typed gives a positive amount the unit can carry, or an `AmountError`, and nothing else."""
    unit = unit_of(code)
    try:
        money = parse_amount(text, unit)
    except AmountError:
        return
    assert money.amount > 0
    assert money.decimals <= unit.decimals
    assert money.unit == unit
