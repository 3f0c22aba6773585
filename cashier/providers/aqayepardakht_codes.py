"""The twenty numbers aqayepardakht refuses with: what each means at the counter, and which field is at fault."""

from __future__ import annotations

import re
from decimal import Decimal

from cashier.domain.digits import to_latin_digits
from cashier.domain.translation_marker import QT_TRANSLATE_NOOP
from cashier.providers.provider_code import ProviderCode

# The document writes the minus before the number and after it; others have met a true minus sign, and none.
_WRITTEN = re.compile(r"[-\u2212]?\s*(?P<number>[0-9]{1,3})\s*[-\u2212]?")


CODES: dict[int, ProviderCode] = {
    int(code.code): code
    for code in (
        ProviderCode(
            code="-1",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode", "The account number is empty. Type it in the account's settings."
            ),
            field="account",
        ),
        ProviderCode(
            code="-2",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode", "The encryption key is empty. Type it in the account's settings."
            ),
            field="code",
        ),
        ProviderCode(
            code="-3",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode",
                "aqayepardakht does not know this account number. Correct it in the account's settings.",
            ),
            field="account",
        ),
        ProviderCode(
            code="-4",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode", "The encryption key is wrong. Correct it in the account's settings."
            ),
            field="code",
        ),
        ProviderCode(
            code="-5",
            meaning=QT_TRANSLATE_NOOP("AqayepardakhtCode", "The IBAN is missing. Type it."),
            field="iban",
        ),
        ProviderCode(
            code="-6",
            meaning=QT_TRANSLATE_NOOP("AqayepardakhtCode", "The amount is missing. Type it."),
            field="amount",
        ),
        ProviderCode(
            code="-7",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode", "The number of the withdrawal is missing. Look for it in the list."
            ),
        ),
        ProviderCode(
            code="-8",
            # The provider's two lists disagree on this one only.
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode",
                "The IBAN is wrong, or there is no such withdrawal: aqayepardakht says both with this number."
                " Check the IBAN.",
            ),
            field="iban",
        ),
        ProviderCode(
            code="-9",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode",
                "aqayepardakht does not take this amount. Check it, and the unit in the account's settings.",
            ),
            field="amount",
        ),
        ProviderCode(
            code="-10",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode", "The number of the withdrawal is wrong. Look for it in the list."
            ),
        ),
        ProviderCode(
            code="-11",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode", "Your balance at aqayepardakht is zero. Wait until there is money in it."
            ),
            field="amount",
        ),
        ProviderCode(
            code="-12",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode",
                "Your balance at aqayepardakht is too small for this amount. Ask for less, or wait until there is"
                " more in it.",
            ),
            field="amount",
        ),
        ProviderCode(
            code="-13",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode",
                "This account must not send the gateway PIN. The till can leave it out: switch it off in the"
                " account's settings.",
            ),
            field="pin",
            switch_off="send_pin",
        ),
        ProviderCode(
            code="-14",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode",
                "aqayepardakht has no Shaparak record of your shop. Ask its support to complete it.",
            ),
        ),
        ProviderCode(
            code="-15",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode",
                "aqayepardakht does not find your payment gateway. Check the gateway PIN in the account's"
                " settings.",
            ),
            field="pin",
        ),
        ProviderCode(
            code="-16",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode",
                "No IBAN is active in your aqayepardakht panel. Register one there, and wait until it is active.",
            ),
            field="iban",
        ),
        ProviderCode(
            code="-17",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode",
                "This IBAN is not registered in your aqayepardakht panel. Register it there first.",
            ),
            field="iban",
        ),
        ProviderCode(
            code="-18",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode",
                "aqayepardakht had a disturbance while recording the withdrawal. Look first whether it is in the"
                " list; if not, try again in a few minutes.",
            ),
        ),
        ProviderCode(
            code="-19",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode", "aqayepardakht knows of no such withdrawal. Look for it in the list."
            ),
        ),
        ProviderCode(
            code="-20",
            meaning=QT_TRANSLATE_NOOP(
                "AqayepardakhtCode",
                "Your account at aqayepardakht is not active. Ask its support to activate it.",
            ),
            field="account",
        ),
    )
}


def number_of(code: object) -> int | None:
    """Return which of the twenty a code is, whichever way it is written: `-5` for "-5", "5-", 5; else None."""
    # `True` and `False` are whole numbers to Python, and none of the provider's.
    text = str(code) if isinstance(code, str | int | Decimal) and not isinstance(code, bool) else ""
    written = _WRITTEN.fullmatch(to_latin_digits(text).strip())
    number = -int(written["number"]) if written else 0
    return number if number in CODES else None
