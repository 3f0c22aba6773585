"""The form for one provider's accounts, made from the fields that the provider's entry in the catalogue lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from cashier.domain.account import AccountField, FieldKind, Setting
from cashier.domain.amount_text import AmountError, parse_amount
from cashier.domain.digits import to_latin_digits
from cashier.domain.money import RIAL
from cashier.providers.catalogue import ProviderSpec
from cashier.ui.folding_grid import FoldingGrid
from cashier.ui.locale_format import current_locale_format
from cashier.ui.secret_edit import SecretEdit
from cashier.ui.style.tokens import Spacing
from cashier.ui.switch_box import SwitchBox
from cashier.ui.tasks import TaskOwner
from cashier.ui.time_zone_box import TimeZoneBox
from cashier.ui.widgets import Field, LineEdit, QuietButton, TextLabel
from cashier.ui.widgets.words import Words

# Written as the language writes counts; identifiers keep Latin digits.
_NUMBERS = frozenset({FieldKind.SECONDS, FieldKind.COUNT, FieldKind.AMOUNT})
# What an owner comes back for once a year stands below the fold.
_RARE = frozenset({FieldKind.SECONDS, FieldKind.COUNT})


class SwitchField(QWidget):
    """A setting that is on or off, with a sentence on what that means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it off."""
        super().__init__(parent)
        self.control = SwitchBox()
        self._hint = TextLabel(role="small", tone="muted")
        column = QVBoxLayout(self)
        # The box stands where the controls beside it do: below the height of a label.
        column.setContentsMargins(0, Spacing.XL, 0, 0)
        column.setSpacing(Spacing.XS)
        column.addWidget(self.control)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.setFocusProxy(self.control)

    def set_label(self, label: str) -> None:
        """Say what is switched."""
        self.control.setText(label)
        self.control.setAccessibleName(label)

    def set_helper(self, text: str) -> None:
        """Say what it means."""
        self._hint.setText(text)
        self.control.setAccessibleDescription(text)


class _AskedField:
    """One field of the provider and the widgets that ask for it."""

    def __init__(self, asked: AccountField, tasks: TaskOwner) -> None:
        self.asked = asked
        self.field: Field | SwitchField
        if asked.kind is FieldKind.SWITCH:
            self.field = SwitchField()
        elif asked.kind is FieldKind.TIME_ZONE:
            self.field = Field("", TimeZoneBox(tasks))
        elif asked.kind is FieldKind.SECRET:
            self.field = Field("", SecretEdit(), optional=not asked.required)
        else:
            edit = LineEdit(ltr=asked.kind not in _NUMBERS)
            self.field = Field("", edit, optional=not asked.required)
            if asked.kind is FieldKind.AMOUNT:
                edit.editingFinished.connect(self._rewrite)
        self.control.setObjectName(f"account.{asked.name}")

    @property
    def control(self) -> QWidget:
        return self.field.control

    @property
    def is_rarely_changed(self) -> bool:
        return self.asked.kind in _RARE or self.asked.name == "path_prefix"

    def value(self) -> Setting:
        control = self.control
        if isinstance(control, QCheckBox):
            return control.isChecked()
        if isinstance(control, TimeZoneBox):
            return control.zone()
        text = control.text() if isinstance(control, LineEdit) else ""
        if self.asked.kind is FieldKind.AMOUNT:
            return _plain_amount(text)
        return to_latin_digits(text) if self.asked.kind in _NUMBERS else text

    def set_value(self, value: Setting) -> None:
        control = self.control
        if isinstance(control, QCheckBox):
            control.setChecked(value is True)
        elif isinstance(control, TimeZoneBox):
            control.set_zone(str(value))
        elif isinstance(control, LineEdit):
            control.setText(self._written(str(value)))
            control.setCursorPosition(0)

    def call_on_change(self, changed: Callable[[], None]) -> None:
        control = self.control
        if isinstance(control, QCheckBox):
            control.toggled.connect(lambda _: changed())
        elif isinstance(control, TimeZoneBox):
            control.editTextChanged.connect(lambda _: changed())
        elif isinstance(control, LineEdit):
            control.textChanged.connect(lambda _: changed())

    def retranslate(self) -> None:
        self.field.set_label(QCoreApplication.translate("AccountField", self.asked.label))
        hint = self.asked.hint
        self.field.set_helper(QCoreApplication.translate("AccountField", hint) if hint else "")
        if self.asked.kind in _NUMBERS:
            self._rewrite()

    def _rewrite(self) -> None:
        self.set_value(self.value())

    def _written(self, text: str) -> str:
        """Return a setting as the language writes it; what is no number stays as it was typed."""
        fmt = current_locale_format()
        if self.asked.kind is FieldKind.AMOUNT:
            return fmt.amount(text) if text.isascii() and text.isdigit() else text
        return fmt.digits(text) if self.asked.kind in _NUMBERS else text


class AccountFields(QWidget):
    """A provider's fields; those that are rarely changed are folded away.

    Signals:
        changed: when a person changes anything.
    """

    changed = Signal()

    def __init__(self, spec: ProviderSpec, tasks: TaskOwner, parent: QWidget | None = None) -> None:
        """Make the fields of `spec` with what a new account starts with."""
        super().__init__(parent)
        self._fields = [_AskedField(asked, tasks) for asked in spec.fields]
        self._kept: set[str] = set()
        usual, self._rare = FoldingGrid(), FoldingGrid()
        usual.lay_out(asked.field for asked in self._fields if not asked.is_rarely_changed)
        self._rare.lay_out(asked.field for asked in self._fields if asked.is_rarely_changed)
        self._fold = QuietButton(icon_name="chevron-down")
        self._fold.setObjectName("account.advanced")
        self._fold.setCheckable(True)
        self._fold.setAutoDefault(False)
        self._fold.toggled.connect(self._rare.setVisible)
        self._fold.toggled.connect(lambda _: self._name_fold())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.M)
        column.addWidget(usual)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._rare)
        self._rare.hide()
        self.set_values({asked.asked.name: asked.asked.default for asked in self._fields})
        self._retranslate()
        for asked in self._fields:
            asked.call_on_change(self.changed.emit)

    def values(self) -> dict[str, Setting]:
        """Return what stands in the fields, secrets included, by field name."""
        return {asked.asked.name: asked.value() for asked in self._fields}

    def set_values(self, values: Mapping[str, Setting]) -> None:
        """Show settings; a field that is not among them stays as it is, and no secret is ever shown."""
        for asked in self._fields:
            if asked.asked.kind is not FieldKind.SECRET and asked.asked.name in values:
                asked.set_value(values[asked.asked.name])

    def set_secrets_kept(self, names: set[str]) -> None:
        """Say for which secrets the vault holds something, so that they need not be typed again."""
        self._kept = names
        self._write_placeholders()

    def show_problems(self, problems: Mapping[str, Words]) -> QWidget | None:
        """Show a message beside each field that is named, none beside the others; return the first at fault."""
        first: QWidget | None = None
        for asked in self._fields:
            problem = problems.get(asked.asked.name)
            if isinstance(asked.field, Field):
                asked.field.set_error(problem)
            if problem:
                if asked.is_rarely_changed:
                    self._fold.setChecked(True)
                first = first or asked.control
        return first

    def tab_order(self) -> list[QWidget]:
        """Return the controls in the order in which they are gone through."""
        usual = [asked.control for asked in self._fields if not asked.is_rarely_changed]
        rare = [asked.control for asked in self._fields if asked.is_rarely_changed]
        return [*usual, self._fold, *rare]

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for asked in self._fields:
            asked.retranslate()
        self._name_fold()
        self._write_placeholders()

    def _name_fold(self) -> None:
        opened = self._fold.isChecked()
        self._fold.setText(self.tr("Fewer settings") if opened else self.tr("More settings"))

    def _write_placeholders(self) -> None:
        for asked in self._fields:
            if isinstance(asked.control, SecretEdit):
                kept = asked.asked.name in self._kept
                asked.control.setPlaceholderText(
                    self.tr("Kept in the vault; type to replace") if kept else ""
                )


def _plain_amount(text: str) -> str:
    """Return an amount's digits, without groups; what is no amount as it was typed, for the check to speak of."""
    try:
        return parse_amount(text, RIAL).text
    except AmountError:
        return text.strip()
