"""What a page of a provider's list says against ours, and asking about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import apsw
import structlog

from cashier.domain.account import Account
from cashier.domain.history import ItemKind, ItemState, ListedRecord
from cashier.domain.list_reading import Doubt, ListReading
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.errors import ProviderProtocolError, ProviderRefusedError
from cashier.providers.protocol import Confirmation
from cashier.services.late_words import GIVEN_BACK_WITHIN, LateWords
from cashier.services.payment_settling import ABOUT_THE_ACCOUNT
from cashier.services.session import Session
from cashier.storage import late_payments, list_readings
from cashier.storage.database import Database
from cashier.storage.errors import NotStoredError
from cashier.storage.provider_records import TakenPage

_log = structlog.get_logger(__name__)


class ListDoubts:
    """Finds what a list contradicts, and has it asked about: once in a run for what the list says then."""

    def __init__(self, database: Database, session: Session, late_words: LateWords) -> None:
        self._database = database
        self._session = session
        self._late_words = late_words
        self._raised: set[tuple[Doubt, ItemState]] = set()

    def raised_by(
        self, connection: apsw.Connection, account: Account, taken: TakenPage, now: datetime
    ) -> list[Doubt]:
        """Return what to ask about after a page was taken; inside its transaction."""
        found = [
            (Doubt(kind=int(kind), subject_id=subject_id, record_key=record.key), record)
            for subject_id, kind, record in taken.to_settle
        ]
        if _bears_nothing_of_ours(account):
            found += [
                (Doubt(kind=int(ItemKind.PAYMENT), subject_id=payment_id, record_key=record.key), record)
                for payment_id, record in late_payments.fitting(connection, account.id, taken.unrecognised)
            ]
        return [
            doubt
            for doubt, record in found
            if (doubt, record.state) not in self._raised and not _may_go_back(account, record, now)
        ]

    async def settle(self, account: Account, reading: ListReading) -> ListReading:
        """Ask about the first of a reading's doubts, and return the reading without it.

        Raises:
            ProviderError: if the line or the account does not let the question through; the doubt stays.
            CredentialsMissingError, VaultError: likewise.
        """
        doubt, *others = reading.doubts
        try:
            await self._late_words.hear(doubt)
        except NotStoredError:
            _log.warning("doubt_without_subject", subject=doubt.subject_id)
        except ABOUT_THE_ACCOUNT:
            raise
        except (ProviderRefusedError, ProviderProtocolError) as error:
            # It must not hold up the list; with the next listing it is raised again.
            _log.info("doubt_not_settled", subject=doubt.subject_id, error=repr(error))
            self._raised = {(other, state) for other, state in self._raised if other != doubt}
        after = replace(reading, doubts=tuple(others))
        now = self._session.clock.now()
        await self._database.write(lambda connection: list_readings.put(connection, account.id, after, now))
        return after

    def note_raised(self, taken: TakenPage, doubts: list[Doubt]) -> None:
        """Remember, once a page is committed, what it raised."""
        states = {
            record.key: record.state
            for record in (*(one.record for one in taken.to_settle), *taken.unrecognised)
        }
        self._raised.update((doubt, states[doubt.record_key]) for doubt in doubts)


def _bears_nothing_of_ours(account: Account) -> bool:
    """Say whether a list's records name no payment of ours: each is only known once it was asked about."""
    traits = PROVIDERS[account.provider].traits
    return traits is not None and traits.confirmation is Confirmation.CODE


def _may_go_back(account: Account, record: ListedRecord, now: datetime) -> bool:
    """Say whether what the customer has paid may still go back by itself: it is met again when that is over."""
    traits = PROVIDERS[account.provider].traits
    if traits is None or traits.confirmation is not Confirmation.TOKEN:
        return False
    if record.state is not ItemState.PAID or record.at is None:
        return False
    return now < record.at + traits.open_for + GIVEN_BACK_WITHIN
