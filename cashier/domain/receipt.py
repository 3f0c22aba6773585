"""What a receipt says of a payment or withdrawal, before it is put into any language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cashier.domain.history import ItemKind, ItemState
from cashier.domain.money import Money

# Enough to know one's own account by, too little for anyone else.
_SHOWN_CHARACTERS = 4
_MASK = "••••"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The facts on a receipt.

    Attributes:
        party: the customer's number or the IBAN, masked.
        holder: the receiver of a withdrawal; empty if there is none.
        reference: ours; printed as a QR code too.
        provider_reference: the bank's or provider's number; empty if there is none.
        at: when it was settled, or else when it was made; UTC.
        operator_name: who took the payment or made the withdrawal; empty if nobody is known.
        is_copy: whether a receipt for it was printed before.
    """

    kind: ItemKind
    state: ItemState
    money: Money
    party: str
    holder: str
    reference: str
    provider_reference: str
    note: str
    at: datetime
    operator_name: str
    is_copy: bool


def masked_account(number: str) -> str:
    """Return a customer's number or an IBAN of which only the country and the last characters can be read.

    What a provider masked already stays as it came.
    """
    if "*" in number or len(number) <= _SHOWN_CHARACTERS:
        return number
    country = number[:2] if number[:2].isalpha() else ""
    return f"{country}{_MASK}{number[-_SHOWN_CHARACTERS:]}"
