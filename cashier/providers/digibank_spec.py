"""digibank: what its accounts must be told, what is always true of its payments, and how a client is made for one.

Importing this brings in no HTTP library: the client is imported when the first one is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from cashier.domain.account import Account, AccountField, FieldKind
from cashier.domain.clock import Clock
from cashier.domain.redaction import Redactor
from cashier.domain.translation_marker import QT_TRANSLATE_NOOP
from cashier.providers.protocol import Confirmation, PaymentProvider, PaymentTraits
from cashier.providers.provider_spec import ProviderSpec
from cashier.providers.server_time import ServerTimeListener
from cashier.providers.timeout_fields import TIMEOUT_FIELDS

_TIME_ZONE = "Asia/Damascus"


DIGIBANK_TRAITS = PaymentTraits(
    confirmation=Confirmation.CODE,
    # The expiry's name in the answer is not published: without a readable one, this is how long it counts as open.
    open_for=timedelta(minutes=10),
    # One request can be finalized once, but sending again is only right once the list has been asked.
    settle_is_repeatable=False,
    opened_can_be_found=False,
    names_customer=True,
)


def _make(
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
        zone=read.time_zone(account, "time_zone", _TIME_ZONE),
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
            default=_TIME_ZONE,
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
    make=_make,
    make_testable=_make,
)
