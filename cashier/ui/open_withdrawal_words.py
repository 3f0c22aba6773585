"""An open withdrawal or batch in words: what is known of it, how it goes on by itself, and what comes next."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from cashier.domain.withdrawal import WithdrawalReason, WithdrawalState
from cashier.services.open_withdrawals import OpenBatch, OpenWithdrawal, PayoutMatter
from cashier.ui.asking_words import AskingWords
from cashier.ui.locale_format import current_locale_format
from cashier.ui.withdrawal_words import WithdrawalWords

_M, _S = PayoutMatter, WithdrawalState


class OpenWithdrawalWords(QObject):
    """Says it in the language of the moment.

    An object of Qt's, because lupdate sees that a text has plural forms only in a call of `tr` on one.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.states = WithdrawalWords(self)
        self._asking = AskingWords(self)

    def known(self, shown: OpenWithdrawal) -> str:
        """Return what is known of a withdrawal, in a sentence or two."""
        why, matter = self.states.why(shown.withdrawal, shown.account), shown.matter
        if matter is _M.WITH_PERSON:
            keep = self.tr("Do not send it again.")
            return f"{keep} {why}"
        if matter is _M.UNKNOWN and shown.withdrawal.reason is WithdrawalReason.RESTORED:
            return why
        too_old = shown.withdrawal.reason is WithdrawalReason.APPROVAL_TOO_OLD
        if why and (matter is _M.OUTBOX or (matter is _M.TO_APPROVE and too_old)):
            return why
        return {
            _M.UNKNOWN: self.tr("Do not send it again: we are asking the provider what became of it."),
            _M.TO_APPROVE: self.tr("A manager has to approve it before it is sent."),
            _M.UNDER_WAY: self.tr("It is being sent at this moment."),
            _M.OUTBOX: self.tr("It is approved, and sent by itself as soon as the line is back."),
            _M.ACCEPTED: self.tr("The provider has it; the bank usually answers within hours."),
            _M.DRAFT: self.tr("It was not sent to anyone. Change it, and put it up for approval."),
        }[matter]

    def progress(self, shown: OpenWithdrawal, now: datetime) -> str:
        """Return how often the provider was asked, and when that comes again."""
        return self._asking.said(shown.call, now) if shown.matter in {_M.UNKNOWN, _M.WITH_PERSON} else ""

    def next_action(self, matter: PayoutMatter) -> str:
        """Return what a withdrawal's button says."""
        return {
            _M.UNKNOWN: self.tr("Ask now"),
            _M.WITH_PERSON: self.tr("Decide"),
            _M.TO_APPROVE: self.tr("Approve"),
            _M.OUTBOX: self.tr("Send now"),
            _M.DRAFT: self.tr("Edit"),
        }.get(matter, self.tr("Open"))

    def batch_known(self, shown: OpenBatch) -> str:
        """Return what a batch is open for."""
        standing, fmt = shown.standing, current_locale_format()
        return {
            _M.WITH_PERSON: fmt.digits(
                self.tr("A manager has to decide about %n transfer(s).", "", standing.with_person)
            ),
            _M.UNKNOWN: fmt.digits(
                self.tr("What became of %n transfer(s) is not known yet.", "", standing.count(_S.UNKNOWN))
            ),
            _M.TO_APPROVE: fmt.digits(
                self.tr(
                    "%n transfer(s) wait for a manager's approval.", "", standing.count(_S.AWAITING_APPROVAL)
                )
            ),
            _M.PAUSED: fmt.digits(
                self.tr("It is paused; %n transfer(s) are left.", "", standing.count(_S.APPROVED))
            ),
            _M.UNDER_WAY: fmt.digits(
                self.tr(
                    "It is being sent; %n transfer(s) are left.",
                    "",
                    standing.count(_S.APPROVED, _S.SUBMITTING),
                )
            ),
            _M.ACCEPTED: fmt.digits(
                self.tr("The bank has still to answer about %n transfer(s).", "", standing.count(_S.ACCEPTED))
            ),
        }[shown.matter]

    def batch_counts(self, shown: OpenBatch) -> str:
        """Return how many transfers a batch has, and how many of them are paid."""
        fmt, standing = current_locale_format(), shown.standing
        rows = fmt.digits(self.tr("%n transfer(s)", "", standing.batch.row_count))
        paid = fmt.digits(self.tr("%n paid", "transfers", standing.count(_S.PAID)))
        return f"{rows} · {paid}"
