"""The providers that the sandbox plays, in the order of the till's own list."""

from __future__ import annotations

from typing import Final

from cashier.sandbox.aqayepardakht import Aqayepardakht
from cashier.sandbox.digibank import Digibank
from cashier.sandbox.paystar import Paystar
from cashier.sandbox.provider import Provider
from cashier.sandbox.resid import Resid

PROVIDERS: Final[tuple[type[Provider], ...]] = (Digibank, Resid, Paystar, Aqayepardakht)
