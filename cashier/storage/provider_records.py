"""The records of the providers' lists: kept beside ours, as the providers tell of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import apsw

from cashier.domain.event import Event
from cashier.domain.history import ItemKind, ItemState, KeptRecord, ListedRecord
from cashier.domain.money import Money
from cashier.domain.payment import PaymentState
from cashier.domain.withdrawal import WithdrawalState
from cashier.storage import (
    events,
    history_arrivals,
    history_facets,
    history_items,
    history_links,
    many_rows,
    payments,
    withdrawals,
)
from cashier.storage.errors import NotStoredError
from cashier.storage.history_arrivals import Arrival
from cashier.storage.history_items import ItemFacts
from cashier.storage.history_places import PlaceKind
from cashier.storage.history_search import ItemText
from cashier.storage.time_columns import from_column, known_time, to_column

_NAMES = (
    "kind",
    "state",
    "at",
    "amount",
    "unit",
    "party",
    "holder",
    "reference",
    "provider_reference",
    "message",
    "raw",
)
_COLUMNS = ("account", "key", "place", "is_ours", "first_seen_at", "changed_at", *_NAMES)
_KEPT = f"provider_records.id, value, first_seen_at, changed_at, key, {', '.join(f'provider_records.{name}' for name in _NAMES)}"

# What a provider's word says against ours that stand like this: of what is closed and unpaid, unknown or not at its
# end, the provider tells how it ended.
_PAID_AFTER_ALL = frozenset({ItemState.PAID, ItemState.AUTO_REFUNDED})
_MADE_AFTER_ALL = frozenset({ItemState.ACCEPTED, ItemState.PAID, ItemState.REJECTED})
_OTHER_WORDS = {
    (ItemKind.PAYMENT, PaymentState.EXPIRED.value): _PAID_AFTER_ALL,
    (ItemKind.PAYMENT, PaymentState.CANCELLED.value): _PAID_AFTER_ALL,
    (ItemKind.PAYMENT, PaymentState.UNKNOWN.value): _PAID_AFTER_ALL,
    (ItemKind.WITHDRAWAL, WithdrawalState.REFUSED.value): _MADE_AFTER_ALL,
    (ItemKind.WITHDRAWAL, WithdrawalState.CANCELLED.value): _MADE_AFTER_ALL,
    (ItemKind.WITHDRAWAL, WithdrawalState.UNKNOWN.value): _MADE_AFTER_ALL,
    (ItemKind.WITHDRAWAL, WithdrawalState.ACCEPTED.value): _MADE_AFTER_ALL - {ItemState.ACCEPTED},
}

# Where the clocks differ, a time is told anew with every answer, in whole seconds.
_SAME_TIME_WITHIN = timedelta(seconds=5)


class ToSettle(NamedTuple):
    """A payment or withdrawal of ours of which the provider tells something else than we have."""

    subject_id: str
    kind: ItemKind
    record: ListedRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenPage:
    """What a page of a list brought.

    Attributes:
        new: records that were not known.
        changed: known ones of which the provider says something else than before.
        known: known ones of which it says the same.
        to_settle: ours that the provider's word contradicts, told with every listing until it is applied.
        unrecognised: the records that are not known to be a payment or withdrawal of ours.
    """

    new: int
    changed: int
    known: int
    to_settle: tuple[ToSettle, ...] = ()
    unrecognised: tuple[ListedRecord, ...] = ()


def take_page(
    connection: apsw.Connection,
    account_id: str,
    records: Sequence[ListedRecord],
    *,
    now: datetime,
    event: Callable[..., Event],
) -> TakenPage:
    """Store a page of an account's list, and its lines of history; one that comes again changes nothing.

    A record may stand among them twice. `now` is aware; `event` makes an event that happens now, as `Session.event`.
    """
    account = history_facets.term_id(connection, "account", account_id)
    new = changed = 0
    to_settle = []
    unrecognised = []
    simple = _simple_keys(connection, account, account_id, records)
    arrived: list[ListedRecord] = []
    for listed in records:
        record = listed
        if record.key in simple:
            # What comes a second time is known by then.
            simple.discard(record.key)
            arrived.append(record)
            unrecognised.append(record)
            new += 1
            continue
        _insert_all(connection, account, account_id, arrived, now)
        arrived.clear()
        kept = _kept(connection, account, account_id, record.key)
        if kept is None:
            new += 1
            place, is_ours = _insert(connection, account, account_id, record, now)
        else:
            known, place, is_ours = kept
            record = _with_steady_time(known.record, listed)
            if known.record != record:
                place = _update(connection, known, place, record, now, is_ours=is_ours)
                if told := _told_otherwise(known.record, record):
                    changed += 1
                    subject = _subject(connection, known, place, is_ours=is_ours)
                    events.append(connection, event(*subject, "listed_change", **told, by_program=True))
        if is_ours:
            _, subject_id = _ours_at(connection, place, record.kind)
            state = _state_of(connection, subject_id, record.kind)
            if record.state in _OTHER_WORDS.get((record.kind, state), ()):
                to_settle.append(ToSettle(subject_id, record.kind, record))
        else:
            unrecognised.append(record)
    _insert_all(connection, account, account_id, arrived, now)
    return TakenPage(
        new=new,
        changed=changed,
        known=len(records) - new - changed,
        to_settle=tuple(to_settle),
        unrecognised=tuple(unrecognised),
    )


def _with_steady_time(known: ListedRecord, listed: ListedRecord) -> ListedRecord:
    if known.at is None or listed.at is None or abs(listed.at - known.at) > _SAME_TIME_WITHIN:
        return listed
    return replace(listed, at=known.at)


def count_of(connection: apsw.Connection, account_id: str) -> int:
    """Return how many records of an account's list are kept."""
    account = history_facets.term_id(connection, "account", account_id)
    count: int = connection.execute("SELECT count(*) FROM provider_records WHERE account = ?", (account,)).get
    return count


def at_place(connection: apsw.Connection, place: int) -> KeptRecord | None:
    """Return the provider's record of the item at a place, None if it has none."""
    row = connection.execute(
        f"SELECT {_KEPT} FROM provider_records JOIN history_terms ON history_terms.id = account WHERE place = ?",
        (place,),
    ).fetchone()
    return None if row is None else _kept_record(row)


def _kept(
    connection: apsw.Connection, account: int, account_id: str, key: str
) -> tuple[KeptRecord, int, bool] | None:
    row = connection.execute(
        f"SELECT {_KEPT.replace('value', '?')}, place, is_ours FROM provider_records WHERE account = ? AND key = ?",
        (account_id, account, key),
    ).fetchone()
    return None if row is None else (_kept_record(row[:-2]), int(str(row[-2])), bool(row[-1]))


def _simple_keys(
    connection: apsw.Connection, account: int, account_id: str, records: Sequence[ListedRecord]
) -> set[str]:
    """Return the keys of those that are new and surely none of ours: most, while a list is read first."""
    ours = history_links.names_of_ours(connection, account_id, records)
    # A record that stands there twice may bear a name of ours only once.
    maybe_ours = {record.key for record in records if record.key in ours or record.reference in ours}
    keys = {record.key for record in records} - maybe_ours
    if keys:
        listed = list(keys)
        known = connection.execute(
            f"SELECT key FROM provider_records WHERE account = ? AND key IN ({many_rows.marks(listed)})",
            (account, *listed),
        )
        keys.difference_update(str(key) for (key,) in known)
    return keys


def _insert_all(
    connection: apsw.Connection, account: int, account_id: str, records: Sequence[ListedRecord], now: datetime
) -> None:
    """Store records that are new and none of ours, as `_insert` does one."""
    arrivals = [Arrival(record.at or now, _facts(account_id, record)) for record in records]
    places = history_arrivals.add(connection, PlaceKind.RECORD, arrivals)
    seen = to_column(now)
    many_rows.insert(
        connection,
        "provider_records",
        _COLUMNS,
        [
            (account, record.key, place, 0, seen, seen, *_values(record))
            for place, record in zip(places, records, strict=True)
        ],
    )


def _insert(
    connection: apsw.Connection, account: int, account_id: str, record: ListedRecord, now: datetime
) -> tuple[int, bool]:
    place = history_links.place_of_ours(connection, account_id, record)
    is_ours = place is not None
    if place is None:
        place = history_items.add(connection, record.at or now, PlaceKind.RECORD, _facts(account_id, record))
    connection.execute(
        f"INSERT INTO provider_records ({', '.join(_COLUMNS)}) VALUES ({many_rows.marks(_COLUMNS)})",
        (account, record.key, place, is_ours, to_column(now), to_column(now), *_values(record)),
    )
    if is_ours:
        _keep_up_ours(connection, place, record.kind)
    return place, is_ours


def _update(
    connection: apsw.Connection,
    known: KeptRecord,
    place: int,
    record: ListedRecord,
    now: datetime,
    *,
    is_ours: bool,
) -> int:
    """Store what the provider says of a known record now; return the item's place, another if its time is."""
    facts = _facts(known.account_id, record)
    moment, moment_before = (record.at or known.first_seen_at), (known.record.at or known.first_seen_at)
    if is_ours:
        pass
    elif moment != moment_before:
        history_items.remove(connection, place)
        place = history_items.add(connection, moment, PlaceKind.RECORD, facts)
    else:
        history_items.change(connection, place, facts)
    connection.execute(
        f"UPDATE provider_records SET {', '.join(f'{name} = ?' for name in _NAMES)}, place = ?, changed_at = ?"
        " WHERE id = ?",
        (*_values(record), place, to_column(now), known.id),
    )
    if is_ours:
        _keep_up_ours(connection, place, known.record.kind)
    return place


def _keep_up_ours(connection: apsw.Connection, place: int, kind: ItemKind) -> None:
    """Let the item of a payment or withdrawal be found by what its record says."""
    _, subject_id = _ours_at(connection, place, kind)
    if kind is ItemKind.PAYMENT:
        history_links.change_payment(connection, place, payments.get(connection, subject_id))
    else:
        history_links.change_withdrawal(connection, place, withdrawals.get(connection, subject_id))


def _ours_at(connection: apsw.Connection, place: int, kind: ItemKind) -> tuple[str, str]:
    name = "payment" if kind is ItemKind.PAYMENT else "withdrawal"
    row = connection.execute(f"SELECT id FROM {name}s WHERE place = ?", (place,)).fetchone()
    if row is None:
        raise NotStoredError(f"no {name} at place {place}")
    return name, str(row[0])


def _state_of(connection: apsw.Connection, subject_id: str, kind: ItemKind) -> str:
    table = "payments" if kind is ItemKind.PAYMENT else "withdrawals"
    row = connection.execute(f"SELECT state FROM {table} WHERE id = ?", (subject_id,)).fetchone()
    return str(row[0]) if row else ""


def _subject(connection: apsw.Connection, known: KeptRecord, place: int, *, is_ours: bool) -> tuple[str, str]:
    if is_ours:
        return _ours_at(connection, place, known.record.kind)
    return "record", record_subject(known)


def record_subject(kept: KeptRecord) -> str:
    """Return the id that events about a record made elsewhere have."""
    return f"{kept.account_id}/{kept.record.key}"


def _told_otherwise(before: ListedRecord, after: ListedRecord) -> dict[str, Any] | None:
    """Return what an event says of a change the provider made, None if it is nothing anybody would look for."""
    detail = {
        name: [getattr(before, name), getattr(after, name)]
        for name in ("party", "holder", "reference", "provider_reference", "message")
        if getattr(before, name) != getattr(after, name)
    }
    if before.money != after.money:
        detail["money"] = [
            None if money is None else f"{money.text} {money.code}" for money in (before.money, after.money)
        ]
    if before.at != after.at:
        detail["at"] = [None if at is None else at.isoformat() for at in (before.at, after.at)]
    if before.state is after.state and not detail:
        return None
    return {
        "before": before.state.name.lower(),
        "after": after.state.name.lower(),
        "detail": json.dumps(detail, ensure_ascii=False),
    }


def _facts(account_id: str, record: ListedRecord) -> ItemFacts:
    return ItemFacts(
        kind=record.kind,
        account_id=account_id,
        state=record.state,
        money=record.money,
        operator_id=None,
        text=ItemText.of(
            (record.holder, record.message),
            (record.key, record.party, record.reference, record.provider_reference),
        ),
    )


def _values(record: ListedRecord) -> tuple[apsw.SQLiteValue, ...]:
    return (
        int(record.kind),
        int(record.state),
        to_column(record.at),
        None if record.money is None else record.money.text,
        None if record.money is None else record.money.code,
        record.party,
        record.holder,
        record.reference,
        record.provider_reference,
        record.message,
        record.raw,
    )


def _kept_record(row: tuple[Any, ...]) -> KeptRecord:
    id_, account_id, first_seen_at, changed_at, key, kind, state, at, amount, unit, *texts = row
    party, holder, reference, provider_reference, message, raw = texts
    return KeptRecord(
        id=id_,
        account_id=account_id,
        record=ListedRecord(
            key=key,
            kind=ItemKind(kind),
            state=ItemState(state),
            at=from_column(at),
            money=None if amount is None else Money.from_storage(amount, unit),
            party=party,
            holder=holder,
            reference=reference,
            provider_reference=provider_reference,
            message=message,
            raw=raw,
        ),
        first_seen_at=known_time(first_seen_at),
        changed_at=known_time(changed_at),
    )
