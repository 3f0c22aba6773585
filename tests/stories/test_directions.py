"""A provider whose texts are full of marks of direction: nothing beside them is turned, and what is copied is clean."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from cashier.domain.text import BIDI_CONTROLS, without_invisible
from cashier.sandbox.server import SandboxServer
from cashier.services.preferences import Language
from cashier.ui.history_export_sheet import HistoryExportSheet
from cashier.ui.history_words import HISTORY_COLUMNS, HistoryColumn
from cashier.ui.widgets import Banner, CopyLabel
from tests.stories.history_counter import HistoryCounter
from tests.stories.payout_counter import IBAN, PayoutCounter
from tests.visual.bidi_text import unruly_texts

HOSTILE = "\u202eضرب\u202c \u2066abc\u2069 \u200f=\u200e\u2067"


@pytest.fixture
def hostile(payout: PayoutCounter, sandbox: SandboxServer) -> Iterator[HistoryCounter]:
    """Return a history whose providers put marks into every text that is theirs, in Persian."""
    page = HistoryCounter(payout)
    page.add_past(sandbox, 8)
    for provider in ("digibank", "paystar", "aqayepardakht"):
        sandbox.control.fault("bidi_text", provider, value=HOSTILE, times=None)
    page.fetch()
    page.until_rows(32)
    payout.speak(Language.PERSIAN)
    QCoreApplication.sendPostedEvents()
    yield page
    sandbox.control.clear_faults()


def _copied_by(press: QWidget) -> str:
    QGuiApplication.clipboard().clear()
    if isinstance(press, CopyLabel):
        press.setFocus()
        QTest.keyClick(press, Qt.Key.Key_Space)
    elif isinstance(press, QAbstractButton):
        press.click()
    return QGuiApplication.clipboard().text()


def _copiers(window: QWidget) -> list[QWidget]:
    """Return everything on the screen that copies: labels, and buttons that are called so."""
    labels: list[QWidget] = [label for label in window.findChildren(CopyLabel) if label.text()]
    buttons = [
        button for button in window.findChildren(QAbstractButton) if ".copy" in button.objectName().lower()
    ]
    return [found for found in (*labels, *buttons) if found.isVisible()]


def _assert_copies_are_clean(window: QWidget, least: int) -> None:
    copiers = _copiers(window)
    assert len(copiers) >= least
    for copier in copiers:
        text = _copied_by(copier)
        assert text, copier.objectName()
        assert text == without_invisible(text), copier.objectName()


def test_no_cell_of_history_turns_another(hostile: HistoryCounter) -> None:
    """Every cell is what the till wrote: the provider's marks are gone, and isolates are closed."""
    for row in range(20):
        hostile.item(row)
        for column in range(len(HISTORY_COLUMNS)):
            text = hostile.model.cell(row, column).text
            assert text.count("\u2069") == sum(text.count(mark) for mark in "\u2066\u2067\u2068")
            assert not set(text) & set(BIDI_CONTROLS) - set("\u2066\u2067\u2068\u2069")
    said = "\n".join(hostile.text(row, column) for row in range(20) for column in HistoryColumn)
    assert "abc" in said


def test_details_keep_what_is_theirs_apart_and_copy_it_clean(
    hostile: HistoryCounter, payout: PayoutCounter
) -> None:
    """One item of each provider beside the table; each button, each number, and the key of the table."""
    for row in range(0, 32, 5):
        hostile.table.go_to_row(row)
        hostile.click_row(row)
        payout.wait_until(lambda: hostile.sees("historyDetails.close"))
        place = hostile.item(row).place
        payout.wait_until(lambda place=place: _shown_place(payout) == place)
        assert unruly_texts(payout.window) == []
        _assert_copies_are_clean(payout.window, least=2)
        hostile.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        text = QGuiApplication.clipboard().text()
        assert text == without_invisible(text)


def test_a_file_of_it_has_no_marks(hostile: HistoryCounter, payout: PayoutCounter, tmp_path: Path) -> None:
    """What is exported can be sorted and searched by others."""
    hostile.click("history.export")
    sheet = payout.find(HistoryExportSheet, "historyExport")
    payout.find(QAbstractButton, "historyExport.format.csv").click()
    sheet.write_to(tmp_path / "history.csv")
    payout.wait_until(lambda: payout.find(Banner, "historyExport.told").isVisible())
    text = (tmp_path / "history.csv").read_text(encoding="utf-8-sig")
    assert not set(text) & set(BIDI_CONTROLS)
    assert len(list(csv.reader(text.splitlines()))) == 33
    _assert_copies_are_clean(payout.window, least=1)


def test_a_payments_numbers_are_copied_clean(payout: PayoutCounter) -> None:
    """The token and the reference of a payment that waits, in a screen read from the right."""
    payout.go_to("nav.payment")
    payout.choose("resid")
    payout.fill("250000")
    payout.press("payment.send")
    payout.until_state("awaiting_customer")
    payout.speak(Language.ARABIC)
    QCoreApplication.sendPostedEvents()
    assert unruly_texts(payout.window) == []
    _assert_copies_are_clean(payout.window, least=2)


def test_a_rejection_full_of_marks_turns_nothing(payout: PayoutCounter, sandbox: SandboxServer) -> None:
    """The bank's word stands within the till's sentence; IBAN and reference of the review are copied as typed."""
    sandbox.control.put_account("paystar", reject_ibans={IBAN: HOSTILE})
    payout.go_to("nav.withdraw")
    payout.choose_payer("paystar")
    payout.fill_withdrawal(holder=f"{HOSTILE} Example")
    payout.review()
    payout.speak(Language.PERSIAN)
    QCoreApplication.sendPostedEvents()
    payout.wait_until(lambda: len(_copiers(payout.window)) >= 2)
    assert unruly_texts(payout.window) == []
    _assert_copies_are_clean(payout.window, least=2)
    assert IBAN in [_copied_by(copier).replace(" ", "") for copier in _copiers(payout.window)]
    payout.approve()
    payout.until_withdrawal("accepted")
    sandbox.control.advance(120)
    payout.until_withdrawal("rejected")
    assert unruly_texts(payout.window) == []
    assert "abc" in payout.said()


def _shown_place(payout: PayoutCounter) -> int | None:
    pane = payout.find(QWidget, "historyDetails")
    place: int | None = pane.place()
    return place
