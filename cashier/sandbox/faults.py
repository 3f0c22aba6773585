"""The faults the sandbox can play: their names, and which call each falls on."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from random import Random
from typing import Final

import msgspec

ANY: Final = "*"


class FaultName(StrEnum):
    """Every fault, by the name control switches it with. What each one reads is in brackets."""

    LATENCY = "latency"
    """Wait before acting [seconds]."""
    LATENCY_AFTER = "latency_after"
    """Wait between acting and answering [seconds]."""
    HOLD_BEFORE = "hold_before"
    """Keep the call, not acted on, until control releases it."""
    HOLD_AFTER = "hold_after"
    """Act, then keep the answer until control releases it."""

    RESET_BEFORE = "reset_before"
    """A TCP reset without having acted."""
    ERROR_BEFORE = "error_before"
    """A 5xx without having acted [status, retry_after_s]."""
    TOO_MANY_REQUESTS = "too_many_requests"
    """429 with Retry-After in seconds [retry_after_s]."""
    TOO_MANY_REQUESTS_DATE = "too_many_requests_date"
    """429 with Retry-After as a date [retry_after_s]."""
    UNAUTHORIZED = "unauthorized"
    """A bare 401 in mid-session."""
    REDIRECT = "redirect"
    """A redirect, without having acted [status, value: where to]."""
    WRONG_CREDENTIALS = "wrong_credentials"
    """The provider's own refusal of credentials."""
    EXPIRED_CREDENTIALS = "expired_credentials"
    """The provider's own refusal of credentials that are too old."""
    ADDRESS_NOT_ALLOWED = "address_not_allowed"
    """The provider's own refusal of an address that is not on its list."""
    REFUSE = "refuse"
    """A refusal in the provider's envelope [code, message]."""

    RESET_AFTER = "reset_after"
    """Act, then a TCP reset instead of the answer."""
    ERROR_AFTER = "error_after"
    """Act, then a 5xx [status]."""
    TRUNCATED_BODY = "truncated_body"
    """Act, then close in the middle of the announced body."""
    INVALID_JSON = "invalid_json"
    """Act, then answer something that is nearly JSON."""
    HTML_PAGE = "html_page"
    """Act, then answer a web page with status 200."""
    WRONG_CONTENT_TYPE = "wrong_content_type"
    """Act and answer rightly, labelled as plain text."""
    EMPTY_BODY = "empty_body"
    """Act, then answer 200 with nothing."""
    HUGE_BODY = "huge_body"
    """Act, then answer 50 MB of valid JSON, length not announced."""
    SLOW_DRIP = "slow_drip"
    """Act, then send the answer byte by byte [seconds between two]."""

    DUPLICATE_ITEMS = "duplicate_items"
    """Begin each page with the last item of the page before."""
    SHIFTING_ITEMS = "shifting_items"
    """Let a new payment, a real one, arrive after each page."""
    MISSING_FIELD = "missing_field"
    """Leave out a field [field], at any depth."""
    NULL_FIELD = "null_field"
    """Make a field null [field], at any depth."""
    EXTRA_FIELDS = "extra_fields"
    """Add unknown fields to every object."""
    UNKNOWN_STATE = "unknown_state"
    """Put a state nobody has heard of [value]; not where a provider has no states."""
    NUMBERS_AS_STRINGS = "numbers_as_strings"
    """Write every number as a string."""
    STRINGS_AS_NUMBERS = "strings_as_numbers"
    """Write every string of digits as a number."""
    HUGE_AMOUNTS = "huge_amounts"
    """Answer enormous amounts [value]; the ledger keeps the true ones."""
    TINY_AMOUNTS = "tiny_amounts"
    """Answer minute amounts [value]; the ledger keeps the true ones."""
    BIDI_TEXT = "bidi_text"
    """Put bidi controls into free text."""
    HTML_TEXT = "html_text"
    """Put HTML into free text."""
    FORMULA_TEXT = "formula_text"
    """Put a spreadsheet formula into free text."""
    CLOCK_OFF = "clock_off"
    """Tell a time that is off, header and timestamps [seconds, default 600 ahead]."""


_DECISIVE: Final = frozenset(
    {
        FaultName.RESET_BEFORE,
        FaultName.ERROR_BEFORE,
        FaultName.TOO_MANY_REQUESTS,
        FaultName.TOO_MANY_REQUESTS_DATE,
        FaultName.UNAUTHORIZED,
        FaultName.REDIRECT,
        FaultName.WRONG_CREDENTIALS,
        FaultName.EXPIRED_CREDENTIALS,
        FaultName.ADDRESS_NOT_ALLOWED,
        FaultName.REFUSE,
        FaultName.RESET_AFTER,
        FaultName.ERROR_AFTER,
        FaultName.TRUNCATED_BODY,
        FaultName.INVALID_JSON,
        FaultName.HTML_PAGE,
        FaultName.WRONG_CONTENT_TYPE,
        FaultName.EMPTY_BODY,
        FaultName.HUGE_BODY,
        FaultName.SLOW_DRIP,
    }
)
"""Faults that say what the answer is: of these one falls on a call, and the next waits for the next call."""


class Fault(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A fault, where it falls, how often, and what it needs to know."""

    name: FaultName
    provider: str = ANY
    endpoint: str = ANY
    account: str = ANY
    times: int | None = 1
    """How many calls it falls on; None until it is cleared."""
    skip: int = 0
    """How many matching calls go by unharmed first."""
    probability: float = 1.0
    seed: int = 0
    seconds: float | None = None
    status: int | None = None
    retry_after_s: int = 2
    field: str | None = None
    code: str | None = None
    message: str | None = None
    value: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.probability <= 1:
            raise ValueError("a probability is from 0 to 1")
        if self.times is not None and self.times < 1:
            raise ValueError("times is at least 1, or null for always")
        if self.name in {FaultName.MISSING_FIELD, FaultName.NULL_FIELD} and not self.field:
            raise ValueError(f"{self.name} needs the name of a field")


class _ActiveFault:
    """A fault with what is left of it."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self._skip = fault.skip
        self._left = fault.times
        self._chance = Random(fault.seed)  # noqa: S311 - repeatable on purpose

    @property
    def spent(self) -> bool:
        return self._left == 0

    def falls_on(self, provider: str, endpoint: str, account: str) -> bool:
        """Say whether this call is hit, and count it."""
        fault = self.fault
        if self.spent or not (
            fault.provider in {ANY, provider}
            and fault.endpoint in {ANY, endpoint}
            and fault.account in {ANY, account}
        ):
            return False
        if self._skip:
            self._skip -= 1
            return False
        if self._chance.random() >= fault.probability:
            return False
        if self._left is not None:
            self._left -= 1
        return True


class Faults:
    """The faults that are switched on."""

    def __init__(self) -> None:
        self._active: list[_ActiveFault] = []

    @property
    def active(self) -> list[Fault]:
        """Faults that can still fall on a call, as they were switched on."""
        return [active.fault for active in self._active if not active.spent]

    def switch_on(self, fault: Fault) -> None:
        """Let `fault` fall on calls from now on."""
        self._active.append(_ActiveFault(fault))

    def clear(self, names: Iterable[FaultName] | None = None) -> None:
        """Switch off the named faults, or all."""
        cleared = set(FaultName if names is None else names)
        self._active = [active for active in self._active if active.fault.name not in cleared]

    def falling_on(self, provider: str, endpoint: str, account: str) -> dict[FaultName, Fault]:
        """Return the faults that hit this call; of one name, the one switched on first."""
        falling: dict[FaultName, Fault] = {}
        for active in self._active:
            name = active.fault.name
            taken = name in falling or (name in _DECISIVE and not _DECISIVE.isdisjoint(falling))
            if not taken and active.falls_on(provider, endpoint, account):
                falling[name] = active.fault
        self._active = [active for active in self._active if not active.spent]
        return falling
