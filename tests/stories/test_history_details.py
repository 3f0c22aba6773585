"""The whole life of an item stands beside the table: live, in the language of the screen, with what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cashier.domain.account import Account
from cashier.domain.history import HistoryQuery, ItemKind, ItemState, ListedRecord
from cashier.domain.money import Money
from cashier.domain.payment import Payment
from cashier.domain.withdrawal import Withdrawal
from cashier.sandbox.server import SandboxServer
from cashier.services.asking import AskingPlan
from cashier.services.batch_rows import CheckedRow
from cashier.services.till import Till
from cashier.storage import provider_records
from cashier.ui.history_details import HistoryDetailsPane
from cashier.ui.locale_format import LocaleFormat, plain, set_current_locale_format
from cashier.ui.widgets import Banner, StateChip
from tests.conftest import TillMaker
from tests.stories.conftest import Screen
from tests.stories.counter import MANAGER_PIN, Run, Wait, set_up_shop
from tests.stories.payout_counter import HOLDER, IBAN, add_payers

# Nobody asks but the person.
NO_QUESTIONS = AskingPlan(pauses_s=(3600.0,), not_found_gap=timedelta(), withdrawal_not_found_gap=timedelta())


@pytest.fixture
def till(run: Run, tills: TillMaker) -> Iterator[Till]:
    """Open a till that asks nothing by itself."""
    tills.plan = NO_QUESTIONS
    tills.sync_plan = replace(tills.sync_plan, open_pause_s=3600.0)
    opened = run(tills.open())
    yield opened
    run(opened.close())


@dataclass
class Beside:
    """The pane, and the hands on it."""

    till: Till
    sandbox: SandboxServer
    tills: TillMaker
    accounts: dict[str, Account]
    pane: HistoryDetailsPane
    screen: Screen
    run: Run
    wait_until: Wait

    def show(self, subject_id: str | None) -> None:
        """Show the item of a payment or withdrawal; with None the one that was made elsewhere."""
        keys = self.run(self.till.history.open(HistoryQuery()))
        items = self.run(self.till.history.items(keys.places(0, len(keys))))
        (place,) = [item.place for item in items if (item.payment_id or item.withdrawal_id) == subject_id]
        self.pane.show_place(place)
        self.wait_until(lambda: self.pane.isVisible() and self.pane.place() == place)

    def said(self) -> str:
        """Return everything that can be read."""
        labels = [label for label in self.pane.findChildren(QLabel) if label.isVisibleTo(self.pane)]
        return plain("\n".join(label.text() for label in labels))

    def state(self) -> str:
        """Return the state that is shown."""
        return str(self.screen.find(StateChip, "historyDetails.state").property("state"))

    def text(self, name: str) -> str:
        """Return what a fact says."""
        return plain(self.screen.find(QLabel, f"historyDetails.{name}").text())

    def outcome(self) -> str:
        """Return what came of the question; empty while there is no answer."""
        banner = self.screen.find(Banner, "historyDetails.outcome")
        return plain(banner.text()) if banner.isVisible() else ""

    def can(self, name: str) -> bool:
        """Say whether a button is offered."""
        return self.screen.find(QPushButton, f"historyDetails.{name}").isVisible()

    def ask(self) -> str:
        """Ask the provider, and return what came of it."""
        self.screen.press("historyDetails.ask")
        self.wait_until(self.outcome)
        return self.outcome()

    def take(self, record: ListedRecord, provider: str) -> None:
        """Let the provider's list bring a record."""
        account_id = self.accounts[provider].id
        self.run(
            self.till.database.write(
                lambda connection: provider_records.take_page(
                    connection,
                    account_id=account_id,
                    records=[record],
                    now=self.till.session.clock.now(),
                    event=self.till.session.event,
                )
            )
        )
        self.till.history.notify()

    def paid(self) -> Payment:
        """Take a payment with a token."""
        payment = self.token()
        self.sandbox.control.pay(payment.provider_key or "")
        self.run(self.till.payments.refresh(payment.id))
        paid: Payment = self.run(self.till.payments.confirm(payment.id))
        return paid

    def token(self) -> Payment:
        """Ask for a payment with a token."""
        order = replace(self.tills.order(self.accounts["resid"], "2450000"), note="two bags of tea")
        asked: Payment = self.run(self.till.payments.request("token", self.accounts["resid"], order))
        return asked

    def unknown(self) -> Payment:
        """Leave a payment whose answer was lost, though the provider has settled it."""
        account = self.accounts["digibank"]
        payment: Payment = self.run(
            self.till.payments.request("code", account, self.tills.order(account, "12.5"))
        )
        self.sandbox.control.fault("reset_after", "digibank", "finalize")
        code = str(self.sandbox.control.open_requests()[-1].code)
        lost: Payment = self.run(self.till.payments.confirm(payment.id, code))
        return lost

    def accepted(self) -> Withdrawal:
        """Send a withdrawal that the bank has not answered."""
        row = CheckedRow(
            number=1, iban=IBAN, holder=HOLDER, money=Money.of("12500000", "IRR"), note="rent", pay_id=""
        )
        draft = self.run(self.till.withdrawals.propose("row", self.accounts["paystar"], row))
        (manager,) = self.run(self.till.operators.in_service())
        self.run(self.till.approvals.approve(draft.id, manager_id=manager.id, pin=MANAGER_PIN))
        sent: Withdrawal = self.run(self.till.withdrawals.submit(draft.id))
        return sent


@pytest.fixture
def beside(
    till: Till,
    tills: TillMaker,
    sandbox: SandboxServer,
    run: Run,
    wait_until: Wait,
    show: Callable[[QWidget], Screen],
) -> Iterator[Beside]:
    """Return an empty pane over a shop with four accounts."""
    accounts = run(set_up_shop(till, sandbox.base_url)) | run(add_payers(till, sandbox.base_url))
    unexpected: list[BaseException] = []
    pane = HistoryDetailsPane(till, unexpected.append)
    # By itself it is hidden until it has something to show.
    stage = QWidget()
    pane.setParent(stage)
    screen = show(stage)
    yield Beside(till, sandbox, tills, accounts, pane, screen, run, wait_until)
    pane.close_page()
    assert unexpected == []


def listed(payment: Payment, **changed: object) -> ListedRecord:
    """Return the record of a payment as resid lists it."""
    record = ListedRecord(
        key=payment.provider_key or "",
        kind=ItemKind.PAYMENT,
        state=ItemState.PAID,
        at=payment.paid_at,
        money=payment.money,
        party="0938*****25",
        provider_reference="77120",
    )
    return replace(record, **changed)  # type: ignore[arg-type]  # named as the attributes are


def test_a_payment_is_told_from_its_beginning(beside: Beside) -> None:
    """Amount, state, facts, every step with its time and who took it, and the calls; its reference is copied clean."""
    payment = beside.paid()
    beside.show(payment.id)
    assert beside.state() == "paid"
    said = beside.said()
    for part in ("245,000\u00a0toman", "two bags of tea", "Resid", "Nora Example"):
        assert part in said
    steps = [
        beside.screen.find(QWidget, f"historyDetails.event.{place}").accessibleName() for place in range(3)
    ]
    assert [plain(step).partition(" · ")[0] for step in steps] == [
        "Typed",
        "Being sent",
        "Waiting for the customer",
    ]
    assert "just now · Nora Example" in plain(steps[0])
    assert "Asking for the payment\ndone" in said
    assert "Confirming the payment\ndone" in said
    beside.screen.press("historyDetails.copyReference")
    assert QGuiApplication.clipboard().text() == payment.reference
    assert "Copied" in beside.screen.find(QPushButton, "historyDetails.copyReference").text()
    assert beside.can("receipt")
    assert not beside.can("ask")
    assert not beside.can("open")


def test_in_persian_everything_is_persian(beside: Beside) -> None:
    """Dates are Jalali, digits Persian; what is copied has none of the marks that keep directions apart."""
    payment = beside.paid()
    fmt = LocaleFormat("fa", ZoneInfo("Asia/Tehran"))
    set_current_locale_format(fmt)
    beside.pane.retranslate()
    beside.show(payment.id)
    assert beside.text("paidAt") == plain(fmt.date_time(payment.paid_at or datetime.now(UTC)))
    assert "۱۴" in beside.text("paidAt")
    assert "۲۴۵\u066c۰۰۰\u00a0تومان" in beside.said()
    beside.screen.find(QLabel, "historyDetails.reference").setFocus()
    QTest.keyClick(beside.screen.find(QLabel, "historyDetails.reference"), Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == payment.reference


def test_an_unknown_payment_is_asked_about_from_here(beside: Beside) -> None:
    """The provider has it: it is paid now, the pane says so at once and its steps go on."""
    payment = beside.unknown()
    beside.show(payment.id)
    assert beside.state() == "unknown"
    assert beside.can("open")
    assert beside.ask() == "The provider answered. It is now: Paid"
    assert beside.state() == "paid"
    assert not beside.can("ask")
    assert not beside.can("open")


def test_a_provider_that_does_not_answer_changes_nothing(beside: Beside) -> None:
    """It says that nothing has changed, how often was asked and when it is asked again; one may ask again."""
    payment = beside.unknown()
    beside.sandbox.control.fault("html_page", "digibank", "list", times=None)
    beside.show(payment.id)
    outcome = beside.ask()
    assert outcome.startswith("The provider was asked. Nothing has changed. Asked 1 time")
    assert beside.state() == "unknown"
    beside.sandbox.control.clear_faults()
    beside.screen.press("historyDetails.ask")
    beside.wait_until(lambda: beside.state() == "paid")


def test_a_token_is_looked_after_and_no_answer_is_said_in_words(beside: Beside) -> None:
    """A token that waits can be asked about; a line that is down is told of as anywhere else."""
    payment = beside.token()
    beside.show(payment.id)
    assert beside.ask() == "The provider was asked. Nothing has changed."
    beside.sandbox.control.fault("reset_before", "resid", times=None)
    beside.screen.press("historyDetails.ask")
    beside.wait_until(lambda: "did not answer" in beside.outcome())
    beside.sandbox.control.clear_faults()


def test_a_withdrawal_with_the_bank_is_followed(beside: Beside) -> None:
    """Its IBAN is copied as a bank's form wants it; asked about, it is paid."""
    withdrawal = beside.accepted()
    beside.show(withdrawal.id)
    assert beside.state() == "accepted"
    assert beside.text("party") == "IR82 0540 1026 8002 0817 9090 02"
    assert beside.text("approver") == "Nora Example"
    beside.screen.press("historyDetails.copyIban")
    assert QGuiApplication.clipboard().text() == IBAN
    beside.sandbox.control.advance(120)
    assert beside.ask() == "The provider answered. It is now: Paid"
    assert beside.text("refCode")


def test_what_was_made_elsewhere_is_told_by_its_provider(beside: Beside) -> None:
    """There is nothing to ask, to open or to hand out; a change that the provider made later is told of as it comes."""
    record = ListedRecord(
        key="99120",
        kind=ItemKind.PAYMENT,
        state=ItemState.PAID,
        at=datetime.now(UTC) - timedelta(days=3),
        money=Money.of("35000", "IRR"),
        party="0912*****07",
        reference="Qe71xZ0pL",
    )
    beside.take(record, "resid")
    beside.show(None)
    assert "Payment · Made elsewhere" in beside.said()
    assert beside.text("party") == "0912*****07"
    assert not any(beside.can(name) for name in ("ask", "open", "receipt", "copyIban"))
    beside.take(
        replace(record, state=ItemState.AUTO_REFUNDED, money=Money.of("30000", "IRR"), message="sent back"),
        "resid",
    )
    beside.wait_until(lambda: beside.state() == "auto_refunded")
    said = beside.said()
    assert "The provider's list now says: Returned to the customer" in said
    assert "The amount was 35,000\u00a0IRR and is now 30,000\u00a0IRR." in said
    assert "The provider says: sent back" in said


def test_where_the_list_says_something_else_is_said(beside: Beside) -> None:
    """The provider's record stands beside ours; other money and another state are pointed at."""
    payment = beside.paid()
    beside.take(listed(payment), "resid")
    beside.show(payment.id)
    assert beside.text("listedParty") == "0938*****25"
    assert not beside.screen.find(Banner, "historyDetails.contradiction").isVisible()
    beside.take(listed(payment, state=ItemState.AUTO_REFUNDED, money=Money.of("245000", "IRR")), "resid")
    beside.wait_until(lambda: beside.screen.find(Banner, "historyDetails.contradiction").isVisible())
    said = plain(beside.screen.find(Banner, "historyDetails.contradiction").text())
    assert "The provider lists 245,000\u00a0IRR; here it is 2,450,000\u00a0IRR." in said
    assert "The provider lists it as “Returned to the customer”; here it is “Paid”." in said


def test_the_pane_is_live_and_hands_what_is_open_over(beside: Beside) -> None:
    """What happens elsewhere is seen here; Open hands the payment over, Esc closes and tells."""
    payment = beside.token()
    beside.show(payment.id)
    opened: list[Payment] = []
    closed: list[bool] = []
    beside.pane.payment_wanted.connect(opened.append)
    beside.pane.closed.connect(lambda: closed.append(True))
    beside.screen.press("historyDetails.open")
    assert [one.id for one in opened] == [payment.id]
    beside.run(beside.till.payments.cancel(payment.id))
    beside.wait_until(lambda: beside.state() == "cancelled")
    assert not beside.can("open")
    QTest.keyClick(beside.screen.find(QPushButton, "historyDetails.close"), Qt.Key.Key_Escape)
    assert closed == [True]
    assert not beside.pane.isVisible()


def test_an_open_withdrawal_is_handed_over_with_its_account(beside: Beside) -> None:
    """Whoever opens its dialog needs both."""
    withdrawal = beside.accepted()
    beside.show(withdrawal.id)
    opened: list[tuple[str, str]] = []
    beside.pane.withdrawal_wanted.connect(lambda one, account: opened.append((one.id, account.label)))
    beside.screen.press("historyDetails.open")
    assert opened == [(withdrawal.id, "Paystar")]


def test_what_has_gone_closes_the_pane(beside: Beside) -> None:
    """A record whose time the provider corrects has another place: the old one shows nothing."""
    record = ListedRecord(
        key="5",
        kind=ItemKind.PAYMENT,
        state=ItemState.PAID,
        at=datetime(2026, 1, 5, 10, tzinfo=UTC),
        money=Money.of("35000", "IRR"),
    )
    beside.take(record, "resid")
    beside.show(None)
    beside.take(replace(record, at=datetime(2026, 1, 5, 11, tzinfo=UTC)), "resid")
    beside.wait_until(lambda: not beside.pane.isVisible())
    assert beside.pane.place() is None
