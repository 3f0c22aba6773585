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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cashier.sandbox.control_client import SandboxControl
from cashier.sandbox.server import SandboxServer
from tests.faults.both_ledgers import Differences
from tests.faults.crash_calls import CALLS, CrashCall
from tests.faults.process_faults import Deed, Place
from tests.faults.running_till import RunningTill, running_till

# What a till may take to settle one call, with its pauses of milliseconds, on a machine that is busy.
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
        outcome: where things came to rest by themselves, in words.
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

    def _fail(self, till: RunningTill, command: dict[str, Any]) -> None:
        on_the_wire = _PLACES[self._case.point] is Place.ON_THE_WIRE
        by_sandbox = _BY_SANDBOX.get((self._case.point, self._how))
        if by_sandbox is not None:
            name, details = by_sandbox
            self._control.fault(name, self._call.provider, self._call.endpoint, **details)
            till.do(**command)
        elif on_the_wire:
            self._fail_while_held(till, command)
        else:
            deed = Deed.KILL if self._how == "SIGKILL" else Deed.RAISE
            self._arm(till, _PLACES[self._case.point], deed)
            self._make_it_fail(till, command)

    def _fail_while_held(self, till: RunningTill, command: dict[str, Any]) -> None:
        before = self._case.point == BEFORE_ACTING
        hold = "hold_before" if before else "hold_after"
        self._control.fault(hold, self._call.provider, self._call.endpoint)
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

    def _make_it_fail(self, till: RunningTill, command: dict[str, Any]) -> None:
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
        call, control = self._call, self._control
        kept, differences = self._at_rest(till)
        outcome = call.books.outcome(kept, control, call.provider, call.kind)
        if self._is_late:
            control.release()
            control.wait_for_calls(1, call.provider, call.endpoint)
            if call.ask_again is not None:
                call.ask_again(till, kept)
            kept, now = self._at_rest(till)
            differences |= now
        if control.faults() or control.held():
            raise CaseNotPlayedError(f"left over: {control.faults()} {control.held()}")
        call.go_on(till, control, kept)
        kept, now = self._at_rest(till)
        # After every step a person is offered, it is paid.
        dead_end = not call.books.is_done(kept)
        return CrashResult(
            case=self._case,
            outcome=outcome,
            differences=differences | now | Differences(stuck=int(dead_end)),
        )

    def _at_rest(self, till: RunningTill) -> tuple[Sequence[Any], Differences]:
        """Wait until everything is at rest, or for as long as that may take."""
        books, deadline_s = self._call.books, time.monotonic() + LONGEST_REST_S
        while True:
            kept = books.read(self._file)
            if all(one.is_at_rest for one in kept) or time.monotonic() > deadline_s:
                return kept, books.compare(kept, self._control, self._call.provider)
            books.look(till, kept)
