"""How long an account's calls wait: three settings that the accounts of every provider have."""

from cashier.domain.account import AccountField, FieldKind
from cashier.domain.translation_marker import QT_TRANSLATE_NOOP

TIMEOUT_FIELDS = (
    AccountField(
        name="connect_timeout_s",
        kind=FieldKind.SECONDS,
        label=QT_TRANSLATE_NOOP("AccountField", "Wait for a connection"),
        hint=QT_TRANSLATE_NOOP("AccountField", "In seconds."),
        default="5",
    ),
    AccountField(
        name="read_timeout_s",
        kind=FieldKind.SECONDS,
        label=QT_TRANSLATE_NOOP("AccountField", "Wait for an answer to go on"),
        hint=QT_TRANSLATE_NOOP("AccountField", "In seconds."),
        default="20",
    ),
    AccountField(
        name="call_timeout_s",
        kind=FieldKind.SECONDS,
        label=QT_TRANSLATE_NOOP("AccountField", "Wait for a whole call"),
        hint=QT_TRANSLATE_NOOP("AccountField", "In seconds."),
        default="30",
    ),
)
