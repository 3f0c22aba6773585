"""What the program knows of a provider before it talks to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from cashier.domain.account import Account, AccountField, FieldKind
from cashier.domain.clock import Clock
from cashier.domain.redaction import Redactor
from cashier.providers.api_key import KeyKeeper
from cashier.providers.payout_protocol import PayoutProvider, PayoutTraits
from cashier.providers.protocol import PaymentProvider, PaymentTraits, TestableProvider
from cashier.providers.provider_code import ProviderCode
from cashier.providers.server_time import ServerTimeListener

_Made_co = TypeVar("_Made_co", covariant=True)


class MakeProvider(Protocol[_Made_co]):
    """Makes a provider's client for one account."""

    def __call__(
        self,
        account: Account,
        secrets: Mapping[str, str],
        clock: Clock,
        redactor: Redactor,
        on_server_time: ServerTimeListener | None = None,
    ) -> _Made_co:
        """Return the client. It connects at its first call, and must be closed.

        Args:
            account: with its settings.
            secrets: by the names of the secret fields.
            clock: of the program.
            redactor: is told the secrets.
            on_server_time: is told at every answer how the server's clock compares with ours.

        Raises:
            UnsafeAddressError: if credentials may not be sent to the account's base URL.
            AccountSettingsError: if a setting or secret is missing or cannot be used.
        """


class MakePayoutProvider(Protocol):
    """Makes the client of a provider that pays out, for one account."""

    def __call__(
        self,
        account: Account,
        secrets: Mapping[str, str],
        clock: Clock,
        redactor: Redactor,
        on_server_time: ServerTimeListener | None = None,
        *,
        key_keeper: KeyKeeper | None = None,
    ) -> PayoutProvider:
        """Return the client; arguments and errors as of `MakeProvider`.

        Args:
            account: likewise.
            secrets: likewise.
            clock: likewise.
            redactor: likewise.
            on_server_time: likewise.
            key_keeper: keeps the key of a provider whose key is renewed. None keeps it in this client's memory,
                beginning with the one among the secrets: for a client that only proves settings.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderSpec:
    """A provider the program can talk to.

    Attributes:
        key: stable, as stored in accounts.
        name: in English, marked for translation in the context `Provider`.
        default_base_url: where its calls go unless the account says otherwise.
        fields: what an account must be told, in the order to ask for it.
        traits: what is true of its payments; None if it collects none.
        make: makes a client that collects payments; None if it collects none.
        make_testable: makes a client that can prove the account's settings.
        payout_traits: what is true of its withdrawals; None if it pays nothing out.
        make_payout: makes a client that pays out; None if it pays nothing out.
        codes: what the codes mean that its withdrawals are refused with, where it publishes a list.
        code_context: in which their meanings are marked for translation.
    """

    key: str
    name: str
    default_base_url: str
    fields: tuple[AccountField, ...]
    traits: PaymentTraits | None = None
    make: MakeProvider[PaymentProvider] | None = None
    make_testable: MakeProvider[TestableProvider]
    payout_traits: PayoutTraits | None = None
    make_payout: MakePayoutProvider | None = None
    codes: tuple[ProviderCode, ...] = ()
    code_context: str = ""

    @property
    def secret_names(self) -> tuple[str, ...]:
        """The names of the fields that are kept in the vault."""
        return tuple(field.name for field in self.fields if field.kind is FieldKind.SECRET)

    def known_code(self, code: str | None) -> ProviderCode | None:
        """Return what a code means; None if it is not among `codes`."""
        return next((known for known in self.codes if known.code == code), None)
