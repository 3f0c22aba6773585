"""Whole amounts in words: known ones in each language, and all of them read back."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cashier.domain.amount_words import LARGEST_NUMBER, counted_in_words, whole_number_in_words
from cashier.domain.money import Money

LANGUAGES = ("fa", "ar", "en")

PERSIAN = {
    0: "صفر",
    1: "یک",
    2: "دو",
    3: "سه",
    10: "ده",
    11: "یازده",
    12: "دوازده",
    19: "نوزده",
    20: "بیست",
    21: "بیست و یک",
    99: "نود و نه",
    100: "صد",
    101: "صد و یک",
    110: "صد و ده",
    200: "دویست",
    999: "نهصد و نود و نه",
    1000: "هزار",
    1001: "هزار و یک",
    1200: "هزار و دویست",
    1999: "هزار و نهصد و نود و نه",
    2000: "دو هزار",
    3000: "سه هزار",
    10_000: "ده هزار",
    11_000: "یازده هزار",
    100_000: "صد هزار",
    1_250_000: "یک میلیون و دویست و پنجاه هزار",
    10**6: "یک میلیون",
    1_001_000: "یک میلیون و یک هزار",
    2 * 10**6: "دو میلیون",
    3 * 10**6: "سه میلیون",
    11 * 10**6: "یازده میلیون",
    10**9: "یک میلیارد",
    10**12: "یک تریلیون",
    10**18: "یک کوینتیلیون",
    10**18 + 5: "یک کوینتیلیون و پنج",
    123456789012345678901: (
        "صد و بیست و سه کوینتیلیون و چهارصد و پنجاه و شش کوادریلیون و هفتصد و هشتاد و نه تریلیون"
        " و دوازده میلیارد و سیصد و چهل و پنج میلیون و ششصد و هفتاد و هشت هزار و نهصد و یک"
    ),
}

ARABIC = {
    0: "صفر",
    1: "واحد",
    2: "اثنان",
    3: "ثلاثة",
    8: "ثمانية",
    10: "عشرة",
    11: "أحد عشر",
    12: "اثنا عشر",
    19: "تسعة عشر",
    20: "عشرون",
    21: "واحد وعشرون",
    99: "تسعة وتسعون",
    100: "مئة",
    101: "مئة وواحد",
    110: "مئة وعشرة",
    200: "مئتان",
    300: "ثلاثمئة",
    800: "ثمانمئة",
    999: "تسعمئة وتسعة وتسعون",
    1000: "ألف",
    1001: "ألف وواحد",
    1999: "ألف وتسعمئة وتسعة وتسعون",
    2000: "ألفان",
    2200: "ألفان ومئتان",
    3000: "ثلاثة آلاف",
    10_000: "عشرة آلاف",
    11_000: "أحد عشر ألفًا",
    100_000: "مئة ألف",
    101_000: "مئة ألف وألف",
    102_000: "مئة ألف وألفان",
    103_000: "مئة وثلاثة آلاف",
    200_000: "مئتا ألف",
    250_000: "مئتان وخمسون ألفًا",
    1_250_000: "مليون ومئتان وخمسون ألفًا",
    10**6: "مليون",
    2 * 10**6: "مليونان",
    3 * 10**6: "ثلاثة ملايين",
    11 * 10**6: "أحد عشر مليونًا",
    200 * 10**6: "مئتا مليون",
    10**9: "مليار",
    2 * 10**9: "ملياران",
    5 * 10**9: "خمسة مليارات",
    10**12: "تريليون",
    123456789012345678901: (
        "مئة وثلاثة وعشرون كوينتيليونًا وأربعمئة وستة وخمسون كوادريليونًا وسبعمئة وتسعة وثمانون تريليونًا"
        " واثنا عشر مليارًا وثلاثمئة وخمسة وأربعون مليونًا وستمئة وثمانية وسبعون ألفًا وتسعمئة وواحد"
    ),
}

ENGLISH = {
    0: "zero",
    1: "one",
    2: "two",
    3: "three",
    10: "ten",
    11: "eleven",
    12: "twelve",
    19: "nineteen",
    20: "twenty",
    21: "twenty-one",
    99: "ninety-nine",
    100: "one hundred",
    101: "one hundred and one",
    110: "one hundred and ten",
    200: "two hundred",
    999: "nine hundred and ninety-nine",
    1000: "one thousand",
    1001: "one thousand and one",
    1100: "one thousand one hundred",
    1999: "one thousand nine hundred and ninety-nine",
    2000: "two thousand",
    3000: "three thousand",
    10_000: "ten thousand",
    11_000: "eleven thousand",
    100_000: "one hundred thousand",
    1_250_000: "one million two hundred and fifty thousand",
    10**6: "one million",
    10**6 + 20_005: "one million twenty thousand and five",
    2 * 10**6: "two million",
    3 * 10**6: "three million",
    11 * 10**6: "eleven million",
    10**9: "one billion",
    123456789012345678901: (
        "one hundred and twenty-three quintillion four hundred and fifty-six quadrillion"
        " seven hundred and eighty-nine trillion twelve billion three hundred and forty-five million"
        " six hundred and seventy-eight thousand nine hundred and one"
    ),
}

# Written anew from the dictionary, not taken from the program: each word of each language and its worth.
PERSIAN_WORTH = {
    "صفر": 0, "ده": 10, "نوزده": 19, "هجده": 18, "هفده": 17, "شانزده": 16, "پانزده": 15, "چهارده": 14,
    "سیزده": 13, "دوازده": 12, "یازده": 11, "نه": 9, "هشت": 8, "هفت": 7, "شش": 6, "پنج": 5, "چهار": 4,
    "سه": 3, "دو": 2, "یک": 1, "نود": 90, "هشتاد": 80, "هفتاد": 70, "شصت": 60, "پنجاه": 50, "چهل": 40,
    "سی": 30, "بیست": 20, "نهصد": 900, "هشتصد": 800, "هفتصد": 700, "ششصد": 600, "پانصد": 500,
    "چهارصد": 400, "سیصد": 300, "دویست": 200, "صد": 100,
}  # fmt: skip
PERSIAN_POWERS = {
    "دسیلیون": 10**33, "نونیلیون": 10**30, "اکتیلیون": 10**27, "سپتیلیون": 10**24, "سکستیلیون": 10**21,
    "کوینتیلیون": 10**18, "کوادریلیون": 10**15, "تریلیون": 10**12, "میلیارد": 10**9, "میلیون": 10**6,
    "هزار": 10**3,
}  # fmt: skip
ENGLISH_WORTH = {
    "zero": 0, "ninety": 90, "eighty": 80, "seventy": 70, "sixty": 60, "fifty": 50, "forty": 40,
    "thirty": 30, "twenty": 20, "nineteen": 19, "eighteen": 18, "seventeen": 17, "sixteen": 16,
    "fifteen": 15, "fourteen": 14, "thirteen": 13, "twelve": 12, "eleven": 11, "ten": 10, "nine": 9,
    "eight": 8, "seven": 7, "six": 6, "five": 5, "four": 4, "three": 3, "two": 2, "one": 1,
}  # fmt: skip
ENGLISH_POWERS = {
    "decillion": 10**33, "nonillion": 10**30, "octillion": 10**27, "septillion": 10**24,
    "sextillion": 10**21, "quintillion": 10**18, "quadrillion": 10**15, "trillion": 10**12,
    "billion": 10**9, "million": 10**6, "thousand": 10**3,
}  # fmt: skip
ARABIC_WORTH = {
    "صفر": 0, "تسعة": 9, "ثمانية": 8, "سبعة": 7, "ستة": 6, "خمسة": 5, "أربعة": 4, "ثلاثة": 3,
    "اثنان": 2, "اثنا": 2, "واحد": 1, "أحد": 1, "عشرة": 10, "عشر": 10,
    "تسعون": 90, "ثمانون": 80, "سبعون": 70, "ستون": 60, "خمسون": 50, "أربعون": 40, "ثلاثون": 30,
    "عشرون": 20, "تسعمئة": 900, "ثمانمئة": 800, "سبعمئة": 700, "ستمئة": 600, "خمسمئة": 500,
    "أربعمئة": 400, "ثلاثمئة": 300, "مئتان": 200, "مئتا": 200, "مئة": 100,
}  # fmt: skip
ARABIC_POWERS = {
    "ديسيليون": 10**33, "نونيليون": 10**30, "أوكتيليون": 10**27, "سبتيليون": 10**24,
    "سكستيليون": 10**21, "كوينتيليون": 10**18, "كوادريليون": 10**15, "تريليون": 10**12,
    "مليار": 10**9, "مليون": 10**6, "ألف": 10**3,
}  # fmt: skip
ARABIC_BROKEN_PLURALS = {"آلاف": "ألف", "ملايين": "مليون"}
ARABIC_TANWEEN = "\u064b\u0627"

# Every length as often as every other: among plain integers below 10**36 nearly all have 36 digits.
NUMBERS = st.integers(0, 36).flatmap(lambda digits: st.integers(0, 10**digits - 1)) | st.lists(
    st.sampled_from([0, 1, 2, 3, 10, 11, 20, 21, 99, 100, 101, 102, 103, 111, 200, 201, 202, 300, 999]),
    min_size=1,
    max_size=12,
).map(lambda groups: sum(group * 1000**power for power, group in enumerate(groups)))


def read_persian(text):
    """Return the number that Persian words name; a power of a thousand without a count is one of it."""
    total, group, before = 0, 0, None
    for phrase in text.split(" و "):
        worth, *power = phrase.split(" ")
        if worth in PERSIAN_POWERS:
            worth, power = "یک", [worth]
        group += PERSIAN_WORTH[worth]
        if power:
            (name,) = power
            assert before is None or PERSIAN_POWERS[name] < before
            before = PERSIAN_POWERS[name]
            total, group = total + group * before, 0
    return total + group


def read_english(text):
    """Return the number that English words name."""
    total, group, before = 0, 0, None
    for word in text.replace("-", " ").split(" "):
        if word == "hundred":
            group *= 100
        elif word in ENGLISH_POWERS:
            assert group > 0
            assert before is None or ENGLISH_POWERS[word] < before
            before = ENGLISH_POWERS[word]
            total, group = total + group * before, 0
        elif word != "and":
            group += ENGLISH_WORTH[word]
    return total + group


def arabic_noun(word, nouns):
    """Return which noun a word is a form of, and that form: one, dual, dual before a noun, plural, accusative."""
    word = ARABIC_BROKEN_PLURALS.get(word, word)
    forms = {"": "one", "ان": "dual", "ا": "construct", "ات": "plural", ARABIC_TANWEEN: "accusative"}
    for noun in nouns:
        ending = word.removeprefix(noun)
        if word.startswith(noun) and ending in forms:
            return noun, forms[ending]
    return None


def read_arabic(text, *, units=()):
    """Return the number that Arabic words name; of a sum of money, the nouns named `units` are read with it."""
    total, group, said = 0, 0, False
    for word in text.split(" "):
        joined = word.startswith("و") and word not in ARABIC_WORTH
        bare = word[1:] if joined else word
        unit = arabic_noun(bare, units)
        power = arabic_noun(bare, ARABIC_POWERS)
        if unit:
            # Behind a number the noun is what is counted; alone or joined it is one or two more.
            if joined or not said:
                total += 2 if unit[1] == "dual" else 1
        elif power:
            noun, form = power
            count = group or {"dual": 2, "construct": 2}.get(form, 1)
            assert not group or form not in {"dual", "construct"}
            total, group = total + count * ARABIC_POWERS[noun], 0
        else:
            group += ARABIC_WORTH[bare]
        said = True
    return total + group


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        (language, number, words)
        for language, table in (("fa", PERSIAN), ("ar", ARABIC), ("en", ENGLISH))
        for number, words in table.items()
    ],
)
def test_known_numbers(language, number, words):
    """Each number is written the way people of the language write it."""
    assert whole_number_in_words(number, language) == words


@given(NUMBERS)
@example(LARGEST_NUMBER)
@example(10**33)
def test_persian_words_read_back(number):
    """No digit is lost or changed on the way into Persian."""
    assert read_persian(whole_number_in_words(number, "fa")) == number


@given(NUMBERS)
@example(LARGEST_NUMBER)
@example(10**33)
def test_arabic_words_read_back(number):
    """No digit is lost or changed on the way into Arabic."""
    assert read_arabic(whole_number_in_words(number, "ar")) == number


@given(NUMBERS)
@example(LARGEST_NUMBER)
@example(10**33)
def test_english_words_read_back(number):
    """No digit is lost or changed on the way into English."""
    assert read_english(whole_number_in_words(number, "en")) == number


@given(NUMBERS)
def test_arabic_sums_read_back_and_agree(number):
    """A sum in Arabic names its number, and the unit has the form its last two digits ask for."""
    words = counted_in_words(Money.of(number, "IRR"), "ar")
    if number == 1:
        assert words == "ريال واحد"
        return
    assert read_arabic(words, units=("ريال",)) == number
    rest = number % 100
    *before, last = words.split(" ")
    if rest == 0:
        assert last == "ريال"
        # Before a singular noun no dual keeps its nun, and nothing is in the accusative.
        assert not before[-1].endswith(("ان", ARABIC_TANWEEN))
    elif rest in {1, 2}:
        assert last == ("" if number < 3 else "و") + ("ريال" if rest == 1 else "ريالان")
    elif rest <= 10:
        assert last == "ريالات"
    else:
        assert last == f"ريال{ARABIC_TANWEEN}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [-1, 10**36, -(10**40)])
def test_a_number_outside_the_range_is_refused(language, number):
    """Nothing is said rather than half a number."""
    with pytest.raises(ValueError, match="is not between 0 and"):
        whole_number_in_words(number, language)


@pytest.mark.parametrize("language", ["", "de", "FA"])
def test_an_unknown_language_is_refused(language):
    """A language without words is a mistake of the program, not silence."""
    with pytest.raises(ValueError, match="no number words in"):
        whole_number_in_words(1, language)
    with pytest.raises(ValueError, match="no number words in"):
        counted_in_words(Money.of(1, "IRR"), language)


@pytest.mark.parametrize(
    ("amount", "code", "persian", "arabic", "english"),
    [
        (0, "IRR", "صفر ریال", "صفر ريال", "zero rials"),
        (1, "IRR", "یک ریال", "ريال واحد", "one rial"),
        (2, "IRR", "دو ریال", "ريالان", "two rials"),
        (3, "IRR", "سه ریال", "ثلاثة ريالات", "three rials"),
        (10, "IRR", "ده ریال", "عشرة ريالات", "ten rials"),
        (11, "IRR", "یازده ریال", "أحد عشر ريالًا", "eleven rials"),
        (99, "IRR", "نود و نه ریال", "تسعة وتسعون ريالًا", "ninety-nine rials"),
        (100, "IRR", "صد ریال", "مئة ريال", "one hundred rials"),
        (101, "IRR", "صد و یک ریال", "مئة ريال وريال", "one hundred and one rials"),
        (102, "IRR", "صد و دو ریال", "مئة ريال وريالان", "one hundred and two rials"),
        (200, "IRR", "دویست ریال", "مئتا ريال", "two hundred rials"),
        (1001, "IRR", "هزار و یک ریال", "ألف ريال وريال", "one thousand and one rials"),
        (2000, "IRR", "دو هزار ریال", "ألفا ريال", "two thousand rials"),
        (3000, "IRR", "سه هزار ریال", "ثلاثة آلاف ريال", "three thousand rials"),
        (11_000, "IRR", "یازده هزار ریال", "أحد عشر ألف ريال", "eleven thousand rials"),
        (102_000, "IRR", "صد و دو هزار ریال", "مئة ألف وألفا ريال", "one hundred and two thousand rials"),
        (2 * 10**6, "IRR", "دو میلیون ریال", "مليونا ريال", "two million rials"),
        (
            1_250_000,
            "IRR",
            "یک میلیون و دویست و پنجاه هزار ریال",
            "مليون ومئتان وخمسون ألف ريال",
            "one million two hundred and fifty thousand rials",
        ),
        (
            11_002_000_200,
            "IRR",
            "یازده میلیارد و دو میلیون و دویست ریال",
            "أحد عشر مليارًا ومليونان ومئتا ريال",
            "eleven billion two million two hundred rials",
        ),
        (1, "IRT", "یک تومان", "تومان واحد", "one toman"),
        (2, "IRT", "دو تومان", "تومانان", "two tomans"),
        (5, "IRT", "پنج تومان", "خمسة تومانات", "five tomans"),
        (
            125_000,
            "IRT",
            "صد و بیست و پنج هزار تومان",
            "مئة وخمسة وعشرون ألف تومان",
            "one hundred and twenty-five thousand tomans",
        ),
        (
            125_050,
            "IRT",
            "صد و بیست و پنج هزار و پنجاه تومان",
            "مئة وخمسة وعشرون ألفًا وخمسون تومانًا",
            "one hundred and twenty-five thousand and fifty tomans",
        ),
    ],
)
def test_sums_with_their_unit(amount, code, persian, arabic, english):
    """The unit's word stands where the language wants it, in the form the number asks for."""
    money = Money.of(amount, code)
    assert counted_in_words(money, "fa") == persian
    assert counted_in_words(money, "ar") == arabic
    assert counted_in_words(money, "en") == english


@pytest.mark.parametrize("amount", ["5", "5.0", "5E+0", "0.5E+1"])
def test_a_whole_amount_is_whole_however_it_is_written(amount):
    """Zeros after the point and exponents do not take the words away."""
    assert counted_in_words(Money(Decimal(amount), Money.of(0, "IRR").unit), "en") == "five rials"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("amount", "code"),
    [("1.5", "IRR"), ("-1", "IRR"), ("1E+36", "IRR"), ("1E+9999", "IRT"), ("1", "USDT"), ("1", "XYZ")],
)
def test_what_cannot_be_said_has_no_words(language, amount, code):
    """A broken amount, one out of range and a unit without words give None, never wrong words."""
    assert counted_in_words(Money.of(amount, code), language) is None
