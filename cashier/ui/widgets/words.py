"""Words that can be asked for anew, so that what was said once follows a change of the language."""

from __future__ import annotations

from collections.abc import Callable

Words = str | Callable[[], str]
"""What is said: a text as it is (a person's, a provider's), or what gives it in the language of the moment."""


def said(words: Words | None) -> str:
    """Return words in the language of the moment; an empty text for none."""
    return (words() if callable(words) else words) or ""
