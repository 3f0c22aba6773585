"""paystar: bank transfers out. So far only what proves the address and the credentials."""

from __future__ import annotations

from http import HTTPStatus

from cashier.domain.redaction import Redactor
from cashier.providers.errors import AddressNotAllowedError, CredentialsRefusedError
from cashier.providers.http import HttpAnswer, HttpChannel
from cashier.providers.wire import read_envelope, refusal, text_of, unreadable

_REQUESTS_PATH = "/api/bank-transfer/settlement-requests"

# The document shows "ok"; its refreshing call is seen to answer 1.
_SUCCESSES = frozenset({"ok", "1"})

# «invalid access»: how a key that ran out is refused, whatever the HTTP status.
_ACCESS_INVALID = "دسترسی نامعتبر"
# How a refusal names the address: in Persian, spelt two ways, or in Latin letters.
_ADDRESS_WORDS = ("آی پی", "آی‌پی", "accessip", "ip address", "your ip")


class Paystar:
    """The API of paystar for one account. Implements `TestableProvider`.

    Args:
        channel: to the account's base URL; closed with this.
        application_id: of the application in paystar's panel.
        access_password: a secret.
        api_key: a secret, valid for 24 hours.
        deposit: the account that is paid from; empty for all of them.
        redactor: is told the secrets.
    """

    def __init__(
        self,
        channel: HttpChannel,
        *,
        application_id: str,
        access_password: str,
        api_key: str,
        deposit: str,
        redactor: Redactor,
    ) -> None:
        redactor.add(access_password)
        redactor.add(api_key)
        self._channel = channel
        self._query = {"application_id": application_id, "access_password": access_password}
        if deposit:
            self._query["deposit"] = deposit
        self._headers = {"Authorization": f"Bearer {api_key}"}

    async def test_connection(self) -> None:
        """Ask for one transfer.

        Raises:
            ProviderError: of the kind that says what is wrong.
        """
        answer = await self._channel.send(
            "GET",
            _REQUESTS_PATH,
            # The document takes `limit` and `skip` only together.
            query={**self._query, "limit": "1", "skip": "0"},
            headers=self._headers,
        )
        _require_success(answer)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._channel.close()


def _require_success(answer: HttpAnswer) -> None:
    envelope = read_envelope(answer, moves_money=False)
    status, message = text_of(envelope.get("status")), text_of(envelope.get("message"))
    data = envelope.get("data")
    if answer.status < HTTPStatus.BAD_REQUEST and status in _SUCCESSES:
        return
    if not status and not message and answer.status not in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        raise unreadable(answer, "no status")
    fields = (
        {
            name: [text_of(word) for word in (words if isinstance(words, list) else [words])]
            for name, words in data.items()
        }
        if isinstance(data, dict)
        else {}
    )
    # It has words and no codes.
    refused = refusal(answer, message=message, fields=fields)
    for words, kind in (
        (_ADDRESS_WORDS, AddressNotAllowedError),
        ((_ACCESS_INVALID,), CredentialsRefusedError),
    ):
        if any(word in message.lower() for word in words):
            raise kind(
                str(refused),
                provider_message=refused.provider_message,
                fields=refused.fields,
                answer=refused.answer,
            )
    raise refused
