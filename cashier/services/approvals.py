"""Agreeing to withdrawals: one service, so that who may agree to what is decided in one place.

ApprovalError
├── AskAgainError     the same amount went, or is going, to the same IBAN: a person must say that it is meant
├── OverLimitError    one of them is more than the account's limit for one
└── DayLimitError     with these, the account would send more today than its limit
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from decimal import Decimal

import apsw

from cashier.domain.money import Money
from cashier.domain.operator import Operator
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.services import withdrawal_records
from cashier.services.operators import OperatorService
from cashier.services.preferences import PreferenceService
from cashier.services.withdrawal_desk import WithdrawalDesk, WithdrawalNotReadyError
from cashier.storage import accounts, withdrawals


class ApprovalError(Exception):
    """The withdrawals cannot be agreed to as they are; nothing has changed."""


class AskAgainError(ApprovalError):
    """Another withdrawal of the same amount went, or is going, to the same IBAN.

    Attributes:
        alike: those others, newest first.
    """

    def __init__(self, alike: Sequence[Withdrawal]) -> None:
        super().__init__(f"{len(alike)} withdrawals look the same")
        self.alike = list(alike)


class OverLimitError(ApprovalError):
    """A withdrawal is more than the account's limit for one, which was perhaps lowered since it was typed.

    Attributes:
        limit: of the account, in rial.
        withdrawal: the largest that is over it.
    """

    def __init__(self, *, limit: Money, withdrawal: Withdrawal) -> None:
        super().__init__(f"{withdrawal.money.text} is more than {limit.text} rial")
        self.limit = limit
        self.withdrawal = withdrawal


class DayLimitError(ApprovalError):
    """With these, the account would send more today than its limit.

    Attributes:
        limit: of the account, in rial.
        sent_today: what it has sent or agreed to send since midnight, in rial.
    """

    def __init__(self, *, limit: Money, sent_today: Money) -> None:
        super().__init__(f"{sent_today.text} of {limit.text} rial are used")
        self.limit = limit
        self.sent_today = sent_today


class ApprovalService:
    """Who agrees to money leaving the shop: a manager, with their PIN."""

    def __init__(
        self, desk: WithdrawalDesk, operators: OperatorService, preferences: PreferenceService
    ) -> None:
        self._desk = desk
        self._operators = operators
        self._preferences = preferences

    async def approve(
        self, withdrawal_id: str, *, manager_id: str, pin: str, is_meant_again: bool = False
    ) -> Withdrawal:
        """Agree to one withdrawal; it may be sent from then on.

        Args:
            withdrawal_id: of one that waits for approval.
            manager_id: who agrees.
            pin: theirs.
            is_meant_again: whether a person has seen the others that look the same.

        Raises:
            NotAManagerError, WrongPinError, PinLockedError, VaultError: as `OperatorService.check_manager`.
            WithdrawalNotReadyError: if it does not wait for approval.
            AskAgainError: if others look the same, and nobody has said that it is meant.
            OverLimitError: if it is more than what the account may send at once.
            DayLimitError: if it is more than what the account may send today.
            StorageUnavailableError: if it cannot be written down.
        """
        manager = await self._operators.check_manager(manager_id, pin)

        def write(connection: apsw.Connection) -> list[Withdrawal]:
            withdrawal = withdrawals.get(connection, withdrawal_id)
            if withdrawal.state is not WithdrawalState.AWAITING_APPROVAL:
                raise WithdrawalNotReadyError(withdrawal)
            return self._approve(connection, [withdrawal], manager, is_meant_again=is_meant_again)

        approved = await self._desk.database.write(write)
        self._desk.tell(approved)
        return approved[0]

    async def approve_batch(
        self, batch_id: str, *, manager_id: str, pin: str, is_meant_again: bool = False
    ) -> int:
        """Agree to every withdrawal of a batch that waits for approval; return how many those are. As `approve`."""
        manager = await self._operators.check_manager(manager_id, pin)

        def write(connection: apsw.Connection) -> list[Withdrawal]:
            waiting = withdrawals.of_batch(connection, batch_id, WithdrawalState.AWAITING_APPROVAL)
            return self._approve(connection, waiting, manager, is_meant_again=is_meant_again)

        approved = await self._desk.database.write(write)
        self._desk.tell(approved)
        return len(approved)

    def _approve(
        self,
        connection: apsw.Connection,
        waiting: Sequence[Withdrawal],
        manager: Operator,
        *,
        is_meant_again: bool,
    ) -> list[Withdrawal]:
        now = self._desk.session.clock.now()
        if not is_meant_again:
            alike = [
                other
                for withdrawal in waiting
                for other in withdrawal_records.alike(connection, withdrawal, now)
            ]
            if alike:
                raise AskAgainError(alike)
        self._check_limits(connection, waiting, now)
        return [
            withdrawal_records.move(
                connection,
                self._desk.session,
                withdrawal,
                WithdrawalState.APPROVED,
                by_program=False,
                operator_id=manager.id,
                approver_id=manager.id,
                approved_at=now,
            )
            for withdrawal in waiting
        ]

    def _check_limits(
        self, connection: apsw.Connection, waiting: Sequence[Withdrawal], now: datetime
    ) -> None:
        from cashier.providers import account_settings  # noqa: PLC0415  # it brings in the HTTP library

        zone = self._preferences.current.zone
        midnight = datetime.combine(now.astimezone(zone).date(), time(), zone)
        for account_id in {withdrawal.account_id for withdrawal in waiting}:
            account = accounts.get(connection, account_id)
            mine = [withdrawal for withdrawal in waiting if withdrawal.account_id == account_id]
            at_once = account_settings.amount_rial(account, "limit_per_withdrawal")
            largest = max(mine, key=lambda withdrawal: withdrawal.money.amount)
            if at_once is not None and largest.money.amount > at_once.amount:
                raise OverLimitError(limit=at_once, withdrawal=largest)
            limit = account_settings.amount_rial(account, "limit_per_day")
            if limit is None:
                continue
            sent_today = withdrawals.sent_since(connection, account_id, midnight)
            wanted = sum((withdrawal.money.amount for withdrawal in mine), Decimal(0))
            if sent_today.amount + wanted > limit.amount:
                raise DayLimitError(limit=limit, sent_today=sent_today)
