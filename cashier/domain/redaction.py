"""Takes secrets out of whatever is about to be written or shown.

Two nets, since each has holes: by *value*, for the secrets that are registered, in every spelling an address,
a JSON text or a Python message gives them; and by *key*, for values whose name says that they are secret.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Mapping
from decimal import Decimal
from threading import Lock
from urllib.parse import quote

from cashier.domain.text import BIDI_CONTROLS

REDACTED = "‹redacted›"

# Shorter ones would shred any text that happens to contain them; their keys still give them away.
MIN_REDACTED_CHARACTERS = 4

# Compared without case, "_" and "-": apiKey is api_key is API-KEY. A provider's "code" is a secret for some
# calls and an error number for others, so it is only one for those who say so.
SECRET_KEYS = frozenset(
    {
        "access_password",
        "access_token",
        "api_key",
        "authorization",
        "confirmation_code",
        "cookie",
        "passphrase",
        "password",
        "pin",
        "refresh_token",
        "secret",
        "set_cookie",
    }
)


class Redactor:
    """Knows the secrets of this run and replaces them by `‹redacted›`.

    Safe to use from several threads. It holds the secrets themselves, and so never shows them in a `repr`.
    """

    def __init__(self) -> None:
        self._secrets: Counter[str] = Counter()
        self._pattern = re.compile(re.escape(REDACTED))
        self._lock = Lock()

    def add(self, secret: str) -> None:
        """Replace `secret` from now on; one that is too short or empty is left to its key.

        The same secret may be added several times, by several accounts.
        """
        if len(secret) >= MIN_REDACTED_CHARACTERS:
            with self._lock:
                self._secrets[secret] += 1
                self._compile()

    def discard(self, secret: str) -> None:
        """Undo one `add` of `secret`; one that was never added is no error."""
        with self._lock:
            self._secrets -= Counter([secret])
            self._compile()

    def redact_text(self, text: str) -> str:
        """Return `text` without registered secrets, and without what follows a secret key.

        The latter is `key=value` as in an address, `"key": "value"` as in JSON or a dict, and
        `Authorization: value` as in a header.
        """
        while (redacted := self._redact_once(text)) != text:
            # A mark that was just put there may complete a secret that holds one.
            text = redacted
        return text

    def _redact_once(self, text: str) -> str:
        return _KEYED_TEXT.sub(_redact_keyed, self._pattern.sub(REDACTED, text))

    def is_free_of_secrets(self, value: object) -> bool:
        """Say whether `redact_json` would leave a whole JSON value as it is; of a long list, much sooner than that.

        A doubt counts as a no.
        """
        text = json.dumps(value, ensure_ascii=False, default=str)
        return not (
            any(_normal_key(key) in _KNOWN_KEYS for key in _keys_in(value))
            or self._pattern.search(text)
            or _may_hold_key(text)
            # A secret could come to light when these are taken out.
            or any(control in text for control in BIDI_CONTROLS)
        )

    def redact_mapping(
        self, mapping: Mapping[str, object], secret_keys: Collection[str] = ()
    ) -> dict[str, object]:
        """Return a copy of `mapping`, redacted all the way down.

        Args:
            mapping: values as JSON has them; anything else becomes its redacted `repr`.
            secret_keys: keys whose values are secret here, besides `SECRET_KEYS`.
        """
        return self._redact_mapping(mapping, _KNOWN_KEYS | {_normal_key(key) for key in secret_keys})

    def redact_json(self, value: object, secret_keys: Collection[str] = ()) -> object:
        """Return a copy of any JSON value, as `redact_mapping` does."""
        return self._redact(value, _KNOWN_KEYS | {_normal_key(key) for key in secret_keys})

    def _redact_mapping(
        self, mapping: Mapping[str, object], secret_keys: frozenset[str]
    ) -> dict[str, object]:
        return {
            self.redact_text(str(key)): REDACTED
            if value is not None and _normal_key(str(key)) in secret_keys
            else self._redact(value, secret_keys)
            for key, value in mapping.items()
        }

    def _redact(self, value: object, secret_keys: frozenset[str]) -> object:
        match value:
            case None | bool():
                return value
            case str():
                return self.redact_text(value)
            case int() | float() | Decimal():
                # A number may be somebody's all-digit key.
                return value if self.redact_text(str(value)) == str(value) else REDACTED
            case Mapping():
                return self._redact_mapping(value, secret_keys)
            case list() | tuple() | set() | frozenset():
                return [self._redact(item, secret_keys) for item in value]
        return self.redact_text(repr(value))

    def _compile(self) -> None:
        # Longest first, or a secret that begins with another would keep its tail. Before all of them those that
        # hold the mark, then the mark itself: no secret is looked for inside it.
        spellings = {
            (REDACTED not in secret, spelling) for secret in self._secrets for spelling in _spellings(secret)
        }
        spellings.add((False, re.escape(REDACTED)))
        in_order = sorted(spellings, key=lambda spelling: (spelling[0], -len(spelling[1]), spelling[1]))
        self._pattern = re.compile("|".join(spelling for _, spelling in in_order))


class NothingToRedact(Redactor):
    """Leaves everything as it is: for what was looked through before, by `Redactor.is_free_of_secrets`."""

    def redact_text(self, text: str) -> str:
        """Return `text`."""
        return text

    def redact_json(self, value: object, secret_keys: Collection[str] = ()) -> object:
        """Return `value`."""
        del secret_keys
        return value


def _spellings(secret: str) -> set[str]:
    """Return patterns for a secret as it is, in an address, in JSON and in Python's own messages."""
    escaped = {json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1], repr(secret)[1:-1]}
    escaped |= {spelling.replace("/", r"\/") for spelling in escaped}
    return {re.escape(spelling) for spelling in escaped} | {"".join(map(_in_address, secret))}


def _in_address(character: str) -> str:
    """Return a pattern for one character, raw or percent-encoded.

    By character, since libraries differ in which ones they encode, and in the case of the digits.
    """
    encoded = quote(character, safe="", errors="surrogatepass")
    if encoded == character:
        return re.escape(character)
    spellings = [re.escape(character), f"(?i:{encoded})"]
    if character == " ":
        spellings.append(r"\+")
    return f"(?:{'|'.join(spellings)})"


def _normal_key(key: str) -> str:
    return re.sub(r"[\W_]", "", key).lower()


_CONTAINERS = frozenset({dict, list})


def _keys_in(value: object) -> set[str]:
    keys: set[str] = set()
    pending = [value]
    while pending:
        match pending.pop():
            case dict() as mapping:
                keys.update(map(str, mapping))
                if not _CONTAINERS.isdisjoint(map(type, mapping.values())):
                    pending.extend(mapping.values())
            case list() as items:
                pending.extend(items)
    return keys


def _may_hold_key(text: str) -> bool:
    """Say whether a text could name a secret key: a look without the pattern, which is slow on a long text."""
    # As the pattern reads them without regard to case: the dotted and the dotless i are an i.
    letters = text.replace("\u0130", "i").replace("\u0131", "i").casefold().replace("_", "").replace("-", "")
    return any(key in letters for key in _KNOWN_KEYS)


def _redact_keyed(match: re.Match[str]) -> str:
    """Keep the key and the quotes, so that redacted JSON is JSON."""
    quotes = match["quote"] or ""
    return f"{match['before']}{quotes}{REDACTED}{quotes}"


def _key_pattern(key: str) -> str:
    return key.replace("_", "[-_]?")


_KNOWN_KEYS = frozenset(map(_normal_key, SECRET_KEYS))
_ANY_KEY = "|".join(sorted(map(_key_pattern, SECRET_KEYS)))

_KEYED_TEXT = re.compile(
    rf"""
    (?P<before>
        (?<![a-z0-9]) (?:x[-_])? (?:{_ANY_KEY})
        (?: =                                                   # an address, a form, a keyword argument
          | \\* ["'] \s* [:,] \s* b? (?=\\*["'\d])              # JSON, dicts, header pairs; escaped or not
          | (?<=authorization) : \s*                            # a header
        )
    )
    (?: (?P<quote> \\* ["'] ) .*? (?: (?<!\\) (?P=quote) | \Z )  # a text cut short has no closing quote
      | (?:(?:bearer|basic) \s+)? [^\s&"'\\,;)\]}}]+
    )
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
