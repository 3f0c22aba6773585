-- History: one narrow row for each item, in the order of time, which any filter is read along; the records of the
-- providers' lists, beside ours and never over them; and what is searched.

-- Small numbers for what repeats in every row.
CREATE TABLE history_terms (
    id    INTEGER PRIMARY KEY,
    -- 'account', 'unit' or 'operator'
    kind  TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (kind, value)
) STRICT;

CREATE TABLE provider_records (
    id                 INTEGER PRIMARY KEY,
    account            INTEGER NOT NULL REFERENCES history_terms (id),
    key                TEXT NOT NULL,
    kind               INTEGER NOT NULL,
    state              INTEGER NOT NULL,
    at                 INTEGER,
    amount             TEXT,
    unit               TEXT,
    party              TEXT NOT NULL,
    holder             TEXT NOT NULL,
    reference          TEXT NOT NULL,
    provider_reference TEXT NOT NULL,
    message            TEXT NOT NULL,
    raw                TEXT NOT NULL,
    first_seen_at      INTEGER NOT NULL,
    changed_at         INTEGER NOT NULL,
    UNIQUE (account, key)
) STRICT;

CREATE TABLE history (
    -- Microseconds since 1970, UTC, times 1024, and which of those of the same microsecond it is.
    place         INTEGER PRIMARY KEY,
    -- Counts items as they come, whatever their time: what came since a look was taken.
    added         INTEGER NOT NULL,
    kind          INTEGER NOT NULL,
    account       INTEGER NOT NULL,
    state         INTEGER NOT NULL,
    unit          INTEGER,
    operator      INTEGER,
    -- The amount as whole units and two halves of eighteen decimals, to be summed exactly; all NULL where it does
    -- not fit, and is summed from its text.
    whole         INTEGER,
    fraction_high INTEGER,
    fraction_low  INTEGER,
    -- Sorts as the amount does.
    amount_order  TEXT NOT NULL,
    -- The payment's or withdrawal's id; NULL for what was made elsewhere.
    subject_id    TEXT,
    record_id     INTEGER REFERENCES provider_records (id)
) STRICT;

CREATE UNIQUE INDEX history_added ON history (added);
CREATE INDEX history_by_amount ON history (amount_order, place);
CREATE UNIQUE INDEX history_of_subject ON history (subject_id) WHERE subject_id IS NOT NULL;
CREATE UNIQUE INDEX history_of_record ON history (record_id) WHERE record_id IS NOT NULL;

-- How far each account's list has been read; the same transaction writes it as the rows.
CREATE TABLE list_readings (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    reading    TEXT NOT NULL CHECK (json_valid(reading)),
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX payments_by_provider_key ON payments (account_id, provider_key) WHERE provider_key IS NOT NULL;
CREATE INDEX payments_by_provider_reference ON payments (account_id, provider_reference)
    WHERE provider_reference IS NOT NULL;
