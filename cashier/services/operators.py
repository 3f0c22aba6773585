"""The people of the till: the first one, who is signed in, and the PIN that opens the lock.

OperatorError
├── WrongPinError       the PIN is not theirs
├── PinLockedError      too many wrong ones; says when the next may be tried
└── NotAManagerError    the PIN is right, but not a manager's
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import apsw

from cashier.domain.operator import Operator, Role
from cashier.services.operator_pin import (
    hash_pin_in_thread,
    load_pepper,
    make_pepper,
    retry_delay_s,
    verify_pin_in_thread,
)
from cashier.services.preferences import Preferences, PreferenceService, store_preferences
from cashier.services.session import Session
from cashier.storage import events, operators
from cashier.storage.database import Database
from cashier.vault.protocol import Vault


class OperatorError(Exception):
    """The lock does not open."""


class WrongPinError(OperatorError):
    """The PIN is not this operator's."""


class PinLockedError(OperatorError):
    """Too many wrong PINs were tried.

    Attributes:
        until: when the next may be tried, UTC.
    """

    def __init__(self, until: datetime) -> None:
        super().__init__(f"no PIN is taken before {until.isoformat()}")
        self.until = until


class NotAManagerError(OperatorError):
    """The PIN is right, but its owner may not do this."""


class OperatorService:
    """Who works at the till."""

    def __init__(
        self, database: Database, vault: Vault, session: Session, preferences: PreferenceService
    ) -> None:
        self._database = database
        self._vault = vault
        self._session = session
        self._preferences = preferences

    async def in_service(self) -> list[Operator]:
        """Return everyone who works here, in the order they came; nobody before the first run is done."""
        return await self._database.read(operators.in_service)

    async def current(self) -> Operator | None:
        """Return who is signed in."""
        operator_id = self._session.operator_id
        if operator_id is None:
            return None
        return await self._database.read(lambda connection: operators.get(connection, operator_id))

    async def set_up_till(self, preferences: Preferences, *, name: str, pin: str) -> Operator:
        """Do what the first run does: keep the preferences and make the first manager, who is then signed in.

        Raises:
            PinError: if the PIN is too short for a manager, or common.
            VaultError: if the vault does not take the pepper.
            StorageUnavailableError: if it cannot be written down.
        """
        pepper = await make_pepper(self._vault)
        operator = Operator(
            id=self._session.new_id(),
            till_id=self._session.till_id,
            name=name,
            role=Role.MANAGER,
            pin_hash=await hash_pin_in_thread(pepper, pin, is_manager=True),
            created_at=self._session.clock.now(),
        )

        def write(connection: apsw.Connection) -> None:
            store_preferences(connection, preferences)
            operators.save(connection, operator)
            events.append(
                connection,
                self._session.event("operator", operator.id, "added", after=operator.role.value),
            )

        await self._database.write(write)
        self._session.operator_id = operator.id
        await self._preferences.reload()
        return operator

    async def check_pin(self, operator_id: str, pin: str) -> Operator:
        """Return the operator if the PIN is theirs. Wrong ones are counted on disk, so a restart forgives none.

        Raises:
            WrongPinError: if it is not.
            PinLockedError: if too many wrong ones came before; the PIN was not looked at then.
            PepperMissingError: if the vault no longer holds what the PINs were made with.
            VaultError: if the vault cannot be read.
        """
        now = self._session.clock.now()

        def count_try(connection: apsw.Connection) -> Operator | PinLockedError:
            operator = operators.get(connection, operator_id)
            if operator.last_failed_at is not None:
                failed_at = min(operator.last_failed_at, now)
                if failed_at < operator.last_failed_at:
                    # The clock was set back since: the wait begins anew, and does not grow by what it was set.
                    operators.save(connection, replace(operator, last_failed_at=failed_at))
                until = failed_at + timedelta(seconds=retry_delay_s(operator.failed_tries))
                if now < until:
                    return PinLockedError(until)
            tried = replace(operator, failed_tries=operator.failed_tries + 1, last_failed_at=now)
            operators.save(connection, tried)
            return operator

        pepper = await load_pepper(self._vault)
        # Counted before it is looked at, in one transaction: neither pulling the plug nor trying twice at once
        # makes a try free.
        counted = await self._database.write(count_try)
        if isinstance(counted, PinLockedError):
            # Not raised inside the transaction: what it may have written of the clock is kept.
            raise counted
        operator = counted
        if not await verify_pin_in_thread(pepper, pin, operator.pin_hash):
            await self._database.write(
                lambda connection: events.append(
                    connection, self._session.event("operator", operator.id, "wrong_pin")
                )
            )
            raise WrongPinError(f"wrong PIN for operator {operator.id}")
        right = replace(operator, failed_tries=0, last_failed_at=None)
        await self._database.write(lambda connection: operators.save(connection, right))
        return right

    async def check_manager(self, operator_id: str, pin: str) -> Operator:
        """Return the operator if the PIN is theirs and they are a manager.

        Raises:
            NotAManagerError: if they are none.
            WrongPinError, PinLockedError, PepperMissingError, VaultError: as `check_pin`.
        """
        operator = await self.check_pin(operator_id, pin)
        if operator.role is not Role.MANAGER:
            raise NotAManagerError(f"operator {operator.id} is no manager")
        return operator

    async def unlock(self, operator_id: str, pin: str) -> Operator:
        """Open the lock: sign the operator in if the PIN is theirs. Raises as `check_pin`."""
        operator = await self.check_pin(operator_id, pin)
        self._session.operator_id = operator.id
        return operator
