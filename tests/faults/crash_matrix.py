"""The crash matrix: each call failed at each point in each way, started again, and both ledgers compared.

    before prepared commits    the journal's first line is written, and not on the disk
    prepared                   it is on the disk; nothing says that the call leaves
    sent                       the disk says that the call leaves, and it has not
    before the server acts     the call is with the provider
    acted, no answer yet       the provider has done it
    answered, not committed    the answer is read, and not on the disk
    committed                  it is on the disk, and whoever asked has not been told

SIGKILL and an exception can fall on all of them. The line's faults fall on the two where the call is on the line.
A call that is "acted on late" is acted on when the till has already settled what it believes; one that is "acted on
before its repeat", between the provider's "there is none" and the same call that is sent because of it.

CaseNotPlayedError    a case did not come about as it was meant to
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cashier.sandbox.control_client import SandboxControl
from cashier.sandbox.ledger import LedgerEntry
from cashier.sandbox.server import SandboxServer
from tests.faults.both_ledgers import Differences, LocalPayment, compare, read_payments
from tests.faults.crash_calls import CALLS, CrashCall
from tests.faults.process_faults import Deed, Place
from tests.faults.running_till import RunningTill, running_till

# What a till may take to settle one payment, with its pauses of milliseconds, on a machine that is busy.
LONGEST_REST_S = 30

# Answers of the sandbox take milliseconds: what takes this long was not answered.
READ_TIMEOUT_S = "1"

BEFORE_ACTING = "before the server acts"
ACTED = "acted, no answer yet"
_PLACES = {
    "before prepared commits": Place.BEFORE_PREPARED_COMMITS,
    "prepared": Place.PREPARED,
    "sent": Place.SENT,
    BEFORE_ACTING: Place.ON_THE_WIRE,
    ACTED: Place.ON_THE_WIRE,
    "answered, not committed": Place.ANSWER_NOT_COMMITTED,
    "committed": Place.COMMITTED,
}
POINTS = tuple(_PLACES)

_LATE = ", acted on late"
_BEFORE_REPEAT = ", acted on before its repeat"
_BY_SANDBOX: dict[tuple[str, str], tuple[str, dict[str, Any]]] = {
    (BEFORE_ACTING, "lost answer"): ("reset_before", {}),
    (BEFORE_ACTING, "5xx"): ("error_before", {"status": 503}),
    # An answer of the provider that has not acted, and that nobody can read, is one that sends elsewhere.
    (BEFORE_ACTING, "unreadable answer"): ("redirect", {}),
    (ACTED, "lost answer"): ("reset_after", {}),
    (ACTED, "5xx"): ("error_after", {"status": 500}),
    (ACTED, "unreadable answer"): ("invalid_json", {}),
}
_OWN_FAULTS = ("SIGKILL", "exception")
_WIRE_FAULTS = (*_OWN_FAULTS, "lost answer", "5xx", "unreadable answer", "timeout")

# One fault of each point, by turns, for a run that takes seconds.
_REPRESENTATIVES = {
    "before prepared commits": "SIGKILL",
    "prepared": "exception",
    "sent": "SIGKILL",
    BEFORE_ACTING: f"SIGKILL{_LATE}",
    ACTED: "exception",
    "answered, not committed": "SIGKILL",
    "committed": "exception",
}


class CaseNotPlayedError(Exception):
    """A case did not come about as it was meant to: it says nothing about the till."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrashCase:
    """One call, failed at one point in one way."""

    call: CrashCall
    point: str
    fault: str

    def __str__(self) -> str:
        return f"{self.call.name} | {self.point} | {self.fault}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CrashResult:
    """What came of a case.

    Attributes:
        outcome: where the payment came to rest by itself, in words.
        differences: of the ledgers, then and after a person went on.
    """

    case: CrashCase
    outcome: str
    differences: Differences


def cases_of(names: Iterable[str], *, representative: bool = False) -> list[CrashCase]:
    """Return the cases of some calls; of each point one, or all that mean something."""
    return [
        CrashCase(call=CALLS[name], point=point, fault=fault)
        for name in names
        for point in POINTS
        for fault in ([_REPRESENTATIVES[point]] if representative else _faults_at(CALLS[name], point))
    ]


def _faults_at(call: CrashCall, point: str) -> tuple[str, ...]:
    if point == ACTED:
        return _WIRE_FAULTS
    if point != BEFORE_ACTING:
        return _OWN_FAULTS
    late = tuple(f"{fault}{_LATE}" for fault in ("SIGKILL", "exception", "timeout"))
    before_repeat = (f"timeout{_BEFORE_REPEAT}",) if call.is_repeated else ()
    return (*_WIRE_FAULTS, *late, *before_repeat)


def play(case: CrashCase, sandbox: SandboxServer, folder: Path) -> CrashResult:
    """Play one case in a world of its own.

    Raises:
        CaseNotPlayedError: if it did not come about.
    """
    try:
        with (folder / "log").open("w", encoding="utf-8") as log:
            return _Play(case, sandbox, folder / "till.sqlite3", log).run()
    except Exception as error:
        told = (folder / "log").read_text(encoding="utf-8")
        raise CaseNotPlayedError(f"{case}: {error!r}\n{told}") from error


class _Play:
    """One case as it is played."""

    def __init__(self, case: CrashCase, sandbox: SandboxServer, file: Path, log: Any) -> None:
        self._case = case
        self._call = case.call
        self._sandbox = sandbox
        self._control: SandboxControl = sandbox.control
        self._file = file
        self._log = log
        self._how = case.fault.split(",")[0]
        self._is_before_repeat = case.fault.endswith(_BEFORE_REPEAT)
        self._is_late = case.fault.endswith(_LATE)

    def run(self) -> CrashResult:
        """Fail the call, let it come to rest, compare, let a person go on, and compare again."""
        self._control.reset()
        by_kill = self._how == "SIGKILL"
        with self._till() as till:
            command = self._call.come_to(till, self._control)
            self._fail(till, command)
            if not by_kill:
                return self._judge(till)
            till.see_killed()
        with self._till() as till:
            return self._judge(till)

    def _till(self) -> Any:
        timeout_s = READ_TIMEOUT_S if self._how == "timeout" else None
        return running_till(
            self._file, self._sandbox, self._call.provider, read_timeout_s=timeout_s, log=self._log
        )

    # Failing

    def _fail(self, till: RunningTill, command: dict[str, str]) -> None:
        on_the_wire = _PLACES[self._case.point] is Place.ON_THE_WIRE
        by_sandbox = _BY_SANDBOX.get((self._case.point, self._how))
        if by_sandbox is not None:
            name, details = by_sandbox
            self._control.fault(name, self._call.provider, self._call.name, **details)
            till.do(**command)
        elif on_the_wire:
            self._fail_while_held(till, command)
        else:
            deed = Deed.KILL if self._how == "SIGKILL" else Deed.RAISE
            self._arm(till, _PLACES[self._case.point], deed)
            self._make_it_fail(till, command)

    def _fail_while_held(self, till: RunningTill, command: dict[str, str]) -> None:
        before = self._case.point == BEFORE_ACTING
        hold = "hold_before" if before else "hold_after"
        self._control.fault(hold, self._call.provider, self._call.name)
        if self._how == "exception":
            self._arm(till, _PLACES[self._case.point], Deed.RAISE)
            self._make_it_fail(till, command)
        elif self._how == "SIGKILL":
            till.begin(**command)
            self._control.wait_for_held()
            till.kill()
        else:
            if self._is_before_repeat:
                self._arm(till, Place.REPEATED, Deed.RELEASE)
            till.do(**command)
        if not (self._is_late or self._is_before_repeat):
            # Held before: the line is cut, and it is never acted on. Held after: there is nobody to tell.
            self._control.release(reset=before)

    def _arm(self, till: RunningTill, place: Place, deed: Deed) -> None:
        till.do(do="arm", place=place.value, kind=self._call.kind, deed=deed.value)

    def _make_it_fail(self, till: RunningTill, command: dict[str, str]) -> None:
        till.begin(**command)
        try:
            answer = till.answer()
        except EOFError:
            if self._how == "SIGKILL":
                return
            raise
        if not answer["has_fallen"]:
            raise CaseNotPlayedError("its point was not reached")

    # Judging

    def _judge(self, till: RunningTill) -> CrashResult:
        payments, differences = self._at_rest(till)
        outcome = _outcome(payments, self._settled(), self._call)
        if self._is_late:
            self._control.release()
            self._control.wait_for_calls(1, self._call.provider, self._call.name)
            payments, now = self._at_rest(till)
            differences |= now
        if self._control.faults() or self._control.held():
            raise CaseNotPlayedError(f"left over: {self._control.faults()} {self._control.held()}")
        self._call.go_on(till, self._control, payments[-1] if payments else None)
        payments, now = self._at_rest(till)
        # After every step a person is offered, it is paid.
        dead_end = not payments or payments[-1].state != "paid"
        return CrashResult(
            case=self._case,
            outcome=outcome,
            differences=differences | now | Differences(stuck=int(dead_end)),
        )

    def _at_rest(self, till: RunningTill) -> tuple[list[LocalPayment], Differences]:
        """Wait until every payment is at rest, or for as long as one may take."""
        deadline_s = time.monotonic() + LONGEST_REST_S
        while True:
            payments = read_payments(self._file)
            if all(payment.is_at_rest for payment in payments) or time.monotonic() > deadline_s:
                return payments, compare(payments, self._settled())
            # Its answer paces the next look.
            till.do(do="look", payment=payments[-1].id)

    def _settled(self) -> list[LedgerEntry]:
        return self._control.ledger(self._call.provider, origin="live")


def _outcome(payments: list[LocalPayment], settled: list[LedgerEntry], call: CrashCall) -> str:
    if not payments:
        return "nothing kept"
    payment = payments[-1]
    mine = [state for kind, state in payment.calls if kind == call.kind]
    rules: list[tuple[Callable[[], bool], str]] = [
        (lambda: not payment.is_at_rest, "stuck"),
        (lambda: payment.state == "paid", f"paid {'once' if len(settled) == 1 else f'{len(settled)} times'}"),
        (lambda: payment.state == "draft", "draft kept"),
        (lambda: payment.is_with_person and call.kind == "open_payment", "no answer, with a person"),
        (lambda: payment.is_with_person, "with a person"),
        (lambda: payment.state != "awaiting_customer", "not paid, known"),
        (lambda: call.kind == "open_payment", "waiting for the customer"),
        (lambda: mine[-1:] == ["refused"], "not paid, known"),
    ]
    return next((words for holds, words in rules if holds()), "not sent")
