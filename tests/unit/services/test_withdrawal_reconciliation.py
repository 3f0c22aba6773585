"""Withdrawals whose answer was lost: each rule by which they end, and that none is sent again or guessed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import structlog

from cashier.domain.money import Money
from cashier.domain.operation import OperationState
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.providers.errors import (
    AccountSettingsError,
    NoAnswerError,
    NotSentError,
    ProviderRefusedError,
)
from cashier.providers.payout_protocol import PayoutEvidence, PayoutStanding
from cashier.services.asking import AskingPlan
from cashier.services.till import Till
from cashier.storage.errors import StorageTrouble, StorageUnavailableError
from tests.unit.services.scripted_payouts import (
    IBAN,
    OTHER_IBAN,
    PAID,
    REJECTED,
    WAITING,
    HeldCall,
    PayoutShop,
    a_row,
    evidence,
    put_scripted,
    taken,
    told,
)

S, R, O = WithdrawalState, WithdrawalReason, OperationState  # noqa: E741  # tables below are read across
LOST = NoAnswerError("lost")


def _ask(shop: PayoutShop, withdrawal: Withdrawal) -> Any:
    return shop.till.withdrawal_reconciliation.ask(withdrawal.id)


async def _not_listed(shop: PayoutShop) -> Withdrawal:
    """Return one that is with a person, because the provider knew of none, twice, far enough apart."""
    unknown = await shop.sent(LOST)
    shop.provider.says("find_alike", [], [])
    await _ask(shop, unknown)
    # As if the first had been as long ago as it must be.
    first_at_s = shop.till.withdrawal_reconciliation._not_found_at_s
    first_at_s[(await shop.last(unknown)).id] -= shop.tills.plan.withdrawal_not_found_gap.total_seconds()
    with_person: Withdrawal = await _ask(shop, unknown)
    assert (await shop.last(unknown)).state is O.NEEDS_PERSON
    return with_person


@pytest.mark.parametrize("provider", ["paystar", "aqayepardakht"])
@pytest.mark.parametrize(
    ("said", "state", "reason", "call"),
    [
        ([WAITING], S.ACCEPTED, None, O.APPLIED),
        ([PAID], S.PAID, None, O.APPLIED),
        ([REJECTED], S.REJECTED, None, O.APPLIED),
        ([WAITING, replace(PAID, key="key-2")], S.UNKNOWN, R.SEVERAL_LISTED, O.NEEDS_PERSON),
        ([replace(WAITING, money=Money.of("5", "IRR"))], S.UNKNOWN, R.MISMATCH, O.NEEDS_PERSON),
        ([replace(WAITING, iban=OTHER_IBAN)], S.UNKNOWN, R.MISMATCH, O.NEEDS_PERSON),
        ([], S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (LOST, S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (NotSentError("x"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (AccountSettingsError("x", field="deposit"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (ProviderRefusedError("x"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (ZeroDivisionError("ours"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
    ],
    ids=[
        *["waiting", "paid", "sent back", "several", "amount", "iban"],
        *["none", "lost", "not sent", "settings", "no", "ours"],
    ],
)
def test_one_question(
    tills: Any,
    provider: str,
    said: object,
    state: WithdrawalState,
    reason: WithdrawalReason | None,
    call: OperationState,
) -> None:
    """What the provider lists settles it, hands it to a person, or leaves it as unknown as it was."""

    async def story(shop: PayoutShop) -> None:
        unknown, changes = await shop.sent(LOST), list[Withdrawal]()
        shop.till.withdrawals.changes.subscribe(changes.append)
        shop.provider.says("find_alike", said)
        known = await _ask(shop, unknown)
        assert (known.state, known.reason) == (state, reason)
        assert changes == [known]
        operation = await shop.last(unknown)
        assert operation.state is call
        if call is O.UNKNOWN:
            was_put = not isinstance(said, NotSentError) or isinstance(said, AccountSettingsError)
            assert operation.attempts == int(was_put)
            assert operation.next_attempt_at is not None
        assert shop.provider.calls == ["submit", "find_alike"]
        assert unknown.submitted_at is not None
        assert shop.provider.since == [unknown.submitted_at - timedelta(minutes=2)]

    told(tills, story, provider)


def test_what_is_known_is_not_asked_about(tills: Any) -> None:
    """Before it was sent, and after it is settled."""

    async def story(shop: PayoutShop) -> None:
        for withdrawal in (await shop.proposed(), await shop.sent(PAID)):
            assert await _ask(shop, withdrawal) == withdrawal
            assert await shop.till.withdrawal_reconciliation.ask_in_plan(withdrawal.id) is None
            assert await shop.till.withdrawal_reconciliation._give_up(withdrawal.id) == withdrawal
        assert shop.provider.calls == ["submit"]

    told(tills, story)


def test_one_without_its_time_of_sending_is_looked_for_from_its_last_change(tills: Any) -> None:
    """No row of ours lacks it; one that does is looked for all the same."""

    async def story(shop: PayoutShop) -> None:
        unknown = await shop.sent(LOST)
        await shop.till.database.write(
            lambda connection: connection.execute("UPDATE withdrawals SET submitted_at = NULL")
        )
        shop.provider.says("find_alike", [WAITING])
        assert (await _ask(shop, unknown)).state is S.ACCEPTED
        assert shop.provider.since == [unknown.updated_at - timedelta(minutes=2)]

    told(tills, story)


@pytest.mark.parametrize(("shift", "shifted"), [(-3600, 3600), (3600, 0)], ids=["back", "forward"])
def test_the_window_moves_with_a_clock_that_is_set_back(tills: Any, shift: int, shifted: int) -> None:
    """The provider's times are read by our clock as it is now: what was sent just now seems older than its sending.

    Set forward, or slept through, it only seems newer, and is still in the window.
    """

    async def story(shop: PayoutShop) -> None:
        unknown = await shop.sent(LOST)
        assert unknown.submitted_at is not None
        shop.tills.clock.advance(shift)
        shop.provider.says("find_alike", [])
        await _ask(shop, unknown)
        (since,) = shop.provider.since
        wanted = unknown.submitted_at - timedelta(minutes=2, seconds=shifted)
        assert abs(since - wanted) < timedelta(seconds=5)

    told(tills, story, "aqayepardakht")


def test_what_seems_older_than_its_sending_is_for_a_person_to_see(tills: Any) -> None:
    """Our clock may have been set back while no run of ours saw it: the day before is looked through, none adopted."""

    async def story(shop: PayoutShop) -> None:
        unknown = await shop.sent(LOST)
        assert unknown.submitted_at is not None
        shop.provider.says("find_alike", [])
        await _ask(shop, unknown)
        first_at_s = shop.till.withdrawal_reconciliation._not_found_at_s
        first_at_s[(await shop.last(unknown)).id] -= shop.tills.plan.withdrawal_not_found_gap.total_seconds()
        older = [evidence(key="5")]
        shop.provider.says("find_alike", [], older)
        with_person = await _ask(shop, unknown)
        assert (with_person.state, with_person.reason) == (S.UNKNOWN, R.SEVERAL_LISTED)
        assert shop.provider.since[-1] == unknown.submitted_at - timedelta(days=1)
        shop.provider.says("find_alike", [], older, [], older)
        assert await shop.till.withdrawal_reconciliation.candidates(unknown.id) == older
        chosen = await shop.till.withdrawal_decisions.choose(
            unknown.id, "5", manager_id=shop.manager.id, pin=shop.tills.MANAGER_PIN, reason="همین است"
        )
        assert (chosen.state, chosen.provider_key) == (S.ACCEPTED, "5")

    told(tills, story, "aqayepardakht")


def test_a_record_that_another_withdrawal_has_is_not_taken(tills: Any) -> None:
    """Two that look the same: the one record that is free is the one that is taken, and the next finds none."""

    async def story(shop: PayoutShop) -> None:
        await shop.sent(evidence(key="1"))
        lost, also_lost = await shop.sent(LOST), await shop.sent(LOST)
        listed = [evidence(key=key, iban=IBAN) for key in ("1", "2")]
        shop.provider.usual["find_alike"] = listed
        assert (await _ask(shop, lost)).provider_key == "2"
        assert (await _ask(shop, also_lost)).state is S.UNKNOWN
        assert await shop.till.withdrawal_reconciliation.candidates(also_lost.id) == []

    told(tills, story, "aqayepardakht")


def test_two_questions_at_once_do_not_take_the_same_record(tills: Any) -> None:
    """Nor does a question take the record that a call on its way has just made."""

    async def story(shop: PayoutShop) -> None:
        lost, also_lost, next_one = await shop.sent(LOST), await shop.sent(LOST), await shop.approved()
        held = HeldCall(evidence(key="2"))
        shop.provider.says("submit", held)
        # The provider has recorded it, and has not answered yet.
        shop.provider.usual["find_alike"] = [evidence(key="2")]
        sending = asyncio.create_task(shop.till.withdrawals.submit(next_one.id))
        await held.begun.wait()
        asking = [asyncio.create_task(_ask(shop, one)) for one in (lost, also_lost)]
        await asyncio.sleep(0)
        held.go_on.set()
        assert (await sending).provider_key == "2"
        assert [one.state for one in await asyncio.gather(*asking)] == [S.UNKNOWN] * 2

    told(tills, story, "aqayepardakht")


def test_none_twice_is_for_a_person_and_found_later_it_is_taken(tills: Any) -> None:
    """It stays with them however often it is asked about, is told of once, and the provider has the last word."""

    async def story(shop: PayoutShop) -> None:
        with_person = await _not_listed(shop)
        assert (with_person.state, with_person.reason) == (S.UNKNOWN, R.NOT_LISTED)
        changes: list[Withdrawal] = []
        shop.till.withdrawals.changes.subscribe(changes.append)
        shop.provider.says("find_alike", [], LOST, NotSentError("x"))
        for _ in range(3):
            assert await _ask(shop, with_person) == with_person
        assert changes == []
        shop.provider.says("find_alike", [WAITING, replace(WAITING, key="2")])
        assert (await _ask(shop, with_person)).reason is R.SEVERAL_LISTED
        shop.provider.says("find_alike", [PAID])
        assert (await _ask(shop, with_person)).state is S.PAID
        assert (await shop.last(with_person)).state is O.APPLIED
        assert shop.provider.calls.count("submit") == 1

    told(tills, story)


def test_two_not_found_too_close_together_are_one(tills: Any) -> None:
    """A provider that has not got round to listing it is not believed, whatever the wall's clock says meanwhile."""
    tills.plan = AskingPlan(pauses_s=(0.001,))

    async def story(shop: PayoutShop) -> None:
        unknown = await shop.sent(LOST)
        shop.provider.says("find_alike", [], [], [])
        for shift in (0, 3600, -7200):
            tills.clock.advance(shift)
            known = await _ask(shop, unknown)
            assert (known.state, known.reason) == (S.UNKNOWN, R.NO_ANSWER)
        assert (await shop.last(unknown)).attempts == 3

    told(tills, story)


def test_a_mismatch_is_told_of_once(tills: Any) -> None:
    """Asked about every ten minutes, for ever, it writes nothing more down about it."""

    async def story(shop: PayoutShop) -> None:
        strange = replace(WAITING, money=Money.of("5", "IRR"))
        unknown = await shop.sent(strange)
        shop.provider.says("find_alike", [strange], [replace(strange, iban=OTHER_IBAN)])
        assert await _ask(shop, unknown) == unknown
        events = await shop.till.withdrawals.events_of(unknown.id)
        assert [event.kind for event in events] == ["drafted", "state", "state", "state", "state"]
        shop.provider.says("find_alike", [evidence(iban=OTHER_IBAN)])
        assert (await _ask(shop, unknown)).provider_message == "5 IRR"
        assert (await _ask(shop, unknown)).provider_message == OTHER_IBAN

    told(tills, story)


@pytest.mark.parametrize(
    ("found", "state"), [([], S.REFUSED), ([WAITING], S.ACCEPTED), ([PAID, WAITING], S.UNKNOWN)]
)
def test_a_refusal_that_may_have_come_too_late(tills: Any, found: object, state: WithdrawalState) -> None:
    """Disturbed while it was stored, says the code: it counts as refused once the list was seen not to hold it."""

    async def story(shop: PayoutShop) -> None:
        unknown = await shop.sent(ProviderRefusedError("x", code="-18", provider_message="اختلال"))
        shop.provider.says("find_alike", found)
        known = await _ask(shop, unknown)
        assert known.state is state
        if state is S.REFUSED:
            assert (known.provider_code, known.provider_message) == ("-18", "اختلال")
            assert known.reason is R.PROVIDER_REFUSED

    told(tills, story, "aqayepardakht")


# In the middle of a call


def _end_in_the_middle(monkeypatch: pytest.MonkeyPatch, till: Till, *, after: int) -> None:
    write, left = till.database.write, after

    async def take(transaction: Callable[[Any], Any]) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise StorageUnavailableError("gone", StorageTrouble.FAILING)
        return await write(transaction)

    monkeypatch.setattr(till.database, "write", take)


@pytest.mark.parametrize(
    ("after", "state", "calls"),
    [(1, S.APPROVED, 0), (2, S.UNKNOWN, 1)],
    ids=["written down", "sent"],
)
@pytest.mark.parametrize("as_batch", [False, True], ids=["alone", "batch"])
def test_the_next_run_takes_up_what_was_in_the_middle(
    tills: Any,
    monkeypatch: pytest.MonkeyPatch,
    after: int,
    state: WithdrawalState,
    calls: int,
    as_batch: bool,  # noqa: FBT001  # a table
) -> None:
    """What had not begun to leave was not made; what had is unknown, and neither is sent again for that."""
    kept: dict[str, Any] = {}

    async def first_run(shop: PayoutShop) -> None:
        shop.provider.usual["submit"] = taken
        kept["account"], kept["provider"] = shop.account, shop.provider
        if as_batch:
            kept["id"] = (await shop.approved_batch(2)).id
            step = shop.till.batches.send_next(kept["id"])
        else:
            kept["id"] = (await shop.approved()).id
            step = shop.till.withdrawals.submit(kept["id"])
        with monkeypatch.context() as broken:
            _end_in_the_middle(broken, shop.till, after=after)
            with pytest.raises(StorageUnavailableError):
                await step

    async def next_run() -> None:
        async with tills() as till:
            await till.sync.stop()
            put_scripted(till, kept["account"])
            rows = (
                await till.batches.rows(kept["id"]) if as_batch else [await till.withdrawals.get(kept["id"])]
            )
            assert {row.state for row in rows} == {state}
            assert {row.reason for row in rows} == {R.NO_CONNECTION if state is S.APPROVED else R.NO_ANSWER}
            again = await till.withdrawal_reconciliation.recover()
            assert {row.id: row for row in again} == (
                {} if state is S.APPROVED else {row.id: row for row in rows}
            )

    told(tills, first_run)
    asyncio.run(next_run())
    assert len(kept["provider"].submitted) == calls


@pytest.mark.parametrize("question", ["ask", "declare_not_sent", "give_up"])
def test_a_row_is_not_taken_for_broken_off_while_its_call_is_on_its_way(tills: Any, question: str) -> None:
    """Whoever asks about a row of a batch in mid-call waits for the call's end: its answer is not lost to the rest."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(3)
        row = (await shop.till.batches.rows(batch.id))[1]
        held = HeldCall(taken)
        shop.provider.says("submit", held)
        sending = asyncio.create_task(shop.till.batches.send_next(batch.id))
        await held.begun.wait()
        reconciliation = shop.till.withdrawal_reconciliation
        steps: dict[str, Callable[[], Any]] = {
            "ask": lambda: reconciliation.ask(row.id),
            "give_up": lambda: reconciliation._give_up(row.id),
            "declare_not_sent": lambda: shop.till.withdrawal_decisions.declare_not_sent(
                [row.id], manager_id=shop.manager.id, pin=shop.tills.MANAGER_PIN, reason="خسته شدم"
            ),
        }
        asking = asyncio.create_task(steps[question]())
        while not any(name[1] == row.id for name in shop.till.withdrawal_desk._under_way):  # noqa: ASYNC110  # no event tells of a queue
            await asyncio.sleep(0)
        await shop.till.database.read(lambda _: None)
        assert await shop.states(batch) == [S.SUBMITTING] * 3
        held.go_on.set()
        await sending
        await asking
        assert await shop.states(batch) == [S.ACCEPTED] * 3
        assert shop.provider.calls == ["submit"]

    told(tills, story)


# By the plan


def test_a_plan_that_has_run_out_ends_with_a_person(tills: Any) -> None:
    """Questions that were put are counted, those that never left are not; a fault of ours counts."""
    tills.plan = replace(tills.plan, pauses_s=(1.0, 2.0, 3.0))

    async def story(shop: PayoutShop) -> None:
        unknown = await shop.sent(LOST)
        ask = shop.till.withdrawal_reconciliation.ask_in_plan
        shop.provider.says("find_alike", LOST, NotSentError("x"), ZeroDivisionError("ours"), LOST)
        assert [await ask(unknown.id) for _ in range(4)] == [2.0, 3.0, 3.0, None]
        operation = await shop.last(unknown)
        assert operation.state is O.NEEDS_PERSON
        assert operation.error == "asked 3 times without certainty"
        known = await shop.till.withdrawals.get(unknown.id)
        assert (known.state, known.reason) == (S.UNKNOWN, R.NO_ANSWER)
        assert await shop.till.withdrawal_reconciliation._give_up(unknown.id) == known

    told(tills, story)


def test_asking_ends_when_a_person_has_it(tills: Any) -> None:
    """Several records: the plan asks no more."""

    async def story(shop: PayoutShop) -> None:
        unknown = await shop.sent(LOST)
        shop.provider.says("find_alike", [WAITING, PAID])
        assert await shop.till.withdrawal_reconciliation.ask_in_plan(unknown.id) is None

    told(tills, story)


def test_a_disk_that_takes_nothing_ends_no_question(tills: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written down is asked again later; handing over is tried again as well."""
    tills.plan = replace(tills.plan, pauses_s=(1.0,))

    async def story(shop: PayoutShop) -> None:
        unknown = await shop.sent(LOST)
        ask = shop.till.withdrawal_reconciliation.ask_in_plan
        shop.provider.usual["find_alike"] = LOST
        with structlog.testing.capture_logs() as logs:
            for after, event in ((0, "asking_failed"), (1, "giving_up_failed")):
                with monkeypatch.context() as broken:
                    _end_in_the_middle(broken, shop.till, after=after)
                    assert await ask(unknown.id) == 1.0
                assert event in [log["event"] for log in logs]
        assert (await shop.last(unknown)).state is O.UNKNOWN
        assert await ask(unknown.id) is None

    told(tills, story)


def test_the_pauses_of_the_plan(tills: Any) -> None:
    """The first question comes soon; what is with a person is asked about seldom."""
    tills.plan = AskingPlan()

    async def story(shop: PayoutShop) -> None:
        assert shop.till.withdrawal_reconciliation.first_pause_s == 0.5
        assert shop.till.withdrawal_reconciliation.with_person_pause_s == 600

    told(tills, story)


def test_a_record_that_is_listed_after_all_is_right(tills: Any) -> None:
    """The record made by a call that seemed lost is found by its window and taken, whatever else is listed."""

    async def story(shop: PayoutShop) -> None:
        unknown = await shop.sent(LOST, a_row(7_000_000))
        record: PayoutEvidence = evidence(
            PayoutStanding.WAITING, key="9", money=Money.of("700000", "IRT"), iban=unknown.iban
        )
        shop.provider.says("find_alike", [record])
        found = await _ask(shop, unknown)
        assert (found.state, found.provider_key) == (S.ACCEPTED, "9")
        shop.provider.says("ask_about", {found.id: replace(record, standing=PayoutStanding.PAID)})
        assert await shop.till.withdrawals.follow(shop.account.id) == 1

    told(tills, story, "aqayepardakht")
