"""Iranian IBANs: read, checked, grouped, and whose bank they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schwifty import IBAN

from cashier.domain.digits import ARABIC_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS
from cashier.domain.iban import (
    KNOWN_BANKS,
    IbanError,
    IbanProblem,
    bank_of,
    clean_typed_iban,
    grouped_iban,
    parse_iban,
)

VALID = ("IR062960000000100324200001", "IR820540102680020817909002", "IR550570022080013447370101")
PARSIAN = VALID[1]

TO_PERSIAN = str.maketrans(LATIN_DIGITS, PERSIAN_DIGITS)
TO_ARABIC = str.maketrans(LATIN_DIGITS, ARABIC_DIGITS)

# What people and programs put between the digits: spaces, dashes, invisible marks, ends of lines.
SEPARATORS = (
    " ", "\u00a0", "\u2009", "\u202f", "\u3000", "\t", "\r\n", "\u2028",
    "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\u0640", "\ufe63", "\uff0d",
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad",
    "\u061c", "\u200e", "\u200f", "\u202a", "\u202c", "\u2066", "\u2069",
)  # fmt: skip

REST_OF_IBAN = st.text(alphabet=LATIN_DIGITS, min_size=22, max_size=22)


def problem_of(typed):
    """Return the error that `typed` is refused with."""
    with pytest.raises(IbanError) as caught:
        parse_iban(typed)
    return caught.value


def valid_iban(rest):
    """Return the IBAN of 22 digits, made valid by trying: exactly one pair of check digits is right."""
    valid = [
        candidate
        for candidate in (f"IR{check:02}{rest}" for check in range(2, 99))
        if IBAN(candidate, allow_invalid=True).is_valid
    ]
    assert len(valid) == 1
    return valid[0]


@pytest.mark.parametrize("iban", VALID)
@pytest.mark.parametrize(
    "typed_as",
    [
        str,
        str.lower,
        grouped_iban,
        lambda iban: iban.removeprefix("IR"),
        lambda iban: grouped_iban(iban.removeprefix("IR")),
        lambda iban: iban.translate(TO_PERSIAN),
        lambda iban: iban.translate(TO_ARABIC),
        lambda iban: f"Ir {iban[2:].translate(TO_PERSIAN)}",
        lambda iban: f"{iban[:14]}{iban[14:].translate(TO_PERSIAN)}",
        lambda iban: f"\u2066{grouped_iban(iban)}\u2069",
        "-".join,
        *(separator.join for separator in SEPARATORS),
    ],
)
def test_every_way_of_writing_an_iban_is_the_same_iban(iban, typed_as):
    """Case, digit system, separators, invisible marks and a missing `IR` change nothing."""
    assert parse_iban(typed_as(iban)) == iban


@pytest.mark.parametrize(
    ("typed", "problem", "missing", "excess"),
    [
        ("", IbanProblem.EMPTY, 0, 0),
        (" \u200f- ", IbanProblem.EMPTY, 0, 0),
        ("I", IbanProblem.TOO_SHORT, 24, 0),
        ("ir", IbanProblem.TOO_SHORT, 24, 0),
        ("IR8", IbanProblem.TOO_SHORT, 23, 0),
        (PARSIAN[:-1], IbanProblem.TOO_SHORT, 1, 0),
        (PARSIAN[2:-2], IbanProblem.TOO_SHORT, 2, 0),
        (f"{PARSIAN}0", IbanProblem.TOO_LONG, 0, 1),
        (f"{PARSIAN[2:]}123", IbanProblem.TOO_LONG, 0, 3),
        ("9" * 10_000, IbanProblem.TOO_LONG, 0, 9_976),
        ("D", IbanProblem.NOT_IRANIAN, 0, 0),
        ("DE", IbanProblem.NOT_IRANIAN, 0, 0),
        ("DE89 3704 0044 0532 0130 00", IbanProblem.NOT_IRANIAN, 0, 0),
        ("gb29 nwbk 6016 1331 9268 19", IbanProblem.NOT_IRANIAN, 0, 0),
        ("I820540102680020817909002", IbanProblem.NOT_IRANIAN, 0, 0),
        ("RI820540102680020817909002", IbanProblem.NOT_IRANIAN, 0, 0),
        ("IQ820540102680020817909002", IbanProblem.NOT_IRANIAN, 0, 0),
        ("IRIR820540102680020817909002", IbanProblem.BAD_CHARACTER, 0, 0),
        ("nonsense", IbanProblem.BAD_CHARACTER, 0, 0),
        ("شبا", IbanProblem.BAD_CHARACTER, 0, 0),
        ("IR82O540102680020817909002", IbanProblem.BAD_CHARACTER, 0, 0),
        ("IR8205401026800208179090.2", IbanProblem.BAD_CHARACTER, 0, 0),
        ("IR82054010268002081790900²", IbanProblem.BAD_CHARACTER, 0, 0),
        ("IR82054010268002081790900\u0968", IbanProblem.BAD_CHARACTER, 0, 0),
        ("\u0131r820540102680020817909002", IbanProblem.BAD_CHARACTER, 0, 0),
        ("IR820540102680020817909003", IbanProblem.WRONG_CHECK_DIGITS, 0, 0),
        ("820540102680020817909003", IbanProblem.WRONG_CHECK_DIGITS, 0, 0),
        ("IR000000000000000000000000", IbanProblem.WRONG_CHECK_DIGITS, 0, 0),
    ],
)
def test_each_kind_of_damage_has_its_own_problem(typed, problem, missing, excess):
    """What is wrong is told apart, and a wrong length says by how much."""
    error = problem_of(typed)
    assert (error.problem, error.missing, error.excess) == (problem, missing, excess)


@given(rest=REST_OF_IBAN)
def test_the_check_digits_agree_with_schwifty(rest):
    """Of the hundred possible check digits exactly the one pair is taken that schwifty takes."""
    valid = valid_iban(rest)
    for check in range(100):
        candidate = f"IR{check:02}{rest}"
        if candidate == valid:
            assert parse_iban(candidate) == candidate
        else:
            assert problem_of(candidate).problem is IbanProblem.WRONG_CHECK_DIGITS


@given(rest=REST_OF_IBAN, place=st.integers(2, 25), other=st.sampled_from(LATIN_DIGITS))
def test_one_wrong_digit_is_always_found(rest, place, other):
    """A single mistyped digit never makes another valid IBAN."""
    iban = valid_iban(rest)
    typed = f"{iban[:place]}{other}{iban[place + 1 :]}"
    if typed == iban:
        assert parse_iban(typed) == iban
    else:
        assert problem_of(typed).problem is IbanProblem.WRONG_CHECK_DIGITS


@given(rest=REST_OF_IBAN, place=st.integers(2, 24))
def test_two_neighbours_swapped_are_always_found(rest, place):
    """The usual slip of a hand is found, unless both digits are the same."""
    iban = valid_iban(rest)
    typed = f"{iban[:place]}{iban[place + 1]}{iban[place]}{iban[place + 2 :]}"
    if typed == iban:
        assert parse_iban(typed) == iban
    else:
        assert problem_of(typed).problem is IbanProblem.WRONG_CHECK_DIGITS


@given(
    rest=REST_OF_IBAN,
    separators=st.lists(st.sampled_from(["", *SEPARATORS]), min_size=26, max_size=26),
    digits=st.sampled_from([LATIN_DIGITS, PERSIAN_DIGITS, ARABIC_DIGITS]),
)
def test_separators_anywhere_are_taken(rest, separators, digits):
    """Whatever mixture of separators stands wherever, the IBAN is read."""
    iban = valid_iban(rest)
    written = iban.translate(str.maketrans(LATIN_DIGITS, digits))
    typed = "".join(a + b for a, b in zip(written, separators, strict=True))
    assert parse_iban(typed) == iban


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("", ""),
        (" ir\u200c-۸۲ ٠٥", "IR8205"),
        ("IR82 O5.x", "IR82O5.X"),
        ("\u0131ß", "\u0131ß"),
        ("\u202eRI", "RI"),
    ],
)
def test_typed_text_is_made_compact(typed, clean):
    """Separators go, digits become Latin and a-z upper case; what is wrong stays to be seen."""
    assert clean_typed_iban(typed) == clean


@pytest.mark.parametrize(
    ("typed", "grouped"),
    [
        ("", ""),
        ("i", "I"),
        ("IR82", "IR82"),
        ("IR820", "IR82 0"),
        ("ir-82۰۵۴", "IR82 054"),
        ("82054010", "8205 4010"),
        (PARSIAN, "IR82 0540 1026 8002 0817 9090 02"),
    ],
)
def test_an_iban_is_grouped_as_far_as_it_is_typed(typed, grouped):
    """Groups of four from the start, without a space at the end."""
    assert grouped_iban(typed) == grouped


@given(st.text())
def test_cleaning_and_grouping_lose_nothing_and_settle(text):
    """Whatever is typed or pasted, grouping only adds spaces, and doing either twice changes nothing."""
    clean = clean_typed_iban(text)
    assert clean_typed_iban(clean) == clean
    assert grouped_iban(text).replace(" ", "") == clean
    assert grouped_iban(grouped_iban(text)) == grouped_iban(text)


@given(st.text() | st.text(alphabet=st.sampled_from("IRir0123456789۰۹٠٩ -\u200c.DxO")))
def test_any_text_is_read_or_refused(text):
    """A text is a whole valid IBAN or an IbanError that counts digits only where the length is wrong."""
    try:
        refused, iban = None, parse_iban(text)
    except IbanError as error:
        refused, iban = error, ""
    assert refused or IBAN(iban).is_valid
    if refused:
        assert (refused.missing > 0) == (refused.problem is IbanProblem.TOO_SHORT)
        assert (refused.excess > 0) == (refused.problem is IbanProblem.TOO_LONG)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("IR550570022080013447370101", "Bank Pasargad"),
        ("IR82 0540 1026 8002 0817 9090 02", "Bank Parsian"),
        ("۸۲۰۵۴", "Bank Parsian"),
        ("ir00 ٠١٢", "Bank Mellat"),
        ("IR00010", "Central Bank"),
        ("IR00012x", "Bank Mellat"),
    ],
)
def test_the_bank_is_named_as_soon_as_its_digits_are_there(typed, name):
    """The fifth to seventh character name the bank, whatever follows and however it is written."""
    bank = bank_of(typed)
    assert bank is not None
    assert bank.name == name


@pytest.mark.parametrize("typed", ["", "IR", "IR8205", "8205", "IR06296", "DE89054", "IR8x054", "IRIR82054"])
def test_no_bank_is_guessed(typed):
    """Too little, an unknown code, another country or a wrong character name no bank."""
    assert bank_of(typed) is None


def test_an_unknown_bank_is_still_a_valid_iban():
    """An IBAN whose bank is not in the table is read; the lack of a name is only a reason to look twice."""
    assert bank_of(VALID[0]) is None
    assert parse_iban(VALID[0]) == VALID[0]


def test_the_table_of_banks_is_whole():
    """Each of the 38 codes has three digits, stands under itself and has a name."""
    assert len(KNOWN_BANKS) == 38
    for code, bank in KNOWN_BANKS.items():
        assert bank.code == code
        assert len(code) == 3
        assert set(code) <= set(LATIN_DIGITS)
        assert bank.name.strip() == bank.name != ""
