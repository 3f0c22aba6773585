"""What is always true of each provider's payments; apart from their clients, which take longer to import."""

from __future__ import annotations

from datetime import timedelta

from cashier.providers.protocol import Confirmation, PaymentTraits

DIGIBANK_TRAITS = PaymentTraits(
    confirmation=Confirmation.CODE,
    # The expiry's name in the answer is not published: without a readable one, this is how long it counts as open.
    open_for=timedelta(minutes=10),
    # One request can be finalized once, but sending again is only right once the list has been asked.
    settle_is_repeatable=False,
    opened_can_be_found=False,
    names_customer=True,
)

RESID_TRAITS = PaymentTraits(
    confirmation=Confirmation.TOKEN,
    # Not collected by then, the customer has the money back.
    open_for=timedelta(minutes=20),
    # A token settles one payment only.
    settle_is_repeatable=True,
    opened_can_be_found=True,
    names_customer=False,
)
