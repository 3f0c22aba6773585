"""Every problem the services can name has a whole sentence, its placeholders filled."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest

from cashier.domain.amount_text import AmountError, AmountProblem
from cashier.domain.payment import PaymentReason, PaymentState
from cashier.providers import errors
from cashier.services.accounts import AccountProblem
from cashier.services.connectivity import LineState
from cashier.services.operator_pin import PinProblem
from cashier.services.payment_form import FormProblem
from cashier.storage.errors import StorageTrouble
from cashier.ui import messages
from cashier.ui.locale_format import LocaleFormat
from cashier.vault import UnavailableReason, VaultUnavailableError

FORMAT = LocaleFormat("en", ZoneInfo("UTC"))


def _leaves(kind: type[errors.ProviderError]) -> Iterator[type[errors.ProviderError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _leaves(child)


def _made(kind: type[errors.ProviderError]) -> errors.ProviderError:
    return kind("told", field="api_key") if kind is errors.AccountSettingsError else kind("told")


def _is_sentence(text: str) -> bool:
    return bool(text) and text.endswith((".", "\u2069")) and "{" not in text


@pytest.mark.parametrize("problem", AmountProblem)
@pytest.mark.parametrize("decimals", [0, 8])
def test_every_amount_problem(problem, decimals):
    """Each is a sentence, whether or not the currency has decimals."""
    assert _is_sentence(messages.amount_message(AmountError(problem, decimals=decimals), FORMAT))


@pytest.mark.parametrize(
    ("message", "problems"),
    [
        (messages.form_message, FormProblem),
        (messages.account_message, AccountProblem),
        (messages.pin_message, PinProblem),
        (messages.storage_message, StorageTrouble),
    ],
)
def test_every_problem_of_a_form(message, problems):
    """Each member of each table is a sentence, and no two of a table are the same."""
    texts = [message(problem) for problem in problems]
    assert all(map(_is_sentence, texts))
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("reason", UnavailableReason)
def test_every_reason_of_an_unavailable_vault(reason):
    """Each is a sentence."""
    assert _is_sentence(messages.vault_message(VaultUnavailableError("told", reason=reason)))


def test_every_class_of_provider_error_has_its_own_sentence():
    """The whole tree, branches included, is told apart on the screen and never by the log's words."""
    kinds = list(_leaves(errors.ProviderError))
    texts = {kind: messages.provider_message(_made(kind)) for kind in kinds}
    assert all(map(_is_sentence, texts.values()))
    assert not any("told" in text for text in texts.values())
    leaves = [text for kind, text in texts.items() if not kind.__subclasses__()]
    assert len(set(leaves)) == len(leaves)


def test_a_providers_own_words_are_isolated():
    """Direction marks and line ends in a refusal are gone, braces do no harm, and the words stand apart."""
    refused = errors.ProviderRefusedError("no", code="-13", provider_message="{x}\u202eevil\nline")
    assert messages.provider_message(refused) == "The provider refused: \u2068{x}evil line (-13)\u2069"


def test_too_many_requests_says_when_to_come_back():
    """The waiting time stands in the sentence."""
    error = errors.TooManyRequestsError("slow down", retry_after_s=90)
    assert "1 " in messages.provider_message(error)
    assert "30 " in messages.provider_message(error)


@pytest.mark.parametrize("reason", PaymentReason)
@pytest.mark.parametrize("words", [None, "", "no balance"])
def test_every_reason_of_a_payment(reason, words):
    """Each is a sentence, with the provider's words where they say more."""
    assert _is_sentence(messages.reason_message(reason, words))


def test_every_state_has_a_word_of_its_own():
    """No two states of a payment, or of a line, read the same."""
    for states, word in ((PaymentState, messages.state_word), ([None, *LineState], messages.line_word)):
        words = [word(state).word for state in states]
        assert len(set(words)) == len(words)
