"""What is known of an item of history, fact by fact: ours, and beside it what the provider's list says."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cashier.domain.account import Account
from cashier.domain.history import HistoryItem, ItemKind, ItemState, KeptRecord
from cashier.domain.iban import grouped_iban
from cashier.domain.payment import Payment
from cashier.domain.text import one_line
from cashier.domain.withdrawal import Withdrawal
from cashier.services.history import HistoryDetails
from cashier.ui.amount_in_words import figures_of
from cashier.ui.fact_rows import Fact
from cashier.ui.history_words import HistoryWords
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.messages import provider_name, reason_message
from cashier.ui.row_problem_words import RowProblemWords
from cashier.ui.withdrawal_words import WithdrawalWords, provider_words

# What the names of the pane and everything in it begin with.
NAME = "historyDetails"

# These are two words for one thing when a list is compared with what is known here.
_UNDER_WAY = frozenset({ItemState.SUBMITTING, ItemState.ACCEPTED, ItemState.UNKNOWN, ItemState.APPROVED})
_NOT_MADE = frozenset({ItemState.REFUSED, ItemState.CANCELLED, ItemState.DECLINED, ItemState.EXPIRED})


class HistoryFactWords(QObject):
    """Says it in the language of the moment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = HistoryWords(self)
        self._withdrawals = WithdrawalWords(self)
        self._banks = RowProblemWords(self)

    def own(self, details: HistoryDetails, account: Account | None) -> list[Fact]:
        """Return what is known here; of one that was made elsewhere, what its list calls it by."""
        if details.payment is not None:
            return self._of_payment(details.payment, details, account)
        if details.withdrawal is not None:
            return self._of_withdrawal(details.withdrawal, details, account)
        return self._of_foreign(details.item, account)

    def listed(self, details: HistoryDetails) -> list[Fact]:
        """Return what the provider's list says; only what is not said already, of one made elsewhere."""
        kept = details.record
        if kept is None:
            return []
        record, fmt = kept.record, current_locale_format()
        beside = [] if details.item.is_made_elsewhere else self._beside(kept)
        return [
            *beside,
            _words("listedMessage", self.tr("The provider's words"), record.message),
            _words("firstSeen", self.tr("First met in the list"), fmt.date_time(kept.first_seen_at)),
            _words(
                "listedChange",
                self.tr("Changed by the provider"),
                fmt.date_time(kept.changed_at) if kept.changed_at > kept.first_seen_at else "",
            ),
        ]

    def contradictions(self, details: HistoryDetails) -> list[str]:
        """Return, as sentences, where the provider's list and this till say different things."""
        if details.record is None or details.item.is_made_elsewhere:
            return []
        record, item = details.record.record, details.item
        found = []
        if record.money is not None and item.money is not None and not record.money.same_value(item.money):
            found.append(
                self.tr("The provider lists {listed}; here it is {ours}.").format(
                    listed=figures_of(record.money), ours=figures_of(item.money)
                )
            )
        if not _is_alike(item.state, record.state):
            found.append(
                self.tr("The provider lists it as “{listed}”; here it is “{ours}”.").format(
                    listed=self._words.state_word(item.kind, record.state).word,
                    ours=self._words.state_word(item.kind, item.state).word,
                )
            )
        return found

    def why(self, details: HistoryDetails, account: Account | None) -> str:
        """Return why it stands where it does; empty if the state says it all."""
        if details.withdrawal is not None:
            return self._withdrawals.why(details.withdrawal, account)
        payment = details.payment
        if payment is None or payment.reason is None or details.item.state is ItemState.PAID:
            return ""
        return reason_message(payment.reason, payment.provider_message)

    def _of_payment(self, one: Payment, details: HistoryDetails, account: Account | None) -> list[Fact]:
        fmt = current_locale_format()
        return [
            _number("reference", self.tr("Reference"), one.reference, is_strong=True),
            _number("providerReference", self.tr("Provider's number"), one.provider_reference),
            _number("party", self.tr("Customer"), one.customer_no),
            _words("account", self.tr("Account"), _account_text(account)),
            _words("note", self.tr("Note"), one.note),
            _words("operator", self.tr("Operator"), details.operator_names.get(one.operator_id or "", "")),
            _words("paidAt", self.tr("Paid on"), fmt.date_time(one.paid_at) if one.paid_at else ""),
        ]

    def _of_withdrawal(self, one: Withdrawal, details: HistoryDetails, account: Account | None) -> list[Fact]:
        fmt, names = current_locale_format(), details.operator_names
        return [
            _number("reference", self.tr("Reference"), one.reference, is_strong=True),
            _number("tracking", self.tr("Tracking number"), one.tracking_number),
            _number("refCode", self.tr("Reference code"), one.ref_code),
            _number("party", self.tr("To IBAN"), grouped_iban(one.iban)),
            _words("bank", self.tr("Bank"), one.bank_name or self._banks.bank(one.iban)),
            _words("holder", self.tr("In the name of"), one.holder),
            _words(
                "toldHolder",
                self.tr("Name at the bank"),
                one.told_holder if one.told_holder != one.holder else "",
            ),
            _words("account", self.tr("Account"), _account_text(account)),
            _number("providerKey", self.tr("Number at the provider"), one.provider_key),
            _number("payId", self.tr("Deposit identifier"), one.pay_id),
            _words("note", self.tr("Note"), one.note),
            Fact(f"{NAME}.comment", self.tr("The provider's words"), provider_words(one)),
            _words("operator", self.tr("Operator"), names.get(one.operator_id or "", "")),
            _words("approver", self.tr("Approved by"), names.get(one.approver_id or "", "")),
            _words("paidAt", self.tr("Paid on"), fmt.date_time(one.paid_at) if one.paid_at else ""),
        ]

    def _of_foreign(self, item: HistoryItem, account: Account | None) -> list[Fact]:
        is_payment = item.kind is ItemKind.PAYMENT
        party = item.party if is_payment else _grouped(item.party)
        return [
            _number("reference", self.tr("Reference"), item.reference, is_strong=True),
            _number("providerReference", self.tr("Provider's number"), item.provider_reference),
            _number("party", self.tr("Customer") if is_payment else self.tr("To IBAN"), party),
            _words("holder", self.tr("In the name of"), item.holder),
            _words("account", self.tr("Account"), _account_text(account)),
        ]

    def _beside(self, kept: KeptRecord) -> list[Fact]:
        record, fmt = kept.record, current_locale_format()
        is_payment = record.kind is ItemKind.PAYMENT
        party = record.party if is_payment else _grouped(record.party)
        amount = "" if record.money is None else figures_of(record.money)
        return [
            _words("listedState", self.tr("State"), self._words.state_word(record.kind, record.state).word),
            Fact(f"{NAME}.listedAmount", self.tr("Amount"), amount),
            _words("listedAt", self.tr("Time"), fmt.date_time(record.at) if record.at else ""),
            _number("listedKey", self.tr("Number in the list"), record.key),
            _number("listedReference", self.tr("Provider's number"), record.provider_reference),
            _number("listedParty", self.tr("Customer") if is_payment else self.tr("To IBAN"), party),
            _words("listedHolder", self.tr("In the name of"), record.holder),
        ]


def _words(name: str, label: str, text: str | None) -> Fact:
    return Fact(f"{NAME}.{name}", label, isolate(one_line(text)) if text else "")


def _number(name: str, label: str, text: str | None, *, is_strong: bool = False) -> Fact:
    return Fact(f"{NAME}.{name}", label, one_line(text or ""), is_copied=True, is_strong=is_strong)


def _account_text(account: Account | None) -> str:
    if account is None:
        return ""
    provider = provider_name(account.provider)
    return (
        account.label if account.label.casefold() == provider.casefold() else f"{account.label} · {provider}"
    )


def _grouped(iban: str) -> str:
    # A provider may mask it, or write whatever else; only what is one is written as one.
    return grouped_iban(iban) if iban.isalnum() and iban.startswith("IR") else iban


def _is_alike(ours: ItemState, listed: ItemState) -> bool:
    return ours is listed or any(ours in group and listed in group for group in (_UNDER_WAY, _NOT_MADE))
