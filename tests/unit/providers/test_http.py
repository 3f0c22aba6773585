"""The HTTP seam, over real connections: what went wrong is told by whether a byte left."""

import asyncio
import datetime as dt
import gzip
import ipaddress
import logging
import ssl
import sys
import traceback
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from structlog.testing import capture_logs

from cashier.providers.errors import (
    NoAnswerError,
    NotSentError,
    ProviderDownError,
    ProviderProtocolError,
    UnsafeAddressError,
)
from cashier.providers.http import CallTimeouts, HttpChannel

SECRET = "s3cret/key+of=ours"
QUICK = CallTimeouts(connect_s=2, read_s=0.2, write_s=2, call_s=2)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    """Whatever proxy the machine has, these tests have none but their own."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def call(redactor, still_clock):
    """Make one call over a channel of its own and return its answer."""
    redactor.add(SECRET)

    def calling(base_url, method="GET", path="/path", *, timeouts=CallTimeouts(), transport=None, **kwargs):  # noqa: B008  # frozen
        async def working():
            channel = HttpChannel(
                base_url, timeouts, redactor=redactor, clock=still_clock, transport=transport
            )
            try:
                return await channel.send(method, path, **kwargs)
            finally:
                await channel.close()

        return asyncio.run(working())

    return calling


def test_an_answer_comes_whole(scripted, call):
    """Status, type, body and the server's time are there, and the request was what was asked for."""
    scripted.will_answer(
        '{"a":1}',
        status=404,
        content_type="Application/JSON; charset=utf-8",
        Date="Sun, 01 Mar 2026 12:10:00 GMT",
    )
    answer = call(
        scripted.base_url,
        "POST",
        "/a%2Fb",
        query={"apiKey": "k&1"},
        content=b"x=1",
        content_type="application/x-www-form-urlencoded",
        headers={"Authorization": "code"},
    )
    assert (answer.status, answer.content_type, answer.body) == (404, "application/json", b'{"a":1}')
    assert answer.server_time == datetime(2026, 3, 1, 12, 10, tzinfo=UTC)
    assert answer.retry_after_s is None
    (request,) = scripted.requests
    assert request.startswith(b"POST /a%2Fb?apiKey=k%261 HTTP/1.1\r\n")
    assert b"Authorization: code\r\n" in request
    assert b"Content-Type: application/x-www-form-urlencoded\r\n" in request
    assert request.endswith(b"\r\n\r\nx=1")


def test_a_compressed_answer_is_unpacked(scripted, call):
    """The body is what the server meant."""
    scripted.will_answer(gzip.compress(b'{"a":1}'), Content_Encoding="gzip")
    assert call(scripted.base_url).body == b'{"a":1}'


def test_a_connection_is_used_again_and_made_anew_after_closing(sandbox, redactor, still_clock):
    """A channel that was closed, even twice, still works."""

    async def working():
        channel = HttpChannel(sandbox.base_url, CallTimeouts(), redactor=redactor, clock=still_clock)
        await channel.close()
        statuses = []
        for _ in range(2):
            statuses += [
                (await channel.send("GET", "/digibank/api/v1/payments/list")).status for _ in range(2)
            ]
            await channel.close()
        await channel.close()
        return statuses

    assert asyncio.run(working()) == [401] * 4


def test_nothing_is_sent_to_an_unsafe_address(call):
    """The channel refuses what the settings page would."""
    with pytest.raises(UnsafeAddressError):
        call("http://example.com")


def test_a_refused_connection_was_never_made(dead_port, call):
    """Nobody listens: nothing was sent."""
    with pytest.raises(NotSentError):
        call(f"http://127.0.0.1:{dead_port}", "POST", content=b"{}")


def test_an_unknown_name_was_never_reached(call):
    """A name that does not resolve: nothing was sent."""
    with pytest.raises(NotSentError):
        call("https://nothing.invalid", timeouts=QUICK)


@pytest.mark.parametrize(
    "timeouts",
    [CallTimeouts(connect_s=0.2), CallTimeouts(connect_s=20, call_s=0.2)],
    ids=["connect", "whole call"],
)
def test_a_time_out_before_the_request_left(silent_port, call, timeouts):
    """Whichever time runs out while the connection is being secured: nothing was sent."""
    with pytest.raises(NotSentError):
        call(f"https://127.0.0.1:{silent_port}", "POST", content=b"{}", timeouts=timeouts)


@pytest.mark.parametrize(
    "timeouts", [CallTimeouts(read_s=0.2), CallTimeouts(read_s=20, call_s=0.2)], ids=["read", "whole call"]
)
def test_a_time_out_after_the_request_left(silent_port, call, timeouts):
    """Whichever time runs out while waiting for the answer: the outcome is not known."""
    with pytest.raises(NoAnswerError):
        call(f"http://127.0.0.1:{silent_port}", "POST", content=b"{}", timeouts=timeouts)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-",
        b'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"code":0',
        b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"co',
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nBad Header\r\n\r\n",
    ],
    ids=["nothing", "cut header", "cut body", "cut chunk", "no HTTP", "bad header"],
)
def test_no_whole_answer(scripted, call, raw):
    """Closed, cut short or garbled: the request left, and the outcome is not known."""
    scripted.will_send(raw)
    with pytest.raises(NoAnswerError):
        call(scripted.base_url, "POST", content=b"{}")
    assert len(scripted.requests) == 1


@pytest.mark.parametrize("status", [300, 301, 302, 303, 304, 307, 308, 399])
def test_redirects_are_not_followed(scripted, call, status):
    """A redirect is refused, and its target never sees the credentials."""
    scripted.will_answer(status=status, Location=f"{scripted.base_url}/elsewhere")
    scripted.will_answer('{"stolen":true}')
    with pytest.raises(ProviderProtocolError) as refused:
        call(scripted.base_url, headers={"Authorization": SECRET})
    assert refused.value.status == status
    assert len(scripted.requests) == 1


def test_a_body_that_is_too_large(scripted, call):
    """Eight MiB pass, and a byte more does not."""
    scripted.will_answer(b" " * (8 * 1024 * 1024))
    assert len(call(scripted.base_url).body) == 8 * 1024 * 1024
    scripted.will_answer(b" " * (8 * 1024 * 1024 + 1))
    with pytest.raises(ProviderProtocolError, match="too large"):
        call(scripted.base_url)


def test_a_body_that_swells(scripted, call):
    """What counts is the body unpacked, not the bytes on the wire."""
    packed = gzip.compress(b" " * (50 * 1024 * 1024))
    assert len(packed) < 100_000
    scripted.will_answer(packed, Content_Encoding="gzip")
    with pytest.raises(ProviderProtocolError, match="too large"):
        call(scripted.base_url)


def test_a_body_that_is_wrongly_packed(scripted, call):
    """Bytes that are not what the header says are an unreadable answer."""
    scripted.will_answer(b"not packed at all", Content_Encoding="gzip")
    with pytest.raises(ProviderProtocolError):
        call(scripted.base_url)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ({}, None),
        ({"Retry_After": "7"}, 7),
        ({"Retry_After": "Sun, 01 Mar 2026 12:02:00 GMT"}, 120),
        ({"Retry_After": "Sun, 01 Mar 2026 11:00:00 GMT"}, 0),
        ({"Retry_After": "Sun, 01 Mar 2026 12:02:00 -0000"}, 120),
        ({"Retry_After": "later"}, None),
        ({"Retry_After": "-5"}, None),
        ({"Retry_After": "9" * 50}, None),
        ({"Retry_After": "Fri, 31 Dec 9999 23:59:59 -0500"}, None),
    ],
)
def test_how_long_the_server_asks_to_be_left_alone(scripted, call, header, seconds):
    """Seconds and dates are understood, the latter by the program's clock; anything else is none."""
    scripted.will_answer('{"x":1}', status=429, **header)
    assert call(scripted.base_url).retry_after_s == seconds
    scripted.will_answer('{"x":1}', status=503, **header)
    with pytest.raises(ProviderDownError) as down:
        call(scripted.base_url)
    assert (down.value.status, down.value.retry_after_s, down.value.answer) == (503, seconds, '{"x":1}')


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": f"{SECRET}\r\nX-Other: 1"},
        {"Authorization": f"{SECRET}\x00"},
        {"Authorization": f"{SECRET}۱"},
    ],
    ids=["line end", "null", "not ASCII"],
)
def test_a_header_that_http_cannot_carry_is_not_sent(scripted, call, headers):
    """Such a header is refused here, nothing leaves, and its text is not repeated."""
    with pytest.raises(NotSentError) as refused:
        call(scripted.base_url, headers=headers)
    assert SECRET not in "".join(traceback.format_exception(refused.value))
    assert scripted.requests == []


def test_a_proxy_of_the_environment_that_refuses(scripted, call, monkeypatch):
    """A proxy that makes no way through has seen a host name, and nothing of the request."""
    monkeypatch.setenv("HTTPS_PROXY", scripted.base_url)
    scripted.will_answer(status=502)
    with pytest.raises(NotSentError):
        call("https://shop.invalid", "POST", query={"apiKey": SECRET}, content=SECRET.encode())
    (request,) = scripted.requests
    assert request.startswith(b"CONNECT shop.invalid:443 ")
    assert SECRET.encode() not in request


def test_a_proxy_of_the_environment_has_no_part_in_loopback(scripted, call, monkeypatch, dead_port):
    """Calls on this machine do not go through a proxy."""
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{dead_port}")
    scripted.will_answer("{}")
    assert call(scripted.base_url).status == 200


def test_a_proxy_setting_nobody_understands(call, monkeypatch):
    """An unusable proxy variable keeps the call from being sent, and is no crash."""
    monkeypatch.setenv("HTTPS_PROXY", "gopher://127.0.0.1")
    with pytest.raises(NotSentError):
        call("https://shop.invalid")


@pytest.fixture
def certificate(tmp_path):
    """Return the files of a fresh certificate for 127.0.0.1, which nobody trusts, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "made up")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate_file, key_file = tmp_path / "certificate.pem", tmp_path / "key.pem"
    certificate_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return certificate_file, key_file


@pytest.fixture
def secured(scripted, certificate):
    """Return the scripted server, speaking TLS."""
    scripted.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    scripted.tls.load_cert_chain(*certificate)
    return scripted


def test_an_untrusted_certificate_is_refused(secured, call):
    """TLS that does not prove who is there is as good as no connection: nothing was sent."""
    secured.will_answer("{}")
    with pytest.raises(NotSentError):
        call(f"https://127.0.0.1:{secured.port}", headers={"Authorization": SECRET})
    assert secured.requests == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the trusted certificates are not in a file")
def test_a_trusted_certificate_is_accepted(secured, certificate, call, monkeypatch):
    """Trust comes from the system's own store."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    secured.will_answer('{"a":1}')
    assert call(f"https://127.0.0.1:{secured.port}").body == b'{"a":1}'


def test_cancelling_passes_through(silent_port, redactor, still_clock):
    """A call that is cancelled is cancelled, not turned into a provider's error."""

    async def working():
        channel = HttpChannel(
            f"http://127.0.0.1:{silent_port}", CallTimeouts(), redactor=redactor, clock=still_clock
        )
        calling = asyncio.ensure_future(channel.send("GET", "/"))
        await asyncio.wait({calling}, timeout=0.05)
        calling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await calling
        await channel.close()

    asyncio.run(working())


def test_a_time_limit_of_the_caller_is_the_callers(silent_port, redactor, still_clock):
    """A time-out around the call is not mistaken for the call's own."""

    async def working():
        channel = HttpChannel(
            f"http://127.0.0.1:{silent_port}", CallTimeouts(), redactor=redactor, clock=still_clock
        )
        try:
            async with asyncio.timeout(0.05):
                await channel.send("GET", "/")
        finally:
            await channel.close()

    with pytest.raises(TimeoutError):
        asyncio.run(working())


class BrokenTransport(httpx.AsyncBaseTransport):
    """A connection of which the operating system reports something odd."""

    async def handle_async_request(self, request):  # noqa: ARG002  # httpx's shape
        """Fail, before anything was written."""
        raise ssl.SSLError(1, "something odd")


def test_an_error_of_the_operating_system_is_told_by_how_far_the_call_got(call):
    """An error no library has a name for is still told apart: here nothing had left."""
    with pytest.raises(NotSentError):
        call("https://shop.invalid", transport=BrokenTransport())


def test_the_log_tells_the_call_and_no_secret(scripted, call, caplog):
    """Method, path, outcome and time are logged; the query, the headers, the body and the libraries' logs are not."""
    caplog.set_level(logging.DEBUG)
    scripted.will_answer("{}")
    with capture_logs() as logs:
        call(
            scripted.base_url,
            "POST",
            f"/{SECRET.replace('/', '%2F')}/list",
            query={"q": "in the query"},
            content=b"in the body",
        )
        with pytest.raises(NoAnswerError):
            call(scripted.base_url, headers={"Authorization": SECRET})
    assert [(log["event"], log["method"], log["path"], log["outcome"]) for log in logs] == [
        ("provider_call", "POST", "/‹redacted›/list", "200"),
        ("provider_call", "GET", "/path", "NoAnswerError"),
    ]
    assert all(log["duration_ms"] >= 0 and log["log_level"] == "debug" for log in logs)
    assert "in the" not in f"{logs}{caplog.text}"
    assert not [record for record in caplog.records if record.name.startswith(("httpx", "httpcore"))]


def test_a_kept_answer_is_redacted_and_bounded(scripted, call):
    """A secret is not kept even where the text is cut, and a long answer is not kept whole."""
    filling = "x" * (64 * 1024 - 5)
    scripted.will_answer(filling + SECRET + "y" * 1000)
    text = call(scripted.base_url).text
    assert len(text) == 64 * 1024
    assert text == f"{filling}‹reda"


@pytest.mark.parametrize("ahead_s", [-600, -31, -29, 0, 29, 31, 600])
def test_times_by_our_clock(scripted, call, still_clock, ahead_s):
    """A server whose clock differs is understood by ours; a few seconds are no difference."""
    scripted.will_answer(
        "{}", Date=format_datetime(still_clock.now() + timedelta(seconds=ahead_s), usegmt=True)
    )
    told = still_clock.now() + timedelta(minutes=5)
    meant = told - timedelta(seconds=ahead_s if abs(ahead_s) > 30 else 0)
    assert call(scripted.base_url).by_our_clock(told) == meant


def test_times_of_a_server_that_tells_none(scripted, call, still_clock):
    """Without its clock, the server's times are taken as they are."""
    scripted.will_answer("{}")
    assert call(scripted.base_url).by_our_clock(still_clock.now()) == still_clock.now()
