"""What the window looks like before the database is open: as it looked last, kept in a small file of its own.

The file says nothing that the database does not say better. It may be lost, old or damaged: then the first moment of a
start looks as it does on a new machine.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, NamedTuple

from cashier.domain.choices import Appearance, Language

LOOK_NAME: Final = "look.txt"
_LONGEST_BYTES: Final = 4096


class FirstLook(NamedTuple):
    """How a till that is set up looked last."""

    language: Language
    appearance: Appearance
    shop_name: str


def read_first_look(profile: Path) -> FirstLook | None:
    """Return how the window looked last; None if nobody knows."""
    try:
        with (profile / LOOK_NAME).open(encoding="utf-8") as file:
            lines = file.read(_LONGEST_BYTES).splitlines()
        language, appearance, *shop_name = lines
        return FirstLook(Language(language), Appearance(appearance), "".join(shop_name[:1]))
    except (OSError, ValueError):
        return None


def write_first_look(profile: Path, look: FirstLook) -> None:
    """Keep how the window looks; waits for the disk.

    Raises:
        OSError: if it cannot be written.
    """
    shop_name = " ".join(look.shop_name.split())
    part = profile / f"{LOOK_NAME}.part"
    part.write_text(f"{look.language.value}\n{look.appearance.value}\n{shop_name}\n", encoding="utf-8")
    os.replace(part, profile / LOOK_NAME)  # noqa: PTH105  # the name says that it takes the other's place
