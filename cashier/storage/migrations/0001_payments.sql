-- Times are UTC microseconds since 1970; amounts are canonical decimal text; ids are UUIDv7.

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE operators (
    id             TEXT PRIMARY KEY,
    till_id        TEXT NOT NULL,
    name           TEXT NOT NULL,
    role           TEXT NOT NULL CHECK (role IN ('cashier', 'manager')),
    pin_hash       TEXT NOT NULL,
    failed_tries   INTEGER NOT NULL DEFAULT 0,
    last_failed_at INTEGER,
    created_at     INTEGER NOT NULL,
    removed_at     INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
    id         TEXT PRIMARY KEY,
    till_id    TEXT NOT NULL,
    provider   TEXT NOT NULL,
    label      TEXT NOT NULL,
    base_url   TEXT NOT NULL,
    settings   TEXT NOT NULL CHECK (json_valid(settings)),
    position   INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    removed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE payments (
    id                 TEXT PRIMARY KEY,
    till_id            TEXT NOT NULL,
    account_id         TEXT NOT NULL REFERENCES accounts (id),
    -- One press of "send" is one payment, however often it arrives.
    intent_id          TEXT NOT NULL UNIQUE,
    reference          TEXT NOT NULL UNIQUE,
    amount             TEXT NOT NULL,
    unit               TEXT NOT NULL,
    customer_no        TEXT NOT NULL,
    note               TEXT NOT NULL,
    state              TEXT NOT NULL CHECK (state IN (
        'draft', 'requesting', 'awaiting_customer', 'confirming', 'paid', 'declined', 'expired',
        'cancelled', 'unknown', 'auto_refunded')),
    reason             TEXT,
    operator_id        TEXT REFERENCES operators (id),
    provider_key       TEXT,
    expires_at         INTEGER,
    customer_paid_at   INTEGER,
    paid_at            INTEGER,
    provider_reference TEXT,
    provider_message   TEXT,
    created_at         INTEGER NOT NULL,
    updated_at         INTEGER NOT NULL,
    version            INTEGER NOT NULL
) STRICT;

CREATE INDEX payments_newest ON payments (created_at, id);
CREATE INDEX payments_open ON payments (created_at, id)
    WHERE state IN ('draft', 'requesting', 'awaiting_customer', 'confirming', 'unknown');

CREATE TABLE operations (
    id              TEXT PRIMARY KEY,
    till_id         TEXT NOT NULL,
    account_id      TEXT NOT NULL REFERENCES accounts (id),
    subject_id      TEXT NOT NULL,
    kind            TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN (
        'prepared', 'sent', 'answered', 'applied', 'refused', 'not_sent', 'unknown', 'reconciling',
        'needs_person')),
    input           TEXT NOT NULL CHECK (json_valid(input)),
    prepared_at     INTEGER NOT NULL,
    sent_at         INTEGER,
    answered_at     INTEGER,
    settled_at      INTEGER,
    answer          TEXT,
    error           TEXT,
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER
) STRICT;

CREATE INDEX operations_of_subject ON operations (subject_id, id);
CREATE INDEX operations_unsettled ON operations (id) WHERE state NOT IN ('applied', 'refused', 'not_sent');
-- Two calls that move the same payment's money are never under way at once.
CREATE UNIQUE INDEX operations_one_at_a_time ON operations (subject_id)
    WHERE state IN ('prepared', 'sent', 'answered');

CREATE TABLE events (
    sequence      INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    till_id       TEXT NOT NULL,
    at            INTEGER NOT NULL,
    operator_id   TEXT,
    subject_kind  TEXT NOT NULL,
    subject_id    TEXT NOT NULL,
    kind          TEXT NOT NULL,
    before        TEXT,
    after         TEXT,
    detail        TEXT NOT NULL CHECK (json_valid(detail)),
    previous_hash TEXT NOT NULL,
    hash          TEXT NOT NULL
) STRICT;

CREATE INDEX events_of_subject ON events (subject_id, sequence);

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END;

CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END;
