"""What each key does, page by page, in the language of the screen."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QObject

# The pages, by the names that the rail has for them.
PAYMENT, WITHDRAW, HISTORY = "nav.payment", "nav.withdraw", "nav.history"
ATTENTION, SETTINGS = "nav.attention", "nav.settings"
PAGE_KEYS: Final = {PAYMENT: "F2", WITHDRAW: "F3", HISTORY: "F4", ATTENTION: "F6", SETTINGS: "Ctrl+,"}
LOCK_KEYS: Final = "Ctrl+L"
HELP_KEY: Final = "F1"


class KeyRow(NamedTuple):
    """What one key does.

    Attributes:
        keys: its name, or several that do the same.
        text: what it does.
    """

    keys: tuple[str, ...]
    text: str


class KeyWords(QObject):
    """Knows the keys of the pages, of what lies over them, and of the whole program."""

    def of_page(self, name: str) -> list[KeyRow]:
        """Return the keys of the page that the rail names so."""
        return {
            PAYMENT: self._of_payment,
            WITHDRAW: self._of_withdrawals,
            HISTORY: self._of_history,
            ATTENTION: self._of_attention,
            SETTINGS: self._of_settings,
        }[name]()

    def everywhere(self) -> list[KeyRow]:
        """Return the keys that do the same on every page."""
        return [
            KeyRow((HELP_KEY,), self.tr("Show or hide these keys")),
            KeyRow((PAGE_KEYS[PAYMENT],), self.tr("Take payment, cursor in the amount")),
            KeyRow((PAGE_KEYS[WITHDRAW],), self.tr("Withdraw")),
            KeyRow((PAGE_KEYS[HISTORY],), self.tr("History")),
            KeyRow((PAGE_KEYS[ATTENTION],), self.tr("Needs attention")),
            KeyRow((_shown(PAGE_KEYS[SETTINGS]),), self.tr("Settings")),
            KeyRow((_shown(LOCK_KEYS),), self.tr("Lock the till")),
            *self.over_a_page(),
        ]

    def over_a_page(self) -> list[KeyRow]:
        """Return the keys of whatever lies over a page."""
        return [
            KeyRow(("Tab", "Shift Tab"), self.tr("To the next field or button, and back")),
            KeyRow(("Enter",), self.tr("Do what the main button says")),
            KeyRow(("Esc",), self.tr("Close what lies over the page; nothing is lost")),
        ]

    def _of_payment(self) -> list[KeyRow]:
        return [
            KeyRow(("Enter",), self.tr("From the amount to the customer, then send the payment request")),
            KeyRow(
                (self.tr("Arrows"),), self.tr("Choose the account or the currency, where the cursor is on it")
            ),
        ]

    def _of_withdrawals(self) -> list[KeyRow]:
        return [
            KeyRow(("Enter",), self.tr("Review the withdrawal, from any field")),
            KeyRow((self.tr("Down"),), self.tr("In the IBAN: choose among the saved receivers")),
            KeyRow((self.tr("Arrows"),), self.tr("Choose the account, or one receiver or many")),
            KeyRow(("Ctrl O",), self.tr("Many receivers: import a file")),
            KeyRow(("Ctrl V",), self.tr("Many receivers: paste rows of a table")),
            KeyRow(("Insert", "Ctrl Delete"), self.tr("Many receivers: add a row, remove the row")),
            KeyRow(("F8",), self.tr("Many receivers: to the next row that is wrong")),
            KeyRow(("Ctrl Enter",), self.tr("Many receivers: review the batch")),
        ]

    def _of_history(self) -> list[KeyRow]:
        return [
            KeyRow(("Ctrl F",), self.tr("Search")),
            KeyRow(("Ctrl G",), self.tr("Go to a date")),
            KeyRow((self.tr("Arrows"), "Page Up", "Page Down"), self.tr("Move through the lines")),
            KeyRow(("Home", "End"), self.tr("To the first line, to the last one")),
            KeyRow(("Enter",), self.tr("Show all about the line")),
            KeyRow(("Ctrl C",), self.tr("Copy the line's reference")),
            KeyRow(("Esc",), self.tr("Close what is shown beside the table")),
        ]

    def _of_attention(self) -> list[KeyRow]:
        return [
            KeyRow(("Tab", "Shift Tab"), self.tr("From one open thing to the next, and back")),
            KeyRow(("Enter",), self.tr("Take the next step of the open thing")),
        ]

    def _of_settings(self) -> list[KeyRow]:
        return [
            KeyRow(("Tab", "Shift Tab"), self.tr("From one setting to the next, and back")),
            KeyRow((self.tr("Arrows"),), self.tr("Choose another value; it holds at once")),
            KeyRow((self.tr("Space"),), self.tr("Switch on or off")),
        ]


def _shown(keys: str) -> str:
    return keys.replace("+", " ")
