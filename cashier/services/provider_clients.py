"""The providers of the shop's accounts, each made once, with its secrets from the vault.

CredentialsMissingError    the account lacks a secret it cannot work without
"""

from __future__ import annotations

from asyncio import to_thread
from collections import Counter
from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import Generic, TypeVar

from cashier.domain.account import Account, FieldKind
from cashier.domain.clock import Clock
from cashier.domain.redaction import Redactor
from cashier.providers.api_key import KeyKeeper
from cashier.providers.catalogue import PROVIDERS, ProviderSpec
from cashier.providers.memory_key_keeper import MemoryKeyKeeper
from cashier.providers.payout_protocol import PayoutProvider
from cashier.providers.protocol import PaymentProvider, TestableProvider
from cashier.providers.server_time import ServerTime
from cashier.services.feed import Feed
from cashier.services.vault_key_keeper import EXPIRY_NAME, KEY_NAME, VaultKeyKeeper
from cashier.vault.protocol import Vault

_HTTP = "cashier.providers.http"


class CredentialsMissingError(Exception):
    """The account lacks a secret it cannot work without; the shop must enter it in the settings.

    Attributes:
        field_name: the first one that is missing.
    """

    def __init__(self, account: Account, field_name: str) -> None:
        super().__init__(f"account {account.id} has no {field_name}")
        self.field_name = field_name


_C = TypeVar("_C", bound=TestableProvider)


class _Kept(Generic[_C]):
    """One client an account, for the account as it is.

    Whoever asks may have read the account before it was changed, and be served after that: such a client is theirs, and
    is not what the next one gets.
    """

    def __init__(self) -> None:
        self._clients: dict[str, _C] = {}
        self._made_for: dict[str, Account] = {}
        self._times_forgotten: Counter[str] = Counter()
        # Still at a call, perhaps one that moves money: closed only when nobody can be.
        self._outdated: list[_C] = []

    async def get(
        self,
        account: Account,
        read_secrets: Callable[[], Awaitable[dict[str, str]]],
        make: Callable[[dict[str, str]], _C],
    ) -> _C:
        """Return the account's client, made with its secrets if there is none for the account as it is."""
        while True:
            if (client := self._of(account)) is not None:
                return client
            times_forgotten = self._times_forgotten[account.id]
            secrets = await read_secrets()
            # Another task may have made one meanwhile: one account has one client and one set of connections.
            if (client := self._of(account)) is not None:
                return client
            # Secrets that were read while they were changed may be the old ones.
            if self._times_forgotten[account.id] == times_forgotten:
                break
        if (old := self._clients.get(account.id)) is not None:
            self._outdated.append(old)
        client = make(secrets)
        self._clients[account.id], self._made_for[account.id] = client, account
        return client

    def _of(self, account: Account) -> _C | None:
        is_of_now = self._made_for.get(account.id, account) == account
        return self._clients.get(account.id) if is_of_now else None

    async def forget(self, account_id: str) -> None:
        """Let go of an account's client."""
        self._times_forgotten[account_id] += 1
        self._made_for.pop(account_id, None)
        client = self._clients.pop(account_id, None)
        if client is not None:
            await client.close()

    async def close(self) -> None:
        """Let go of all of them."""
        for account_id in list(self._clients):
            await self.forget(account_id)
        while self._outdated:
            await self._outdated.pop().close()


class ProviderClients:
    """Makes and keeps one provider client an account, of each kind.

    Attributes:
        server_times: tells, at every answer of whichever provider, how its clock compares with ours.
    """

    def __init__(self, vault: Vault, clock: Clock, redactor: Redactor) -> None:
        self._vault = vault
        self._clock = clock
        self._redactor = redactor
        self._payment_clients: _Kept[PaymentProvider] = _Kept()
        self._payout_clients: _Kept[PayoutProvider] = _Kept()
        # Never forgotten with a client: an old one may still be renewing the key that a new one is about to use.
        self._key_keepers: dict[str, VaultKeyKeeper] = {}
        self.server_times: Feed[ServerTime] = Feed()

    async def taking_payments(self, account: Account) -> PaymentProvider:
        """Return the client of an account that collects payments.

        Raises:
            TypeError: if the account's provider only pays out; the caller offered the wrong account.
            CredentialsMissingError: if the vault lacks a secret that the provider requires.
            VaultError: if the vault cannot be read.
        """
        spec = PROVIDERS[account.provider]
        make = spec.make
        if make is None:
            raise TypeError(f"{account.provider} takes no payments")
        return await self._payment_clients.get(
            account,
            lambda: self._secrets(spec, account, {}),
            lambda secrets: make(account, secrets, self._clock, self._redactor, self.server_times.publish),
        )

    async def paying_out(self, account: Account) -> PayoutProvider:
        """Return the client of an account that pays out.

        Raises:
            TypeError: if the account's provider only collects payments; the caller offered the wrong account.
            CredentialsMissingError: as `taking_payments`.
            VaultError: as `taking_payments`.
        """
        spec = PROVIDERS[account.provider]
        make = spec.make_payout
        if make is None:
            raise TypeError(f"{account.provider} pays nothing out")
        return await self._payout_clients.get(
            account,
            lambda: self._secrets(spec, account, {}),
            lambda secrets: make(
                account,
                secrets,
                self._clock,
                self._redactor,
                self.server_times.publish,
                key_keeper=self._key_keeper(account),
            ),
        )

    async def of(self, account: Account) -> TestableProvider:
        """Return an account's client of whichever kind. Raises as `taking_payments`."""
        if PROVIDERS[account.provider].make is not None:
            return await self.taking_payments(account)
        return await self.paying_out(account)

    async def fresh(
        self, account: Account, typed_secrets: dict[str, str], stored: Account | None = None
    ) -> TestableProvider:
        """Return a client for a test, with secrets as typed before those in the vault; the caller closes it.

        A key that it renews goes to the vault only where the account is tested as it is stored. Otherwise it may
        be of another application than the one whose key is kept, and lives in this client alone: the stored
        account renews its own at its next call, should the test have ended it.

        Args:
            account: as typed.
            typed_secrets: by the names of the secret fields; those left empty are missing.
            stored: the same account as it is kept; None if it is not kept yet.

        Raises:
            CredentialsMissingError: as `taking_payments`.
            VaultError: as `taking_payments`.
        """
        spec = PROVIDERS[account.provider]
        secrets = await self._secrets(spec, account, typed_secrets)
        if spec.make_payout is None:
            return spec.make_testable(
                account, secrets, self._clock, self._redactor, self.server_times.publish
            )
        keeper: KeyKeeper = MemoryKeyKeeper(secrets.get(KEY_NAME, ""))
        if stored is not None:
            kept = self._key_keeper(stored)
            is_as_stored = not typed_secrets and (
                (stored.base_url, stored.settings) == (account.base_url, account.settings)
            )
            keeper = kept if is_as_stored else MemoryKeyKeeper(secrets.get(KEY_NAME, ""), kept.lock)
        return spec.make_payout(
            account,
            secrets,
            self._clock,
            self._redactor,
            self.server_times.publish,
            key_keeper=keeper,
        )

    def _key_keeper(self, account: Account) -> VaultKeyKeeper:
        return self._key_keepers.setdefault(account.id, VaultKeyKeeper(self._vault, account))

    async def _secrets(
        self, spec: ProviderSpec, account: Account, typed_secrets: dict[str, str]
    ) -> dict[str, str]:
        # It brings in the HTTP library: half a second's work, for which the loop is not to stand still.
        await to_thread(import_module, _HTTP)
        secrets: dict[str, str] = {}
        for field in spec.fields:
            if field.kind is not FieldKind.SECRET:
                continue
            secret = typed_secrets.get(field.name) or await self._vault.get(account.secret_name(field.name))
            if secret:
                secrets[field.name] = secret
            elif field.required:
                raise CredentialsMissingError(account, field.name)
        return secrets

    async def forget(self, account_id: str) -> None:
        """Let go of an account's clients, so that the next call uses the account as it is then."""
        await self._payment_clients.forget(account_id)
        await self._payout_clients.forget(account_id)

    async def forget_key(self, account: Account) -> None:
        """Take out of the vault what was kept beside the account's own secrets: it is being removed.

        Raises:
            VaultError: if the vault does not give it up.
        """
        if PROVIDERS[account.provider].make_payout is not None:
            await self._vault.delete(account.secret_name(EXPIRY_NAME))

    async def close(self) -> None:
        """Let go of every connection."""
        await self._payment_clients.close()
        await self._payout_clients.close()
