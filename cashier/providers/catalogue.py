"""The providers there are: what their accounts must be told, and how a client is made for one.

Importing this brings in no HTTP library: the clients are imported when the first one is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from cashier.domain.account import Account, AccountField, FieldKind
from cashier.domain.clock import Clock
from cashier.domain.redaction import Redactor
from cashier.domain.translation_marker import QT_TRANSLATE_NOOP
from cashier.providers.payment_traits import DIGIBANK_TRAITS, RESID_TRAITS
from cashier.providers.protocol import PaymentProvider, PaymentTraits, TestableProvider
from cashier.providers.server_time import ServerTimeListener

_Made_co = TypeVar("_Made_co", covariant=True)


class MakeProvider(Protocol[_Made_co]):
    """Makes a provider's client for one account."""

    def __call__(
        self,
        account: Account,
        secrets: Mapping[str, str],
        clock: Clock,
        redactor: Redactor,
        on_server_time: ServerTimeListener | None = None,
    ) -> _Made_co:
        """Return the client. It connects at its first call, and must be closed.

        Args:
            account: with its settings.
            secrets: by the names of the secret fields.
            clock: of the program.
            redactor: is told the secrets.
            on_server_time: is told at every answer how the server's clock compares with ours.

        Raises:
            UnsafeAddressError: if credentials may not be sent to the account's base URL.
            AccountSettingsError: if a setting or secret is missing or cannot be used.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderSpec:
    """A provider the program can talk to.

    Attributes:
        key: stable, as stored in accounts.
        name: in English, marked for translation in the context `Provider`.
        default_base_url: where its calls go unless the account says otherwise.
        fields: what an account must be told, in the order to ask for it.
        traits: what is true of its payments; None if it collects none.
        make: makes a client that collects payments; None if it collects none.
        make_testable: makes a client that can prove the account's settings.
    """

    key: str
    name: str
    default_base_url: str
    fields: tuple[AccountField, ...]
    traits: PaymentTraits | None
    make: MakeProvider[PaymentProvider] | None
    make_testable: MakeProvider[TestableProvider]

    @property
    def secret_names(self) -> tuple[str, ...]:
        """The names of the fields that are kept in the vault."""
        return tuple(field.name for field in self.fields if field.kind is FieldKind.SECRET)


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


def _make_paystar(
    account: Account,
    secrets: Mapping[str, str],
    clock: Clock,
    redactor: Redactor,
    on_server_time: ServerTimeListener | None = None,
) -> TestableProvider:
    from cashier.providers import account_settings as read  # noqa: PLC0415  # it brings in the HTTP library
    from cashier.providers.http import HttpChannel  # noqa: PLC0415  # the same
    from cashier.providers.paystar import Paystar  # noqa: PLC0415  # the same

    redactor.add(secrets.get("refresh_token", ""))
    return Paystar(
        HttpChannel(
            account.base_url,
            read.call_timeouts(account),
            redactor=redactor,
            clock=clock,
            on_server_time=on_server_time,
        ),
        application_id=read.required_text(account, "application_id"),
        access_password=read.required_secret(secrets, "access_password"),
        api_key=read.required_secret(secrets, "api_key"),
        deposit=account.text("deposit").strip(),
        redactor=redactor,
    )


def _make_aqayepardakht(
    account: Account,
    secrets: Mapping[str, str],
    clock: Clock,
    redactor: Redactor,
    on_server_time: ServerTimeListener | None = None,
) -> TestableProvider:
    from cashier.providers import account_settings as read  # noqa: PLC0415  # it brings in the HTTP library
    from cashier.providers.aqayepardakht import Aqayepardakht  # noqa: PLC0415  # the same
    from cashier.providers.http import HttpChannel  # noqa: PLC0415  # the same

    redactor.add(secrets.get("pin", ""))
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
        redactor=redactor,
    )


_DIGIBANK_TIME_ZONE = "Asia/Damascus"

_TIMEOUTS = (
    AccountField(
        name="connect_timeout_s",
        kind=FieldKind.SECONDS,
        label=QT_TRANSLATE_NOOP("AccountField", "Wait for a connection"),
        hint=QT_TRANSLATE_NOOP("AccountField", "In seconds."),
        default="5",
    ),
    AccountField(
        name="read_timeout_s",
        kind=FieldKind.SECONDS,
        label=QT_TRANSLATE_NOOP("AccountField", "Wait for an answer to go on"),
        hint=QT_TRANSLATE_NOOP("AccountField", "In seconds."),
        default="20",
    ),
    AccountField(
        name="call_timeout_s",
        kind=FieldKind.SECONDS,
        label=QT_TRANSLATE_NOOP("AccountField", "Wait for a whole call"),
        hint=QT_TRANSLATE_NOOP("AccountField", "In seconds."),
        default="30",
    ),
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
        *_TIMEOUTS,
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
        *_TIMEOUTS,
    ),
    traits=RESID_TRAITS,
    make=_make_resid,
    make_testable=_make_resid,
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
            hint=QT_TRANSLATE_NOOP("AccountField", "Valid for 24 hours."),
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
        *_TIMEOUTS,
    ),
    traits=None,
    make=None,
    make_testable=_make_paystar,
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
        *_TIMEOUTS,
    ),
    traits=None,
    make=None,
    make_testable=_make_aqayepardakht,
)

PROVIDERS: dict[str, ProviderSpec] = {spec.key: spec for spec in (DIGIBANK, RESID, PAYSTAR, AQAYEPARDAKHT)}
