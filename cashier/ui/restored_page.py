"""Told before anything else after the till's data was replaced: what happened, and what a person should look at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from cashier.domain.restoring import RestoreCause, Restored
from cashier.ui.backup_words import BackupWords
from cashier.ui.centered_page import CenteredPage
from cashier.ui.locale_format import current_locale_format
from cashier.ui.point_rows import Point, PointRows
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import PrimaryButton, SecondaryButton, StateKind, TextLabel

_CARD_WIDTH: Final = 680


class RestoredPage(CenteredPage):
    """Says what became of the till's data; `go_on` is called once, with whether what is open is to be shown."""

    def __init__(
        self,
        restored: Restored,
        now: datetime,
        go_on: Callable[[bool], None],
        parent: QWidget | None = None,
    ) -> None:
        """Tell of `restored`; `now` is what "5 min ago" is counted from."""
        super().__init__(_CARD_WIDTH, parent)
        self.setObjectName("restored")
        self._restored = restored
        self._now = now
        self._words = BackupWords(self)
        self._open = restored.payments + restored.withdrawals
        self._title = TextLabel(role="title")
        self._title.setObjectName("restored.title")
        self._text = TextLabel()
        self._text.setObjectName("restored.text")
        self._points = PointRows()
        self._look = PrimaryButton(icon_name="warning")
        self._look.setObjectName("restored.look")
        self._go_on: PrimaryButton | SecondaryButton = SecondaryButton() if self._open else PrimaryButton()
        self._go_on.setObjectName("restored.goOn")
        self._look.setVisible(bool(self._open))
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(self._points)
        self.body.addSpacing(Spacing.L)
        self.body.addWidget(self._look)
        self.body.addWidget(self._go_on)
        self._look.clicked.connect(lambda: go_on(True))
        self._go_on.clicked.connect(lambda: go_on(False))
        self.retranslate()
        (self._look if self._open else self._go_on).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        fmt, cause = current_locale_format(), self._restored.cause
        moment = fmt.isolate(self._words.moment(self._restored.backup_made_at, self._now))
        self._title.setText(
            {
                RestoreCause.ASKED: self.tr("The backup is in its place"),
                RestoreCause.DAMAGED: self.tr("The till's data was damaged, and a backup is in its place"),
                RestoreCause.IMPORTED: self.tr("The till is here"),
            }[cause]
        )
        self._text.setText(
            {
                RestoreCause.ASKED: self.tr("The till is as it was when the backup was made: {time}."),
                RestoreCause.DAMAGED: self.tr(
                    "Its file could not be read whole any more. The last good backup has taken its place; it was made"
                    " {time}."
                ),
                RestoreCause.IMPORTED: self.tr(
                    "Everything was brought from the folder, as it was when that was made: {time}."
                ),
            }[cause].format(time=moment)
        )
        self._points.show_points(self._what_to_know())
        self._look.setText(self.tr("Look at what is open"))
        self._go_on.setText(self.tr("Go on"))

    def _what_to_know(self) -> list[Point]:
        restored = self._restored
        aside = {
            RestoreCause.ASKED: self.tr("What was here before is set aside whole and was not deleted:"),
            RestoreCause.DAMAGED: self.tr("The damaged file is set aside and was not deleted:"),
            RestoreCause.IMPORTED: self.tr("What was here before is set aside and was not deleted:"),
        }[restored.cause]
        return [
            Point(
                "restored.setAside",
                "check",
                aside if restored.set_aside else "",
                StateKind.SUCCESS,
                restored.set_aside,
            ),
            Point(
                "restored.fetched",
                "refresh",
                self.tr(
                    "The providers' lists are being fetched again. What the providers know of the time since then comes"
                    " back by itself. Until it is here, do not type in anything from that time once more."
                ),
            ),
            Point("restored.open", "lock", self._what_is_open()),
            Point("restored.changed", "info", self._what_is_not_back()),
        ]

    def _what_is_open(self) -> str:
        if not self._open:
            return self.tr("Nothing was open in it, so there is nothing to look at.")
        text = self.tr(
            "%n payment(s) or withdrawal(s) were open in it. Nothing of that is sent again by itself: the providers are"
            " asked what became of it. Look at it under Needs attention.",
            "",
            self._open,
        )
        return current_locale_format().with_number(text, self._open)

    def _what_is_not_back(self) -> str:
        if self._restored.cause is RestoreCause.IMPORTED:
            return self.tr(
                "Do not use the till on the old computer any more: two tills with the same accounts do not know of each"
                " other."
            )
        return self.tr(
            "Settings, accounts and receivers that were changed since then have to be changed again by hand."
        )
