"""Measures figures, and prints them as a table: `python -m benchmarks [--only NAME …] [--json FILE]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from benchmarks import (
    bundle_size,
    cold_start,
    history_exports,
    history_pages,
    history_search,
    list_reading,
    payment_overhead,
    window_scenes,
)
from benchmarks.figure import Benchmark, Figure
from benchmarks.machine import describe_machine

BENCHMARKS: Final = (
    Benchmark(name="cold_start_ratio", unit="", reach=1.3, measure=cold_start.measure),
    Benchmark(name="bundle_cold_start_ratio", unit="", reach=1.3, measure=cold_start.measure_bundle),
    Benchmark(name="bundle_mb", unit="MB", reach=140.0, measure=bundle_size.measure),
    Benchmark(name="payment_overhead_ms", unit="ms", reach=10.0, measure=payment_overhead.measure),
    Benchmark(name="history_page_p99_ms", unit="ms", reach=2.0, measure=history_pages.measure_pages),
    Benchmark(
        name="history_page_speedup",
        unit="",
        reach=50.0,
        measure=history_pages.measure_speedup,
        more_is_better=True,
    ),
    Benchmark(name="search_p99_ms", unit="ms", reach=10.0, measure=history_search.measure),
    Benchmark(
        name="scroll_slow_frames_percent", unit="%", reach=1.0, measure=window_scenes.measure_scrolling
    ),
    Benchmark(name="memory_ratio", unit="", reach=1.6, measure=window_scenes.measure_memory),
    Benchmark(name="sync_ratio", unit="", reach=1.3, measure=list_reading.measure_ratio),
    Benchmark(name="awake_longest_gap_ms", unit="ms", reach=25.0, measure=list_reading.measure_gap),
    Benchmark(name="export_csv_ratio", unit="", reach=2.0, measure=history_exports.measure_csv),
    Benchmark(name="export_longest_gap_ms", unit="ms", reach=25.0, measure=history_exports.measure_gap),
    Benchmark(name="export_xlsx_peak_mb", unit="MB", reach=64.0, measure=history_exports.measure_xlsx),
)
_HEAD: Final = ("figure", "median", "least", "most", "reach", "", "runs", "beside")


class Report(msgspec.Struct, kw_only=True):
    """What the JSON file holds."""

    machine: str
    figures: list[Figure]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for; return 0 if all of it is within reach."""
    names = [benchmark.name for benchmark in BENCHMARKS]
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measures how fast the program is.")
    parser.add_argument("--only", nargs="+", choices=names, metavar="NAME", help=f"of {', '.join(names)}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    chosen = parser.parse_args(arguments)
    report = Report(machine=describe_machine(), figures=[])
    for benchmark in BENCHMARKS:
        if not chosen.only or benchmark.name in chosen.only:
            sys.stderr.write(f"{benchmark.name} …\n")
            report.figures.append(benchmark.run())
            # What was measured is kept, whatever becomes of what is measured after it.
            if chosen.json is not None:
                chosen.json.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n")
    sys.stdout.write(_table(report) + "\n")
    return 0 if all(figure.ok for figure in report.figures) else 1


def _table(report: Report) -> str:
    rows = [_HEAD, *(_row(figure) for figure in report.figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = []
    for row in rows:
        first, *others = (
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join([first, *others]).rstrip())
    return "\n".join([report.machine, "", *lines])


def _row(figure: Figure) -> tuple[str, ...]:
    def written(value: float) -> str:
        return f"{value:.2f} {figure.unit}".rstrip()

    return (
        figure.name,
        written(figure.value),
        written(figure.min),
        written(figure.max),
        f"{'≥' if figure.more_is_better else '≤'} {figure.reach:g} {figure.unit}".rstrip(),
        "ok" if figure.ok else "MISSED",
        str(figure.runs),
        "" if figure.reference is None else written(figure.reference),
    )


if __name__ == "__main__":
    sys.exit(main())
