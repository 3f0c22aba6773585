"""Builds what Windows users install: `uv run python packaging/build_windows_installer.py [--bundle dist/cashier]`.

It needs Windows and Inno Setup 6.3 or newer, and makes `cashier-VERSION-windows-setup.exe` from the bundle that
`build_bundle.py` made; without one it is built first.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent))

from app_icon import render_icons  # found beside this file, which is no package
from release import ROOT, this_version  # the same
from windows_version import four_numbers  # the same

SCRIPT: Final = ROOT / "packaging" / "windows" / "cashier.iss"


class CompilerMissingError(Exception):
    """Inno Setup is not installed here."""


def main(arguments: list[str]) -> int:
    """Build and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--bundle", type=Path, default=ROOT / "dist" / "cashier", metavar="FOLDER")
    parser.add_argument("--into", type=Path, default=ROOT / "dist", metavar="FOLDER")
    parser.add_argument(
        "--sign",
        metavar="NAME",
        help="the sign tool's name, with its arguments, as packaging/windows/README.md says",
    )
    chosen = parser.parse_args(arguments)
    if not chosen.bundle.is_dir():
        from build_bundle import build_bundle  # noqa: PLC0415  # needs PyInstaller

        build_bundle(chosen.bundle.parent)
    with tempfile.TemporaryDirectory(prefix="cashier-installer-") as folder:
        render_icons(Path(folder))
        defined = definitions(chosen.bundle, chosen.into, Path(folder) / "cashier.ico", this_version())
        if chosen.sign is not None:
            defined["SignTool"] = chosen.sign
        arguments_of_compiler = [f"/D{name}={value}" for name, value in defined.items()]
        return subprocess.run([find_compiler(), *arguments_of_compiler, str(SCRIPT)], check=False).returncode


def definitions(bundle: Path, destination: Path, icon: Path, version: str) -> dict[str, str]:
    """Return what the script wants defined from outside, by name."""
    return {
        "AppVersion": version,
        "FileVersion": ".".join(map(str, four_numbers(version))),
        "Bundle": str(bundle.resolve()),
        "IconFile": str(icon.resolve()),
        "OutputFolder": str(destination.resolve()),
    }


def find_compiler() -> str:
    """Return Inno Setup's compiler.

    Raises:
        CompilerMissingError: if it is neither on the path nor where it is usually installed.
    """
    if found := shutil.which("ISCC"):
        return found
    for variable in ("ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"):
        for folder in ("Inno Setup 6", "Programs/Inno Setup 6"):
            compiler = Path(os.environ.get(variable, "")) / folder / "ISCC.exe"
            if compiler.is_file():
                return str(compiler)
    raise CompilerMissingError("Inno Setup 6.3 or newer is needed, which is free and runs on Windows")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
