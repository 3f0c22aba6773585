"""The providers there are, and what their accounts must be told."""

import subprocess
import sys

import pytest

from cashier.domain.account import MAXIMUM_COUNT, FieldKind
from cashier.domain.money import KNOWN_UNITS
from cashier.providers.base_url import require_safe_base_url
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.errors import AccountSettingsError, UnsafeAddressError


def test_the_four_providers():
    """Two collect payments and two pay out, in the order they are shown."""
    assert list(PROVIDERS) == ["digibank", "resid", "paystar", "aqayepardakht"]
    assert [key for key, spec in PROVIDERS.items() if spec.make is not None] == ["digibank", "resid"]
    assert [key for key, spec in PROVIDERS.items() if spec.traits is not None] == ["digibank", "resid"]
    paying = [key for key, spec in PROVIDERS.items() if spec.make_payout is not None]
    assert paying == ["paystar", "aqayepardakht"]
    assert [key for key, spec in PROVIDERS.items() if spec.payout_traits is not None] == paying


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


def test_no_client_needs_qt():
    """The whole floor works without Qt."""
    program = (
        "import sys, cashier.providers.digibank, cashier.providers.resid, cashier.providers.paystar,"
        " cashier.providers.aqayepardakht\nprint('PySide6' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603  # our own interpreter
    assert told.stdout.strip() == "False"
