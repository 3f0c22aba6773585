"""What the compiled files of a folder ask of the system they run on."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_MAGIC: Final = b"\x7fELF"
_NEEDED: Final = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_GLIBC: Final = re.compile(r"\bGLIBC_(\d+(?:\.\d+)+)\b")


@dataclass(frozen=True, slots=True)
class ElfNeeds:
    """What compiled files ask for.

    Attributes:
        sonames: the shared libraries that are not among the files themselves.
        glibc: the oldest C library that has every function they call, such as `2.34`; empty if they call none.
    """

    sonames: frozenset[str]
    glibc: str


def elf_needs(folder: Path, *, optional: Callable[[str], bool]) -> tuple[ElfNeeds, ElfNeeds]:
    """Return what the compiled files anywhere in a folder ask for: what must be there, and what may be missing.

    Args:
        folder: where they are.
        optional: says of a file's place in the folder whether the program also works without that file.

    Raises:
        subprocess.CalledProcessError: if objdump (binutils) cannot read one of them.
    """
    own = {path.name for path in folder.rglob("*")}
    files = [path for path in sorted(folder.rglob("*")) if is_elf(path)]
    may = {path for path in files if optional(path.relative_to(folder).as_posix())}
    needed = _needs([path for path in files if path not in may], own)
    wanted = _needs(sorted(may), own)
    return needed, ElfNeeds(wanted.sonames - needed.sonames, wanted.glibc)


def is_elf(path: Path) -> bool:
    """Say whether a file is a program or library of Linux; links are not."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _needs(files: list[Path], own: set[str]) -> ElfNeeds:
    told = _objdump(files) if files else ""
    return ElfNeeds(
        sonames=frozenset(_NEEDED.findall(told)) - own,
        glibc=max(_GLIBC.findall(told), key=_as_numbers, default=""),
    )


def _objdump(files: Iterable[Path]) -> str:
    """Return what objdump says of the headers of some files."""
    done = subprocess.run(
        ["objdump", "--private-headers", *map(str, files)],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
    )
    return done.stdout


def _as_numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
