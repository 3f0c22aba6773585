"""Which digits the screen is written in is the shop's choice, and holds at once, everywhere."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from cashier.domain.digits import ARABIC_DIGITS, LATIN_DIGITS
from cashier.services.preferences import DigitChoice, Language
from cashier.services.till import Till
from cashier.ui.locale_format import current_locale_format, plain
from cashier.ui.widgets import AmountLabel, SelectableCard
from tests.stories.counter import Counter, Run


@pytest.fixture
def arabic(counter: Counter, till: Till, run: Run) -> Counter:
    """Speak Arabic, and follow the preferences as the program does."""
    till.preferences.changes.subscribe(counter.window.use_preferences)
    run(till.preferences.change(language=Language.ARABIC))
    return counter


def _choose(counter: Counter, choice: DigitChoice) -> None:
    counter.go_to("nav.settings")
    counter.find(SelectableCard, f"settings.digits.{choice.value}").click()
    counter.wait_until(
        lambda: (
            current_locale_format().digits("0")
            == (LATIN_DIGITS if choice is DigitChoice.LATIN else ARABIC_DIGITS)[0]
        )
    )


def test_arabic_with_its_own_digits(arabic: Counter, till: Till) -> None:
    """Arabic writes its own digits unless the shop says otherwise: as typed, and in the dialog."""
    assert till.preferences.current.digits is DigitChoice.BY_LANGUAGE
    arabic.fill("12500٫5", unit="USDT")
    amount = arabic.find(QLineEdit, "payment.amount")
    assert amount.text() == "١٢٬٥٠٠٫٥"
    assert arabic.find(QLineEdit, "payment.customer").text() == "00142277"
    arabic.press("payment.send")
    arabic.until_code()
    assert "١٢٬٥٠٠٫٥" in _dialog_amount(arabic)
    assert not set(_dialog_amount(arabic)) & set(LATIN_DIGITS)


def test_arabic_with_latin_digits(arabic: Counter, till: Till) -> None:
    """With 0-9 chosen the words stay Arabic, and amounts, times and what was typed already are in 0-9."""
    arabic.fill("1250", unit="USDT")
    amount = arabic.find(QLineEdit, "payment.amount")
    assert amount.text() == "١٬٢٥٠"
    _choose(arabic, DigitChoice.LATIN)
    assert till.preferences.current.language is Language.ARABIC
    assert amount.text() == "1,250"
    arabic.go_to("nav.payment")
    arabic.press("payment.send")
    arabic.until_code()
    assert "1,250" in _dialog_amount(arabic)
    assert not set(plain(arabic.said())) & set(ARABIC_DIGITS)
    fmt = current_locale_format()
    assert fmt.time(till.session.clock.now()).isascii()
    assert QApplication.layoutDirection() == fmt.direction


def test_it_can_be_taken_back(arabic: Counter, till: Till) -> None:
    """Chosen again, the language's own digits come back."""
    _choose(arabic, DigitChoice.LATIN)
    _choose(arabic, DigitChoice.BY_LANGUAGE)
    arabic.go_to("nav.payment")
    arabic.fill("7", unit="USDT")
    assert arabic.find(QLineEdit, "payment.amount").text() == "٧"
    assert till.preferences.current.digits is DigitChoice.BY_LANGUAGE


def _dialog_amount(counter: Counter) -> str:
    return counter.dialog().findChild(AmountLabel).accessibleName()
