"""digibank's client, against the sandbox and against answers no sandbox would give."""

import json
import traceback
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
from structlog.testing import capture_logs

from cashier.domain.money import Money
from cashier.providers.digibank_spec import DIGIBANK_TRAITS
from cashier.providers.errors import (
    CredentialsRefusedError,
    NoAnswerError,
    NotSentError,
    ProviderDownError,
    ProviderError,
    ProviderProtocolError,
    ProviderRefusedError,
    TooManyRequestsError,
)
from cashier.providers.protocol import PaymentOrder, PaymentStanding
from cashier.sandbox import credentials
from cashier.sandbox.digibank import Code

ORDER = PaymentOrder(
    payment_id="0195",
    reference="ABCD012345",
    money=Money.of("0.1", "USDT"),
    customer_no=credentials.DIGIBANK_CUSTOMER,
    note="two coffees",
)


@pytest.fixture
def digibank(calls_of):
    """Return a caller of the sandbox's digibank, quick to lose patience."""
    calls = calls_of("digibank")
    calls.settings |= {"read_timeout_s": "0.5", "call_timeout_s": "2"}
    return calls


@pytest.fixture
def elsewhere(calls_of, scripted):
    """Return a caller of a digibank that says what the test tells it to."""
    return calls_of("digibank", scripted.base_url)


def code_of(sandbox, request_id):
    """Return what the customer's phone shows."""
    (code,) = [r.code for r in sandbox.control.open_requests() if r.request_id == request_id]
    return code


@pytest.mark.parametrize(
    ("amount", "code"),
    [("0.1", "USDT"), ("0.000000000000000001", "ETH"), ("12345678901234567890", "IRR"), ("30", "USD")],
)
def test_a_payment_from_request_to_list(sandbox, digibank, amount, code):
    """The amount goes out and comes back digit for digit, and the ledger has it once under our reference."""
    order = replace(ORDER, money=Money.of(amount, code))
    sandbox.control.set_balance(order.customer_no, code, Decimal("1e25"))
    before = datetime.now(UTC)

    async def paying(client):
        opened = await client.open_payment(order)
        asked = await client.ask_about(order, opened.key)
        settled = await client.settle_payment(order, opened.key, code_of(sandbox, opened.key))
        return opened, asked, settled, await client.ask_about(order, opened.key)

    opened, asked, settled, found = digibank(paying)
    assert timedelta(minutes=4) < opened.expires_at - before < timedelta(minutes=6)
    assert asked.standing is PaymentStanding.NOT_FOUND
    assert (settled.standing, settled.money) == (PaymentStanding.SETTLED, None)
    assert found.standing is PaymentStanding.SETTLED
    assert found.money == order.money
    assert (found.money.text, found.money.code) == (amount, code)
    assert abs(found.at - before) < timedelta(minutes=1)
    (entry,) = sandbox.control.ledger("digibank")
    assert (entry.amount, entry.unit, entry.reference, entry.note) == (
        amount,
        code,
        "ABCD012345",
        "two coffees",
    )
    assert found.provider_reference == settled.provider_reference == entry.key
    assert json.loads(found.answer, parse_float=str, parse_int=str)["amount"] == amount


def test_a_lost_request_cannot_be_found(digibank):
    """No request is listed by digibank."""
    assert digibank(lambda client: client.find_opened(ORDER, datetime.now(UTC))) is None


def test_its_traits(digibank):
    """The client tells what the catalogue tells."""
    assert digibank.make().traits is DIGIBANK_TRAITS


@pytest.mark.parametrize(
    ("customer", "code"),
    [
        (credentials.DIGIBANK_CUSTOMER_UNKNOWN, Code.CUSTOMER_UNKNOWN),
        (credentials.DIGIBANK_CUSTOMER_WITHOUT_BALANCE, Code.BALANCE_INSUFFICIENT),
    ],
)
def test_a_request_that_is_refused(digibank, customer, code):
    """A code other than zero is a refusal, with number and words as they came."""
    with pytest.raises(ProviderRefusedError) as refused:
        digibank(lambda client: client.open_payment(replace(ORDER, customer_no=customer)))
    assert refused.value.code == str(int(code))
    assert refused.value.provider_message
    assert json.loads(refused.value.answer)["code"] == code


def test_a_wrong_code_and_then_the_right_one(sandbox, digibank):
    """A refused code moves nothing, and the next may be right; a second finalize is refused."""

    async def paying(client):
        opened = await client.open_payment(ORDER)
        right = code_of(sandbox, opened.key)
        with pytest.raises(ProviderRefusedError) as refused:
            await client.settle_payment(ORDER, opened.key, "000000" if right != "000000" else "111111")
        assert refused.value.code == str(int(Code.CONFIRMATION_CODE_WRONG))
        assert sandbox.control.ledger("digibank") == []
        await client.settle_payment(ORDER, opened.key, right)
        with pytest.raises(ProviderRefusedError):
            await client.settle_payment(ORDER, opened.key, right)

    digibank(paying)
    assert len(sandbox.control.ledger("digibank")) == 1


def test_wrong_credentials(digibank):
    """A key that is not accepted is told apart from other refusals, and proving the settings shows it."""
    digibank.secrets["api_key"] = "quite-another-key"
    with pytest.raises(CredentialsRefusedError) as refused:
        digibank(lambda client: client.test_connection())
    assert refused.value.code == str(int(Code.API_KEY_WRONG))


def test_the_connection_is_tested_by_reading_one_payment(sandbox, digibank):
    """Proving the settings changes nothing."""
    digibank(lambda client: client.test_connection())
    (call,) = sandbox.control.calls("digibank")
    assert (call.endpoint, call.acted) == ("list", False)


FAULTS = [
    ("reset_before", {}, NoAnswerError, False),
    ("reset_after", {}, NoAnswerError, True),
    ("truncated_body", {}, NoAnswerError, True),
    ("slow_drip", {"seconds": 0.1}, NoAnswerError, True),
    ("hold_before", {}, NoAnswerError, False),
    ("hold_after", {}, NoAnswerError, True),
    ("latency", {"seconds": 5}, NoAnswerError, False),
    ("html_page", {}, ProviderProtocolError, True),
    ("invalid_json", {}, ProviderProtocolError, True),
    ("empty_body", {}, ProviderProtocolError, True),
    ("huge_body", {}, ProviderProtocolError, True),
    ("redirect", {}, ProviderProtocolError, False),
    ("missing_field", {"field": "code"}, ProviderProtocolError, True),
    ("null_field", {"field": "code"}, ProviderProtocolError, True),
    ("error_before", {"status": 503}, ProviderDownError, False),
    ("error_after", {"status": 500}, ProviderDownError, True),
    ("unauthorized", {}, CredentialsRefusedError, False),
    ("wrong_credentials", {}, CredentialsRefusedError, False),
    ("expired_credentials", {}, CredentialsRefusedError, False),
    ("address_not_allowed", {}, CredentialsRefusedError, False),
    ("refuse", {"code": "77", "message": "no"}, ProviderRefusedError, False),
]


@pytest.mark.parametrize(("fault", "options", "error", "acted"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_faults_of_a_finalize(sandbox, digibank, fault, options, error, acted):  # a row of the table
    """Each fault is told by what it means for the money, no text of it holds the key, and the list knows better."""

    async def opening(client):
        return await client.open_payment(ORDER)

    opened = digibank(opening)
    code = code_of(sandbox, opened.key)
    sandbox.control.fault(fault, "digibank", "finalize", **options)
    with capture_logs() as logs, pytest.raises(error) as failed:
        digibank(lambda client: client.settle_payment(ORDER, opened.key, code))
    if error is ProviderRefusedError:
        assert type(failed.value) is error
        assert (failed.value.code, failed.value.provider_message) == ("77", "no")
    told = "".join(traceback.format_exception(failed.value)) + repr(vars(failed.value)) + repr(logs)
    assert credentials.DIGIBANK_API_KEY not in told
    assert sandbox.control.count("digibank").settled == acted
    sandbox.control.release(reset=True)
    sandbox.control.clear_faults()
    found = digibank(lambda client: client.ask_about(ORDER, opened.key))
    settled = {entry.reference for entry in sandbox.control.ledger("digibank")}
    assert (found.standing is PaymentStanding.SETTLED) == (ORDER.reference in settled)


@pytest.mark.parametrize("fault", ["too_many_requests", "too_many_requests_date"])
def test_asked_too_often(sandbox, digibank, fault):
    """A bare 429 says when to come back; on a finalize it proves nothing about the money."""
    sandbox.control.fault(fault, "digibank", "list", retry_after_s=40)
    with pytest.raises(TooManyRequestsError) as refused:
        digibank(lambda client: client.ask_about(ORDER, "key"))
    assert 38 <= refused.value.retry_after_s <= 40
    sandbox.control.fault(fault, "digibank", "finalize")
    with pytest.raises(ProviderProtocolError) as unknown:
        digibank(lambda client: client.settle_payment(ORDER, "key", "code"))
    assert unknown.value.status == 429


def test_nobody_there(calls_of, dead_port):
    """A connection that is refused proves that nothing was sent."""
    with pytest.raises(NotSentError):
        calls_of("digibank", f"http://127.0.0.1:{dead_port}")(
            lambda client: client.settle_payment(ORDER, "key", "1")
        )


@pytest.mark.parametrize(
    ("fault", "options"),
    [
        ("extra_fields", {}),
        ("numbers_as_strings", {}),
        ("strings_as_numbers", {}),
        ("wrong_content_type", {}),
    ],
)
def test_lenient_reading(sandbox, digibank, fault, options):
    """Unknown fields, numbers as texts, texts as numbers and a plain-text label change nothing."""

    async def paying(client):
        sandbox.control.fault(fault, "digibank", times=None, **options)
        opened = await client.open_payment(ORDER)
        await client.settle_payment(ORDER, opened.key, code_of(sandbox, opened.key))
        return await client.ask_about(ORDER, opened.key)

    found = digibank(paying)
    assert (found.standing, found.money) == (PaymentStanding.SETTLED, ORDER.money)


@pytest.mark.parametrize("field", ["id", "amount", "asset", "pageItems", "result"])
@pytest.mark.parametrize("fault", ["missing_field", "null_field"])
def test_a_list_without_what_decides(sandbox, digibank, field, fault):
    """A field that decides about money and is not there leaves the outcome unknown."""
    sandbox.control.arrive("digibank")
    sandbox.control.fault(fault, "digibank", "list", field=field)
    with pytest.raises(ProviderProtocolError):
        digibank(lambda client: client.payments())


@pytest.mark.parametrize("field", ["timestamp", "paidBy", "totalCount"])
def test_a_list_without_what_does_not_decide(sandbox, digibank, field):
    """An optional field that is missing is no error."""
    sandbox.control.arrive("digibank")
    sandbox.control.fault("missing_field", "digibank", "list", field=field)
    page = digibank(lambda client: client.payments())
    assert len(page.items) == 1
    assert field not in page.items[0].raw


def test_pages_of_the_list(sandbox, digibank):
    """Pages hold what was asked for, typed, with the raw item and the count of all."""
    sandbox.control.add_history("digibank", 120)

    async def reading(client):
        return [await client.payments(page_no=number, page_size=50) for number in (1, 2, 3, 4)]

    pages = digibank(reading)
    assert [len(page.items) for page in pages] == [50, 50, 20, 0]
    assert {page.total_count for page in pages} == {120}
    items = [item for page in pages for item in page.items]
    ledger = {entry.key: entry for entry in sandbox.control.ledger("digibank", origin="history")}
    assert {item.id: (item.money.text, item.money.code, item.paid_by) for item in items} == {
        key: (Money.of(entry.amount, entry.unit).text, entry.unit, entry.party)
        for key, entry in ledger.items()
    }
    assert all(abs(item.at - ledger[item.id].settled_at) < timedelta(milliseconds=1) for item in items)
    times = [item.at for item in items]
    assert times == sorted(times, reverse=True)


@pytest.mark.parametrize("month_first", [True, False])
def test_a_list_since_a_day(sandbox, digibank, month_first):
    """Whichever way round the service reads dates, everything since the day wanted comes."""
    sandbox.control.put_account("digibank", month_first_dates=month_first)
    sandbox.control.add_history("digibank", 40, days=60)
    wanted = datetime.now(UTC) - timedelta(days=20)
    page = digibank(lambda client: client.payments(since=wanted.date()))
    since = {e.key for e in sandbox.control.ledger("digibank", origin="history") if e.settled_at >= wanted}
    assert since <= {item.id for item in page.items}


def test_a_list_of_one_customer(sandbox, digibank):
    """Only that customer's payments come."""
    sandbox.control.add_history("digibank", 40)
    one = sandbox.control.ledger("digibank", origin="history")[0].party
    page = digibank(lambda client: client.payments(paid_by=one))
    assert page.items
    assert {item.paid_by for item in page.items} == {one}


@pytest.mark.parametrize("size", [0, 51])
def test_a_page_size_out_of_range(digibank, size):
    """The service's limit is kept here."""
    with pytest.raises(ValueError, match="1 to 50"):
        digibank(lambda client: client.payments(page_size=size))


def test_the_expiry_is_told_by_our_clock(sandbox, digibank):
    """A service whose clock is ten minutes off does not make the request look expired, or endless."""
    sandbox.control.fault("clock_off", "digibank", seconds=-600)
    opened = digibank(lambda client: client.open_payment(ORDER))
    assert timedelta(minutes=4) < opened.expires_at - datetime.now(UTC) < timedelta(minutes=6)


@pytest.mark.parametrize(
    ("result", "key", "expires_at"),
    [
        (
            {"requestId": "r1", "expiryDate": "2026-03-01T12:05:00Z"},
            "r1",
            datetime(2026, 3, 1, 12, 5, tzinfo=UTC),
        ),
        ({"id": 17, "expiresAt": "2026-03-01T15:05:00"}, "17", datetime(2026, 3, 1, 12, 5, tzinfo=UTC)),
        ({"requestId": "", "id": "r2", "expires": "soon"}, "r2", None),
        (
            {"requestId": "r3", "expiry": "never", "expires": "2026-03-01T12:05:00Z"},
            "r3",
            datetime(2026, 3, 1, 12, 5, tzinfo=UTC),
        ),
        ({"requestId": "r4"}, "r4", None),
    ],
)
def test_the_names_of_a_requests_answer(scripted, elsewhere, result, key, expires_at):
    """The unpublished names are tried in turn; an expiry that cannot be read is none."""
    scripted.will_answer(json.dumps({"code": 0, "result": result}))
    opened = elsewhere(lambda client: client.request("00142277", Money.of("5", "usdt")))
    assert (opened.key, opened.expires_at) == (key, expires_at)
    assert json.loads(scripted.requests[0].split(b"\r\n\r\n")[1]) == {
        "apiKey": credentials.DIGIBANK_API_KEY,
        "customerNo": "00142277",
        "amount": 5,
        "currency": "USDT",
    }


@pytest.mark.parametrize("result", [None, {}, [], "r1", {"requestId": None}, {"requestId": True}])
def test_a_request_without_an_id(scripted, elsewhere, result):
    """A success that names no request is unreadable."""
    scripted.will_answer(json.dumps({"code": 0, "result": result}))
    with pytest.raises(ProviderProtocolError):
        elsewhere(lambda client: client.open_payment(ORDER))


@pytest.mark.parametrize(
    ("envelope", "status", "error", "code", "message"),
    [
        ({"code": 7}, 200, ProviderRefusedError, "7", ""),
        ({"code": "7", "message": "no"}, 200, ProviderRefusedError, "7", "no"),
        ({"code": -1, "error": "no"}, 400, ProviderRefusedError, "-1", "no"),
        ({"code": 7, "message": {"en": "no"}}, 422, ProviderRefusedError, "7", ""),
        ({"code": 7, "message": "slow"}, 429, TooManyRequestsError, "", ""),
        ({"code": 7, "message": "who?"}, 403, CredentialsRefusedError, "7", "who?"),
        ({"code": 0}, 401, CredentialsRefusedError, "0", ""),
        ({}, 403, CredentialsRefusedError, "", ""),
        ({"code": 0}, 404, ProviderProtocolError, None, None),
        ({"code": "E7"}, 200, ProviderProtocolError, None, None),
        ({"code": True}, 200, ProviderProtocolError, None, None),
        ({"code": 0.5}, 200, ProviderProtocolError, None, None),
        ({"result": {}}, 200, ProviderProtocolError, None, None),
        ([], 200, ProviderProtocolError, None, None),
    ],
)
def test_envelopes(scripted, elsewhere, envelope, status, error, code, message):  # a row of the table
    """A finalize is refused by a readable code only; whatever else is no success leaves its outcome unknown."""
    scripted.will_answer(json.dumps(envelope), status=status)
    with pytest.raises(error) as failed:
        elsewhere(lambda client: client.finalize("r1", "123456", ref_no="ABCD012345"))
    assert type(failed.value) is error
    if code is not None:
        assert (failed.value.code, failed.value.provider_message) == (code, message)


@pytest.mark.parametrize(
    ("result", "money", "at", "reference"),
    [
        (None, None, None, None),
        ("done", None, None, None),
        (
            {"amount": 10, "asset": "usdt", "id": 5, "timestamp": "2022-01-02T09:16:21.5379961"},
            Money.of(10, "USDT"),
            datetime(2022, 1, 2, 7, 16, 21, 537996, tzinfo=UTC),
            "5",
        ),
        ({"amount": 10}, None, None, None),
        ({"asset": "USDT"}, None, None, None),
    ],
)
def test_what_a_finalize_may_say_besides_its_code(
    scripted, elsewhere, result, money, at, reference
):  # a row of the table
    """A zero code settles it; what else is said is taken where it can be read."""
    scripted.will_answer(json.dumps({"code": 0, "result": result}))
    settled = elsewhere(lambda client: client.finalize("r1", "123456", ref_no="ABCD012345"))
    assert settled.standing is PaymentStanding.SETTLED
    assert (settled.money, settled.at, settled.provider_reference) == (money, at, reference)
    assert json.loads(scripted.requests[0].split(b"\r\n\r\n")[1]) == {
        "apiKey": credentials.DIGIBANK_API_KEY,
        "requestId": "r1",
        "confirmationCode": "123456",
        "refNo": "ABCD012345",
    }


def listed(*items, total=None):
    """Return a list's answer."""
    return json.dumps({"code": 0, "result": {"pageItems": items, "totalCount": total}})


ITEM = {
    "amount": 0.1,
    "asset": "USDT",
    "id": 781,
    "paidBy": "00142277",
    "timestamp": "2022-01-02T09:18:05.868083",
}


@pytest.mark.parametrize(
    ("items", "standing"),
    [
        ([], PaymentStanding.NOT_FOUND),
        ([ITEM], PaymentStanding.SETTLED),
        ([ITEM, ITEM], PaymentStanding.SETTLED),
        ([ITEM, {**ITEM, "id": 782}], PaymentStanding.UNCLEAR),
        ([{**ITEM, "refNo": "ABCD012345"}], PaymentStanding.SETTLED),
        ([{**ITEM, "refNo": "OTHER00000"}], PaymentStanding.NOT_FOUND),
        (
            [{**ITEM, "refNo": "OTHER00000"}, {**ITEM, "id": 782, "refNo": "ABCD012345"}],
            PaymentStanding.SETTLED,
        ),
    ],
)
def test_what_the_list_says_about_one_payment(scripted, elsewhere, items, standing):
    """One payment under our reference is settled, several are unclear; one under another reference is not ours."""
    scripted.will_answer(listed(*items))
    found = elsewhere(lambda client: client.ask_about(ORDER, "r1"))
    assert found.standing is standing
    assert (found.money == ORDER.money) == (standing is PaymentStanding.SETTLED)


@pytest.mark.parametrize(
    "body", [listed("text"), '{"code":0,"result":[]}', '{"code":0,"result":{"pageItems":{}}}']
)
def test_a_list_of_another_shape(scripted, elsewhere, body):
    """What is not a list of objects is unreadable, never an empty list."""
    scripted.will_answer(body)
    with pytest.raises(ProviderProtocolError):
        elsewhere(lambda client: client.ask_about(ORDER, "r1"))


def test_what_the_list_is_asked(scripted, elsewhere):
    """The key is in the query, the path below the account's own prefix, and the day the same both ways round."""
    elsewhere.settings |= {"path_prefix": "proxy/v2/", "time_zone": "UTC"}
    scripted.will_answer(listed(ITEM, total="1"))
    page = elsewhere(
        lambda client: client.payments(
            page_no=3, page_size=7, since=date(2026, 3, 2), paid_by="sam", ref_no="R"
        )
    )
    assert page.total_count == 1
    assert page.items[0].at == datetime(2022, 1, 2, 9, 18, 5, 868083, tzinfo=UTC)
    target = urlsplit(scripted.requests[0].split(b" ")[1].decode())
    assert target.path == "/proxy/v2/list"
    assert parse_qs(target.query) == {
        "apiKey": [credentials.DIGIBANK_API_KEY],
        "pageNo": ["3"],
        "pageSize": ["7"],
        "from": ["02-02-2026"],
        "paidBy": ["sam"],
        "refNo": ["R"],
    }


def test_an_answer_that_repeats_the_key(scripted, elsewhere):
    """A service that echoes the key does not put it into what is kept or shown."""
    key = credentials.DIGIBANK_API_KEY
    scripted.will_answer(json.dumps({"code": 5, "message": f"bad key {key}", "apiKey": key}))
    with pytest.raises(ProviderError) as refused:
        elsewhere(lambda client: client.open_payment(ORDER))
    assert key not in "".join(traceback.format_exception(refused.value)) + repr(vars(refused.value))
    scripted.will_answer(listed({**ITEM, "apiKey": key, "note": f"key {key}"}))
    found = elsewhere(lambda client: client.ask_about(ORDER, "r1"))
    assert key not in found.answer


def test_words_of_a_provider_are_one_plain_line(scripted, elsewhere):
    """Free text loses what reorders or breaks its neighbours, and keeps its markup as text."""
    scripted.will_answer(json.dumps({"code": 5, "message": "<b>\u202eno\u202c</b>\n=cmd()"}))
    with pytest.raises(ProviderRefusedError) as refused:
        elsewhere(lambda client: client.open_payment(ORDER))
    assert refused.value.provider_message == "<b>no</b> =cmd()"
