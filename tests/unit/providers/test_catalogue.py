"""The providers there are, and what their accounts must be told."""

import subprocess
import sys

import pytest

from cashier.domain.account import MAXIMUM_COUNT, FieldKind
from cashier.domain.money import KNOWN_UNITS
from cashier.providers.base_url import require_safe_base_url
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.errors import AccountSettingsError, UnsafeAddressError
from cashier.sandbox.catalogue import PROVIDERS as SANDBOX_PROVIDERS


@pytest.mark.parametrize("key", list(PROVIDERS))
def test_a_provider_takes_payments_or_pays_out(key):
    """What is said to be true of its payments or withdrawals has a client that makes them, and the other way round."""
    spec = PROVIDERS[key]
    assert (spec.traits is None) is (spec.make is None)
    assert (spec.payout_traits is None) is (spec.make_payout is None)
    assert spec.make is not None or spec.make_payout is not None


@pytest.mark.parametrize("key", list(PROVIDERS))
def test_a_specification_is_whole(key):
    """Names are unique, defaults fit their kinds, every field has a label, and the address is safe."""
    spec = PROVIDERS[key]
    assert spec.key == key
    assert require_safe_base_url(spec.default_base_url) == spec.default_base_url
    names = [field.name for field in spec.fields]
    assert len(set(names)) == len(names)
    for field in spec.fields:
        assert field.label
        assert isinstance(field.default, bool) == (field.kind is FieldKind.SWITCH)
        if field.kind is FieldKind.SECRET:
            assert field.default == ""
        if field.kind is FieldKind.COUNT:
            assert 1 <= int(str(field.default)) <= MAXIMUM_COUNT
        if field.kind is FieldKind.UNITS:
            assert set(str(field.default).split()) <= set(KNOWN_UNITS)
    assert set(spec.secret_names) == {field.name for field in spec.fields if field.kind is FieldKind.SECRET}


@pytest.mark.parametrize("key", list(PROVIDERS))
def test_an_account_with_the_defaults_can_be_made(calls_of, key):
    """What a new account starts with is enough, once the rest is filled in; the redactor learns its secrets."""
    calls = calls_of(key, "https://example.invalid")
    calls.settings |= {
        field.name: field.default for field in PROVIDERS[key].fields if field.name not in calls.settings
    }
    calls.make()
    for secret in calls.secrets.values():
        assert calls.redactor.redact_text(f"a {secret} b") == "a ‹redacted› b"


@pytest.mark.parametrize("key", list(PROVIDERS))
def test_an_account_without_what_it_needs_is_not_made(calls_of, key):
    """Each required field without a default is missed by its own name."""
    for field in PROVIDERS[key].fields:
        calls = calls_of(key, "https://example.invalid")
        if not field.required or field.default or field.name == "deposit":
            continue
        calls.settings.pop(field.name, None)
        calls.secrets.pop(field.name, None)
        with pytest.raises(AccountSettingsError) as refused:
            calls.make()
        assert refused.value.field == field.name


@pytest.mark.parametrize("key", list(PROVIDERS))
def test_credentials_go_to_no_unsafe_address(calls_of, key):
    """An account whose address is not safe makes no client."""
    with pytest.raises(UnsafeAddressError):
        calls_of(key, "http://example.invalid").make()


def test_the_catalogue_costs_no_start_up_time():
    """Importing it brings in neither the HTTP library nor what the clients need, and no Qt."""
    program = (
        "import sys, cashier.providers.catalogue\n"
        "print(*sorted({'httpx', 'httpcore', 'truststore', 'msgspec', 'structlog', 'asyncio', 'ssl', 'PySide6'}"
        " & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603  # our own interpreter
    assert told.stdout.split() == []


@pytest.mark.parametrize("key", list(PROVIDERS))
def test_codes_are_told_apart_and_said(key):
    """Each has a sentence of its own, in a context of its provider's, and names only settings that there are."""
    spec = PROVIDERS[key]
    names = {field.name for field in spec.fields}
    assert bool(spec.codes) is bool(spec.code_context)
    assert len({known.code for known in spec.codes}) == len(spec.codes)
    for known in spec.codes:
        assert spec.known_code(known.code) is known
        assert known.meaning
        assert known.order_field in {"", "amount", "iban", "holder", "pay_id", "account"}
        assert known.order_field != "account" or known.field in names
        assert known.switch_off in names | {""}
    assert spec.known_code("no such code") is None


def test_the_sandbox_plays_every_provider():
    """None is without its part in the sandbox, under the same name, and the credentials are settings there are."""
    assert [played.name for played in SANDBOX_PROVIDERS] == list(PROVIDERS)
    for played in SANDBOX_PROVIDERS:
        assert set(played.main_settings) <= {field.name for field in PROVIDERS[played.name].fields}


def test_no_client_needs_qt():
    """The whole floor works without Qt."""
    program = (
        "import sys, pkgutil, importlib, cashier.providers as floor\n"
        "for module in pkgutil.iter_modules(floor.__path__):\n"
        "    importlib.import_module(f'cashier.providers.{module.name}')\n"
        "print('PySide6' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603  # our own interpreter
    assert told.stdout.strip() == "False"
