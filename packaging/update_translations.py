"""Brings `translations/*.ts` up to date with the program's texts; `--check` only says whether they are.

A translation is up to date when every text of the program is in it, translated, with the same placeholders and in
every plural form of its language, and nothing in it is left over from a text that is gone. English needs an entry only
where a number decides the words. Direction is the program's business: no text brings marks for it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("fa", "ar", "en")

# Which plural forms Qt asks a language for, in its order: whether each is of one number only, which it may then say in
# a word ("one") instead of in a digit.
PLURAL_FORMS = {
    "fa": (False,),
    "ar": (True, True, True, False, False, False),
    "en": (True, False),
}
# Letters that look nearly the same in the other language's alphabet and are typed by mistake.
_FOREIGN_LETTERS = {
    "fa": "\u064a\u0643\u0649",
    "ar": "\u06cc\u06a9\u06c0",
}
# Marks of a language's own script, and the Latin ones that are typed in their place.
_FOREIGN_MARKS = {"?": "\u061f", ",": "\u060c", ";": "\u061b", '"': "\u00ab\u00bb", "\u0640": ""}
# One word for one thing: the other words for it, and the one that is used.
_OTHER_WORDS = {
    "fa": {
        "رایانه": "کامپیوتر",
        "کارپوشه": "فایل اکسل",
        "صفحه‌گسترده": "اکسل",
        "نشانی": "آدرس",
        "برگزین": "انتخاب",
        "بیفزا": "اضافه",
        "نخست": "اول",
        "جستجو": "جست‌وجو",
        "شماره پیگیری": "کد پیگیری",
        "الان": "حالا",
    },
    "ar": {
        "مستلم": "مستفيد",
        "المصنّف": "ملف إكسل",
        "مصنّف": "ملف إكسل",
        "القالب": "ملف النموذج",
        "كمبيوتر": "حاسوب",
        "هذا الجهاز": "هذا الحاسوب",
        "العميل": "الزبون",
        "كلمة السر": "الرقم السري",
    },
}
# Persian joins a prefix or an ending to its word with a half-space.
_SPACED_APART = re.compile(
    r"(?<![^\s«(])ن?می [آ-ی]|[آ-ی] (?:ها|های|هایی|هایش|هایشان|تر|ترین|ام|اند)(?![آ-ی\u200c])"
)
_TAG_LIKE = re.compile(r"\{[a-z_]*\}|&[a-z]+;|https?://\S*")
_BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%n|%L?[0-9]")


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Update, or with `--check` compare, all languages or those named; return 0 if nothing is amiss."""
    translations = root / "translations"
    languages = [name for name in arguments if name in LANGUAGES] or list(LANGUAGES)
    if "--check" in arguments:
        with tempfile.TemporaryDirectory() as folder:
            copies = Path(folder)
            for source in translations.glob("*.ts"):
                shutil.copy(source, copies)
            update(root, copies, languages)
            stale = [
                source.name
                for source in (copies / f"cashier_{language}.ts" for language in languages)
                if texts_of(source) != texts_of(translations / source.name)
            ]
        problems = [f"{name}: not up to date with the program's texts" for name in stale]
    else:
        update(root, translations, languages)
        problems = []
    for language in languages:
        problems += problems_of(translations / f"cashier_{language}.ts", language)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def update(root: Path, folder: Path, languages: list[str]) -> None:
    """Run lupdate over the texts of the program below `root`, into the files in `folder`; what is gone from the program goes from the translations.

    Raises:
        RuntimeError: if lupdate is missing or fails.
    """
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    sources = sorted(str(path) for path in (root / "cashier").rglob("*.py"))
    for language in languages:
        command = [
            str(lupdate),
            *sources,
            "-ts",
            str(folder / f"cashier_{language}.ts"),
            "-no-obsolete",
            "-locations",
            "none",
            "-source-language",
            "en",
            "-target-language",
            language,
        ]
        if language == "en":
            command.append("-pluralonly")
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"lupdate fails: {done.stdout}{done.stderr}")


def texts_of(path: Path) -> set[tuple[str, str]]:
    """Return the texts a translation file is about, with their contexts."""
    if not path.exists():
        return set()
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in contexts_of(path)
        for message in context.findall("message")
    }


def contexts_of(path: Path) -> list[ET.Element]:
    """Return the contexts of a translation file."""
    return ET.parse(path).getroot().findall("context")  # noqa: S314  # the project's own file


def problems_of(path: Path, language: str) -> list[str]:
    """Return what is wrong with a translation file of a language, a line each."""
    if not path.exists():
        return [f"{path.name}: missing"]
    problems = []
    for context in contexts_of(path):
        name = context.findtext("name", "")
        for message in context.findall("message"):
            where = f"{path.name}: {name}: {message.findtext('source', '')!r}"
            problems += [f"{where} {problem}" for problem in _problems_of_message(message, language)]
    return problems


def _problems_of_message(message: ET.Element, language: str) -> list[str]:
    source = message.findtext("source", "")
    translation = message.find("translation")
    is_plural = message.get("numerus") == "yes"
    problems = []
    if "%n" in source and not is_plural:
        problems.append("has no plural forms: only `self.tr(text, comment, n)` gives them")
    if translation is None:
        return [*problems, "is untranslated"]
    if translation.get("type"):
        return [*problems, f"is {translation.get('type')}"]
    if not is_plural:
        return problems + _problems_of_text(source, translation.text or "", language)
    texts = [form.text or "" for form in translation.findall("numerusform")]
    forms = PLURAL_FORMS[language]
    if len(texts) != len(forms):
        problems.append(f"has {len(texts)} plural forms, not {len(forms)}")
    for text, is_of_one_number in zip(texts, forms, strict=False):
        problems += _problems_of_text(source, text, language, may_leave_number_out=is_of_one_number)
    return problems


def _problems_of_text(
    source: str, text: str, language: str, *, may_leave_number_out: bool = False
) -> list[str]:
    if not text.strip():
        return ["is empty"]
    problems = []
    missing = _placeholders(source) ^ _placeholders(text)
    if may_leave_number_out:
        missing -= {"%n"}
    if missing:
        problems.append(f"has other placeholders: {text!r}")
    if found := sorted(set(text + source) & set(_BIDI_CONTROLS)):
        problems.append(f"has invisible marks of direction ({_codes(found)}): {text!r}")
    if found := sorted(set(text) & set(_FOREIGN_LETTERS.get(language, ""))):
        problems.append(f"has letters of another alphabet ({_codes(found)}): {text!r}")
    return problems + _problems_of_writing(text, language)


def _problems_of_writing(text: str, language: str) -> list[str]:
    if language not in _FOREIGN_LETTERS:
        return []
    words = _TAG_LIKE.sub("", text)
    problems = [
        f"has {mark!r} and not {own!r}: {text!r}" if own else f"has letters drawn long: {text!r}"
        for mark, own in _FOREIGN_MARKS.items()
        if mark in words
    ]
    problems += [
        f"says {other!r} where the program says {used!r}: {text!r}"
        for other, used in _OTHER_WORDS.get(language, {}).items()
        if other in words
    ]
    if language == "fa" and (apart := _SPACED_APART.search(words)):
        problems.append(f"has a space for a half-space in {apart[0]!r}: {text!r}")
    return problems


def _codes(characters: list[str]) -> str:
    return ", ".join(f"U+{ord(character):04X}" for character in characters)


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
