"""resid: what its accounts must be told, what is always true of its payments, and how a client is made for one.

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

RESID_TRAITS = PaymentTraits(
    confirmation=Confirmation.TOKEN,
    # Not collected by then, the customer has the money back.
    open_for=timedelta(minutes=20),
    # A token settles one payment only.
    settle_is_repeatable=True,
    opened_can_be_found=True,
    names_customer=False,
)


def _make(
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
    make=_make,
    make_testable=_make,
)
