from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from cashier.ui.widgets import LineEdit, PrimaryButton, SecondaryButton, Sheet


@pytest.fixture
def page_field(english, window, qtbot):
    """Return a field on the page below, with the focus."""
    assert english.language == "en"
    field = LineEdit(window)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


@pytest.fixture
def sheet(window, page_field):
    """Return a sheet with a field and two buttons, the first of them the default, not yet open."""
    assert page_field.hasFocus()
    made = Sheet(window, "Code")
    made.field = LineEdit()
    made.confirm = PrimaryButton("Confirm")
    made.confirm.setDefault(True)
    made.later = SecondaryButton("Later")
    for widget in (made.field, made.confirm, made.later):
        made.body.addWidget(widget)
    return made


def test_a_sheet_lies_inside_its_window(sheet, window):
    """It is no window of its own: it covers the page, and says so to whoever asks."""
    assert not Sheet.any_open(window)
    sheet.open()
    assert sheet.window() is window
    assert sheet.geometry() == window.rect()
    assert Sheet.any_open(window)
    assert Sheet.top(window) is sheet
    assert sheet.accessibleName() == "Code"


def test_it_follows_the_window_and_scrolls_when_that_is_small(sheet, window):
    """The dimmed ground keeps the window's size; a card too tall for it can be scrolled to its end."""
    sheet.body.addSpacing(900)
    last = SecondaryButton("Last")
    sheet.body.addWidget(last)
    sheet.open()
    window.resize(683, 450)
    assert sheet.geometry() == window.rect()
    assert sheet.card().width() <= 683
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Tab)
    QTest.keyClick(sheet.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert window.rect().contains(last.mapTo(window, last.rect().center()))


def test_tab_goes_round_inside(sheet, page_field):
    """Neither Tab nor Shift+Tab leaves the sheet."""
    sheet.open()
    assert sheet.field.hasFocus()
    visited = []
    for _ in range(3):
        QTest.keyClick(sheet.focusWidget(), Qt.Key.Key_Tab)
        visited.append(sheet.focusWidget())
    assert visited == [sheet.confirm, sheet.later, sheet.field]
    QTest.keyClick(sheet.field, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert sheet.later.hasFocus()
    assert not page_field.hasFocus()


def test_focus_taken_by_the_page_is_taken_back(sheet, page_field):
    """A page that refreshes and focuses its own field below does not get the keys."""
    sheet.open()
    page_field.setFocus()
    assert sheet.field.hasFocus()


def test_escape_rejects_and_gives_the_focus_back(sheet, page_field, qtbot, window):
    """Esc closes, says that it was rejected, and the page has its focus again."""
    sheet.open()
    with qtbot.waitSignals([sheet.rejected, sheet.finished]):
        QTest.keyClick(sheet.field, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert not Sheet.any_open(window)
    assert page_field.hasFocus()


def test_enter_presses_the_default_button_once_however_long_it_is_held(sheet):
    """The first stroke of Enter presses; its repeats do not."""
    pressed = []
    sheet.confirm.clicked.connect(lambda: pressed.append(1))
    sheet.open()
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert pressed == [1]
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QCoreApplication.sendEvent(sheet.field, held)
    assert pressed == [1]


def test_a_click_beside_the_card_does_nothing(sheet, window):
    """A stray touch on the dimmed page closes nothing and reaches nothing below."""
    sheet.open()
    QTest.mouseClick(window.childAt(5, 5), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert sheet.isVisible()
    assert sheet.field.hasFocus()


def test_the_last_opened_is_on_top(sheet, window):
    """A second sheet covers the first, and closing it gives the focus back to the first."""
    sheet.open()
    second = Sheet(window, "Sure?")
    yes = PrimaryButton("Yes")
    second.body.addWidget(yes)
    second.open()
    assert Sheet.top(window) is second
    assert yes.hasFocus()
    second.accept()
    assert Sheet.top(window) is sheet
    assert sheet.field.hasFocus()
    second.open()
    assert Sheet.top(window) is second


def test_accepting_tells_the_result_once(sheet):
    """`finished` carries the result, and a second close says nothing more."""
    heard = []
    sheet.finished.connect(heard.append)
    sheet.open()
    sheet.accept()
    sheet.reject()
    assert heard == [Sheet.DialogCode.Accepted.value]


def test_a_field_that_is_gone_gets_no_focus(sheet, window, qtbot):
    """If the page threw away what had the focus, closing is quiet."""
    gone = QLineEdit(window)
    gone.show()
    gone.setFocus()
    sheet.open()
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    sheet.reject()
    assert not sheet.isVisible()


def test_a_window_may_go_while_its_sheet_is_open(qtbot, qapp):
    """Closing the program with a dialog open ends quietly: nothing listens any more."""
    window = QWidget()
    window.show()
    made = Sheet(window, "Open")
    made.body.addWidget(LineEdit())
    made.open()
    del made, window
    gc.collect()
    other = LineEdit()
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    other.setFocus()
    qapp.processEvents()
    assert not [widget for widget in qapp.allWidgets() if isinstance(widget, Sheet)]
