-- Withdrawals: money the shop sends to bank accounts, alone or in batches. Amounts are rial, as whole numbers written
-- as text. An approved withdrawal waits for its connection by being approved: it needs no row in the outbox.

CREATE TABLE transfer_batches (
    id           TEXT PRIMARY KEY,
    till_id      TEXT NOT NULL,
    account_id   TEXT NOT NULL REFERENCES accounts (id),
    intent_id    TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    row_count    INTEGER NOT NULL,
    total_rial   TEXT NOT NULL,
    -- When its last call left: what runs without a break does not grow old.
    last_call_at INTEGER,
    is_paused    INTEGER NOT NULL CHECK (is_paused IN (0, 1)),
    operator_id  TEXT REFERENCES operators (id),
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX transfer_batches_newest ON transfer_batches (created_at, id);

CREATE TABLE withdrawals (
    id               TEXT PRIMARY KEY,
    till_id          TEXT NOT NULL,
    account_id       TEXT NOT NULL REFERENCES accounts (id),
    -- One press of "review", or one row of one batch, is one withdrawal, however often it arrives.
    intent_id        TEXT NOT NULL UNIQUE,
    reference        TEXT NOT NULL UNIQUE,
    amount_rial      TEXT NOT NULL,
    iban             TEXT NOT NULL,
    holder           TEXT NOT NULL,
    note             TEXT NOT NULL,
    pay_id           TEXT NOT NULL,
    batch_id         TEXT REFERENCES transfer_batches (id),
    batch_row        INTEGER,
    state            TEXT NOT NULL CHECK (state IN (
        'draft', 'awaiting_approval', 'approved', 'submitting', 'accepted', 'paid', 'rejected', 'refused',
        'unknown', 'cancelled')),
    reason           TEXT,
    operator_id      TEXT REFERENCES operators (id),
    approver_id      TEXT REFERENCES operators (id),
    approved_at      INTEGER,
    submitted_at     INTEGER,
    provider_key     TEXT,
    tracking_number  TEXT,
    ref_code         TEXT,
    provider_code    TEXT,
    provider_message TEXT,
    fault_fields     TEXT NOT NULL,
    bank_name        TEXT,
    told_holder      TEXT,
    paid_at          INTEGER,
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL,
    version          INTEGER NOT NULL,
    -- What a search finds it by, normalised: see domain/text.py.
    search_text      TEXT NOT NULL
) STRICT;

CREATE INDEX withdrawals_newest ON withdrawals (created_at, id);
CREATE INDEX withdrawals_open ON withdrawals (created_at, id)
    WHERE state IN ('draft', 'awaiting_approval', 'approved', 'submitting', 'accepted', 'unknown');
CREATE INDEX withdrawals_of_batch ON withdrawals (batch_id, batch_row) WHERE batch_id IS NOT NULL;
CREATE INDEX withdrawals_approved ON withdrawals (account_id, approved_at) WHERE approved_at IS NOT NULL;
CREATE INDEX withdrawals_alike ON withdrawals (iban, created_at);
-- One record of the provider's is one withdrawal of ours: none is adopted twice.
CREATE UNIQUE INDEX withdrawals_provider_key ON withdrawals (account_id, provider_key)
    WHERE provider_key IS NOT NULL;

CREATE TABLE beneficiaries (
    id         TEXT PRIMARY KEY,
    till_id    TEXT NOT NULL,
    iban       TEXT NOT NULL UNIQUE,
    holder     TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at    INTEGER,
    removed_at INTEGER
) STRICT;
