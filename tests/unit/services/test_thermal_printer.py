"""Receipt printers spoken to directly, over the network and as a device."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from cashier.services.thermal_printer import (
    DevicePrinter,
    NetworkPrinter,
    PrinterAddressError,
    PrinterError,
    PrinterUnreachableError,
    Raster,
    escpos_of,
    printer_at,
)

PICTURE = Raster(width_bytes=2, rows=300, bits=bytes(range(200)) * 3)


def test_a_picture_goes_in_slices_and_comes_out_whole() -> None:
    """Each slice says its width in bytes and its rows; together they are the picture, then paper is cut."""
    data = escpos_of(PICTURE, kicks_drawer=False)
    assert data.startswith(b"\x1b@")
    left, bits, rows = data[2:], b"", 0
    while left.startswith(b"\x1dv0\x00"):
        width, count = int.from_bytes(left[4:6], "little"), int.from_bytes(left[6:8], "little")
        bits += left[8 : 8 + width * count]
        rows += count
        left = left[8 + width * count :]
    assert (bits, rows) == (PICTURE.bits, 300)
    assert left == b"\x1dV\x42\x18"


def test_the_drawer_opens_only_when_wanted() -> None:
    """The kick is the last thing that is sent."""
    kick = b"\x1bp\x00\x19\xfa"
    assert escpos_of(PICTURE, kicks_drawer=True) == escpos_of(PICTURE, kicks_drawer=False) + kick


def test_a_picture_of_another_size_than_said_is_none() -> None:
    """A printer would take what is missing from whatever comes next."""
    with pytest.raises(ValueError, match="no 2 rows"):
        Raster(width_bytes=2, rows=2, bits=b"123")


def test_a_network_printer_is_sent_every_byte() -> None:
    """And the connection is closed behind them."""

    async def story() -> bytes:
        got: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

        async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            got.set_result(await reader.read())
            writer.close()

        async with await asyncio.start_server(take, "127.0.0.1", 0) as server:
            await NetworkPrinter("127.0.0.1", server.sockets[0].getsockname()[1]).send(b"x" * 100_000)
            return await got

    assert asyncio.run(story()) == b"x" * 100_000


def test_a_printer_that_is_off_is_said() -> None:
    """Nobody listens: nothing was printed."""
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        port = unheard.getsockname()[1]
        with pytest.raises(PrinterUnreachableError):
            asyncio.run(NetworkPrinter("127.0.0.1", port).send(b"x"))


def test_a_device_is_written_to(tmp_path: Path) -> None:
    """One receipt after the other."""
    device = tmp_path / "lp0"
    device.touch()
    for data in (b"first", b"second"):
        asyncio.run(DevicePrinter(device).send(data))
    assert device.read_bytes() == b"firstsecond"


def test_a_device_that_is_none_is_said(tmp_path: Path) -> None:
    """Its folder is missing, or it is something else."""
    with pytest.raises(PrinterUnreachableError):
        asyncio.run(DevicePrinter(tmp_path / "gone" / "lp0").send(b"x"))
    with pytest.raises(PrinterError):
        asyncio.run(DevicePrinter(tmp_path).send(b"x"))


@pytest.mark.parametrize(
    ("address", "host", "port"),
    [
        ("192.0.2.7", "192.0.2.7", 9100),
        (" printer.example:9101 ", "printer.example", 9101),
        ("۱۹۲.۰.۲.۷:۹۱۰۱", "192.0.2.7", 9101),
        ("١٩٢\u066b٠\u066b٢\u066b٧", "192.0.2.7", 9100),
    ],
)
def test_addresses_of_hosts(address: str, host: str, port: int) -> None:
    """The port is 9100 unless one is given; digits of any language are the same."""
    printer = printer_at(address)
    assert isinstance(printer, NetworkPrinter)
    assert (printer.host, printer.port) == (host, port)


@pytest.mark.parametrize("address", ["/dev/usb/lp0", r"\\till\receipts", "C:/receipts.bin"])
def test_addresses_of_devices(address: str) -> None:
    """Paths and shared names."""
    printer = printer_at(address)
    assert isinstance(printer, DevicePrinter)
    assert printer.path == Path(address)


@pytest.mark.parametrize(
    "address", ["", " ", "printer:", ":9100", "printer:0", "printer:70000", "a b", "p:x"]
)
def test_what_is_no_address(address: str) -> None:
    """Said before anything is sent."""
    with pytest.raises(PrinterAddressError):
        printer_at(address)
