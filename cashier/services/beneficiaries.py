"""The receivers a shop has saved."""

from __future__ import annotations

from dataclasses import replace

import apsw

from cashier.domain.beneficiary import Beneficiary
from cashier.domain.iban import parse_iban
from cashier.domain.text import one_line
from cashier.services.feed import Feed
from cashier.services.session import Session
from cashier.storage import beneficiaries, events
from cashier.storage.database import Database


class BeneficiaryService:
    """Keeps the receivers that are paid again and again.

    Attributes:
        changes: tells that the list changed.
    """

    def __init__(self, database: Database, session: Session) -> None:
        self._database = database
        self._session = session
        self.changes: Feed[None] = Feed()

    async def saved(self) -> list[Beneficiary]:
        """Return every saved receiver, the one used last in front."""
        return await self._database.read(beneficiaries.in_use)

    async def save(self, iban: str, holder: str) -> Beneficiary:
        """Save a receiver, or give the one with this IBAN another name.

        Raises:
            IbanError: if that is no IBAN.
            StorageUnavailableError: if it cannot be written down.
        """
        whole, now = parse_iban(iban), self._session.clock.now()

        def write(connection: apsw.Connection) -> Beneficiary:
            known = beneficiaries.of_iban(connection, whole)
            if known is None:
                saved = Beneficiary(
                    id=self._session.new_id(),
                    till_id=self._session.till_id,
                    iban=whole,
                    holder=one_line(holder),
                    created_at=now,
                )
            else:
                saved = replace(known, holder=one_line(holder), removed_at=None)
            beneficiaries.save(connection, saved)
            events.append(
                connection,
                self._session.event("beneficiary", saved.id, "changed" if known else "added", after=whole),
            )
            return saved

        saved = await self._database.write(write)
        self.changes.publish(None)
        return saved

    async def remove(self, iban: str) -> None:
        """Offer a receiver no longer; what was sent there stays in history.

        Raises:
            StorageUnavailableError: if it cannot be written down.
        """

        def write(connection: apsw.Connection) -> None:
            known = beneficiaries.of_iban(connection, iban)
            if known is None or known.removed_at is not None:
                return
            beneficiaries.save(connection, replace(known, removed_at=self._session.clock.now()))
            events.append(connection, self._session.event("beneficiary", known.id, "removed", before=iban))

        await self._database.write(write)
        self.changes.publish(None)
