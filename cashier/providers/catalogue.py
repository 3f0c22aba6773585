"""The providers there are, in the order they are shown."""

from __future__ import annotations

from cashier.providers.payment_catalogue import DIGIBANK, RESID
from cashier.providers.payout_catalogue import AQAYEPARDAKHT, PAYSTAR
from cashier.providers.provider_spec import ProviderSpec

__all__ = ["AQAYEPARDAKHT", "DIGIBANK", "PAYSTAR", "PROVIDERS", "RESID", "ProviderSpec"]

PROVIDERS: dict[str, ProviderSpec] = {spec.key: spec for spec in (DIGIBANK, RESID, PAYSTAR, AQAYEPARDAKHT)}
