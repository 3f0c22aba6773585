from typing import Any

import httpx
import pytest

from cashier.sandbox import credentials
from cashier.sandbox.server import SandboxServer

IBAN = "IR820540102680020817909002"
GOOD = {
    "account": credentials.AQAYEPARDAKHT_ACCOUNT,
    "code": credentials.AQAYEPARDAKHT_CODE,
    "pin": credentials.AQAYEPARDAKHT_PIN,
    "amount": "50000",
    "iban": IBAN,
}


class Shop:
    """A caller of aqayepardakht."""

    def __init__(self, sandbox: SandboxServer, http: httpx.Client) -> None:
        self._url = sandbox.url("aqayepardakht") + "/api/v2/withdraw"
        self._http = http

    def call(self, name: str, **fields: object) -> httpx.Response:
        """Make the call `name` with good fields, save for `fields`; None leaves one out."""
        body = {key: value for key, value in {**GOOD, **fields}.items() if value is not None}
        return self._http.post(f"{self._url}/{name}", json=body)


@pytest.fixture
def shop(sandbox: SandboxServer, http: httpx.Client) -> Shop:
    """Return a caller with good credentials."""
    return Shop(sandbox, http)


def test_a_withdrawal_waits_and_is_paid(sandbox: SandboxServer, shop: Shop) -> None:
    """Amount and status are strings; when it is paid it has a tracking number, and the ledger an entry in toman."""
    [made] = shop.call("request").json()["data"]
    assert (made["amount"], made["status"], made["iban"]) == ("50000", "0", IBAN)
    assert "tracking_number" not in made
    sandbox.control.advance(60)
    [paid] = shop.call("details", id=made["id"]).json()["data"]
    assert paid["status"] == "1"
    assert paid["tracking_number"]
    assert paid["updated_at"] > paid["created_at"]
    [entry] = sandbox.control.ledger("aqayepardakht")
    assert (entry.kind, entry.key, entry.amount, entry.unit) == ("out", str(made["id"]), "50000", "IRT")


def test_a_cancelled_withdrawal_has_a_comment_and_gives_back(sandbox: SandboxServer, shop: Shop) -> None:
    """It never reaches the ledger, and the money can be asked for again."""
    sandbox.control.put_account("aqayepardakht", cancelled_share=1.0, balance_toman=50_000)
    [made] = shop.call("request").json()["data"]
    assert shop.call("request").json()["code"] == "-11"
    sandbox.control.advance(60)
    [cancelled] = shop.call("details", id=str(made["id"])).json()["data"]
    assert cancelled["status"] == "2"
    assert cancelled["comment"]
    assert shop.call("request").status_code == 200
    assert sandbox.control.ledger() == []


@pytest.mark.parametrize(
    ("call", "fields", "account", "code"),
    [
        ("request", {"account": None}, {}, "-1"),
        ("request", {"code": ""}, {}, "-2"),
        ("list", {"account": "999"}, {}, "-3"),
        ("details", {"code": "wrong"}, {}, "-4"),
        ("request", {"iban": ""}, {}, "-5"),
        ("request", {"amount": None}, {}, "-6"),
        ("details", {}, {}, "-7"),
        ("request", {"iban": "IR830540102680020817909002"}, {}, "-8"),
        ("request", {"amount": "12.5"}, {}, "-9"),
        ("request", {"amount": 0}, {}, "-9"),
        ("details", {"id": "abc"}, {}, "-10"),
        ("request", {}, {"balance_toman": 0}, "-11"),
        ("request", {}, {"balance_toman": 49_999}, "-12"),
        ("request", {}, {"pin": None}, "-13"),
        ("request", {}, {"shaparak": False}, "-14"),
        ("request", {"pin": None}, {}, "-15"),
        ("request", {}, {"ibans": []}, "-16"),
        ("request", {}, {"ibans": ["IR550570022080013447370101"]}, "-17"),
        ("details", {"id": 12345}, {}, "-19"),
        ("list", {}, {"active": False}, "-20"),
    ],
)
def test_each_error_has_its_number(
    *,
    sandbox: SandboxServer,
    shop: Shop,
    call: str,
    fields: dict[str, object],
    account: dict[str, Any],
    code: str,
) -> None:
    """An error is HTTP 422 with its published number, and nothing is asked for."""
    sandbox.control.put_account("aqayepardakht", **account)
    answer = shop.call(call, **fields)
    assert (answer.status_code, answer.json()) == (422, {"status": "error", "code": code})
    assert sandbox.control.count("aqayepardakht").created == 0


@pytest.mark.parametrize("number", range(1, 21))
def test_any_number_can_be_played(sandbox: SandboxServer, shop: Shop, number: int) -> None:
    """The `refuse` fault answers any of the twenty, -18 among them, which no state of ours brings about."""
    sandbox.control.fault("refuse", "aqayepardakht", "request", code=f"-{number}")
    answer = shop.call("request")
    assert (answer.status_code, answer.json()["code"]) == (422, f"-{number}")


@pytest.mark.parametrize(("style", "code"), [("minus_first", "-5"), ("minus_last", "5-"), ("number", -5)])
def test_numbers_are_written_in_each_of_the_ways_seen(
    sandbox: SandboxServer, shop: Shop, style: str, code: object
) -> None:
    """The minus stands on either side, or the code is a number."""
    sandbox.control.put_account("aqayepardakht", code_style=style)
    assert shop.call("request", iban="").json()["code"] == code


def test_the_list_pages_from_one(sandbox: SandboxServer, shop: Shop) -> None:
    """The total and the number of pages stand beside the items, newest first."""
    sandbox.control.add_history("aqayepardakht", 45, seed=3)
    pages = [shop.call("list", page=page).json() for page in (1, "2", 3)]
    assert [(page["total_moneyrequest"], page["total_page"]) for page in pages] == [(45, 3)] * 3
    ids = [told["id"] for page in pages for told in page["data"]]
    assert ids == list(range(45, 0, -1))
    assert shop.call("list", page=4).json()["data"] == []
    assert {told["status"] for page in pages for told in page["data"]} <= {"1", "2"}


def test_the_list_is_bounded_by_days(sandbox: SandboxServer, shop: Shop) -> None:
    """Both bounds are whole days in Tehran; a date that is none is an error."""
    sandbox.control.arrive("aqayepardakht")
    created = shop.call("list").json()["data"][0]["created_at"]
    year, month, day = created[:10].split("-")
    today = f"{day}-{month}-{year}"
    assert shop.call("list", start_date=today, end_date=today).json()["total_moneyrequest"] == 1
    assert shop.call("list", start_date="01-01-2099").json()["total_moneyrequest"] == 0
    assert shop.call("list", end_date="01-01-2020").json()["total_moneyrequest"] == 0
    assert shop.call("list", start_date="2020/01/01").status_code == 422


def test_an_address_that_is_not_on_the_list_is_refused(sandbox: SandboxServer, shop: Shop) -> None:
    """There is no published number for it."""
    sandbox.control.put_account("aqayepardakht", allowed_addresses=[])
    assert shop.call("list").status_code == 403


def test_accounts_are_apart(sandbox: SandboxServer, shop: Shop) -> None:
    """A second account sees its own withdrawals only, and needs no pin if it is told so."""
    sandbox.control.put_account("aqayepardakht", "other", account="20030", code="other-code", pin=None)
    other = {"account": "20030", "code": "other-code", "pin": None}
    [made] = shop.call("request", **other).json()["data"]
    assert shop.call("details", id=made["id"]).json()["code"] == "-19"
    assert shop.call("details", id=made["id"], **other).json()["data"] == [made]


def test_a_receiver_can_be_made_to_be_cancelled(sandbox: SandboxServer, shop: Shop) -> None:
    """With a comment of the test's own; others are paid."""
    sandbox.control.put_account("aqayepardakht", reject_ibans={IBAN: "the holder's name differs"})
    [made] = shop.call("request").json()["data"]
    shop.call("request", iban="IR062960000000100324200001")
    sandbox.control.advance(60)
    [cancelled] = shop.call("details", id=made["id"]).json()["data"]
    assert (cancelled["status"], cancelled["comment"]) == ("2", "the holder's name differs")
    assert [entry.party for entry in sandbox.control.ledger()] == ["IR062960000000100324200001"]


def test_what_was_asked_for_and_what_became_of_it_is_told(sandbox: SandboxServer, shop: Shop) -> None:
    """Control knows what each call asked for, made or not, and how that which was made stands."""
    sandbox.control.fault("reset_before", "aqayepardakht", "request")
    with pytest.raises(httpx.TransportError):
        shop.call("request")
    [made] = shop.call("request", amount="7").json()["data"]
    shop.call("list")
    asked_for = [call.payouts for call in sandbox.control.calls("aqayepardakht")]
    assert asked_for == [[f"{IBAN} 50000"], [f"{IBAN} 7"], []]
    [payout] = sandbox.control.payouts("aqayepardakht")
    assert (payout.key, payout.party, payout.amount) == (str(made["id"]), IBAN, "7")
    assert (payout.unit, payout.standing) == ("IRT", "waiting")
    sandbox.control.advance(60)
    assert [payout.standing for payout in sandbox.control.payouts()] == ["paid"]
