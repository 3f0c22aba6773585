"""What needs attention about money that the shop sends: everything that is open, the most urgent first."""

from __future__ import annotations

import asyncio
from typing import Any

from cashier.domain.withdrawal import WithdrawalState
from cashier.providers.errors import CredentialsRefusedError, NoAnswerError
from cashier.providers.payout_protocol import PayoutStanding
from cashier.services.open_withdrawals import PayoutMatter
from tests.unit.services.scripted_payouts import PAID, HeldCall, PayoutShop, evidence, taken, told

S, M = WithdrawalState, PayoutMatter
LOST = NoAnswerError("lost")


def test_each_withdrawal_says_what_it_is_open_for(tills: Any) -> None:
    """The unknown first, drafts last, each with its account and the call that is not settled; the bank's are not counted."""

    async def story(shop: PayoutShop) -> None:
        service = shop.till.withdrawals
        draft = await service.reopen((await shop.proposed()).id)
        accepted = await shop.sent(evidence(key="1"))
        outbox = await shop.approved()
        waiting = await shop.proposed()
        unknown, person = await shop.sent(LOST), await shop.sent(LOST)
        shop.provider.says("find_alike", [evidence(key="8"), evidence(key="9")])
        await shop.till.withdrawal_reconciliation.ask(person.id)
        await shop.sent(PAID)
        held = HeldCall(evidence(key="7"))
        leaving = await shop.approved()
        shop.provider.says("submit", held)
        sending = asyncio.create_task(service.submit(leaving.id))
        await held.begun.wait()
        found = await service.needing_attention()
        assert [(one.withdrawal.id, one.matter) for one in found.withdrawals] == [
            (unknown.id, M.UNKNOWN),
            (person.id, M.WITH_PERSON),
            (waiting.id, M.TO_APPROVE),
            (outbox.id, M.OUTBOX),
            (leaving.id, M.UNDER_WAY),
            (accepted.id, M.ACCEPTED),
            (draft.id, M.DRAFT),
        ]
        assert {one.account.id for one in found.withdrawals} == {shop.account.id}
        calls = {one.withdrawal.id for one in found.withdrawals if one.call is not None}
        assert calls == {unknown.id, person.id, leaving.id}
        assert found.count == 6
        held.go_on.set()
        await sending

    told(tills, story)


def test_a_batch_stands_for_its_rows(tills: Any) -> None:
    """By the most urgent thing that any of them is open for, from its approval to its last row's end."""

    async def story(shop: PayoutShop) -> None:
        matters: list[PayoutMatter] = []
        batch = await shop.proposed_batch(5)

        async def look() -> None:
            open_now = await shop.till.withdrawals.needing_attention()
            assert open_now.withdrawals == []
            assert [one.account.id for one in open_now.batches] == [shop.account.id]
            assert open_now.count == (open_now.batches[0].matter is not M.ACCEPTED)
            matters.append(open_now.batches[0].matter)

        await look()
        await shop.approve_batch(batch.id)
        await look()
        await shop.till.batches.pause(batch.id)
        await look()
        await shop.till.batches.resume(batch.id)
        shop.provider.says("submit", LOST)
        await shop.till.batches.send_next(batch.id)
        await look()
        first, second, third = await shop.till.batches.rows(batch.id, S.UNKNOWN)
        shop.provider.says("find_alike", [evidence(key="8"), evidence(key="9")])
        await shop.till.withdrawal_reconciliation.ask(first.id)
        await look()
        shop.provider.says(
            "find_alike", [PAID], [evidence(PayoutStanding.PAID, key="2")], [evidence(key="3")]
        )
        for row in (first, second, third):
            await shop.till.withdrawal_reconciliation.ask(row.id)
        await look()
        shop.provider.says("submit", taken)
        await shop.till.batches.send_next(batch.id)
        await look()
        assert matters == [
            M.TO_APPROVE,
            M.UNDER_WAY,
            M.PAUSED,
            M.UNKNOWN,
            M.WITH_PERSON,
            M.UNDER_WAY,
            M.ACCEPTED,
        ]
        shop.provider.usual["ask_about"] = evidence(PayoutStanding.REJECTED)
        await shop.till.withdrawals.follow(shop.account.id)
        assert (await shop.till.withdrawals.needing_attention()).batches == []

    told(tills, story)


def test_the_most_urgent_batch_comes_first(tills: Any) -> None:
    """One that was stopped by a refusal before one that only the bank has to finish."""

    async def story(shop: PayoutShop) -> None:
        done, stopped = await shop.approved_batch(1), await shop.approved_batch(4)
        shop.provider.says("submit", taken, CredentialsRefusedError("key"))
        for batch in (done, stopped):
            await shop.till.batches.send_next(batch.id)
        found = await shop.till.withdrawals.needing_attention()
        assert [(one.standing.batch.id, one.matter) for one in found.batches] == [
            (stopped.id, M.PAUSED),
            (done.id, M.ACCEPTED),
        ]
        assert found.count == 1

    told(tills, story)
