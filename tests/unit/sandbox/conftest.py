"""What the sandbox's own tests share: one HTTP client, which follows no redirect and no proxy."""

from collections.abc import Iterator

import httpx
import pytest


@pytest.fixture(scope="session")
def http() -> Iterator[httpx.Client]:
    """Return a client as bare as can be."""
    with httpx.Client(trust_env=False, timeout=10) as client:
        yield client
