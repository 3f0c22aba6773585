"""Where backups are kept: disks and networks that do not all behave as the profile's own."""

from __future__ import annotations

import errno
import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from cashier.storage import backup_check, file_steps


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/home/shop/a b?#%.db"), "file:///home/shop/a%20b%3F%23%25.db"),
        (PureWindowsPath("D:\\Cashier backups\\one.db"), "file:///D:/Cashier%20backups/one.db"),
        # SQLite takes no name of a computer where a web address has one.
        (PureWindowsPath("\\\\server\\shop\\one.db"), "file:////server/shop/one.db"),
    ],
)
def test_a_file_on_another_computer_has_a_name_that_sqlite_takes(
    path: PurePosixPath | PureWindowsPath, uri: str
) -> None:
    """A second folder is often on the shop's network."""
    assert backup_check.uri_of(path) == uri


@pytest.mark.skipif(os.name == "nt", reason="folders are not put on the disk there")
@pytest.mark.parametrize("number", [errno.EINVAL, errno.EOPNOTSUPP])
def test_a_file_system_that_puts_no_folder_on_the_disk_takes_files_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Some of sticks and networks know no such thing; that is no trouble of the disk, which is told."""

    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    file_steps.sync_folder(tmp_path)

    def fail(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        file_steps.sync_folder(tmp_path)
