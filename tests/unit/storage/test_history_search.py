"""What is typed finds what is meant, however either was written; and nothing typed can do harm."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import apsw
import pytest

from cashier.domain.history import HistoryQuery, ItemKind, ItemState, ListedRecord
from cashier.storage import history_query, provider_records

NOON = datetime(2026, 3, 21, 12, tzinfo=UTC)

PAIRS = [
    ("كريم", "کریم"),
    ("۱۲۳", "123"),
    ("١٢٣", "123"),
    ("۱۲۳", "١٢٣"),
    ("می‌خواهم", "میخواهم"),
    ("أحمد", "احمد"),
    ("إبراهيم", "ابراهیم"),
    ("آمنة", "امنه"),
    ("مصطفى", "مصطفی"),
    ("عائشة", "عایشه"),
    ("مؤمن", "مومن"),
    ("مـحـمـد", "محمد"),
    ("مُحَمَّد", "محمد"),
    ("ﻛﺮﻳﻢ", "کریم"),
    ("Straße", "STRASSE"),
]


def listed(connection: apsw.Connection, key: str, **facts: Any) -> None:
    """Store a record of a list, which is an item of its own."""
    known: dict[str, Any] = {"kind": ItemKind.WITHDRAWAL, "state": ItemState.PAID, "at": NOON, "money": None}
    record = ListedRecord(key=key, **(known | facts))
    provider_records.take_page(
        connection,
        account_id="account-1",
        records=[record],
        now=NOON,
        event=lambda *_, **__: pytest.fail("nothing changes"),
    )


def found(connection: apsw.Connection, search: str) -> list[str]:
    """Return the keys of what a search finds, oldest first."""
    query = HistoryQuery(search=search, descending=False)
    places = history_query.read_chunk(connection, query, None, 1000).places
    keys = []
    for place in places:
        record = provider_records.at_place(connection, place)
        assert record is not None
        keys.append(record.record.key)
    return keys


@pytest.fixture(params=["tokens", "texts"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Find by the tokens, as among many items, and by the texts, as among few."""
    if request.param == "tokens":
        monkeypatch.setattr(history_query, "_FEW_TEXTS", -1)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("pair", [*PAIRS, *((second, first) for first, second in PAIRS)])
def test_what_is_written_in_one_way_is_found_in_another(
    connection: apsw.Connection, pair: tuple[str, str]
) -> None:
    """Letters, digits, half-spaces and marks that only look different make no difference, in words and in codes."""
    written, typed = pair
    listed(connection, "a", holder=f"بانو {written} نمونه")
    listed(connection, "b", reference=written)
    listed(connection, "c", holder="دیگری", reference="9990")
    assert found(connection, typed) == ["a", "b"]


@pytest.mark.usefixtures("way")
def test_words_are_found_by_how_they_begin(connection: apsw.Connection) -> None:
    """Every beginning of a word finds it, nothing from its middle does; several words have to be there all."""
    listed(connection, "a", holder="عبدالرحمان جعفری‌نژادیان")
    listed(connection, "b", holder="عبدالله نمونه", message="حساب بسته است")
    for word, key in (("عبدالرحمان", "a"), ("جعفرینژادیان", "a"), ("نمونه", "b"), ("بسته", "b")):
        for length in range(1, len(word) + 1):
            assert key in found(connection, word[:length])
        assert not found(connection, word[1:])
        assert not found(connection, word + "ی")
    assert found(connection, "عبدال") == ["a", "b"]
    assert found(connection, "عبدال نم") == found(connection, "نم عبدال حس") == ["b"]
    assert not found(connection, "عبدالرحمان نمونه")


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("code", ["IR820540102680020817909002", "0KX2F9Z7QH", "000000012000000", "9912"])
def test_codes_are_found_by_any_part(connection: apsw.Connection, code: str) -> None:
    """Three letters of a code or more, from anywhere in it, find it; fewer only if it begins with them."""
    listed(connection, "a", party=code)
    listed(connection, "b", party="IR111111111111111111111111", provider_reference="77345")
    for start in range(len(code)):
        for end in range(start + 3, len(code) + 1):
            assert "a" in found(connection, code[start:end])
            assert found(connection, code[start:end] + "x1") == []
    assert "a" in found(connection, code[:2].lower())
    # A part of it, and its parts with others between, are two things.
    assert not found(connection, code[:3] + code[-3:] + "8")


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("written", ["REF-12/9A", "REF129A", "ref_12.9a"])
def test_codes_are_found_with_their_joints_and_without(connection: apsw.Connection, written: str) -> None:
    """What only makes a code easier to read may be typed or left out."""
    listed(connection, "a", reference=written)
    listed(connection, "b", reference="REF-77-129")
    for typed in ("REF-12/9A", "ref129a", "F12-9", "ref-12"):
        assert found(connection, typed) == ["a"]


@pytest.mark.usefixtures("way")
def test_nothing_typed_is_a_language(connection: apsw.Connection) -> None:
    """What means something to FTS5, SQL or LIKE is looked for as it stands, or left out; it never breaks a search."""
    listed(connection, "a", holder="and or not near", reference="A%_B")
    for typed in (
        '"',
        "*",
        "a*",
        "-",
        "AND",
        "and AND",
        'NEAR("and" "or")',
        "(",
        "'; DROP",
        "^and",
        "a:b",
        "%",
        "_",
        "\x00",
    ):
        found(connection, typed)
    assert found(connection, '"and" *or* -not') == ["a"]
    assert found(connection, "NOT near") == ["a"]
    assert found(connection, '* -- "') == ["a"]
    assert found(connection, "and%") == ["a"]
    assert found(connection, "n%r") == []


@pytest.mark.usefixtures("way")
def test_whole_texts_may_be_pasted(connection: apsw.Connection) -> None:
    """Neither many words nor long ones break a search."""
    listed(connection, "a", holder="and or")
    assert found(connection, "and or " * 1000) == ["a"]
    assert found(connection, " ".join(f"{number}-x{number}" for number in range(2000))) == []
    assert found(connection, " ".join(f"{'-'.join('abcdef')}{number}" for number in range(100))) == []
    assert found(connection, "-".join(f"{number}" for number in range(2000))) == []
    assert found(connection, "x" * 100_000) == []


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "typed",
    ["رثب-12ظ9ش", "قثب-12/9ش", "RثF12٩A"],
    ids=["not the keys of any", "a Persian keyboard", "half in Latin"],
)
def test_a_scanner_on_another_keyboard_layout_finds_its_code(connection: apsw.Connection, typed: str) -> None:
    """What a scanner typed through an Arabic or Persian layout is looked for as its keys, too."""
    listed(connection, "a", reference="REF-12/9A")
    listed(connection, "b", reference="REF-77-129")
    assert found(connection, typed) == ([] if typed.startswith("ر") else ["a"])


@pytest.mark.usefixtures("way")
def test_what_may_be_keys_is_still_looked_for_as_typed(connection: apsw.Connection) -> None:
    """A name with a number is found as it stands, beside codes of the same keys."""
    listed(connection, "a", holder="شعبه12")
    listed(connection, "b", reference="AUFI12")
    assert found(connection, "شعبه12") == ["a", "b"]
    assert found(connection, "شعبه") == ["a"]
