"""What reaches the customers' phones: codes to be told to the cashier, and payments to be paid or refused."""

from __future__ import annotations

from typing import Literal

import msgspec


class PhoneMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A payment that a customer can still agree to."""

    provider: str
    key: str
    """What the provider calls the payment, unique there."""
    kind: Literal["code", "token"]
    """A code is told to the cashier; a token is paid, or refused, on the phone."""
    amount: str
    """Exact, in plain notation."""
    unit: str
    """An asset code, ``IRR`` (rial) or ``IRT`` (toman)."""
    customer: str = ""
    """Whose phone it is, where the provider was told."""
    code: str = ""
    """Empty for a token."""
