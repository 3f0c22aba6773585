"""Reads what an account's text settings and secrets mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote
from zoneinfo import ZoneInfo

from cashier.domain.account import MAXIMUM_COUNT, Account
from cashier.domain.amount_text import AmountError, parse_amount
from cashier.domain.digits import to_latin_digits
from cashier.domain.money import RIAL, Money, Unit, unit_of
from cashier.providers.errors import AccountSettingsError

if TYPE_CHECKING:
    # It brings in the HTTP library, which whoever only reads a limit has no use for.
    from cashier.providers.http import CallTimeouts

_COUNT = re.compile(r"[0-9]{1,9}")
_SECONDS = re.compile(r"[0-9]{1,3}([.٫][0-9]{1,3})?")


def seconds(account: Account, name: str, default: str) -> float:
    """Return a duration, in seconds; `default` if it was never set.

    Raises:
        AccountSettingsError: if it is not more than zero and less than a thousand.
    """
    text = to_latin_digits(account.text(name).strip() or default)
    # A duration is no money: the event loop counts in floats.
    duration_s = float(text.replace("٫", ".")) if _SECONDS.fullmatch(text) else 0.0
    if duration_s <= 0:
        raise AccountSettingsError(f"{name} is not a number of seconds", field=name)
    return duration_s


def call_timeouts(account: Account) -> CallTimeouts:
    """Return how long the account's calls wait.

    Raises:
        AccountSettingsError: if one of them is no duration.
    """
    from cashier.providers.http import CallTimeouts  # noqa: PLC0415  # as above

    read_s = seconds(account, "read_timeout_s", "20")
    return CallTimeouts(
        connect_s=seconds(account, "connect_timeout_s", "5"),
        read_s=read_s,
        write_s=read_s,
        call_s=seconds(account, "call_timeout_s", "30"),
    )


def count(account: Account, name: str, default: str) -> int:
    """Return a whole number; `default` if it was never set.

    Raises:
        AccountSettingsError: if it is not one from 1 to `MAXIMUM_COUNT`.
    """
    text = to_latin_digits(account.text(name).strip() or default)
    number = int(text) if _COUNT.fullmatch(text) else 0
    if not 1 <= number <= MAXIMUM_COUNT:
        raise AccountSettingsError(f"{name} is not a number from 1 to {MAXIMUM_COUNT}", field=name)
    return number


def amount_rial(account: Account, name: str) -> Money | None:
    """Return an amount in rial; None if it is empty or was never set.

    Raises:
        AccountSettingsError: if it is no positive whole amount.
    """
    text = account.text(name).strip()
    if not text:
        return None
    try:
        return parse_amount(text, RIAL)
    except AmountError:
        raise AccountSettingsError(f"{name} is not an amount in rial", field=name) from None


def iranian_unit(account: Account, name: str, default: str) -> Unit:
    """Return rial or toman, by its code; `default` if it was never set.

    Raises:
        AccountSettingsError: if it is anything else.
    """
    unit = unit_of((account.text(name).strip() or default).upper())
    if unit.asset != RIAL.asset:
        raise AccountSettingsError(f"{name} is neither rial nor toman", field=name)
    return unit


def time_zone(account: Account, name: str, default: str) -> ZoneInfo:
    """Return a zone of the zone database; `default` if it was never set.

    Raises:
        AccountSettingsError: if there is no such zone.
    """
    try:
        return ZoneInfo(account.text(name).strip() or default)
    except (KeyError, ValueError, OSError):
        raise AccountSettingsError(f"{name} is not a time zone", field=name) from None


def path_prefix(account: Account, name: str, default: str) -> str:
    """Return a path that begins with a slash and ends without one; `default` if it was never set."""
    # An encoded part stays as it is.
    path = quote((account.text(name).strip() or default).strip("/"), safe="/%")
    return f"/{path}" if path else ""


def required_text(account: Account, name: str) -> str:
    """Return a text setting.

    Raises:
        AccountSettingsError: if it is empty.
    """
    return _required(account.text(name).strip(), name)


def required_secret(secrets: Mapping[str, str], name: str) -> str:
    """Return a secret in Latin digits, without the white space a paste brings along.

    Raises:
        AccountSettingsError: if it is missing, or holds what no key or password of a provider does.
    """
    secret = _required(to_latin_digits(secrets.get(name, "").strip()), name)
    # In a header anything else cannot be carried, or would become another header.
    if not secret.isascii() or not secret.isprintable():
        raise AccountSettingsError(f"{name} holds characters that cannot be sent", field=name)
    return secret


def optional_secret(secrets: Mapping[str, str], name: str) -> str:
    """Return a secret as `required_secret` does, empty if there is none.

    Raises:
        AccountSettingsError: if it holds what no key or password of a provider does.
    """
    return required_secret(secrets, name) if secrets.get(name, "").strip() else ""


def _required(value: str, name: str) -> str:
    if not value:
        raise AccountSettingsError(f"{name} is missing", field=name)
    return value
