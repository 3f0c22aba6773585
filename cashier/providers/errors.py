"""What can go wrong with a provider, told apart by what it means for money.

    ProviderError
    ├── NotSentError                 nothing left this machine: the connection was never made
    │   ├── UnsafeAddressError       the base URL is neither https nor on loopback
    │   ├── AccountSettingsError     a setting or secret of the account is missing or cannot be used
    │   └── KeyNotKeptError          a renewed key could not be stored, and so was not used
    ├── UnknownOutcomeError          it left, and what became of it is not known
    │   ├── NoAnswerError            no answer, or not a whole one: time-out, reset, cut short
    │   ├── ProviderDownError        a 5xx answer
    │   └── ProviderProtocolError    an answer that cannot be read, or lacks what decides about money
    └── ProviderRefusedError         a readable "no": nothing was done
        ├── CredentialsRefusedError  the key, code or password is not accepted
        ├── AddressNotAllowedError   the shop's internet address is not registered with the provider
        └── TooManyRequestsError     asked too often; says when to come back

For a call that moves money only the first and the last branch prove that it did not.
"""

from __future__ import annotations


class ProviderError(Exception):
    """A provider's call did not give what was asked for.

    Attributes:
        answer: what could be read of the answer, redacted; empty if nothing.
    """

    answer: str = ""


class NotSentError(ProviderError):
    """The connection was never made (name, refusal, TLS, time-out while connecting): nothing was sent."""


class UnsafeAddressError(NotSentError):
    """The base URL is not one that credentials may be sent to."""


class AccountSettingsError(NotSentError):
    """A setting or secret of the account is missing or cannot be used; nothing was sent.

    Attributes:
        field: the name of the account's field that is at fault.
    """

    def __init__(self, message: str, *, field: str) -> None:
        super().__init__(message)
        self.field = field


class KeyNotKeptError(NotSentError):
    """The provider gave a new key that could not be stored; it was not used, and nothing was sent with it."""


class UnknownOutcomeError(ProviderError):
    """The call left this machine and its effect is not known.

    Attributes:
        status: the HTTP status, where there was one.
        answer: what could be read of the answer, redacted; empty if nothing.
    """

    def __init__(self, message: str, *, status: int | None = None, answer: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.answer = answer


class NoAnswerError(UnknownOutcomeError):
    """No answer came, or not the whole of it."""


class ProviderDownError(UnknownOutcomeError):
    """The provider answered with a fault of its own (5xx).

    Attributes:
        retry_after_s: how long the provider asks to be left alone, if it says so.
    """

    def __init__(
        self, message: str, *, status: int | None = None, answer: str = "", retry_after_s: int | None = None
    ) -> None:
        super().__init__(message, status=status, answer=answer)
        self.retry_after_s = retry_after_s


class ProviderProtocolError(UnknownOutcomeError):
    """The answer cannot be read, is of another type, or lacks a field that decides about money."""


class ProviderRefusedError(ProviderError):
    """The provider understood and said no.

    Attributes:
        code: the provider's own code, as it came; empty if it gave none.
        provider_message: the provider's own words, plain text; empty if it gave none.
        fields: messages by the provider's field name, where it says which field is at fault.
        answer: the whole answer, redacted.
    """

    @property
    def words(self) -> str:
        """The provider's own words and code, as they came; empty if it gave neither."""
        code = f"({self.code})" if self.code else ""
        return " ".join(part for part in (self.provider_message, code) if part)

    def __init__(
        self,
        message: str,
        *,
        code: str = "",
        provider_message: str = "",
        fields: dict[str, list[str]] | None = None,
        answer: str = "",
    ) -> None:
        super().__init__(message)
        self.code = code
        self.provider_message = provider_message
        self.fields = fields or {}
        self.answer = answer


class CredentialsRefusedError(ProviderRefusedError):
    """The account's key, code or password is not accepted."""


class AddressNotAllowedError(ProviderRefusedError):
    """The provider only talks to registered internet addresses, and ours is not one."""


class TooManyRequestsError(ProviderRefusedError):
    """The provider was asked too often.

    Attributes:
        retry_after_s: when to come back, in seconds from now; None if it did not say.
    """

    def __init__(self, message: str, *, retry_after_s: int | None = None, answer: str = "") -> None:
        super().__init__(message, answer=answer)
        self.retry_after_s = retry_after_s
