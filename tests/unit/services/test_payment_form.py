"""What may be typed for a payment, and what is said about the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cashier.domain.account import Account
from cashier.domain.amount_text import AmountProblem
from cashier.domain.money import Money
from cashier.providers.digibank_spec import DIGIBANK_TRAITS
from cashier.providers.resid_spec import RESID_TRAITS
from cashier.services.payment_form import (
    MAXIMUM_CUSTOMER_LENGTH,
    MAXIMUM_NOTE_LENGTH,
    FormProblem,
    PaymentForm,
    PaymentFormError,
    check_payment_form,
    units_taken,
)

ACCOUNT = Account(
    id="account-1",
    till_id="till-1",
    provider="digibank",
    label="1",
    base_url="https://pay.example.org",
    settings={"units": "usdt USD  IRR"},
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
)
LETTERS = replace(ACCOUNT, settings={**ACCOUNT.settings, "customer_letters": True})
FORM = PaymentForm(amount="10", unit="USDT", customer_no="1234", note="")


@pytest.mark.parametrize(
    ("amount", "unit", "problem"),
    [
        ("", "USDT", AmountProblem.EMPTY),
        ("   ", "USDT", AmountProblem.EMPTY),
        ("0", "USDT", AmountProblem.ZERO),
        ("۰٫۰۰", "USDT", AmountProblem.ZERO),
        ("-5", "USDT", AmountProblem.NEGATIVE),
        ("\u22125", "USDT", AmountProblem.NEGATIVE),
        ("1.123456789", "USDT", AmountProblem.TOO_PRECISE),
        ("1.5", "IRR", AmountProblem.TOO_PRECISE),
        ("1.234", "USDT", AmountProblem.AMBIGUOUS),
        ("1,23", "USDT", AmountProblem.AMBIGUOUS),
        ("1.2.3", "USDT", AmountProblem.AMBIGUOUS),
        ("1۲", "USDT", AmountProblem.MIXED_DIGITS),
        ("ten", "USDT", AmountProblem.NOT_A_NUMBER),
        ("1e3", "USDT", AmountProblem.NOT_A_NUMBER),
        ("=1+1", "USDT", AmountProblem.NOT_A_NUMBER),
        ("9" * 40, "USDT", AmountProblem.TOO_LARGE),
    ],
)
def test_amounts_that_are_refused(amount: str, unit: str, problem: AmountProblem) -> None:
    """Each has its own message, beside the amount and nowhere else."""
    with pytest.raises(PaymentFormError) as caught:
        check_payment_form(replace(FORM, amount=amount, unit=unit), ACCOUNT, DIGIBANK_TRAITS)
    assert caught.value.amount is not None
    assert caught.value.amount.problem is problem
    assert caught.value.problems == {}


@pytest.mark.parametrize(
    ("changed", "account", "problems"),
    [
        ({"customer_no": ""}, ACCOUNT, {"customer": FormProblem.CUSTOMER_EMPTY}),
        ({"customer_no": " \u200f\n "}, ACCOUNT, {"customer": FormProblem.CUSTOMER_EMPTY}),
        ({"customer_no": "sam0001"}, ACCOUNT, {"customer": FormProblem.CUSTOMER_NOT_DIGITS}),
        ({"customer_no": "12-34"}, ACCOUNT, {"customer": FormProblem.CUSTOMER_NOT_DIGITS}),
        ({"customer_no": "७"}, ACCOUNT, {"customer": FormProblem.CUSTOMER_NOT_DIGITS}),
        (
            {"customer_no": "1" * (MAXIMUM_CUSTOMER_LENGTH + 1)},
            ACCOUNT,
            {"customer": FormProblem.CUSTOMER_TOO_LONG},
        ),
        (
            {"customer_no": "a" * (MAXIMUM_CUSTOMER_LENGTH + 1)},
            LETTERS,
            {"customer": FormProblem.CUSTOMER_TOO_LONG},
        ),
        ({"note": "ن" * (MAXIMUM_NOTE_LENGTH + 1)}, ACCOUNT, {"note": FormProblem.NOTE_TOO_LONG}),
        ({"unit": "BTC"}, ACCOUNT, {"unit": FormProblem.UNIT_NOT_TAKEN}),
        ({"unit": ""}, ACCOUNT, {"unit": FormProblem.UNIT_NOT_TAKEN}),
    ],
)
def test_other_fields_that_are_refused(
    changed: dict[str, str], account: Account, problems: dict[str, FormProblem]
) -> None:
    """Each is named by its field."""
    with pytest.raises(PaymentFormError) as caught:
        check_payment_form(replace(FORM, **changed), account, DIGIBANK_TRAITS)
    assert caught.value.problems == problems
    assert caught.value.amount is None


def test_everything_wrong_is_said_at_once() -> None:
    """A person corrects a form once, not field by field."""
    form = PaymentForm(amount="", unit="EUR", customer_no="", note="x" * 999)
    with pytest.raises(PaymentFormError) as caught:
        check_payment_form(form, ACCOUNT, DIGIBANK_TRAITS)
    assert caught.value.amount is not None
    assert set(caught.value.problems) == {"unit", "customer", "note"}


@pytest.mark.parametrize(
    ("form", "account", "money", "customer_no", "note"),
    [
        (FORM, ACCOUNT, "10", "1234", ""),
        (replace(FORM, amount=" ۱٬۲۳۴٫۵ "), ACCOUNT, "1234.5", "1234", ""),
        (replace(FORM, amount="0.00000001"), ACCOUNT, "0.00000001", "1234", ""),
        (replace(FORM, customer_no=" ۱۲۳۴ ٥٦ "), ACCOUNT, "10", "123456", ""),
        (replace(FORM, customer_no="sam 0001"), LETTERS, "10", "sam0001", ""),
        (replace(FORM, note="  چای\u202e \n نمونه "), ACCOUNT, "10", "1234", "چای نمونه"),
        (replace(FORM, note="ن" * MAXIMUM_NOTE_LENGTH), ACCOUNT, "10", "1234", "ن" * MAXIMUM_NOTE_LENGTH),
    ],
)
def test_what_is_taken(form: PaymentForm, account: Account, money: str, customer_no: str, note: str) -> None:
    """Digits of any script, spaces within numbers, and text made harmless."""
    checked = check_payment_form(form, account, DIGIBANK_TRAITS)
    assert checked.money == Money.of(money, "USDT")
    assert (checked.customer_no, checked.note) == (customer_no, note)


def test_a_provider_that_names_no_customer_is_told_none() -> None:
    """What stands in a hidden field is not sent."""
    assert check_payment_form(FORM, ACCOUNT, RESID_TRAITS).customer_no == ""


def test_units_are_offered_in_the_accounts_order() -> None:
    """In capitals, the first one in front."""
    assert units_taken(ACCOUNT) == ["USDT", "USD", "IRR"]
