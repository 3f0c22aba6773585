"""Both sides of the counter at one moment, and the promises about payments that must hold between them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

import apsw

from cashier.domain.operation import Operation
from cashier.domain.outbox import OutboxItem
from cashier.domain.payment import Payment, PaymentState
from cashier.sandbox.ledger import LedgerEntry
from cashier.sandbox.server import SandboxServer
from cashier.services.till import Till
from cashier.storage import operations, payments
from tests.faults.both_ledgers import LocalPayment, compare
from tests.faults.payout_books import KeptWithdrawals, PayoutBooks, read_kept, read_payout_books

_EVER = datetime(1990, 1, 1, tzinfo=UTC)
_AFTER_THE_FACT = {PaymentState.PAID, PaymentState.AUTO_REFUNDED}


class PromiseBrokenError(AssertionError):
    """One of the four promises about money does not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """Both sides of the counter at one moment.

    Attributes:
        payments: every payment on the till's disk.
        calls: the journal, by payment.
        waiting: the outbox.
        shown_open: the ids that the till says are open.
        settled: what the customers' money did, by the providers' ledger; read after the till's own.
        payouts: the money that the shop sends.
    """

    payments: dict[str, Payment]
    calls: dict[str, list[Operation]]
    waiting: list[OutboxItem]
    shown_open: set[str]
    settled: list[LedgerEntry]
    payouts: PayoutBooks

    def local(self) -> list[LocalPayment]:
        """Return the till's side, to be compared."""
        return [
            LocalPayment(
                id=payment.id,
                intent_id=payment.intent_id,
                reference=payment.reference,
                state=payment.state.value,
                amount=payment.money.amount,
                unit=payment.money.code,
                key=payment.provider_key,
                calls=tuple((call.kind.value, call.state.value) for call in self.calls.get(payment.id, [])),
            )
            for payment in self.payments.values()
        ]

    def entries_of(self, payment: Payment) -> list[LedgerEntry]:
        """Return what was settled for one payment."""
        return [entry for entry in self.settled if entry.reference in {payment.reference, payment.id}]

    def told(self) -> str:
        """Return both sides as lines to read."""
        lines = [
            f"  {payment.id[-6:]} {payment.account_id[-4:]} {payment.money.text} {payment.money.code}"
            f" {payment.state.value} ({payment.reason.value if payment.reason else '-'})"
            f" calls {[f'{c.kind.value}:{c.state.value}' for c in self.calls.get(payment.id, [])]}"
            f" settled {[entry.amount for entry in self.entries_of(payment)]}"
            for payment in self.payments.values()
        ]
        outbox = f"  outbox {[item.subject_id[-6:] for item in self.waiting]}"
        return "\n".join(["", *lines, outbox, *self.payouts.told()])


async def read_books(till: Till, sandbox: SandboxServer) -> Books:
    """Return both sides; the till's of one moment, though it may go on while it is read."""

    def read(
        connection: apsw.Connection,
    ) -> tuple[list[Payment], dict[str, list[Operation]], KeptWithdrawals]:
        known = payments.newest(connection, since=_EVER, limit=10_000)
        calls = {payment.id: operations.of_subject(connection, payment.id) for payment in reversed(known)}
        return known, calls, read_kept(connection)

    while True:
        before = await till.database.read(read)
        shown_open = {payment.id for payment in await till.payments.still_open()}
        waiting = await till.payments.waiting_to_be_sent()
        if before == await till.database.read(read):
            break
    known, calls, kept = before
    return Books(
        payments={payment.id: payment for payment in reversed(known)},
        calls=calls,
        waiting=waiting,
        shown_open=shown_open,
        settled=[entry for entry in sandbox.control.ledger(origin="live") if entry.kind == "in"],
        payouts=read_payout_books(kept, sandbox.control),
    )


def trouble_at_rest(books: Books) -> tuple[str, str] | None:
    """Return the promise that does not hold yet, and why; None if all do."""
    differences = compare(books.local(), books.settled)
    for payment in books.payments.values():
        if payment.state is PaymentState.UNKNOWN and books.entries_of(payment):
            return "no loss", f"{payment.id} is settled and unknown here"
    troubles = (
        (differences.doubled, "no double", "settled twice"),
        (differences.lost, "no loss", "settled at the provider and not paid here"),
        (differences.guessed, "no guess", "paid here and not at the provider"),
        (differences.stuck, "no silence", "neither known nor with a person"),
        (len(books.waiting), "no silence", "the outbox is not empty though the line is there"),
    )
    return next(
        ((promise, why) for count, promise, why in troubles if count), books.payouts.trouble_at_rest()
    )


def presses_settled_twice(books: Books) -> list[str]:
    """Return the first presses whose payment, or what was asked for instead of it, digibank settled twice.

    (A customer may pay two tokens; nobody but the till uses a code.)
    """
    first_press = {}
    for payment in books.payments.values():
        given_up = payment.intent_id.removesuffix("/again")
        first_press[payment.id] = first_press.get(given_up, payment.intent_id)
    owners = {payment.reference: payment.id for payment in books.payments.values()}
    count = Counter(
        first_press[owners[entry.reference]] for entry in books.settled if entry.reference in owners
    )
    return [press for press, times in count.items() if times > 1]


def may_follow(before: PaymentState, after: PaymentState) -> bool:
    """Say whether a payment may be seen in `after` when it was seen in `before` earlier."""
    if before in {PaymentState.EXPIRED, PaymentState.CANCELLED}:
        # What the provider says comes after all.
        return after in {before, *_AFTER_THE_FACT}
    is_final = before in {PaymentState.PAID, PaymentState.DECLINED, PaymentState.AUTO_REFUNDED}
    return after is before or not is_final
