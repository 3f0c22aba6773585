"""The schema's history: `NNNN_subject.sql`, applied in order, never edited once released."""
