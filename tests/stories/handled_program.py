"""The program in a process of its own, with hands at its window: told what to do by JSON lines, answering each.

Started as `python -m tests.stories.handled_program PROFILE`. Commands are `{"do": D, ...}` where D is `press` or
`gone` with a `name`, `fill` with a `name` and a `text`, `state` with a `state` the payment dialog is to show, `row`
with a `word` that today's newest payment is to show, `press_row` for that payment, `text` with a `text` that is to
be read, `key_escape`, or `close` for the window. Each is answered with what can be read in the window then. When the program has ended it says so.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from cashier.app import Application
from cashier.demo.hands import Hands
from cashier.domain.redaction import Redactor
from cashier.launch import Launch
from cashier.run import run_application
from cashier.services.asking import AskingPlan
from cashier.services.preferences import Language
from cashier.services.system_clock import SystemClock
from cashier.services.till import open_till
from cashier.storage.database import Database
from cashier.storage.profile_files import DATABASE_NAME
from cashier.vault import FileVault
from cashier.vault.file_vault import KeyDerivation
from tests.stories.counter import set_up_shop

PROJECT = Path(__file__).parents[2]
VAULT_NAME = "secrets.vault"
PASSPHRASE = "made-up passphrase for stories"
ASKED_SOON = AskingPlan(
    pauses_s=(0.05, 0.1, 0.2, 0.2, 0.5, 0.5, 1.0), not_found_gap=timedelta(milliseconds=50)
)
_LONGEST_END_S = 30


async def make_profile(profile: Path, base_url: str) -> None:
    """Make a profile as a first run does, with its secrets in a file, and accounts at `base_url`."""
    await asyncio.to_thread(profile.mkdir, mode=0o700)
    light = KeyDerivation(memory_kib=8 * 1024, passes=1)
    vault = await FileVault.create(profile / VAULT_NAME, PASSPHRASE, derivation=light)
    till = await open_till(await Database.open(profile / DATABASE_NAME), vault, SystemClock(), Redactor())
    try:
        await set_up_shop(till, base_url)
    finally:
        await till.close()


class HandledProgram:
    """The started program, from outside."""

    def __init__(self, profile: Path) -> None:
        self._process = subprocess.Popen(  # noqa: S603  # our own program
            [sys.executable, "-m", "tests.stories.handled_program", str(profile)],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._answer() == {"ready": True}

    def do(self, what: str, **arguments: str) -> str:
        """Have something done, and return what can be read in the window then."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": what, **arguments}) + "\n")
        self._process.stdin.flush()
        answer = self._answer()
        assert "problem" not in answer, answer
        return "\n".join(answer["said"])

    def ask_for_payment(self, amount: str, customer: str) -> None:
        """Fill in the form, and send it."""
        self.do("fill", name="payment.amount", text=amount)
        self.do("fill", name="payment.customer", text=customer)
        self.do("press", name="payment.send")

    def type_code(self, code: str) -> None:
        """Type the code, and press Confirm."""
        self.do("state", state="awaiting_customer")
        self.do("fill", name="paymentDialog.code", text=code)
        self.do("press", name="paymentDialog.confirm")

    def kill(self) -> None:
        """End it as a power cut does."""
        self._process.kill()
        self._process.wait(_LONGEST_END_S)

    def see_ended(self) -> int:
        """Wait until it has ended by itself, and return its exit status."""
        assert self._answer() == {"ended": True}
        self._process.communicate(timeout=_LONGEST_END_S)
        return self._process.returncode

    def clear_away(self) -> None:
        """Leave nothing of it behind."""
        if self._process.poll() is None:
            self.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the program has ended without a word"
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def handled_program(profile: Path) -> Iterator[HandledProgram]:
    """Run the program on a profile."""
    program = HandledProgram(profile)
    try:
        yield program
    finally:
        program.clear_away()


# Inside the process


async def drive(application: Application) -> int:
    """Do as told until the program ends."""
    await application.ready()
    hands = Hands(application.window)
    _tell({"ready": True})
    ended = asyncio.ensure_future(application.ended())
    while True:
        line = asyncio.ensure_future(asyncio.to_thread(sys.stdin.readline))
        await asyncio.wait({line, ended}, return_when=asyncio.FIRST_COMPLETED)
        if ended.done():
            _tell({"ended": True})
            return 0
        if not line.result():
            application.window.close()
            await ended
            return 0
        try:
            await _do(application, hands, json.loads(line.result()))
        except Exception as error:  # noqa: BLE001  # of whatever kind: the test outside says it
            _tell({"problem": str(error), "said": _said(application)})
        else:
            _tell({"said": _said(application)})


async def _do(application: Application, hands: Hands, command: dict[str, str]) -> None:
    match command["do"]:
        case "press":
            await hands.press(command["name"])
        case "fill":
            await hands.fill(command["name"], command["text"])
        case "gone":
            await hands.wait_until_gone(command["name"])
        case "state":
            await hands.until(
                lambda: _dialog_state(hands) == command["state"], f"a payment {command['state']}"
            )
        case "row":
            await hands.until(
                lambda: command["word"] in _newest_row(hands), f"a row that says {command['word']}"
            )
        case "text":
            await hands.until(lambda: command["text"] in "\n".join(_said(application)), command["text"])
        case "press_row":
            await hands.press(hands.seen_beginning_with("payment.row.")[0].objectName())
        case "key_escape":
            hands.key(Qt.Key.Key_Escape)
        case "close":
            application.window.close()
        case unknown:
            raise ValueError(f"no such command: {unknown}")


def _dialog_state(hands: Hands) -> str:
    chip = hands.seen("paymentDialog.state")
    return str(chip.property("state")) if chip is not None else ""


def _newest_row(hands: Hands) -> str:
    rows = hands.seen_beginning_with("payment.row.")
    return rows[0].accessibleName() if rows else ""


def _said(application: Application) -> list[str]:
    labels = application.window.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def _tell(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main(profile: Path) -> int:
    """Run the program with its vault opened."""
    # What goes to stdout are answers.
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    vault = asyncio.run(FileVault.open(profile / VAULT_NAME, PASSPHRASE))
    launch = Launch(profile=profile, vault=vault, language=Language.ENGLISH, plan=ASKED_SOON)
    return run_application(launch, drive)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
