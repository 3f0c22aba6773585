"""Every fault, over real HTTP, mostly on digibank, with what it did to the ledger."""

import threading
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import perf_counter
from typing import Any

import httpx
import pytest

from cashier.sandbox import credentials, rewriting
from cashier.sandbox.control_client import ControlError
from cashier.sandbox.digibank_records import Code, DigibankRequest
from cashier.sandbox.faults import Fault, FaultName
from cashier.sandbox.server import SandboxServer

KEY = credentials.DIGIBANK_API_KEY


def open_request(sandbox: SandboxServer, http: httpx.Client) -> DigibankRequest:
    """Ask for 10 USD and return what the customer was sent."""
    body = {"apiKey": KEY, "customerNo": "00142277", "amount": 10, "currency": "USD"}
    http.post(f"{sandbox.url('digibank')}/api/v1/payments/request", json=body)
    return sandbox.control.open_requests()[-1]


def finalize(sandbox: SandboxServer, http: httpx.Client, held: DigibankRequest) -> httpx.Response:
    """Send the right code."""
    body = {"apiKey": KEY, "requestId": held.request_id, "confirmationCode": held.code, "refNo": "R1"}
    return http.post(f"{sandbox.url('digibank')}/api/v1/payments/finalize", json=body)


def page(sandbox: SandboxServer, http: httpx.Client, **query: str | int) -> httpx.Response:
    """Read the list."""
    url = f"{sandbox.url('digibank')}/api/v1/payments/list"
    return http.get(url, params={"apiKey": KEY, **query})


def resid_list(sandbox: SandboxServer, http: httpx.Client) -> httpx.Response:
    """Read resid's list."""
    headers = {"Authorization": credentials.RESID_AUTHORIZATION_CODE}
    return http.get(f"{sandbox.url('resid')}/api/v1/payments", headers=headers)


# -- connections and bodies ------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "settled"), [("reset_before", 0), ("reset_after", 1)])
def test_a_reset_is_a_tcp_reset_before_or_after_acting(
    sandbox: SandboxServer, http: httpx.Client, name: str, settled: int
) -> None:
    """The caller sees the connection reset either way; only the ledger knows whether the money moved."""
    held = open_request(sandbox, http)
    sandbox.control.fault(name, "digibank", "finalize")
    with pytest.raises(httpx.ReadError) as caught:
        finalize(sandbox, http, held)
    assert "reset" in str(caught.value).lower()
    assert sandbox.control.count("digibank").settled == settled
    [call] = sandbox.control.calls("digibank", "finalize")
    assert (call.faults, call.acted, call.status, call.ended) == ([name], bool(settled), None, True)


@pytest.mark.parametrize("status", [500, 502, 503])
@pytest.mark.parametrize(("name", "settled"), [("error_before", 0), ("error_after", 1)])
def test_a_5xx_comes_before_or_after_acting(
    *, sandbox: SandboxServer, http: httpx.Client, name: str, settled: int, status: int
) -> None:
    """The answers are alike; only a 503 that did nothing says when to come again."""
    held = open_request(sandbox, http)
    sandbox.control.fault(name, "digibank", "finalize", status=status, retry_after_s=7)
    answer = finalize(sandbox, http, held)
    assert answer.status_code == status
    assert answer.headers.get("Retry-After") == ("7" if (name, status) == ("error_before", 503) else None)
    assert sandbox.control.count("digibank").settled == settled


def test_a_truncated_body_breaks_off(sandbox: SandboxServer, http: httpx.Client) -> None:
    """The announced length is never reached, though the money moved."""
    held = open_request(sandbox, http)
    sandbox.control.fault("truncated_body", "digibank", "finalize")
    with pytest.raises(httpx.RemoteProtocolError):
        finalize(sandbox, http, held)
    assert sandbox.control.count("digibank").settled == 1


@pytest.mark.parametrize(
    ("name", "content_type", "begins"),
    [
        ("invalid_json", "application/json; charset=utf-8", b'{"code":0'),
        ("html_page", "text/html; charset=utf-8", b"<!doctype html>"),
        ("empty_body", "application/json; charset=utf-8", b""),
    ],
)
def test_an_unreadable_answer_has_acted(
    *, sandbox: SandboxServer, http: httpx.Client, name: str, content_type: str, begins: bytes
) -> None:
    """Status 200 and nothing to read in it, and the money moved."""
    held = open_request(sandbox, http)
    sandbox.control.fault(name, "digibank", "finalize")
    answer = finalize(sandbox, http, held)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, content_type)
    assert answer.content.startswith(begins)
    with pytest.raises(ValueError, match=r"JSON|Expecting"):
        raise_unless_json(answer)
    assert sandbox.control.count("digibank").settled == 1


def raise_unless_json(answer: httpx.Response) -> None:
    """Raise ValueError if the answer is not JSON."""
    answer.json()


def test_a_wrong_content_type_labels_a_right_answer(sandbox: SandboxServer, http: httpx.Client) -> None:
    """The body is what it would have been."""
    sandbox.control.fault("wrong_content_type", "digibank", "list")
    answer = page(sandbox, http)
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.json()["code"] == 0


def test_a_huge_body_is_50_mb_of_unannounced_json(sandbox: SandboxServer, http: httpx.Client) -> None:
    """A reader that stops in time has read as little as it likes."""
    sandbox.control.fault("huge_body", "digibank", "list", times=2)
    assert len(page(sandbox, http).json()["padding"]) == 50 * 1024 * 1024
    url = f"{sandbox.url('digibank')}/api/v1/payments/list"
    with http.stream("GET", url, params={"apiKey": KEY}) as answer:
        assert "Content-Length" not in answer.headers
        assert len(next(answer.iter_raw())) < 1024 * 1024


def test_a_slow_drip_comes_byte_by_byte(sandbox: SandboxServer, http: httpx.Client) -> None:
    """The whole answer arrives in the end, in more pieces than one."""
    sandbox.control.fault("slow_drip", "digibank", "list", seconds=0.0)
    url = f"{sandbox.url('digibank')}/api/v1/payments/list"
    with http.stream("GET", url, params={"apiKey": KEY}) as answer:
        pieces = list(answer.iter_raw())
    assert b"".join(pieces) == b'{"code":0,"result":{"pageItems":[],"totalCount":0}}'
    assert len(pieces) > 1


def test_a_drip_too_slow_times_out(sandbox: SandboxServer, http: httpx.Client) -> None:
    """A caller with less patience than a byte takes gives up."""
    sandbox.control.fault("slow_drip", "digibank", "list", seconds=30)
    url = f"{sandbox.url('digibank')}/api/v1/payments/list"
    with pytest.raises(httpx.ReadTimeout):
        http.get(url, params={"apiKey": KEY}, timeout=0.2)


# -- waiting ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "settled"), [("latency", 0), ("latency_after", 1)])
def test_latency_waits_before_or_after_acting(
    sandbox: SandboxServer, http: httpx.Client, name: str, settled: int
) -> None:
    """A caller that times out meanwhile cannot know which; the ledger does."""
    held = open_request(sandbox, http)
    sandbox.control.fault(name, "digibank", "finalize", seconds=600)
    body = {"apiKey": KEY, "requestId": held.request_id, "confirmationCode": held.code}
    with pytest.raises(httpx.ReadTimeout):
        http.post(f"{sandbox.url('digibank')}/api/v1/payments/finalize", json=body, timeout=0.2)
    assert sandbox.control.count("digibank").settled == settled


def test_latency_ends_and_the_answer_comes(sandbox: SandboxServer, http: httpx.Client) -> None:
    """The call takes at least as long as it was told to."""
    sandbox.control.fault("latency", "digibank", "list", seconds=0.1)
    begun = perf_counter()
    assert page(sandbox, http).json()["code"] == 0
    assert perf_counter() - begun >= 0.1


@pytest.mark.parametrize(
    ("name", "stage", "settled"), [("hold_before", "before", 0), ("hold_after", "after", 1)]
)
def test_a_held_call_waits_for_its_release(
    *, sandbox: SandboxServer, http: httpx.Client, name: str, stage: str, settled: int
) -> None:
    """While it is held the ledger can be read; released, it is answered as if nothing had been."""
    request = open_request(sandbox, http)
    sandbox.control.fault(name, "digibank", "finalize")
    answers: list[httpx.Response] = []
    caller = threading.Thread(target=lambda: answers.append(finalize(sandbox, http, request)))
    caller.start()
    [held] = sandbox.control.wait_for_held()
    assert (held.provider, held.endpoint, held.stage, answers) == ("digibank", "finalize", stage, [])
    assert sandbox.control.count("digibank").settled == settled
    assert sandbox.control.release() == 1
    caller.join()
    assert answers[0].json()["code"] == 0
    assert sandbox.control.held() == []
    assert sandbox.control.count("digibank").settled == 1


def test_a_held_call_can_be_cut(sandbox: SandboxServer, http: httpx.Client) -> None:
    """Released with a reset, the caller loses the answer of what was done."""
    request = open_request(sandbox, http)
    sandbox.control.fault("hold_after", "digibank", "finalize")
    errors: list[Exception] = []

    def call() -> None:
        try:
            finalize(sandbox, http, request)
        except httpx.TransportError as error:
            errors.append(error)

    caller = threading.Thread(target=call)
    caller.start()
    [held] = sandbox.control.wait_for_held()
    assert sandbox.control.release(held.number, reset=True) == 1
    caller.join()
    assert isinstance(errors[0], httpx.ReadError)
    assert sandbox.control.count("digibank").settled == 1


def test_waiting_for_what_does_not_come_is_an_error(sandbox: SandboxServer) -> None:
    """Neither a held call nor a call that never came keeps the test for ever."""
    with pytest.raises(ControlError, match="0 of 1"):
        sandbox.control.wait_for_held(timeout_s=0.01)
    with pytest.raises(ControlError, match="0 of 3"):
        sandbox.control.wait_for_calls(3, "digibank", timeout_s=0.01)


# -- refusals --------------------------------------------------------------------------------------------


def test_too_many_requests_in_both_forms(sandbox: SandboxServer, http: httpx.Client) -> None:
    """429 with Retry-After, once in seconds and once as a date."""
    sandbox.control.fault("too_many_requests", "digibank", "list", retry_after_s=3)
    sandbox.control.fault("too_many_requests_date", "digibank", "list", retry_after_s=30)
    seconds, date = page(sandbox, http), page(sandbox, http)
    assert (seconds.status_code, seconds.headers["Retry-After"]) == (429, "3")
    until = parsedate_to_datetime(date.headers["Retry-After"])
    assert timedelta(seconds=25) < until - datetime.now(UTC) <= timedelta(seconds=30)
    assert page(sandbox, http).status_code == 200


def test_a_401_can_come_in_mid_session(sandbox: SandboxServer, http: httpx.Client) -> None:
    """With `skip`, the first calls go by and a later one is hit."""
    sandbox.control.fault("unauthorized", "digibank", skip=2)
    assert [page(sandbox, http).status_code for _ in range(4)] == [200, 200, 401, 200]


def test_a_redirect_points_elsewhere(sandbox: SandboxServer, http: httpx.Client) -> None:
    """Nothing is done, and the place is the fault's to say."""
    held = open_request(sandbox, http)
    sandbox.control.fault(
        "redirect", "digibank", "finalize", status=307, value="http://127.0.0.1:9/elsewhere"
    )
    answer = finalize(sandbox, http, held)
    assert (answer.status_code, answer.headers["Location"]) == (307, "http://127.0.0.1:9/elsewhere")
    assert sandbox.control.ledger() == []


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [
        ("wrong_credentials", 401, Code.API_KEY_WRONG),
        ("expired_credentials", 401, Code.API_KEY_EXPIRED),
        ("address_not_allowed", 401, Code.ADDRESS_NOT_ALLOWED),
        ("refuse", 200, Code.REFUSED),
    ],
)
def test_the_providers_own_refusals(
    *, sandbox: SandboxServer, http: httpx.Client, name: str, status: int, code: Code
) -> None:
    """They come in the envelope, with an Arabic message."""
    sandbox.control.fault(name, "digibank")
    answer = page(sandbox, http)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["message"]


@pytest.mark.parametrize(
    "name", ["wrong_credentials", "expired_credentials", "address_not_allowed", "refuse"]
)
def test_every_provider_has_its_own_refusals(sandbox: SandboxServer, http: httpx.Client, name: str) -> None:
    """None of them needs credentials to refuse, and each says something in its envelope."""
    sandbox.control.fault(name, times=3)
    resid = resid_list(sandbox, http)
    paystar = http.post(f"{sandbox.url('paystar')}/api/application/refresh-api-key", json={})
    aqaye = http.post(f"{sandbox.url('aqayepardakht')}/api/v2/withdraw/list", json={})
    assert resid.json()["errors"]
    assert (paystar.json()["status"], bool(paystar.json()["message"])) == ("fail", True)
    assert (aqaye.json()["status"], bool(aqaye.json()["code"])) == ("error", True)
    assert min(answer.status_code for answer in (resid, paystar, aqaye)) >= 400


def test_a_refusal_can_be_given_word_for_word(sandbox: SandboxServer, http: httpx.Client) -> None:
    """Any number and any message, known or not."""
    sandbox.control.fault("refuse", "digibank", code="4711", message="لا")
    assert page(sandbox, http).json() == {"code": 4711, "message": "لا"}


# -- content ---------------------------------------------------------------------------------------------


def test_items_are_repeated_across_pages(sandbox: SandboxServer, http: httpx.Client) -> None:
    """Each page begins with the last item of the one before."""
    sandbox.control.add_history("digibank", 30)
    sandbox.control.fault("duplicate_items", "digibank", "list", times=None)
    first, second = (page(sandbox, http, pageNo=number).json()["result"]["pageItems"] for number in (1, 2))
    assert (len(first), len(second)) == (10, 11)
    assert second[0] == first[-1]


def test_items_shift_between_pages(sandbox: SandboxServer, http: httpx.Client) -> None:
    """A real payment arrives after each page, so the next page begins with an item already seen."""
    sandbox.control.add_history("digibank", 30)
    sandbox.control.fault("shifting_items", "digibank", "list", times=1)
    first, second = (page(sandbox, http, pageNo=number).json()["result"]["pageItems"] for number in (1, 2))
    assert second[0] == first[-1]
    assert sandbox.control.count("digibank").settled == 1


def test_fields_go_missing_or_null_or_are_added(sandbox: SandboxServer, http: httpx.Client) -> None:
    """At any depth; the rest stays."""
    sandbox.control.add_history("digibank", 1)
    [true] = page(sandbox, http).json()["result"]["pageItems"]
    without = {field: value for field, value in true.items() if field != "amount"}
    sandbox.control.fault("missing_field", "digibank", field="amount")
    assert page(sandbox, http).json()["result"]["pageItems"] == [without]
    sandbox.control.fault("null_field", "digibank", field="amount")
    assert page(sandbox, http).json()["result"]["pageItems"] == [{**true, "amount": None}]
    sandbox.control.fault("extra_fields", "digibank")
    body = page(sandbox, http).json()
    assert body["result"]["pageItems"] == [{**true, **rewriting.EXTRA_FIELDS}]
    assert body["x_new_field"]


def test_numbers_become_strings_and_strings_numbers(sandbox: SandboxServer, http: httpx.Client) -> None:
    """Digits are kept both ways, and what only looks like a number stays a string."""
    sandbox.control.add_history("digibank", 1)
    plain = page(sandbox, http).json(parse_float=str)["result"]["pageItems"][0]
    sandbox.control.fault("numbers_as_strings", "digibank")
    body = page(sandbox, http).json()
    assert body["code"] == "0"
    assert body["result"]["pageItems"][0]["amount"] == plain["amount"]
    sandbox.control.arrive("aqayepardakht")
    sandbox.control.fault("strings_as_numbers", "aqayepardakht")
    call = {"account": credentials.AQAYEPARDAKHT_ACCOUNT, "code": credentials.AQAYEPARDAKHT_CODE}
    answer = http.post(f"{sandbox.url('aqayepardakht')}/api/v2/withdraw/list", json=call)
    [told] = answer.json()["data"]
    assert isinstance(told["amount"], int)
    assert (told["status"], type(told["iban"])) == (0, str)


@pytest.mark.parametrize(
    ("name", "value", "amount"),
    [
        ("huge_amounts", None, "12345678901234567890123.456789"),
        ("tiny_amounts", None, "0.000000000000000001"),
        ("huge_amounts", "1e3", "1000"),
    ],
)
def test_amounts_are_told_huge_or_tiny(
    *, sandbox: SandboxServer, http: httpx.Client, name: str, value: str | None, amount: str
) -> None:
    """In plain notation on the wire; the ledger keeps the true one."""
    sandbox.control.arrive("digibank")
    sandbox.control.fault(name, "digibank", value=value)
    assert f'"amount":{amount},' in page(sandbox, http).text
    assert sandbox.control.ledger()[0].amount != amount


def test_an_unknown_state_is_told_of_items_only(sandbox: SandboxServer, http: httpx.Client) -> None:
    """The envelope's own status stays; digibank has no states, and the fault is refused for it."""
    sandbox.control.arrive("resid")
    sandbox.control.arrive("paystar")
    sandbox.control.fault("unknown_state", "resid")
    sandbox.control.fault("unknown_state", "paystar", value="on_the_moon")
    assert resid_list(sandbox, http).json()["info"][0]["outcome"]["state"] == "under_review"
    answer = http.get(
        f"{sandbox.url('paystar')}/api/bank-transfer/settlement-requests",
        params={
            "application_id": credentials.PAYSTAR_APPLICATION_ID,
            "access_password": credentials.PAYSTAR_ACCESS_PASSWORD,
        },
        headers={"Authorization": f"Bearer {credentials.PAYSTAR_API_KEY}"},
    ).json()
    assert (answer["status"], answer["data"][0]["status"]) == ("ok", "on_the_moon")
    with pytest.raises(ControlError, match="no states"):
        sandbox.control.fault("unknown_state", "digibank")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bidi_text", rewriting.BIDI_TEXT),
        ("html_text", rewriting.HTML_TEXT),
        ("formula_text", rewriting.FORMULA_TEXT),
    ],
)
def test_hostile_text_stands_in_names(
    sandbox: SandboxServer, http: httpx.Client, name: str, text: str
) -> None:
    """In every free text by default, or in one named field only."""
    sandbox.control.arrive("resid")
    sandbox.control.fault(name, "resid")
    sandbox.control.fault(name, "resid", field="description")
    everywhere, described = (resid_list(sandbox, http).json()["info"][0] for _ in range(2))
    assert everywhere["merchant"]["display_name"] == everywhere["payer"] == text
    assert everywhere["token"] != text
    assert described["description"] == text
    assert described["payer"] != text


@pytest.mark.parametrize("seconds", [600, -600])
def test_a_clock_that_is_off_tells_wrong_times_and_keeps_its_order(
    sandbox: SandboxServer, http: httpx.Client, seconds: int
) -> None:
    """The Date header and the timestamps are off by ten minutes; expiry is not, and the next call is right."""
    sandbox.control.arrive("digibank")
    right = page(sandbox, http)
    sandbox.control.fault("clock_off", "digibank", seconds=seconds)
    wrong = page(sandbox, http)
    told, true = (
        datetime.fromisoformat(answer.json()["result"]["pageItems"][0]["timestamp"][:26])
        for answer in (wrong, right)
    )
    assert (told - true).total_seconds() == seconds
    error = parsedate_to_datetime(wrong.headers["Date"]) - parsedate_to_datetime(right.headers["Date"])
    assert abs(error.total_seconds() - seconds) <= 2
    sandbox.control.set_told_error(seconds)
    held = open_request(sandbox, http)
    assert finalize(sandbox, http, held).json()["code"] == 0


# -- where and how often ---------------------------------------------------------------------------------


def test_a_fault_falls_on_its_account_and_endpoint_only(sandbox: SandboxServer, http: httpx.Client) -> None:
    """Other accounts, endpoints and providers do not notice."""
    sandbox.control.put_account("digibank", "other", api_key="other-key")
    sandbox.control.fault("unauthorized", "digibank", "list", "other", times=None)
    assert page(sandbox, http).status_code == 200
    assert page(sandbox, http, apiKey="other-key").status_code == 401
    assert open_request(sandbox, http).customer == "00142277"
    assert resid_list(sandbox, http).status_code == 200


def test_a_fault_ends_after_its_times_or_when_cleared(sandbox: SandboxServer, http: httpx.Client) -> None:
    """What is left is listed, and clearing one name leaves the others."""
    sandbox.control.fault("unauthorized", "digibank", times=2)
    sandbox.control.fault("redirect", "resid", times=None)
    assert [page(sandbox, http).status_code for _ in range(3)] == [401, 401, 200]
    assert [fault.name for fault in sandbox.control.faults()] == [FaultName.REDIRECT]
    sandbox.control.clear_faults(FaultName.UNAUTHORIZED)
    assert resid_list(sandbox, http).status_code == 302
    sandbox.control.clear_faults()
    assert resid_list(sandbox, http).status_code == 200


def test_a_probability_is_seeded(sandbox: SandboxServer, http: httpx.Client) -> None:
    """Some calls are hit and some are not, and with the same seed they are the same ones."""
    runs = []
    for seed in (1, 1, 2):
        sandbox.control.clear_faults()
        sandbox.control.fault("unauthorized", "digibank", times=None, probability=0.5, seed=seed)
        runs.append([page(sandbox, http).status_code for _ in range(20)])
    assert runs[0] == runs[1] != runs[2]
    assert set(runs[0]) == {200, 401}


def test_faults_fall_together(sandbox: SandboxServer, http: httpx.Client) -> None:
    """Several that spoil an answer do so at once, and the log names them all."""
    sandbox.control.arrive("digibank")
    sandbox.control.fault("extra_fields", "digibank")
    sandbox.control.fault("numbers_as_strings", "digibank")
    body = page(sandbox, http).json()
    assert (body["code"], "x_nested" in body) == ("0", True)
    assert sandbox.control.calls()[-1].faults == ["extra_fields", "numbers_as_strings"]


def test_one_answer_at_a_time(sandbox: SandboxServer, http: httpx.Client) -> None:
    """Faults that replace the answer take turns, in the order in which they were switched on."""
    sandbox.control.fault("redirect", "digibank")
    sandbox.control.fault("html_page", "digibank")
    sandbox.control.fault("unauthorized", "digibank")
    assert [page(sandbox, http).status_code for _ in range(4)] == [302, 200, 401, 200]


@pytest.mark.parametrize(
    ("name", "details"),
    [
        (FaultName.LATENCY, {"probability": 2.0}),
        (FaultName.LATENCY, {"times": 0}),
        (FaultName.MISSING_FIELD, {}),
        (FaultName.NULL_FIELD, {}),
    ],
)
def test_a_fault_that_makes_no_sense_is_refused(name: FaultName, details: dict[str, Any]) -> None:
    """Before it ever reaches the sandbox."""
    with pytest.raises(ValueError, match=r"probability|times|field"):
        Fault(name=name, **details)
