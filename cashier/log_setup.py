"""Where the program's log goes: one file of JSON lines in the profile, without secrets.

Records are formatted and redacted where they are logged, and written by a thread of their own: the disk is
never waited for by the window.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import logging.handlers
import os
import sys
import traceback
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from queue import Queue
from typing import TextIO, cast

import structlog

from cashier.domain.redaction import Redactor

MAX_FILE_BYTES = 2 * 1024 * 1024
MAX_FILES = 5


class LogOutput:
    """What `configure_logging` set up; made by it only."""

    def __init__(
        self, handlers: list[logging.Handler], file: _LogFile | None, queue: Queue[logging.LogRecord]
    ) -> None:
        self._handlers = handlers
        self._file = file
        self._queue = queue
        self._listener = logging.handlers.QueueListener(queue, file) if file else None
        self._is_open = True
        if self._listener:
            self._listener.start()
        atexit.register(self.close)

    def flush(self) -> None:
        """Wait until everything logged so far is in the file. Waits for the disk: not for the GUI thread."""
        self._queue.join()

    def close(self) -> None:
        """Write what is left, stop the thread and let go of the file; also happens by itself at exit."""
        if not self._is_open:
            return
        self._is_open = False
        atexit.unregister(self.close)
        for handler in self._handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()
        if self._listener and self._file:
            self._listener.stop()
            self._file.close()


def configure_logging(
    path: Path | None, redactor: Redactor, *, stderr_level: int | None = None, level: int = logging.INFO
) -> LogOutput:
    """Send structlog's and the standard library's records to one place, redacted. Called once, at start.

    Args:
        path: the log file; its folder exists. It and its predecessors (`.1` to `.4`) hold 2 MiB each and are
            for this user only. None writes no file.
        redactor: secrets may be added to it at any time.
        stderr_level: also write records of this level and above to stderr, for people at work on the program.
        level: records below it are dropped.

    Raises:
        OSError: the file cannot be opened.
    """
    queue: Queue[logging.LogRecord] = Queue()
    file = None
    handlers: list[logging.Handler] = []
    if path is not None:
        file = _LogFile(path, redactor)
        handlers.append(_ToQueue(queue, redactor))
    if stderr_level is not None:
        handlers.append(_ToStderr(stderr_level, redactor))
    if not handlers:
        # Without any handler the standard library writes warnings to stderr by itself, unredacted.
        handlers.append(logging.NullHandler())
    root = logging.getLogger()
    root.setLevel(level)
    for handler in handlers:
        root.addHandler(handler)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.processors.StackInfoRenderer(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    return LogOutput(handlers, file, queue)


def _formatter(redactor: Redactor, renderer: structlog.types.Processor) -> logging.Formatter:
    def redact(
        _logger: structlog.types.WrappedLogger, _method: str, event: structlog.types.EventDict
    ) -> structlog.types.EventDict:
        return redactor.redact_mapping(event)

    return structlog.stdlib.ProcessorFormatter(
        # What a record of the standard library brings along in `extra`.
        foreign_pre_chain=[structlog.stdlib.ExtraAdder()],
        # Redaction comes after exceptions have become text, and last before the rendering.
        processors=[_add_origin, structlog.processors.format_exc_info, redact, renderer],
    )


def _add_origin(
    _logger: structlog.types.WrappedLogger, _method: str, event: structlog.types.EventDict
) -> structlog.types.EventDict:
    record: logging.LogRecord = event.pop("_record")
    del event["_from_structlog"]
    origin = {
        "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "logger": record.name,
    }
    # Twice: first in the line, and not to be overwritten by an event's own field of the same name.
    return {**origin, **event, **origin}


class _ReportsFaults(logging.Handler):
    """Says on stderr what kept a record from being written.

    The standard library's own report quotes the record's message and arguments, unredacted.
    """

    redactor: Redactor

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the standard library's name
        if sys.stderr is None:  # a windowed program on Windows has none
            return
        fault = self.redactor.redact_text(traceback.format_exc())
        # With stderr closed as well there is nobody left to tell.
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"A log record of {record.name}, line {record.lineno}, was lost.\n{fault}")


class _ToQueue(_ReportsFaults, logging.handlers.QueueHandler):
    """Turns a record into its line, here and now, and leaves the writing to the queue's thread."""

    def __init__(self, queue: Queue[logging.LogRecord], redactor: Redactor) -> None:
        super().__init__(queue)
        self.redactor = redactor
        self.setFormatter(_formatter(redactor, structlog.processors.JSONRenderer(ensure_ascii=False)))


class _ToStderr(_ReportsFaults, logging.StreamHandler[TextIO]):
    """Lines for a person at a terminal."""

    def __init__(self, level: int, redactor: Redactor) -> None:
        super().__init__()
        self.redactor = redactor
        self.setLevel(level)
        # The plain traceback: the fancy ones show local variables.
        renderer = structlog.dev.ConsoleRenderer(
            colors=False, exception_formatter=structlog.dev.plain_traceback
        )
        self.setFormatter(_formatter(redactor, renderer))


class _LogFile(_ReportsFaults, logging.handlers.RotatingFileHandler):
    """The rotating file, for this user only from its first moment."""

    def __init__(self, path: Path, redactor: Redactor) -> None:
        self.redactor = redactor
        super().__init__(
            path,
            maxBytes=MAX_FILE_BYTES,
            backupCount=MAX_FILES - 1,
            encoding="utf-8",
            # Half a surrogate pair becomes its escape, which JSON reads back.
            errors="backslashreplace",
        )

    def _open(self) -> TextIOWrapper:
        # Kept open, and closed by the handler. Not Path.open, which takes no opener.
        file = open(  # noqa: SIM115
            self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors, opener=_open_private
        )
        return cast("TextIOWrapper", file)


def _open_private(name: str, flags: int) -> int:
    descriptor = os.open(name, flags, 0o600)
    if os.name != "nt":
        os.fchmod(descriptor, 0o600)  # an older file may have been opened up
    return descriptor
