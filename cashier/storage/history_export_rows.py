"""Items of history as a file of them needs them: plain tuples, by their places, a handful at a time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

import apsw

from cashier.domain.history import ItemKind


class ExportRow(NamedTuple):
    """An item as it is read for a file.

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


_ROWS = f"""
    SELECT
    history.place >> 10, history.kind, history.state, account.value,
    coalesce(payment.amount, withdrawal.amount_rial, record.amount),
    coalesce(payment.unit, CASE WHEN withdrawal.id IS NOT NULL THEN 'IRR' END, record.unit),
    coalesce(payment.customer_no, withdrawal.iban, record.party),
    coalesce(withdrawal.holder, record.holder, ''),
    coalesce(payment.reference, withdrawal.reference, record.reference),
    coalesce(payment.provider_reference, withdrawal.tracking_number, record.provider_reference, ''),
    coalesce(payment.note, withdrawal.note, record.message),
    operator.value
FROM json_each(?) AS wanted
CROSS JOIN history ON history.place = wanted.value
CROSS JOIN history_terms AS account ON account.id = history.account
LEFT JOIN payments AS payment ON history.kind = {ItemKind.PAYMENT:d} AND payment.id = history.subject_id
LEFT JOIN withdrawals AS withdrawal
    ON history.kind = {ItemKind.WITHDRAWAL:d} AND withdrawal.id = history.subject_id
LEFT JOIN provider_records AS record ON record.id = history.record_id
LEFT JOIN history_terms AS operator ON operator.id = history.operator
"""


def at_places(connection: apsw.Connection, places: Sequence[int]) -> list[ExportRow]:
    """Return the items at these places, in this order, as tuples; those that are there no more are left out."""
    rows: list[ExportRow] = connection.execute(_ROWS, (json.dumps(list(places)),)).fetchall()
    return rows
