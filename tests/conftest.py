"""What all tests share: no display, and one sandbox for the whole session."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from cashier.domain.account import Account, Setting
from cashier.domain.money import Money
from cashier.domain.operation import OperationState
from cashier.domain.operator import Operator
from cashier.domain.payment import Payment, PaymentState
from cashier.domain.redaction import Redactor
from cashier.sandbox.credentials import (
    AQAYEPARDAKHT_ACCOUNT,
    AQAYEPARDAKHT_CODE,
    AQAYEPARDAKHT_PIN,
    DIGIBANK_API_KEY,
    DIGIBANK_CUSTOMER,
    PAYSTAR_ACCESS_PASSWORD,
    PAYSTAR_APPLICATION_ID,
    PAYSTAR_DEPOSIT,
    PAYSTAR_REFRESH_TOKEN,
    RESID_AUTHORIZATION_CODE,
    RESID_MERCHANT,
)
from cashier.sandbox.server import SandboxServer
from cashier.services.accounts import AccountForm
from cashier.services.asking import AskingPlan
from cashier.services.backups import BackupPlan
from cashier.services.list_sync import WHEN_ASKED
from cashier.services.payment_form import CheckedPayment
from cashier.services.sync_loop import SyncPlan
from cashier.services.till import Till, open_till
from cashier.services.timer import Timer
from cashier.storage import accounts
from cashier.storage.database import Database
from cashier.vault import MemoryVault

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says something of the machine, and is not for a test to judge.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that no process is left waiting for it in the end."""
    items.sort(key=lambda item: item.get_closest_marker("first") is None)


@pytest.fixture(scope="session")
def sandbox_server() -> Iterator[SandboxServer]:
    """Serve the four providers on loopback; use `sandbox`, which starts anew for each test."""
    with SandboxServer() as server:
        yield server


@pytest.fixture
def sandbox(sandbox_server: SandboxServer) -> SandboxServer:
    """Return the running sandbox with nothing in its ledger and no fault switched on."""
    sandbox_server.control.reset()
    return sandbox_server


_UNDER_WAY = {PaymentState.REQUESTING, PaymentState.CONFIRMING, PaymentState.UNKNOWN}


class ShiftedClock:
    """The machine's clock, put forward or back as a test likes."""

    def __init__(self) -> None:
        self.shift = timedelta()

    def now(self) -> datetime:
        """Return the shifted time, UTC."""
        return datetime.now(UTC) + self.shift

    def advance(self, seconds: float) -> None:
        """Put the clock forward, or back."""
        self.shift += timedelta(seconds=seconds)


class TillMaker:
    """Opens the real services on one file, again and again, over one vault and one clock.

    Attributes:
        path: the file.
        plan: pauses of a few milliseconds, so that unknown outcomes are settled at once.
        list_plan: the providers' lists are read only when the test asks.
        backup_plan: backups likewise.
        timer: None measures pauses as the program does.
    """

    MANAGER_PIN = "482913"

    def __init__(self, folder: Path, sandbox: SandboxServer) -> None:
        self.path = folder / "profile" / "till.sqlite3"
        self.clock = ShiftedClock()
        self.vault = MemoryVault()
        self.redactor = Redactor()
        self.plan = AskingPlan(
            pauses_s=(0.001, 0.005, 0.01, 0.02, 0.05, 0.05),
            not_found_gap=timedelta(milliseconds=5),
            withdrawal_not_found_gap=timedelta(milliseconds=5),
            expiry_margin=timedelta(seconds=30),
        )
        self.sync_plan = SyncPlan(
            retry_pause_s=0.02, first_back_off_s=0.005, longest_back_off_s=0.05, idle_s=1.0
        )
        self.list_plan = WHEN_ASKED
        self.backup_plan: BackupPlan | None = None
        self.timer: Timer | None = None
        self.sandbox = sandbox

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[Till]:
        """Open the till as a run of the program does, and close it."""
        till = await self.open()
        try:
            yield till
        finally:
            await till.close()

    async def open(self) -> Till:
        """Open the till; whoever does closes it."""
        database = await Database.open(self.path)
        till = await open_till(
            database,
            self.vault,
            self.clock,
            self.redactor,
            plan=self.plan,
            sync_plan=self.sync_plan,
            list_plan=self.list_plan,
            backup_plan=self.backup_plan,
            timer=self.timer,
        )
        await till.start()
        return till

    async def digibank(self, till: Till, **settings: Setting) -> Account:
        """Add the sandbox's digibank account; `settings` stand over the defaults, as they are stored."""
        values = {"api_key": DIGIBANK_API_KEY, "customer_letters": True}
        return await self._add(till, "digibank", values, settings)

    async def resid(self, till: Till, **settings: Setting) -> Account:
        """Add the sandbox's resid account, likewise."""
        values = {"authorization_code": RESID_AUTHORIZATION_CODE, "merchant": RESID_MERCHANT}
        return await self._add(till, "resid", values, settings)

    async def paystar(self, till: Till, **settings: Setting) -> Account:
        """Add the sandbox's paystar account, likewise."""
        values = {
            "application_id": PAYSTAR_APPLICATION_ID,
            "access_password": PAYSTAR_ACCESS_PASSWORD,
            "refresh_token": PAYSTAR_REFRESH_TOKEN,
            "deposit": PAYSTAR_DEPOSIT,
        }
        return await self._add(till, "paystar", values, settings)

    async def aqayepardakht(self, till: Till, **settings: Setting) -> Account:
        """Add the sandbox's aqayepardakht account, likewise."""
        values = {
            "account": AQAYEPARDAKHT_ACCOUNT,
            "code": AQAYEPARDAKHT_CODE,
            "pin": AQAYEPARDAKHT_PIN,
        }
        return await self._add(till, "aqayepardakht", values, settings)

    async def manager(self, till: Till) -> Operator:
        """Do the first run: return the shop's first manager, whose PIN is `MANAGER_PIN`."""
        return await till.operators.set_up_till(
            till.preferences.current, name="Mina Example", pin=self.MANAGER_PIN
        )

    async def _add(
        self, till: Till, provider: str, values: dict[str, Setting], settings: dict[str, Setting]
    ) -> Account:
        base_url = str(settings.pop("base_url", self.sandbox.url(provider)))
        form = AccountForm(provider=provider, label=f"{provider} 1", base_url=base_url, values=values)
        added = await till.accounts.add(form)
        # Straight to the disk: a form takes no fractions of a second.
        account = replace(added, settings={**added.settings, **settings})
        await till.database.write(lambda connection: accounts.save(connection, account))
        return account

    async def at_rest(self, till: Till, payment_id: str) -> Payment:
        """Wait until what became of a payment is known, or a person must look; return it as it stands then."""
        changed = asyncio.Event()
        unsubscribe = till.payments.changes.subscribe(lambda _: changed.set())
        try:
            while True:
                payment = await till.payments.get(payment_id)
                operation = await till.payments.last_operation(payment_id)
                with_person = operation is not None and operation.state is OperationState.NEEDS_PERSON
                if with_person or payment.state not in _UNDER_WAY:
                    return payment
                await changed.wait()
                changed.clear()
        finally:
            unsubscribe()

    def order(self, account: Account, amount: str = "10", unit: str | None = None) -> CheckedPayment:
        """Return what a checked form holds."""
        by_customer = account.provider == "digibank"
        return CheckedPayment(
            money=Money.of(amount, unit or ("USDT" if by_customer else "IRR")),
            customer_no=DIGIBANK_CUSTOMER if by_customer else "",
            note="",
        )


@pytest.fixture
def tills(tmp_path: Path, sandbox: SandboxServer) -> TillMaker:
    """Return what opens a till on a file of this test's own, with accounts in the sandbox."""
    return TillMaker(tmp_path, sandbox)
