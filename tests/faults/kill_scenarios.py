"""What is killed at every step: making a backup, restoring, recovering, moving to another machine, upgrading.

Each scenario makes a profile, does one thing with it, and then says whether what it finds afterwards is whole: `judge` opens the
till as the next run of the program would, and returns a word for what it found. Whatever it is, nothing may be lost.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from cashier.domain.backup import BackupReason
from cashier.domain.restoring import RestoreOrder
from cashier.services.bringing_in import import_everything
from cashier.services.operators import WrongPinError
from cashier.services.restored_items import read_restored
from cashier.services.restoring import is_anyones, recover_damaged, restore, start_empty
from cashier.services.system_clock import SystemClock
from cashier.storage import backup_check, profile_files, schema, settings
from cashier.storage.database import Database
from cashier.storage.errors import DatabaseDamagedError
from tests.faults.kept_profiles import (
    PASSPHRASE,
    PIN,
    PLAN,
    backups_of,
    by_manager,
    file_of_version,
    is_whole,
    make_shop,
    mark,
    old_rows,
    open_shop,
    profile,
    remember,
    remembered,
    require,
    rows_of,
    rows_of_closed,
    without_codes,
)
from tests.faults.kept_vault import KeptVault


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One thing that is killed at every step.

    Attributes:
        prepare: makes the profile, in an empty folder.
        act: does the thing; calls what it is given when it begins.
        judge: looks at the folder after a kill; returns `old` or `new`. Raises `LostError` if anything is lost.
    """

    name: str
    prepare: Callable[[Path], Coroutine[Any, Any, None]]
    act: Callable[[Path, Callable[[], None]], Coroutine[Any, Any, None]]
    judge: Callable[[Path], Coroutine[Any, Any, str]]


# Making a backup


async def _prepare_backup(folder: Path) -> None:
    await make_shop(folder)
    second = folder / "stick"
    second.mkdir()
    till = await open_shop(folder)
    await till.backups.choose_second_folder(second)
    await till.backups.make(BackupReason.DAILY)
    await till.close()
    remember(folder, "before", rows_of_closed(profile(folder)))


async def _act_backup(folder: Path, begin: Callable[[], None]) -> None:
    till = await open_shop(folder)
    begin()
    await till.backups.make()
    await till.close()


async def _judge_backup(folder: Path) -> str:
    _require_backups_whole(folder)
    before = len(backups_of(folder))
    till = await open_shop(folder, plan=PLAN)
    try:
        require(await till.database.read(is_whole), "the till's file")
        require(await till.database.read(rows_of) == remembered(folder, "before"), "what was in it")
        await till.backups.make()
        require(till.backups.state.trouble is None, "the next backup")
    finally:
        await till.close()
    _require_backups_whole(folder)
    for place in (profile(folder).parent / "backups", folder / "stick" / "Cashier backups"):
        require(not list(place.glob("*.part*")), "what was left is cleared away")
    return "new" if before == 2 else "old"


def _require_backups_whole(folder: Path) -> None:
    for place in (profile(folder).parent / "backups", folder / "stick" / "Cashier backups"):
        for file in place.glob("cashier-*.db") if place.is_dir() else ():
            backup_check.check_whole(file, lambda: True)


# Restoring


async def _prepare_restore(folder: Path) -> None:
    await make_shop(folder)
    till = await open_shop(folder)
    await till.backups.make()
    await mark(till, "since")
    # A wrong PIN, so that there is something to be forgiven.
    people = await till.operators.in_service()
    with suppress(WrongPinError):
        await till.operators.check_pin(people[-1].id, "111111")
    await till.close()
    remember(folder, "before", rows_of_closed(profile(folder)))


async def _act_restore(folder: Path, begin: Callable[[], None]) -> None:
    till = await open_shop(folder)
    people = await till.operators.in_service()
    contents = await till.backups.look(backups_of(folder)[0].path)
    await till.close()
    begin()
    await restore(profile(folder), RestoreOrder(contents=contents, manager_id=people[-1].id), SystemClock())
    # The next start is killed as well.
    await (await Database.open(profile(folder))).close()


async def _judge_restore(folder: Path) -> str:
    path = profile(folder)
    database = await Database.open(path)
    try:
        require(await database.read(is_whole), "the till's file")
        marked = await database.read(lambda connection: settings.get(connection, "marked"))
        restored = await database.read(read_restored)
        rows = await database.read(rows_of)
        people = await database.read(lambda c: c.execute("SELECT max(failed_tries) FROM operators").get)
        to_send = await database.read(_can_leave_by_itself)
    finally:
        await database.close()
    require(not profile_files.swap_folder(path).exists(), "nothing is left half done")
    require(people == 1, "the wrong PINs")
    aside = sorted(profile_files.set_aside_folder(path).glob("*")) if restored else []
    if restored is None:
        require(marked == "since" and rows == remembered(folder, "before"), "the old file")
        return "old"
    require(marked == "backed up", "the backup's content")
    require(not to_send, "nothing can leave by itself")
    require([file.name for file in aside] == [Path(restored.set_aside).name], "one file is set aside")
    backup_check.check_whole(aside[0], lambda: True)
    require(rows_of_closed(aside[0]) == remembered(folder, "before"), "the old file is set aside whole")
    return "new"


def _can_leave_by_itself(connection: apsw.Connection) -> int:
    found: int = connection.execute(
        "SELECT (SELECT count(*) FROM outbox)"
        " + (SELECT count(*) FROM withdrawals WHERE state IN ('draft', 'awaiting_approval', 'approved', 'submitting'))"
        " + (SELECT count(*) FROM payments WHERE state IN ('draft', 'requesting', 'confirming'))"
        " + (SELECT count(*) FROM operations WHERE state IN ('prepared', 'sent'))"
    ).get
    return found


# Recovering


async def _prepare_recovery(folder: Path) -> None:
    await _prepare_restore(folder)
    path = profile(folder)
    with path.open("r+b") as file:
        file.write(b"no database any more" * 50)
    profile_files.companions(path)[0].write_bytes(b"what the log held")
    (folder / "damaged").write_bytes(path.read_bytes())
    # The newest backup is no good either; the one before is.
    good = backups_of(folder)[0].path
    name = good.name.replace("asked", "daily").replace("cashier-", "cashier-", 1)
    bad = good.with_name(name.replace(name.split("-")[2], "20991231T000000Z"))
    bad.write_bytes(good.read_bytes()[: good.stat().st_size // 2])


async def _act_recovery(folder: Path, begin: Callable[[], None]) -> None:
    begin()
    await recover_damaged(profile(folder), SystemClock())
    await (await Database.open(profile(folder))).close()


async def _judge_recovery(folder: Path) -> str:
    path = profile(folder)
    found = "new"
    try:
        database = await Database.open(path)
    except DatabaseDamagedError:
        found = "old"
        require(path.read_bytes() == (folder / "damaged").read_bytes(), "the damaged file as it is")
        await recover_damaged(path, SystemClock())
        database = await Database.open(path)
    try:
        require(await database.read(is_whole), "the recovered file")
        restored = await database.read(read_restored)
        require(not await database.read(_can_leave_by_itself), "nothing can leave by itself")
    finally:
        await database.close()
    require(restored is not None, "what happened is told")
    aside = Path(restored.set_aside) if restored else path
    require(aside.read_bytes() == (folder / "damaged").read_bytes(), "the damaged file is set aside")
    require(profile_files.companions(aside)[0].read_bytes() == b"what the log held", "and what was beside it")
    return found


# Beginning anew


async def _act_start_empty(folder: Path, begin: Callable[[], None]) -> None:
    begin()
    await start_empty(profile(folder), SystemClock())
    await (await Database.open(profile(folder))).close()


async def _judge_start_empty(folder: Path) -> str:
    path, found = profile(folder), "new"
    try:
        await (await Database.open(path)).close()
    except DatabaseDamagedError:
        found = "old"
        require(path.read_bytes() == (folder / "damaged").read_bytes(), "the damaged file as it is")
        await start_empty(path, SystemClock())
        await (await Database.open(path)).close()
    require(not is_anyones(path), "an empty till")
    (aside,) = profile_files.set_aside_folder(path).glob("damaged-*.db")
    require(aside.read_bytes() == (folder / "damaged").read_bytes(), "the damaged file is set aside")
    return found


# Moving to another machine


async def _prepare_import(folder: Path) -> None:
    await make_shop(folder)
    till = await open_shop(folder)
    exported = await till.backups.export_everything(
        folder, PASSPHRASE, readme="What this is.", **await by_manager(till)
    )
    await till.close()
    exported.rename(folder / "exported")
    profile(folder).parent.rename(folder / "old machine")
    (folder / "vault.json").unlink()
    # The new machine's till has been opened, and nobody works there.
    await (await Database.open(profile(folder))).close()


async def _act_import(folder: Path, begin: Callable[[], None]) -> None:
    vault = KeptVault(folder / "vault.json")
    begin()
    await import_everything(
        profile(folder), folder / "exported", PASSPHRASE, pin=PIN, vault=vault, clock=SystemClock()
    )
    await (await Database.open(profile(folder))).close()


async def _judge_import(folder: Path) -> str:
    path = profile(folder)
    await (await Database.open(path)).close()
    found = "new" if is_anyones(path) else "old"
    if found == "old":
        vault = KeptVault(folder / "vault.json")
        await import_everything(
            path, folder / "exported", PASSPHRASE, pin=PIN, vault=vault, clock=SystemClock()
        )
    till = await open_shop(folder)
    try:
        require(await till.database.read(is_whole), "the file that was brought in")
        require(not await till.database.read(_can_leave_by_itself), "nothing can leave by itself")
        people = await till.operators.in_service()
        require(await till.operators.check_manager(people[-1].id, PIN), "the PIN")
    finally:
        await till.close()
    return found


# Upgrading


def _upgrade(version: int) -> Scenario:
    async def prepare(folder: Path) -> None:
        file_of_version(version, profile(folder))
        remember(folder, "before", old_rows(profile(folder)))

    async def act(folder: Path, begin: Callable[[], None]) -> None:
        begin()
        await (await Database.open(profile(folder))).close()

    async def judge(folder: Path) -> str:
        path = profile(folder)
        reached = int.from_bytes(path.read_bytes()[60:64], "big")
        made = backups_of(folder)
        for backup in made:
            backup_check.check_whole(backup.path, lambda: True)
            require(backup.schema == version, "the copy is of the version before")
            require(
                old_rows(backup.path, but_codes=True) == without_codes(remembered(folder, "before")),
                "the copy",
            )
        connection = apsw.Connection(str(path))
        reached = int(connection.pragma("user_version"))
        connection.close()
        require(made or reached == version, "a copy before the first change")
        database = await Database.open(path)
        try:
            require(await database.read(is_whole), "the upgraded file")
            require(
                await database.read(lambda c: c.pragma("user_version")) == len(schema.migrations()),
                "its version",
            )
            lines = await database.read(_missing_in_history)
            require(lines == 0, "a line of history for each")
        finally:
            await database.close()
        require(old_rows(path) == remembered(folder, "before"), "what was in it")
        return "old" if reached == version else f"schema {reached}"

    return Scenario(name=f"upgrade from {version}", prepare=prepare, act=act, judge=judge)


def _missing_in_history(connection: apsw.Connection) -> int:
    found: int = connection.execute(
        "SELECT (SELECT count(*) FROM payments) + (SELECT count(*) FROM withdrawals WHERE state <> 'draft')"
        " - (SELECT count(*) FROM history)"
    ).get
    return found


SCENARIOS = {
    scenario.name: scenario
    for scenario in (
        Scenario(name="backup", prepare=_prepare_backup, act=_act_backup, judge=_judge_backup),
        Scenario(name="restore", prepare=_prepare_restore, act=_act_restore, judge=_judge_restore),
        Scenario(name="recovery", prepare=_prepare_recovery, act=_act_recovery, judge=_judge_recovery),
        Scenario(
            name="start empty", prepare=_prepare_recovery, act=_act_start_empty, judge=_judge_start_empty
        ),
        Scenario(name="import", prepare=_prepare_import, act=_act_import, judge=_judge_import),
        *(_upgrade(version) for version in (1, 2, 3)),
    )
}
