"""What the tour does in the settings: the accounts; a backup is made, looked into, put in the place of the till's data."""

from __future__ import annotations

from cashier.demo.demo_shop import OPERATOR_PIN
from cashier.demo.hands import TourStepError
from cashier.demo.visit import Visit
from cashier.ui.widgets import Banner


async def settings(visit: Visit) -> None:
    """The shop's accounts, appearance and name."""
    await visit.hands.press("nav.settings")
    await visit.hands.until(
        lambda: visit.hands.seen_beginning_with("settings.edit."), "the accounts in the settings"
    )


async def account_tested(visit: Visit) -> None:
    """One account, and a call that proves its settings."""
    first = visit.hands.seen_beginning_with("settings.edit.")[0]
    await visit.hands.press(first.objectName())
    await visit.hands.press("account.test")
    await visit.hands.wait_for("account.testResult")


async def backup_made(visit: Visit) -> None:
    """One made by hand: when, how large, where; and a second folder to be chosen."""
    await visit.hands.press("nav.settings")
    await visit.hands.press("settings.backup.make")
    told = await visit.hands.wait_for("settings.backup.told")
    if not isinstance(told, Banner):
        raise TourStepError("the settings do not tell of the backup")
    await visit.hands.wait_for("settings.backup.look.0")


async def backup_looked_into(visit: Visit) -> None:
    """What it holds, and what would happen if it took the place of the till's data."""
    await visit.hands.press("settings.backup.look.0")
    await visit.hands.wait_until_pressable("restore.submit")
    await visit.hands.fill("restore.pin", OPERATOR_PIN)


async def backup_restored(visit: Visit) -> None:
    """A manager agreed: the till was closed, opened anew in the same window, and says what was done."""
    await visit.hands.press("restore.submit")
    await visit.hands.wait_for("restored.goOn")


async def gone_on_after_restoring(visit: Visit) -> None:
    """The till takes payments as before."""
    await visit.hands.press("restored.goOn")
    await visit.hands.wait_for("payment.amount")
