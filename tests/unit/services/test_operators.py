"""The first manager, and the PIN that opens the lock: no wrong try is forgiven or free."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from cashier.domain.operator import Operator, Role
from cashier.services.operator_pin import PEPPER_NAME, PepperMissingError, PinError
from cashier.services.operators import PinLockedError, WrongPinError
from cashier.services.preferences import Language, Preferences
from cashier.services.till import Till
from cashier.storage import events, operators

PIN = "729461"


async def _set_up(till: Till) -> Operator:
    preferences = Preferences(shop_name="نمونه", language=Language.ENGLISH)
    return await till.operators.set_up_till(preferences, name="نمونه", pin=PIN)


def test_the_first_run_makes_a_manager_who_is_signed_in(tills: Any) -> None:
    """Kept for the next run, with the preferences; the PIN is nowhere."""

    async def story() -> None:
        async with tills() as till:
            assert await till.operators.current() is None
            assert await till.operators.in_service() == []
            with pytest.raises(PinError):
                await till.operators.set_up_till(Preferences(), name="x", pin="1234")
            assert await till.operators.in_service() == []
            manager = await _set_up(till)
            assert manager.role is Role.MANAGER
            assert await till.operators.current() == manager
            assert till.session.event("till", "1", "x").operator_id == manager.id
        async with tills() as till:
            assert await till.operators.current() == manager
            assert till.preferences.current.shop_name == "نمونه"
        assert all(PIN.encode() not in file.read_bytes() for file in tills.path.parent.iterdir())

    asyncio.run(story())


def test_wrong_tries_lock_and_a_restart_forgives_none(tills: Any) -> None:
    """Counted on disk before the PIN is looked at; the right one makes them forgotten."""

    async def story() -> None:
        async with tills() as till:
            manager = await _set_up(till)
            for _ in range(3):
                with pytest.raises(WrongPinError):
                    await till.operators.unlock(manager.id, "111111")
        async with tills() as till:
            with pytest.raises(PinLockedError) as caught:
                await till.operators.unlock(manager.id, PIN)
            tills.clock.advance((caught.value.until - tills.clock.now()).total_seconds())
            till.session.operator_id = None
            unlocked = await till.operators.unlock(manager.id, PIN)
            assert unlocked == await till.operators.current() == manager
            happened = await till.database.read(lambda connection: events.of_subject(connection, manager.id))
            assert [event.kind for event in happened] == ["added", "wrong_pin", "wrong_pin", "wrong_pin"]

    asyncio.run(story())


@pytest.mark.parametrize(("wrong_tries", "wait_s"), [(1, 0), (3, 5), (5, 900)])
def test_a_clock_set_back_makes_nobody_wait_longer(tills: Any, wrong_tries: int, wait_s: int) -> None:
    """The wait is as long as it was meant, counted from the first try by the new clock, and not an hour more."""

    async def story() -> None:
        async with tills() as till:
            manager = await _set_up(till)
            for _ in range(wrong_tries):
                with pytest.raises(WrongPinError):
                    await till.operators.check_pin(manager.id, "111111")
                tills.clock.advance(60)
            tills.clock.advance(-3600)
            if wait_s:
                with pytest.raises(PinLockedError) as caught:
                    await till.operators.check_pin(manager.id, PIN)
                assert caught.value.until - tills.clock.now() <= timedelta(seconds=wait_s)
                tills.clock.advance(wait_s - 1)
                with pytest.raises(PinLockedError):
                    await till.operators.check_pin(manager.id, PIN)
                tills.clock.advance(2)
            assert await till.operators.check_pin(manager.id, PIN) == manager

    asyncio.run(story())


def test_tries_at_once_are_each_counted(tills: Any) -> None:
    """Trying many at the same moment gains nothing: the third locks the rest out."""

    async def story() -> None:
        async with tills() as till:
            manager = await _set_up(till)
            tried = await asyncio.gather(
                *(till.operators.check_pin(manager.id, f"{n:06}") for n in range(10)), return_exceptions=True
            )
            kinds = [type(error) for error in tried]
            assert kinds.count(WrongPinError) == 3
            assert kinds.count(PinLockedError) == 7
            stored = await till.database.read(lambda connection: operators.get(connection, manager.id))
            assert stored.failed_tries == 3

    asyncio.run(story())


def test_without_the_pepper_no_try_is_counted(tills: Any) -> None:
    """A vault that lost it is said, and is not a person's mistake."""

    async def story() -> None:
        async with tills() as till:
            manager = await _set_up(till)
            await tills.vault.delete(PEPPER_NAME)
            with pytest.raises(PepperMissingError):
                await till.operators.check_pin(manager.id, PIN)
            assert await till.operators.current() == manager

    asyncio.run(story())
