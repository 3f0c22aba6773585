"""What the cashier typed for a payment, checked field by field before anything is asked of anyone.

PaymentFormError    carries what is wrong, by field
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cashier.domain.account import Account
from cashier.domain.amount_text import AmountError, parse_amount
from cashier.domain.digits import is_digit, to_latin_digits
from cashier.domain.money import Money, unit_of
from cashier.domain.text import one_line
from cashier.providers.protocol import PaymentTraits

# Longer than any account number or note that still fits a receipt line.
MAXIMUM_CUSTOMER_LENGTH = 40
MAXIMUM_NOTE_LENGTH = 200


class FormProblem(Enum):
    """What is wrong with a field, other than an amount."""

    UNIT_NOT_TAKEN = "unit_not_taken"
    CUSTOMER_EMPTY = "customer_empty"
    CUSTOMER_NOT_DIGITS = "customer_not_digits"
    CUSTOMER_TOO_LONG = "customer_too_long"
    NOTE_TOO_LONG = "note_too_long"


class PaymentFormError(ValueError):
    """What was typed cannot be sent.

    Attributes:
        amount: what is wrong with the amount, if anything.
        problems: what is wrong with the other fields: `unit`, `customer`, `note`.
    """

    def __init__(self, amount: AmountError | None, problems: dict[str, FormProblem]) -> None:
        super().__init__("the payment cannot be sent as typed")
        self.amount = amount
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentForm:
    """What stands in the form, as typed."""

    amount: str
    unit: str
    customer_no: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPayment:
    """What may be sent."""

    money: Money
    customer_no: str
    note: str


def check_payment_form(form: PaymentForm, account: Account, traits: PaymentTraits) -> CheckedPayment:
    """Return what the form means.

    Raises:
        PaymentFormError: if any field is empty, unclear or not for this account; names every such field at once.
    """
    problems: dict[str, FormProblem] = {}
    money, amount_error = None, None
    if form.unit not in units_taken(account):
        problems["unit"] = FormProblem.UNIT_NOT_TAKEN
    try:
        money = parse_amount(form.amount, unit_of(form.unit))
    except AmountError as error:
        amount_error = error
    customer_no = _customer_no(form.customer_no, account, traits, problems)
    note = one_line(form.note)
    if len(note) > MAXIMUM_NOTE_LENGTH:
        problems["note"] = FormProblem.NOTE_TOO_LONG
    if money is None or problems:
        raise PaymentFormError(amount_error, problems)
    return CheckedPayment(money=money, customer_no=customer_no, note=note)


def units_taken(account: Account) -> list[str]:
    """Return the codes of the units the account takes, the one offered first in front."""
    return account.text("units").upper().split()


def _customer_no(
    typed: str, account: Account, traits: PaymentTraits, problems: dict[str, FormProblem]
) -> str:
    if not traits.names_customer:
        return ""
    # Spaces group the number on cards and screens; they are not part of it.
    customer_no = to_latin_digits(one_line(typed)).replace(" ", "")
    if not customer_no:
        problems["customer"] = FormProblem.CUSTOMER_EMPTY
    elif len(customer_no) > MAXIMUM_CUSTOMER_LENGTH:
        problems["customer"] = FormProblem.CUSTOMER_TOO_LONG
    elif not account.switch("customer_letters") and not all(map(is_digit, customer_no)):
        problems["customer"] = FormProblem.CUSTOMER_NOT_DIGITS
    return customer_no
