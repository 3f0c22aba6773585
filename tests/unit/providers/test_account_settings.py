"""What an account's text settings and secrets mean."""

from datetime import UTC, datetime

import pytest

from cashier.domain.account import Account
from cashier.providers.account_settings import (
    call_timeouts,
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
