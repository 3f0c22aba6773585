"""What a spreadsheet would run, or change, is kept from it and comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.services.formula_text import begins_like_formula, guarded, without_guard


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201"]
)
def test_formulas_are_known_and_guarded(text: str) -> None:
    """Every beginning that a spreadsheet might run."""
    assert begins_like_formula(text)
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["0012", "1234567890123456"])
def test_identifiers_that_a_spreadsheet_would_change_are_guarded(text: str) -> None:
    """Zeros in front and digits past the fifteenth would be lost when the file is saved again."""
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["", "0", "1250000", "علی", "a=b", "IR06", "123456789012345"])
def test_plain_texts_stay_as_they_are(text: str) -> None:
    """Nobody sees an apostrophe without a reason."""
    assert guarded(text) == text
    assert without_guard(text) == text


def test_an_apostrophe_of_a_text_itself_stays() -> None:
    """Only a guard is taken off, and only one."""
    assert without_guard("'Ali") == "'Ali"
    assert without_guard("''Ali") == "'Ali"


@given(st.text(alphabet="'=+-@\t09a", max_size=20) | st.text())
def test_what_was_guarded_comes_back(text: str) -> None:
    """For every text there is."""
    assert without_guard(guarded(text)) == text
    assert not begins_like_formula(guarded(text))
