"""What the tour does in history: fetch the providers' lists, filter, search, look closer, export."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt

from cashier.demo.hands import TourStepError
from cashier.demo.visit import Visit
from cashier.sandbox import control_calls
from cashier.sandbox.faults import FaultName
from cashier.services.preferences import Language
from cashier.ui.history_export_sheet import HistoryExportSheet
from cashier.ui.history_table_model import HistoryTableModel
from cashier.ui.history_table_view import HistoryTableView

_PAST: Final = 1500
_PAST_DAYS: Final = 120
_PROVIDERS: Final = ("digibank", "resid", "paystar", "aqayepardakht")
_SEVERAL_SCREENS: Final = 300
# In the list of dates, the month before this one stands below the six that have a name and this month.
_DOWN_TO_LAST_MONTH: Final = 7
# A receiver of the withdrawals before, as somebody types the name on another keyboard.
_TYPED_OTHERWISE: Final = {
    Language.PERSIAN: "كاوه نمونه",
    Language.ARABIC: "کریم نموذج",
    Language.ENGLISH: "karim sample",
}


async def history_being_fetched(visit: Visit) -> None:
    """The lists are read for the first time: the rows come in while a bar for each account says how far it is."""
    for seed, provider in enumerate(_PROVIDERS):
        await visit.control(control_calls.add_history(provider, _PAST, seed=seed + 1, days=_PAST_DAYS))
    await visit.fault(FaultName.LATENCY, "*", "list", times=None)
    await visit.hands.press("nav.history")
    await visit.hands.press("history.refresh")
    rows = await _rows(visit)
    await visit.hands.until(lambda: _readings(visit), "lists being read")
    before = _readings(visit)
    await visit.hands.until(
        lambda: all(before.get(name) != text for name, text in _readings(visit).items()), "some progress"
    )
    await visit.hands.until(lambda: rows.rowCount() > _SEVERAL_SCREENS, "rows")


async def history_fetched(visit: Visit) -> None:
    """Everything that the providers know of is here, what was made elsewhere marked, with the sums."""
    await visit.control(control_calls.clear_faults())
    await visit.hands.wait_until_gone("history.progress")
    rows, whole = await _rows(visit), len(_PROVIDERS) * _PAST
    await visit.hands.until(lambda: rows.rowCount() > whole and rows.is_complete, "all rows")
    await visit.hands.wait_for("history.sum")


async def history_of_a_month(visit: Visit) -> None:
    """Only the last month of the shop's own calendar, in the rows and in the sums."""
    rows = await _rows(visit)
    before = rows.rowCount()
    await visit.hands.press("history.dates")
    await visit.hands.wait_for("dates.choices")
    visit.hands.key(Qt.Key.Key_Home)
    for _ in range(_DOWN_TO_LAST_MONTH):
        visit.hands.key(Qt.Key.Key_Down)
    visit.hands.key(Qt.Key.Key_Return)
    await visit.hands.until(lambda: rows.is_complete and 0 < rows.rowCount() < before, "the month's rows")
    await visit.hands.wait_for("history.sum")


async def history_details(visit: Visit) -> None:
    """All about one of them beside the table."""
    await visit.hands.press("history.table")
    await visit.hands.wait_for("historyDetails.amount")


async def history_searched(visit: Visit) -> None:
    """A name, typed with another keyboard's letters, finds its withdrawals in whatever month."""
    visit.hands.key(Qt.Key.Key_Escape)
    await visit.hands.wait_until_gone("historyDetails")
    rows = await _rows(visit)
    of_month = rows.rowCount()
    await visit.hands.press("history.clear")
    await visit.hands.until(lambda: rows.is_complete and rows.rowCount() > of_month, "everything")
    whole = rows.rowCount()
    await visit.hands.fill("history.search", _TYPED_OTHERWISE[visit.language])
    await visit.hands.until(lambda: rows.is_complete and 0 < rows.rowCount() < whole, "who was looked for")
    await visit.hands.wait_for("history.sum")


async def history_nothing_fits(visit: Visit) -> None:
    """What is nowhere is said to be nowhere, and what to do."""
    await visit.hands.fill("history.search", "no such reference")
    await visit.hands.wait_for("history.nothing.action")


async def history_exported(visit: Visit) -> None:
    """All payments go to a workbook."""
    await visit.hands.press("history.nothing.action")
    await visit.hands.press("history.view.payments")
    rows = await _rows(visit)
    await visit.hands.until(lambda: rows.is_complete and rows.rowCount(), "the payments")
    await visit.hands.wait_for("history.sum")
    await visit.hands.press("history.export")
    sheet = await visit.hands.wait_for("historyExport")
    if not isinstance(sheet, HistoryExportSheet):
        raise TourStepError("the sheet is no export")
    path = Path(tempfile.mkdtemp(prefix="cashier-demo-")) / "history.xlsx"
    visit.remembered["export"] = str(path)
    # Where to save is asked by the system, which no picture of the window shows.
    sheet.write_to(path)
    await visit.hands.wait_for("historyExport.progress")


async def history_export_ready(visit: Visit) -> None:
    """The file is there, and says how many rows it has."""
    await visit.hands.wait_for("historyExport.path")
    if not await asyncio.to_thread(_take_away, Path(visit.remembered.pop("export"))):
        raise TourStepError("no file was written")


def _take_away(path: Path) -> bool:
    """Remove a file and its folder; say whether it was there."""
    was_there = path.exists()
    path.unlink(missing_ok=True)
    path.parent.rmdir()
    return was_there


def _readings(visit: Visit) -> dict[str, str]:
    """Return what is said about each list that is being read."""
    shown = visit.hands.seen_beginning_with("history.reading.")
    return {widget.objectName(): widget.accessibleName() for widget in shown}


async def _rows(visit: Visit) -> HistoryTableModel:
    table = await visit.hands.wait_for("history.table")
    model = table.model() if isinstance(table, HistoryTableView) else None
    if not isinstance(model, HistoryTableModel):
        raise TourStepError("history has no table")
    return model
