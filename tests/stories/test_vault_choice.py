"""On a computer without a keyring, a person decides where the till's secrets are kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cashier.ui.vault_choice import VAULT_FILE_NAME, VaultChoicePage
from cashier.ui.widgets import Banner
from cashier.vault import FileVault, MemoryVault, UnavailableReason, VaultUnavailableError

PASSPHRASE = "کلاغ سبز 42"


@pytest.fixture
def chosen():
    """Return the vaults that were chosen."""
    return []


@pytest.fixture
def open_page(tmp_path, tasks, show, chosen, wait_until):
    """Return what shows the page once it knows whether there is a vault file."""

    def open_it():
        reason = VaultUnavailableError("no keyring here", reason=UnavailableReason.NO_KEYRING)
        screen = show(VaultChoicePage(tmp_path, reason, tasks, chosen.append))
        exists = (tmp_path / VAULT_FILE_NAME).exists()
        wait_until(lambda: screen.shows("vault.passphraseAgain") is not exists)
        return screen

    return open_it


def test_makes_an_encrypted_file(open_page, tmp_path, chosen, run, wait_until):
    """A passphrase typed twice makes a file that it opens again."""
    screen = open_page()
    screen.write("vault.passphrase", PASSPHRASE)
    screen.write("vault.passphraseAgain", PASSPHRASE)
    screen.press("vault.useFile")
    screen.press("vault.useFile")
    wait_until(lambda: chosen)
    (vault,) = chosen
    run(vault.put("account/1/key", "s3cret"))
    again = run(FileVault.open(tmp_path / VAULT_FILE_NAME, PASSPHRASE))
    assert run(again.get("account/1/key")) == "s3cret"
    assert screen.text("vault.passphrase") == ""


def test_a_short_passphrase_is_refused(open_page, tmp_path):
    """Seven characters are told to be too few, and no file is made."""
    screen = open_page()
    screen.write("vault.passphrase", "1234567")
    screen.write("vault.passphraseAgain", "1234567")
    screen.press("vault.useFile")
    assert screen.problem("vault.passphrase").startswith("This passphrase is too short")
    assert not (tmp_path / VAULT_FILE_NAME).exists()


def test_a_slip_in_the_second_passphrase_is_told(open_page, tmp_path):
    """Two different passphrases make no file."""
    screen = open_page()
    screen.write("vault.passphrase", PASSPHRASE)
    screen.write("vault.passphraseAgain", PASSPHRASE + "x")
    screen.press("vault.useFile")
    assert screen.problem("vault.passphraseAgain") == "The two passphrases are not the same."
    assert not (tmp_path / VAULT_FILE_NAME).exists()


def test_opens_the_file_of_an_earlier_run(open_page, tmp_path, chosen, run, wait_until):
    """Where there is a file its passphrase is asked once; a wrong one is told beside the field."""
    run(FileVault.create(tmp_path / VAULT_FILE_NAME, PASSPHRASE))
    screen = open_page()
    screen.write("vault.passphrase", "not this one")
    screen.key("vault.passphrase", Qt.Key.Key_Return)
    wait_until(lambda: screen.problem("vault.passphrase"))
    assert screen.problem("vault.passphrase") == "This passphrase does not open the vault."
    assert chosen == []
    screen.write("vault.passphrase", PASSPHRASE)
    screen.key("vault.passphrase", Qt.Key.Key_Return)
    wait_until(lambda: chosen)
    assert isinstance(chosen[0], FileVault)


def test_a_damaged_file_is_told_and_left_alone(open_page, tmp_path, chosen, wait_until):
    """A file that is no vault is reported; memory can still be chosen."""
    (tmp_path / VAULT_FILE_NAME).write_bytes(b"not a vault")
    screen = open_page()
    screen.write("vault.passphrase", PASSPHRASE)
    screen.press("vault.useFile")
    wait_until(lambda: screen.shows("vault.trouble"))
    assert "damaged" in screen.find(Banner, "vault.trouble").text()
    assert (tmp_path / VAULT_FILE_NAME).read_bytes() == b"not a vault"
    screen.press("vault.useMemory")
    assert isinstance(chosen[0], MemoryVault)


def test_memory_writes_nothing(open_page, tmp_path, chosen):
    """Chosen once by two clicks, memory leaves no vault file."""
    screen = open_page()
    screen.press("vault.useMemory")
    screen.press("vault.useMemory")
    assert [type(vault) for vault in chosen] == [MemoryVault]
    assert not (tmp_path / VAULT_FILE_NAME).exists()


def test_quit_closes_the_window(open_page):
    """Quit closes the window and chooses nothing."""
    screen = open_page()
    screen.press("vault.quit")
    assert not screen.page.isVisible()
