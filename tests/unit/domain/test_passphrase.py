"""How hard a passphrase is to guess: what is foreseen counts for nothing, in whatever script."""

from __future__ import annotations

import pytest

from cashier.domain.passphrase import Strength, strength_of


@pytest.mark.parametrize(
    "passphrase",
    [
        "",
        "a",
        "aaaaaaaaaaaaaaaaaaaa",
        "1234567890123456",
        "abcdefghijklmnop",
        "abcabcabcabcabcabc",
        "password",
    ],
)
def test_what_follows_from_itself_is_weak(passphrase: str) -> None:
    """One character over and over, a row of the keyboard's digits, a word said again, a short word."""
    assert strength_of(passphrase) is Strength.WEAK


@pytest.mark.parametrize("passphrase", ["Tr0ub4dor&3", "رمز فروشگاه", "some words"])
def test_a_few_unforeseen_characters_will_do(passphrase: str) -> None:
    """Neither short nor long."""
    assert strength_of(passphrase) is Strength.FAIR


@pytest.mark.parametrize(
    "passphrase",
    [
        "correct horse battery staple",
        "چهار واژه که با هم نیامده‌اند",
        "أربع كلمات لا صلة بينها",
        "x7#Kq2!vLm9$Rz",
    ],
)
def test_many_are_strong(passphrase: str) -> None:
    """Several words, or a long mixture."""
    assert strength_of(passphrase) is Strength.STRONG
