"""Who may agree to money leaving the shop, to how much of it, and what is asked before."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cashier.domain.operator import Role
from cashier.domain.withdrawal import WithdrawalState
from cashier.providers.errors import AccountSettingsError, NoAnswerError, NotSentError, ProviderRefusedError
from cashier.services.approvals import AskAgainError, DayLimitError, OverLimitError
from cashier.services.operators import NotAManagerError, PinLockedError, WrongPinError
from cashier.services.withdrawal_desk import WithdrawalNotReadyError
from cashier.storage import accounts, operators
from cashier.storage.errors import NotStoredError
from tests.unit.services.scripted_payouts import (
    OTHER_IBAN,
    PAID,
    REJECTED,
    PayoutShop,
    a_row,
    evidence,
    told,
)

S = WithdrawalState


def _at(shop: PayoutShop, time: datetime) -> None:
    """Set the clock; it goes on from there."""
    shop.tills.clock.shift = time - datetime.now(UTC)


async def _set(shop: PayoutShop, **settings: str) -> None:
    changed = replace(shop.account, settings={**shop.account.settings, **settings})
    await shop.till.database.write(lambda connection: accounts.save(connection, changed))


# Who


def test_a_manager_agrees_with_the_pin(tills: Any) -> None:
    """Who agreed to what, and when, stands in the withdrawal and, for good, in the chain of events."""

    async def story(shop: PayoutShop) -> None:
        proposed = await shop.proposed()
        shop.till.session.operator_id = None
        before = shop.tills.clock.now()
        approved = await shop.approve(proposed.id, is_meant_again=False)
        assert (approved.state, approved.approver_id) == (S.APPROVED, shop.manager.id)
        assert approved.approved_at is not None
        assert before <= approved.approved_at <= shop.tills.clock.now()
        event = (await shop.till.withdrawals.events_of(approved.id))[-1]
        assert (event.operator_id, event.before, event.after) == (
            shop.manager.id,
            "awaiting_approval",
            "approved",
        )
        assert json.loads(event.detail) == {
            "account": shop.account.id,
            "amount_rial": "1000000",
            "iban": approved.iban,
        }
        assert shop.provider.calls == []

    told(tills, story)


def test_nobody_else_agrees(tills: Any) -> None:
    """A cashier's right PIN, a manager's wrong one, and any after too many wrong ones: nothing has changed."""

    async def story(shop: PayoutShop) -> None:
        proposed, batch = await shop.proposed(), await shop.proposed_batch(1)
        cashier = replace(shop.manager, id="cashier-1", role=Role.CASHIER)
        await shop.till.database.write(lambda connection: operators.save(connection, cashier))
        steps: tuple[tuple[Any, str], ...] = (
            (shop.till.approvals.approve, proposed.id),
            (shop.till.approvals.approve_batch, batch.id),
        )
        for approve, subject_id in steps:
            with pytest.raises(NotAManagerError):
                await approve(subject_id, manager_id=cashier.id, pin=shop.tills.MANAGER_PIN)
            with pytest.raises(WrongPinError):
                await approve(subject_id, manager_id=shop.manager.id, pin="000000")
        with pytest.raises(WrongPinError):
            await shop.till.approvals.approve(proposed.id, manager_id=shop.manager.id, pin="000001")
        with pytest.raises(PinLockedError):
            await shop.approve(proposed.id)
        with pytest.raises(NotStoredError):
            await shop.till.approvals.approve(proposed.id, manager_id="nobody", pin=shop.tills.MANAGER_PIN)
        assert await shop.till.withdrawals.get(proposed.id) == proposed
        assert await shop.states(batch) == [S.AWAITING_APPROVAL]

    told(tills, story)


def test_it_is_agreed_to_once(tills: Any) -> None:
    """Twice at once, later again, or of what was given up meanwhile: it does not stand there for approval any more."""

    async def story(shop: PayoutShop) -> None:
        proposed, other = await shop.proposed(), await shop.proposed()
        outcomes = await asyncio.gather(
            shop.approve(proposed.id), shop.approve(proposed.id), return_exceptions=True
        )
        kinds = sorted(type(outcome).__name__ for outcome in outcomes)
        assert kinds == ["Withdrawal", "WithdrawalNotReadyError"]
        await shop.till.withdrawals.cancel(other.id)
        for withdrawal in (proposed, other):
            with pytest.raises(WithdrawalNotReadyError):
                await shop.approve(withdrawal.id)
        batch = await shop.proposed_batch(2)
        assert await asyncio.gather(*(shop.approve_batch(batch.id) for _ in range(2))) in ([2, 0], [0, 2])

    told(tills, story)


# The same again


def test_the_same_again_is_asked_about(tills: Any) -> None:
    """The same amount to the same IBAN: a person says that it is meant. Nothing has changed until then."""

    async def story(shop: PayoutShop) -> None:
        first = await shop.sent(PAID)
        different = [await shop.proposed(a_row(5)), await shop.proposed(a_row(iban=OTHER_IBAN))]
        for withdrawal in different:
            await shop.approve(withdrawal.id, is_meant_again=False)
        again = await shop.proposed()
        with pytest.raises(AskAgainError) as caught:
            await shop.approve(again.id, is_meant_again=False)
        assert caught.value.alike == [first]
        assert await shop.till.withdrawals.get(again.id) == again
        assert (await shop.approve(again.id)).state is S.APPROVED

    told(tills, story)


def test_the_rows_of_a_batch_are_compared_with_what_is_outside(tills: Any) -> None:
    """Twins within it were warned of when it was checked; one that went out alone is asked about here."""

    async def story(shop: PayoutShop) -> None:
        first = await shop.sent(PAID)
        rows = [a_row(number=1), a_row(number=2), a_row(5, number=3)]
        batch = await shop.till.batches.propose("1", shop.account, "", rows)
        with pytest.raises(AskAgainError) as caught:
            await shop.approve_batch(batch.id, is_meant_again=False)
        assert caught.value.alike == [first, first]
        assert set(await shop.states(batch)) == {S.AWAITING_APPROVAL}
        assert await shop.approve_batch(batch.id) == 3
        other = await shop.till.batches.propose("2", shop.account, "", [a_row(6), a_row(6)])
        assert await shop.approve_batch(other.id, is_meant_again=False) == 2

    told(tills, story)


# Limits


def test_one_may_not_be_more_than_the_accounts_limit(tills: Any) -> None:
    """Also when the limit was lowered after it was written down; of a batch the largest is named."""

    async def story(shop: PayoutShop) -> None:
        proposed = await shop.proposed(a_row(1000))
        batch = await shop.till.batches.propose("1", shop.account, "", [a_row(7), a_row(1001), a_row(999)])
        await _set(shop, limit_per_withdrawal="999")
        with pytest.raises(OverLimitError) as caught:
            await shop.approve(proposed.id)
        assert (caught.value.limit.text, caught.value.withdrawal) == ("999", proposed)
        with pytest.raises(OverLimitError) as caught:
            await shop.approve_batch(batch.id)
        assert caught.value.withdrawal.money.text == "1001"
        assert set(await shop.states(batch)) == {S.AWAITING_APPROVAL}
        await _set(shop, limit_per_withdrawal="1000")
        assert (await shop.approve(proposed.id)).state is S.APPROVED

    told(tills, story, limit_per_withdrawal="5000")


@pytest.mark.parametrize(
    ("answer", "counts"),
    [
        (PAID, True),
        (evidence(), True),
        (NoAnswerError("lost"), True),
        (NotSentError("no line"), True),
        (REJECTED, False),
        (ProviderRefusedError("no"), False),
    ],
    ids=["paid", "waiting", "unknown", "not yet sent", "sent back", "refused"],
)
def test_the_day_counts_what_is_out_or_may_be(tills: Any, answer: object, counts: bool) -> None:  # noqa: FBT001  # a table
    """What came back, or never went, can be sent again today."""

    async def story(shop: PayoutShop) -> None:
        await shop.sent(answer, a_row(600))
        more = await shop.proposed(a_row(401))
        if not counts:
            assert (await shop.approve(more.id)).state is S.APPROVED
            return
        with pytest.raises(DayLimitError) as caught:
            await shop.approve(more.id)
        assert (caught.value.limit.text, caught.value.sent_today.text) == ("1000", "600")
        assert await shop.till.withdrawals.get(more.id) == more
        exact = await shop.proposed(a_row(400))
        assert (await shop.approve(exact.id)).state is S.APPROVED

    told(tills, story, limit_per_day="1000")


def test_a_batch_counts_as_its_sum(tills: Any) -> None:
    """With what was agreed to before it; it is agreed to as a whole or not at all."""

    async def story(shop: PayoutShop) -> None:
        await shop.approved(a_row(100))
        batch = await shop.till.batches.propose("1", shop.account, "", [a_row(450), a_row(451)])
        with pytest.raises(DayLimitError):
            await shop.approve_batch(batch.id)
        assert set(await shop.states(batch)) == {S.AWAITING_APPROVAL}
        await shop.till.withdrawals.cancel((await shop.till.batches.rows(batch.id))[0].id)
        assert await shop.approve_batch(batch.id) == 1

    told(tills, story, limit_per_day="1000")


def test_two_at_once_do_not_pass_a_limit_that_one_of_them_fills(tills: Any) -> None:
    """Each is judged with the other written down."""

    async def story(shop: PayoutShop) -> None:
        proposed = [await shop.proposed(a_row(600)) for _ in range(2)]
        outcomes = await asyncio.gather(*(shop.approve(one.id) for one in proposed), return_exceptions=True)
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["DayLimitError", "Withdrawal"]

    told(tills, story, limit_per_day="1000")


@pytest.mark.parametrize(
    ("zone", "midnight"),
    [
        ("Asia/Tehran", datetime(2027, 3, 21, 20, 30, tzinfo=UTC)),
        ("Asia/Damascus", datetime(2027, 3, 21, 21, 0, tzinfo=UTC)),
        ("Europe/Berlin", datetime(2027, 7, 1, 22, 0, tzinfo=UTC)),
    ],
)
def test_the_day_begins_at_the_shops_midnight(tills: Any, zone: str, midnight: datetime) -> None:
    """Not at UTC's: what was agreed to a moment before it counts for the day before."""

    async def story(shop: PayoutShop) -> None:
        await shop.till.preferences.change(time_zone=zone)
        _at(shop, midnight - timedelta(hours=2))
        await shop.approved(a_row(900))
        _at(shop, midnight - timedelta(minutes=5))
        late = await shop.proposed(a_row(101))
        with pytest.raises(DayLimitError):
            await shop.approve(late.id)
        _at(shop, midnight)
        await shop.approve(late.id)
        full = await shop.proposed(a_row(900))
        with pytest.raises(DayLimitError) as caught:
            await shop.approve(full.id)
        assert caught.value.sent_today.text == "101"

    told(tills, story, limit_per_day="1000")


def test_a_limit_that_cannot_be_read_is_no_permission(tills: Any) -> None:
    """A damaged setting keeps everything back until it is mended."""

    async def story(shop: PayoutShop) -> None:
        proposed = await shop.proposed()
        await _set(shop, limit_per_day="much")
        with pytest.raises(AccountSettingsError):
            await shop.approve(proposed.id)
        assert await shop.till.withdrawals.get(proposed.id) == proposed

    told(tills, story)
