"""The window looks from its first moment as the shop has chosen: what it chose is kept beside the data."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cashier.domain.choices import Appearance, Language
from cashier.sandbox.server import SandboxServer
from cashier.services.first_look import LOOK_NAME, FirstLook, read_first_look
from cashier.ui.opening_view import OpeningView
from cashier.vault import MemoryVault
from tests.stories.counter import Run, Wait
from tests.stories.whole_program import make_profile, whole_program


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Return where the till is."""
    return tmp_path / "profile"


def test_what_the_shop_chooses_is_how_the_next_start_looks_first(
    profile: Path, qapp: QApplication, run: Run, wait_until: Wait, sandbox: SandboxServer
) -> None:
    """Language, looks and name are kept at the first start already, and again whenever they change."""
    vault = MemoryVault()
    run(make_profile(profile, vault, sandbox.base_url))
    english = FirstLook(Language.ENGLISH, Appearance.LIGHT, "Sunny Shop")
    with whole_program(profile, vault, qapp, run, wait_until) as program:
        wait_until(lambda: read_first_look(profile) == english)

        run(program.application.till.preferences.change(language=Language.ARABIC, appearance=Appearance.DARK))
        wait_until(
            lambda: read_first_look(profile) == FirstLook(Language.ARABIC, Appearance.DARK, "Sunny Shop")
        )

        run(
            program.application.till.preferences.change(
                language=Language.ENGLISH, appearance=Appearance.LIGHT
            )
        )
        wait_until(lambda: read_first_look(profile) == english)


def test_a_look_that_cannot_be_kept_troubles_nobody(
    profile: Path, qapp: QApplication, run: Run, wait_until: Wait, sandbox: SandboxServer
) -> None:
    """Without it the till is opened all the same, and what was shown before it is gone."""
    vault = MemoryVault()
    run(make_profile(profile, vault, sandbox.base_url))
    (profile / LOOK_NAME).mkdir()
    with whole_program(profile, vault, qapp, run, wait_until) as program:
        assert program.shows("nav.payment")
        wait_until(lambda: not program.window.findChildren(OpeningView))
    assert read_first_look(profile) is None
