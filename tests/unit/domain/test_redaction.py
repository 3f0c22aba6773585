"""Secrets are taken out of text and of nested values, by value and by key."""

from __future__ import annotations

import json
from decimal import Decimal
from threading import Thread
from urllib.parse import quote, quote_plus, urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cashier.domain.redaction import REDACTED, NothingToRedact, Redactor

# At least one character that is not in the mark or in the templates below, so that "not in" means something.
secrets = st.text(min_size=4, max_size=30).map(lambda text: f"{text}~Q7")


def redactor_of(*values: str) -> Redactor:
    """Return a redactor that knows `values`."""
    redactor = Redactor()
    for value in values:
        redactor.add(value)
    return redactor


@given(secrets)
@example(f"{REDACTED}~Q7")
def test_every_spelling_of_a_secret_is_replaced(secret: str) -> None:
    """Raw, percent-encoded in any manner, form-encoded, in JSON and in a `repr`, nothing of it is left."""
    spellings = [
        secret,
        quote(secret, safe=""),
        quote(secret),
        quote(secret, safe="!$'()*,;:@/?"),
        quote_plus(secret),
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        json.dumps(secret).replace("/", r"\/")[1:-1],
        repr(secret)[1:-1],
    ]
    redactor = redactor_of(secret)
    for spelling in spellings:
        assert redactor.redact_text(f"GET <{spelling}>") == f"GET <{REDACTED}>"


def test_percent_encoding_with_small_letters_is_recognised() -> None:
    """%2f is %2F."""
    assert redactor_of("ab/cd é").redact_text("x ab%2fcd%20%c3%a9 y") == f"x {REDACTED} y"


@given(st.lists(secrets, max_size=4), st.text())
@example(["secret~Q7", f"{REDACTED}~Q7"], "secret~Q7~Q7")
def test_redacting_twice_is_redacting_once(values: list[str], text: str) -> None:
    """What was redacted stays as it is."""
    redactor = redactor_of(*values, "redacted")
    once = redactor.redact_text(text + "".join(values))
    assert redactor.redact_text(once) == once


@given(st.text(alphabet=st.characters(exclude_characters="=:,")))
def test_text_without_secrets_is_kept(text: str) -> None:
    """Nothing is changed where there is nothing to hide."""
    assert redactor_of("a secret nobody wrote").redact_text(text) == text


def test_the_longest_secret_wins() -> None:
    """A secret that begins with another leaves no tail behind."""
    assert redactor_of("abcd", "abcdefgh").redact_text("abcdefgh abcd") == f"{REDACTED} {REDACTED}"


def test_a_short_secret_is_left_to_its_key() -> None:
    """Three characters would shred any text; under their key they are hidden all the same."""
    redactor = redactor_of("123", "")
    assert redactor.redact_text("123 of 1234") == "123 of 1234"
    assert redactor.redact_text("?pin=123&page=123") == f"?pin={REDACTED}&page=123"


def test_a_secret_is_replaced_until_its_last_owner_lets_go() -> None:
    """Two accounts may share a secret; one that is removed does not uncover the other's."""
    redactor = redactor_of("marked-secret", "marked-secret")
    redactor.discard("marked-secret")
    assert redactor.redact_text("marked-secret") == REDACTED
    redactor.discard("marked-secret")
    redactor.discard("marked-secret")
    assert redactor.redact_text("marked-secret") == "marked-secret"
    redactor.add("marked-secret")
    assert redactor.redact_text("marked-secret") == REDACTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "GET https://a.example/l?apiKey=k1&page=2 ok",
            "GET https://a.example/l?apiKey=‹redacted›&page=2 ok",
        ),
        ("?page=2&access_password=p%20q#x", "?page=2&access_password=‹redacted›"),
        ("X-Api-Key=3", "X-Api-Key=‹redacted›"),
        ('{"refresh_token": "a\\"b", "n": 1}', '{"refresh_token": "‹redacted›", "n": 1}'),
        ('{"confirmationCode":"12', '{"confirmationCode":"‹redacted›"'),
        ('"{\\"pin\\": \\"12\\", \\"n\\": 1}"', '"{\\"pin\\": \\"‹redacted›\\", \\"n\\": 1}"'),
        ('{"pin": 12}', '{"pin": ‹redacted›}'),
        ("{'password': 'x', 'n': 1}", "{'password': '‹redacted›', 'n': 1}"),
        ("Authorization: Bearer abc\nHost: h", "Authorization: ‹redacted›\nHost: h"),
        ("authorization: abc", "authorization: ‹redacted›"),
        (
            "[(b'Authorization', b'Bearer abc'), (b'a', b'b')]",
            "[(b'Authorization', b'‹redacted›'), (b'a', b'b')]",
        ),
        ("the pin: ask for it", "the pin: ask for it"),
        ("spin=3 passwords=4", "spin=3 passwords=4"),
        ('{"code": -8}', '{"code": -8}'),
    ],
)
def test_text_is_redacted_by_key(text: str, expected: str) -> None:
    """Addresses, JSON (escaped, cut short), dicts and headers lose what a secret key names, and only that."""
    assert Redactor().redact_text(text) == expected


def test_a_mapping_is_redacted_all_the_way_down() -> None:
    """Nested values lose known keys, registered secrets in any text or key, and keep the rest and its types."""
    redactor = redactor_of("marked-secret", "12345678")
    answer = {
        "apiKey": "k",
        "list": [{"Access-Password": 1, "amount": Decimal("1.50"), "ok": True, "none": None}],
        "note": "said marked-secret",
        "marked-secret": {"pin": {"nested": "x"}, "password": None},
        "number": 12345678,
        "fraction": 0.5,
        "pair": ("a", "marked-secret"),
        "what": ValueError("marked-secret"),
        "code": "c",
    }
    assert redactor.redact_mapping(answer) == {
        "apiKey": REDACTED,
        "list": [{"Access-Password": REDACTED, "amount": Decimal("1.50"), "ok": True, "none": None}],
        "note": f"said {REDACTED}",
        REDACTED: {"pin": REDACTED, "password": None},
        "number": REDACTED,
        "fraction": 0.5,
        "pair": ["a", REDACTED],
        "what": f"ValueError('{REDACTED}')",
        "code": "c",
    }
    assert answer["apiKey"] == "k"


def test_further_keys_are_secret_when_told_so() -> None:
    """A provider's "code" is hidden where the caller says that it is a credential."""
    redactor = Redactor()
    assert redactor.redact_mapping({"a": {"code": "x"}}, {"code"}) == {"a": {"code": REDACTED}}
    assert redactor.redact_json([{"code": "x"}, "y"], {"code"}) == [{"code": REDACTED}, "y"]
    assert redactor.redact_json("pin=1") == f"pin={REDACTED}"


@given(secrets)
def test_a_form_body_is_redacted(secret: str) -> None:
    """A form-encoded body loses the secret, whatever its key is called."""
    body = urlencode({"a": "1", "whatever": secret, "b": "2"})
    assert redactor_of(secret).redact_text(body) == f"a=1&whatever={REDACTED}&b=2"


def test_its_repr_shows_no_secret() -> None:
    """A redactor in a log line gives nothing away."""
    assert "marked" not in repr(redactor_of("marked-secret"))


def test_secrets_added_from_several_threads_are_all_replaced() -> None:
    """No `add` is lost to another at the same time."""
    redactor = Redactor()
    values = [f"secret-{n:03}" for n in range(100)]

    def add_all(part: list[str]) -> None:
        for value in part:
            redactor.add(value)

    threads = [Thread(target=add_all, args=(values[start::2],)) for start in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert redactor.redact_text(" ".join(values)) == " ".join([REDACTED] * 100)


# Pieces of what gives a secret away, so that they come together often.
_PIECES = st.lists(
    st.sampled_from(
        [
            "hunter2~Q7",
            "hunter2",
            "api_key",
            "apI-Key",
            "p\u0131n",
            "P\u0130N",
            '"',
            "=",
            ":",
            " ",
            "7",
            "\u200f",
            "a",
            "é",
        ]
    ),
    max_size=4,
).map("".join)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 99_999) | st.decimals(0, 9, places=2) | _PIECES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_PIECES, inner, max_size=3),
    max_leaves=8,
)


@given(_VALUES)
@example({"pin": -5})
@example({"api key": [1]})
@example(["12345"])
def test_what_is_called_free_of_secrets_is_left_as_it_is(value: object) -> None:
    """The quick look at a whole value never passes one that redacting would change."""
    redactor = redactor_of("hunter2~Q7", "12345")
    if redactor.is_free_of_secrets(value):
        assert redactor.redact_json(value) == value


def test_an_ordinary_list_is_free_of_secrets() -> None:
    """The quick look is worth its while: what lists hold passes it, and a secret anywhere does not."""
    items = [
        {"id": 7, "iban": "IR820540102680020817909002", "holder": "مریم نمونه", "amount": Decimal("1.5")}
    ]
    redactor = redactor_of("hunter2~Q7")
    assert redactor.is_free_of_secrets(items)
    assert not redactor.is_free_of_secrets([*items, {"note": "hunter2~Q7"}])
    assert not redactor.is_free_of_secrets([*items, {"Api-Key": None}])


def test_nothing_to_redact_redacts_nothing() -> None:
    """What was looked through is left alone, whatever it holds."""
    redactor = NothingToRedact()
    redactor.add("hunter2~Q7")
    assert redactor.redact_text("hunter2~Q7") == "hunter2~Q7"
    assert redactor.redact_json({"pin": "1234"}) == {"pin": "1234"}
