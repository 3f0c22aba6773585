"""The installer for Windows as far as it can be checked elsewhere: what its compiler would refuse or not notice."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from build_windows_installer import SCRIPT, definitions
from windows_version import four_numbers

from cashier.single_instance import RUNNING_MUTEX

_LANGUAGES: Final = SCRIPT.parent / "languages"
_BOM: Final = b"\xef\xbb\xbf"

_PARAMETERS: Final = {
    "Languages": {"Name", "MessagesFile"},
    "Tasks": {"Name", "Description", "Flags"},
    "InstallDelete": {"Type", "Name"},
    "Files": {"Source", "DestDir", "Flags"},
    "Icons": {"Name", "Filename", "WorkingDir", "Comment", "Tasks"},
    "Registry": {"Root", "Subkey", "ValueType", "ValueName", "ValueData", "Flags", "Tasks"},
    "Run": {"Filename", "Description", "WorkingDir", "Flags"},
}
_DIRECTIVES: Final = {
    "AppId", "AppMutex", "AppName", "AppPublisher", "AppVerName", "AppVersion", "ArchitecturesAllowed",
    "ArchitecturesInstallIn64BitMode", "CloseApplications", "Compression", "DefaultDirName", "DisableProgramGroupPage",
    "DisableWelcomePage", "MinVersion", "OutputBaseFilename", "OutputDir", "PrivilegesRequired", "RestartApplications",
    "SetupIconFile", "ShowLanguageDialog", "SignTool", "SignedUninstaller", "SolidCompression", "UninstallDisplayIcon",
    "UninstallDisplayName", "VersionInfoProductTextVersion", "VersionInfoVersion", "WizardStyle",
}  # fmt: skip
_FLAGS: Final = {
    "unchecked", "ignoreversion", "recursesubdirs", "createallsubdirs", "uninsdeletevalue", "deletevalue", "nowait",
    "postinstall", "skipifsilent",
}  # fmt: skip
_CONSTANTS: Final = {"app", "autoprograms", "autodesktop", "localappdata"}
# Inno Setup's messages, by their ids, with the places they have: what Default.isl of 6.4 knows of what we say.
_PLACES: Final = {
    "SetupWindowTitle": "%1", "UninstallAppFullTitle": "%1", "SetupLdrStartupMessage": "%1",
    "LastErrorMessage": "%1 %2 %3", "SetupFileMissing": "%1", "InvalidParameter": "%1",
    "OnlyOnTheseArchitectures": "%1", "WinVersionTooLowError": "%1 %2", "SetupAppRunningError": "%1",
    "UninstallAppRunningError": "%1", "ErrorCreatingDir": "%1", "ErrorTooManyFilesInDir": "%1",
    "AboutSetupMessage": "%1 %1 %2 %3 %4", "WelcomeLabel1": "[name]", "WelcomeLabel2": "[name/ver]",
    "SelectDirDesc": "[name]", "SelectDirLabel3": "[name]", "DiskSpaceMBLabel": "[mb]", "DiskSpaceWarning": "%1 %2",
    "BadDirName32": "%1", "DirExists": "%1", "DirDoesntExist": "%1", "SelectTasksLabel2": "[name]",
    "ReadyLabel1": "[name]", "PreparingDesc": "[name]", "PreviousInstallNotCompleted": "[name]",
    "InstallingLabel": "[name]", "FinishedHeadingLabel": "[name]", "FinishedLabelNoIcons": "[name]",
    "FinishedLabel": "[name]", "FinishedRestartLabel": "[name]", "FinishedRestartMessage": "[name]",
    "RunEntryExec": "%1", "ErrorInternal2": "%1", "ErrorFunctionFailedNoCode": "%1", "ErrorFunctionFailed": "%1 %2",
    "ErrorFunctionFailedWithMessage": "%1 %2 %3", "ErrorExecutingProgram": "%1", "ErrorRegOpenKey": "%1 %2",
    "ErrorRegCreateKey": "%1 %2", "ErrorRegWriteKey": "%1 %2", "SourceDoesntExist": "%1", "UninstallNotFound": "%1",
    "UninstallOpenError": "%1", "UninstallUnsupportedVer": "%1", "UninstallUnknownEntry": "%1", "ConfirmUninstall": "%1",
    "UninstallStatusLabel": "%1", "UninstalledAll": "%1", "UninstalledMost": "%1", "UninstalledAndNeedsRestart": "%1",
    "UninstallDataCorrupted": "%1", "StatusUninstalling": "%1", "ShutdownBlockReasonInstallingApp": "%1",
    "ShutdownBlockReasonUninstallingApp": "%1", "PrepareToInstallNeedsRestart": "[name]",
} | dict.fromkeys([
    "SetupAppTitle", "UninstallAppTitle", "InformationTitle", "ConfirmTitle", "ErrorTitle", "LdrCannotCreateTemp",
    "LdrCannotExecTemp", "SetupFileCorrupt", "SetupFileCorruptOrWrongVer", "SetupAlreadyRunning",
    "WindowsVersionNotSupported", "ExitSetupTitle", "ExitSetupMessage", "AboutSetupMenuItem", "AboutSetupTitle",
    "ButtonBack", "ButtonNext", "ButtonInstall", "ButtonOK", "ButtonCancel", "ButtonYes", "ButtonYesToAll", "ButtonNo",
    "ButtonNoToAll", "ButtonFinish", "ButtonBrowse", "ButtonWizardBrowse", "ButtonNewFolder", "SelectLanguageTitle",
    "SelectLanguageLabel", "ClickNext", "BrowseDialogTitle", "BrowseDialogLabel", "NewFolderName", "WizardSelectDir",
    "SelectDirBrowseLabel", "CannotInstallToNetworkDrive", "CannotInstallToUNCPath", "InvalidPath", "InvalidDrive",
    "DiskSpaceWarningTitle", "DirNameTooLong", "InvalidDirName", "DirExistsTitle", "DirDoesntExistTitle",
    "WizardSelectTasks", "SelectTasksDesc", "WizardReady", "ReadyLabel2a", "ReadyLabel2b", "ReadyMemoDir",
    "ReadyMemoTasks", "WizardPreparing", "CannotContinue", "WizardInstalling", "ClickFinish", "YesRadio", "NoRadio",
    "SetupAborted", "AbortRetryIgnoreSelectAction", "AbortRetryIgnoreRetry", "AbortRetryIgnoreIgnore",
    "AbortRetryIgnoreCancel", "StatusClosingApplications", "StatusCreateDirs", "StatusExtractFiles",
    "StatusCreateIcons", "StatusCreateRegistryEntries", "StatusSavingUninstall", "StatusRunProgram", "StatusRollback",
    "FileAbortRetryIgnoreSkipNotRecommended", "FileAbortRetryIgnoreIgnoreNotRecommended", "SourceIsCorrupted",
    "ErrorReadingExistingDest", "ErrorChangingAttr", "ErrorCreatingTemp", "ErrorReadingSource", "ErrorCopying",
    "ErrorReplacingExistingFile", "ErrorRestartReplace", "ErrorRenamingTemp", "WizardUninstalling",
    "ExistingFileReadOnly2", "ExistingFileReadOnlyRetry", "ExistingFileReadOnlyKeepExisting", "ErrorRestartingComputer",
    "UninstallOnlyOnWin64",
], "")  # fmt: skip
_IDS_OF_LANGUAGES: Final = {"english": "$0409", "persian": "$0429", "arabic": "$0401"}
_RIGHT_TO_LEFT: Final = ("persian", "arabic")


def _sections(path: Path) -> dict[str, list[str]]:
    """Return the lines of each section without comments and without what is for the preprocessor."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in path.read_bytes().decode("utf-8-sig").splitlines():
        if found := re.fullmatch(r"\[(\w+)\]", line):
            lines = sections.setdefault(found[1], [])
        elif line and not line.startswith((";", "#")):
            lines.append(line)
    return sections


def _values(lines: list[str]) -> dict[str, str]:
    names = Counter(line.split("=", 1)[0] for line in lines)
    assert [name for name, count in names.items() if count > 1] == []
    values: dict[str, str] = {}
    for line in lines:
        name, equals, values[name] = line.partition("=")
        assert equals, line
    return values


def _entries(section: str) -> Iterator[dict[str, str]]:
    """Yield the entries of a section of parameters, with their values out of quotation marks."""
    for line in _sections(SCRIPT)[section]:
        found = re.findall(r'(\w+):\s*("(?:[^"]|"")*"|[^;"]*)\s*(?:;|$)', line)
        assert "; ".join(f"{name}: {value.strip()}" for name, value in found) == line, (
            "what is left is no parameter"
        )
        yield {
            name: value.strip().removeprefix('"').removesuffix('"').replace('""', '"')
            for name, value in found
        }


def _language(name: str) -> dict[str, dict[str, str]]:
    return {section: _values(lines) for section, lines in _sections(_LANGUAGES / f"{name}.isl").items()}


def _places(text: str) -> list[str]:
    return sorted(re.findall(r"%\d|\[[a-z/]+\]", text))


@pytest.mark.parametrize("path", [SCRIPT, *sorted(_LANGUAGES.glob("*.isl"))], ids=lambda path: path.name)
def test_the_encoding_is_one_the_compiler_knows(path: Path) -> None:
    """UTF-8 with its mark, lines as Windows ends them, letters in their usual form, no marks that turn the text round."""
    raw = path.read_bytes()
    assert raw.startswith(_BOM)
    text = raw.decode("utf-8-sig")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_every_part_of_the_script_is_one_the_compiler_knows() -> None:
    """Sections, directives, parameters and flags."""
    sections = _sections(SCRIPT)
    assert set(sections) == {"Setup", "Code", *_PARAMETERS}
    assert set(_values(sections["Setup"])) <= _DIRECTIVES
    for section, allowed in _PARAMETERS.items():
        for entry in _entries(section):
            assert set(entry) <= allowed, section
            assert set(entry.get("Flags", "").split()) <= _FLAGS, section


def test_every_constant_is_one_the_compiler_knows() -> None:
    """Well formed ones of Inno Setup's, words of ours, and names that are defined."""
    text = SCRIPT.read_bytes().decode("utf-8-sig")
    defined = set(definitions(Path(), Path(), Path(), "1.0")) | {"SignTool"}
    defined |= set(re.findall(r"^#define (\w+)", text, re.MULTILINE))
    assert set(re.findall(r"\{#(\w+)\}", text)) <= defined
    wanted = set(re.findall(r"^#ifndef (\w+)", text, re.MULTILINE))
    assert wanted == set(definitions(Path(), Path(), Path(), "1.0"))
    used = [line for section in ("Setup", *_PARAMETERS) for line in _sections(SCRIPT)[section]]
    for line in used:
        if line.startswith("AppId="):
            continue
        for constant in re.findall(r"\{([^#][^}]*)\}", line):
            assert constant in _CONSTANTS or constant.startswith("cm:"), line
        assert line.count("{") == line.count("}"), line


def test_the_program_is_known_by_the_same_id_for_ever() -> None:
    """Another one would install a second program beside the first; a brace of its own is written twice."""
    text = SCRIPT.read_bytes().decode("utf-8-sig")
    assert '#define AppGuid "B28EB919-95F6-4AD1-A005-AF3FC7FDBC40"\r\n' in text
    assert "\r\nAppId={{{#AppGuid}}\r\n" in text
    assert r"\Uninstall\{{#AppGuid}}_is1'" in text


def test_it_waits_for_the_till_that_runs() -> None:
    """By the name that the program holds; nothing closes a till from outside."""
    setup = _values(_sections(SCRIPT)["Setup"])
    assert setup["AppMutex"] == RUNNING_MUTEX
    assert setup["CloseApplications"] == "no"


def test_it_needs_no_administrator() -> None:
    """Everything goes to this user's own folders and keys."""
    assert _values(_sections(SCRIPT)["Setup"])["PrivilegesRequired"] == "lowest"
    assert {entry["Root"] for entry in _entries("Registry")} == {"HKCU"}


def test_every_path_of_the_building_machine_exists() -> None:
    """The language files, and nothing that is not handed over."""
    named = [path for entry in _entries("Languages") for path in entry["MessagesFile"].split(",")]
    ours = [path for path in named if not path.startswith("compiler:")]
    assert sorted(path.replace("\\", "/") for path in ours) == sorted(
        path.relative_to(SCRIPT.parent).as_posix() for path in _LANGUAGES.glob("*.isl")
    )
    assert {path for path in named if path not in ours} == {"compiler:Default.isl"}
    assert [entry["Source"] for entry in _entries("Files")] == ["{#Bundle}\\*"]


def test_what_is_started_is_in_the_bundle() -> None:
    """The program, and the folder of its libraries that an upgrade empties."""
    started = {entry["Filename"] for section in ("Icons", "Run") for entry in _entries(section)}
    assert started == {"{app}\\cashier.exe"}
    assert [entry["Name"] for entry in _entries("InstallDelete")] == ["{app}\\_internal"]


def test_every_word_of_ours_is_said_in_every_language() -> None:
    """The same words, with the same places in them; each is used, and none is used that is not there."""
    english = _language("english")["CustomMessages"]
    text = SCRIPT.read_bytes().decode("utf-8-sig")
    used = set(re.findall(r"\{cm:(\w+)\}", text)) | set(re.findall(r"CustomMessage\('(\w+)'\)", text))
    assert used == set(english)
    for name in _RIGHT_TO_LEFT:
        said = _language(name)["CustomMessages"]
        assert list(said) == list(english)
        assert {key: _places(value) for key, value in said.items()} == {
            key: _places(value) for key, value in english.items()
        }


@pytest.mark.parametrize("name", _IDS_OF_LANGUAGES)
def test_every_message_of_the_installer_is_said(name: str) -> None:
    """Each is one that Inno Setup has, with the places it has; Persian and Arabic say all that can be shown."""
    language = _language(name)
    said = language["Messages"]
    assert set(said) <= set(_PLACES)
    if name in _RIGHT_TO_LEFT:
        assert set(said) == set(_PLACES)
    for key, text in said.items():
        assert _places(text) == sorted(_PLACES[key].split()), key
        assert re.findall(r"%[^n\d]", text) == [], key
        assert text == text.strip(), key
    assert set(language) == {"LangOptions", "Messages", "CustomMessages"}


@pytest.mark.parametrize("name", _IDS_OF_LANGUAGES)
def test_every_language_is_known_to_windows(name: str) -> None:
    """By its number; Persian and Arabic go from right to left."""
    options = _language(name)["LangOptions"]
    assert options["LanguageID"] == _IDS_OF_LANGUAGES[name]
    assert options.get("RightToLeft", "no") == ("yes" if name in _RIGHT_TO_LEFT else "no")
    assert name in [entry["Name"] for entry in _entries("Languages")]


@pytest.mark.parametrize("name", _RIGHT_TO_LEFT)
def test_letters_are_those_of_the_language(name: str) -> None:
    """ي and ك are Arabic, ی and ک are Persian; the one looks like the other and is found by no search."""
    text = (_LANGUAGES / f"{name}.isl").read_bytes().decode("utf-8-sig")
    wrong = {"persian": "يكة", "arabic": "یکگچپژ"}[name]
    words = "\n".join(line for line in text.splitlines() if not line.startswith(";"))
    assert set(words) & set(wrong) == set()


@pytest.mark.parametrize("name", _IDS_OF_LANGUAGES)
def test_no_two_buttons_of_a_page_have_the_same_key(name: str) -> None:
    """The keys of the buttons that are seen together are told apart."""
    said = _language(name)["Messages"]
    for together in (
        ("ButtonBack", "ButtonNext", "ButtonWizardBrowse"),
        ("ButtonBack", "ButtonInstall"),
        ("ButtonYes", "ButtonNo", "ButtonYesToAll", "ButtonNoToAll"),
        ("YesRadio", "NoRadio"),
    ):
        keys = [key[1] for message in together if (key := re.search(r"&(.)", said.get(message, "")))]
        assert len(keys) == len(set(keys)), together


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("1.2rc1", (1, 2, 0, 0)), ("1.2.3.4", (1, 2, 3, 4))]
)
def test_versions_are_four_numbers_for_windows(version: str, numbers: tuple[int, ...]) -> None:
    """So that it can tell a newer one, which the installer does not replace with an older."""
    assert four_numbers(version) == numbers
    assert definitions(Path(), Path(), Path(), version)["FileVersion"] == ".".join(map(str, numbers))
