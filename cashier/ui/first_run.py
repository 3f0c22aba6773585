"""The first run: one card that asks for all that the till needs to begin."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget
from shiboken6 import isValid

from cashier.domain.text import one_line
from cashier.services.accounts import AccountProblem
from cashier.services.operator_pin import MANAGER_MIN_DIGITS, PinError, PinProblem, find_pin_problem
from cashier.services.preferences import HOME_ZONES, Language, Preferences
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.centered_page import CenteredPage
from cashier.ui.language_cards import LanguageCards
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import account_message, pin_message, storage_message, vault_message
from cashier.ui.secret_edit import SecretEdit
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.time_zone_box import TimeZoneBox
from cashier.ui.widgets import Banner, Field, LineEdit, PrimaryButton, QuietButton, StateKind, TextLabel
from cashier.vault.protocol import VaultError

_CARD_WIDTH: Final = 680
_LONGEST_NAME: Final = 80


class FirstRunPage(CenteredPage):
    """Shown until the till has its first manager.

    `language_chosen` is called at once with each choice, so that the rest is read in it; `finished` once, when the
    manager and the preferences are stored.

    Signals:
        bring_wanted: this is to become a till that was on another computer.
    """

    bring_wanted = Signal()

    def __init__(
        self,
        till: Till,
        tasks: TaskOwner,
        language_chosen: Callable[[Language], None],
        finished: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """Ask in the language of the screen."""
        super().__init__(_CARD_WIDTH, parent)
        self._till = till
        self._tasks = tasks
        self._language_chosen = language_chosen
        self._finished = finished
        self._is_starting = False
        language = Language(current_locale_format().language)
        self._title = TextLabel(role="title")
        self._intro = TextLabel(tone="muted")
        self._languages = LanguageCards("firstRun.language", language)
        self._shop_edit = LineEdit()
        self._shop = Field("", self._shop_edit)
        self._zone_box = TimeZoneBox(tasks)
        self._zone_box.set_zone(HOME_ZONES[language])
        self._zone = Field("", self._zone_box)
        self._operator_edit = LineEdit()
        self._operator = Field("", self._operator_edit)
        self._pin_edit = SecretEdit()
        self._pin = Field("", self._pin_edit)
        self._again_edit = SecretEdit()
        self._again = Field("", self._again_edit)
        self._trouble = Banner(radius=RADIUS)
        self._start = PrimaryButton(key_hint="Enter")
        self._bring = QuietButton()
        self._lay_out()
        self._name_controls()
        self.retranslate()
        self._languages.chosen.connect(self._choose_language)
        self._start.clicked.connect(self._begin)
        self._bring.clicked.connect(self.bring_wanted)
        for edit in (self._shop_edit, self._operator_edit, self._pin_edit, self._again_edit):
            edit.returnPressed.connect(self._begin)
        self._pin_edit.editingFinished.connect(self._check_pin_as_typed)
        self._again_edit.textChanged.connect(lambda _: self._again.set_error(None))
        self._pin_edit.textChanged.connect(lambda _: self._pin.set_error(None))
        self._shop_edit.textChanged.connect(lambda _: self._shop.set_error(None))
        self._operator_edit.textChanged.connect(lambda _: self._operator.set_error(None))
        self._shop_edit.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every text in the language of the screen."""
        self._title.setText(self.tr("Set up this till"))
        self._intro.setText(self.tr("This is all it needs to know before the first payment."))
        self._languages.setAccessibleName(self.tr("Language"))
        self._shop.set_label(self.tr("Name of the shop"))
        self._zone.set_label(self.tr("Time zone"))
        self._operator.set_label(self.tr("Your name"))
        self._operator.set_helper(self.tr("You are this till's first manager."))
        self._pin.set_label(self.tr("Your PIN"))
        self._pin.set_helper(
            self.tr("{least} digits or more; it opens the lock.").format(
                least=current_locale_format().number(MANAGER_MIN_DIGITS)
            )
        )
        self._again.set_label(self.tr("The PIN again"))
        self._start.setText(self.tr("Start"))
        self._bring.setText(self.tr("Bring a till from a folder…"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Spacing.L)
        grid.setVerticalSpacing(Spacing.S)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self._shop, 0, 0)
        grid.addWidget(self._zone, 0, 1)
        grid.addWidget(self._operator, 1, 0, 1, 2)
        grid.addWidget(self._pin, 2, 0)
        grid.addWidget(self._again, 2, 1)
        self.body.addWidget(self._title)
        self.body.addWidget(self._intro)
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(self._languages)
        self.body.addSpacing(Spacing.S)
        self.body.addLayout(grid)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._start)
        self.body.addWidget(self._bring, 0, Qt.AlignmentFlag.AlignHCenter)

    def _name_controls(self) -> None:
        self.setObjectName("firstRun")
        self._shop_edit.setObjectName("firstRun.shopName")
        self._shop_edit.setMaxLength(_LONGEST_NAME)
        self._zone_box.setObjectName("firstRun.timeZone")
        self._operator_edit.setObjectName("firstRun.operatorName")
        self._operator_edit.setMaxLength(_LONGEST_NAME)
        self._pin_edit.setObjectName("firstRun.pin")
        self._again_edit.setObjectName("firstRun.pinAgain")
        self._trouble.setObjectName("firstRun.trouble")
        self._start.setObjectName("firstRun.start")
        self._bring.setObjectName("firstRun.bring")

    def _choose_language(self, language: Language) -> None:
        # A zone that a person chose is theirs; one that came with the language goes with it.
        if self._zone_box.zone() in HOME_ZONES.values():
            self._zone_box.set_zone(HOME_ZONES[language])
        self._language_chosen(language)

    def _check_pin_as_typed(self) -> None:
        if self._pin_edit.text():
            self._show_pin_problem(find_pin_problem(self._pin_edit.text(), is_manager=True))

    def _show_pin_problem(self, problem: PinProblem | None) -> None:
        self._pin.set_error(partial(pin_message, problem) if problem else None)

    def _begin(self) -> None:
        if self._is_starting or not self._is_filled():
            return
        self._is_starting = True
        self._tasks.start(self._set_up())

    def _is_filled(self) -> bool:
        """Say whether everything is there and fit, and beside each field what is not."""
        needed = partial(account_message, AccountProblem.EMPTY)
        self._shop.set_error(None if one_line(self._shop_edit.text()) else needed)
        known = self._zone_box.is_zone()
        self._zone.set_error(None if known else partial(account_message, AccountProblem.NOT_A_TIME_ZONE))
        self._operator.set_error(None if one_line(self._operator_edit.text()) else needed)
        self._show_pin_problem(find_pin_problem(self._pin_edit.text(), is_manager=True))
        same = self._pin_edit.text() == self._again_edit.text()
        self._again.set_error(None if same else lambda: self.tr("The two PINs are not the same."))
        for field in (self._shop, self._zone, self._operator, self._pin, self._again):
            if field.error():
                field.control.setFocus()
                self.reveal(field)
                return False
        return True

    async def _set_up(self) -> None:
        self._trouble.clear()
        self._start.set_busy(True)
        is_done = False
        try:
            chosen = Preferences(
                shop_name=one_line(self._shop_edit.text()),
                language=self._languages.language(),
                appearance=self._till.preferences.current.appearance,
                time_zone=self._zone_box.zone(),
            )
            await self._till.operators.set_up_till(
                chosen, name=one_line(self._operator_edit.text()), pin=self._pin_edit.text()
            )
            is_done = True
        except PinError as error:
            self._show_pin_problem(error.problem)
        except VaultError as error:
            self._trouble.show_message(StateKind.DANGER, partial(vault_message, error))
        except StorageUnavailableError as error:
            self._trouble.show_message(StateKind.DANGER, partial(storage_message, error.trouble))
        finally:
            self._is_starting = False
            # The window may have gone meanwhile, and taken this page along.
            if isValid(self):
                self._start.set_busy(False)
        if is_done:
            self._pin_edit.clear()
            self._again_edit.clear()
            # The last thing done here: whoever is told may take this page away.
            self._finished()
