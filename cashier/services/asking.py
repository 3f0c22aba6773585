"""Asking a provider what became of a call, again and again by a plan, until it is known or with a person."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog

from cashier.storage.errors import StorageUnavailableError

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingPlan:
    """How often the provider is asked about one unknown outcome.

    Attributes:
        pauses_s: seconds before each question; when they have run out, a person must look.
        not_found_gap: how far apart two "not found" must be before they are believed.
        expiry_margin: how long after its expiry a request may still turn out to have been settled.
        withdrawal_not_found_gap: as `not_found_gap`, for money that the shop sends.
        with_person_pause_s: before a withdrawal that is with a person is asked about once more.
    """

    pauses_s: tuple[float, ...] = (0.5, 3, 10, 10, 20, 30, 60, 120, 300, 600)
    not_found_gap: timedelta = timedelta(seconds=10)
    expiry_margin: timedelta = timedelta(seconds=30)
    withdrawal_not_found_gap: timedelta = timedelta(seconds=60)
    with_person_pause_s: float = 600


@dataclass(slots=True)
class _Asked:
    """How far the plan's questions about one subject have got."""

    questions_left: int
    rounds: int = 0
    next_pause_s: float = 0.0


class PlannedAsking:
    """Puts the plan's questions about each subject, and hands it to a person when they have run out.

    Args:
        plan: how often.
        ask: puts one question; returns whether there is nothing more to ask.
        give_up: hands the subject to a person.
    """

    def __init__(
        self,
        plan: AskingPlan,
        *,
        ask: Callable[[str], Awaitable[bool]],
        give_up: Callable[[str], Awaitable[object]],
    ) -> None:
        self._plan = plan
        self._ask = ask
        self._give_up = give_up
        self._asked: dict[str, _Asked] = {}
        # Subjects whose last question never left this machine.
        self._not_put: set[str] = set()

    def note_put(self, subject_id: str, *, was_put: bool) -> None:
        """Say whether the last question about a subject left this machine; one that did not is not counted."""
        if was_put:
            self._not_put.discard(subject_id)
        else:
            self._not_put.add(subject_id)

    def was_put(self, subject_id: str) -> bool:
        """Say whether the last question about a subject left this machine."""
        return subject_id not in self._not_put

    def pause_s(self, subject_id: str) -> float:
        """Return how long after a question that is under way the next one comes, in seconds."""
        asked = self._asked.get(subject_id)
        return self._plan.pauses_s[0] if asked is None else asked.next_pause_s

    async def next_question(self, subject_id: str) -> float | None:
        """Put the next of the plan's questions; a person must look when they have run out.

        Returns the seconds until the next question, or None when there is nothing more to ask.
        """
        pauses_s = self._plan.pauses_s
        asked = self._asked.setdefault(subject_id, _Asked(questions_left=len(pauses_s)))
        asked.rounds += 1
        # Beyond the plan for as long as its questions could not be put, or their end not be written down.
        asked.next_pause_s = pauses_s[min(asked.rounds, len(pauses_s) - 1)]
        try:
            if await self._ask(subject_id):
                self._asked.pop(subject_id, None)
                return None
            asked.questions_left -= 1 if self.was_put(subject_id) else 0
        except StorageUnavailableError as error:
            # The disk may be back at the next question; the subject stays open meanwhile.
            _log.warning("asking_failed", subject=subject_id, error=repr(error))
        except Exception:  # noqa: BLE001  # a fault of our own too must end with a person, and not in silence
            _log.exception("asking_broke", subject=subject_id)
            asked.questions_left -= 1
        if asked.questions_left <= 0 and await self._gave_up(subject_id):
            self._asked.pop(subject_id, None)
            return None
        return asked.next_pause_s

    async def _gave_up(self, subject_id: str) -> bool:
        try:
            await self._give_up(subject_id)
        except StorageUnavailableError as error:
            _log.warning("giving_up_failed", subject=subject_id, error=repr(error))
            return False
        return True
