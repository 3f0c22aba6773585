"""paystar: what its accounts must be told, what is always true of its withdrawals, and how a client is made for one.

Importing this brings in no HTTP library: the client is imported when the first one is made.
"""

from __future__ import annotations

from collections.abc import Mapping

from cashier.domain.account import Account, AccountField, FieldKind
from cashier.domain.clock import Clock
from cashier.domain.redaction import Redactor
from cashier.domain.translation_marker import QT_TRANSLATE_NOOP
from cashier.providers.api_key import KeyKeeper
from cashier.providers.limit_fields import LIMIT_FIELDS
from cashier.providers.payout_protocol import PayoutProvider, PayoutTraits
from cashier.providers.provider_spec import ProviderSpec
from cashier.providers.server_time import ServerTimeListener
from cashier.providers.timeout_fields import TIMEOUT_FIELDS

_DEFAULT_TRANSFERS_PER_CALL = "10"


PAYSTAR_TRAITS = PayoutTraits(
    takes_batches=True,
    # Its `track_id` is ours, and the list can be asked for it.
    finds_by_reference=True,
    needs_holder=True,
    takes_pay_id=True,
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
    from cashier.providers.http import HttpChannel  # noqa: PLC0415  # it brings in the HTTP library
    from cashier.providers.memory_key_keeper import MemoryKeyKeeper  # noqa: PLC0415  # the same
    from cashier.providers.paystar import Paystar, PaystarApplication  # noqa: PLC0415  # the same

    first_key = read.optional_secret(secrets, "api_key")
    redactor.add(first_key)
    application = PaystarApplication(
        application_id=read.required_text(account, "application_id"),
        access_password=read.required_secret(secrets, "access_password"),
        refresh_token=read.required_secret(secrets, "refresh_token"),
        deposit=account.text("deposit").strip(),
        bank=account.text("bank").strip(),
    )
    most_at_once = read.count(account, "transfers_per_call", _DEFAULT_TRANSFERS_PER_CALL)
    channel = HttpChannel(
        account.base_url,
        read.call_timeouts(account),
        redactor=redactor,
        clock=clock,
        on_server_time=on_server_time,
    )
    return Paystar(
        channel,
        application=application,
        most_at_once=most_at_once,
        key_keeper=MemoryKeyKeeper(first_key) if key_keeper is None else key_keeper,
        clock=clock,
        redactor=redactor,
    )


PAYSTAR = ProviderSpec(
    key="paystar",
    name=QT_TRANSLATE_NOOP("Provider", "paystar"),
    default_base_url="https://core.paystar.ir",
    fields=(
        AccountField(
            name="application_id",
            kind=FieldKind.TEXT,
            label=QT_TRANSLATE_NOOP("AccountField", "Application id"),
            hint=QT_TRANSLATE_NOOP("AccountField", "Of the application you made in paystar's panel."),
        ),
        AccountField(
            name="access_password",
            kind=FieldKind.SECRET,
            label=QT_TRANSLATE_NOOP("AccountField", "Access password"),
            hint=QT_TRANSLATE_NOOP("AccountField", "Of the same application."),
        ),
        AccountField(
            name="refresh_token",
            kind=FieldKind.SECRET,
            label=QT_TRANSLATE_NOOP("AccountField", "Refresh token"),
            hint=QT_TRANSLATE_NOOP("AccountField", "The API key is renewed with it every day."),
        ),
        AccountField(
            name="api_key",
            kind=FieldKind.SECRET,
            label=QT_TRANSLATE_NOOP("AccountField", "API key"),
            hint=QT_TRANSLATE_NOOP("AccountField", "May stay empty: it is fetched with the refresh token."),
            required=False,
        ),
        AccountField(
            name="deposit",
            kind=FieldKind.TEXT,
            label=QT_TRANSLATE_NOOP("AccountField", "Source account number"),
            hint=QT_TRANSLATE_NOOP("AccountField", "The bank account that transfers are paid from."),
        ),
        AccountField(
            name="bank",
            kind=FieldKind.TEXT,
            label=QT_TRANSLATE_NOOP("AccountField", "Bank code"),
            hint=QT_TRANSLATE_NOOP("AccountField", "016 is Keshavarzi."),
            default="016",
        ),
        AccountField(
            name="transfers_per_call",
            kind=FieldKind.COUNT,
            label=QT_TRANSLATE_NOOP("AccountField", "Transfers in one call"),
            hint=QT_TRANSLATE_NOOP("AccountField", "A larger batch is sent in several calls."),
            default=_DEFAULT_TRANSFERS_PER_CALL,
        ),
        *LIMIT_FIELDS,
        *TIMEOUT_FIELDS,
    ),
    make_testable=_make,
    payout_traits=PAYSTAR_TRAITS,
    make_payout=_make,
)
