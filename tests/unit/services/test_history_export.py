"""Exports of history: the rows a query admits in their order, whole or not at all, and stopped at once."""

from __future__ import annotations

import asyncio
import csv
import os
import sys
import threading
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import apsw
import openpyxl
import pytest

from cashier.domain.account import Account
from cashier.domain.event import Event
from cashier.domain.history import HistoryQuery, HistorySort, ItemKind, ItemState, ListedRecord
from cashier.domain.money import Money
from cashier.domain.payment import Payment, PaymentState
from cashier.domain.redaction import Redactor
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.services import history_export
from cashier.services.export_file import ExportError, ExportProblem
from cashier.services.history_cells import ExportColumn, ExportWords
from cashier.services.history_export import ExportedFile, ExportFormat
from cashier.services.system_clock import SystemClock
from cashier.services.till import Till, open_till
from cashier.storage import accounts, payments, provider_records, withdrawals
from cashier.storage.database import Database
from cashier.vault import MemoryVault

BEGIN = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
WORDS = ExportWords(
    heads={
        ExportColumn.REFERENCE: "reference",
        ExportColumn.AT: "at",
        ExportColumn.AMOUNT: "amount",
        ExportColumn.UNIT: "unit",
    },
    kinds={kind: kind.name for kind in ItemKind},
    states={(kind, state): state.name for kind in ItemKind for state in ItemState},
    units={},
    accounts={},
    operators={},
    zone=ZoneInfo("Asia/Tehran"),
)
FORMATS = pytest.mark.parametrize("file_format", list(ExportFormat))


def payment(
    number: int, amount: str = "10", state: PaymentState = PaymentState.PAID, **facts: Any
) -> Payment:
    """Return the n-th payment, a minute after the one before it."""
    at = BEGIN + timedelta(minutes=number)
    return Payment(
        id=f"p-{number}",
        till_id="t",
        account_id="a-1",
        intent_id=f"i-{number}",
        reference=f"CSH-{number}",
        money=Money.of(amount, "USDT"),
        customer_no=f"{number:07}",
        note=facts.pop("note", ""),
        state=state,
        created_at=at,
        updated_at=at,
        **facts,
    )


def withdrawal(number: int, **facts: Any) -> Withdrawal:
    """Return the n-th item as a withdrawal."""
    at = BEGIN + timedelta(minutes=number)
    return Withdrawal(
        id=f"w-{number}",
        till_id="t",
        account_id="a-2",
        intent_id=f"i-{number}",
        reference=f"CSH-{number}",
        money=Money.of(1_000_000, "IRR"),
        iban="IR550570022080013447370101",
        holder=facts.pop("holder", "علی نمونه"),
        note="حقوق",
        state=WithdrawalState.PAID,
        created_at=at,
        updated_at=at,
        **facts,
    )


def record(number: int, **facts: Any) -> ListedRecord:
    """Return the n-th item as a record of a provider's list."""
    return ListedRecord(
        key=f"k-{number}",
        kind=ItemKind.PAYMENT,
        state=ItemState.PAID,
        at=facts.pop("at", BEGIN + timedelta(minutes=number)),
        money=facts.pop("money", Money.of("3.5", "TRX")),
        **facts,
    )


def fill(connection: apsw.Connection, *things: Payment | Withdrawal | ListedRecord) -> None:
    """Store two accounts and these things."""
    for position, account_id in enumerate(("a-1", "a-2")):
        accounts.save(
            connection,
            Account(
                id=account_id,
                till_id="t",
                provider="digibank",
                label=account_id,
                base_url="https://pay.example.org",
                position=position,
                created_at=BEGIN,
            ),
        )

    def event(*_: object, **__: object) -> Event:
        raise AssertionError("nothing changes here")

    for thing in things:
        if isinstance(thing, Payment):
            payments.insert(connection, thing)
        elif isinstance(thing, Withdrawal):
            withdrawals.insert(connection, thing)
        else:
            provider_records.take_page(connection, "a-1", [thing], now=BEGIN, event=event)


def run(folder: Path, steps: Callable[[Till], Awaitable[None]], *things: Any) -> None:
    """Open a till whose history is made of these things, and take steps with it."""

    async def body() -> None:
        till = await open_till(
            await Database.open(folder / "profile" / "till.db"), MemoryVault(), SystemClock(), Redactor()
        )
        try:
            await till.database.write(lambda connection: fill(connection, *things))
            await steps(till)
        finally:
            await till.close()

    asyncio.run(body())


def read(path: Path) -> list[list[Any]]:
    """Return the cells below the head."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))[1:]
    rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True)
    return [list(row) for row in rows]


def references(path: Path) -> list[str]:
    """Return the first column."""
    return [row[0] for row in read(path)]


def no_progress(_written: int, _total: int) -> None:
    """Look away."""


@FORMATS
def test_a_file_holds_what_the_query_admits_in_its_order(
    tmp_path: Path, file_format: ExportFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Filters, words that are searched for, and each order; in one chunk or in many."""
    monkeypatch.setattr(history_export, "_ROWS_AT_ONCE", 3)
    path = tmp_path / f"history{file_format.value}"
    things = [payment(number, amount=str(100 - number)) for number in range(10)]
    things[4] = replace(things[4], note="سفارش ویژه")

    async def steps(till: Till) -> None:
        async def exported(query: HistoryQuery) -> list[str]:
            done = await till.history_export.export(query, path, file_format, WORDS, no_progress)
            assert done == ExportedFile(path, len(read(path)))
            return references(path)

        assert await exported(HistoryQuery()) == [
            f"CSH-{number}" for number in (11, 10, *reversed(range(10)))
        ]
        oldest_first = HistoryQuery(descending=False, kind=ItemKind.WITHDRAWAL)
        assert await exported(oldest_first) == ["CSH-10"]
        by_amount = HistoryQuery(sort=HistorySort.AMOUNT, descending=False, unit_codes=frozenset({"USDT"}))
        assert await exported(by_amount) == [f"CSH-{number}" for number in reversed(range(10))]
        assert await exported(HistoryQuery(search="ویژه")) == ["CSH-4"]
        assert await exported(HistoryQuery(search="nobody")) == []
        since = HistoryQuery(since=BEGIN + timedelta(minutes=8), kind=ItemKind.PAYMENT)
        assert await exported(since) == ["CSH-11", "CSH-9", "CSH-8"]

    run(tmp_path, steps, *things, withdrawal(10), record(11, reference="CSH-11"))


@FORMATS
def test_progress_is_told_on_the_loop(
    tmp_path: Path, file_format: ExportFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From nothing to all, rising."""
    monkeypatch.setattr(history_export, "_ROWS_AT_ONCE", 2)
    monkeypatch.setattr(history_export, "_PROGRESS_PAUSE_S", 0)
    told = []

    async def steps(till: Till) -> None:
        here = threading.get_ident()

        def on_progress(written: int, total: int) -> None:
            assert threading.get_ident() == here
            told.append((written, total))

        path = tmp_path / "history"
        await till.history_export.export(HistoryQuery(), path, file_format, WORDS, on_progress)

    run(tmp_path, steps, *(payment(number) for number in range(5)))
    assert told == [(0, 5), (2, 5), (4, 5), (5, 5), (5, 5)]


class HeldExport:
    """An export that waits in its first rows until it is let go."""

    def __init__(self, till: Till, path: Path, file_format: ExportFormat) -> None:
        self.is_held = asyncio.Event()
        self._let_go = threading.Event()
        loop = asyncio.get_running_loop()

        def calendar_date(_moment: datetime) -> str:
            loop.call_soon_threadsafe(self.is_held.set)
            self._let_go.wait()
            return ""

        words = replace(
            WORDS, heads={**WORDS.heads, ExportColumn.CALENDAR_DATE: "date"}, calendar_date=calendar_date
        )
        self.task = asyncio.ensure_future(
            till.history_export.export(HistoryQuery(), path, file_format, words, no_progress)
        )

    async def cancel(self) -> None:
        """Cancel it while it writes, and wait for its end."""
        await self.is_held.wait()
        self.task.cancel()
        # One turn of the loop for the task to hear of it, one to tell its thread.
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        self._let_go.set()
        with pytest.raises(asyncio.CancelledError):
            await self.task

    def let_go(self) -> None:
        """Let it write on."""
        self._let_go.set()


@FORMATS
def test_what_is_cancelled_leaves_nothing(tmp_path: Path, file_format: ExportFormat) -> None:
    """The file that stood there stands there still, with nothing beside it."""
    path = tmp_path / "files" / "history"
    path.parent.mkdir()
    path.write_bytes(b"old")

    async def steps(till: Till) -> None:
        await HeldExport(till, path, file_format).cancel()

    run(tmp_path, steps, *(payment(number) for number in range(5)))
    assert [entry.name for entry in path.parent.iterdir()] == ["history"]
    assert path.read_bytes() == b"old"


def test_no_reader_is_in_the_way_of_the_log_while_rows_are_written(tmp_path: Path) -> None:
    """A million rows take seconds; what is paid meanwhile must not pile up in the WAL."""

    async def steps(till: Till) -> None:
        export = HeldExport(till, tmp_path / "history.csv", ExportFormat.CSV)
        await export.is_held.wait()
        await till.database.write(lambda connection: payments.insert(connection, payment(6)))
        other = apsw.Connection(str(till.database.path))
        assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() == (0, 0, 0)
        other.close()
        export.let_go()
        assert (await export.task).rows == 5

    run(tmp_path, steps, *(payment(number) for number in range(5)))


@FORMATS
def test_what_goes_meanwhile_is_left_out(
    tmp_path: Path, file_format: ExportFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record that turns out to be one of ours is not a line of its own any more."""
    monkeypatch.setattr(history_export, "_ROWS_AT_ONCE", 1)
    path = tmp_path / f"history{file_format.value}"

    async def steps(till: Till) -> None:
        export = HeldExport(till, path, file_format)
        await export.is_held.wait()
        await till.database.write(
            lambda connection: connection.execute("DELETE FROM history WHERE added = 1")
        )
        export.let_go()
        assert (await export.task).rows == 2

    run(tmp_path, steps, *(payment(number) for number in range(3)))
    assert references(path) == ["CSH-2", "CSH-1"]


def test_a_workbook_of_too_many_rows_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet ends at a million; a text file does not."""
    monkeypatch.setattr(history_export, "MOST_ROWS", 2)

    async def steps(till: Till) -> None:
        export = till.history_export.export
        with pytest.raises(ExportError) as caught:
            await export(HistoryQuery(), tmp_path / "h.xlsx", ExportFormat.XLSX, WORDS, no_progress)
        assert caught.value.problem is ExportProblem.TOO_MANY_ROWS
        await export(HistoryQuery(), tmp_path / "h.csv", ExportFormat.CSV, WORDS, no_progress)

    run(tmp_path, steps, *(payment(number) for number in range(3)))
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["h.csv", "profile"]


async def problem_of(till: Till, path: Path, file_format: ExportFormat) -> ExportProblem:
    """Return why a file was not written."""
    with pytest.raises(ExportError) as caught:
        await till.history_export.export(HistoryQuery(), path, file_format, WORDS, no_progress)
    return caught.value.problem


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the disk that is always full")
@FORMATS
def test_a_full_disk_is_said_to_be_full(
    tmp_path: Path, file_format: ExportFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it is noticed among the rows or with the last of them; nothing stands under the name."""
    real_open = Path.open

    def open_on_full_disk(self: Path, mode: str = "r", **options: Any) -> Any:
        if self.suffix == ".part":
            return real_open(Path("/dev/full"), mode.replace("x", "w"), **options)
        return real_open(self, mode, **options)

    monkeypatch.setattr(Path, "open", open_on_full_disk)

    async def steps(till: Till) -> None:
        assert await problem_of(till, tmp_path / "history", file_format) is ExportProblem.DISK_FULL

    run(tmp_path, steps, *(payment(number) for number in range(3)))
    assert [entry.name for entry in tmp_path.iterdir()] == ["profile"]


@FORMATS
def test_a_folder_that_is_gone_and_a_name_that_is_taken(tmp_path: Path, file_format: ExportFormat) -> None:
    """Each is told apart, and leaves nothing."""
    (tmp_path / "taken").mkdir()

    async def steps(till: Till) -> None:
        gone = tmp_path / "none" / "history"
        assert await problem_of(till, gone, file_format) is ExportProblem.FOLDER_MISSING
        assert await problem_of(till, tmp_path / "taken", file_format) is ExportProblem.FORBIDDEN

    run(tmp_path, steps, payment(1))
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["profile", "taken"]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="whoever may write everywhere is refused nothing"
)
@FORMATS
def test_a_folder_of_somebody_else(tmp_path: Path, file_format: ExportFormat) -> None:
    """No permission is its own message."""
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o500)

    async def steps(till: Till) -> None:
        assert await problem_of(till, folder / "history", file_format) is ExportProblem.FORBIDDEN

    run(tmp_path, steps, payment(1))
