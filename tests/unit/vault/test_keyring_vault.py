"""The keyring vault, over in-process backends that behave as the systems' keyrings do."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from functools import partial

import keyring
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked, NoKeyringError, PasswordDeleteError

from cashier.vault import (
    KeyringVault,
    UnavailableReason,
    VaultDamagedError,
    VaultLockedError,
    VaultUnavailableError,
)

WINDOWS_LIMIT_BYTES = 2560


class PowerCutError(Exception):
    """The machine went off before this entry was written or removed."""


class WindowsLikeKeyring(KeyringBackend):
    """Keeps entries in memory, refuses those that Windows would refuse, and can fail on demand."""

    # keyring registers every backend class that exists; it must never pick a test's on its own.
    viable = False
    priority: float = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's
        self.entries: dict[tuple[str, str], str] = {}
        self.changes_left: int | None = None
        self.error: Exception | None = None

    def _change(self) -> None:
        if self.error:
            raise self.error
        if self.changes_left is not None:
            if not self.changes_left:
                raise PowerCutError
            self.changes_left -= 1

    def get_password(self, service: str, username: str) -> str | None:
        """Read an entry."""
        if self.error:
            raise self.error
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Write an entry of at most as many bytes as Windows takes."""
        assert len(password.encode("utf-16-le")) <= WINDOWS_LIMIT_BYTES, "Windows refuses this"
        self._change()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Remove an entry."""
        self._change()
        if (service, username) not in self.entries:
            raise PasswordDeleteError("not found")
        del self.entries[service, username]


class ForgetfulKeyring(WindowsLikeKeyring):
    """Takes everything and cuts it short, as a keyring with a lower limit might."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Write the beginning only."""
        super().set_password(service, username, password[:100])


class UndyingKeyring(WindowsLikeKeyring):
    """Says that it deleted an entry, and keeps it."""

    def delete_password(self, service: str, username: str) -> None:
        """Do nothing."""


class PlainTextKeyring(WindowsLikeKeyring):
    """Posing as the plain-text file of the `keyrings.alt` package, with a priority that it does not have."""

    __module__ = "keyrings.alt.file"


class NotRecommendedKeyring(WindowsLikeKeyring):
    """Says of itself that it should not be used."""

    priority = 0.5


class BrokenPriorityKeyring(WindowsLikeKeyring):
    """Cannot even say how good it is."""

    @property
    def priority(self) -> float:  # type: ignore[override]  # keyring's backends replace its classproperty so
        """Fail as a backend does whose library cannot reach its service."""
        raise RuntimeError("no session bus")


def long_secret(seed: str = "s") -> str:
    """Return a made-up secret that needs several entries, with characters that JSON escapes."""
    return f"{seed}-" + 'کلید"\\\U0001f511' * 400


@pytest.mark.parametrize("secret", ["", "short", "\x00\n\"'\\", "\u200fکلید \U0001f511", long_secret()])
def test_a_secret_comes_back_as_it_was(secret: str) -> None:
    """What was put is what is got, whatever its length and characters."""

    async def story() -> str | None:
        vault = KeyringVault("p1", WindowsLikeKeyring())
        await vault.put("account/1/api_key", secret)
        return await vault.get("account/1/api_key")

    assert asyncio.run(story()) == secret


@settings(deadline=None, max_examples=40)
@given(st.lists(st.one_of(st.none(), st.text(max_size=20), st.text(min_size=900, max_size=4000)), max_size=5))
def test_any_row_of_puts_and_deletes_leaves_the_last_one_and_nothing_else(changes: list[str | None]) -> None:
    """After puts (a text) and deletes (None) the last one holds, and no part of the others is left over."""
    backend = WindowsLikeKeyring()

    async def story() -> str | None:
        vault = KeyringVault("p1", backend)
        for secret in changes:
            await (vault.delete("k") if secret is None else vault.put("k", secret))
        kept = await vault.get("k")
        await vault.delete("k")
        return kept

    assert asyncio.run(story()) == (changes[-1] if changes else None)
    assert backend.entries == {}


def test_profiles_do_not_see_each_other() -> None:
    """The same name in two profiles is two secrets, under the service name "Cashier" and the profile's id."""
    backend = WindowsLikeKeyring()

    async def story() -> tuple[str | None, str | None]:
        first, second = KeyringVault("p1", backend), KeyringVault("p2", backend)
        await first.put("k", "one")
        await second.put("k", "two")
        return await first.get("k"), await second.get("k")

    assert asyncio.run(story()) == ("one", "two")
    assert set(backend.entries) == {("Cashier p1", "k"), ("Cashier p2", "k")}


@pytest.mark.parametrize("new", ["short", long_secret("new")])
@pytest.mark.parametrize("old", ["short too", long_secret("old")])
def test_an_interrupted_put_leaves_one_whole_secret(old: str, new: str) -> None:
    """Wherever a put is cut off, the old or the new secret is whole, and the next put clears the rest away."""

    async def story(changes: int) -> tuple[bool, str | None, WindowsLikeKeyring]:
        backend = WindowsLikeKeyring()
        await KeyringVault("p1", backend).put("k", old)
        backend.changes_left = changes
        interrupted = False
        try:
            await KeyringVault("p1", backend).put("k", new)
        except VaultUnavailableError:
            interrupted = True
        backend.changes_left = None
        kept = await KeyringVault("p1", backend).get("k")
        await KeyringVault("p1", backend).put("k", "last")
        return interrupted, kept, backend

    changes, seen = 0, set()
    while True:
        interrupted, kept, backend = asyncio.run(story(changes))
        assert kept in {old, new}
        seen.add(kept)
        assert set(backend.entries) == {("Cashier p1", "k")}
        if not interrupted:
            break
        changes += 1
    assert kept == new
    assert seen == {old, new}


def test_an_interrupted_delete_is_finished_by_the_next_one() -> None:
    """A delete cut off after the head leaves no secret to get, and a second delete removes the parts."""
    backend = WindowsLikeKeyring()

    async def story() -> str | None:
        vault = KeyringVault("p1", backend)
        await vault.put("k", long_secret())
        backend.changes_left = 2
        with pytest.raises(VaultUnavailableError):
            await vault.delete("k")
        backend.changes_left = None
        kept = await vault.get("k")
        assert backend.entries
        await vault.delete("k")
        return kept

    assert asyncio.run(story()) is None
    assert backend.entries == {}


def test_puts_at_the_same_time_do_not_mix() -> None:
    """Of many puts of one name at once, one whole secret remains."""
    backend = WindowsLikeKeyring()
    secrets = [long_secret(str(n)) for n in range(8)]

    async def story() -> str | None:
        vault = KeyringVault("p1", backend)
        await asyncio.gather(*(vault.put("k", secret) for secret in secrets))
        kept = await vault.get("k")
        await vault.delete("k")
        return kept

    assert asyncio.run(story()) in secrets
    assert backend.entries == {}


@pytest.mark.parametrize("damage", ["head", "version", "part", "missing part"])
def test_damage_is_said(damage: str) -> None:
    """An entry that was changed or lost in the keyring is damage, not another secret; a put repairs it."""
    backend = WindowsLikeKeyring()

    async def story() -> str | None:
        vault = KeyringVault("p1", backend)
        await vault.put("k", long_secret())
        service = "Cashier p1"
        match damage:
            case "head":
                backend.entries[service, "k"] = "scrap"
            case "version":
                backend.entries[service, "k"] = '{"v": 2, "secret": "x"}'
            case "part":
                backend.entries[service, "k#b2"] = "scrap"
            case "missing part":
                del backend.entries[service, "k#b2"]
        with pytest.raises(VaultDamagedError) as caught:
            await vault.get("k")
        assert "کلید" not in str(caught.value)
        await vault.put("k", "new")
        return await vault.get("k")

    # A first put goes into generation "a" or "b"; the test names the one in use.
    backend.entries["Cashier p1", "k"] = '{"v": 1, "generation": "a", "sha256": ""}'
    assert asyncio.run(story()) == "new"


@pytest.mark.parametrize(
    ("error", "expected", "reason"),
    [
        (KeyringLocked("no"), VaultLockedError, None),
        (NoKeyringError("no"), VaultUnavailableError, UnavailableReason.NO_KEYRING),
        (OSError("the bus is gone"), VaultUnavailableError, UnavailableReason.KEYRING_FAILED),
    ],
)
def test_the_keyrings_errors_come_out_as_ours(
    error: Exception, expected: type[Exception], reason: UnavailableReason | None
) -> None:
    """A locked keyring, none at all, and any fault of a platform's library are told apart."""
    backend = WindowsLikeKeyring()
    backend.error = error
    vault = KeyringVault("p1", backend)
    calls = (partial(vault.get, "k"), partial(vault.put, "k", "marked-secret"), partial(vault.delete, "k"))
    for call in calls:
        with pytest.raises(expected) as caught:
            asyncio.run(call())
        assert getattr(caught.value, "reason", None) == reason
        assert caught.value.__cause__ is error
        assert "marked-secret" not in str(caught.value)
    with pytest.raises(expected):
        asyncio.run(KeyringVault.probe(backend))


@pytest.mark.parametrize("name", ["", "a#b1", "-a", "با", "a" * 201, "a\n"])
def test_a_name_that_some_keyring_could_not_keep_is_refused(name: str) -> None:
    """Names that could clash with a part's, or that a system might not take, are errors of the caller."""
    vault = KeyringVault("p1", WindowsLikeKeyring())
    for call in (partial(vault.get, name), partial(vault.put, name, "x"), partial(vault.delete, name)):
        with pytest.raises(ValueError, match="not a name"):
            asyncio.run(call())


def test_a_probe_leaves_nothing_behind() -> None:
    """A keyring that works passes, and holds nothing afterwards."""
    backend = WindowsLikeKeyring()
    asyncio.run(KeyringVault.probe(backend))
    assert backend.entries == {}


@pytest.mark.parametrize(
    ("backend", "reason"),
    [
        (fail.Keyring(), UnavailableReason.NO_KEYRING),  # type: ignore[no-untyped-call]  # keyring's
        (null.Keyring(), UnavailableReason.NO_KEYRING),  # type: ignore[no-untyped-call]  # keyring's
        (PlainTextKeyring(), UnavailableReason.UNSAFE_KEYRING),
        (NotRecommendedKeyring(), UnavailableReason.UNSAFE_KEYRING),
        (BrokenPriorityKeyring(), UnavailableReason.KEYRING_FAILED),
        (ForgetfulKeyring(), UnavailableReason.KEYRING_FAILED),
        (UndyingKeyring(), UnavailableReason.KEYRING_FAILED),
    ],
)
def test_a_probe_says_why_a_keyring_will_not_do(backend: KeyringBackend, reason: UnavailableReason) -> None:
    """No keyring, an unsafe one and one that does not work are refused, each with its reason."""
    with pytest.raises(VaultUnavailableError) as caught:
        asyncio.run(KeyringVault.probe(backend))
    assert caught.value.reason == reason


def test_plain_text_is_refused_without_a_probe_too() -> None:
    """A vault never writes a secret into an unsafe keyring, even if nobody asked for a probe."""
    backend = PlainTextKeyring()
    with pytest.raises(VaultUnavailableError):
        asyncio.run(KeyringVault("p1", backend).put("k", "marked-secret"))
    assert backend.entries == {}


class FixedChain(chainer.ChainerBackend):
    """A chain over given backends, where the real one looks around on the machine."""

    viable = False
    backends: list[KeyringBackend] = []  # noqa: RUF012  # set by each test
    priority = 10


def chain(*backends: KeyringBackend) -> FixedChain:
    """Return a chain of `backends`, the best one first."""
    result = FixedChain()  # type: ignore[no-untyped-call]  # keyring's
    result.backends = list(backends)
    return result


def test_of_a_chain_only_the_best_safe_keyring_is_used() -> None:
    """A chain's plain-text link never gets a secret, though it comes first."""
    plain, safe, spare = PlainTextKeyring(), WindowsLikeKeyring(), WindowsLikeKeyring()
    asyncio.run(KeyringVault.probe(chain(plain, safe, spare)))
    asyncio.run(KeyringVault("p1", chain(plain, safe, spare)).put("k", "x"))
    assert (len(plain.entries), len(safe.entries), len(spare.entries)) == (0, 1, 0)


@pytest.mark.parametrize(
    ("links", "reason"),
    [
        ([], UnavailableReason.NO_KEYRING),
        ([PlainTextKeyring(), null.Keyring()], UnavailableReason.UNSAFE_KEYRING),  # type: ignore[no-untyped-call]  # keyring's
    ],
)
def test_a_chain_without_a_safe_keyring_is_none(
    links: list[KeyringBackend], reason: UnavailableReason
) -> None:
    """An empty chain, and one of unsafe links only, are refused."""
    with pytest.raises(VaultUnavailableError) as caught:
        asyncio.run(KeyringVault.probe(chain(*links)))
    assert caught.value.reason == reason


def test_without_a_backend_the_systems_keyring_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A vault that was given none uses what `keyring` finds on the machine."""
    backend = WindowsLikeKeyring()
    monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
    asyncio.run(KeyringVault.probe())
    asyncio.run(KeyringVault("p1").put("k", "x"))
    assert list(backend.entries) == [("Cashier p1", "k")]


def test_a_machine_without_a_keyring_says_so() -> None:
    """With keyring's own null backend configured, a fresh process reports that there is none."""
    program = (
        "import asyncio\n"
        "from cashier.vault import KeyringVault, VaultUnavailableError\n"
        "try:\n asyncio.run(KeyringVault.probe())\n"
        "except VaultUnavailableError as error:\n print(error.reason.name)\n"
    )
    environment = os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    done = subprocess.run(  # noqa: S603  # our own interpreter and program
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "NO_KEYRING"


def test_importing_the_vaults_does_not_import_slow_libraries() -> None:
    """The start does not pay for keyring, cryptography or argon2 before they are used."""
    program = (
        "import sys, cashier.vault\n"
        "print(sorted({'keyring', 'cryptography', 'argon2'} & {m.split('.')[0] for m in sys.modules}))"
    )
    done = subprocess.run(  # noqa: S603  # our own interpreter and program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
