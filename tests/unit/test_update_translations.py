"""What is wrong with a translation is found before a cashier reads it."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

PROGRAM: Final = """
class Page(QWidget):
    def words(self, count):
        self.tr("Take a payment")
        self.tr("Sent to {name} at {time}")
        self.tr("%n payments", None, count)
"""

MESSAGE: Final = """    <message>
        <source>{source}</source>
        <translation{kind}>{translation}</translation>
    </message>
"""
PLURAL: Final = """    <message numerus="yes">
        <source>%n payments</source>
        <translation>{forms}</translation>
    </message>
"""
ARABIC_FORMS: Final = ("لا دفعات", "دفعة", "دفعتان", "%n دفعات", "%n دفعة", "%n دفعة")
ARABIC: Final = {
    "Take a payment": "تحصيل دفعة",
    "Sent to {name} at {time}": "أُرسلت إلى {name} في {time}",
}

Write = Callable[..., list[str]]


@pytest.fixture(scope="module")
def program() -> ModuleType:
    """Return the program that is tested; it lies beside the package, not in it."""
    path = Path(__file__).parents[2] / "packaging" / "update_translations.py"
    spec = importlib.util.spec_from_file_location("update_translations", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def check(program: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Write:
    """Return what checks a small project's Arabic and gives what was printed; without problems it ends with 0."""
    (tmp_path / "cashier").mkdir()
    (tmp_path / "translations").mkdir()
    (tmp_path / "cashier" / "page.py").write_text(PROGRAM)

    def check_it(
        changes: dict[str, str | None] | None = None,
        forms: tuple[str, ...] = ARABIC_FORMS,
        kinds: dict[str, str] | None = None,
    ) -> list[str]:
        messages = "".join(
            MESSAGE.format(source=source, translation=text, kind=(kinds or {}).get(source, ""))
            for source, text in (ARABIC | (changes or {})).items()
            if text is not None
        )
        plural = PLURAL.format(forms="".join(f"<numerusform>{form}</numerusform>" for form in forms))
        (tmp_path / "translations" / "cashier_ar.ts").write_text(
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="ar"'
            f' sourcelanguage="en">\n<context>\n    <name>Page</name>\n{messages}{plural}</context>\n</TS>\n'
        )
        status = program.main(["--check", "ar"], tmp_path)
        problems = capsys.readouterr().out.splitlines()
        assert status == (1 if problems else 0)
        return problems

    return check_it


def test_a_whole_translation_passes(check: Write) -> None:
    """One, two and none may say their number in a word."""
    assert check() == []


def test_a_text_that_was_never_taken_up_is_found(check: Write) -> None:
    """It is in the program and not in the file."""
    assert check({"Take a payment": None}) == ["cashier_ar.ts: not up to date with the program's texts"]


def test_a_text_that_is_gone_from_the_program_is_found(check: Write) -> None:
    """Whatever its translation says."""
    (stale,) = check({"Take money": "تحصيل"})
    assert stale == "cashier_ar.ts: not up to date with the program's texts"


@pytest.mark.parametrize("kind", ["unfinished", "vanished", "obsolete"])
def test_what_is_not_finished_is_found(check: Write, kind: str) -> None:
    """As lupdate and Qt's own editor mark it."""
    found = check(kinds={"Take a payment": f' type="{kind}"'})
    assert f"cashier_ar.ts: Page: 'Take a payment' is {kind}" in found


def test_an_empty_translation_is_found(check: Write) -> None:
    """Qt would show nothing."""
    assert check({"Take a payment": " "}) == ["cashier_ar.ts: Page: 'Take a payment' is empty"]


@pytest.mark.parametrize(
    "text",
    ["أُرسلت إلى {name}", "أُرسلت إلى {name} في {time} من {account}", "أُرسلت إلى {nome} في {time}"],
)
def test_other_placeholders_are_found(check: Write, text: str) -> None:
    """One that is missing, one too many, one that is misspelt: each would fail, or say nothing, on the screen."""
    (problem,) = check({"Sent to {name} at {time}": text})
    assert "has other placeholders" in problem


def test_a_missing_plural_form_is_found(check: Write) -> None:
    """Arabic has six; each that is there is read by itself."""
    (problem,) = check(forms=ARABIC_FORMS[:3])
    assert problem.endswith("has 3 plural forms, not 6")
    (problem,) = check(forms=(*ARABIC_FORMS[:4], "", ARABIC_FORMS[5]))
    assert problem.endswith("is empty")


def test_a_form_of_many_numbers_says_its_number(check: Write) -> None:
    """«دفعات» alone would leave open how many."""
    (problem,) = check(forms=(*ARABIC_FORMS[:3], "دفعات", *ARABIC_FORMS[4:]))
    assert problem.endswith("has other placeholders: 'دفعات'")


@pytest.mark.parametrize("written", ["\u2068{name}\u2069", "&#x200f;{name}", "\u202e{name}\u202c"])
def test_marks_of_direction_are_found(check: Write, written: str) -> None:
    """Raw or as an entity: they cannot be seen by whoever mends the file."""
    (problem,) = check({"Sent to {name} at {time}": f"أُرسلت إلى {written} في {{time}}"})
    assert "has invisible marks of direction" in problem


def test_letters_of_the_other_alphabet_are_found(check: Write) -> None:
    """A Persian yeh in an Arabic word looks right at its beginning and wrong at its end."""
    (problem,) = check({"Take a payment": "تحصيل دفعة فی"})
    assert "has letters of another alphabet (U+06CC)" in problem


def test_english_needs_entries_for_numbers_only(program: ModuleType, tmp_path: Path) -> None:
    """And has them, once updated, to be filled in."""
    (tmp_path / "cashier").mkdir()
    (tmp_path / "translations").mkdir()
    (tmp_path / "cashier" / "page.py").write_text(PROGRAM)
    assert program.main(["en"], tmp_path) == 1
    assert program.texts_of(tmp_path / "translations" / "cashier_en.ts") == {("Page", "%n payments")}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("هل دفع?", "has '?' and not '؟'"),
        ("دفعة, ثم دفعة", "has ',' and not '،'"),
        ('اضغط "دفع"', "has '\"' and not '«»'"),
        ("تحصيـل", "has letters drawn long"),
        ("رقم المستلم", "says 'مستلم' where the program says 'مستفيد'"),
    ],
)
def test_marks_and_words_that_the_language_does_not_use_are_found(
    check: Write, written: str, found: str
) -> None:
    """Latin marks, letters drawn long to fill a line, and a second word for what has one already."""
    (problem,) = check({"Take a payment": written})
    assert found in problem


@pytest.mark.parametrize("written", ["پرداخت می شود", "ردیف ها", "بزرگ تر"])
def test_a_space_for_a_half_space_is_found_in_persian(program: ModuleType, written: str) -> None:
    """A word that is torn in two reads badly, and may be broken between two lines."""
    (problem,) = program._problems_of_text("x", written, "fa")
    assert "has a space for a half-space" in problem
    assert program._problems_of_text("x", "دمی با ما بمانید؛ می‌شود", "fa") == []
