"""Hands for the tour: they find controls by name, and press and type as a person does, never past the screen.

TourStepError    a control is not where a hand could use it, or what was waited for did not come
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QWidget

from cashier.ui.widgets import Sheet

# Nothing of a good run waits for it: it only says when a bad one is given up, on a busy machine as well.
PATIENCE_S: Final = 60.0
_LOOK_AGAIN_S: Final = 0.01
_FRONT_PATIENCE_S: Final = 1.0
_MOST_TABS: Final = 60
_MOST_LAYOUTS: Final = 10

_Found = TypeVar("_Found")


class TourStepError(Exception):
    """A control is not where a hand could use it, or what was waited for did not come."""


class Hands:
    """Uses the controls of some windows.

    Args:
        windows: where to look for controls, in this order.
    """

    def __init__(self, *windows: QWidget) -> None:
        self._windows = windows

    def seen(self, name: str) -> QWidget | None:
        """Return the visible control called `name`, or None."""
        for window in self._windows:
            for control in window.findChildren(QWidget, name):
                if control.isVisible():
                    return control
        return None

    async def come_to_front(self) -> None:
        """Bring the first window to the front; a desktop may refuse that, and then it stays where it is."""
        window = self._windows[0]
        give_up_at = time.monotonic() + _FRONT_PATIENCE_S
        while not window.isActiveWindow() and time.monotonic() < give_up_at:
            window.activateWindow()
            await asyncio.sleep(_LOOK_AGAIN_S)

    @staticmethod
    def let_settle() -> None:
        """Have every change of layout carried out that was asked for; one may ask for the next."""
        for _ in range(_MOST_LAYOUTS):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def sheet_is_open(self) -> bool:
        """Say whether a dialog lies over the first window."""
        return Sheet.any_open(self._windows[0])

    def seen_beginning_with(self, beginning: str) -> list[QWidget]:
        """Return the visible controls whose names begin so, from the top of the screen down."""
        found = [
            control
            for window in self._windows
            for control in window.findChildren(QWidget)
            if control.objectName().startswith(beginning) and control.isVisible()
        ]
        return sorted(found, key=lambda control: control.mapToGlobal(QPoint()).y())

    async def until(self, condition: Callable[[], _Found | None], what: str) -> _Found:
        """Wait until `condition` gives something, and return that.

        Args:
            condition: looked at again and again; false, None or empty means not yet.
            what: is waited for, for the message.

        Raises:
            TourStepError: if it does not come in time.
        """
        give_up_at = time.monotonic() + PATIENCE_S
        while True:
            found = condition()
            if found:
                return found
            if time.monotonic() > give_up_at:
                raise TourStepError(f"waited in vain for {what}")
            await asyncio.sleep(_LOOK_AGAIN_S)

    async def wait_for(self, name: str) -> QWidget:
        """Wait until a control called `name` can be seen, and return it."""
        return await self.until(lambda: self.seen(name), name)

    async def wait_until_gone(self, name: str) -> None:
        """Wait until no control called `name` can be seen."""
        await self.until(lambda: self.seen(name) is None, f"{name} to go")

    async def wait_until_pressable(self, name: str) -> QWidget:
        """Wait until a button called `name` can be pressed, and return it."""

        def pressable() -> QWidget | None:
            control = self.seen(name)
            return control if control is not None and control.isEnabled() else None

        return await self.until(pressable, f"{name} to be pressable")

    async def press(self, name: str) -> None:
        """Click a button, once it can be pressed; wherever it scrolled to, it is brought into view first."""
        await self._click(await self.wait_until_pressable(name))

    async def fill(self, name: str, text: str) -> None:
        """Click a field, and type `text` in place of what stands in it."""
        control = await self.wait_for(name)
        await self._click(control)
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.key(Qt.Key.Key_Delete)
        self.write(text)

    async def choose(self, name: str, wanted: str) -> None:
        """Reach a list with the Tab key, and choose the entry that stands for `wanted` with the arrow keys."""
        control = await self.wait_for(name)
        if not isinstance(control, QComboBox):
            raise TourStepError(f"{name} is not a list")
        index = control.findData(wanted)
        if index < 0:
            raise TourStepError(f"{name} does not offer {wanted}")
        for _ in range(_MOST_TABS):
            if self._windows[0].focusWidget() is control:
                break
            self.key(Qt.Key.Key_Tab)
        else:
            raise TourStepError(f"the Tab key does not reach {name}")
        self.key(Qt.Key.Key_Home)
        for _ in range(index):
            self.key(Qt.Key.Key_Down)
        if control.currentData() != wanted:
            raise TourStepError(f"{name} shows {control.currentData()}, not {wanted}")

    def write(self, text: str) -> None:
        """Type `text` wherever the focus is."""
        for letter in text:
            self.key(Qt.Key.Key_unknown, text=letter)

    def key(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        text: str = "",
    ) -> None:
        """Press and release one key wherever the focus is.

        Raises:
            TourStepError: if nothing has the focus.
        """
        # A list that lies over the window takes all keys.
        popup: QWidget | None = QApplication.activePopupWidget()
        focused: QWidget | None = (self._windows[0] if popup is None else popup).focusWidget()
        if focused is None:
            focused = popup
        if focused is None:
            raise TourStepError("nothing has the focus")
        QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))
        QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyRelease, key, modifiers, text))

    async def _click(self, control: QWidget) -> None:
        """Click a control once nothing lies over it."""
        under_the_finger = await self.until(
            lambda: _under_the_finger(control), f"{control.objectName()} to lie open"
        )
        window = control.window()
        place = control.mapTo(window, control.rect().center())
        local = QPointF(under_the_finger.mapFrom(window, place))
        # What Qt does for a real click, and not for one that is sent.
        if control.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            control.setFocus(Qt.FocusReason.MouseFocusReason)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
            where = QPointF(window.mapToGlobal(place))
            event = QMouseEvent(kind, local, where, left, held, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(under_the_finger, event)


def _under_the_finger(control: QWidget) -> QWidget | None:
    """Return what a click in the middle of a control would meet, if that is the control or a part of it."""
    Hands.let_settle()
    _bring_into_view(control)
    window = control.window()
    hit = window.childAt(control.mapTo(window, control.rect().center()))
    return hit if hit is not None and (hit is control or control.isAncestorOf(hit)) else None


def _bring_into_view(control: QWidget) -> None:
    around = control.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(control)
        around = around.parentWidget()
