"""Start-up: the clock first, then the arguments; nothing heavy is imported before it is known what is wanted."""

from __future__ import annotations

import time

STARTED_AT_NS = time.perf_counter_ns()

import argparse  # noqa: E402  # the clock starts before everything
import sys  # noqa: E402  # the same
from pathlib import Path  # noqa: E402  # the same


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and return the exit status."""
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


def _parser(given: list[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cashier", description="A right-to-left till that never loses track of money."
    )
    parser.add_argument("--version", action="store_true", help="print the version and end")
    parser.add_argument(
        "--profile", type=Path, help="the folder with this till's data (default: this user's own)"
    )
    parser.add_argument("--language", choices=["fa", "ar", "en"], help="until the shop has chosen one")
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
    from cashier.app import Launch, run_application  # noqa: PLC0415  # Qt, only when a window is wanted
    from cashier.services.preferences import Language  # noqa: PLC0415  # the same

    return run_application(
        Launch(
            profile=chosen.profile or _own_profile(),
            language=Language(chosen.language) if chosen.language else None,
        )
    )


def _own_profile() -> Path:
    import platformdirs  # noqa: PLC0415  # not when a folder is given

    return Path(platformdirs.user_data_path("Cashier", appauthor=False))


if __name__ == "__main__":
    sys.exit(main())
