"""What the program is measured against: a bare PySide6 window with one table, and nothing else. It imports nothing of ours.

Says when its window was painted first, by the machine's monotonic clock in nanoseconds, and ends; with the word
`memory`, how many megabytes it has after a while instead.
"""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget

_SIZE = (1366, 768)
_ROWS, _COLUMNS = 20, 5
_REST_MS = 1_000


class _FirstPaint(QObject):
    """Waits for the first paint, and for Qt to have handed it to the screen."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, _tell)
        return False


def _tell() -> None:
    sys.stdout.write(f"{time.perf_counter_ns()}\n")
    sys.stdout.flush()
    QApplication.quit()


def _tell_memory() -> None:
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  # pathlib is not what a bare window has
        pages = int(file.read().split()[1])
    megabytes = pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000
    sys.stdout.write(f'measured: {{"memory_mb": {megabytes}}}\n')
    sys.stdout.flush()
    QApplication.quit()


def main() -> int:
    """Show the window until it is painted, or for a while."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QTableWidget(_ROWS, _COLUMNS))
    window.resize(*_SIZE)
    first_paint = _FirstPaint()
    if "memory" in sys.argv[1:]:
        QTimer.singleShot(_REST_MS, _tell_memory)
    else:
        window.installEventFilter(first_paint)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
