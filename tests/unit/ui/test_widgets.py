from __future__ import annotations

import pytest
import segno
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTranslator
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cashier.domain.choices import MotionChoice
from cashier.ui.locale_format import LocaleFormat, set_current_locale_format
from cashier.ui.style.motion import set_motion
from cashier.ui.style.theme import apply_theme
from cashier.ui.style.tokens import DARK, LIGHT
from cashier.ui.widgets import (
    AmountLabel,
    Banner,
    CheckBox,
    ComboBox,
    CopyLabel,
    CountdownBar,
    Field,
    LineEdit,
    NavigationRail,
    PrimaryButton,
    QrView,
    QuietButton,
    SecondaryButton,
    SelectableCard,
    Spinner,
    StateChip,
    StateKind,
    TextLabel,
    chip_size,
)

LONG = "این تسویه از سقف فروشگاه بیشتر است و نفر دومی باید آن را تأیید کند."


class Plurals(QTranslator):
    """A translator that knows three of the kit's sentences, with a plural."""

    def translate(self, _context, source, _disambiguation=None, n=-1):
        """Return the sentence in a made-up language."""
        known = {
            "%n min": "one minute" if n == 1 else "%n minutes",
            "%n s": "one second" if n == 1 else "%n seconds",
            "{larger} {smaller}": "{larger} and {smaller}",
            "{duration} left": "still {duration}",
            "(optional)": "(if you like)",
        }
        return known.get(source)

    def isEmpty(self):  # noqa: N802 - Qt's name
        """Say no, or Qt would not install it."""
        return False


class ShownWindows(QObject):
    """Notes what is shown as a window of its own, were it for a moment only."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        """Look, and let everything pass."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@pytest.fixture
def page(english, window):
    """Return a column on a shown English window."""
    assert english.language == "en"
    return QVBoxLayout(window)


def ink_columns(widget, color):
    """Return the columns of the widget's picture that hold exactly `color`."""
    picture = widget.grab().toImage()
    wanted = QColor(color).rgb()
    return [
        x
        for x in range(picture.width())
        if any(picture.pixel(x, y) == wanted for y in range(picture.height()))
    ]


def test_a_label_wraps_instead_of_being_cut(persian):
    """In a narrow place the label grows by lines until the whole text has room."""
    assert persian.language == "fa"
    label = TextLabel(LONG)
    wide = label.heightForWidth(1000)
    assert label.heightForWidth(160) >= 3 * wide
    assert label.minimumSizeHint().width() < 160
    assert label.sizeHint().height() == label.heightForWidth(label.sizeHint().width())


def test_an_amount_in_a_sentence_is_kept_whole(persian):
    """A label is never narrower than an amount with its unit, and breaks a longer word rather than cut it."""
    amount = TextLabel(persian.amount_with_unit("2450000", "IRR"), "strong")
    assert amount.minimumSizeHint().width() >= amount.sizeHint().width()
    token = TextLabel("7K3F9Q2A" * 4)
    assert token.heightForWidth(100) >= 2 * token.heightForWidth(500)


def test_a_latin_reference_stays_at_the_leading_edge(page, persian):
    """A label of Latin letters begins at the right in a right-to-left window, as its neighbours do."""
    assert persian.language == "fa"
    label = TextLabel("7K3F9Q2A")
    page.addWidget(label)
    label.resize(400, 30)
    columns = ink_columns(label, LIGHT.text)
    assert min(columns) > 250


def test_a_label_takes_the_colours_of_a_new_theme(page, qapp):
    """The theme changes under a label that is already on screen."""
    label = TextLabel("Paid", tone="accent")
    page.addWidget(label)
    assert ink_columns(label, LIGHT.accent)
    apply_theme(qapp, DARK, Qt.LayoutDirection.LeftToRight)
    assert not ink_columns(label, LIGHT.accent)
    assert ink_columns(label, DARK.accent)


def test_an_amount_reads_number_then_unit(persian):
    """In Persian the unit stands to the left of the number, and a screen reader hears both."""
    label = AmountLabel()
    label.set_locale_format(persian)
    label.set_amount("1250", "USDT")
    assert label.accessibleName() == "۱\u066c۲۵۰ USDT"


@pytest.mark.usefixtures("english")
def test_an_amount_too_long_for_its_place_is_written_smaller(page):
    """Every digit and the unit stay on the screen: nothing reaches the edges it would be cut at."""
    label = AmountLabel()
    label.set_alignment("center")
    page.addWidget(label)
    label.setFixedWidth(420)
    label.set_amount("1", "IRR")
    short = ink_columns(label, LIGHT.text)
    label.set_amount("12345678901234567890", "IRR")
    assert label.sizeHint().width() > label.width() > label.minimumSizeHint().width()
    long = ink_columns(label, LIGHT.text)
    assert len(long) > len(short)
    assert min(long) > 0
    assert max(long) < label.width() - 1


def test_cards_are_radio_buttons(page, window):
    """One card of a group is chosen, arrow keys move the choice, and it is a radio button to a screen reader."""
    group = QWidget()
    row = QHBoxLayout(group)
    first, second = SelectableCard("Bank", "by code", group), SelectableCard("Slip", "by QR", group)
    row.addWidget(first)
    row.addWidget(second)
    page.addWidget(group)
    window.layout().activate()
    group.layout().activate()
    first.setChecked(True)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.isChecked()
    assert not first.isChecked()
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(first.width() - 3, first.height() - 3))
    assert first.isChecked()
    interface = QAccessible.queryAccessibleInterface(first)
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Name) == "Bank"
    assert interface.text(QAccessible.Text.Description) == "by code"


def test_a_card_grows_with_its_texts(english):
    """A long subtitle wraps inside the card instead of being cut."""
    assert english.language == "en"
    card = SelectableCard("Bank", "confirmed by a code that is sent to the customer's telephone")
    assert card.heightForWidth(180) > card.heightForWidth(600)


def test_a_field_says_what_is_wrong_without_moving(page, window, qtbot):
    """An error appears in the line that was kept for it, is heard with the control, and goes again."""
    edit = LineEdit()
    field = Field("Customer number", edit)
    page.addWidget(field)
    page.addStretch(1)
    qtbot.waitUntil(lambda: edit.height() > 40)
    place = edit.geometry()
    field.set_error("Too short.")
    window.layout().activate()
    assert edit.geometry() == place
    assert edit.accessibleDescription() == "Too short."
    assert edit.accessibleName() == "Customer number"
    assert edit.property("invalid") is True
    field.set_error(None)
    assert edit.accessibleDescription() == ""
    assert edit.property("invalid") is False


def test_identifiers_keep_latin_digits(page):
    """A customer number typed on a Persian keyboard or pasted with direction marks is kept in Latin digits."""
    edit = LineEdit(ltr=True)
    page.addWidget(edit)
    QGuiApplication.clipboard().setText("\u2066۰۰۱۴ ٢٢٧٧\u2069")
    edit.paste()
    assert edit.text() == "0014 2277"


def test_buttons_have_room_for_text_and_key(english):
    """Text, icon and key widen a button, and it never shrinks below them; heights fit a finger."""
    assert english.language == "en"
    bare = PrimaryButton("Send request")
    full = PrimaryButton("Send request", key_hint="Enter", icon_name="send")
    assert full.minimumSizeHint().width() > bare.minimumSizeHint().width()
    assert bare.minimumSizeHint() == bare.sizeHint()
    for kind, least in ((PrimaryButton, 52), (SecondaryButton, 44), (QuietButton, 44)):
        assert kind("x").sizeHint().height() >= least


def test_enter_presses_the_focused_button(page):
    """Enter works on a button that has the focus, outside dialogs too."""
    button = SecondaryButton("Draft")
    page.addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [1]


@pytest.mark.parametrize("kind", list(StateKind))
def test_a_chip_has_word_icon_and_colour(page, kind):
    """Each kind of state is painted in its own colour, its word reaches a screen reader, and it is never cut."""
    chip = StateChip(kind, "State")
    page.addWidget(chip)
    assert ink_columns(chip, getattr(LIGHT, f"{kind.value}_soft"))
    assert chip.accessibleName() == "State"
    assert chip.minimumSizeHint() == chip_size("State")
    chip.set_state(kind, "A much longer state")
    assert chip.minimumSizeHint().width() > chip_size("State").width()


def test_time_left_is_said_in_the_language(page, english, qapp):
    """The words under the bar follow the language at run time, plurals and digits included."""
    bar = CountdownBar()
    field = Field("Note", LineEdit(), optional=True)
    page.addWidget(bar)
    page.addWidget(field)
    bar.set_time(61, 300)
    assert bar.text() == "1 min 1 s left"
    translator = Plurals()
    set_current_locale_format(LocaleFormat("fa", english.zone))
    QCoreApplication.installTranslator(translator)
    qapp.processEvents()
    assert bar.text() == "still one minute and one second"
    bar.set_time(204, 300)
    assert bar.text() == "still ۳ minutes and ۲۴ seconds"
    QCoreApplication.removeTranslator(translator)
    set_current_locale_format(english)
    qapp.processEvents()
    assert bar.text() == "3 min 24 s left"


def test_the_bar_runs_out_from_the_trailing_edge(page, qapp):
    """What is left is filled from the leading edge: left in English, right in Persian."""
    bar = CountdownBar()
    page.addWidget(bar)
    bar.set_time(150, 300)
    columns = ink_columns(bar, LIGHT.accent)
    assert max(columns) < bar.width() * 0.6
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    columns = ink_columns(bar, LIGHT.accent)
    assert min(columns) > bar.width() * 0.4
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_qr_code_is_painted_module_for_module(english, qtbot):
    """Every module is a whole square of black or white, with four white ones around, in any theme."""
    assert english.language == "en"
    view = QrView()
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.set_data("https://pay.example/t/Qe71xZ0pL")
    matrix = [list(row) for row in segno.make_qr("https://pay.example/t/Qe71xZ0pL", error="m").matrix]
    modules = len(matrix) + 8
    side = 300 // modules
    start = (300 - side * modules) // 2
    picture = view.grab().toImage()
    for y in range(2, modules - 2):
        for x in range(2, modules - 2):
            inside = 4 <= x < modules - 4 and 4 <= y < modules - 4
            dark = inside and matrix[y - 4][x - 4]
            for corner in (0, side - 1):
                pixel = picture.pixelColor(start + x * side + corner, start + y * side + corner)
                assert pixel == QColor("black" if dark else "white"), (x, y)


def test_a_click_copies_the_clean_text(page, qtbot):
    """The clipboard gets the reference without the marks that keep it left to right."""
    label = CopyLabel("tr-\u202e20418")
    page.addWidget(label)
    with qtbot.waitSignal(label.copied) as heard:
        QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    assert heard.args == ["tr-20418"]
    assert QGuiApplication.clipboard().text() == "tr-20418"
    assert label.text() == "tr-20418"


def test_part_of_a_reference_can_be_copied(page):
    """What is selected is copied alone, clean as well."""
    label = CopyLabel("7K3F9Q2A")
    page.addWidget(label)
    label.setSelection(0, 5)
    label.copy()
    assert QGuiApplication.clipboard().text() == "7K3F"


def test_a_long_word_is_broken_not_cut_and_copied_whole(page):
    """Where there is no room for a long key it takes more lines; the clipboard has it in one piece."""
    key = "0123456789abcdef" * 6
    label = CopyLabel(key)
    page.addWidget(label)
    one_line = label.fontMetrics().height()
    assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance(key) / 3
    assert label.heightForWidth(label.fontMetrics().horizontalAdvance(key[:30])) >= 3 * one_line
    label.copy()
    assert QGuiApplication.clipboard().text() == label.text() == key
    label.setSelection(0, 60)
    label.copy()
    assert QGuiApplication.clipboard().text() in key


@pytest.fixture
def rail(page):
    """Return a rail with two places."""
    made = NavigationRail()
    made.add_entry("nav.payment", "card", "Take payment")
    made.add_entry("nav.attention", "warning", "Needs attention")
    made.set_operator("Negar Rezaei", "Till 1")
    page.addWidget(made)
    return made


def test_the_rail_tells_where_the_person_goes(rail, qtbot):
    """A click on a place marks it and says its name; marking it by program says nothing."""
    heard = []
    rail.entry_activated.connect(heard.append)
    rail.set_current("nav.payment")
    assert heard == []
    QTest.mouseClick(rail.findChild(QWidget, "nav.attention"), Qt.MouseButton.LeftButton)
    assert heard == ["nav.attention"]
    assert rail.current() == "nav.attention"
    with qtbot.waitSignal(rail.lock_requested):
        QTest.mouseClick(rail.lock_button, Qt.MouseButton.LeftButton)


def test_a_count_is_heard_as_well_as_seen(rail):
    """What waits at a place is part of its description, and its name still has room."""
    rail.set_badge("nav.attention", 2)
    entry = rail.findChild(QWidget, "nav.attention")
    assert entry.accessibleDescription() == "2 waiting"
    assert ink_columns(entry, LIGHT.warning)
    rail.set_badge("nav.attention", 0)
    assert entry.accessibleDescription() == ""
    assert not ink_columns(entry, LIGHT.warning)


def test_a_long_place_name_wraps(rail):
    """An entry grows by a line rather than cut its name."""
    entry = rail.add_entry("nav.reports", "bars", "Reports")
    one_line = entry.heightForWidth(188)
    rail.set_entry_text("nav.reports", "Reports of every shift and day since the shop was opened")
    assert entry.heightForWidth(188) > one_line


def test_a_banner_speaks_and_falls_silent(page, qtbot):
    """A banner takes room only while it has something to say; its action is told."""
    banner = Banner()
    page.addWidget(banner)
    assert banner.isHidden()
    banner.show_message(StateKind.WARNING, "No connection.", "Try again")
    assert banner.isVisible()
    assert ink_columns(banner, LIGHT.warning_soft)
    with qtbot.waitSignal(banner.action_triggered):
        QTest.mouseClick(banner.action_button(), Qt.MouseButton.LeftButton)
    banner.clear()
    assert banner.isHidden()


def test_the_wheel_does_not_change_a_currency_in_passing(page, window):
    """Scrolling over a list that has no focus leaves its choice alone."""
    box = ComboBox()
    box.addItems(["USDT", "IRR"])
    page.addWidget(box)
    window.setFocus()
    QTest.wheelEvent(window.windowHandle(), box.mapTo(window, box.rect().center()), QPoint(0, -120))
    assert box.currentText() == "USDT"


def test_a_spinner_turns_only_while_it_is_seen(page, qtbot):
    """Nothing hidden takes time, and a turn changes the picture."""
    spinner = Spinner()
    page.addWidget(spinner)
    qtbot.waitUntil(spinner.is_turning)
    before = spinner.grab().toImage()
    qtbot.waitUntil(lambda: spinner.grab().toImage() != before)
    spinner.hide()
    assert not spinner.is_turning()


def test_reduced_motion_is_honoured(page, qapp):
    """Where the shop wants nothing to move, the ring and a busy button stand still."""
    set_motion(MotionChoice.REDUCED)
    spinner, button = Spinner(), PrimaryButton("Send")
    page.addWidget(spinner)
    page.addWidget(button)
    qapp.processEvents()
    button.set_busy(True)
    set_motion(MotionChoice.SYSTEM)
    assert not spinner.is_turning()
    assert not button._timer.isActive()
    assert button.is_busy()


def test_a_tick_box_is_pressed_anywhere_and_shows_more_than_colour(page, window):
    """A press on its text ticks it, and the tick itself is painted, not only a filled box."""
    box = CheckBox("Collect by itself")
    page.addWidget(box)
    window.layout().activate()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(100, box.height() // 2))
    assert box.isChecked()
    assert ink_columns(box, LIGHT.accent)
    assert ink_columns(box, LIGHT.on_accent)
    assert box.minimumSizeHint().height() >= 44


def test_a_list_shows_all_its_rows(page, qtbot):
    """An opened list is as high as its rows: with three currencies nothing has to be scrolled."""
    box = ComboBox()
    box.addItems(["USDT", "IRR", "IRT"])
    page.addWidget(box)
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    assert box.view().verticalScrollBar().maximum() == 0
    last = box.view().visualRect(box.model().index(2, 0))
    assert box.view().viewport().rect().contains(last)
    box.hidePopup()


def test_selected_text_is_copied_without_its_isolates(qapp: QApplication) -> None:
    """By the keys and by the menu: what is pasted elsewhere is what could be seen, half-spaces too."""
    label = TextLabel("\u0645\u06cc\u200c\u0634\u0648\u062f \u2066IR82 0540\u2069", selectable=True)
    label.show()
    label.setSelection(0, len(label.text()))
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == "\u0645\u06cc\u200c\u0634\u0648\u062f IR82 0540"
    qapp.clipboard().clear()
    middle = label.rect().center()
    qapp.sendEvent(
        label, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, label.mapToGlobal(middle))
    )
    (menu,) = label.findChildren(QMenu)
    menu.actions()[0].trigger()
    assert qapp.clipboard().text() == "\u0645\u06cc\u200c\u0634\u0648\u062f IR82 0540"
    menu.close()
    label.deleteLater()


def test_a_field_tells_a_screen_reader_its_label_and_what_is_wrong(qapp: QApplication) -> None:
    """The label is the control's by relation, and the message below is its description, until it is mended."""
    assert qapp is not None
    edit = LineEdit()
    field = Field("Name", edit)
    field.show()
    spoken = QAccessible.queryAccessibleInterface(edit)
    ((label, relation),) = spoken.relations()
    assert (label.text(QAccessible.Text.Name), relation) == ("Name", QAccessible.RelationFlag.Label)
    field.set_error("This is needed.")
    assert spoken.text(QAccessible.Text.Description) == "This is needed."
    field.set_error(None)
    assert spoken.text(QAccessible.Text.Description) == ""
    field.deleteLater()


@pytest.mark.parametrize("optional", [True, False])
def test_a_field_that_is_made_shows_no_window_of_its_own(qapp: QApplication, *, optional: bool) -> None:
    """Not even for a moment: it would flash, and take the keys from the window that is there."""
    watch = ShownWindows()
    qapp.installEventFilter(watch)
    field = Field("Note", LineEdit(), optional=optional)
    qapp.removeEventFilter(watch)
    assert watch.shown == []
    field.show()
    assert [label.isVisible() for label in field.findChildren(TextLabel)][1] is optional
    field.close()
