"""Accounts, operators, settings and payments: what goes in comes out, digit for digit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import apsw
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from cashier.domain.money import Money, MoneyError
from cashier.domain.operator import Role
from cashier.domain.payment import OPEN_PAYMENT_STATES, PaymentReason, PaymentState
from cashier.storage import accounts, operators, payments, settings
from cashier.storage.errors import NotStoredError, StaleWriteError
from cashier.storage.time_columns import from_column, known_time, to_column

SHARED = hypothesis_settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
TIMES = st.datetimes(datetime(1970, 1, 1), datetime(2999, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # hypothesis adds the zone
AMOUNTS = st.decimals(0, Decimal("1e30"), places=18, allow_nan=False, allow_infinity=False)


# Times


@given(TIMES)
def test_a_time_comes_back_to_the_microsecond(time: datetime) -> None:
    """Stored whole and in UTC, and in the order of time."""
    stored = to_column(time)
    assert stored is not None
    assert known_time(stored) == from_column(stored) == time
    later = to_column(time + timedelta(microseconds=1))
    assert later == stored + 1


def test_a_time_of_any_zone_is_stored_as_utc_and_a_naive_one_is_refused() -> None:
    """Half past three in Tehran is noon; a time without a zone could be either."""
    noon = datetime(2026, 3, 21, 12, tzinfo=UTC)
    assert to_column(noon.astimezone(timezone(timedelta(hours=3, minutes=30)))) == to_column(noon)
    with pytest.raises(ValueError, match="no time zone"):
        to_column(noon.replace(tzinfo=None))
    assert (to_column(None), from_column(None)) == (None, None)


# Payments


@pytest.mark.parametrize(
    ("amount", "unit"),
    [
        ("0.1", "USDT"),
        ("0.000000000000000001", "ETH"),
        ("12345678901234567890", "IRR"),
        ("12345678901234567890.123456789012345678", "WHATEVER"),
        ("10", "USDT"),
    ],
)
def test_an_amount_is_stored_digit_for_digit(
    connection: apsw.Connection, rows: Any, amount: str, unit: str
) -> None:
    """The column holds the very text, and what is read is the very amount."""
    payment = rows.payment(money=Money.of(amount, unit))
    payments.insert(connection, payment)
    assert connection.execute("SELECT amount, typeof(amount), unit FROM payments").get == (
        amount,
        "text",
        unit,
    )
    assert payments.get(connection, payment.id).money == payment.money


@pytest.mark.parametrize("damage", ["1.0", "1e3", "ten", "", "۱۰", "NaN"])
def test_an_amount_that_we_did_not_write_is_not_read(
    connection: apsw.Connection, rows: Any, damage: str
) -> None:
    """What stands in the amount's place and is not canonical is damage, never a guess."""
    payment = rows.payment()
    payments.insert(connection, payment)
    connection.execute("UPDATE payments SET amount = ?", (damage,))
    with pytest.raises(MoneyError):
        payments.get(connection, payment.id)


@SHARED
@given(
    facts=st.fixed_dictionaries(
        {
            "money": st.builds(
                Money.of,
                AMOUNTS.map(lambda amount: amount.normalize()),
                st.sampled_from(["ETH", "IRR", "XYZ"]),
            ),
            "customer_no": TEXTS,
            "note": TEXTS,
            "state": st.sampled_from(PaymentState),
            "reason": st.none() | st.sampled_from(PaymentReason),
            "operator_id": st.none() | st.just("operator-1"),
            "provider_key": st.none() | TEXTS,
            "expires_at": st.none() | TIMES,
            "customer_paid_at": st.none() | TIMES,
            "paid_at": st.none() | TIMES,
            "provider_reference": st.none() | TEXTS,
            "provider_message": st.none() | TEXTS,
            "created_at": TIMES,
            "updated_at": TIMES,
            "version": st.integers(1, 2**31),
        }
    )
)
def test_a_payment_comes_back_as_it_went(
    connection: apsw.Connection, rows: Any, facts: dict[str, Any]
) -> None:
    """Inserted or updated, each fact is what it was."""
    payment = rows.payment(**facts)
    payments.insert(connection, payment)
    assert payments.get(connection, payment.id) == payment
    assert payments.of_intent(connection, payment.intent_id) == payment
    changed = replace(payment, state=PaymentState.PAID, note=payment.note + "!", version=payment.version + 1)
    payments.update(connection, changed)
    assert payments.get(connection, payment.id) == changed


def test_a_payment_that_was_changed_meanwhile_is_not_overwritten(
    connection: apsw.Connection, rows: Any
) -> None:
    """A writer that read an older version is refused, and what is stored stays."""
    payment = rows.payment()
    payments.insert(connection, payment)
    first = replace(payment, note="first", version=2)
    payments.update(connection, first)
    with pytest.raises(StaleWriteError):
        payments.update(connection, replace(payment, note="second", version=2))
    assert payments.get(connection, payment.id) == first


def test_an_intent_and_a_reference_are_of_one_payment(connection: apsw.Connection, rows: Any) -> None:
    """The database itself refuses a second payment with either."""
    payment = rows.payment()
    payments.insert(connection, payment)
    for twin in ({"intent_id": payment.intent_id}, {"reference": payment.reference}):
        with pytest.raises(apsw.ConstraintError):
            payments.insert(connection, rows.payment(**twin))
    assert payments.of_intent(connection, "nobody's") is None


def test_a_payment_of_no_account_is_refused(connection: apsw.Connection, rows: Any) -> None:
    """Foreign keys are kept."""
    with pytest.raises(apsw.ConstraintError):
        payments.insert(connection, rows.payment(account_id="nobody's"))


def test_payments_are_listed_newest_first_and_open_ones_oldest_first(
    connection: apsw.Connection, rows: Any
) -> None:
    """Since a moment, up to a limit; every open state and no other is open; only paid ones count."""
    made = [rows.payment(state=state) for state in PaymentState]
    for payment in made:
        payments.insert(connection, payment)
    newest = payments.newest(connection, since=made[2].created_at, limit=4)
    assert newest == list(reversed(made))[:4]
    assert payments.newest(connection, since=made[-1].created_at, limit=9) == [made[-1]]
    assert payments.still_open(connection) == [
        payment for payment in made if payment.state in OPEN_PAYMENT_STATES
    ]
    paid = next(payment for payment in made if payment.state is PaymentState.PAID)
    assert payments.paid_amounts(connection, since=paid.created_at) == [paid.money]
    assert payments.paid_amounts(connection, since=paid.created_at + timedelta(microseconds=1)) == []


# Accounts, operators, settings


def test_an_account_comes_back_and_changes(connection: apsw.Connection, rows: Any) -> None:
    """All of it, switches as switches; a removed one is found by its id only."""
    account = rows.account(settings={"units": "USDT ETH", "auto_collect": False, "merchant": "نمونه"})
    accounts.save(connection, account)
    assert accounts.get(connection, account.id) == account
    changed = replace(account, label="دیگر", base_url="https://b.example.org", settings={}, position=0)
    accounts.save(connection, changed)
    assert [each.id for each in accounts.in_use(connection)] == [account.id, "account-1"]
    removed = replace(changed, removed_at=account.created_at)
    accounts.save(connection, removed)
    assert accounts.get(connection, account.id) == removed
    assert [each.id for each in accounts.in_use(connection)] == ["account-1"]


def test_an_operator_comes_back_and_changes(connection: apsw.Connection, rows: Any) -> None:
    """All of it; a removed one is found by its id only."""
    operator = rows.operator(role=Role.CASHIER)
    operators.save(connection, operator)
    assert operators.get(connection, operator.id) == operator
    tried = replace(operator, failed_tries=4, last_failed_at=operator.created_at, name="دیگر")
    operators.save(connection, tried)
    assert tried in operators.in_service(connection)
    operators.save(connection, replace(tried, removed_at=operator.created_at))
    assert [each.id for each in operators.in_service(connection)] == ["operator-1"]


@SHARED
@given(stored=st.dictionaries(TEXTS, TEXTS, max_size=5))
def test_settings_come_back(connection: apsw.Connection, stored: dict[str, str]) -> None:
    """By name and all together; setting one again replaces it."""
    connection.execute("DELETE FROM settings")
    for name, value in stored.items():
        settings.put(connection, name, "before")
        settings.put(connection, name, value)
        assert settings.get(connection, name) == value
    assert settings.every(connection) == stored


@pytest.mark.parametrize("store", [accounts, operators, payments])
def test_what_is_not_there_is_said(connection: apsw.Connection, store: Any) -> None:
    """Each store names what it does not have."""
    with pytest.raises(NotStoredError, match="nobody's"):
        store.get(connection, "nobody's")
    assert settings.get(connection, "nobody's") is None
