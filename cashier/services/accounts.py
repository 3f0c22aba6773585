"""The shop's accounts with providers: added, changed, tested, removed.

AccountFormError         what was typed is not an account; says what is wrong, by field
AccountInUseError        payments of the account are still open
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from zoneinfo import available_timezones

import apsw

from cashier.domain.account import MAXIMUM_COUNT, Account, AccountField, FieldKind, Setting
from cashier.domain.amount_text import AmountError, parse_amount
from cashier.domain.digits import to_latin_digits
from cashier.domain.money import RIAL
from cashier.domain.text import one_line
from cashier.providers.base_url import require_safe_base_url
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.errors import ProviderError, UnsafeAddressError
from cashier.services.connectivity import Connectivity
from cashier.services.feed import Feed
from cashier.services.provider_clients import ProviderClients
from cashier.services.session import Session
from cashier.storage import accounts, events, payments, withdrawals
from cashier.storage.database import Database
from cashier.vault.protocol import Vault

MAXIMUM_SECONDS = 120
MAXIMUM_TEXT_LENGTH = 500
_MOST_DIGITS = 9


class AccountProblem(Enum):
    """What is wrong with a field of an account."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    UNSAFE_ADDRESS = "unsafe_address"
    NOT_A_TIME_ZONE = "not_a_time_zone"
    NOT_SECONDS = "not_seconds"
    NOT_UNITS = "not_units"
    NOT_A_COUNT = "not_a_count"
    NOT_AN_AMOUNT = "not_an_amount"


class AccountFormError(ValueError):
    """What was typed is not an account.

    Attributes:
        problems: what is wrong, by field: `label`, `base_url`, or the provider's own field names.
    """

    def __init__(self, problems: dict[str, AccountProblem]) -> None:
        super().__init__(f"not an account: {', '.join(sorted(problems))}")
        self.problems = problems


class AccountInUseError(Exception):
    """Payments of the account are still open; they could not be followed without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountForm:
    """What stands in the form, as typed.

    Attributes:
        values: texts and switches by the provider's field names, secrets included; a secret left empty stays
            as it is in the vault.
    """

    provider: str
    label: str
    base_url: str
    values: Mapping[str, Setting] = field(default_factory=dict)


class AccountService:
    """What a manager does with accounts."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        clients: ProviderClients,
        session: Session,
        connectivity: Connectivity,
    ) -> None:
        self._database = database
        self._vault = vault
        self._clients = clients
        self._session = session
        self._connectivity = connectivity
        self.changes: Feed[list[Account]] = Feed()

    async def in_use(self) -> list[Account]:
        """Return the shop's accounts, in the shop's order."""
        return await self._database.read(accounts.in_use)

    async def secrets_kept(self, account: Account) -> set[str]:
        """Return the names of the secret fields the vault holds something for; never the secrets."""
        return {
            asked.name
            for asked in _secret_fields(account.provider)
            if await self._vault.get(account.secret_name(asked.name))
        }

    async def add(self, form: AccountForm) -> Account:
        """Store a new account and put its secrets into the vault.

        Raises:
            AccountFormError: if a field is empty or unfit.
            VaultError: if the vault does not take a secret; no account is stored then.
            StorageUnavailableError: if it cannot be written down.
        """
        kept = await self.in_use()
        account = Account(
            id=self._session.new_id(),
            till_id=self._session.till_id,
            provider=form.provider,
            label="",
            base_url="",
            position=max((other.position for other in kept), default=0) + 1,
            created_at=self._session.clock.now(),
        )
        return await self._store(_filled(account, form, secrets_kept=set()), form, "added")

    async def change(self, account_id: str, form: AccountForm) -> Account:
        """Store an account's new settings. Raises as `add`."""
        account = await self._get(account_id)
        filled = _filled(account, form, secrets_kept=await self.secrets_kept(account))
        return await self._store(filled, form, "changed")

    async def test(self, form: AccountForm, account_id: str | None = None) -> None:
        """Make one harmless call with the account as typed, without storing anything.

        Raises:
            AccountFormError: if a field is empty or unfit.
            ProviderError: what the call met.
            CredentialsMissingError: if a secret is neither typed nor in the vault.
            VaultError: if the vault cannot be read.
        """
        if account_id is None:
            account = Account(
                id=self._session.new_id(),
                till_id=self._session.till_id,
                provider=form.provider,
                label="",
                base_url="",
                created_at=self._session.clock.now(),
            )
            kept: set[str] = set()
            stored = None
        else:
            account = stored = await self._get(account_id)
            kept = await self.secrets_kept(account)
        typed = _filled(account, form, secrets_kept=kept)
        client = await self._clients.fresh(typed, _typed_secrets(form), stored)
        try:
            await client.test_connection()
        except ProviderError as error:
            if account_id is not None:
                self._connectivity.note(account_id, error)
            raise
        finally:
            await client.close()
        if account_id is not None:
            self._connectivity.note(account_id, None)

    async def remove(self, account_id: str) -> None:
        """Remove an account and its secrets; what was done through it stays in history.

        Raises:
            AccountInUseError: if payments or withdrawals of the account are still open.
            VaultError: if the vault does not give up a secret; the account is removed all the same.
            StorageUnavailableError: if it cannot be written down.
        """
        account = await self._get(account_id)

        def write(connection: apsw.Connection) -> None:
            if any(payment.account_id == account_id for payment in payments.still_open(connection)):
                raise AccountInUseError(f"account {account_id} has open payments")
            if withdrawals.still_open(connection, account_id=account_id):
                raise AccountInUseError(f"account {account_id} has open withdrawals")
            removed = replace(account, removed_at=self._session.clock.now())
            accounts.save(connection, removed)
            events.append(connection, self._session.event("account", account_id, "removed"))

        await self._database.write(write)
        await self._clients.forget(account_id)
        self._connectivity.forget(account_id)
        self.changes.publish(await self.in_use())
        for asked in _secret_fields(account.provider):
            await self._vault.delete(account.secret_name(asked.name))
        await self._clients.forget_key(account)

    async def _get(self, account_id: str) -> Account:
        return await self._database.read(lambda connection: accounts.get(connection, account_id))

    async def _store(self, account: Account, form: AccountForm, kind: str) -> Account:
        # The secrets come first: an account that is listed can be used.
        for name, secret in _typed_secrets(form).items():
            await self._vault.put(account.secret_name(name), secret)

        def write(connection: apsw.Connection) -> None:
            accounts.save(connection, account)
            events.append(connection, self._session.event("account", account.id, kind))

        await self._database.write(write)
        await self._clients.forget(account.id)
        self._connectivity.forget(account.id)
        self.changes.publish(await self.in_use())
        return account


def _secret_fields(provider: str) -> list[AccountField]:
    return [asked for asked in PROVIDERS[provider].fields if asked.kind is FieldKind.SECRET]


def _typed_secrets(form: AccountForm) -> dict[str, str]:
    typed = {
        asked.name: str(form.values.get(asked.name, "")).strip() for asked in _secret_fields(form.provider)
    }
    return {name: secret for name, secret in typed.items() if secret}


def _filled(account: Account, form: AccountForm, *, secrets_kept: set[str]) -> Account:
    """Return the account with the form's settings, or say everything that is wrong with them at once."""
    problems: dict[str, AccountProblem] = {}
    label = one_line(form.label)
    if not label:
        problems["label"] = AccountProblem.EMPTY
    base_url = form.base_url.strip().rstrip("/")
    try:
        require_safe_base_url(base_url)
    except UnsafeAddressError:
        problems["base_url"] = AccountProblem.UNSAFE_ADDRESS if base_url else AccountProblem.EMPTY
    settings: dict[str, Setting] = {}
    for asked in PROVIDERS[form.provider].fields:
        typed = form.values.get(asked.name, asked.default)
        if asked.kind is FieldKind.SWITCH:
            settings[asked.name] = typed is True
            continue
        text = str(typed).strip()
        problem = _problem_of(asked, text, kept=asked.name in secrets_kept)
        if problem is not None:
            problems[asked.name] = problem
        elif asked.kind is not FieldKind.SECRET:
            settings[asked.name] = _tidy(asked, text)
    if problems:
        raise AccountFormError(problems)
    return replace(account, label=label, base_url=base_url, settings=settings)


def _tidy(asked: AccountField, text: str) -> str:
    if asked.kind in {FieldKind.SECONDS, FieldKind.COUNT}:
        return str(int(to_latin_digits(text)))
    if asked.kind is FieldKind.AMOUNT:
        return parse_amount(text, RIAL).text if text else ""
    return " ".join(text.upper().split()) if asked.kind is FieldKind.UNITS else text


def _problem_of(asked: AccountField, text: str, *, kept: bool) -> AccountProblem | None:
    if not text:
        return AccountProblem.EMPTY if asked.required and not kept else None
    is_fit, problem = _CHECKS.get(asked.kind, (bool, AccountProblem.EMPTY))
    if not is_fit(text):
        return problem
    # A secret may be long; nothing else a person types here is.
    if asked.kind is not FieldKind.SECRET and len(text) > MAXIMUM_TEXT_LENGTH:
        return AccountProblem.TOO_LONG
    return None


def _is_time_zone(text: str) -> bool:
    return text in available_timezones()


def _is_seconds(text: str) -> bool:
    return _is_whole_number(text, MAXIMUM_SECONDS)


def _is_count(text: str) -> bool:
    return _is_whole_number(text, MAXIMUM_COUNT)


def _is_whole_number(text: str, most: int) -> bool:
    latin = to_latin_digits(text)
    # Longer texts are kept out of the arithmetic.
    return latin.isascii() and latin.isdigit() and len(latin) <= _MOST_DIGITS and 1 <= int(latin) <= most


def _is_amount(text: str) -> bool:
    try:
        parse_amount(text, RIAL)
    except AmountError:
        return False
    return True


def _is_unit_code(code: str) -> bool:
    return code.isascii() and code.isalnum() and 2 <= len(code) <= 10  # noqa: PLR2004  # the codes in use are that long


def _are_units(text: str) -> bool:
    return all(map(_is_unit_code, text.split()))


# What a text of each kind has to be; any other kind takes any text.
_CHECKS: dict[FieldKind, tuple[Callable[[str], bool], AccountProblem]] = {
    FieldKind.TIME_ZONE: (_is_time_zone, AccountProblem.NOT_A_TIME_ZONE),
    FieldKind.SECONDS: (_is_seconds, AccountProblem.NOT_SECONDS),
    FieldKind.COUNT: (_is_count, AccountProblem.NOT_A_COUNT),
    FieldKind.AMOUNT: (_is_amount, AccountProblem.NOT_AN_AMOUNT),
    FieldKind.UNITS: (_are_units, AccountProblem.NOT_UNITS),
}
