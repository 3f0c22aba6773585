"""The terms under which everything in the bundle that is not ours may be passed on, word for word in one file.

`build_bundle.py` puts it beside the program: most of these licences ask that their text goes wherever the work goes.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

PROJECT: Final = "cashier"
# The sandbox is in the bundle: the demo and its tour run from it.
EXTRA: Final = "demo"

_LICENCE_FILE: Final = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
_RULE: Final = "=" * 100
# What comes in compiled, without a Python package of its own to say its terms.
_WITHOUT_TEXT: Final = """\
Qt and Qt for Python: The Qt Company Ltd. and other contributors. Offered under the LGPL 3, the GPL 2 or the GPL 3; used
here under the GPL 3, whose text is in LICENSE. Parts of Qt by others stand under terms that are compatible with it.

ICU: Unicode, Inc. and others, Unicode License v3.
OpenSSL: The OpenSSL Project Authors, Apache License 2.0.
SQLite: in the public domain.
The start of the program: PyInstaller's bootloader, GPL 2 or later with an exception that allows any program.
Of the machine the bundle was built on, where they are in it: libffi (MIT), liblzma (public domain), bzip2 (its own,
BSD-like), Expat (MIT), libuuid (BSD-3-Clause), zlib (its own), xcb-util (MIT).
"""


def write_licences(path: Path) -> None:
    """Write the terms of everything that is bundled.

    Raises:
        RuntimeError: if a package says nothing of its terms.
    """
    parts = [_part("Without a text of their own", _WITHOUT_TEXT), _part("Python", _python_terms())]
    parts += [_part(_title(each), _terms(each)) for each in bundled_distributions()]
    path.write_text("\n".join(parts), encoding="utf-8", newline="\n")


def bundled_distributions() -> list[Distribution]:
    """Return what the program needs at run time here, and what that needs, by name."""
    found: dict[str, Distribution] = {}
    wanted = [Requirement(f"{PROJECT}[{EXTRA}]")]
    while wanted:
        requirement = wanted.pop()
        name = _normal(requirement.name)
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            # Left out on this system by a marker of a marker.
            continue
        extras = sorted(requirement.extras) or [""]
        for text in found[name].requires or []:
            needed = Requirement(text)
            if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
                wanted.append(needed)
    del found[PROJECT]
    return [found[name] for name in sorted(found)]


def _terms(package: Distribution) -> str:
    texts = [
        Path(str(package.locate_file(file))).read_text(encoding="utf-8", errors="replace").strip()
        for file in package.files or []
        if ".dist-info/" in str(file) and _LICENCE_FILE.search(str(file))
    ]
    # A field that is missing is a KeyError where the newer importlib.metadata, a package of its own, reads it.
    fields = package.metadata
    named = next((fields[name] for name in ("License-Expression", "License") if name in fields), None)
    if not texts and not named:
        raise RuntimeError(f"{package.name} says nothing of its terms")
    return "\n\n".join([*([f"Licence: {named}"] if named else []), *texts])


def _python_terms() -> str:
    folder = Path(sys.base_prefix)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for place in (folder / "lib" / version / "LICENSE.txt", folder / "LICENSE.txt"):
        if place.is_file():
            return place.read_text(encoding="utf-8").strip()
    # Debian keeps it with the package, not with the interpreter.
    place = Path("/usr/share/doc") / version / "copyright"
    if place.is_file():
        return place.read_text(encoding="utf-8").strip()
    raise RuntimeError("Python's own terms are not where they usually are")


def _title(package: Distribution) -> str:
    return f"{package.name} {package.version}"


def _part(title: str, text: str) -> str:
    return f"{_RULE}\n{title}\n{_RULE}\n\n{text.strip()}\n"


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
