"""Which PINs may be chosen, how they are kept, and how long a wrong one makes a person wait."""

from __future__ import annotations

import asyncio

import argon2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.services import operator_pin
from cashier.services.operator_pin import (
    LOCK_OUT_S,
    PEPPER_NAME,
    PepperMissingError,
    PinError,
    PinProblem,
    find_pin_problem,
    hash_pin,
    hash_pin_in_thread,
    load_pepper,
    make_pepper,
    retry_delay_s,
    verify_pin,
    verify_pin_in_thread,
)
from cashier.vault import MemoryVault, VaultDamagedError

PEPPER = bytes(range(32))


@pytest.mark.parametrize("typed", ["7294", "۷۲۹۴", "٧٢٩٤"])
def test_a_pin_is_recognised_in_any_script(typed: str) -> None:
    """A PIN chosen with Latin digits is right when typed in Persian or Arabic ones."""
    assert verify_pin(PEPPER, typed, hash_pin(PEPPER, "7294", is_manager=False))


@pytest.mark.parametrize("typed", ["7295", "72940", "", "abcd", "7294 ", "\ud800"])
def test_another_pin_is_wrong(typed: str) -> None:
    """Anything but the PIN is wrong, and never an error."""
    assert not verify_pin(PEPPER, typed, hash_pin(PEPPER, "7294", is_manager=False))


def test_without_the_pepper_the_right_pin_is_wrong() -> None:
    """A stolen hash cannot be tried out without the vault."""
    assert not verify_pin(bytes(32), "7294", hash_pin(PEPPER, "7294", is_manager=False))


def test_a_hash_is_argon2id_with_its_own_salt() -> None:
    """The stored text names argon2id, 19 MiB, 2 passes, 1 lane; the same PIN never hashes to the same text."""
    first, second = (hash_pin(PEPPER, "729461", is_manager=True) for _ in range(2))
    assert first.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert first != second


def test_a_damaged_hash_is_an_error_and_no_wrong_pin() -> None:
    """What is not a hash is a fault of the database, and must not look like a person's mistake."""
    with pytest.raises(argon2.exceptions.InvalidHashError):
        verify_pin(PEPPER, "7294", "scrap")


def test_the_wrappers_do_the_same_in_a_thread() -> None:
    """Hashing and checking can be awaited."""

    async def story() -> tuple[bool, bool]:
        stored = await hash_pin_in_thread(PEPPER, "7294", is_manager=False)
        return await verify_pin_in_thread(PEPPER, "7294", stored), await verify_pin_in_thread(
            PEPPER, "1", stored
        )

    assert asyncio.run(story()) == (True, False)


@pytest.mark.parametrize(
    ("pin", "is_manager", "problem"),
    [
        ("", False, PinProblem.TOO_SHORT),
        ("729", False, PinProblem.TOO_SHORT),
        ("72946", True, PinProblem.TOO_SHORT),
        ("7294617294615", False, PinProblem.TOO_LONG),
        ("72a4", False, PinProblem.NOT_DIGITS),
        ("72 4", False, PinProblem.NOT_DIGITS),
        ("७२९४", False, PinProblem.NOT_DIGITS),  # Devanagari: no keypad here types it
        ("7294\n", False, PinProblem.NOT_DIGITS),
        ("7294", False, None),
        ("۷۲۹۴۶۱", True, None),
        ("729461834052", True, None),
    ],
)
def test_length_and_digits(pin: str, is_manager: bool, problem: PinProblem | None) -> None:  # noqa: FBT001  # pytest passes it
    """Four digits at least, six for managers, twelve at most, and digits only."""
    assert find_pin_problem(pin, is_manager=is_manager) == problem


@pytest.mark.parametrize(
    "pin",
    [
        *("0000", "1111", "۱۲۳۴", "4321", "7890", "0987", "1357", "2468", "1212", "1122", "2580", "0852"),
        *("1300", "1378", "1445", "1999", "2026", "123456", "654321", "123123", "112233", "121212", "٧٨٩٤٥٦"),
    ],
)
def test_pins_that_are_guessed_first_are_refused(pin: str) -> None:
    """Repetitions, runs, years and the well-known ones may not be chosen, in any script."""
    assert find_pin_problem(pin, is_manager=False) == PinProblem.EASY_TO_GUESS


@pytest.mark.parametrize("pin", ["1278", "2126", "137812", "199912", "1223", "7007"])
def test_pins_that_only_look_like_those_are_taken(pin: str) -> None:
    """The rules refuse no more than they say: a year is four digits and of a century people live in."""
    assert find_pin_problem(pin, is_manager=False) is None


def test_every_listed_pin_needs_to_be_listed() -> None:
    """The list holds only PINs that no rule refuses already, so that each is there for itself."""
    listed = operator_pin._COMMON
    for pin in listed:
        assert find_pin_problem(pin, is_manager=False) == PinProblem.EASY_TO_GUESS
    unlisted = frozenset[str]()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operator_pin, "_COMMON", unlisted)
        assert {pin for pin in listed if find_pin_problem(pin, is_manager=False)} == set()


def test_most_pins_may_be_chosen() -> None:
    """Of the ten thousand PINs of four digits, not one in ten is refused."""
    taken = sum(find_pin_problem(f"{n:04}", is_manager=False) is None for n in range(10_000))
    assert 9_000 < taken < 10_000


def test_a_refused_pin_is_not_hashed_nor_quoted() -> None:
    """Hashing a PIN that may not be chosen says why, without the PIN."""
    with pytest.raises(PinError) as caught:
        hash_pin(PEPPER, "123456", is_manager=True)
    assert caught.value.problem is PinProblem.EASY_TO_GUESS
    assert "123456" not in str(caught.value)


def test_the_delay_grows_to_a_lock_out() -> None:
    """Two slips cost nothing; then it takes longer each time, and 15 minutes from the fifth on."""
    assert [retry_delay_s(tries) for tries in range(8)] == [0, 0, 0, 5, 30, 900, 900, 900]
    assert LOCK_OUT_S == 15 * 60
    with pytest.raises(ValueError, match="-1"):
        retry_delay_s(-1)


@given(st.integers(0, 10**6))
def test_the_delay_never_shrinks(tries: int) -> None:
    """Another wrong try never shortens the wait."""
    assert retry_delay_s(tries + 1) >= retry_delay_s(tries)


def test_the_pepper_is_made_once() -> None:
    """First run makes 32 random bytes; a first run that is repeated keeps them."""

    async def story() -> None:
        vault = MemoryVault()
        with pytest.raises(PepperMissingError):
            await load_pepper(vault)
        pepper = await make_pepper(vault)
        assert len(pepper) == 32
        assert await make_pepper(vault) == pepper
        assert await load_pepper(vault) == pepper
        assert await make_pepper(MemoryVault()) != pepper

    asyncio.run(story())


@pytest.mark.parametrize("text", ["", "c2hvcnQ=", "not base64!", "ک"])
def test_a_damaged_pepper_is_said_and_not_replaced(text: str) -> None:
    """A pepper that cannot be read is damage; a new one would make every PIN wrong."""

    async def story() -> None:
        vault = MemoryVault()
        await vault.put(PEPPER_NAME, text)
        for call in (load_pepper, make_pepper):
            with pytest.raises(VaultDamagedError):
                await call(vault)
        assert await vault.get(PEPPER_NAME) == text

    asyncio.run(story())
