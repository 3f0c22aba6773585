"""The calls that the crash matrix fails: how each is come to, and how a person goes on after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from cashier.sandbox.control_client import SandboxControl
from tests.faults import crash_payouts
from tests.faults.both_ledgers import LocalPayment
from tests.faults.crash_books import Books, PaymentBooks, WithdrawalBooks
from tests.faults.running_till import RunningTill

Command = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrashCall:
    """One call to a provider.

    Attributes:
        name: for the matrix.
        endpoint: for the sandbox.
        kind: of its row in the journal.
        is_repeated: whether the till sends it again by itself when the provider knows nothing of it.
        come_to: has the till do everything before the call, and returns the command that makes it.
        go_on: has a person take every step that is offered after it, until everything is paid.
        books: what is compared.
        ask_again: has a person ask once more, when the provider has acted after the till gave it to them; None
            where the till by itself finds it.
    """

    name: str
    endpoint: str
    provider: str
    kind: str
    is_repeated: bool
    come_to: Callable[[RunningTill, SandboxControl], Command]
    go_on: Callable[[RunningTill, SandboxControl, Sequence[Any]], None]
    books: Books
    ask_again: Callable[[RunningTill, Sequence[Any]], None] | None = None


def _come_to_asking(_: RunningTill, __: SandboxControl) -> Command:
    return {"do": "request"}


def _come_to_settling(till: RunningTill, control: SandboxControl) -> Command:
    payment = till.do(do="request")
    return _agreed(control, payment["id"], payment["key"])


def _agreed(control: SandboxControl, payment_id: str, key: str) -> Command:
    """Have the customer agree to what he was asked, and return what the cashier does then."""
    codes = [request.code for request in control.open_requests() if request.request_id == key]
    if any(payment.token == key for payment in control.waiting_payments()):
        control.pay(key)
    return {"do": "confirm", "payment": payment_id, "code": codes[0] if codes else ""}


def _go_on(till: RunningTill, control: SandboxControl, payments: Sequence[LocalPayment]) -> None:
    """Go on as the screens offer it; what is paid is tried to be confirmed once more."""
    payment = payments[-1] if payments else None
    if payment is None:
        step: dict[str, str] = {"do": "request"}
    elif payment.state == "draft":
        step = {"do": "send_draft", "payment": payment.id}
    elif payment.is_with_person:
        opening = payment.calls[-1][0] == "open_payment"
        step = {"do": "request_again" if opening else "ask", "payment": payment.id}
    else:
        step = {"do": "look", "payment": payment.id}
    reached = till.do(**step)
    if reached["state"] in {"awaiting_customer", "paid"}:
        till.do(**_agreed(control, reached["id"], reached["key"]))


CALLS = {
    call.name: call
    for call in (
        CrashCall(
            name="request",
            endpoint="request",
            provider="digibank",
            kind="open_payment",
            is_repeated=False,
            come_to=_come_to_asking,
            go_on=_go_on,
            books=PaymentBooks(),
        ),
        CrashCall(
            name="finalize",
            endpoint="finalize",
            provider="digibank",
            kind="settle_payment",
            is_repeated=True,
            come_to=_come_to_settling,
            go_on=_go_on,
            books=PaymentBooks(),
        ),
        CrashCall(
            name="create",
            endpoint="create",
            provider="resid",
            kind="open_payment",
            is_repeated=False,
            come_to=_come_to_asking,
            go_on=_go_on,
            books=PaymentBooks(),
        ),
        CrashCall(
            name="collect",
            endpoint="collect",
            provider="resid",
            kind="settle_payment",
            is_repeated=True,
            come_to=_come_to_settling,
            go_on=_go_on,
            books=PaymentBooks(),
        ),
        *(
            CrashCall(
                name=name,
                endpoint=endpoint,
                provider=provider,
                kind="submit_withdrawal",
                is_repeated=False,
                come_to=come_to,
                go_on=crash_payouts.go_on,
                books=WithdrawalBooks(),
                ask_again=crash_payouts.ask_again,
            )
            for name, endpoint, provider, come_to in (
                ("settlement (one)", "settlement", "paystar", crash_payouts.come_to_one),
                ("settlement (many)", "settlement", "paystar", crash_payouts.come_to_many),
                ("withdraw request", "request", "aqayepardakht", crash_payouts.come_to_one),
            )
        ),
    )
}
