"""Operators' PINs: which are good enough, how they are kept, and how long a wrong one makes a person wait.

    PinError                    this PIN may not be chosen; says why
    PepperMissingError          PINs cannot be checked: the vault does not hold the pepper

A PIN is so short that its hash alone would be guessed in minutes. So it is hashed together with the *pepper*,
32 random bytes that live in the vault: a stolen database is worth nothing without it.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import hmac
import re
import secrets
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from cashier.domain.digits import to_latin_digits
from cashier.vault.protocol import Vault, VaultDamagedError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MIN_DIGITS = 4
MANAGER_MIN_DIGITS = 6
MAX_DIGITS = 12

# This many wrong tries lock a person out for a while.
MAX_TRIES = 5
LOCK_OUT_S = 15 * 60

PEPPER_NAME = "operator-pins/pepper"
PEPPER_BYTES = 32

_DELAY_S = {3: 5, 4: 30}

_DIGITS = re.compile("[0-9]+")
_REPEATED_GROUP = re.compile(r"(\d{1,6})\1+")
_DOUBLED_DIGITS = re.compile(r"(?:(\d)\1)+")
_YEAR = re.compile("(?:13|14|19|20)[0-9]{2}")
# Often chosen, by published counts and by the look of a keypad, and not covered by a rule below.
_COMMON = frozenset(
    {
        *("0852", "1004", "1590", "2580", "7410"),
        *("123321", "121314", "102030", "112358", "147258", "147852", "159357", "159753", "314159"),
        *("258369", "258456", "456123", "654123", "753159", "789456", "852456", "963852"),
        *("147258369", "123454321", "789456123"),
    }
)


class PinProblem(Enum):
    """Why a PIN may not be chosen."""

    NOT_DIGITS = "not_digits"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    EASY_TO_GUESS = "easy_to_guess"


class PinError(ValueError):
    """A PIN may not be chosen; never holds the PIN.

    Attributes:
        problem: why, for the screen to choose its words by.
    """

    def __init__(self, problem: PinProblem) -> None:
        super().__init__(f"this PIN may not be chosen: {problem.value}")
        self.problem = problem


class PepperMissingError(Exception):
    """The vault does not hold the pepper, so no PIN can be checked: another vault, or it was emptied."""


def find_pin_problem(pin: str, *, is_manager: bool) -> PinProblem | None:
    """Say why `pin` (digits of any of the counter's scripts) may not be chosen, or None if it may.

    Args:
        pin: as typed.
        is_manager: managers need six digits, others four.
    """
    digits = to_latin_digits(pin)
    if digits and not _DIGITS.fullmatch(digits):
        return PinProblem.NOT_DIGITS
    if len(digits) < (MANAGER_MIN_DIGITS if is_manager else MIN_DIGITS):
        return PinProblem.TOO_SHORT
    if len(digits) > MAX_DIGITS:
        return PinProblem.TOO_LONG
    if _is_easy_to_guess(digits):
        return PinProblem.EASY_TO_GUESS
    return None


def hash_pin(pepper: bytes, pin: str, *, is_manager: bool) -> str:
    """Return what is stored for a newly chosen PIN: argon2id, 19 MiB, in the PHC text form.

    Takes some 20 ms of work; `hash_pin_in_thread` is for the window's sake.

    Raises:
        PinError: the PIN may not be chosen.
    """
    problem = find_pin_problem(pin, is_manager=is_manager)
    if problem is not None:
        raise PinError(problem)
    return _hasher().hash(_peppered(pepper, pin))


def verify_pin(pepper: bytes, pin: str, stored_hash: str) -> bool:
    """Say whether `pin`, typed in any of the counter's scripts, is the one that was hashed.

    Takes some 20 ms of work; `verify_pin_in_thread` is for the window's sake.

    Raises:
        argon2.exceptions.InvalidHashError: `stored_hash` is not a hash at all; the database is damaged.
    """
    from argon2.exceptions import VerifyMismatchError  # noqa: PLC0415  # costs the start

    try:
        return _hasher().verify(stored_hash, _peppered(pepper, pin))
    except VerifyMismatchError:
        return False


async def hash_pin_in_thread(pepper: bytes, pin: str, *, is_manager: bool) -> str:
    """Do `hash_pin` without holding up the caller's thread."""
    return await asyncio.to_thread(hash_pin, pepper, pin, is_manager=is_manager)


async def verify_pin_in_thread(pepper: bytes, pin: str, stored_hash: str) -> bool:
    """Do `verify_pin` without holding up the caller's thread."""
    return await asyncio.to_thread(verify_pin, pepper, pin, stored_hash)


def retry_delay_s(failed_tries: int) -> int:
    """Return how many seconds after the last wrong try the next one is taken.

    Args:
        failed_tries: wrong tries since the last right one, 0 or more.

    Raises:
        ValueError: `failed_tries` is negative.
    """
    if failed_tries < 0:
        raise ValueError(f"a count of tries cannot be {failed_tries}")
    return LOCK_OUT_S if failed_tries >= MAX_TRIES else _DELAY_S.get(failed_tries, 0)


async def make_pepper(vault: Vault) -> bytes:
    """Put a pepper into the vault, at first run, and return it; one that is there already is kept.

    Raises:
        VaultError: the vault cannot be read or written.
    """
    try:
        return await load_pepper(vault)
    except PepperMissingError:
        pepper = secrets.token_bytes(PEPPER_BYTES)
        await vault.put(PEPPER_NAME, base64.b64encode(pepper).decode())
        return pepper


async def load_pepper(vault: Vault) -> bytes:
    """Return the pepper.

    Raises:
        PepperMissingError: there is none. Making a new one would make every stored PIN wrong.
        VaultError: the vault cannot be read, or holds something else by that name.
    """
    text = await vault.get(PEPPER_NAME)
    if text is None:
        raise PepperMissingError("the vault holds no pepper for the operators' PINs")
    try:
        pepper = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        pepper = b""
    if len(pepper) != PEPPER_BYTES:
        raise VaultDamagedError("the vault's pepper for the operators' PINs is damaged")
    return pepper


def _peppered(pepper: bytes, pin: str) -> bytes:
    return hmac.digest(pepper, to_latin_digits(pin).encode(errors="surrogatepass"), "sha256")


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher, Type  # noqa: PLC0415  # costs the start

    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1, type=Type.ID)


def _is_easy_to_guess(digits: str) -> bool:
    # One constant step covers 1111, 1234, 4321, 7890, 1357 and 2468.
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(digits)}
    return bool(
        len(steps) == 1
        or digits in _COMMON
        or _REPEATED_GROUP.fullmatch(digits)
        or _DOUBLED_DIGITS.fullmatch(digits)
        or _YEAR.fullmatch(digits)
    )
