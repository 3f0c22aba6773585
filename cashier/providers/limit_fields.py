"""The settings that limit what an account may pay out, the same for every provider that does."""

from __future__ import annotations

from cashier.domain.account import AccountField, FieldKind
from cashier.domain.translation_marker import QT_TRANSLATE_NOOP

LIMIT_FIELDS = (
    AccountField(
        name="limit_per_withdrawal",
        kind=FieldKind.AMOUNT,
        label=QT_TRANSLATE_NOOP("AccountField", "Most for one withdrawal"),
        hint=QT_TRANSLATE_NOOP("AccountField", "In rial; empty for no limit."),
        required=False,
    ),
    AccountField(
        name="limit_per_day",
        kind=FieldKind.AMOUNT,
        label=QT_TRANSLATE_NOOP("AccountField", "Most for one day"),
        hint=QT_TRANSLATE_NOOP(
            "AccountField", "All withdrawals of a day together, in rial; empty for no limit."
        ),
        required=False,
    ),
)
