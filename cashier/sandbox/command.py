"""The sandbox as a process of its own: ``cashier sandbox``."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
import threading
from contextlib import suppress
from typing import Final

import msgspec

from cashier.sandbox import credentials
from cashier.sandbox.phone import PhoneMessage
from cashier.sandbox.server import LOOPBACK, serving
from cashier.sandbox.world import World

DEFAULT_PORT: Final = 8787

_WIDTH: Final = 16


class Ready(msgspec.Struct, kw_only=True):
    """The line of JSON that says the sandbox serves."""

    base_url: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``cashier sandbox`` understands."""
    parser.add_argument(
        "--port", type=int, default=DEFAULT_PORT, help="port on 127.0.0.1, 0 for any free one (%(default)s)"
    )
    parser.add_argument(
        "--history", type=int, default=0, metavar="N", help="past records of each provider (%(default)s)"
    )
    parser.add_argument(
        "--seed", type=int, default=0, metavar="S", help="of history, ids, codes and outcomes (%(default)s)"
    )
    parser.add_argument("--exit-with-stdin", action="store_true", help="end when standard input is closed")


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted, terminated, or (if asked) standard input is closed; return the exit code.

    Standard output gets a page to read, one line of JSON (`Ready`) once the sandbox serves, and from then on a
    line for each code that a customer is sent.
    """
    world = World(arguments.seed)
    try:
        asyncio.run(_serve(world, arguments))
    except OSError as error:
        sys.stderr.write(f"cashier sandbox: {LOOPBACK}:{arguments.port}: {error.strerror or error}\n")
        return 1
    except KeyboardInterrupt:
        # Where the loop cannot take signals, an interrupt arrives here; it is an end like any other.
        return 0
    return 0


async def _serve(world: World, arguments: argparse.Namespace) -> None:
    leave = asyncio.Event()
    loop = asyncio.get_running_loop()
    for wanted in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: there an interrupt raises KeyboardInterrupt instead
            loop.add_signal_handler(wanted, leave.set)
    past = world.past(count=arguments.history, seed=arguments.seed, days=365)
    for provider in world.providers.values():
        provider.on_message = _say_message
        provider.add_history(credentials.MAIN_ACCOUNT, past)
    async with serving(world, arguments.port) as base_url:
        if arguments.exit_with_stdin:
            threading.Thread(target=_leave_with_stdin, args=(loop, leave), daemon=True).start()
        _say(_introduction(world, base_url))
        _say(msgspec.json.encode(Ready(base_url=base_url)).decode())
        await leave.wait()


def _leave_with_stdin(loop: asyncio.AbstractEventLoop, leave: asyncio.Event) -> None:
    # os.read, because a thread inside sys.stdin's own lock would abort the interpreter as it shuts down.
    while os.read(sys.stdin.fileno(), 4096):
        pass
    with suppress(RuntimeError):  # the loop is closed already: leaving for another reason
        loop.call_soon_threadsafe(leave.set)


def _introduction(world: World, base_url: str) -> str:
    lines = [
        "The sandbox plays payment providers on this machine. All of it is made up, and no money moves.",
        "",
    ]
    for name, provider in world.providers.items():
        lines.append(f"  {name:{_WIDTH}}{base_url}/{name}")
        facts = [(setting.replace("_", " "), value) for setting, value in provider.main_settings.items()]
        facts += [("customer", f"{number} ({word})") for number, word in provider.customers.items()]
        lines += [f"  {'':{_WIDTH}}{fact:20}{value}" for fact, value in facts]
    return "\n".join([*lines, f"  {'control':{_WIDTH}}{base_url}/control", ""])


def _say_message(message: PhoneMessage) -> None:
    what = f"code {message.code}" if message.kind == "code" else f"token {message.key}"
    to = f"to customer {message.customer}: " if message.customer else "to the customer: "
    _say(f"{to}{what} for {message.amount} {message.unit} ({message.provider}, {message.key})")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
