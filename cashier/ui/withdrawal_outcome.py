"""How a withdrawal ended, or why nobody knows yet: the words and the ways on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject

from cashier.domain.account import Account
from cashier.domain.operation import Operation
from cashier.domain.withdrawal import Withdrawal, WithdrawalReason
from cashier.ui.asking_words import AskingWords
from cashier.ui.fact_rows import Fact
from cashier.ui.locale_format import current_locale_format
from cashier.ui.widgets import StateKind
from cashier.ui.withdrawal_faces import WithdrawalEndingFace, WithdrawalFace
from cashier.ui.withdrawal_words import (
    WithdrawalWords,
    code_meaning,
    code_of,
    is_about_the_pin,
    provider_words,
)

_ASKING = {WithdrawalFace.UNKNOWN, WithdrawalFace.WITH_MANAGER}

# The provider has it: there is something to give to whoever waits for the money.
FACES_WITH_RECEIPT = frozenset({WithdrawalFace.ACCEPTED, WithdrawalFace.PAID, WithdrawalFace.REJECTED})

_SIGNS = {
    WithdrawalFace.WAITING: (StateKind.WARNING, "offline"),
    WithdrawalFace.ACCEPTED: (StateKind.INFO, "bank"),
    WithdrawalFace.PAID: (StateKind.SUCCESS, "check"),
    WithdrawalFace.REJECTED: (StateKind.DANGER, "back"),
    WithdrawalFace.REFUSED: (StateKind.DANGER, "cross"),
    WithdrawalFace.UNKNOWN: (StateKind.WARNING, "question"),
    WithdrawalFace.WITH_MANAGER: (StateKind.WARNING, "user"),
    WithdrawalFace.DRAFT: (StateKind.NEUTRAL, "edit"),
    WithdrawalFace.CANCELLED: (StateKind.NEUTRAL, "cross"),
}

# Said instead of what is said of every unknown outcome.
_SAID_BY_REASON = frozenset({WithdrawalReason.MISMATCH, WithdrawalReason.RESTORED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the words depend on.

    Attributes:
        operation: the last call that carried it.
        trouble: what the last step met, in words.
        pin_is_off: whether the account has been told just now to leave the gateway PIN out.
    """

    face: WithdrawalFace
    withdrawal: Withdrawal
    account: Account
    operation: Operation | None
    trouble: str
    pin_is_off: bool = False


class WithdrawalOutcome(QObject):
    """Writes the endings into their face."""

    def __init__(self, face: WithdrawalEndingFace) -> None:
        super().__init__(face)
        self._face = face
        self._asking = AskingWords(self)
        self._words = WithdrawalWords(self)

    def show_ending(self, standing: Standing, now: datetime) -> None:
        """Say how it stands and what can be done."""
        kind, icon_name = _SIGNS[standing.face]
        self._face.show_sign(kind, icon_name, self._title(standing.face))
        text = self._text(standing)
        code = code_of(standing.withdrawal, standing.account)
        if standing.face is WithdrawalFace.UNKNOWN and code is not None:
            # One of the numbers leaves open whether the withdrawal was made.
            text = f"{text} {code_meaning(code, standing.account)}"
        self._face.show_text("\n".join(filter(None, (text, standing.trouble))))
        self._face.facts.show_facts(self._facts(standing.withdrawal))
        self._face.show_ways(self._primary(standing.face), self._secondary(standing))
        self.show_asking(standing, now)

    def show_asking(self, standing: Standing, now: datetime) -> None:
        """Say how often the provider was asked and when it is asked again, or in its own words why it refused."""
        withdrawal = standing.withdrawal
        detail = self._asking.said(standing.operation, now) if standing.face in _ASKING else ""
        if code_of(withdrawal, standing.account) is not None:
            said = provider_words(withdrawal)
            code = current_locale_format().isolate_ltr(withdrawal.provider_code or "")
            answered = (
                self.tr("The provider answered {code}: {words}").format(code=code, words=said)
                if said
                else self.tr("The provider answered {code}.").format(code=code)
            )
            detail = f"{answered} {detail}".strip()
        self._face.set_detail(detail)

    def _title(self, face: WithdrawalFace) -> str:
        return {
            WithdrawalFace.WAITING: self.tr("Approved, waits to be sent"),
            WithdrawalFace.ACCEPTED: self.tr("The provider has it"),
            WithdrawalFace.PAID: self.tr("Paid"),
            WithdrawalFace.REJECTED: self.tr("Sent back"),
            WithdrawalFace.REFUSED: self.tr("Refused: nothing was sent"),
            WithdrawalFace.UNKNOWN: self.tr("Not known yet"),
            WithdrawalFace.WITH_MANAGER: self.tr("A manager has to decide"),
            WithdrawalFace.DRAFT: self.tr("Draft"),
            WithdrawalFace.CANCELLED: self.tr("Cancelled"),
        }[face]

    def _text(self, standing: Standing) -> str:
        withdrawal, why = standing.withdrawal, self._words.why(standing.withdrawal, standing.account)
        if standing.face is WithdrawalFace.WAITING:
            waits = why or self.tr("It is sent by itself as soon as the line is back.")
            asks_again = current_locale_format().digits(
                self.tr("After 30 minutes it asks for approval again.")
            )
            return f"{waits} {asks_again}"
        if standing.face is WithdrawalFace.WITH_MANAGER:
            keep = self.tr("Do not send it again.")
            return f"{keep} {why}"
        if standing.face is WithdrawalFace.PAID:
            return current_locale_format().date_time(withdrawal.paid_at) if withdrawal.paid_at else ""
        if standing.pin_is_off:
            return self.tr("This account leaves the gateway PIN out from now on. Send the withdrawal anew.")
        said = {
            WithdrawalFace.ACCEPTED: self.tr(
                "The bank usually answers within hours. It is followed by itself until then."
            ),
            WithdrawalFace.UNKNOWN: self.tr(
                "Do not send it again: we are asking the provider what became of it."
            ),
            WithdrawalFace.DRAFT: self.tr(
                "It was not sent to anyone. Change it, and put it up for approval."
            ),
        }
        if withdrawal.reason in _SAID_BY_REASON and standing.face is WithdrawalFace.UNKNOWN:
            return why
        return said.get(standing.face, why)

    def _facts(self, withdrawal: Withdrawal) -> list[Fact]:
        return [
            Fact(
                "withdrawDialog.tracking",
                self.tr("Tracking number"),
                withdrawal.tracking_number or "",
                is_copied=True,
                is_strong=True,
            ),
            Fact(
                "withdrawDialog.refCode", self.tr("Reference code"), withdrawal.ref_code or "", is_copied=True
            ),
        ]

    def _primary(self, face: WithdrawalFace) -> str:
        return {
            WithdrawalFace.WAITING: self.tr("Send now"),
            WithdrawalFace.REFUSED: self.tr("Edit and send anew"),
            WithdrawalFace.REJECTED: self.tr("Edit and send anew"),
            WithdrawalFace.UNKNOWN: self.tr("Ask now"),
            WithdrawalFace.WITH_MANAGER: self.tr("Decide"),
            WithdrawalFace.DRAFT: self.tr("Edit"),
        }.get(face, self.tr("New withdrawal"))

    def _secondary(self, standing: Standing) -> str:
        if standing.face is WithdrawalFace.WITH_MANAGER:
            return self.tr("Ask now")
        if is_about_the_pin(standing.withdrawal, standing.account) and not standing.pin_is_off:
            return self.tr("Leave the gateway PIN out from now on")
        return self.tr("Receipt") if standing.face in FACES_WITH_RECEIPT else ""
