"""The log: one private, rotating file of JSON lines, with no secret in it, written by a thread of its own."""

from __future__ import annotations

import io
import json
import logging
import os
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog

from cashier import log_setup
from cashier.domain.redaction import REDACTED, Redactor
from cashier.log_setup import LogOutput, configure_logging

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no mode bits")
SECRET = "marked/secret 0123"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the log goes."""
    return tmp_path / "cashier.log"


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    """Leave logging as it was found, whatever a test sets up."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    yield
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
    root.setLevel(level)
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


@pytest.fixture
def redactor() -> Redactor:
    """Return a redactor that knows the marked secret."""
    redactor = Redactor()
    redactor.add(SECRET)
    return redactor


@pytest.fixture
def output(path: Path, redactor: Redactor) -> Iterator[LogOutput]:
    """Log into the file."""
    output = configure_logging(path, redactor)
    yield output
    output.close()


def fail(error: Exception) -> None:
    """Raise `error` from a frame with a local variable that no log may show."""
    local = "local-" + "value"
    if local:
        raise error


def only_to(output: LogOutput, patch: pytest.MonkeyPatch) -> None:
    """Take pytest's own handlers away, which raise what they cannot format."""
    patch.setattr(logging.getLogger(), "handlers", list(output._handlers))


def lines(output: LogOutput, path: Path) -> list[dict[str, Any]]:
    """Return what is in the file so far, decoded."""
    output.flush()
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_an_event_is_one_json_line(output: LogOutput, path: Path) -> None:
    """An event has an aware UTC timestamp, level, logger and its own fields, Persian ones readable."""
    structlog.contextvars.bind_contextvars(operation="op-1")
    before = datetime.now(UTC)
    structlog.get_logger("cashier.test").info("پرداخت شد", amount_rial=1500, level="not this one")
    (line,) = lines(output, path)
    timestamp = datetime.fromisoformat(line.pop("timestamp"))
    assert timestamp.utcoffset() == timedelta(0)
    assert before - timedelta(milliseconds=1) <= timestamp <= datetime.now(UTC)
    assert line == {
        "level": "info",
        "logger": "cashier.test",
        "event": "پرداخت شد",
        "amount_rial": 1500,
        "operation": "op-1",
    }
    assert "پرداخت" in path.read_text("utf-8")


def test_no_secret_reaches_the_file(output: LogOutput, path: Path) -> None:
    """Secrets in events, fields, arguments, extras, exceptions and stacks are gone, in every spelling."""
    log = structlog.get_logger("cashier.test")
    standard = logging.getLogger("some.client")
    log.info("got %s", SECRET)
    log.info("nested", answer={"list": [SECRET], "apiKey": "short-lived-1"}, what=ValueError(SECRET))
    log.info(f"https://a.example/?k=marked%2Fsecret+0123&pin={SECRET}")  # noqa: G004  # the point of the test
    standard.warning("said %s and %r", SECRET, {"password": "short-lived-2"}, extra={"also": SECRET})
    try:
        fail(ConnectionError(f"no answer from https://a.example/?access_password=short-lived-3&x={SECRET}"))
    except ConnectionError:
        log.exception("failed")
        standard.exception("failed", stack_info=True)
    log.warning("with a stack", stack_info=True)
    written = lines(output, path)
    assert len(written) == 7
    assert "ConnectionError" in written[4]["exception"]
    assert "ConnectionError" in written[5]["exception"]
    assert "test_no_secret_reaches_the_file" in written[5]["stack_info"]
    assert "test_no_secret_reaches_the_file" in written[6]["stack"]
    assert written[3]["also"] == REDACTED
    text = path.read_text("utf-8")
    for secret in ("marked", "0123", "short-lived"):
        assert secret not in text


def test_a_librarys_own_line_is_redacted(output: LogOutput, path: Path) -> None:
    """The line an HTTP library writes for each request keeps its address and loses the key in it."""
    address = httpx.URL(
        "https://a.example/list", params={"apiKey": "unregistered", "note": SECRET, "pageNo": 1}
    )
    logging.getLogger("some.client").info('HTTP Request: %s %s "%s"', "GET", address, "HTTP/1.1 200 OK")
    (line,) = lines(output, path)
    assert line["logger"] == "some.client"
    assert line["event"] == (
        f'HTTP Request: GET https://a.example/list?apiKey={REDACTED}&note={REDACTED}&pageNo=1 "HTTP/1.1 200 OK"'
    )


def test_a_secret_added_later_is_redacted_from_then_on(
    output: LogOutput, path: Path, redactor: Redactor
) -> None:
    """Accounts come while the program runs, and so do their secrets."""
    redactor.add("a-new-secret")
    logging.getLogger("x").info("a-new-secret")
    assert lines(output, path)[0]["event"] == REDACTED


def test_records_below_the_level_are_dropped(output: LogOutput, path: Path) -> None:
    """Debug lines of this program and of its libraries are not written by default."""
    structlog.get_logger("x").debug("no")
    logging.getLogger("httpcore").debug("no")
    assert lines(output, path) == []


@posix_only
def test_the_file_is_for_this_user_only(path: Path, redactor: Redactor) -> None:
    """The file is 0600, even if an older one had been opened up."""
    path.touch(0o644)
    path.chmod(0o644)
    configure_logging(path, redactor).close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_on_windows_the_mode_is_left_to_the_folder(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no fchmod none is called."""
    monkeypatch.setattr(os, "fchmod", None, raising=False)
    monkeypatch.setattr(os, "name", "nt")
    with open(str(path), "x", encoding="utf-8", opener=log_setup._open_private):
        pass
    monkeypatch.undo()
    assert path.exists()


@posix_only
def test_five_files_at_most_and_all_private(
    path: Path, redactor: Redactor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log rotates by size, keeps four predecessors, none larger than said or readable by others."""
    assert (log_setup.MAX_FILE_BYTES, log_setup.MAX_FILES) == (2 * 1024 * 1024, 5)
    monkeypatch.setattr(log_setup, "MAX_FILE_BYTES", 1000)
    output = configure_logging(path, redactor)
    for number in range(100):
        logging.getLogger("x").info("line %d", number)
    assert lines(output, path)[-1]["event"] == "line 99"
    output.close()
    files = sorted(path.parent.iterdir())
    assert [file.name for file in files] == ["cashier.log", *(f"cashier.log.{n}" for n in range(1, 5))]
    for file in files:
        assert file.stat().st_size <= 1000
        assert file.stat().st_mode & 0o777 == 0o600


def test_the_disk_is_waited_for_by_another_thread(
    output: LogOutput, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever logs is not held up by the file."""
    assert output._file is not None
    writers: list[str] = []
    emit = output._file.emit

    def noting_emit(record: logging.LogRecord) -> None:
        writers.append(threading.current_thread().name)
        emit(record)

    monkeypatch.setattr(output._file, "emit", noting_emit)
    logging.getLogger("x").info("hello")
    assert lines(output, path)[0]["event"] == "hello"
    assert writers
    assert threading.current_thread().name not in writers


def test_close_writes_what_is_left(path: Path, redactor: Redactor) -> None:
    """Everything logged before the end is in the file; closing twice is no error; nothing follows."""
    output = configure_logging(path, redactor)
    for number in range(200):
        logging.getLogger("x").info("line %d", number)
    output.close()
    output.close()
    logging.getLogger("x").info("too late")
    assert len(path.read_text("utf-8").splitlines()) == 200


def test_stderr_gets_warnings_for_people_at_work(
    path: Path, redactor: Redactor, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a level for stderr, warnings and their tracebacks go there too, redacted and without locals."""
    output = configure_logging(path, redactor, stderr_level=logging.WARNING)
    logging.getLogger("x").info("quiet")
    try:
        fail(ValueError(SECRET))
    except ValueError:
        structlog.get_logger("x").exception("loud", pin="12")
    output.close()
    shown = capsys.readouterr().err
    assert "loud" in shown
    assert "ValueError" in shown
    for absent in ("quiet", "marked", "12'", "local-value"):
        assert absent not in shown


def test_without_a_file_and_stderr_nothing_is_shown(
    redactor: Redactor, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even the standard library's handler of last resort writes a warning, which it would not redact."""
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    output = configure_logging(None, redactor)
    logging.getLogger("x").warning(SECRET)
    output.flush()
    output.close()
    assert capsys.readouterr() == ("", "")


def test_a_record_that_cannot_be_made_is_reported_without_its_secrets(
    output: LogOutput, path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong format string is said on stderr, without the arguments, and the next record is written."""
    only_to(output, monkeypatch)
    logging.getLogger("a.client").info("%d", SECRET)
    logging.getLogger("a.client").info("next")
    assert [line["event"] for line in lines(output, path)] == ["next"]
    shown = capsys.readouterr().err
    assert "A log record of a.client" in shown
    assert "TypeError" in shown
    assert "marked" not in shown


def test_a_full_disk_is_reported_and_stops_nothing(
    output: LogOutput, path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record that the disk refuses is lost, said so, and the ones after it are written again."""

    class FullDisk(io.StringIO):
        """Takes nothing."""

        def write(self, _text: str) -> int:
            raise OSError(28, "No space left on device")

    assert output._file is not None
    with monkeypatch.context() as patch:
        patch.setattr(output._file, "stream", FullDisk())
        logging.getLogger("x").info("lost")
        output.flush()
    logging.getLogger("x").info("kept")
    assert [line["event"] for line in lines(output, path)] == ["kept"]
    assert "No space left on device" in capsys.readouterr().err


@pytest.mark.parametrize("stderr", [None, "closed"])
def test_without_stderr_a_fault_stops_nothing(
    output: LogOutput, path: Path, stderr: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A windowed program has no stderr, or a dead one; its log goes on."""
    closed = io.StringIO()
    closed.close()
    with monkeypatch.context() as patch:
        only_to(output, patch)
        patch.setattr(sys, "stderr", closed if stderr else None)
        logging.getLogger("x").info("%d", "no number")
    logging.getLogger("x").info("next")
    assert [line["event"] for line in lines(output, path)] == ["next"]


def test_half_a_surrogate_pair_is_written_as_json(
    output: LogOutput, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Broken text from outside does not break the log, and reads back as it was."""
    # What pytest keeps of a log it hands from process to process, which it cannot with such a text.
    only_to(output, monkeypatch)
    logging.getLogger("x").info("broken \ud800")
    assert lines(output, path)[0]["event"] == "broken \ud800"


def test_a_log_that_cannot_be_opened_is_an_error_at_start(tmp_path: Path, redactor: Redactor) -> None:
    """The caller learns at once that there will be no log."""
    with pytest.raises(FileNotFoundError):
        configure_logging(tmp_path / "no" / "cashier.log", redactor)
