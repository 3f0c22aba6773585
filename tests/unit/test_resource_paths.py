from __future__ import annotations

import sys

import pytest

from cashier import resource_paths
from cashier.resource_paths import ResourceMissingError, resources_dir


@pytest.fixture(autouse=True)
def _fresh():
    resource_paths._find.cache_clear()
    yield
    resource_paths._find.cache_clear()


def test_a_checkout_has_fonts_and_icons():
    """From the source tree, the folder beside the package is found."""
    assert list((resources_dir() / "fonts").glob("*.ttf"))
    assert list((resources_dir() / "icons").glob("*.svg"))


def test_a_frozen_program_reads_its_own_folder(tmp_path, monkeypatch):
    """In a bundle, the bundle's folder goes before anything around it."""
    (tmp_path / "resources" / "fonts").mkdir(parents=True)
    (tmp_path / "resources" / "fonts" / "A.ttf").touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources_dir() == tmp_path / "resources"


def test_a_broken_installation_is_told(monkeypatch, tmp_path):
    """With the folder gone, the error says where it was looked for."""
    monkeypatch.setattr(resource_paths, "__file__", str(tmp_path / "cashier" / "resource_paths.py"))
    with pytest.raises(ResourceMissingError, match="resources"):
        resources_dir()
