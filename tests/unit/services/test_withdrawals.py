"""Withdrawals: written down, sent once, followed to their end; each kind of answer and error."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cashier.domain.money import TOMAN, Money
from cashier.domain.operation import OperationState
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.providers.errors import (
    AccountSettingsError,
    AddressNotAllowedError,
    CredentialsRefusedError,
    NoAnswerError,
    NotSentError,
    ProviderDownError,
    ProviderProtocolError,
    ProviderRefusedError,
    TooManyRequestsError,
)
from cashier.providers.payout_protocol import PayoutStanding
from cashier.services.accounts import AccountInUseError
from cashier.services.batch_cells import RowText
from cashier.services.provider_clients import CredentialsMissingError
from cashier.services.withdrawal_desk import WithdrawalNotReadyError
from cashier.storage.errors import NotStoredError, StorageTrouble, StorageUnavailableError
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

AT = datetime(2026, 3, 21, 12, tzinfo=UTC)
S, R, O = WithdrawalState, WithdrawalReason, OperationState  # noqa: E741  # tables below are read across
LOST = NoAnswerError("lost")
NO_DISK = StorageUnavailableError("full", StorageTrouble.FULL)


class FailingDisk:
    """Lets so many transactions through, then takes no more until it is mended."""

    def __init__(self, shop: PayoutShop, monkeypatch: pytest.MonkeyPatch, *, after: int) -> None:
        self._left = after
        self._is_whole = False
        write = shop.till.database.write

        async def take(transaction: Callable[[Any], Any]) -> Any:
            if not self._is_whole and self._left <= 0:
                raise NO_DISK
            self._left -= 1
            return await write(transaction)

        monkeypatch.setattr(shop.till.database, "write", take)

    def mend(self) -> None:
        """Take everything again."""
        self._is_whole = True


# Written down


def test_one_press_is_one_withdrawal(tills: Any) -> None:
    """Pressed twice, also at once, it is written down once, under a reference of its own, for approval."""

    async def story(shop: PayoutShop) -> None:
        service, changes = shop.till.withdrawals, list[Withdrawal]()
        service.changes.subscribe(changes.append)
        intent, row = service.new_intent(), a_row(note="اجاره", pay_id="12")
        first, second = await asyncio.gather(*(service.propose(intent, shop.account, row) for _ in range(2)))
        assert first == second == await service.get(first.id)
        assert first.state is S.AWAITING_APPROVAL
        assert (first.iban, first.money, first.note, first.pay_id) == (IBAN, row.money, "اجاره", "12")
        assert first.operator_id == shop.manager.id
        assert changes[0] == first
        assert len(await service.newest(limit=9)) == 1
        assert [event.kind for event in await service.events_of(first.id)] == ["drafted", "state"]
        assert await service.account_used_last() == shop.account.id
        assert await service.last_operation(first.id) is None

    told(tills, story)


def test_what_was_reviewed_can_be_changed_until_it_is_approved(tills: Any) -> None:
    """The same press again changes a draft that was reopened; what was agreed to is returned as it stands."""

    async def story(shop: PayoutShop) -> None:
        service = shop.till.withdrawals
        intent = service.new_intent()
        proposed = await service.propose(intent, shop.account, a_row())
        assert (await service.propose(intent, shop.account, a_row(5))) == proposed
        draft = await service.reopen(proposed.id)
        assert (draft.state, draft.reason) == (S.DRAFT, R.BY_PERSON)
        with pytest.raises(WithdrawalNotReadyError) as caught:
            await service.reopen(proposed.id)
        assert caught.value.withdrawal == draft
        changed = await service.propose(intent, shop.account, a_row(70, iban=OTHER_IBAN, holder="رضا نمونه"))
        assert changed.id == proposed.id
        assert changed.reference == proposed.reference
        assert (changed.iban, changed.money.text, changed.holder, changed.reason) == (
            OTHER_IBAN,
            "70",
            "رضا نمونه",
            None,
        )
        approved = await shop.approve(changed.id)
        assert await service.propose(intent, shop.account, a_row(9)) == approved

    told(tills, story)


def test_a_row_of_a_batch_is_not_reopened_alone(tills: Any) -> None:
    """Its batch's count and sum were agreed to with it; as a draft it would be forgotten there."""

    async def story(shop: PayoutShop) -> None:
        batch = await shop.proposed_batch(2)
        rows = await shop.till.batches.rows(batch.id)
        with pytest.raises(WithdrawalNotReadyError):
            await shop.till.withdrawals.reopen(rows[0].id)
        assert await shop.till.batches.rows(batch.id) == rows

    told(tills, story)


def test_what_has_not_left_can_be_given_up(tills: Any) -> None:
    """As a draft, waiting, and approved; not twice, and not what is not there."""

    async def story(shop: PayoutShop) -> None:
        service = shop.till.withdrawals
        draft = await service.reopen((await shop.proposed()).id)
        for withdrawal in (draft, await shop.proposed(), await shop.approved()):
            cancelled = await service.cancel(withdrawal.id)
            assert (cancelled.state, cancelled.reason) == (S.CANCELLED, R.BY_PERSON)
            with pytest.raises(WithdrawalNotReadyError):
                await service.cancel(withdrawal.id)
            with pytest.raises(WithdrawalNotReadyError):
                await service.submit(withdrawal.id)
        with pytest.raises(NotStoredError):
            await service.cancel("nobody")
        assert shop.provider.calls == []

    told(tills, story)


# Sent


@pytest.mark.parametrize(
    ("answer", "state", "reason", "call"),
    [
        (WAITING, S.ACCEPTED, None, O.APPLIED),
        (PAID, S.PAID, None, O.APPLIED),
        (REJECTED, S.REJECTED, None, O.APPLIED),
        ({}, S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (LOST, S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (ProviderDownError("500"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (ProviderProtocolError("what", answer="<html>"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (ZeroDivisionError("ours"), S.UNKNOWN, R.NO_ANSWER, O.UNKNOWN),
        (NotSentError("no line"), S.APPROVED, R.NO_CONNECTION, O.NOT_SENT),
        (AccountSettingsError("x", field="deposit"), S.APPROVED, R.NO_CONNECTION, O.NOT_SENT),
        (ProviderRefusedError("no"), S.REFUSED, R.PROVIDER_REFUSED, O.REFUSED),
        (CredentialsRefusedError("key"), S.REFUSED, R.PROVIDER_REFUSED, O.REFUSED),
        (AddressNotAllowedError("ip"), S.REFUSED, R.PROVIDER_REFUSED, O.REFUSED),
        (TooManyRequestsError("often", retry_after_s=9), S.REFUSED, R.PROVIDER_REFUSED, O.REFUSED),
    ],
    ids=lambda value: getattr(value, "value", None) or type(value).__name__,
)
def test_each_answer(
    tills: Any, answer: object, state: WithdrawalState, reason: WithdrawalReason | None, call: OperationState
) -> None:
    """What it means for the withdrawal and its line in the journal; it is sent once, and told of."""

    async def story(shop: PayoutShop) -> None:
        changes: list[Withdrawal] = []
        approved = await shop.approved()
        shop.till.withdrawals.changes.subscribe(changes.append)
        shop.provider.says("submit", answer)
        sent = await shop.till.withdrawals.submit(approved.id)
        assert (sent.state, sent.reason) == (state, reason)
        assert sent == await shop.till.withdrawals.get(sent.id)
        assert [change.state for change in changes] == [S.SUBMITTING, state]
        (operation,) = await shop.made(sent)
        assert operation.state is call
        assert operation.is_settled == (state is not S.UNKNOWN)
        assert json.loads(operation.input)["track_id"] == sent.reference
        assert (sent.submitted_at is None) == (state is S.APPROVED)
        ((order,),) = shop.provider.submitted
        assert (order.reference, order.money, order.iban, order.holder) == (
            sent.reference,
            sent.money,
            sent.iban,
            sent.holder,
        )
        if state is not S.APPROVED:
            with pytest.raises(WithdrawalNotReadyError):
                await shop.till.withdrawals.submit(sent.id)
            assert len(shop.provider.submitted) == 1

    told(tills, story)


@pytest.mark.parametrize(("provider", "state"), [("aqayepardakht", S.UNKNOWN), ("paystar", S.REFUSED)])
def test_only_the_provider_whose_refusal_is_in_doubt_is_doubted(
    tills: Any, provider: str, state: WithdrawalState
) -> None:
    """The number after which aqayepardakht may have it all the same is a plain no of another provider."""

    async def story(shop: PayoutShop) -> None:
        sent = await shop.sent(ProviderRefusedError("x", code="-18"))
        assert (sent.state, sent.reason) == (state, R.PROVIDER_REFUSED)

    told(tills, story, provider)


def test_what_the_provider_tells_is_kept(tills: Any) -> None:
    """Numbers, names and times as they came; when it was paid by our clock if the provider does not say."""

    async def story(shop: PayoutShop) -> None:
        answer = replace(
            PAID, bank_name="ملی", holder_name="م. نمونه", at=AT, message="انجام شد", answer="{}"
        )
        sent = await shop.sent(answer)
        assert (sent.provider_key, sent.tracking_number, sent.ref_code) == ("key-1", "140107", "7")
        assert (sent.bank_name, sent.told_holder, sent.paid_at) == ("ملی", "م. نمونه", AT)
        assert sent.provider_message == "انجام شد"
        assert (await shop.last(sent)).answer == "{}"
        before = shop.tills.clock.now()
        again = await shop.sent(replace(PAID, key=None))
        assert again.paid_at is not None
        assert before <= again.paid_at <= shop.tills.clock.now()
        rejected = await shop.sent(replace(REJECTED, key="key-3"))
        assert rejected.provider_message == "حساب بسته است"
        assert rejected.paid_at is None

    told(tills, story)


def test_a_refusal_says_whose_fault_it_is(tills: Any) -> None:
    """The words of the whole and of each field, once each; the code and the fields at fault."""

    async def story(shop: PayoutShop) -> None:
        refusal = ProviderRefusedError(
            "no",
            code="-7",
            provider_message="نه",
            fields={"iban": ["شبا", "نه"], "amount": ["", "کم"]},
            answer="{}",
        )
        refused = await shop.sent(refusal)
        assert refused.provider_message == "نه — شبا — کم"
        assert (refused.provider_code, refused.fault_fields) == ("-7", ("iban", "amount"))
        assert (await shop.last(refused)).answer == "{}"
        silent = await shop.sent(ProviderRefusedError("no"))
        assert (silent.provider_message, silent.provider_code, silent.fault_fields) == (None, None, ())

    told(tills, story)


@pytest.mark.parametrize(
    ("facts", "told_as"),
    [
        ({"money": Money.of("2000000", "IRR")}, "2000000 IRR"),
        ({"iban": OTHER_IBAN}, OTHER_IBAN),
        ({"key": "taken"}, "#taken"),
    ],
)
def test_another_record_is_not_taken_for_ours(tills: Any, facts: dict[str, Any], told_as: str) -> None:
    """Another amount, another IBAN, or the record of another withdrawal: a person looks, and nothing is adopted."""

    async def story(shop: PayoutShop) -> None:
        await shop.sent(evidence(key="taken"))
        sent = await shop.sent(evidence(PayoutStanding.PAID, **facts))
        assert (sent.state, sent.reason, sent.provider_message) == (S.UNKNOWN, R.MISMATCH, told_as)
        assert sent.provider_key is None
        assert (await shop.last(sent)).state is O.NEEDS_PERSON

    told(tills, story)


def test_the_same_amount_in_toman_and_a_cut_iban_are_ours(tills: Any) -> None:
    """The unit is the provider's, and its own samples of IBANs are too short to contradict anything."""

    async def story(shop: PayoutShop) -> None:
        sent = await shop.sent(evidence(money=Money.of("100000", "IRT"), iban="IR0629600000001003242"))
        assert sent.state is S.ACCEPTED

    told(tills, story, "aqayepardakht")


def test_two_presses_send_once(tills: Any) -> None:
    """Also while the loop is about to send it by itself."""

    async def story(shop: PayoutShop) -> None:
        held = HeldCall(WAITING)
        shop.provider.says("submit", held)
        shop.provider.usual["ask_about"] = WAITING
        approved = await shop.approved()
        presses = [asyncio.create_task(shop.till.withdrawals.submit(approved.id)) for _ in range(2)]
        await held.begun.wait()
        giving_up = asyncio.create_task(shop.till.withdrawals.cancel(approved.id))
        presses.append(asyncio.create_task(shop.till.withdrawals.submit(approved.id)))
        held.go_on.set()
        with pytest.raises(WithdrawalNotReadyError):
            await giving_up
        for outcome in await asyncio.gather(*presses, return_exceptions=True):
            assert isinstance(outcome, WithdrawalNotReadyError) or outcome.state is S.ACCEPTED
        assert shop.provider.calls.count("submit") == 1

    told(tills, story, pursued=True)


def test_what_cannot_leave_is_given_up_as_soon_as_it_is_back(tills: Any) -> None:
    """The button was pressed while it was being sent; without a line nothing left, and nothing will."""

    async def story(shop: PayoutShop) -> None:
        held = HeldCall(NotSentError("no line"))
        shop.provider.says("submit", held)
        approved = await shop.approved()
        sending = asyncio.create_task(shop.till.withdrawals.submit(approved.id))
        await held.begun.wait()
        giving_up = asyncio.create_task(shop.till.withdrawals.cancel(approved.id))
        held.go_on.set()
        assert (await giving_up).state is S.CANCELLED
        assert (await sending).state in {S.APPROVED, S.CANCELLED}
        assert shop.provider.calls.count("submit") == 1

    told(tills, story)


def test_what_was_given_up_meanwhile_is_not_sent(tills: Any) -> None:
    """A withdrawal that waits for its turn at the account can still be cancelled."""

    async def story(shop: PayoutShop) -> None:
        held = HeldCall(WAITING)
        shop.provider.says("submit", held)
        first, second = await shop.approved(), await shop.approved()
        sending = asyncio.create_task(shop.till.withdrawals.submit(first.id))
        await held.begun.wait()
        waiting = asyncio.create_task(shop.till.withdrawals.submit(second.id))
        while not shop.till.withdrawal_desk.is_under_way(second.id):  # noqa: ASYNC110  # no event tells of a queue
            await asyncio.sleep(0)
        cancelled = await shop.till.withdrawals.cancel(second.id)
        held.go_on.set()
        assert (await sending).state is S.ACCEPTED
        assert await waiting == cancelled
        assert len(shop.provider.submitted) == 1

    told(tills, story)


def test_an_account_without_its_secret_sends_nothing(tills: Any) -> None:
    """Nothing is written down for it either."""

    async def story(shop: PayoutShop) -> None:
        approved = await shop.approved()
        await shop.till.clients.forget(shop.account.id)
        await shop.tills.vault.delete(shop.account.secret_name("refresh_token"))
        with pytest.raises(CredentialsMissingError):
            await shop.till.withdrawals.submit(approved.id)
        assert await shop.till.withdrawals.get(approved.id) == approved
        assert await shop.made(approved) == []

    told(tills, story)


@pytest.mark.parametrize(
    ("after", "left", "state", "calls"),
    [
        (0, S.APPROVED, S.APPROVED, []),
        (1, S.SUBMITTING, S.APPROVED, []),
        (2, S.SUBMITTING, S.ACCEPTED, ["submit", "find_alike"]),
    ],
    ids=["before the first line", "before it leaves", "after the answer"],
)
def test_a_disk_that_fails_in_between(
    tills: Any,
    monkeypatch: pytest.MonkeyPatch,
    after: int,
    left: WithdrawalState,
    state: WithdrawalState,
    calls: list[str],
) -> None:
    """Before the second line nothing has left; after it the provider is asked, and nothing is sent again."""

    async def story(shop: PayoutShop) -> None:
        approved = await shop.approved()
        broken: list[str] = []
        shop.till.withdrawal_desk.broken_off.subscribe(broken.append)
        shop.provider.says("submit", WAITING)
        shop.provider.says("find_alike", [WAITING])
        disk = FailingDisk(shop, monkeypatch, after=after)
        with pytest.raises(StorageUnavailableError):
            await shop.till.withdrawals.submit(approved.id)
        disk.mend()
        assert broken == [approved.id]
        assert not shop.till.withdrawal_desk.is_under_way(approved.id)
        assert (await shop.till.withdrawals.get(approved.id)).state is left
        assert (await shop.till.withdrawal_reconciliation.ask(approved.id)).state is state
        assert shop.provider.calls == calls

    told(tills, story)


@pytest.mark.parametrize(
    ("passed", "is_sent"),
    [
        (timedelta(minutes=29, seconds=50), True),
        (timedelta(minutes=30, seconds=10), False),
        (-timedelta(minutes=4), True),
        (-timedelta(minutes=6), False),
    ],
    ids=str,
)
def test_an_approval_lasts_half_an_hour(tills: Any, passed: timedelta, is_sent: bool) -> None:  # noqa: FBT001  # a table
    """Then a manager looks again; likewise when the clock was set back by more than a little."""

    async def story(shop: PayoutShop) -> None:
        approved = await shop.approved()
        shop.tills.clock.shift += passed
        shop.provider.says("submit", WAITING)
        sent = await shop.till.withdrawals.submit(approved.id)
        assert shop.provider.calls == (["submit"] if is_sent else [])
        if not is_sent:
            assert (sent.state, sent.reason) == (S.AWAITING_APPROVAL, R.APPROVAL_TOO_OLD)
            assert (sent.approver_id, sent.approved_at) == (None, None)
            await shop.approve(sent.id)
            assert (await shop.till.withdrawals.submit(sent.id)).state is S.ACCEPTED

    told(tills, story)


def test_one_without_the_time_of_its_approval_is_not_sent(tills: Any) -> None:
    """Nobody can say how old it is."""

    async def story(shop: PayoutShop) -> None:
        approved = await shop.approved()
        await shop.till.database.write(
            lambda connection: connection.execute("UPDATE withdrawals SET approved_at = NULL")
        )
        assert (await shop.till.withdrawals.submit(approved.id)).state is S.AWAITING_APPROVAL
        assert shop.provider.calls == []

    told(tills, story)


def test_a_saved_receiver_comes_to_the_front_when_he_is_paid(tills: Any) -> None:
    """When something was sent there; one that is not saved is not saved by that."""

    async def story(shop: PayoutShop) -> None:
        await shop.till.beneficiaries.save(OTHER_IBAN, "رضا نمونه")
        await shop.till.beneficiaries.save(IBAN, "مریم نمونه")
        await shop.sent(NotSentError("no line"), a_row(iban=OTHER_IBAN))
        assert [one.used_at for one in await shop.till.beneficiaries.saved()] == [None, None]
        await shop.sent(WAITING, a_row(7, iban=OTHER_IBAN))
        front, other = await shop.till.beneficiaries.saved()
        assert front.iban == OTHER_IBAN
        assert front.used_at is not None
        await shop.till.beneficiaries.remove(other.iban)
        await shop.sent(replace(WAITING, key="key-2"), a_row())
        assert len(await shop.till.beneficiaries.saved()) == 1

    told(tills, story)


def test_an_account_that_was_changed_meanwhile_is_used_as_it_is_then(tills: Any) -> None:
    """A call that waited for its turn leaves by the account's new client, with as many rows as that may carry."""

    async def story(shop: PayoutShop) -> None:
        alone, batch = await shop.approved(), await shop.approved_batch(3)
        held = HeldCall(WAITING)
        shop.provider.says("submit", held)
        sending = asyncio.create_task(shop.till.withdrawals.submit(alone.id))
        await held.begun.wait()
        rows = await shop.till.batches.rows(batch.id)
        waiting = asyncio.create_task(shop.till.batches.send_next(batch.id))
        while not shop.till.withdrawal_desk.is_under_way(rows[0].id):  # noqa: ASYNC110  # no event tells of a queue
            await asyncio.sleep(0)
        changed = put_scripted(shop.till, shop.account, most_at_once=2)
        changed.says("submit", taken)
        held.go_on.set()
        await asyncio.gather(sending, waiting)
        assert (len(shop.provider.submitted), [len(orders) for orders in changed.submitted]) == (1, [2])
        assert await shop.states(batch) == [S.ACCEPTED, S.ACCEPTED, S.APPROVED]

    told(tills, story)


def test_an_account_with_open_withdrawals_is_not_removed(tills: Any) -> None:
    """They could not be followed without it; once they have ended it can be."""

    async def story(shop: PayoutShop) -> None:
        await shop.sent(WAITING)
        with pytest.raises(AccountInUseError):
            await shop.till.accounts.remove(shop.account.id)
        shop.provider.says("ask_about", PAID)
        await shop.till.withdrawals.follow(shop.account.id)
        await shop.till.accounts.remove(shop.account.id)
        assert await shop.till.accounts.in_use() == []

    told(tills, story)


# Followed


def _follows(said: object) -> Callable[[PayoutShop], Awaitable[tuple[Withdrawal, int, list[Withdrawal]]]]:
    async def follow(shop: PayoutShop) -> tuple[Withdrawal, int, list[Withdrawal]]:
        accepted, changes = await shop.sent(WAITING), list[Withdrawal]()
        shop.till.withdrawals.changes.subscribe(changes.append)
        shop.provider.says("ask_about", said)
        ended = await shop.till.withdrawals.follow(shop.account.id)
        return await shop.till.withdrawals.get(accepted.id), ended, changes

    return follow


@pytest.mark.parametrize(
    ("said", "state", "ended", "told_of"),
    [
        (WAITING, S.ACCEPTED, 0, 0),
        ({}, S.ACCEPTED, 0, 0),
        (evidence(PayoutStanding.NOT_FOUND), S.ACCEPTED, 0, 0),
        (replace(WAITING, message="در بانک"), S.ACCEPTED, 0, 1),
        (PAID, S.PAID, 1, 1),
        (REJECTED, S.REJECTED, 1, 1),
    ],
    ids=["no news", "silence", "not listed", "a word", "paid", "sent back"],
)
def test_what_was_accepted_is_followed(
    tills: Any, said: object, state: WithdrawalState, ended: int, told_of: int
) -> None:
    """It ends by the provider's word alone, and is told of when there is something new."""

    async def story(shop: PayoutShop) -> None:
        known, ends, changes = await _follows(said)(shop)
        assert (known.state, ends, len(changes)) == (state, ended, told_of)
        assert changes in ([], [known])

    told(tills, story)


@pytest.mark.parametrize(
    ("facts", "told_as"), [({"money": Money.of("5", "IRR")}, "5 IRR"), ({"iban": OTHER_IBAN}, OTHER_IBAN)]
)
def test_news_of_another_amount_or_receiver_end_nothing(
    tills: Any, facts: dict[str, Any], told_as: str
) -> None:
    """What is called paid must be what was sent; it stays open, with what the provider says, told of once."""

    async def story(shop: PayoutShop) -> None:
        strange = evidence(PayoutStanding.PAID, key="key-1", **facts)
        known, ends, changes = await _follows(strange)(shop)
        assert (known.state, known.reason, known.provider_message) == (S.ACCEPTED, R.MISMATCH, told_as)
        assert (ends, len(changes)) == (0, 1)
        shop.provider.says("ask_about", strange, WAITING, PAID)
        assert await shop.till.withdrawals.follow(shop.account.id) == 0
        assert len(changes) == 1
        assert await shop.till.withdrawals.follow(shop.account.id) == 0
        assert (changes[-1].reason, changes[-1].provider_message) == (None, None)
        assert await shop.till.withdrawals.follow(shop.account.id) == 1

    told(tills, story)


def test_a_name_that_another_withdrawal_has_spoils_nobodys_news(tills: Any) -> None:
    """One strange record among many does not keep the others from being heard of."""

    async def story(shop: PayoutShop) -> None:
        first = await shop.sent(evidence(key="key-1"))
        second = await shop.sent(evidence())
        shop.provider.says(
            "ask_about", {second.id: PAID, first.id: evidence(PayoutStanding.PAID, key="key-1")}
        )
        assert await shop.till.withdrawals.follow(shop.account.id) == 1
        assert (await shop.till.withdrawals.get(first.id)).state is S.PAID
        assert (await shop.till.withdrawals.get(second.id)).reason is R.MISMATCH

    told(tills, story)


def test_nothing_accepted_is_nothing_asked(tills: Any) -> None:
    """And a question without an answer changes nothing, and is an error."""

    async def story(shop: PayoutShop) -> None:
        assert await shop.till.withdrawals.follow(shop.account.id) == 0
        assert shop.provider.calls == []
        accepted = await shop.sent(WAITING)
        shop.provider.says("ask_about", LOST)
        with pytest.raises(NoAnswerError):
            await shop.till.withdrawals.follow(shop.account.id)
        assert await shop.till.withdrawals.get(accepted.id) == accepted

    told(tills, story)


def test_news_that_came_meanwhile_are_not_overwritten(tills: Any) -> None:
    """Settled while the question was on its way, it stays as it was settled."""

    async def story(shop: PayoutShop) -> None:
        accepted = await shop.sent(WAITING)
        held = HeldCall(WAITING)
        shop.provider.says("ask_about", held)
        asking = asyncio.create_task(shop.till.withdrawals.follow(shop.account.id))
        await held.begun.wait()
        await shop.till.database.write(
            lambda connection: connection.execute("UPDATE withdrawals SET state = 'paid'")
        )
        held.go_on.set()
        assert await asking == 0
        assert (await shop.till.withdrawals.get(accepted.id)).state is S.PAID

    told(tills, story)


def test_none_is_passed_over_for_good(tills: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more than one list holds, those that were not come across are asked about one by one, in turn."""
    monkeypatch.setattr("cashier.services.withdrawals._FOLLOWED_SINGLY", 2)

    async def story(shop: PayoutShop) -> None:
        sent = [await shop.sent(taken, a_row(1000 + place)) for place in range(8)]
        silent = [withdrawal.reference for withdrawal in sent[:6]]
        by_list = {withdrawal.id: PAID for withdrawal in sent[6:7]}
        shop.provider.usual["ask_about"] = lambda orders: (
            {order.withdrawal_id: evidence() for order in orders} if len(orders) == 1 else by_list
        )
        shop.provider.asked.clear()
        for _ in range(3):
            await shop.till.withdrawals.follow(shop.account.id)
        assert len(shop.provider.asked[0]) == len(sent)
        singly = [asked[0] for asked in shop.provider.asked if len(asked) == 1]
        assert sorted(singly) == sorted({*silent, sent[7].reference} & set(singly))
        assert len(set(singly)) == len(singly) == 6
        await shop.till.withdrawals.follow(shop.account.id)
        again = [asked[0] for asked in shop.provider.asked if len(asked) == 1]
        assert {*silent, sent[7].reference} <= set(again)

    told(tills, story)


# What is known


def test_others_that_look_the_same(tills: Any) -> None:
    """Made, agreed to or sent in the last ten minutes; refused ones only where the refusal may have come too late."""

    async def story(shop: PayoutShop) -> None:
        service = shop.till.withdrawals
        plainly_refused = await shop.sent(ProviderRefusedError("no", code="-5"))
        shop.tills.clock.advance(1)
        doubtful = await shop.sent(ProviderRefusedError("x", code="-18"))
        shop.provider.says("find_alike", [])
        doubtful = await shop.till.withdrawal_reconciliation.ask(doubtful.id)
        assert (doubtful.state, doubtful.provider_code) == (S.REFUSED, "-18")
        shop.tills.clock.advance(1)
        slow = await shop.proposed()
        asked = await shop.proposed()
        assert await service.alike(asked) == [slow, doubtful]
        assert plainly_refused not in await service.alike(asked)
        shop.tills.clock.advance(9 * 60)
        # Made long ago by now, and agreed to this minute.
        slow = await shop.approve(slow.id)
        shop.tills.clock.advance(9 * 60)
        assert await service.alike(asked) == [slow]
        shop.provider.says("submit", WAITING)
        slow = await service.submit(slow.id)
        shop.tills.clock.advance(9 * 60)
        assert await service.alike(asked) == [slow]
        shop.tills.clock.advance(2 * 60)
        assert await service.alike(asked) == []

    told(tills, story, "aqayepardakht")


def test_the_rules_of_an_account(tills: Any) -> None:
    """Its provider's traits and unit, and its own limits, against which a form is checked."""

    async def story(shop: PayoutShop) -> None:
        rules = await shop.till.withdrawals.rules(shop.account)
        assert rules.sends_in == TOMAN
        assert rules.limit_per_withdrawal == Money.of("5000", "IRR")
        assert rules.limit_per_day is None
        assert rules.most_at_once == 1
        typed = RowText(number=1, iban=IBAN, holder="", amount="600", note="", pay_id="")
        assert rules.check(typed, TOMAN).problems
        assert not rules.check(replace(typed, amount="500"), TOMAN).problems
        assert rules.check(replace(typed, amount="501"), rules.limit_per_withdrawal.unit).problems

    told(tills, story, "aqayepardakht", limit_per_withdrawal="5000")


def test_search_finds_withdrawals(tills: Any) -> None:
    """By what the provider said as well."""

    async def story(shop: PayoutShop) -> None:
        sent = await shop.sent(PAID)
        await shop.proposed(a_row(5))
        assert await shop.till.withdrawals.newest("140107", limit=5) == [sent]
        assert await shop.till.withdrawals.last_operation(sent.id) == await shop.last(sent)
        assert (await shop.till.withdrawals.needing_attention()).count == 1

    told(tills, story)
