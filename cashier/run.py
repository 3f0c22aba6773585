"""The order of a start: the window is on the screen before anything is imported that it does not need."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from cashier.start_up import Phase, StartUpClock

if TYPE_CHECKING:
    from cashier.app import Application
    from cashier.launch import Launch
    from cashier.single_instance import SingleInstance


def run_application(
    launch: Launch,
    drive: Callable[[Application], Coroutine[Any, Any, int]] | None = None,
    start_up: StartUpClock | None = None,
) -> int:
    """Run the program and return its exit status.

    Where the profile is in use already, the program that uses it shows its window, and this one ends with status 0.

    Args:
        launch: how to start it.
        drive: runs beside the window once it is shown, such as a scripted tour; its result is the exit status.
        start_up: has run since the process began; None starts it here.
    """
    start_up = start_up or StartUpClock(time.perf_counter_ns())
    # Whatever is made during the start stays: to look through it for what could go takes time and finds nothing.
    gc.disable()
    from cashier.qt_import import import_qt_quietly  # noqa: PLC0415  # after the clock

    import_qt_quietly()
    from cashier.single_instance import Place, SingleInstance  # noqa: PLC0415  # the same

    instance = SingleInstance(launch.profile)
    place = instance.take()
    if place is Place.SHOWN:
        _say("Cashier is open on this profile already; its window was brought to the front.")
        return 0
    start_up.mark(Phase.PROFILE)
    try:
        return _run_claimed(launch, instance if place is Place.OURS else None, drive, start_up)
    finally:
        instance.release()


def _run_claimed(
    launch: Launch,
    instance: SingleInstance | None,
    drive: Callable[[Application], Coroutine[Any, Any, int]] | None,
    start_up: StartUpClock,
) -> int:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # not for whoever only has another window shown

    from cashier.ui.style.theme import IS_FUSION  # noqa: PLC0415  # the same

    app = QApplication.instance()
    if app is None:
        # Qt makes the style sooner than it could be asked to, and without all its numbers being made Python's.
        app = QApplication([*sys.argv[:1], "-style", "fusion"])
        app.setProperty(IS_FUSION, True)
    if not isinstance(app, QApplication):
        raise TypeError("another kind of Qt application runs already")
    app.setApplicationName("Cashier")
    app.setDesktopFileName("cashier")
    app.setQuitOnLastWindowClosed(False)
    start_up.mark(Phase.QT)
    from cashier.first_window import show_first_window  # noqa: PLC0415  # the same

    first = show_first_window(app, launch, start_up)
    # Everything from here on is imported under the eyes of the person.
    # qasync looks for a binding by itself; with two installed it would take the wrong one.
    os.environ.setdefault("QT_API", "pyside6")
    import asyncio  # noqa: PLC0415  # after the first paint

    import qasync  # noqa: PLC0415  # the same

    from cashier.app import Application  # noqa: PLC0415  # the same

    gc.enable()
    start_up.mark(Phase.IMPORTS)
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)

    async def main() -> int:
        application = Application(app, launch, instance, first, start_up)
        if drive is None:
            await application.run()
            return 0 if instance is not None else 1
        driving = asyncio.ensure_future(drive(application))
        await application.run()
        return await driving

    with loop:
        return int(loop.run_until_complete(main()))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
