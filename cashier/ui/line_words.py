"""What the whole shop must know about its lines and its clock, with what to do about it, the most urgent first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from PySide6.QtCore import QObject

from cashier.services.connectivity import Connectivity, Line, LineState
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import line_word
from cashier.ui.widgets import StateKind

# What stays until a person does something comes before what may pass by itself.
_URGENCY: Final = (
    LineState.CREDENTIALS_REFUSED,
    LineState.ADDRESS_NOT_ALLOWED,
    LineState.OFFLINE,
    LineState.PROVIDER_DOWN,
    LineState.ONLINE,
)
_KINDS: Final = {
    LineState.CREDENTIALS_REFUSED: StateKind.DANGER,
    LineState.ADDRESS_NOT_ALLOWED: StateKind.DANGER,
    LineState.OFFLINE: StateKind.WARNING,
    LineState.PROVIDER_DOWN: StateKind.WARNING,
}

_MOST_SAID_IN_MINUTES: Final = timedelta(hours=2)


class LineNotice(NamedTuple):
    """A banner: what is wrong and what to do about it.

    Attributes:
        in_settings: whether it is done in the settings.
    """

    kind: StateKind
    text: str
    in_settings: bool = False


class LineWords(QObject):
    """Says how the lines and the clock are, in the language of the moment.

    An object of Qt's, because lupdate sees that a text has plural forms only in a call of `tr` on one.

    Args:
        connectivity: what is known.
        parent: as Qt's.
    """

    def __init__(self, connectivity: Connectivity, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connectivity = connectivity

    def notice(self, labels: Mapping[str, str]) -> LineNotice | None:
        """Return what most needs telling; None if all is well or nobody was called yet.

        Args:
            labels: what the shop calls its accounts, by their ids; named where there are several.
        """
        offline_since = self._connectivity.offline_since
        if offline_since is not None:
            text = self.tr(
                "No connection since {time}. Nothing is lost: what could not be sent waits, and goes when the line is back."
            )
            return LineNotice(StateKind.WARNING, text.format(time=_time(offline_since)))
        line = self._most_urgent()
        if line is not None and line.state is not LineState.ONLINE:
            is_named = len(labels) > 1 and line.account_id in labels
            text = self._of_account(line.state) if is_named else self._of_provider(line.state)
            account = current_locale_format().isolate(labels[line.account_id]) if is_named else ""
            said = text.format(account=account, time=_time(line.since))
            return LineNotice(_KINDS[line.state], said, line.state is LineState.CREDENTIALS_REFUSED)
        offset = self._connectivity.clock_offset
        return None if offset is None else LineNotice(StateKind.WARNING, self._clock_off(offset))

    def foot(self) -> tuple[StateKind, str]:
        """Return how the rail's foot says it, in a word or two."""
        offline_since = self._connectivity.offline_since
        if offline_since is not None:
            return StateKind.WARNING, self.tr("Offline since {time}").format(time=_time(offline_since))
        line = self._most_urgent()
        kind, _, word = line_word(None if line is None else line.state)
        return kind, word

    def _most_urgent(self) -> Line | None:
        lines = sorted(self._connectivity.lines(), key=lambda line: line.since)
        return min(lines, key=lambda line: _URGENCY.index(line.state), default=None)

    def _of_provider(self, state: LineState) -> str:
        return {
            LineState.CREDENTIALS_REFUSED: self.tr(
                "The provider does not accept the account's key. Enter it again under Settings, Accounts; testing it"
                " there shows what the provider says."
            ),
            LineState.ADDRESS_NOT_ALLOWED: self.tr(
                "The provider does not know this shop's internet address. Ask it to register the address."
            ),
            LineState.OFFLINE: self.tr(
                "No connection to the provider since {time}. Look at its address under Settings, Accounts."
            ),
            LineState.PROVIDER_DOWN: self.tr(
                "The provider has had a fault of its own since {time}. Take payments another way for now; what is"
                " not known yet is asked about again by itself."
            ),
        }[state]

    def _of_account(self, state: LineState) -> str:
        return {
            LineState.CREDENTIALS_REFUSED: self.tr(
                "The key of the account {account} is not accepted. Enter it again under Settings, Accounts; testing"
                " it there shows what the provider says."
            ),
            LineState.ADDRESS_NOT_ALLOWED: self.tr(
                "The provider of the account {account} does not know this shop's internet address. Ask it to register"
                " the address."
            ),
            LineState.OFFLINE: self.tr(
                "No connection to the account {account} since {time}, though there is one to others. Use another"
                " account for now."
            ),
            LineState.PROVIDER_DOWN: self.tr(
                "The provider of the account {account} has had a fault of its own since {time}. Use another account"
                " for now; what is not known yet is asked about again by itself."
            ),
        }[state]

    def _clock_off(self, offset: timedelta) -> str:
        fmt = current_locale_format()
        if abs(offset) > _MOST_SAID_IN_MINUTES:
            text = (
                self.tr(
                    "This computer's clock is fast by {duration}. Set it right: receipts and expiry times depend on it."
                )
                if offset > timedelta()
                else self.tr(
                    "This computer's clock is slow by {duration}. Set it right: receipts and expiry times depend on it."
                )
            )
            return text.format(duration=fmt.duration(abs(offset).total_seconds()))
        minutes = round(abs(offset) / timedelta(minutes=1))
        return fmt.digits(
            self._minutes_fast(minutes) if offset > timedelta() else self._minutes_slow(minutes)
        )

    def _minutes_fast(self, minutes: int) -> str:
        return self.tr(
            "This computer's clock is %n minutes fast. Set it right: receipts and expiry times depend on it.",
            "minutes",
            minutes,
        )

    def _minutes_slow(self, minutes: int) -> str:
        return self.tr(
            "This computer's clock is %n minutes slow. Set it right: receipts and expiry times depend on it.",
            "minutes",
            minutes,
        )


def _time(moment: datetime) -> str:
    fmt = current_locale_format()
    return fmt.isolate_ltr(fmt.time(moment))
