"""What an account's withdrawals must keep to, and the form checked against it."""

from __future__ import annotations

from dataclasses import dataclass

from cashier.domain.money import Money, Unit
from cashier.providers.payout_protocol import PayoutTraits
from cashier.services.batch_cells import RowText
from cashier.services.batch_rows import RowCheck, check_row


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalRules:
    """What an account's withdrawals must keep to.

    Attributes:
        sends_in: the unit their amounts travel in; what is not whole in it cannot be sent.
        limit_per_withdrawal: the most one may be, in rial; None for no limit.
        limit_per_day: the most all of one local day may be, in rial; None for no limit.
        most_at_once: how many one call carries; 1 where there are no batches.
    """

    traits: PayoutTraits
    sends_in: Unit
    limit_per_withdrawal: Money | None
    limit_per_day: Money | None
    most_at_once: int

    def check(self, row: RowText, unit: Unit) -> RowCheck:
        """Check what was typed for one withdrawal; `unit` is what its amount was typed in."""
        return check_row(
            row,
            unit=unit,
            traits=self.traits,
            sends_in=self.sends_in,
            limit_per_withdrawal=self.limit_per_withdrawal,
        )
