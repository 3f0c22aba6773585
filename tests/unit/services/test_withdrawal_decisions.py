"""What a manager decides about a withdrawal the provider cannot tell about: who may, when, and what is kept of it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Any

import pytest

from cashier.domain.operation import OperationState
from cashier.domain.operator import Role
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.providers.errors import NoAnswerError
from cashier.services.decisions import ReasonMissingError
from cashier.services.operators import NotAManagerError, WrongPinError
from cashier.services.withdrawal_decisions import NoSuchRecordError, NotWithAManagerError
from cashier.storage import operators
from tests.unit.services.scripted_payouts import (
    IBAN,
    OTHER_IBAN,
    PAID,
    WAITING,
    HeldCall,
    PayoutShop,
    evidence,
    told,
)

S, R, O = WithdrawalState, WithdrawalReason, OperationState  # noqa: E741  # read often below
LOST = NoAnswerError("lost")
WHY = "در پنل نبود"
TWO = [evidence(key="1", iban=IBAN), evidence(key="2", iban=IBAN)]


async def _with_person(shop: PayoutShop) -> Withdrawal:
    """Return one that could be either of two records."""
    unknown = await shop.sent(LOST)
    shop.provider.says("find_alike", TWO)
    return await shop.till.withdrawal_reconciliation.ask(unknown.id)


def _declare(shop: PayoutShop, *withdrawals: Withdrawal, **facts: str) -> Any:
    known = {"manager_id": shop.manager.id, "pin": shop.tills.MANAGER_PIN, "reason": WHY}
    ids = [withdrawal.id for withdrawal in withdrawals]
    return shop.till.withdrawal_decisions.declare_not_sent(ids, **(known | facts))


def _choose(shop: PayoutShop, withdrawal: Withdrawal, key: str, **facts: str) -> Any:
    known = {"manager_id": shop.manager.id, "pin": shop.tills.MANAGER_PIN, "reason": WHY}
    return shop.till.withdrawal_decisions.choose(withdrawal.id, key, **(known | facts))


async def _decisions(shop: PayoutShop, withdrawal: Withdrawal) -> list[tuple[str | None, dict[str, str]]]:
    events = await shop.till.withdrawals.events_of(withdrawal.id)
    return [(event.operator_id, json.loads(event.detail)) for event in events if event.kind == "decided"]


def test_a_manager_declares_what_nobody_finds_not_sent(tills: Any) -> None:
    """Asked about once more, then closed: the call as not sent, the withdrawal as given up; who and why are kept."""

    async def story(shop: PayoutShop) -> None:
        withdrawal, changes = await _with_person(shop), list[Withdrawal]()
        shop.till.withdrawals.changes.subscribe(changes.append)
        # Whoever is signed in, it is the one whose PIN it was.
        shop.till.session.operator_id = None
        shop.provider.says("find_alike", TWO)
        (closed,) = await _declare(shop, withdrawal)
        assert (closed.state, closed.reason) == (S.CANCELLED, R.BY_PERSON)
        assert changes == [closed]
        operation = await shop.last(withdrawal)
        assert operation.state is O.NOT_SENT
        assert operation.error == f"declared not sent: {WHY}"
        decision = {"decision": "not sent", "why": WHY}
        assert await _decisions(shop, withdrawal) == [(shop.manager.id, decision)]
        assert not (await shop.till.withdrawals.needing_attention()).withdrawals
        # Declared once more there is nothing left to decide.
        assert await _declare(shop, closed) == [closed]
        assert len(await _decisions(shop, withdrawal)) == 1

    told(tills, story, "aqayepardakht")


def test_what_is_listed_after_all_is_not_closed(tills: Any) -> None:
    """It comes back as the provider has it."""

    async def story(shop: PayoutShop) -> None:
        withdrawal = await _with_person(shop)
        shop.provider.says("find_alike", [PAID])
        (found,) = await _declare(shop, withdrawal)
        assert found.state is S.PAID
        assert await _decisions(shop, withdrawal) == []

    told(tills, story)


def test_several_are_declared_together(tills: Any) -> None:
    """Each is told of as it is decided, those before one that cannot be decided yet included."""

    async def story(shop: PayoutShop) -> None:
        decided, changes = [await _with_person(shop) for _ in range(2)], list[Withdrawal]()
        unknown, other = await shop.sent(LOST), await _with_person(shop)
        shop.till.withdrawals.changes.subscribe(changes.append)
        shop.provider.says("find_alike", TWO, TWO, LOST)
        with pytest.raises(NotWithAManagerError) as caught:
            await _declare(shop, *decided, unknown, other)
        assert caught.value.withdrawal.id == unknown.id
        cancelled = [one.id for one in changes if one.state is S.CANCELLED]
        assert cancelled == [one.id for one in decided]
        assert (await shop.till.withdrawals.get(other.id)).state is S.UNKNOWN

    told(tills, story, "aqayepardakht")


def test_a_row_of_a_batch_is_told_of_as_its_batch(tills: Any) -> None:
    """Like every change of a row."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.approved_batch(2)
        shop.provider.says("submit", LOST)
        await shop.till.batches.send_next(batch.id)
        rows, told_of = await shop.till.batches.rows(batch.id), list[str]()
        shop.provider.usual["find_alike"] = TWO
        for row in rows:
            await shop.till.withdrawal_reconciliation.ask(row.id)
        shop.till.withdrawals.batch_changes.subscribe(told_of.append)
        assert (await shop.till.batches.standing(batch.id)).with_person == 2
        await _declare(shop, *rows)
        assert told_of == [batch.id] * 2
        assert await shop.states(batch) == [S.CANCELLED] * 2

    told(tills, story)


def test_a_manager_chooses_a_record(tills: Any) -> None:
    """It is taken as if it had been found; who and why are kept."""

    async def story(shop: PayoutShop) -> None:
        withdrawal, changes = await _with_person(shop), list[Withdrawal]()
        shop.till.withdrawals.changes.subscribe(changes.append)
        assert await shop.till.withdrawal_reconciliation.candidates(withdrawal.id) == _said(shop, TWO)
        shop.provider.says("find_alike", TWO)
        chosen = await _choose(shop, withdrawal, "2")
        assert (chosen.state, chosen.provider_key) == (S.ACCEPTED, "2")
        assert changes == [chosen]
        decision = {"decision": "record 2", "why": WHY}
        assert await _decisions(shop, withdrawal) == [(shop.manager.id, decision)]
        assert (await shop.last(withdrawal)).state is O.APPLIED
        shop.provider.says("find_alike", TWO)
        with pytest.raises(NoSuchRecordError):
            await _choose(shop, withdrawal, "2")
        shop.provider.says("find_alike", TWO)
        with pytest.raises(NotWithAManagerError):
            await _choose(shop, withdrawal, "1")

    def _said(shop: PayoutShop, found: Any) -> Any:
        assert shop.provider.script["find_alike"] == []
        return found

    async def whole(shop: PayoutShop) -> None:
        shop.provider.usual["find_alike"] = TWO
        await story(shop)

    told(tills, whole, "aqayepardakht")


def test_only_what_is_listed_and_free_can_be_chosen(tills: Any) -> None:
    """Not another withdrawal's record, not one that is gone; without an answer nothing is decided."""

    async def story(shop: PayoutShop) -> None:
        await shop.sent(evidence(key="1"))
        withdrawal = await _with_person(shop)
        assert withdrawal.provider_key == "2"
        other = await shop.sent(LOST)
        shop.provider.says("find_alike", [*TWO, evidence(key="3"), evidence(key="4")])
        other = await shop.till.withdrawal_reconciliation.ask(other.id)
        assert other.reason is R.SEVERAL_LISTED
        for key in ("1", "2", "9"):
            shop.provider.says("find_alike", [*TWO, evidence(key="3")])
            with pytest.raises(NoSuchRecordError):
                await _choose(shop, other, key)
        shop.provider.says("find_alike", LOST)
        with pytest.raises(NoAnswerError):
            await _choose(shop, other, "3")
        assert await shop.till.withdrawals.get(other.id) == other

    told(tills, story, "aqayepardakht")


def test_a_record_that_is_taken_in_the_last_moment_is_not_chosen(tills: Any) -> None:
    """Two managers choose the same record for two withdrawals: one of them gets it, the other is told so."""

    async def story(shop: PayoutShop) -> None:
        one, two, other = await _with_person(shop), await _with_person(shop), await shop.approved()
        shop.provider.usual["find_alike"] = TWO
        held = HeldCall(WAITING)
        shop.provider.says("submit", held)
        sending = asyncio.create_task(shop.till.withdrawals.submit(other.id))
        await held.begun.wait()
        choosing = [asyncio.create_task(_choose(shop, one_of_them, "1")) for one_of_them in (one, two)]
        while shop.provider.calls[-2:] != ["find_alike"] * 2 or len(shop.till.under_way()) < 3:  # noqa: ASYNC110  # both have asked, and wait for the account's turn
            await asyncio.sleep(0)
        held.go_on.set()
        await sending
        outcomes = await asyncio.gather(*choosing, return_exceptions=True)
        decided = [len(await _decisions(shop, withdrawal)) for withdrawal in (one, two)]
        assert sorted(decided) == [0, 1]
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NoSuchRecordError", "Withdrawal"]
        states = [(await shop.till.withdrawals.get(withdrawal.id)).state for withdrawal in (one, two)]
        assert sorted(state.value for state in states) == ["accepted", "unknown"]

    told(tills, story, "aqayepardakht")


def test_two_decisions_at_once_are_not_one(tills: Any) -> None:
    """Each with its own argument: the second is not told that what it asked for was done."""

    async def story(shop: PayoutShop) -> None:
        withdrawal = await _with_person(shop)
        shop.provider.usual["find_alike"] = TWO
        held = HeldCall(WAITING)
        shop.provider.says("submit", held)
        other = await shop.approved()
        sending = asyncio.create_task(shop.till.withdrawals.submit(other.id))
        await held.begun.wait()
        deciding = [
            asyncio.create_task(_choose(shop, withdrawal, "1")),
            asyncio.create_task(_choose(shop, withdrawal, "2")),
        ]
        while len(shop.till.under_way()) < 3:  # noqa: ASYNC110  # both have asked, and wait for the account's turn
            await asyncio.sleep(0)
        held.go_on.set()
        await sending
        outcomes = await asyncio.gather(*deciding, return_exceptions=True)
        assert sorted(type(outcome).__name__ for outcome in outcomes) == [
            "NotWithAManagerError",
            "Withdrawal",
        ]
        assert len(await _decisions(shop, withdrawal)) == 1

    told(tills, story, "aqayepardakht")


def test_a_record_of_another_receiver_is_not_chosen(tills: Any) -> None:
    """A manager may say which record it is, and not that other money is this."""

    async def story(shop: PayoutShop) -> None:
        unknown = await shop.sent(LOST)
        two = [replace(TWO[0], iban=OTHER_IBAN), TWO[1]]
        shop.provider.says("find_alike", two, two)
        with_person = await shop.till.withdrawal_reconciliation.ask(unknown.id)
        with pytest.raises(NoSuchRecordError):
            await _choose(shop, with_person, "1")
        assert await shop.till.withdrawals.get(unknown.id) == with_person

    told(tills, story)


@pytest.mark.parametrize("reason", ["", " \n\t", "\u200f"])
def test_a_decision_needs_a_reason(tills: Any, reason: str) -> None:
    """Nothing to read is no reason, and nothing is decided."""

    async def story(shop: PayoutShop) -> None:
        withdrawal = await _with_person(shop)
        for step in (
            _declare(shop, withdrawal, reason=reason),
            _choose(shop, withdrawal, "1", reason=reason),
        ):
            with pytest.raises(ReasonMissingError):
                await step
        assert await shop.till.withdrawals.get(withdrawal.id) == withdrawal

    told(tills, story)


def test_only_a_manager_decides_and_only_with_the_pin(tills: Any) -> None:
    """A cashier's right PIN and a manager's wrong one decide nothing."""

    async def story(shop: PayoutShop) -> None:
        withdrawal = await _with_person(shop)
        cashier = replace(shop.manager, id="cashier-1", role=Role.CASHIER)
        await shop.till.database.write(lambda connection: operators.save(connection, cashier))
        for step in (
            _declare(shop, withdrawal, manager_id=cashier.id),
            _choose(shop, withdrawal, "1", manager_id=cashier.id),
        ):
            with pytest.raises(NotAManagerError):
                await step
        for step in (_declare(shop, withdrawal, pin="000000"), _choose(shop, withdrawal, "1", pin="000000")):
            with pytest.raises(WrongPinError):
                await step
        assert await shop.till.withdrawals.get(withdrawal.id) == withdrawal

    told(tills, story)


def test_what_can_still_be_found_out_is_not_decided(tills: Any) -> None:
    """While the provider is being asked, and before anything was sent."""

    async def story(shop: PayoutShop) -> None:
        unknown, approved = await shop.sent(LOST), await shop.approved()
        shop.provider.says("find_alike", LOST, TWO, TWO)
        with pytest.raises(NotWithAManagerError):
            await _declare(shop, unknown)
        with pytest.raises(NotWithAManagerError):
            await _choose(shop, unknown, "1")
        with pytest.raises(NotWithAManagerError):
            await _choose(shop, approved, "1")
        assert await _declare(shop, approved) == [approved]
        assert (await shop.till.withdrawals.get(unknown.id)).state is S.UNKNOWN

    told(tills, story)
