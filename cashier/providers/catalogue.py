"""The providers there are, in the order they are shown."""

from __future__ import annotations

from cashier.providers.aqayepardakht_spec import AQAYEPARDAKHT
from cashier.providers.digibank_spec import DIGIBANK
from cashier.providers.paystar_spec import PAYSTAR
from cashier.providers.provider_spec import ProviderSpec
from cashier.providers.resid_spec import RESID

__all__ = ["PROVIDERS", "ProviderSpec"]

PROVIDERS: dict[str, ProviderSpec] = {spec.key: spec for spec in (DIGIBANK, RESID, PAYSTAR, AQAYEPARDAKHT)}
