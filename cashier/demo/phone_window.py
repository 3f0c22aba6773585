"""The customer's phone: shows the codes digibank sent and the tokens resid gave out, and lets them be paid."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Final

import httpx
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cashier.domain.money import decimal_text
from cashier.sandbox import control_calls
from cashier.sandbox.control_client import AsyncSandboxControl, ControlError
from cashier.sandbox.digibank_records import DigibankRequest
from cashier.sandbox.resid_records import ResidPayment
from cashier.ui.locale_format import current_locale_format
from cashier.ui.payment_faces import grouped_number
from cashier.ui.style.icons import IconLabel
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import (
    Banner,
    Card,
    CopyLabel,
    EmptyState,
    PrimaryButton,
    SecondaryButton,
    StateKind,
    TextLabel,
)

POLL_INTERVAL_S: Final = 0.7
_SIZE: Final = (340, 600)
_GAP: Final = 16
_CODE_POINTS: Final = 24.0
_CODE_GROUP: Final = 3


class _Message(Card):
    """Something that came to the phone: from whom, how much, and what it says."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self.body.setContentsMargins(Spacing.L, Spacing.M, Spacing.L, Spacing.L)
        self.body.setSpacing(Spacing.S)
        self.from_whom = TextLabel(role="small", tone="muted")
        self.amount = TextLabel(role="heading", tabular=True)
        head = QHBoxLayout()
        head.setSpacing(Spacing.S)
        head.addWidget(IconLabel(icon_name, "muted_text", 16))
        head.addWidget(self.from_whom, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.amount)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""


class CodeMessage(_Message):
    """The code with which a customer of digibank agrees to a payment."""

    def __init__(self, request: DigibankRequest) -> None:
        super().__init__("key")
        self._request = request
        self.setObjectName(f"phone.request.{request.request_id}")
        self._customer = TextLabel(role="small", tone="muted")
        code = request.code
        self._code = CopyLabel(f"{code[:_CODE_GROUP]} {code[_CODE_GROUP:]}", points=_CODE_POINTS)
        self._code.setObjectName(f"phone.code.{request.request_id}")
        self._code.set_alignment("center")
        self.body.addWidget(self._customer)
        self.body.addWidget(self._code)
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        fmt, request = current_locale_format(), self._request
        self.from_whom.setText(self.tr("digibank sent a code"))
        self.amount.setText(fmt.amount_with_unit(decimal_text(request.amount), request.currency))
        self._customer.setText(
            self.tr("To customer {number}").format(number=grouped_number(request.customer))
        )


class TokenMessage(_Message):
    """A payment by token: what the customer sees after scanning it."""

    def __init__(self, payment: ResidPayment) -> None:
        super().__init__("card")
        self._payment = payment
        self.setObjectName(f"phone.payment.{payment.token}")
        token = CopyLabel(payment.token, tone="muted")
        self.pay = PrimaryButton()
        self.pay.setObjectName(f"phone.pay.{payment.token}")
        self.refuse = SecondaryButton()
        self.refuse.setObjectName(f"phone.refuse.{payment.token}")
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.S)
        buttons.addWidget(self.pay, 1)
        buttons.addWidget(self.refuse, 1)
        self.body.addWidget(token)
        self.body.addLayout(buttons)
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.from_whom.setText(self.tr("resid asks you to pay"))
        self.amount.setText(current_locale_format().amount_with_unit(str(self._payment.amount_rial), "IRR"))
        self.pay.setText(self.tr("Pay"))
        self.refuse.setText(self.tr("Refuse"))

    def set_busy(self, *, busy: bool) -> None:
        """Take no second press while the first is under way."""
        self.pay.setEnabled(not busy)
        self.refuse.setEnabled(not busy)


class PhoneWindow(QWidget):
    """A phone that is every customer's, connected to one sandbox.

    It asks the sandbox again and again what there is to see, and outlives it: a sandbox that is gone is told
    in the window.

    Args:
        base_url: of the whole sandbox.
        poll_interval_s: between two looks.
    """

    def __init__(self, base_url: str, *, poll_interval_s: float = POLL_INTERVAL_S) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("phoneWindow")
        self._control = AsyncSandboxControl(base_url)
        self._poll_interval_s = poll_interval_s
        self._messages: dict[str, _Message] = {}
        self._presses: set[asyncio.Task[None]] = set()
        self._closed = asyncio.Event()
        self._is_gone = False
        self._build()
        self.retranslate()
        self._polling = asyncio.get_event_loop().create_task(self._poll(), name="phone")

    def show_beside(self, window: QWidget) -> None:
        """Show it where it covers as little of `window` as the screen allows, leaving the focus there."""
        screen = QGuiApplication.primaryScreen().availableGeometry()
        frame = window.frameGeometry()
        beside = frame.right() + _GAP
        fits = beside + self.width() <= screen.right()
        self.move(beside if fits else screen.right() - self.width(), max(screen.top(), frame.top()))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.show()

    async def closed(self) -> None:
        """Wait until a person closes the window."""
        await self._closed.wait()

    async def end(self) -> None:
        """Stop asking the sandbox, and close."""
        tasks = [self._polling, *self._presses]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._control.aclose()
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Tell whoever waits for it."""
        super().closeEvent(event)
        self._closed.set()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.setWindowTitle(self.tr("The customer's phone"))
        self._title.setText(self.tr("The customer's phone"))
        self._subtitle.setText(self.tr("Part of the sandbox: no real money"))
        self._empty.set_texts(
            self.tr("Nothing has arrived"),
            self.tr("Ask for a payment at the till: the code or the token appears here."),
        )
        self._show_line()

    # Layout

    def _build(self) -> None:
        self._title = TextLabel(role="heading")
        self._title.set_alignment("center")
        self._subtitle = TextLabel(role="small", tone="info")
        self._subtitle.set_alignment("center")
        self._gone = Banner(radius=8)
        self._gone.setObjectName("phone.gone")
        self._empty = EmptyState("phone", "", "")
        self._column = QVBoxLayout()
        self._column.setSpacing(Spacing.M)
        scrolled = QWidget()
        scrolled.setObjectName("scrolled")
        inner = QVBoxLayout(scrolled)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._column)
        inner.addWidget(self._empty, 1)
        inner.addStretch(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(scrolled)
        column = QVBoxLayout(self)
        column.setContentsMargins(Spacing.L, Spacing.L, Spacing.L, Spacing.L)
        column.setSpacing(Spacing.S)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(Spacing.XS)
        column.addWidget(self._gone)
        column.addWidget(area, 1)
        self.resize(*_SIZE)

    # What the sandbox says

    async def _poll(self) -> None:
        while True:
            await self._look()
            await asyncio.sleep(self._poll_interval_s)

    async def _look(self) -> None:
        try:
            requests = await self._control(control_calls.open_requests())
            payments = await self._control(control_calls.waiting_payments())
        except (httpx.TransportError, ControlError):
            self._is_gone = True
        else:
            self._is_gone = False
            self._show_messages(requests, payments)
        self._show_line()

    def _show_messages(self, requests: list[DigibankRequest], payments: list[ResidPayment]) -> None:
        came: list[tuple[str, Callable[[], _Message]]] = [
            *((request.request_id, lambda request=request: CodeMessage(request)) for request in requests),
            *((payment.token, lambda payment=payment: self._token_message(payment)) for payment in payments),
        ]
        wanted = {key for key, _ in came}
        for key in [known for known in self._messages if known not in wanted]:
            gone = self._messages.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for key, make in came:
            if key not in self._messages:
                self._messages[key] = message = make()
                # The newest is on top, as on any phone.
                self._column.insertWidget(0, message)
        self._empty.setVisible(not came)

    def _token_message(self, payment: ResidPayment) -> TokenMessage:
        message = TokenMessage(payment)
        token = payment.token
        message.pay.clicked.connect(lambda: self._press(token, control_calls.pay(token)))
        message.refuse.clicked.connect(lambda: self._press(token, control_calls.refuse(token)))
        return message

    def _press(self, token: str, call: control_calls.ControlCall[ResidPayment]) -> None:
        self._set_busy(token, busy=True)
        self._start(self._do(token, call))

    async def _do(self, token: str, call: control_calls.ControlCall[ResidPayment]) -> None:
        try:
            await self._control(call)
        except (httpx.TransportError, ControlError):
            # Too late, or the sandbox is gone: the next look shows which.
            self._set_busy(token, busy=False)
        await self._look()

    def _set_busy(self, token: str, *, busy: bool) -> None:
        message = self._messages.get(token)
        if isinstance(message, TokenMessage):
            message.set_busy(busy=busy)

    def _start(self, press: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_event_loop().create_task(press)
        self._presses.add(task)
        task.add_done_callback(self._presses.discard)

    def _show_line(self) -> None:
        if self._is_gone:
            self._gone.show_message(StateKind.WARNING, self.tr("The sandbox does not answer."))
        else:
            self._gone.clear()
