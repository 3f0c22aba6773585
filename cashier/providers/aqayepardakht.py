"""aqayepardakht: settlements to bank accounts. So far only what proves the address and the credentials."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

from cashier.domain.redaction import Redactor
from cashier.providers.errors import CredentialsRefusedError
from cashier.providers.http import HttpAnswer, HttpChannel
from cashier.providers.wire import encode_json, read_envelope, refusal, text_of, unreadable

_LIST_PATH = "/api/v2/withdraw/list"

# The account's number or key is empty or wrong.
_CREDENTIAL_CODES = frozenset({"-1", "-2", "-3", "-4"})


class Aqayepardakht:
    """The API of aqayepardakht for one account. Implements `TestableProvider`.

    Args:
        channel: to the account's base URL; closed with this.
        account_no: the account's number in the provider's panel.
        code: its key, a secret.
        redactor: is told the secret.
    """

    def __init__(self, channel: HttpChannel, *, account_no: str, code: str, redactor: Redactor) -> None:
        redactor.add(code)
        self._channel = channel
        self._credentials = {"account": account_no, "code": code}

    async def test_connection(self) -> None:
        """Ask for the newest settlements.

        Raises:
            ProviderError: of the kind that says what is wrong.
        """
        answer = await self._channel.send(
            "POST", _LIST_PATH, content=encode_json({**self._credentials, "page": 1})
        )
        _require_success(answer)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._channel.close()


def _require_success(answer: HttpAnswer) -> None:
    envelope = read_envelope(answer, moves_money=False)
    if answer.status < HTTPStatus.BAD_REQUEST and envelope.get("status") == "success":
        return
    code = _code_of(envelope)
    if not code and answer.status not in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        raise unreadable(answer, "neither a success nor an error's code")
    refused = refusal(answer, code=code, message=text_of(envelope.get("message")))
    if code in _CREDENTIAL_CODES:
        raise CredentialsRefusedError(
            str(refused), code=code, provider_message=refused.provider_message, answer=refused.answer
        )
    raise refused


def _code_of(envelope: dict[str, Any]) -> str:
    """Return the error's code as `-8`: the document writes its minus on either side, and leaves it out."""
    text = text_of(envelope.get("code")).strip()
    digits = re.fullmatch("-?([0-9]{1,3})-?", text)
    return f"-{int(digits[1])}" if digits else text
