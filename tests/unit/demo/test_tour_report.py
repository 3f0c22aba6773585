"""When a tour counts as good."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cashier.demo.ledgers import LedgerLine, provider_ledger
from cashier.demo.tour import StepReport, TourReport
from cashier.sandbox.ledger import LedgerEntry


def _good() -> TourReport:
    return TourReport(
        steps=[StepReport(name="take-payment", screenshot="01-take-payment.png", ok=True)], ledgers_match=True
    )


def test_a_tour_with_every_step_and_both_ledgers_right_is_good():
    """All pictures as they should be and nothing complained about: good."""
    assert _good().ok


@pytest.mark.parametrize(
    "spoil",
    [
        {"steps": []},
        {"steps": [StepReport(name="paid", screenshot="02-paid.png", ok=False, reason="waited in vain")]},
        {"ledgers_match": False},
        {"program_errors": ['{"level":"error"}']},
        {"qt_warnings": ["QPainter::begin: Paint device returned engine == 0"]},
    ],
)
def test_anything_wrong_spoils_the_tour(spoil):
    """A failed or missing step, unequal ledgers, an error in the log, a word from Qt: not good."""
    report = _good()
    for name, value in spoil.items():
        setattr(report, name, value)
    assert not report.ok


def _entry(**facts: str) -> LedgerEntry:
    return LedgerEntry(account="main", kind="in", settled_at=datetime(2026, 1, 1, tzinfo=UTC), **facts)


def test_the_providers_ledger_is_told_by_what_both_sides_know():
    """The name a payment was opened under; amounts keep every digit, and toman are counted in rial."""
    entries = [
        _entry(provider="resid", key="fX9HRLjge0", reference="1RV0", amount="2500000", unit="IRR"),
        _entry(provider="digibank", key="201", request_id="5f0c", amount="0.000000000000000001", unit="ETH"),
    ]
    assert provider_ledger(entries) == [
        LedgerLine(provider="digibank", key="5f0c", amount="0.000000000000000001", unit="ETH"),
        LedgerLine(provider="resid", key="fX9HRLjge0", amount="2500000", unit="IRR"),
    ]


def test_money_that_went_out_is_in_the_list_too():
    """What a provider paid out stands beside what came in."""
    out = LedgerEntry(
        provider="paystar",
        account="main",
        kind="out",
        key="1RV7",
        amount="1",
        unit="IRR",
        settled_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    assert provider_ledger([out]) == [LedgerLine(provider="paystar", key="1RV7", amount="1", unit="IRR")]
