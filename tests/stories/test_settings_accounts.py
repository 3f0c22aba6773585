"""A manager adds, tests, changes and removes accounts, and sets how the till looks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from cashier.domain.money import Money
from cashier.domain.payment import Payment, PaymentState
from cashier.sandbox.credentials import (
    DIGIBANK_API_KEY,
    PAYSTAR_ACCESS_PASSWORD,
    PAYSTAR_APPLICATION_ID,
    PAYSTAR_DEPOSIT,
    PAYSTAR_REFRESH_TOKEN,
    RESID_AUTHORIZATION_CODE,
    RESID_MERCHANT,
)
from cashier.services.accounts import AccountForm
from cashier.services.preferences import Appearance, Language
from cashier.storage import payments
from cashier.ui.account_sheet import TestResult
from cashier.ui.pages.settings_page import SettingsPage
from cashier.ui.widgets import Banner, Sheet, StateKind


@pytest.fixture
def settings(till, tasks, show):
    """Show the settings of a till without accounts."""
    return show(SettingsPage(till, tasks))


@pytest.fixture
def digibank(till, run, sandbox):
    """Return a digibank account of the shop that works against the sandbox."""
    return run(
        till.accounts.add(
            AccountForm(
                provider="digibank",
                label="Counter",
                base_url=sandbox.url("digibank"),
                values={"api_key": DIGIBANK_API_KEY},
            )
        )
    )


def _result(settings):
    return settings.find(TestResult, "account.testResult")


def _fill_digibank(settings, sandbox, key=DIGIBANK_API_KEY):
    settings.press("settings.addAccount")
    settings.write("account.label", "Counter")
    settings.write("account.baseUrl", sandbox.url("digibank"))
    settings.write("account.api_key", key)


def test_adds_an_account_that_is_kept(settings, till, run, vault, sandbox, wait_until):
    """Filled in and saved with Enter, the account stands in the list, its secret in the vault only."""
    _fill_digibank(settings, sandbox)
    settings.key("account.api_key", Qt.Key.Key_Return)
    wait_until(lambda: settings.shows("settings.accounts"))
    (account,) = run(till.accounts.in_use())
    assert (account.provider, account.label) == ("digibank", "Counter")
    assert run(vault.get(account.secret_name("api_key"))) == DIGIBANK_API_KEY
    assert "api_key" not in account.settings
    assert settings.shows(f"settings.edit.{account.id}")
    assert not Sheet.any_open(settings.page)


def test_a_double_click_saves_one_account(settings, till, run, sandbox, wait_until):
    """Two clicks on Save make one account."""
    _fill_digibank(settings, sandbox)
    settings.press("account.save")
    settings.press("account.save")
    wait_until(lambda: not Sheet.any_open(settings.page))
    assert len(run(till.accounts.in_use())) == 1


def test_a_test_says_that_it_works_without_storing(settings, till, run, sandbox, wait_until):
    """Tested against the provider, the account as typed works; nothing is stored yet."""
    _fill_digibank(settings, sandbox)
    settings.press("account.test")
    wait_until(lambda: _result(settings).text())
    assert _result(settings).kind() is StateKind.SUCCESS
    assert run(till.accounts.in_use()) == []
    assert sandbox.control.calls("digibank", "list")


def test_a_wrong_key_is_told_in_the_providers_words(settings, said, sandbox, wait_until):
    """The provider's refusal stands in the result, is said aloud, and what was typed stays."""
    _fill_digibank(settings, sandbox, key="not-the-key")
    settings.press("account.test")
    wait_until(lambda: _result(settings).text())
    assert _result(settings).kind() is StateKind.DANGER
    assert "does not accept this account's credentials" in _result(settings).text()
    assert settings.text("account.api_key") == "not-the-key"
    assert said[-1].is_urgent
    assert said[-1].text.startswith("Does not work. The provider does not accept")


@pytest.mark.parametrize(
    ("fault", "arguments", "message"),
    [
        ("error_before", {"status": 503}, "has a fault of its own"),
        ("reset_before", {}, "did not answer"),
        ("html_page", {}, "answer cannot be read"),
    ],
)
def test_what_a_test_meets_is_told(settings, sandbox, wait_until, fault, arguments, message):
    """Each way a test can fail has its own sentence."""
    sandbox.control.fault(fault, "digibank", times=None, **arguments)
    _fill_digibank(settings, sandbox)
    settings.press("account.test")
    wait_until(lambda: _result(settings).text())
    assert message in _result(settings).text()


def test_a_change_during_a_test_stops_it(settings, sandbox, wait_until):
    """A result about what is no longer typed is never shown, and a new test can begin."""
    sandbox.control.fault("hold_before", "digibank", "list")
    _fill_digibank(settings, sandbox)
    settings.press("account.test")
    wait_until(lambda: sandbox.control.calls("digibank", "list"))
    settings.write("account.label", "Other counter")
    assert not settings.find(QWidget, "account.test").is_busy()
    sandbox.control.clear_faults()
    settings.press("account.test")
    wait_until(lambda: _result(settings).text())
    assert _result(settings).kind() is StateKind.SUCCESS


def test_what_is_missing_is_told_beside_each_field(settings, till, run, wait_until):
    """An empty form names every field at fault, in one go, and stores nothing."""
    settings.press("settings.addAccount")
    settings.write("account.baseUrl", "http://example.com")
    settings.press("account.save")
    wait_until(lambda: settings.problem("account.label"))
    assert settings.problem("account.label") == "This is needed."
    assert settings.problem("account.api_key") == "This is needed."
    assert "https://" in settings.problem("account.baseUrl")
    assert settings.text("account.baseUrl") == "http://example.com"
    assert run(till.accounts.in_use()) == []


def test_a_problem_in_a_folded_field_unfolds_it(settings, sandbox, wait_until):
    """A time-out that is no number is shown although it was folded away."""
    _fill_digibank(settings, sandbox)
    assert not settings.shows("account.call_timeout_s")
    settings.press("account.advanced")
    settings.write("account.call_timeout_s", "soon")
    settings.press("account.advanced")
    settings.press("account.save")
    wait_until(lambda: settings.shows("account.call_timeout_s"))
    assert settings.problem("account.call_timeout_s") == "Write whole seconds, from 1 to 120."


def test_what_was_typed_for_one_provider_waits_for_its_return(settings, sandbox):
    """Looking at another provider's fields and coming back loses nothing."""
    _fill_digibank(settings, sandbox)
    settings.press("account.provider.resid")
    assert settings.text("account.baseUrl") == "https://resid.ir"
    assert settings.shows("account.merchant")
    settings.press("account.provider.digibank")
    assert settings.text("account.baseUrl") == sandbox.url("digibank")
    assert settings.text("account.api_key") == DIGIBANK_API_KEY


def test_adds_and_tests_a_token_provider(settings, till, run, sandbox, wait_until):
    """A resid account is tested and saved in the same way."""
    settings.press("settings.addAccount")
    settings.press("account.provider.resid")
    settings.write("account.label", "Token")
    settings.write("account.baseUrl", sandbox.url("resid"))
    settings.write("account.authorization_code", RESID_AUTHORIZATION_CODE)
    settings.write("account.merchant", RESID_MERCHANT)
    settings.press("account.test")
    wait_until(lambda: _result(settings).text())
    assert _result(settings).kind() is StateKind.SUCCESS
    settings.press("account.save")
    wait_until(lambda: not Sheet.any_open(settings.page))
    assert [account.provider for account in run(till.accounts.in_use())] == ["resid"]


def test_a_kept_secret_never_comes_back(digibank, settings, till, run, vault, wait_until):
    """Editing shows no secret; left empty it stays in the vault."""
    wait_until(lambda: settings.shows(f"settings.edit.{digibank.id}"))
    settings.press(f"settings.edit.{digibank.id}")
    key = settings.find(QLineEdit, "account.api_key")
    wait_until(key.placeholderText)
    assert key.text() == ""
    assert key.echoMode() is QLineEdit.EchoMode.Password
    settings.write("account.label", "Front counter")
    settings.press("account.save")
    wait_until(lambda: not Sheet.any_open(settings.page))
    (account,) = run(till.accounts.in_use())
    assert account == replace(digibank, label="Front counter")
    assert run(vault.get(account.secret_name("api_key"))) == DIGIBANK_API_KEY


def test_a_tested_account_shows_its_line_in_the_list(digibank, settings, wait_until):
    """The row's chip follows the result of a test."""
    wait_until(lambda: settings.shows(f"settings.edit.{digibank.id}"))
    (row,) = settings.page._accounts.rows()
    assert row.line_word() == "Not tried yet"
    settings.press(f"settings.edit.{digibank.id}")
    settings.press("account.test")
    wait_until(lambda: row.line_word() == "Online")


def test_escape_asks_once_before_it_discards(settings, till, run, sandbox):
    """Esc with something typed asks; keeping returns to the form, discarding closes it without storing."""
    _fill_digibank(settings, sandbox)
    settings.key("account.label", Qt.Key.Key_Escape)
    settings.press("account.discard.keep")
    assert settings.text("account.label") == "Counter"
    settings.press("account.cancel")
    settings.press("account.discard.confirm")
    assert not Sheet.any_open(settings.page)
    assert run(till.accounts.in_use()) == []


def test_escape_closes_an_untouched_form(settings):
    """With nothing typed there is nothing to ask."""
    settings.press("settings.addAccount")
    settings.key("account.label", Qt.Key.Key_Escape)
    assert not Sheet.any_open(settings.page)


def test_removes_an_account_once_it_is_confirmed(digibank, settings, till, run, vault, wait_until):
    """Removing asks first; then account and secret are gone and the list says how to add one."""
    wait_until(lambda: settings.shows(f"settings.remove.{digibank.id}"))
    settings.press(f"settings.remove.{digibank.id}")
    settings.press("settings.removeAccount.keep")
    assert len(run(till.accounts.in_use())) == 1
    settings.press(f"settings.remove.{digibank.id}")
    settings.press("settings.removeAccount.confirm")
    wait_until(lambda: not settings.shows("settings.accounts"))
    assert run(till.accounts.in_use()) == []
    wait_until(lambda: not settings.page._accounts._is_removing)
    assert run(vault.get(digibank.secret_name("api_key"))) is None


def test_an_account_with_an_open_payment_stays(digibank, settings, till, run, wait_until):
    """An account whose payment is open cannot be removed, and the page says why."""
    now = till.session.clock.now()
    payment = Payment(
        id=till.session.new_id(),
        till_id=till.session.till_id,
        account_id=digibank.id,
        intent_id=till.session.new_id(),
        reference=till.session.new_reference(),
        money=Money.of("10", "USDT"),
        customer_no="00142277",
        note="",
        state=PaymentState.AWAITING_CUSTOMER,
        created_at=now,
        updated_at=now,
    )
    run(till.database.write(lambda connection: payments.insert(connection, payment)))
    wait_until(lambda: settings.shows(f"settings.remove.{digibank.id}"))
    settings.press(f"settings.remove.{digibank.id}")
    settings.press("settings.removeAccount.confirm")
    wait_until(lambda: settings.shows("settings.accountTrouble"))
    assert "still open" in settings.find(Banner, "settings.accountTrouble").text()
    assert len(run(till.accounts.in_use())) == 1


def test_language_and_appearance_hold_at_once(settings, till, wait_until):
    """A press on a card changes the preferences that the window listens to."""
    heard = []
    till.preferences.changes.subscribe(heard.append)
    settings.press("settings.language.ar")
    settings.press("settings.appearance.dark")
    wait_until(lambda: len(heard) == 2)
    assert (heard[-1].language, heard[-1].appearance) == (Language.ARABIC, Appearance.DARK)


def test_the_shops_name_and_zone_are_kept(settings, till, wait_until):
    """Entered with Enter, name and zone are stored; an empty name and an unknown zone are told and are not."""
    settings.write("settings.shopName", "Sample Café")
    settings.key("settings.shopName", Qt.Key.Key_Return)
    zone = settings.find(QComboBox, "settings.timeZone")
    zone.setCurrentText("Asia/Nowhere")
    zone.lineEdit().editingFinished.emit()
    assert settings.problem("settings.timeZone") == "There is no such time zone. Choose one from the list."
    zone.setCurrentText("Asia/Baghdad")
    zone.lineEdit().editingFinished.emit()
    wait_until(lambda: till.preferences.current.time_zone == "Asia/Baghdad")
    assert till.preferences.current.shop_name == "Sample Café"
    settings.write("settings.shopName", "")
    settings.key("settings.shopName", Qt.Key.Key_Return)
    assert settings.problem("settings.shopName") == "This is needed."
    assert till.preferences.current.shop_name == "Sample Café"


@pytest.fixture
def paystar(settings, sandbox):
    """Fill in a paystar account, which has numbers and limits among its settings."""
    settings.press("settings.addAccount")
    settings.press("account.provider.paystar")
    settings.write("account.label", "Out")
    settings.write("account.baseUrl", sandbox.url("paystar"))
    settings.write("account.application_id", PAYSTAR_APPLICATION_ID)
    settings.write("account.access_password", PAYSTAR_ACCESS_PASSWORD)
    settings.write("account.refresh_token", PAYSTAR_REFRESH_TOKEN)
    settings.write("account.deposit", PAYSTAR_DEPOSIT)
    return settings


def test_limits_and_counts_are_checked_beside_their_fields(paystar, till, run, wait_until):
    """What is no amount and no count is told where it was typed, folded or not."""
    paystar.write("account.limit_per_day", "much")
    paystar.press("account.advanced")
    assert paystar.text("account.transfers_per_call") == "10"
    paystar.write("account.transfers_per_call", "51")
    paystar.press("account.advanced")
    paystar.press("account.save")
    wait_until(lambda: paystar.problem("account.limit_per_day"))
    assert paystar.problem("account.limit_per_day") == "Write a whole amount in rial, or leave this empty."
    assert paystar.problem("account.transfers_per_call") == "Write a whole number, from 1 to 50."
    assert run(till.accounts.in_use()) == []


def test_a_limit_is_grouped_and_kept_plain(paystar, till, run, wait_until):
    """It is written in groups once it is typed, and in the language's digits; the API key may stay empty."""
    paystar.write("account.limit_per_day", "۵۰۰000000")
    edit = paystar.find(QLineEdit, "account.limit_per_day")
    edit.editingFinished.emit()
    assert edit.text() == "۵۰۰000000"
    paystar.write("account.limit_per_day", "500000000")
    edit.editingFinished.emit()
    assert edit.text() == "500,000,000"
    paystar.press("account.save")
    wait_until(lambda: not Sheet.any_open(paystar.page))
    (account,) = run(till.accounts.in_use())
    assert account.settings["limit_per_day"] == "500000000"
    assert account.settings["limit_per_withdrawal"] == ""
    assert account.settings["transfers_per_call"] == "10"
