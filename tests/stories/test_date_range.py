"""Days are chosen under a button: by name, by month, or in the calendar, with the keys and with the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from cashier.ui.date_choice import DateChoice, DatePreset, DateWords
from cashier.ui.date_range_popup import DateRangePopup
from cashier.ui.locale_format import LocaleFormat, plain, set_current_locale_format
from cashier.ui.style.theme import apply_theme
from cashier.ui.style.tokens import DARK, LIGHT, Theme
from cashier.ui.widgets import SecondaryButton
from tests.stories.conftest import Screen
from tests.stories.counter import Wait

# Saturday, the 7th of Azar 1405, at noon in Tehran.
NOW = datetime(2026, 11, 28, 8, 30, tzinfo=UTC)

TEHRAN, DAMASCUS = ZoneInfo("Asia/Tehran"), ZoneInfo("Asia/Damascus")


@dataclass
class Dates:
    """A button, the popup under it, and what was chosen there."""

    popup: DateRangePopup
    button: QPushButton
    wait_until: Wait
    chosen: list[DateChoice] = field(default_factory=list)

    def open(self, choice: DateChoice | None = None) -> None:
        """Open it with what holds now."""
        self.popup.open_under(self.button, choice or DateChoice())
        self.wait_until(self.popup.isVisible)

    def find(self, name: str) -> QWidget:
        """Return a control of the popup."""
        found: QWidget | None = self.popup.findChild(QWidget, name)
        assert found is not None, f"there is no {name}"
        return found

    def press(self, name: str, *keys: Qt.Key) -> None:
        """Press keys in a control."""
        for key in keys:
            QTest.keyClick(self.find(name), key)

    def said(self) -> str:
        """Return what is said of the days that are chosen so far."""
        label = self.find("dates.said")
        assert isinstance(label, QLabel)
        return plain(label.text())

    def titles(self) -> list[str]:
        """Return the stretches that have a name."""
        choices = self.find("dates.choices")
        assert isinstance(choices, QListWidget)
        return [choices.item(row).text() for row in range(choices.count())]


@pytest.fixture
def dates(
    qapp: QApplication, wait_until: Wait, show: Callable[[QWidget], Screen]
) -> Iterator[Callable[[str, ZoneInfo, Theme], Dates]]:
    """Return what dresses the screen in a language and gives the popup."""

    def make(language: str, zone: ZoneInfo, theme: Theme) -> Dates:
        fmt = LocaleFormat(language, zone)
        set_current_locale_format(fmt)
        apply_theme(qapp, theme, fmt.direction)
        page = QWidget()
        column = QVBoxLayout(page)
        button = SecondaryButton("dates")
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        show(page)
        popup = DateRangePopup(button, lambda: NOW)
        made = Dates(popup, button, wait_until)
        popup.chosen.connect(made.chosen.append)
        return made

    yield make
    apply_theme(qapp, LIGHT, Qt.LayoutDirection.LeftToRight)


_Maker = Callable[[str, ZoneInfo, Theme], Dates]


def test_a_stretch_in_persian_by_the_keys_alone(dates: _Maker) -> None:
    """From the 12th to the 28th of Aban: back a month, along the week as one reads, Enter, Enter, Enter."""
    asked = dates("fa", TEHRAN, LIGHT)
    asked.open()
    key = Qt.Key
    # Azar the 7th is a Saturday: a month back, a week on, then two days before it, as the arrow points.
    asked.press("dates.calendar", key.Key_PageUp, key.Key_Down, key.Key_Right, key.Key_Right)
    asked.press("dates.calendar", key.Key_Return)
    assert asked.said() == "From ۱۲ آبان ۱۴۰۵. Choose the last day."
    asked.press("dates.calendar", key.Key_Down, key.Key_Down, key.Key_Left, key.Key_Left, key.Key_Return)
    assert asked.said() == "From ۱۲ آبان ۱۴۰۵ to ۲۸ آبان ۱۴۰۵"
    assert asked.popup.focusWidget() is asked.find("dates.show")
    asked.press("dates.show", key.Key_Return)
    assert asked.chosen == [DateChoice.of_days(date(2026, 11, 3), date(2026, 11, 19))]
    assert not asked.popup.isVisible()
    span = DateWords().range_of(asked.chosen[0], NOW)
    assert (span.since, span.until) == (
        datetime(2026, 11, 2, 20, 30, tzinfo=UTC),
        datetime(2026, 11, 19, 20, 30, tzinfo=UTC),
    )


def test_a_stretch_in_arabic_by_the_keys_alone(dates: _Maker) -> None:
    """Chosen backwards, over the end of a month: it is the same stretch."""
    asked = dates("ar", DAMASCUS, DARK)
    asked.open()
    key = Qt.Key
    asked.press("dates.calendar", key.Key_Home, key.Key_Left, key.Key_Return)
    assert asked.said() == "From ٢ تشرين الثاني ٢٠٢٦. Choose the last day."
    asked.press("dates.calendar", key.Key_Up, key.Key_Return)
    assert asked.said() == "From ٢٦ تشرين الأول ٢٠٢٦ to ٢ تشرين الثاني ٢٠٢٦"
    asked.press("dates.show", key.Key_Return)
    (choice,) = asked.chosen
    assert (choice.first, choice.last) == (date(2026, 10, 26), date(2026, 11, 2))
    span = DateWords().range_of(choice, NOW)
    assert span.since == datetime(2026, 10, 25, 21, tzinfo=UTC)
    assert span.title == "٢٦ تشرين الأول to ٢ تشرين الثاني"


def test_one_day_alone(dates: _Maker) -> None:
    """A first day without a last one can be shown as it is."""
    asked = dates("fa", TEHRAN, LIGHT)
    asked.open()
    assert not asked.find("dates.show").isEnabled()
    asked.press("dates.calendar", Qt.Key.Key_Up, Qt.Key.Key_Return)
    asked.press("dates.show", Qt.Key.Key_Return)
    assert asked.chosen == [DateChoice.of_days(date(2026, 11, 21), date(2026, 11, 21))]
    assert DateWords().title(asked.chosen[0], NOW) == "۳۰ آبان"


def test_names_and_months(dates: _Maker) -> None:
    """The arrows go down the list and Enter takes; months of this year and the last are called by their names."""
    asked = dates("fa", TEHRAN, LIGHT)
    asked.open(DateChoice(DatePreset.TODAY))
    assert asked.titles()[:8] == [
        "All dates",
        "Today",
        "Yesterday",
        "This week",
        "This month",
        "Last month",
        "آذر ۱۴۰۵",
        "آبان ۱۴۰۵",
    ]
    assert asked.popup.focusWidget() is asked.find("dates.choices")
    asked.press("dates.choices", Qt.Key.Key_Down, Qt.Key.Key_Return)
    asked.open(asked.chosen[-1])
    asked.press("dates.choices", *[Qt.Key.Key_Down] * 6, Qt.Key.Key_Return)
    assert asked.chosen == [
        DateChoice(DatePreset.YESTERDAY),
        DateChoice.of_days(date(2026, 9, 23), date(2026, 10, 22)),
    ]
    assert DateWords().title(asked.chosen[-1], NOW) == "مهر ۱۴۰۵"


def test_a_click_takes_a_name(dates: _Maker) -> None:
    """One click, not two."""
    asked = dates("en", TEHRAN, LIGHT)
    asked.open()
    choices = asked.find("dates.choices")
    assert isinstance(choices, QListWidget)
    place = choices.visualItemRect(choices.item(3)).center()
    QTest.mouseClick(
        choices.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(place)
    )
    assert asked.chosen == [DateChoice(DatePreset.THIS_WEEK)]


def test_esc_changes_nothing(dates: _Maker) -> None:
    """It closes, and what held still holds when it is opened again."""
    asked = dates("fa", TEHRAN, LIGHT)
    held = DateChoice.of_days(date(2026, 11, 3), date(2026, 11, 19))
    asked.open(held)
    asked.press("dates.calendar", Qt.Key.Key_Up, Qt.Key.Key_Return)
    asked.press("dates.calendar", Qt.Key.Key_Escape)
    assert not asked.popup.isVisible()
    assert asked.chosen == []
    asked.open(held)
    assert asked.said() == "From ۱۲ آبان ۱۴۰۵ to ۲۸ آبان ۱۴۰۵"


@pytest.mark.parametrize(("language", "zone"), [("fa", TEHRAN), ("en", TEHRAN)])
def test_it_lies_at_the_leading_edge(dates: _Maker, language: str, zone: ZoneInfo) -> None:
    """Right under right in Persian, left under left in English, and always on the screen."""
    asked = dates(language, zone, LIGHT)
    asked.open()
    corner = asked.button.mapToGlobal(QPoint(0, 0))
    room = asked.button.screen().availableGeometry()
    assert room.contains(asked.popup.geometry())
    from_the_right = asked.button.width() - asked.popup.width() if language == "fa" else 0
    wanted = corner.x() + from_the_right
    assert asked.popup.x() == max(room.left(), min(wanted, room.right() + 1 - asked.popup.width()))
