"""How the details of an item of history look, and what they say; who reads and asks is `history_details`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cashier.domain.account import Account
from cashier.domain.history import ItemKind
from cashier.domain.money import Money
from cashier.domain.text import without_invisible
from cashier.services.history import HistoryDetails
from cashier.ui.amount_in_words import figures_of, in_toman, words_of
from cashier.ui.fact_rows import FactRows
from cashier.ui.flow_layout import FlowLayout
from cashier.ui.history_fact_words import NAME, HistoryFactWords
from cashier.ui.history_life_words import HistoryLifeWords
from cashier.ui.history_words import HistoryWords
from cashier.ui.life_rows import LifeRows
from cashier.ui.locale_format import current_locale_format
from cashier.ui.scrolled import scrolled
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.widgets import (
    AmountLabel,
    Banner,
    Divider,
    QuietButton,
    SecondaryButton,
    StateChip,
    StateKind,
    TextLabel,
)

_AMOUNT_POINTS: Final = 22.0
_COPIED_MS: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsState:
    """What there is to show.

    Attributes:
        account: None while it is not known.
        may_ask: whether the provider can be asked what became of it.
        is_asking: whether that is under way.
        may_open: whether it can be taken up in its dialog.
        has_receipt: whether there is a receipt of it.
    """

    details: HistoryDetails
    account: Account | None
    may_ask: bool
    is_asking: bool
    may_open: bool
    has_receipt: bool


class HistoryDetailsView(QWidget):
    """Head, what scrolls, and what can be done at the foot.

    Attributes:
        close_button: closes the pane.
        ask: asks the provider.
        open_button: takes it up in its dialog.
        receipt: shows its receipt.
        said: what came of the last question.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = HistoryWords(self)
        self._fact_words = HistoryFactWords(self)
        self._life_words = HistoryLifeWords(self)
        self._shown: DetailsState | None = None
        self._kind = TextLabel(role="strong")
        self._kind.setObjectName(f"{NAME}.kind")
        self.close_button = QuietButton(icon_name="cross")
        self.close_button.setObjectName(f"{NAME}.close")
        self._amount = AmountLabel(points=_AMOUNT_POINTS)
        self._amount.setObjectName(f"{NAME}.amount")
        self._in_words = TextLabel(role="small", tone="muted")
        self._chip = StateChip(StateKind.NEUTRAL, "")
        self._chip.setObjectName(f"{NAME}.state")
        self._at = TextLabel(role="small", tone="muted")
        self._why = TextLabel(content="auto")
        self._why.setObjectName(f"{NAME}.why")
        self._contradiction = Banner(radius=RADIUS)
        self._contradiction.setObjectName(f"{NAME}.contradiction")
        self._own = FactRows(stacked=True)
        self._copy_reference = QuietButton(icon_name="copy")
        self._copy_reference.setObjectName(f"{NAME}.copyReference")
        self._copy_iban = QuietButton(icon_name="copy")
        self._copy_iban.setObjectName(f"{NAME}.copyIban")
        self.receipt = QuietButton(icon_name="print")
        self.receipt.setObjectName(f"{NAME}.receipt")
        self._listed_title = TextLabel(role="strong")
        self._listed = FactRows(stacked=True)
        self._happened_title = TextLabel(role="strong")
        self._happened = LifeRows(self._life_words, f"{NAME}.event")
        self._calls_title = TextLabel(role="strong")
        self._calls = LifeRows(self._life_words, f"{NAME}.call")
        self.said = Banner(radius=RADIUS)
        self.said.setObjectName(f"{NAME}.outcome")
        self.ask = SecondaryButton(icon_name="refresh")
        self.ask.setObjectName(f"{NAME}.ask")
        self.open_button = SecondaryButton()
        self.open_button.setObjectName(f"{NAME}.open")
        self._copied = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._copied.timeout.connect(self._write_copies)
        self._copy_reference.clicked.connect(self._on_copy_reference)
        self._copy_iban.clicked.connect(self._on_copy_iban)
        self._lay_out()

    def scroll_to_top(self) -> None:
        """Show the beginning, as of another item."""
        self._area.verticalScrollBar().setValue(0)

    # How it looks

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, Spacing.M, 1, Spacing.L)
        whole.setSpacing(Spacing.S)
        head = QHBoxLayout()
        # Margins do not change sides with the reading direction; spacings do.
        head.addSpacing(Spacing.XL)
        head.addWidget(self._kind, 1)
        head.addWidget(self.close_button)
        head.addSpacing(Spacing.M)
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.M)
        buttons.addWidget(self.ask, 1)
        buttons.addWidget(self.open_button, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(Spacing.XL, 0, Spacing.XL, 0)
        foot.setSpacing(Spacing.M)
        foot.addWidget(self.said)
        foot.addLayout(buttons)
        self._area = scrolled(self._content())
        whole.addLayout(head)
        whole.addWidget(self._area, 1)
        whole.addLayout(foot)

    def _content(self) -> QWidget:
        state = QHBoxLayout()
        state.setSpacing(Spacing.M)
        state.addWidget(self._chip)
        state.addWidget(self._at, 1)
        buttons = QWidget()
        small = FlowLayout(buttons, spacing=Spacing.XS)
        for button in (self._copy_reference, self._copy_iban, self.receipt):
            small.addWidget(button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(Spacing.XL, 0, Spacing.XL, Spacing.L)
        column.setSpacing(Spacing.M)
        column.addWidget(self._amount)
        column.addWidget(self._in_words)
        column.addLayout(state)
        column.addWidget(self._why)
        column.addWidget(self._contradiction)
        column.addWidget(Divider())
        column.addWidget(self._own)
        column.addWidget(buttons)
        self._parts: list[tuple[QWidget, QWidget, QWidget]] = []
        for title, rows in (
            (self._listed_title, self._listed),
            (self._happened_title, self._happened),
            (self._calls_title, self._calls),
        ):
            part = (Divider(), title, rows)
            self._parts.append(part)
            for widget in part:
                column.addWidget(widget)
        column.addStretch(1)
        return content

    # What it says

    def show_state(self, state: DetailsState, now: datetime) -> None:
        """Show an item in the language of the moment; `now` is what "5 min ago" is counted from."""
        self._shown = state
        details, fmt = state.details, current_locale_format()
        item = details.item
        self._write_names()
        kind = self._words.kind(item.kind)
        self._kind.setText(f"{kind} · {self._words.made_elsewhere()}" if item.is_made_elsewhere else kind)
        self._write_money(item.money)
        look, icon_name, word = self._words.state_word(item.kind, item.state)
        self._chip.set_state(look, word, icon_name)
        self._chip.setProperty("state", item.state.name.lower())
        self._at.setText(fmt.date_time(item.at))
        why = self._fact_words.why(details, state.account)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        if contradictions := self._fact_words.contradictions(details):
            self._contradiction.show_message(StateKind.WARNING, "\n".join(contradictions))
        else:
            self._contradiction.clear()
        self._own.show_facts(self._fact_words.own(details, state.account))
        listed = self._fact_words.listed(details)
        self._listed.show_facts(listed)
        self.show_life(now)
        shown = (bool(listed), bool(details.events), bool(details.operations))
        for part, is_shown in zip(self._parts, shown, strict=True):
            for widget in part:
                widget.setVisible(is_shown)
        self._write_copies()
        self.ask.setVisible(state.may_ask or state.is_asking)
        self.ask.setEnabled(not state.is_asking)
        self.ask.set_busy(state.is_asking)
        self.open_button.setVisible(state.may_open)
        self.receipt.setVisible(state.has_receipt)

    def show_life(self, now: datetime) -> None:
        """Write what happened anew: how long ago it was grows."""
        if self._shown is None:
            return
        details = self._shown.details
        steps = self._life_words.steps(details.item.kind, details.events, details.operator_names)
        self._happened.show_steps(steps, now)
        self._calls.show_steps(self._life_words.calls(details.operations), now)

    def _write_names(self) -> None:
        self.close_button.setAccessibleName(self.tr("Close the details"))
        self.close_button.setToolTip(self.tr("Close the details"))
        self._listed_title.setText(self.tr("The provider's list says"))
        self._happened_title.setText(self.tr("What happened"))
        self._calls_title.setText(self.tr("Calls made"))
        self.ask.setText(self.tr("Ask the provider now"))
        self.open_button.setText(self.tr("Open"))
        self.receipt.setText(self.tr("Receipt"))

    def _write_money(self, money: Money | None) -> None:
        self._amount.setVisible(money is not None)
        said = ""
        if money is not None:
            self._amount.set_amount(money.text, money.code)
            toman = in_toman(money)
            other = figures_of(toman) if toman is not None and toman.code != money.code else ""
            said = "\n".join(filter(None, (other, words_of(money))))
        self._in_words.setText(said)
        self._in_words.setVisible(bool(said))

    # What is copied

    def _write_copies(self) -> None:
        item = self._shown.details.item if self._shown is not None else None
        self._copied.stop()
        self._copy_reference.setText(self.tr("Copy reference"))
        self._copy_reference.setVisible(item is not None and bool(item.reference))
        self._copy_iban.setText(self.tr("Copy IBAN"))
        self._copy_iban.setVisible(item is not None and item.kind is ItemKind.WITHDRAWAL and bool(item.party))

    def _on_copy_reference(self) -> None:
        if self._shown is not None:
            self._copy(self._copy_reference, self._shown.details.item.reference)

    def _on_copy_iban(self) -> None:
        if self._shown is not None:
            self._copy(self._copy_iban, self._shown.details.item.party.replace(" ", ""))

    def _copy(self, button: QuietButton, text: str) -> None:
        QGuiApplication.clipboard().setText(without_invisible(text))
        self._write_copies()
        button.setText(self.tr("Copied"))
        self._copied.start()
