"""What a receipt says, in the language of the moment, ready to be laid out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Qt

from cashier.domain.history import ItemKind, ItemState
from cashier.domain.iban import grouped_iban
from cashier.domain.money import Money
from cashier.domain.receipt import Receipt
from cashier.domain.text import one_line
from cashier.ui.amount_in_words import figures_of, in_toman, words_of
from cashier.ui.locale_format import current_locale_format


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptText:
    """The words of one receipt. All of it is plain text: nothing a provider says is ever markup.

    Attributes:
        copy_mark: set over everything on a copy; empty on the first.
        amount: in figures, with its unit.
        amount_notes: the same in the other unit, and in words.
        rows: what is known, a label and a value each.
        code: what the QR code holds; empty for none.
        footer: the shop's own words at the end.
    """

    shop_name: str
    copy_mark: str
    title: str
    amount: str
    amount_notes: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    code: str
    footer: str
    direction: Qt.LayoutDirection

    def read_out(self) -> str:
        """Return all of it in lines, for whoever cannot see the paper."""
        head = (self.copy_mark, self.shop_name, self.title, self.amount, *self.amount_notes)
        rows = (f"{label}: {value}" for label, value in self.rows)
        return "\n".join(filter(None, (*head, *rows, self.footer)))


class ReceiptWords(QObject):
    """Puts receipts into words."""

    def text_of(self, receipt: Receipt, *, shop_name: str, footer: str) -> ReceiptText:
        """Return what the receipt says."""
        fmt = current_locale_format()
        return ReceiptText(
            shop_name=fmt.isolate(shop_name),
            copy_mark=self.tr("COPY") if receipt.is_copy else "",
            title=self._title(receipt),
            amount=figures_of(receipt.money),
            amount_notes=tuple(_said_otherwise(receipt.money)),
            rows=tuple((label, value) for label, value in self._rows(receipt) if value),
            code=receipt.reference,
            footer=fmt.isolate(footer) if footer else "",
            direction=fmt.direction,
        )

    def test_text(self, now: datetime, *, shop_name: str, footer: str) -> ReceiptText:
        """Return a page to try a printer with: letters that join, groups that keep their order, every digit."""
        fmt = current_locale_format()
        return ReceiptText(
            shop_name=fmt.isolate(shop_name),
            copy_mark="",
            title=self.tr("Test page"),
            amount=fmt.amount("1234567890"),
            amount_notes=(),
            rows=(
                (self.tr("Date"), fmt.date_time(now)),
                (self.tr("IBAN"), grouped_iban("IR820540102680020817909002")),
                (self.tr("Width"), self.tr("The line above and below reaches from edge to edge.")),
            ),
            code="0123456789",
            footer=fmt.isolate(footer) if footer else "",
            direction=fmt.direction,
        )

    def _title(self, receipt: Receipt) -> str:
        if receipt.kind is ItemKind.PAYMENT:
            return self.tr("Payment received")
        return {
            ItemState.PAID: self.tr("Withdrawal paid"),
            ItemState.REJECTED: self.tr("Withdrawal sent back"),
        }.get(receipt.state, self.tr("Withdrawal with the bank"))

    def _rows(self, receipt: Receipt) -> Iterator[tuple[str, str]]:
        fmt = current_locale_format()
        yield self.tr("Date"), fmt.date_time(receipt.at)
        if receipt.kind is ItemKind.PAYMENT:
            yield self.tr("Customer"), fmt.isolate_ltr(receipt.party) if receipt.party else ""
        else:
            yield self.tr("IBAN"), fmt.isolate_ltr(receipt.party)
            yield self.tr("Receiver"), fmt.isolate(receipt.holder) if receipt.holder else ""
        yield self.tr("Reference"), fmt.isolate_ltr(receipt.reference)
        number = one_line(receipt.provider_reference)
        yield self.tr("Provider's number"), fmt.isolate_ltr(number) if number else ""
        yield self.tr("Note"), fmt.isolate(one_line(receipt.note)) if receipt.note else ""
        yield self.tr("Operator"), fmt.isolate(receipt.operator_name) if receipt.operator_name else ""


def _said_otherwise(money: Money) -> Iterator[str]:
    toman = in_toman(money)
    if toman is not None and toman.code != money.code:
        yield figures_of(toman)
    if words := words_of(money):
        yield words
