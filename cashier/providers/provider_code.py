"""What one of the codes means that a provider refuses with."""

from __future__ import annotations

from dataclasses import dataclass

# What of a withdrawal's form can be at fault; anything else is a setting of the account.
_ORDER_FIELDS = frozenset({"", "amount", "iban", "holder", "pay_id"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderCode:
    """A code of a provider's published list.

    Attributes:
        code: as the provider's client writes it.
        meaning: a sentence with advice, in English, marked for translation in the provider's `code_context`.
        field: what is at fault: `amount`, `iban`, `holder` or `pay_id` of the withdrawal, or one of the account's
            settings by its name; empty for neither.
        switch_off: the setting of the account that, switched off, keeps it from coming again; empty for none.
    """

    code: str
    meaning: str
    field: str = ""
    switch_off: str = ""

    @property
    def order_field(self) -> str:
        """The same as a withdrawal's form names it: every setting of the account is `account`."""
        return self.field if self.field in _ORDER_FIELDS else "account"
