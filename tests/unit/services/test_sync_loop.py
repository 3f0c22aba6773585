"""The sync loop: what it does in which order, what holds nothing up, and that it is never hot."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
import structlog

from cashier.domain.account import Account
from cashier.domain.operation import OperationState
from cashier.domain.outbox import OutboxItem, OutboxKind
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.providers.digibank_spec import DIGIBANK_TRAITS
from cashier.providers.errors import (
    CredentialsRefusedError,
    NoAnswerError,
    NotSentError,
    ProviderDownError,
    ProviderError,
    ProviderRefusedError,
)
from cashier.providers.protocol import OpenedPayment, PaymentEvidence, PaymentOrder, PaymentStanding
from cashier.providers.resid_spec import RESID_TRAITS
from cashier.services.asking import AskingPlan
from cashier.services.connectivity import LineState
from cashier.services.sync_loop import SyncLoop, SyncPlan
from cashier.services.till import Till, open_till
from cashier.storage import accounts, outbox
from cashier.storage.database import Database
from cashier.storage.errors import StorageTrouble, StorageUnavailableError
from tests.unit.services.simulated_timer import LONGEST_TURN_S, SimulatedTimer, turn

S, R = PaymentState, PaymentReason
TEN_MINUTES_S = 600.0


class Counter:
    """A provider behind a line that a test switches; says what it is told to by payment, else what is usual.

    Attributes:
        trouble: what every call raises; None while the line is there.
        calls: when, which method and about which payment ("" for a probe), in order.
        says: by method, or method and payment: what is returned or raised in place of the usual.
        sent_codes: every code that reached it.
    """

    def __init__(self, provider: str, now_s: Callable[[], float]) -> None:
        self.traits = DIGIBANK_TRAITS if provider == "digibank" else RESID_TRAITS
        self._now_s = now_s
        self.trouble: ProviderError | None = None
        self.calls: list[tuple[float, str, str]] = []
        self.says: dict[tuple[str, str], Any] = {}
        self.sent_codes: list[str] = []

    def made(self, *methods: str) -> list[tuple[str, str]]:
        """Return the calls, or those of some methods, without their times."""
        return [(method, payment) for _, method, payment in self.calls if not methods or method in methods]

    async def open_payment(self, order: PaymentOrder) -> OpenedPayment:
        """Open a payment."""
        usual = OpenedPayment(key=f"key of {order.payment_id}", expires_at=None, answer="{}")
        opened: OpenedPayment = self._answer("open_payment", order.payment_id, usual)
        return opened

    async def find_opened(self, order: PaymentOrder, since: datetime) -> OpenedPayment | None:
        """Find nothing."""
        del since
        opened: OpenedPayment | None = self._answer("find_opened", order.payment_id, None)
        return opened

    async def settle_payment(self, order: PaymentOrder, key: str, code: str) -> PaymentEvidence:
        """Settle a payment."""
        del key
        settled: PaymentEvidence = self._answer(
            "settle_payment", order.payment_id, PaymentEvidence(standing=PaymentStanding.SETTLED)
        )
        self.sent_codes.append(code)
        return settled

    async def ask_about(self, order: PaymentOrder, key: str) -> PaymentEvidence:
        """Say that the customer has not paid."""
        del key
        usual = PaymentEvidence(standing=PaymentStanding.WAITING)
        evidence: PaymentEvidence = self._answer("ask_about", order.payment_id, usual)
        return evidence

    async def test_connection(self) -> None:
        """Answer."""
        self._answer("test_connection", "", None)

    async def close(self) -> None:
        """Do nothing."""

    def _answer(self, method: str, payment_id: str, usual: object) -> Any:
        self.calls.append((self._now_s(), method, payment_id))
        if self.trouble is not None:
            raise self.trouble
        answer = self.says.get((method, payment_id), self.says.get((method, ""), usual))
        if isinstance(answer, BaseException):
            raise answer
        return answer


class Shop:
    """A till over simulated time, run after run on one file."""

    def __init__(self, tills: Any) -> None:
        self.tills = tills
        self.timer = SimulatedTimer(tills.clock)
        self.counters: dict[str, Counter] = {}

    @asynccontextmanager
    async def run(self, *, starts: bool = True, plan: AskingPlan | None = None) -> AsyncIterator[Till]:
        """Open the till with the plans of the real program; a loop that is not started waits for the test."""
        till = await open_till(
            await Database.open(self.tills.path),
            self.tills.vault,
            self.tills.clock,
            self.tills.redactor,
            plan=plan or AskingPlan(),
            sync_plan=SyncPlan(),
            timer=self.timer,
        )
        for account_id, counter in self.counters.items():
            till.clients._payment_clients._clients[account_id] = counter
        await till.reconciliation.recover()
        if starts:
            till.sync.start()
        try:
            yield till
        finally:
            # Taken out: they live longer than a run.
            till.clients._payment_clients._clients.clear()
            await till.close()

    async def account(self, till: Till, provider: str, **settings: Any) -> tuple[Account, Counter]:
        """Add an account whose line the test switches."""
        account: Account = await getattr(self.tills, provider)(till, **settings)
        counter = Counter(provider, self.timer.now_s)
        self.counters[account.id] = counter
        till.clients._payment_clients._clients[account.id] = counter
        return account, counter

    async def asked(self, till: Till, account: Account) -> Payment:
        """Return a payment that waits for its customer."""
        order = self.tills.order(account, "500")
        return await till.payments.request(till.payments.new_intent(), account, order)

    async def to_send_later(self, till: Till, account: Account) -> Payment:
        """Return a draft that waits in the outbox."""
        order = self.tills.order(account, "500")
        draft = await till.payments.save_draft(till.payments.new_intent(), account, order)
        return await till.payments.send_later(draft.id)


@pytest.fixture
def shop(tills: Any) -> Shop:
    """Return a shop over the test's own file."""
    return Shop(tills)


# Order


def test_for_one_account_the_outbox_goes_first_then_unknown_outcomes_then_what_is_open(shop: Shop) -> None:
    """Money that waits to be sent is asked for before anything else, and looks at open payments come last."""

    async def story() -> None:
        async with shop.run(starts=False, plan=AskingPlan(pauses_s=(0.0, 100.0))) as till:
            account, counter = await shop.account(till, "resid")
            waiting = await shop.asked(till, account)
            unknown = await shop.asked(till, account)
            counter.trouble = NoAnswerError("lost")
            assert (await till.payments.confirm(unknown.id)).state is S.UNKNOWN
            counter.trouble = None
            later = await shop.to_send_later(till, account)
            counter.calls.clear()
            till.sync.start()
            await shop.timer.settle(till)
            assert counter.made()[:3] == [
                ("open_payment", later.id),
                ("ask_about", unknown.id),
                ("ask_about", waiting.id),
            ]
            assert (await till.payments.get(later.id)).state is S.AWAITING_CUSTOMER
            assert not await till.payments.waiting_to_be_sent()

    asyncio.run(story())


def test_of_the_same_kind_the_oldest_goes_first(shop: Shop) -> None:
    """Who has waited longest is served first."""

    async def story() -> None:
        async with shop.run(starts=False) as till:
            account, counter = await shop.account(till, "digibank")
            drafts = [await shop.to_send_later(till, account) for _ in range(3)]
            till.sync.start()
            till.sync.start()
            await shop.timer.settle(till)
            assert counter.made() == [("open_payment", draft.id) for draft in drafts]

    asyncio.run(story())


@pytest.mark.parametrize(
    "poison",
    [
        ProviderRefusedError("no such customer", code="1301"),
        NoAnswerError("lost"),
        CredentialsRefusedError("bad key"),
        ZeroDivisionError("ours"),
    ],
    ids=lambda poison: type(poison).__name__,
)
def test_one_that_fails_holds_up_nobody(shop: Shop, poison: Exception) -> None:
    """A payment the provider, or a fault of ours, will not let through does not keep the next from being sent."""

    async def story() -> None:
        async with shop.run(starts=False) as till:
            account, counter = await shop.account(till, "digibank")
            bad, good = [await shop.to_send_later(till, account) for _ in range(2)]
            counter.says["open_payment", bad.id] = poison
            till.sync.start()
            await shop.timer.pass_(till, 120)
            assert (await till.payments.get(good.id)).state is S.AWAITING_CUSTOMER
            assert counter.made("open_payment").count(("open_payment", bad.id)) == 1
            assert (await till.payments.get(bad.id)).state in {S.DECLINED, S.UNKNOWN}

    asyncio.run(story())


def test_an_item_that_cannot_be_read_holds_up_nobody_and_is_not_lost(shop: Shop) -> None:
    """What another version wrote into the outbox breaks its own sending, is logged, and stays."""

    async def story() -> None:
        async with shop.run(starts=False) as till:
            account, counter = await shop.account(till, "digibank")
            bad = await shop.asked(till, account)
            item = OutboxItem(
                subject_id=bad.id,
                till_id=bad.till_id,
                account_id=account.id,
                kind=OutboxKind.CONFIRM,
                input="[]",
                created_at=shop.tills.clock.now(),
            )
            await till.database.write(lambda connection: outbox.put(connection, item))
            good = await shop.to_send_later(till, account)
            with structlog.testing.capture_logs() as logs:
                till.sync.start()
                await shop.timer.pass_(till, 100)
            assert (await till.payments.get(good.id)).state is S.AWAITING_CUSTOMER
            assert [waiting.subject_id for waiting in await till.payments.waiting_to_be_sent()] == [bad.id]
            broke = [log for log in logs if log["event"] == "chore_broke"]
            # Now, and after each pause; not without one.
            assert 2 <= len(broke) <= 5
            assert not counter.made("settle_payment")

    asyncio.run(story())


def test_an_account_without_its_secret_holds_up_no_other(shop: Shop) -> None:
    """What waits for an account that cannot be used stays in the outbox; the rest is sent."""

    async def story() -> None:
        async with shop.run(starts=False) as till:
            broken, _ = await shop.account(till, "digibank")
            account, _ = await shop.account(till, "digibank")
            bad = await shop.to_send_later(till, broken)
            good = await shop.to_send_later(till, account)
            await till.clients.forget(broken.id)
            await shop.tills.vault.delete(broken.secret_name("api_key"))
            till.sync.start()
            await shop.timer.pass_(till, 100)
            assert (await till.payments.get(good.id)).state is S.AWAITING_CUSTOMER
            assert [item.subject_id for item in await till.payments.waiting_to_be_sent()] == [bad.id]

    asyncio.run(story())


def test_a_removed_account_is_left_alone(shop: Shop) -> None:
    """Nothing is sent through an account that is no longer there, and its line is forgotten."""

    async def story() -> None:
        async with shop.run(starts=False) as till:
            account, counter = await shop.account(till, "digibank")
            await shop.to_send_later(till, account)
            counter.trouble = NotSentError("no line")
            till.sync.start()
            await shop.timer.settle(till)
            removed = replace(account, removed_at=shop.tills.clock.now())
            await till.database.write(lambda connection: accounts.save(connection, removed))
            counter.calls.clear()
            await shop.timer.pass_(till, 300)
            assert not counter.calls
            assert not till.connectivity.lines()

    asyncio.run(story())


# The line


def _gaps(counter: Counter) -> list[float]:
    times = [at_s for at_s, _, _ in counter.calls]
    return [later - earlier for earlier, later in pairwise(times)]


@pytest.mark.parametrize(("jitter", "share"), [(0.0, 0.5), (1.0, 1.0)])
@pytest.mark.parametrize("trouble", [NotSentError("no line"), ProviderDownError("503")], ids=repr)
def test_a_line_that_is_down_is_left_alone_for_longer_and_longer(
    shop: Shop, trouble: ProviderError, jitter: float, share: float
) -> None:
    """Each pause is twice the last, up to a minute, by a share between half and the whole."""

    async def story() -> None:
        async with shop.run(starts=False) as till:
            till.sync._jitter = lambda: jitter
            account, counter = await shop.account(till, "resid")
            await shop.asked(till, account)
            counter.calls.clear()
            counter.trouble = trouble
            till.sync.start()
            await shop.timer.pass_(till, TEN_MINUTES_S)
            # One question at a time; between, the payment's own pause may be longer than the line's.
            gaps = _gaps(counter)
            expected = [min(60.0, 2.0 * 2**number) * share for number in range(len(gaps))]
            assert all(gap >= pause for gap, pause in zip(gaps, expected, strict=True))
            assert max(gaps) <= 60.0 + SyncPlan().idle_s

    asyncio.run(story())


@pytest.mark.parametrize("trouble", [NotSentError("no line"), ProviderDownError("503")], ids=repr)
def test_an_outage_of_ten_minutes_is_never_hot_and_its_end_is_noticed(
    shop: Shop, trouble: ProviderError
) -> None:
    """However much waits, an account's line is tried a few times only; back, everything goes within a back-off."""

    async def story() -> None:
        async with shop.run(starts=False, plan=AskingPlan(pauses_s=(0.5, 3, *[10] * 10))) as till:
            made = {}
            for provider in ("digibank", "resid"):
                account, counter = await shop.account(till, provider)
                unknown = await shop.asked(till, account)
                counter.trouble = NoAnswerError("lost")
                await till.payments.confirm(unknown.id, "481516" if provider == "digibank" else "")
                counter.trouble = None
                waiting = [await shop.asked(till, account) for _ in range(3)]
                later = [await shop.to_send_later(till, account) for _ in range(3)]
                counter.trouble = trouble
                counter.calls.clear()
                made[provider] = (counter, unknown, waiting, later)
            till.sync.start()
            await shop.timer.pass_(till, TEN_MINUTES_S)
            for counter, *_ in made.values():
                assert 5 <= len(counter.calls) <= 25, _gaps(counter)
                counter.trouble = None
                counter.calls.clear()
            await shop.timer.pass_(till, SyncPlan().longest_back_off_s)
            for counter, _, _, later in made.values():
                assert counter.calls
                if isinstance(trouble, NotSentError):
                    # Nothing of it has left; what met a provider's fault is unknown, and is not sent again.
                    assert counter.made("open_payment") == [("open_payment", payment.id) for payment in later]
                    assert counter.made("ask_about")
            assert {line.state for line in till.connectivity.lines()} == {LineState.ONLINE}

    asyncio.run(story())


def test_a_success_elsewhere_wakes_a_line_that_was_down(shop: Shop) -> None:
    """One account that reaches its provider shows that there is a network: the others try at once."""

    async def story() -> None:
        async with shop.run() as till:
            down, counter = await shop.account(till, "digibank")
            other, _ = await shop.account(till, "digibank")
            later = await shop.to_send_later(till, down)
            counter.trouble = NotSentError("no line")
            await shop.timer.pass_(till, 200)
            counter.trouble = None
            counter.calls.clear()
            at_s = shop.timer.now_s()
            await shop.asked(till, other)
            await shop.timer.settle(till)
            assert counter.calls == [(at_s, "open_payment", later.id)]

    asyncio.run(story())


def test_a_provider_of_its_own_fault_is_not_woken_by_others(shop: Shop) -> None:
    """That the network is there says nothing about a provider that answers with faults."""

    async def story() -> None:
        async with shop.run() as till:
            down, counter = await shop.account(till, "resid")
            other, _ = await shop.account(till, "digibank")
            await shop.asked(till, down)
            counter.trouble = ProviderDownError("503")
            await shop.timer.pass_(till, 200)
            counter.calls.clear()
            await shop.asked(till, other)
            await shop.timer.settle(till)
            assert not counter.calls

    asyncio.run(story())


def test_the_network_that_is_back_is_used_at_once(shop: Shop) -> None:
    """The machine says that it has a network: every line is tried, whatever it was resting for."""

    async def story() -> None:
        async with shop.run() as till:
            account, counter = await shop.account(till, "digibank")
            later = await shop.to_send_later(till, account)
            counter.trouble = NotSentError("no line")
            await shop.timer.pass_(till, 200)
            counter.trouble = None
            counter.calls.clear()
            at_s = shop.timer.now_s()
            till.sync.network_is_back()
            await shop.timer.settle(till)
            assert counter.calls[:1] == [(at_s, "open_payment", later.id)]

    asyncio.run(story())


def test_a_line_with_nothing_waiting_is_probed_until_it_is_back(shop: Shop) -> None:
    """Only a call can tell that the line is back; the cheapest is made, rarely, and no more once it is."""

    async def story() -> None:
        async with shop.run() as till:
            account, counter = await shop.account(till, "digibank")
            counter.trouble = NotSentError("no line")
            draft = await shop.asked(till, account)
            assert draft.state is S.DRAFT
            await till.payments.cancel(draft.id)
            counter.calls.clear()
            await shop.timer.pass_(till, TEN_MINUTES_S)
            assert {method for _, method, _ in counter.calls} == {"test_connection"}
            assert 5 <= len(counter.calls) <= 25
            counter.trouble = None
            await shop.timer.pass_(till, 60)
            counter.calls.clear()
            await shop.timer.pass_(till, TEN_MINUTES_S)
            assert not counter.calls

    asyncio.run(story())


# The outbox


def test_a_confirmation_typed_offline_goes_when_the_line_is_back(shop: Shop) -> None:
    """With the code that was typed, once, in another run if need be; how often it was tried is on disk."""

    async def story() -> None:
        async with shop.run() as till:
            account, counter = await shop.account(till, "digibank")
            payment = await shop.asked(till, account)
            counter.trouble = NotSentError("no line")
            typed = await till.payments.confirm(payment.id, "481516")
            assert (typed.state, typed.reason) == (S.AWAITING_CUSTOMER, R.NO_CONNECTION)
            await shop.timer.pass_(till, 100)
            (before,) = await till.payments.waiting_to_be_sent()
            assert (before.kind, before.code) == (OutboxKind.CONFIRM, "481516")
            assert before.attempts >= 2
            assert before.error == "no line"
            assert before.last_attempt_at is not None
        async with shop.run(starts=False) as till:
            # The next run finds it as it was, and the open account's code in nobody's memory.
            assert await till.payments.waiting_to_be_sent() == [before]
            counter.trouble = None
            counter.calls.clear()
            till.sync.start()
            await shop.timer.settle(till)
            assert counter.made() == [("settle_payment", payment.id)]
            assert counter.sent_codes == ["481516"]
            assert (await till.payments.get(payment.id)).state is S.PAID
            assert not await till.payments.waiting_to_be_sent()

    asyncio.run(story())


def test_a_confirmation_whose_time_is_over_is_not_sent(shop: Shop) -> None:
    """Typed offline, and the line came back too late: the payment expires, and the outbox is empty."""

    async def story() -> None:
        async with shop.run() as till:
            account, counter = await shop.account(till, "digibank")
            payment = await shop.asked(till, account)
            counter.trouble = NotSentError("no line")
            await till.payments.confirm(payment.id, "481516")
            counter.says["ask_about", ""] = PaymentEvidence(standing=PaymentStanding.NOT_FOUND)
            await shop.timer.pass_(till, DIGIBANK_TRAITS.open_for.total_seconds() + 60)
            counter.trouble = None
            counter.calls.clear()
            await shop.timer.pass_(till, 120)
            assert not counter.made("settle_payment")
            assert (await till.payments.get(payment.id)).state is S.EXPIRED
            assert not await till.payments.waiting_to_be_sent()

    asyncio.run(story())


def test_a_request_chosen_to_be_sent_later_goes_when_the_line_is_back(shop: Shop) -> None:
    """Offline it waits, in every run, and is a draft; it is sent once."""

    async def story() -> None:
        async with shop.run() as till:
            account, counter = await shop.account(till, "digibank")
            counter.trouble = NotSentError("no line")
            later = await shop.to_send_later(till, account)
            (fresh,) = await till.payments.waiting_to_be_sent()
            assert (fresh.kind, fresh.attempts, fresh.error) == (OutboxKind.REQUEST, 0, None)
            await shop.timer.pass_(till, 100)
            assert (await till.payments.get(later.id)).state is S.DRAFT
            (tried,) = await till.payments.waiting_to_be_sent()
            assert tried.created_at == fresh.created_at
            assert tried.attempts >= 2
            assert tried.error == "no line"
        counter.trouble = None
        counter.calls.clear()
        async with shop.run() as till:
            await shop.timer.pass_(till, 100)
            assert counter.made("open_payment") == [("open_payment", later.id)]
            assert (await till.payments.get(later.id)).state is S.AWAITING_CUSTOMER
            assert not await till.payments.waiting_to_be_sent()

    asyncio.run(story())


# What is open


@pytest.mark.parametrize("provider", ["digibank", "resid"])
def test_what_is_open_is_closed_when_its_time_is_over(shop: Shop, provider: str) -> None:
    """A token is looked at now and then, a code is not; each ends as expired by itself."""

    async def story() -> None:
        async with shop.run() as till:
            account, counter = await shop.account(till, provider)
            payment = await shop.asked(till, account)
            assert payment.expires_at is not None
            life_s = (payment.expires_at - shop.tills.clock.now()).total_seconds()
            await shop.timer.pass_(till, life_s - 30)
            looks = len(counter.made("ask_about"))
            assert looks == 0 if provider == "digibank" else 90 <= looks <= 130
            assert (await till.payments.get(payment.id)).state is S.AWAITING_CUSTOMER
            await shop.timer.pass_(till, 90)
            assert (await till.payments.get(payment.id)).state is S.EXPIRED
            counter.calls.clear()
            await shop.timer.pass_(till, TEN_MINUTES_S)
            assert not counter.calls

    asyncio.run(story())


def test_a_customer_who_paid_is_seen(shop: Shop) -> None:
    """The token is looked at without anybody asking."""

    async def story() -> None:
        async with shop.run() as till:
            account, counter = await shop.account(till, "resid")
            payment = await shop.asked(till, account)
            counter.says["ask_about", ""] = PaymentEvidence(standing=PaymentStanding.CUSTOMER_PAID)
            await shop.timer.pass_(till, SyncPlan().open_pause_s)
            assert (await till.payments.get(payment.id)).customer_paid_at is not None

    asyncio.run(story())


def test_a_payment_without_an_end_is_left_in_peace(shop: Shop) -> None:
    """Nothing is to be asked about a code, and nothing says when it ends: the loop looks now and then, at home."""

    async def story() -> None:
        async with shop.run() as till:
            account, counter = await shop.account(till, "digibank")
            payment = await shop.asked(till, account)
            await till.database.write(
                lambda connection: connection.execute(
                    "UPDATE payments SET expires_at = NULL WHERE id = ?", (payment.id,)
                )
            )
            counter.calls.clear()
            till.sync.wake()
            await shop.timer.pass_(till, 3600)
            assert not counter.calls
            assert (await till.payments.get(payment.id)).state is S.AWAITING_CUSTOMER

    asyncio.run(story())


def test_what_only_a_person_can_tell_is_asked_no_more(shop: Shop) -> None:
    """When the plan has run out nothing is asked, until a person has it asked."""

    async def story() -> None:
        async with shop.run(plan=AskingPlan(pauses_s=(1.0, 2.0, 3.0))) as till:
            account, counter = await shop.account(till, "digibank")
            payment = await shop.asked(till, account)
            counter.trouble = NoAnswerError("lost")
            await till.payments.confirm(payment.id, "481516")
            await shop.timer.pass_(till, TEN_MINUTES_S)
            operation = await till.payments.last_operation(payment.id)
            assert operation is not None
            assert operation.state is OperationState.NEEDS_PERSON
            assert len(counter.made("ask_about")) == 3
            counter.trouble = None
            counter.says["ask_about", ""] = PaymentEvidence(standing=PaymentStanding.SETTLED)
            assert (await till.reconciliation.ask(payment.id)).state is S.PAID

    asyncio.run(story())


def test_what_somebody_is_at_is_left_to_him(shop: Shop) -> None:
    """While a step of a payment is under way the loop does not begin another."""

    async def story() -> None:
        async with shop.run() as till:
            account, counter = await shop.account(till, "resid")
            payment = await shop.asked(till, account)
            await shop.timer.settle(till)
            counter.calls.clear()
            go_on = asyncio.Event()

            async def long_step() -> Payment:
                await go_on.wait()
                return payment

            step = asyncio.create_task(till.desk.once("long", payment.id, long_step))
            await asyncio.sleep(0)
            till.sync._due_s.clear()
            till.sync.wake()
            async with asyncio.timeout(LONGEST_TURN_S):
                while till.sync._woken.is_set() or shop.timer._woken is None:
                    await turn()
            assert not counter.calls
            # A little later it is looked at again, in case nothing comes of it.
            assert shop.timer.due_s - shop.timer.now_s() <= SyncPlan().retry_pause_s
            go_on.set()
            await step
            # Not by the clock: the end of the step is enough, whether it changed anything or not.
            await shop.timer.settle(till)
            assert counter.made("ask_about") == [("ask_about", payment.id)]

    asyncio.run(story())


# Trouble at home


@pytest.mark.parametrize(
    "trouble",
    [StorageUnavailableError("no disk", StorageTrouble.FAILING), ZeroDivisionError("ours")],
    ids=lambda trouble: type(trouble).__name__,
)
def test_a_loop_that_cannot_read_tries_again(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    """Neither the disk nor a fault of ours ends it: after a pause it looks again."""

    async def story() -> None:
        async with shop.run(starts=False) as till:
            account, counter = await shop.account(till, "digibank")
            later = await shop.to_send_later(till, account)

            async def fail(query: object) -> None:
                del query
                raise trouble

            with monkeypatch.context() as broken:
                broken.setattr(till.database, "read", fail)
                till.sync.start()
                await shop.timer.settle(till)
            assert not counter.calls
            await shop.timer.pass_(till, SyncPlan().retry_pause_s)
            assert counter.made("open_payment") == [("open_payment", later.id)]

    asyncio.run(story())


def test_a_job_that_cannot_be_written_down_is_tried_again(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk takes nothing: nothing is sent; when it does again, it is."""

    async def story() -> None:
        async with shop.run(starts=False) as till:
            account, counter = await shop.account(till, "digibank")
            later = await shop.to_send_later(till, account)

            async def fail(transaction: object) -> None:
                del transaction
                raise StorageUnavailableError("full", StorageTrouble.FULL)

            with monkeypatch.context() as broken:
                broken.setattr(till.database, "write", fail)
                till.sync.start()
                await shop.timer.settle(till)
                assert not counter.calls
            await shop.timer.pass_(till, SyncPlan().retry_pause_s)
            assert counter.made("open_payment") == [("open_payment", later.id)]

    asyncio.run(story())


def test_a_round_that_breaks_rests_and_goes_on(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours outside of any job is logged, and the account is tried again after a pause."""

    async def story() -> None:
        async with shop.run(starts=False) as till:
            account, counter = await shop.account(till, "digibank")
            later = await shop.to_send_later(till, account)

            async def fail(self: SyncLoop, job: object) -> float:
                del self, job
                raise ZeroDivisionError("ours")

            with monkeypatch.context() as broken, structlog.testing.capture_logs() as logs:
                broken.setattr(SyncLoop, "_do", fail)
                till.sync.start()
                await shop.timer.settle(till)
            assert [log["event"] for log in logs if log["log_level"] == "error"] == ["sync_round_failed"]
            await shop.timer.pass_(till, 60)
            assert counter.made("open_payment") == [("open_payment", later.id)]

    asyncio.run(story())


def test_a_till_that_closes_begins_nothing_new(shop: Shop) -> None:
    """Stopped in the middle of a round, the loop leaves the rest to the next run, which does it."""

    async def story() -> None:
        async with shop.run(starts=False) as till:
            account, counter = await shop.account(till, "digibank")
            drafts = [await shop.to_send_later(till, account) for _ in range(3)]
            till.sync.start()
            async with asyncio.timeout(LONGEST_TURN_S):
                while not counter.calls:
                    await turn()
        assert 1 <= len(counter.calls) < 3
        async with shop.run() as till:
            await shop.timer.settle(till)
            assert counter.made("open_payment") == [("open_payment", draft.id) for draft in drafts]

    asyncio.run(story())


def test_the_plan_of_the_program_is_a_patient_one() -> None:
    """What the tests above count on: a minute at most between two tries."""
    assert SyncPlan().longest_back_off_s <= timedelta(minutes=1).total_seconds()
