"""Receipt printers that are spoken to directly, in ESC/POS: a picture in black and white, a cut, the cash drawer.

PrinterError                  the receipt was not printed
├── PrinterUnreachableError   nobody answers at that address, or there is no such device
└── PrinterAddressError       this is no address of a printer
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cashier.domain.digits import to_latin_digits

DEFAULT_PORT = 9100
_CONNECT_TIMEOUT_S = 5.0
_SEND_TIMEOUT_S = 20.0
_HIGHEST_PORT = 65_535

# As Epson's reference of ESC/POS names them.
_INITIALISE = b"\x1b@"
_RASTER = b"\x1dv0\x00"
_FEED_AND_CUT = b"\x1dV\x42\x18"
_KICK_DRAWER = b"\x1bp\x00\x19\xfa"
# Small printers hold little: a tall picture goes in slices.
_ROWS_IN_SLICE = 128


class PrinterError(Exception):
    """The receipt was not printed."""


class PrinterUnreachableError(PrinterError):
    """Nobody answers at that address, or there is no such device."""


class PrinterAddressError(PrinterError):
    """This is no address of a printer: neither a host, nor a host and a port, nor a path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """A picture in black and white.

    Attributes:
        width_bytes: of one row, eight dots a byte, the first one in the highest bit.
        rows: how many.
        bits: row after row; 1 is black.
    """

    width_bytes: int
    rows: int
    bits: bytes

    def __post_init__(self) -> None:
        if len(self.bits) != self.width_bytes * self.rows:
            raise ValueError(f"{len(self.bits)} bytes are no {self.rows} rows of {self.width_bytes}")


def escpos_of(raster: Raster, *, kicks_drawer: bool) -> bytes:
    """Return what has a printer print the picture, cut the paper and, if wanted, open the drawer."""
    parts = [_INITIALISE]
    for first in range(0, raster.rows, _ROWS_IN_SLICE):
        rows = min(_ROWS_IN_SLICE, raster.rows - first)
        head = raster.width_bytes.to_bytes(2, "little") + rows.to_bytes(2, "little")
        start = first * raster.width_bytes
        parts += [_RASTER, head, raster.bits[start : start + rows * raster.width_bytes]]
    parts.append(_FEED_AND_CUT)
    if kicks_drawer:
        parts.append(_KICK_DRAWER)
    return b"".join(parts)


class PrinterTransport(Protocol):
    """How bytes come to a printer."""

    async def send(self, data: bytes) -> None:
        """Hand all of it over.

        Raises:
            PrinterError: if that failed; part of it may have been printed.
        """


class NetworkPrinter:
    """A printer that listens on the shop's network, as nearly all do, on port 9100."""

    def __init__(self, host: str, port: int = DEFAULT_PORT) -> None:
        self.host = host
        self.port = port

    async def send(self, data: bytes) -> None:
        """Hand all of it over; raises as `PrinterTransport` says."""
        try:
            async with asyncio.timeout(_CONNECT_TIMEOUT_S):
                _, writer = await asyncio.open_connection(self.host, self.port)
        except (OSError, TimeoutError) as error:
            raise PrinterUnreachableError(f"{self.host}:{self.port} does not answer") from error
        try:
            async with asyncio.timeout(_SEND_TIMEOUT_S):
                writer.write(data)
                await writer.drain()
        except (OSError, TimeoutError) as error:
            raise PrinterError(f"{self.host}:{self.port} did not take it all") from error
        finally:
            writer.close()
            # It has what it was sent; how it hangs up says nothing more.
            with contextlib.suppress(OSError, TimeoutError):
                async with asyncio.timeout(_CONNECT_TIMEOUT_S):
                    await writer.wait_closed()


class DevicePrinter:
    """A printer that is a file: `/dev/usb/lp0`, a shared printer's name, or an ordinary file for a look."""

    def __init__(self, path: Path) -> None:
        self.path = path

    async def send(self, data: bytes) -> None:
        """Hand all of it over, on a thread; raises as `PrinterTransport` says."""

        def write() -> None:
            # Never made by opening it: where there is no device, there would be a file of that name from then on.
            device = os.open(self.path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
            try:
                left = memoryview(data)
                while left:
                    left = left[os.write(device, left) :]
            finally:
                os.close(device)

        try:
            async with asyncio.timeout(_SEND_TIMEOUT_S):
                await asyncio.to_thread(write)
        except FileNotFoundError as error:
            raise PrinterUnreachableError(f"there is no {self.path}") from error
        except (OSError, TimeoutError) as error:
            raise PrinterError(f"{self.path} did not take it all") from error


def printer_at(address: str) -> PrinterTransport:
    r"""Return the printer at `address`: `192.0.2.7`, `printer.example:9100`, `/dev/usb/lp0`, `\\till\receipts`.

    Raises:
        PrinterAddressError: if it is none of these.
    """
    text = address.strip()
    if text[:1] not in {"/", "\\"}:
        # As a person types it on a keyboard of their own language.
        text = to_latin_digits(text).replace("\u066b", ".")
    if not text or any(character.isspace() for character in text):
        raise PrinterAddressError("no address of a printer")
    if text.startswith(("/", "\\\\")) or text[1:3] in {":/", ":\\"}:
        return DevicePrinter(Path(text))
    host, colon, port = text.rpartition(":")
    if not colon:
        return NetworkPrinter(text)
    if not host or not port.isascii() or not port.isdecimal() or not 0 < int(port) <= _HIGHEST_PORT:
        raise PrinterAddressError("no address of a printer")
    return NetworkPrinter(host, int(port))
