"""Backups in the settings: made by hand, kept in a second folder too, looked into, exported; and told of when they fail."""

from __future__ import annotations

import shutil
from pathlib import Path

import apsw
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from cashier.domain.backup import BackupReason
from cashier.storage.profile_files import backups_folder
from cashier.ui.locale_format import current_locale_format, plain
from cashier.ui.pages.settings_backup import BackupSection
from cashier.ui.widgets import Banner, CopyLabel, Field
from tests.stories.counter import MANAGER_PIN
from tests.stories.payout_counter import PayoutCounter

PASSPHRASE = "four words nobody says together"


@pytest.fixture
def settings(payout: PayoutCounter) -> PayoutCounter:
    """Return a counter in its settings."""
    payout.go_to("nav.settings")
    payout.wait_until(lambda: payout.find(CopyLabel, "settings.backup.folder").isVisible())
    return payout


def _folder(counter: PayoutCounter) -> Path:
    return backups_folder(counter.till.database.path)


def _told(counter: PayoutCounter, name: str = "settings.backup.told") -> str:
    banner = counter.find(Banner, name)
    return plain(banner.text()) if banner.isVisible() else ""


def _back_up(counter: PayoutCounter) -> str:
    counter.press("settings.backup.make")
    counter.wait_until(lambda: _told(counter))
    return _told(counter)


def _section(counter: PayoutCounter) -> BackupSection:
    found: BackupSection = counter.window.findChildren(BackupSection)[-1]
    return found


def test_one_is_made_by_hand(settings: PayoutCounter) -> None:
    """It says so with its size, stands in the list and as the last good one, and is a whole database."""
    assert "None yet" in settings.text("settings.backup.last")
    said = _back_up(settings)
    assert said.startswith("The backup is made and was read back whole: ")
    settings.wait_until(lambda: settings.window.findChildren(QWidget, "settings.backup.look.0"))
    row = settings.find(QWidget, "settings.backup.row.0")
    assert "Made by hand" in plain("\n".join(label.text() for label in row.findChildren(QLabel)))
    assert "just now" in settings.text("settings.backup.last")
    (backup,) = settings.run(settings.till.backups.backups())
    assert backup.reason is BackupReason.ASKED
    assert apsw.Connection(str(backup.path)).pragma("integrity_check") == "ok"
    assert settings.find(CopyLabel, "settings.backup.folder").text() == str(_folder(settings))


def test_a_second_folder_has_each_as_well(settings: PayoutCounter, tmp_path: Path) -> None:
    """It is chosen, has the next backup too, and is let go of again."""
    stick = tmp_path / "stick"
    stick.mkdir()
    _section(settings).use_second(stick)
    settings.wait_until(lambda: settings.find(QWidget, "settings.backup.removeSecond").isVisible())
    _back_up(settings)
    settings.wait_until(lambda: "Last copied there" in settings.said())
    settings.wait_until(lambda: "in the second folder" in settings.said())
    assert list(stick.rglob("*.db"))
    settings.press("settings.backup.removeSecond")
    settings.wait_until(lambda: not settings.find(QWidget, "settings.backup.removeSecond").isVisible())
    assert settings.till.backups.state.second_folder is None


def test_a_stick_that_is_gone_is_told(settings: PayoutCounter, tmp_path: Path) -> None:
    """The till's own backup is made; that nothing was copied is told here and over all pages."""
    stick = tmp_path / "stick"
    stick.mkdir()
    _section(settings).use_second(stick)
    settings.wait_until(lambda: settings.till.backups.state.second_folder is not None)
    shutil.rmtree(stick)
    settings.press("settings.backup.make")
    settings.wait_until(lambda: _told(settings, "settings.backup.trouble"))
    assert "plug that in" in _told(settings, "settings.backup.trouble")
    assert len(list(_folder(settings).glob("*.db"))) == 1
    settings.go_to("nav.payment")
    assert "second backup folder" in _told(settings, "frame.banner")


def test_backups_that_fail_are_told_over_all_pages(settings: PayoutCounter) -> None:
    """Since when and why, with a way to the settings; it goes as soon as one is made."""
    folder = _folder(settings)
    if folder.exists():
        shutil.rmtree(folder)
    # Where the folder would be.
    folder.touch()
    assert _back_up(settings).startswith("No backup was made. ")
    settings.go_to("nav.payment")
    settings.wait_until(lambda: _told(settings, "frame.banner"))
    assert _told(settings, "frame.banner").startswith("Backups have been failing since ")
    settings.press("frame.bannerAction")
    settings.wait_until(lambda: settings.focus_name() == "settings.backup.make")
    assert not settings.find(QWidget, "settings.backup.make").visibleRegion().isEmpty()
    folder.unlink()
    assert _back_up(settings).startswith("The backup is made")
    settings.wait_until(lambda: not _told(settings, "frame.banner"))
    assert settings.till.backups.state.trouble is None


def test_a_backup_is_looked_into(settings: PayoutCounter) -> None:
    """What it holds, what goes out of sight, what is fetched again, and that nothing is sent by itself."""
    _back_up(settings)
    settings.wait_until(lambda: settings.window.findChildren(QWidget, "settings.backup.look.0"))
    settings.press("settings.backup.look.0")
    settings.wait_until(lambda: settings.find(QWidget, "restore.pin").isVisible())
    assert settings.text("restore.payments") == current_locale_format().number(0)
    assert settings.text("restore.shop") == "Sunny Shop"
    said = settings.said()
    assert "Nothing here is newer than the backup." in said
    (fetched,) = [line for line in said.splitlines() if "the provider's whole list is fetched again." in line]
    assert all(account.label in fetched for account in settings.accounts.values())
    assert "Nothing is sent by itself afterwards." in said
    QTest.keyClick(settings.find(QWidget, "restore.pin"), Qt.Key.Key_Escape)
    settings.until_no_sheet()


def test_a_file_that_is_no_backup_is_refused(settings: PayoutCounter, tmp_path: Path) -> None:
    """It says what is wrong with the file, and nothing can be agreed to."""
    path = tmp_path / "holiday.db"
    path.write_bytes(b"a picture of the sea" * 500)
    _section(settings).look_at(path)
    settings.wait_until(lambda: _told(settings, "restore.fileTrouble"))
    assert _told(settings, "restore.fileTrouble") == "This is no backup of a till."
    assert not settings.find(QWidget, "restore.pin").isVisible()
    settings.press("restore.close")
    settings.until_no_sheet()


def _problem(counter: PayoutCounter, name: str) -> str:
    around: QWidget | None = counter.find(QLineEdit, name)
    while not isinstance(around, Field):
        assert around is not None
        around = around.parentWidget()
    return plain(around.error() or "")


def test_everything_is_exported(settings: PayoutCounter, tmp_path: Path) -> None:
    """What is missing is said beside its field; a weak passphrase is called one; the folder is whole and named."""
    settings.press("settings.backup.export")
    settings.wait_until(lambda: settings.find(QComboBox, "exportEverything.manager").count())
    settings.type("exportEverything.pin", MANAGER_PIN)
    settings.press("exportEverything.submit")
    assert _problem(settings, "exportEverything.folder") == "This is needed."
    assert _problem(settings, "exportEverything.passphrase") == "This is needed."
    settings.type("exportEverything.folder", str(tmp_path))
    settings.type("exportEverything.passphrase", "12345678")
    assert "Easy to guess." in settings.said()
    settings.type("exportEverything.passphrase", PASSPHRASE)
    assert "Hard to guess." in settings.said()
    settings.type("exportEverything.passphraseAgain", f"{PASSPHRASE}.")
    settings.press("exportEverything.submit")
    assert _problem(settings, "exportEverything.passphraseAgain") == "The two passphrases are not the same."
    settings.type("exportEverything.passphraseAgain", PASSPHRASE)
    settings.type("exportEverything.pin", "111222")
    settings.press("exportEverything.submit")
    settings.wait_until(lambda: _problem(settings, "exportEverything.pin") == "This PIN is not right.")
    settings.type("exportEverything.pin", MANAGER_PIN)
    settings.press("exportEverything.submit")
    settings.wait_until(lambda: settings.find(CopyLabel, "exportEverything.path").isVisible())
    made = Path(settings.find(CopyLabel, "exportEverything.path").text())
    assert made.parent == tmp_path
    assert any("PIN of a manager" in path.read_text(encoding="utf-8") for path in made.glob("*.txt"))
    settings.press("exportEverything.close")
    settings.until_no_sheet()


def test_it_is_done_with_the_keyboard(settings: PayoutCounter) -> None:
    """Tab reaches everything of the section in the order of reading; Space presses."""
    _back_up(settings)
    settings.wait_until(lambda: settings.window.findChildren(QWidget, "settings.backup.look.0"))
    settings.find(QWidget, "settings.backup.folder").setFocus()
    seen = []
    for _ in range(6):
        QTest.keyClick(settings.window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(settings.focus_name())
    assert seen == [
        "settings.backup.make",
        "settings.backup.export",
        "settings.backup.chooseSecond",
        "settings.backup.look.0",
        "settings.backup.openFile",
        seen[-1],
    ]
    settings.key("settings.backup.look.0", Qt.Key.Key_Space)
    settings.wait_until(lambda: settings.find(QWidget, "restore.pin").isVisible())
    settings.wait_until(lambda: settings.focus_name() == "restore.pin")
