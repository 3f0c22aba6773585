"""What the sandbox asks of each provider it plays, and what each is given to play with."""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from cashier.sandbox.clock import SandboxClock
from cashier.sandbox.history import Past
from cashier.sandbox.ledger import Ledger, Payout
from cashier.sandbox.phone import PhoneMessage
from cashier.sandbox.wire import Answer, Incoming

RefusalKind = Literal["wrong_credentials", "expired_credentials", "address_not_allowed", "refuse"]


class UnknownAccountError(LookupError):
    """Control named an account that the provider does not have."""


class NotPossibleError(ValueError):
    """Control asked for something the provider's state does not allow, such as paying a token twice."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all providers share: the time, the book of what happened, and seeded chance."""

    clock: SandboxClock
    ledger: Ledger
    chance: random.Random


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One call that a provider offers."""

    name: str
    method: Literal["GET", "POST"]
    path: str
    """Below the provider's base URL; variable parts in braces."""
    act: Callable[[Incoming], Answer]


class Provider(ABC):
    """One provider's whole behaviour, without faults: those are played around it.

    Attributes:
        name: The provider's name, which is also its path.
        amount_fields: Names of fields that hold amounts.
        state_fields: Names of fields that hold a state, with the unknown state a fault puts there.
        text_fields: Names of fields that hold free text.
        main_settings: What a till must be told to reach the main account, by the names of its settings.
        customers: Customers to try, each with a word on what is special about it.
        on_message: Called for each message that goes out to a customer's phone.
    """

    name: ClassVar[str]
    amount_fields: ClassVar[frozenset[str]]
    state_fields: ClassVar[Mapping[str, Any]]
    text_fields: ClassVar[frozenset[str]]
    main_settings: ClassVar[Mapping[str, str]]
    customers: ClassVar[Mapping[str, str]] = {}

    def __init__(self, surroundings: Surroundings) -> None:
        self.clock = surroundings.clock
        self.ledger = surroundings.ledger
        self.chance = surroundings.chance
        self.on_message: Callable[[PhoneMessage], None] | None = None

    @property
    @abstractmethod
    def endpoints(self) -> Sequence[Endpoint]:
        """Every call on offer."""

    @abstractmethod
    def account_of(self, incoming: Incoming) -> str:
        """Return the name of the account whose credentials the call carries, or an empty string."""

    @abstractmethod
    def refusal(self, kind: RefusalKind, *, code: str | None = None, message: str | None = None) -> Answer:
        """Return how this provider refuses a call for the reason `kind`, or with `code` and `message`."""

    @abstractmethod
    def items(self, body: Any) -> list[Any] | None:
        """Return the list inside a list answer, to be changed in place; None for any other answer."""

    @abstractmethod
    def put_account(self, name: str, fields: Mapping[str, Any]) -> None:
        """Add the account `name`, or change the named fields of one that exists.

        Raises:
            msgspec.ValidationError: If a field is of the wrong type.
        """

    @abstractmethod
    def settle_due(self) -> None:
        """Do whatever the clock has made due: refunds, payouts that come to an end."""

    @abstractmethod
    def arrive(self, account: str) -> None:
        """Let a payment or payout come about that the caller did not ask for, and is the newest of all.

        Raises:
            UnknownAccountError: If there is no such account.
        """

    @abstractmethod
    def add_history(self, account: str, past: Past) -> None:
        """Add a made-up past; in the ledger it is marked as history.

        Raises:
            UnknownAccountError: If there is no such account.
        """

    @abstractmethod
    def book(self, account: str) -> list[Any]:
        """Return what an account's list holds, oldest first, each with `listed()`; what is taken out of it is gone.

        Raises:
            UnknownAccountError: If there is no such account.
        """

    def payouts_asked_for(self, endpoint: str, incoming: Incoming) -> list[str]:
        """Return what a call asks to be paid out, each in a word: paystar's track id, else IBAN and amount."""
        del endpoint, incoming
        return []

    def payouts(self) -> list[Payout]:
        """Return everything that was ever accepted to be paid out, oldest first."""
        return []

    def messages(self) -> list[PhoneMessage]:
        """Return what is on the customers' phones and can still be acted on, oldest first."""
        return []

    def pay_on_phone(self, key: str) -> None:
        """Let the customer pay what a token asks for.

        Raises:
            NotPossibleError: If there is no such token, or it cannot be paid any more.
        """
        raise NotPossibleError(f"{self.name} has no token {key!r}")

    def refuse_on_phone(self, key: str) -> None:
        """Let the customer refuse what a token asks for.

        Raises:
            NotPossibleError: If there is no such token, or it is settled.
        """
        raise NotPossibleError(f"{self.name} has no token {key!r}")

    def send_to_phone(self, message: PhoneMessage) -> None:
        """Tell whoever listens that a message went out."""
        if self.on_message is not None:
            self.on_message(message)

    @abstractmethod
    def reset(self) -> None:
        """Forget everything but the main account."""


def address_allowed(incoming: Incoming, allowed_addresses: Sequence[str] | None) -> bool:
    """Return whether the caller's address is on the list; no list allows all."""
    return allowed_addresses is None or incoming.client_address in allowed_addresses
