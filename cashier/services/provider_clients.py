"""The providers of the shop's accounts, each made once, with its secrets from the vault.

CredentialsMissingError    the account lacks a secret it cannot work without
"""

from __future__ import annotations

from cashier.domain.account import Account, FieldKind
from cashier.domain.clock import Clock
from cashier.domain.redaction import Redactor
from cashier.providers.catalogue import PROVIDERS, ProviderSpec
from cashier.providers.protocol import PaymentProvider, TestableProvider
from cashier.providers.server_time import ServerTime
from cashier.services.feed import Feed
from cashier.vault.protocol import Vault


class CredentialsMissingError(Exception):
    """The account lacks a secret it cannot work without; the shop must enter it in the settings.

    Attributes:
        field_name: the first one that is missing.
    """

    def __init__(self, account: Account, field_name: str) -> None:
        super().__init__(f"account {account.id} has no {field_name}")
        self.field_name = field_name


class ProviderClients:
    """Makes and keeps one provider client an account.

    Attributes:
        server_times: tells, at every answer of whichever provider, how its clock compares with ours.
    """

    def __init__(self, vault: Vault, clock: Clock, redactor: Redactor) -> None:
        self._vault = vault
        self._clock = clock
        self._redactor = redactor
        self._payment_clients: dict[str, PaymentProvider] = {}
        self.server_times: Feed[ServerTime] = Feed()

    async def taking_payments(self, account: Account) -> PaymentProvider:
        """Return the client of an account that collects payments.

        Raises:
            TypeError: if the account's provider only pays out; the caller offered the wrong account.
            CredentialsMissingError: if the vault lacks a secret that the provider requires.
            VaultError: if the vault cannot be read.
        """
        spec = PROVIDERS[account.provider]
        if spec.make is None:
            raise TypeError(f"{account.provider} takes no payments")
        client = self._payment_clients.get(account.id)
        if client is None:
            secrets = await self._secrets(spec, account, {})
            # Another task may have made one meanwhile: one account has one client and one set of connections.
            client = self._payment_clients.get(account.id)
            if client is None:
                client = spec.make(account, secrets, self._clock, self._redactor, self.server_times.publish)
                self._payment_clients[account.id] = client
        return client

    async def fresh(self, account: Account, typed_secrets: dict[str, str]) -> TestableProvider:
        """Return a client for a test, with secrets as typed before those in the vault; the caller closes it.

        Raises:
            CredentialsMissingError: as `taking_payments`.
            VaultError: as `taking_payments`.
        """
        spec = PROVIDERS[account.provider]
        secrets = await self._secrets(spec, account, typed_secrets)
        return spec.make_testable(account, secrets, self._clock, self._redactor, self.server_times.publish)

    async def _secrets(
        self, spec: ProviderSpec, account: Account, typed_secrets: dict[str, str]
    ) -> dict[str, str]:
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
        """Let go of an account's client, so that the next call uses the account as it is then."""
        client = self._payment_clients.pop(account_id, None)
        if client is not None:
            await client.close()

    async def close(self) -> None:
        """Let go of every connection."""
        for account_id in list(self._payment_clients):
            await self.forget(account_id)
