"""Takes a picture of every screen, and puts all those of one language on one sheet, to be looked at.

python -m tests.visual FOLDER [VIEW ...]

A view is a screen and a scale, as 1024x680@1; without any the two that every run of the tests looks at.
More that are worth it: 1366x768@2 1024x680@1 1024x680@1.5 1920x1080@1.25 1920x1080@1.75 1920x1080@2 3840x2160@1 3840x2160@2
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("fa", "ar", "en", "pseudo")
_COLUMNS: Final = 10
_WIDTH: Final = 455
_GAP: Final = 10


def main(arguments: list[str]) -> int:
    """Take the pictures and put them together; return the exit status of the checks."""
    if not arguments:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    folder = Path(arguments[0]).absolute()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["CASHIER_VISUAL_PICTURES"] = str(folder)
    if arguments[1:]:
        os.environ["CASHIER_VISUAL_VIEWS"] = " ".join(arguments[1:])
    screens = Path(__file__).with_name("test_screens.py")
    status = subprocess.run(  # noqa: S603  # our own interpreter and our own tests
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", str(screens)], check=False
    ).returncode
    from tests.visual.views import VIEWS  # noqa: PLC0415  # which they are is said above

    for language in LANGUAGES:
        for view in VIEWS:
            print_sheet(folder, language, str(view))
    return status


def print_sheet(folder: Path, language: str, view: str) -> None:
    """Put all pictures of one language and view, light ones before dark ones, on one sheet in the same folder."""
    from PySide6.QtCore import QPoint, Qt  # noqa: PLC0415  # the platform is chosen first
    from PySide6.QtGui import QColor, QImage, QPainter  # noqa: PLC0415  # the same

    pictures = []
    for appearance in ("light", "dark"):
        for path in sorted(folder.glob(f"*-{language}-{appearance}-{view}.png")):
            picture = QImage(str(path))
            # What lies over the window by itself is smaller, and stays so beside the others.
            share = min(1.0, picture.width() / int(view.partition("x")[0]))
            mode = Qt.TransformationMode.SmoothTransformation
            pictures.append(picture.scaledToWidth(round(_WIDTH * share), mode))
    if not pictures:
        return
    height = max(picture.height() for picture in pictures)
    lines = -(-len(pictures) // _COLUMNS)
    sheet = QImage(
        _COLUMNS * (_WIDTH + _GAP) + _GAP, lines * (height + _GAP) + _GAP, QImage.Format.Format_RGB32
    )
    sheet.fill(QColor("gray"))
    painter = QPainter(sheet)
    for place, picture in enumerate(pictures):
        line, column = divmod(place, _COLUMNS)
        painter.drawImage(QPoint(_GAP + column * (_WIDTH + _GAP), _GAP + line * (height + _GAP)), picture)
    painter.end()
    sheet.save(str(folder / f"sheet-{language}-{view}.png"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
