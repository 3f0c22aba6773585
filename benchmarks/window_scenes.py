"""What is done in the real window to be measured: `python -m benchmarks.window_scenes SCENE`, on whatever screen there is."""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import benchmarks.as_installed  # noqa: F401  # before the program
from benchmarks.child import answer, ask_child
from benchmarks.figure import LEAST_RUNS, Measured
from benchmarks.loop_watch import LoopWatch
from benchmarks.memory import memory_mb
from benchmarks.scrolling import Scrolling
from benchmarks.window import HistoryHands, in_window
from cashier.app import Application

Scene = Callable[[HistoryHands], Awaitable[dict[str, float]]]

_MS_IN_S: Final = 1000.0
_SCROLLING_S: Final = 10.0
_REST_S: Final = 1.0


async def memory(hands: HistoryHands) -> dict[str, float]:
    """Look at the memory when all rows are known, and some of them were seen."""
    bar = hands.table.verticalScrollBar()
    for part in range(11):
        bar.setValue(bar.maximum() * part // 10)
        await asyncio.sleep(0.1)
    await asyncio.sleep(_REST_S)
    return {"memory_mb": memory_mb()}


async def scroll(hands: HistoryHands) -> dict[str, float]:
    """Scroll for ten seconds."""
    scrolling = Scrolling(hands.table, _SCROLLING_S)
    await scrolling.run()
    frames_ms = sorted(scrolling.frames_ms)
    return {
        "slow_percent": scrolling.slow_percent,
        "longest_ms": frames_ms[-1],
        "median_ms": frames_ms[len(frames_ms) // 2],
        "frames": len(frames_ms),
    }


async def session(hands: HistoryHands) -> dict[str, float]:
    """Use everything the page offers once; tell the longest stall of each."""
    measured: dict[str, float] = {}

    async def watched(name: str, act: Callable[[], object]) -> None:
        shown_before = hands.model.keys
        with LoopWatch() as watch:
            began_s = time.perf_counter()
            act()
            await hands.until(lambda: hands.model.keys is not shown_before)
            opened_ms = (time.perf_counter() - began_s) * _MS_IN_S
            await hands.all_known()
            await asyncio.sleep(_REST_S / 2)
        measured[f"{name}_shown_ms"] = opened_ms
        measured[f"{name}_gap_ms"] = watch.longest_gap_ms

    bar = hands.table.verticalScrollBar()
    with LoopWatch() as watch:
        for part in (0.5, 1.0, 0.25, 0.75, 0.0):
            bar.setValue(int(bar.maximum() * part))
            await asyncio.sleep(0.2)
    measured["jump_gap_ms"] = watch.longest_gap_ms
    await watched("withdrawals", lambda: hands.press("history.view.withdrawals"))
    await watched("payments", lambda: hands.press("history.view.payments"))
    await watched("all", lambda: hands.press("history.view.all"))
    for name, text in (
        ("common", "حقوق"),
        ("rare", "امیررضا"),
        ("code", "1234"),
        ("nothing", "ژژژ"),
        ("cleared", ""),
    ):
        await watched(f"search_{name}", lambda text=text: hands.type_search(text))  # type: ignore[misc]  # called at once
    await watched("sort_amount", hands.sort_by_amount)
    await watched("sort_amount_again", hands.sort_by_amount)
    return measured


SCENES: Final[Mapping[str, Scene]] = {"memory": memory, "scroll": scroll, "session": session}


def measure_memory() -> Measured:
    """Return how many times as much memory the window has as a bare one; as references, the megabytes of that."""
    values, references = [], []
    for _ in range(LEAST_RUNS):
        bare_mb = ask_child("benchmarks.bare_window", "memory")["memory_mb"]
        values.append(ask_child("benchmarks.window_scenes", "memory")["memory_mb"] / bare_mb)
        references.append(bare_mb)
    return Measured(values=values, references=references)


def measure_scrolling() -> Measured:
    """Return of each run of ten seconds the percentage of frames that came too late."""
    return Measured(
        values=[ask_child("benchmarks.window_scenes", "scroll")["slow_percent"] for _ in range(LEAST_RUNS)]
    )


def main() -> None:
    """Play one scene, and tell what was measured."""
    parser = argparse.ArgumentParser(prog="window_scenes", description="Does things in the real window.")
    parser.add_argument("scene", choices=[*SCENES])
    name: str = parser.parse_args().scene

    async def steps(application: Application) -> None:
        hands = HistoryHands(application)
        with LoopWatch() as watch:
            began_s = time.perf_counter()
            await hands.open_page()
            opened_ms = (time.perf_counter() - began_s) * _MS_IN_S
            await asyncio.sleep(_REST_S)
        opened = {"open_all_known_ms": opened_ms, "open_gap_ms": watch.longest_gap_ms}
        answer(opened | await SCENES[name](hands))

    in_window(steps)


if __name__ == "__main__":
    main()
