"""The lock: nothing of the shop's money is on the screen until somebody's PIN opens it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from cashier.domain.operator import Operator
from cashier.services.accounts import AccountProblem
from cashier.services.operator_pin import PepperMissingError
from cashier.services.operators import PinLockedError, WrongPinError
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.centered_page import CenteredPage
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.messages import account_message, pepper_missing_message, storage_message, vault_message
from cashier.ui.secret_edit import SecretEdit
from cashier.ui.style.fonts import font
from cashier.ui.style.icons import IconLabel
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Banner, ComboBox, Field, PrimaryButton, StateKind, TextLabel
from cashier.vault.protocol import VaultError

_CARD_WIDTH: Final = 440
_CLOCK_POINTS: Final = 34
_TICK_MS: Final = 500


class LockScreen(CenteredPage):
    """Covers the whole window; `unlocked` is called once somebody's PIN was right.

    Each time it is shown it starts anew: the people who work here are read, the field is empty.
    """

    def __init__(
        self, till: Till, tasks: TaskOwner, unlocked: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        """Prepare it for the people of `till`."""
        super().__init__(_CARD_WIDTH, parent)
        self._till = till
        self._tasks = tasks
        self._unlocked = unlocked
        self._operators: list[Operator] = []
        self._is_unlocking = False
        self._locked_until: datetime | None = None
        self._clock = TextLabel(wrap=False)
        self._clock.setFont(font(_CLOCK_POINTS))
        self._date = TextLabel(tone="muted")
        self._shop = TextLabel(role="heading", content="auto")
        self._operator_name = TextLabel(role="strong", content="auto")
        self._operator_box = ComboBox()
        self._operator = Field("", self._operator_box, keeps_room=False)
        self._pin_edit = SecretEdit()
        self._pin = Field("", self._pin_edit)
        self._trouble = Banner(radius=RADIUS)
        self._unlock = PrimaryButton(key_hint="Enter", icon_name="lock")
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._lay_out()
        self._name_controls()
        self.retranslate()
        self._pin_edit.returnPressed.connect(self._try)
        self._pin_edit.textEdited.connect(lambda _: self._forget_wrong_pin())
        self._operator_box.activated.connect(lambda _: self._start_over())
        self._unlock.clicked.connect(self._try)

    def showEvent(self, event: QShowEvent) -> None:
        """Start anew."""
        super().showEvent(event)
        self._start_over()
        self._timer.start()
        self._tasks.start(self._load())

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was typed."""
        super().hideEvent(event)
        self._timer.stop()
        self._pin_edit.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every text in the language of the screen."""
        self._shop.setText(self._till.preferences.current.shop_name)
        self._operator.set_label(self.tr("Who are you?"))
        self._pin.set_label(self.tr("PIN"))
        self._unlock.setText(self.tr("Unlock"))
        self._tick()

    def _lay_out(self) -> None:
        for label in (self._clock, self._date, self._shop, self._operator_name):
            label.set_alignment("center")
        self.above.setSpacing(Spacing.XS)
        self.above.addWidget(self._shop)
        self.above.addWidget(self._clock)
        self.above.addWidget(self._date)
        self.body.addWidget(IconLabel("lock", "muted_text", 28), 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._operator_name)
        self.body.addWidget(self._operator)
        self.body.addWidget(self._pin)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._unlock)
        self._operator.hide()

    def _name_controls(self) -> None:
        self.setObjectName("lock")
        self._operator_name.setObjectName("lock.operatorName")
        self._operator_box.setObjectName("lock.operator")
        self._pin_edit.setObjectName("lock.pin")
        self._trouble.setObjectName("lock.trouble")
        self._unlock.setObjectName("lock.unlock")

    async def _load(self) -> None:
        try:
            self._operators = await self._till.operators.in_service()
            current = await self._till.operators.current()
        except StorageUnavailableError as error:
            self._trouble.show_message(StateKind.DANGER, partial(storage_message, error.trouble))
            return
        chosen = current or next(iter(self._operators), None)
        self._operator_box.clear()
        for operator in self._operators:
            self._operator_box.addItem(isolate(operator.name), operator.id)
        if chosen is not None:
            self._operator_box.setCurrentIndex(self._operator_box.findData(chosen.id))
            self._operator_name.setText(chosen.name)
        alone = len(self._operators) <= 1
        self._operator_name.setVisible(alone)
        self._operator.setVisible(not alone)

    def _start_over(self) -> None:
        self._locked_until = None
        self._unlock.setEnabled(True)
        self._pin_edit.clear()
        self._pin.set_error(None)
        self._trouble.clear()
        self._tick()
        self._pin_edit.setFocus()

    def _forget_wrong_pin(self) -> None:
        if self._locked_until is None:
            self._pin.set_error(None)

    def _try(self) -> None:
        operator_id = self._operator_box.currentData()
        if self._is_unlocking or self._locked_until is not None or operator_id is None:
            return
        if not self._pin_edit.text():
            self._pin.set_error(partial(account_message, AccountProblem.EMPTY))
            return
        self._is_unlocking = True
        self._tasks.start(self._open(operator_id, self._pin_edit.text()))

    async def _open(self, operator_id: str, pin: str) -> None:
        self._unlock.set_busy(True)
        self._trouble.clear()
        is_open = False
        try:
            await self._till.operators.unlock(operator_id, pin)
            is_open = True
        except WrongPinError:
            self._pin.set_error(lambda: self.tr("This PIN is not right."))
            self._pin_edit.setFocus()
            self._pin_edit.selectAll()
        except PinLockedError as error:
            self._locked_until = error.until
            self._pin_edit.clear()
            self._tick()
        except PepperMissingError:
            self._trouble.show_message(StateKind.DANGER, pepper_missing_message)
        except VaultError as error:
            self._trouble.show_message(StateKind.DANGER, partial(vault_message, error))
        except StorageUnavailableError as error:
            self._trouble.show_message(StateKind.DANGER, partial(storage_message, error.trouble))
        finally:
            self._is_unlocking = False
            # The window may have gone meanwhile, and taken this page along.
            if isValid(self):
                self._unlock.set_busy(False)
        if is_open:
            self._pin_edit.clear()
            # The last thing done here: whoever is told may take this screen away.
            self._unlocked()

    def _tick(self) -> None:
        """Show the time, and how long no PIN is taken, if so."""
        now = self._till.session.clock.now()
        fmt = current_locale_format()
        self._clock.setText(fmt.time(now))
        self._date.setText(fmt.date_long(now))
        if self._locked_until is None:
            return
        # Rounded up: what says "0 s" would have to take a PIN.
        remaining_s = int((self._locked_until - now).total_seconds()) + 1
        self._unlock.setEnabled(self._locked_until <= now)
        if self._locked_until <= now:
            self._locked_until = None
            self._pin.set_error(None)
            return
        text = self.tr("Too many wrong PINs. Try again in {duration}.")
        self._pin.set_error(text.format(duration=fmt.duration(remaining_s)))
