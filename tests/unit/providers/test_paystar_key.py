"""paystar's key: when it is renewed, that it is kept before it is used, and that no transfer is sent twice for it."""

import asyncio
import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from cashier.domain.money import Money
from cashier.providers.api_key import ApiKey
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.errors import (
    AddressNotAllowedError,
    CredentialsRefusedError,
    KeyNotKeptError,
    NotSentError,
    ProviderDownError,
    ProviderProtocolError,
    ProviderRefusedError,
    TooManyRequestsError,
)
from cashier.providers.memory_key_keeper import MemoryKeyKeeper
from cashier.providers.payout_protocol import PayoutOrder, PayoutStanding
from cashier.sandbox import credentials

FIRST_KEY = credentials.PAYSTAR_API_KEY
DEAD = json.dumps({"status": "fail", "message": "دسترسی نامعتبر"})
OK = json.dumps({"status": "ok", "data": []})


def an_order(number=1):
    """Return a numbered order."""
    return PayoutOrder(
        withdrawal_id=f"w{number}",
        reference=f"REF{number:05}",
        money=Money.of("1500000", "IRR"),
        iban="IR062960000000100324200001",
        holder="نمونه ساختگی",
    )


class WatchedKeeper(MemoryKeyKeeper):
    """Remembers what it was given to keep, and can fail."""

    def __init__(self, first_key=FIRST_KEY, expires_at=None):
        super().__init__(first_key)
        if expires_at is not None:
            self._key = ApiKey(key=first_key, expires_at=expires_at)
        self.kept = []
        self.broken = False

    async def keep(self, key):
        """Keep a key, unless it is broken."""
        if self.broken:
            raise KeyNotKeptError("the vault is locked")
        self.kept.append(key)
        await super().keep(key)


@pytest.fixture
def keeper():
    """Return a keeper that holds the sandbox's first key, of which nobody knows how long it lives."""
    return WatchedKeeper()


@pytest.fixture
def paystar(calls_of, keeper):
    """Return a caller of the sandbox's paystar whose key is with the keeper."""
    return kept_by(calls_of("paystar"), keeper)


@pytest.fixture
def elsewhere(calls_of, scripted, still_clock, keeper):
    """Return a caller of a paystar that says what the test tells it to, while time stands still."""
    calls = calls_of("paystar", scripted.base_url)
    calls.clock = still_clock
    return kept_by(calls, keeper)


def kept_by(calls, keeper):
    """Let the clients of `calls` keep their keys with the keeper."""
    calls.settings["bank"] = "016"
    calls.make_client = PROVIDERS["paystar"].make_payout
    calls.extra = {"key_keeper": keeper}
    return calls


def renewed(key="second-key-of-a-day", expires="2026-03-02 15:30:00", **more):
    """Return a renewal's answer."""
    data = {"api_key": key, "api_key_expire_date": expires} | more
    return json.dumps({"status": 1, "data": data})


def endpoints(sandbox):
    """Return the calls the sandbox has seen, in order."""
    return [call.endpoint for call in sandbox.control.calls("paystar")]


def bearers(scripted):
    """Return the keys that were sent, None for a call without one."""
    heads = [request.partition(b"\r\n\r\n")[0].decode() for request in scripted.requests]
    return [
        next((line.split(" ")[-1] for line in head.split("\r\n") if line.startswith("Authorization:")), None)
        for head in heads
    ]


async def reading(client):
    """Make a call that changes nothing."""
    await client.test_connection()


@pytest.mark.parametrize("http_status", [401, 200, 403, 422])
def test_a_key_that_dies_between_two_settlements(sandbox, paystar, keeper, http_status):
    """One renewal, whatever the HTTP status, and no transfer is made twice."""
    sandbox.control.put_account("paystar", unauthorized_status=http_status)

    async def paying(client):
        first = await client.submit([an_order(1)])
        sandbox.control.put_account("paystar", api_key="the-owner-renewed-it-elsewhere")
        return first, await client.submit([an_order(2)]), await client.submit([an_order(3)])

    told = paystar(paying)
    assert [list(one) for one in told] == [["w1"], ["w2"], ["w3"]]
    assert endpoints(sandbox) == ["settlement", "settlement", "refresh", "settlement", "settlement"]
    assert sandbox.control.count("paystar").created == 3
    (kept,) = keeper.kept
    assert abs(kept.expires_at - datetime.now(UTC) - timedelta(days=1)) < timedelta(seconds=10)
    assert paystar.redactor.redact_text(f"a {kept.key} b") == "a ‹redacted› b"


def test_many_calls_meet_a_dead_key_at_once(sandbox, paystar, keeper):
    """Exactly one of them renews it, and every transfer is made once."""
    sandbox.control.put_account("paystar", api_key="another-key")

    async def paying(client):
        return await asyncio.gather(
            *(client.submit([an_order(number)]) for number in range(5)),
            *(client.ask_about([an_order(50 + number)]) for number in range(3)),
        )

    paystar(paying)
    assert endpoints(sandbox).count("refresh") == len(keeper.kept) == 1
    assert sandbox.control.count("paystar").created == 5


def test_two_clients_of_one_account_share_one_renewal(sandbox, paystar, keeper):
    """The second finds the new key where the first has kept it."""
    sandbox.control.put_account("paystar", api_key="another-key")
    other = paystar.make()

    async def both(client):
        try:
            return await asyncio.gather(client.submit([an_order(1)]), other.submit([an_order(2)]))
        finally:
            await other.close()

    first, second = paystar(both)
    assert first["w1"].standing is second["w2"].standing is PayoutStanding.WAITING
    assert endpoints(sandbox).count("refresh") == len(keeper.kept) == 1


def test_without_any_key_one_is_fetched_first(sandbox, calls_of):
    """At the first call, of whichever kind, and once."""
    keeper = WatchedKeeper("")
    paystar = kept_by(calls_of("paystar"), keeper)

    async def both(client):
        await asyncio.gather(client.submit([an_order(1)]), client.ask_about([an_order(2)]))

    paystar(both)
    assert endpoints(sandbox)[0] == "refresh"
    assert endpoints(sandbox).count("refresh") == 1


def test_a_second_refusal_is_final(scripted, elsewhere, keeper):
    """A settlement is sent twice at most; the new key stays kept."""
    scripted.will_answer(DEAD, status=401)
    scripted.will_answer(renewed())
    scripted.will_answer(DEAD)
    with pytest.raises(CredentialsRefusedError):
        elsewhere(lambda client: client.submit([an_order()]))
    assert bearers(scripted) == [FIRST_KEY, None, "second-key-of-a-day"]
    assert scripted.requests[0].partition(b"\r\n\r\n")[2] == scripted.requests[2].partition(b"\r\n\r\n")[2]
    assert [key.key for key in keeper.kept] == ["second-key-of-a-day"]


@pytest.mark.parametrize(
    "message", ["دسترسی نامعتبر", "دسترسي نامعتبر", "خطا: دسترسی  نامعتبر است", "\u202bدسترسی نامعتبر\u202c"]
)
def test_the_words_of_a_dead_key(scripted, elsewhere, message):
    """However they are spelt, and wherever they stand."""
    scripted.will_answer(json.dumps({"status": "fail", "message": message}))
    scripted.will_answer(renewed())
    scripted.will_answer(OK)
    elsewhere(reading)
    assert bearers(scripted) == [FIRST_KEY, None, "second-key-of-a-day"]


def test_a_401_that_cannot_be_read(scripted, elsewhere):
    """It turned the call away all the same."""
    scripted.will_answer("Unauthorized", status=401, content_type="text/plain")
    scripted.will_answer(renewed())
    scripted.will_answer(json.dumps({"status": "ok", "data": {"hashid": "h1", "status": "success"}}))
    told = elsewhere(lambda client: client.submit([an_order()]))
    assert told["w1"].standing is PayoutStanding.PAID


@pytest.mark.parametrize(
    ("body", "http_status"),
    [
        ({"status": "ok", "message": "دسترسی نامعتبر", "data": {"hashid": "h1"}}, 200),
        ({"status": "ok", "message": "دسترسی نامعتبر"}, 401),
        ({"status": "fail", "message": "دسترسی نامعتبر: accessIp"}, 401),
        ({"status": "fail", "message": "حساب مسدود است"}, 403),
    ],
)
def test_what_is_not_about_the_key(scripted, elsewhere, body, http_status):
    """What may have been carried out, and what another key would not cure, is not sent again."""
    scripted.will_answer(json.dumps(body), status=http_status)
    with suppress(ProviderProtocolError, ProviderRefusedError):
        elsewhere(lambda client: client.submit([an_order()]))
    assert bearers(scripted) == [FIRST_KEY]


def test_a_key_that_is_not_kept_is_not_used(sandbox, paystar, keeper):
    """Nothing is sent with it; once it can be kept, the next call renews it again."""
    sandbox.control.put_account("paystar", api_key="another-key")
    keeper.broken = True

    async def paying(client):
        with pytest.raises(KeyNotKeptError):
            await client.submit([an_order()])
        assert endpoints(sandbox) == ["settlement", "refresh"]
        assert sandbox.control.count("paystar").created == 0
        keeper.broken = False
        return await client.submit([an_order()])

    assert paystar(paying)["w1"].standing is PayoutStanding.WAITING
    assert sandbox.control.count("paystar").created == 1


def test_a_key_is_kept_before_it_is_used(scripted, elsewhere, keeper):
    """When it is sent for the first time it is in its place already."""
    seen = []
    load = keeper.load

    async def watched(key):
        seen.append(len(scripted.requests))
        await WatchedKeeper.keep(keeper, key)

    keeper.keep = watched
    scripted.will_answer(DEAD)
    scripted.will_answer(renewed())
    scripted.will_answer(OK)
    elsewhere(reading)
    assert seen == [2]
    assert asyncio.run(load()).key == "second-key-of-a-day"
    assert len(scripted.requests) == 3


@pytest.mark.parametrize(
    ("left", "is_renewed"),
    [
        (timedelta(minutes=15, seconds=1), False),
        (timedelta(minutes=15), True),
        (timedelta(), True),
        (-timedelta(days=3), True),
    ],
)
def test_a_key_is_renewed_before_it_runs_out(calls_of, scripted, still_clock, left, is_renewed):
    """A quarter of an hour before, and once."""
    keeper = WatchedKeeper(expires_at=still_clock.now() + left)
    calls = calls_of("paystar", scripted.base_url)
    calls.clock = still_clock
    kept_by(calls, keeper)
    for body in ([renewed()] if is_renewed else []) + [OK, OK]:
        scripted.will_answer(body)

    async def twice(client):
        await client.test_connection()
        await client.test_connection()

    calls(twice)
    assert bearers(scripted) == ([None] + ["second-key-of-a-day"] * 2 if is_renewed else [FIRST_KEY] * 2)


def test_a_client_renews_by_the_time_it_read_itself(scripted, elsewhere, still_clock):
    """Also a key it has used for hours; and one that another client has renewed meanwhile it takes as it is."""
    for body in (DEAD, renewed(), OK, renewed("third-key-of-a-day", "2026-03-03 15:00:00"), OK, OK):
        scripted.will_answer(body)

    async def working(client):
        await client.test_connection()
        still_clock.time += timedelta(hours=23, minutes=45)
        await client.test_connection()
        await elsewhere.extra["key_keeper"].keep(ApiKey(key="of-another-client", expires_at=None))
        still_clock.time += timedelta(hours=24)
        await client.test_connection()

    elsewhere(working)
    assert bearers(scripted) == [
        FIRST_KEY,
        None,
        "second-key-of-a-day",
        None,
        "third-key-of-a-day",
        "of-another-client",
    ]


@pytest.mark.parametrize(
    ("told", "date", "expires_at"),
    [
        # 12:00 UTC is 15:30 in Tehran.
        ("2026-03-02 15:30:00", None, datetime(2026, 3, 2, 12, tzinfo=UTC)),
        ("2026-03-02 03:30:00", None, datetime(2026, 3, 2, 0, tzinfo=UTC)),
        ("2026-03-09 15:30:00", None, datetime(2026, 3, 2, 12, tzinfo=UTC)),
        ("soon", None, datetime(2026, 3, 2, 12, tzinfo=UTC)),
        (None, None, datetime(2026, 3, 2, 12, tzinfo=UTC)),
        # Their clock is two hours behind ours, or ahead of it.
        ("2026-03-02 01:30:00", "Sun, 01 Mar 2026 10:00:00 GMT", datetime(2026, 3, 2, 0, tzinfo=UTC)),
        ("2026-03-02 05:30:00", "Sun, 01 Mar 2026 14:00:00 GMT", datetime(2026, 3, 2, 0, tzinfo=UTC)),
        # Ours is a month ahead.
        ("2026-02-02 03:30:00", "Sun, 01 Feb 2026 12:00:00 GMT", datetime(2026, 3, 2, 0, tzinfo=UTC)),
        # Over before it began: not believed, or every call would renew it.
        ("2026-02-02 15:30:00", None, datetime(2026, 3, 2, 12, tzinfo=UTC)),
        ("2026-03-01 15:45:00", None, datetime(2026, 3, 2, 12, tzinfo=UTC)),
    ],
)
def test_when_a_key_runs_out_by_our_clock(scripted, elsewhere, keeper, told, date, expires_at):
    """Tehran time, corrected by the server's own clock, and never more than a day from now."""
    scripted.will_answer(DEAD)
    scripted.will_answer(renewed(expires=told), **({"Date": date} if date else {}))
    scripted.will_answer(OK)
    scripted.will_answer(OK)

    async def twice(client):
        await client.test_connection()
        await client.test_connection()

    elsewhere(twice)
    assert [key.expires_at for key in keeper.kept] == [expires_at]


@pytest.mark.parametrize(
    "shift", [timedelta(days=-3), timedelta(hours=-6), timedelta(hours=6), timedelta(days=3)]
)
def test_a_till_whose_clock_is_off_renews_once(sandbox, paystar, shift):
    """It neither renews at each call nor holds on to a dead key."""

    class OffClock:
        def now(self):
            return datetime.now(UTC) + shift

    paystar.clock = OffClock()
    sandbox.control.put_account("paystar", api_key="another-key")

    async def working(client):
        for number in range(3):
            await client.submit([an_order(number)])
        sandbox.control.advance(86_400)
        await client.submit([an_order(4)])

    paystar(working)
    assert endpoints(sandbox).count("refresh") == 2
    assert sandbox.control.count("paystar").created == 4


@pytest.mark.parametrize(
    "fault", ["reset_before", "reset_after", "error_after", "truncated_body", "html_page"]
)
def test_a_lost_renewal_is_asked_for_again(sandbox, paystar, fault):
    """It moves no money, and the key of a lost answer is of no use."""
    sandbox.control.put_account("paystar", api_key="another-key")
    sandbox.control.fault(fault, "paystar", "refresh")
    assert paystar(lambda client: client.submit([an_order()]))["w1"].standing is PayoutStanding.WAITING
    assert endpoints(sandbox) == ["settlement", "refresh", "refresh", "settlement"]


@pytest.mark.parametrize("first_key", [FIRST_KEY, ""])
def test_a_renewal_that_stays_lost_leaves_nothing_in_doubt(sandbox, calls_of, first_key):
    """Of a settlement nothing was carried out, so it is not unknown; a read tells what it met."""
    paystar = kept_by(calls_of("paystar"), WatchedKeeper(first_key))
    sandbox.control.put_account("paystar", api_key="another-key")
    sandbox.control.fault("error_before", "paystar", "refresh", times=None)
    with pytest.raises(NotSentError):
        paystar(lambda client: client.submit([an_order()]))
    with pytest.raises(ProviderDownError):
        paystar(reading)
    assert sandbox.control.count("paystar").created == 0


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("wrong_credentials", CredentialsRefusedError),
        ("address_not_allowed", AddressNotAllowedError),
        ("too_many_requests", TooManyRequestsError),
    ],
)
def test_a_renewal_that_is_refused(sandbox, paystar, fault, error):
    """Its reason is the call's reason; it is not asked for again, and nothing was carried out."""
    sandbox.control.put_account("paystar", api_key="another-key")
    sandbox.control.fault(fault, "paystar", "refresh")
    with pytest.raises(error):
        paystar(lambda client: client.submit([an_order()]))
    assert endpoints(sandbox) == ["settlement", "refresh"]


@pytest.mark.parametrize("key", ["", None, "کلید", "a\r\nb", ["x"]])
def test_a_renewal_without_a_key_that_can_be_sent(scripted, elsewhere, keeper, key):
    """It is unreadable, twice, and nothing is kept."""
    scripted.will_answer(DEAD)
    for _ in range(2):
        scripted.will_answer(renewed(key))
    with pytest.raises(ProviderProtocolError):
        elsewhere(reading)
    assert keeper.kept == []


@pytest.mark.parametrize("data", [None, [], "x"])
def test_a_renewal_that_holds_nothing(scripted, elsewhere, data):
    """Likewise."""
    scripted.will_answer(DEAD)
    for _ in range(2):
        scripted.will_answer(json.dumps({"status": "ok", "data": data}))
    with pytest.raises(ProviderProtocolError) as unreadable:
        elsewhere(reading)
    assert "no key" in str(unreadable.value)


def test_what_a_renewal_sends(scripted, elsewhere):
    """The application, its password and the refresh token, and no dead key."""
    scripted.will_answer(DEAD)
    scripted.will_answer(renewed())
    scripted.will_answer(OK)
    elsewhere(reading)
    head, _, body = scripted.requests[1].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /api/application/refresh-api-key HTTP")
    assert json.loads(body) == {
        "application_id": credentials.PAYSTAR_APPLICATION_ID,
        "access_password": credentials.PAYSTAR_ACCESS_PASSWORD,
        "refresh_token": credentials.PAYSTAR_REFRESH_TOKEN,
    }


def test_no_key_is_ever_shown(scripted, elsewhere, capsys):
    """Neither in a log nor in an error nor in a repr."""
    scripted.will_answer(DEAD)
    scripted.will_answer(renewed())
    scripted.will_answer(json.dumps({"status": "fail", "message": "second-key-of-a-day دسترسی نامعتبر"}))
    with pytest.raises(CredentialsRefusedError) as refused:
        elsewhere(reading)
    shown = f"{refused.value}{vars(refused.value)}{capsys.readouterr()}"
    assert "second-key-of-a-day" not in shown
    assert "second-key" not in repr(ApiKey(key="second-key-of-a-day", expires_at=None))
