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

-- Every combination that occurs of what can be filtered by: a filter is a set of these, and an index can follow it.
CREATE TABLE history_facets (
    id       INTEGER PRIMARY KEY,
    kind     INTEGER NOT NULL,
    account  INTEGER NOT NULL,
    state    INTEGER NOT NULL,
    -- 0 where there is none.
    unit     INTEGER NOT NULL,
    operator INTEGER NOT NULL,
    -- How many items have it now.
    items    INTEGER NOT NULL,
    UNIQUE (kind, account, state, unit, operator)
) STRICT;

CREATE TABLE history (
    -- Microseconds since 1970, UTC, times 1024, and four times which of those of the same microsecond it is, and
    -- where it is looked up: 0 in payments, 1 in withdrawals, 2 in provider_records.
    place         INTEGER PRIMARY KEY,
    -- Counts items as they come, whatever their time: what came since a look was taken.
    added         INTEGER NOT NULL,
    facet         INTEGER NOT NULL,
    -- The amount as whole units and two halves of eighteen decimals, to be summed exactly; all NULL where it does
    -- not fit, and is summed from `amount_order`.
    whole         INTEGER,
    fraction_high INTEGER,
    fraction_low  INTEGER,
    -- Unit and amount, written so that it sorts as they do.
    amount_order  TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX history_by_added ON history (added, facet);
CREATE INDEX history_by_facet ON history (facet, place, whole, fraction_high, fraction_low, amount_order);
CREATE INDEX history_by_amount ON history (amount_order, place, facet);

-- What an item is found by, folded: its words, and its codes, of which any part counts; each after a space.
CREATE TABLE history_texts (
    place INTEGER PRIMARY KEY,
    words TEXT NOT NULL,
    codes TEXT NOT NULL
) STRICT;

-- The tokens of these texts by the negative of the place: in its own order, the only fast one, newest comes first.
CREATE VIRTUAL TABLE history_search USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '<_'"
);

CREATE TABLE provider_records (
    id                 INTEGER PRIMARY KEY,
    account            INTEGER NOT NULL REFERENCES history_terms (id),
    key                TEXT NOT NULL,
    -- Of the item it is, or belongs to.
    place              INTEGER NOT NULL UNIQUE,
    -- Whether it belongs to a payment or withdrawal of ours; else it is an item of its own.
    is_ours            INTEGER NOT NULL CHECK (is_ours IN (0, 1)),
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
    first_seen_at      INTEGER NOT NULL,
    changed_at         INTEGER NOT NULL,
    raw                TEXT NOT NULL,
    UNIQUE (account, key)
) STRICT;

-- By this a payment or withdrawal made here finds a record that was listed before it could be recognised.
CREATE INDEX provider_records_elsewhere ON provider_records (account, reference) WHERE is_ours = 0 AND reference <> '';

-- How far each account's list has been read; the same transaction writes it as the rows.
CREATE TABLE list_readings (
    account_id TEXT PRIMARY KEY REFERENCES accounts (id),
    reading    TEXT NOT NULL CHECK (json_valid(reading)),
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE payments ADD COLUMN place INTEGER;
ALTER TABLE withdrawals ADD COLUMN place INTEGER;
CREATE UNIQUE INDEX payments_by_place ON payments (place);
CREATE UNIQUE INDEX withdrawals_by_place ON withdrawals (place);
CREATE INDEX payments_by_provider_key ON payments (account_id, provider_key) WHERE provider_key IS NOT NULL;
CREATE INDEX payments_by_provider_reference ON payments (account_id, provider_reference)
    WHERE provider_reference IS NOT NULL;
