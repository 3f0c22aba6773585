"""A provider account and its settings."""

from dataclasses import replace
from datetime import UTC, datetime

from cashier.domain.account import Account

ACCOUNT = Account(
    id="0195",
    till_id="till",
    provider="resid",
    label="Front counter",
    base_url="https://example.invalid",
    settings={"merchant": "shop1", "auto_collect": True, "off": False},
    created_at=datetime(2026, 3, 1, tzinfo=UTC),
)


def test_a_secret_has_its_own_name_in_the_vault():
    """Each account's secrets are told apart by the account's id and the field."""
    assert ACCOUNT.secret_name("api_key") == "account/0195/api_key"


def test_text_settings():
    """A text is read as it is; what was never set, or is a switch, is empty."""
    assert ACCOUNT.text("merchant") == "shop1"
    assert ACCOUNT.text("auto_collect") == ""
    assert ACCOUNT.text("never set") == ""


def test_switches():
    """Only a switch that is on is on."""
    assert ACCOUNT.switch("auto_collect")
    assert not ACCOUNT.switch("off")
    assert not ACCOUNT.switch("merchant")
    assert not ACCOUNT.switch("never set")


def test_what_withdrawals_are_paid_from():
    """A bank account where there is one, else the account at the provider; none where neither was set."""
    at_provider = replace(ACCOUNT, settings={"account": " 10020 "})
    assert at_provider.paid_from == "10020"
    assert replace(at_provider, settings={**at_provider.settings, "deposit": "0100"}).paid_from == "0100"
    assert ACCOUNT.paid_from == ""
