"""Where the fonts, icons and translations lie: in a checkout, an installed wheel or a frozen program."""

import sys
from functools import cache
from pathlib import Path


class ResourceMissingError(FileNotFoundError):
    """A folder that every build of the program carries is not there: the installation is broken."""


def _roots() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    bundle = () if frozen is None else (Path(frozen), Path(frozen) / "cashier" / "_data")
    # The wheel's own data goes before the checkout's: beside an installed package lies site-packages,
    # where a folder called "resources" may be somebody else's.
    return (*bundle, package / "_data", package.parent)


@cache
def _find(folder: str, marker: str) -> Path:
    for root in _roots():
        candidate = root / folder
        if any(candidate.glob(marker)):
            return candidate
    looked_in = ", ".join(str(root) for root in _roots())
    raise ResourceMissingError(f"no folder {folder!r} with {marker!r} in: {looked_in}")


def resources_dir() -> Path:
    """Return the folder that holds `fonts/` and `icons/`.

    Raises:
        ResourceMissingError: if the program was installed without it.
    """
    return _find("resources", "fonts/*.ttf")


def translations_dir() -> Path:
    """Return the folder that holds the translations (`*.ts`, and `*.qm` once compiled).

    Raises:
        ResourceMissingError: if the program was installed without it.
    """
    return _find("translations", "*.[tq][sm]")
