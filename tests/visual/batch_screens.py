"""The screens on which many receivers are paid at once."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QComboBox

from tests.stories.batch_counter import made_up_iban
from tests.visual.journeys import Desk, Look, journey

_HEAD = "IBAN\tAccount holder\tAmount (rial)\tNote"


@journey
def batch_rows(desk: Desk) -> Iterator[Look]:
    """The empty table, then rows of which some have mistakes."""
    batches = desk.batches
    batches.go_to_many()
    yield Look("batch_empty")
    wrong = [
        f"IR820540102680020817909003\tMaryam Example\t12500000\twages {_note(1)}",
        f"{made_up_iban(2)}\t\t900000\t",
        f"{made_up_iban(3)}\tReza Example\ttwelve\tadvance",
        "\tNegar Example\t400000\t",
    ]
    batches.paste(_pasted([*wrong, *_good(4)]))
    batches.until_checked(8)
    yield Look("batch_table")
    batches.click("batch.clear")
    desk.until_there("batch.confirmClear.keep")
    yield Look("batch_confirm")


@journey
def batch_sent(desk: Desk) -> Iterator[Look]:
    """Reviewed with a row that is there twice, sent, paused in the middle, and over."""
    batches, control = desk.batches, desk.sandbox.control
    batches.go_to_many()
    rows = _good(4)
    batches.type("batch.name", "Wages Example")
    batches.paste(_pasted([*rows, rows[-1]]))
    batches.until_checked(5)
    batches.review()
    yield Look("batch_review")
    desk.click("batchReview.meantTwice")
    control.put_account("paystar", reject_ibans={made_up_iban(12): "حساب مقصد بسته است"})
    control.fault("hold_before", "paystar", "settlement")
    batches.approve()
    batches.until_sheet_closed()
    batches.wait_until(control.held)
    batches.until_phase("sending")
    batches.press("batchProgress.pause")
    batches.until_phase("paused")
    yield Look("batch_running")
    control.release()
    batches.press("batchProgress.pause")
    batches.until_counts(accepted=5)
    control.advance(120)
    batches.until_counts(paid=4, rejected=1)
    yield Look("batch_over")


@journey
def batch_unknown(desk: Desk) -> Iterator[Look]:
    """A call that got lost: a manager decides about its rows; the list of the batches there were."""
    batches = desk.batches
    batches.go_to_many()
    batches.type("batch.name", "Wages Example")
    batches.paste(_pasted(_good(3)))
    batches.until_checked(3)
    batches.review()
    desk.sandbox.control.fault("reset_before", "paystar", "settlement")
    batches.approve()
    batches.until_sheet_closed()
    batches.until_phase("person")
    desk.until_there("batchProgress.decide")
    # They come to a person one after the other.
    batches.until_counts(unknown=3)
    yield Look("batch_unknown")
    batches.click("batchProgress.decide")
    desk.until_there("batchDecide.submit")
    batches.wait_until(lambda: batches.find(QComboBox, "batchDecide.manager").count())
    yield Look("batch_decide")
    batches.press("batchDecide.back")
    batches.until_sheet_closed()
    batches.click("batchProgress.back")
    batches.click("batch.recent")
    desk.until_there("batchRecent.close")
    yield Look("batch_recent")


def _good(count: int) -> list[str]:
    return [
        f"{made_up_iban(number)}\tMaryam Example\t{number}00000\tweek {number}"
        for number in range(11, 11 + count)
    ]


def _note(number: int) -> str:
    return f"\u202bهفتهٔ {number}\u202c"


def _pasted(rows: list[str]) -> str:
    return "\r\n".join([_HEAD, *rows]) + "\r\n"
