"""What a screen reader takes our own widgets for: Qt knows the kinds it made itself, and no others."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE = QAccessible.Role
# By the names of classes; a class derived from one of these is the same.
_ROLES: Final = {
    "StateChip": _ROLE.StaticText,
    "AmountLabel": _ROLE.StaticText,
    "Banner": _ROLE.AlertMessage,
    "QrView": _ROLE.Graphic,
    # The days of a calendar's month.
    "_Days": _ROLE.Table,
    "NavigationRail": _ROLE.ToolBar,
    "ChoiceCards": _ROLE.Grouping,
    "LanguageCards": _ROLE.Grouping,
    "AccountCards": _ROLE.Grouping,
    "SegmentedChoice": _ROLE.Grouping,
}
_installed: list[Any] = []


def install_accessible_roles() -> None:
    """Tell Qt what our own widgets are; once is enough, and further times do nothing."""
    if not _installed:
        # Qt keeps no reference to it.
        _installed.append(_interface_of)
        QAccessible.installFactory(_interface_of)


def _interface_of(class_name: str, widget: QObject) -> QAccessibleInterface | None:
    """Return how a screen reader sees a widget, asked for each class it is derived from, its own first."""
    role = _ROLES.get(class_name)
    if role is None or not isinstance(widget, QWidget):
        return None
    return QAccessibleWidget(widget, role)
