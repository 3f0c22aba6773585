"""Secrets in the operating system's keyring.

Windows' Credential Manager holds 2,560 bytes of UTF-16 per entry, so a secret is kept as one entry, its
*head*, or, where it is longer, as numbered parts and a head that names them:

    <name>          {"v": 1, "secret": "…"}
    <name>          {"v": 1, "generation": "a", "sha256": "…"}
    <name>#a1 …     the secret as JSON text, in pieces

A put writes its parts into the generation that the head does not name, then the head, then removes the old
parts: whatever interrupts it, the head names a whole secret. A keyring cannot be listed, so parts are
written upwards and removed downwards; what an interruption leaves over is then always found by counting up
from 1, and the next put or delete of that name clears it away.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import secrets
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from cashier.vault.protocol import (
    UnavailableReason,
    VaultDamagedError,
    VaultError,
    VaultLockedError,
    VaultUnavailableError,
    check_name,
    check_secret,
)

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

# Entries are ASCII, so this is 2,400 bytes of the 2,560 that Windows allows.
ENTRY_CHARACTERS = 1200

# By keyring's own convention, anything below 1 is "possible, not recommended": plain text among them.
_RECOMMENDED_PRIORITY = 1

_GENERATIONS = ("a", "b")

T = TypeVar("T")


class KeyringVault:
    """Keeps one profile's secrets in the system's keyring, never in a plain-text stand-in for one.

    Args:
        profile_id: sets this profile's entries apart from those of others.
        backend: the keyring to use; None finds the system's at the first call.

    Every call may raise `VaultUnavailableError` or `VaultLockedError`.
    """

    def __init__(self, profile_id: str, backend: KeyringBackend | None = None) -> None:
        self._service = f"Cashier {profile_id}"
        self._given_backend = backend
        self._entries: _Entries | None = None
        # Held in the worker thread, not by the coroutine: a cancelled call's thread runs on, and the next
        # one must still wait for it.
        self._lock = threading.Lock()

    @classmethod
    async def probe(cls, backend: KeyringBackend | None = None) -> None:
        """Make sure that there is a safe keyring that keeps what it is given.

        Raises:
            VaultUnavailableError: there is none, it is not safe, or it does not work; says which.
            VaultLockedError: there is one, and it was not unlocked.
        """
        await asyncio.to_thread(_probe, backend)

    async def get(self, name: str) -> str | None:
        """Return the secret called `name`, or None.

        Raises:
            VaultDamagedError: what was stored is no longer whole.
        """
        check_name(name)
        return await self._in_thread(lambda entries: _get(entries, name))

    async def put(self, name: str, secret: str) -> None:
        """Keep `secret` as `name`; an interrupted put leaves the old secret."""
        check_name(name)
        check_secret(secret)
        await self._in_thread(lambda entries: _put(entries, name, secret))

    async def delete(self, name: str) -> None:
        """Forget the secret called `name` and all its parts."""
        check_name(name)
        await self._in_thread(lambda entries: _delete(entries, name))

    async def _in_thread(self, work: Callable[[_Entries], T]) -> T:
        return await asyncio.to_thread(self._locked, work)

    def _locked(self, work: Callable[[_Entries], T]) -> T:
        with self._lock:
            if self._entries is None:
                self._entries = _Entries(_find_backend(self._given_backend), self._service)
            return work(self._entries)


class _Entries:
    """The keyring's entries under one service name; its faults come out as ours."""

    def __init__(self, backend: KeyringBackend, service: str) -> None:
        self._backend = backend
        self._service = service

    def read(self, entry: str) -> str | None:
        with _our_errors():
            return self._backend.get_password(self._service, entry)

    def write(self, entry: str, text: str) -> None:
        with _our_errors():
            self._backend.set_password(self._service, entry, text)

    def remove(self, entry: str) -> None:
        with _our_errors():
            self._backend.delete_password(self._service, entry)


def _get(entries: _Entries, name: str) -> str | None:
    head = entries.read(name)
    if head is None:
        return None
    match _parse(head):
        case {"v": 1, "secret": str(secret)}:
            return secret
        case {"v": 1, "generation": "a" | "b" as generation, "sha256": str(digest)}:
            text = "".join(_parts(entries, name, generation))
            if _digest(text) == digest:
                return str(json.loads(text))
    raise VaultDamagedError(f"the keyring's entry for {name} is not whole")


def _put(entries: _Entries, name: str, secret: str) -> None:
    current = _generation(entries.read(name))
    free = "b" if current == "a" else "a"
    _clear_parts(entries, name, free)
    head = json.dumps({"v": 1, "secret": secret})
    if len(head) > ENTRY_CHARACTERS:
        text = json.dumps(secret)
        pieces = [text[i : i + ENTRY_CHARACTERS] for i in range(0, len(text), ENTRY_CHARACTERS)]
        for number, piece in enumerate(pieces, start=1):
            entries.write(f"{name}#{free}{number}", piece)
        head = json.dumps({"v": 1, "generation": free, "sha256": _digest(text)})
    entries.write(name, head)
    _clear_parts(entries, name, "a" if free == "b" else "b")


def _delete(entries: _Entries, name: str) -> None:
    if entries.read(name) is not None:
        entries.remove(name)
    for generation in _GENERATIONS:
        _clear_parts(entries, name, generation)


def _clear_parts(entries: _Entries, name: str, generation: str) -> None:
    """Remove a generation's parts, the last one first, so that an interruption leaves 1 … n without a gap."""
    present = sum(1 for _ in _parts(entries, name, generation))
    for number in range(present, 0, -1):
        entries.remove(f"{name}#{generation}{number}")


def _parts(entries: _Entries, name: str, generation: str) -> Iterator[str]:
    """Read a generation's parts from 1 up to the first that does not exist."""
    number = 1
    while (piece := entries.read(f"{name}#{generation}{number}")) is not None:
        yield piece
        number += 1


def _generation(head: str | None) -> str | None:
    """Return the generation that a head names, None if it needs no parts or is damaged."""
    match _parse(head or ""):
        case {"generation": str(generation)}:
            return generation
    return None


def _parse(head: str) -> object:
    try:
        return json.loads(head)
    except json.JSONDecodeError:
        return None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@contextmanager
def _our_errors() -> Iterator[None]:
    from keyring.errors import KeyringLocked, NoKeyringError  # noqa: PLC0415  # costs 0.1 s of the start

    try:
        yield
    except KeyringLocked as error:
        raise VaultLockedError("the keyring is locked") from error
    except NoKeyringError as error:
        raise VaultUnavailableError(
            "there is no keyring on this machine", reason=UnavailableReason.NO_KEYRING
        ) from error
    except Exception as error:  # backends raise their platform libraries' own exceptions, of no common kind
        raise VaultUnavailableError(
            f"the keyring failed: {type(error).__name__}", reason=UnavailableReason.KEYRING_FAILED
        ) from error


def _find_backend(given: KeyringBackend | None) -> KeyringBackend:
    """Return the keyring to use: a safe one, never a chain that might put a secret somewhere else."""
    if sys.platform != "darwin":
        # keyring tries its part for macOS everywhere, which looks for Apple's libraries with the help of a compiler.
        sys.modules.setdefault("keyring.backends.macOS.api", None)  # type: ignore[arg-type]  # None: not to be had
    import keyring  # noqa: PLC0415  # costs 0.1 s of the start
    from keyring.backends.chainer import ChainerBackend  # noqa: PLC0415

    if given is None:
        with _our_errors():
            given = keyring.get_keyring()
    if not isinstance(given, ChainerBackend):
        _refuse_unsafe(given)
        return given
    refusals: list[VaultError] = []
    chained: list[KeyringBackend] = given.backends
    for backend in chained:  # the best one first
        try:
            _refuse_unsafe(backend)
        except VaultError as refusal:
            refusals.append(refusal)
        else:
            return backend
    if refusals:
        raise refusals[0]
    raise VaultUnavailableError("the keyring's chain is empty", reason=UnavailableReason.NO_KEYRING)


def _refuse_unsafe(backend: KeyringBackend) -> None:
    from keyring.backends import fail, null  # noqa: PLC0415  # costs 0.1 s of the start

    kind = f"{type(backend).__module__}.{type(backend).__qualname__}"
    if isinstance(backend, fail.Keyring | null.Keyring):
        raise VaultUnavailableError(
            f"there is no keyring on this machine ({kind})", reason=UnavailableReason.NO_KEYRING
        )
    # The `keyrings` namespace holds files and terminals posing as keyrings, plain text among them.
    if any(base.__module__.partition(".")[0] == "keyrings" for base in type(backend).__mro__):
        raise VaultUnavailableError(f"{kind} is refused", reason=UnavailableReason.UNSAFE_KEYRING)
    with _our_errors():
        priority = backend.priority
    if priority < _RECOMMENDED_PRIORITY:
        raise VaultUnavailableError(f"{kind} is not recommended", reason=UnavailableReason.UNSAFE_KEYRING)


def _probe(given: KeyringBackend | None) -> None:
    entries = _Entries(_find_backend(given), "Cashier probe")
    # A name of its own, so that two programs starting at once do not undo each other's probe.
    entry = f"probe-{secrets.token_hex(8)}"
    # As long as an entry gets, so that a keyring that cuts entries short is found out.
    text = secrets.token_hex(ENTRY_CHARACTERS // 2)
    entries.write(entry, text)
    try:
        kept = entries.read(entry)
    finally:
        entries.remove(entry)
    if kept != text or entries.read(entry) is not None:
        raise VaultUnavailableError(
            "the keyring does not keep what it is given", reason=UnavailableReason.KEYRING_FAILED
        )
