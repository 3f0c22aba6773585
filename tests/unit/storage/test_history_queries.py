"""Queries of history: every filter, order and search, against a plain reading of all items."""

from __future__ import annotations

import random
import re
from array import array
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

import apsw
import pytest

from cashier.domain.history import (
    HistoryItem,
    HistoryQuery,
    HistorySort,
    HistoryTotals,
    ItemKind,
    ItemState,
    ListedRecord,
)
from cashier.domain.money import Money
from cashier.domain.payment import PaymentState
from cashier.domain.search_text import searchable
from cashier.domain.withdrawal import WithdrawalState
from cashier.storage import (
    accounts,
    history_pages,
    history_query,
    history_totals,
    operators,
    payments,
    provider_records,
    withdrawals,
)

ACCOUNTS = ("account-1", "account-2", "account-3")
OPERATORS = ("operator-1", "operator-2", None)
NAMES = ("كريم يوسف", "کریم یوسفی", "مریم نمونه", "عبدالله العلي", "می‌خواهم", "")
SEARCHES = (
    "کریم",
    "كر",
    "ی",
    "یوسفی",
    "مريم نم",
    "میخواه",
    "54",
    "1209",
    "ref0",
    "۱۲",
    "زینب",
    "20817",
    "IR82 0540",
)
MONEYS = (
    ("USDT", ("10", "0.000001", "9.99", "10.5", "100")),
    ("IRR", ("1000", "98765432109876543210", "20000", "5")),
    ("ETH", ("1.000000000000000001", "0.1", "2")),
)

# The ways a query can go are chosen by how many items there are; with these each goes its own, whatever they are.
WAYS = {
    "few": {},
    "along": {"_NEXT": 0, "_FEW": -1, "_FEW_TEXTS": -1, "_MERGED_PLACES": -1},
    "merged": {"_NEXT": 20, "_FEW": -1, "_FEW_TEXTS": -1},
}


@pytest.fixture(params=list(WAYS))
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Make queries go one of their ways."""
    for name, value in WAYS[request.param].items():
        monkeypatch.setattr(history_query, name, value)
    return str(request.param)


def no_event(*_: Any, **__: Any) -> Any:
    """Fail: nothing changes here."""
    raise AssertionError


def fill(connection: apsw.Connection, rows: Any, chance: random.Random, count: int = 150) -> None:
    """Store items of every kind, several at the same moment."""
    for account_id in ACCOUNTS[1:]:
        accounts.save(connection, rows.account(id=account_id))
    operators.save(connection, rows.operator(id="operator-2"))
    start = rows.payment().created_at
    for number in range(count):
        at = start + timedelta(seconds=chance.randrange(count // 3))
        code, amounts = chance.choice(MONEYS)
        facts = {
            "account_id": chance.choice(ACCOUNTS),
            "operator_id": chance.choice(OPERATORS),
            "created_at": at,
            "note": chance.choice(NAMES),
        }
        money = Money.of(chance.choice(amounts), code)
        match chance.randrange(3):
            case 0:
                state = chance.choice(
                    [PaymentState.PAID, PaymentState.PAID, PaymentState.EXPIRED, PaymentState.DRAFT]
                )
                customer = f"{chance.randrange(10**5):05}"
                payments.insert(
                    connection, rows.payment(**facts, money=money, state=state, customer_no=customer)
                )
            case 1:
                state = chance.choice(
                    [WithdrawalState.PAID, WithdrawalState.REFUSED, WithdrawalState.UNKNOWN]
                )
                rial = Money.of(chance.choice(MONEYS[1][1]), "IRR")
                withdrawals.insert(
                    connection, rows.withdrawal(**facts, money=rial, state=state, holder=chance.choice(NAMES))
                )
            case _:
                record = ListedRecord(
                    key=f"key{number}",
                    kind=chance.choice(list(ItemKind)),
                    state=chance.choice([ItemState.PAID, ItemState.REJECTED]),
                    at=chance.choice([at, None]),
                    money=chance.choice([money, None]),
                    holder=chance.choice(NAMES),
                    provider_reference=str(chance.randrange(10**6)),
                )
                provider_records.take_page(connection, facts["account_id"], [record], now=at, event=no_event)


def every_item(connection: apsw.Connection) -> list[HistoryItem]:
    """Return all items, oldest first."""
    places = [place for (place,) in connection.execute("SELECT place FROM history ORDER BY place")]
    return history_pages.items(connection, places)


def read_whole(connection: apsw.Connection, query: HistoryQuery, first: int, chunk: int) -> list[int]:
    """Return the places of a query, read in pieces."""
    places = array("q")
    piece = history_query.read_chunk(connection, query, None, first)
    places.extend(piece.places)
    while piece.position is not None:
        piece = history_query.read_chunk(connection, query, piece.position, chunk)
        places.extend(piece.places)
    return list(places)


@cache
def texts_of(item: HistoryItem) -> tuple[list[str], list[str]]:
    """Return the words and the codes that a person sees in an item, folded."""
    words = re.findall(r"\w+", searchable(f"{item.holder} {item.note}"))
    codes = re.findall(
        r"\w+", searchable(f"{item.party} {item.reference} {item.provider_reference}").replace("-", "")
    )
    return words, codes


def has_words(item: HistoryItem, search: str) -> bool:
    """Search as a person would: each word begins a word, or is any part of a code."""
    words, codes = texts_of(item)
    for part in re.findall(r"\w+", searchable(search)):
        anywhere = len(part) >= 3 and part.isascii() and any(part in code for code in codes)
        if not anywhere and not any(text.startswith(part) for text in [*words, *codes]):
            return False
    return True


def admits(query: HistoryQuery, item: HistoryItem) -> bool:
    """Filter by the words of `HistoryQuery`."""
    code = item.money.code if item.money else None
    return (
        query.kind in {None, item.kind}
        and (query.since is None or item.at >= query.since)
        and (query.until is None or item.at < query.until)
        and (not query.account_ids or item.account_id in query.account_ids)
        and (not query.states or item.state in query.states)
        and (not query.unit_codes or code in query.unit_codes)
        and (not query.operator_ids or item.operator_id in query.operator_ids)
        and has_words(item, query.search)
    )


def plainly(items: Iterable[HistoryItem], query: HistoryQuery) -> list[int]:
    """Return the places a query admits, found by looking at every item."""

    def order(item: HistoryItem) -> Any:
        if query.sort is HistorySort.TIME:
            return item.place
        return (item.money.code if item.money else "", item.money.amount if item.money else 0, item.place)

    found = sorted((item for item in items if admits(query, item)), key=order, reverse=query.descending)
    return [item.place for item in found]


def plain_totals(items: Iterable[HistoryItem], query: HistoryQuery) -> tuple[int, dict[Any, Any]]:
    """Return the count of what a query admits, and the sums of what is paid, each with its count."""
    found = [item for item in items if admits(query, item)]
    sums: dict[Any, Any] = {}
    for item in found:
        if item.state is ItemState.PAID and item.money is not None:
            total, count = sums.get((item.kind, item.money.code), (Decimal(0), 0))
            # As whole numbers of the smallest part there is, of which nothing is lost.
            sums[item.kind, item.money.code] = (total + item.money.amount * 10**18, count + 1)
    return len(found), sums


def as_plain(totals: HistoryTotals) -> tuple[int, dict[Any, Any]]:
    """Return totals as `plain_totals` does."""
    return totals.count, {
        (one.kind, one.money.code): (int(one.money.amount * 10**18), one.count) for one in totals.paid
    }


def queries(chance: random.Random, items: list[HistoryItem], count: int) -> list[HistoryQuery]:
    """Return queries of every filter alone, and of any together."""
    ends = sorted(item.at for item in chance.sample(items, 2))
    single: list[dict[str, Any]] = [
        {},
        *({"kind": kind} for kind in ItemKind),
        *({"account_ids": frozenset({account})} for account in ACCOUNTS),
        *(
            {"states": frozenset({state})}
            for state in (ItemState.PAID, ItemState.UNKNOWN, ItemState.CANCELLED)
        ),
        {"unit_codes": frozenset({"USDT"})},
        {"unit_codes": frozenset({"ETH", "USDT"})},
        {"operator_ids": frozenset({"operator-2"})},
        {"since": ends[0]},
        {"until": ends[1]},
        {"since": ends[0], "until": ends[1]},
        *({"search": search} for search in SEARCHES),
    ]
    together = [
        {name: value for one in chance.sample(single, 3) for name, value in one.items()} for _ in range(count)
    ]
    return [
        HistoryQuery(**facts, sort=sort, descending=descending)
        for facts in single + together
        for sort in HistorySort
        for descending in (True, False)
    ]


@pytest.mark.parametrize("seed", range(2))
def test_every_query_gives_what_a_plain_reading_gives(
    connection: apsw.Connection, rows: Any, way: str, seed: int
) -> None:
    """Any filter, order and search, alone and together, whichever way it is read, in pieces of any size."""
    del way
    chance = random.Random(seed)  # noqa: S311  # a failure is to come again
    with connection:
        fill(connection, rows, chance)
    items = every_item(connection)
    for query in queries(chance, items, 30):
        first, chunk = chance.choice([(1, 7), (10, 50), (1000, 1000)])
        assert read_whole(connection, query, first, chunk) == plainly(items, query), query
        assert history_query.count_added(connection, query, 0) == len(plainly(items, query)), query


@pytest.mark.parametrize("seed", range(2))
def test_totals_are_exact(connection: apsw.Connection, rows: Any, seed: int) -> None:
    """Sums of eighteen decimals, and of twenty digits, are right to the last one."""
    chance = random.Random(seed)  # noqa: S311  # a failure is to come again
    with connection:
        fill(connection, rows, chance)
    items = every_item(connection)
    for query in queries(chance, items, 30):
        count, sums = plain_totals(items, query)
        assert as_plain(history_totals.read_totals(connection, query)) == (
            count,
            {name: (int(total), number) for name, (total, number) in sums.items()},
        ), query


def test_more_than_a_thousand_of_one_moment_have_places(connection: apsw.Connection, rows: Any) -> None:
    """Of one microsecond there may be more than there are places for: none is lost, and all are within their day."""
    at = rows.payment().created_at
    records = [
        ListedRecord(key=f"{number}", kind=ItemKind.PAYMENT, state=ItemState.PAID, at=at, money=None)
        for number in range(2500)
    ]
    with connection:
        provider_records.take_page(connection, "account-1", records, now=at, event=no_event)
    query = HistoryQuery(since=at, until=at + timedelta(milliseconds=1))
    places = read_whole(connection, query, 100, 999)
    assert len(places) == 2500
    assert all(one > other for one, other in pairwise(places))
    found = history_pages.items(connection, places[::-1][:2500])
    assert [item.reference for item in found] == [record.key for record in records]
    assert {item.at for item in found} == {at}


def test_a_changed_item_is_found_as_it_is_now(connection: apsw.Connection, rows: Any, way: str) -> None:
    """State, amount and words that changed are filtered, summed and searched as they are, and no longer as they were."""
    del way
    payment = rows.payment(note="پیشین", state=PaymentState.AWAITING_CUSTOMER)
    payments.insert(connection, payment)
    paid = replace(payment, note="تازه", state=PaymentState.PAID, provider_reference="998877", version=2)
    payments.update(connection, paid)

    def count(**facts: Any) -> int:
        query = HistoryQuery(**facts)
        places = read_whole(connection, query, 10, 10)
        assert history_totals.read_totals(connection, query).count == len(places)
        return len(places)

    assert count(states=frozenset({ItemState.AWAITING_CUSTOMER})) == 0
    assert count(states=frozenset({ItemState.PAID})) == 1
    assert count(search="پیشین") == 0
    assert count(search="تازه") == count(search="9887") == 1
