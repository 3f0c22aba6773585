"""The section of the settings on the till's data: how much there is, and how long history is kept."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from shiboken6 import isValid

from cashier.services.history import DataSize
from cashier.services.preferences import KeepHistory, Preferences
from cashier.services.till import Till
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.confirm_sheet import ConfirmSheet
from cashier.ui.fact_rows import Fact, FactRows
from cashier.ui.locale_format import current_locale_format, isolate_ltr
from cashier.ui.messages import storage_message
from cashier.ui.pages.settings_preferences import PreferenceKeeper, PreferenceSection
from cashier.ui.style.tokens import RADIUS
from cashier.ui.tasks import TaskOwner
from cashier.ui.widgets import Banner, ComboBox, Field, ProgressBar, Sheet, StateKind, TextLabel
from cashier.ui.widgets.words import Words

_STEP: Final = 1000
_WHOLE_FROM: Final = 100


class DataSection(PreferenceSection):
    """Shows what the till remembers. A shorter keeping is asked about before anything is forgotten."""

    def __init__(self, till: Till, keeper: PreferenceKeeper, tasks: TaskOwner) -> None:
        """Show what holds now; how much there is, as soon as it was counted."""
        super().__init__(till.preferences, keeper, tasks)
        self._till = till
        self._size: DataSize | None = None
        self._is_counting = False
        self._forgetting: tuple[int, int] | None = None
        self._outcome: int | None = None
        self._facts = FactRows()
        self._keep_box = ComboBox()
        self._keep_box.setObjectName("settings.data.keep")
        for keep in KeepHistory:
            self._keep_box.addItem("", keep)
        self._keep_field = Field("", self._keep_box)
        self._progress = TextLabel(role="small", tone="muted")
        self._progress.setObjectName("settings.data.progress")
        self._bar = ProgressBar()
        self._told = Banner(radius=RADIUS)
        self._told.setObjectName("settings.data.told")
        for widget in (self._facts, self._keep_field, self._progress, self._bar, self._told):
            self.body.addWidget(widget)
        self._keep_box.activated.connect(self._on_keep)
        self.show_preferences(till.preferences.current)
        self.retranslate()

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what holds now."""
        self._keep_box.setCurrentIndex(self._keep_box.findData(preferences.keep_history))

    def retranslate(self) -> None:
        """Write every text in the language of the screen."""
        self.heading.setText(self.tr("Data"))
        self._keep_field.set_label(self.tr("How long history is kept"))
        self._keep_field.set_helper(
            self.tr("What is older is deleted from this till once it is over. What is open is always kept.")
        )
        for keep in KeepHistory:
            years = keep.years
            text = (
                self.tr("For ever")
                if years is None
                else current_locale_format().digits(self.tr("%n year(s)", "", years))
            )
            self._keep_box.setItemText(self._keep_box.findData(keep), text)
        self._write()

    def showEvent(self, event: QShowEvent) -> None:
        """Count anew whenever somebody looks."""
        super().showEvent(event)
        self._count()

    def _write(self) -> None:
        fmt, size = current_locale_format(), self._size
        counting = self.tr("Counting")
        oldest = size.counts.oldest if size is not None else None
        self._facts.show_facts(
            [
                Fact(
                    "settings.data.size",
                    self.tr("Room on the disk"),
                    counting if size is None else size_text(size.file_bytes),
                ),
                Fact(
                    "settings.data.items",
                    self.tr("Lines of history"),
                    counting if size is None else fmt.number(size.counts.items),
                ),
                Fact(
                    "settings.data.records",
                    self.tr("From providers' lists"),
                    counting if size is None else fmt.number(size.counts.records),
                ),
                Fact("settings.data.oldest", self.tr("Since"), fmt.date_long(oldest) if oldest else ""),
            ]
        )
        forgetting = self._forgetting
        self._bar.setVisible(forgetting is not None)
        self._progress.setVisible(forgetting is not None)
        self._keep_box.setEnabled(forgetting is None)
        if forgetting is not None:
            done, whole = forgetting
            self._bar.set_share(done / whole if whole else 0)
            self._progress.setText(
                self.tr("{done} of {whole} lines deleted").format(
                    done=fmt.number(done), whole=fmt.number(whole)
                )
            )
            self._bar.setAccessibleName(self._progress.text())
        if self._outcome is None:
            self._told.clear()
        else:
            text = self.tr("%n line(s) were deleted.", "", self._outcome)
            self._told.show_message(StateKind.SUCCESS, fmt.with_number(text, self._outcome))

    # How much there is

    def _count(self) -> None:
        if not self._is_counting:
            self._is_counting = True
            self._tasks.start(self._read_size())

    async def _read_size(self) -> None:
        try:
            self._size = await self._till.history.size()
        except StorageUnavailableError as error:
            self._fail(partial(storage_message, error.trouble))
        finally:
            self._is_counting = False
        if isValid(self):
            self._write()

    # How long it is kept

    def _on_keep(self) -> None:
        chosen = self._keep_box.currentData()
        current = self.preferences.current.keep_history
        self._outcome = None
        if chosen is current:
            return
        if chosen.years is None or (current.years is not None and chosen.years > current.years):
            self.keep(keep_history=chosen)
            self._write()
            return
        # Nothing is chosen before it was answered.
        self.show_preferences(self.preferences.current)
        self._tasks.start(self._ask(chosen))

    async def _ask(self, chosen: KeepHistory) -> None:
        try:
            count = await self._till.history_keeping.count_forgotten(chosen)
        except StorageUnavailableError as error:
            self._fail(partial(storage_message, error.trouble))
            return
        before = self._till.history_keeping.forgotten_before(chosen)
        if not isValid(self) or before is None or Sheet.any_open(self):
            return

        def what_happens() -> str:
            fmt = current_locale_format()
            text = self.tr(
                "%n line(s) from before {date} are deleted from this till and cannot be brought back.",
                "",
                count,
            )
            goes_on = self.tr("From then on it goes on by itself, day by day. What is open is kept.")
            return f"{fmt.with_number(text, count).format(date=fmt.date_long(before))}\n{goes_on}"

        sheet = ConfirmSheet(
            self.window(),
            "settings.data.confirm",
            title=lambda: self.tr("Delete older history?"),
            text=what_happens,
            confirm=lambda: self.tr("Delete older history"),
            keep=lambda: self.tr("Keep everything"),
        )
        sheet.accepted.connect(lambda: self._tasks.start(self._forget(chosen, count)))
        sheet.open()

    async def _forget(self, chosen: KeepHistory, count: int) -> None:
        if trouble := await self._keeper.keep(keep_history=chosen):
            self._fail(trouble)
            return

        def on_progress(done: int) -> None:
            self._forgetting = (done, max(done, count))
            if isValid(self):
                self._write()

        on_progress(0)
        try:
            self._outcome = await self._till.history_keeping.apply(on_progress)
        except StorageUnavailableError as error:
            self._fail(partial(storage_message, error.trouble))
        finally:
            self._forgetting = None
            if isValid(self):
                self._write()
                self._count()

    def _fail(self, trouble: Words) -> None:
        if isValid(self):
            self._trouble.show_message(StateKind.DANGER, trouble)
            self.show_preferences(self.preferences.current)


def size_text(size_bytes: int) -> str:
    """Return how much room something takes, to a tenth where that says something: "12.4 MB", "258 kB"."""
    fmt, scale = current_locale_format(), _STEP
    texts = (
        QCoreApplication.translate("DataSection", "{size} kB"),
        QCoreApplication.translate("DataSection", "{size} MB"),
        QCoreApplication.translate("DataSection", "{size} GB"),
        QCoreApplication.translate("DataSection", "{size} TB"),
    )
    text = texts[0]
    for larger in texts[1:]:
        if size_bytes < scale * _STEP:
            break
        scale, text = scale * _STEP, larger
    whole, tenths = divmod(size_bytes * 10 // scale, 10)
    has_tenths = tenths and whole < _WHOLE_FROM
    return text.format(size=isolate_ltr(fmt.amount(f"{whole}.{tenths}" if has_tenths else str(whole))))
