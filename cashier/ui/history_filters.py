"""What of history is looked at: a search field, and a button for each thing it can be filtered by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayoutItem, QWidget

from cashier.domain.history import STATES_OF_KIND, HistoryQuery, HistorySort, ItemKind, ItemState
from cashier.services.history import HistoryChoices
from cashier.ui.choice_popup import Choice, ChoicePopup
from cashier.ui.date_choice import DateChoice, DatePreset, DateWords
from cashier.ui.date_range_popup import DateRangePopup
from cashier.ui.filter_button import FilterButton
from cashier.ui.flow_layout import FlowLayout
from cashier.ui.history_words import HistoryWords
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.style.tokens import CONTROL_HEIGHT, FIELD_HEIGHT, Spacing
from cashier.ui.widgets import QuietButton, SearchEdit

# A pause in typing: a search for each letter would only be thrown away.
_SEARCH_AFTER_MS: Final = 200


class HistoryFilters(QWidget):
    """Keeps what was chosen, also while the language changes; a day that was chosen is that day in any calendar.

    Attributes:
        search_line: the line of the search field, where more may stand before it.

    Signals:
        changed: something else is looked at.
    """

    changed = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._words = HistoryWords(self)
        self._date_words = DateWords(self)
        self._query = HistoryQuery()
        self._dates = DateChoice()
        self._choices: HistoryChoices | None = None
        self._search = SearchEdit(key_hint="Ctrl F")
        self._search.setObjectName("history.search")
        self._search.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_AFTER_MS)
        self._date_button = FilterButton("history.dates")
        self._account_button = FilterButton("history.accounts")
        self._state_button = FilterButton("history.states")
        self._unit_button = FilterButton("history.units")
        self._operator_button = FilterButton("history.operators")
        self._clear = QuietButton(icon_name="cross")
        self._clear.setMinimumSize(CONTROL_HEIGHT, FIELD_HEIGHT)
        self._clear.setObjectName("history.clear")
        self._date_popup = DateRangePopup(self, now)
        self._account_popup = ChoicePopup("history.accounts.list", self)
        self._state_popup = ChoicePopup("history.states.list", self)
        self._unit_popup = ChoicePopup("history.units.list", self)
        self._operator_popup = ChoicePopup("history.operators.list", self)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, spacing=Spacing.S)
        for button in (*self._filter_buttons(), self._clear):
            flow.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Spacing.S)
        self.search_line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.search_line.setSpacing(Spacing.S)
        self.search_line.addWidget(self._search, 1)
        self._row.addLayout(self.search_line, 1)
        self._row.addWidget(self._buttons)
        self.setFocusProxy(self._search)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._pause.timeout.connect(self._use_search)
        self._search.textChanged.connect(lambda _: self._pause.start())
        self._search.returnPressed.connect(self._use_search)
        self._clear.clicked.connect(self.clear)
        self._date_popup.chosen.connect(self._on_dates)
        self._account_popup.chosen.connect(self._on_accounts)
        self._state_popup.chosen.connect(self._on_states)
        self._unit_popup.chosen.connect(self._on_units)
        self._operator_popup.chosen.connect(self._on_operators)
        self._date_button.clicked.connect(lambda: self._date_popup.open_under(self._date_button, self._dates))
        self._account_button.clicked.connect(self._open_accounts)
        self._state_button.clicked.connect(self._open_states)
        self._unit_button.clicked.connect(self._open_units)
        self._operator_button.clicked.connect(self._open_operators)

    # What is chosen

    def query(self) -> HistoryQuery:
        """Return what is looked at now; "today" is the day of this moment."""
        span = self._date_words.range_of(self._dates, self._now())
        return replace(self._query, since=span.since, until=span.until)

    def narrows(self) -> bool:
        """Say whether less than everything is looked at, be it only by the kind."""
        return self.is_filtered() or self._query.kind is not None

    def is_filtered(self) -> bool:
        """Say whether there is anything that `clear` would clear."""
        query = self._query
        narrowing = (query.account_ids, query.states, query.unit_codes, query.operator_ids, query.search)
        return any(narrowing) or self._dates.preset is not DatePreset.ANY

    def look_at(self, kind: ItemKind | None) -> None:
        """Look at one kind only, or at both; states that the kind has not are let go of."""
        states = self._query.states
        if kind is not None:
            states &= frozenset(STATES_OF_KIND[kind])
        self._use(replace(self._query, kind=kind, states=states))

    def sort_by(self, sort: HistorySort) -> None:
        """Sort by something else, the newest or greatest first; or by the same, the other way round."""
        turns = sort is self._query.sort
        self._use(replace(self._query, sort=sort, descending=not (turns and self._query.descending)))

    def clear(self) -> None:
        """Look at everything of the kind."""
        self._search.clear()
        self._pause.stop()
        self._dates = DateChoice()
        kept = self._query
        self._use(HistoryQuery(kind=kept.kind, sort=kept.sort, descending=kept.descending))
        self._search.setFocus()

    def show_choices(self, choices: HistoryChoices) -> None:
        """Offer what occurs in history."""
        self._choices = choices
        self._write_buttons()

    def begin_search(self) -> None:
        """Bring the keys to the search field, what stands there ready to be typed over."""
        self._search.setFocus()
        self._search.selectAll()

    def close_filters(self) -> None:
        """Search for nothing more."""
        self._pause.stop()

    # On the screen

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the search field where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._search.setPlaceholderText(self.tr("Reference, name, IBAN, note"))
        self._search.setAccessibleName(self.tr("Search history"))
        self._search.setMinimumWidth(self._search.width_of_placeholder())
        self._clear.setToolTip(self.tr("Clear filters"))
        self._clear.setAccessibleName(self.tr("Clear filters"))
        self._write_buttons()
        for popup, open_it in (
            (self._account_popup, self._open_accounts),
            (self._state_popup, self._open_states),
            (self._unit_popup, self._open_units),
            (self._operator_popup, self._open_operators),
        ):
            if popup.isVisible():
                open_it()

    def _write_buttons(self) -> None:
        query, dates = self._query, self._dates
        period = self._date_words.range_of(dates, self._now()).title
        self._date_button.show_filter(period, self.tr("Period"), narrows=dates.preset is not DatePreset.ANY)
        self._write(
            self._account_button,
            self.tr("Accounts"),
            self.tr("All accounts"),
            [c.text for c in self._account_choices() if c.key in query.account_ids],
        )
        self._write(
            self._state_button,
            self.tr("States"),
            self.tr("All states"),
            [c.text for c in self._state_choices() if c.key in {state.name for state in query.states}],
        )
        self._write(
            self._unit_button,
            self.tr("Currencies"),
            self.tr("All currencies"),
            [c.text for c in self._unit_choices() if c.key in query.unit_codes],
        )
        self._write(
            self._operator_button,
            self.tr("Operators"),
            self.tr("All operators"),
            [c.text for c in self._operator_choices() if c.key in query.operator_ids],
        )
        self._clear.setVisible(self.is_filtered())
        self._arrange()

    def _write(self, button: FilterButton, what: str, all_text: str, chosen: Sequence[str]) -> None:
        if len(chosen) > 1:
            fmt = current_locale_format()
            text = self.tr("{what}: {count}").format(what=what, count=fmt.number(len(chosen)))
        else:
            text = chosen[0] if chosen else all_text
        button.show_filter(text, what, narrows=bool(chosen))

    def _arrange(self) -> None:
        others = sum(item.sizeHint().width() + Spacing.S for item in self._others_in_line())
        # The button that clears counts whether it can be seen or not, or filtering would move the rows.
        clear = 0 if self._clear.isVisibleTo(self) else self._clear.minimumWidth() + Spacing.S
        needed = others + self._search.minimumWidth() + Spacing.S + self._buttons.sizeHint().width() + clear
        beside = needed <= self.width()
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)

    def _others_in_line(self) -> list[QLayoutItem]:
        items = [self.search_line.itemAt(place) for place in range(self.search_line.count())]
        return [item for item in items if item is not None and item.widget() is not self._search]

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab stops at, in the order of reading."""
        return [self._search, *self._filter_buttons(), self._clear]

    def _filter_buttons(self) -> tuple[FilterButton, ...]:
        return (
            self._date_button,
            self._account_button,
            self._state_button,
            self._unit_button,
            self._operator_button,
        )

    # What can be chosen

    def _account_choices(self) -> list[Choice]:
        accounts = self._choices.accounts if self._choices is not None else ()
        return [Choice(key=account.id, text=isolate(account.label)) for account in accounts]

    def _state_choices(self) -> list[Choice]:
        kinds = [self._query.kind] if self._query.kind is not None else list(ItemKind)
        choices: dict[str, Choice] = {}
        for kind in kinds:
            for state in STATES_OF_KIND[kind]:
                word = self._words.state_word(kind, state)
                choice = Choice(
                    key=state.name, text=word.word, icon_name=word.icon_name, color=word.kind.value
                )
                choices.setdefault(state.name, choice)
        return list(choices.values())

    def _unit_choices(self) -> list[Choice]:
        fmt = current_locale_format()
        codes = self._choices.unit_codes if self._choices is not None else ()
        return [Choice(key=code, text=fmt.unit(code)) for code in codes]

    def _operator_choices(self) -> list[Choice]:
        operators = self._choices.operators if self._choices is not None else ()
        return [Choice(key=operator.id, text=isolate(operator.name)) for operator in operators]

    def _open_accounts(self) -> None:
        self._account_popup.open_under(
            self._account_button, self.tr("All accounts"), self._account_choices(), self._query.account_ids
        )

    def _open_states(self) -> None:
        chosen = frozenset(state.name for state in self._query.states)
        self._state_popup.open_under(self._state_button, self.tr("All states"), self._state_choices(), chosen)

    def _open_units(self) -> None:
        self._unit_popup.open_under(
            self._unit_button, self.tr("All currencies"), self._unit_choices(), self._query.unit_codes
        )

    def _open_operators(self) -> None:
        self._operator_popup.open_under(
            self._operator_button,
            self.tr("All operators"),
            self._operator_choices(),
            self._query.operator_ids,
        )

    def _on_dates(self, choice: DateChoice) -> None:
        self._dates = choice
        self._write_buttons()
        self.changed.emit()

    def _on_accounts(self, keys: frozenset[str]) -> None:
        self._use(replace(self._query, account_ids=keys))

    def _on_states(self, keys: frozenset[str]) -> None:
        self._use(replace(self._query, states=frozenset(ItemState[key] for key in keys)))

    def _on_units(self, keys: frozenset[str]) -> None:
        self._use(replace(self._query, unit_codes=keys))

    def _on_operators(self, keys: frozenset[str]) -> None:
        self._use(replace(self._query, operator_ids=keys))

    def _use_search(self) -> None:
        self._pause.stop()
        text = self._search.text().strip()
        if text != self._query.search:
            self._use(replace(self._query, search=text))

    def _use(self, query: HistoryQuery) -> None:
        self._query = query
        self._write_buttons()
        self.changed.emit()
