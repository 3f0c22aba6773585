-- What waits for a connection: a request the cashier chose to send later, a confirmation whose code was typed when
-- the line dropped. One for each payment; it leaves in the transaction that settles what it was for.

CREATE TABLE outbox (
    subject_id      TEXT PRIMARY KEY REFERENCES payments (id),
    till_id         TEXT NOT NULL,
    account_id      TEXT NOT NULL REFERENCES accounts (id),
    kind            TEXT NOT NULL CHECK (kind IN ('request', 'confirm')),
    input           TEXT NOT NULL CHECK (json_valid(input)),
    operator_id     TEXT REFERENCES operators (id),
    created_at      INTEGER NOT NULL,
    attempts        INTEGER NOT NULL,
    last_attempt_at INTEGER,
    error           TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX outbox_oldest ON outbox (created_at, subject_id);
