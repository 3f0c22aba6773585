"""The desk withdrawals are handled at.

WithdrawalNotReadyError    the withdrawal does not stand where this step begins
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta

from cashier.domain.account import Account
from cashier.domain.withdrawal import Withdrawal
from cashier.providers.payout_protocol import PayoutProvider
from cashier.services.connectivity import Connectivity
from cashier.services.desk import Desk, NotReadyError
from cashier.services.feed import Feed
from cashier.services.provider_clients import ProviderClients
from cashier.services.session import Session
from cashier.services.timer import Timer
from cashier.storage import withdrawals
from cashier.storage.database import Database

# By less two clocks drift apart without anyone setting one.
_SET_BY_AT_LEAST = timedelta(seconds=1)


class WithdrawalNotReadyError(NotReadyError):
    """The withdrawal does not stand where this step begins.

    Attributes:
        withdrawal: as it stands.
    """

    def __init__(self, withdrawal: Withdrawal) -> None:
        super().__init__(f"withdrawal {withdrawal.id} is {withdrawal.state.value}")
        self.withdrawal = withdrawal


class WithdrawalDesk(Desk[Withdrawal]):
    """What every step with a withdrawal needs, and the rules all of them keep.

    Attributes:
        batch_changes: tells the id of every batch that changed, or some of whose withdrawals did; these are not told
            one by one.
    """

    def __init__(
        self,
        database: Database,
        clients: ProviderClients,
        session: Session,
        connectivity: Connectivity,
        timer: Timer,
    ) -> None:
        super().__init__(database, clients, session, connectivity)
        self.batch_changes: Feed[str] = Feed()
        self._timer = timer
        # What the wall's clock said when the timer stood at nothing, as it was when each withdrawal was sent.
        self._timer_began: dict[str, datetime] = {}
        self._account_turns: dict[str, asyncio.Lock] = {}
        self._carried: set[str] = set()

    async def get(self, withdrawal_id: str) -> Withdrawal:
        """Return one withdrawal as it stands on disk.

        Raises:
            NotStoredError: if there is none.
        """
        return await self.database.read(lambda connection: withdrawals.get(connection, withdrawal_id))

    async def provider_of(self, withdrawal: Withdrawal) -> PayoutProvider:
        """Return the provider a withdrawal goes through.

        Raises:
            CredentialsMissingError: if the account has no secret.
            VaultError: if the vault cannot be read.
        """
        return await self.client_of(await self.account(withdrawal.account_id))

    async def client_of(self, account: Account) -> PayoutProvider:
        """Return an account's provider. Raises as `provider_of`."""
        return await self._clients.paying_out(account)

    def account_turn(self, account_id: str) -> AbstractAsyncContextManager[None]:
        """Return what keeps the account's calls that move or claim money one after the other.

        A record that one call has just made would else be adopted by another withdrawal that looks like it.
        """
        return self._account_turns.setdefault(account_id, asyncio.Lock())

    def is_under_way(self, subject_id: str) -> bool:
        """Say whether a step of a withdrawal or batch is under way, or a call is that carries it."""
        return subject_id in self._carried or super().is_under_way(subject_id)

    def note_carried(self, carried: Sequence[Withdrawal]) -> None:
        """Remember that a call is about to carry these."""
        self._carried.update(withdrawal.id for withdrawal in carried)

    def note_leaving(self, carried: Sequence[Withdrawal]) -> None:
        """Remember how the clock stands as these leave, so that it can be told later whether it was set since."""
        began = self._began()
        self._timer_began.update((withdrawal.id, began) for withdrawal in carried)

    def note_known(self, known: Sequence[Withdrawal]) -> None:
        """Forget how the clock stood when these left: nobody has to look for them."""
        for withdrawal in known:
            self._timer_began.pop(withdrawal.id, None)

    def clock_set_back_since_leaving(self, withdrawal_id: str) -> timedelta:
        """Return by how much the clock was set back since a withdrawal left, as far as this run knows.

        One that seems set forward may have slept with its machine, and is not told apart.
        """
        began = self._began()
        set_back = self._timer_began.get(withdrawal_id, began) - began
        return set_back if set_back >= _SET_BY_AT_LEAST else timedelta()

    def _began(self) -> datetime:
        return self.session.clock.now() - timedelta(seconds=self._timer.now_s())

    def note_set_down(self, carried: Sequence[Withdrawal], *, was_broken_off: bool) -> None:
        """Remember that the call is over; those it was broken off for have to be taken up."""
        self._carried.difference_update(withdrawal.id for withdrawal in carried)
        if was_broken_off:
            for withdrawal in carried:
                self.broken_off.publish(withdrawal.id)

    def tell(self, changed: Sequence[Withdrawal]) -> None:
        """Tell whoever listens of withdrawals that were committed: each alone, or its batch once."""
        for withdrawal in changed:
            if withdrawal.batch_id is None:
                self.changes.publish(withdrawal)
        for batch_id in {withdrawal.batch_id for withdrawal in changed if withdrawal.batch_id is not None}:
            self.batch_changes.publish(batch_id)
