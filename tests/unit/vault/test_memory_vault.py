"""The vault that forgets everything when the program ends."""

from __future__ import annotations

import asyncio

import pytest

from cashier.vault import MemoryVault, Vault


def test_it_keeps_secrets_for_this_run_and_no_longer() -> None:
    """A secret can be put, replaced, got and deleted; another vault does not have it."""

    async def story() -> list[str | None]:
        vault: Vault = MemoryVault()
        seen = [await vault.get("k")]
        await vault.put("k", "one")
        await vault.put("k", "two")
        seen += [await vault.get("k"), await MemoryVault().get("k")]
        await vault.delete("k")
        await vault.delete("k")
        return [*seen, await vault.get("k")]

    assert asyncio.run(story()) == [None, "two", None, None]


def test_it_refuses_what_other_vaults_refuse() -> None:
    """A name or secret that another vault could not keep is refused here too, so nobody comes to rely on it."""
    vault = MemoryVault()
    for name, secret in (("a#b", "x"), ("k", "\ud800")):
        with pytest.raises(ValueError, match=r"not a name|not valid text"):
            asyncio.run(vault.put(name, secret))
    for call in (vault.get, vault.delete):
        with pytest.raises(ValueError, match="not a name"):
            asyncio.run(call("a#b"))


def test_its_repr_shows_no_secret() -> None:
    """A vault in a log line gives nothing away."""
    vault = MemoryVault()
    asyncio.run(vault.put("k", "marked-secret"))
    assert "marked" not in repr(vault)
