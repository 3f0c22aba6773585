"""Rows for a file tell of each item what a page of history tells of it."""

from __future__ import annotations

import apsw
import pytest

from benchmarks.million_rows import million_rows
from cashier.storage import history_export_rows, history_pages
from cashier.storage.history_export_rows import ExportRow
from cashier.storage.time_columns import to_column


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> apsw.Connection:
    """Return a history of everything that occurs: ours, the providers' and both at once."""
    return apsw.Connection(str(million_rows(tmp_path_factory.mktemp("history") / "till.db", 600)))


def test_a_row_says_what_a_page_says(connection: apsw.Connection) -> None:
    """Whatever an item stands for; in the order asked for, which is not that of the file."""
    places = [place for (place,) in connection.execute("SELECT place FROM history ORDER BY amount_order")]
    assert len(places) == 600
    expected = [
        ExportRow(
            at=to_column(item.at) or 0,
            kind=item.kind,
            state=item.state,
            account_id=item.account_id,
            amount=item.money.text if item.money else None,
            unit=item.money.code if item.money else None,
            party=item.party,
            holder=item.holder,
            reference=item.reference,
            provider_reference=item.provider_reference,
            note=item.note,
            operator_id=item.operator_id,
        )
        for item in history_pages.items(connection, places)
    ]
    assert history_export_rows.at_places(connection, places) == expected


def test_what_is_gone_is_left_out(connection: apsw.Connection) -> None:
    """As of a page."""
    place = connection.execute("SELECT max(place) FROM history").get
    assert len(history_export_rows.at_places(connection, [1, place])) == 1
    assert history_export_rows.at_places(connection, []) == []
