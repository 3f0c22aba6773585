"""The customer's phone: shows the codes and tokens that providers sent, and lets the tokens be paid or refused."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, Final

import httpx
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cashier.sandbox import control_calls
from cashier.sandbox.control_client import AsyncSandboxControl, ControlError
from cashier.sandbox.phone import PhoneMessage
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.messages import provider_name
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

    def __init__(self, message: PhoneMessage, icon_name: str) -> None:
        super().__init__()
        self.message = message
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

    @property
    def provider(self) -> str:
        """The sender's name in the language of the moment, fit to stand in a sentence."""
        return isolate(provider_name(self.message.provider))

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.amount.setText(current_locale_format().amount_with_unit(self.message.amount, self.message.unit))


class CodeMessage(_Message):
    """The code with which a customer agrees to a payment."""

    def __init__(self, message: PhoneMessage) -> None:
        super().__init__(message, "key")
        self.setObjectName(f"phone.request.{message.key}")
        self._customer = TextLabel(role="small", tone="muted")
        code = message.code
        self._code = CopyLabel(f"{code[:_CODE_GROUP]} {code[_CODE_GROUP:]}", points=_CODE_POINTS)
        self._code.setObjectName(f"phone.code.{message.key}")
        self._code.set_alignment("center")
        self.body.addWidget(self._customer)
        self.body.addWidget(self._code)
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        super().retranslate()
        self.from_whom.setText(self.tr("{provider} sent a code").format(provider=self.provider))
        self._customer.setText(
            self.tr("To customer {number}").format(number=grouped_number(self.message.customer))
        )


class TokenMessage(_Message):
    """A payment by token: what the customer sees after scanning it."""

    def __init__(self, message: PhoneMessage) -> None:
        super().__init__(message, "card")
        self.setObjectName(f"phone.payment.{message.key}")
        token = CopyLabel(message.key, tone="muted")
        self.pay = PrimaryButton()
        self.pay.setObjectName(f"phone.pay.{message.key}")
        self.refuse = SecondaryButton()
        self.refuse.setObjectName(f"phone.refuse.{message.key}")
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.S)
        buttons.addWidget(self.pay, 1)
        buttons.addWidget(self.refuse, 1)
        self.body.addWidget(token)
        self.body.addLayout(buttons)
        self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        super().retranslate()
        self.from_whom.setText(self.tr("{provider} asks you to pay").format(provider=self.provider))
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
        self._messages: dict[tuple[str, str], _Message] = {}
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
            messages = await self._control(control_calls.phone())
        except (httpx.TransportError, ControlError):
            self._is_gone = True
        else:
            self._is_gone = False
            self._show_messages(messages)
        self._show_line()

    def _show_messages(self, came: list[PhoneMessage]) -> None:
        wanted = {(message.provider, message.key) for message in came}
        for name in [known for known in self._messages if known not in wanted]:
            gone = self._messages.pop(name)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for message in came:
            name = message.provider, message.key
            if name not in self._messages:
                self._messages[name] = shown = self._shown(message)
                # The newest is on top, as on any phone.
                self._column.insertWidget(0, shown)
        self._empty.setVisible(not came)

    def _shown(self, message: PhoneMessage) -> _Message:
        if message.kind == "code":
            return CodeMessage(message)
        shown = TokenMessage(message)
        provider, key = message.provider, message.key
        shown.pay.clicked.connect(lambda: self._press(shown, control_calls.pay_on_phone(provider, key)))
        shown.refuse.clicked.connect(lambda: self._press(shown, control_calls.refuse_on_phone(provider, key)))
        return shown

    def _press(self, shown: TokenMessage, call: control_calls.ControlCall[control_calls.Nothing]) -> None:
        shown.set_busy(busy=True)
        self._start(self._do(shown.message, call))

    async def _do(
        self, message: PhoneMessage, call: control_calls.ControlCall[control_calls.Nothing]
    ) -> None:
        try:
            await self._control(call)
        except (httpx.TransportError, ControlError):
            # Too late, or the sandbox is gone: the next look shows which.
            shown = self._messages.get((message.provider, message.key))
            if isinstance(shown, TokenMessage):
                shown.set_busy(busy=False)
        await self._look()

    def _start(self, press: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_event_loop().create_task(press)
        self._presses.add(task)
        task.add_done_callback(self._presses.discard)

    def _show_line(self) -> None:
        if self._is_gone:
            self._gone.show_message(StateKind.WARNING, self.tr("The sandbox does not answer."))
        else:
            self._gone.clear()
