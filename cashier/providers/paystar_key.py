"""The key that opens paystar for a day, and its renewal.

A renewal never runs twice at once for one account, and a new key is kept before it is used: the old one may be
dead by then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import structlog

from cashier.domain.clock import Clock
from cashier.domain.redaction import Redactor
from cashier.providers.api_key import ApiKey, KeyKeeper
from cashier.providers.dates import TEHRAN
from cashier.providers.errors import UnknownOutcomeError
from cashier.providers.http import HttpAnswer, HttpChannel
from cashier.providers.paystar_answers import read_success
from cashier.providers.wire import encode_json, instant_of, text_of, unreadable

_REFRESH_PATH = "/api/application/refresh-api-key"

RENEWED_BEFORE_EXPIRY = timedelta(minutes=15)
# The document's own words; no answer of theirs is believed beyond them.
LONGEST_LIFE = timedelta(hours=24)

_log = structlog.get_logger(__name__)


class PaystarKey:
    """The key of one account, for one client of it.

    Args:
        channel: to the account's base URL; not closed with this.
        credentials: the fields of the renewing call.
        keeper: shared by all clients of the account.
        clock: for when the key runs out.
        redactor: is told every key.
    """

    def __init__(
        self,
        channel: HttpChannel,
        *,
        credentials: Mapping[str, str],
        keeper: KeyKeeper,
        clock: Clock,
        redactor: Redactor,
    ) -> None:
        self._channel = channel
        self._credentials = dict(credentials)
        self._keeper = keeper
        self._clock = clock
        self._redactor = redactor
        self._told_redactor: set[str] = set()
        self._known: ApiKey | None = None

    async def current(self) -> str:
        """Return a key to call with, renewed if there is none or its time is nearly over.

        Raises:
            ProviderError: why it could not be renewed; the call it is wanted for was not sent.
        """
        known = self._known
        if known is None or self._is_due(known):
            known = await self._taken(lambda _: True)
        return known.key

    async def instead_of(self, refused: str) -> str:
        """Return another key than the one that was refused: renewed, unless another call has just done so.

        Raises:
            ProviderError: why it could not be renewed.
        """
        return (await self._taken(lambda kept: kept.key != refused)).key

    async def _taken(self, is_usable: Callable[[ApiKey], bool]) -> ApiKey:
        async with self._keeper.lock:
            # Read anew: whoever held the lock before may have renewed it.
            key = await self._keeper.load()
            if key is not None:
                self._tell_redactor(key)
            if key is None or self._is_due(key) or not is_usable(key):
                key = await self._renewed()
                await self._keeper.keep(key)
                _log.info("api_key_renewed", expires_at=key.expires_at)
            self._known = key
            return key

    async def _renewed(self) -> ApiKey:
        try:
            return await self._ask()
        except UnknownOutcomeError:
            # No money moves by it, and a key whose answer was lost is of no use to anybody.
            return await self._ask()

    async def _ask(self) -> ApiKey:
        asked_at = self._clock.now()
        answer = await self._channel.send("POST", _REFRESH_PATH, content=encode_json(self._credentials))
        data = read_success(answer, moves_money=False)
        details = data if isinstance(data, dict) else {}
        secret = text_of(details.get("api_key")).strip()
        # Anything else cannot stand in a header.
        if not secret or not secret.isascii() or not secret.isprintable():
            raise unreadable(answer, "no key")
        key = ApiKey(key=secret, expires_at=_expiry(details.get("api_key_expire_date"), answer, asked_at))
        self._tell_redactor(key)
        return key

    def _is_due(self, key: ApiKey) -> bool:
        return key.expires_at is not None and _is_nearly_over(key.expires_at, self._clock.now())

    def _tell_redactor(self, key: ApiKey) -> None:
        if key.key not in self._told_redactor:
            self._told_redactor.add(key.key)
            self._redactor.add(key.key)


def _expiry(told: object, answer: HttpAnswer, asked_at: datetime) -> datetime:
    """Return when a key that was just issued runs out, by our own clock."""
    latest = asked_at + LONGEST_LIFE
    instant = instant_of(told, TEHRAN)
    if instant is None:
        return latest
    by_our_clock = answer.by_our_clock(instant)
    # A new key that is over already says that the clocks or zones differ, not that it has to be renewed before
    # every call. If it dies early after all, its refusal renews it.
    return latest if _is_nearly_over(by_our_clock, asked_at) else min(by_our_clock, latest)


def _is_nearly_over(expires_at: datetime, now: datetime) -> bool:
    return expires_at - RENEWED_BEFORE_EXPIRY <= now
