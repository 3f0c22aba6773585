"""aqayepardakht: what its accounts must be told, what is always true of its withdrawals, and how a client is made for one.

Importing this brings in no HTTP library: the client is imported when the first one is made.
"""

from __future__ import annotations

from collections.abc import Mapping

from cashier.domain.account import Account, AccountField, FieldKind
from cashier.domain.clock import Clock
from cashier.domain.redaction import Redactor
from cashier.domain.translation_marker import QT_TRANSLATE_NOOP
from cashier.providers.api_key import KeyKeeper
from cashier.providers.aqayepardakht_codes import CODES
from cashier.providers.limit_fields import LIMIT_FIELDS
from cashier.providers.payout_protocol import PayoutProvider, PayoutTraits
from cashier.providers.provider_spec import ProviderSpec
from cashier.providers.server_time import ServerTimeListener
from cashier.providers.timeout_fields import TIMEOUT_FIELDS

AQAYEPARDAKHT_TRAITS = PayoutTraits(
    takes_batches=False,
    # Nothing of ours travels with a request: a lost one is known by its IBAN, amount and time only.
    finds_by_reference=False,
    needs_holder=False,
    takes_pay_id=False,
    # "A disturbance occurred while the request was stored": it may have been stored all the same.
    doubtful_refusals=frozenset({"-18"}),
)


def _make(
    account: Account,
    secrets: Mapping[str, str],
    clock: Clock,
    redactor: Redactor,
    on_server_time: ServerTimeListener | None = None,
    *,
    key_keeper: KeyKeeper | None = None,
) -> PayoutProvider:
    from cashier.providers import account_settings as read  # noqa: PLC0415  # with the client, at the first call
    from cashier.providers.aqayepardakht import Aqayepardakht  # noqa: PLC0415  # it brings in the HTTP library
    from cashier.providers.http import HttpChannel  # noqa: PLC0415  # the same

    # Its key never runs out.
    del key_keeper
    pin = read.optional_secret(secrets, "pin")
    redactor.add(pin)
    return Aqayepardakht(
        HttpChannel(
            account.base_url,
            read.call_timeouts(account),
            redactor=redactor,
            clock=clock,
            on_server_time=on_server_time,
        ),
        account_no=read.required_text(account, "account"),
        code=read.required_secret(secrets, "code"),
        # Sent unless the account says otherwise, as the document has it.
        pin=pin if account.settings.get("send_pin", True) is True else "",
        unit=read.iranian_unit(account, "unit", "IRT"),
        redactor=redactor,
    )


AQAYEPARDAKHT = ProviderSpec(
    key="aqayepardakht",
    name=QT_TRANSLATE_NOOP("Provider", "aqayepardakht"),
    default_base_url="https://panel.aqayepardakht.ir",
    fields=(
        AccountField(
            name="account",
            kind=FieldKind.TEXT,
            label=QT_TRANSLATE_NOOP("AccountField", "Account number"),
            hint=QT_TRANSLATE_NOOP("AccountField", "Your number in aqayepardakht's panel."),
        ),
        AccountField(
            name="code",
            kind=FieldKind.SECRET,
            label=QT_TRANSLATE_NOOP("AccountField", "Encryption key"),
            hint=QT_TRANSLATE_NOOP("AccountField", "As shown in aqayepardakht's panel."),
        ),
        AccountField(
            name="pin",
            kind=FieldKind.SECRET,
            label=QT_TRANSLATE_NOOP("AccountField", "Gateway PIN"),
            hint=QT_TRANSLATE_NOOP("AccountField", "Of your payment gateway, if your account has one."),
            required=False,
        ),
        AccountField(
            name="send_pin",
            kind=FieldKind.SWITCH,
            label=QT_TRANSLATE_NOOP("AccountField", "Send the gateway PIN"),
            hint=QT_TRANSLATE_NOOP(
                "AccountField", "Some accounts must not send it: they are refused with -13."
            ),
            default=True,
            required=False,
        ),
        AccountField(
            name="unit",
            kind=FieldKind.UNITS,
            label=QT_TRANSLATE_NOOP("AccountField", "Unit of amounts"),
            hint=QT_TRANSLATE_NOOP(
                "AccountField", "What aqayepardakht counts in: IRT is toman, IRR is rial."
            ),
            default="IRT",
        ),
        *LIMIT_FIELDS,
        *TIMEOUT_FIELDS,
    ),
    make_testable=_make,
    payout_traits=AQAYEPARDAKHT_TRAITS,
    make_payout=_make,
    codes=tuple(CODES.values()),
    code_context="AqayepardakhtCode",
)
