"""What proves the settings of the two providers that pay out."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from cashier.providers.errors import (
    AccountSettingsError,
    AddressNotAllowedError,
    CredentialsRefusedError,
    ProviderProtocolError,
    ProviderRefusedError,
)
from cashier.sandbox import credentials


@pytest.fixture
def paystar(calls_of, scripted):
    """Return a caller of a paystar that says what the test tells it to."""
    return calls_of("paystar", scripted.base_url)


@pytest.fixture
def aqayepardakht(calls_of, scripted):
    """Return a caller of an aqayepardakht that says what the test tells it to."""
    return calls_of("aqayepardakht", scripted.base_url)


def prove(calls):
    """Prove the settings."""
    calls(lambda client: client.test_connection())


@pytest.mark.parametrize("status", ["ok", 1, "1"])
def test_paystar_answers(scripted, paystar, status):
    """One transfer is asked for, with the key in its header, and each way of saying yes is understood."""
    scripted.will_answer(json.dumps({"status": status, "data": []}))
    prove(paystar)
    (request,) = scripted.requests
    target = urlsplit(request.split(b" ")[1].decode())
    assert target.path == "/api/bank-transfer/settlement-requests"
    assert parse_qs(target.query) == {
        "application_id": [credentials.PAYSTAR_APPLICATION_ID],
        "access_password": [credentials.PAYSTAR_ACCESS_PASSWORD],
        "deposit": [credentials.PAYSTAR_DEPOSIT],
        "limit": ["1"],
        "skip": ["0"],
    }
    assert f"\r\nAuthorization: Bearer {credentials.PAYSTAR_API_KEY}\r\n".encode() in request


def test_paystar_without_a_deposit_asks_for_all(scripted, paystar):
    """An empty source account is left out."""
    paystar.settings["deposit"] = ""
    scripted.will_answer('{"status":"ok"}')
    prove(paystar)
    assert b"deposit" not in scripted.requests[0]


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ({"status": "fail", "message": "خطا"}, 200, ProviderRefusedError),
        ({"status": "fail", "message": "خطا"}, 422, ProviderRefusedError),
        ({"status": "ok"}, 422, ProviderRefusedError),
        ({"message": "خطا"}, 400, ProviderRefusedError),
        ({"status": "fail", "message": "دسترسی نامعتبر"}, 200, CredentialsRefusedError),
        ({"status": "fail"}, 401, CredentialsRefusedError),
        ({}, 403, CredentialsRefusedError),
        ({"status": "fail", "message": "آی پی شما مجاز نیست"}, 403, AddressNotAllowedError),
        ({"status": "fail", "message": "Your IP address is not allowed"}, 200, AddressNotAllowedError),
        ({"data": []}, 200, ProviderProtocolError),
    ],
)
def test_paystar_refuses(scripted, paystar, body, status, error):
    """Refusals of key, address and anything else are told apart; one of the key only once it cannot be renewed."""
    for _ in range(2):
        scripted.will_answer(json.dumps(body), status=status)
    with pytest.raises(error) as refused:
        prove(paystar)
    assert type(refused.value) is error


def test_paystar_names_the_field_at_fault(scripted, paystar):
    """Messages by field are kept by field."""
    scripted.will_answer(
        json.dumps({"status": "fail", "message": "no", "data": {"deposit": ["a", "b"], "limit": "c"}})
    )
    with pytest.raises(ProviderRefusedError) as refused:
        prove(paystar)
    assert refused.value.fields == {"deposit": ["a", "b"], "limit": ["c"]}


def test_paystar_fetches_its_key(sandbox, calls_of):
    """Without an API key one is fetched before anything is asked; without a refresh token nothing can be done."""
    paystar = calls_of("paystar")
    del paystar.secrets["api_key"]
    prove(paystar)
    assert [call.endpoint for call in sandbox.control.calls("paystar")] == ["refresh", "requests"]
    del paystar.secrets["refresh_token"]
    with pytest.raises(AccountSettingsError) as refused:
        paystar.make()
    assert refused.value.field == "refresh_token"


def test_aqayepardakht_answers(scripted, aqayepardakht):
    """The first page of the list is asked for, with account and key."""
    scripted.will_answer('{"status":"success","data":[]}')
    prove(aqayepardakht)
    head, _, body = scripted.requests[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /api/v2/withdraw/list HTTP")
    assert json.loads(body) == {
        "account": credentials.AQAYEPARDAKHT_ACCOUNT,
        "code": credentials.AQAYEPARDAKHT_CODE,
        "page": 1,
    }


@pytest.mark.parametrize(
    ("code", "told", "error"),
    [
        ("-4", "-4", CredentialsRefusedError),
        ("4-", "-4", CredentialsRefusedError),
        (-3, "-3", CredentialsRefusedError),
        (1, "-1", CredentialsRefusedError),
        ("-20", "-20", ProviderRefusedError),
        (" -11 ", "-11", ProviderRefusedError),
        ("strange", "strange", ProviderRefusedError),
    ],
)
def test_aqayepardakht_refuses(scripted, aqayepardakht, code, told, error):
    """Codes are read with their minus on either side or none; those of account and key are told apart."""
    scripted.will_answer(json.dumps({"status": "error", "code": code}), status=422)
    with pytest.raises(error) as refused:
        prove(aqayepardakht)
    assert (type(refused.value), refused.value.code) == (error, told)


@pytest.mark.parametrize(
    ("body", "status", "error"),
    [
        ({"status": "error"}, 422, ProviderProtocolError),
        ({"status": "success"}, 422, ProviderProtocolError),
        ({}, 200, ProviderProtocolError),
        ({}, 403, CredentialsRefusedError),
    ],
)
def test_aqayepardakht_says_nothing_readable(scripted, aqayepardakht, body, status, error):
    """Without a success or a code the answer is unreadable, save that the credentials were refused."""
    scripted.will_answer(json.dumps(body), status=status)
    with pytest.raises(error):
        prove(aqayepardakht)


@pytest.mark.parametrize("provider", ["paystar", "aqayepardakht"])
def test_right_and_wrong_settings_in_the_sandbox(sandbox, calls_of, provider):
    """Right settings are proved by one call that changes nothing, and each wrong secret shows."""
    right = calls_of(provider)
    prove(right)
    (call,) = sandbox.control.calls(provider)
    assert not call.acted
    for secret in {"access_password", "refresh_token", "code"} & set(right.secrets):
        wrong = calls_of(provider)
        wrong.secrets[secret] = "quite-another-secret"
        if secret == "refresh_token":
            # It shows only when it is needed.
            wrong.secrets["api_key"] = "a-key-that-is-dead"
        with pytest.raises(ProviderRefusedError) as refused:
            prove(wrong)
        assert "quite-another-secret" not in f"{refused.value}{vars(refused.value)}"
        assert secret == "access_password" or isinstance(refused.value, CredentialsRefusedError)


def test_paystar_and_an_address_that_is_not_registered(sandbox, calls_of):
    """The sandbox's refusal of an address is told apart from one of the key."""
    sandbox.control.put_account("paystar", allowed_addresses=["192.0.2.1"])
    with pytest.raises(AddressNotAllowedError):
        prove(calls_of("paystar"))
