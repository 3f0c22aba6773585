"""Batches: written down whole, sent call by call, stopped and resumed; what a refusal means for each row."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from cashier.domain.operation import OperationState
from cashier.domain.withdrawal import WithdrawalReason, WithdrawalState
from cashier.providers.errors import (
    AccountSettingsError,
    AddressNotAllowedError,
    CredentialsRefusedError,
    NoAnswerError,
    NotSentError,
    ProviderRefusedError,
    TooManyRequestsError,
)
from cashier.providers.payout_protocol import PayoutEvidence, PayoutOrder
from cashier.services.batches import MAXIMUM_NAME_LENGTH
from cashier.services.session import Session
from cashier.storage.errors import StorageTrouble, StorageUnavailableError
from tests.unit.services.scripted_payouts import (
    PAID,
    WAITING,
    HeldCall,
    PayoutShop,
    a_row,
    taken,
    told,
)

S, R, O = WithdrawalState, WithdrawalReason, OperationState  # noqa: E741  # tables below are read across
LOST = NoAnswerError("lost")


# Written down


def test_one_press_is_one_batch(tills: Any) -> None:
    """Pressed twice, also at once, it is written down once: its rows in order, its sum exact, its name one line."""

    async def story(shop: PayoutShop) -> None:
        batches, told_of = shop.till.batches, list[str]()
        shop.till.withdrawals.batch_changes.subscribe(told_of.append)
        intent, huge = shop.till.withdrawals.new_intent(), 10**23 + 1
        rows = [a_row(huge, number=4, note="یک"), a_row(2, number=9, pay_id="7")]
        first, second = await asyncio.gather(
            *(batches.propose(intent, shop.account, "اسفند\n" + "x" * 200, rows) for _ in range(2))
        )
        assert first == second
        assert (first.row_count, first.total.text) == (2, str(huge + 2))
        assert first.name.startswith("اسفند x")
        assert len(first.name) == MAXIMUM_NAME_LENGTH
        kept = await batches.rows(first.id)
        assert [(row.batch_row, row.money.text, row.note, row.pay_id) for row in kept] == [
            (1, str(huge), "یک", ""),
            (2, "2", "", "7"),
        ]
        assert {row.state for row in kept} == {S.AWAITING_APPROVAL}
        assert await batches.rows(first.id, S.APPROVED) == []
        assert await batches.rows(first.id, limit=1) == kept[:1]
        assert await batches.rows(first.id, changed_since=shop.tills.clock.now()) == []
        assert set(told_of) == {first.id}
        standing = await batches.standing(first.id)
        assert await batches.newest(limit=3) == [standing]
        assert (standing.sent, standing.is_running, standing.is_open) == (0, False, True)

    told(tills, story)


def test_a_batch_without_rows_is_none(tills: Any) -> None:
    """Nothing is written down."""

    async def story(shop: PayoutShop) -> None:
        with pytest.raises(ValueError, match="without rows"):
            await shop.till.batches.propose("1", shop.account, "x", [])
        assert await shop.till.batches.newest(limit=1) == []

    told(tills, story)


def test_thousands_of_rows_of_one_second_have_references_of_their_own(
    tills: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reference tells its second and one in a million: one that was drawn before is drawn again."""
    drawn = iter(["A", "A", "B", "B", "A", "C"])
    monkeypatch.setattr(Session, "new_reference", lambda _: next(drawn))

    async def story(shop: PayoutShop) -> None:
        alone = await shop.proposed()
        batch = await shop.proposed_batch(2)
        references = [row.reference for row in await shop.till.batches.rows(batch.id)]
        assert [alone.reference, *references] == ["A", "B", "C"]

    told(tills, story)


# Sent


def test_a_batch_is_sent_call_by_call(tills: Any) -> None:
    """As many rows in a call as the account allows, in their order, each once; each call ties its rows together."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(5)
        shop.provider.usual["submit"] = taken
        rows = await shop.till.batches.rows(batch.id)
        for _ in range(4):
            assert await shop.till.batches.send_next(batch.id) == 0.0
        sent = [[order.reference for order in orders] for orders in shop.provider.submitted]
        assert sent == [[row.reference for row in rows[:3]], [row.reference for row in rows[3:]]]
        assert set(await shop.states(batch)) == {S.ACCEPTED}
        calls = [(await shop.last(row)).input for row in rows]
        assert len({call.split('"call": ')[1].split(",")[0] for call in calls}) == 2
        standing = await shop.till.batches.standing(batch.id)
        assert (standing.sent, standing.is_running) == (5, False)

    told(tills, story)


def test_two_sendings_at_once_are_one(tills: Any) -> None:
    """And a row that somebody sends alone meanwhile is not in the batch's call."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(3)
        first, second, _ = await shop.till.batches.rows(batch.id)
        held = HeldCall(WAITING)
        shop.provider.says("submit", held)
        alone = asyncio.create_task(shop.till.withdrawals.submit(first.id))
        await held.begun.wait()
        sending = [asyncio.create_task(shop.till.batches.send_next(batch.id)) for _ in range(2)]
        shop.provider.says("submit", taken)
        await asyncio.sleep(0)
        held.go_on.set()
        await asyncio.gather(alone, *sending)
        references = [order.reference for orders in shop.provider.submitted for order in orders]
        assert len(references) == len(set(references)) == 3
        assert shop.provider.submitted[1][0].reference == second.reference

    told(tills, story)


def test_each_row_has_its_own_answer(tills: Any) -> None:
    """Paid, waiting, not spoken of: one row's trouble is no other's."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(3)

        def answer(orders: Sequence[PayoutOrder]) -> dict[str, PayoutEvidence]:
            return {orders[0].withdrawal_id: PAID, orders[1].withdrawal_id: replace(WAITING, key="key-2")}

        told_of: list[str] = []
        singles: list[Any] = []
        shop.till.withdrawals.batch_changes.subscribe(told_of.append)
        shop.till.withdrawals.changes.subscribe(singles.append)
        shop.provider.says("submit", answer)
        await shop.till.batches.send_next(batch.id)
        assert await shop.states(batch) == [S.PAID, S.ACCEPTED, S.UNKNOWN]
        # Of a batch it is told once a commit, and of its rows not at all.
        assert told_of == [batch.id, batch.id]
        assert singles == []

    told(tills, story)


def test_a_record_that_two_rows_are_given_is_one_rows(tills: Any) -> None:
    """The provider names both alike: the second is for a person, and the first is not undone."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(2)
        shop.provider.says("submit", WAITING)
        await shop.till.batches.send_next(batch.id)
        assert await shop.states(batch) == [S.ACCEPTED, S.UNKNOWN]
        assert (await shop.till.batches.standing(batch.id)).with_person == 1

    told(tills, story)


@pytest.mark.parametrize(
    ("error", "states", "paused"),
    [
        (NotSentError("no line"), [S.APPROVED] * 3, False),
        (LOST, [S.UNKNOWN] * 3, False),
        (ProviderRefusedError("no", provider_message="نه"), [S.UNKNOWN] * 3, True),
        (ProviderRefusedError("no", fields={"account": ["x"]}), [S.UNKNOWN] * 3, True),
        (
            ProviderRefusedError("no", fields={"3.iban": ["x"], "a.b": ["y"], "1": ["z"]}),
            [S.UNKNOWN] * 3,
            True,
        ),
        (ProviderRefusedError("no", fields={"1.iban": ["x"]}), [S.UNKNOWN, S.REFUSED, S.UNKNOWN], False),
        (CredentialsRefusedError("key"), [S.REFUSED] * 3, True),
        (AddressNotAllowedError("ip"), [S.REFUSED] * 3, True),
        (TooManyRequestsError("often"), [S.REFUSED] * 3, False),
    ],
    ids=[
        "not sent",
        "lost",
        "all",
        "the account",
        "none of them",
        "one of them",
        "key",
        "address",
        "too often",
    ],
)
def test_a_call_that_went_wrong(
    tills: Any,
    error: Exception,
    states: list[WithdrawalState],
    paused: bool,  # noqa: FBT001  # a table
) -> None:
    """Rows that are named are refused, the others asked about; what refuses the whole call stops the batch."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(4)
        shop.provider.says("submit", error)
        await shop.till.batches.send_next(batch.id)
        assert await shop.states(batch) == [*states, S.APPROVED]
        standing = await shop.till.batches.standing(batch.id)
        assert standing.batch.is_paused == paused
        assert standing.is_running == (not paused)
        events = await shop.till.withdrawals.events_of(batch.id)
        assert [event.kind for event in events] == ["proposed", *["paused"] * paused]
        if paused:
            assert events[-1].operator_id is None

    told(tills, story)


def test_a_row_that_is_refused_alone_stops_nothing(tills: Any) -> None:
    """Of a call with one row the refusal is that row's."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(2)
        shop.provider.says("submit", ProviderRefusedError("no", fields={"iban": ["x"]}))
        await shop.till.batches.send_next(batch.id)
        assert await shop.states(batch) == [S.REFUSED, S.APPROVED]
        (row, _) = await shop.till.batches.rows(batch.id)
        assert row.fault_fields == ("iban",)
        assert not (await shop.till.batches.standing(batch.id)).batch.is_paused

    told(tills, story, most_at_once=1)


def test_the_others_of_a_refused_call_are_asked_about(tills: Any) -> None:
    """Found: it was made all the same. Not found: it counts as refused with the others, and is not sent again."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(3)
        refusal = ProviderRefusedError(
            "no", provider_message="نه", fields={"1.iban": ["x"], "1.holder": ["y"]}, answer="{}"
        )
        shop.provider.says("submit", refusal)
        await shop.till.batches.send_next(batch.id)
        made, faulty, other = await shop.till.batches.rows(batch.id)
        assert (faulty.reason, faulty.fault_fields) == (R.PROVIDER_REFUSED, ("iban", "holder"))
        assert {made.reason, other.reason} == {R.REFUSED_WITH_OTHERS}
        assert other.provider_message == "نه"
        shop.provider.says("find_alike", [WAITING], [])
        asked = [await shop.till.withdrawal_reconciliation.ask(row.id) for row in (made, other)]
        assert [(row.state, row.reason) for row in asked] == [
            (S.ACCEPTED, None),
            (S.REFUSED, R.REFUSED_WITH_OTHERS),
        ]
        assert asked[1].provider_message == "نه"
        assert (await shop.last(other)).state is O.REFUSED
        assert len(shop.provider.submitted) == 1

    told(tills, story)


@pytest.mark.parametrize(
    ("error", "pause_s"),
    [
        (TooManyRequestsError("often", retry_after_s=75), 75.0),
        (TooManyRequestsError("often", retry_after_s=0), 30.0),
        (TooManyRequestsError("often"), 30.0),
        # A line that is down rests by itself; these are cured by no line, and would be tried again at once for ever.
        (AccountSettingsError("no deposit", field="deposit"), 30.0),
        (NotSentError("no line"), 30.0),
        (LOST, 0.0),
    ],
    ids=["75 s", "0 s", "unsaid", "settings", "not sent", "lost"],
)
def test_how_long_a_batch_waits(tills: Any, error: Exception, pause_s: float) -> None:
    """A provider that was asked too often is left alone for as long as it says; what could not leave waits too."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(2)
        shop.provider.says("submit", error)
        assert await shop.till.batches.send_next(batch.id) == pause_s

    told(tills, story)


# Stopped


def test_a_batch_is_stopped_and_resumed(tills: Any) -> None:
    """Nothing is sent meanwhile; who stopped it is kept, and pressing twice is pressing once."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(2)
        shop.provider.usual["submit"] = taken
        assert (await shop.till.batches.pause(batch.id)).is_paused
        assert (await shop.till.batches.pause(batch.id)).is_paused
        assert await shop.till.batches.send_next(batch.id) == 0.0
        assert shop.provider.calls == []
        assert not (await shop.till.batches.resume(batch.id)).is_paused
        await shop.till.batches.send_next(batch.id)
        assert await shop.states(batch) == [S.ACCEPTED] * 2
        events = await shop.till.withdrawals.events_of(batch.id)
        assert [(event.kind, event.operator_id) for event in events[1:]] == [
            ("paused", shop.manager.id),
            ("resumed", shop.manager.id),
        ]

    told(tills, story)


def test_a_call_that_is_on_its_way_comes_to_its_end(tills: Any) -> None:
    """Stopped during a call, the batch keeps what came of it, and sends no other."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(4)
        held = HeldCall(taken)
        shop.provider.says("submit", held)
        sending = asyncio.create_task(shop.till.batches.send_next(batch.id))
        await held.begun.wait()
        await shop.till.batches.pause(batch.id)
        held.go_on.set()
        await sending
        assert await shop.states(batch) == [*[S.ACCEPTED] * 3, S.APPROVED]
        assert (await shop.till.batches.standing(batch.id)).batch.is_paused

    told(tills, story)


def test_a_batch_that_is_stopped_while_it_waits_for_its_turn_sends_nothing(tills: Any) -> None:
    """Another call of the account is on its way, and may take half a minute: the press counts at once."""

    async def story(shop: PayoutShop) -> None:
        alone, batch = await shop.approved(), await shop.approved_batch(2)
        held = HeldCall(WAITING)
        shop.provider.says("submit", held)
        first = asyncio.create_task(shop.till.withdrawals.submit(alone.id))
        await held.begun.wait()
        rows = await shop.till.batches.rows(batch.id)
        sending = asyncio.create_task(shop.till.batches.send_next(batch.id))
        while not shop.till.withdrawal_desk.is_under_way(rows[0].id):  # noqa: ASYNC110  # no event tells of a queue
            await asyncio.sleep(0)
        await shop.till.batches.pause(batch.id)
        held.go_on.set()
        await asyncio.gather(first, sending)
        assert len(shop.provider.submitted) == 1
        assert await shop.till.batches.rows(batch.id) == rows

    told(tills, story)


def test_nothing_is_sent_on_while_something_of_it_is_in_doubt(tills: Any) -> None:
    """Also when the loop had looked before the doubt arose."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(4)
        shop.provider.says("submit", LOST)
        await shop.till.batches.send_next(batch.id)
        await shop.till.batches.send_next(batch.id)
        assert len(shop.provider.submitted) == 1
        shop.provider.usual["find_alike"] = lambda order: [replace(WAITING, key=order.reference)]
        for row in await shop.till.batches.rows(batch.id, S.UNKNOWN):
            await shop.till.withdrawal_reconciliation.ask(row.id)
        shop.provider.usual["submit"] = taken
        await shop.till.batches.send_next(batch.id)
        assert await shop.states(batch) == [S.ACCEPTED] * 4

    told(tills, story)


def test_a_whole_refusal_and_its_stop_are_one_commit(tills: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that ends right behind the refusal's commit does not go on sending when it starts again."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(4)
        shop.provider.says("submit", CredentialsRefusedError("key"))
        write, left = shop.till.database.write, 3

        async def take(transaction: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                raise StorageUnavailableError("gone", StorageTrouble.FAILING)
            return await write(transaction)

        with monkeypatch.context() as broken:
            broken.setattr(shop.till.database, "write", take)
            await shop.till.batches.send_next(batch.id)
        assert (await shop.till.batches.standing(batch.id)).batch.is_paused

    told(tills, story)


# Old


def test_a_batch_that_runs_for_longer_than_its_approval_lasts_goes_on(tills: Any) -> None:
    """Its age is counted from its last call; stopped for too long, what is left needs a new approval."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(12)
        shop.provider.usual["submit"] = taken
        for _ in range(3):
            await shop.till.batches.send_next(batch.id)
            shop.tills.clock.shift += timedelta(minutes=20)
        assert (await shop.states(batch)).count(S.ACCEPTED) == 9
        shop.tills.clock.shift += timedelta(minutes=20)
        await shop.till.batches.send_next(batch.id)
        rest = await shop.till.batches.rows(batch.id, S.AWAITING_APPROVAL)
        assert [row.reason for row in rest] == [R.APPROVAL_TOO_OLD] * 3
        assert len(shop.provider.submitted) == 3
        assert await shop.approve_batch(batch.id) == 3
        await shop.till.batches.send_next(batch.id)
        assert set(await shop.states(batch)) == {S.ACCEPTED}

    told(tills, story)


def test_tries_that_never_left_do_not_keep_an_approval_young(tills: Any) -> None:
    """The line is down for an hour, and is tried every minute: after half of it a manager has to look again."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(2)
        shop.provider.usual["submit"] = NotSentError("no line")
        for _ in range(40):
            await shop.till.batches.send_next(batch.id)
            shop.tills.clock.shift += timedelta(minutes=1)
        assert set(await shop.states(batch)) == {S.AWAITING_APPROVAL}

    told(tills, story)


# Given up


def test_the_rest_is_given_up(tills: Any) -> None:
    """What was sent stays as it is; who gave it up is kept."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(4)
        shop.provider.says("submit", taken)
        await shop.till.batches.send_next(batch.id)
        assert await shop.till.batches.cancel_rest(batch.id) == 1
        assert await shop.till.batches.cancel_rest(batch.id) == 0
        (cancelled,) = await shop.till.batches.rows(batch.id, S.CANCELLED)
        assert cancelled.reason is R.BY_PERSON
        assert (await shop.till.withdrawals.events_of(cancelled.id))[-1].operator_id == shop.manager.id
        waiting = await shop.proposed_batch(2)
        assert await shop.till.batches.cancel_rest(waiting.id) == 2
        assert not (await shop.till.batches.standing(waiting.id)).is_open

    told(tills, story)


def test_what_comes_back_after_the_rest_was_given_up_is_not_sent(tills: Any) -> None:
    """The rows on their way were not given up; should they turn out never to have left, a person looks first."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(4)
        held = HeldCall(NotSentError("no line"))
        shop.provider.says("submit", held)
        sending = asyncio.create_task(shop.till.batches.send_next(batch.id))
        await held.begun.wait()
        assert await shop.till.batches.cancel_rest(batch.id) == 1
        held.go_on.set()
        await sending
        assert await shop.states(batch) == [*[S.APPROVED] * 3, S.CANCELLED]
        await shop.till.batches.send_next(batch.id)
        assert len(shop.provider.submitted) == 1
        assert await shop.till.batches.cancel_rest(batch.id) == 3

    told(tills, story)


def test_a_till_that_closes_waits_for_the_call_on_its_way(tills: Any) -> None:
    """What came of it is written down, and no other call begins."""
    kept: dict[str, Any] = {}

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(4)
        held = HeldCall(taken)
        shop.provider.says("submit", held)
        kept["batch"], kept["provider"] = batch, shop.provider
        asking = asyncio.create_task(shop.till.batches.send_next(batch.id))
        await held.begun.wait()
        asyncio.get_running_loop().call_soon(held.go_on.set)
        asking.cancel()

    told(tills, story)

    async def next_run() -> None:
        async with tills() as till:
            await till.sync.stop()
            rows = await till.batches.rows(kept["batch"].id)
            assert [row.state for row in rows] == [*[S.ACCEPTED] * 3, S.APPROVED]

    asyncio.run(next_run())
    assert len(kept["provider"].submitted) == 1
