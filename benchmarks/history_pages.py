"""How long a page of a hundred rows takes, anywhere in a million, and how long Qt's own table model takes for it.

What is measured is the way a screen goes: through the service, on its thread, and back to the event loop.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from statistics import quantiles
from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtSql import QSqlDatabase, QSqlTableModel

from benchmarks.figure import LEAST_RUNS, Measured
from benchmarks.history_file import history_file
from benchmarks.history_till import all_keys, with_history
from cashier.domain.history import HistoryQuery, HistorySort, ItemKind, ItemState
from cashier.services.history import HistoryKeys
from cashier.services.till import Till

_PAGE_ROWS: Final = 100
_PAGES_OF_A_QUERY: Final = 25
_JUMPS_A_RUN: Final = 3
_MS_IN_S: Final = 1000.0
_SEED: Final = 1


def offered_queries(
    accounts: Sequence[str], units: Sequence[str], operators: Sequence[str]
) -> Iterator[HistoryQuery]:
    """Yield each filter by itself and some together, in each order that is offered."""
    filters: list[HistoryQuery] = [HistoryQuery()]
    filters += [HistoryQuery(kind=kind) for kind in ItemKind]
    filters += [HistoryQuery(states=frozenset({state})) for state in ItemState]
    filters += [HistoryQuery(account_ids=frozenset({account})) for account in accounts]
    filters += [HistoryQuery(unit_codes=frozenset({unit})) for unit in units]
    filters += [HistoryQuery(operator_ids=frozenset({operator})) for operator in operators]
    filters.append(
        HistoryQuery(
            kind=ItemKind.PAYMENT, states=frozenset({ItemState.PAID}), account_ids=frozenset(accounts[:2])
        )
    )
    for query in filters:
        for sort in HistorySort:
            for descending in (True, False):
                yield HistoryQuery(
                    kind=query.kind,
                    states=query.states,
                    account_ids=query.account_ids,
                    unit_codes=query.unit_codes,
                    operator_ids=query.operator_ids,
                    sort=sort,
                    descending=descending,
                )


def measure_pages() -> Measured:
    """Return of each run the milliseconds within which 99 of 100 pages are there; as references, the medians."""
    return with_history(_measure_pages)


def measure_speedup() -> Measured:
    """Return how many times as long as ours a jump takes in a QSqlTableModel; as references, its milliseconds.

    Both have been open for a while: ours knows all places, Qt's has read its first rows. Qt's reads the narrow table
    alone, and looks nothing up.
    """
    return with_history(_measure_speedup)


async def _measure_pages(till: Till) -> Measured:
    choices = await till.history.choices()
    queries = list(
        offered_queries(
            [account.id for account in choices.accounts],
            choices.unit_codes,
            [operator.id for operator in choices.operators],
        )
    )
    chance = random.Random(_SEED)  # noqa: S311  # to be repeated
    all_of = [keys for query in queries if len(keys := await all_keys(till, query))]
    for keys in all_of:
        await _page(till, keys, 0)
    values, references = [], []
    for _ in range(LEAST_RUNS):
        taken_ms = [
            await _page(till, keys, chance.randrange(len(keys)))
            for keys in all_of
            for _ in range(_PAGES_OF_A_QUERY)
        ]
        percentiles = quantiles(taken_ms, n=100)
        values.append(percentiles[98])
        references.append(percentiles[49])
    return Measured(values=values, references=references)


async def _measure_speedup(till: Till) -> Measured:
    chance = random.Random(_SEED)  # noqa: S311  # to be repeated
    keys = await all_keys(till, HistoryQuery())
    await _page(till, keys, 0)
    database = QSqlDatabase.addDatabase("QSQLITE", "benchmark")
    database.setDatabaseName(str(history_file()))
    database.setConnectOptions("QSQLITE_OPEN_READONLY")
    if not database.open():
        raise RuntimeError(database.lastError().text())
    values, references = [], []
    for _ in range(LEAST_RUNS):
        ours_ms = theirs_ms = 0.0
        # Each run goes to the beginning, the middle and the end.
        for part in range(_JUMPS_A_RUN):
            row = chance.randrange(len(keys) // _JUMPS_A_RUN) + part * len(keys) // _JUMPS_A_RUN
            ours_ms += await _page(till, keys, row)
            theirs_ms += _jump_of_qt(database, row)
        values.append(theirs_ms / ours_ms)
        references.append(theirs_ms / _JUMPS_A_RUN)
    database.close()
    return Measured(values=values, references=references)


async def _page(till: Till, keys: HistoryKeys, row: int) -> float:
    """Fetch a page; return how many milliseconds it takes."""
    began_s = time.perf_counter()
    places = keys.places(row, row + _PAGE_ROWS)
    items = await till.history.items(places)
    taken_ms = (time.perf_counter() - began_s) * _MS_IN_S
    if len(items) != len(places):
        raise RuntimeError(f"{len(items)} items at {len(places)} places")
    return taken_ms


def _jump_of_qt(database: QSqlDatabase, row: int) -> float:
    model = QSqlTableModel(None, database)
    model.setTable("history")
    model.setSort(0, Qt.SortOrder.DescendingOrder)
    model.select()
    nowhere = QModelIndex()
    columns = range(model.columnCount())
    began_s = time.perf_counter()
    while model.rowCount() < row + _PAGE_ROWS and model.canFetchMore(nowhere):
        model.fetchMore(nowhere)
    for shown in range(row, min(row + _PAGE_ROWS, model.rowCount())):
        for column in columns:
            model.data(model.index(shown, column))
    taken_ms = (time.perf_counter() - began_s) * _MS_IN_S
    model.clear()
    return taken_ms
