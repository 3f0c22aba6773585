#!/usr/bin/env python3
"""From a fresh checkout to a running program, with git and Python 3.11 and nothing else.

    python3 packaging/dev.py demo [...]    the real window on the embedded sandbox; without a display, a scripted tour
    python3 packaging/dev.py test [...]    all checks and tests; arguments go to pytest
    python3 packaging/dev.py setup         only the environment

It makes `.venv` from `requirements.lock` with uv, brings the system libraries Qt needs where it may, and hands over.
A second run finds everything in place and starts at once.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "cashier-environment"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
UV = BIN / ("uv.exe" if WINDOWS else "uv")
OLDEST_PYTHON = (3, 11)

# What Qt and Python load from the system, by the Debian package that brings it. `build_deb.py` takes the package's
# dependencies from here as well.
DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
# Loaded when the window opens, by name, from these parts of Qt.
QT_PARTS = (
    "lib/libQt6Core.so.6",
    "lib/libQt6Widgets.so.6",
    "lib/libQt6Svg.so.6",
    "lib/libQt6DBus.so.6",
    "lib/libQt6Network.so.6",
    "plugins/platforms/libqoffscreen.so",
    "plugins/platforms/libqxcb.so",
)


def main(arguments: list[str]) -> int:
    """Do what the first argument says; return the exit status."""
    commands: dict[str, Callable[[list[str]], int]] = {"demo": demo, "test": test, "setup": lambda _: 0}
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 2
    if sys.version_info < OLDEST_PYTHON:
        print(
            f"Python {'.'.join(map(str, OLDEST_PYTHON))} or newer is needed; this is {platform.python_version()}"
        )
        return 2
    set_up()
    return commands[arguments[0]](arguments[1:])


def demo(arguments: list[str]) -> int:
    """Open the demo; without a display, run its tour offscreen into a folder that is named at the end."""
    environment = dict(os.environ)
    touring = "--tour" in arguments
    if not has_display():
        environment["QT_QPA_PLATFORM"] = "offscreen"
        if not touring:
            folder = ROOT / f"tour-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
            print(f"No display: running the tour offscreen into {folder}", flush=True)
            arguments = ["--tour", str(folder), *arguments]
    return run([PYTHON, "-m", "cashier", "demo", *arguments], environment=environment)


def test(arguments: list[str]) -> int:
    """Run every check, then every test; with arguments, only pytest with those."""
    bring_build_tools()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    checks: list[list[str | Path]] = [
        [BIN / "ruff", "check", "."],
        [BIN / "ruff", "format", "--check", "."],
        [BIN / "mypy"],
        [BIN / "lint-imports"],
        [PYTHON, ROOT / "packaging" / "update_translations.py", "--check"],
    ]
    status = 0
    for command in [] if arguments else checks:
        print(
            f"\n$ {' '.join(Path(part).name if index == 0 else str(part) for index, part in enumerate(command))}",
            flush=True,
        )
        status = run(command, environment=environment) or status
    # A file stays with one process: what it sets up once is set up once.
    arguments = arguments or [
        "-n",
        "auto",
        "--maxprocesses",
        "4",
        "--dist",
        "loadfile",
        "--no-loadscope-reorder",
    ]
    print("\n$ pytest", *arguments, flush=True)
    return run([PYTHON, "-m", "pytest", *arguments], environment=environment) or status


def has_display() -> bool:
    """Say whether a window could be seen here."""
    return (
        WINDOWS
        or sys.platform == "darwin"
        or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    )


def set_up() -> None:
    """Bring the environment to what the lock says, unless it is that already."""
    wanted = fingerprint()
    if not (PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted):
        install_dependencies()
        # Before the project itself: its build compiles the translations with Qt's own tool.
        bring_system_libraries()
        install_project()
        STAMP.write_text(wanted)
    if any(is_stale(source) for source in (ROOT / "translations").glob("*.ts")):
        run([PYTHON, ROOT / "packaging" / "compile_translations.py"], check=True)


def fingerprint() -> str:
    """Return what the environment depends on, as one line."""
    digest = hashlib.sha256()
    for path in (LOCK, ROOT / "pyproject.toml", Path(__file__)):
        digest.update(path.read_bytes())
    return f"{digest.hexdigest()} {platform.python_version()} {sys.platform}"


def install_dependencies() -> None:
    """Make `.venv` with uv from the lock."""
    if not PYTHON.exists():
        make_venv()
    if not UV.exists():
        install_uv()
    run([UV, "pip", "sync", "--quiet", "--python", PYTHON, "--require-hashes", LOCK], check=True)


def install_project() -> None:
    """Put the project into `.venv` as it stands in this folder."""
    install: list[str | Path] = [UV, "pip", "install", "--quiet", "--python", PYTHON]
    run([*install, "--no-deps", "--no-build-isolation", "--editable", ROOT], check=True)


def make_venv() -> None:
    """Make the virtual environment; Debian keeps the module for it in a package of its own."""
    command = [sys.executable, "-m", "venv", str(VENV)]
    if subprocess.run(command, capture_output=True, check=False).returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    apt_install([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
    run(command, check=True)


def install_uv() -> None:
    """Install uv as the lock pins it, hashes included."""
    lines = LOCK.read_text().splitlines()
    first = next(index for index, line in enumerate(lines) if line.startswith("uv=="))
    last = next(index for index in range(first, len(lines)) if not lines[index].endswith("\\"))
    with tempfile.TemporaryDirectory() as folder:
        pin = Path(folder) / "uv.txt"
        pin.write_text("\n".join(lines[first : last + 1]) + "\n")
        run(
            [
                PYTHON,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--require-hashes",
                "-r",
                pin,
            ],
            check=True,
        )


def bring_system_libraries() -> None:
    """Install the system libraries Qt misses, where that can be done; else name them."""
    missing = missing_libraries()
    if not missing:
        return
    packages = sorted({DEBIAN_PACKAGES[name] for name in missing if name in DEBIAN_PACKAGES})
    unknown = sorted(name for name in missing if name not in DEBIAN_PACKAGES)
    if packages:
        apt_install(packages)
    still_missing = missing_libraries()
    if still_missing:
        print(f"Qt misses these system libraries: {', '.join(sorted(still_missing | set(unknown)))}")
        sys.exit(1)


def bring_build_tools() -> None:
    """Install what building the bundle takes on Linux, which the tests do, and the system lacks."""
    if not sys.platform.startswith("linux"):
        return
    packages = [] if all(shutil.which(tool) for tool in ("objdump", "strip")) else ["binutils"]
    # Debian's own Python does without the library of itself, which a program in a bundle needs.
    library = sysconfig.get_config_var("INSTSONAME") or ""
    if ".so" in library and not is_loadable(library):
        packages.append(f"libpython{sys.version_info.major}.{sys.version_info.minor}")
    if packages:
        apt_install(packages)


def is_loadable(library: str) -> bool:
    """Say whether the system finds a shared library by its name."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries() -> set[str]:
    """Return the names of the shared libraries that Qt's parts ask for and the system lacks."""
    if not sys.platform.startswith("linux"):
        return set()
    qt = next(VENV.glob("lib/python*/site-packages/PySide6/Qt"))
    missing: set[str] = set()
    for part in QT_PARTS:
        listed = subprocess.run(["ldd", str(qt / part)], capture_output=True, text=True, check=False).stdout
        missing |= {line.split()[0] for line in listed.splitlines() if "not found" in line}
    return missing


def apt_install(packages: list[str]) -> None:
    """Install Debian packages if this machine has apt and we may; else say what to install and end."""
    as_root = [] if WINDOWS or os.geteuid() == 0 else ["sudo", "-n"]
    allowed = not as_root or (
        shutil.which("sudo")
        and not subprocess.run([*as_root, "true"], capture_output=True, check=False).returncode
    )
    if not shutil.which("apt-get") or not allowed:
        print(f"Please install these system packages and try again: {' '.join(packages)}")
        sys.exit(1)
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run([*as_root, "apt-get", "update", "-qq"], check=True, environment=environment)
    run(
        [*as_root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
        check=True,
        environment=environment,
    )


def is_stale(source: Path) -> bool:
    """Say whether a translation was changed since it was compiled."""
    compiled = source.with_suffix(".qm")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def run(
    command: Sequence[str | Path], *, check: bool = False, environment: dict[str, str] | None = None
) -> int:
    """Run a command in the project's folder; with `check`, end with its status if it fails."""
    status = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=environment, check=False
    ).returncode
    if check and status:
        print(f"This failed with status {status}: {' '.join(map(str, command))}")
        sys.exit(status)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
