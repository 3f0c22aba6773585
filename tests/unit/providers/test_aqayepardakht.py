"""aqayepardakht's withdrawals, against the sandbox and against answers no sandbox would give."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cashier.domain.money import RIAL, TOMAN, Money
from cashier.providers import aqayepardakht as client_module
from cashier.providers.errors import (
    AccountSettingsError,
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
from cashier.sandbox import credentials

IBAN = "IR062960000000100324200001"
OTHER_IBAN = "IR820540102680020817909002"
ORDER = PayoutOrder(
    withdrawal_id="w1",
    reference="REF00001",
    money=Money.of("1500000", "IRR"),
    iban=IBAN,
    holder="",
)
RECORD = {
    "id": 11111,
    "amount": "150000",
    "holder_name": "نمونه ساختگی",
    "bank_name": "ملی",
    "iban": IBAN,
    "status": "0",
    "created_at": "2026-03-01 15:30:00",
}
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def success(*records, **more):
    """Return a success's body."""
    return json.dumps({"status": "success", "data": list(records), **more})


def error(code):
    """Return a refusal's body."""
    return json.dumps({"status": "error", "code": code})


def submitting(*orders):
    """Return what submits the orders."""
    return lambda client: client.submit(orders)


def asking(*orders):
    """Return what asks about the orders."""
    return lambda client: client.ask_about(orders)


def searching(since, order=ORDER):
    """Return what looks for withdrawals like the order."""
    return lambda client: client.find_alike(order, since)


def sent(scripted, number=0):
    """Return a request's JSON."""
    return json.loads(scripted.requests[number].partition(b"\r\n\r\n")[2])


def known(key, number=1):
    """Return an order whose name at the provider is known."""
    return replace(ORDER, withdrawal_id=f"w{number}", provider_key=str(key))


@pytest.fixture
def aqaye(calls_of):
    """Return a caller of the sandbox's aqayepardakht, quick to lose patience."""
    calls = calls_of("aqayepardakht")
    calls.settings |= {"read_timeout_s": "0.5", "call_timeout_s": "2"}
    return calls


@pytest.fixture
def elsewhere(calls_of, scripted, still_clock):
    """Return a caller of an aqayepardakht that says what the test tells it to, while time stands still."""
    calls = calls_of("aqayepardakht", scripted.base_url)
    calls.clock = still_clock
    return calls


@pytest.mark.parametrize("unit", ["IRT", "IRR"])
def test_a_withdrawal_from_request_to_paid(sandbox, aqaye, unit):
    """It waits, is paid with a tracking number, and the ledger has it once, in the account's own unit."""
    aqaye.settings["unit"] = unit
    before = datetime.now(UTC)

    async def paying(client):
        submitted = (await client.submit([ORDER]))["w1"]
        order = replace(ORDER, provider_key=submitted.key)
        waiting = (await client.ask_about([order]))["w1"]
        sandbox.control.advance(60)
        return submitted, waiting, (await client.ask_about([order]))["w1"]

    submitted, waiting, paid = aqaye(paying)
    assert submitted.standing is waiting.standing is PayoutStanding.WAITING
    assert submitted.money.same_value(ORDER.money)
    assert submitted.money.code == unit
    assert (submitted.iban, submitted.holder_name, submitted.bank_name) == (IBAN, "آزمون ساختگی", "نامشخص")
    assert abs(submitted.created_at - before) < timedelta(seconds=10)
    assert submitted.tracking_number is None
    assert paid.standing is PayoutStanding.PAID
    assert len(paid.tracking_number) == 18
    assert paid.at is not None
    (entry,) = sandbox.control.ledger("aqayepardakht")
    assert (entry.key, entry.amount) == (paid.key, "150000" if unit == "IRT" else "1500000")


def test_what_the_client_says_of_itself(calls_of):
    """Its unit is a setting, toman by default, and a call carries one withdrawal."""
    calls = calls_of("aqayepardakht", "https://example.invalid")
    client = calls.make()
    assert (client.unit, client.most_at_once) == (TOMAN, 1)
    assert not client.traits.finds_by_reference
    calls.settings["unit"] = "irr"
    assert calls.make().unit is RIAL
    for wrong in ("USD", "IRT IRR"):
        calls.settings["unit"] = wrong
        with pytest.raises(AccountSettingsError) as refused:
            calls.make()
        assert refused.value.field == "unit"


@pytest.mark.parametrize(
    ("settings", "pin", "is_sent"),
    [
        ({}, credentials.AQAYEPARDAKHT_PIN, True),
        ({"send_pin": True}, credentials.AQAYEPARDAKHT_PIN, True),
        ({"send_pin": False}, credentials.AQAYEPARDAKHT_PIN, False),
        ({"send_pin": True}, "", False),
    ],
)
def test_what_a_request_sends(scripted, elsewhere, settings, pin, is_sent):
    """A whole number of toman, and the PIN only if there is one and the account sends it."""
    elsewhere.settings |= settings
    elsewhere.secrets["pin"] = pin
    scripted.will_answer(success(RECORD))
    elsewhere(submitting(ORDER))
    assert scripted.requests[0].startswith(b"POST /api/v2/withdraw/request HTTP")
    assert sent(scripted) == {
        "account": credentials.AQAYEPARDAKHT_ACCOUNT,
        "code": credentials.AQAYEPARDAKHT_CODE,
        "amount": 150000,
        "iban": IBAN,
        **({"pin": pin} if is_sent else {}),
    }


@pytest.mark.parametrize(
    "orders",
    [
        [],
        [ORDER, ORDER],
        [replace(ORDER, money=Money.of("15", "IRR"))],
        [replace(ORDER, money=Money.of("0", "IRR"))],
        [replace(ORDER, money=Money.of("1", "USD"))],
    ],
)
def test_what_no_call_is_made_for(sandbox, aqaye, orders):
    """None, several, and an amount that is not whole in toman: the form lets none of it pass."""
    with pytest.raises(ValueError):  # noqa: PT011  # each has its own words
        aqaye(submitting(*orders))
    assert sandbox.control.calls() == []


@pytest.mark.parametrize(
    ("state", "standing", "message"),
    [
        ("0", PayoutStanding.WAITING, ""),
        (0, PayoutStanding.WAITING, ""),
        ("1", PayoutStanding.PAID, ""),
        (1, PayoutStanding.PAID, ""),
        (" 2 ", PayoutStanding.REJECTED, ""),
        (2, PayoutStanding.REJECTED, ""),
        ("7", PayoutStanding.WAITING, "7"),
        ("در صف", PayoutStanding.WAITING, "در صف"),
        (None, PayoutStanding.WAITING, ""),
    ],
)
def test_the_state_decides(scripted, elsewhere, state, standing, message):
    """As text or number; one that nobody documented waits, and is shown."""
    scripted.will_answer(success(RECORD | {"status": state}))
    evidence = elsewhere(submitting(ORDER))["w1"]
    assert (evidence.standing, evidence.message) == (standing, message)
    assert evidence.created_at == NOON


def test_a_cancelled_withdrawal_says_why(sandbox, aqaye):
    """The comment is kept as plain text, also where it is no plain text."""
    words = "شبا متعلق به <b>دیگری</b> است\u202e"
    sandbox.control.put_account("aqayepardakht", reject_ibans={IBAN: words})

    async def paying(client):
        key = (await client.submit([ORDER]))["w1"].key
        sandbox.control.advance(60)
        return (await client.ask_about([known(key)]))["w1"]

    rejected = aqaye(paying)
    assert rejected.standing is PayoutStanding.REJECTED
    assert rejected.message == "شبا متعلق به <b>دیگری</b> است"
    assert sandbox.control.ledger() == []


@pytest.mark.parametrize("name", ["bidi_text", "html_text", "formula_text"])
def test_free_text_is_one_plain_line(sandbox, aqaye, name):
    """Direction marks are gone, and markup is nothing but characters."""
    sandbox.control.fault(name, "aqayepardakht")
    evidence = aqaye(submitting(ORDER))["w1"]
    assert (
        evidence.holder_name
        == evidence.bank_name
        == {
            "bidi_text": "ضرب abc =",
            "html_text": "<b>Sam</b><script>alert(1)</script><img src='http://127.0.0.1:9/x'>",
            "formula_text": "=cmd()|'/c calc'!A1",
        }[name]
    )


@pytest.mark.parametrize(
    "name", ["numbers_as_strings", "strings_as_numbers", "extra_fields", "wrong_content_type"]
)
def test_loose_spellings_are_read(sandbox, aqaye, name):
    """Numbers as texts, texts as numbers and unknown fields change nothing."""
    sandbox.control.fault(name, "aqayepardakht", times=None)
    submitted = aqaye(submitting(ORDER))["w1"]
    assert submitted.money.same_value(ORDER.money)
    sandbox.control.advance(60)
    assert aqaye(asking(known(submitted.key)))["w1"].standing is PayoutStanding.PAID


@pytest.mark.parametrize("iban", ["IR4444444444444444444440", "", None, 44])
def test_no_answer_is_refused_for_its_iban(scripted, elsewhere, iban):
    """The document's own samples are too short."""
    scripted.will_answer(success(RECORD | {"iban": iban}))
    assert elsewhere(submitting(ORDER))["w1"].iban == str(iban or "")


def test_one_record_may_come_as_an_object(scripted, elsewhere):
    """It says the same."""
    scripted.will_answer(json.dumps({"status": "success", "data": RECORD}))
    assert elsewhere(submitting(ORDER))["w1"].key == "11111"


@pytest.mark.parametrize(
    ("body", "http_status"),
    [
        (success(), 200),
        (success(RECORD, RECORD | {"id": 2}), 200),
        (success({key: value for key, value in RECORD.items() if key != "id"}), 200),
        (success("x"), 200),
        ('{"status":"success"}', 200),
        (success(RECORD), 422),
        (success(RECORD, code="-5"), 422),
        (error(None), 422),
        (json.dumps({"status": "error", "code": "-18", "data": [RECORD]}), 422),
        (json.dumps({"status": "queued", "code": "-5"}), 200),
        ("{", 200),
        ("slow down", 429),
    ],
)
def test_what_leaves_it_open(scripted, elsewhere, body, http_status):
    """Neither a plain success with one id nor a plain refusal: not known, and never sent again."""
    scripted.will_answer(body, status=http_status)
    with pytest.raises(UnknownOutcomeError):
        elsewhere(submitting(ORDER))
    assert len(scripted.requests) == 1


@pytest.mark.parametrize(
    ("body", "http_status", "kind"),
    [
        (error("-5"), 200, ProviderRefusedError),
        (error("5-"), 422, ProviderRefusedError),
        (json.dumps({"code": "-5"}), 422, ProviderRefusedError),
        (error("-4"), 422, CredentialsRefusedError),
        (error("403"), 403, CredentialsRefusedError),
        ("{}", 401, CredentialsRefusedError),
        (error("-5"), 429, TooManyRequestsError),
    ],
)
def test_what_is_a_refusal(scripted, elsewhere, body, http_status, kind):
    """A readable no."""
    scripted.will_answer(body, status=http_status)
    with pytest.raises(ProviderRefusedError) as refused:
        elsewhere(submitting(ORDER))
    assert type(refused.value) is kind


@pytest.mark.parametrize(
    ("fault", "details", "expected"),
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
        ("huge_body", {}, ProviderProtocolError),
        ("redirect", {}, ProviderProtocolError),
    ],
)
def test_a_lost_answer_is_never_sent_again_and_is_found_by_its_looks(
    sandbox, aqaye, fault, details, expected
):
    """One call left, and what it looks like is found if it was made."""
    since = datetime.now(UTC) - timedelta(minutes=2)
    sandbox.control.fault(fault, "aqayepardakht", "request", **details)
    with pytest.raises(expected):
        aqaye(submitting(ORDER))
    (call,) = sandbox.control.wait_for_calls(1, "aqayepardakht", "request")
    assert len(aqaye(searching(since))) == call.acted


def test_a_connection_that_was_never_made_sent_nothing(calls_of, dead_port):
    """That is not an unknown outcome."""
    with pytest.raises(NotSentError):
        calls_of("aqayepardakht", f"http://127.0.0.1:{dead_port}")(submitting(ORDER))


@pytest.mark.parametrize("code", ["-19", "10-", -8])
def test_one_that_is_not_known_there(scripted, elsewhere, code):
    """Three of the numbers say so."""
    scripted.will_answer(error(code), status=422)
    evidence = elsewhere(asking(known(5)))["w1"]
    assert (evidence.standing, evidence.key) == (PayoutStanding.NOT_FOUND, None)


def test_other_refusals_of_a_question_are_refusals(sandbox, aqaye):
    """They say nothing of the withdrawal."""
    sandbox.control.put_account("aqayepardakht", active=False)
    with pytest.raises(ProviderRefusedError) as refused:
        aqaye(asking(known(5)))
    assert refused.value.code == "-20"


@pytest.mark.parametrize(("key", "told"), [("5", 5), ("05", "05"), ("a5", "a5"), ("۵", "۵")])
def test_a_name_is_sent_as_it_came(scripted, elsewhere, key, told):
    """As a number if it reads as one, as in the document."""
    scripted.will_answer(success(RECORD | {"id": key}))
    assert elsewhere(asking(known(key)))["w1"].key == key
    assert sent(scripted)["id"] == told


@pytest.mark.parametrize("body", [success(), success(RECORD), '{"status":"success","data":null}'])
def test_details_of_another_one(scripted, elsewhere, body):
    """They say nothing of ours."""
    scripted.will_answer(body)
    with pytest.raises(ProviderProtocolError):
        elsewhere(asking(known(5)))


def test_one_without_a_name_cannot_be_asked_about(sandbox, aqaye):
    """Neither alone nor among others."""
    with pytest.raises(ValueError, match="no name"):
        aqaye(asking(known(5), ORDER))
    assert sandbox.control.calls() == []


def test_many_are_looked_for_in_the_list(sandbox, aqaye):
    """A few by their details; more page by page, until all are found."""

    async def paying(client):
        keys = [(await client.submit([ORDER]))["w1"].key for _ in range(6)]
        orders = [known(key, number) for number, key in enumerate(keys)]
        sandbox.control.advance(60)
        for _ in range(30):
            sandbox.control.arrive("aqayepardakht")
        few, many = await client.ask_about(orders[:5]), await client.ask_about(orders)
        return few, many, await client.ask_about([*orders, known(99_999, 99)])

    few, many, rather_more = aqaye(paying)
    assert set(few) == {f"w{number}" for number in range(5)}
    assert set(many) == set(rather_more) == {f"w{number}" for number in range(6)}
    assert {evidence.standing for evidence in many.values()} == {PayoutStanding.PAID}
    assert len(sandbox.control.calls("aqayepardakht", "details")) == 5
    assert len(sandbox.control.calls("aqayepardakht", "list")) == 4


def test_the_list_is_not_read_without_end(sandbox, aqaye):
    """Twenty pages, and what was not met there is not told."""
    sandbox.control.put_account("aqayepardakht", page_size=2)
    sandbox.control.add_history("aqayepardakht", 50)
    assert aqaye(asking(*[known(1_000 + number, number) for number in range(6)])) == {}
    assert len(sandbox.control.calls("aqayepardakht", "list")) == 20


@pytest.mark.parametrize("month_first", [False, True])
def test_a_date_means_the_same_both_ways(sandbox, aqaye, month_first):
    """Whichever way the service reads its start date, what was made on the day is in the list."""
    sandbox.control.put_account("aqayepardakht", month_first_dates=month_first)
    sandbox.control.add_history("aqayepardakht", 30, days=200)
    since = datetime.now(UTC) - timedelta(minutes=2)
    aqaye(submitting(ORDER))
    aqaye(submitting(ORDER))
    aqaye(submitting(replace(ORDER, iban=OTHER_IBAN)))
    aqaye(submitting(replace(ORDER, money=Money.of("1500010", "IRR"))))
    found = aqaye(searching(since))
    assert len(found) == 2
    assert found[0].created_at <= found[1].created_at
    assert {record.iban for record in found} == {IBAN}


@pytest.mark.parametrize(
    ("since", "start_date"),
    [
        (datetime(2026, 3, 1, 12, tzinfo=UTC), "02-02-2026"),
        (datetime(2026, 3, 4, 12, tzinfo=UTC), "03-03-2026"),
        # In Tehran it is the fourth already.
        (datetime(2026, 3, 3, 21, tzinfo=UTC), "03-03-2026"),
        (datetime(2026, 3, 3, 20, tzinfo=UTC), "02-02-2026"),
        (datetime(2026, 1, 1, 12, tzinfo=UTC), "12-12-2025"),
    ],
)
def test_where_a_search_begins(scripted, elsewhere, since, start_date):
    """On a day whose number is its month's, at or before the day before."""
    scripted.will_answer(success(total_page=0))
    assert elsewhere(searching(since)) == []
    assert sent(scripted) == {
        "account": credentials.AQAYEPARDAKHT_ACCOUNT,
        "code": credentials.AQAYEPARDAKHT_CODE,
        "page": 1,
        "start_date": start_date,
    }


@pytest.mark.parametrize(
    ("changes", "could_be"),
    [
        ({}, True),
        ({"iban": OTHER_IBAN}, False),
        ({"iban": "ir06 2960 0000 0010 0324 2000 01"}, True),
        ({"iban": IBAN[2:]}, True),
        ({"iban": None}, True),
        ({"amount": "150001"}, False),
        ({"amount": 150000}, True),
        ({"amount": "150000.0"}, True),
        ({"amount": "much"}, True),
        ({"created_at": "2026-03-01 15:29:59"}, False),
        ({"created_at": "01/03/2026"}, True),
        ({"created_at": None}, True),
        ({"status": "2"}, True),
    ],
)
def test_what_could_be_ours(scripted, elsewhere, changes, could_be):
    """Same IBAN, same amount, not older; what a record does not say does not speak against it."""
    scripted.will_answer(success(RECORD | changes, total_page=1))
    assert bool(elsewhere(searching(NOON))) is could_be


def test_records_of_unknown_time_stand_first(scripted, elsewhere):
    """Of those that could be ours the oldest is first; what comes twice is told once."""
    records = [
        RECORD | {"id": 3, "created_at": "2026-03-01 15:32:00"},
        RECORD | {"id": 2, "created_at": "2026-03-01 15:31:00"},
        RECORD | {"id": 2, "created_at": "2026-03-01 15:31:00"},
        RECORD | {"id": 1, "created_at": None},
    ]
    scripted.will_answer(success(*records, total_page=1))
    assert [record.key for record in elsewhere(searching(NOON))] == ["1", "2", "3"]


@pytest.mark.parametrize("fault", ["shifting_items", "duplicate_items"])
def test_a_search_in_a_list_that_moves(sandbox, aqaye, fault):
    """New withdrawals push the old ones on, or pages overlap: each is found, once."""
    sandbox.control.put_account("aqayepardakht", page_size=3)
    since = datetime.now(UTC) - timedelta(minutes=2)

    async def working(client):
        keys = []
        for _ in range(4):
            keys.append((await client.submit([ORDER]))["w1"].key)
            for _ in range(4):
                sandbox.control.arrive("aqayepardakht")
        sandbox.control.fault(fault, "aqayepardakht", "list", times=None)
        found = await client.find_alike(ORDER, since)
        many = await client.ask_about([known(key, number) for number, key in enumerate([*keys, 900, 901])])
        return keys, [record.key for record in found], many

    keys, found, many = aqaye(working)
    assert sorted(found, key=int) == keys
    assert set(many) == {"w0", "w1", "w2", "w3"}


def test_a_search_ends_where_the_list_is_older(sandbox, aqaye):
    """Newest first, the rest need not be read."""
    sandbox.control.add_history("aqayepardakht", 100, days=1)
    since = datetime.now(UTC) - timedelta(minutes=2)
    aqaye(submitting(ORDER))
    assert len(aqaye(searching(since))) == 1
    assert len(sandbox.control.calls("aqayepardakht", "list")) == 1


def test_a_list_that_is_not_newest_first_is_read_to_its_end(scripted, elsewhere):
    """The order is documented nowhere."""
    old = [RECORD | {"id": number, "created_at": f"2026-02-2{number} 10:00:00"} for number in (1, 2)]
    scripted.will_answer(success(*old, total_page=2))
    scripted.will_answer(success(RECORD, total_page=2))
    assert [record.key for record in elsewhere(searching(NOON))] == ["11111"]


def test_without_a_count_of_pages_an_empty_one_is_the_end(scripted, elsewhere):
    """A missing count is no error."""
    for body in (success(RECORD), success(RECORD | {"id": 2}), success()):
        scripted.will_answer(body)
    assert len(elsewhere(searching(NOON))) == 2
    assert [sent(scripted, number)["page"] for number in range(3)] == [1, 2, 3]


def test_a_search_that_is_broken_off_says_nothing(scripted, elsewhere, monkeypatch):
    """What was looked through in part never says that there is none."""
    monkeypatch.setattr(client_module, "MOST_PAGES_OF_A_SEARCH", 2)
    for _ in range(2):
        scripted.will_answer(success(RECORD, total_page=9))
    with pytest.raises(ProviderProtocolError):
        elsewhere(searching(NOON))


def test_a_record_without_an_id_stops_a_search(sandbox, aqaye):
    """It could be ours, and could not be followed."""
    aqaye(submitting(ORDER))
    sandbox.control.fault("missing_field", "aqayepardakht", "list", field="id")
    with pytest.raises(ProviderProtocolError):
        aqaye(searching(datetime.now(UTC) - timedelta(minutes=2)))


@pytest.mark.parametrize("error_s", [-3600, 3600, -40 * 86_400, 40 * 86_400])
def test_times_are_told_by_our_clock(sandbox, aqaye, error_s):
    """A server whose clock is off, by however much, hides nothing that was made just now."""
    sandbox.control.set_told_error(error_s)
    since = datetime.now(UTC) - timedelta(minutes=2)
    aqaye(submitting(ORDER))
    (found,) = aqaye(searching(since))
    assert abs(found.created_at - datetime.now(UTC)) < timedelta(seconds=10)


def test_no_secret_comes_back(scripted, elsewhere):
    """A provider that repeats what it was sent does not put it into what we keep."""
    secrets = f"{credentials.AQAYEPARDAKHT_CODE} {credentials.AQAYEPARDAKHT_PIN}"
    scripted.will_answer(success(RECORD | {"holder_name": secrets}))
    evidence = elsewhere(submitting(ORDER))["w1"]
    for secret in secrets.split():
        assert secret not in f"{evidence}"
