"""What cashiers and the manager do in random histories of a shop that pays out, alone and in batches."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from random import Random
from typing import Any

from hypothesis import strategies as st

from cashier.domain.account import Account
from cashier.domain.money import RIAL
from cashier.domain.transfer_batch import TransferBatch
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.sandbox.iranian import made_up_iban
from cashier.services.approvals import AskAgainError
from cashier.services.batch_cells import RowText
from cashier.services.batch_rows import CheckedRow
from tests.faults.history_books import PromiseBrokenError
from tests.faults.history_people import REASON
from tests.faults.shop import HOLDS, MONEY, Shop, number, pick, told

_CHANCE = Random(7)  # noqa: S311 - repeatable on purpose
IBANS = [made_up_iban(_CHANCE) for _ in range(6)]
# What becomes of transfers to some of them; the others' are paid.
SENT_BACK, TURNED_AWAY, INVALID = IBANS[3:]
WRONG_PIN = "111222"

amounts = st.sampled_from(("500000", "500000", "1230000"))
presses = st.sampled_from((1, 1, 2))
_S = WithdrawalState


class PayoutRules(Shop):
    """Withdrawals: written down, approved, sent, asked about, decided."""

    def __init__(self) -> None:
        self.proposals: list[tuple[str, Account, CheckedRow, str]] = []
        self.batch_proposals: list[tuple[str, Account, list[CheckedRow], str]] = []
        super().__init__()

    # The cashier

    @told(which=number, amount=amounts, times=presses)
    def writes_down_a_withdrawal(self, which: int, amount: str, times: int) -> None:
        """Presses "review", once or twice quickly: one withdrawal."""
        self._write_down(which, amount, times)

    @told(which=number)
    def an_old_review_arrives_again(self, which: int) -> None:
        """The same press, perhaps in another run: it is the same withdrawal, or the same batch."""
        payouts = self.history.till
        if self.proposals:
            intent, account, row, withdrawal_id = pick(self.proposals[::-1], which)
            again = self.history.attempt(payouts.withdrawals.propose(intent, account, row))
            if again is not None and again.id != withdrawal_id:
                raise PromiseBrokenError("no double: one press is two withdrawals")
        if self.batch_proposals:
            intent, account, rows, batch_id = pick(self.batch_proposals[::-1], which)
            batch = self.history.attempt(payouts.batches.propose(intent, account, "", rows))
            if batch is not None and batch.id != batch_id:
                raise PromiseBrokenError("no double: one press is two batches")

    @told(which=number, amount=amounts)
    def changes_a_withdrawal(self, which: int, amount: str) -> None:
        """Takes one that waits for approval back, and puts it up again with another receiver or amount."""
        if not self.proposals:
            return
        intent, account, _, withdrawal_id = pick(self.proposals[::-1], which)
        row = self._row(account, which, amount)

        async def change() -> Withdrawal:
            await self.history.till.withdrawals.reopen(withdrawal_id)
            return await self.history.till.withdrawals.propose(intent, account, row)

        self.press(change)

    @told(which=number, count=st.integers(2, 7), amount=amounts)
    def writes_down_a_batch(self, which: int, count: int, amount: str) -> None:
        """With rows that a bank refuses now and then."""
        self._write_down_batch(which, count, amount)

    @told(which=number, times=presses)
    def presses_send(self, which: int, times: int) -> None:
        """On any withdrawal; only an approved one leaves."""
        if self.withdrawals:
            withdrawal = pick(self.withdrawals[::-1], which)
            self.press(lambda: self.history.till.withdrawals.submit(withdrawal.id), times)

    @told(which=number, what=st.sampled_from(("cancel", "cancel", "ask", "ask", "reopen")), times=presses)
    def does_something_else_with_a_withdrawal(self, which: int, what: str, times: int) -> None:
        """Whatever there is a button for, on whatever withdrawal; what cannot be done is refused."""
        if self.withdrawals:
            withdrawal = pick(self.withdrawals[::-1], which)
            self.press(lambda: self._act(what, withdrawal), times)

    @told(which=number, what=st.sampled_from(("pause", "resume", "cancel_rest", "send_next")))
    def does_something_with_a_batch(self, which: int, what: str) -> None:
        """Stops it, goes on with it, gives the rest of it up, or is faster than the loop."""
        batches = sorted({one.batch_id for one in self.withdrawals if one.batch_id is not None})
        if batches:
            self.press(lambda: getattr(self.history.till.batches, what)(pick(batches[::-1], which)))

    @told(which=number)
    def asks_how_they_stand(self, which: int) -> None:
        """Has the provider asked about everything that it has accepted."""
        account = self.some_account(which, pays_out=True)
        self.press(lambda: self.history.till.withdrawals.follow(account.id))

    # The manager

    @told(which=number, right=st.sampled_from((True, True, True, False)), times=presses)
    def agrees(self, which: int, right: bool, times: int) -> None:  # noqa: FBT001  # drawn
        """To a withdrawal or to a whole batch, with the right PIN or not; what is agreed to leaves by itself."""
        waiting = self._waiting(which)
        if waiting is None:
            return
        if right:
            self.press(lambda: self._agree(waiting), times)
            return
        pin = {**self.by_manager, "pin": WRONG_PIN}
        self.press(lambda: self.history.till.approvals.approve(waiting.id, **pin))
        if self.history.do(self.history.till.withdrawals.get(waiting.id)).state is not _S.AWAITING_APPROVAL:
            raise PromiseBrokenError("no guess: agreed to with a wrong PIN")

    @told(which=number)
    def decides(self, which: int) -> None:
        """What the provider cannot tell: which of several records it is, or that it was never made, if that is so."""
        with_person = [one for one in self.withdrawals if self.books.payouts.is_with_person(one)]
        if not with_person:
            return
        withdrawal = pick(with_person, which)
        # A manager looks when nothing is on its way any more.
        self.nothing_is_on_its_way()
        if withdrawal.reason is WithdrawalReason.SEVERAL_LISTED:
            self.press(lambda: self.history.people.choose_one(withdrawal))
        books = self.history.books().payouts
        if books.nowhere_made(books.withdrawals[withdrawal.id]):
            by_manager = self.by_manager
            self.press(
                lambda: self.history.till.withdrawal_decisions.declare_not_sent(
                    [withdrawal.id], reason=REASON, **by_manager
                )
            )

    # Both at once

    @told(
        which=number,
        name=st.sampled_from(HOLDS),
        what=st.sampled_from(("cancel", "ask", "submit", "pause", "cancel_rest", "agree", "network")),
        jump_s=st.sampled_from((0, 0, 3600)),
    )
    def loses_patience_with_a_withdrawal(self, which: int, name: str, what: str, jump_s: int) -> None:
        """Presses another button while the money is on its way, and the provider acts when it likes."""
        waiting = self._waiting(which)
        if waiting is None:
            return
        provider = self.provider(waiting)
        self.control.fault(name, provider, MONEY[provider])

        def other() -> Coroutine[Any, Any, Any]:
            self.history.tills.clock.advance(jump_s)
            return self._act(what, waiting)

        self.history.attempt_while_held(self._agree_and_send(waiting), other)

    # Within

    def sending_step(self, which: int) -> tuple[str, Callable[[], Coroutine[Any, Any, Any]]] | None:
        """Return the provider of a withdrawal that waits for approval, and the step that has it sent."""
        waiting = self._waiting(which)
        if waiting is None:
            return None
        return self.provider(waiting), lambda: self._agree_and_send(waiting)

    def _act(self, what: str, withdrawal: Withdrawal) -> Coroutine[Any, Any, Any]:
        till = self.history.till
        batch_id = withdrawal.batch_id

        async def network() -> None:
            till.sync.network_is_back()

        if what == "network":
            return network()
        if what == "ask":
            return till.withdrawal_reconciliation.ask(withdrawal.id)
        if what == "agree":
            return self._agree(withdrawal)
        if what in {"pause", "cancel_rest"} and batch_id is None:
            what = "cancel"
        if what in {"pause", "cancel_rest"}:
            return getattr(till.batches, what)(batch_id)  # type: ignore[no-any-return]
        return getattr(till.withdrawals, what)(withdrawal.id)  # type: ignore[no-any-return]

    async def _agree(self, waiting: Withdrawal) -> Any:
        by_manager = await self.history.people.by_manager()
        approvals = self.history.till.approvals

        async def agree(*, is_meant_again: bool) -> Any:
            if waiting.batch_id is None:
                return await approvals.approve(waiting.id, is_meant_again=is_meant_again, **by_manager)
            return await approvals.approve_batch(
                waiting.batch_id, is_meant_again=is_meant_again, **by_manager
            )

        try:
            return await agree(is_meant_again=False)
        except AskAgainError:
            return await agree(is_meant_again=True)

    async def _agree_and_send(self, waiting: Withdrawal) -> Any:
        await self._agree(waiting)
        if waiting.batch_id is None:
            return await self.history.till.withdrawals.submit(waiting.id)
        return await self.history.till.batches.send_next(waiting.batch_id)

    def _waiting(self, which: int) -> Withdrawal | None:
        """Return a withdrawal that waits for approval; writes one down first if there is none."""
        if not self.withdrawals_in(_S.AWAITING_APPROVAL):
            if which % 3:
                self._write_down(which, "500000", 1)
            else:
                self._write_down_batch(which, 4, "500000")
        found = self.withdrawals_in(_S.AWAITING_APPROVAL)
        return pick(found, which // 3) if found else None

    def _row(self, account: Account, which: int, amount: str) -> CheckedRow:
        rules = self.history.do(self.history.till.withdrawals.rules(account))
        # The first ones are the likeliest, so that some look alike.
        iban = pick([*IBANS, *IBANS[:2] * 3], which)
        checked = rules.check(
            RowText(number=1, iban=iban, holder="Sara Example", amount=amount), RIAL
        ).checked
        assert checked is not None
        return checked

    def _write_down(self, which: int, amount: str, times: int) -> None:
        account = self.some_account(which, pays_out=True)
        row, intent = self._row(account, which // 2, amount), self.history.till.withdrawals.new_intent()

        async def review() -> Withdrawal:
            propose = self.history.till.withdrawals.propose
            made = await asyncio.gather(*(propose(intent, account, row) for _ in range(times)))
            assert len({withdrawal.id for withdrawal in made}) == 1
            return made[0]

        made = self.history.attempt(review())
        if made is not None:
            self.proposals.append((intent, account, row, made.id))
        self.look()

    def _write_down_batch(self, which: int, count: int, amount: str) -> None:
        account = self.some_account(which, pays_out=True)
        rows = [self._row(account, which + place, amount) for place in range(count)]
        intent = self.history.till.withdrawals.new_intent()
        made: TransferBatch | None = self.history.attempt(
            self.history.till.batches.propose(intent, account, "Salaries", rows)
        )
        if made is not None:
            self.batch_proposals.append((intent, account, rows, made.id))
        self.look()
