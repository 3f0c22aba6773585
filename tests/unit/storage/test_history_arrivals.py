"""Records taken many at a time leave the very rows that they leave taken one by one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cashier.domain.history import ItemKind, ItemState, ListedRecord
from cashier.domain.money import Money
from cashier.storage import accounts, history_places, payments, provider_records, withdrawals
from cashier.storage.database import Database
from cashier.storage.history_places import PlaceKind
from tests.unit.storage.conftest import Rows

NOON = datetime(2026, 3, 21, 12, tzinfo=UTC)

TABLES = (
    "history_terms ORDER BY id",
    "history_facets ORDER BY id",
    "history ORDER BY place",
    "history_texts ORDER BY place",
    "provider_records ORDER BY id",
    "events ORDER BY id",
)

# Few of each, so that they meet: with one another, with what was listed before, and with ours.
KEYS = st.sampled_from(["k1", "k2", "k3", "k4", "k5", "k6", "OURS-KEY", "OURS-NUMBER", "OURS-PAYOUT"])
REFERENCES = st.sampled_from(["", "", "", "REF1", "REF2", "OURS-REF", "payment-1", "OURS-OUT"])
TIMES = st.one_of(
    st.none(),
    st.integers(0, 3).map(lambda microseconds: NOON + timedelta(microseconds=microseconds)),
    st.sampled_from([datetime(1950, 1, 1, tzinfo=UTC), datetime(2400, 1, 1, tzinfo=UTC)]),
)
MONEY = st.one_of(
    st.none(),
    st.builds(
        Money.of,
        st.sampled_from(["0", "10", "-3.5", "0.000000000000000001", "1e40", "12.5"]).map(Decimal),
        st.sampled_from(["IRR", "USDT", "XYZ"]),
    ),
)
TEXTS = st.sampled_from(
    [
        "",
        "مریم نمونه",
        "مريم نمونة",
        "0000000000",
        "IR82-0540",
        "a b a",
        "x" * 70,
        "۱۲۳",
        "\u0000nul",
        "'\";--",
    ]
)
RECORDS = st.builds(
    ListedRecord,
    key=KEYS,
    kind=st.just(ItemKind.PAYMENT),
    state=st.sampled_from([ItemState.PAID, ItemState.DECLINED, ItemState.ACCEPTED]),
    at=TIMES,
    money=MONEY,
    party=TEXTS,
    holder=TEXTS,
    reference=REFERENCES,
    provider_reference=TEXTS,
    message=TEXTS,
)


class Events:
    """Makes events, every time the same."""

    def __init__(self) -> None:
        self._rows = Rows()
        self._made = 0

    def __call__(self, subject_kind: str, subject_id: str, kind: str, **facts: Any) -> Any:
        """Return one that happened at noon."""
        facts.pop("by_program")
        self._made += 1
        return self._rows.event(
            id=f"event-{self._made}", subject_kind=subject_kind, subject_id=subject_id, kind=kind, **facts
        )


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[apsw.Connection]:
    """Return a blocking connection to a file that holds payments and a withdrawal of ours; nothing else is kept in it."""
    path = tmp_path_factory.mktemp("ours") / "till.sqlite3"

    async def make() -> None:
        await (await Database.open(path)).close()

    asyncio.run(make())
    rows = Rows()
    with closing(apsw.Connection(str(path))) as opened:
        accounts.save(opened, rows.account(id="account-1"))
        for payment in (
            rows.payment(id="payment-1", provider_key="OURS-KEY", reference="OURS-REF"),
            rows.payment(id="payment-2", provider_reference="OURS-NUMBER"),
        ):
            payments.insert(opened, payment)
        withdrawals.insert(opened, rows.withdrawal(provider_key="OURS-PAYOUT", reference="OURS-OUT"))
        opened.execute("CREATE VIRTUAL TABLE temp.tokens USING fts5vocab(main, history_search, instance)")
        yield opened


def take(connection: apsw.Connection, records: Sequence[ListedRecord], event: Events) -> Any:
    """Take a page as it comes."""
    return provider_records.take_page(connection, "account-1", records, now=NOON, event=event)


def everything(connection: apsw.Connection) -> list[Any]:
    """Return all rows that a list writes, and of every item the tokens by which it is found."""
    rows = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES]  # noqa: S608  # our own
    tokens = connection.execute("SELECT term, doc FROM temp.tokens ORDER BY term, doc").fetchall()
    return [*rows, tokens]


@contextmanager
def undone(connection: apsw.Connection) -> Iterator[None]:
    """Take back at the end what the block writes."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


@settings(max_examples=60, deadline=None)
@given(pages=st.lists(st.lists(RECORDS, max_size=12), min_size=1, max_size=3), kind=st.sampled_from(ItemKind))
def test_a_page_at_once_is_its_records_one_by_one(
    ours: apsw.Connection, pages: list[list[ListedRecord]], kind: ItemKind
) -> None:
    """New and known ones, those of ours, those that come twice: the rows, the words and what is told are the same."""
    # A provider lists either the ones or the others.
    pages = [[replace(record, kind=kind) for record in page] for page in pages]
    with undone(ours):
        event = Events()
        at_once = [take(ours, page, event) for page in pages]
        rows_at_once = everything(ours)
    with undone(ours):
        event = Events()
        singly = [[take(ours, [record], event) for record in page] for page in pages]
        assert rows_at_once == everything(ours)
    for taken, ones in zip(at_once, singly, strict=True):
        assert taken.new == sum(one.new for one in ones)
        assert taken.changed == sum(one.changed for one in ones)
        assert taken.known == sum(one.known for one in ones)
        assert taken.to_settle == tuple(told for one in ones for told in one.to_settle)
        assert taken.unrecognised == tuple(record for one in ones for record in one.unrecognised)


def test_a_record_that_comes_twice_is_ours_if_it_says_so_once(ours: apsw.Connection) -> None:
    """Beside others of its page as alone: the one of the two that bears our reference links it to our payment."""
    plain = ListedRecord(
        key="twice",
        kind=ItemKind.PAYMENT,
        state=ItemState.PAID,
        at=None,
        money=None,
        party="",
        holder="",
        reference="",
        provider_reference="",
        message="",
    )
    with undone(ours):
        taken = take(ours, [replace(plain, reference="OURS-REF"), plain], Events())

        (linked,) = ours.execute("SELECT is_ours FROM provider_records WHERE key = 'twice'").fetchall()
    assert bool(linked[0])
    assert (taken.new, taken.unrecognised) == (1, ())


def test_more_of_a_microsecond_than_it_has_places_spill_over(connection: apsw.Connection) -> None:
    """As they do one by one: into the next microsecond, behind what is there already."""
    moments = [NOON, NOON + timedelta(microseconds=1), *[NOON] * 300]

    def put(place: int) -> None:
        connection.execute(
            "INSERT INTO history (place, added, facet, amount_order) VALUES (?1, ?1, 1, '')", (place,)
        )

    put(history_places.free_place(connection, NOON + timedelta(microseconds=1), PlaceKind.PAYMENT))
    at_once = history_places.free_places(connection, moments, PlaceKind.RECORD)
    singly = []
    for moment in moments:
        singly.append(history_places.free_place(connection, moment, PlaceKind.RECORD))
        put(singly[-1])
    assert at_once == singly


def test_more_records_than_a_statement_takes(connection: apsw.Connection) -> None:
    """A transaction of pages is written whole and in its order."""
    records = [
        ListedRecord(
            key=f"key-{number}",
            kind=ItemKind.PAYMENT,
            state=ItemState.PAID,
            at=NOON,
            money=None,
            reference="R",
        )
        for number in range(1000)
    ]
    assert take(connection, records, None).new == 1000  # type: ignore[arg-type]  # nothing has changed
    assert take(connection, records, None).known == 1000  # type: ignore[arg-type]  # likewise
    rows = connection.execute("SELECT key FROM provider_records ORDER BY place").fetchall()
    assert rows == [(record.key,) for record in records]
