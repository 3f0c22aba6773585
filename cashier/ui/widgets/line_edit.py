"""Entry fields that start at the edge where reading starts, whatever script is typed into them."""

from typing import Final

from PySide6.QtCore import QEvent, QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from cashier.domain.digits import to_latin_digits
from cashier.domain.keyboard_layouts import TypedStrokes
from cashier.domain.text import without_bidi_controls
from cashier.ui.locale_format import current_locale_format
from cashier.ui.style.icons import icon, paint_icon
from cashier.ui.style.theme import current_theme
from cashier.ui.style.tokens import Spacing
from cashier.ui.widgets.painting import centered_rect, key_size, paint_key, visual_rect
from cashier.ui.widgets.text_label import absolute_alignment

_ICON_SIZE: Final = 18
# What QLineEdit calls the button that it makes itself.
_QT_CLEAR_ACTION: Final = "_q_qlineeditclearaction"


def show_validity(edit: QLineEdit, *, valid: bool) -> None:
    """Draw the field's border in the danger colour, or no longer."""
    if bool(edit.property("invalid")) == valid:
        edit.setProperty("invalid", not valid)
        edit.style().unpolish(edit)
        edit.style().polish(edit)
        edit.update()


class _LatinDigits(QValidator):
    """Turns digits into Latin ones as they are typed, and drops invisible direction marks from pasted text."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        before = without_bidi_controls(text[:position])
        return QValidator.State.Acceptable, to_latin_digits(without_bidi_controls(text)), len(before)


def layout_language() -> str:
    """Return the language of the keyboard layout that is active ("fa", "ar"), or of the screen if that is another."""
    languages = {QLocale.Language.Persian: "fa", QLocale.Language.Arabic: "ar"}
    active = QGuiApplication.inputMethod().locale().language()
    return languages.get(active, current_locale_format().language)


class _LatinCode(QValidator):
    """Reads what a scanner typed through an Arabic or Persian keyboard layout as the keys that it pressed."""

    def __init__(self, parent: QLineEdit) -> None:
        super().__init__(parent)
        self._strokes = TypedStrokes()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        read = self._strokes.read(text, layout_language())
        shown = without_bidi_controls(read)
        self._strokes.show(shown)
        behind = len(without_bidi_controls(text[position:]))
        return QValidator.State.Acceptable, shown, max(0, len(shown) - behind)


class LineEdit(QLineEdit):
    """One line of text."""

    def __init__(self, parent: QWidget | None = None, *, ltr: bool = False, scanned: bool = False) -> None:
        """Make it; with `ltr` (identifiers: IBAN, phone, customer number) digits become Latin as typed.

        Identifiers keep Latin digits because that is how providers write and read them out, and because groups
        of Arabic digits would change places in a left-to-right line. With `scanned` it takes nothing but Latin codes,
        and a scanner is understood whatever the keyboard's layout.
        """
        super().__init__(parent)
        if ltr:
            self.setValidator(_LatinCode(self) if scanned else _LatinDigits(self))
            self.setInputMethodHints(
                Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText
            )
        self._align()
        QGuiApplication.instance().layoutDirectionChanged.connect(self._align)  # type: ignore[union-attr]  # widgets exist only within an application

    def set_error(self, error: bool) -> None:  # noqa: FBT001 - a setter
        """Draw the border in the danger colour, or no longer."""
        show_validity(self, valid=not error)

    def _align(self) -> None:
        self.setAlignment(absolute_alignment("leading", QGuiApplication.layoutDirection()))


class SearchEdit(LineEdit):
    """A field to search in, with a glass at its start and, while it is empty, its key at the end."""

    def __init__(self, parent: QWidget | None = None, *, key_hint: str = "") -> None:
        """Make it; `key_hint` is the key that brings the cursor here."""
        super().__init__(parent)
        self._key_hint = key_hint
        self._placeholders = ("", "")
        self.setProperty("searching", True)

    def set_placeholders(self, full: str, short: str) -> None:
        """Say `full` in the empty field, or `short` where there is no room for that."""
        self._placeholders = (full, short)
        self._say_what_fits()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._say_what_fits()

    def _say_what_fits(self) -> None:
        full, short = self._placeholders
        if full:
            self.setPlaceholderText(full)
            if self.width() < self.width_of_placeholder():
                self.setPlaceholderText(short)

    def setClearButtonEnabled(self, enable: bool) -> None:  # noqa: FBT001  # Qt's signature
        """Offer a cross that clears the field while there is something in it, or no longer."""
        super().setClearButtonEnabled(enable)
        self._dress_cross()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress_cross()

    def _dress_cross(self) -> None:
        # Qt's own is of another set, and of no theme.
        cross = self.findChild(QAction, _QT_CLEAR_ACTION)
        if cross is not None:
            cross.setIcon(icon("cross", current_theme().muted_text))

    def width_of_placeholder(self) -> int:
        """Return how wide it must be to show its placeholder beside glass and key."""
        key = key_size(self._key_hint).width() + Spacing.S if self._key_hint else 0
        around = Spacing.L + _ICON_SIZE + 2 * Spacing.M + Spacing.S
        return self.fontMetrics().horizontalAdvance(self.placeholderText()) + key + around

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the glass and the key on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        theme = current_theme()
        outer, direction = self.rect(), self.layoutDirection()
        glass = QRect(Spacing.L, (outer.height() - _ICON_SIZE) // 2, _ICON_SIZE, _ICON_SIZE)
        paint_icon(painter, "search", theme.muted_text, QRectF(visual_rect(direction, outer, glass)))
        if self._key_hint and not self.text() and not self.hasFocus():
            size = key_size(self._key_hint)
            key = QRect(outer.width() - Spacing.M - size.width(), 0, size.width(), outer.height())
            room = QRectF(visual_rect(direction, outer, key))
            paint_key(painter, centered_rect(room, size), self._key_hint, theme.muted_text)
