"""resid's client, against the sandbox and against answers no sandbox would give."""

import json
import traceback
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from structlog.testing import capture_logs

from cashier.domain.money import RIAL, Money
from cashier.providers.errors import (
    CredentialsRefusedError,
    NoAnswerError,
    NotSentError,
    ProviderDownError,
    ProviderProtocolError,
    ProviderRefusedError,
    TooManyRequestsError,
)
from cashier.providers.protocol import PaymentOrder, PaymentStanding
from cashier.providers.resid_spec import RESID_TRAITS
from cashier.sandbox import credentials

ORDER = PaymentOrder(
    payment_id="01950000-0000-7000-8000-000000000001",
    reference="ABCD012345",
    money=Money.of("120000", "IRR"),
    customer_no="",
    note="چای و نان",
)
CREATED = "2017-05-14T14:01:50.632640+04:30"
INFO = {
    "merchant": {"display_name": ""},
    "description": "",
    "payer": "0938*****25",
    "created": CREATED,
    "amount": 120000,
    "paid": None,
    "token": "AsF42Sg53",
    "outcome": {
        "rrn": None,
        "total_amount": 120000,
        "tip": 0,
        "state": "pending",
        "state_error": None,
        "method": "asanpardakht",
    },
    "payload": "",
}
PAID = {**INFO, "paid": "2017-05-14T14:05:00+04:30", "outcome": {**INFO["outcome"], "rrn": "000123"}}


def ok(info, **more):
    """Return a success's body."""
    return json.dumps({"message": "OK", "info": info, "errors": [], **more})


def no(*errors, message="ERROR"):
    """Return a refusal's body."""
    return json.dumps({"message": message, "info": {}, "errors": list(errors)})


@pytest.fixture
def resid(calls_of):
    """Return a caller of the sandbox's resid, quick to lose patience."""
    calls = calls_of("resid")
    calls.settings |= {"read_timeout_s": "0.5", "call_timeout_s": "2"}
    return calls


@pytest.fixture
def elsewhere(calls_of, scripted, still_clock):
    """Return a caller of a resid that says what the test tells it to, while time stands still."""
    calls = calls_of("resid", scripted.base_url)
    calls.clock = still_clock
    return calls


@pytest.mark.parametrize(
    ("amount", "code", "rial"),
    [
        ("120000", "IRR", "120000"),
        ("12000", "IRT", "120000"),
        ("12345678901234567890", "IRR", "12345678901234567890"),
        ("1234567890123456789", "IRT", "12345678901234567890"),
    ],
)
def test_a_payment_from_token_to_collect(sandbox, resid, amount, code, rial):
    """The amount goes out in rial and comes back digit for digit, and the ledger has it once."""
    order = replace(ORDER, money=Money.of(amount, code))
    before = datetime.now(UTC)

    async def paying(client):
        opened = await client.open_payment(order)
        waiting = await client.ask_about(order, opened.key)
        sandbox.control.pay(opened.key)
        paid = await client.ask_about(order, opened.key)
        settled = await client.settle_payment(order, opened.key, "")
        again = await client.settle_payment(order, opened.key, "")
        return opened, waiting, paid, settled, again

    opened, waiting, paid, settled, again = resid(paying)
    assert timedelta(0) <= opened.expires_at - before - timedelta(minutes=20) < timedelta(seconds=10)
    assert waiting.standing is PaymentStanding.WAITING
    assert paid.standing is PaymentStanding.CUSTOMER_PAID
    assert settled.standing is again.standing is PaymentStanding.SETTLED
    assert settled.money == Money.of(rial, "IRR")
    assert settled.money.text == rial
    assert abs(settled.at - before) < timedelta(seconds=10)
    (entry,) = sandbox.control.ledger("resid")
    assert (entry.key, entry.reference, entry.amount, entry.note) == (
        opened.key,
        order.payment_id,
        rial,
        order.note,
    )
    assert settled.provider_reference
    assert json.loads(settled.answer, parse_int=str)["amount"] == rial


def test_its_traits(resid):
    """The client tells what the catalogue tells."""
    assert resid.make().traits is RESID_TRAITS


@pytest.mark.parametrize("money", [Money.of("5", "USDT"), Money.of("0.5", "IRR"), Money.of("0.55", "IRT")])
def test_what_is_no_whole_rial_is_not_sent(sandbox, resid, money):
    """Another asset, or a part of a rial, is refused here."""
    with pytest.raises(NotSentError):
        resid(lambda client: client.open_payment(replace(ORDER, money=money)))
    assert sandbox.control.calls("resid") == []


def test_a_tip_is_kept_apart(sandbox, resid):
    """The payment's amount is what was asked for; tip and total are in what is kept."""

    async def paying(client):
        opened = await client.open_payment(ORDER)
        sandbox.control.pay(opened.key, tip_rial=5000)
        return await client.settle_payment(ORDER, opened.key, ""), await client.get(opened.key)

    settled, payment = resid(paying)
    assert settled.money == ORDER.money
    assert json.loads(settled.answer)["outcome"]["tip"] == payment.tip_rial == 5000
    assert payment.total_rial == 125000


def test_collecting_before_the_customer_paid(sandbox, resid):
    """The refusal's words come with what the payment says: it still waits."""

    async def paying(client):
        opened = await client.open_payment(ORDER)
        return await client.settle_payment(ORDER, opened.key, "")

    evidence = resid(paying)
    assert evidence.standing is PaymentStanding.WAITING
    assert evidence.message
    assert sandbox.control.ledger("resid") == []


def test_collecting_too_late(sandbox, resid):
    """After twenty minutes the customer has the money back."""

    async def paying(client):
        opened = await client.open_payment(ORDER)
        sandbox.control.pay(opened.key)
        sandbox.control.advance(20 * 60)
        return await client.settle_payment(ORDER, opened.key, ""), await client.ask_about(ORDER, opened.key)

    evidence, asked = resid(paying)
    assert evidence.standing is asked.standing is PaymentStanding.REFUNDED
    assert evidence.message
    assert asked.message
    assert sandbox.control.ledger("resid") == []


def test_a_payment_that_fails_at_the_bank(sandbox, resid):
    """What the customer's bank refused has failed, in the bank's words."""

    async def paying(client):
        opened = await client.open_payment(ORDER)
        sandbox.control.refuse(opened.key, state_error="موجودی کافی نیست")
        return await client.ask_about(ORDER, opened.key)

    evidence = resid(paying)
    assert (evidence.standing, evidence.message) == (PaymentStanding.FAILED, "موجودی کافی نیست")


def test_a_collect_that_fails(sandbox, resid):
    """An accepted collect is not yet money: the payment's own word counts."""

    async def paying(client):
        opened = await client.open_payment(ORDER)
        sandbox.control.pay(opened.key, collect_error="خطای بانک")
        return await client.settle_payment(ORDER, opened.key, "")

    evidence = resid(paying)
    assert (evidence.standing, evidence.message) == (PaymentStanding.FAILED, "خطای بانک")
    assert sandbox.control.ledger("resid") == []


def test_an_unknown_token_is_refused(resid):
    """Nothing is collected for a token nobody knows; the first refusal is told."""
    with pytest.raises(ProviderRefusedError) as refused:
        resid(lambda client: client.settle_payment(ORDER, "unknown", ""))
    assert refused.value.provider_message
    with pytest.raises(ProviderRefusedError):
        resid(lambda client: client.ask_about(ORDER, "unknown"))


def test_wrong_credentials(resid):
    """A code that is not accepted is told apart from other refusals."""
    resid.secrets["authorization_code"] = "quite-another-code"
    for work in (
        lambda client: client.test_connection(),
        lambda client: client.settle_payment(ORDER, "token", ""),
    ):
        with pytest.raises(CredentialsRefusedError):
            resid(work)


def test_the_connection_is_tested_by_reading_one_payment(sandbox, resid):
    """Proving the settings changes nothing."""
    resid(lambda client: client.test_connection())
    (call,) = sandbox.control.calls("resid")
    assert (call.endpoint, call.acted) == ("list", False)


def test_finding_a_token_whose_answer_was_lost(sandbox, resid):
    """The token made for the order is found by its payload, among others, with the time it has left."""
    since = datetime.now(UTC)
    sandbox.control.fault("reset_after", "resid", "create")
    with pytest.raises(NoAnswerError):
        resid(lambda client: client.open_payment(ORDER))
    sandbox.control.arrive("resid")
    found = resid(lambda client: client.find_opened(ORDER, since))
    (waiting,) = sandbox.control.waiting_payments()
    assert found.key == waiting.token
    assert abs(found.expires_at - since - timedelta(minutes=20)) < timedelta(seconds=10)
    other = replace(ORDER, payment_id="another")
    assert resid(lambda client: client.find_opened(other, since)) is None


@pytest.mark.parametrize("ahead_s", [-600, 600])
def test_finding_a_token_by_a_clock_that_is_off(sandbox, resid, ahead_s):
    """A service ten minutes ahead or behind is looked through all the same, and its times are put right."""
    sandbox.control.set_told_error(ahead_s)
    since = datetime.now(UTC)
    opened = resid(lambda client: client.open_payment(ORDER))
    found = resid(lambda client: client.find_opened(ORDER, since))
    assert found.key == opened.key
    assert abs(found.expires_at - since - timedelta(minutes=20)) < timedelta(seconds=10)


FAULTS = [
    ("reset_before", {}, NoAnswerError, False),
    ("reset_after", {}, NoAnswerError, True),
    ("truncated_body", {}, NoAnswerError, True),
    ("hold_before", {}, NoAnswerError, False),
    ("hold_after", {}, NoAnswerError, True),
    ("html_page", {}, ProviderProtocolError, True),
    ("invalid_json", {}, ProviderProtocolError, True),
    ("empty_body", {}, ProviderProtocolError, True),
    ("huge_body", {}, ProviderProtocolError, True),
    ("redirect", {}, ProviderProtocolError, False),
    ("missing_field", {"field": "message"}, ProviderProtocolError, True),
    ("too_many_requests", {}, ProviderProtocolError, False),
    ("error_before", {"status": 503}, ProviderDownError, False),
    ("error_after", {"status": 500}, ProviderDownError, True),
    ("unauthorized", {}, CredentialsRefusedError, False),
    ("wrong_credentials", {}, CredentialsRefusedError, False),
]


@pytest.mark.parametrize(("fault", "options", "error", "acted"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_faults_of_a_collect(sandbox, resid, fault, options, error, acted):  # a row of the table
    """Each fault is told by what it means for the money, and no text of it holds the code."""

    async def opening(client):
        return await client.open_payment(ORDER)

    opened = resid(opening)
    sandbox.control.pay(opened.key)
    sandbox.control.fault(fault, "resid", "collect", **options)
    with capture_logs() as logs, pytest.raises(error) as failed:
        resid(lambda client: client.settle_payment(ORDER, opened.key, ""))
    told = "".join(traceback.format_exception(failed.value)) + repr(vars(failed.value)) + repr(logs)
    assert credentials.RESID_AUTHORIZATION_CODE not in told
    assert sandbox.control.count("resid").settled == acted
    sandbox.control.release(reset=True)


@pytest.mark.parametrize("fault", ["reset_before", "html_page", "error_before", "unauthorized", "refuse"])
def test_a_collect_that_cannot_be_read_back(sandbox, resid, fault):
    """Whatever keeps the payment from being read after the collect, its outcome is unknown."""

    async def opening(client):
        return await client.open_payment(ORDER)

    opened = resid(opening)
    sandbox.control.pay(opened.key)
    sandbox.control.fault(fault, "resid", "get")
    with pytest.raises(NoAnswerError):
        resid(lambda client: client.settle_payment(ORDER, opened.key, ""))
    assert sandbox.control.count("resid").settled == 1


def test_a_collect_that_is_refused_for_now(sandbox, resid):
    """A refusal while the customer has paid is not the end: the payment's word is returned with it."""

    async def opening(client):
        return await client.open_payment(ORDER)

    opened = resid(opening)
    sandbox.control.pay(opened.key)
    sandbox.control.fault("refuse", "resid", "collect", message="بعدا")
    evidence = resid(lambda client: client.settle_payment(ORDER, opened.key, ""))
    assert (evidence.standing, evidence.message) == (PaymentStanding.CUSTOMER_PAID, "بعدا")
    sandbox.control.fault("refuse", "resid", "collect")
    sandbox.control.fault("reset_before", "resid", "get")
    with pytest.raises(NoAnswerError):
        resid(lambda client: client.settle_payment(ORDER, opened.key, ""))


def test_asked_too_often(sandbox, resid, scripted, elsewhere):
    """A list that is throttled says when to come back; a collect that is, took nothing."""
    sandbox.control.put_account("resid", list_calls_per_minute=1)
    resid(lambda client: client.payments())
    with pytest.raises(TooManyRequestsError) as refused:
        resid(lambda client: client.payments())
    assert 55 <= refused.value.retry_after_s <= 61
    scripted.will_answer(no("slowly"), status=429, Retry_After="9")
    with pytest.raises(TooManyRequestsError) as refused:
        elsewhere(lambda client: client.settle_payment(ORDER, "token", ""))
    assert refused.value.retry_after_s == 9
    assert len(scripted.requests) == 1


def test_an_unknown_state(sandbox, resid):
    """A state nobody documented is shown as it came, and is never paid."""

    async def asking(client):
        opened = await client.open_payment(ORDER)
        sandbox.control.fault("unknown_state", "resid", "get", value="on\u202ehold")
        return await client.ask_about(ORDER, opened.key)

    evidence = resid(asking)
    assert (evidence.standing, evidence.message) == (PaymentStanding.UNCLEAR, "onhold")


@pytest.mark.parametrize(
    ("fault", "options"),
    [
        ("extra_fields", {}),
        ("numbers_as_strings", {}),
        ("strings_as_numbers", {}),
        ("wrong_content_type", {}),
    ],
)
def test_lenient_reading(sandbox, resid, fault, options):
    """Unknown fields, numbers as texts, texts as numbers and a plain-text label change nothing."""

    async def paying(client):
        sandbox.control.fault(fault, "resid", times=None, **options)
        opened = await client.open_payment(ORDER)
        sandbox.control.pay(opened.key)
        return await client.settle_payment(ORDER, opened.key, "")

    settled = resid(paying)
    assert (settled.standing, settled.money) == (PaymentStanding.SETTLED, ORDER.money)


def test_pages_of_the_list(sandbox, resid):
    """Pages before a time hold every payment once, when a microsecond of overlap is kept for ties."""
    sandbox.control.put_account("resid", list_calls_per_minute=None)
    sandbox.control.add_history("resid", 450)

    async def reading(client):
        seen, before = {}, None
        while True:
            page = await client.payments(before=before, size=100)
            fresh = [payment for payment in page if payment.token not in seen]
            if not fresh:
                return seen
            seen |= {payment.token: payment for payment in fresh}
            before = page[-1].created + timedelta(microseconds=1)

    seen = resid(reading)
    assert len(seen) == 450
    collected = {
        token for token, payment in seen.items() if payment.standing is PaymentStanding.CUSTOMER_PAID
    }
    assert collected == {entry.key for entry in sandbox.control.ledger("resid", origin="history")}
    assert {payment.standing for payment in seen.values()} >= {
        PaymentStanding.CUSTOMER_PAID,
        PaymentStanding.WAITING,
        PaymentStanding.FAILED,
        PaymentStanding.REFUNDED,
    }


def test_limits_of_the_list(resid):
    """The service's limits are kept here."""
    now = datetime.now(UTC)
    for size in (0, 201):
        with pytest.raises(ValueError, match="1 to 200"):
            resid(lambda client, size=size: client.payments(size=size))
    with pytest.raises(ValueError, match="not both"):
        resid(lambda client: client.payments(before=now, after=now))
    with pytest.raises(ValueError, match="without a zone"):
        resid(lambda client: client.payments(before=now.replace(tzinfo=None)))


def test_what_resid_is_asked(scripted, elsewhere):
    """The code stands alone in its header, fields are form-encoded, times are UTC, tokens cannot leave their place."""
    elsewhere.settings |= {"auto_collect": True, "preferred_method": "asanpardakht"}
    scripted.will_answer(ok({"token": "t1"}))
    scripted.will_answer(ok([]))
    scripted.will_answer(no("x"), status=404)
    scripted.will_answer(no("y"), status=404)

    async def asking(client):
        await client.open_payment(ORDER)
        await client.find_opened(ORDER, datetime(2026, 3, 1, 15, 45, tzinfo=UTC))
        with pytest.raises(ProviderRefusedError, match="x"):
            await client.settle_payment(ORDER, "../a/b", "")

    elsewhere(asking)
    create, listing, collect, get = scripted.requests
    for request in scripted.requests:
        assert f"\r\nAuthorization: {credentials.RESID_AUTHORIZATION_CODE}\r\n".encode() in request
    head, _, body = create.partition(b"\r\n\r\n")
    assert head.startswith(b"POST /api/v1/payments HTTP")
    assert b"Content-Type: application/x-www-form-urlencoded" in head
    assert parse_qs(body.decode()) == {
        "amount": ["120000"],
        "merchant": [credentials.RESID_MERCHANT],
        "description": [ORDER.note],
        "payload": [ORDER.payment_id],
        "auto_collect": ["true"],
        "preferred_method": ["asanpardakht"],
    }
    target = urlsplit(listing.split(b" ")[1].decode())
    assert parse_qs(target.query) == {"size": ["200"], "after": ["2026-03-01T15:30:00.000000Z"]}
    assert collect.startswith(b"POST /api/v1/payments/%2E%2E%2Fa%2Fb/collect HTTP")
    assert get.startswith(b"GET /api/v1/payments/%2E%2E%2Fa%2Fb HTTP")


@pytest.mark.parametrize(
    ("info", "left"),
    [
        ({"token": "t1"}, timedelta(minutes=20)),
        ({"token": "t1", "created": "2026-03-01T15:28:00+03:30"}, timedelta(minutes=18)),
        ({"token": "t1", "created": "soon"}, timedelta(minutes=20)),
    ],
)
def test_how_long_a_token_is_open(scripted, elsewhere, still_clock, info, left):
    """Twenty minutes from its creation, if the answer tells it, else from before it was asked for."""
    scripted.will_answer(ok(info))
    opened = elsewhere(lambda client: client.create(1))
    assert opened.expires_at - still_clock.now() == left


@pytest.mark.parametrize("info", [{}, None, [], {"token": ""}, {"token": None}])
def test_a_creation_without_a_token(scripted, elsewhere, info):
    """A success without a token is unreadable."""
    scripted.will_answer(ok(info))
    with pytest.raises(ProviderProtocolError):
        elsewhere(lambda client: client.open_payment(ORDER))


@pytest.mark.parametrize(
    ("body", "status", "error", "message", "fields"),
    [
        (no("a", "b"), 400, ProviderRefusedError, "a · b", {}),
        (no(), 200, ProviderRefusedError, "ERROR", {}),
        (no("late", message="OK"), 200, ProviderRefusedError, "late", {}),
        (
            ok({}, errors={"amount": ["too much", 5], "x": "y"}),
            422,
            ProviderRefusedError,
            "too much · 5 · y",
            {"amount": ["too much", "5"], "x": ["y"]},
        ),
        (ok({}, errors=[{"amount": "no"}]), 200, ProviderRefusedError, "OK", {}),
        (ok({}, errors="no"), 200, ProviderRefusedError, "no", {}),
        (no("who?"), 401, CredentialsRefusedError, "who?", {}),
        ("<html>", 403, CredentialsRefusedError, "", {}),
        (ok({}), 401, CredentialsRefusedError, "OK", {}),
        (ok({}), 500, ProviderDownError, None, None),
        (ok({}), 404, ProviderProtocolError, None, None),
        (json.dumps({"info": {}, "errors": []}), 200, ProviderProtocolError, None, None),
        (json.dumps({"message": None}), 400, ProviderProtocolError, None, None),
        ("[]", 200, ProviderProtocolError, None, None),
    ],
)
def test_envelopes(scripted, elsewhere, body, status, error, message, fields):  # a row of the table
    """A collect is refused by readable words only; whatever else is no success leaves its outcome unknown."""
    scripted.will_answer(body, status=status)
    with pytest.raises(error) as failed:
        elsewhere(lambda client: client.collect("t1"))
    assert type(failed.value) is error
    if message is not None:
        assert (failed.value.provider_message, failed.value.fields) == (message, fields)


def outcome(**fields):
    """Return the sample's outcome, changed."""
    return {**INFO["outcome"], **fields}


@pytest.mark.parametrize(
    ("info", "standing", "message"),
    [
        (INFO, PaymentStanding.WAITING, ""),
        ({**INFO, "outcome": None}, PaymentStanding.WAITING, ""),
        ({**INFO, "outcome": outcome(state=None)}, PaymentStanding.WAITING, ""),
        ({**INFO, "paid": False}, PaymentStanding.WAITING, ""),
        ({**INFO, "amount": None}, PaymentStanding.WAITING, ""),
        (PAID, PaymentStanding.CUSTOMER_PAID, ""),
        ({**PAID, "paid": True}, PaymentStanding.CUSTOMER_PAID, ""),
        ({**PAID, "outcome": outcome(state="collected")}, PaymentStanding.CUSTOMER_PAID, ""),
        ({**PAID, "outcome": outcome(state_error="no")}, PaymentStanding.FAILED, "no"),
        ({**PAID, "outcome": outcome(state_error=17)}, PaymentStanding.FAILED, "17"),
        ({**PAID, "outcome": outcome(state_error="")}, PaymentStanding.FAILED, "?"),
        ({**PAID, "outcome": outcome(state_error={"a": 1})}, PaymentStanding.FAILED, "{'a': 1}"),
        ({**PAID, "outcome": outcome(state="Refunded")}, PaymentStanding.REFUNDED, ""),
        ({**INFO, "outcome": outcome(state="verifying")}, PaymentStanding.UNCLEAR, "verifying"),
    ],
)
def test_what_a_payment_says(scripted, elsewhere, info, standing, message):
    """Paid, failed and waiting are told by `paid` and `state_error`; anything else is unclear, never paid."""
    scripted.will_answer(ok(info))
    evidence = elsewhere(lambda client: client.ask_about(ORDER, "AsF42Sg53"))
    assert (evidence.standing, evidence.message) == (standing, message)
    assert evidence.money == (None if info["amount"] is None else Money.of(120000, RIAL.code))
    assert evidence.at == (datetime(2017, 5, 14, 9, 35, tzinfo=UTC) if info["paid"] == PAID["paid"] else None)


@pytest.mark.parametrize(
    "info",
    [
        {**PAID, "amount": None},
        {**PAID, "amount": "much"},
        {**PAID, "amount": 0.5},
        {name: value for name, value in PAID.items() if name != "paid"},
        {name: value for name, value in PAID.items() if name != "token"},
        {**PAID, "token": "another"},
        [PAID],
        None,
    ],
)
def test_a_payment_without_what_decides(scripted, elsewhere, info):
    """Without its token, amount or whether it is paid, a payment's outcome is unknown."""
    scripted.will_answer(ok(info))
    with pytest.raises(ProviderProtocolError):
        elsewhere(lambda client: client.ask_about(ORDER, "AsF42Sg53"))


@pytest.mark.parametrize("info", [{}, None, "x"])
def test_a_list_that_is_none(scripted, elsewhere, info):
    """What is no list is unreadable, never an empty list."""
    scripted.will_answer(ok(info))
    with pytest.raises(ProviderProtocolError):
        elsewhere(lambda client: client.find_opened(ORDER, datetime.now(UTC)))


def test_a_found_token(scripted, elsewhere, still_clock):
    """Items of another shape are passed over; without its creation time the token's end is not told."""
    mine = {**INFO, "payload": ORDER.payment_id, "created": None}
    scripted.will_answer(ok(["x", None, INFO, mine]))
    found = elsewhere(lambda client: client.find_opened(ORDER, still_clock.now()))
    assert (found.key, found.expires_at) == ("AsF42Sg53", None)


def test_a_full_page_proves_no_absence(scripted, elsewhere, still_clock):
    """If there may be more payments than the page holds, "not found" is not said."""
    scripted.will_answer(ok([{**INFO, "token": f"t{number}"} for number in range(200)]))
    with pytest.raises(ProviderProtocolError):
        elsewhere(lambda client: client.find_opened(ORDER, still_clock.now()))
