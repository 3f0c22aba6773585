"""Hands that have a keyboard and nothing else: every key goes to whatever has the keys in the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.stories.counter import Wait

_MOST_STOPS = 60


class Keyboard:
    """Presses keys, and counts them.

    Attributes:
        presses: how many keys were pressed so far.
    """

    def __init__(self, window: QWidget, wait_until: Wait) -> None:
        self._window = window
        self._wait_until = wait_until
        self.presses = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key, as the system hands it to the window; shortcuts come first."""
        self.presses += 1
        if QApplication.activeWindow() is None:
            # There is no window manager here that would see to it.
            self._window.activateWindow()
            self._wait_until(self._window.isActiveWindow)
        QTest.keyClick(self._focused(), key, modifiers)

    def control(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        """Type a text of any script, a key a character."""
        for character in text:
            self.stroke(character)

    def stroke(self, written: str) -> None:
        """Press the key that writes this with the layout that is active."""
        self.presses += 1
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, written)
            QApplication.sendEvent(self._focused(), event)

    def tab_to(self, name: str) -> None:
        """Press Tab until the control of that name has the keys."""
        for _ in range(_MOST_STOPS):
            if self.focus_name() == name:
                return
            self.press(Qt.Key.Key_Tab)
        passed = f"Tab never reaches {name}, and stops at {self.focus_name()}"
        raise AssertionError(passed)

    def until_focus(self, name: str) -> None:
        """Wait until the control of that name has the keys."""
        self._wait_until(lambda: self.focus_name() == name)

    def focus_name(self) -> str:
        """Return the name of what has the keys."""
        return self._focused().objectName()

    def counted(self, act: Callable[[], None]) -> int:
        """Return how many keys an act takes."""
        before = self.presses
        act()
        return self.presses - before

    def _focused(self) -> QWidget:
        # A popup's own list of rows has the keys while it is open.
        popup = QApplication.activePopupWidget()
        within = popup if popup is not None else self._window
        focused: QWidget | None = within.focusWidget()
        return focused if focused is not None else within
