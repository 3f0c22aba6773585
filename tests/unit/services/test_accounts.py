"""Accounts: what may be typed, where each part of it goes, what is tested, and when one may go."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from cashier.domain.account import Account, Setting
from cashier.domain.payment import PaymentState
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.errors import CredentialsRefusedError, NotSentError
from cashier.sandbox.credentials import DIGIBANK_API_KEY
from cashier.services.accounts import (
    AccountForm,
    AccountFormError,
    AccountInUseError,
    AccountProblem,
)
from cashier.services.connectivity import LineState
from cashier.services.provider_clients import CredentialsMissingError
from cashier.services.till import Till
from cashier.storage import events
from cashier.vault import VaultError, VaultLockedError

VALUES: dict[str, Setting] = {"api_key": DIGIBANK_API_KEY, "units": "usdt  btc"}
FORM = AccountForm(
    provider="digibank", label=" صندوق \u202e یک ", base_url="https://pay.example.org/ ", values=VALUES
)
P = AccountProblem


def told(tills: Any, story: Callable[[Till], Any]) -> None:
    """Run a story in an open till."""

    async def whole() -> None:
        async with tills() as till:
            await story(till)

    asyncio.run(whole())


@pytest.mark.parametrize(
    ("changed", "values", "problems"),
    [
        ({"label": " \n "}, {}, {"label": P.EMPTY}),
        ({"base_url": " "}, {}, {"base_url": P.EMPTY}),
        ({"base_url": "http://pay.example.org"}, {}, {"base_url": P.UNSAFE_ADDRESS}),
        ({"base_url": "pay.example.org"}, {}, {"base_url": P.UNSAFE_ADDRESS}),
        ({}, {"api_key": "  "}, {"api_key": P.EMPTY}),
        ({}, {"units": ""}, {"units": P.EMPTY}),
        ({}, {"units": "USDT $"}, {"units": P.NOT_UNITS}),
        ({}, {"units": "X"}, {"units": P.NOT_UNITS}),
        ({}, {"units": "ریال"}, {"units": P.NOT_UNITS}),
        ({}, {"time_zone": "Asia/Nowhere"}, {"time_zone": P.NOT_A_TIME_ZONE}),
        ({}, {"time_zone": "../../etc/passwd"}, {"time_zone": P.NOT_A_TIME_ZONE}),
        ({}, {"read_timeout_s": "0"}, {"read_timeout_s": P.NOT_SECONDS}),
        ({}, {"read_timeout_s": "121"}, {"read_timeout_s": P.NOT_SECONDS}),
        ({}, {"read_timeout_s": "10000"}, {"read_timeout_s": P.NOT_SECONDS}),
        ({}, {"read_timeout_s": "0012345"}, {"read_timeout_s": P.NOT_SECONDS}),
        ({}, {"read_timeout_s": "9" * 5000}, {"read_timeout_s": P.NOT_SECONDS}),
        ({}, {"read_timeout_s": "1.5"}, {"read_timeout_s": P.NOT_SECONDS}),
        ({}, {"read_timeout_s": "²"}, {"read_timeout_s": P.NOT_SECONDS}),
        ({}, {"path_prefix": "x" * 501}, {"path_prefix": P.TOO_LONG}),
        (
            {"label": "", "base_url": ""},
            {"units": ""},
            {"label": P.EMPTY, "base_url": P.EMPTY, "units": P.EMPTY},
        ),
    ],
)
def test_what_is_refused(
    tills: Any, changed: dict[str, str], values: dict[str, Setting], problems: dict[str, AccountProblem]
) -> None:
    """Everything wrong is said at once, by field, and nothing is kept anywhere."""

    async def story(till: Till) -> None:
        with pytest.raises(AccountFormError) as caught:
            await till.accounts.add(replace(FORM, **changed, values=VALUES | values))
        assert caught.value.problems == problems
        assert await till.accounts.in_use() == []
        assert tills.vault._secrets == {}

    told(tills, story)


def test_an_account_is_kept_its_secrets_in_the_vault_only(tills: Any) -> None:
    """Texts are tidied, digits of any script read, secrets nowhere but in the vault."""

    async def story(till: Till) -> None:
        told_of: list[list[Account]] = []
        till.accounts.changes.subscribe(told_of.append)
        values = VALUES | {"read_timeout_s": "۰۰۱۵", "customer_letters": True}
        account = await till.accounts.add(replace(FORM, values=values))
        assert (account.label, account.base_url) == ("صندوق یک", "https://pay.example.org")
        assert account.settings["units"] == "USDT BTC"
        assert account.settings["read_timeout_s"] == "15"
        assert account.switch("customer_letters")
        assert "api_key" not in account.settings
        assert await tills.vault.get(account.secret_name("api_key")) == DIGIBANK_API_KEY
        assert await till.accounts.secrets_kept(account) == {"api_key"}
        other = await till.accounts.add(FORM)
        assert await till.accounts.in_use() == [account, other] == told_of[-1]
        assert other.position > account.position
        happened = await till.database.read(lambda connection: events.of_subject(connection, account.id))
        assert [event.kind for event in happened] == ["added"]

    told(tills, story)


def test_an_account_changes_and_an_empty_secret_stays(tills: Any) -> None:
    """A secret that was not typed again is the one that was kept; a new one takes its place."""

    async def story(till: Till) -> None:
        account = await till.accounts.add(FORM)
        values = VALUES | {"api_key": "", "units": "ETH"}
        changed = await till.accounts.change(account.id, replace(FORM, label="دیگر", values=values))
        assert (changed.id, changed.label, changed.settings["units"]) == (account.id, "دیگر", "ETH")
        assert await tills.vault.get(account.secret_name("api_key")) == DIGIBANK_API_KEY
        await till.accounts.change(account.id, replace(FORM, values=VALUES | {"api_key": "made-up-new"}))
        assert await tills.vault.get(account.secret_name("api_key")) == "made-up-new"

    told(tills, story)


def test_a_vault_that_takes_nothing_leaves_no_account(tills: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An account without its secrets is not listed."""

    async def fail(*_: object) -> None:
        raise VaultLockedError("locked")

    async def story(till: Till) -> None:
        monkeypatch.setattr(tills.vault, "put", fail)
        with pytest.raises(VaultError):
            await till.accounts.add(FORM)
        assert await till.accounts.in_use() == []

    told(tills, story)


def test_an_account_is_tested_as_typed(tills: Any) -> None:
    """The call goes out with what is typed, then with what is kept; nothing is stored by it."""
    control = tills.sandbox.control

    async def story(till: Till) -> None:
        form = replace(FORM, base_url=tills.sandbox.url("digibank"))
        await till.accounts.test(form)
        assert control.calls("digibank")[-1].status == 200
        wrong = replace(form, values=VALUES | {"api_key": "made-up-wrong"})
        with pytest.raises(CredentialsRefusedError):
            await till.accounts.test(wrong)
        assert await till.accounts.in_use() == []
        assert till.connectivity.lines() == []

        account = await till.accounts.add(form)
        await till.accounts.test(replace(form, values=VALUES | {"api_key": ""}), account.id)
        assert [line.state for line in till.connectivity.lines()] == [LineState.ONLINE]
        with pytest.raises(CredentialsRefusedError):
            await till.accounts.test(wrong, account.id)
        assert [line.state for line in till.connectivity.lines()] == [LineState.CREDENTIALS_REFUSED]
        with pytest.raises(NotSentError):
            await till.accounts.test(replace(form, base_url="http://127.0.0.1:1"), account.id)
        await tills.vault.delete(account.secret_name("api_key"))
        with pytest.raises(AccountFormError):
            await till.accounts.test(replace(form, values={}), account.id)

    told(tills, story)


PAYSTAR = AccountForm(
    provider="paystar",
    label="Out",
    base_url="https://pay.example.org",
    values={"application_id": "1", "access_password": "made-up", "refresh_token": "made-up", "deposit": "2"},
)


@pytest.mark.parametrize(
    ("values", "problems"),
    [
        ({"transfers_per_call": ""}, {"transfers_per_call": P.EMPTY}),
        ({"transfers_per_call": "0"}, {"transfers_per_call": P.NOT_A_COUNT}),
        ({"transfers_per_call": "0051000"}, {"transfers_per_call": P.NOT_A_COUNT}),
        ({"transfers_per_call": "51"}, {"transfers_per_call": P.NOT_A_COUNT}),
        ({"transfers_per_call": "1.5"}, {"transfers_per_call": P.NOT_A_COUNT}),
        ({"limit_per_day": "much"}, {"limit_per_day": P.NOT_AN_AMOUNT}),
        ({"limit_per_day": "0", "limit_per_withdrawal": "-1"}, None),
    ],
)
def test_counts_and_amounts_that_are_refused(
    tills: Any, values: dict[str, Setting], problems: dict[str, AccountProblem] | None
) -> None:
    """By field, like everything else."""

    async def story(till: Till) -> None:
        with pytest.raises(AccountFormError) as caught:
            await till.accounts.add(replace(PAYSTAR, values={**PAYSTAR.values, **values}))
        assert caught.value.problems == (problems or dict.fromkeys(values, P.NOT_AN_AMOUNT))

    told(tills, story)


def test_counts_and_amounts_are_kept_plain(tills: Any) -> None:
    """In Latin digits without groups; an empty limit is none, and an API key need not be typed."""

    async def story(till: Till) -> None:
        values = {**PAYSTAR.values, "transfers_per_call": "۰۲۰", "limit_per_day": "۵۰۰٬۰۰۰٬۰۰۰"}
        account = await till.accounts.add(replace(PAYSTAR, values=values))
        assert account.text("transfers_per_call") == "20"
        assert account.text("limit_per_day") == "500000000"
        assert account.settings["limit_per_withdrawal"] == ""

    told(tills, story)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_accounts_of_every_provider_can_be_tested(tills: Any, provider: str) -> None:
    """A secret that is missing is named before any call."""

    async def story(till: Till) -> None:
        account = Account(
            id="1",
            till_id="1",
            provider=provider,
            label="",
            base_url="https://x.example",
            created_at=tills.clock.now(),
        )
        with pytest.raises(CredentialsMissingError) as caught:
            await till.clients.fresh(account, {})
        assert caught.value.field_name in PROVIDERS[provider].secret_names
        if PROVIDERS[provider].make is None:
            with pytest.raises(TypeError, match="takes no payments"):
                await till.clients.taking_payments(account)

    told(tills, story)


def test_an_account_with_open_payments_stays(tills: Any) -> None:
    """Removed only when nothing of it is open; then its secrets go, and its payments still name it."""

    async def story(till: Till) -> None:
        account = await tills.digibank(till)
        payment = await till.payments.request(till.payments.new_intent(), account, tills.order(account))
        with pytest.raises(AccountInUseError):
            await till.accounts.remove(account.id)
        assert [kept.id for kept in await till.accounts.in_use()] == [account.id]
        assert (await till.payments.cancel(payment.id)).state is PaymentState.CANCELLED
        await till.accounts.remove(account.id)
        assert await till.accounts.in_use() == []
        assert await tills.vault.get(account.secret_name("api_key")) is None
        assert (await till.desk.account_of(payment)).removed_at is not None
        assert till.connectivity.lines() == []

    told(tills, story)


def test_a_client_is_made_once_and_anew_after_a_change(tills: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tasks that ask for it at once, while the vault takes its time, get the same one."""
    get = tills.vault.get

    async def slow(name: str) -> str | None:
        await asyncio.to_thread(str)
        secret: str | None = await get(name)
        return secret

    async def story(till: Till) -> None:
        account = await tills.digibank(till)
        monkeypatch.setattr(tills.vault, "get", slow)
        first, second = await asyncio.gather(*(till.clients.taking_payments(account) for _ in range(2)))
        assert first is second
        await till.clients.forget(account.id)
        await till.clients.forget(account.id)
        assert await till.clients.taking_payments(account) is not first

    told(tills, story)


def test_a_secret_that_is_not_required_may_be_missing(tills: Any) -> None:
    """A client is made without it."""

    async def story(till: Till) -> None:
        account = Account(
            id="1",
            till_id="1",
            provider="aqayepardakht",
            label="",
            base_url="https://pay.example.org",
            settings={"account": "1"},
            created_at=tills.clock.now(),
        )
        await (await till.clients.fresh(account, {"code": "made-up-code"})).close()

    told(tills, story)
