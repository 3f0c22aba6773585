"""The made-up credentials the sandbox knows from the start, one account (``main``) for each provider."""

from __future__ import annotations

from typing import Final

MAIN_ACCOUNT: Final = "main"
"""Name of the account that every provider has from the start."""

DIGIBANK_API_KEY: Final = "sandbox-digibank-api-key-5Q7Z"

DIGIBANK_CUSTOMER: Final = "00142277"
"""A customer with plenty of everything; so is every other number not named below."""
DIGIBANK_CUSTOMER_UNKNOWN: Final = "00990404"
"""No such customer: a request is refused."""
DIGIBANK_CUSTOMER_WITHOUT_BALANCE: Final = "00990402"
"""A customer with nothing: a request is refused."""
DIGIBANK_CUSTOMER_SPENDS_FIRST: Final = "00990403"
"""A customer whose money is gone by the time of the finalize, which is refused."""

RESID_AUTHORIZATION_CODE: Final = "sandbox-resid-authorization-8TKM"
RESID_MERCHANT: Final = "sandboxShop1"

PAYSTAR_APPLICATION_ID: Final = "sandbox-application-31"
PAYSTAR_ACCESS_PASSWORD: Final = "sandbox-access-password-XW4"  # noqa: S105 - made up, opens nothing
PAYSTAR_REFRESH_TOKEN: Final = "sandbox-refresh-token-R9LB"  # noqa: S105 - made up, opens nothing
PAYSTAR_API_KEY: Final = "sandbox-paystar-api-key-first"
"""Valid for 24 hours of sandbox time after each reset, and until the first renewal."""
PAYSTAR_DEPOSIT: Final = "0100324200001"

AQAYEPARDAKHT_ACCOUNT: Final = "10020"
AQAYEPARDAKHT_CODE: Final = "sandbox-encryption-key-AQ6"
AQAYEPARDAKHT_PIN: Final = "sandbox-gateway-pin"
