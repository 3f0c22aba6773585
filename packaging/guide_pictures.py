"""Makes the pictures of the guides: goes on the demo's tour in each language, and keeps of it what the guides show.

    .venv/bin/python packaging/guide_pictures.py [fa ar en]

The pictures go to `docs/pictures/`, each with as few colours as it can be looked at with: a folder of them is fetched with
every copy of the project.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
LANGUAGES = ("fa", "ar", "en")
SIZE = "1366x768"
MOST_COLOURS = 256

# What the guides call a picture, and the step of the tour that shows it.
STEPS = {
    "take-payment": "take-payment",
    "code": "code-sent",
    "paid": "code-paid",
    "token": "token-shown",
    "not-known-yet": "answer-lost",
    "waits": "waits-for-the-line",
    "needs-attention": "needs-attention",
    "withdraw-review": "withdraw-reviewed",
    "batch-errors": "batch-with-errors",
    "batch-over": "batch-over",
    "history": "history-details",
    "account": "account-tested",
    "settings": "settings",
    "lock": "locked",
    "backup": "backup-made",
    "restore": "backup-looked-into",
}


def main(arguments: list[str]) -> int:
    """Make the pictures of the languages named, or of all; return 0 if every tour went well. Of one that did not, none is kept."""
    went_well = True
    for language in arguments or LANGUAGES:
        with tempfile.TemporaryDirectory(prefix="cashier-guide-") as folder:
            if go_on_tour(Path(folder), language):
                keep(Path(folder), language)
            else:
                went_well = False
    return 0 if went_well else 1


def go_on_tour(folder: Path, language: str) -> bool:
    """Let the demo take all its pictures in a language; return whether it was content with them."""
    command = [sys.executable, "-m", "cashier", "demo", "--tour", str(folder)]
    command += ["--language", language, "--theme", "light", "--size", SIZE]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


def keep(folder: Path, language: str) -> None:
    """Put those pictures of a tour that the guides show into their place.

    Raises:
        KeyError: if the tour has no such step.
        OSError: if a picture cannot be read or written.
    """
    steps = json.loads((folder / "tour.json").read_text("utf-8"))["steps"]
    taken = {step["name"]: folder / step["screenshot"] for step in steps}
    PICTURES.mkdir(exist_ok=True)
    for name, step in STEPS.items():
        target = PICTURES / f"{name}-{language}.png"
        if not with_few_colours(QImage(str(taken[step]))).save(str(target), quality=0):
            raise OSError(f"{target} could not be written")


def with_few_colours(picture: QImage) -> QImage:
    """Return a picture in the colours it has most of; the others become the nearest of these."""
    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(whole.constBits()).cast("I"))
    table = [colour for colour, _ in counted.most_common(MOST_COLOURS)]
    return whole.convertToFormat(QImage.Format.Format_Indexed8, table)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
