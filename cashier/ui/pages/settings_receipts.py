"""The section of the settings on receipts: paper, printer, the shop's own words, and a page to try it all."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from cashier.domain.text import one_line
from cashier.services.preferences import (
    Preferences,
    PreferenceService,
    ReceiptPaper,
    ReceiptPrinter,
    Switch,
)
from cashier.services.thermal_printer import PrinterAddressError, printer_at
from cashier.ui.locale_format import current_locale_format, isolate_ltr
from cashier.ui.pages.settings_preferences import PreferenceKeeper, PreferenceSection
from cashier.ui.receipt_test_page import ReceiptTestPage
from cashier.ui.segmented_choice import SegmentedChoice
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.switch_box import SwitchBox
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import (
    Banner,
    ComboBox,
    Field,
    LineEdit,
    QuietButton,
    SecondaryButton,
    StateKind,
    TextLabel,
)

LONGEST_FOOTER: Final = 300
_LONGEST_ADDRESS: Final = 200
_PRINTERS: Final = (ReceiptPrinter.SYSTEM, ReceiptPrinter.DIRECT)


class ReceiptSection(PreferenceSection):
    """How receipts look and where they come out; every change holds at once."""

    def __init__(self, preferences: PreferenceService, keeper: PreferenceKeeper, tasks: TaskOwner) -> None:
        """Show what holds now."""
        super().__init__(preferences, keeper, tasks)
        self._paper_box = ComboBox()
        self._paper_box.setObjectName("settings.receipts.paper")
        for paper in ReceiptPaper:
            self._paper_box.addItem("", paper)
        self._paper = Field("", self._paper_box, keeps_room=False)
        self._printer_label = TextLabel(role="small", tone="muted")
        self._printer = SegmentedChoice([f"settings.receipts.{printer.value}" for printer in _PRINTERS])
        self._address_edit = LineEdit(ltr=True)
        self._address_edit.setObjectName("settings.receipts.address")
        self._address_edit.setMaxLength(_LONGEST_ADDRESS)
        self._address = Field("", self._address_edit)
        self._drawer = SwitchBox()
        self._drawer.setObjectName("settings.receipts.drawer")
        self._footer_edit = LineEdit()
        self._footer_edit.setObjectName("settings.receipts.footer")
        self._footer_edit.setMaxLength(LONGEST_FOOTER)
        self._footer = Field("", self._footer_edit, optional=True)
        self._logo_label = TextLabel(role="small", tone="muted")
        self._logo_path = TextLabel(content="ltr")
        self._logo_choose = SecondaryButton()
        self._logo_choose.setObjectName("settings.receipts.chooseLogo")
        self._logo_remove = QuietButton()
        self._logo_remove.setObjectName("settings.receipts.removeLogo")
        self._test = SecondaryButton()
        self._test.setObjectName("settings.receipts.test")
        self._notice = Banner(radius=RADIUS)
        self._notice.setObjectName("settings.receipts.notice")
        self._test_page = ReceiptTestPage(self, preferences, tasks)
        self._lay_out()
        self._connect()
        self.show_preferences(preferences.current)
        self.retranslate()

    def _lay_out(self) -> None:
        logo = QWidget()
        row = QHBoxLayout(logo)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Spacing.M)
        row.addWidget(self._logo_path, 1)
        row.addWidget(self._logo_remove)
        row.addWidget(self._logo_choose)
        for widget in (
            self._paper,
            self._printer_label,
            self._printer,
            self._address,
            self._drawer,
            self._footer,
            self._logo_label,
            logo,
            self._notice,
            self._test,
        ):
            self.body.addWidget(widget)

    def _connect(self) -> None:
        self._paper_box.activated.connect(lambda _: self.keep(receipt_paper=self._paper_box.currentData()))
        self._printer.chosen.connect(lambda place: self.keep(receipt_printer=_PRINTERS[place]))
        self._address_edit.editingFinished.connect(self._keep_address)
        self._drawer.clicked.connect(lambda on: self.keep(receipt_drawer=Switch.ON if on else Switch.OFF))
        self._footer_edit.editingFinished.connect(self._keep_footer)
        self._logo_choose.clicked.connect(self._choose_logo)
        self._logo_remove.clicked.connect(lambda: self.keep(receipt_logo=""))
        self._test.clicked.connect(self._test_page.print)
        self._test_page.said.connect(self._notice.show_message)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what holds now."""
        self._paper_box.setCurrentIndex(self._paper_box.findData(preferences.receipt_paper))
        self._printer.choose(_PRINTERS.index(preferences.receipt_printer))
        is_direct = preferences.receipt_printer is ReceiptPrinter.DIRECT
        self._address.setVisible(is_direct)
        self._drawer.setVisible(is_direct)
        self._drawer.setChecked(preferences.receipt_drawer is Switch.ON)
        if not self._address_edit.hasFocus():
            self._address_edit.setText(preferences.receipt_address)
        if not self._footer_edit.hasFocus():
            self._footer_edit.setText(preferences.receipt_footer)
        self._show_logo(preferences.receipt_logo)

    def _show_logo(self, path: str) -> None:
        name = Path(path).name
        self._logo_path.setText(isolate_ltr(name) if name else self.tr("None"))
        self._logo_remove.setVisible(bool(path))

    def retranslate(self) -> None:
        """Write every text in the language of the screen."""
        self.heading.setText(self.tr("Receipts"))
        self._paper.set_label(self.tr("Paper"))
        fmt = current_locale_format()
        for paper, text in (
            (ReceiptPaper.ROLL_80, fmt.digits(self.tr("Roll, 80 mm"))),
            (ReceiptPaper.ROLL_58, fmt.digits(self.tr("Roll, 58 mm"))),
            (ReceiptPaper.A5, self.tr("A5 sheet")),
            (ReceiptPaper.A4, self.tr("A4 sheet")),
        ):
            self._paper_box.setItemText(self._paper_box.findData(paper), text)
        self._paper_box.setAccessibleName(self.tr("Paper"))
        self._printer_label.setText(self.tr("Printer"))
        self._printer.set_texts(
            self.tr("Printer"), [self.tr("The system's printers"), self.tr("A receipt printer directly")]
        )
        self._address.set_label(self.tr("Address of the receipt printer"))
        self._address.set_helper(self.tr("Such as 192.168.1.50, or a device such as /dev/usb/lp0."))
        self._drawer.setText(self.tr("Open the cash drawer with the first print of a receipt"))
        self._footer.set_label(self.tr("Last lines of a receipt"))
        self._footer.set_helper(self.tr("Such as thanks, opening hours, or how goods are exchanged."))
        self._logo_label.setText(self.tr("Logo over the shop's name"))
        self._logo_choose.setText(self.tr("Choose a picture"))
        self._logo_remove.setText(self.tr("Remove"))
        self._test.setText(self.tr("Print a test page"))
        self._show_logo(self.preferences.current.receipt_logo)

    def _keep_address(self) -> None:
        address = self._address_edit.text().strip()
        try:
            printer_at(address)
        except PrinterAddressError:
            self._address.set_error(
                lambda: self.tr("Give a host, a host and a port, or the path of a device.")
            )
            return
        self._address.set_error(None)
        if address != self.preferences.current.receipt_address:
            self.keep(receipt_address=address)

    def _keep_footer(self) -> None:
        footer = one_line(self._footer_edit.text())
        if footer != self.preferences.current.receipt_footer:
            self.keep(receipt_footer=footer)

    def _choose_logo(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Choose a picture"))
        dialog.setObjectName("settings.receipts.logoDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Pictures ({kinds})").format(kinds="*.png *.jpg *.jpeg *.bmp *.svg"))
        dialog.fileSelected.connect(self._on_logo)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_logo(self, path: str) -> None:
        if not QImageReader(path).canRead():
            self._notice.show_message(
                StateKind.DANGER, lambda: self.tr("This file holds no picture that can be read.")
            )
            return
        self.keep(receipt_logo=path)
