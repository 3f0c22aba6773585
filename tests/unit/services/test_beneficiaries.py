"""The receivers a shop has saved: kept, renamed, removed, and back again."""

from __future__ import annotations

from typing import Any

import pytest

from cashier.domain.iban import IbanError
from tests.unit.services.scripted_payouts import IBAN, OTHER_IBAN, PayoutShop, told


def test_a_receiver_is_saved_once_whatever_way_the_iban_is_typed(tills: Any) -> None:
    """The same IBAN again is the same receiver under another name, as one line."""

    async def story(shop: PayoutShop) -> None:
        told_of: list[None] = []
        shop.till.beneficiaries.changes.subscribe(told_of.append)
        saved = await shop.till.beneficiaries.save(IBAN, "مریم\nنمونه")
        assert (saved.iban, saved.holder) == (IBAN, "مریم نمونه")
        again = await shop.till.beneficiaries.save(IBAN.lower().replace("IR82", "ir82 "), "مریم احمدی")
        assert (again.id, again.holder) == (saved.id, "مریم احمدی")
        assert await shop.till.beneficiaries.saved() == [again]
        assert len(told_of) == 2
        events = await shop.till.withdrawals.events_of(saved.id)
        assert [event.kind for event in events] == ["added", "changed"]

    told(tills, story)


def test_what_is_no_iban_is_not_saved(tills: Any) -> None:
    """A wrong check digit names nobody."""

    async def story(shop: PayoutShop) -> None:
        with pytest.raises(IbanError):
            await shop.till.beneficiaries.save("IR000000000000000000000000", "x")
        assert await shop.till.beneficiaries.saved() == []

    told(tills, story)


def test_a_removed_receiver_is_offered_no_longer_and_can_come_back(tills: Any) -> None:
    """Removed twice it is removed once; one nobody saved cannot be; saved again it has its old id."""

    async def story(shop: PayoutShop) -> None:
        saved = await shop.till.beneficiaries.save(IBAN, "مریم نمونه")
        for iban in (IBAN, IBAN, OTHER_IBAN):
            await shop.till.beneficiaries.remove(iban)
        assert await shop.till.beneficiaries.saved() == []
        events = await shop.till.withdrawals.events_of(saved.id)
        assert [event.kind for event in events] == ["added", "removed"]
        back = await shop.till.beneficiaries.save(IBAN, "مریم نمونه")
        assert (back.id, back.removed_at) == (saved.id, None)
        assert await shop.till.beneficiaries.saved() == [back]

    told(tills, story)
