"""What a refusal has to say."""

import pytest

from cashier.providers.errors import ProviderRefusedError


@pytest.mark.parametrize(
    ("code", "message", "words"),
    [("7", "no", "no (7)"), ("", "no", "no"), ("7", "", "(7)"), ("", "", "")],
)
def test_the_words_of_a_refusal(code, message, words):
    """The provider's words and its code, as far as it gave them."""
    assert ProviderRefusedError("refused", code=code, provider_message=message).words == words
