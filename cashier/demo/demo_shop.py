"""A made-up shop whose till is ready to work: an operator with a PIN, and an account with each provider."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cashier.app import DATABASE_NAME
from cashier.domain.account import Setting
from cashier.domain.clock import Clock
from cashier.domain.redaction import Redactor
from cashier.sandbox import credentials
from cashier.services.accounts import AccountForm
from cashier.services.preferences import HOME_ZONES, Appearance, Language, Preferences
from cashier.services.till import open_till
from cashier.storage.database import Database
from cashier.vault.protocol import Vault

OPERATOR_PIN: Final = "824613"
"""Opens the demo's lock; the demo's help names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopNames:
    """What is called what, in one language.

    Attributes:
        accounts: labels by provider.
    """

    shop: str
    operator: str
    accounts: Mapping[str, str]


NAMES: Final[Mapping[Language, ShopNames]] = {
    Language.PERSIAN: ShopNames(
        shop="فروشگاه آفتاب",
        operator="نگار رضایی",
        accounts={
            "digibank": "بانک دیجیتال",
            "resid": "رسید",
            "paystar": "پی‌استار",
            "aqayepardakht": "آقای پرداخت",
        },
    ),
    Language.ARABIC: ShopNames(
        shop="متجر الياسمين",
        operator="سامر الحلبي",
        accounts={
            "digibank": "البنك الرقمي",
            "resid": "رسيد",
            "paystar": "بي ستار",
            "aqayepardakht": "آقاي برداخت",
        },
    ),
    Language.ENGLISH: ShopNames(
        shop="Corner Shop",
        operator="Robin Sample",
        accounts={
            "digibank": "Digital Bank",
            "resid": "Resid",
            "paystar": "PayStar",
            "aqayepardakht": "Aqaye Pardakht",
        },
    ),
}

_SETTINGS: Final[Mapping[str, Mapping[str, Setting]]] = {
    "digibank": {
        "api_key": credentials.DIGIBANK_API_KEY,
        "units": "USDT USD BTC ETH IRR",
    },
    "resid": {
        "authorization_code": credentials.RESID_AUTHORIZATION_CODE,
        "merchant": credentials.RESID_MERCHANT,
    },
    "paystar": {
        "application_id": credentials.PAYSTAR_APPLICATION_ID,
        "access_password": credentials.PAYSTAR_ACCESS_PASSWORD,
        "refresh_token": credentials.PAYSTAR_REFRESH_TOKEN,
        "api_key": credentials.PAYSTAR_API_KEY,
        "deposit": credentials.PAYSTAR_DEPOSIT,
    },
    "aqayepardakht": {
        "account": credentials.AQAYEPARDAKHT_ACCOUNT,
        "code": credentials.AQAYEPARDAKHT_CODE,
        "pin": credentials.AQAYEPARDAKHT_PIN,
    },
}


async def set_up_shop(
    profile: Path,
    vault: Vault,
    clock: Clock,
    *,
    base_url: str,
    language: Language,
    appearance: Appearance,
) -> None:
    """Make a till in `profile` as its first run would, with accounts at the sandbox of `base_url`.

    Raises:
        StorageError: if the profile cannot be written.
        VaultError: if the vault does not take a secret.
    """
    names = NAMES[language]
    till = await open_till(await Database.open(profile / DATABASE_NAME), vault, clock, Redactor())
    try:
        await till.operators.set_up_till(
            Preferences(
                shop_name=names.shop,
                language=language,
                appearance=appearance,
                time_zone=HOME_ZONES[language],
            ),
            name=names.operator,
            pin=OPERATOR_PIN,
        )
        for provider, settings in _SETTINGS.items():
            await till.accounts.add(
                AccountForm(
                    provider=provider,
                    label=names.accounts[provider],
                    base_url=f"{base_url}/{provider}",
                    values=settings,
                )
            )
    finally:
        await till.close()
