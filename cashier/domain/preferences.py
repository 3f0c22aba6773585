"""How the shop wants its till: language, appearance, days, receipts, how long history is kept."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from cashier.domain.choices import (
    HOME_ZONES,
    Appearance,
    CalendarChoice,
    DigitChoice,
    KeepHistory,
    Language,
    MotionChoice,
    ReceiptPaper,
    ReceiptPrinter,
    Switch,
)
from cashier.domain.money import RIAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """How the shop wants its till.

    Attributes:
        shop_name: what stands on the screen and on receipts.
        time_zone: an IANA name; the shop's days begin at its midnight.
        withdrawal_unit: the code of the unit in which withdrawals were typed last: rial or toman.
        receipt_address: of the thermal printer that is spoken to directly: a host and port, or a device.
        receipt_footer: what stands at the end of every receipt.
        receipt_logo: the path of a picture that stands over the shop's name; empty for none.
        receipt_drawer: whether the cash drawer opens with a receipt, where the printer is spoken to directly.
        backup_folder: where backups are kept a second time, on another disk or a stick; empty for nowhere.
    """

    shop_name: str = ""
    language: Language = Language.PERSIAN
    appearance: Appearance = Appearance.SYSTEM
    time_zone: str = HOME_ZONES[Language.PERSIAN]
    withdrawal_unit: str = RIAL.code
    calendar: CalendarChoice = CalendarChoice.BY_LANGUAGE
    digits: DigitChoice = DigitChoice.BY_LANGUAGE
    motion: MotionChoice = MotionChoice.SYSTEM
    keep_history: KeepHistory = KeepHistory.FOR_EVER
    receipt_paper: ReceiptPaper = ReceiptPaper.ROLL_80
    receipt_printer: ReceiptPrinter = ReceiptPrinter.SYSTEM
    receipt_address: str = ""
    receipt_footer: str = ""
    receipt_logo: str = ""
    receipt_drawer: Switch = Switch.OFF
    backup_folder: str = ""

    @property
    def zone(self) -> ZoneInfo:
        """The shop's time zone."""
        return ZoneInfo(self.time_zone)
