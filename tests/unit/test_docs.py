"""What the documents say is there: pages, pictures, commands, files, faults, and the words on the screen."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from cashier.__main__ import _parser
from cashier.sandbox import control
from cashier.sandbox.faults import FaultName
from cashier.sandbox.world import World

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "SECURITY.md", *DOCS.glob("*.md")])
GUIDES = {language: DOCS / f"guide-{language}.md" for language in ("fa", "ar", "en")}
MOST_PICTURE_BYTES = 130_000

_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s]+)\)")
_FENCED = re.compile(r"^```\w*\n(.*?)^```", re.DOTALL | re.MULTILINE)
_PATH = re.compile(r"(?<![\w/.])(?:benchmarks|cashier|docs|packaging|tests|translations)/[\w./-]*\w/?")


def pages(*names: str) -> pytest.MarkDecorator:
    """Try each page, or those of these names, by itself."""
    return pytest.mark.parametrize(
        "page", [page for page in PAGES if not names or page.name in names], ids=lambda page: page.name
    )


def commands(text: str) -> list[str]:
    """Return the lines of a page that are typed into a terminal."""
    fenced = "\n".join(_FENCED.findall(text)).splitlines()
    indented = [line.strip() for line in text.splitlines() if line.startswith("    ")]
    return [line for line in fenced + indented if line]


def anchors(text: str) -> set[str]:
    """Return what can be linked to within a page: its headings, as the host names them, and its own anchors."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    named = {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}
    return named | set(re.findall(r'<a id="([^"]+)">', text))


def said_on_the_screen(language: str) -> set[str]:
    """Return every text of the program in a language; English ones are the sources."""
    tree = ET.parse(ROOT / "translations" / f"cashier_{'fa' if language == 'en' else language}.ts")  # noqa: S314  # our own
    said: set[str] = set()
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        if language == "en" or translation is None:
            said.add(message.findtext("source", ""))
        else:
            said |= {translation.text or "", *(form.text or "" for form in translation)}
    return said


@pages()
def test_what_is_linked_to_is_there(page):
    """Pages, pictures and headings."""
    for link in _LINK.findall(page.read_text("utf-8")):
        name, _, anchor = unquote(link).partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.is_file(), link
        assert not anchor or anchor in anchors(target.read_text("utf-8")), link


def test_every_picture_is_shown_and_small():
    """Whoever fetches the project fetches all of them."""
    shown = {
        (page.parent / link).resolve() for page in PAGES for link in _LINK.findall(page.read_text("utf-8"))
    }
    for picture in (DOCS / "pictures").iterdir():
        assert picture.resolve() in shown
        assert picture.stat().st_size <= MOST_PICTURE_BYTES, picture.name


@pytest.mark.parametrize("language", GUIDES)
def test_a_guide_says_what_the_screen_says(language):
    """Each word that is quoted is one of the program's, letter by letter."""
    quoted = re.findall(
        r"\*\*([^*]+)\*\*" if language == "en" else r"«([^»]+)»", GUIDES[language].read_text("utf-8")
    )
    assert len(quoted) > 100
    assert sorted(set(quoted) - said_on_the_screen(language)) == []


def test_the_guides_say_the_same():
    """As many chapters, tables, steps and pictures in each language; each picture in its own."""
    shapes = {}
    for language, guide in GUIDES.items():
        text = guide.read_text("utf-8")
        pictures = re.findall(r"pictures/([a-z-]+)-([a-z]{2})\.png", text)
        # Receipts are shown in the languages they are made for.
        assert {shown_in for name, shown_in in pictures if name != "receipt"} == {language}
        lines = text.splitlines()
        shapes[language] = (
            [name for name, _ in pictures],
            [len(line) - len(line.lstrip("#")) for line in lines if line.startswith("#")],
            sum(line.startswith("|") for line in lines),
            sum(line.startswith("- ") for line in lines),
        )
    assert shapes["fa"] == shapes["ar"] == shapes["en"]


@pages()
def test_commands_of_the_program_are_understood(page):
    """What is to be typed is what the program takes."""
    for line in commands(page.read_text("utf-8")):
        command = line.partition("#")[0].replace("uv run ", "").replace(".venv/bin/", "")
        if command.startswith("cashier ") and "[" not in command:
            given = shlex.split(command)[1:]
            _parser(given).parse_args(given)


@pages("contributing.md", "providers.md")
def test_files_that_are_named_exist(page):
    """A name in capitals stands for whatever it is called."""
    for name in _PATH.findall(page.read_text("utf-8")):
        if not any(part.isupper() for part in re.split(r"[/._]", name)):
            assert (ROOT / name).exists(), name


def test_every_fault_and_control_call_is_described():
    """None is missing, and none is there that the sandbox does not know."""
    text = (DOCS / "providers.md").read_text("utf-8")
    table = text[text.index("### Faults") :]
    named = set(re.findall(r"`([a-z]+(?:_[a-z]+)+)`", table))
    assert {fault.value for fault in FaultName} <= set(re.findall(r"`([a-z_]+)`", table))
    assert named <= {fault.value for fault in FaultName} | {"retry_after_s"}
    described = set(re.findall(r"/control(?:/[a-z]+)+", text))
    general = {
        route.path
        for route in control.routes(World())
        if "digibank" not in route.path and "resid" not in route.path
    }
    assert described == general
