"""Everything that is open stands on one page, with its one next action; a manager decides what nobody can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton

from cashier.domain.operator import Operator, Role
from cashier.domain.payment import Payment, PaymentReason, PaymentState
from cashier.domain.redaction import Redactor
from cashier.sandbox.server import SandboxServer
from cashier.services.asking import AskingPlan
from cashier.services.operator_pin import LOCK_OUT_S, hash_pin, load_pepper
from cashier.services.preferences import Language
from cashier.services.till import Till, open_till
from cashier.storage import operators
from cashier.storage.database import Database
from cashier.ui.decision_sheet import DecisionSheet
from cashier.ui.open_payment_card import OpenPaymentCard
from cashier.ui.widgets import Field, StateChip
from cashier.vault import MemoryVault
from tests.conftest import ShiftedClock
from tests.stories.counter import MANAGER_PIN, Counter, Run, Wait, counter_over, set_up_shop

FEW_QUESTIONS = AskingPlan(pauses_s=(0.02, 0.02, 0.02), not_found_gap=timedelta(milliseconds=5))
OTHER_PIN = "370592"


@pytest.fixture
def clock() -> ShiftedClock:
    """Return the till's clock."""
    return ShiftedClock()


@pytest.fixture
def till(run: Run, tmp_path: Path, vault: MemoryVault, clock: ShiftedClock) -> Iterator[Till]:
    """Open a new till that soon hands to a person what the provider cannot tell."""

    async def open_it() -> Till:
        database = await Database.open(tmp_path / "till.db")
        opened = await open_till(database, vault, clock, Redactor(), plan=FEW_QUESTIONS)
        await opened.start()
        return opened

    opened = run(open_it())
    yield opened
    run(opened.close())


@pytest.fixture
def counter(
    qapp: QApplication, run: Run, wait_until: Wait, till: Till, sandbox: SandboxServer
) -> Iterator[Counter]:
    """Return a counter with a digibank and a resid account."""
    accounts = run(set_up_shop(till, sandbox.base_url))
    with counter_over(till, accounts, qapp, run, wait_until) as counter:
        yield counter


def _code(sandbox: SandboxServer) -> str:
    return str(sandbox.control.open_requests()[-1].code)


def _leave(counter: Counter) -> str:
    """Leave the dialog, and return its payment's reference."""
    dialog = counter.dialog()
    reference = str(dialog.payment.reference)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    counter.until_closed()
    return reference


def _token(counter: Counter, sandbox: SandboxServer, amount: str, *, paid: bool) -> str:
    counter.choose("resid")
    counter.fill(amount, unit="IRR")
    counter.press("payment.send")
    counter.until_state("awaiting_customer")
    if paid:
        sandbox.control.pay(sandbox.control.waiting_payments()[-1].token)
        counter.wait_until(lambda: counter.find(QPushButton, "paymentDialog.collect").isEnabled())
    return _leave(counter)


def _with_person(counter: Counter, sandbox: SandboxServer) -> str:
    """Leave a payment that the provider cannot tell about; nothing was settled."""
    counter.choose("digibank")
    counter.fill("42")
    counter.press("payment.send")
    code = counter.until_code()
    sandbox.control.fault("reset_before", "digibank", "finalize")
    sandbox.control.fault("html_page", "digibank", "list", times=None)
    QTest.keyClicks(code, _code(sandbox))
    counter.press("paymentDialog.confirm")
    counter.until_state("unknown")
    reference = _leave(counter)
    counter.go_to("nav.attention")
    counter.wait_until(lambda: counter.window.findChildren(QPushButton, f"attention.decide.{reference}"))
    sandbox.control.clear_faults()
    return reference


def _card(counter: Counter, reference: str) -> OpenPaymentCard:
    return counter.find(OpenPaymentCard, f"attention.{reference}")


def _shown(counter: Counter) -> list[str]:
    """Return the references on the page, from top to bottom."""
    cards = [card for card in counter.window.findChildren(OpenPaymentCard) if card.isVisible()]
    ordered = sorted(cards, key=lambda card: card.y())
    return [card.objectName().removeprefix("attention.") for card in ordered]


def _error(counter: Counter, name: str) -> str | None:
    around = counter.find(QLineEdit, name).parentWidget()
    assert isinstance(around, Field)
    return around.error()


def _decide(counter: Counter, pin: str, reason: str) -> None:
    counter.type("decide.pin", pin)
    counter.type("decide.reason", reason)
    counter.press("decide.confirm")


@pytest.fixture
def undecided(counter: Counter, sandbox: SandboxServer) -> str:
    """Return the reference of a payment that only a person can decide about, its sheet open."""
    reference = _with_person(counter, sandbox)
    counter.press(f"attention.decide.{reference}")
    counter.wait_until(lambda: counter.find(QPushButton, "decide.confirm").isEnabled())
    return reference


# The page


def test_nothing_open(counter: Counter) -> None:
    """The empty page says what will appear here."""
    counter.go_to("nav.attention")
    assert "Nothing is open" in counter.said()
    assert "withdrawals that wait for approval or for a connection" in counter.said()


def test_the_most_urgent_comes_first(counter: Counter, sandbox: SandboxServer) -> None:
    """Paid and not collected, then what nobody knows, then waiting, then drafts; each with its own next action."""
    counter.fill("15")
    counter.press("payment.draft")
    counter.until_open(1)
    waiting = _token(counter, sandbox, "70000", paid=False)
    unclear = _with_person(counter, sandbox)
    counter.go_to("nav.payment")
    to_collect = _token(counter, sandbox, "50000", paid=True)
    counter.go_to("nav.attention")
    counter.until_open(4)
    counter.wait_until(lambda: len(_shown(counter)) == 4)
    references = _shown(counter)
    assert references[:3] == [to_collect, unclear, waiting]
    actions = [
        counter.find(QPushButton, f"attention.{way}.{reference}").text()
        for way, reference in zip(("open", "decide", "open", "sendNow"), references, strict=True)
    ]
    assert actions == ["Collect", "Decide", "Continue", "Send now"]


def test_what_the_customer_paid_is_collected_from_the_list(counter: Counter, sandbox: SandboxServer) -> None:
    """The card tells the time left; the dialog is ready to collect."""
    reference = _token(counter, sandbox, "50000", paid=True)
    counter.go_to("nav.attention")
    counter.wait_until(lambda: "left to collect" in counter.said())
    counter.press(f"attention.open.{reference}")
    counter.press("paymentDialog.collect")
    counter.until_state("paid")
    counter.until_open(0)


def test_times_tick_while_somebody_looks(
    counter: Counter, sandbox: SandboxServer, clock: ShiftedClock
) -> None:
    """Ages and times left follow the clock without anything else happening."""
    _token(counter, sandbox, "50000", paid=False)
    counter.go_to("nav.attention")
    counter.wait_until(lambda: "just now" in counter.said())
    clock.advance(120)
    counter.wait_until(lambda: "2 min ago" in counter.said())
    assert "17 min" in counter.said()


def test_asking_now_finds_the_payment(counter: Counter, sandbox: SandboxServer) -> None:
    """The provider can tell again: the dialog that opens asks at once, and the money that moved is paid."""
    reference = _with_person(counter, sandbox)
    counter.press(f"attention.ask.{reference}")
    counter.until_state("paid")
    assert len(sandbox.control.ledger("digibank")) == 1
    counter.until_open(0)


def test_an_opening_without_an_answer_is_given_up_without_a_manager(
    counter: Counter, sandbox: SandboxServer
) -> None:
    """No money can have moved, so nobody has to decide."""
    sandbox.control.fault("truncated_body", "digibank", "request")
    counter.fill("10")
    counter.press("payment.send")
    counter.until_state("unknown")
    reference = _leave(counter)
    counter.go_to("nav.attention")
    counter.wait_until(lambda: "no money has moved" in counter.said())
    assert not counter.window.findChildren(QPushButton, f"attention.decide.{reference}")
    counter.press(f"attention.open.{reference}")
    counter.press("paymentDialog.secondary")
    counter.until_state("cancelled")


def test_the_page_changes_its_language(counter: Counter, sandbox: SandboxServer, till: Till) -> None:
    """Cards that stand there are written anew."""
    reference = _token(counter, sandbox, "50000", paid=False)
    counter.go_to("nav.attention")
    counter.wait_until(lambda: _card(counter, reference).findChildren(QPushButton))
    before = counter.find(QPushButton, f"attention.open.{reference}").text()
    counter.language.use(Language.ARABIC, till.preferences.current.zone)
    counter.wait_until(
        lambda: counter.find(QPushButton, f"attention.open.{reference}").text() not in {before, ""}
    )
    assert _card(counter, reference).findChildren(StateChip)[0].text() != "Waiting for the customer"


# The decision


def test_a_manager_marks_it_as_not_paid(
    counter: Counter, sandbox: SandboxServer, till: Till, run: Run, undecided: str
) -> None:
    """With the PIN and a reason it is closed, leaves the page, and who and why are kept."""
    (payment,) = run(till.payments.still_open())
    _decide(counter, MANAGER_PIN, "Support sees no such payment")
    counter.until_open(0)
    closed: Payment = run(till.payments.get(payment.id))
    assert (closed.reference, closed.state, closed.reason) == (
        undecided,
        PaymentState.DECLINED,
        PaymentReason.BY_PERSON,
    )
    assert not sandbox.control.ledger("digibank")
    told = run(
        till.database.read(
            lambda connection: connection.execute(
                "SELECT operator_id, detail FROM events WHERE kind = 'decided'"
            ).fetchall()
        )
    )
    assert [(who, "Support sees no such payment" in why) for who, why in told] == [
        (till.session.operator_id, True)
    ]


def test_what_is_missing_is_said_beside_its_field(counter: Counter, undecided: str) -> None:
    """Neither PIN nor reason: both are asked for, and nothing is decided."""
    counter.press("decide.confirm")
    assert (_error(counter, "decide.pin"), _error(counter, "decide.reason")) == (
        "This is needed.",
        "This is needed.",
    )
    counter.press("decide.cancel")
    counter.wait_until(lambda: not counter.window.findChildren(DecisionSheet))
    assert counter.window.findChildren(QPushButton, f"attention.decide.{undecided}")


def test_a_wrong_pin_is_said_and_the_right_one_still_works(counter: Counter, undecided: str) -> None:
    """The reason stays as it was typed."""
    _decide(counter, "111222", "No such payment")
    counter.wait_until(lambda: _error(counter, "decide.pin"))
    assert _error(counter, "decide.pin") == "This PIN is not right."
    assert counter.find(QLineEdit, "decide.reason").text() == "No such payment"
    counter.type("decide.pin", MANAGER_PIN)
    counter.press("decide.confirm")
    counter.until_open(0)
    assert not counter.window.findChildren(QPushButton, f"attention.decide.{undecided}")


@pytest.mark.usefixtures("undecided")
def test_too_many_wrong_pins_lock_for_a_while(counter: Counter, clock: ShiftedClock) -> None:
    """It says until when, takes nothing meanwhile, and takes the right PIN afterwards."""
    for wait_s in (0, 0, 0, 6, 31):
        clock.advance(wait_s)
        counter.wait_until(lambda: counter.find(QPushButton, "decide.confirm").isEnabled())
        _decide(counter, "111222", "No such payment")
        counter.wait_until(lambda: _error(counter, "decide.pin") == "This PIN is not right.")
    counter.type("decide.pin", MANAGER_PIN)
    counter.press("decide.confirm")
    counter.wait_until(lambda: "Too many wrong PINs" in (_error(counter, "decide.pin") or ""))
    assert not counter.find(QPushButton, "decide.confirm").isEnabled()
    clock.advance(LOCK_OUT_S + 1)
    counter.wait_until(lambda: counter.find(QPushButton, "decide.confirm").isEnabled())
    counter.type("decide.pin", MANAGER_PIN)
    counter.press("decide.confirm")
    counter.until_open(0)


def test_it_was_found_out_meanwhile(
    counter: Counter, till: Till, run: Run, sandbox: SandboxServer, undecided: str
) -> None:
    """Paid by the provider's word while the sheet lay open: it is not marked, and the sheet says so."""
    (payment,) = run(till.payments.still_open())
    assert payment.reference == undecided
    run(till.reconciliation.ask(payment.id))
    _decide(counter, MANAGER_PIN, "No such payment")
    counter.wait_until(lambda: "It is no longer open for a decision" in counter.said())
    assert run(till.payments.get(payment.id)).state is PaymentState.PAID
    assert len(sandbox.control.ledger("digibank")) == 1


def _change_operator(till: Till, run: Run, operator: Operator, **changes: Any) -> None:
    changed = replace(operator, **changes)
    run(till.database.write(lambda connection: operators.save(connection, changed)))


def test_somebody_who_is_no_manager_any_more(counter: Counter, till: Till, run: Run, undecided: str) -> None:
    """The right PIN of a person who lost the role meanwhile decides nothing."""
    _change_operator(till, run, run(till.operators.current()), role=Role.CASHIER)
    _decide(counter, MANAGER_PIN, "No such payment")
    counter.wait_until(lambda: _error(counter, "decide.pin") == "Only a manager may decide this.")
    assert counter.window.findChildren(QPushButton, f"attention.decide.{undecided}")


def test_one_of_several_managers_decides(
    counter: Counter, till: Till, run: Run, vault: MemoryVault, sandbox: SandboxServer
) -> None:
    """Managers are offered by name, cashiers are not; the one who is chosen gives the PIN."""
    pin_hash = hash_pin(run(load_pepper(vault)), OTHER_PIN, is_manager=True)
    first = run(till.operators.current())
    for name, role in (("Omid Example", Role.MANAGER), ("Sara Example", Role.CASHIER)):
        _change_operator(till, run, first, id=till.session.new_id(), name=name, role=role, pin_hash=pin_hash)
    reference = _with_person(counter, sandbox)
    counter.press(f"attention.decide.{reference}")
    counter.wait_until(lambda: counter.find(QComboBox, "decide.manager").isVisible())
    box = counter.find(QComboBox, "decide.manager")
    assert box.count() == 2
    assert box.currentData() == first.id
    box.setCurrentIndex(1)
    box.activated.emit(1)
    _decide(counter, OTHER_PIN, "No such payment")
    counter.until_open(0)
