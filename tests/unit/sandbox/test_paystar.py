import httpx
import pytest

from cashier.sandbox import credentials
from cashier.sandbox.server import SandboxServer

IBAN = "IR062960000000100324200001"


class Shop:
    """A caller of paystar."""

    def __init__(self, sandbox: SandboxServer, http: httpx.Client) -> None:
        self._url = sandbox.url("paystar") + "/api"
        self._http = http
        self.key = credentials.PAYSTAR_API_KEY
        self._access = {
            "application_id": credentials.PAYSTAR_APPLICATION_ID,
            "access_password": credentials.PAYSTAR_ACCESS_PASSWORD,
        }

    def refresh(self, token: str = credentials.PAYSTAR_REFRESH_TOKEN) -> httpx.Response:
        """Renew the key."""
        body = {**self._access, "refresh_token": token}
        return self._http.post(f"{self._url}/application/refresh-api-key", json=body)

    def settle(self, *transfers: dict[str, object], bank: str = "016") -> httpx.Response:
        """Ask for transfers."""
        body = {**self._access, "bank": bank, "transfers": list(transfers)}
        return self._http.post(f"{self._url}/bank-transfer/v2/settlement", json=body, headers=self._bearer())

    def requests(self, **query: str | int) -> httpx.Response:
        """Read the list."""
        return self._http.get(
            f"{self._url}/bank-transfer/settlement-requests",
            params={**self._access, **query},
            headers=self._bearer(),
        )

    def _bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}


def transfer(track_id: str, **fields: object) -> dict[str, object]:
    """Return a good transfer, save for `fields`."""
    return {
        "amount": 1_000_000,
        "deposit": credentials.PAYSTAR_DEPOSIT,
        "destination_account": IBAN,
        "destination_firstname": "نمونه",
        "destination_lastname": "ساختگی",
        "track_id": track_id,
        **fields,
    }


@pytest.fixture
def shop(sandbox: SandboxServer, http: httpx.Client) -> Shop:
    """Return a caller with the first key."""
    return Shop(sandbox, http)


def test_a_transfer_is_pending_and_then_succeeds(sandbox: SandboxServer, shop: Shop) -> None:
    """The outer status is ok at once; the inner one, and the ledger, move with the sandbox's time."""
    answer = shop.settle(transfer("T1")).json()
    assert (answer["status"], answer["data"]["status"], answer["data"]["ref_code"]) == ("ok", "pending", None)
    assert sandbox.control.ledger() == []
    assert sandbox.control.count("paystar").created == 1
    sandbox.control.advance(60)
    [told] = shop.requests(track_id="T1").json()["data"]
    assert (told["status"], told["track_id"]) == ("success", "T1")
    assert told["ref_code"]
    [entry] = sandbox.control.ledger("paystar")
    assert (entry.kind, entry.key, entry.amount, entry.unit) == ("out", "T1", "1000000", "IRR")
    assert entry.party == IBAN


def test_several_transfers_are_answered_as_a_list(shop: Shop) -> None:
    """One is an object, several are a list, as others have seen."""
    data = shop.settle(transfer("T1"), transfer("T2")).json()["data"]
    assert [told["track_id"] for told in data] == ["T1", "T2"]


def test_a_failed_transfer_gives_the_money_back(sandbox: SandboxServer, shop: Shop) -> None:
    """It never reaches the ledger, and the deposit can pay the same sum again."""
    sandbox.control.put_account(
        "paystar", deposits={credentials.PAYSTAR_DEPOSIT: 1_000_000}, failed_share=1.0
    )
    shop.settle(transfer("T1"))
    assert shop.settle(transfer("T2")).status_code == 422
    sandbox.control.advance(60)
    assert shop.requests(track_id="T1").json()["data"][0]["status"] == "failed"
    assert shop.settle(transfer("T2")).status_code == 200
    assert sandbox.control.ledger() == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount", 0),
        ("amount", "1000"),
        ("amount", True),
        ("deposit", "999"),
        ("deposit", ["999"]),
        ("destination_account", "IR072960000000100324200001"),
        ("destination_firstname", ""),
        ("destination_lastname", None),
        ("track_id", ""),
        ("track_id", "T0"),
    ],
)
def test_a_bad_transfer_is_told_by_field_and_stops_the_others(
    sandbox: SandboxServer, shop: Shop, field: str, value: object
) -> None:
    """The data maps the field to its messages; no transfer of the call is carried out."""
    shop.settle(transfer("T0"))
    answer = shop.settle(transfer("T1"), transfer("T2") | {field: value})
    assert answer.status_code == 422
    assert answer.json()["status"] == "fail"
    assert list(answer.json()["data"]) == [f"transfers.1.{field}"]
    assert sandbox.control.count("paystar").created == 1


def test_another_bank_and_no_transfers_are_refused(shop: Shop) -> None:
    """Only one bank code is known, and an empty list asks for nothing."""
    assert list(shop.settle(transfer("T1"), bank="017").json()["data"]) == ["bank"]
    assert list(shop.settle().json()["data"]) == ["transfers"]
    assert list(shop.settle("T1").json()["data"]) == ["transfers.0.amount"]  # type: ignore[arg-type]  # bad input


@pytest.mark.parametrize("status", [401, 200])
def test_the_key_dies_after_a_day_and_is_renewed(sandbox: SandboxServer, shop: Shop, status: int) -> None:
    """The refusal says «دسترسی نامعتبر» and nothing was carried out; the renewed key opens, the old does not."""
    sandbox.control.put_account("paystar", unauthorized_status=status)
    sandbox.control.advance(86_400)
    refused = shop.settle(transfer("T1"))
    assert (refused.status_code, refused.json()["message"]) == (status, "دسترسی نامعتبر")
    assert sandbox.control.count("paystar").created == 0
    renewed = shop.refresh().json()
    assert renewed["status"] == 1
    old, shop.key = shop.key, renewed["data"]["api_key"]
    assert shop.settle(transfer("T1")).json()["status"] == "ok"
    shop.key = old
    assert shop.requests().json()["message"] == "دسترسی نامعتبر"


def test_the_expiry_of_a_key_is_tehran_time(sandbox: SandboxServer, shop: Shop) -> None:
    """A day on, without an offset."""
    expiry = shop.refresh().json()["data"]["api_key_expire_date"]
    now = sandbox.control.clock().now
    assert len(expiry) == len("2026-01-01 00:00:00")
    assert expiry > now.strftime("%Y-%m-%d %H:%M:%S")


def test_wrong_credentials_and_addresses_are_refused(sandbox: SandboxServer, shop: Shop) -> None:
    """A wrong refresh token is 401; an address that is not on the list is 403 with its own message."""
    assert shop.refresh("wrong").status_code == 401
    shop.key = "wrong"
    assert shop.requests().status_code == 401
    shop.key = credentials.PAYSTAR_API_KEY
    assert shop.requests(application_id="wrong").status_code == 401
    assert shop.requests(access_password="wrong").status_code == 401
    sandbox.control.put_account("paystar", allowed_addresses=["192.0.2.1"])
    for answer in (shop.refresh(), shop.settle(transfer("T1")), shop.requests()):
        assert answer.status_code == 403
        assert "accessIp" in answer.json()["message"]


def test_limit_and_skip_come_together(sandbox: SandboxServer, shop: Shop) -> None:
    """They page the list newest first, one of them alone is refused, and the deposit filters."""
    sandbox.control.add_history("paystar", 25, seed=2)
    pages = [shop.requests(limit=10, skip=skip).json()["data"] for skip in (0, 10, 20)]
    assert [len(page) for page in pages] == [10, 10, 5]
    assert pages[0][0]["created_at"] > pages[2][-1]["created_at"]
    assert len({told["track_id"] for page in pages for told in page}) == 25
    for alone in ({"limit": 5}, {"skip": 5}, {"limit": "x", "skip": 0}):
        assert shop.requests(**alone).status_code == 422
    assert shop.requests(deposit="other").json()["data"] == []


def test_a_transfer_of_another_till_is_in_the_list(sandbox: SandboxServer, shop: Shop) -> None:
    """It arrives as pending."""
    sandbox.control.arrive("paystar")
    [told] = shop.requests().json()["data"]
    assert told["status"] == "pending"


def test_a_key_can_be_set_by_control(sandbox: SandboxServer, shop: Shop) -> None:
    """To set the key starts its life again; other fields leave the renewed key as it is."""
    sandbox.control.advance(86_400)
    sandbox.control.put_account("paystar", api_key="second-key", key_life_s=60.0)
    shop.key = "second-key"
    assert shop.requests().status_code == 200
    sandbox.control.advance(60)
    assert shop.requests().status_code == 401


def test_accounts_are_apart(sandbox: SandboxServer, http: httpx.Client) -> None:
    """A second application has its own key and its own transfers."""
    sandbox.control.put_account(
        "paystar",
        "other",
        application_id="other-application",
        access_password="other-password",
        refresh_token="other-token",
        api_key="other-key",
        deposits={"5": 100},
    )
    sandbox.control.arrive("paystar", "other")
    assert Shop(sandbox, http).requests().json()["data"] == []
    sandbox.control.advance(60)
    assert [entry.account for entry in sandbox.control.ledger()] == ["other"]


def test_a_receiver_can_be_made_to_fail(sandbox: SandboxServer, shop: Shop) -> None:
    """Later and with the money back, or at once and alone; the others of the call go on."""
    other, third = "IR820540102680020817909002", "IR550570022080013447370101"
    sandbox.control.put_account(
        "paystar",
        deposits={credentials.PAYSTAR_DEPOSIT: 2_000_000},
        reject_ibans={other: "sent back"},
        refuse_ibans={third: "account closed"},
    )
    answer = shop.settle(transfer("T1", destination_account=third), transfer("T2", destination_account=other))
    assert [(told["status"], told["message"]) for told in answer.json()["data"]] == [
        ("failed", "account closed"),
        ("pending", "در انتظار پردازش"),
    ]
    assert sandbox.control.count("paystar").created == 1
    sandbox.control.advance(60)
    [told] = shop.requests(track_id="T2").json()["data"]
    assert (told["status"], told["message"]) == ("failed", "sent back")
    assert shop.settle(transfer("T3"), transfer("T4")).status_code == 200
    sandbox.control.advance(60)
    assert [entry.key for entry in sandbox.control.ledger()] == ["T3", "T4"]


def test_an_iban_that_is_invalid_keeps_its_call_back(shop: Shop, sandbox: SandboxServer) -> None:
    """The refusal names the transfer by its place, and none of the call's transfers is made."""
    other = "IR820540102680020817909002"
    sandbox.control.put_account("paystar", invalid_ibans={other: "closed"})
    refused = shop.settle(transfer("A"), transfer("B", destination_account=other))
    assert refused.status_code == 422
    assert refused.json()["data"] == {"transfers.1.destination_account": ["closed"]}
    assert sandbox.control.payouts() == []


def test_what_was_asked_for_and_what_became_of_it_is_told(shop: Shop, sandbox: SandboxServer) -> None:
    """Control knows which transfers each call asked for, made or not, and how those that were made stand."""
    sandbox.control.fault("reset_before", "paystar", "settlement")
    with pytest.raises(httpx.TransportError):
        shop.settle(transfer("A"))
    shop.settle(transfer("B"), transfer("C", amount=5))
    shop.requests()
    assert [call.payouts for call in sandbox.control.calls("paystar")] == [["A"], ["B", "C"], []]
    made = [(payout.key, payout.amount, payout.standing) for payout in sandbox.control.payouts("paystar")]
    assert made == [("B", "1000000", "waiting"), ("C", "5", "waiting")]
    sandbox.control.advance(61)
    assert {payout.standing for payout in sandbox.control.payouts("paystar")} == {"paid"}
