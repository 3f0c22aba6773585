"""What lies before, between and around the pages: the first run, the vault, the lock, settings, the end."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QScrollArea, QWidget

from cashier.storage.errors import DatabaseDamagedError
from cashier.ui.closing_sheet import ClosingSheet
from cashier.ui.first_run import FirstRunPage
from cashier.ui.start_problem import StartProblemPage
from cashier.ui.tasks import TaskOwner
from cashier.ui.vault_choice import VaultChoicePage
from cashier.ui.widgets import Sheet
from cashier.vault import UnavailableReason, VaultUnavailableError
from tests.visual.journeys import Desk, Look, journey


@journey
def first_run(desk: Desk) -> Iterator[Look]:
    """Asked at a new till, and asked again where something is missing."""
    unexpected: list[BaseException] = []
    tasks = TaskOwner(unexpected.append)
    _show_alone(desk, FirstRunPage(desk.till, tasks, lambda _: None, lambda: None))
    yield Look("first_run")
    desk.counter.type("firstRun.shopName", "Sunny Shop")
    desk.counter.type("firstRun.operatorName", "Nora Example")
    desk.counter.type("firstRun.pin", "1234")
    desk.counter.press("firstRun.start")
    yield Look("first_run_wrong")
    assert unexpected == []


@journey
def vault(desk: Desk) -> Iterator[Look]:
    """No keyring: an encrypted file, or memory; a passphrase that is too short."""
    unexpected: list[BaseException] = []
    tasks = TaskOwner(unexpected.append)
    reason = VaultUnavailableError("no keyring here", reason=UnavailableReason.NO_KEYRING)
    _show_alone(desk, VaultChoicePage(desk.folder, reason, tasks, lambda _: None))
    desk.until_there("vault.passphraseAgain")
    yield Look("vault_choice")
    desk.counter.type("vault.passphrase", "short")
    desk.counter.press("vault.useFile")
    yield Look("vault_short")
    assert unexpected == []


@journey
def start_problem(desk: Desk) -> Iterator[Look]:
    """The till cannot be opened."""
    error = DatabaseDamagedError("not a database")
    _show_alone(desk, StartProblemPage(error, desk.folder, lambda: None))
    yield Look("start_problem")


@journey
def lock(desk: Desk) -> Iterator[Look]:
    """Nothing of the shop's money is to be seen; a wrong PIN; too many of them."""
    counter = desk.counter
    counter.window.lock_requested()
    desk.until_there("lock.pin")
    counter.wait_until(lambda: counter.find(QComboBox, "lock.operator").count())
    yield Look("lock")
    _try_wrong_pin(desk)
    yield Look("lock_wrong")
    while "Too many" not in (counter.problem("lock.pin") or ""):
        _try_wrong_pin(desk)
    yield Look("lock_too_often")


@journey
def attention(desk: Desk) -> Iterator[Look]:
    """Nothing is open, and the window is closed while an answer is awaited."""
    desk.counter.go_to("nav.attention")
    yield Look("attention_empty")
    closing = ClosingSheet(desk.counter.window, lambda: True)
    closing.open()
    yield Look("closing")


@journey
def settings(desk: Desk) -> Iterator[Look]:
    """From top to bottom, an account to be removed, a new one with what is missing."""
    counter = desk.counter
    counter.go_to("nav.settings")
    desk.until_there("settings.addAccount")
    counter.wait_until(lambda: counter.window.findChildren(QWidget, "settings.data.size"))
    yield Look("settings")
    _scroll_to_end(counter.find(QWidget, "settings.addAccount"))
    yield Look("settings_end")
    desk.click(f"settings.remove.{counter.accounts['digibank'].id}")
    desk.until_there("settings.removeAccount.keep")
    yield Look("settings_confirm")
    counter.press("settings.removeAccount.keep")
    _until_no_sheet(desk)
    desk.click("settings.addAccount")
    counter.wait_until(lambda: Sheet.any_open(counter.window))
    yield Look("settings_account")
    counter.press("account.save")
    counter.wait_until(lambda: counter.problem("account.label"))
    yield Look("settings_account_wrong")
    for provider in ("resid", "paystar", "aqayepardakht"):
        desk.click(f"account.provider.{provider}")
        desk.click("account.advanced")
        yield Look(f"settings_account_{provider}")
    counter.press("account.cancel")
    _until_no_sheet(desk)
    desk.click(f"settings.edit.{counter.accounts['resid'].id}")
    desk.click("account.test")
    desk.until_there("account.testResult")
    yield Look("settings_account_works")


@journey
def nothing_set_up(desk: Desk) -> Iterator[Look]:
    """No account takes payments or pays out; something went wrong in the program; nothing here is real."""
    counter = desk.counter
    for account in counter.accounts.values():
        counter.run(desk.till.accounts.remove(account.id))
    counter.go_to("nav.payment")
    desk.until_there("payment.addAccount")
    yield Look("payment_no_account")
    counter.go_to("nav.withdraw")
    frame = counter.window.frame
    assert frame is not None
    frame.on_unexpected(ValueError("of no consequence"))
    counter.window.mark_as_sandbox()
    yield Look("withdraw_no_account")


@journey
def keys(desk: Desk) -> Iterator[Look]:
    """What each key does, on the page on which there are the most."""
    desk.counter.go_to("nav.history")
    desk.counter.window.frame.show_keys()
    yield Look("keys")


def _until_no_sheet(desk: Desk) -> None:
    desk.counter.wait_until(lambda: not Sheet.any_open(desk.counter.window))


def _try_wrong_pin(desk: Desk) -> None:
    counter = desk.counter
    counter.type("lock.pin", "111222")
    assert counter.problem("lock.pin") is None
    counter.enter("lock.pin")
    counter.wait_until(lambda: counter.problem("lock.pin"))


def _show_alone(desk: Desk, page: QWidget) -> None:
    desk.counter.window.show_alone(page)
    QTest.qWaitForWindowExposed(desk.counter.window)


def _scroll_to_end(within: QWidget) -> None:
    around = within.parentWidget()
    while not isinstance(around, QScrollArea):
        assert around is not None
        around = around.parentWidget()
    bar = around.verticalScrollBar()
    bar.setValue(bar.maximum())
