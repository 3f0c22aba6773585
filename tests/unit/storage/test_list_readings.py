"""How far lists were read, on disk; and which of our payments a record of a list could be."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cashier.domain.history import ItemKind, ItemState, ListedRecord
from cashier.domain.list_reading import DAYS, Doubt, ListReading, ReadingUnderWay
from cashier.domain.money import Money
from cashier.sandbox.credentials import DIGIBANK_CUSTOMER
from cashier.storage import late_payments, list_readings

NOW = datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)

READING = ListReading(
    complete_until=NOW,
    newest_at=NOW - timedelta(days=1),
    under_way=ReadingUnderWay(
        begun_at=NOW, since=NOW - DAYS, reach=DAYS, position='{"page":2}', records_read=50, total_count=70
    ),
    doubts=(Doubt(kind=1, subject_id="p", record_key="7"),),
)


def test_a_reading_comes_back_as_it_was(tills: Any) -> None:
    """Before the first it is empty; what is stored last is what is read."""

    async def story() -> None:
        async with tills() as till:
            account = await tills.digibank(till)
            read = till.database.read
            assert await read(lambda connection: list_readings.get(connection, account.id)) == ListReading()
            for reading in (ListReading(), READING):
                await till.database.write(
                    lambda connection, reading=reading: list_readings.put(
                        connection, account.id, reading, NOW
                    )
                )
                assert await read(lambda connection: list_readings.get(connection, account.id)) == reading

    asyncio.run(story())


@pytest.mark.parametrize(
    ("changes", "hours_later", "fits"),
    [
        ({}, 1, True),
        ({"party": "another"}, 1, False),
        ({"money": Money.of("10.5", "USDT")}, 1, False),
        ({"money": Money.of("10", "USD")}, 1, False),
        ({"money": None}, 1, False),
        ({"at": None}, 1, False),
        ({}, -2, False),
        ({}, 25, False),
    ],
)
def test_which_record_fits_a_payment_that_was_given_up(
    tills: Any, changes: dict[str, Any], hours_later: int, *, fits: bool
) -> None:
    """The same customer, amount and currency, within a day."""

    async def story() -> None:
        async with tills() as till:
            account = await tills.digibank(till)
            order = tills.order(account, "10")
            payment = await till.payments.request(till.payments.new_intent(), account, order)
            facts = {
                "at": payment.created_at + timedelta(hours=hours_later),
                "money": Money.of("10", "USDT"),
                "party": DIGIBANK_CUSTOMER,
            }
            record = ListedRecord(
                key="7", kind=ItemKind.PAYMENT, state=ItemState.PAID, **{**facts, **changes}
            )

            async def fitting() -> list[tuple[str, ListedRecord]]:
                return await till.database.read(
                    lambda connection: late_payments.fitting(connection, account.id, [record])
                )

            # While it waits for the customer nothing is amiss.
            assert await fitting() == []
            await till.payments.cancel(payment.id)
            assert await fitting() == ([(payment.id, record)] if fits else [])

    asyncio.run(story())
