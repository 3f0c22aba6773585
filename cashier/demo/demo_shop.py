"""A made-up shop whose till is ready to work: an operator with a PIN, and an account with each provider."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTranslator

from cashier.domain.account import Setting
from cashier.domain.clock import Clock
from cashier.domain.redaction import Redactor
from cashier.providers.catalogue import PROVIDERS
from cashier.resource_paths import translations_dir
from cashier.sandbox.catalogue import PROVIDERS as SANDBOX_PROVIDERS
from cashier.services.accounts import AccountForm
from cashier.services.preferences import HOME_ZONES, Appearance, Language, Preferences
from cashier.services.till import open_till
from cashier.storage.database import Database
from cashier.storage.profile_files import DATABASE_NAME
from cashier.vault.protocol import Vault

OPERATOR_PIN: Final = "824613"
"""Opens the demo's lock; the demo's help names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopNames:
    """What is called what, in one language."""

    shop: str
    operator: str


NAMES: Final[Mapping[Language, ShopNames]] = {
    Language.PERSIAN: ShopNames(shop="فروشگاه آفتاب", operator="نگار رضایی"),
    Language.ARABIC: ShopNames(shop="متجر الياسمين", operator="سامر الحلبي"),
    Language.ENGLISH: ShopNames(shop="Corner Shop", operator="Robin Sample"),
}

# Beside what the sandbox says of itself: more currencies, for the tour.
_MORE_SETTINGS: Final[Mapping[str, Mapping[str, Setting]]] = {"digibank": {"units": "USDT USD BTC ETH IRR"}}


def account_labels(language: Language) -> Mapping[str, str]:
    """Return what the shop calls its accounts, by provider: each as its provider is called in the language."""
    translator = QTranslator()
    translator.load(str(translations_dir() / f"cashier_{language.value}.qm"))
    return {key: translator.translate("Provider", spec.name) or spec.name for key, spec in PROVIDERS.items()}


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
    names, labels = NAMES[language], account_labels(language)
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
        for played in SANDBOX_PROVIDERS:
            await till.accounts.add(
                AccountForm(
                    provider=played.name,
                    label=labels[played.name],
                    base_url=f"{base_url}/{played.name}",
                    values={**played.main_settings, **_MORE_SETTINGS.get(played.name, {})},
                )
            )
    finally:
        await till.close()
