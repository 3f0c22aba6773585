"""The main window: the pages in their frame, and what is shown alone before and between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6 import QtCore
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from cashier.ui.language import LanguageController
from cashier.ui.style.theme import ThemeController

if TYPE_CHECKING:
    from cashier.domain.operator import Operator
    from cashier.domain.preferences import Preferences
    from cashier.services.till import Till
    from cashier.ui.frame import Frame
    from cashier.ui.sandbox_strip import SandboxStrip

DEFAULT_SIZE: Final = (1366, 768)
# What a screen of 1366x768 has left beside the task bar where things are drawn twice as large.
MINIMUM_SIZE: Final = (640, 312)


class MainWindow(QMainWindow):
    """The one window of the till.

    Signals:
        close_requested: the person wants to leave; whoever runs the program ends it in order.
        restore_agreed: a manager has agreed that a backup takes the place of the till's data; with the order.
        repair_wanted: the data that was found damaged is to be repaired.
    """

    close_requested = Signal()
    restore_agreed = Signal(object)
    repair_wanted = Signal()

    def __init__(self, theme: ThemeController, language: LanguageController) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._may_close = False
        self._till: Till | None = None
        self._frame: Frame | None = None
        self._shop_name = ""
        self._sandbox_strip: SandboxStrip | None = None
        self._stack = QStackedWidget()
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self.setCentralWidget(whole)
        self.setMinimumSize(*MINIMUM_SIZE)
        self.resize(*DEFAULT_SIZE)
        self.setObjectName("mainWindow")
        self.retranslate()

    @property
    def frame(self) -> Frame | None:
        """The pages, once the till is open."""
        return self._frame

    def come_to_front(self) -> None:
        """Show the window over all others, and take the keys, as somebody has asked for the program again."""
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def mark_as_sandbox(self) -> None:
        """Say for good, over everything, that nothing here is real."""
        from cashier.ui.sandbox_strip import SandboxStrip  # noqa: PLC0415  # not in a real shop

        if self._sandbox_strip is None:
            self._sandbox_strip = SandboxStrip()
            self._column.insertWidget(0, self._sandbox_strip)
            self.retranslate()

    def show_alone(self, widget: QWidget) -> None:
        """Show something by itself, without rail and pages: a question at the start, the lock."""
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def drop_alone(self) -> None:
        """Take away whatever was shown by itself, and show the pages again if there are any."""
        for index in reversed(range(self._stack.count())):
            widget = self._stack.widget(index)
            if widget is not None and widget is not self._frame:
                self._stack.removeWidget(widget)
                widget.deleteLater()
        if self._frame is not None:
            self._stack.setCurrentWidget(self._frame)
            self._frame.focus_page()

    def use_preferences(self, preferences: Preferences) -> None:
        """Show everything as the shop wants it."""
        from cashier.ui.style.motion import set_motion  # noqa: PLC0415  # nothing moves in the first window

        self._theme.set_choice(preferences.appearance.value)
        set_motion(preferences.motion)
        self._language.use(preferences.language, preferences.zone, preferences.calendar, preferences.digits)
        self.retranslate(preferences.shop_name)

    async def open_pages(self, till: Till, operator: Operator, over: QWidget | None = None) -> None:
        """Show the pages over an open till; `over` lies over them until `drop_alone`."""
        from cashier.ui.frame import Frame  # noqa: PLC0415  # after the first paint

        self._till = till
        frame = Frame(till, self.lock_requested)
        self._frame = frame
        frame.show_operator(operator)
        frame.restore_agreed.connect(self.restore_agreed)
        frame.repair_wanted.connect(self.repair_wanted)
        self._stack.addWidget(frame)
        self.drop_alone()
        if over is not None:
            self.show_alone(over)
        await frame.load()

    def close_pages(self) -> None:
        """Take the pages away, and whatever lies over them: their till is about to be closed."""
        from cashier.ui.widgets import Sheet  # noqa: PLC0415  # not needed by the first window

        while (sheet := Sheet.top(self)) is not None:
            sheet.done(Sheet.DialogCode.Rejected.value)
        frame, self._frame, self._till = self._frame, None, None
        if frame is not None:
            frame.close_frame()
            self._stack.removeWidget(frame)
            frame.deleteLater()

    def lock_requested(self) -> None:
        """Cover everything with the lock."""
        from cashier.ui.lock_screen import LockScreen  # noqa: PLC0415  # not needed by the first window
        from cashier.ui.tasks import TaskOwner  # noqa: PLC0415  # the same
        from cashier.ui.widgets import Sheet, StateKind  # noqa: PLC0415  # the same

        frame, till = self._frame, self._till
        if frame is None or till is None or self._stack.currentWidget() is not frame:
            return
        if Sheet.any_open(self):
            frame.show_notice(
                StateKind.INFO, lambda: self.tr("Close what is open first, then lock the till.")
            )
            return
        tasks = TaskOwner(frame.on_unexpected)

        def unlocked() -> None:
            tasks.cancel_all()
            self.drop_alone()

        self.show_alone(LockScreen(till, tasks, unlocked))

    def allow_closing(self) -> None:
        """Let the window close for good."""
        self._may_close = True
        if self._frame is not None:
            self._frame.close_frame()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask for an orderly end instead of vanishing with a payment under way."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_requested.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Write the title anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self, shop_name: str | None = None) -> None:
        """Write the window's title."""
        if shop_name is not None:
            self._shop_name = shop_name
        title = self.tr("Cashier") if self._sandbox_strip is None else self.tr("Cashier, sandbox")
        self.setWindowTitle(f"{self._shop_name} · {title}" if self._shop_name else title)
