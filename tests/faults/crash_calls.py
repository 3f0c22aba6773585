"""The calls that the crash matrix fails: how each is come to, and how a person goes on after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cashier.sandbox.control_client import SandboxControl
from tests.faults.both_ledgers import LocalPayment
from tests.faults.running_till import RunningTill

Command = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrashCall:
    """One call to a provider.

    Attributes:
        name: the endpoint, for the matrix and the sandbox.
        kind: of its row in the journal.
        is_repeated: whether the till sends it again by itself when the provider knows nothing of it.
        come_to: has the till do everything before the call, and returns the command that makes it.
        go_on: has a person take every step that is offered after it, until the payment is paid.
    """

    name: str
    provider: str
    kind: str
    is_repeated: bool
    come_to: Callable[[RunningTill, SandboxControl], Command]
    go_on: Callable[[RunningTill, SandboxControl, LocalPayment | None], None]


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


def _go_on(till: RunningTill, control: SandboxControl, payment: LocalPayment | None) -> None:
    """Go on as the screens offer it; what is paid is tried to be confirmed once more."""
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
            provider="digibank",
            kind="open_payment",
            is_repeated=False,
            come_to=_come_to_asking,
            go_on=_go_on,
        ),
        CrashCall(
            name="finalize",
            provider="digibank",
            kind="settle_payment",
            is_repeated=True,
            come_to=_come_to_settling,
            go_on=_go_on,
        ),
        CrashCall(
            name="create",
            provider="resid",
            kind="open_payment",
            is_repeated=False,
            come_to=_come_to_asking,
            go_on=_go_on,
        ),
        CrashCall(
            name="collect",
            provider="resid",
            kind="settle_payment",
            is_repeated=True,
            come_to=_come_to_settling,
            go_on=_go_on,
        ),
    )
}
