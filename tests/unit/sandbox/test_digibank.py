from datetime import datetime
from decimal import Decimal

import httpx
import pytest

from cashier.sandbox import credentials
from cashier.sandbox.control_client import ControlError
from cashier.sandbox.digibank_records import Code
from cashier.sandbox.server import SandboxServer

KEY = credentials.DIGIBANK_API_KEY


class Shop:
    """A caller of digibank."""

    def __init__(self, sandbox: SandboxServer, http: httpx.Client, key: str = KEY) -> None:
        self._url = sandbox.url("digibank") + "/api/v1/payments"
        self._http = http
        self._key = key

    def request(
        self, amount: str = "10", customer: str = "00142277", currency: str = "USDT"
    ) -> httpx.Response:
        """Ask for a payment."""
        body = (
            f'{{"apiKey":"{self._key}","customerNo":"{customer}","amount":{amount},"currency":"{currency}"}}'
        )
        return self._http.post(f"{self._url}/request", content=body)

    def finalize(self, request_id: str, code: str, **more: str) -> httpx.Response:
        """Send a code."""
        body = {"apiKey": self._key, "requestId": request_id, "confirmationCode": code, **more}
        return self._http.post(f"{self._url}/finalize", json=body)

    def page(self, **query: str | int) -> httpx.Response:
        """Read the list."""
        return self._http.get(f"{self._url}/list", params={"apiKey": self._key, **query})

    def ids(self, **query: str | int) -> list[int]:
        """Read the ids in the list."""
        return [item["id"] for item in self.page(**query).json()["result"]["pageItems"]]


@pytest.fixture
def shop(sandbox: SandboxServer, http: httpx.Client) -> Shop:
    """Return a caller with the right key."""
    return Shop(sandbox, http)


@pytest.mark.parametrize("amount", ["0.000000000000000001", "12345678901234567890.123456789", "10.00", "10"])
def test_an_amount_keeps_every_digit_to_the_list_and_the_ledger(
    sandbox: SandboxServer, shop: Shop, amount: str
) -> None:
    """An amount comes back in the list, and stands in the ledger, digit for digit as it was sent."""
    assert shop.request(amount).json()["code"] == 0
    [held] = sandbox.control.open_requests("00142277")
    answer = shop.finalize(held.request_id, held.code, refNo="R1", note="two coats")
    assert answer.json()["code"] == 0
    assert f'"amount":{amount},' in shop.page(refNo="R1").text
    [entry] = sandbox.control.ledger("digibank")
    assert (entry.amount, entry.unit, entry.reference, entry.note) == (amount, "USDT", "R1", "two coats")
    assert (entry.request_id, entry.party) == (held.request_id, "00142277")


def test_a_request_is_answered_with_its_id_and_a_naive_expiry(sandbox: SandboxServer, shop: Shop) -> None:
    """The expiry is five minutes on, in Damascus time and without an offset, like every time of this service."""
    result = shop.request().json()["result"]
    expiry = datetime.fromisoformat(result["expiryDate"][:26])
    [held] = sandbox.control.open_requests()
    assert result["requestId"] == held.request_id
    assert expiry.tzinfo is None
    assert (expiry - held.expires_at.replace(tzinfo=None)).total_seconds() == 3 * 3600
    assert sandbox.control.count("digibank").created == 1


@pytest.mark.parametrize(
    ("amount", "customer", "currency", "code"),
    [
        ("0", "00142277", "USD", Code.AMOUNT_INVALID),
        ("-1", "00142277", "USD", Code.AMOUNT_INVALID),
        ('"10"', "00142277", "USD", Code.AMOUNT_INVALID),
        ("true", "00142277", "USD", Code.AMOUNT_INVALID),
        ("10", "", "USD", Code.FIELD_MISSING),
        ("10", "00142277", "usd", Code.CURRENCY_INVALID),
        ("10", credentials.DIGIBANK_CUSTOMER_UNKNOWN, "USD", Code.CUSTOMER_UNKNOWN),
        ("10", credentials.DIGIBANK_CUSTOMER_WITHOUT_BALANCE, "USD", Code.BALANCE_INSUFFICIENT),
    ],
)
def test_a_bad_request_is_refused_in_the_envelope(
    *, sandbox: SandboxServer, shop: Shop, amount: str, customer: str, currency: str, code: Code
) -> None:
    """A refusal has HTTP 200, a number and an Arabic message, and creates nothing."""
    answer = shop.request(amount, customer, currency)
    assert answer.status_code == 200
    assert answer.json()["code"] == code
    assert answer.json()["message"]
    assert sandbox.control.count("digibank").created == 0


def test_a_body_that_is_no_json_is_refused(sandbox: SandboxServer, http: httpx.Client) -> None:
    """Both calls with a body refuse one they cannot read."""
    for call in ("request", "finalize"):
        answer = http.post(f"{sandbox.url('digibank')}/api/v1/payments/{call}", content=b"{")
        assert answer.json()["code"] == Code.NOT_JSON


def test_a_wrong_key_is_refused_everywhere(sandbox: SandboxServer, http: httpx.Client) -> None:
    """Each of the three calls refuses a key that belongs to nobody, with HTTP 401."""
    stranger = Shop(sandbox, http, "wrong")
    for answer in (stranger.request(), stranger.finalize("x", "y"), stranger.page()):
        assert (answer.status_code, answer.json()["code"]) == (401, Code.API_KEY_WRONG)


def test_a_wrong_code_leaves_the_request_open(sandbox: SandboxServer, shop: Shop) -> None:
    """After a wrong code the right one still collects, once; the second time is refused as done."""
    shop.request()
    [held] = sandbox.control.open_requests()
    wrong = f"{(int(held.code) + 1) % 10**6:06}"
    assert shop.finalize(held.request_id, wrong).json()["code"] == Code.CONFIRMATION_CODE_WRONG
    assert shop.finalize(held.request_id, "").json()["code"] == Code.FIELD_MISSING
    assert shop.finalize("unknown", held.code).json()["code"] == Code.REQUEST_UNKNOWN
    assert shop.finalize(held.request_id, held.code).json()["code"] == 0
    assert shop.finalize(held.request_id, held.code).json()["code"] == Code.ALREADY_FINALIZED
    assert sandbox.control.count("digibank").settled == 1
    assert sandbox.control.open_requests() == []


def test_a_request_expires(sandbox: SandboxServer, shop: Shop) -> None:
    """When its life is over, the right code is refused, and the customer's phone shows it no more."""
    sandbox.control.put_account("digibank", request_life_s=60.0)
    shop.request()
    [held] = sandbox.control.open_requests()
    sandbox.control.advance(61)
    assert shop.finalize(held.request_id, held.code).json()["code"] == Code.REQUEST_EXPIRED
    assert sandbox.control.open_requests() == []
    assert sandbox.control.ledger() == []


def test_a_balance_is_spent_exactly(sandbox: SandboxServer, shop: Shop) -> None:
    """A customer with a set balance can spend it to the last digit and no further."""
    sandbox.control.set_balance("ann0001", "ETH", Decimal("1.000000000000000001"))
    shop.request("1", "ann0001", "ETH")
    [held] = sandbox.control.open_requests()
    assert shop.finalize(held.request_id, held.code).json()["code"] == 0
    refused = shop.request("0.000000000000000002", "ann0001", "ETH")
    assert refused.json()["code"] == Code.BALANCE_INSUFFICIENT
    assert shop.request("0.000000000000000001", "ann0001", "ETH").json()["code"] == 0
    with pytest.raises(ControlError, match="zero or more"):
        sandbox.control.set_balance("ann0001", "ETH", Decimal(-1))


def test_money_spent_between_request_and_finalize_is_refused(sandbox: SandboxServer, shop: Shop) -> None:
    """One customer has spent everything by the time the code is typed."""
    shop.request(customer=credentials.DIGIBANK_CUSTOMER_SPENDS_FIRST)
    [held] = sandbox.control.open_requests()
    assert shop.finalize(held.request_id, held.code).json()["code"] == Code.BALANCE_INSUFFICIENT


def test_the_list_pages_newest_first(sandbox: SandboxServer, shop: Shop) -> None:
    """Pages together hold each payment once, newest first; a page past the end is empty."""
    sandbox.control.add_history("digibank", 120, seed=4)
    pages = [shop.ids(pageNo=number, pageSize=50) for number in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [50, 50, 20, 0]
    assert [id_ for page in pages for id_ in page] == list(range(120, 0, -1))
    assert shop.page().json()["result"]["totalCount"] == 120


@pytest.mark.parametrize("query", [{"pageSize": 51}, {"pageSize": 0}, {"pageNo": 0}, {"pageNo": "x"}])
def test_a_page_out_of_bounds_is_refused(shop: Shop, query: dict[str, str | int]) -> None:
    """Pages begin at 1 and hold at most 50."""
    assert shop.page(**query).json()["code"] == Code.PAGE_INVALID


def test_the_list_filters_by_customer_and_reference(sandbox: SandboxServer, shop: Shop) -> None:
    """`paidBy` and `refNo` leave only what matches, and the total counts only that."""
    sandbox.control.add_history("digibank", 300, seed=4)
    entries = sandbox.control.ledger("digibank")
    wanted = entries[17]
    assert shop.ids(refNo=wanted.reference) == [int(wanted.key)]
    of_customer = {int(entry.key) for entry in entries if entry.party == wanted.party}
    assert set(shop.ids(paidBy=wanted.party, pageSize=50)) == of_customer
    assert shop.page(paidBy=wanted.party).json()["result"]["totalCount"] == len(of_customer)


@pytest.mark.parametrize(("month_first", "count"), [(False, 1), (True, 0)])
def test_dates_are_read_one_way_or_the_other(
    *, sandbox: SandboxServer, shop: Shop, month_first: bool, count: int
) -> None:
    """`from` and `to` bound whole days; whether the day or the month comes first is the account's."""
    sandbox.control.put_account("digibank", month_first_dates=month_first)
    until = datetime.fromisoformat("2025-03-05T12:00:00+00:00")
    sandbox.control.add_history("digibank", 1, days=1, until=until)
    assert len(shop.ids(**{"from": "04-03-2025", "to": "05-03-2025"})) == count


def test_a_bad_date_is_refused(shop: Shop) -> None:
    """A day that does not exist, or is written another way, is refused."""
    for date in ("31-02-2025", "2025-01-01"):
        assert shop.page(**{"from": date}).json()["code"] == Code.DATE_INVALID
        assert shop.page(to=date).json()["code"] == Code.DATE_INVALID


def test_timestamps_have_six_or_seven_digits_and_no_offset(sandbox: SandboxServer, shop: Shop) -> None:
    """Both widths occur, as in the published sample."""
    sandbox.control.add_history("digibank", 50, seed=1)
    items = shop.page(pageSize=50).json()["result"]["pageItems"]
    widths = {len(item["timestamp"].partition(".")[2]) for item in items}
    assert widths == {6, 7}


def test_history_of_one_seed_is_always_the_same(sandbox: SandboxServer, shop: Shop) -> None:
    """The same seed and end make the same payments; another seed makes others."""
    until = datetime.fromisoformat("2025-03-05T12:00:00+00:00")
    texts = []
    for seed in (7, 7, 8):
        sandbox.control.reset()
        sandbox.control.add_history("digibank", 40, seed=seed, until=until)
        texts.append(shop.page(pageSize=50).text)
    assert texts[0] == texts[1]
    assert texts[0] != texts[2]


def test_accounts_are_apart(sandbox: SandboxServer, http: httpx.Client) -> None:
    """A second account has its own key, requests and list; another's request is unknown to it."""
    sandbox.control.put_account("digibank", "other", api_key="other-key")
    main, other = Shop(sandbox, http), Shop(sandbox, http, "other-key")
    main.request()
    [held] = sandbox.control.open_requests()
    assert other.finalize(held.request_id, held.code).json()["code"] == Code.REQUEST_UNKNOWN
    sandbox.control.arrive("digibank", "other")
    assert (len(main.ids()), len(other.ids())) == (0, 1)
    assert [entry.account for entry in sandbox.control.ledger()] == ["other"]


def test_an_address_that_is_not_on_the_list_is_refused(sandbox: SandboxServer, shop: Shop) -> None:
    """With a list of addresses, only those may call."""
    sandbox.control.put_account("digibank", allowed_addresses=["192.0.2.1"])
    assert shop.request().json()["code"] == Code.ADDRESS_NOT_ALLOWED
    sandbox.control.put_account("digibank", allowed_addresses=["127.0.0.1"])
    assert shop.request().json()["code"] == 0
