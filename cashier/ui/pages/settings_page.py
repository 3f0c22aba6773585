"""Settings (what is in them so far): accounts with providers, data and backups, appearance, the shop, receipts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from cashier.services.till import Till
from cashier.ui.page_room import room_of
from cashier.ui.pages.settings_accounts import AccountsSection
from cashier.ui.pages.settings_backup import BackupSection
from cashier.ui.pages.settings_data import DataSection
from cashier.ui.pages.settings_preferences import AppearanceSection, PreferenceKeeper, ShopSection
from cashier.ui.pages.settings_receipts import ReceiptSection
from cashier.ui.style.tokens import Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import TextLabel

# Narrower than this, the sections stand below each other.
_TWO_COLUMNS_FROM: Final = 900


class SettingsPage(QWidget):
    """The page behind `nav.settings`.

    Signals:
        restore_agreed: a manager has agreed that a backup takes the place of the till's data; with the order.
    """

    restore_agreed = Signal(object)

    def __init__(self, till: Till, tasks: TaskOwner, parent: QWidget | None = None) -> None:
        """Show the settings of `till`; coroutines run through `tasks`."""
        super().__init__(parent)
        self._title = TextLabel(role="title")
        self._accounts = AccountsSection(till, tasks)
        keeper = PreferenceKeeper(till.preferences)
        appearance = AppearanceSection(till.preferences, keeper, tasks)
        shop = ShopSection(till.preferences, keeper, tasks)
        receipts = ReceiptSection(till.preferences, keeper, tasks)
        beside = QVBoxLayout()
        beside.setSpacing(Spacing.L)
        beside.addWidget(appearance)
        beside.addWidget(shop)
        beside.addWidget(receipts)
        beside.addStretch(1)
        self._sections = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sections.setSpacing(Spacing.L)
        first = QVBoxLayout()
        first.setSpacing(Spacing.L)
        first.addWidget(self._accounts)
        first.addWidget(DataSection(till, keeper, tasks))
        self._backups = BackupSection(till, tasks)
        self._backups.restore_agreed.connect(self.restore_agreed)
        first.addWidget(self._backups)
        first.addStretch(1)
        self._sections.addLayout(first, 3)
        self._sections.addLayout(beside, 2)
        stage = QWidget()
        stage.setObjectName("scrolled")
        self._column = column = QVBoxLayout(stage)
        column.setSpacing(Spacing.XL)
        column.addWidget(self._title)
        column.addLayout(self._sections)
        column.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(stage)
        stage.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.retranslate()

    def reveal_backups(self) -> None:
        """Scroll to the backups, once everything has its place, and give them the keys."""
        QTimer.singleShot(0, self, self._reveal_backups)

    def _reveal_backups(self) -> None:
        stage = self._scroll.widget()
        top = self._backups.mapTo(stage, QPoint()).y() if stage is not None else 0
        self._scroll.verticalScrollBar().setValue(top - Spacing.L)
        self._backups.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sections side by side where there is room, and leave what is left over around them."""
        super().resizeEvent(event)
        room = room_of(self, ends=False)
        if self._column.contentsMargins() != room.margins:
            self._column.setContentsMargins(room.margins)
        wide = self.width() >= _TWO_COLUMNS_FROM
        self._sections.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    def retranslate(self) -> None:
        """Write every text in the language of the screen."""
        self._title.setText(self.tr("Settings"))
