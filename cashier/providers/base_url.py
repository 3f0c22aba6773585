"""Which base URLs credentials may be sent to."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from cashier.providers.errors import UnsafeAddressError

_LOOPBACK_V4 = IPv4Network("127.0.0.0/8")
_LOOPBACK_V6 = IPv6Address("::1")


def require_safe_base_url(url: str) -> str:
    """Return `url` without its trailing slashes, if credentials may be sent there.

    That is `https` anywhere, and `http` on loopback only (127.0.0.0/8, ::1, localhost), without a user name,
    password, query or fragment.

    Raises:
        UnsafeAddressError: if it is anything else.
    """
    # Python's parser drops tabs and line ends silently, and others read a backslash as a slash: two readers of
    # one address must never see two hosts.
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        raise UnsafeAddressError("the address holds characters that no address has")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise UnsafeAddressError("the address cannot be read") from None
    if not host or port == 0:
        raise UnsafeAddressError("the address names no host")
    if "@" in parts.netloc:
        raise UnsafeAddressError("the address holds a user name or password")
    if "?" in url or "#" in url:
        raise UnsafeAddressError("the address holds a query or fragment")
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(parts)):
        raise UnsafeAddressError("the address is neither https nor http on this machine")
    return url.rstrip("/")


def is_on_loopback(url: str) -> bool:
    """Say whether `url` never leaves this machine."""
    return _is_loopback(urlsplit(url))


def _is_loopback(parts: SplitResult) -> bool:
    if parts.hostname == "localhost":
        return True
    try:
        address = ip_address(parts.hostname or "")
    except ValueError:
        return False
    return address in _LOOPBACK_V4 or address == _LOOPBACK_V6
