"""What the crash matrix compares: payments, or withdrawals, and what becomes of them, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from cashier.sandbox.control_client import SandboxControl
from tests.faults.both_ledgers import Differences, LocalPayment, compare, read_payments
from tests.faults.payout_ledgers import LocalWithdrawal, compare_payouts, read_withdrawals
from tests.faults.running_till import RunningTill


class Books(Protocol):
    """One kind of money, on both sides of the counter."""

    def read(self, file: Path) -> Sequence[Any]:
        """Return what is on the till's disk, oldest first; each says whether it `is_at_rest`."""

    def compare(self, kept: Sequence[Any], control: SandboxControl, provider: str) -> Differences:
        """Hold it against the sandbox's side."""

    def look(self, till: RunningTill, kept: Sequence[Any]) -> None:
        """Have the till say how things stand; its answer paces the next look."""

    def outcome(self, kept: Sequence[Any], control: SandboxControl, provider: str, kind: str) -> str:
        """Say in words where things came to rest by themselves."""

    def is_done(self, kept: Sequence[Any]) -> bool:
        """Say whether after every step that is offered everything is paid, once."""


class PaymentBooks:
    """Of a payment. Implements `Books`."""

    def read(self, file: Path) -> list[LocalPayment]:
        """Return the payments on disk."""
        return read_payments(file)

    def compare(self, kept: Sequence[LocalPayment], control: SandboxControl, provider: str) -> Differences:
        """Hold them against what was settled."""
        return compare(kept, control.ledger(provider, origin="live"))

    def look(self, till: RunningTill, kept: Sequence[LocalPayment]) -> None:
        """Look at the newest."""
        till.do(do="look", payment=kept[-1].id)

    def outcome(self, kept: Sequence[LocalPayment], control: SandboxControl, provider: str, kind: str) -> str:
        """Say what became of the newest."""
        if not kept:
            return "nothing kept"
        payment, times = kept[-1], len(control.ledger(provider, origin="live"))
        mine = [state for made, state in payment.calls if made == kind]
        rules: list[tuple[Callable[[], bool], str]] = [
            (lambda: not payment.is_at_rest, "stuck"),
            (lambda: payment.state == "paid", f"paid {'once' if times == 1 else f'{times} times'}"),
            (lambda: payment.state == "draft", "draft kept"),
            (lambda: payment.is_with_person and kind == "open_payment", "no answer, with a person"),
            (lambda: payment.is_with_person, "with a person"),
            (lambda: payment.state != "awaiting_customer", "not paid, known"),
            (lambda: kind == "open_payment", "waiting for the customer"),
            (lambda: mine[-1:] == ["refused"], "not paid, known"),
        ]
        return next((words for holds, words in rules if holds()), "not sent")

    def is_done(self, kept: Sequence[LocalPayment]) -> bool:
        """Say whether the newest is paid."""
        return bool(kept) and kept[-1].state == "paid"


class WithdrawalBooks:
    """Of one withdrawal or of many in a call, row by row. Implements `Books`."""

    def read(self, file: Path) -> list[LocalWithdrawal]:
        """Return the withdrawals on disk."""
        return read_withdrawals(file)

    def compare(self, kept: Sequence[LocalWithdrawal], control: SandboxControl, provider: str) -> Differences:
        """Hold each against what was asked for and what was made."""
        return compare_payouts(kept, control.payouts(provider), control.calls(provider))

    def look(self, till: RunningTill, kept: Sequence[LocalWithdrawal]) -> None:
        """Look at all of them."""
        del kept
        till.do(do="look_at_payouts")

    def outcome(
        self, kept: Sequence[LocalWithdrawal], control: SandboxControl, provider: str, kind: str
    ) -> str:
        """Say what became of all of them; where that differs, of how many what."""
        del kind
        made = Counter(payout.key for payout in control.payouts(provider))
        words = Counter(_words(withdrawal, made) for withdrawal in kept)
        if len(words) == 1:
            return next(iter(words))
        return ", ".join(f"{count} {what}" for what, count in sorted(words.items())) or "nothing kept"

    def is_done(self, kept: Sequence[LocalWithdrawal]) -> bool:
        """Say whether each row is paid by just one withdrawal."""
        wanted = {(withdrawal.iban, withdrawal.amount_rial) for withdrawal in kept}
        paid = Counter(
            (withdrawal.iban, withdrawal.amount_rial) for withdrawal in kept if withdrawal.state == "paid"
        )
        return bool(wanted) and paid == Counter(wanted)


def _words(withdrawal: LocalWithdrawal, made: Counter[str]) -> str:
    if not withdrawal.is_at_rest:
        return f"stuck as {withdrawal.state}"
    if withdrawal.state == "paid":
        times = made[withdrawal.entry_key or ""]
        return "paid once" if times == 1 else f"paid {times} times"
    return "with a person" if withdrawal.is_with_person else withdrawal.state
