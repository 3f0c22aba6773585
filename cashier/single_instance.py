"""One program a profile: whoever comes second shows the first one's window and goes.

The lock is a file in the profile. The system lets go of it with its process, however that ends; the file that a
killed process leaves is taken over. Who came second finds the first one's door, a local socket of this user's, by
the profile's path.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOCK_NAME: Final = "till.lock"
RUNNING_MUTEX: Final = "CashierTillIsRunning"
"""By this name Windows's installer knows that a till runs, and has a person close it first."""

_SHOW: Final = b"show\n"
_SHOWN: Final = b"shown\n"
# The first may still be starting: its lock comes before its window, and its door after it.
_PATIENCE_S: Final = 5.0
_ONE_WAIT_MS: Final = 250
_PAUSE_S: Final = 0.05


class Place(Enum):
    """How it stands with a profile for whoever wants to run on it."""

    OURS = "ours"
    SHOWN = "shown"  # another process runs on it, and showed its window
    NO_ANSWER = "no_answer"  # another process runs on it, and does not answer


class ProfileInUseError(Exception):
    """Another process runs on the profile, and does not answer."""


class SingleInstance:
    """This process's claim on a profile.

    Args:
        profile: the folder; made if there is none.
        patience_s: how long the first process may take to answer.
    """

    def __init__(self, profile: Path, *, patience_s: float = _PATIENCE_S) -> None:
        self._profile = profile
        self._patience_s = patience_s
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None

    @property
    def door_name(self) -> str:
        """The name of the local socket: the same for every process of this user on this profile."""
        import hashlib  # noqa: PLC0415  # after the first paint

        whose = f"{_user()}\0{self._profile.resolve()}"
        return f"cashier-{hashlib.sha256(whose.encode()).hexdigest()[:24]}"

    def take(self) -> Place:
        """Take the profile, or have the process that holds it show its window.

        A profile whose folder cannot be written to counts as ours: the database says better what is wrong.
        """
        try:
            self._profile.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            _warn("profile_not_made", error=repr(error))
            return Place.OURS
        lock = QLockFile(str(self._profile / LOCK_NAME))
        # A till runs for days: its lock never counts as left over because of its age alone.
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            self._lock = lock
            return Place.OURS
        if lock.error() is not QLockFile.LockError.LockFailedError:
            _warn("profile_not_locked", error=lock.error().name)
            return Place.OURS
        if self._ask_first_to_show():
            return Place.SHOWN
        # Its process number may be another program's by now. The system still knows whether the file is held: if it
        # is, it is not removed.
        if lock.removeStaleLockFile() and lock.tryLock(0):
            self._lock = lock
            return Place.OURS
        return Place.NO_ANSWER

    def open_door(self, show: Callable[[], None]) -> None:
        """Call `show` whenever somebody comes second. Needs the event loop."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415  # after the first paint

        _let_installer_know()
        if self._lock is None:
            return
        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # Left by a process that was killed; nobody else's, since the lock is ours.
        QLocalServer.removeServer(self.door_name)
        if not server.listen(self.door_name):
            _warn("door_not_opened", error=server.errorString())
            return

        def welcome() -> None:
            while (socket := server.nextPendingConnection()) is not None:
                _welcome(socket, show)

        server.newConnection.connect(welcome)
        self._server = server

    def release(self) -> None:
        """Let go of the profile."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _ask_first_to_show(self) -> bool:
        _let_first_come_to_front()
        deadline = time.monotonic() + self._patience_s
        while time.monotonic() < deadline:
            if self._ask_once(deadline):
                return True
            time.sleep(_PAUSE_S)
        return False

    def _ask_once(self, deadline: float) -> bool:
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  # only whoever comes second asks

        socket = QLocalSocket()
        socket.connectToServer(self.door_name)
        if not socket.waitForConnected(_ONE_WAIT_MS):
            return False
        socket.write(_SHOW)
        heard = b""
        # Whatever was written to a door is read when its process comes to it: one question is enough.
        while time.monotonic() < deadline and socket.state() is QLocalSocket.LocalSocketState.ConnectedState:
            if socket.waitForReadyRead(_ONE_WAIT_MS):
                heard += socket.readAll().data()
            if heard.startswith(_SHOWN):
                return True
        return False


def _welcome(socket: QLocalSocket, show: Callable[[], None]) -> None:
    heard = bytearray()

    def read() -> None:
        heard.extend(socket.readAll().data()[: len(_SHOW)])
        if heard.startswith(_SHOW):
            heard.clear()
            show()
            socket.write(_SHOWN)
            socket.disconnectFromServer()
        elif len(heard) >= len(_SHOW):
            socket.abort()

    socket.readyRead.connect(read)
    socket.disconnected.connect(socket.deleteLater)
    if socket.bytesAvailable():
        read()


def _user() -> str:
    import getpass  # noqa: PLC0415  # after the first paint

    # A user may have no name, as in some containers; the profile's path tells them apart well enough then.
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def _let_first_come_to_front() -> None:
    # On Windows only the program that has the keyboard may bring a window to the front: for now that is this one,
    # and it hands the right on to whoever asks next.
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # only there

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)


def _warn(event: str, **facts: str) -> None:
    import structlog  # noqa: PLC0415  # takes longer to import than all of this, and is not needed on a good day

    structlog.get_logger(__name__).warning(event, **facts)


def _let_installer_know() -> None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # only there

        # Never closed: the system does that when the process ends, however it ends.
        ctypes.windll.kernel32.CreateMutexW(None, False, RUNNING_MUTEX)
