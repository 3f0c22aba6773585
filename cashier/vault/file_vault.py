r"""Secrets in one encrypted file, for machines without a keyring.

    bytes                  what
    16                     "CashierVault 1\r\n": the format and its version
    4                      length of the header, big-endian
    n                      header, JSON: how the key is made from the passphrase, the key's check, the nonce
    m                      AES-256-GCM of the secrets as JSON; all of the above is its associated data
    32                     SHA-256 of all of the above

The digest and the key's check hide nothing and prove nothing against an attacker (the GCM tag does that);
they tell a damaged file from a wrong passphrase, so that a person is not left guessing which it is.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import os
import secrets as randomness
import threading
import unicodedata
from collections.abc import Callable
from pathlib import Path

import msgspec

from cashier.domain.digits import to_latin_digits
from cashier.vault.protocol import (
    UnavailableReason,
    VaultDamagedError,
    VaultUnavailableError,
    WrongPassphraseError,
    check_name,
    check_secret,
)

MIN_PASSPHRASE_CHARACTERS = 8

# By what one keyboard writes, what another does with the same key.
_SAME_KEYS = str.maketrans(
    {"\u064a": "\u06cc", "\u0649": "\u06cc", "\u0643": "\u06a9", "\u200c": "", "\u200d": ""}
)

_MAGIC = b"CashierVault 1\r\n"
_LENGTH_BYTES = 4
_DIGEST_BYTES = 32
_KEY_BYTES = 32
_NONCE_BYTES = 12
_SALT_BYTES = 16
# A file is read whole; one that is larger is no vault of ours.
_MAX_FILE_BYTES = 16 * 1024 * 1024
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_PASSES = 16
_MOST_LANES = 8


class KeyDerivation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What argon2id is asked for; bounded, so that a damaged header cannot ask for all the memory."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 1

    def __post_init__(self) -> None:
        """Refuse what argon2 cannot do, and more than a till should do."""
        floor_kib = 8 * self.lanes
        if not (
            1 <= self.lanes <= _MOST_LANES
            and 1 <= self.passes <= _MOST_PASSES
            and floor_kib <= self.memory_kib <= _MOST_MEMORY_KIB
        ):
            raise ValueError("argon2id parameters out of bounds")


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything needed to try a passphrase; bytes are base64 in JSON."""

    derivation: KeyDerivation
    salt: bytes
    key_check: bytes
    nonce: bytes


class FileVault:
    """An opened vault file. Made by `create` or `open`, not by its constructor.

    The file is replaced whole by each put and delete, and on disk (file and folder) when they return. The
    key is held in memory while the program runs; the passphrase is not.
    """

    def __init__(self, path: Path, seal: _Seal, secrets: dict[str, str]) -> None:
        self._path = path
        self._seal = seal
        self._secrets = secrets
        # Held in the worker thread, not by the coroutine: a cancelled put's thread runs on, and the next
        # one must still wait for it, or its secret would be lost.
        self._lock = threading.Lock()

    @classmethod
    async def create(
        cls, path: Path, passphrase: str, *, derivation: KeyDerivation | None = None
    ) -> FileVault:
        """Make a new, empty vault file.

        Args:
            path: where; its folder exists, and there is no such file yet.
            passphrase: at least `MIN_PASSPHRASE_CHARACTERS` long; not stored anywhere.
            derivation: how hard a guess is made; None is 64 MiB and 3 passes.

        Raises:
            ValueError: the passphrase is too short.
            FileExistsError: there is a file already; it is left as it is.
            VaultUnavailableError: it cannot be written.
        """
        if not is_long_enough(passphrase):
            raise ValueError(f"the passphrase is shorter than {MIN_PASSPHRASE_CHARACTERS} characters")
        return await asyncio.to_thread(cls._create, path, passphrase, derivation or KeyDerivation())

    @classmethod
    async def open(cls, path: Path, passphrase: str) -> FileVault:
        """Open an existing vault file.

        Raises:
            WrongPassphraseError: the file is whole, and the passphrase does not open it.
            VaultDamagedError: the file is no vault, of a newer format, cut short, or was changed.
            VaultUnavailableError: there is no file, or it cannot be read.
        """
        return await asyncio.to_thread(cls._open, path, passphrase)

    async def get(self, name: str) -> str | None:
        """Return the secret called `name`, or None; reads memory only."""
        check_name(name)
        return self._secrets.get(name)

    async def put(self, name: str, secret: str) -> None:
        """Keep `secret` as `name`, on disk when this returns.

        Raises:
            ValueError: also if the vault has grown beyond 16 MiB.
            VaultUnavailableError: it could not be written; the old secret stands.
        """
        check_name(name)
        check_secret(secret)
        await asyncio.to_thread(self._change, lambda secrets: secrets | {name: secret})

    async def delete(self, name: str) -> None:
        """Forget the secret called `name`; the file without it is on disk when this returns.

        Raises:
            VaultUnavailableError: it could not be written; the secret stands.
        """
        check_name(name)
        await asyncio.to_thread(
            self._change, lambda secrets: {key: value for key, value in secrets.items() if key != name}
        )

    @classmethod
    def _create(cls, path: Path, passphrase: str, derivation: KeyDerivation) -> FileVault:
        if path.exists():
            raise FileExistsError(f"there is a vault already: {path}")
        salt = randomness.token_bytes(_SALT_BYTES)
        vault = cls(
            path, _Seal(derivation, salt, _derive_key(_normal_form(passphrase), derivation, salt)), {}
        )
        vault._write({})
        return vault

    @classmethod
    def _open(cls, path: Path, passphrase: str) -> FileVault:
        header, associated, ciphertext = _parse(_read(path))
        for form in _forms(passphrase):
            key = _derive_key(form, header.derivation, header.salt)
            seal = _Seal(header.derivation, header.salt, key)
            if hmac.compare_digest(seal.key_check, header.key_check):
                return cls(path, seal, seal.decrypt(header.nonce, ciphertext, associated))
        raise WrongPassphraseError("the passphrase does not open the vault file")

    def _change(self, change: Callable[[dict[str, str]], dict[str, str]]) -> None:
        with self._lock:
            changed = change(self._secrets)
            if changed != self._secrets:
                self._write(changed)

    def _write(self, secrets: dict[str, str]) -> None:
        """Replace the file by one that holds `secrets`; until the replacement, the old one is untouched."""
        content = self._seal.encrypt(secrets)
        # A fixed name, so that a crash leaves at most one such file, which the next write takes away.
        draft = self._path.with_name(f"{self._path.name}.new")
        try:
            try:
                _write_new_file(draft, content)
                draft.replace(self._path)
            except BaseException:
                draft.unlink(missing_ok=True)
                raise
            # From here on the new content is what a restart finds, whatever the folder's sync says.
            self._secrets = secrets
            _sync_folder(self._path.parent)
        except OSError as error:
            raise VaultUnavailableError(
                f"the vault file cannot be written: {error.strerror}",
                reason=UnavailableReason.FILE_UNWRITABLE,
            ) from error


class _Seal:
    """Turns secrets into the file's bytes and back, with one key."""

    def __init__(self, derivation: KeyDerivation, salt: bytes, key: bytes) -> None:
        self._derivation = derivation
        self._salt = salt
        self._cipher_key = _subkey(key, b"secrets")
        self.key_check = _subkey(key, b"check")

    def encrypt(self, secrets: dict[str, str]) -> bytes:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  # costs the start

        nonce = randomness.token_bytes(_NONCE_BYTES)
        header = msgspec.json.encode(_Header(self._derivation, self._salt, self.key_check, nonce))
        associated = _MAGIC + len(header).to_bytes(_LENGTH_BYTES, "big") + header
        sealed = AESGCM(self._cipher_key).encrypt(nonce, msgspec.json.encode(secrets), associated)
        content = associated + sealed
        if len(content) > _MAX_FILE_BYTES - _DIGEST_BYTES:
            raise ValueError("the secrets are larger than a vault file may be")
        return content + hashlib.sha256(content).digest()

    def decrypt(self, nonce: bytes, ciphertext: bytes, associated: bytes) -> dict[str, str]:
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415  # costs the start
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        try:
            text = AESGCM(self._cipher_key).decrypt(nonce, ciphertext, associated)
        except InvalidTag as error:
            raise VaultDamagedError("the vault file was changed by someone else") from error
        return msgspec.json.decode(text, type=dict[str, str])


def is_long_enough(passphrase: str) -> bool:
    """Say whether a new passphrase has `MIN_PASSPHRASE_CHARACTERS`; half-spaces, which open nothing, do not count."""
    return len(_one_for_all_keyboards(passphrase)) >= MIN_PASSPHRASE_CHARACTERS


def _derive_key(form: str, derivation: KeyDerivation, salt: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415  # costs the start

    return hash_secret_raw(
        form.encode(),
        salt,
        time_cost=derivation.passes,
        memory_cost=derivation.memory_kib,
        parallelism=derivation.lanes,
        hash_len=_KEY_BYTES,
        type=Type.ID,
    )


def _subkey(key: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415  # costs the start
    from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand  # noqa: PLC0415

    return HKDFExpand(SHA256(), _KEY_BYTES, b"CashierVault 1 " + purpose).derive(key)


def _normal_form(passphrase: str) -> str:
    """Return one form for what looks the same, since keyboards differ: the next computer's may have another layout.

    They compose letters in different ways, write the Persian or the Arabic yeh and kaf, digits of one script or
    another, and a half-space that nobody sees.
    """
    check_secret(passphrase)
    return _one_for_all_keyboards(passphrase)


def _one_for_all_keyboards(passphrase: str) -> str:
    return to_latin_digits(unicodedata.normalize("NFC", passphrase).translate(_SAME_KEYS))


def _forms(passphrase: str) -> list[str]:
    """Return what may have been made a key of: files of earlier versions were made with what was typed, composed."""
    form, composed = _normal_form(passphrase), unicodedata.normalize("NFC", passphrase)
    return [form] if composed == form else [form, composed]


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise VaultUnavailableError(
            "there is no vault file", reason=UnavailableReason.FILE_MISSING
        ) from error
    except OSError as error:
        raise VaultUnavailableError(
            f"the vault file cannot be read: {error.strerror}", reason=UnavailableReason.FILE_UNREADABLE
        ) from error


def _parse(content: bytes) -> tuple[_Header, bytes, bytes]:
    """Return the header, the associated data and the ciphertext of a file that is whole."""
    body, digest = content[:-_DIGEST_BYTES], content[-_DIGEST_BYTES:]
    if len(content) > _MAX_FILE_BYTES or hashlib.sha256(body).digest() != digest:
        raise VaultDamagedError("the vault file is damaged")
    if not body.startswith(_MAGIC):
        raise VaultDamagedError("the vault file is of a format that this version does not know")
    header_start = len(_MAGIC) + _LENGTH_BYTES
    header_end = header_start + int.from_bytes(body[len(_MAGIC) : header_start], "big")
    try:
        header = msgspec.json.decode(body[header_start:header_end], type=_Header)
    except msgspec.DecodeError as error:
        raise VaultDamagedError("the vault file's header cannot be read") from error
    if len(header.nonce) != _NONCE_BYTES or len(header.salt) != _SALT_BYTES:
        raise VaultDamagedError("the vault file's header cannot be read")
    return header, body[:header_end], body[header_end:]


def _write_new_file(path: Path, content: bytes) -> None:
    """Write a file that did not exist, readable by this user only from its first moment, and sync it."""
    path.unlink(missing_ok=True)
    # Not Path.open, which takes no opener; and a later chmod would leave a moment for others to read.
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Put the folder's own entry on disk; Windows neither needs nor allows that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
