"""Withdrawals and batches of one till, held against what the sandbox was asked to pay out and what it made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import apsw

from cashier.domain.operation import Operation, OperationState
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.sandbox.control_client import SandboxControl
from cashier.sandbox.ledger import Payout, ReceivedCall
from cashier.services.open_withdrawals import read_open_payouts
from cashier.storage import accounts, operations, withdrawals
from tests.faults.payout_ledgers import LocalWithdrawal, said_without_proof, sent_twice, unknown_here

_S = WithdrawalState
# Once the provider has said so it stays so; of what was refused or given up it may say more later.
_FINAL = {_S.PAID, _S.REJECTED}
_GIVEN_UP = {_S.REFUSED, _S.CANCELLED}
_AFTER_THE_FACT = {_S.ACCEPTED, *_FINAL}

Trouble = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWithdrawals:
    """The till's side, as it is on its disk at one moment.

    Attributes:
        calls: the journal, by withdrawal.
        shown: ids of the withdrawals and batches that the till says are open.
        providers: by account.
    """

    withdrawals: dict[str, Withdrawal]
    calls: dict[str, list[Operation]]
    shown: frozenset[str]
    providers: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutBooks:
    """Both sides at one moment.

    Attributes:
        made: what the provider has ever accepted; read after the till's own side.
        received: the calls that asked for it, whether or not they were carried out.
    """

    kept: KeptWithdrawals
    made: list[Payout]
    received: list[ReceivedCall]

    @property
    def withdrawals(self) -> Mapping[str, Withdrawal]:
        """The till's, by id."""
        return self.kept.withdrawals

    def local(self) -> list[LocalWithdrawal]:
        """Return the till's side, to be compared."""
        return [self.local_of(withdrawal) for withdrawal in self.withdrawals.values()]

    def local_of(self, withdrawal: Withdrawal) -> LocalWithdrawal:
        """Return one withdrawal as it is compared."""
        return LocalWithdrawal(
            id=withdrawal.id,
            provider=self.kept.providers[withdrawal.account_id],
            reference=withdrawal.reference,
            state=withdrawal.state.value,
            amount_rial=withdrawal.money.amount,
            iban=withdrawal.iban,
            key=withdrawal.provider_key,
            batch_id=withdrawal.batch_id,
            calls=tuple(call.state.value for call in self.calls_of(withdrawal)),
        )

    def calls_of(self, withdrawal: Withdrawal) -> list[Operation]:
        """Return the calls that carried one withdrawal, oldest first."""
        return self.kept.calls.get(withdrawal.id, [])

    def is_with_person(self, withdrawal: Withdrawal) -> bool:
        """Say whether only a person can tell what became of it."""
        return any(call.state is OperationState.NEEDS_PERSON for call in self.calls_of(withdrawal))

    def nowhere_made(self, withdrawal: Withdrawal) -> bool:
        """Say whether a person who looks at the provider's panel sees that it was never made.

        Where the provider does not know our reference, records that no other withdrawal has could be it.
        """
        local = self.local_of(withdrawal)
        if local.provider == "paystar":
            return all(payout.key != local.reference for payout in self.made)
        claimed = {other.provider_key for other in self.withdrawals.values()}
        alike = [payout for payout in self.made if f"{payout.party} {payout.amount}" == local.asked_for_as]
        return all(payout.key in claimed for payout in alike)

    def trouble(self) -> Trouble | None:
        """Return the promise that does not hold, and why, of those that admit no delay."""
        local = self.local()
        if twice := sent_twice(local, self.made, self.received):
            return "no double", f"asked for twice: {twice}"
        if unproven := said_without_proof(local, self.made):
            return "no guess", f"the provider does not say what is said of {unproven}"
        return next(self._passed_over(), None)

    def trouble_at_rest(self) -> Trouble | None:
        """Return the promise that does not hold yet, and why, when everything should have come to its end."""
        if lost := unknown_here(self.local(), self.made):
            return "no loss", f"not known here: {lost}"
        for withdrawal, local in zip(self.withdrawals.values(), self.local(), strict=True):
            waits_for_person = withdrawal.state in {_S.DRAFT, _S.AWAITING_APPROVAL}
            if not local.is_at_rest and not waits_for_person:
                return "no silence", f"{withdrawal.id} is {withdrawal.state.value} still"
        return None

    def told(self) -> list[str]:
        """Return both sides as lines to read."""
        return [
            *(
                f"  {one.id[-6:]} {one.account_id[-4:]} {one.reference} {one.iban[-4:]} {one.money.text}"
                f" {one.state.value} ({one.reason.value if one.reason else '-'})"
                f" batch {(one.batch_id or '-')[-6:]} key {one.provider_key}"
                f" calls {[(call.state.value, call.error) for call in self.calls_of(one)]}"
                for one in self.withdrawals.values()
            ),
            *(f"  made {one.key} {one.party[-4:]} {one.amount} {one.standing}" for one in self.made),
            *(f"  received {one.endpoint} {one.payouts} {one.status} {one.faults}" for one in self.received),
        ]

    def _passed_over(self) -> Iterator[Trouble]:
        for withdrawal in self.withdrawals.values():
            in_doubt = any(not call.is_settled for call in self.calls_of(withdrawal))
            shown_as = withdrawal.batch_id or withdrawal.id
            if (withdrawal.is_open or in_doubt) and shown_as not in self.kept.shown:
                yield "no silence", f"{withdrawal.id} is open and not shown"


def read_kept(connection: apsw.Connection) -> KeptWithdrawals:
    """Return the till's side."""
    known = withdrawals.newest(connection, limit=10_000)
    drafts = withdrawals.still_open(connection, _S.DRAFT)
    every = sorted([*known, *drafts], key=lambda withdrawal: withdrawal.id)
    shown = read_open_payouts(connection)
    return KeptWithdrawals(
        withdrawals={withdrawal.id: withdrawal for withdrawal in every},
        calls={withdrawal.id: operations.of_subject(connection, withdrawal.id) for withdrawal in every},
        shown=frozenset(
            [
                *(one.withdrawal.id for one in shown.withdrawals),
                *(one.standing.batch.id for one in shown.batches),
            ]
        ),
        providers={
            account_id: accounts.get(connection, account_id).provider
            for account_id in {withdrawal.account_id for withdrawal in every}
        },
    )


def read_payout_books(kept: KeptWithdrawals, control: SandboxControl) -> PayoutBooks:
    """Return both sides; the sandbox's is read now."""
    return PayoutBooks(
        kept=kept,
        made=control.payouts(),
        received=[
            *control.calls("paystar", "settlement"),
            *control.calls("aqayepardakht", "request"),
        ],
    )


def may_follow(before: WithdrawalState, after: WithdrawalState) -> bool:
    """Say whether a withdrawal may be seen in `after` when it was seen in `before` earlier."""
    if before in _GIVEN_UP:
        return after in {before, *_AFTER_THE_FACT}
    if before is _S.UNKNOWN:
        # What may have been made is never sent again.
        return after not in {_S.DRAFT, _S.AWAITING_APPROVAL, _S.APPROVED, _S.SUBMITTING}
    return after is before or before not in _FINAL
