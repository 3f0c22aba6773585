"""paystar's transfers, against the sandbox and against answers no sandbox would give."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from cashier.domain.money import RIAL, Money
from cashier.providers.errors import (
    AccountSettingsError,
    AddressNotAllowedError,
    CredentialsRefusedError,
    NoAnswerError,
    NotSentError,
    ProviderDownError,
    ProviderProtocolError,
    ProviderRefusedError,
    TooManyRequestsError,
    UnknownOutcomeError,
)
from cashier.providers.payout_protocol import PayoutOrder, PayoutStanding
from cashier.providers.paystar_answers import our_fields
from cashier.sandbox import credentials

IBAN = "IR062960000000100324200001"
OTHER_IBAN = "IR820540102680020817909002"
THIRD_IBAN = "IR550570022080013447370101"
SINCE = datetime(2026, 1, 1, tzinfo=UTC)


def an_order(number=1, **changes):
    """Return an order whose reference and withdrawal are numbered."""
    order = PayoutOrder(
        withdrawal_id=f"w{number}",
        reference=f"REF{number:05}",
        money=Money.of("1500000", "IRR"),
        iban=IBAN,
        holder="نمونه ساختگی نژاد",
    )
    return replace(order, **changes)


def ok(data, status="ok"):
    """Return a success's body."""
    return json.dumps({"status": status, "data": data})


def told(number=1, **changes):
    """Return what a settlement's answer says about an order."""
    transfer = {
        "hashid": f"h{number}",
        "track_id": f"REF{number:05}",
        "status": "pending",
        "message": "در انتظار",
        "ref_code": None,
    }
    return transfer | changes


def submitting(*orders):
    """Return what submits the orders."""
    return lambda client: client.submit(orders)


def asking(*orders):
    """Return what asks about the orders."""
    return lambda client: client.ask_about(orders)


def sent(request):
    """Return a request's JSON."""
    return json.loads(request.partition(b"\r\n\r\n")[2])


@pytest.fixture
def paystar(calls_of):
    """Return a caller of the sandbox's paystar, quick to lose patience."""
    calls = calls_of("paystar")
    calls.settings |= {"read_timeout_s": "0.5", "call_timeout_s": "2", "bank": "016"}
    return calls


@pytest.fixture
def elsewhere(calls_of, scripted, still_clock):
    """Return a caller of a paystar that says what the test tells it to, while time stands still."""
    calls = calls_of("paystar", scripted.base_url)
    calls.clock = still_clock
    calls.settings["bank"] = "016"
    return calls


def test_a_transfer_from_request_to_paid(sandbox, paystar):
    """It waits, is paid, is found again by our reference alone, and the ledger has it once, rial for rial."""
    order = an_order(money=Money.of("150000", "IRT"), pay_id="12345")
    before = datetime.now(UTC)

    async def paying(client):
        submitted = await client.submit([order])
        waiting = await client.ask_about([order])
        sandbox.control.advance(60)
        return submitted["w1"], waiting["w1"], (await client.ask_about([order]))["w1"]

    submitted, waiting, paid = paystar(paying)
    assert submitted.standing is waiting.standing is PayoutStanding.WAITING
    assert submitted.money is None
    assert paid.standing is PayoutStanding.PAID
    assert paid.key == submitted.key is not None
    assert (paid.money, paid.iban, paid.holder_name) == (Money.of(1_500_000, "IRR"), IBAN, order.holder)
    assert abs(waiting.created_at - before) < timedelta(seconds=10)
    assert paid.ref_code
    assert paid.message
    assert json.loads(paid.answer)["pay_id"] == "12345"
    (entry,) = sandbox.control.ledger("paystar")
    assert (entry.key, entry.amount, entry.party) == (order.reference, "1500000", IBAN)


def test_what_a_settlement_sends(scripted, elsewhere):
    """Whole rial, the holder split at the first space, our reference, and a deposit identifier only if there is one."""
    scripted.will_answer(ok([told(1), told(2)]))
    elsewhere(submitting(an_order(), an_order(2, pay_id="77", holder="  نمونه   ساختگی ")))
    head = scripted.requests[0].partition(b"\r\n\r\n")[0]
    assert head.startswith(b"POST /api/bank-transfer/v2/settlement HTTP")
    assert f"\r\nAuthorization: Bearer {credentials.PAYSTAR_API_KEY}".encode() in head
    first = {
        "amount": 1500000,
        "deposit": credentials.PAYSTAR_DEPOSIT,
        "destination_account": IBAN,
        "destination_firstname": "نمونه",
        "destination_lastname": "ساختگی نژاد",
        "track_id": "REF00001",
    }
    assert sent(scripted.requests[0]) == {
        "application_id": credentials.PAYSTAR_APPLICATION_ID,
        "access_password": credentials.PAYSTAR_ACCESS_PASSWORD,
        "bank": "016",
        "transfers": [
            first,
            first | {"track_id": "REF00002", "pay_id": "77", "destination_lastname": "ساختگی"},
        ],
    }


def test_what_the_client_says_of_itself(calls_of):
    """Its unit is rial, and how many a call carries is a setting."""
    calls = calls_of("paystar", "https://example.invalid")
    assert calls.make().unit is RIAL
    assert calls.make().most_at_once == 10
    assert calls.make().traits.takes_batches
    calls.settings["transfers_per_call"] = "۵۰"
    assert calls.make().most_at_once == 50
    calls.settings["transfers_per_call"] = "51"
    with pytest.raises(AccountSettingsError) as refused:
        calls.make()
    assert refused.value.field == "transfers_per_call"


@pytest.mark.parametrize(
    "orders",
    [
        [],
        [an_order(), an_order()],
        [an_order(number) for number in range(11)],
        [an_order(holder="نمونه")],
        [an_order(holder="")],
        [an_order(money=Money.of("0", "IRR"))],
        [an_order(money=Money.of("1.5", "IRR"))],
        [an_order(money=Money.of("1", "USD"))],
    ],
)
def test_what_no_call_is_made_for(sandbox, paystar, orders):
    """None, too many, the same twice, half a name, no whole amount: the form lets none of it pass."""
    with pytest.raises(ValueError):  # noqa: PT011  # each has its own words
        paystar(submitting(*orders))
    assert sandbox.control.calls() == []


@pytest.mark.parametrize("field", ["deposit", "bank"])
def test_an_account_that_does_not_say_where_to_pay_from(sandbox, paystar, field):
    """Nothing is sent, and the setting is named."""
    paystar.settings[field] = " "
    with pytest.raises(AccountSettingsError) as refused:
        paystar(submitting(an_order()))
    assert refused.value.field == field
    assert sandbox.control.calls() == []


@pytest.mark.parametrize("status", ["ok", 1, "1", " OK "])
@pytest.mark.parametrize("shape", [lambda data: data, lambda data: [data]])
def test_every_shape_of_a_success(scripted, elsewhere, status, shape):
    """`ok`, 1 and "1" say yes, and one transfer is told as an object or a list."""
    scripted.will_answer(ok(shape(told(status="success", ref_code=42)), status))
    (evidence,) = elsewhere(submitting(an_order())).values()
    assert (evidence.standing, evidence.key, evidence.ref_code) == (PayoutStanding.PAID, "h1", "42")


@pytest.mark.parametrize(
    ("state", "standing", "message"),
    [
        ("success", PayoutStanding.PAID, "words"),
        ("failed", PayoutStanding.REJECTED, "words"),
        ("pending", PayoutStanding.WAITING, "words"),
        ("Success ", PayoutStanding.PAID, "words"),
        ("queued", PayoutStanding.WAITING, "words"),
        (None, PayoutStanding.WAITING, "words"),
        (7, PayoutStanding.WAITING, ""),
        ("queued", PayoutStanding.WAITING, ""),
    ],
)
def test_the_inner_state_decides(scripted, elsewhere, state, standing, message):
    """The outer ok is not payment; a state nobody documented waits, and is shown if there are no better words."""
    scripted.will_answer(ok(told(status=state, message=message)))
    (evidence,) = elsewhere(submitting(an_order())).values()
    assert evidence.standing is standing
    assert evidence.message == (message or str(state))


def test_answers_are_matched_by_our_reference_alone(scripted, elsewhere):
    """Order counts for nothing, a stranger's entry is passed over, and a missing one stays unknown."""
    scripted.will_answer(
        ok([told(2, status="success"), told(9, status="failed"), {**told(1), "track_id": None}, told(3)])
    )
    evidences = elsewhere(submitting(an_order(1), an_order(2), an_order(3)))
    assert {key: evidence.standing for key, evidence in evidences.items()} == {
        "w2": PayoutStanding.PAID,
        "w3": PayoutStanding.WAITING,
    }


@pytest.mark.parametrize(
    ("data", "is_ours"),
    [
        ({"hashid": "h1", "status": "pending"}, True),
        ({}, False),
        ([{"hashid": "h1", "status": "pending"}], False),
        ({"hashid": "h1", "track_id": "REF99999", "status": "success"}, False),
        ({"hashid": "h1", "track_id": "ref00001", "status": "success"}, False),
        (["x"], False),
        (None, False),
        ("x", False),
    ],
)
def test_one_answer_to_one_order_needs_no_name(scripted, elsewhere, data, is_ours):
    """One object that bears no reference answers the one order there is; anything else tells nothing of it."""
    scripted.will_answer(ok(data))
    assert bool(elsewhere(submitting(an_order()))) is is_ours


def test_one_nameless_answer_to_two_orders_tells_nothing(scripted, elsewhere):
    """It could be either's."""
    scripted.will_answer(ok({"hashid": "h1", "status": "success"}))
    assert elsewhere(submitting(an_order(1), an_order(2))) == {}


def test_of_two_answers_the_one_that_costs_more_is_believed(scripted, elsewhere):
    """Money is never taken for being back while another entry says that it left."""
    scripted.will_answer(ok([told(status="failed"), told(status="success"), told(status="pending")]))
    assert elsewhere(submitting(an_order()))["w1"].standing is PayoutStanding.PAID


def test_in_a_batch_some_are_turned_away_at_once(sandbox, paystar):
    """Each has its own outcome, and only those that went on reach the ledger."""
    words = "حساب مقصد مسدود است"
    sandbox.control.put_account(
        "paystar", refuse_ibans={OTHER_IBAN: words}, reject_ibans={THIRD_IBAN: "برگشت"}
    )
    orders = [an_order(1), an_order(2, iban=OTHER_IBAN), an_order(3, iban=THIRD_IBAN)]

    async def paying(client):
        submitted = await client.submit(orders)
        sandbox.control.advance(60)
        return submitted, await client.ask_about(orders)

    submitted, later = paystar(paying)
    W, R, P = PayoutStanding.WAITING, PayoutStanding.REJECTED, PayoutStanding.PAID  # noqa: N806  # table heads
    assert [submitted[key].standing for key in ("w1", "w2", "w3")] == [W, R, W]
    assert submitted["w2"].message == words
    assert [later[key].standing for key in ("w1", "w2", "w3")] == [P, R, R]
    assert later["w3"].message == "برگشت"
    assert [entry.key for entry in sandbox.control.ledger("paystar")] == ["REF00001"]


@pytest.mark.parametrize(
    ("changes", "deposit", "named"),
    [
        ({"iban": "IR000000000000000000000000"}, credentials.PAYSTAR_DEPOSIT, ["1.iban"]),
        ({"reference": ""}, credentials.PAYSTAR_DEPOSIT, ["1.track_id"]),
        ({}, "999", ["0.account", "1.account"]),
    ],
)
def test_a_refusal_names_the_row(sandbox, paystar, changes, deposit, named):
    """In the provider's own words, by our names, and nothing of the call is carried out."""
    paystar.settings["deposit"] = deposit
    with pytest.raises(ProviderRefusedError) as refused:
        paystar(submitting(an_order(1), an_order(2, **changes)))
    assert list(refused.value.fields) == named
    assert all(messages and all(messages) for messages in refused.value.fields.values())
    assert sandbox.control.count("paystar").created == 0


@pytest.mark.parametrize(
    ("told_fields", "count", "ours"),
    [
        ({"transfers.3.destination_account": ["a", "b"]}, 4, {"3.iban": ["a", "b"]}),
        (
            {"transfers.0.destination_firstname": ["a"], "transfers.0.destination_lastname": ["b"]},
            2,
            {"0.holder": ["a", "b"]},
        ),
        ({"transfers.1.pay_id": ["a"], "bank": ["b"]}, 2, {"1.pay_id": ["a"], "account": ["b"]}),
        ({"transfers[1].amount": ["a"]}, 2, {"1.amount": ["a"]}),
        ({"transfers.1": ["a"], "transfers": ["b"]}, 2, {"1.transfers": ["a"], "transfers": ["b"]}),
        ({"transfers.0": ["a"]}, 1, {"transfers": ["a"]}),
        ({"transfers.0.destination_account": ["a"]}, 1, {"iban": ["a"]}),
        ({"destination_account": ["a"], "amount": ["b"]}, 1, {"iban": ["a"], "amount": ["b"]}),
        ({"application_id": ["a"], "access_password": ["b"]}, 1, {"account": ["a", "b"]}),
        ({"transfers.0.new_field": ["a"]}, 1, {"new_field": ["a"]}),
        ({"transfers.7.amount": ["a"]}, 2, {"transfers.7.amount": ["a"]}),
        ({"strange": ["a"]}, 2, {"strange": ["a"]}),
    ],
)
def test_fields_by_our_names(told_fields, count, ours):
    """By order and name of a call with several, by name of one; a row that was not sent is named by nobody."""
    assert our_fields(told_fields, count) == ours


@pytest.mark.parametrize(
    ("body", "http_status", "kind", "fields"),
    [
        ({"status": "fail", "message": "no"}, 200, ProviderRefusedError, {}),
        ({"status": "fail"}, 422, ProviderRefusedError, {}),
        (
            {"status": "fail", "message": "no", "data": {"transfers.0.amount": "x"}},
            422,
            ProviderRefusedError,
            {"amount": ["x"]},
        ),
        ({"message": "no", "errors": {"bank": ["x"]}}, 422, ProviderRefusedError, {"account": ["x"]}),
        ({"status": "error", "message": "no"}, 400, ProviderRefusedError, {}),
        ({"status": "fail", "message": "آی‌پی مجاز نیست"}, 403, AddressNotAllowedError, {}),
        ({"status": "fail", "message": "accessIp"}, 401, AddressNotAllowedError, {}),
        ({"status": "fail", "message": "no"}, 403, CredentialsRefusedError, {}),
        ({}, 403, CredentialsRefusedError, {}),
        ({"status": "fail", "message": "slow"}, 429, TooManyRequestsError, {}),
    ],
)
def test_what_is_a_refusal(scripted, elsewhere, body, http_status, kind, fields):
    """A readable no, by its status, or by HTTP's with words."""
    scripted.will_answer(json.dumps(body), status=http_status)
    with pytest.raises(ProviderRefusedError) as refused:
        elsewhere(submitting(an_order()))
    assert type(refused.value) is kind
    assert refused.value.fields == fields
    assert len(scripted.requests) == 1


@pytest.mark.parametrize(
    ("body", "http_status"),
    [
        ({"status": "ok", "data": []}, 422),
        ({"status": "ok", "data": []}, 401),
        ({"message": "no"}, 200),
        ({"status": "queued", "message": "no"}, 200),
        ({"status": True}, 200),
        ({}, 422),
        ({"status": "fail", "message": "some failed", "data": [told(status="success")]}, 200),
        ({"status": "fail", "message": "some failed", "data": told(status="pending")}, 422),
    ],
)
def test_what_leaves_it_open(scripted, elsewhere, body, http_status):
    """Contradictions, states nobody documented and refusals that tell of transfers prove nothing; nothing is resent."""
    scripted.will_answer(json.dumps(body), status=http_status)
    with pytest.raises(ProviderProtocolError):
        elsewhere(submitting(an_order()))
    assert len(scripted.requests) == 1


@pytest.mark.parametrize(
    ("fault", "details", "error"),
    [
        ("reset_before", {}, NoAnswerError),
        ("reset_after", {}, NoAnswerError),
        ("error_before", {"status": 503}, ProviderDownError),
        ("error_after", {}, ProviderDownError),
        ("latency_after", {"seconds": 1.0}, NoAnswerError),
        ("truncated_body", {}, NoAnswerError),
        ("invalid_json", {}, ProviderProtocolError),
        ("html_page", {}, ProviderProtocolError),
        ("empty_body", {}, ProviderProtocolError),
        ("redirect", {}, ProviderProtocolError),
        ("too_many_requests", {}, ProviderProtocolError),
    ],
)
def test_a_lost_answer_is_never_sent_again_and_is_settled_by_the_reference(
    sandbox, paystar, fault, details, error
):
    """Whatever became of it, one call left, and asking tells the truth."""
    sandbox.control.fault(fault, "paystar", "settlement", **details)
    with pytest.raises(error):
        paystar(submitting(an_order(), an_order(2)))
    (call,) = sandbox.control.wait_for_calls(1, "paystar", "settlement")
    asked = paystar(asking(an_order(), an_order(2)))
    expected = PayoutStanding.WAITING if call.acted else PayoutStanding.NOT_FOUND
    assert {evidence.standing for evidence in asked.values()} == {expected}
    assert bool(paystar(lambda client: client.find_alike(an_order(), SINCE))) is call.acted


def test_a_connection_that_was_never_made_sent_nothing(calls_of, dead_port):
    """That is not an unknown outcome."""
    calls = calls_of("paystar", f"http://127.0.0.1:{dead_port}")
    calls.settings["bank"] = "016"
    with pytest.raises(NotSentError):
        calls(submitting(an_order()))


@pytest.mark.parametrize(
    "name", ["numbers_as_strings", "strings_as_numbers", "extra_fields", "wrong_content_type"]
)
def test_loose_spellings_are_read(sandbox, paystar, name):
    """Numbers as texts, texts as numbers and unknown fields change nothing."""
    sandbox.control.fault(name, "paystar", times=None)
    order = an_order(reference="100200300", money=Money.of("10", "IRR"))

    async def paying(client):
        await client.submit([order])
        sandbox.control.advance(60)
        return (await client.ask_about([order]))["w1"]

    evidence = paystar(paying)
    assert (evidence.standing, evidence.money) == (PayoutStanding.PAID, Money.of(10, "IRR"))


@pytest.mark.parametrize("name", ["bidi_text", "html_text", "formula_text"])
def test_free_text_is_one_plain_line(sandbox, paystar, name):
    """Direction marks are gone, and markup is nothing but characters."""
    sandbox.control.fault(name, "paystar", times=None)
    evidence = paystar(submitting(an_order()))["w1"]
    expected = {
        "bidi_text": "ضرب abc =",
        "html_text": "<b>Sam</b><script>alert(1)</script><img src='http://127.0.0.1:9/x'>",
        "formula_text": "=cmd()|'/c calc'!A1",
    }[name]
    assert evidence.message == expected
    assert paystar(asking(an_order()))["w1"].holder_name == f"{expected} {expected}"


def test_no_secret_comes_back(scripted, elsewhere):
    """A provider that repeats what it was sent does not put it into what we keep."""
    secrets = f"{credentials.PAYSTAR_API_KEY} {credentials.PAYSTAR_ACCESS_PASSWORD} {credentials.PAYSTAR_REFRESH_TOKEN}"
    scripted.will_answer(ok(told(message=secrets)))
    evidence = elsewhere(submitting(an_order()))["w1"]
    for secret in secrets.split():
        assert secret not in f"{evidence}"
    assert credentials.PAYSTAR_REFRESH_TOKEN not in repr(elsewhere.make()._application)


@pytest.mark.parametrize("count", [1, 3])
def test_a_few_are_asked_about_one_by_one(scripted, elsewhere, count):
    """By our reference and nothing else; one that is not known is told as that."""
    for number in range(1, count + 1):
        scripted.will_answer(ok([told(number, status="failed")] if number == 1 else []))
    orders = [an_order(number) for number in range(1, count + 1)]
    evidences = elsewhere(asking(*orders))
    assert [evidences[order.withdrawal_id].standing for order in orders] == [
        PayoutStanding.REJECTED,
        *[PayoutStanding.NOT_FOUND] * (count - 1),
    ]
    target = urlsplit(scripted.requests[0].split(b" ")[1].decode())
    assert parse_qs(target.query) == {
        "application_id": [credentials.PAYSTAR_APPLICATION_ID],
        "access_password": [credentials.PAYSTAR_ACCESS_PASSWORD],
        "track_id": ["REF00001"],
    }


@pytest.mark.parametrize("data", [[told(2)], {}, [{"status": "pending"}], None, "x", ["x"]])
def test_an_answer_about_others_does_not_say_that_there_is_none(scripted, elsewhere, data):
    """A filter that was not heeded, and no list at all: not known."""
    for _ in range(2):
        scripted.will_answer(ok(data))
    with pytest.raises(ProviderProtocolError):
        elsewhere(asking(an_order()))
    with pytest.raises(ProviderProtocolError):
        elsewhere(lambda client: client.find_alike(an_order(), SINCE))


def test_two_records_with_our_reference(scripted, elsewhere):
    """Asking believes the one that costs more; a person is shown both, but not one of them twice."""
    records = [
        told(1, hashid="h9", status="failed", created_at="2026-03-01 12:00:00"),
        told(1, hashid="h8", status="success"),
        told(1, hashid="h9", status="failed", created_at="2026-03-01 12:00:00"),
    ]
    for _ in range(2):
        scripted.will_answer(ok(records))
    assert elsewhere(asking(an_order()))["w1"].key == "h8"
    found = elsewhere(lambda client: client.find_alike(an_order(), SINCE))
    assert [record.key for record in found] == ["h8", "h9"]
    assert found[1].created_at == datetime(2026, 3, 1, 8, 30, tzinfo=UTC)


def test_a_record_needs_no_amount_and_no_time(sandbox, paystar):
    """Our reference is enough to know it by."""
    paystar(submitting(an_order()))
    for field in ("amount", "created_at", "status", "destination_account", "hashid"):
        sandbox.control.fault("missing_field", "paystar", "requests", field=field)
        if field == "status":
            # Without the outer one there is no answer at all.
            with pytest.raises(ProviderProtocolError):
                paystar(asking(an_order()))
            continue
        evidence = paystar(asking(an_order()))["w1"]
        assert evidence.standing is PayoutStanding.WAITING
    sandbox.control.fault("missing_field", "paystar", "requests", field="track_id")
    with pytest.raises(ProviderProtocolError):
        paystar(asking(an_order()))


def test_amounts_come_back_digit_for_digit(sandbox, paystar):
    """However large or small."""
    paystar(submitting(an_order()))
    sandbox.control.fault("huge_amounts", "paystar")
    assert paystar(asking(an_order()))["w1"].money.text == "12345678901234567890123.456789"
    sandbox.control.fault("null_field", "paystar", field="amount")
    assert paystar(asking(an_order()))["w1"].money is None


def test_many_are_looked_for_in_the_list(sandbox, paystar):
    """Newest first, page by page, until all are found; those that are not come across are left out."""
    orders = [an_order(number) for number in range(1, 6)]

    async def paying(client):
        await client.submit(orders)
        sandbox.control.advance(3600)
        for _ in range(150):
            sandbox.control.arrive("paystar")
        return await client.ask_about(orders), await client.ask_about([*orders, an_order(99)])

    found, rather_more = paystar(paying)
    assert set(found) == set(rather_more) == {order.withdrawal_id for order in orders}
    assert {evidence.standing for evidence in found.values()} == {PayoutStanding.PAID}
    assert len(sandbox.control.calls("paystar", "requests")) == 4


@pytest.mark.parametrize("fault", ["shifting_items", "duplicate_items"])
def test_a_list_that_moves_while_it_is_read(sandbox, paystar, fault):
    """New transfers push the old ones on, or pages overlap: each is told once."""
    orders = [an_order(number) for number in range(1, 6)]

    async def paying(client):
        await client.submit(orders[:3])
        sandbox.control.add_history("paystar", 200, seed=4, days=1)
        await client.submit(orders[3:])
        for _ in range(98):
            sandbox.control.arrive("paystar")
        sandbox.control.fault(fault, "paystar", "requests", times=None)
        return await client.ask_about(orders)

    assert set(paystar(paying)) == {order.withdrawal_id for order in orders}


def test_the_list_is_not_read_without_end(sandbox, paystar):
    """Twenty pages, and what was not met there is not told."""
    sandbox.control.add_history("paystar", 2_100, seed=4, days=1)
    assert paystar(asking(*[an_order(number) for number in range(4)])) == {}
    assert len(sandbox.control.calls("paystar", "requests")) == 20


def test_a_list_that_is_none(scripted, elsewhere):
    """Whether many were found there is not known."""
    scripted.will_answer(ok("nothing"))
    with pytest.raises(ProviderProtocolError):
        elsewhere(asking(*[an_order(number) for number in range(4)]))


def test_times_are_told_by_our_clock(sandbox, paystar):
    """A server that is an hour ahead does not put a transfer an hour later."""
    sandbox.control.set_told_error(3600)
    before = datetime.now(UTC)
    paystar(submitting(an_order()))
    assert abs(paystar(asking(an_order()))["w1"].created_at - before) < timedelta(seconds=10)


def test_an_address_that_is_not_registered(sandbox, paystar):
    """It is told apart from the key's refusal, and no key is renewed for it."""
    sandbox.control.put_account("paystar", allowed_addresses=["192.0.2.1"])
    with pytest.raises(AddressNotAllowedError):
        paystar(submitting(an_order()))
    with pytest.raises(AddressNotAllowedError):
        paystar(asking(an_order()))
    assert sandbox.control.calls("paystar", "refresh") == []


def test_reads_say_what_they_met(sandbox, paystar):
    """A fault of a read is told as it is."""
    sandbox.control.fault("error_before", "paystar", "requests")
    with pytest.raises(UnknownOutcomeError):
        paystar(asking(an_order()))


def test_two_tills_of_one_account_pay_at_once(sandbox, paystar):
    """Calls of one client do not wait for each other, and each is carried out once."""

    async def paying(client):
        return await asyncio.gather(*(client.submit([an_order(number)]) for number in range(8)))

    assert len(paystar(paying)) == 8
    assert sandbox.control.count("paystar").created == 8
