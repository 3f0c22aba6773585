"""Where credentials may be sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.providers.base_url import is_on_loopback, require_safe_base_url
from cashier.providers.errors import NotSentError, UnsafeAddressError


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.com", "https://example.com"),
        ("https://example.com/", "https://example.com"),
        ("https://example.com:8443/below/it/", "https://example.com:8443/below/it"),
        ("https://192.0.2.7", "https://192.0.2.7"),
        ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443"),
        ("HTTPS://example.com", "HTTPS://example.com"),
        ("http://127.0.0.1:8080/digibank", "http://127.0.0.1:8080/digibank"),
        ("http://127.9.9.9", "http://127.9.9.9"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://LOCALHOST", "http://LOCALHOST"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_safe(url, kept):
    """TLS anywhere and plain HTTP on this machine are taken, without the trailing slash."""
    assert require_safe_base_url(url) == kept


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.com",
        "//example.com",
        "https://",
        "https:///path",
        "https://:443",
        "http://example.com",
        "http://192.168.1.5",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://localhost@example.com",
        "http://128.0.0.1",
        "http://[::2]",
        "http://[::ffff:127.0.0.1]",
        "http://2130706433",
        "ftp://localhost",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://user@example.com",
        "https://user:pass@example.com",
        "https://@example.com",
        "https://example.com?key=1",
        "https://example.com/?",
        "https://example.com/#part",
        "https://example.com:0",
        "https://example.com:99999",
        "https://example.com:port",
        "https://[::1",
        "https://exa mple.com",
        " https://example.com",
        "https://example.com\n",
        "ht\ttps://example.com",
        "http://127.0.0.1\\@example.com",
        "https://ex\u0430mple.com",
        "https://example.com/\u202e",
    ],
)
def test_unsafe(url):
    """Everything else is refused, before anything is sent."""
    with pytest.raises(UnsafeAddressError) as refused:
        require_safe_base_url(url)
    assert isinstance(refused.value, NotSentError)


@given(st.text())
def test_any_text_is_an_address_or_is_refused(text):
    """Whatever is typed is either refused or of an allowed kind."""
    try:
        kept = require_safe_base_url(text)
    except UnsafeAddressError:
        return
    assert kept.lower().startswith("https://") or is_on_loopback(kept)


def test_loopback():
    """Loopback is told by the host alone."""
    assert is_on_loopback("https://localhost/x")
    assert not is_on_loopback("https://example.com")
    assert not is_on_loopback("nothing")
