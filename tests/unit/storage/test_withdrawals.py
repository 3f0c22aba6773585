"""Withdrawals, batches and saved receivers on disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import apsw
import pytest

from cashier.domain.beneficiary import Beneficiary
from cashier.domain.money import Money
from cashier.domain.operation import OperationKind, OperationState
from cashier.domain.withdrawal import MONEY_OUT_STATES, Withdrawal, WithdrawalReason, WithdrawalState
from cashier.storage import beneficiaries, operations, transfer_batches, withdrawals
from cashier.storage.errors import NotStoredError, StaleWriteError
from tests.unit.storage.conftest import NOON

S = WithdrawalState
HUGE_RIAL = "12345678901234567890123"


def _full(rows: Any, connection: apsw.Connection) -> Withdrawal:
    batch = rows.batch(id="batch-1", total=Money.of(HUGE_RIAL, "IRR"))
    transfer_batches.insert(connection, batch)
    full: Withdrawal = rows.withdrawal(
        money=Money.of(HUGE_RIAL, "IRR"),
        pay_id="123456",
        batch_id="batch-1",
        batch_row=7,
        state=S.REJECTED,
        operator_id="operator-1",
        approver_id="operator-1",
        approved_at=NOON,
        submitted_at=NOON,
        reason=WithdrawalReason.PROVIDER_REFUSED,
        provider_key="11111",
        tracking_number="140107050192878208",
        ref_code="990011",
        provider_code="-5",
        provider_message="شماره شبا معتبر نیست",
        fault_fields=("iban", "holder"),
        bank_name="ملی",
        told_holder="محمد نمونه",
        paid_at=NOON,
    )
    return full


def test_every_column_comes_back(connection: apsw.Connection, rows: Any) -> None:
    """What was stored is read again, digit for digit, and a change replaces all of it."""
    full = _full(rows, connection)
    withdrawals.insert(connection, full)
    assert withdrawals.get(connection, full.id) == full
    bare = rows.withdrawal(id=full.id, intent_id=full.intent_id, reference=full.reference, version=2)
    withdrawals.update(connection, bare)
    assert withdrawals.get(connection, full.id) == bare


def test_toman_is_stored_as_rial(connection: apsw.Connection, rows: Any) -> None:
    """Whatever unit an amount was typed in, the disk holds rial."""
    withdrawals.insert(connection, rows.withdrawal(id="w", money=Money.of("125", "IRT")))
    assert withdrawals.get(connection, "w").money == Money.of("1250", "IRR")


def test_a_change_of_what_was_changed_meanwhile_is_refused(connection: apsw.Connection, rows: Any) -> None:
    """Two writers cannot take the same step."""
    first = rows.withdrawal()
    withdrawals.insert(connection, first)
    withdrawals.update(connection, replace(first, version=2))
    with pytest.raises(StaleWriteError):
        withdrawals.update(connection, replace(first, version=2))


def test_what_is_not_there(connection: apsw.Connection) -> None:
    """A name nobody stored is an error, a press nobody made is none."""
    with pytest.raises(NotStoredError):
        withdrawals.get(connection, "nobody")
    with pytest.raises(NotStoredError):
        transfer_batches.get(connection, "nobody")
    assert withdrawals.of_intent(connection, "nobody") is None
    assert transfer_batches.of_intent(connection, "nobody") is None
    assert withdrawals.account_used_last(connection) is None


def test_one_record_of_the_provider_is_one_withdrawal(connection: apsw.Connection, rows: Any) -> None:
    """A record that one withdrawal has cannot become another's."""
    withdrawals.insert(connection, rows.withdrawal(provider_key="11111"))
    assert withdrawals.keys_claimed(connection, "account-1", ["11111", "22222"]) == {"11111"}
    assert withdrawals.keys_claimed(connection, "account-2", ["11111"]) == set()
    with pytest.raises(apsw.ConstraintError):
        withdrawals.insert(connection, rows.withdrawal(provider_key="11111"))


@pytest.mark.parametrize(
    "text",
    [
        "REF0",
        "8205 4010".replace(" ", ""),
        "احمدي",
        "۱۴۰۱",
        "990011",
        "حقوق اسفند",
        "می‌شود",
        "refused%",
        "a_b",
        # The tracking number and the IBAN as a scanner types them with an Arabic or Persian layout active.
        "هق۸۲",
        "\u0647\u064282",
    ],
)
def test_search_finds_by_any_part(connection: apsw.Connection, rows: Any, text: str) -> None:
    """Reference, IBAN, holder, note, tracking number, code and the provider's words, as people type them."""
    wanted = rows.withdrawal(
        state=S.REJECTED,
        holder="مریم احمدی",
        note="حقوق اسفند a_b",
        tracking_number="140107050192878208",
        ref_code="990011",
        provider_message="refused% میشود",
    )
    withdrawals.insert(connection, wanted)
    withdrawals.insert(
        connection, rows.withdrawal(reference="OTHER", iban="IR062960000000100324200001", state=S.PAID)
    )
    assert [found.id for found in withdrawals.newest(connection, text=text, limit=9)] == [wanted.id]


def test_the_newest_come_first_and_drafts_do_not(connection: apsw.Connection, rows: Any) -> None:
    """The list holds what was put up for approval at least."""
    made = [rows.withdrawal(state=S.PAID) for _ in range(3)]
    for withdrawal in (*made, rows.withdrawal()):
        withdrawals.insert(connection, withdrawal)
    assert [found.id for found in withdrawals.newest(connection, limit=2)] == [made[2].id, made[1].id]
    assert withdrawals.account_used_last(connection) == "account-1"


def test_alike_are_those_of_the_same_iban_and_amount(connection: apsw.Connection, rows: Any) -> None:
    """Within the time, not itself, not of its own batch, not given up; refused ones count."""
    transfer_batches.insert(connection, rows.batch(id="batch-1"))
    asked = rows.withdrawal(state=S.AWAITING_APPROVAL, batch_id="batch-1", batch_row=1)
    refused = rows.withdrawal(state=S.REFUSED)
    others = [
        rows.withdrawal(state=S.CANCELLED),
        rows.withdrawal(state=S.DRAFT),
        rows.withdrawal(state=S.PAID, created_at=NOON - timedelta(hours=1)),
        rows.withdrawal(state=S.PAID, money=Money.of("1001", "IRR")),
        rows.withdrawal(state=S.PAID, iban="IR062960000000100324200001"),
        rows.withdrawal(state=S.AWAITING_APPROVAL, batch_id="batch-1", batch_row=2),
    ]
    for withdrawal in (asked, refused, *others):
        withdrawals.insert(connection, withdrawal)
    assert withdrawals.alike(connection, asked, NOON) == [refused]


def test_the_day_counts_what_is_out_or_may_be(connection: apsw.Connection, rows: Any) -> None:
    """Every state whose money may have left counts once, from the moment it was approved."""
    for state in S:
        withdrawals.insert(connection, rows.withdrawal(state=state, approved_at=NOON))
    withdrawals.insert(connection, rows.withdrawal(state=S.PAID, approved_at=NOON - timedelta(seconds=1)))
    withdrawals.insert(connection, rows.withdrawal(state=S.AWAITING_APPROVAL))
    spent = withdrawals.sent_since(connection, "account-1", NOON)
    assert spent == Money.of(1000 * len(MONEY_OUT_STATES), "IRR")


def test_a_batch_and_its_rows(connection: apsw.Connection, rows: Any) -> None:
    """Rows come in order, by state if asked; the standing counts and sums them, those with a person too."""
    batch = rows.batch(operator_id="operator-1", total=Money.of(HUGE_RIAL, "IRR"))
    transfer_batches.insert(connection, batch)
    assert transfer_batches.get(connection, batch.id) == batch
    assert transfer_batches.of_intent(connection, batch.intent_id) == batch
    states = [S.PAID, S.UNKNOWN, S.UNKNOWN, S.APPROVED]
    made = [
        rows.withdrawal(batch_id=batch.id, batch_row=row, state=state, money=Money.of(HUGE_RIAL, "IRR"))
        for row, state in enumerate(states, start=1)
    ]
    for withdrawal in reversed(made):
        withdrawals.insert(connection, withdrawal)
    for withdrawal, state in ((made[1], OperationState.NEEDS_PERSON), (made[2], OperationState.UNKNOWN)):
        operations.insert(
            connection,
            rows.operation(subject_id=withdrawal.id, kind=OperationKind.SUBMIT_WITHDRAWAL, state=state),
        )
    assert withdrawals.of_batch(connection, batch.id) == made
    assert withdrawals.of_batch(connection, batch.id, S.UNKNOWN, limit=1) == [made[1]]
    standing = transfer_batches.standing(connection, batch.id)
    assert standing.counts == {S.PAID: 1, S.UNKNOWN: 2, S.APPROVED: 1}
    assert standing.totals[S.UNKNOWN] == Money.of(2 * int(HUGE_RIAL), "IRR")
    assert standing.with_person == 1
    assert transfer_batches.newest(connection, limit=5) == [batch]
    assert transfer_batches.still_open(connection) == [batch]


def test_a_batch_is_sent_on_only_when_nothing_of_it_is_in_doubt(
    connection: apsw.Connection, rows: Any
) -> None:
    """Not while it is paused, nor while one of its rows is asked about; one that is with a person holds up none."""
    batch = rows.batch()
    transfer_batches.insert(connection, batch)
    doubtful = rows.withdrawal(batch_id=batch.id, batch_row=1, state=S.UNKNOWN)
    withdrawals.insert(connection, doubtful)
    withdrawals.insert(connection, rows.withdrawal(batch_id=batch.id, batch_row=2, state=S.APPROVED))
    asked = rows.operation(
        subject_id=doubtful.id, kind=OperationKind.SUBMIT_WITHDRAWAL, state=OperationState.UNKNOWN
    )
    operations.insert(connection, asked)
    assert transfer_batches.to_send(connection) == []
    operations.update(
        connection, replace(asked, state=OperationState.NEEDS_PERSON), before=OperationState.UNKNOWN
    )
    assert transfer_batches.to_send(connection) == [batch]
    paused = transfer_batches.set_paused(connection, batch, is_paused=True, at=NOON)
    assert paused.is_paused
    assert transfer_batches.get(connection, batch.id) == paused
    assert transfer_batches.to_send(connection) == []
    transfer_batches.note_call(connection, batch.id, NOON)
    assert transfer_batches.get(connection, batch.id).last_call_at == NOON


def test_accounts_with_accepted_withdrawals(connection: apsw.Connection, rows: Any) -> None:
    """Each comes with when the newest of them was last heard of."""
    for hours in (1, 3, 2):
        withdrawals.insert(
            connection, rows.withdrawal(state=S.ACCEPTED, updated_at=NOON + timedelta(hours=hours))
        )
    withdrawals.insert(connection, rows.withdrawal(state=S.PAID))
    assert withdrawals.accepted_by_account(connection) == {"account-1": NOON + timedelta(hours=3)}
    assert len(withdrawals.still_open(connection, S.ACCEPTED, account_id="account-1")) == 3
    assert withdrawals.still_open(connection, account_id="account-2") == []


def test_saved_receivers(connection: apsw.Connection) -> None:
    """The one used last comes first; a removed one is not listed, and comes back under its old id."""
    one = Beneficiary(
        id="1", till_id="till-1", iban="IR820540102680020817909002", holder="مریم", created_at=NOON
    )
    two = replace(one, id="2", iban="IR062960000000100324200001", used_at=NOON + timedelta(days=1))
    for saved in (one, two):
        beneficiaries.save(connection, saved)
    assert beneficiaries.in_use(connection) == [two, one]
    assert beneficiaries.of_iban(connection, one.iban) == one
    assert beneficiaries.of_iban(connection, "IR00") is None
    beneficiaries.save(connection, replace(two, removed_at=NOON))
    assert beneficiaries.in_use(connection) == [one]
    beneficiaries.save(connection, replace(two, id="3", removed_at=None))
    assert [saved.id for saved in beneficiaries.in_use(connection)] == ["2", "1"]
