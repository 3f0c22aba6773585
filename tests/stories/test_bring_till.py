"""A till comes to another computer: from the folder that everything was exported to, with its passphrase and a PIN."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from cashier.sandbox.server import SandboxServer
from cashier.ui.bring_till_page import BringTillPage
from cashier.ui.locale_format import plain
from cashier.ui.widgets import Field
from cashier.vault import MemoryVault
from tests.stories.counter import MANAGER_PIN, Run, Wait
from tests.stories.whole_program import WholeProgram, make_profile, whole_program

PASSPHRASE = "four words nobody says together"


@pytest.fixture
def exported(tmp_path: Path, qapp: QApplication, run: Run, wait_until: Wait, sandbox: SandboxServer) -> Path:
    """Return the folder that a till on another computer exported everything to."""
    profile, vault = tmp_path / "old", MemoryVault()
    accounts = run(make_profile(profile, vault, sandbox.base_url))
    with whole_program(profile, vault, qapp, run, wait_until, accounts=accounts) as program:
        till = program.application.till
        (manager,) = run(till.operators.in_service())
        run(till.backups.make())
        folder: Path = run(
            till.backups.export_everything(
                tmp_path, PASSPHRASE, readme="…", manager_id=manager.id, pin=MANAGER_PIN
            )
        )
    return folder


@pytest.fixture
def new(tmp_path: Path, qapp: QApplication, run: Run, wait_until: Wait) -> Iterator[WholeProgram]:
    """Return the program on a new computer, asking for its first manager."""
    with whole_program(tmp_path / "new", MemoryVault(), qapp, run, wait_until) as program:
        program.until_shown("firstRun.bring")
        yield program


def _problem(program: WholeProgram, name: str) -> str:
    around: QWidget | None = program.find(QLineEdit, name)
    while not isinstance(around, Field):
        assert around is not None
        around = around.parentWidget()
    return plain(around.error() or "")


def test_the_till_is_as_it_was(new: WholeProgram, exported: Path, sandbox: SandboxServer) -> None:
    """What the folder holds is shown first; wrong words are told beside their fields; then payments can be taken."""
    new.press("firstRun.bring")
    new.until_shown("bring.folder")
    new.find(BringTillPage, "bring").use_folder(exported)
    new.until_shown("bring.passphrase")
    assert "Sunny Shop" in new.said()
    new.type("bring.passphrase", "not the passphrase")
    new.type("bring.pin", MANAGER_PIN)
    new.press("bring.go")
    new.wait_until(lambda: _problem(new, "bring.passphrase") == "This passphrase does not open the folder.")
    new.type("bring.passphrase", PASSPHRASE)
    new.type("bring.pin", "111222")
    new.press("bring.go")
    new.wait_until(lambda: _problem(new, "bring.pin") == "No manager of that till has this PIN.")
    new.type("bring.pin", MANAGER_PIN)
    new.enter("bring.pin")
    new.until_shown("restored.goOn")
    assert "The till is here" in new.said()
    assert "Do not use the till on the old computer any more" in new.said()
    new.press("restored.goOn")
    new.until_shown("payment.amount")
    # Its keys came along: the provider takes them.
    new.accounts = {account.provider: account for account in new.run(new.application.till.accounts.in_use())}
    new.choose("digibank")
    new.fill("12.5", unit="USD")
    new.press("payment.send")
    new.until_state("awaiting_customer")
    assert len(sandbox.control.open_requests()) == 1


def test_a_folder_without_a_till_is_told(new: WholeProgram, tmp_path: Path) -> None:
    """It says so beside the folder, and the way back leads to the first run."""
    new.press("firstRun.bring")
    new.until_shown("bring.folder")
    new.find(BringTillPage, "bring").use_folder(tmp_path)
    new.wait_until(lambda: _problem(new, "bring.folder"))
    assert not new.shows("bring.passphrase")
    new.press("bring.back")
    new.until_shown("firstRun.shopName")


def test_a_backup_alone_brings_the_history_and_asks_for_a_new_pin(
    new: WholeProgram, exported: Path, run: Run
) -> None:
    """The old computer is lost: what the backup holds is shown, and that the keys are typed again; a PIN is chosen."""
    backup = min(exported.parent.glob("old/backups/*.db"))
    new.press("firstRun.bring")
    new.until_shown("bring.folder")
    new.find(BringTillPage, "bring").use_folder(backup)
    new.until_shown("bring.pinAgain")
    assert not new.shows("bring.passphrase")
    assert "the keys of its accounts are entered again" in new.said()
    new.type("bring.pin", "123456")
    new.type("bring.pinAgain", "123456")
    new.press("bring.go")
    new.wait_until(lambda: _problem(new, "bring.pin").startswith("This PIN is easy to guess."))
    new.type("bring.pin", "739154")
    new.press("bring.go")
    assert _problem(new, "bring.pinAgain") == "The two PINs are not the same."
    new.type("bring.pinAgain", "739154")
    new.press("bring.go")
    new.until_shown("restored.goOn")
    new.press("restored.goOn")
    new.until_shown("payment.amount")
    till = new.application.till
    (manager,) = run(till.operators.in_service())
    assert run(till.operators.check_pin(manager.id, "739154")).name == "Nora Example"
    assert len(run(till.accounts.in_use())) == 2
