from datetime import UTC, datetime, timedelta

import httpx
import pytest

from cashier.sandbox import credentials
from cashier.sandbox.control_client import ControlError
from cashier.sandbox.server import SandboxServer


class Shop:
    """A caller of resid."""

    def __init__(
        self, sandbox: SandboxServer, http: httpx.Client, code: str = credentials.RESID_AUTHORIZATION_CODE
    ) -> None:
        self._url = sandbox.url("resid") + "/api/v1/payments"
        self._http = http
        self._headers = {"Authorization": code}

    def create(self, **form: str) -> httpx.Response:
        """Make a payment, good save for `form`."""
        data = {"amount": "10000", "merchant": credentials.RESID_MERCHANT, **form}
        return self._http.post(self._url, data=data, headers=self._headers)

    def token(self, **form: str) -> str:
        """Make a payment and return its token."""
        return str(self.create(**form).json()["info"]["token"])

    def collect(self, token: str) -> httpx.Response:
        """Collect a payment."""
        return self._http.post(f"{self._url}/{token}/collect", headers=self._headers)

    def get(self, token: str) -> httpx.Response:
        """Read a payment."""
        return self._http.get(f"{self._url}/{token}", headers=self._headers)

    def page(self, **query: str | int) -> httpx.Response:
        """Read the list."""
        return self._http.get(self._url, params=query, headers=self._headers)


@pytest.fixture
def shop(sandbox: SandboxServer, http: httpx.Client) -> Shop:
    """Return a caller with the right code."""
    return Shop(sandbox, http)


def test_a_payment_is_created_paid_and_collected_once(sandbox: SandboxServer, shop: Shop) -> None:
    """The ledger gets one entry, at the collect; a second collect is answered OK and adds nothing."""
    token = shop.token(payload="P1", description="two coats")
    waiting = shop.get(token).json()["info"]
    assert (waiting["paid"], waiting["outcome"]["state"], waiting["payload"]) == (None, "pending", "P1")
    sandbox.control.pay(token, tip_rial=500)
    assert sandbox.control.ledger() == []
    for _ in range(2):
        assert shop.collect(token).json() == {"message": "OK", "info": {}, "errors": []}
    [entry] = sandbox.control.ledger("resid")
    assert (entry.key, entry.reference, entry.amount, entry.unit) == (token, "P1", "10500", "IRR")
    paid = shop.get(token).json()["info"]
    assert paid["paid"] is not None
    assert (paid["amount"], paid["outcome"]["tip"], paid["outcome"]["total_amount"]) == (10000, 500, 10500)
    assert "*****" in paid["payer"]
    assert [call.acted for call in sandbox.control.calls("resid", "collect")] == [True, False]


def test_auto_collect_settles_when_the_customer_pays(sandbox: SandboxServer, shop: Shop) -> None:
    """With `auto_collect` there is nothing to collect and nothing goes back."""
    token = shop.token(auto_collect="true")
    sandbox.control.pay(token)
    sandbox.control.advance(21 * 60)
    assert sandbox.control.count("resid").settled == 1
    assert shop.get(token).json()["info"]["outcome"]["state_error"] is None


def test_what_is_not_collected_goes_back_after_twenty_minutes(sandbox: SandboxServer, shop: Shop) -> None:
    """Until then it can be collected; afterwards it keeps its paid time, has an error, and cannot."""
    early, late = shop.token(), shop.token()
    sandbox.control.pay(early)
    sandbox.control.pay(late)
    sandbox.control.advance(19 * 60)
    assert shop.collect(early).status_code == 200
    sandbox.control.advance(61)
    refused = shop.collect(late)
    assert refused.status_code == 400
    assert refused.json()["errors"]
    info = shop.get(late).json()["info"]
    assert info["outcome"]["state"] == "refunded"
    assert info["outcome"]["state_error"]
    assert info["paid"] is not None
    assert [entry.key for entry in sandbox.control.ledger()] == [early]


def test_a_failed_payment_tells_its_error_and_its_collect_says_ok(sandbox: SandboxServer, shop: Shop) -> None:
    """Only the payment itself tells that it failed, as the document warns; nothing is settled."""
    token = shop.token()
    sandbox.control.refuse(token, "رمز نادرست")
    assert shop.collect(token).status_code == 200
    info = shop.get(token).json()["info"]
    assert (info["paid"], info["outcome"]["state_error"]) == (None, "رمز نادرست")
    assert sandbox.control.ledger() == []


def test_a_payment_can_fail_at_the_collect(sandbox: SandboxServer, shop: Shop) -> None:
    """Paid, collected with OK, and failed all the same."""
    token = shop.token()
    sandbox.control.pay(token, collect_error="برگشت از بانک")
    assert shop.get(token).json()["info"]["outcome"]["state_error"] is None
    assert shop.collect(token).status_code == 200
    assert shop.get(token).json()["info"]["outcome"]["state_error"] == "برگشت از بانک"
    assert sandbox.control.ledger() == []


def test_an_unpaid_token_cannot_be_collected(shop: Shop) -> None:
    """The refusal is HTTP 400 in the envelope."""
    answer = shop.collect(shop.token())
    assert (answer.status_code, answer.json()["info"]) == (400, {})


@pytest.mark.parametrize(
    "form",
    [{"amount": "0"}, {"amount": "1.5"}, {"amount": ""}, {"merchant": "nobody"}, {"auto_collect": "perhaps"}],
)
def test_a_bad_create_is_refused_by_field(sandbox: SandboxServer, shop: Shop, form: dict[str, str]) -> None:
    """The error begins with the field it is about, and no token is made."""
    answer = shop.create(**form)
    assert answer.status_code == 400
    [error] = answer.json()["errors"]
    assert error.startswith(f"{next(iter(form))}:")
    assert sandbox.control.count("resid").created == 0


def test_strangers_are_refused(sandbox: SandboxServer, http: httpx.Client, shop: Shop) -> None:
    """A wrong code is 401 everywhere; a token that is unknown, or another shop's, is 404."""
    stranger = Shop(sandbox, http, "wrong")
    token = shop.token()
    for answer in (stranger.create(), stranger.collect(token), stranger.get(token), stranger.page()):
        assert answer.status_code == 401
        assert answer.json()["errors"]
    sandbox.control.put_account("resid", "other", authorization_code="other-code", merchant="otherShop")
    other = Shop(sandbox, http, "other-code")
    assert (other.get(token).status_code, shop.get("nothing").status_code) == (404, 404)
    sandbox.control.put_account("resid", allowed_addresses=[])
    assert shop.get(token).status_code == 403


def test_a_whole_history_can_be_paged_backwards(sandbox: SandboxServer, shop: Shop) -> None:
    """Paging with `before` the oldest plus a microsecond sees every payment, ties in time included."""
    sandbox.control.add_history("resid", 1_000, seed=5)
    seen: dict[str, str] = {}
    query: dict[str, str | int] = {"size": 200}
    while True:
        page = shop.page(**query).json()["info"]
        fresh = {item["token"]: item["created"] for item in page if item["token"] not in seen}
        if not fresh:
            break
        seen |= fresh
        oldest = min(datetime.fromisoformat(created) for created in fresh.values())
        query["before"] = (oldest + timedelta(microseconds=1)).astimezone(UTC).isoformat()
    assert len(seen) == 1_000
    assert len(set(seen.values())) < 1_000
    settled = {entry.key for entry in sandbox.control.ledger("resid", origin="history")}
    assert settled < set(seen)


def test_after_returns_only_what_is_newer(sandbox: SandboxServer, shop: Shop) -> None:
    """A payment made at the very instant asked for is left out."""
    sandbox.control.add_history("resid", 20, seed=5)
    newest_first = shop.page().json()["info"]
    third = datetime.fromisoformat(newest_first[3]["created"]).astimezone(UTC).isoformat()
    assert shop.page(after=third.replace("+00:00", "Z")).json()["info"] == newest_first[:3]


@pytest.mark.parametrize(
    "query",
    [
        {"size": 201},
        {"size": 0},
        {"size": "many"},
        {"before": "2025-01-01T00:00:00Z", "after": "2025-01-01T00:00:00Z"},
        {"before": "2025-01-01T00:00:00+03:30"},
        {"before": "2025-01-01T00:00:00"},
        {"after": "yesterday"},
    ],
)
def test_a_bad_list_is_refused(shop: Shop, query: dict[str, str | int]) -> None:
    """At most 200, one bound only, and in UTC."""
    assert shop.page(**query).status_code == 400


def test_the_list_is_rate_limited_in_sandbox_time(sandbox: SandboxServer, shop: Shop) -> None:
    """Over the limit the answer is 429 with the seconds to wait; after them the list answers again."""
    sandbox.control.put_account("resid", list_calls_per_minute=2)
    assert [shop.page().status_code for _ in range(3)] == [200, 200, 429]
    wait_s = int(shop.page().headers["Retry-After"])
    assert 0 < wait_s <= 60
    sandbox.control.advance(wait_s)
    assert shop.page().status_code == 200
    sandbox.control.put_account("resid", list_calls_per_minute=None)
    assert {shop.page().status_code for _ in range(5)} == {200}
    sandbox.control.put_account("resid", list_calls_per_minute=0)
    assert shop.page().status_code == 429


def test_the_phone_pays_only_what_waits(sandbox: SandboxServer, shop: Shop) -> None:
    """Unknown, paid, refused and old tokens cannot be paid; the phone lists only the others."""
    paid, refused, old = shop.token(), shop.token(), shop.token()
    assert [payment.token for payment in sandbox.control.waiting_payments()] == [paid, refused, old]
    sandbox.control.pay(paid)
    sandbox.control.refuse(refused)
    sandbox.control.advance(20 * 60)
    assert sandbox.control.waiting_payments() == []
    for token in (paid, refused, old, "nothing"):
        with pytest.raises(ControlError):
            sandbox.control.pay(token)
    assert sandbox.control.payment(paid).refunded_at is not None


def test_an_arrival_is_settled_and_the_newest(sandbox: SandboxServer, shop: Shop) -> None:
    """A payment made at another till is in the list and the ledger."""
    sandbox.control.add_history("resid", 5)
    sandbox.control.arrive("resid")
    [entry] = sandbox.control.ledger("resid", origin="live")
    assert shop.page(size=1).json()["info"][0]["token"] == entry.key
