"""What a batch comes to, said in every way at once, with what makes one look twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from cashier.domain.iban import grouped_iban
from cashier.domain.withdrawal import Withdrawal
from cashier.services.approvals import DayLimitError, OverLimitError
from cashier.ui.amount_in_words import both_figures_of, figures_of, in_toman, words_of
from cashier.ui.batch_facts import BatchFacts
from cashier.ui.batch_words import BatchWords
from cashier.ui.fact_rows import Fact, FactRows
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.widgets import AmountLabel, Banner, Card, CheckBox, Divider, StateKind, TextLabel

_NUMBERS_SHOWN = 8


class BatchReviewCard(Card):
    """What will be sent.

    Signals:
        tick_changed: a person has said, or no longer says, that what looks doubtful is meant.
    """

    tick_changed = Signal()

    def __init__(self, facts: BatchFacts) -> None:
        super().__init__()
        self._facts = facts
        self._alike: list[Withdrawal] = []
        self._now: datetime | None = None
        self._over: DayLimitError | OverLimitError | None = None
        self._words = BatchWords(self)
        self._caption = TextLabel(tone="muted")
        self._amount = AmountLabel(points=28)
        self._amount.setObjectName("batchReview.total")
        self._amount.set_amount(facts.total.text, facts.total.code)
        self._toman = TextLabel(role="medium")
        self._toman.setObjectName("batchReview.totalInToman")
        self._in_words = TextLabel(tone="muted")
        self._in_words.setObjectName("batchReview.totalInWords")
        self._rows = FactRows()
        self._first_title = TextLabel(role="small", tone="muted")
        self._first = QWidget()
        self._first_grid = QGridLayout(self._first)
        self._first_grid.setContentsMargins(0, 0, 0, 0)
        self._first_grid.setHorizontalSpacing(Spacing.M)
        self._first_grid.setVerticalSpacing(Spacing.XS)
        self._first_grid.setColumnStretch(1, 1)
        self._banks = self._banner("batchReview.unknownBanks")
        self._twice = self._banner("batchReview.twins")
        self._again = self._banner("batchReview.alike")
        self._limit = self._banner("batchReview.dayLimit")
        self.meant_twice = self._tick("batchReview.meantTwice")
        self.meant_again = self._tick("batchReview.meantAgain")
        self.body.setSpacing(Spacing.S)
        for line in (self._caption, self._amount, self._toman, self._in_words):
            self.body.addWidget(line)
        self.body.addSpacing(Spacing.XS)
        self.body.addWidget(Divider())
        self.body.addSpacing(Spacing.XS)
        self.body.addWidget(self._rows)
        for doubt in (
            self._limit,
            self._banks,
            self._twice,
            self.meant_twice,
            self._again,
            self.meant_again,
        ):
            self.body.addWidget(doubt)
        self.body.addSpacing(Spacing.XS)
        self.body.addWidget(self._first_title)
        self.body.addWidget(self._first)
        self.body.addStretch(1)
        self.retranslate()

    @staticmethod
    def _banner(name: str) -> Banner:
        banner = Banner(radius=RADIUS)
        banner.setObjectName(name)
        return banner

    def _tick(self, name: str) -> CheckBox:
        box = CheckBox()
        box.setObjectName(name)
        box.toggled.connect(self.tick_changed)
        return box

    @property
    def is_meant_again(self) -> bool:
        """Whether a person has seen the others that look the same, and says that these are meant all the same."""
        return bool(self._alike) and self.meant_again.isChecked()

    @property
    def is_asking(self) -> bool:
        """Whether a person still has to say that something is meant."""
        twice = bool(self._facts.twins) and not self.meant_twice.isChecked()
        return twice or (bool(self._alike) and not self.meant_again.isChecked())

    def show_alike(self, alike: Sequence[Withdrawal], now: datetime) -> None:
        """Show that others, outside the batch, look the same as some of its rows."""
        self._alike, self._now = list(alike), now
        self.retranslate()

    def show_limit(self, error: DayLimitError | OverLimitError) -> None:
        """Show that it is more than may be sent today, or one row more than one withdrawal may be."""
        self._over = error
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        facts = self._facts
        toman = in_toman(facts.total)
        self._caption.setText(self.tr("Sum of all rows"))
        self._toman.setText("" if toman is None else figures_of(toman))
        self._toman.setVisible(toman is not None)
        self._in_words.setText(words_of(facts.total))
        through = isolate(facts.account.label)
        if facts.account.paid_from:
            through = f"{through} · {current_locale_format().isolate_ltr(facts.account.paid_from)}"
        self._rows.show_facts(
            [
                Fact("batchReview.count", self.tr("Rows"), self._words.rows(facts.count), is_strong=True),
                Fact("batchReview.name", self.tr("Batch"), isolate(facts.name)),
                Fact("batchReview.account", self.tr("From account"), through),
            ]
        )
        self._first_title.setText(self.tr("The first rows"))
        self._write_first()
        self._write_warnings()

    def _write_first(self) -> None:
        fmt, grid = current_locale_format(), self._first_grid
        while (item := grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line, row in enumerate(self._facts.first):
            iban = fmt.isolate_ltr(grouped_iban(row.iban))
            who = TextLabel(f"{isolate(row.holder)}\n{iban}" if row.holder else iban, "small")
            amount = TextLabel(figures_of(row.money), "small", wrap=False, tabular=True)
            amount.set_alignment("trailing")
            number = TextLabel(fmt.number(row.number), "small", tone="muted", wrap=False)
            grid.addWidget(number, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(who, line, 1)
            grid.addWidget(amount, line, 2, Qt.AlignmentFlag.AlignTop)

    def _write_warnings(self) -> None:
        facts = self._facts
        self._say(
            self._banks,
            self.tr("The bank of these rows is not known: {rows}. Look at them twice.").format(
                rows=_numbers(facts.unknown_banks)
            )
            if facts.unknown_banks
            else "",
        )
        self._say(
            self._twice,
            self.tr("The same IBAN and amount come more than once in these rows: {rows}.").format(
                rows=_numbers(facts.twins)
            )
            if facts.twins
            else "",
        )
        self.meant_twice.setText(self.tr("Yes, they are meant more than once"))
        self.meant_twice.setVisible(bool(facts.twins))
        self._write_alike()
        self.meant_again.setText(self.tr("Yes, they are meant: send them again"))
        self.meant_again.setVisible(bool(self._alike))
        self._limit.clear()
        if self._over is not None:
            self._limit.show_message(StateKind.DANGER, self._limit_text(self._over))

    def _limit_text(self, over: DayLimitError | OverLimitError) -> str:
        limit = isolate(both_figures_of(over.limit))
        if isinstance(over, DayLimitError):
            return self.tr(
                "This account may send {limit} a day, and {sent} of today are used. The batch cannot be approved today."
            ).format(limit=limit, sent=isolate(both_figures_of(over.sent_today)))
        return self.tr(
            "One withdrawal of this account may be {limit} at most, and one of the rows is {amount}. Go back and change it."
        ).format(limit=limit, amount=isolate(both_figures_of(over.withdrawal.money)))

    def _write_alike(self) -> None:
        text = ""
        if self._alike and self._now is not None:
            newest = self._alike[0]
            text = self.tr(
                "The same amount went to the same IBAN {when}, for one: {amount} to {iban}. Send it again?"
            ).format(
                when=current_locale_format().relative(newest.created_at, self._now),
                amount=isolate(figures_of(newest.money)),
                iban=current_locale_format().isolate_ltr(grouped_iban(newest.iban)),
            )
        self._say(self._again, text)

    @staticmethod
    def _say(banner: Banner, text: str) -> None:
        if text:
            banner.show_message(StateKind.WARNING, text)
        else:
            banner.clear()


def _numbers(numbers: Sequence[int]) -> str:
    """Return row numbers, one after another; of many the first few."""
    fmt = current_locale_format()
    mark = QCoreApplication.translate("BatchWords", ", ", "between the names of columns")
    listed = mark.join(fmt.number(number) for number in numbers[:_NUMBERS_SHOWN])
    return f"{listed} …" if len(numbers) > _NUMBERS_SHOWN else listed
