"""How the program is to be started: told by the command line, the demo or a test."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cashier.domain.choices import Appearance, Language

if TYPE_CHECKING:
    from cashier.domain.clock import Clock
    from cashier.services.asking import AskingPlan
    from cashier.services.backups import BackupPlan
    from cashier.services.list_sync import ListPlan
    from cashier.services.sync_loop import SyncPlan
    from cashier.vault.protocol import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """How the program is to be started.

    Attributes:
        profile: the folder that holds this till's database, log and, on some machines, its encrypted vault.
        vault: where secrets are; None means the machine's keyring, or what the person chooses without one.
        language: shown until the shop has chosen; None means the system's.
        appearance: as `language`.
        size: of the window, in device-independent pixels; None means its usual size.
        plan: how unknown outcomes are asked about; None means as usual.
        sync_plan: how eagerly open things are looked at; None means as usual.
        list_plan: how often the providers' lists are read; None means as usual.
        backup_plan: when backups are made by themselves; None means as usual.
        clock: of the till; None means the machine's.
    """

    profile: Path
    vault: Vault | None = None
    language: Language | None = None
    appearance: Appearance = Appearance.SYSTEM
    size: tuple[int, int] | None = None
    plan: AskingPlan | None = None
    sync_plan: SyncPlan | None = None
    list_plan: ListPlan | None = None
    backup_plan: BackupPlan | None = None
    clock: Clock | None = None
