"""What the sync loop does about withdrawals by itself: in which order, how often, and what it leaves alone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

from cashier.domain.operation import OperationState
from cashier.domain.withdrawal import WithdrawalReason, WithdrawalState
from cashier.providers.errors import (
    AccountSettingsError,
    CredentialsRefusedError,
    NoAnswerError,
    NotSentError,
    ProviderRefusedError,
    TooManyRequestsError,
)
from cashier.providers.payout_protocol import PayoutStanding
from cashier.services.asking import AskingPlan
from cashier.services.provider_clients import CredentialsMissingError
from cashier.services.sync_loop import SyncPlan
from cashier.services.till import open_till
from cashier.storage import accounts
from cashier.storage.database import Database
from tests.unit.services.scripted_payouts import (
    WAITING,
    HeldCall,
    PayoutShop,
    a_row,
    a_shop,
    evidence,
    put_scripted,
    taken,
)
from tests.unit.services.simulated_timer import LONGEST_TURN_S, SimulatedTimer, turn

S, R, O = WithdrawalState, WithdrawalReason, OperationState  # noqa: E741  # read often below
LOST = NoAnswerError("lost")
MINUTE_S, HOUR_S = 60.0, 3600.0


class WatchedShop:
    """A shop over simulated time, whose provider says when each call came.

    Attributes:
        calls: when, and which method.
    """

    def __init__(self, shop: PayoutShop, timer: SimulatedTimer) -> None:
        self.shop = shop
        self.timer = timer
        self.calls: list[tuple[float, str]] = []
        provider = shop.provider
        provider.usual = {"submit": taken, "find_alike": [], "ask_about": {}, "test_connection": None}
        next_answer = provider._next

        async def watched(method: str, *arguments: object) -> Any:
            self.calls.append((timer.now_s(), method))
            return await next_answer(method, *arguments)

        provider._next = watched  # type: ignore[method-assign]  # the one place every call comes through

    def begin(self) -> None:
        """Let the loop begin."""
        self.shop.till.sync.start()

    async def settle(self) -> None:
        """Let the loop do what is due."""
        await self.timer.settle(self.shop.till)

    async def pass_(self, seconds: float) -> None:
        """Let time pass."""
        await self.timer.pass_(self.shop.till, seconds)

    def made(self, *methods: str) -> list[str]:
        """Return the methods that were called, in order; only those, if any are named."""
        return [method for _, method in self.calls if not methods or method in methods]

    def gaps(self, method: str) -> list[float]:
        """Return the seconds between the calls of one method."""
        times = [at_s for at_s, called in self.calls if called == method]
        return [later - earlier for earlier, later in pairwise(times)]


def told(
    tills: Any,
    story: Callable[[WatchedShop], Awaitable[None]],
    provider: str = "paystar",
    *,
    plan: AskingPlan | None = None,
    most_at_once: int | None = None,
) -> None:
    """Run a story in a shop with the plans of the real program; the loop begins when the story lets it."""

    async def whole() -> None:
        timer = SimulatedTimer(tills.clock)
        till = await open_till(
            await Database.open(tills.path),
            tills.vault,
            tills.clock,
            tills.redactor,
            plan=plan or AskingPlan(),
            sync_plan=SyncPlan(),
            timer=timer,
        )
        try:
            await story(WatchedShop(await a_shop(tills, till, provider, most_at_once=most_at_once), timer))
        finally:
            await till.close()

    asyncio.run(whole())


# What comes first


def test_what_is_approved_goes_first_then_what_is_unknown_then_what_was_accepted(tills: Any) -> None:
    """Money that may leave leaves at once, the oldest first; what the bank has not answered comes last."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        await shop.sent(WAITING)
        unknown = await shop.sent(LOST)
        first, second = await shop.approved(a_row(1)), await shop.approved(a_row(2))
        shop.provider.usual["find_alike"] = [evidence(key="2")]
        watched.calls.clear()
        shop.provider.submitted.clear()
        watched.begin()
        shop.provider.usual["ask_about"] = evidence()
        await watched.settle()
        assert watched.made() == ["submit", "submit"]
        assert [orders[0].reference for orders in shop.provider.submitted] == [
            first.reference,
            second.reference,
        ]
        await watched.pass_(10)
        assert watched.made() == ["submit", "submit", "find_alike", "ask_about"]
        assert (await shop.till.withdrawals.get(unknown.id)).state is S.ACCEPTED

    told(tills, story)


def test_a_batch_is_sent_by_itself_call_by_call(tills: Any) -> None:
    """From its approval to its last row without a pause, and not at all before it."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        batch = await shop.proposed_batch(7)
        watched.begin()
        await watched.settle()
        assert watched.calls == []
        await shop.approve_batch(batch.id)
        await watched.settle()
        assert [len(orders) for orders in shop.provider.submitted] == [3, 3, 1]
        assert set(await shop.states(batch)) == {S.ACCEPTED}
        assert {at_s for at_s, _ in watched.calls} == {0.0}

    told(tills, story)


# What holds a batch up


def test_a_row_in_doubt_holds_up_its_batch_until_it_is_known_or_with_a_person(tills: Any) -> None:
    """The rest is not sent on top of what may have been; once a person has it, the rest goes on."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        other = await shop.approved(a_row(9))
        batch = await shop.approved_batch(4)
        shop.provider.says("submit", taken, LOST)
        watched.begin()
        await watched.pass_(5)
        assert len(shop.provider.submitted) == 2
        assert (await shop.till.withdrawals.get(other.id)).state is S.ACCEPTED
        assert (await shop.states(batch)).count(S.UNKNOWN) == 3
        await watched.pass_(5 * MINUTE_S)
        assert await shop.states(batch) == [*[S.UNKNOWN] * 3, S.ACCEPTED]
        assert (await shop.till.batches.standing(batch.id)).with_person == 3
        assert len(shop.provider.submitted) == 3

    told(tills, story)


def test_a_stopped_batch_goes_on_when_it_is_resumed(tills: Any) -> None:
    """Refused as a whole it waits for a person, however long the loop runs."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        batch = await shop.approved_batch(5)
        shop.provider.says("submit", CredentialsRefusedError("key"))
        watched.begin()
        await watched.pass_(10 * MINUTE_S)
        assert len(shop.provider.submitted) == 1
        assert await shop.states(batch) == [*[S.REFUSED] * 3, *[S.APPROVED] * 2]
        await shop.till.batches.resume(batch.id)
        await watched.settle()
        assert await shop.states(batch) == [*[S.REFUSED] * 3, *[S.ACCEPTED] * 2]

    told(tills, story)


def test_a_provider_that_was_asked_too_often_is_left_alone(tills: Any) -> None:
    """The rows after those it turned away wait for as long as it says."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        batch = await shop.approved_batch(4)
        shop.provider.says("submit", TooManyRequestsError("often", retry_after_s=75))
        watched.begin()
        await watched.pass_(2 * MINUTE_S)
        assert watched.gaps("submit") == [75.0]
        assert await shop.states(batch) == [*[S.REFUSED] * 3, S.ACCEPTED]

    told(tills, story)


def test_what_no_line_cures_is_not_tried_in_a_hot_loop(tills: Any) -> None:
    """A setting is missing: nothing leaves, and the journal is not filled; after half an hour a manager looks again."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        batch, alone = await shop.approved_batch(2), await shop.approved()
        shop.provider.usual["submit"] = AccountSettingsError("no deposit", field="deposit")
        watched.begin()
        await watched.pass_(40 * MINUTE_S)
        tries = len(watched.made("submit"))
        assert 2 * 55 <= tries <= 2 * 65
        withdrawal = await shop.till.withdrawals.get(alone.id)
        assert (withdrawal.state, withdrawal.reason) == (S.AWAITING_APPROVAL, R.APPROVAL_TOO_OLD)
        assert set(await shop.states(batch)) == {S.AWAITING_APPROVAL}

    told(tills, story)


def test_what_waits_for_the_line_leaves_when_it_is_back(tills: Any) -> None:
    """Alone and in batches, each once; the journal shows the tries that never left."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        alone, batch = await shop.approved(), await shop.approved_batch(4)
        shop.provider.usual["submit"] = shop.provider.usual["test_connection"] = NotSentError("no line")
        watched.begin()
        await watched.pass_(10 * MINUTE_S)
        assert (await shop.till.withdrawals.get(alone.id)).reason is R.NO_CONNECTION
        assert set(await shop.states(batch)) == {S.APPROVED}
        shop.provider.usual |= {"submit": taken, "test_connection": None}
        shop.till.connectivity.network_changed(reachable=False)
        shop.till.connectivity.network_changed(reachable=True)
        await watched.settle()
        assert (await shop.till.withdrawals.get(alone.id)).state is S.ACCEPTED
        assert set(await shop.states(batch)) == {S.ACCEPTED}
        for withdrawal in (alone, *await shop.till.batches.rows(batch.id)):
            made = [operation.state for operation in await shop.made(withdrawal)]
            assert made.count(O.APPLIED) == 1
            assert set(made) <= {O.APPLIED, O.NOT_SENT}

    told(tills, story)


def test_an_hour_without_a_line_needs_a_new_approval(tills: Any) -> None:
    """Of everything that waits; nothing of it leaves when the line is back."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        alone, batch = await shop.approved(), await shop.approved_batch(4)
        shop.provider.usual["submit"] = shop.provider.usual["test_connection"] = NotSentError("no line")
        watched.begin()
        await watched.pass_(HOUR_S)
        shop.provider.usual |= {"submit": taken, "test_connection": None}
        await watched.pass_(HOUR_S)
        assert (await shop.till.withdrawals.get(alone.id)).state is S.AWAITING_APPROVAL
        assert set(await shop.states(batch)) == {S.AWAITING_APPROVAL}

    told(tills, story)


def test_an_account_that_cannot_be_used_is_tried_again_later(tills: Any) -> None:
    """Without its secret nothing is sent; with it again, what waits leaves."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        alone, batch = await shop.approved(), await shop.approved_batch(1)
        paying_out, tries = shop.till.clients.paying_out, 0

        async def missing(account: Any) -> Any:
            nonlocal tries
            tries += 1
            raise CredentialsMissingError(account, "refresh_token")

        shop.till.clients.paying_out = missing  # type: ignore[method-assign]  # as if the vault had lost it
        watched.begin()
        await watched.pass_(5 * MINUTE_S)
        assert watched.calls == []
        assert 2 * 9 <= tries <= 2 * 12
        shop.till.clients.paying_out = paying_out  # type: ignore[method-assign]  # as above
        await watched.pass_(MINUTE_S)
        assert (await shop.till.withdrawals.get(alone.id)).state is S.ACCEPTED
        assert await shop.states(batch) == [S.ACCEPTED]

    told(tills, story)


def test_a_removed_account_is_left_alone(tills: Any) -> None:
    """Nothing is sent or asked through it any more."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        await shop.approved()
        await shop.sent(LOST)
        await shop.sent(WAITING)
        removed = replace(shop.account, removed_at=shop.tills.clock.now())
        await shop.till.database.write(lambda connection: accounts.save(connection, removed))
        watched.calls.clear()
        watched.begin()
        await watched.pass_(HOUR_S)
        assert watched.calls == []

    told(tills, story)


# How often


def test_an_unknown_outcome_is_asked_about_by_the_plan_and_then_seldom(tills: Any) -> None:
    """None twice, a minute apart, and it is with a person; the provider is asked every ten minutes all the same."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        unknown = await shop.sent(LOST)
        watched.begin()
        await watched.pass_(2 * MINUTE_S)
        assert (await shop.last(unknown)).state is O.NEEDS_PERSON
        first = len(watched.made("find_alike"))
        assert 5 <= first <= 8
        await watched.pass_(HOUR_S)
        assert 5 <= len(watched.made("find_alike")) - first <= 6
        shop.provider.usual["find_alike"] = [evidence(PayoutStanding.PAID)]
        await watched.pass_(10 * MINUTE_S)
        assert (await shop.till.withdrawals.get(unknown.id)).state is S.PAID
        watched.calls.clear()
        await watched.pass_(HOUR_S)
        assert watched.calls == []

    told(tills, story)


def test_what_was_accepted_is_looked_at_ever_more_seldom(tills: Any) -> None:
    """Often at first, after hours every ten minutes, and no longer once it has ended."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        await shop.sent(WAITING)
        watched.begin()
        await watched.pass_(6 * HOUR_S)
        gaps = watched.gaps("ask_about")
        assert gaps[0] == SyncPlan().open_pause_s
        assert gaps[-1] == 600.0
        assert all(later >= earlier - 0.1 for earlier, later in pairwise(gaps))
        shop.provider.usual["ask_about"] = evidence(PayoutStanding.PAID)
        await watched.pass_(11 * MINUTE_S)
        asked = len(watched.made("ask_about"))
        await watched.pass_(HOUR_S)
        assert len(watched.made("ask_about")) == asked

    told(tills, story)


def test_a_new_one_is_looked_at_soon_though_an_old_one_is_looked_at_seldom(tills: Any) -> None:
    """One that the bank has sat on for days does not hide what was accepted just now."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        await shop.sent(evidence(key="old"))
        watched.begin()
        await watched.pass_(6 * HOUR_S)
        await watched.pass_(15)
        new = await shop.sent(evidence(key="new"))
        shop.provider.usual["ask_about"] = {new.id: evidence(PayoutStanding.PAID, key="new")}
        await watched.pass_(SyncPlan().open_pause_s + 1)
        assert (await shop.till.withdrawals.get(new.id)).state is S.PAID

    told(tills, story)


def test_a_clock_that_is_set_back_does_not_stop_the_looking(tills: Any) -> None:
    """What was heard of tomorrow, by the clock as it is now, is looked at as often as something new."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        shop.tills.clock.shift += timedelta(days=1)
        await shop.sent(WAITING)
        shop.tills.clock.shift -= timedelta(days=1)
        watched.begin()
        await watched.pass_(MINUTE_S)
        assert watched.gaps("ask_about") == [SyncPlan().open_pause_s] * 5

    told(tills, story)


def test_what_fails_holds_up_nobody(tills: Any) -> None:
    """Refused, or broken by a fault of ours: the next is sent."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        bad = [await shop.approved(a_row(place)) for place in (1, 2)]
        good = await shop.approved(a_row(3))
        shop.provider.says("submit", ProviderRefusedError("no"), ZeroDivisionError("ours"))
        watched.begin()
        await watched.pass_(MINUTE_S)
        states = [(await shop.till.withdrawals.get(one.id)).state for one in (*bad, good)]
        assert states == [S.REFUSED, S.UNKNOWN, S.ACCEPTED]

    told(tills, story)


def test_what_somebody_is_at_is_left_to_him(tills: Any) -> None:
    """While a call is on its way nobody asks about what it carries; and two accounts do not wait for each other."""

    async def story(watched: WatchedShop) -> None:
        shop = watched.shop
        batch = await shop.approved_batch(3)
        held = HeldCall(taken)
        shop.provider.says("submit", held)
        watched.begin()
        await held.begun.wait()
        other_account = await tills.paystar(shop.till)
        other = put_scripted(shop.till, other_account)
        other.usual["submit"] = taken
        service = shop.till.withdrawals
        proposed = await service.propose(service.new_intent(), other_account, a_row())
        await shop.approve(proposed.id)
        async with asyncio.timeout(LONGEST_TURN_S):
            while (await service.get(proposed.id)).state is not S.ACCEPTED:
                await turn()
        assert watched.made() == ["submit"]
        assert await shop.states(batch) == [S.SUBMITTING] * 3
        held.go_on.set()
        await watched.settle()
        assert await shop.states(batch) == [S.ACCEPTED] * 3

    told(tills, story)
