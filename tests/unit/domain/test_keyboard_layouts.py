"""Codes that arrived through a keyboard layout of another script."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cashier.domain.keyboard_layouts import (
    ARABIC_101,
    LAYOUTS,
    PERSIAN_STANDARD,
    PERSIAN_WINDOWS,
    TypedStrokes,
    codes_meant,
    keys_meant,
)

# What each key writes, in the order of its Latin letter, as the makers of the layouts list it.
PLAIN = {
    "ar": ["ش", "لا", *"ؤيثبلاهتنمةىخحضقسفعرصءغئ"],
    "fa": [*"شذزیثبلاهتنمئدخحضقسفعرصطغظ"],
}
SHIFTED = {
    "ar": [
        *(
            "\u0650",
            "لآ",
            "}",
            "]",
            "\u064f",
            "[",
            "لأ",
            "أ",
            "÷",
            "\u0640",
            "،",
            "/",
            "\u2019",
            "آ",
            "×",
            "؛",
        ),
        *("\u064e", "\u064c", "\u064d", "لإ", "`", "{", "\u064b", "\u0652", "إ", "~"),
    ],
    "standard": [
        *("ؤ", "\u200c", "ژ", "ي", "\u064d", "إ", "أ", "آ", "\u0651", "ة", "»", "«", "ء", "\u0654", "]", "["),
        *("\u0652", "\u064b", "ئ", "\u064f", "\u064e", "\u0670", "\u064c", "\u0653", "\u0650", "ك"),
    ],
    "windows": [
        *(
            "\u064e",
            "إ",
            "ژ",
            "\u0650",
            "\u064d",
            "\u0651",
            "ۀ",
            "آ",
            "]",
            "\u0640",
            "«",
            "»",
            "ء",
            "أ",
            "[",
            "\\",
        ),
        *("\u064b", "ريال", "\u064f", "،", ",", "ؤ", "\u064c", "ي", "؛", "ة"),
    ],
}


def _typed(layout, code):
    """Return the strokes that arrive when a scanner types `code`."""
    shifted = {
        id(ARABIC_101): SHIFTED["ar"],
        id(PERSIAN_STANDARD): SHIFTED["standard"],
        id(PERSIAN_WINDOWS): SHIFTED["windows"],
    }[id(layout)]
    written = dict(zip(string.ascii_lowercase, PLAIN[layout.language], strict=True))
    written |= dict(zip(string.ascii_uppercase, shifted, strict=True))
    if layout is ARABIC_101:
        written |= {".": "ز", "/": "ظ"}
    if layout is PERSIAN_STANDARD:
        written |= dict(zip(string.digits, "۰۱۲۳۴۵۶۷۸۹", strict=True))
    return [written.get(character, character) for character in code]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("code", [string.ascii_lowercase, "0123456789-./"])
def test_every_key_without_shift(layout, code):
    """All letters, all digits and the joints of codes come back from the keys they share."""
    assert layout.read(_typed(layout, code)) == code


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_letter_with_shift(layout):
    """Capitals come back as capitals, also where a key with Shift writes what another does without."""
    assert layout.read(_typed(layout, string.ascii_uppercase)) == string.ascii_uppercase


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_has_every_key(layout):
    """Each of the 94 characters of the Latin keys is there, but for those whose key writes what another does."""
    assert len(set(layout.keys.values())) >= 92
    assert all(key.isascii() and len(key) == 1 for key in layout.keys.values())


@pytest.mark.parametrize(
    ("layout", "code"),
    [
        (ARABIC_101, "a1b2c3-mnt"),
        (PERSIAN_STANDARD, "id-4711xyz"),
        (PERSIAN_WINDOWS, "k0v9.bnd"),
        (ARABIC_101, "IR82054010"),
        (PERSIAN_WINDOWS, "IR82054010"),
        (PERSIAN_STANDARD, "4HT9YK2M"),
    ],
)
def test_the_layout_shows_in_what_it_wrote(layout, code):
    """Without being told which keyboard it was, a whole code is read by the one that fits."""
    assert keys_meant(_typed(layout, code), layout.language) == code


def test_of_two_that_fit_the_language_decides():
    """The same letters are other keys on the other keyboard."""
    assert keys_meant(["ط8ظ"], "fa") == "x8z"
    assert keys_meant(["ظئ5"], "fa") == "zm5"
    assert keys_meant(["ئر5"], "ar") == "zv5"
    assert keys_meant(["ئر5"], "fa") == "mv5"


def test_one_case_is_likelier_than_two():
    """Codes are in capitals or in small letters: an Arabic `m` is no Persian `J` between small letters."""
    assert keys_meant(["ش", "ة", "5"], "fa") == "am5"


def test_lam_alef_is_one_key_or_two():
    """What came at once is one key, what came in two is two; some systems write one character."""
    assert keys_meant(["لا", "5", "ى"]) == "b5n"
    assert keys_meant(["ل", "ا", "5", "ى"]) == "gh5n"
    assert keys_meant(["\ufefb5ى"]) == "b5n"


@pytest.mark.parametrize("text", ["", "a1]b", "IR82 0540", "x_y"])
def test_latin_stays_as_it_is(text):
    """A Latin keyboard is not corrected, whatever marks there are."""
    assert keys_meant([text]) == text


def test_digits_alone_become_latin():
    """Digits of either system are digits."""
    assert keys_meant(["۰۰۱۴", "٢٢٧٧"]) == "00142277"


@pytest.mark.parametrize("text", ["中文", "ش中", "€5ش"])
def test_what_is_on_no_keyboard_stays(text):
    """A text of another script is shown as it was typed, so that the person sees it."""
    assert keys_meant([text]) == text


@given(st.text(string.ascii_lowercase + string.digits, min_size=1), st.sampled_from(LAYOUTS))
def test_every_code_is_among_what_may_be_meant(code, layout):
    """In a search nothing is lost by not knowing the layout: the code is one of the readings."""
    strokes = _typed(layout, code)
    readings = codes_meant("".join(strokes))
    if "لا" in "".join(strokes) and "gh" in code and "b" in code:
        return  # which of the two each one is cannot be seen
    is_latin = not any(character.isalpha() for character in code)
    assert code in readings or is_latin or not any(map(str.isdigit, code))


@pytest.mark.parametrize("text", ["علی رضایی", "محمد", "abc123", "12345", "۱۲۳۴۵", "", "شرکت"])
def test_words_are_no_codes(text):
    """Names and what is Latin or all digits already have no other reading."""
    assert codes_meant(text) == []


@given(st.text())
def test_any_text_is_read(text):
    """Nothing makes it fail, and what it gives is settled."""
    read = keys_meant([text])
    assert keys_meant([read]) == read
    assert all(code.isascii() for code in codes_meant(text))


def _through_a_field(strokes, language=""):
    field, shown = TypedStrokes(), ""
    for stroke in strokes:
        shown = field.read(shown + stroke, language)
    return shown


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_stream_of_keys_is_reread_with_each(layout):
    """A key that only one keyboard has decides about those before it too."""
    # `d` and `n` are other letters on Arabic and on Persian keyboards, `z` and `m` the same letter on both.
    assert _through_a_field(_typed(layout, "zm1dn7"), "fa") == "zm1dn7"


def test_correcting_by_hand_begins_anew():
    """After an edit elsewhere than at the end, what stands there is what was shown."""
    field = TypedStrokes()
    assert field.read("ش") == "a"
    assert field.read("aس") == "as"
    assert field.read("aبs") == "afs"
    assert field.read("afs") == "afs"
    assert field.read("") == ""


def test_a_field_that_groups_goes_on_from_its_groups():
    """What the field made of it is what the next key is appended to."""
    field = TypedStrokes()
    assert field.read("ه") == "i"
    field.show("I")
    assert field.read("Iق") == "ir"


def test_what_is_pasted_is_left():
    """A word that came in one piece went through no keyboard; keys typed behind it do not change that."""
    field = TypedStrokes()
    assert field.read("شماره ۱۲") == "شماره 12"
    assert field.read("شماره 12ش") == "شماره 12ش"
    assert field.read("") == ""
    assert field.read("ش") == "a"
