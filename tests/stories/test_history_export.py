"""What is filtered is written to a file: of either kind, in the words of the screen, stopped at will, and failures told."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from cashier.domain.history import HistoryQuery, ItemKind, ItemState, ListedRecord
from cashier.domain.money import Money
from cashier.sandbox.server import SandboxServer
from cashier.services.till import Till
from cashier.storage import provider_records
from cashier.ui.announcements import Announcement
from cashier.ui.history_export_sheet import HistoryExportSheet
from cashier.ui.locale_format import LocaleFormat, plain, set_current_locale_format
from cashier.ui.widgets import Banner, ProgressBar
from tests.stories.conftest import Screen
from tests.stories.counter import Run, Wait, set_up_shop

# Written while there is time to press a button, on a fast machine too.
MANY = 20_000
FIRST_AT = datetime(2026, 11, 21, 8, tzinfo=UTC)


def record(number: int) -> ListedRecord:
    """Return one of a provider's records; every third was not paid."""
    return ListedRecord(
        key=str(number),
        kind=ItemKind.PAYMENT,
        state=ItemState.PAID if number % 3 else ItemState.DECLINED,
        at=FIRST_AT + timedelta(seconds=number),
        money=Money.of(10_000 + number, "IRR"),
        party="0912*****07",
        reference=f"R{number}",
    )


@dataclass
class Export:
    """The sheet, and the hands on it."""

    till: Till
    account_id: str
    screen: Screen
    run: Run
    wait_until: Wait
    unexpected: list[BaseException] = field(default_factory=list)

    def fill(self, count: int) -> None:
        """Let the provider's list bring so many records."""
        self.run(
            self.till.database.write(
                lambda connection: provider_records.take_page(
                    connection,
                    account_id=self.account_id,
                    records=[record(number) for number in range(count)],
                    now=self.till.session.clock.now(),
                    event=self.till.session.event,
                )
            )
        )

    def open(self, query: HistoryQuery | None = None, count: int | None = None) -> HistoryExportSheet:
        """Open the sheet for a query."""
        sheet = HistoryExportSheet(
            self.screen.page, self.till, query or HistoryQuery(), self.unexpected.append, count=count
        )
        sheet.open()
        return sheet

    def choose(self, path: Path) -> None:
        """Type a path into the dialog and accept it."""
        dialog = self._dialog()
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        assert edit is not None
        edit.setText(str(path))
        dialog.accept()

    def choose_unseen(self, path: Path) -> None:
        """Choose a place of which a dialog would warn, as the system's own lets one."""
        dialog = self._dialog()
        dialog.fileSelected.emit(str(path))
        dialog.reject()

    def _dialog(self) -> QFileDialog:
        self.screen.press("historyExport.go")
        self.wait_until(lambda: self.screen.page.findChildren(QFileDialog, "historyExport.saveDialog"))
        return self.screen.find(QFileDialog, "historyExport.saveDialog")

    def told(self) -> str:
        """Return what came of it; empty while nothing did."""
        banner = self.screen.find(Banner, "historyExport.told")
        return plain(banner.text()) if banner.isVisible() else ""

    def text(self, name: str) -> str:
        """Return what a label says, if it can be seen."""
        label = self.screen.find(QLabel, f"historyExport.{name}")
        return plain(label.text()) if label.isVisible() else ""

    def until_told(self) -> str:
        """Wait for the end, and return what is said then."""
        self.wait_until(self.told)
        return self.told()


@pytest.fixture
def export(
    till: Till, sandbox: SandboxServer, run: Run, wait_until: Wait, show: Callable[[QWidget], Screen]
) -> Iterator[Export]:
    """Return a shop with a few lines of history, no sheet open yet."""
    accounts = run(set_up_shop(till, sandbox.base_url))
    made = Export(till, accounts["resid"].id, show(QWidget()), run, wait_until)
    made.fill(6)
    yield made
    assert made.unexpected == []


def test_a_workbook_is_written_where_the_person_says(
    export: Export, said: list[Announcement], tmp_path: Path
) -> None:
    """What is filtered, in its order, amounts as numbers; the sheet names the file and how many rows it has, aloud too."""
    export.open(HistoryQuery(states=frozenset({ItemState.PAID})), count=4)
    assert export.text("text") == "4 row(s) are written, as they are filtered and sorted now."
    export.choose(tmp_path / "history.xlsx")
    assert export.until_told() == "The file is written: 4 row(s)."
    assert export.text("path") == str(tmp_path / "history.xlsx")
    texts = [each.text for each in said]
    assert texts[0] == "0 of 4 rows written"
    assert texts[-1] == "The file is written: 4 row(s)."
    # How far it is is said once, not with each row.
    assert len([text for text in texts if text.endswith("rows written")]) == 1
    sheet = openpyxl.load_workbook(tmp_path / "history.xlsx").active
    assert sheet is not None
    heads, *rows = sheet.iter_rows(values_only=True)
    assert heads[:5] == ("Date and time", "Kind", "State", "Amount", "Currency")
    assert [row[3] for row in rows] == [10_005, 10_004, 10_002, 10_001]
    assert {row[2] for row in rows} == {"Paid"}


def test_a_text_file_in_persian(export: Export, tmp_path: Path) -> None:
    """Heads, kinds and states are Persian, and there is a Jalali date; nothing invisible stands in any cell."""
    set_current_locale_format(LocaleFormat("fa", ZoneInfo("Asia/Tehran")))
    export.open(count=6)
    export.screen.press("historyExport.format.csv")
    export.choose(tmp_path / "history.csv")
    export.until_told()
    text = (tmp_path / "history.csv").read_text(encoding="utf-8-sig")
    assert text == plain(text)
    heads, first, *others = csv.reader(text.splitlines())
    assert len(others) == 5
    told = dict(zip(heads, first, strict=True))
    assert told["Jalali date"] == "۱۴۰۵/۰۸/۳۰"
    assert told["Currency"] == "ریال"
    assert told["Account"] == "Resid"


def test_the_folder_is_shown(export: Export, tmp_path: Path) -> None:
    """When the file is there, the button shows where."""

    class Folders(QObject):
        shown: list[QUrl] = []  # noqa: RUF012  # one test's own

        @Slot(QUrl)
        def show(self, url: QUrl) -> None:
            self.shown.append(url)

    folders = Folders()
    QDesktopServices.setUrlHandler("file", folders, "show")  # type: ignore[arg-type]  # the stub is wrong: bytes are refused
    try:
        export.open(count=6)
        export.choose(tmp_path / "history.csv")
        export.until_told()
        assert export.screen.find(QPushButton, "historyExport.go").text() == "Show in folder"
        export.screen.press("historyExport.go")
        assert [Path(url.toLocalFile()) for url in folders.shown] == [tmp_path]
    finally:
        QDesktopServices.unsetUrlHandler("file")


def test_it_is_stopped_in_the_middle(export: Export, tmp_path: Path) -> None:
    """While it is written the bar fills; Stop leaves nothing behind, and one may begin again."""
    export.fill(MANY)
    path = tmp_path / "out" / "history.xlsx"
    path.parent.mkdir()
    export.open(count=MANY)
    bar = export.screen.find(ProgressBar, "historyExport.progress")
    seen: list[str] = []

    def stop_once(value: int) -> None:
        if value and not seen:
            seen.append(export.text("text"))
            export.screen.press("historyExport.close")

    bar.valueChanged.connect(stop_once)
    export.choose(path)
    export.wait_until(lambda: seen)
    export.wait_until(lambda: export.screen.find(QPushButton, "historyExport.go").isVisible())
    assert seen[0].endswith(" of 20,000 rows written")
    assert list(path.parent.iterdir()) == []
    assert export.told() == ""
    bar.valueChanged.disconnect(stop_once)
    export.choose(path.with_suffix(".csv"))
    assert export.until_told() == "The file is written: 20,000 row(s)."


def test_it_is_stopped_before_it_has_begun(export: Export, tmp_path: Path) -> None:
    """Stop at once is a stop too."""
    sheet = export.open(count=6)
    sheet.write_to(tmp_path / "history.csv")
    export.screen.press("historyExport.close")
    export.wait_until(lambda: export.screen.find(QPushButton, "historyExport.go").isVisible())
    assert not (tmp_path / "history.csv").exists()


def test_esc_closes_and_stops(export: Export, tmp_path: Path) -> None:
    """Closed in the middle, nothing is written any more."""
    sheet = export.open(count=6)
    sheet.write_to(tmp_path / "history.csv")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.is_open()
    assert not (tmp_path / "history.csv").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("history.txt", "Give the file a name that ends in .xlsx or .csv."),
        ("gone/history.csv", "The folder is not there any more. Choose another."),
        ("folder.csv", "The file may not be written here, or another program holds it open."),
    ],
)
def test_failures_are_told_apart(export: Export, tmp_path: Path, name: str, said: str) -> None:
    """Why the file was not written is said in plain words, and another place can be chosen."""
    (tmp_path / "folder.csv").mkdir()
    export.open(count=6)
    export.choose_unseen(tmp_path / name)
    assert export.until_told() == said
    export.choose(tmp_path / "history.csv")
    export.wait_until(lambda: export.told().startswith("The file is written"))


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the size of files")
def test_a_full_disk_is_told(export: Export, tmp_path: Path) -> None:
    """A disk without room leaves what was there before."""
    import resource  # noqa: PLC0415  # not on every system
    import signal  # noqa: PLC0415  # the same

    path = tmp_path / "history.csv"
    path.write_text("before")
    export.fill(2_000)
    export.open(count=2_000)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        export.choose_unseen(path)
        said = export.until_told()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert said == "The disk is full, so the file was not written. Make room and try again."
    assert path.read_text() == "before"
    assert not list(tmp_path.glob(".history.csv.*"))


def test_nothing_filtered_writes_nothing(export: Export) -> None:
    """A query without a row cannot be exported, and says so."""
    export.open(HistoryQuery(search="of nobody"), count=0)
    assert export.text("text") == "Nothing is filtered, so there is nothing to write."
    assert not export.screen.find(QPushButton, "historyExport.go").isEnabled()
