"""A measured figure: its median over several runs, and whether it is within reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

import msgspec

LEAST_RUNS: Final = 7


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as the table and the JSON file have it.

    Attributes:
        value: the median of all runs, in `unit`.
        reach: what it is to be at most; at least where `more_is_better`.
        ok: whether it is.
        reference: the median of what it was measured against or beside; None without one.
    """

    name: str
    value: float
    unit: str
    reach: float
    ok: bool
    min: float
    max: float
    runs: int
    reference: float | None = None
    more_is_better: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a benchmark found.

    Attributes:
        values: one a run.
        references: likewise, where there is something to compare with.
    """

    values: Sequence[float]
    references: Sequence[float] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """How one figure is measured.

    Attributes:
        name: of the figure, its unit at the end.
        reach: what it is to be at most, in `unit`; at least where `more_is_better`.
        measure: does so; may take a while.
    """

    name: str
    unit: str
    reach: float
    measure: Callable[[], Measured]
    more_is_better: bool = False

    def run(self) -> Figure:
        """Measure.

        Raises:
            ValueError: if there were too few runs for a median that means something.
        """
        measured = self.measure()
        if len(measured.values) < LEAST_RUNS:
            raise ValueError(f"{self.name} was measured {len(measured.values)} times only")
        value = median(measured.values)
        return Figure(
            name=self.name,
            value=value,
            unit=self.unit,
            reach=self.reach,
            ok=value >= self.reach if self.more_is_better else value <= self.reach,
            min=min(measured.values),
            max=max(measured.values),
            runs=len(measured.values),
            reference=median(measured.references) if measured.references else None,
            more_is_better=self.more_is_better,
        )
