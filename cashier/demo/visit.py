"""What every step of a tour has at hand: the hands, the sandbox, the clock, and how things are done at this till."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cashier.demo.cuttable_line import CuttableLine
from cashier.demo.demo_shop import OPERATOR_PIN
from cashier.demo.hands import Hands, TourStepError
from cashier.demo.movable_clock import MovableClock
from cashier.sandbox import control_calls
from cashier.sandbox.control_client import AsyncSandboxControl
from cashier.sandbox.faults import Fault, FaultName
from cashier.services.preferences import Language
from cashier.ui.widgets import CopyLabel, SelectableCard

CUSTOMER: Final = "44710093"
"""A made-up customer of digibank, who has plenty of everything in the sandbox."""

_MOST_SHEETS: Final = 5
_FIRST_DIGIT: Final = {Language.PERSIAN: 0x06F0, Language.ARABIC: 0x0660}


@dataclass(kw_only=True)
class Visit:
    """What every step of one tour has at hand.

    Attributes:
        line: the one the accounts reach their providers through.
        accounts: what the shop calls its accounts, by provider.
        wants_phone_picture: set by a step to have the phone photographed as well.
        remembered: what a step leaves for those after it in its scene.
    """

    hands: Hands
    control: AsyncSandboxControl
    line: CuttableLine
    clock: MovableClock
    language: Language
    accounts: Mapping[str, str]
    wants_phone_picture: bool = False
    remembered: dict[str, str] = field(default_factory=dict)

    def typed(self, amount: str) -> str:
        """Return a plain amount as this language's keyboard types it."""
        first = _FIRST_DIGIT.get(self.language)
        if first is None:
            return amount
        digits = {ord(str(digit)): chr(first + digit) for digit in range(10)}
        return amount.translate({**digits, ord("."): "\u066b"})

    async def fill_form(self, provider: str, amount: str, unit: str) -> None:
        """Fill the payment form; `amount` is typed as it stands."""
        await self.choose_account(self.accounts[provider])
        await self.hands.fill("payment.amount", amount)
        await self.hands.choose("payment.currency", unit)
        if self.hands.seen("payment.customer"):
            await self.hands.fill("payment.customer", CUSTOMER)

    async def fill_withdrawal(self, provider: str, amount_rial: str, iban: str, holder: str) -> None:
        """Fill the form of one withdrawal; a holder only where the provider wants one."""
        await self.hands.press("nav.withdraw")
        await self.choose_account(self.accounts[provider], "withdraw.account.")
        await self.hands.fill("withdraw.iban", iban)
        if holder and self.hands.seen("withdraw.holder"):
            await self.hands.fill("withdraw.holder", holder)
        await self.hands.choose("withdraw.unit", "IRR")
        await self.hands.fill("withdraw.amount", amount_rial)

    async def withdrawal_shows(self, state: str) -> None:
        """Wait until the withdrawal's dialog shows one in `state`."""

        def shown() -> bool:
            chip = self.hands.seen("withdrawDialog.state")
            return chip is not None and chip.property("state") == state

        await self.hands.until(shown, f"a withdrawal that is {state}")

    async def batch_is(self, phase: str) -> None:
        """Wait until the batch that is shown waits for what `phase` names."""

        def shown() -> bool:
            chip = self.hands.seen("batchProgress.state")
            return chip is not None and chip.property("state") == phase

        await self.hands.until(shown, f"a batch that is {phase}")

    async def approve(self, pin: str = OPERATOR_PIN) -> None:
        """Type a manager's PIN, and approve."""
        await self.hands.fill("approve.pin", pin)
        await self.hands.press("approve.submit")

    async def leave_withdrawal(self) -> None:
        """Press Esc, which loses nothing."""
        self.hands.key(Qt.Key.Key_Escape)
        await self.hands.wait_until_gone("withdrawDialog")

    async def choose_account(self, label: str, beginning: str = "payment.account.") -> None:
        """Press the card of the account called `label`."""

        def card() -> QWidget | None:
            cards = self.hands.seen_beginning_with(beginning)
            return next((c for c in cards if isinstance(c, SelectableCard) and c.text() == label), None)

        found = await self.hands.until(card, f"the account {label}")
        await self.hands.press(found.objectName())

    async def send(self) -> None:
        """Press Enter in the last field of the form."""
        self.hands.key(Qt.Key.Key_Return)
        await self.hands.wait_for("paymentDialog")

    async def dialog_shows(self, state: str) -> None:
        """Wait until the payment dialog shows a payment in `state`, ready for what comes next."""

        def shown() -> bool:
            chip = self.hands.seen("paymentDialog.state")
            return chip is not None and chip.property("state") == state

        await self.hands.until(shown, f"a payment that is {state}")
        if self.hands.seen("paymentDialog.outcome"):
            primary = await self.hands.wait_for("paymentDialog.primary")
            await self.hands.until(primary.isEnabled, "the ending to take a key")

    async def code_on_phone(self) -> str:
        """Read the newest code on the customer's phone."""

        def newest() -> CopyLabel | None:
            codes = self.hands.seen_beginning_with("phone.code.")
            return codes[0] if codes and isinstance(codes[0], CopyLabel) else None

        label = await self.hands.until(newest, "a code on the phone")
        return label.text().replace(" ", "")

    async def token_on_phone(self) -> str:
        """Wait until the token of the open dialog has reached the phone, and return it."""
        label = await self.hands.wait_for("paymentDialog.token")
        if not isinstance(label, CopyLabel):
            raise TourStepError("the token cannot be copied")
        await self.hands.until(label.text, "a token")
        await self.hands.wait_for(f"phone.pay.{label.text()}")
        return label.text()

    async def confirm(self, code: str) -> None:
        """Type a code into the boxes, and press Enter."""
        await self.hands.fill("paymentDialog.code", code)
        self.hands.key(Qt.Key.Key_Return)

    async def leave_dialog(self) -> None:
        """Press Esc, which loses nothing."""
        self.hands.key(Qt.Key.Key_Escape)
        await self.hands.wait_until_gone("paymentDialog")

    async def advance(self, seconds: float) -> None:
        """Put the time forward, for the providers and for the till."""
        await self.control(control_calls.set_clock(advance_s=seconds))
        self.clock.advance(seconds)

    async def fault(self, name: FaultName, provider: str, endpoint: str, *, times: int | None = 1) -> None:
        """Let the next such calls meet a fault; None is all of them until the end of the scene."""
        await self.control(
            control_calls.switch_on(Fault(name=name, provider=provider, endpoint=endpoint, times=times))
        )

    async def begin_token(self, amount_rial: str) -> str:
        """Ask for a payment with a token, and return the token once it is on the phone."""
        await self.fill_form("resid", self.typed(amount_rial), "IRR")
        await self.send()
        await self.dialog_shows("awaiting_customer")
        return await self.token_on_phone()

    async def begin_code(self, amount: str) -> str:
        """Ask for a payment in US dollars with a code, and return the code once it is on the phone."""
        await self.fill_form("digibank", self.typed(amount), "USD")
        await self.send()
        await self.dialog_shows("awaiting_customer")
        return await self.code_on_phone()

    def reference(self) -> str:
        """Return the reference of the payment in the open dialog.

        Raises:
            TourStepError: if none is open.
        """
        label = self.hands.seen("paymentDialog.reference")
        if not isinstance(label, CopyLabel):
            raise TourStepError("no dialog shows a reference")
        return label.text()

    async def begin_scene(self) -> None:
        """Bring the till to the payment page, wherever the scene before left it."""
        self.line.mend()
        await self.hands.come_to_front()
        await self.control(control_calls.clear_faults())
        await self.control(control_calls.release())
        for _ in range(_MOST_SHEETS):
            if not self.hands.sheet_is_open():
                break
            if self.hands.seen("account.discard.confirm"):
                await self.hands.press("account.discard.confirm")
            else:
                self.hands.key(Qt.Key.Key_Escape)
        if self.hands.seen("lock.pin"):
            await self.unlock()
        await self.hands.press("nav.payment")

    async def unlock(self) -> None:
        """Type the operator's PIN at the lock."""
        await self.hands.fill("lock.pin", OPERATOR_PIN)
        self.hands.key(Qt.Key.Key_Return)
        await self.hands.wait_until_gone("lock.pin")
