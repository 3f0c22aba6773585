"""Backups: in the settings, looked into, exported; what is told after the data was replaced, and asked when it cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QScrollArea, QWidget

from cashier.domain.backup import BackupPlace, BackupProblem, BackupTrouble
from cashier.domain.restoring import RestoreCause, Restored
from cashier.storage.errors import NotABackupError
from cashier.ui.backup_words import BackupWords
from cashier.ui.bring_till_page import BringTillPage
from cashier.ui.closing_sheet import ClosingSheet
from cashier.ui.no_backup_page import NoBackupPage
from cashier.ui.pages.settings_backup import BackupSection
from cashier.ui.restored_page import RestoredPage
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Sheet
from tests.stories.counter import MANAGER_PIN
from tests.visual.journeys import Desk, Look, journey

_PASSPHRASE = "four words nobody says together"


@journey
def backup_settings(desk: Desk) -> Iterator[Look]:
    """None yet; one made, with a second folder; failing."""
    counter = desk.counter
    section = _open_section(desk)
    yield Look("backup_none")
    stick = desk.folder / "stick"
    stick.mkdir()
    section.use_second(stick)
    desk.until_there("settings.backup.removeSecond")
    counter.press("settings.backup.make")
    desk.until_there("settings.backup.look.0")
    _reveal(counter.find(QWidget, "settings.backup.openFile"))
    yield Look("backup_made", mirrors=False)
    standing = desk.till.backups._standing
    failing = BackupTrouble(
        problem=BackupProblem.DISK_FULL,
        place=BackupPlace.PROFILE,
        since=desk.till.session.clock.now() - timedelta(hours=5),
    )
    standing._set(trouble=failing)
    _reveal(counter.find(QWidget, "settings.backup.trouble"))
    yield Look("backup_failing", mirrors=False)
    standing._set(trouble=None, is_file_damaged=True)
    counter.go_to("nav.payment")
    yield Look("backup_damaged")
    standing._set(is_file_damaged=False)


@journey
def restore(desk: Desk) -> Iterator[Look]:
    """What a backup holds and what would happen; a wrong PIN; a file that is none."""
    counter = desk.counter
    _open_section(desk)
    counter.press("settings.backup.make")
    desk.until_there("settings.backup.look.0")
    counter.press("settings.backup.look.0")
    counter.wait_until(lambda: counter.find(QComboBox, "restore.manager").count())
    desk.until_there("restore.pin")
    yield Look("restore_look", mirrors=False)
    counter.type("restore.pin", "111222")
    counter.press("restore.submit")
    counter.wait_until(lambda: counter.problem("restore.pin"))
    yield Look("restore_wrong_pin", mirrors=False)
    counter.press("restore.back")
    counter.until_no_sheet()
    none = desk.folder / "holiday.db"
    none.write_bytes(b"a picture of the sea" * 500)
    counter.window.findChildren(BackupSection)[-1].look_at(none)
    desk.until_there("restore.fileTrouble")
    yield Look("restore_no_backup", mirrors=False)


@journey
def export_everything(desk: Desk) -> Iterator[Look]:
    """Asked for, with what is missing; done."""
    counter = desk.counter
    _open_section(desk)
    counter.press("settings.backup.export")
    counter.wait_until(lambda: counter.find(QComboBox, "exportEverything.manager").count())
    yield Look("export_everything")
    counter.type("exportEverything.pin", MANAGER_PIN)
    counter.type("exportEverything.passphrase", "12345678")
    counter.press("exportEverything.submit")
    yield Look("export_everything_wrong")
    counter.type("exportEverything.folder", str(desk.folder))
    counter.type("exportEverything.passphrase", _PASSPHRASE)
    counter.type("exportEverything.passphraseAgain", _PASSPHRASE)
    counter.press("exportEverything.submit")
    desk.until_there("exportEverything.path")
    yield Look("export_everything_done", mirrors=False)


@journey
def restored(desk: Desk) -> Iterator[Look]:
    """A backup was wanted, with something open in it; the data was damaged; a till was brought."""
    for cause, count in ((RestoreCause.ASKED, 3), (RestoreCause.DAMAGED, 1), (RestoreCause.IMPORTED, 0)):
        now = desk.till.session.clock.now()
        told = Restored(
            cause=cause,
            at=now,
            backup_name="cashier-1-20261121T093000Z-daily.db",
            backup_made_at=now - timedelta(hours=7, minutes=12),
            set_aside="" if cause is RestoreCause.IMPORTED else str(desk.folder / "set-aside" / "till.db"),
            payments=count,
            withdrawals=0,
        )
        _show_alone(desk, RestoredPage(told, now, lambda _: None))
        yield Look(f"restored_{cause.value}", mirrors=False)


@journey
def no_backup(desk: Desk) -> Iterator[Look]:
    """Nothing whole is there: what can be done; asked once more."""
    words = BackupWords(desk.counter.window)
    page = NoBackupPage(desk.folder, lambda _: None, lambda: None, lambda: None)
    page.show_trouble(lambda: words.file_problem(NotABackupError("a picture")))
    _show_alone(desk, page)
    yield Look("no_backup", mirrors=False)
    desk.counter.press("noBackup.startEmpty")
    desk.counter.wait_until(lambda: Sheet.any_open(desk.counter.window))
    yield Look("no_backup_confirm", mirrors=False)


@journey
def bring_till(desk: Desk) -> Iterator[Look]:
    """A folder is asked for; what it holds, and what is asked then."""
    counter, till = desk.counter, desk.till
    (manager,) = counter.run(till.operators.in_service())
    exported: Path = counter.run(
        till.backups.export_everything(
            desk.folder, _PASSPHRASE, readme="", manager_id=manager.id, pin=MANAGER_PIN
        )
    )
    unexpected: list[BaseException] = []
    page = BringTillPage(till.session.clock, TaskOwner(unexpected.append), lambda *_: None, lambda: None)
    _show_alone(desk, page)
    yield Look("bring_till")
    page.use_folder(exported)
    desk.until_there("bring.passphrase")
    counter.type("bring.passphrase", _PASSPHRASE)
    counter.type("bring.pin", "111222")
    yield Look("bring_till_known", mirrors=False)
    assert unexpected == []


@journey
def closing_backup(desk: Desk) -> Iterator[Look]:
    """The window is closed, and its backup takes a while."""
    ClosingSheet(desk.counter.window, lambda: False).open()
    yield Look("closing_backup")


def _open_section(desk: Desk) -> BackupSection:
    counter = desk.counter
    counter.go_to("nav.settings")
    desk.until_there("settings.backup.make")
    section: BackupSection = counter.window.findChildren(BackupSection)[-1]
    _reveal(counter.find(QWidget, "settings.backup.openFile"))
    return section


def _reveal(widget: QWidget) -> None:
    around = widget.parentWidget()
    while not isinstance(around, QScrollArea):
        assert around is not None
        around = around.parentWidget()
    around.ensureWidgetVisible(widget)


def _show_alone(desk: Desk, page: QWidget) -> None:
    desk.counter.window.show_alone(page)
    QTest.qWaitForWindowExposed(desk.counter.window)
