"""Random histories of a shop's day, held against the four promises about money after every step."""

from __future__ import annotations

import asyncio
import functools
import logging
import os
import shutil
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from datetime import timedelta
from pathlib import Path
from random import SystemRandom
from typing import Any

import pytest
import structlog
from hypothesis import HealthCheck, Phase, Verbosity, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, get_state_machine_test, invariant, rule

from cashier.domain.account import Account
from cashier.domain.operation import OperationKind, OperationState
from cashier.domain.payment import Payment, PaymentState
from cashier.sandbox.control_client import ControlError
from cashier.sandbox.server import SandboxServer
from cashier.services.preferences import Preferences
from cashier.services.reconciliation import AskingPlan
from cashier.services.sync_loop import SyncPlan
from tests.faults.till_history import PromiseBrokenError, TillHistory

# Replays what a run printed: the same seed draws the same histories.
SEED_VARIABLE = "CASHIER_HISTORY_SEED"
# Where a change is judged, it is judged by the same histories as the one before; on a desk new ones are drawn.
JUDGED_SEED = 2230834365
# "long" draws many more, and longer ones; "shrink" looks for a shorter history that breaks a promise.
PROFILE_VARIABLE = "CASHIER_HISTORY_PROFILE"

# Examples, and steps in each.
PROFILES = {"short": (55, 50), "shrink": (45, 50), "long": (800, 80)}
FEWEST_STEPS = 2000

MANAGER_PIN = "481516"
SHORT_TIMEOUTS = {"read_timeout_s": "0.08", "call_timeout_s": "0.16"}
LATE_S = 0.12

ENDPOINTS = {"digibank": ("request", "finalize", "list"), "resid": ("create", "collect", "get", "list")}
# One that decides about money, likelier than the rest.
MONEY = {"digibank": "finalize", "resid": "collect"}

FAULTS: dict[str, dict[str, object]] = {
    "reset_before": {},
    "reset_after": {},
    "error_before": {"status": 503},
    "error_after": {"status": 500},
    "truncated_body": {},
    "invalid_json": {},
    "html_page": {},
    "empty_body": {},
    "too_many_requests": {},
    "wrong_credentials": {},
    "address_not_allowed": {},
    "refuse": {},
    "redirect": {},
    "extra_fields": {},
    "numbers_as_strings": {},
    "duplicate_items": {},
    "clock_off": {"seconds": 600},
}
SPOILING = {"missing_field": ("code", "message"), "null_field": ("code", "message")}
SLOW = ("latency", "latency_after")
HOLDS = ("hold_before", "hold_after")

number = st.integers(0, 999)
amounts = st.sampled_from(("1", "10", "250", "50000"))


def _told(**drawn: Any) -> Callable[[Any], Any]:
    """Make a rule whose every use is kept, to be told when a promise breaks."""

    def decorate(step: Any) -> Any:
        @functools.wraps(step)
        def told(shop: Shop, *values: Any, **named: Any) -> None:
            words = [*map(repr, values), *(f"{name}={value!r}" for name, value in named.items())]
            shop.history.story.append(f"{step.__name__}({', '.join(words)})")
            step(shop, *values, **named)

        return rule(**drawn)(told)

    return decorate


class Shop(RuleBasedStateMachine):
    """A till, its cashier, its customers, its providers, and everything that goes wrong between them."""

    history: TillHistory
    make: Callable[[], TillHistory]
    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.history = type(self).make()
        self.control = self.history.sandbox.control
        self.codes: dict[str, str] = {}
        self.presses: list[tuple[str, Account, str]] = []
        self.payments: list[Payment] = []
        self.with_person: list[Payment] = []
        self._look()

    def teardown(self) -> None:
        """However it went, at last everything comes to rest."""
        try:
            if sys.exc_info()[0] is None:
                self.history.check_at_rest()
        finally:
            self.control.clear_faults()
            self.control.release()
            self.history.close()

    # What is there

    @property
    def service(self) -> Any:
        """The payments of the run that goes on."""
        return self.history.till.payments

    def _look(self) -> None:
        books = self.history.books()
        self.payments = list(books.payments.values())
        self.with_person = [
            payment
            for payment in self.payments
            if any(
                call.state is OperationState.NEEDS_PERSON and call.kind is OperationKind.SETTLE_PAYMENT
                for call in books.calls[payment.id]
            )
        ]
        self.accounts = {account.id: account for account in self.history.accounts()}

    def _in(self, *states: PaymentState) -> list[Payment]:
        return [payment for payment in self.payments if payment.state in states]

    def _provider(self, payment: Payment) -> str:
        return self.accounts[payment.account_id].provider

    def _shown_tokens(self) -> list[str]:
        """Return the tokens a customer may pay with.

        Of payments that were given up, or are about to be, only while resid holds no collecting call of ours: what
        it does with one after the token's end, only a list tells, and the till reads none yet.
        """
        collects_later = any(
            not call.ended for call in self.control.calls(provider="resid", endpoint=MONEY["resid"])
        )
        return [
            payment.provider_key
            for payment in self.payments
            if payment.provider_key is not None
            and self._provider(payment) == "resid"
            and (self._stays_open(payment) or not collects_later)
        ]

    def _stays_open(self, payment: Payment) -> bool:
        is_over = payment.expires_at is None or payment.expires_at <= self.history.tills.clock.now()
        return payment.is_open and not is_over and not self.history.till.desk.is_under_way(payment.id)

    def _code(self, payment: Payment) -> str:
        if self._provider(payment) == "resid":
            return ""
        self.codes |= {request.request_id: request.code for request in self.control.open_requests()}
        return self.codes.get(payment.provider_key or "", "000000")

    @invariant()
    def promises_hold(self) -> None:
        """Nothing twice, nothing guessed, nothing forgotten."""
        type(self).steps += 1
        self.history.check_always()
        self._look()

    # The cashier

    @_told(which=number, amount=amounts, presses=st.sampled_from((1, 1, 2)))
    def asks_for_a_payment(self, which: int, amount: str, presses: int) -> None:
        """Presses "send", once or twice quickly."""
        account = self._some_account(which)
        intent = self.service.new_intent()
        order = self.history.tills.order(account, amount)

        async def press() -> Payment:
            made = await asyncio.gather(
                *(self.service.request(intent, account, order) for _ in range(presses))
            )
            assert len({payment.id for payment in made}) == 1
            return made[0]  # type: ignore[no-any-return]

        made = self.history.attempt(press())
        if made is not None:
            self.presses.append((intent, account, made.id))
        self._look()

    @_told(which=number)
    def an_old_press_arrives_again(self, which: int) -> None:
        """The same press, perhaps in another run: it is the same payment."""
        if not self.presses:
            return
        intent, account, payment_id = _pick(self.presses[::-1], which // 3 if which % 3 else 0)
        again = self.history.attempt(self.service.request(intent, account, self.history.tills.order(account)))
        if again is not None and again.id != payment_id:
            raise PromiseBrokenError("no double: one press is two payments")

    @_told(which=number, amount=amounts)
    def keeps_a_draft(self, which: int, amount: str) -> None:
        """Writes a payment down for later."""
        account = self._some_account(which)
        order = self.history.tills.order(account, amount)
        self.history.attempt(self.service.save_draft(self.service.new_intent(), account, order))

    @_told(which=number, how=st.sampled_from(("send_draft", "send_later", "cancel")))
    def goes_on_with_a_draft(self, which: int, how: str) -> None:
        """Sends it, lets it wait for a connection, or throws it away."""
        if not self._in(PaymentState.DRAFT):
            self.keeps_a_draft(which, "10")
            self._look()
        draft = _pick(self._in(PaymentState.DRAFT), which)
        self.history.attempt(getattr(self.service, how)(draft.id))

    @_told(which=number, right=st.sampled_from((True, True, True, False)), presses=st.sampled_from((1, 1, 2)))
    def confirms(self, which: int, right: bool, presses: int) -> None:  # noqa: FBT001  # drawn
        """Types the customer's code, rightly or not, or collects; once or twice quickly."""
        payment = self._waiting(which)
        if payment is None or payment.state is PaymentState.DRAFT:
            return
        code = self._code(payment)
        typed = code if right or not code else f"{(int(code) + 1) % 1_000_000:06}"
        for coroutine in self._presses(lambda: self.service.confirm(payment.id, typed), presses):
            self.history.attempt(coroutine)

    @_told(
        which=number,
        name=st.sampled_from(HOLDS),
        what=st.sampled_from(("cancel", "request_again", "expire", "ask", "confirm")),
        jump_s=st.sampled_from((0, 0, 3600)),
    )
    def loses_patience(self, which: int, name: str, what: str, jump_s: int) -> None:
        """Presses another button while the money is on its way, and the provider acts when it likes."""
        payment = self._waiting(which - which % 4 + 1)
        if payment is None:
            return
        provider = self._provider(payment)
        code = self._code(payment)
        self.control.fault(name, provider, MONEY[provider])

        def other() -> Coroutine[Any, Any, Payment]:
            self.history.tills.clock.advance(jump_s)
            act = self.history.till.reconciliation.ask if what == "ask" else getattr(self.service, what)
            return act(payment.id)  # type: ignore[no-any-return]

        self.history.attempt_while_held(self.service.confirm(payment.id, code), other)

    @_told(
        which=number,
        what=st.sampled_from(("cancel", "cancel", "request_again", "expire", "refresh", "ask", "ask")),
        presses=st.sampled_from((1, 2)),
    )
    def does_something_else_with_it(self, which: int, what: str, presses: int) -> None:
        """Whatever there is a button for, on whatever payment; what cannot be done is refused."""
        if not self.payments:
            self.asks_for_a_payment(which, "10", presses)
        payment = _pick(self.payments, which)
        if what == "expire" and payment.state is PaymentState.DRAFT:
            # There is no such button: a draft has no time to run out.
            return
        act = self.history.till.reconciliation.ask if what == "ask" else getattr(self.service, what)
        for coroutine in self._presses(lambda: act(payment.id), presses):
            self.history.attempt(coroutine)

    @_told(which=number)
    def marks_as_not_paid(self, which: int) -> None:
        """A manager looks at the provider's own list first, when nothing is on its way any more."""
        if not self.with_person:
            return
        payment = _pick(self.with_person, which)
        self.control.release()
        self.control.wait_for_calls(len(self.control.calls()))
        books = self.history.books()
        still_payable = payment.provider_key in {each.token for each in self.control.waiting_payments()}
        if books.entries_of(payment) or still_payable:
            return
        (manager,) = self.history.do(self.history.till.operators.in_service())
        self.history.attempt(
            self.history.till.decisions.mark_not_paid(
                payment.id, manager_id=manager.id, pin=MANAGER_PIN, reason="not in the provider's list"
            )
        )

    # The customer

    @_told(which=number, pays=st.sampled_from((True, True, True, False)))
    def customer_uses_a_token(self, which: int, pays: bool) -> None:  # noqa: FBT001  # drawn
        """Pays or fails to, with a token that was shown once, if the provider still takes it."""
        tokens = self._shown_tokens()
        if not tokens:
            return
        # The newest is likeliest to be in somebody's hand.
        token = _pick(tokens[::-1], which // 3 if which % 3 else 0)
        try:
            (self.control.pay if pays else self.control.refuse)(token)
        except ControlError:
            return

    # Time

    @_told(pause_s=st.sampled_from((0.002, 0.01, 0.03)))
    def time_is_given(self, pause_s: float) -> None:
        """The till goes on by itself for a moment."""
        self.history.give_time(pause_s)

    @_told(seconds=st.sampled_from((10, 60, 290, 302, 600, 1205)))
    def time_passes(self, seconds: int) -> None:
        """On both sides of the counter."""
        self.control.advance(seconds)
        self.history.tills.clock.advance(seconds)

    @_told(seconds=st.sampled_from((-3600, -400, -60, 60, 200)))
    def our_clock_jumps(self, seconds: int) -> None:
        """Only the till's."""
        self.history.tills.clock.advance(seconds)

    # What goes wrong

    @_told(
        provider=st.sampled_from(sorted(ENDPOINTS)),
        where=number,
        name=st.sampled_from((*FAULTS, *HOLDS, *HOLDS)),
        times=st.sampled_from((1, 1, 1, 2, 9)),
    )
    def something_breaks(self, provider: str, where: int, name: str, times: int) -> None:
        """For the next calls of one kind, likeliest of the kind that moves money."""
        endpoint = _pick([*ENDPOINTS[provider], *[MONEY[provider]] * 3], where)
        if name in HOLDS:
            times = 1
        if name == "refuse" and any(not call.ended for call in self.control.calls()):
            # A provider that refuses what it is about to accept contradicts itself.
            return
        if name == "refuse" and any(not call.ended for call in self.control.calls()):
            # A provider that refuses what it is about to accept contradicts itself.
            return
        self.control.fault(name, provider, endpoint, times=times, **FAULTS.get(name, {}))

    @_told(provider=st.sampled_from(sorted(ENDPOINTS)), name=st.sampled_from(SLOW), where=number)
    def answers_come_too_late(self, provider: str, name: str, where: int) -> None:
        """The caller has gone by then; whether the provider acts is for the fault to say."""
        endpoint = _pick([*ENDPOINTS[provider], *[MONEY[provider]] * 3], where)
        self.control.fault(name, provider, endpoint, seconds=LATE_S)

    @_told(provider=st.sampled_from(sorted(ENDPOINTS)), name=st.sampled_from(sorted(SPOILING)), where=number)
    def an_answer_lacks_what_decides(self, provider: str, name: str, where: int) -> None:
        """A field without which nobody knows what became of the money."""
        endpoint = _pick([*ENDPOINTS[provider], *[MONEY[provider]] * 3], where)
        self.control.fault(name, provider, endpoint, field=SPOILING[name][provider == "resid"])

    @_told(value=st.sampled_from(("99999999", "0.01")), provider=st.sampled_from(sorted(ENDPOINTS)))
    def the_provider_names_another_amount(self, value: str, provider: str) -> None:
        """Once, when it is asked what became of a payment."""
        asked = "list" if provider == "digibank" else "get"
        name = "huge_amounts" if value != "0.01" else "tiny_amounts"
        self.control.fault(name, provider, asked, value=value)

    @_told(reset=st.booleans())
    def what_was_held_goes_on(self, reset: bool) -> None:  # noqa: FBT001  # drawn
        """Long after, with an answer or without one."""
        self.control.release(reset=reset)

    @_told()
    def everything_works_again(self) -> None:
        """Faults are over; what is held stays held."""
        self.control.clear_faults()

    @_told(which=number, up=st.booleans())
    def the_line_drops_or_comes_back(self, which: int, up: bool) -> None:  # noqa: FBT001  # drawn
        """Of one account: no connection can be made."""
        self.history.set_line(self._some_account(which), up=up)

    @_told()
    def the_network_is_back(self) -> None:
        """The machine says so; the till may try at once."""
        self.history.till.sync.network_is_back()

    # Ends and beginnings

    @_told()
    def restarts(self) -> None:
        """By order."""
        self.history.restart()

    @_told()
    def is_killed(self) -> None:
        """Between two turns, whatever was under way."""
        self.history.kill()

    @_told(which=number, after_write=st.integers(1, 4))
    def is_killed_in_a_step(self, which: int, after_write: int) -> None:
        """The instant after the n-th transaction of a step that calls the provider."""
        payment = self._waiting(which)
        if payment is not None:
            self.history.kill_during(self._calling_step(payment), after_write=after_write)

    @_told(which=number, name=st.sampled_from(HOLDS))
    def is_killed_on_the_wire(self, which: int, name: str) -> None:
        """While the provider has the call, before it acts or after; it goes on when it likes."""
        payment = self._waiting(which)
        if payment is None:
            return
        endpoints = ENDPOINTS[self._provider(payment)]
        self.control.fault(
            name, self._provider(payment), endpoints[payment.state is PaymentState.AWAITING_CUSTOMER]
        )
        self.history.kill_while_held(self._calling_step(payment))

    @_told()
    def comes_to_rest(self) -> None:
        """Line back, faults over, time given: both ledgers agree."""
        self.history.check_at_rest()

    # Within

    def _some_account(self, which: int) -> Account:
        return _pick(list(self.accounts.values()), which)

    def _waiting(self, which: int) -> Payment | None:
        """Return a payment that waits for its customer or is a draft; asks for one first if there is none.

        What is drawn must not depend on what there is, which hangs on time: else nothing could be replayed.
        """
        states = [PaymentState.AWAITING_CUSTOMER, *([PaymentState.DRAFT] if which % 4 == 0 else [])]
        if not self._in(*states):
            self.asks_for_a_payment(which, "10", 1)
        found = self._in(*states)
        return _pick(found, which // 4) if found else None

    def _calling_step(self, payment: Payment) -> Callable[[], Coroutine[Any, Any, Payment]]:
        if payment.state is PaymentState.DRAFT:
            return lambda: self.service.send_draft(payment.id)  # type: ignore[no-any-return]
        code = self._code(payment)
        return lambda: self.service.confirm(payment.id, code)  # type: ignore[no-any-return]

    @staticmethod
    def _presses(
        step: Callable[[], Coroutine[Any, Any, Payment]], count: int
    ) -> list[Coroutine[Any, Any, Payment]]:
        if count == 1:
            return [step()]

        async def twice() -> Payment:
            first, second = await asyncio.gather(step(), step(), return_exceptions=True)
            if isinstance(first, BaseException):
                raise first
            if isinstance(second, BaseException):
                raise second
            return first

        return [twice()]


def _pick(choices: list[Any], which: int) -> Any:
    return choices[which % len(choices)]


class _Profile:
    """How much is drawn, and from which seed."""

    def __init__(self) -> None:
        self.name = os.environ.get(PROFILE_VARIABLE, "short")
        self.examples, self.steps = PROFILES[self.name]
        drawn = JUDGED_SEED if os.environ.get("CI") else SystemRandom().getrandbits(32)
        self.seed = int(os.environ.get(SEED_VARIABLE) or drawn)

    @property
    def settings(self) -> settings:
        """What Hypothesis is told."""
        return settings(
            max_examples=self.examples,
            stateful_step_count=self.steps,
            deadline=None,
            database=None,
            print_blob=True,
            report_multiple_bugs=False,
            # Each try at a shorter history takes as long as the history: only when asked for.
            phases=(Phase.generate, Phase.shrink) if self.name == "shrink" else (Phase.generate,),
            verbosity=Verbosity.normal,
            suppress_health_check=list(HealthCheck),
        )


@pytest.fixture
def _quiet() -> Iterator[None]:
    """Let only errors of our own be logged: what is tried here fails thousands of times."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    yield
    structlog.configure(**before)


@pytest.fixture
def shop(tmp_path: Path, tills: Any, sandbox: SandboxServer) -> type[Shop]:
    """Return the machine; each history begins with a copy of one shop that was set up, and a world of its own."""
    tills.plan = AskingPlan(
        pauses_s=(0.001, 0.002, 0.005, 0.01, 0.02),
        not_found_gap=timedelta(milliseconds=3),
        expiry_margin=timedelta(seconds=30),
    )
    tills.sync_plan = SyncPlan(
        open_pause_s=0.02, retry_pause_s=0.02, first_back_off_s=0.005, longest_back_off_s=0.03, idle_s=0.5
    )

    async def set_up() -> None:
        async with tills() as till:
            await till.operators.set_up_till(Preferences(), name="نمونه", pin=MANAGER_PIN)
            await tills.digibank(till, **SHORT_TIMEOUTS)
            await tills.resid(till, **SHORT_TIMEOUTS)
            await tills.resid(till, **SHORT_TIMEOUTS, auto_collect=True)

    asyncio.run(set_up())
    template = tills.path
    made = 0

    def make() -> TillHistory:
        nonlocal made
        made += 1
        # Its seed is its own too: tokens and codes are the same when it is played again.
        sandbox.control.reset(seed=1)
        sandbox.control.put_account("resid", list_calls_per_minute=None)
        folder = tmp_path / f"history{made}"
        tills.path = folder / "run1" / "till.sqlite3"
        tills.path.parent.mkdir(parents=True)
        shutil.copy(template, tills.path)
        tills.clock.shift = timedelta()
        return TillHistory(folder, tills)

    class ThisShop(Shop):
        steps = 0

    ThisShop.make = staticmethod(make)
    return ThisShop


@pytest.mark.timeout(0)
# A run that is killed closes none of its connections; here they are found open in the process that goes on.
@pytest.mark.filterwarnings(
    r"ignore:Exception ignored in. <(socket|function _SelectorTransport):pytest.PytestUnraisableExceptionWarning"
)
@pytest.mark.usefixtures("_quiet")
def test_the_four_promises_hold_in_random_histories(shop: type[Shop], capsys: Any) -> None:
    """Nothing is settled twice, lost, guessed or passed over, whatever happens in whatever order."""
    profile = _Profile()
    with capsys.disabled():
        sys.stdout.write(f"\n{SEED_VARIABLE}={profile.seed} {PROFILE_VARIABLE}={profile.name}\n")
    began_at_s = time.monotonic()
    histories = seed(profile.seed)(get_state_machine_test(shop, settings=profile.settings))
    histories()
    with capsys.disabled():
        sys.stdout.write(f"{shop.steps} steps in {time.monotonic() - began_at_s:.0f} s\n")
    assert shop.steps >= FEWEST_STEPS
