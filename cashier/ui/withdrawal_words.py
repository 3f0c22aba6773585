"""A withdrawal in words: where it stands, why, and what its provider said about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from cashier.domain.account import Account
from cashier.domain.operation import Operation, OperationState
from cashier.domain.text import one_line
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawalState
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.provider_code import ProviderCode
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.messages import StateWord
from cashier.ui.widgets import StateKind

_S, _R = WithdrawalState, WithdrawalReason

# The setting of an account that leaves its gateway PIN out, where a provider has it.
_SEND_PIN = "send_pin"

# How a refusal's words and what is said about its fields are put together when they are written down.
_BETWEEN_WORDS = " — "
_MEANINGS = {code.meaning for spec in PROVIDERS.values() for code in spec.codes}

_LOOKS = {
    _S.DRAFT: (StateKind.NEUTRAL, "edit"),
    _S.AWAITING_APPROVAL: (StateKind.WARNING, "user"),
    _S.APPROVED: (StateKind.WARNING, "offline"),
    _S.SUBMITTING: (StateKind.INFO, "send"),
    _S.ACCEPTED: (StateKind.INFO, "bank"),
    _S.PAID: (StateKind.SUCCESS, "check"),
    _S.REJECTED: (StateKind.DANGER, "back"),
    _S.REFUSED: (StateKind.DANGER, "cross"),
    _S.UNKNOWN: (StateKind.WARNING, "question"),
    _S.CANCELLED: (StateKind.NEUTRAL, "cross"),
}


def is_with_manager(withdrawal: Withdrawal, operation: Operation | None) -> bool:
    """Say whether only a manager can settle what became of it."""
    with_person = operation is not None and operation.state is OperationState.NEEDS_PERSON
    return withdrawal.state is _S.UNKNOWN and with_person


def code_of(withdrawal: Withdrawal, account: Account | None) -> ProviderCode | None:
    """Return which of its provider's published codes it was answered with; None where there is none such."""
    told = withdrawal.state in {_S.REFUSED, _S.UNKNOWN}
    if account is None or not told:
        return None
    return PROVIDERS[account.provider].known_code(withdrawal.provider_code)


def is_about_the_pin(withdrawal: Withdrawal, account: Account | None) -> bool:
    """Say whether it was refused because its account must not send the gateway PIN."""
    code = code_of(withdrawal, account)
    return code is not None and code.switch_off == _SEND_PIN


def code_meaning(code: ProviderCode, account: Account) -> str:
    """Return what a code of the account's provider means, with its advice."""
    return QCoreApplication.translate(PROVIDERS[account.provider].code_context, code.meaning)


def provider_words(withdrawal: Withdrawal) -> str:
    """Return the provider's own words as plain text that cannot reorder what stands around them.

    What its client writes for the meaning of a number, in English, is left out: `code_meaning` says it translated.
    """
    said = (withdrawal.provider_message or "").split(_BETWEEN_WORDS)
    own = one_line(_BETWEEN_WORDS.join(words for words in said if words not in _MEANINGS))
    return isolate(own) if own else ""


class WithdrawalWords(QObject):
    """Says it in the language of the moment."""

    def state_word(self, state: WithdrawalState) -> StateWord:
        """Return how a withdrawal's state looks on a chip."""
        word = {
            _S.DRAFT: self.tr("Draft"),
            _S.AWAITING_APPROVAL: self.tr("Waits for approval"),
            _S.APPROVED: self.tr("Waits to be sent"),
            _S.SUBMITTING: self.tr("Being sent"),
            _S.ACCEPTED: self.tr("With the bank"),
            _S.PAID: self.tr("Paid"),
            _S.REJECTED: self.tr("Sent back"),
            _S.REFUSED: self.tr("Refused"),
            _S.UNKNOWN: self.tr("Not known yet"),
            _S.CANCELLED: self.tr("Cancelled"),
        }[state]
        kind, icon_name = _LOOKS[state]
        return StateWord(kind, icon_name, word)

    def why(self, withdrawal: Withdrawal, account: Account | None = None) -> str:
        """Return why it stands where it does, as whole sentences; empty if the state says it all."""
        code = code_of(withdrawal, account)
        if code is not None and account is not None and withdrawal.state is _S.REFUSED:
            return code_meaning(code, account)
        said = provider_words(withdrawal)
        if withdrawal.state is _S.REJECTED:
            if said:
                return self.tr("The money was sent back. The provider says: {words}").format(words=said)
            return self.tr("The money was sent back, and the provider did not say why.")
        if withdrawal.state is _S.REFUSED and said:
            return self.tr("The provider refused this withdrawal: {words}").format(words=said)
        return self._reason(withdrawal)

    def _reason(self, withdrawal: Withdrawal) -> str:
        reason = withdrawal.reason
        if reason is None or withdrawal.state in {_S.PAID, _S.ACCEPTED, _S.SUBMITTING}:
            return ""
        if reason is _R.BY_PERSON and withdrawal.state is not _S.CANCELLED:
            return ""
        return {
            _R.PROVIDER_REFUSED: self.tr("The provider refused this withdrawal and did not say why."),
            _R.REFUSED_WITH_OTHERS: self.tr(
                "Another transfer of the same call was at fault, and this one was not made either. It can be sent anew."
            ),
            _R.NO_CONNECTION: self.tr(
                "There is no connection, so nothing was sent. It is sent by itself as soon as the line is back."
            ),
            _R.NO_ANSWER: self.tr(
                "It was sent, but no answer came. The provider is being asked what became of it."
            ),
            _R.NOT_LISTED: self.tr(
                "The provider was asked twice and lists no such withdrawal. Look into its own panel, then decide."
            ),
            _R.SEVERAL_LISTED: self.tr(
                "The provider lists more than one withdrawal that could be this one. A manager says which it is."
            ),
            _R.MISMATCH: self.tr(
                "The provider reports another amount or IBAN than was asked for. Call the provider."
            ),
            _R.APPROVAL_TOO_OLD: current_locale_format().digits(
                self.tr(
                    "It waited for a connection for more than 30 minutes, so a manager has to approve it again."
                )
            ),
            _R.BY_PERSON: self.tr("It was given up at this till."),
            _R.RESTORED: self.tr(
                "It was open in the backup that was restored, and may have been sent since: do not send it again. The"
                " provider is being asked."
            ),
        }[reason]
