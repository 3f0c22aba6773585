"""What the till remembers, in SQLite: one file per subject, plain SQL, numbered migrations."""
