"""History: nothing, hundreds of rows, one of them beside, the dates, and the file they are written to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cashier.domain.history import HistoryQuery
from cashier.ui.choice_popup import ChoicePopup
from cashier.ui.date_jump_popup import DateJumpPopup
from cashier.ui.date_range_popup import DateRangePopup
from cashier.ui.history_export_sheet import HistoryExportSheet
from cashier.ui.widgets import Banner
from tests.stories.history_counter import HistoryCounter
from tests.visual.journeys import Desk, Look, journey


@journey
def history(desk: Desk) -> Iterator[Look]:
    """Empty; with the lists of all providers fetched; with details; searched for what is not there."""
    page = HistoryCounter(desk.counter)
    page.until_rows(0)
    yield Look("history_empty", mirrors=False)
    page.add_past(desk.sandbox, 60)
    page.fetch()
    page.until_rows(240)
    yield Look("history_rows", mirrors=False)
    page.click("history.dates")
    popup = desk.counter.find(DateRangePopup, "dates")
    yield Look("history_dates", popup)
    popup.close()
    page.click("history.jump")
    jump = desk.counter.find(DateJumpPopup, "history.jump.popup")
    yield Look("history_jump", jump)
    jump.close()
    page.tick("history.states", "PAID")
    page.click("history.accounts")
    accounts = desk.counter.find(ChoicePopup, "history.accounts.list")
    yield Look("history_choices", accounts)
    accounts.close()
    yield Look("history_filtered", mirrors=False)
    page.click("history.clear")
    page.until_rows(240)
    page.click_row(2)
    desk.until_there("historyDetails.close")
    yield Look("history_details", mirrors=False)
    page.search("nobody has this name")
    page.until_rows(0)
    yield Look("history_nothing", mirrors=False)


@journey
def history_fetching(desk: Desk) -> Iterator[Look]:
    """One provider is read and another has not answered yet; the table can be used meanwhile."""
    page = HistoryCounter(desk.counter)
    page.add_past(desk.sandbox, 20)
    desk.sandbox.control.fault("hold_before", "paystar", "requests", times=None)
    page.click("history.refresh")
    desk.counter.wait_until(desk.sandbox.control.held)
    page.until_rows(60)
    yield Look("history_fetching", mirrors=False)
    desk.sandbox.control.clear_faults()
    desk.sandbox.control.release()


@journey
def history_export(desk: Desk) -> Iterator[Look]:
    """Asked for, under way, done."""
    page = HistoryCounter(desk.counter)
    page.add_past(desk.sandbox, 20, "resid")
    page.fetch()
    page.until_rows(20)
    page.click("history.export")
    sheet: Any = desk.counter.find(HistoryExportSheet, "historyExport")
    yield Look("export_ready", mirrors=False)
    # A real one would be over while it is looked at.
    ready = (sheet._phase, sheet._written, sheet._count)
    sheet._phase, sheet._written, sheet._count = type(sheet._phase).WRITING, 412_000, 1_048_576
    sheet._write()
    yield Look("export_running", mirrors=False)
    sheet._phase, sheet._written, sheet._count = ready
    assert sheet._query == HistoryQuery()
    sheet.write_to(desk.folder / "history.xlsx")
    desk.counter.wait_until(lambda: desk.counter.find(Banner, "historyExport.told").isVisible())
    yield Look("export_done", mirrors=False)
