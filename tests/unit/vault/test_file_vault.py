"""The encrypted file: what it keeps, what it hides, and what it says when it cannot be opened."""

from __future__ import annotations

import asyncio
import base64
import errno
import hashlib
import os
import stat
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cashier.vault import (
    FileVault,
    UnavailableReason,
    VaultDamagedError,
    VaultUnavailableError,
    WrongPassphraseError,
    file_vault,
)
from cashier.vault.file_vault import KeyDerivation

PASSPHRASE = "made up, دریا ۱۲"
CHEAP = KeyDerivation(memory_kib=64, passes=1)
posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no mode bits and no synced folders")
names = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._:/@-]{0,20}", fullmatch=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a vault file may be made."""
    return tmp_path / "secrets.vault"


def create(path: Path, **secrets: str) -> FileVault:
    """Make a vault file that holds `secrets`."""

    async def story() -> FileVault:
        vault = await FileVault.create(path, PASSPHRASE, derivation=CHEAP)
        for name, secret in secrets.items():
            await vault.put(name, secret)
        return vault

    return asyncio.run(story())


def reopened(path: Path, name: str) -> str | None:
    """Return a secret as a new start of the program reads it."""

    async def story() -> str | None:
        return await (await FileVault.open(path, PASSPHRASE)).get(name)

    return asyncio.run(story())


def resealed(body: bytes) -> bytes:
    """Return a file's bytes with the digest that fits them, as a forger would."""
    return body + hashlib.sha256(body).digest()


def with_header(content: bytes, **changes: Any) -> bytes:
    """Return a file's bytes with fields of the header changed and the digest made to fit."""
    start = 20
    end = start + int.from_bytes(content[16:start], "big")
    header = msgspec.json.encode(msgspec.json.decode(content[start:end]) | changes)
    return resealed(content[:16] + len(header).to_bytes(4, "big") + header + content[end:-32])


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(names, st.text(), max_size=5))
def test_secrets_survive_a_restart(path: Path, secrets: dict[str, str]) -> None:
    """Whatever was put is there after opening the file again."""
    path.unlink(missing_ok=True)

    async def story() -> dict[str, str | None]:
        vault = await FileVault.create(path, PASSPHRASE, derivation=CHEAP)
        for name, secret in secrets.items():
            await vault.put(name, secret)
        again = await FileVault.open(path, PASSPHRASE)
        return {name: await again.get(name) for name in secrets}

    assert asyncio.run(story()) == secrets


def test_the_default_costs_a_guesser_64_mib(path: Path) -> None:
    """A vault made without further word uses argon2id with 64 MiB, 3 passes, 1 lane."""
    asyncio.run(FileVault.create(path, PASSPHRASE))
    header = path.read_bytes()[20:]
    assert b'"derivation":{"memory_kib":65536,"passes":3,"lanes":1}' in header
    assert reopened(path, "k") is None


def test_no_secret_is_readable_in_the_file(path: Path) -> None:
    """Neither names, nor secrets, nor the passphrase are in the file's bytes, nor in a repr."""
    vault = create(path, marked_name="marked-secret-0123456789")
    content = path.read_bytes()
    for text in ("marked", "0123456789", "made up", "دریا"):
        assert text.encode() not in content
        assert base64.b64encode(text.encode())[:-4] not in content
        assert text not in repr(vault)


def test_every_write_uses_a_new_nonce(path: Path) -> None:
    """No two writes share a nonce, without which AES-GCM would give the secrets away."""
    vault = create(path)
    seen = set()
    for number in range(5):
        asyncio.run(vault.put("k", str(number)))
        content = path.read_bytes()
        header = msgspec.json.decode(content[20 : 20 + int.from_bytes(content[16:20], "big")])
        seen.add(header["nonce"])
    assert len(seen) == 5


@posix_only
def test_the_file_is_for_this_user_only(path: Path) -> None:
    """The file's mode is 0600 after creation and after a put, whatever the umask."""
    before = os.umask(0)
    try:
        vault = create(path)
        assert path.stat().st_mode & 0o777 == 0o600
        path.chmod(0o644)
        asyncio.run(vault.put("k", "x"))
        assert path.stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(before)


def test_delete_forgets(path: Path) -> None:
    """A deleted secret is gone at once and after a restart; deleting it again is no error."""
    vault = create(path, a="1", b="2")
    asyncio.run(vault.delete("a"))
    asyncio.run(vault.delete("a"))
    assert asyncio.run(vault.get("a")) is None
    assert reopened(path, "a") is None
    assert reopened(path, "b") == "2"


def test_puts_at_the_same_time_are_all_kept(path: Path) -> None:
    """Of many puts at once none is lost."""
    vault = create(path)

    async def story() -> list[str | None]:
        await asyncio.gather(*(vault.put(f"k{n}", f"secret {n}") for n in range(20)))
        again = await FileVault.open(path, PASSPHRASE)
        return [await again.get(f"k{n}") for n in range(20)]

    assert asyncio.run(story()) == [f"secret {n}" for n in range(20)]


def test_a_cancelled_put_does_not_lose_the_next_one(path: Path) -> None:
    """Putting again right after a put was cancelled keeps the later secret, now and after a restart."""
    vault = create(path)

    async def story() -> None:
        first = asyncio.create_task(vault.put("k", "first"))
        await asyncio.sleep(0)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        await vault.put("other", "x")

    asyncio.run(story())
    assert reopened(path, "other") == "x"
    assert reopened(path, "k") in {None, "first"}


@pytest.mark.parametrize(
    ("chosen", "typed"),
    [
        ("caf\u00e9 caf\u00e9", "cafe\u0301 cafe\u0301"),
        ("\u06a9\u0627\u0641\u06cc \u06f1\u06f2\u06f3", "\u0643\u0627\u0641\u064a 123"),
        ("\u0645\u06cc\u200c\u0631\u0648\u0645 \u0661\u0662", "\u0645\u06cc\u0631\u0648\u0645 \u06f1\u06f2"),
    ],
)
def test_one_passphrase_typed_on_two_keyboards_opens(path: Path, chosen: str, typed: str) -> None:
    """Letters composed or not, Persian or Arabic ones, digits of any script, and half-spaces make no difference."""

    async def story() -> None:
        await FileVault.create(path, chosen, derivation=CHEAP)
        await FileVault.open(path, typed)
        with pytest.raises(WrongPassphraseError):
            await FileVault.open(path, f"{typed}4")

    asyncio.run(story())


def test_a_file_of_an_earlier_version_opens(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That took the digits as they were typed; and whoever types it otherwise is told that it is wrong, as before."""
    with monkeypatch.context() as earlier:
        earlier.setattr(file_vault, "_normal_form", lambda typed: unicodedata.normalize("NFC", typed))
        create(path, k="x")
    assert reopened(path, "k") == "x"
    with pytest.raises(WrongPassphraseError):
        asyncio.run(FileVault.open(path, PASSPHRASE.replace("۱۲", "12")))


def test_half_spaces_do_not_make_a_passphrase_long(path: Path) -> None:
    """They open nothing, so they do not count."""
    short = "می\u200cخواهم"
    assert len(short) == file_vault.MIN_PASSPHRASE_CHARACTERS
    assert not file_vault.is_long_enough(short)
    assert file_vault.is_long_enough(f"{short}\u200cآن")
    with pytest.raises(ValueError, match="shorter"):
        asyncio.run(FileVault.create(path, short, derivation=CHEAP))


def test_a_wrong_passphrase_is_told_apart_from_damage(path: Path) -> None:
    """A whole file and another passphrase is a wrong passphrase; the error does not quote it."""
    create(path, k="x")
    with pytest.raises(WrongPassphraseError) as caught:
        asyncio.run(FileVault.open(path, "marked wrong one"))
    assert "marked" not in str(caught.value)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_is_damage(path: Path, place: float, bit: int) -> None:
    """A file in which any one bit has changed is damaged, never a wrong passphrase or other secrets."""
    path.unlink(missing_ok=True)
    create(path, k="x" * 50)
    content = bytearray(path.read_bytes())
    content[int(place * len(content))] ^= 1 << bit
    path.write_bytes(content)
    with pytest.raises(VaultDamagedError):
        asyncio.run(FileVault.open(path, PASSPHRASE))


@pytest.mark.parametrize("length", [0, 1, 31, 32, 40, 100])
def test_a_file_cut_short_is_damage(path: Path, length: int) -> None:
    """Any beginning of a vault file is damaged."""
    create(path, k="x")
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(VaultDamagedError):
        asyncio.run(FileVault.open(path, PASSPHRASE))


def test_forged_files_are_refused(path: Path) -> None:
    """Files whose digest fits but whose content was changed, or asks for too much, are damaged."""
    create(path, k="x")
    whole = path.read_bytes()
    short, long = base64.b64encode(b"x" * 8).decode(), base64.b64encode(b"x" * 64).decode()
    forgeries = [
        resealed(b"another format 1" + whole[16:-32]),
        resealed(whole[:-33] + bytes([whole[-33] ^ 1])),  # the ciphertext's last byte
        resealed(whole[:16] + b"\xff\xff\xff\xff" + whole[20:-32]),
        with_header(whole, nonce=base64.b64encode(b"x" * 12).decode()),
        with_header(whole, nonce=short),
        with_header(whole, salt=long),
        with_header(whole, more=1),
        with_header(whole, derivation={"memory_kib": 2**30, "passes": 1, "lanes": 1}),
        with_header(whole, derivation={"memory_kib": 64, "passes": 10**6, "lanes": 1}),
        with_header(whole, derivation={"memory_kib": 64, "passes": 1, "lanes": 0}),
    ]
    for forgery in forgeries:
        path.write_bytes(forgery)
        with pytest.raises(VaultDamagedError):
            asyncio.run(FileVault.open(path, PASSPHRASE))
    path.write_bytes(whole)
    assert reopened(path, "k") == "x"


def test_a_file_too_large_to_be_a_vault_is_not_read(path: Path) -> None:
    """A huge file is refused, even if its digest fits."""
    path.write_bytes(resealed(b"CashierVault 1\r\n" + bytes(16 * 1024 * 1024)))
    with pytest.raises(VaultDamagedError):
        asyncio.run(FileVault.open(path, PASSPHRASE))


def test_a_vault_never_writes_what_it_would_not_open(path: Path) -> None:
    """Secrets beyond the file's limit are refused, and those before them stand."""
    vault = create(path, k="x")
    with pytest.raises(ValueError, match="larger"):
        asyncio.run(vault.put("huge", "y" * 16 * 1024 * 1024))
    assert asyncio.run(vault.get("huge")) is None
    assert reopened(path, "k") == "x"


@pytest.mark.parametrize("call", ["replace", "fsync"])
def test_a_write_that_fails_changes_nothing(path: Path, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the disk refuses, the old secret stands in memory and on disk, and no draft is left over."""
    vault = create(path, k="old")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        for change in (vault.put("k", "new"), vault.delete("k")):
            with pytest.raises(VaultUnavailableError, match="No space left") as caught:
                asyncio.run(change)
            assert caught.value.reason == UnavailableReason.FILE_UNWRITABLE
    assert asyncio.run(vault.get("k")) == "old"
    assert reopened(path, "k") == "old"
    assert list(path.parent.iterdir()) == [path]
    asyncio.run(vault.put("k", "new"))
    assert reopened(path, "k") == "new"


@posix_only
def test_a_program_killed_before_the_replacement_leaves_the_old_file(path: Path) -> None:
    """With the draft written and the process gone, the old secrets stand, and the next write takes it away."""
    create(path, k="old")
    program = (
        "import asyncio, os, sys\n"
        "from pathlib import Path\n"
        "from cashier.vault import FileVault\n"
        "async def story():\n"
        "    vault = await FileVault.open(Path(sys.argv[1]), sys.argv[2])\n"
        "    os.replace = lambda *paths: os._exit(9)\n"
        "    await vault.put('k', 'marked-secret')\n"
        "asyncio.run(story())\n"
    )
    done = subprocess.run([sys.executable, "-c", program, path, PASSPHRASE], check=False)  # noqa: S603  # our own interpreter and program
    assert done.returncode == 9
    draft = path.with_name("secrets.vault.new")
    assert b"marked" not in draft.read_bytes()
    assert draft.stat().st_mode & 0o777 == 0o600
    assert reopened(path, "k") == "old"
    again = asyncio.run(FileVault.open(path, PASSPHRASE))
    asyncio.run(again.put("k", "newer"))
    assert reopened(path, "k") == "newer"
    assert list(path.parent.iterdir()) == [path]


@posix_only
def test_the_file_and_its_folder_are_synced_in_order(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The draft is on disk before it replaces the file, and the folder's entry after that."""
    vault = create(path)
    order: list[str] = []
    fsync, replace = os.fsync, os.replace

    def noting_fsync(descriptor: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def noting_replace(*paths: Any) -> None:
        order.append("replace")
        replace(*paths)

    monkeypatch.setattr(os, "fsync", noting_fsync)
    monkeypatch.setattr(os, "replace", noting_replace)
    asyncio.run(vault.put("k", "x"))
    assert order == ["file", "replace", "folder"]


def test_where_folders_cannot_be_synced_none_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a folder cannot be opened, and is not."""
    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setattr(os, "O_RDONLY", None)
    file_vault._sync_folder(path.parent)


def test_create_never_overwrites(path: Path) -> None:
    """Where there is a file already it stays, whatever it is."""
    create(path, k="x")
    with pytest.raises(FileExistsError):
        asyncio.run(FileVault.create(path, "another passphrase", derivation=CHEAP))
    assert reopened(path, "k") == "x"


def test_a_short_passphrase_is_refused(path: Path) -> None:
    """Fewer than eight characters, counted as a person counts them, make no vault."""
    with pytest.raises(ValueError, match="shorter than 8"):
        asyncio.run(FileVault.create(path, "e\u0301" * 7))
    assert not path.exists()


def test_a_missing_file_and_an_unreadable_one_are_told_apart(path: Path) -> None:
    """The reason says whether there is no file or one that cannot be read."""
    with pytest.raises(VaultUnavailableError) as missing:
        asyncio.run(FileVault.open(path, PASSPHRASE))
    assert missing.value.reason == UnavailableReason.FILE_MISSING
    path.mkdir()
    with pytest.raises(VaultUnavailableError) as unreadable:
        asyncio.run(FileVault.open(path, PASSPHRASE))
    assert unreadable.value.reason == UnavailableReason.FILE_UNREADABLE


def test_a_vault_in_a_folder_that_does_not_exist_cannot_be_made(tmp_path: Path) -> None:
    """Creation says that the file cannot be written."""
    with pytest.raises(VaultUnavailableError) as caught:
        create(tmp_path / "no" / "secrets.vault")
    assert caught.value.reason == UnavailableReason.FILE_UNWRITABLE


def test_half_a_surrogate_pair_is_refused_without_quoting_the_secret(path: Path) -> None:
    """Text that is not valid Unicode is an error of the caller, and the error does not carry the secret."""
    vault = create(path)
    with pytest.raises(ValueError, match="not valid text") as caught:
        asyncio.run(vault.put("k", "marked\ud800"))
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert not any("marked" in str(argument) for argument in caught.value.args)
