"""Writes the rows of a batch that came to nothing into a file, with the reasons in the language of the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from cashier.domain.account import Account
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.services.batch_export import ExportRow, write_rows
from cashier.ui.batch_sources import batch_headers
from cashier.ui.locale_format import plain
from cashier.ui.withdrawal_words import WithdrawalWords

FAILED_STATES: Final = (WithdrawalState.REFUSED, WithdrawalState.REJECTED, WithdrawalState.CANCELLED)
# The words of so many rows take some milliseconds; then the window has its turn.
_ROWS_AT_ONCE: Final = 100


class BatchOutcomeExport(QObject):
    """Writes rows with their states and reasons."""

    async def write(self, path: Path, rows: Sequence[Withdrawal], account: Account | None) -> None:
        """Write the rows.

        Raises:
            ExportError: if the file cannot be written.
        """
        words = WithdrawalWords(self)
        headers = batch_headers(
            reference=self.tr("Reference"), state=self.tr("State"), reason=self.tr("Reason")
        )
        written = []
        for number, row in enumerate(rows, start=1):
            written.append(
                ExportRow(
                    iban=row.iban,
                    holder=row.holder,
                    amount_rial=row.money.text,
                    note=row.note,
                    pay_id=row.pay_id,
                    reference=row.reference,
                    state=plain(words.state_word(row.state).word),
                    reason=plain(words.why(row, account)),
                )
            )
            if number % _ROWS_AT_ONCE == 0:
                await asyncio.sleep(0)
        await write_rows(path, written, headers)
