"""Build hook: the wheel carries compiled translations."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))

from compile_translations import compile_translations  # found beside this file, which is no package


class TranslationsHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves its configuration untyped
    """Compiles the translations before anything is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell hatchling that the made files belong in although git ignores them."""
        del version
        compile_translations(Path(self.root) / "translations")
        build_data["artifacts"].append("translations/*.qm")
