"""What an account's text settings and secrets mean."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from cashier.domain.account import Account
from cashier.domain.money import RIAL, TOMAN, Money
from cashier.providers.account_settings import (
    amount_rial,
    call_timeouts,
    count,
    iranian_unit,
    optional_secret,
    path_prefix,
    required_secret,
    required_text,
    seconds,
    time_zone,
)
from cashier.providers.errors import AccountSettingsError
from cashier.providers.http import CallTimeouts


def with_settings(**settings):
    """Return an account that has these settings."""
    return Account(
        id="0195",
        till_id="till",
        provider="digibank",
        label="",
        base_url="https://example.invalid",
        settings=settings,
        created_at=datetime(2026, 3, 1, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("text", "duration_s"),
    [("5", 5), ("0.5", 0.5), ("۵", 5), ("٫", None), ("۲٫۵", 2.5), (" 7 ", 7), ("", 30), ("999", 999)],
)
def test_seconds(text, duration_s):
    """A duration in any of the three digit systems; the default where it is empty."""
    account = with_settings(wait_s=text)
    if duration_s is None:
        with pytest.raises(AccountSettingsError):
            seconds(account, "wait_s", "30")
    else:
        assert seconds(account, "wait_s", "30") == duration_s


@pytest.mark.parametrize("text", ["0", "-1", "soon", "1e3", "1000", "5s", "0.0", "inf"])
def test_what_is_no_duration(text):
    """The error names the field at fault."""
    with pytest.raises(AccountSettingsError) as refused:
        seconds(with_settings(wait_s=text), "wait_s", "30")
    assert refused.value.field == "wait_s"


def test_timeouts():
    """Each has its field, and its default."""
    assert call_timeouts(with_settings()) == CallTimeouts(connect_s=5, read_s=20, write_s=20, call_s=30)
    assert call_timeouts(
        with_settings(connect_timeout_s="1", read_timeout_s="2", call_timeout_s="3")
    ) == CallTimeouts(connect_s=1, read_s=2, write_s=2, call_s=3)


def test_time_zones():
    """A zone of the database, or the default; anything else is refused by its field."""
    assert time_zone(with_settings(), "time_zone", "Asia/Damascus").key == "Asia/Damascus"
    assert (
        time_zone(with_settings(time_zone="Asia/Tehran"), "time_zone", "Asia/Damascus").key == "Asia/Tehran"
    )
    for name in ("Nowhere/Land", "../etc/passwd", "/etc/localtime", "Asia"):
        with pytest.raises(AccountSettingsError) as refused:
            time_zone(with_settings(time_zone=name), "time_zone", "UTC")
        assert refused.value.field == "time_zone"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", "/default"),
        ("/a/b/", "/a/b"),
        ("a", "/a"),
        ("/", ""),
        ("a?b#c", "/a%3Fb%23c"),
        ("a%20b", "/a%20b"),
    ],
)
def test_paths(text, path):
    """A path has a slash before it and none after it, and holds no query."""
    assert path_prefix(with_settings(path=text), "path", "/default") == path


def test_what_is_required():
    """A text or secret that is missing is named; white space around it is not part of it."""
    assert required_text(with_settings(merchant=" shop "), "merchant") == "shop"
    assert required_secret({"key": " abc\n"}, "key") == "abc"
    assert required_secret({"pin": "\u06f1\u06f2\u0663a"}, "pin") == "123a"
    for missing in ({}, {"key": ""}, {"key": "  "}):
        with pytest.raises(AccountSettingsError) as refused:
            required_secret(missing, "key")
        assert refused.value.field == "key"
    with pytest.raises(AccountSettingsError):
        required_text(with_settings(), "merchant")


@pytest.mark.parametrize("secret", ["ab\r\ncd", "ab\x00cd", "کلید", "ab\u200fcd"])
def test_a_secret_that_cannot_be_sent(secret):
    """What no header can carry is refused before it is tried, and is not repeated."""
    with pytest.raises(AccountSettingsError) as refused:
        required_secret({"key": secret}, "key")
    assert secret not in str(refused.value)


@pytest.mark.parametrize(("text", "number"), [("", 10), ("1", 1), (" ۵۰ ", 50), ("007", 7)])
def test_counts(text, number):
    """Whole numbers in any digits, or the default."""
    assert count(with_settings(per_call=text), "per_call", "10") == number


@pytest.mark.parametrize("text", ["0", "51", "-1", "1.5", "ten", "1e1", "9" * 30])
def test_what_is_no_count(text):
    """The error names the field at fault."""
    with pytest.raises(AccountSettingsError) as refused:
        count(with_settings(per_call=text), "per_call", "10")
    assert refused.value.field == "per_call"


@pytest.mark.parametrize(
    ("text", "amount"), [("", None), (" ", None), ("500000000", "500000000"), ("۵۰۰٬۰۰۰٬۰۰۰", "500000000")]
)
def test_amounts(text, amount):
    """Rial, in any digits and groups, or none at all."""
    expected = None if amount is None else Money.of(amount, "IRR")
    assert amount_rial(with_settings(limit=text), "limit") == expected
    assert amount_rial(with_settings(), "limit") is None


@pytest.mark.parametrize("text", ["0", "-5", "1.5", "many", "5 USD"])
def test_what_is_no_amount(text):
    """The error names the field at fault."""
    with pytest.raises(AccountSettingsError) as refused:
        amount_rial(with_settings(limit=text), "limit")
    assert refused.value.field == "limit"


def test_rial_or_toman():
    """By their codes; anything else is refused by its field."""
    assert iranian_unit(with_settings(), "unit", "IRT") is TOMAN
    assert iranian_unit(with_settings(unit=" irr "), "unit", "IRT") is RIAL
    with pytest.raises(AccountSettingsError) as refused:
        iranian_unit(with_settings(unit="USDT"), "unit", "IRT")
    assert refused.value.field == "unit"


def test_a_secret_that_may_be_missing():
    """It is empty then; one that cannot be sent is refused all the same."""
    assert optional_secret({}, "pin") == optional_secret({"pin": " "}, "pin") == ""
    assert optional_secret({"pin": " 12\n"}, "pin") == "12"
    with pytest.raises(AccountSettingsError):
        optional_secret({"pin": "رمز"}, "pin")


def test_reading_a_limit_brings_in_no_http_library():
    """Limits are read while the program starts."""
    program = "import sys, cashier.providers.account_settings\nprint('httpx' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603  # our own interpreter
    assert told.stdout.strip() == "False"
