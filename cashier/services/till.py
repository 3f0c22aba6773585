"""A whole till without its window: every service over one database and one vault."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from typing import Any

import apsw

from cashier.domain.clock import Clock
from cashier.domain.identity import UUID_RANDOM_BYTES, uuid7
from cashier.domain.redaction import Redactor
from cashier.services.accounts import AccountService
from cashier.services.approvals import ApprovalService
from cashier.services.asking import AskingPlan
from cashier.services.backups import BackupPlan, BackupService
from cashier.services.batches import BatchService
from cashier.services.beneficiaries import BeneficiaryService
from cashier.services.connectivity import Connectivity
from cashier.services.decisions import DecisionService
from cashier.services.history import HistoryService
from cashier.services.history_export import HistoryExport
from cashier.services.history_keeping import HistoryKeeping
from cashier.services.late_words import LateWords
from cashier.services.list_sync import WHEN_ASKED, ListPlan, ListSync
from cashier.services.operators import OperatorService
from cashier.services.payment_chores import PaymentChores, PaymentPauses
from cashier.services.payment_desk import PaymentDesk
from cashier.services.payments import PaymentService
from cashier.services.preferences import PreferenceService, read_preferences
from cashier.services.provider_clients import ProviderClients
from cashier.services.receipts import ReceiptService
from cashier.services.reconciliation import Reconciliation
from cashier.services.session import Session
from cashier.services.sync_loop import SyncLoop, SyncPlan
from cashier.services.timer import LoopTimer, Timer
from cashier.services.withdrawal_chores import WithdrawalChores, WithdrawalPauses
from cashier.services.withdrawal_decisions import WithdrawalDecisions
from cashier.services.withdrawal_desk import WithdrawalDesk
from cashier.services.withdrawal_reconciliation import WithdrawalReconciliation
from cashier.services.withdrawal_submission import WithdrawalSubmission
from cashier.services.withdrawals import WithdrawalService
from cashier.storage import operators, settings
from cashier.storage.database import Database
from cashier.vault.protocol import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Till:
    """The services of one till, wired to each other."""

    database: Database
    session: Session
    preferences: PreferenceService
    operators: OperatorService
    accounts: AccountService
    payments: PaymentService
    decisions: DecisionService
    reconciliation: Reconciliation
    sync: SyncLoop
    connectivity: Connectivity
    desk: PaymentDesk
    withdrawals: WithdrawalService
    batches: BatchService
    approvals: ApprovalService
    beneficiaries: BeneficiaryService
    withdrawal_decisions: WithdrawalDecisions
    withdrawal_reconciliation: WithdrawalReconciliation
    withdrawal_desk: WithdrawalDesk
    clients: ProviderClients
    lists: ListSync
    history: HistoryService
    history_export: HistoryExport
    history_keeping: HistoryKeeping
    receipts: ReceiptService
    backups: BackupService

    async def start(self) -> None:
        """Take up what the run before this one left open, and begin to see to everything that is."""
        await self.reconciliation.recover()
        await self.withdrawal_reconciliation.recover()
        await self.lists.open()
        self.sync.start()
        self.history_keeping.start()
        self.backups.start()

    def under_way(self) -> list[asyncio.Task[Any]]:
        """Return the steps with money that are under way, for whoever wants to wait before closing."""
        return [*self.desk.under_way(), *self.withdrawal_desk.under_way()]

    async def close(self) -> None:
        """Wait for the steps under way, make the backup of closing time, then let go of everything."""
        await self.history_keeping.stop()
        await self.backups.stop()
        await self.sync.stop()
        # One step may begin another.
        while steps := self.under_way():
            await asyncio.gather(*steps, return_exceptions=True)
        await self.clients.close()
        await self.backups.make_closing()
        await self.database.close()


async def open_till(
    database: Database,
    vault: Vault,
    clock: Clock,
    redactor: Redactor,
    *,
    plan: AskingPlan | None = None,
    sync_plan: SyncPlan | None = None,
    list_plan: ListPlan | None = None,
    backup_plan: BackupPlan | None = None,
    timer: Timer | None = None,
) -> Till:
    """Return the services over an open database; the first operator, if there is one, is signed in.

    Without a `list_plan` the providers' lists are read, and without a `backup_plan` backups are made, only when somebody
    asks.

    Raises:
        StorageUnavailableError: if the database cannot be read or written.
    """

    def identify(connection: apsw.Connection) -> str:
        till_id = settings.get(connection, "till_id")
        if till_id is None:
            till_id = uuid7(clock.now(), os.urandom(UUID_RANDOM_BYTES))
            settings.put(connection, "till_id", till_id)
        return till_id

    session = Session(clock, await database.write(identify))
    known = await database.read(operators.in_service)
    session.operator_id = known[0].id if known else None
    connectivity = Connectivity(clock)
    clients = ProviderClients(vault, clock, redactor)
    clients.server_times.subscribe(connectivity.note_server_time)
    desk = PaymentDesk(database, clients, session, connectivity)
    timer = timer or LoopTimer()
    withdrawal_desk = WithdrawalDesk(database, clients, session, connectivity, timer)
    plan = plan or AskingPlan()
    reconciliation = Reconciliation(desk, plan, timer)
    withdrawal_reconciliation = WithdrawalReconciliation(withdrawal_desk, plan, timer)
    service = PaymentService(desk)
    sync_plan = sync_plan or SyncPlan()
    payment_chores = PaymentChores(
        desk,
        service,
        reconciliation,
        PaymentPauses(
            open_s=sync_plan.open_pause_s, retry_s=sync_plan.retry_pause_s, idle_s=sync_plan.idle_s
        ),
    )
    submission = WithdrawalSubmission(withdrawal_desk)
    withdrawal_service = WithdrawalService(withdrawal_desk, submission)
    batches = BatchService(withdrawal_desk, submission)
    withdrawal_chores = WithdrawalChores(
        withdrawal_desk,
        withdrawal_service,
        batches,
        withdrawal_reconciliation,
        WithdrawalPauses(follow_s=sync_plan.open_pause_s, retry_s=sync_plan.retry_pause_s),
    )
    preferences = PreferenceService(database, session, await database.read(read_preferences))
    operator_service = OperatorService(database, vault, session, preferences)
    account_service = AccountService(database, vault, clients, session, connectivity)
    history = HistoryService(desk, withdrawal_desk)
    lists = ListSync(
        database=database,
        clients=clients,
        session=session,
        connectivity=connectivity,
        timer=timer,
        late_words=LateWords(desk, withdrawal_desk, reconciliation, withdrawal_reconciliation),
        on_records=history.notify,
        account_changes=account_service.changes,
        plan=list_plan or WHEN_ASKED,
    )
    return Till(
        database=database,
        session=session,
        preferences=preferences,
        operators=operator_service,
        decisions=DecisionService(desk, operator_service),
        accounts=account_service,
        payments=service,
        reconciliation=reconciliation,
        sync=SyncLoop(
            database=database,
            clients=clients,
            sources=[payment_chores, withdrawal_chores, lists],
            connectivity=connectivity,
            timer=timer,
            plan=sync_plan,
        ),
        connectivity=connectivity,
        desk=desk,
        withdrawals=withdrawal_service,
        batches=batches,
        approvals=ApprovalService(withdrawal_desk, operator_service, preferences),
        beneficiaries=BeneficiaryService(database, session),
        withdrawal_decisions=WithdrawalDecisions(
            withdrawal_desk, operator_service, withdrawal_reconciliation
        ),
        withdrawal_reconciliation=withdrawal_reconciliation,
        withdrawal_desk=withdrawal_desk,
        clients=clients,
        lists=lists,
        history=history,
        history_export=HistoryExport(database, history),
        history_keeping=HistoryKeeping(history, preferences, clock),
        receipts=ReceiptService(database, session),
        backups=BackupService(database, vault, session, operator_service, preferences, plan=backup_plan),
    )
