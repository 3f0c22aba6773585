"""What a cashier and the customers do in random histories of a shop that takes payments."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from hypothesis import strategies as st

from cashier.domain.account import Account
from cashier.domain.payment import Payment, PaymentState
from cashier.sandbox.control_client import ControlError
from tests.faults.history_books import PromiseBrokenError
from tests.faults.shop import HOLDS, MONEY, Shop, number, pick, told

amounts = st.sampled_from(("1", "10", "250", "50000"))


class CounterRules(Shop):
    """Payments: asked for, paid, confirmed, given up."""

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}
        self.presses: list[tuple[str, Account, str]] = []
        super().__init__()

    @property
    def service(self) -> Any:
        """The payments of the run that goes on."""
        return self.history.till.payments

    # The cashier

    @told(which=number, amount=amounts, presses=st.sampled_from((1, 1, 2)))
    def asks_for_a_payment(self, which: int, amount: str, presses: int) -> None:
        """Presses "send", once or twice quickly."""
        account = self.some_account(which, pays_out=False)
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
        self.look()

    @told(which=number)
    def an_old_press_arrives_again(self, which: int) -> None:
        """The same press, perhaps in another run: it is the same payment."""
        if not self.presses:
            return
        intent, account, payment_id = pick(self.presses[::-1], which // 3 if which % 3 else 0)
        again = self.history.attempt(self.service.request(intent, account, self.history.tills.order(account)))
        if again is not None and again.id != payment_id:
            raise PromiseBrokenError("no double: one press is two payments")

    @told(which=number, amount=amounts)
    def keeps_a_draft(self, which: int, amount: str) -> None:
        """Writes a payment down for later."""
        account = self.some_account(which, pays_out=False)
        order = self.history.tills.order(account, amount)
        self.history.attempt(self.service.save_draft(self.service.new_intent(), account, order))

    @told(which=number, how=st.sampled_from(("send_draft", "send_later", "cancel")))
    def goes_on_with_a_draft(self, which: int, how: str) -> None:
        """Sends it, lets it wait for a connection, or throws it away."""
        if not self.payments_in(PaymentState.DRAFT):
            self.keeps_a_draft(which, "10")
            self.look()
        draft = pick(self.payments_in(PaymentState.DRAFT), which)
        self.history.attempt(getattr(self.service, how)(draft.id))

    @told(which=number, right=st.sampled_from((True, True, True, False)), presses=st.sampled_from((1, 1, 2)))
    def confirms(self, which: int, right: bool, presses: int) -> None:  # noqa: FBT001  # drawn
        """Types the customer's code, rightly or not, or collects; once or twice quickly."""
        payment = self.waiting(which)
        if payment is None or payment.state is PaymentState.DRAFT:
            return
        code = self._code(payment)
        typed = code if right or not code else f"{(int(code) + 1) % 1_000_000:06}"
        self.press(lambda: self.service.confirm(payment.id, typed), presses)

    @told(
        which=number,
        name=st.sampled_from(HOLDS),
        what=st.sampled_from(("cancel", "request_again", "expire", "ask", "confirm")),
        jump_s=st.sampled_from((0, 0, 3600)),
    )
    def loses_patience(self, which: int, name: str, what: str, jump_s: int) -> None:
        """Presses another button while the money is on its way, and the provider acts when it likes."""
        payment = self.waiting(which - which % 4 + 1)
        if payment is None:
            return
        provider = self.provider(payment)
        code = self._code(payment)
        self.control.fault(name, provider, MONEY[provider])

        def other() -> Coroutine[Any, Any, Payment]:
            self.history.tills.clock.advance(jump_s)
            act = self.history.till.reconciliation.ask if what == "ask" else getattr(self.service, what)
            return act(payment.id)  # type: ignore[no-any-return]

        self.history.attempt_while_held(self.service.confirm(payment.id, code), other)

    @told(
        which=number,
        what=st.sampled_from(("cancel", "cancel", "request_again", "expire", "refresh", "ask", "ask")),
        presses=st.sampled_from((1, 2)),
    )
    def does_something_else_with_it(self, which: int, what: str, presses: int) -> None:
        """Whatever there is a button for, on whatever payment; what cannot be done is refused."""
        if not self.payments:
            self.asks_for_a_payment(which, "10", presses)
        payment = pick(self.payments, which)
        if what == "expire" and payment.state is PaymentState.DRAFT:
            # There is no such button: a draft has no time to run out.
            return
        act = self.history.till.reconciliation.ask if what == "ask" else getattr(self.service, what)
        self.press(lambda: act(payment.id), presses)

    @told(which=number)
    def marks_as_not_paid(self, which: int) -> None:
        """A manager looks at the provider's own list first, when nothing is on its way any more."""
        if not self.with_person:
            return
        payment = pick(self.with_person, which)
        self.nothing_is_on_its_way()
        books = self.history.books()
        still_payable = payment.provider_key in {each.token for each in self.control.waiting_payments()}
        if books.entries_of(payment) or still_payable:
            return
        by_manager = self.by_manager
        self.press(
            lambda: self.history.till.decisions.mark_not_paid(
                payment.id, reason="not in the provider's list", **by_manager
            )
        )

    # The customer

    @told(which=number, pays=st.sampled_from((True, True, True, False)))
    def customer_uses_a_token(self, which: int, pays: bool) -> None:  # noqa: FBT001  # drawn
        """Pays or fails to, with a token that was shown once, if the provider still takes it."""
        tokens = self._shown_tokens()
        if not tokens:
            return
        # The newest is likeliest to be in somebody's hand.
        token = pick(tokens[::-1], which // 3 if which % 3 else 0)
        try:
            (self.control.pay if pays else self.control.refuse)(token)
        except ControlError:
            return

    # Within

    def waiting(self, which: int) -> Payment | None:
        """Return a payment that waits for its customer or is a draft; asks for one first if there is none.

        What is drawn must not depend on what there is, which hangs on time: else nothing could be replayed.
        """
        states = [PaymentState.AWAITING_CUSTOMER, *([PaymentState.DRAFT] if which % 4 == 0 else [])]
        if not self.payments_in(*states):
            self.asks_for_a_payment(which, "10", 1)
        found = self.payments_in(*states)
        return pick(found, which // 4) if found else None

    def calling_step(self, payment: Payment) -> Callable[[], Coroutine[Any, Any, Payment]]:
        """Return the step that calls the provider about a payment that waits."""
        if payment.state is PaymentState.DRAFT:
            return lambda: self.service.send_draft(payment.id)  # type: ignore[no-any-return]
        code = self._code(payment)
        return lambda: self.service.confirm(payment.id, code)  # type: ignore[no-any-return]

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
            and self.provider(payment) == "resid"
            and (self._stays_open(payment) or not collects_later)
        ]

    def _stays_open(self, payment: Payment) -> bool:
        is_over = payment.expires_at is None or payment.expires_at <= self.history.tills.clock.now()
        return payment.is_open and not is_over and not self.history.till.desk.is_under_way(payment.id)

    def _code(self, payment: Payment) -> str:
        if self.provider(payment) == "resid":
            return ""
        self.codes |= {request.request_id: request.code for request in self.control.open_requests()}
        return self.codes.get(payment.provider_key or "", "000000")
