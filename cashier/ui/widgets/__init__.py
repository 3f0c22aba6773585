"""The kit that pages and dialogs are made of."""

from cashier.ui.widgets.amount_edit import AmountEdit
from cashier.ui.widgets.banner import Banner
from cashier.ui.widgets.buttons import DangerButton, KeyHint, PrimaryButton, QuietButton, SecondaryButton
from cashier.ui.widgets.calendar_view import CalendarView
from cashier.ui.widgets.card import Card, Divider, SubtleCard
from cashier.ui.widgets.check_box import CheckBox
from cashier.ui.widgets.code_edit import CodeEdit
from cashier.ui.widgets.combo_box import ComboBox
from cashier.ui.widgets.copy_label import CopyLabel, ReferenceLabel
from cashier.ui.widgets.countdown_bar import CountdownBar
from cashier.ui.widgets.empty_state import EmptyState
from cashier.ui.widgets.field import Field
from cashier.ui.widgets.iban_edit import IbanEdit
from cashier.ui.widgets.line_edit import LineEdit, SearchEdit
from cashier.ui.widgets.navigation_rail import NavigationRail
from cashier.ui.widgets.progress_bar import ProgressBar
from cashier.ui.widgets.qr_view import QrView
from cashier.ui.widgets.rail_entry import RailEntry
from cashier.ui.widgets.selectable_card import SelectableCard
from cashier.ui.widgets.sheet import Sheet
from cashier.ui.widgets.spinner import Spinner
from cashier.ui.widgets.state_chip import StateChip, StateKind, chip_size, paint_chip
from cashier.ui.widgets.text_label import AmountLabel, TextLabel

__all__ = [
    "AmountEdit",
    "AmountLabel",
    "Banner",
    "CalendarView",
    "Card",
    "CheckBox",
    "CodeEdit",
    "ComboBox",
    "CopyLabel",
    "CountdownBar",
    "DangerButton",
    "Divider",
    "EmptyState",
    "Field",
    "IbanEdit",
    "KeyHint",
    "LineEdit",
    "NavigationRail",
    "PrimaryButton",
    "ProgressBar",
    "QrView",
    "QuietButton",
    "RailEntry",
    "ReferenceLabel",
    "SearchEdit",
    "SecondaryButton",
    "SelectableCard",
    "Sheet",
    "Spinner",
    "StateChip",
    "StateKind",
    "SubtleCard",
    "TextLabel",
    "chip_size",
    "paint_chip",
]
