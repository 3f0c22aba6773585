"""An account the shop has with a provider, and what such an account must be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

Setting = str | bool

# The largest whole number a setting of the kind COUNT takes.
MAXIMUM_COUNT = 50


class FieldKind(Enum):
    """What a setting of an account is, and so how it is asked for and checked."""

    TEXT = "text"
    SECRET = "secret"  # noqa: S105  # the kind of a field, not a password; goes to the vault and never comes back
    SWITCH = "switch"
    TIME_ZONE = "time_zone"
    SECONDS = "seconds"
    UNITS = "units"  # codes separated by spaces, the first is offered first
    COUNT = "count"  # a whole number, from 1 to `MAXIMUM_COUNT`
    AMOUNT = "amount"  # of money, in rial, as plain digits; may be empty where it is not required


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountField:
    """One setting of a provider's accounts.

    Attributes:
        name: stable, as stored.
        kind: how it is asked for and checked.
        label: in English, marked for translation in the context `AccountField`.
        hint: one sentence under the control, likewise; may be empty.
        default: what a new account starts with.
        required: whether the account can work without it.
    """

    name: str
    kind: FieldKind
    label: str
    hint: str = ""
    default: Setting = ""
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account with a provider. Its secrets are in the vault under `secret_name`, never here.

    Attributes:
        provider: the provider's key in the catalogue.
        label: what the shop calls it.
        base_url: where its calls go.
        settings: by the provider's field names, without the secret ones.
    """

    id: str
    till_id: str
    provider: str
    label: str
    base_url: str
    settings: Mapping[str, Setting] = field(default_factory=dict)
    position: int = 0
    created_at: datetime
    removed_at: datetime | None = None

    def secret_name(self, field_name: str) -> str:
        """Return the vault's name for one of this account's secrets."""
        return f"account/{self.id}/{field_name}"

    def text(self, name: str) -> str:
        """Return a text setting, empty if it was never set."""
        value = self.settings.get(name, "")
        return value if isinstance(value, str) else ""

    def switch(self, name: str) -> bool:
        """Return a switch setting, off if it was never set."""
        return self.settings.get(name) is True

    @property
    def paid_from(self) -> str:
        """The number of what its withdrawals are paid from, as the shop knows it; empty if it was never set."""
        return self.text("deposit").strip() or self.text("account").strip()
