"""How long it takes until the newest hundred of what is searched for are there, in a million lines of history."""

from __future__ import annotations

import random
import time
from statistics import quantiles
from typing import Final

from benchmarks.figure import LEAST_RUNS, Measured
from benchmarks.history_till import all_keys, with_history
from cashier.domain.history import HistoryItem, HistoryQuery
from cashier.services.till import Till

_SHOWN_ROWS: Final = 100
# Of so many items, chosen by chance, each part that somebody might type is searched for.
_SAMPLES: Final = 40
_MS_IN_S: Final = 1000.0
_SEED: Final = 1

# What most have, many, few, none; letters of both languages, one or two alone, parts of a word, several words.
_WORDS: Final = (
    *("حقوق", "اجار", "کریم", "كريم", "رضا", "رض", "م", "ا", "order", "ord", "o", "می‌خواهم", "دفعه اولی"),
    *(
        "حقوق کریم",
        "مریم رضایی",
        "زهرا حقوق",
        "نیست",
        "شماره شبا",
        "nobody",
        "ژژژ",
        "IR",
        "ir",
        "cus",
        "1",
        "12",
    ),
    *("۱۲۳", "1234", "00", "000", "012", "1234567", "0000001", "999999999999"),
)


def measure() -> Measured:
    """Return of each run the milliseconds within which 99 of 100 searches are there; as references, the medians."""
    return with_history(_measure)


async def _measure(till: Till) -> Measured:
    chance = random.Random(_SEED)  # noqa: S311  # to be repeated
    keys = await all_keys(till, HistoryQuery())
    places = [keys.places(row, row + 1)[0] for row in chance.sample(range(len(keys)), _SAMPLES)]
    terms = [*_WORDS, *(term for item in await till.history.items(places) for term in _typed(item, chance))]
    for term in terms:
        await _search(till, term)
    values, references = [], []
    for _ in range(LEAST_RUNS):
        percentiles = quantiles([await _search(till, term) for term in terms], n=100)
        values.append(percentiles[98])
        references.append(percentiles[49])
    return Measured(values=values, references=references)


def _typed(item: HistoryItem, chance: random.Random) -> list[str]:
    """Return what somebody who looks for this item may type."""
    codes = [item.reference, item.party, item.provider_reference]
    typed = [*codes, item.holder, item.note]
    for code in codes:
        # A few digits, as they are read out on the telephone; the last ones; a long part; the first ones.
        typed += [code[start : start + 4] for start in [chance.randrange(max(1, len(code) - 4))]]
        typed += [code[-4:], code[-6:], code[2:12], code[:5]]
    typed += item.holder.split()
    if item.holder and item.note:
        typed.append(f"{item.note} {item.holder.split()[0]}")
    return [text for text in typed if text.strip()]


async def _search(till: Till, term: str) -> float:
    """Search; return how many milliseconds it takes until the first rows can be shown."""
    began_s = time.perf_counter()
    found = await till.history.open(HistoryQuery(search=term))
    await till.history.items(found.places(0, _SHOWN_ROWS))
    return (time.perf_counter() - began_s) * _MS_IN_S
