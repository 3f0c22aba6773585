"""Brings `translations/*.ts` up to date with the program's texts; `--check` only says whether they are.

A translation is up to date when every text of the program is in it, translated, with the same placeholders, and
nothing in it is left over from a text that is gone. English needs an entry only where a number decides the words.
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
TRANSLATIONS = ROOT / "translations"
LANGUAGES = ("fa", "ar", "en")
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%n|%L?[0-9]")


def main(arguments: list[str]) -> int:
    """Update, or with `--check` compare, all languages or those named; return 0 if nothing is amiss."""
    languages = [name for name in arguments if name in LANGUAGES] or list(LANGUAGES)
    if "--check" in arguments:
        with tempfile.TemporaryDirectory() as folder:
            copies = Path(folder)
            for source in TRANSLATIONS.glob("*.ts"):
                shutil.copy(source, copies)
            update(copies, languages)
            stale = [
                source.name
                for source in (copies / f"cashier_{language}.ts" for language in languages)
                if texts_of(source) != texts_of(TRANSLATIONS / source.name)
            ]
        problems = [f"{name}: not up to date with the program's texts" for name in stale]
    else:
        update(TRANSLATIONS, languages)
        problems = []
    for language in languages:
        problems += problems_of(TRANSLATIONS / f"cashier_{language}.ts")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def update(folder: Path, languages: list[str]) -> None:
    """Run lupdate over the program's texts; what is gone from the program goes from the translations.

    Raises:
        RuntimeError: if lupdate is missing or fails.
    """
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    sources = sorted(str(path) for path in (ROOT / "cashier").rglob("*.py"))
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


def problems_of(path: Path) -> list[str]:
    """Return what is wrong with a translation file, a line each."""
    if not path.exists():
        return [f"{path.name}: missing"]
    problems = []
    for context in contexts_of(path):
        name = context.findtext("name", "")
        for message in context.findall("message"):
            source = message.findtext("source", "")
            translation = message.find("translation")
            where = f"{path.name}: {name}: {source!r}"
            if "%n" in source and message.get("numerus") != "yes":
                problems.append(f"{where} has no plural forms: only `self.tr(text, comment, n)` gives them")
            if translation is None or translation.get("type"):
                problems.append(
                    f"{where} is {'untranslated' if translation is None else translation.get('type')}"
                )
                continue
            forms = translation.findall("numerusform")
            for text in [form.text or "" for form in forms] or [translation.text or ""]:
                if not text.strip():
                    problems.append(f"{where} is empty")
                # A plural form may say its number in a word ("one"), so only there %n may be missing.
                elif _placeholders(text) - {"%n"} != _placeholders(source) - {"%n"}:
                    problems.append(f"{where} has other placeholders: {text!r}")
    return problems


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
