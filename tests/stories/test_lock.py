"""The lock hides the shop's money until a PIN opens it, and slows down whoever guesses."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel

from cashier.services.operator_pin import PEPPER_NAME
from cashier.services.preferences import Preferences
from cashier.services.system_clock import SystemClock
from cashier.storage import operators
from cashier.ui.lock_screen import LockScreen
from cashier.ui.widgets import Banner

PIN = "483920"


class _MovableClock:
    """The machine's clock, which a story may put forward."""

    def __init__(self):
        self._machine = SystemClock()
        self.ahead = timedelta()

    def now(self):
        return self._machine.now() + self.ahead


@pytest.fixture
def clock(till):
    """Give the till a clock that can be put forward."""
    till.session.clock = _MovableClock()
    return till.session.clock


@pytest.fixture
def manager(till, run):
    """Put a manager into service."""
    made = run(till.operators.set_up_till(Preferences(shop_name="Sample Café"), name="Negar", pin=PIN))
    run(till.preferences.change(shop_name="Sample Café"))
    return made


@pytest.fixture
def opened():
    """Return the record of the lock's openings."""
    return []


@pytest.fixture
def lock(till, tasks, show, manager, opened, wait_until):
    """Show the lock."""
    assert manager.name
    screen = show(LockScreen(till, tasks, lambda: opened.append(True)))
    wait_until(lambda: screen.find(QComboBox, "lock.operator").count())
    return screen


def _try(lock, wait_until, pin):
    lock.write("lock.pin", pin)
    lock.key("lock.pin", Qt.Key.Key_Return)
    wait_until(lambda: lock.problem("lock.pin"))


def test_the_right_pin_opens(lock, opened, wait_until):
    """Typed and entered, the PIN opens the lock once, and is not left standing."""
    lock.write("lock.pin", PIN)
    lock.key("lock.pin", Qt.Key.Key_Return)
    lock.press("lock.unlock")
    wait_until(lambda: opened)
    assert opened == [True]
    assert lock.text("lock.pin") == ""


def test_it_says_whose_till_it_is_and_nothing_else(lock, manager):
    """Shop and person are named; the cursor waits in the PIN."""
    texts = {label.text() for label in lock.page.findChildren(QLabel) if label.isVisible()}
    assert {"Sample Café", manager.name} <= texts
    assert lock.page.focusWidget().objectName() == "lock.pin"


def test_a_wrong_pin_is_told_beside_the_field(lock, opened, wait_until):
    """A wrong PIN keeps the lock closed and says so."""
    _try(lock, wait_until, "111111")
    assert lock.problem("lock.pin") == "This PIN is not right."
    assert opened == []


def test_an_empty_pin_is_not_a_try(lock, till, run, manager):
    """Enter in an empty field counts nothing against the person."""
    lock.key("lock.pin", Qt.Key.Key_Return)
    assert lock.problem("lock.pin") == "This is needed."
    stored = run(till.database.read(lambda connection: operators.get(connection, manager.id)))
    assert stored.failed_tries == 0


def test_too_many_wrong_pins_wait_and_then_may_be_tried_again(lock, clock, opened, wait_until):
    """After three wrong PINs the lock counts down in the field's message; then the right one opens."""
    for _ in range(3):
        _try(lock, wait_until, "111111")
        wait_until(lambda: not lock.page._is_unlocking)
    lock.write("lock.pin", PIN)
    lock.key("lock.pin", Qt.Key.Key_Return)
    wait_until(lambda: (lock.problem("lock.pin") or "").startswith("Too many wrong PINs."))
    assert not lock.find(QAbstractButton, "lock.unlock").isEnabled()
    assert opened == []
    clock.ahead = timedelta(seconds=6)
    wait_until(lambda: lock.find(QAbstractButton, "lock.unlock").isEnabled())
    assert lock.problem("lock.pin") is None
    lock.write("lock.pin", PIN)
    lock.key("lock.pin", Qt.Key.Key_Return)
    wait_until(lambda: opened)


def test_the_remaining_time_counts_down(lock, clock, wait_until):
    """What is said of the waiting time follows the clock."""
    for _ in range(4):
        clock.ahead += timedelta(seconds=10)
        _try(lock, wait_until, "111111")
        wait_until(lambda: not lock.page._is_unlocking)
    _try(lock, wait_until, "111111")

    def seconds_left() -> int:
        told = re.search(r"in (\d+) s\.$", lock.problem("lock.pin") or "")
        return int(told[1]) if told else 0

    # The machine's own clock goes on as well: on a busy one a second or two are over before it is looked at.
    wait_until(lambda: 20 < seconds_left() <= 30)
    clock.ahead += timedelta(seconds=20)
    wait_until(lambda: 0 < seconds_left() <= 10)


def test_of_several_people_one_is_chosen(till, run, tasks, show, manager, opened, wait_until):
    """Where two work, the second chooses themselves and opens with their own PIN."""
    second = replace(manager, id=till.session.new_id(), name="Kaveh")
    run(till.database.write(lambda connection: operators.save(connection, second)))
    lock = show(LockScreen(till, tasks, lambda: opened.append(True)))
    wait_until(lambda: lock.shows("lock.operator"))
    people = lock.find(QComboBox, "lock.operator")
    assert people.currentData() == manager.id
    people.setCurrentIndex(people.findData(second.id))
    lock.write("lock.pin", PIN)
    lock.press("lock.unlock")
    wait_until(lambda: opened)
    assert run(till.operators.current()).id == second.id


def test_a_vault_of_another_till_is_told(lock, vault, run, wait_until):
    """Without the pepper no PIN can be right, and the lock says why instead of calling the PIN wrong."""
    run(vault.delete(PEPPER_NAME))
    lock.write("lock.pin", PIN)
    lock.press("lock.unlock")
    wait_until(lambda: lock.shows("lock.trouble"))
    assert "not the one this till was set up with" in lock.find(Banner, "lock.trouble").text()
