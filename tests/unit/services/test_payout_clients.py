"""The clients of accounts that pay out, and the key that one of them renews every day."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cashier.domain.account import Account, Setting
from cashier.providers.api_key import ApiKey
from cashier.providers.errors import KeyNotKeptError, NotSentError
from cashier.sandbox import credentials
from cashier.services.accounts import AccountForm
from cashier.services.provider_clients import CredentialsMissingError
from cashier.services.till import Till
from cashier.services.vault_key_keeper import VaultKeyKeeper
from cashier.vault import VaultError, VaultLockedError

VALUES: dict[str, dict[str, Setting]] = {
    "paystar": {
        "application_id": credentials.PAYSTAR_APPLICATION_ID,
        "access_password": credentials.PAYSTAR_ACCESS_PASSWORD,
        "refresh_token": credentials.PAYSTAR_REFRESH_TOKEN,
        "deposit": credentials.PAYSTAR_DEPOSIT,
    },
    "aqayepardakht": {
        "account": credentials.AQAYEPARDAKHT_ACCOUNT,
        "code": credentials.AQAYEPARDAKHT_CODE,
        "pin": credentials.AQAYEPARDAKHT_PIN,
        "send_pin": True,
    },
}
EXPIRES_AT = datetime(2026, 3, 2, 12, tzinfo=UTC)


def told(tills: Any, story: Callable[[Till], Any]) -> None:
    """Run a story in an open till."""

    async def whole() -> None:
        async with tills() as till:
            await story(till)

    asyncio.run(whole())


def a_form(tills: Any, provider: str = "paystar", **values: Setting) -> AccountForm:
    """Return an account of the sandbox's as typed."""
    return AccountForm(
        provider=provider,
        label="Out",
        base_url=tills.sandbox.url(provider),
        values=VALUES[provider] | values,
    )


def refreshes(tills: Any) -> int:
    """Return how often the sandbox was asked for a key."""
    return len(tills.sandbox.control.calls("paystar", "refresh"))


def a_keeper(tills: Any, account_id: str = "1") -> VaultKeyKeeper:
    """Return the keeper of an account that is not stored."""
    account = Account(
        id=account_id, till_id="1", provider="paystar", label="", base_url="", created_at=tills.clock.now()
    )
    return VaultKeyKeeper(tills.vault, account)


@pytest.mark.parametrize("provider", VALUES)
def test_a_client_is_made_once_and_anew_after_a_change(
    tills: Any, provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tasks that ask for it at once, while the vault takes its time, get the same one."""
    get = tills.vault.get

    async def slow(name: str) -> str | None:
        await asyncio.to_thread(str)
        secret: str | None = await get(name)
        return secret

    async def story(till: Till) -> None:
        account = await till.accounts.add(a_form(tills, provider))
        monkeypatch.setattr(tills.vault, "get", slow)
        first, second = await asyncio.gather(*(till.clients.paying_out(account) for _ in range(2)))
        assert first is second is await till.clients.of(account)
        await first.test_connection()
        await till.accounts.change(account.id, a_form(tills, provider))
        again = await till.clients.paying_out(account)
        assert again is not first
        await till.clients.forget(account.id)
        assert await till.clients.paying_out(account) is not again

    told(tills, story)


def test_an_account_that_collects_pays_nothing_out(tills: Any) -> None:
    """The caller offered the wrong account, whichever way."""

    async def story(till: Till) -> None:
        collecting = await tills.digibank(till)
        paying = await till.accounts.add(a_form(tills))
        with pytest.raises(TypeError, match="pays nothing out"):
            await till.clients.paying_out(collecting)
        with pytest.raises(TypeError, match="takes no payments"):
            await till.clients.taking_payments(paying)
        assert await till.clients.of(collecting) is await till.clients.taking_payments(collecting)
        await tills.vault.delete(paying.secret_name("refresh_token"))
        with pytest.raises(CredentialsMissingError):
            await till.clients.paying_out(paying)

    told(tills, story)


def test_a_renewed_key_outlives_the_run(tills: Any) -> None:
    """It is in the vault with its expiry, and the next run uses it without renewing."""

    async def first_run(till: Till) -> None:
        account = await till.accounts.add(a_form(tills))
        await (await till.clients.paying_out(account)).test_connection()
        assert refreshes(tills) == 1
        key = await tills.vault.get(account.secret_name("api_key"))
        assert key
        assert tills.redactor.redact_text(f"a {key} b") == "a ‹redacted› b"
        assert await till.accounts.secrets_kept(account) == {"access_password", "refresh_token", "api_key"}

    async def second_run(till: Till) -> None:
        (account,) = await till.accounts.in_use()
        await (await till.clients.paying_out(account)).test_connection()
        assert refreshes(tills) == 1
        tills.clock.advance(86_400 - 10 * 60)
        await (await till.clients.paying_out(account)).test_connection()
        assert refreshes(tills) == 2

    told(tills, first_run)
    told(tills, second_run)


def test_a_key_the_owner_types_has_no_expiry_of_another(tills: Any) -> None:
    """The old one's says nothing of it: it is used until it is refused."""

    async def story(till: Till) -> None:
        account = await till.accounts.add(a_form(tills))
        await (await till.clients.paying_out(account)).test_connection()
        tills.sandbox.control.put_account("paystar", api_key="made-by-the-owner")
        await till.accounts.change(account.id, a_form(tills, api_key="made-by-the-owner"))
        tills.clock.advance(86_400)
        await (await till.clients.paying_out(account)).test_connection()
        assert refreshes(tills) == 1

    told(tills, story)


@pytest.mark.parametrize("failing", ["get", "put"])
def test_a_vault_that_fails_lets_no_new_key_be_used(
    tills: Any, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    """Nothing is sent with a key that could not be kept, nor while the kept one cannot be read."""

    async def fail(*_: object) -> None:
        raise VaultLockedError("locked")

    async def story(till: Till) -> None:
        account = await till.accounts.add(a_form(tills))
        client = await till.clients.paying_out(account)
        monkeypatch.setattr(tills.vault, failing, fail)
        with pytest.raises(KeyNotKeptError):
            await client.test_connection()
        assert tills.sandbox.control.calls("paystar", "requests") == []
        monkeypatch.undo()
        await client.test_connection()

    told(tills, story)


def test_what_the_vault_keeps_of_a_key(tills: Any) -> None:
    """Key and expiry come back; an expiry of another key, and one that was never known, are none."""
    keeper = a_keeper(tills)

    async def story() -> None:
        assert await keeper.load() is None
        key = ApiKey(key="made-up-first", expires_at=EXPIRES_AT)
        await keeper.keep(key)
        assert await keeper.load() == await a_keeper(tills).load() == key
        assert await a_keeper(tills, "2").load() is None
        unknown = ApiKey(key="made-up-second", expires_at=None)
        await keeper.keep(unknown)
        assert await keeper.load() == unknown

    asyncio.run(story())


def test_a_crash_between_key_and_expiry_leaves_a_key_that_works(
    tills: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key is written first; the older expiry beside it is not taken for its own."""
    keeper = a_keeper(tills)
    put = tills.vault.put

    async def first_only(name: str, secret: str) -> None:
        if name.endswith("expires_at"):
            raise VaultLockedError("locked")
        await put(name, secret)

    async def story() -> None:
        await keeper.keep(ApiKey(key="made-up-first", expires_at=EXPIRES_AT))
        monkeypatch.setattr(tills.vault, "put", first_only)
        with pytest.raises(KeyNotKeptError):
            await keeper.keep(ApiKey(key="made-up-second", expires_at=EXPIRES_AT + timedelta(days=1)))
        assert await keeper.load() == ApiKey(key="made-up-second", expires_at=None)

    asyncio.run(story())


def test_a_test_as_stored_keeps_the_key_it_renews(tills: Any) -> None:
    """Or the account's own client would have to renew it again."""

    async def story(till: Till) -> None:
        account = await till.accounts.add(a_form(tills))
        form = a_form(tills, access_password="", refresh_token="")
        await till.accounts.test(form, account.id)
        assert await tills.vault.get(account.secret_name("api_key"))
        await (await till.clients.paying_out(account)).test_connection()
        assert refreshes(tills) == 1

    told(tills, story)


@pytest.mark.parametrize("changed", [{}, {"access_password": "", "refresh_token": "", "bank": "017"}])
def test_a_test_of_something_else_leaves_the_vault_alone(tills: Any, changed: dict[str, Setting]) -> None:
    """What is typed may be another application; the stored account goes on, if need be with a renewal of its own."""

    async def story(till: Till) -> None:
        account = await till.accounts.add(a_form(tills, api_key=credentials.PAYSTAR_API_KEY))
        client = await till.clients.paying_out(account)
        tills.sandbox.control.put_account("paystar", api_key="another-key")
        before = dict(tills.vault._secrets)
        await till.accounts.test(a_form(tills, **changed), account.id)
        assert tills.vault._secrets == before
        await client.test_connection()
        assert refreshes(tills) == 2

    told(tills, story)


def test_an_account_that_is_not_stored_leaves_nothing_behind(tills: Any) -> None:
    """Testing a form fetches a key, uses it, and forgets it."""

    async def story(till: Till) -> None:
        await till.accounts.test(a_form(tills))
        assert refreshes(tills) == 1
        assert not [name for name in tills.vault._secrets if "api_key" in name]

    told(tills, story)


def test_a_test_and_the_accounts_own_client_share_a_lock(tills: Any) -> None:
    """Two renewals of one account never overlap."""

    async def story(till: Till) -> None:
        account = await till.accounts.add(a_form(tills, api_key="a-dead-key"))
        client = await till.clients.paying_out(account)
        tills.sandbox.control.fault("hold_before", "paystar", "refresh")
        renewing = asyncio.create_task(client.test_connection())
        await asyncio.to_thread(tills.sandbox.control.wait_for_held)
        testing = asyncio.create_task(till.accounts.test(a_form(tills), account.id))
        lock = till.clients._key_keepers[account.id].lock
        while not lock._waiters:  # noqa: ASYNC110  # it has no event to wait for
            await asyncio.sleep(0)
        assert refreshes(tills) == 1
        tills.sandbox.control.release()
        await asyncio.gather(renewing, testing)
        assert refreshes(tills) == 2

    told(tills, story)


def test_a_removed_account_leaves_nothing_in_the_vault(tills: Any) -> None:
    """Neither what was typed nor what was renewed."""

    async def story(till: Till) -> None:
        before = dict(tills.vault._secrets)
        for provider in VALUES:
            account = await till.accounts.add(a_form(tills, provider))
            await (await till.clients.paying_out(account)).test_connection()
            await till.accounts.remove(account.id)
        await till.accounts.remove((await tills.digibank(till)).id)
        assert tills.vault._secrets == before

    told(tills, story)


def test_an_unreadable_vault_makes_no_client(tills: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for accounts that collect."""

    async def fail(*_: object) -> None:
        raise VaultLockedError("locked")

    async def story(till: Till) -> None:
        account = await till.accounts.add(a_form(tills))
        monkeypatch.setattr(tills.vault, "get", fail)
        with pytest.raises(VaultError):
            await till.clients.paying_out(account)
        monkeypatch.undo()

    told(tills, story)


@pytest.mark.parametrize("provider", list(VALUES))
def test_a_client_of_an_account_as_it_was_is_not_kept(tills: Any, provider: str) -> None:
    """Whoever read the account before its address was changed, and is served after that, has it for himself alone."""

    async def story(till: Till) -> None:
        moved = await till.accounts.add(a_form(tills, provider))
        old = replace(moved, base_url="http://127.0.0.1:9")
        # The old address is what a call meets that was on its way when the account was changed.
        for early in (old, moved, old):
            await till.clients.paying_out(early)
        await (await till.clients.paying_out(moved)).test_connection()
        with pytest.raises(NotSentError):
            await (await till.clients.paying_out(old)).test_connection()
        await (await till.clients.paying_out(moved)).test_connection()

    told(tills, story)


def test_secrets_that_were_changed_while_they_were_read_are_read_again(tills: Any) -> None:
    """The account is changed in the middle: the client has the new secret, and not the old one for ever."""

    async def story(till: Till) -> None:
        account = await till.accounts.add(a_form(tills, "aqayepardakht", code="wrong"))
        name, read = account.secret_name("code"), tills.vault.get

        async def changed_meanwhile(asked: str) -> str | None:
            secret: str | None = await read(asked)
            if asked == name and secret == "wrong":
                await tills.vault.put(name, credentials.AQAYEPARDAKHT_CODE)
                await till.clients.forget(account.id)
            return secret

        tills.vault.get = changed_meanwhile
        await (await till.clients.paying_out(account)).test_connection()

    told(tills, story)
