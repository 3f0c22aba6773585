"""The counter that stories stand at is what screens are looked at through."""

from tests.stories.conftest import (
    _story,
    payout,
    qt_loop,
    run,
    tasks,
    till,
    vault,
    wait_until,
)

__all__ = ["_story", "payout", "qt_loop", "run", "tasks", "till", "vault", "wait_until"]
