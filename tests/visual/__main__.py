"""Makes a contact sheet a language: all screens on one picture, to be looked at.

python -m tests.visual FOLDER
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("fa", "ar", "en", "pseudo")
_COLUMNS: Final = 4
_WIDTH: Final = 683
_GAP: Final = 12


def main(arguments: list[str]) -> int:
    """Take the pictures and put them together; return the exit status of the checks."""
    if len(arguments) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    folder = Path(arguments[0]).absolute()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["CASHIER_VISUAL_PICTURES"] = str(folder)
    screens = Path(__file__).with_name("test_screens.py")
    status = subprocess.run(  # noqa: S603  # our own interpreter and our own tests
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", str(screens)], check=False
    ).returncode
    for language in LANGUAGES:
        print_sheet(folder, language)
    return status


def print_sheet(folder: Path, language: str) -> None:
    """Put all pictures of one language, light ones before dark ones, on one sheet in the same folder."""
    from PySide6.QtCore import QPoint, Qt  # noqa: PLC0415  # the platform is chosen first
    from PySide6.QtGui import QColor, QImage, QPainter  # noqa: PLC0415  # the same

    pictures = [
        QImage(str(path)).scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
        for appearance in ("light", "dark")
        for path in sorted(folder.glob(f"*-{language}-{appearance}-1.png"))
    ]
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
    sheet.save(str(folder / f"sheet-{language}.png"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
