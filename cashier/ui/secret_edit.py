"""A field for a key, a passphrase or a PIN: hidden as typed, shown on request, never filled by the program."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from cashier.ui.style.icons import icon
from cashier.ui.style.theme import current_theme
from cashier.ui.widgets import LineEdit


class SecretEdit(LineEdit):
    """Hides what is typed; an eye shows it while there is something typed."""

    def __init__(self, parent: QWidget | None = None, *, ltr: bool = True) -> None:
        """Make it empty; with `ltr` (keys, PINs) digits become Latin as typed, a passphrase stays as it is."""
        super().__init__(parent, ltr=ltr)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show_or_hide)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._offer_eye)
        self._offer_eye("")
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme and the words of a new language."""
        super().changeEvent(event)
        # Qt sends the first of these before the constructor is through.
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.LanguageChange} and hasattr(self, "_eye"):
            self._dress()

    def _offer_eye(self, text: str) -> None:
        self._eye.setVisible(bool(text))
        if not text:
            self._eye.setChecked(False)

    def _show_or_hide(self, shown: bool) -> None:  # noqa: FBT001  # a slot
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._dress()

    def _dress(self) -> None:
        shown = self._eye.isChecked()
        self._eye.setIcon(icon("eye-off" if shown else "eye", current_theme().muted_text))
        self._eye.setText(self.tr("Hide what is typed") if shown else self.tr("Show what is typed"))
