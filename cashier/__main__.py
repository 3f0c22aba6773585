"""Start-up: the clock first, then the arguments; nothing heavy is imported before it is known what is wanted."""

from __future__ import annotations

import time

STARTED_AT_NS = time.perf_counter_ns()

import argparse  # noqa: E402  # the clock starts before everything
import os  # noqa: E402  # the same
import sys  # noqa: E402  # the same
from pathlib import Path  # noqa: E402  # the same
from typing import TYPE_CHECKING  # noqa: E402  # the same

from cashier.start_up import Phase, StartUpClock, as_json, as_table  # noqa: E402  # the same

if TYPE_CHECKING:
    from cashier.app import Application


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and return the exit status."""
    _have_streams()
    _give_back_library_path()
    given = sys.argv[1:] if arguments is None else arguments
    parser = _parser(given)
    chosen = parser.parse_args(given)
    if chosen.command == "sandbox" and chosen.phone:
        from cashier.demo.phone_command import run as run_phone  # noqa: PLC0415  # Qt, only for the phone

        return run_phone(chosen)
    if chosen.command == "sandbox":
        from cashier.sandbox.command import run  # noqa: PLC0415  # the till itself never needs it

        return run(chosen)
    if chosen.command == "demo":
        from cashier.demo.command import run as run_demo  # noqa: PLC0415  # the same

        return run_demo(chosen)
    return _run_till(chosen)


def _have_streams() -> None:
    """Send into nothing what is written where there is no console, as in the windowed program on Windows."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # until the process ends


def _give_back_library_path() -> None:
    """Take back what the bundle put into the environment for itself.

    The loader has read it. A program of the system's that is started from here, such as the one that shows a folder,
    is to find the system's libraries, not the bundle's.
    """
    if getattr(sys, "frozen", False) and sys.platform.startswith("linux"):
        before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
        if before is None:
            os.environ.pop("LD_LIBRARY_PATH", None)
        else:
            os.environ["LD_LIBRARY_PATH"] = before


def _parser(given: list[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cashier", description="A right-to-left till that never loses track of money."
    )
    parser.add_argument("--version", action="store_true", help="print the version and end")
    parser.add_argument(
        "--profile", type=Path, help="the folder with this till's data (default: this user's own)"
    )
    parser.add_argument("--language", choices=["fa", "ar", "en"], help="until the shop has chosen one")
    parser.add_argument(
        "--start-up-report",
        nargs="?",
        choices=["table", "json"],
        const="table",
        help="start, print how long each phase of it took, and end",
    )
    commands = parser.add_subparsers(dest="command")
    demo = commands.add_parser("demo", help="the real window on the embedded sandbox")
    sandbox = commands.add_parser("sandbox", help="play the four providers on this machine")
    wanted = next((word for word in given if word in {"demo", "sandbox"}), "")
    # Each command describes its own arguments; only the one that was asked for is imported.
    if wanted == "demo":
        from cashier.demo.command import add_arguments as add_demo_arguments  # noqa: PLC0415  # only then

        add_demo_arguments(demo)
    elif wanted == "sandbox":
        from cashier.sandbox.command import add_arguments  # noqa: PLC0415  # only then

        add_arguments(sandbox)
        sandbox.add_argument("--phone", action="store_true", help="show the customer's phone as well")
    return parser


def _run_till(chosen: argparse.Namespace) -> int:
    if chosen.version:
        from cashier import __version__  # noqa: PLC0415  # only then

        print(__version__)  # noqa: T201  # what was asked for
        return 0
    start_up = StartUpClock(STARTED_AT_NS)
    start_up.mark(Phase.ARGUMENTS)
    from cashier.domain.choices import Language  # noqa: PLC0415  # only when a window is wanted
    from cashier.launch import Launch  # noqa: PLC0415  # the same
    from cashier.run import run_application  # noqa: PLC0415  # the same

    launch = Launch(
        profile=chosen.profile or _own_profile(),
        language=Language(chosen.language) if chosen.language else None,
    )
    if chosen.start_up_report is None:
        return run_application(launch, start_up=start_up)

    async def report(application: Application) -> int:
        try:
            await application.settled()
            phases = start_up.phases()
            if chosen.start_up_report == "json":
                text = as_json(phases, start_up.at_ns(Phase.FIRST_PAINT))
            else:
                text = as_table(phases)
            print(text, flush=True)  # noqa: T201  # what was asked for
        finally:
            await application.stop()
        return 0

    return run_application(launch, report, start_up)


def _own_profile() -> Path:
    """Return the folder of this user's own till, where each system wants a program's data to be."""
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415  # not when a folder is given

    shared = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(shared) / "Cashier"


if __name__ == "__main__":
    sys.exit(main())
