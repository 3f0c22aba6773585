"""Asks for a new passphrase, typed twice with what it is worth said as it is typed; or for one that is known, once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cashier.domain.passphrase import Strength, strength_of
from cashier.services.accounts import AccountProblem
from cashier.ui.locale_format import current_locale_format
from cashier.ui.messages import account_message
from cashier.ui.secret_edit import SecretEdit
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets import Field
from cashier.ui.widgets.words import Words
from cashier.vault.file_vault import MIN_PASSPHRASE_CHARACTERS, is_long_enough


class NewPassphrase(QWidget):
    """Asks for a passphrase that nobody can recover.

    Signals:
        entered: Enter was pressed in either field.
    """

    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Ask; `name` begins the object names of the fields, which end in `passphrase` and `passphraseAgain`."""
        super().__init__(parent)
        self._is_known = False
        self._edit = SecretEdit(ltr=False)
        self._edit.setObjectName(f"{name}.passphrase")
        self._field = Field("", self._edit)
        self._again_edit = SecretEdit(ltr=False)
        self._again_edit.setObjectName(f"{name}.passphraseAgain")
        self._again = Field("", self._again_edit)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(Spacing.L)
        # As wide as each other, whatever is said below one of them.
        both.addWidget(self._field, 1)
        both.addWidget(self._again, 1)
        self.setFocusProxy(self._edit)
        for edit, field in ((self._edit, self._field), (self._again_edit, self._again)):
            edit.returnPressed.connect(self.entered)
            edit.textChanged.connect(lambda _, field=field: field.set_error(None))
        self._edit.textChanged.connect(lambda _: self._say_strength())
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every text in the language of the screen."""
        self._field.set_label(self.tr("Passphrase"))
        self._again.set_label(self.tr("The passphrase again"))
        self._say_strength()

    def ask_for_known(self, known: bool) -> None:  # noqa: FBT001  # a setter
        """Ask for one that was chosen before, once and with nothing said about it; or for a new one again."""
        self._is_known = known
        self._again.setVisible(not known)
        self._say_strength()

    def passphrase(self) -> str | None:
        """Return what was typed, if it will do; else say beside its field what is wrong.

        A new one has to be long enough and the same twice.
        """
        typed = self._edit.text()
        if not typed:
            self._field.set_error(partial(account_message, AccountProblem.EMPTY))
        elif self._is_known:
            return typed
        elif not is_long_enough(typed):
            self._field.set_error(self._too_short)
        elif typed != self._again_edit.text():
            self._again.set_error(lambda: self.tr("The two passphrases are not the same."))
            self._again_edit.setFocus()
            return None
        else:
            return typed
        self._edit.setFocus()
        return None

    def show_wrong(self, words: Words) -> None:
        """Say that it is not the one, with all of it selected to be typed anew."""
        self._field.set_error(words)
        self._edit.selectAll()
        self._edit.setFocus()

    def forget(self) -> None:
        """Empty both fields."""
        self._edit.clear()
        self._again_edit.clear()

    def _say_strength(self) -> None:
        typed = self._edit.text()
        if self._is_known:
            self._field.set_helper("")
            return
        if not is_long_enough(typed):
            least = current_locale_format().number(MIN_PASSPHRASE_CHARACTERS)
            self._field.set_helper(self.tr("{least} characters or more.").format(least=least))
            return
        strength = strength_of(typed)
        words = {
            Strength.WEAK: self.tr("Easy to guess. Several words that do not belong together are better."),
            Strength.FAIR: self.tr("Fair. Longer is better."),
            Strength.STRONG: self.tr("Hard to guess."),
        }
        tones = {Strength.WEAK: "warning", Strength.FAIR: "muted", Strength.STRONG: "success"}
        self._field.set_helper(words[strength], tone=tones[strength])

    def _too_short(self) -> str:
        text = self.tr("This passphrase is too short; it needs {least} characters or more.")
        return text.format(least=current_locale_format().number(MIN_PASSPHRASE_CHARACTERS))
