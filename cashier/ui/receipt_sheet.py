"""The receipt of a payment or withdrawal: seen as it will look on paper, printed, or kept as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QSizeF, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget

from cashier.domain.history import ItemKind
from cashier.domain.receipt import Receipt
from cashier.services.export_file import ExportError, write_whole
from cashier.services.receipts import NoReceiptError
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.batch_words import export_message
from cashier.ui.locale_format import plain
from cashier.ui.messages import storage_message
from cashier.ui.receipts.receipt_hand_out import ReceiptHandOut
from cashier.ui.receipts.receipt_output import pdf_of, preview_of
from cashier.ui.receipts.receipt_text import ReceiptText, ReceiptWords
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Banner, PrimaryButton, SecondaryButton, Sheet, StateKind
from cashier.ui.widgets.words import Words

_CARD_WIDTH: Final = 600
_PREVIEW_HEIGHT: Final = 430
_PREVIEW_WIDTH: Final = 420


class ReceiptSheet(Sheet):
    """Shows a receipt and hands it out; it stays open until it is closed, so that a jammed printer loses nothing."""

    def __init__(
        self,
        window: QWidget,
        till: Till,
        kind: ItemKind,
        subject_id: str,
        on_unexpected: Callable[[BaseException], None],
    ) -> None:
        """Prepare it over `window`, for a payment's or withdrawal's id."""
        super().__init__(window)
        self.setObjectName("receipt")
        self.set_card_width(_CARD_WIDTH)
        self._till = till
        self._kind = kind
        self._subject_id = subject_id
        self._receipt: Receipt | None = None
        self._is_printing = False
        self._tasks = TaskOwner(on_unexpected)
        self._words = ReceiptWords(self)
        self._hand_out = ReceiptHandOut(self, lambda: till.preferences.current)
        self._picture = QLabel()
        self._picture.setObjectName("receipt.preview")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        preview = QScrollArea()
        preview.setWidget(self._picture)
        preview.setWidgetResizable(True)
        preview.setFrameShape(QFrame.Shape.StyledPanel)
        preview.setFixedHeight(_PREVIEW_HEIGHT)
        preview.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._notice = Banner(radius=RADIUS)
        self._notice.setObjectName("receipt.notice")
        self._print = PrimaryButton(key_hint="Enter")
        self._print.setObjectName("receipt.print")
        self._pdf = SecondaryButton()
        self._pdf.setObjectName("receipt.pdf")
        self._close = SecondaryButton(key_hint="Esc")
        self._close.setObjectName("receipt.close")
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.M)
        buttons.addWidget(self._print, 1)
        buttons.addWidget(self._pdf)
        buttons.addWidget(self._close)
        self.body.addWidget(preview)
        self.body.addWidget(self._notice)
        self.body.addLayout(buttons)
        self._print.setDefault(True)
        self._print.clicked.connect(self._on_print)
        self._pdf.clicked.connect(self._on_pdf)
        self._close.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)
        self._set_ready(is_ready=False)
        self.retranslate()

    @property
    def is_copy(self) -> bool:
        """Whether what is shown was handed out before."""
        return self._receipt is not None and self._receipt.is_copy

    def open(self) -> None:
        """Show it, and read what it says."""
        super().open()
        self._tasks.start(self._read())

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment, the receipt too."""
        self.set_title(self.tr("Receipt"))
        self._picture.setAccessibleName(self.tr("The receipt as it will look on paper"))
        self._print.setText(self.tr("Print"))
        self._pdf.setText(self.tr("Save as PDF"))
        self._close.setText(self.tr("Close"))
        self._show_picture()

    # What is printed

    def _text(self, receipt: Receipt) -> ReceiptText:
        known = self._till.preferences.current
        return self._words.text_of(receipt, shop_name=known.shop_name, footer=known.receipt_footer)

    async def _read(self) -> None:
        receipts = self._till.receipts
        of_kind = receipts.of_payment if self._kind is ItemKind.PAYMENT else receipts.of_withdrawal
        try:
            self._receipt = await of_kind(self._subject_id)
        except NoReceiptError:
            self._say(StateKind.WARNING, lambda: self.tr("No money has moved here, so there is no receipt."))
        except StorageUnavailableError as error:
            self._say(StateKind.DANGER, partial(storage_message, error.trouble))
        else:
            self._show_picture()
            self._set_ready(is_ready=True)
            self._print.setFocus()

    def _show_picture(self) -> None:
        if self._receipt is None:
            return
        text = self._text(self._receipt)
        self._picture.setAccessibleDescription(text.read_out())
        sheet = preview_of(
            text,
            self._hand_out.paper,
            QSizeF(_PREVIEW_WIDTH, _PREVIEW_HEIGHT),
            self.devicePixelRatioF(),
            self._hand_out.logo,
        )
        self._picture.setPixmap(QPixmap.fromImage(sheet))

    # Handing it out

    def _on_print(self) -> None:
        if self._receipt is None:
            return
        if self._hand_out.is_direct:
            self._tasks.start(self._print_directly(self._receipt))
            return
        self._hand_out.print_by_system(
            self._text(self._receipt),
            printed=self._on_printed,
            failed=self._tell_failed,
        )

    def _on_printed(self) -> None:
        self._tasks.start(self._handed_out(lambda: self.tr("Printed.")))

    def reject(self) -> None:
        """Close, unless the printer is just being fed: half a receipt helps nobody."""
        if not self._is_printing:
            super().reject()

    async def _print_directly(self, receipt: Receipt) -> None:
        self._is_printing = True
        self._set_ready(is_ready=False)
        try:
            trouble = await self._hand_out.print_directly(
                self._text(receipt), opens_drawer=not receipt.is_copy
            )
        finally:
            self._is_printing = False
        if trouble:
            self._tell_failed(trouble)
        else:
            await self._handed_out(lambda: self.tr("Printed."))
        self._set_ready(is_ready=True)

    def _tell_failed(self, why: Words) -> None:
        self._say(StateKind.DANGER, why)

    def _on_pdf(self) -> None:
        if self._receipt is None:
            return
        name = plain(self.tr("receipt {reference}")).format(reference=self._receipt.reference)
        dialog = QFileDialog(self, self.tr("Save the receipt"))
        dialog.setObjectName("receipt.saveDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(f"PDF (*.{dialog.defaultSuffix()})")
        dialog.selectFile(name)
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(self._on_pdf_place)
        dialog.open()

    def _on_pdf_place(self, name: str) -> None:
        if self._receipt is not None:
            pdf = pdf_of(self._text(self._receipt), self._hand_out.paper, self._hand_out.logo)
            self._tasks.start(self._write_pdf(Path(name), pdf))

    async def _write_pdf(self, path: Path, pdf: bytes) -> None:
        try:
            await write_whole(path, pdf)
        except ExportError as error:
            self._say(StateKind.DANGER, partial(export_message, error.problem))
        else:
            await self._handed_out(lambda: self.tr("Saved."))

    async def _handed_out(self, what: Words) -> None:
        try:
            await self._till.receipts.note_printed(self._kind, self._subject_id)
        except StorageUnavailableError as error:
            # It is on paper all the same; only that the next one is a copy is not remembered.
            self._say(StateKind.WARNING, partial(storage_message, error.trouble))
            return
        self._say(StateKind.SUCCESS, what)
        await self._read()

    def _say(self, kind: StateKind, words: Words) -> None:
        self._notice.show_message(kind, words)

    def _set_ready(self, *, is_ready: bool) -> None:
        self._print.setEnabled(is_ready)
        self._pdf.setEnabled(is_ready)

    def _on_finished(self) -> None:
        self._tasks.cancel_all()
        self.deleteLater()
