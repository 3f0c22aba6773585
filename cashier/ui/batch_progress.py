"""One batch, live: how far it has got, what became of each row, and what a person can do about it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cashier.domain.money import Money
from cashier.domain.transfer_batch import BatchStanding
from cashier.domain.withdrawal import Withdrawal, WithdrawalState
from cashier.providers.errors import ProviderError
from cashier.services.export_file import ExportError
from cashier.services.provider_clients import CredentialsMissingError
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.amount_in_words import both_figures_of, figures_of
from cashier.ui.announcements import Announcer
from cashier.ui.batch_bar import BatchBar
from cashier.ui.batch_decision_sheet import BatchDecisionSheet
from cashier.ui.batch_live_rows import BatchLiveRows
from cashier.ui.batch_outcome_export import FAILED_STATES, BatchOutcomeExport
from cashier.ui.batch_phase import BatchPhase, BatchStateWords, phase_of, stopping_refusal
from cashier.ui.batch_rows_model import BatchRowsModel
from cashier.ui.batch_rows_view import BatchRowsView
from cashier.ui.batch_sources import path_words, save_dialog
from cashier.ui.batch_words import BatchWords, export_message
from cashier.ui.confirm_sheet import ConfirmSheet
from cashier.ui.flow_layout import FlowLayout
from cashier.ui.locale_format import current_locale_format, isolate
from cashier.ui.messages import credentials_missing_message, provider_message, storage_message
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import (
    Banner,
    Card,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    Sheet,
    StateChip,
    StateKind,
    TextLabel,
)
from cashier.ui.withdrawal_words import is_with_manager

_S = WithdrawalState
_GIVEN_UP: Final = (_S.AWAITING_APPROVAL, _S.APPROVED)


class BatchProgress(Card):
    """Shows one batch as it stands.

    Signals:
        back_wanted: the form is to be shown again.
        approval_wanted: the rows that wait are to be reviewed: the batch, those rows.
        send_again_wanted: refused rows are to become a new batch: the batch, those rows.
    """

    back_wanted = Signal()
    approval_wanted = Signal(object, object)
    send_again_wanted = Signal(object, object)

    def __init__(self, till: Till, on_unexpected: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._till = till
        self._on_unexpected = on_unexpected
        self._tasks = TaskOwner(on_unexpected)
        self._words = BatchWords(self)
        self._state_words = BatchStateWords(self)
        self._export_to = BatchOutcomeExport(self)
        self._model = BatchRowsModel(self)
        self._live = BatchLiveRows(till, self._model, on_unexpected, self)
        self._notice: Callable[[], tuple[StateKind, str]] | None = None
        self._back = QuietButton(icon_name="back")
        self._back.setObjectName("batchProgress.back")
        self._name = TextLabel(role="heading", content="auto")
        self._name.setObjectName("batchProgress.name")
        self._chip = StateChip(StateKind.NEUTRAL, "")
        self._chip.setObjectName("batchProgress.state")
        self._announcer = Announcer(self._chip)
        self._phase_said: BatchPhase | None = None
        self._bar = BatchBar()
        self._bar.setObjectName("batchProgress.bar")
        self._sent = TextLabel(role="strong")
        self._sent.setObjectName("batchProgress.sent")
        self._sums = TextLabel(role="small", tone="muted")
        self._sums.setObjectName("batchProgress.sums")
        self._why = Banner(radius=RADIUS)
        self._why.setObjectName("batchProgress.why")
        self._said = Banner(radius=RADIUS)
        self._said.setObjectName("batchProgress.notice")
        self._said.action_button().setObjectName("batchProgress.noticeAction")
        self._approve = self._button("approve", PrimaryButton())
        self._pause = self._button("pause", SecondaryButton())
        self._ask = self._button("ask", SecondaryButton(icon_name="refresh"))
        self._decide = self._button("decide", SecondaryButton(icon_name="user"))
        self._again = self._button("sendAgain", SecondaryButton(icon_name="refresh"))
        self._export = self._button("export", SecondaryButton(icon_name="download"))
        self._give_up = self._button("giveUp", QuietButton())
        self._rows = BatchRowsView(self._model)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._rows)
        self.retranslate()

    @staticmethod
    def _button(name: str, button: QPushButton) -> QPushButton:
        button.setObjectName(f"batchProgress.{name}")
        button.hide()
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Spacing.M)
        head.addWidget(self._back)
        head.addWidget(self._name, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=Spacing.S)
        for button in (
            self._approve,
            self._pause,
            self._decide,
            self._ask,
            self._again,
            self._export,
            self._give_up,
        ):
            flow.addWidget(button)
        self.body.setContentsMargins(Spacing.XL, Spacing.L, Spacing.XL, Spacing.L)
        self.body.setSpacing(Spacing.M)
        self.body.addLayout(head)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._sent)
        self.body.addWidget(self._sums)
        self.body.addWidget(self._why)
        self.body.addWidget(self._said)
        self.body.addWidget(buttons)
        self.body.addWidget(self._rows, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_wanted)
        self._live.read.connect(self._write)
        self._live.failed.connect(lambda say: self._set_notice(lambda: (StateKind.DANGER, say())))
        self._said.action_triggered.connect(lambda: self._set_notice(None))
        self._approve.clicked.connect(self._on_approve)
        self._pause.clicked.connect(self._on_pause)
        self._ask.clicked.connect(lambda: self._do(self._ask_again()))
        self._decide.clicked.connect(lambda: self._do(self._open_decision()))
        self._again.clicked.connect(self._on_send_again)
        self._export.clicked.connect(self._choose_place)
        self._give_up.clicked.connect(self._ask_to_give_up)

    def open_batch(self, batch_id: str) -> None:
        """Show another batch."""
        self._set_notice(None)
        self._rows.show_only()
        self._name.setText("")
        self._phase_said = None
        self._announcer.forget()
        self._live.open(batch_id)

    def batch_id(self) -> str | None:
        """Return the id of the batch it shows."""
        standing = self._live.standing
        return standing.batch.id if standing is not None else None

    def close_progress(self) -> None:
        """Stop following; the page goes."""
        self._live.close()
        self._tasks.cancel_all()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self._back.setText(self.tr("Back"))
        self._approve.setText(self.tr("Review and approve"))
        self._ask.setText(self.tr("Ask again now"))
        self._decide.setText(self.tr("Decide together…"))
        self._again.setText(self.tr("Send the refused ones anew"))
        self._export.setText(self.tr("Export what failed…"))
        self._give_up.setText(self.tr("Give up the rest"))
        self._set_notice(self._notice)
        self._write()

    # What is shown

    def _write(self) -> None:
        standing = self._live.standing
        if standing is None:
            return
        fmt, phase = current_locale_format(), phase_of(standing)
        self._name.setText(isolate(standing.batch.name))
        kind, icon_name, word = self._state_words.phase_word(phase)
        self._chip.set_state(kind, word, icon_name)
        self._chip.setProperty("state", phase.value)
        self._bar.show_counts(standing.counts)
        sent = self.tr("Sent {sent} of {all}").format(
            sent=fmt.number(standing.sent), all=fmt.number(standing.batch.row_count)
        )
        self._sent.setText(f"{sent} · {both_figures_of(standing.batch.total)}")
        self._bar.setAccessibleName(sent)
        self._sums.setText(self._sums_text(standing))
        self._rows.show_counts(standing.counts)
        self._write_why(standing, phase)
        self._write_ways(standing, phase)
        self._tell_phase(phase, word)

    def _tell_phase(self, phase: BatchPhase, word: str) -> None:
        """Have it said when the batch as a whole gets further; not each row, and not again in another language."""
        if phase is self._phase_said:
            return
        self._phase_said = phase
        is_over = phase is BatchPhase.OVER
        self._announcer.say(f"{word}. {self._sums.text()}" if is_over else word, urgent=is_over)

    def _sums_text(self, standing: BatchStanding) -> str:
        named = (
            (self.tr("Paid: {sum}"), (_S.PAID,)),
            (self.tr("On their way: {sum}"), (_S.ACCEPTED, _S.SUBMITTING, _S.UNKNOWN)),
            (self.tr("Came to nothing: {sum}"), FAILED_STATES),
        )
        return " · ".join(
            text.format(sum=isolate(figures_of(_sum(standing, states))))
            for text, states in named
            if standing.count(*states)
        )

    def _write_why(self, standing: BatchStanding, phase: BatchPhase) -> None:
        text = ""
        if phase is BatchPhase.PERSON:
            text = self._words.need_person(standing.with_person)
        elif phase is BatchPhase.PAUSED:
            refused = self._model.rows_in(_S.REFUSED, _S.UNKNOWN)
            text = self._state_words.why_paused(standing, stopping_refusal(self._live.events, refused))
        elif phase is BatchPhase.TO_APPROVE:
            text = self._words.need_approval(standing.count(_S.AWAITING_APPROVAL))
        if text:
            self._why.show_message(StateKind.WARNING, text)
        else:
            self._why.clear()

    def _write_ways(self, standing: BatchStanding, phase: BatchPhase) -> None:
        is_paused = standing.batch.is_paused
        self._pause.setText(self.tr("Resume") if is_paused else self.tr("Pause"))
        self._pause.setVisible(bool(standing.count(_S.APPROVED, _S.SUBMITTING)))
        self._approve.setVisible(bool(standing.count(_S.AWAITING_APPROVAL)))
        self._ask.setVisible(phase is BatchPhase.PERSON)
        self._decide.setVisible(phase is BatchPhase.PERSON)
        self._again.setVisible(bool(standing.count(_S.REFUSED)))
        self._export.setVisible(bool(standing.count(*FAILED_STATES)))
        self._give_up.setVisible(bool(standing.count(*_GIVEN_UP)))

    def _set_notice(self, notice: Callable[[], tuple[StateKind, str]] | None) -> None:
        self._notice = notice
        if notice is None:
            self._said.clear()
        else:
            kind, text = notice()
            self._said.show_message(kind, text, self.tr("Close"))

    # What a person does

    def _do(self, step: Coroutine[Any, Any, Any]) -> None:
        self._tasks.start(self._told(step))

    async def _told(self, step: Coroutine[Any, Any, Any]) -> None:
        try:
            await step
        except StorageUnavailableError as error:
            trouble = error.trouble
            self._set_notice(lambda: (StateKind.DANGER, storage_message(trouble)))
        except ExportError as error:
            problem = error.problem
            self._set_notice(lambda: (StateKind.DANGER, export_message(problem)))
        except ProviderError as error:
            refused = error
            self._set_notice(lambda: (StateKind.DANGER, provider_message(refused)))
        except CredentialsMissingError as error:
            missing = error
            self._set_notice(lambda: (StateKind.DANGER, credentials_missing_message(missing)))

    def _on_pause(self) -> None:
        standing = self._live.standing
        if standing is None:
            return
        batches = self._till.batches
        step = batches.resume if standing.batch.is_paused else batches.pause
        self._do(step(standing.batch.id))

    def _on_approve(self) -> None:
        standing = self._live.standing
        if standing is not None:
            self.approval_wanted.emit(standing.batch, self._model.rows_in(_S.AWAITING_APPROVAL))

    def _on_send_again(self) -> None:
        standing = self._live.standing
        if standing is not None:
            self.send_again_wanted.emit(standing.batch, self._model.rows_in(_S.REFUSED))

    async def _with_manager(self) -> list[Withdrawal]:
        last = self._till.withdrawals.last_operation
        return [row for row in self._model.rows_in(_S.UNKNOWN) if is_with_manager(row, await last(row.id))]

    async def _ask_again(self) -> None:
        for row in await self._with_manager():
            await self._till.withdrawal_reconciliation.ask(row.id)
        self._set_notice(
            lambda: (StateKind.INFO, self.tr("The provider was asked once more about each of them."))
        )

    async def _open_decision(self) -> None:
        rows = await self._with_manager()
        if rows and not Sheet.any_open(self):
            BatchDecisionSheet(self.window(), self._till, rows, self._on_unexpected).open()

    def _ask_to_give_up(self) -> None:
        standing = self._live.standing
        if standing is None or Sheet.any_open(self):
            return
        batch_id = standing.batch.id
        sheet = ConfirmSheet(
            self.window(),
            "batchProgress.confirmGiveUp",
            title=lambda: self.tr("Give up the rest?"),
            text=lambda: self.tr("Rows that have not been sent are cancelled. What was sent goes on."),
            confirm=lambda: self.tr("Give up the rest"),
            keep=lambda: self.tr("Keep them"),
        )
        sheet.accepted.connect(lambda: self._do(self._till.batches.cancel_rest(batch_id)))
        sheet.open()

    # What failed, as a file

    def _choose_place(self) -> None:
        standing = self._live.standing
        if standing is None:
            return
        name = self.tr("{batch} - not paid").format(batch=standing.batch.name)
        dialog = save_dialog(
            self,
            self.tr("Export what failed"),
            name,
            (self.tr("Excel workbook"), self.tr("CSV text")),
        )
        dialog.fileSelected.connect(lambda chosen: self._do(self._write_failed(Path(chosen))))
        dialog.open()

    async def _write_failed(self, path: Path) -> None:
        rows: Sequence[Withdrawal] = self._model.rows_in(*FAILED_STATES)
        await self._export_to.write(path, rows, self._live.account)
        self._set_notice(
            lambda: (
                StateKind.SUCCESS,
                self.tr("The file was written: {path}").format(path=path_words(path)),
            )
        )


def _sum(standing: BatchStanding, states: Sequence[WithdrawalState]) -> Money:
    return sum(
        (standing.totals[state] for state in states if state in standing.totals), start=Money.of(0, "IRR")
    )
