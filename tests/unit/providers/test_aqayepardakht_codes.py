"""aqayepardakht's twenty numbers, however they are written."""

import json
from decimal import Decimal

import pytest

from cashier.domain.money import Money
from cashier.providers.aqayepardakht_codes import CODES, number_of
from cashier.providers.errors import CredentialsRefusedError, ProviderRefusedError
from cashier.providers.payout_protocol import PayoutOrder
from cashier.sandbox.aqayepardakht_records import Code

ORDER = PayoutOrder(
    withdrawal_id="w1",
    reference="REF00001",
    money=Money.of("1500000", "IRR"),
    iban="IR062960000000100324200001",
    holder="",
)
STYLES = {
    "minus_first": lambda number: f"-{number}",
    "minus_last": lambda number: f"{number}-",
    "number": lambda number: -number,
    "true_minus": lambda number: f"\u2212{number}",
    "true_minus_last": lambda number: f"{number} \u2212",
    "no_minus": lambda number: number,
    "persian": lambda number: f"-{number}".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")),
    "decimal": lambda number: Decimal(-number),
}


def test_all_twenty_are_there():
    """Each published number, and no other, with a sentence of its own."""
    assert sorted(CODES) == sorted(map(int, Code)) == list(range(-20, 0))
    assert all(code.code == str(number) for number, code in CODES.items())
    meanings = [code.meaning for code in CODES.values()]
    assert len(set(meanings)) == 20
    assert all(meaning.endswith(".") and "{" not in meaning for meaning in meanings)


@pytest.mark.parametrize("number", range(1, 21))
@pytest.mark.parametrize("style", STYLES)
def test_each_number_in_each_style(number, style):
    """The minus stands on either side, is a true one, or is left out."""
    assert number_of(STYLES[style](number)) == -number


@pytest.mark.parametrize(
    "code", [0, "0", 21, "-21", "", None, True, "-5.5", "5x", "--5", "-", [5], "1e1", 10**30]
)
def test_what_is_none_of_them(code):
    """Nothing is taken for one of the twenty that is not written as one."""
    assert number_of(code) is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (-8, ["IBAN is wrong", "no such withdrawal"]),
        (-11, ["balance", "zero"]),
        (-12, ["balance", "too small"]),
        (-13, ["PIN", "leave it out"]),
        (-18, ["Look first whether it is in the list", "a few minutes"]),
    ],
)
def test_what_some_must_say(number, words):
    """Both meanings of the ambiguous one, and the advice that saves money or a call."""
    assert all(word in CODES[number].meaning for word in words)


@pytest.mark.parametrize(
    ("numbers", "field", "order_field"),
    [
        ([-1, -3, -20], "account", "account"),
        ([-2, -4], "code", "account"),
        ([-13, -15], "pin", "account"),
        ([-5, -8, -16, -17], "iban", "iban"),
        ([-6, -9, -11, -12], "amount", "amount"),
        ([-7, -10, -14, -18, -19], "", ""),
    ],
)
def test_the_field_at_fault(numbers, field, order_field):
    """A setting of the account, or what was typed for the withdrawal."""
    assert {CODES[number].field for number in numbers} == {field}
    assert {CODES[number].order_field for number in numbers} == {order_field}


@pytest.mark.parametrize("number", range(1, 21))
@pytest.mark.parametrize("style", ["minus_first", "minus_last", "number"])
def test_each_refuses_a_withdrawal(sandbox, calls_of, number, style):
    """As -5 whichever way it came, naming the field at fault and adding no words of ours; nothing is made."""
    calls = calls_of("aqayepardakht")
    sandbox.control.put_account("aqayepardakht", code_style=style)
    sandbox.control.fault("refuse", "aqayepardakht", "request", code=str(STYLES[style](number)))
    with pytest.raises(ProviderRefusedError) as refused:
        calls(lambda client: client.submit([ORDER]))
    code = CODES[-number]
    assert refused.value.code == f"-{number}"
    assert refused.value.fields == ({code.order_field: []} if code.field else {})
    assert isinstance(refused.value, CredentialsRefusedError) is (number <= 4)
    assert sandbox.control.count("aqayepardakht").created == 0


@pytest.mark.parametrize("number", range(1, 21))
def test_each_as_a_bare_number(scripted, calls_of, number):
    """A JSON number says the same."""
    scripted.will_answer(json.dumps({"status": "error", "code": -number}), status=422)
    with pytest.raises(ProviderRefusedError) as refused:
        calls_of("aqayepardakht", scripted.base_url)(lambda client: client.submit([ORDER]))
    assert refused.value.code == f"-{number}"


@pytest.mark.parametrize("code", ["-21", "21-", "strange", "403"])
def test_an_unknown_code_is_shown_as_it_came(scripted, calls_of, code):
    """It marks no field."""
    scripted.will_answer(json.dumps({"status": "error", "code": code, "message": "پیام"}), status=422)
    with pytest.raises(ProviderRefusedError) as refused:
        calls_of("aqayepardakht", scripted.base_url)(lambda client: client.submit([ORDER]))
    assert (refused.value.code, refused.value.fields) == (code, {})
    assert refused.value.words == f"پیام ({code})"
