"""An application in a known look and language for each test of the kit."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cashier.ui.locale_format import LocaleFormat, set_current_locale_format
from cashier.ui.style.theme import apply_theme
from cashier.ui.style.tokens import LIGHT

ZONE = ZoneInfo("Asia/Tehran")


@pytest.fixture
def persian(qapp):
    """Dress the application in light and Persian, and in English again afterwards."""
    fmt = LocaleFormat("fa", ZONE)
    set_current_locale_format(fmt)
    apply_theme(qapp, LIGHT, fmt.direction)
    yield fmt
    set_current_locale_format(LocaleFormat("en", ZONE))
    apply_theme(qapp, LIGHT, Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def english(qapp):
    """Dress the application in light and English."""
    fmt = LocaleFormat("en", ZONE)
    set_current_locale_format(fmt)
    apply_theme(qapp, LIGHT, fmt.direction)
    return fmt


@pytest.fixture
def window(qtbot):
    """Return a shown, active window of 1366 by 768."""
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
