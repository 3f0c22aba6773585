"""``cashier demo``: the real window on the sandbox, with the customer's phone beside it, or a tour through it."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cashier.app import Application
    from cashier.demo.cuttable_line import CuttableLine
    from cashier.demo.movable_clock import MovableClock
    from cashier.launch import Launch
    from cashier.services.preferences import Language

_DEFAULT_HISTORY: Final = 200
_USUAL_SIZE: Final = (1366, 768)

_DESCRIPTION: Final = """\
The real window, with an account at each of four made-up providers on this machine, and a phone for the customer
beside it. No money moves, and everything is thrown away at the end. The lock's PIN is 824613.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``cashier demo`` understands."""
    parser.description = _DESCRIPTION
    parser.add_argument(
        "--tour",
        type=Path,
        metavar="DIR",
        help="go through the main job by itself, write pictures and tour.json into DIR, and end",
    )
    # Its default would undo the same option given before the command.
    parser.add_argument(
        "--language", choices=["fa", "ar", "en"], default=argparse.SUPPRESS, help="default: the system's"
    )
    parser.add_argument("--theme", choices=["light", "dark"], help="default: the system's; for a tour, light")
    parser.add_argument("--size", type=_size, metavar="WxH", default=_USUAL_SIZE, help="default: 1366x768")
    parser.add_argument("--scale", type=float, metavar="F", help="enlarge everything, such as 1.5")
    parser.add_argument(
        "--history",
        type=int,
        metavar="N",
        default=_DEFAULT_HISTORY,
        help="past records of each provider (%(default)s)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Run the demo until its window is closed, or the tour to its end; return the exit status.

    A tour's is 0 only if every step went as it should and the providers' ledger and the till's are the same.
    """
    if arguments.scale is not None:
        # Read once, when Qt starts.
        os.environ["QT_SCALE_FACTOR"] = str(arguments.scale)
    if arguments.tour is not None and _is_without_display():
        # A tour needs nobody to look on.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from cashier.demo.sandbox_process import SandboxProcess, SandboxStartError  # noqa: PLC0415  # Qt comes after the scale

    with (
        tempfile.TemporaryDirectory(prefix="cashier-demo-", ignore_cleanup_errors=True) as folder,
        SandboxProcess(["--port", "0", "--history", str(arguments.history)]) as sandbox,
    ):
        try:
            base_url = sandbox.base_url
        except SandboxStartError as error:
            sys.stderr.write(f"cashier demo: {error}\n")
            return 1
        _say(f"The sandbox is at {base_url}; nothing there is real.")
        if arguments.tour is None:
            return _run_window(arguments, Path(folder), base_url, None)
        from cashier.demo.cuttable_line import CuttableLine  # noqa: PLC0415  # only for a tour

        with CuttableLine(base_url) as line:
            return _run_window(arguments, Path(folder), base_url, line)


def _is_without_display() -> bool:
    return sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


def _run_window(
    arguments: argparse.Namespace, profile: Path, base_url: str, line: CuttableLine | None
) -> int:
    from cashier.demo.demo_shop import set_up_shop  # noqa: PLC0415  # the same
    from cashier.demo.movable_clock import MovableClock  # noqa: PLC0415  # the same
    from cashier.demo.tour import TOUR_PLAN, TOUR_SYNC_PLAN  # noqa: PLC0415  # the same
    from cashier.launch import Launch  # noqa: PLC0415  # the same
    from cashier.run import run_application  # noqa: PLC0415  # the same
    from cashier.services.list_sync import WHEN_ASKED  # noqa: PLC0415  # the same
    from cashier.services.preferences import Appearance  # noqa: PLC0415  # the same
    from cashier.vault.memory_vault import MemoryVault  # noqa: PLC0415  # the same

    theme = arguments.theme or ("system" if line is None else "light")
    accounts_url = base_url if line is None else line.base_url
    language, appearance = _language(arguments), Appearance(theme)
    vault, clock = MemoryVault(), MovableClock()
    asyncio.run(
        set_up_shop(profile, vault, clock, base_url=accounts_url, language=language, appearance=appearance)
    )
    launch = Launch(
        profile=profile,
        vault=vault,
        language=language,
        appearance=appearance,
        size=arguments.size,
        plan=None if line is None else TOUR_PLAN,
        sync_plan=None if line is None else TOUR_SYNC_PLAN,
        # The tour's faults fall on calls by their number: nothing reads on beside it.
        list_plan=None if line is None else WHEN_ASKED,
        clock=clock,
    )
    if line is not None:
        return _run_tour(arguments, launch, clock, base_url, line)

    async def drive(application: Application) -> int:
        from cashier.demo.phone_window import PhoneWindow  # noqa: PLC0415  # Qt comes after the scale

        application.window.mark_as_sandbox()
        phone = PhoneWindow(base_url)
        phone.show_beside(application.window)
        await application.ended()
        await phone.end()
        return 0

    return run_application(launch, drive)


def _run_tour(
    arguments: argparse.Namespace, launch: Launch, clock: MovableClock, base_url: str, line: CuttableLine
) -> int:
    from cashier.app import LOG_NAME  # noqa: PLC0415  # Qt comes after the scale
    from cashier.demo.qt_messages import QtMessages  # noqa: PLC0415  # the same
    from cashier.demo.tour import Tour  # noqa: PLC0415  # the same
    from cashier.run import run_application  # noqa: PLC0415  # the same

    folder = arguments.tour.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for left_over in (*folder.glob("[0-9][0-9]-*.png"), *folder.glob("tour.json")):
        left_over.unlink()
    with QtMessages() as messages:
        tour = Tour(
            clock=clock,
            base_url=base_url,
            line=line,
            log_path=launch.profile / LOG_NAME,
            qt_warnings=messages.warnings,
            folder=folder,
            say=_say,
        )
        return run_application(launch, tour.run)


def _language(arguments: argparse.Namespace) -> Language:
    from PySide6.QtCore import QLocale  # noqa: PLC0415  # Qt comes after the scale

    from cashier.services.preferences import Language, language_of_locale  # noqa: PLC0415  # the same

    if arguments.language:
        return Language(arguments.language)
    return language_of_locale(QLocale.system().name())


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1366x768")
    return int(width), int(height)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
