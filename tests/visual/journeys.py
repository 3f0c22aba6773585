"""Journeys through the till's screens: each brings screens about as a person does, and stops where one is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QWidget

from cashier.sandbox.server import SandboxServer
from cashier.services.till import Till
from tests.stories.batch_counter import BatchCounter
from tests.stories.payout_counter import PayoutCounter


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What screens are brought about with.

    Attributes:
        folder: an empty one, for files.
    """

    counter: PayoutCounter
    till: Till
    sandbox: SandboxServer
    folder: Path

    @property
    def batches(self) -> BatchCounter:
        """The same counter, with hands for many receivers."""
        counter = self.counter
        return BatchCounter(counter.window, counter.language, counter.wait_until, counter.accounts)

    def click(self, name: str) -> None:
        """Press a button of any kind once it can be pressed."""
        self.batches.click(name)

    def button(self, name: str) -> QAbstractButton:
        """Return a button of any kind."""
        found: QAbstractButton = self.counter.find(QAbstractButton, name)
        return found

    def until_there(self, name: str) -> None:
        """Wait until a control of that name can be seen."""
        self.counter.wait_until(
            lambda: any(found.isVisible() for found in self.counter.window.findChildren(QWidget, name))
        )


@dataclass(frozen=True, slots=True)
class Look:
    """A screen that is to be looked at now.

    Attributes:
        name: what to call it in reports and pictures.
        shown: what is looked at, if it is not the whole window: something that lies over it by itself.
        mirrors: whether everything in it has a place of its own; what flows as its words are long has not.
    """

    name: str
    shown: QWidget | None = None
    mirrors: bool = True


Journey = Callable[[Desk], Iterator[Look]]
JOURNEYS: dict[str, Journey] = {}


def journey(made: Journey) -> Journey:
    """Take a journey up among all."""
    JOURNEYS[made.__name__] = made
    return made
