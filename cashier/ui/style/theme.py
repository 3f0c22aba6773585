"""Puts the tokens on the screen: Fusion, one palette, one small style sheet, one direction.

`QtCore.Qt`, which has a hundred enums made at its first use, is not needed by the first window: see `first_window.py`.
"""

from __future__ import annotations

from string import Template
from typing import Final

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from cashier.ui.style.fonts import base_font
from cashier.ui.style.tokens import (
    DARK,
    FIELD_HEIGHT,
    LIGHT,
    RADIUS,
    RADIUS_CARD,
    THEMES,
    Theme,
)

_MIDDLE_LIGHTNESS: Final = 128

# Only what a palette cannot say. Paddings are the same on both sides, so that nothing has to be mirrored; the
# one exception is a line edit's, which Qt itself turns round with the reading direction.
_STYLE_SHEET: Final = Template("""
QToolTip { background: $text; color: $surface; border: 0; padding: 6px 8px; }
QFrame#card, QFrame[kind="card"] { background: $surface; border: 1px solid $border; border-radius: ${radius_card}px; }
QFrame[kind="subtle"] { background: $background; border: 0; border-radius: ${radius}px; }
QFrame[kind="divider"] { background: $border; border: 0; max-height: 1px; min-height: 1px; }
QLabel[tone="muted"] { color: $muted_text; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="info"] { color: $info; }
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox {
  background: $surface; color: $text; border: 1px solid $border; border-radius: ${radius}px;
  padding: 1px 12px; placeholder-text-color: $muted_text;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QDateEdit, QSpinBox { min-height: ${field_inner}px; }
QPlainTextEdit { padding: 8px 11px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: 0 11px;
}
QPlainTextEdit:focus { padding: 7px 10px; }
QLineEdit[invalid="true"], QComboBox[invalid="true"] { border: 2px solid $danger; padding: 0 11px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $muted_text; background: $background; }
QLineEdit:read-only { background: $background; }
QLineEdit[searching="true"] { padding-left: 42px; }
QLineEdit[shape="amount"], QComboBox[shape="amount"] { min-height: 80px; }
QLineEdit[shape="low amount"], QComboBox[shape="low amount"] { min-height: 54px; }
QLineEdit[shape="code"] { min-height: 74px; max-height: 74px; border: 0; padding: 0; background: transparent; }
QLineEdit[shape="low code"] { min-height: 56px; max-height: 56px; border: 0; padding: 0; background: transparent; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: 0; width: 26px; }
QComboBox::down-arrow { image: none; }
QComboBoxPrivateContainer { background: $surface; border: 0; }
QComboBox QAbstractItemView {
  background: $surface; color: $text; border: 1px solid $border; border-radius: 0; outline: 0;
  selection-background-color: $accent_soft; selection-color: $accent;
}
QComboBox QAbstractItemView::item { min-height: 44px; padding: 0 12px; }
QTableView::item { padding: 0 12px; border: 0; }
QTableView, QTreeView, QListView {
  background: $surface; color: $text; border: 1px solid $border; border-radius: ${radius_card}px; outline: 0;
  gridline-color: $border; selection-background-color: $accent_soft; selection-color: $text;
}
QListView[kind="offers"]::item { padding: 0 12px; }
QListView[kind="offers"]::item:selected { background: $accent_soft; color: $accent; }
QListView[kind="choices"] { border: 0; background: transparent; selection-color: $accent; }
QListView[kind="choices"]::item { padding: 0 12px; border-radius: 6px; }
QListView[kind="choices"]::item:hover { background: $hover; }
QListView[kind="choices"]::item:selected { background: $accent_soft; color: $accent; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: $surface; color: $muted_text; border: 0; border-bottom: 1px solid $border; padding: 12px; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: 0; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $track; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 40px; margin: 0 3px; }
QScrollBar::handle:horizontal { min-width: 40px; margin: 3px 0; }
QScrollBar::handle:hover { background: $muted_text; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QRadioButton { spacing: 10px; }
QRadioButton::indicator { width: 18px; height: 18px; border: 1px solid $muted_text; border-radius: 10px; background: $surface; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 6px solid $accent; }
QMenu { background: $surface; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 8px 16px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; color: $accent; }
""")

IS_FUSION: Final = "cashierIsFusion"
_FIELD_BORDERS_AND_PADDING: Final = 4

_current = LIGHT


def current_theme() -> Theme:
    """Return the theme that was applied last (light before the first)."""
    return _current


def palette_for(theme: Theme) -> QPalette:
    """Return the palette of `theme` for all of Fusion's roles."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.background,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.background,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted_text,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.danger,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.ToolTipBase: theme.text,
        QPalette.ColorRole.ToolTipText: theme.surface,
        QPalette.ColorRole.Light: theme.surface,
        QPalette.ColorRole.Midlight: theme.hover,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Dark: theme.muted_text,
        QPalette.ColorRole.Shadow: theme.shadow,
    }
    for role, color in roles.items():
        made.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted_text))
    return made


def style_sheet_for(theme: Theme) -> str:
    """Return the application's style sheet for `theme`; it serves both reading directions."""
    colors = {name: getattr(theme, name) for name in Theme.__dataclass_fields__}
    return _STYLE_SHEET.substitute(
        colors,
        radius=RADIUS,
        radius_card=RADIUS_CARD,
        field_inner=FIELD_HEIGHT - _FIELD_BORDERS_AND_PADDING,
    )


def apply_theme(app: QApplication, theme: Theme, direction: QtCore.Qt.LayoutDirection | None) -> None:
    """Dress the whole application in `theme` and turn it to `direction`; call again to change either.

    None leaves the direction to the translations that are installed.

    Every widget gets Qt's own StyleChange, PaletteChange and LayoutDirectionChange events.
    """
    global _current  # noqa: PLW0603 - like QApplication's palette: one look for one application
    _current = theme
    # Asked of the application itself: under a style sheet its style has no name, and setting it takes as long as all else.
    if not app.property(IS_FUSION):
        app.setStyle("Fusion")
        app.setProperty(IS_FUSION, True)
    app.setFont(base_font())
    app.setPalette(palette_for(theme))
    if direction is not None:
        app.setLayoutDirection(direction)
    sheet = style_sheet_for(theme)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)


def system_theme(app: QApplication) -> Theme:
    """Return the theme that the operating system asks for; light where it does not say."""
    return DARK if app.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark else LIGHT


def guessed_system_theme(app: QApplication) -> Theme:
    """Return the theme that the system's own colours go with; to be asked before one of ours is applied.

    It mostly says the same as `system_theme`, and is known sooner.
    """
    return DARK if app.palette().window().color().lightness() < _MIDDLE_LIGHTNESS else LIGHT


class ThemeController(QObject):
    """Keeps the application in the chosen theme, following the system while the choice is "system".

    Signals:
        theme_changed: after another theme or direction was applied.
    """

    theme_changed = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        """Watch the system's colour scheme for `app`; nothing is applied before the first `set_*`."""
        super().__init__(parent)
        self._app = app
        self._choice = "system"
        self._direction: QtCore.Qt.LayoutDirection | None = None
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def set_choice(self, choice: str) -> None:
        """Use "light", "dark" or what the "system" says.

        Raises:
            KeyError: for any other word.
        """
        if choice != "system":
            THEMES[choice]
        self._choice = choice
        self._apply()

    def set_direction(self, direction: QtCore.Qt.LayoutDirection) -> None:
        """Turn the application to `direction`."""
        self._direction = direction
        self._apply()

    def theme(self) -> Theme:
        """Return the theme that the choice stands for now."""
        return THEMES.get(self._choice) or system_theme(self._app)

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        apply_theme(self._app, self.theme(), self._direction)
        self.theme_changed.emit()
