"""The language changes while a sheet lies over the page: what was typed and told stays, in the other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QWidget,
)

from cashier.domain.history import ItemKind
from cashier.sandbox.server import SandboxServer
from cashier.services.preferences import Language
from cashier.ui.locale_format import current_locale_format, plain
from cashier.ui.receipt_sheet import ReceiptSheet
from cashier.ui.widgets import Banner, CopyLabel, Sheet
from cashier.vault import MemoryVault
from tests.stories.counter import MANAGER_PIN, Counter, Run, Wait
from tests.stories.payout_counter import PayoutCounter
from tests.stories.whole_program import WholeProgram, make_profile, whole_program


@pytest.fixture
def program(
    tmp_path: Path, qapp: QApplication, run: Run, wait_until: Wait, sandbox: SandboxServer
) -> Iterator[WholeProgram]:
    """Return the started program on a till with accounts in the sandbox."""
    profile, vault = tmp_path / "profile", MemoryVault()
    accounts = run(make_profile(profile, vault, sandbox.base_url))
    with whole_program(profile, vault, qapp, run, wait_until, accounts=accounts) as started:
        yield started


def _speak(counter: Counter, language: Language) -> None:
    counter.language.use(language, current_locale_format().zone)
    # Qt tells the widgets at the next turn.
    QCoreApplication.sendPostedEvents()


def _read(counter: Counter, name: str) -> list[str]:
    """Return what the labels and buttons of a sheet say that can be seen."""
    within = counter.find(QWidget, name)
    kinds = (*within.findChildren(QLabel), *within.findChildren(QPushButton))
    return [plain(each.text()) for each in kinds if each.isVisible()]


def test_an_account_that_is_being_typed(payout: PayoutCounter) -> None:
    """Name, address, key and number stay; what is wrong beside a field follows."""
    payout.go_to("nav.settings")
    account = payout.accounts["resid"]
    payout.wait_until(lambda: payout.window.findChildren(QWidget, f"settings.edit.{account.id}"))
    payout.find(QPushButton, f"settings.edit.{account.id}").click()
    payout.wait_until(lambda: payout.window.findChildren(QLineEdit, "account.label"))
    payout.type("account.label", "")
    payout.type("account.merchant", "shop-9")
    payout.type("account.authorization_code", "not yet whole")
    payout.press("account.save")
    payout.wait_until(lambda: payout.problem("account.label"))
    for language, problem in (
        (Language.PERSIAN, "این را پر کنید."),
        (Language.ARABIC, "هذا الحقل مطلوب."),
        (Language.ENGLISH, "This is needed."),
    ):
        _speak(payout, language)
        assert payout.problem("account.label") == problem
        assert payout.find(QLineEdit, "account.merchant").text() == "shop-9"
        assert payout.find(QLineEdit, "account.authorization_code").text() == "not yet whole"


def test_a_receipt_that_is_looked_at(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """Its title, its buttons, what was told and the receipt itself are of the new language."""
    payout.go_to("nav.payment")
    payout.fill("12.5", unit="USDT")
    payout.press("payment.send")
    QTest.keyClicks(payout.until_code(), sandbox.control.open_requests()[-1].code)
    payout.press("paymentDialog.confirm")
    payout.until_state("paid")
    payment = payout.dialog().payment
    assert payment is not None
    unexpected: list[BaseException] = []
    sheet = ReceiptSheet(payout.window, payout.till, ItemKind.PAYMENT, payment.id, unexpected.append)
    sheet.open()
    preview = payout.find(QLabel, "receipt.preview")
    payout.wait_until(lambda: not preview.pixmap().isNull())
    in_english = preview.pixmap().toImage()
    _speak(payout, Language.PERSIAN)
    assert payout.find(QPushButton, "receipt.print").text() == "چاپ"
    in_persian = preview.pixmap().toImage()
    assert in_persian != in_english
    _speak(payout, Language.ARABIC)
    assert preview.pixmap().toImage() not in (in_english, in_persian)
    _speak(payout, Language.ENGLISH)
    assert preview.pixmap().toImage() == in_english
    sheet.reject()
    assert unexpected == []


def test_an_export_that_is_over(payout: PayoutCounter, tmp_path: Path) -> None:
    """What came of it is told in the new language, with its number; the path stays."""
    payout.go_to("nav.withdraw")
    payout.fill_withdrawal("12500000")
    payout.review()
    payout.press("withdrawDialog.close")
    payout.until_no_sheet()
    payout.go_to("nav.history")
    payout.wait_until(lambda: payout.find(QPushButton, "history.export").isEnabled())
    payout.press("history.export")
    payout.wait_until(lambda: payout.window.findChildren(QPushButton, "historyExport.go"))
    payout.press("historyExport.go")
    payout.wait_until(lambda: payout.window.findChildren(QFileDialog, "historyExport.saveDialog"))
    dialog = payout.find(QFileDialog, "historyExport.saveDialog")
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit is not None
    edit.setText(str(tmp_path / "history.csv"))
    dialog.accept()
    told = payout.find(Banner, "historyExport.told")
    payout.wait_until(told.isVisible)
    for language, text in (
        (Language.PERSIAN, "فایل نوشته شد: ۱ ردیف."),
        (Language.ARABIC, "كُتب الملف: صف واحد."),
        (Language.ENGLISH, "The file is written: 1 row."),
    ):
        _speak(payout, language)
        assert plain(told.text()) == text
        assert plain(payout.find(CopyLabel, "historyExport.path").text()) == str(tmp_path / "history.csv")
    sheet = Sheet.top(payout.window)
    assert sheet is not None
    sheet.reject()


def test_half_a_pin_over_a_backup(program: WholeProgram) -> None:
    """What the backup holds is said in the new language, and the PIN goes on from where it was."""
    program.go_to("nav.settings")
    program.press("settings.backup.make")
    program.until_said("The backup is made")
    program.until_shown("settings.backup.look.0")
    program.press("settings.backup.look.0")
    program.wait_until(lambda: program.find(QComboBox, "restore.manager").count())
    program.type("restore.pin", MANAGER_PIN[:3])
    for language, restore in ((Language.PERSIAN, "بازگرداندن"), (Language.ARABIC, "استعادة")):
        _speak(program, language)
        assert program.find(QPushButton, "restore.submit").text() == restore
        assert program.find(QLineEdit, "restore.pin").text() == MANAGER_PIN[:3]
        assert not [text for text in _read(program, "restore") if "backup " in text]
    sheet = Sheet.top(program.window)
    assert sheet is not None
    sheet.reject()


@pytest.mark.parametrize(
    ("language", "script"), [(Language.PERSIAN, "\u0622-\u06cc"), (Language.ARABIC, "\u0621-\u064a")]
)
def test_qts_own_dialog_speaks_the_language(
    payout: PayoutCounter, tmp_path: Path, language: Language, script: str
) -> None:
    """Where the system has no file dialog of its own: labels, buttons, columns, and what kind a file is; no key has two meanings."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "rows.csv").write_text("1")
    _speak(payout, language)
    dialog = QFileDialog(payout.window, "", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.open()
    tree = dialog.findChild(QTreeView, "treeView")
    assert tree is not None
    model = tree.model()
    payout.wait_until(lambda: model.rowCount(tree.rootIndex()) >= 2)
    kinds: list[QLabel | QPushButton] = [*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton)]
    texts = [each.text() for each in kinds if each.isVisible() and each.text()]
    texts += [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(4)]
    texts += [str(model.index(row, 2, tree.rootIndex()).data()) for row in range(2)]
    assert len(texts) >= 10
    assert [text for text in texts if not re.search(f"[{script}]", text)] == []
    keys = [text[text.index("&") + 1] for text in texts if "&" in text]
    assert len(set(keys)) == len(keys)
    dialog.reject()
    dialog.deleteLater()
