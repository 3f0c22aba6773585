"""The providers' lists, page by page: against the sandbox's own books, and against answers no sandbox would give."""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest

from cashier.domain.history import ItemKind, ItemState
from cashier.domain.money import Money
from cashier.domain.redaction import REDACTED
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.errors import ProviderProtocolError, TooManyRequestsError
from cashier.providers.listing import from_position, page_number_of, to_position
from cashier.sandbox import credentials

PAY_OUT = {key for key, spec in PROVIDERS.items() if spec.make_payout is not None}
# What the sandbox calls the call that lists, and what an item is called there.
ENDPOINTS = dict.fromkeys(PROVIDERS, "list") | {"paystar": "requests"}
KEY_FIELDS = {"digibank": "id", "resid": "token", "paystar": "hashid", "aqayepardakht": "id"}
STATES = {
    ("in", "paid"): ItemState.PAID,
    ("in", "failed"): ItemState.DECLINED,
    ("in", "refunded"): ItemState.AUTO_REFUNDED,
    # Of a past that is over, what waits waits for ever.
    ("in", "waiting"): ItemState.EXPIRED,
    ("out", "paid"): ItemState.PAID,
    ("out", "failed"): ItemState.REJECTED,
    ("out", "waiting"): ItemState.ACCEPTED,
}


@pytest.fixture(params=PROVIDERS)
def provider(request, sandbox):
    """Return the name of one provider after the other, whose list may be read as fast as can be."""
    sandbox.control.put_account("resid", list_calls_per_minute=None)
    return request.param


async def pages_of(client, since=None):
    """Return all pages of a list."""
    position, pages = None, []
    while True:
        page = await client.list_page(position, since)
        pages.append(page)
        position = page.next_position
        if position is None:
            return pages


def records_of(pages):
    """Return the records of some pages by their keys."""
    return {record.key: record for page in pages for record in page.records}


def asked(request):
    """Return the query, or the JSON body, of a request that was received."""
    head, _, body = request.partition(b"\r\n\r\n")
    if body:
        return json.loads(body)
    return {name: value[0] for name, value in parse_qs(urlsplit(head.split()[1].decode()).query).items()}


def listed_by(sandbox, provider):
    """Return the sandbox's books as the client's records must be: key, state, time, money, party, number."""
    way = "out" if provider in PAY_OUT else "in"
    return {
        item.key: (
            STATES[way, item.standing],
            item.at,
            Money.of(item.amount, item.unit),
            item.party,
            item.number,
        )
        for item in sandbox.control.listed(provider)
    }


def as_told(record):
    """Return of a record what the books are compared by."""
    return record.state, record.at, record.money, record.party, record.provider_reference


@pytest.mark.parametrize("count", [0, 1, 100, 450])
def test_all_pages_are_the_whole_list(sandbox, calls_of, provider, count):
    """Every record comes, with its state, time, amount, party and number; none is missing, and none is made up."""
    sandbox.control.add_history(provider, count, seed=7)
    records = records_of(calls_of(provider)(pages_of))
    assert {key: as_told(record) for key, record in records.items()} == listed_by(sandbox, provider)
    kind = ItemKind.WITHDRAWAL if provider in PAY_OUT else ItemKind.PAYMENT
    assert {record.kind for record in records.values()} <= {kind}


def test_a_list_that_moves_loses_nothing(sandbox, calls_of, provider):
    """What comes in while pages are turned pushes the rest down: some come twice, and none is passed over."""
    sandbox.control.add_history(provider, 250, seed=3)
    before = set(listed_by(sandbox, provider))
    endpoint = ENDPOINTS[provider]
    for fault in ("shifting_items", "duplicate_items"):
        sandbox.control.fault(fault, provider, endpoint, times=None)
    pages = calls_of(provider)(pages_of)
    assert before <= set(records_of(pages))
    assert max(Counter(record.key for page in pages for record in page.records).values()) > 1


def test_what_is_wanted_since_a_day_comes(sandbox, calls_of, provider):
    """With a time to begin with, everything since then comes; what is older may come too."""
    sandbox.control.add_history(provider, 300, seed=5, days=300)
    since = datetime.now(UTC) - timedelta(days=100)

    async def reading(client):
        return await pages_of(client, since)

    records = records_of(calls_of(provider)(reading))
    wanted = {key for key, (_, at, *_) in listed_by(sandbox, provider).items() if at >= since}
    assert wanted <= set(records)


@pytest.mark.parametrize("provider", ["digibank", "aqayepardakht"])
def test_lists_that_say_how_long_they_are(sandbox, calls_of, provider):
    """The count of all is told with every page."""
    sandbox.control.add_history(provider, 120)
    assert {page.total_count for page in calls_of(provider)(pages_of)} == {120}


@pytest.mark.parametrize("provider", list(KEY_FIELDS))
def test_an_item_without_its_name_is_counted_and_left_out(sandbox, calls_of, provider):
    """It could not be known again, and would be kept twice; paystar's has our reference as well, which will do."""
    endpoint = ENDPOINTS[provider]
    sandbox.control.add_history(provider, 5)
    sandbox.control.fault("missing_field", provider, endpoint, field=KEY_FIELDS[provider])
    (page, *_) = calls_of(provider)(pages_of)
    if provider == "paystar":
        assert [record.key for record in page.records] == [record.reference for record in page.records]
        assert page.unreadable_count == 0
    else:
        assert (page.records, page.unreadable_count) == ((), 5)


def test_an_item_without_its_amount_has_none(sandbox, calls_of, provider):
    """Nothing is guessed: the record says that it does not know, and the list goes on."""
    endpoint = ENDPOINTS[provider]
    sandbox.control.add_history(provider, 3)
    sandbox.control.fault("missing_field", provider, endpoint, field="amount", times=None)
    records = records_of(calls_of(provider)(pages_of))
    assert len(records) == 3
    assert {record.money for record in records.values()} == {None}


@pytest.mark.parametrize(
    ("fault", "amount"),
    [
        ("huge_amounts", Decimal("12345678901234567890123.456789")),
        ("tiny_amounts", Decimal("0.000000000000000001")),
    ],
)
def test_amounts_of_any_size(sandbox, calls_of, fault, amount):
    """An amount comes digit for digit, and is kept so in what came."""
    sandbox.control.add_history("digibank", 1)
    sandbox.control.fault(fault, "digibank", "list")
    (record,) = records_of(calls_of("digibank")(pages_of)).values()
    assert record.money is not None
    assert record.money.amount == amount
    assert format(amount, "f") in record.raw


@pytest.mark.parametrize("provider", ["resid", "paystar", "aqayepardakht"])
def test_a_state_that_nobody_documented(sandbox, calls_of, provider):
    """It is never taken for paid, and is told as it came; digibank has no states."""
    sandbox.control.add_history(provider, 1, seed=1)
    sandbox.control.fault("unknown_state", provider, ENDPOINTS[provider], value="frozen")
    sandbox.control.fault("null_field", provider, "list", field="paid")
    sandbox.control.fault("null_field", provider, "requests", field="message")
    (record,) = records_of(calls_of(provider)(pages_of)).values()
    assert record.state is (ItemState.UNKNOWN if provider == "resid" else ItemState.ACCEPTED)
    assert record.message == "frozen"


def test_resid_that_does_not_say_whether_it_is_paid(sandbox, calls_of):
    """What decides about money is missing: the state is unknown."""
    sandbox.control.add_history("resid", 2)
    sandbox.control.fault("missing_field", "resid", "list", field="paid")
    records = records_of(calls_of("resid")(pages_of))
    assert {record.state for record in records.values()} == {ItemState.UNKNOWN}


def test_resid_waits_for_twenty_minutes(sandbox, calls_of):
    """A token nobody has paid waits for its customer, and has expired once its time is over."""

    async def creating(client):
        await client.create(50_000, payload="01ABC")

    calls = calls_of("resid")
    calls(creating)
    (waiting,) = records_of(calls(pages_of)).values()
    assert (waiting.state, waiting.reference) == (ItemState.AWAITING_CUSTOMER, "01ABC")
    sandbox.control.advance(21 * 60)
    (over,) = records_of(calls(pages_of)).values()
    assert over.state is ItemState.EXPIRED


def resid_items(count, created="2026-01-01T10:00:00.000001Z"):
    """Return a page of resid's list."""
    items = [
        {"token": f"T{number:03}", "created": created, "amount": 10, "paid": None} for number in range(count)
    ]
    return json.dumps({"message": "OK", "info": items, "errors": []})


def test_more_of_one_microsecond_than_a_page_holds(calls_of, scripted):
    """A full page of one and the same microsecond moves on all the same, and the list comes to its end."""
    for body in (resid_items(200), resid_items(200), resid_items(0)):
        scripted.will_answer(body)
    pages = calls_of("resid", scripted.base_url)(pages_of)
    assert len(pages) == 3
    first, second, third = map(asked, scripted.requests)
    assert "before" not in first
    assert second["before"] == "2026-01-01T10:00:00.000002Z"
    assert third["before"] == "2026-01-01T10:00:00.000001Z"


def test_a_full_page_without_times_cannot_be_turned(calls_of, scripted):
    """There is no telling where the next page begins: that is no end of the list."""
    scripted.will_answer(resid_items(200, created="yesterday"))
    with pytest.raises(ProviderProtocolError):
        calls_of("resid", scripted.base_url)(pages_of)


def paystar_page(first, count, **changes):
    """Return a page of paystar's list."""
    items = [
        {"hashid": f"h{number}", "track_id": f"t{number}", "status": "success", "amount": 1} | changes
        for number in range(first, first + count)
    ]
    return json.dumps({"status": "ok", "data": items})


def test_paystar_with_shorter_pages_than_asked_for(calls_of, scripted):
    """Only a page with nothing new is the end; the next begins behind what came, however much was put before it."""
    for first, count in ((0, 40), (39, 41), (79, 2), (80, 1)):
        scripted.will_answer(paystar_page(first, count))
    pages = calls_of("paystar", scripted.base_url)(pages_of)
    assert len(records_of(pages)) == 81
    assert [asked(request)["skip"] for request in scripted.requests] == ["0", "40", "80", "82"]


def test_a_list_that_is_one_object_or_none(calls_of, scripted):
    """A single record may come without a list around it; what is neither is no list."""
    scripted.will_answer(json.dumps({"status": "ok", "data": {"track_id": "t1", "status": "pending"}}))
    scripted.will_answer(json.dumps({"status": "ok", "data": 3}))
    calls = calls_of("paystar", scripted.base_url)

    async def reading(client):
        return await client.list_page(None, None)

    (record,) = calls(reading).records
    assert (record.key, record.reference, record.state) == ("t1", "t1", ItemState.ACCEPTED)
    with pytest.raises(ProviderProtocolError):
        calls(reading)


@pytest.mark.parametrize(
    ("provider", "body"),
    [
        ("digibank", {"code": 0, "result": {"pageItems": [3, None, {}], "totalCount": 3}}),
        ("resid", {"message": "OK", "info": [3, None, {}], "errors": []}),
        ("paystar", {"status": "ok", "data": [3, None, {}]}),
        ("aqayepardakht", {"status": "success", "total_page": 1, "data": [3, None, {}]}),
    ],
)
def test_items_that_are_no_records(calls_of, scripted, provider, body):
    """They are counted, and the page is read all the same."""
    scripted.will_answer(json.dumps(body))

    async def reading(client):
        return await client.list_page(None, None)

    page = calls_of(provider, scripted.base_url)(reading)
    assert (page.records, page.unreadable_count) == ((), 3)


def test_days_are_asked_for_that_read_the_same_both_ways(calls_of, scripted):
    """The first day's number is its month's, and lies before the day wanted."""
    since = datetime(2026, 3, 3, 12, tzinfo=UTC)
    scripted.will_answer(json.dumps({"code": 0, "result": {"pageItems": [], "totalCount": 0}}))
    scripted.will_answer(json.dumps({"status": "success", "total_page": 0, "data": []}))

    async def reading(client):
        return await client.list_page(to_position(page=4), since)

    for provider in ("digibank", "aqayepardakht"):
        assert calls_of(provider, scripted.base_url)(reading).next_position is None
    digibank, aqayepardakht = map(asked, scripted.requests)
    assert (digibank["pageNo"], digibank["from"]) == ("4", "02-02-2026")
    assert "to" not in digibank
    assert (aqayepardakht["page"], aqayepardakht["start_date"]) == (4, "02-02-2026")


def test_times_are_by_our_own_clock(sandbox, calls_of, provider):
    """A server ten minutes ahead of us tells of the same moments."""
    sandbox.control.add_history(provider, 3)
    truth = listed_by(sandbox, provider)
    sandbox.control.set_told_error(600)
    for key, record in records_of(calls_of(provider)(pages_of)).items():
        assert record.at is not None
        assert abs(record.at - truth[key][1]) < timedelta(seconds=5)


def test_a_secret_that_a_list_repeats_is_taken_out(sandbox, calls_of):
    """A page that holds a registered secret is redacted, item by item; the others are left as they came."""
    sandbox.control.add_history("digibank", 2)
    sandbox.control.fault(
        "html_text", "digibank", "list", field="paidBy", value=f"key {credentials.DIGIBANK_API_KEY}"
    )
    records = records_of(calls_of("digibank")(pages_of)).values()
    assert {record.party for record in records} == {f"key {REDACTED}"}
    assert not any(credentials.DIGIBANK_API_KEY in record.raw for record in records)


def test_asked_too_often(sandbox, calls_of, provider):
    """The pause that is asked for is told, in whichever form it came."""
    endpoint = ENDPOINTS[provider]
    for fault in ("too_many_requests", "too_many_requests_date"):
        sandbox.control.fault(fault, provider, endpoint, retry_after_s=30)
        with pytest.raises(TooManyRequestsError) as caught:
            calls_of(provider)(pages_of)
        assert caught.value.retry_after_s is not None
        assert 28 <= caught.value.retry_after_s <= 30


@pytest.mark.parametrize("text", [None, "", "nonsense", "[1]", '{"page":0}', '{"page":"x"}'])
def test_a_position_that_says_nothing_is_the_newest_page(text):
    """What an older version wrote, or nobody did, begins at the beginning."""
    assert page_number_of(text) == 1


def test_positions_come_back():
    """What a position was made of is read from it again."""
    assert from_position(to_position(skip=3, last="a")) == {"skip": 3, "last": "a"}
    assert page_number_of(to_position(page=7)) == 7
