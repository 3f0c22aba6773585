"""The first person at a new till sets it up on one card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from cashier.domain.operator import Role
from cashier.services.preferences import Language
from cashier.ui.first_run import FirstRunPage
from cashier.ui.widgets import Banner
from cashier.vault import UnavailableReason, VaultUnavailableError


class _RefusingOnce:
    """Makes the till's vault refuse to write until it is let."""

    def __init__(self, vault, monkeypatch):
        self._put = vault.put
        self.refuses = True
        monkeypatch.setattr(vault, "put", self.put)

    async def put(self, name, secret):
        if self.refuses:
            raise VaultUnavailableError("no room", reason=UnavailableReason.FILE_UNWRITABLE)
        await self._put(name, secret)


@pytest.fixture
def told():
    """Return what the page told its window."""
    return {"languages": [], "finished": 0}


@pytest.fixture
def first_run(till, tasks, show, told):
    """Show the page of the first run."""

    def finished():
        told["finished"] += 1

    return show(FirstRunPage(till, tasks, told["languages"].append, finished))


def _fill(screen, pin="483920", again=None):
    screen.write("firstRun.shopName", "Sample Café")
    screen.write("firstRun.operatorName", "نگار رضایی")
    screen.write("firstRun.pin", pin)
    screen.write("firstRun.pinAgain", pin if again is None else again)


def test_sets_up_the_till_and_its_first_manager(first_run, till, run, wait_until, told):
    """Filled in and started, the till has a shop's name, a zone and a manager who is signed in."""
    _fill(first_run)
    first_run.press("firstRun.start")
    wait_until(lambda: told["finished"])
    (manager,) = run(till.operators.in_service())
    assert (manager.name, manager.role) == ("نگار رضایی", Role.MANAGER)
    assert run(till.operators.check_pin(manager.id, "483920")).id == manager.id
    assert run(till.operators.current()).id == manager.id
    preferences = till.preferences.current
    assert (preferences.shop_name, preferences.language) == ("Sample Café", Language.ENGLISH)
    assert preferences.time_zone == "Asia/Tehran"
    assert first_run.text("firstRun.pin") == ""


def test_a_double_press_sets_up_one_manager(first_run, till, run, wait_until, told):
    """Enter and two clicks make one manager and one end."""
    _fill(first_run)
    first_run.key("firstRun.pinAgain", Qt.Key.Key_Return)
    first_run.press("firstRun.start")
    first_run.press("firstRun.start")
    wait_until(lambda: told["finished"])
    assert len(run(till.operators.in_service())) == 1
    assert told["finished"] == 1


def test_the_language_is_applied_at_once_and_brings_its_zone(first_run, told):
    """Choosing a language tells the window, and the zone of most of its shops comes with it."""
    first_run.press("firstRun.language.ar")
    assert told["languages"] == [Language.ARABIC]
    assert first_run.find(QComboBox, "firstRun.timeZone").currentText() == "Asia/Damascus"


def test_a_zone_of_the_persons_own_outlives_the_language(first_run):
    """A zone that was typed stays when the language changes."""
    zone = first_run.find(QComboBox, "firstRun.timeZone")
    zone.setCurrentText("Asia/Dubai")
    first_run.press("firstRun.language.fa")
    assert zone.currentText() == "Asia/Dubai"


@pytest.mark.parametrize(
    ("pin", "message"),
    [
        ("", "This PIN is too short; it needs 6 digits or more."),
        ("4839", "This PIN is too short; it needs 6 digits or more."),
        ("48392a", "A PIN has only digits."),
        ("123456", "This PIN is easy to guess. Choose another."),
        ("4839204839207", "This PIN is too long; 12 digits at most."),
    ],
)
def test_a_pin_that_may_not_be_chosen_is_refused_beside_its_field(first_run, till, run, pin, message):
    """The reason stands beside the PIN, and nobody is put into service."""
    _fill(first_run, pin)
    first_run.press("firstRun.start")
    assert first_run.problem("firstRun.pin") == message
    assert first_run.text("firstRun.operatorName") == "نگار رضایی"
    assert run(till.operators.in_service()) == []


def test_a_pin_in_persian_digits_is_the_same_pin(first_run, till, run, wait_until, told):
    """Typed in one script, a PIN opens the lock in another."""
    _fill(first_run, "۴۸۳۹۲۰", again="483920")
    first_run.press("firstRun.start")
    wait_until(lambda: told["finished"])
    (manager,) = run(till.operators.in_service())
    assert run(till.operators.check_pin(manager.id, "٤٨٣٩٢٠")).id == manager.id


def test_two_pins_that_differ_are_told(first_run, told):
    """A slip in the second PIN is told beside it, and nothing begins."""
    _fill(first_run, again="483921")
    first_run.press("firstRun.start")
    assert first_run.problem("firstRun.pinAgain") == "The two PINs are not the same."
    assert told["finished"] == 0


def test_every_empty_field_is_told_at_once(first_run):
    """Nothing typed: each needed field says so, and the first has the cursor."""
    first_run.press("firstRun.start")
    assert first_run.problem("firstRun.shopName") == "This is needed."
    assert first_run.problem("firstRun.operatorName") == "This is needed."
    assert first_run.page.focusWidget() is first_run.find(QLineEdit, "firstRun.shopName")


def test_an_unknown_zone_is_refused(first_run):
    """What is no time zone is told beside the field."""
    _fill(first_run)
    first_run.find(QComboBox, "firstRun.timeZone").setCurrentText("Asia/Nowhere")
    first_run.press("firstRun.start")
    assert first_run.problem("firstRun.timeZone") == "There is no such time zone. Choose one from the list."


def test_a_vault_that_fails_loses_nothing_typed(first_run, vault, monkeypatch, wait_until, told):
    """The message says what to do, everything typed stays, and a second press goes through."""
    refusing = _RefusingOnce(vault, monkeypatch)
    _fill(first_run)
    first_run.press("firstRun.start")
    wait_until(lambda: first_run.shows("firstRun.trouble"))
    assert "cannot be written" in first_run.find(Banner, "firstRun.trouble").text()
    assert first_run.text("firstRun.shopName") == "Sample Café"
    assert first_run.text("firstRun.pin") == "483920"
    refusing.refuses = False
    first_run.press("firstRun.start")
    wait_until(lambda: told["finished"])
