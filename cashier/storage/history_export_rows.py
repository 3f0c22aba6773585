"""Items of history as a file of them needs them: plain tuples, by their places, a handful at a time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple, cast

import apsw

from cashier.domain.money import RIAL


class ExportRow(NamedTuple):
    """An item as it is read for a file; what is read is a plain tuple in this order.

    Attributes:
        at: UTC microseconds since 1970.
        amount: canonical decimal text; None where a provider's record does not say.
        unit: its code; None likewise.
    """

    at: int
    kind: int
    state: int
    account_id: str
    amount: str | None
    unit: str | None
    party: str
    holder: str
    reference: str
    provider_reference: str
    note: str
    operator_id: str | None


# As `history_pages` tells of an item: our own words before the provider's.
COLUMNS = f"""
    coalesce(payment.created_at, withdrawal.created_at, record.at, record.first_seen_at),
    facets.kind, facets.state, accounts.value,
    coalesce(payment.amount, withdrawal.amount_rial, record.amount),
    coalesce(payment.unit, iif(withdrawal.id IS NULL, record.unit, '{RIAL.code}')),
    coalesce(payment.customer_no, withdrawal.iban, record.party),
    coalesce(nullif(withdrawal.holder, ''), record.holder, ''),
    coalesce(payment.reference, withdrawal.reference, nullif(record.reference, ''), record.key),
    coalesce(
        nullif(payment.provider_reference, ''), nullif(withdrawal.tracking_number, ''), record.provider_reference, ''
    ),
    coalesce(payment.note, withdrawal.note, record.message),
    operators.value
"""

# What belongs to a line of history: its facets, and the payment, withdrawal or record it stands for.
JOINS = """
JOIN history_facets AS facets ON facets.id = history.facet
JOIN history_terms AS accounts ON accounts.id = facets.account
LEFT JOIN history_terms AS operators ON operators.id = facets.operator
LEFT JOIN payments AS payment ON payment.place = history.place
LEFT JOIN withdrawals AS withdrawal ON withdrawal.place = history.place
LEFT JOIN provider_records AS record ON record.place = history.place
"""

_ROWS = f"""
SELECT {COLUMNS}
FROM json_each(?) AS wanted
CROSS JOIN history ON history.place = wanted.value
{JOINS}
"""


def at_places(connection: apsw.Connection, places: Sequence[int]) -> list[ExportRow]:
    """Return the items at these places, in this order, as tuples; those that are there no more are left out."""
    rows = connection.execute(_ROWS, (json.dumps(list(places)),)).fetchall()
    # To make a million of them what they are called takes a second.
    return cast("list[ExportRow]", rows)
