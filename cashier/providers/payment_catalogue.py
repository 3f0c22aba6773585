"""The providers that collect payments: what their accounts must be told, and how a client is made for one.

Importing this brings in no HTTP library: the clients are imported when the first one is made.
"""

from __future__ import annotations

from collections.abc import Mapping

from cashier.domain.account import Account, AccountField, FieldKind
from cashier.domain.clock import Clock
from cashier.domain.redaction import Redactor
from cashier.domain.translation_marker import QT_TRANSLATE_NOOP
from cashier.providers.payment_traits import DIGIBANK_TRAITS, RESID_TRAITS
from cashier.providers.protocol import PaymentProvider
from cashier.providers.provider_spec import ProviderSpec
from cashier.providers.server_time import ServerTimeListener
from cashier.providers.timeout_fields import TIMEOUT_FIELDS

_DIGIBANK_TIME_ZONE = "Asia/Damascus"


def _make_digibank(
    account: Account,
    secrets: Mapping[str, str],
    clock: Clock,
    redactor: Redactor,
    on_server_time: ServerTimeListener | None = None,
) -> PaymentProvider:
    from cashier.providers import account_settings as read  # noqa: PLC0415  # it brings in the HTTP library
    from cashier.providers.digibank import DEFAULT_PATH_PREFIX, Digibank  # noqa: PLC0415  # the same
    from cashier.providers.http import HttpChannel  # noqa: PLC0415  # the same

    return Digibank(
        HttpChannel(
            account.base_url,
            read.call_timeouts(account),
            redactor=redactor,
            clock=clock,
            on_server_time=on_server_time,
        ),
        api_key=read.required_secret(secrets, "api_key"),
        path_prefix=read.path_prefix(account, "path_prefix", DEFAULT_PATH_PREFIX),
        zone=read.time_zone(account, "time_zone", _DIGIBANK_TIME_ZONE),
        redactor=redactor,
    )


def _make_resid(
    account: Account,
    secrets: Mapping[str, str],
    clock: Clock,
    redactor: Redactor,
    on_server_time: ServerTimeListener | None = None,
) -> PaymentProvider:
    from cashier.providers import account_settings as read  # noqa: PLC0415  # it brings in the HTTP library
    from cashier.providers.http import HttpChannel  # noqa: PLC0415  # the same
    from cashier.providers.resid import Resid  # noqa: PLC0415  # the same

    read.required_text(account, "merchant")
    return Resid(
        HttpChannel(
            account.base_url,
            read.call_timeouts(account),
            redactor=redactor,
            clock=clock,
            on_server_time=on_server_time,
        ),
        account=account,
        authorization_code=read.required_secret(secrets, "authorization_code"),
        clock=clock,
        redactor=redactor,
    )


DIGIBANK = ProviderSpec(
    key="digibank",
    name=QT_TRANSLATE_NOOP("Provider", "digibank"),
    default_base_url="https://digibankar.com",
    fields=(
        AccountField(
            name="api_key",
            kind=FieldKind.SECRET,
            label=QT_TRANSLATE_NOOP("AccountField", "API key"),
            hint=QT_TRANSLATE_NOOP(
                "AccountField", "Made in your company's settings at digibank, under API keys."
            ),
        ),
        AccountField(
            name="units",
            kind=FieldKind.UNITS,
            label=QT_TRANSLATE_NOOP("AccountField", "Currencies"),
            hint=QT_TRANSLATE_NOOP("AccountField", "Codes separated by spaces; the first is offered first."),
            default="USDT USD BTC ETH",
        ),
        AccountField(
            name="customer_letters",
            kind=FieldKind.SWITCH,
            label=QT_TRANSLATE_NOOP("AccountField", "Customer numbers hold letters"),
            hint=QT_TRANSLATE_NOOP("AccountField", "Off: only digits can be typed as a customer's number."),
            default=False,
            required=False,
        ),
        AccountField(
            name="time_zone",
            kind=FieldKind.TIME_ZONE,
            label=QT_TRANSLATE_NOOP("AccountField", "Time zone of digibank's times"),
            hint=QT_TRANSLATE_NOOP("AccountField", "digibank gives times without saying where they hold."),
            default=_DIGIBANK_TIME_ZONE,
        ),
        AccountField(
            name="path_prefix",
            kind=FieldKind.TEXT,
            label=QT_TRANSLATE_NOOP("AccountField", "Path of the calls"),
            hint=QT_TRANSLATE_NOOP("AccountField", "Only to be changed if digibank says so."),
            default="/api/v1/payments",
        ),
        *TIMEOUT_FIELDS,
    ),
    traits=DIGIBANK_TRAITS,
    make=_make_digibank,
    make_testable=_make_digibank,
)

RESID = ProviderSpec(
    key="resid",
    name=QT_TRANSLATE_NOOP("Provider", "resid"),
    default_base_url="https://resid.ir",
    fields=(
        AccountField(
            name="authorization_code",
            kind=FieldKind.SECRET,
            label=QT_TRANSLATE_NOOP("AccountField", "Authorization code"),
            hint=QT_TRANSLATE_NOOP("AccountField", "As resid gave it to you, without any word before it."),
        ),
        AccountField(
            name="merchant",
            kind=FieldKind.TEXT,
            label=QT_TRANSLATE_NOOP("AccountField", "Merchant"),
            hint=QT_TRANSLATE_NOOP("AccountField", "Your shop's identifier at resid."),
        ),
        AccountField(
            name="units",
            kind=FieldKind.UNITS,
            label=QT_TRANSLATE_NOOP("AccountField", "Currencies"),
            hint=QT_TRANSLATE_NOOP(
                "AccountField", "IRR is rial, IRT is toman; separated by spaces, the first is offered first."
            ),
            default="IRR IRT",
        ),
        AccountField(
            name="auto_collect",
            kind=FieldKind.SWITCH,
            label=QT_TRANSLATE_NOOP("AccountField", "resid collects by itself"),
            hint=QT_TRANSLATE_NOOP(
                "AccountField",
                "On: what the customer paid is yours at once, without a last word from the till.",
            ),
            default=False,
            required=False,
        ),
        AccountField(
            name="preferred_method",
            kind=FieldKind.TEXT,
            label=QT_TRANSLATE_NOOP("AccountField", "Preferred bank gateway"),
            hint=QT_TRANSLATE_NOOP("AccountField", "For example asanpardakht; empty leaves it to resid."),
            required=False,
        ),
        AccountField(
            name="qr_template",
            kind=FieldKind.TEXT,
            label=QT_TRANSLATE_NOOP("AccountField", "Content of the QR code"),
            hint=QT_TRANSLATE_NOOP("AccountField", "{token} stands for the payment's token."),
            default="{token}",
        ),
        *TIMEOUT_FIELDS,
    ),
    traits=RESID_TRAITS,
    make=_make_resid,
    make_testable=_make_resid,
)
