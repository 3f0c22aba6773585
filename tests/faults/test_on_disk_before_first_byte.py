"""What is about to be asked of a provider is on disk, for any other process to read, before it is asked."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cashier.domain.payment import Payment

READ = """
import json, sqlite3, sys
rows = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute(
    "SELECT payments.state, operations.kind, operations.state, operations.sent_at IS NOT NULL"
    " FROM operations JOIN payments ON payments.id = subject_id ORDER BY operations.rowid"
)
print(json.dumps(rows.fetchall()))
"""


def read_elsewhere(file: Path) -> list[list[object]]:
    """Return the payment's state and the call's kind and state, as another process reads them from the file."""
    read = subprocess.run([sys.executable, "-c", READ, str(file)], check=True, capture_output=True)  # noqa: S603  # our own text
    rows: list[list[object]] = json.loads(read.stdout)
    return rows


@pytest.mark.parametrize(
    ("provider", "endpoint", "on_disk"),
    [
        ("digibank", "request", ["requesting", "open_payment", "sent", 1]),
        ("digibank", "finalize", ["confirming", "settle_payment", "sent", 1]),
        ("resid", "create", ["requesting", "open_payment", "sent", 1]),
        ("resid", "collect", ["confirming", "settle_payment", "sent", 1]),
    ],
)
def test_it_is_on_disk_while_the_provider_has_not_acted(
    tills: Any, provider: str, endpoint: str, on_disk: list[object]
) -> None:
    """While the provider holds the request, another process reads the call as sent and the payment as under way."""
    control = tills.sandbox.control

    async def story() -> None:
        async with tills() as till:
            account = await getattr(tills, provider)(till)
            service = till.payments

            def request() -> asyncio.Task[Payment]:
                return asyncio.create_task(
                    service.request(service.new_intent(), account, tills.order(account, "50000"))
                )

            if endpoint in {"finalize", "collect"}:
                payment = await request()
                code = ""
                if provider == "digibank":
                    (opened,) = control.open_requests()
                    code = opened.code
                else:
                    control.pay(payment.provider_key)
                control.fault("hold_before", provider, endpoint)
                step = asyncio.create_task(service.confirm(payment.id, code))
            else:
                control.fault("hold_before", provider, endpoint)
                step = request()
            (held,) = await asyncio.to_thread(control.wait_for_held)
            assert (held.endpoint, held.stage) == (endpoint, "before")
            assert (await asyncio.to_thread(read_elsewhere, tills.path))[-1] == on_disk
            assert control.count(provider).settled == 0
            control.release()
            assert (await step).reason is None

    asyncio.run(story())
