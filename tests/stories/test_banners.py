"""What the frame says of lines and clock while the real sandbox fails in every way, and what it advises."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cashier.domain.account import Account, Setting
from cashier.domain.money import Money
from cashier.providers.errors import ProviderError
from cashier.sandbox.credentials import (
    DIGIBANK_API_KEY,
    PAYSTAR_ACCESS_PASSWORD,
    PAYSTAR_API_KEY,
    PAYSTAR_APPLICATION_ID,
    PAYSTAR_DEPOSIT,
    PAYSTAR_REFRESH_TOKEN,
    RESID_AUTHORIZATION_CODE,
    RESID_MERCHANT,
)
from cashier.sandbox.server import SandboxServer
from cashier.services.accounts import AccountForm
from cashier.services.payment_form import CheckedPayment
from cashier.services.preferences import Appearance, Language, Preferences
from cashier.services.till import Till
from cashier.ui.language import LanguageController
from cashier.ui.locale_format import isolate, isolate_ltr
from cashier.ui.main_window import MainWindow
from cashier.ui.pages.settings_page import SettingsPage
from cashier.ui.style.theme import ThemeController
from cashier.ui.widgets import Banner, NavigationRail, StateKind

Run = Callable[[Awaitable[Any]], Any]
Wait = Callable[[Callable[[], object]], None]

VALUES: Mapping[str, Mapping[str, Setting]] = {
    "digibank": {"api_key": DIGIBANK_API_KEY},
    "resid": {"authorization_code": RESID_AUTHORIZATION_CODE, "merchant": RESID_MERCHANT},
    "paystar": {
        "application_id": PAYSTAR_APPLICATION_ID,
        "access_password": PAYSTAR_ACCESS_PASSWORD,
        "refresh_token": PAYSTAR_REFRESH_TOKEN,
        "api_key": PAYSTAR_API_KEY,
        "deposit": PAYSTAR_DEPOSIT,
    },
}


class Shop:
    """A shop's window, its accounts, and calls to their providers."""

    def __init__(self, till: Till, window: MainWindow, language: LanguageController, run: Run) -> None:
        self.till = till
        self.window = window
        self.language = language
        self.run = run
        self.accounts: dict[str, Account] = {}

    def add(self, provider: str, base_url: str) -> None:
        """Add an account, called by the provider's name in capitals."""
        self.accounts[provider] = self.run(self.till.accounts.add(self.form(provider, base_url)))

    def form(self, provider: str, base_url: str, **values: Setting) -> AccountForm:
        """Return an account as typed."""
        return AccountForm(
            provider=provider,
            label=provider.upper(),
            base_url=base_url,
            values={**VALUES[provider], **values},
        )

    def call(self, *providers: str) -> None:
        """Have each account's connection tested, as a person does in the settings."""
        for provider in providers:
            account = self.accounts[provider]
            form = self.form(provider, account.base_url)
            with suppress(ProviderError):
                self.run(self.till.accounts.test(form, account.id))

    @property
    def banner(self) -> Banner:
        """The strip over the pages."""
        return self.window.findChildren(Banner, "frame.banner")[-1]

    def said(self) -> str:
        """Return what the banner says, nothing if it is not shown."""
        return self.banner.text() if self.banner.isVisible() else ""

    def foot(self) -> str:
        """Return what the rail's foot says of the connection."""
        return str(self.window.findChildren(NavigationRail)[-1]._connection.text())


@pytest.fixture
def shop(qapp: QApplication, run: Run, till: Till) -> Iterator[Shop]:
    """Return a shop without accounts, in English, on Tehran's time."""
    preferences = Preferences(
        shop_name="Sunny Shop",
        language=Language.ENGLISH,
        appearance=Appearance.LIGHT,
        time_zone="Asia/Tehran",
    )
    operator = run(till.operators.set_up_till(preferences, name="Nora Example", pin="482913"))
    theme = ThemeController(qapp)
    language = LanguageController(qapp, theme)
    window = MainWindow(theme, language)
    window.use_preferences(till.preferences.current)
    window.show()
    run(window.open_pages(till, operator))
    yield Shop(till, window, language, run)
    language.use(Language.ENGLISH, till.preferences.current.zone)
    window.allow_closing()
    run(asyncio.sleep(0))
    window.deleteLater()
    for translator in language.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def two(shop: Shop, sandbox: SandboxServer) -> Shop:
    """Return the shop with an account at digibank and one at resid, both of which work."""
    for provider in ("digibank", "resid"):
        shop.add(provider, sandbox.url(provider))
    assert shop.foot() == "Not tried yet"
    shop.call("digibank", "resid")
    assert (shop.foot(), shop.said()) == ("Online", "")
    return shop


def _local_time(shop: Shop, provider: str) -> str:
    (line,) = [
        line for line in shop.till.connectivity.lines() if line.account_id == shop.accounts[provider].id
    ]
    return f"{line.since.astimezone(ZoneInfo('Asia/Tehran')):%H:%M}"


def test_a_provider_with_a_fault_is_named_and_another_advised(two: Shop, sandbox: SandboxServer) -> None:
    """Its name and the time are set apart from the sentence around them; the next good answer clears it all."""
    sandbox.control.fault("error_before", "digibank", times=None)
    two.call("digibank")
    since = isolate_ltr(_local_time(two, "digibank"))
    assert two.said() == (
        f"The provider of the account {isolate('DIGIBANK')} has had a fault of its own since {since}. Use another"
        " account for now; what is not known yet is asked about again by itself."
    )
    assert two.foot() == "Provider has a fault"
    assert two.banner._kind is StateKind.WARNING
    sandbox.control.clear_faults()
    two.call("digibank")
    assert (two.foot(), two.said()) == ("Online", "")


def test_an_only_account_is_not_named(shop: Shop, sandbox: SandboxServer) -> None:
    """Where there is one account, there is one provider."""
    shop.add("digibank", sandbox.url("digibank"))
    sandbox.control.fault("error_before", "digibank", times=None)
    shop.call("digibank")
    assert shop.said().startswith("The provider has had a fault of its own since ")
    assert "Take payments another way for now" in shop.said()


def test_one_that_cannot_be_reached_while_others_can_is_named(two: Shop) -> None:
    """The shop is not offline: the advice is to use the other account."""
    with SandboxServer() as gone:
        base_url = gone.url("resid")
    account = two.accounts["resid"]
    two.accounts["resid"] = two.run(two.till.accounts.change(account.id, two.form("resid", base_url)))
    two.call("resid", "digibank")
    assert two.said().startswith(f"No connection to the account {isolate('RESID')} since ")
    assert two.said().endswith("though there is one to others. Use another account for now.")
    assert two.foot() == "No connection"


def test_when_nobody_can_be_reached_the_shop_is_offline_until_somebody_can(
    shop: Shop, wait_until: Wait
) -> None:
    """The foot says since when; the banner says that nothing is lost; the first answer ends it."""
    with SandboxServer() as before:
        port = int(before.base_url.rpartition(":")[2])
        for provider in ("digibank", "resid"):
            shop.add(provider, before.url(provider))
        shop.call("digibank", "resid")
        assert shop.foot() == "Online"
    shop.call("digibank")
    since = isolate_ltr(_local_time(shop, "digibank"))
    assert f"No connection to the account {isolate('DIGIBANK')}" in shop.said()
    shop.call("resid")
    assert shop.foot() == f"Offline since {since}"
    assert shop.said().startswith(f"No connection since {since}. Nothing is lost:")
    shop.language.use(Language.ARABIC, ZoneInfo("Asia/Tehran"))
    arabic = since.translate({ord("0") + digit: 0x0660 + digit for digit in range(10)})
    wait_until(lambda: arabic in shop.foot())
    assert arabic in shop.said()
    shop.language.use(Language.ENGLISH, ZoneInfo("Asia/Tehran"))
    with SandboxServer(port):
        shop.call("resid", "digibank")
        assert (shop.foot(), shop.said()) == ("Online", "")


def test_a_refused_key_leads_to_the_settings_and_a_new_one_clears_it(
    two: Shop, sandbox: SandboxServer
) -> None:
    """The banner's button opens the settings; storing another key takes the banner away without a call."""
    sandbox.control.put_account("digibank", api_key="another-made-up-key")
    two.call("digibank")
    assert two.said().startswith(f"The key of the account {isolate('DIGIBANK')} is not accepted.")
    assert two.foot() == "Credentials refused"
    assert two.banner._kind is StateKind.DANGER
    action = two.window.findChildren(QPushButton, "frame.bannerAction")[-1]
    assert action.isVisible()
    QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    assert two.window.findChildren(SettingsPage)[-1].isVisible()
    account = two.accounts["digibank"]
    form = two.form("digibank", account.base_url, api_key="another-made-up-key")
    two.run(two.till.accounts.change(account.id, form))
    assert (two.foot(), two.said()) == ("Online", "")


def test_an_address_that_is_not_registered_is_told_as_that(two: Shop, sandbox: SandboxServer) -> None:
    """Where the provider's refusal names the address, so does the advice; no button, it is not in the settings."""
    two.add("paystar", sandbox.url("paystar"))
    sandbox.control.put_account("paystar", allowed_addresses=["192.0.2.1"])
    two.call("paystar")
    assert two.said() == (
        f"The provider of the account {isolate('PAYSTAR')} does not know this shop's internet address. Ask it to"
        " register the address."
    )
    assert two.foot() == "Address not registered"
    assert not two.window.findChildren(QPushButton, "frame.bannerAction")[-1].isVisible()


def test_a_refusal_of_the_address_that_says_nothing_but_401_is_taken_as_one_of_the_key(
    two: Shop, sandbox: SandboxServer
) -> None:
    """Digibank's numbers are not published; the advice leads to where its own words are shown."""
    sandbox.control.put_account("digibank", allowed_addresses=["192.0.2.1"])
    two.call("digibank")
    assert two.said().endswith("testing it there shows what the provider says.")


@pytest.mark.parametrize(
    ("told_error_s", "sentence"),
    [
        (-600, "This computer's clock is 10 minutes fast."),
        (900, "This computer's clock is 15 minutes slow."),
        (-3 * 3600, "This computer's clock is fast by 3 h."),
        (26 * 3600, "This computer's clock is slow by 1 d 2 h."),
    ],
)
def test_a_wrong_clock_is_told_with_how_much(
    two: Shop, sandbox: SandboxServer, told_error_s: int, sentence: str
) -> None:
    """The providers' own answers tell; setting it right clears the banner at the next answer. The line is well."""
    sandbox.control.set_told_error(told_error_s)
    two.call("digibank", "digibank")
    # The header tells whole seconds: of a whole hour a second may be missing.
    said = two.said().replace("2 h 59 min", "3 h").replace("1 d 1 h", "1 d 2 h")
    assert said == f"{sentence} Set it right: receipts and expiry times depend on it."
    assert two.foot() == "Online"
    sandbox.control.set_told_error(0)
    two.call("resid", "digibank")
    assert two.said() == ""


def test_one_answer_with_a_wrong_time_is_no_news(two: Shop, sandbox: SandboxServer) -> None:
    """A single fault of the provider's clock bothers nobody."""
    sandbox.control.fault("clock_off", "digibank", seconds=900)
    two.call("digibank", "digibank", "resid")
    assert two.said() == ""


def test_what_must_be_seen_to_comes_before_what_may_pass(two: Shop, sandbox: SandboxServer) -> None:
    """Key, then a lost line, then a fault, then the clock: as each is cured, the next is told."""
    two.add("paystar", sandbox.url("paystar"))
    sandbox.control.set_told_error(-600)
    two.call("resid", "resid")
    assert "10 minutes fast" in two.said()
    sandbox.control.fault("error_before", "resid", times=None)
    two.call("resid")
    assert isolate("RESID") in two.said()
    sandbox.control.put_account("digibank", api_key="another-made-up-key")
    two.call("digibank", "paystar")
    assert isolate("DIGIBANK") in two.said()
    sandbox.control.put_account("digibank", api_key=DIGIBANK_API_KEY)
    two.call("digibank")
    assert isolate("RESID") in two.said()
    sandbox.control.clear_faults()
    two.call("resid")
    assert "10 minutes fast" in two.said()


def test_a_dismissed_notice_gives_way_to_what_stays_true(two: Shop, sandbox: SandboxServer) -> None:
    """A sentence over the page hides the banner only until it is closed."""
    frame = two.window.frame
    assert frame is not None
    sandbox.control.fault("error_before", "digibank", times=None)
    two.call("digibank")
    frame.show_notice(StateKind.INFO, "Something else.")
    assert two.said() == "Something else."
    QTest.mouseClick(
        two.window.findChildren(QPushButton, "frame.bannerAction")[-1], Qt.MouseButton.LeftButton
    )
    assert isolate("DIGIBANK") in two.said()


def test_a_removed_account_takes_its_banner_with_it(two: Shop, sandbox: SandboxServer) -> None:
    """What nobody uses any more concerns nobody."""
    sandbox.control.fault("error_before", "digibank", times=None)
    two.call("digibank")
    assert two.said()
    two.run(two.till.accounts.remove(two.accounts["digibank"].id))
    assert (two.foot(), two.said()) == ("Online", "")


def test_a_payment_teaches_the_banner_as_well(two: Shop, sandbox: SandboxServer, wait_until: Wait) -> None:
    """It is the calls of the day that are learnt from, not only those made to test."""
    sandbox.control.fault("wrong_credentials", "resid", "create")

    async def ask() -> None:
        order = CheckedPayment(money=Money.of("50000", "IRR"), customer_no="", note="")
        await two.till.payments.request(two.till.payments.new_intent(), two.accounts["resid"], order)

    two.run(ask())
    wait_until(lambda: isolate("RESID") in two.said())
    assert "is not accepted" in two.said()
