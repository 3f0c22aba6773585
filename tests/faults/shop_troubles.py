"""What goes wrong in random histories of a shop, and how its program ends and begins."""

from __future__ import annotations

from hypothesis import strategies as st

from cashier.domain.payment import PaymentState
from tests.faults.shop import ENDPOINTS, HOLDS, MONEY, number, pick, told
from tests.faults.shop_counter import CounterRules
from tests.faults.shop_payouts import PayoutRules

LATE_S = 0.12

FAULTS: dict[str, dict[str, object]] = {
    "reset_before": {},
    "reset_after": {},
    "error_before": {"status": 503},
    "error_after": {"status": 500},
    "truncated_body": {},
    "invalid_json": {},
    "html_page": {},
    "empty_body": {},
    "too_many_requests": {},
    "wrong_credentials": {},
    "address_not_allowed": {},
    "refuse": {},
    "redirect": {},
    "extra_fields": {},
    "numbers_as_strings": {},
    "duplicate_items": {},
    "clock_off": {"seconds": 600},
}
SPOILING = ("missing_field", "null_field")
# Without which nobody knows what became of the money.
DECISIVE = {
    "digibank": ("code",),
    "resid": ("message",),
    "paystar": ("status", "track_id", "data"),
    "aqayepardakht": ("status", "id", "data"),
}
SLOW = ("latency", "latency_after")


class TroubleRules(CounterRules, PayoutRules):
    """Time, faults, ends."""

    dead_keys = 0

    # Time

    @told(pause_s=st.sampled_from((0.002, 0.01, 0.03)))
    def time_is_given(self, pause_s: float) -> None:
        """The till goes on by itself for a moment."""
        self.history.give_time(pause_s)

    @told(seconds=st.sampled_from((10, 60, 290, 302, 600, 1205)))
    def time_passes(self, seconds: int) -> None:
        """On both sides of the counter."""
        self.history.time_passes(seconds)

    @told(seconds=st.sampled_from((-3600, -400, -60, 60, 200)))
    def our_clock_jumps(self, seconds: int) -> None:
        """Only the till's."""
        self.history.tills.clock.advance(seconds)

    # What goes wrong

    @told(
        provider=st.sampled_from(sorted(ENDPOINTS)),
        where=number,
        name=st.sampled_from((*FAULTS, *HOLDS, *HOLDS)),
        times=st.sampled_from((1, 1, 1, 2, 9)),
    )
    def something_breaks(self, provider: str, where: int, name: str, times: int) -> None:
        """For the next calls of one kind, likeliest of the kind that moves money."""
        endpoint = pick([*ENDPOINTS[provider], *[MONEY[provider]] * 3], where)
        if name in HOLDS:
            times = 1
        if name == "refuse" and any(not call.ended for call in self.control.calls()):
            # A provider that refuses what it is about to accept contradicts itself.
            return
        self.control.fault(name, provider, endpoint, times=times, **FAULTS.get(name, {}))

    @told(provider=st.sampled_from(sorted(ENDPOINTS)), name=st.sampled_from(SLOW), where=number)
    def answers_come_too_late(self, provider: str, name: str, where: int) -> None:
        """The caller has gone by then; whether the provider acts is for the fault to say."""
        endpoint = pick([*ENDPOINTS[provider], *[MONEY[provider]] * 3], where)
        self.control.fault(name, provider, endpoint, seconds=LATE_S)

    @told(provider=st.sampled_from(sorted(ENDPOINTS)), name=st.sampled_from(SPOILING), where=number)
    def an_answer_lacks_what_decides(self, provider: str, name: str, where: int) -> None:
        """A field without which nobody knows what became of the money."""
        endpoint = pick([*ENDPOINTS[provider], *[MONEY[provider]] * 3], where)
        self.control.fault(name, provider, endpoint, field=pick([*DECISIVE[provider]], where // 7))

    @told(value=st.sampled_from(("99999999", "0.01")), provider=st.sampled_from(sorted(ENDPOINTS)))
    def the_provider_names_another_amount(self, value: str, provider: str) -> None:
        """Once, when it is asked what became of the money."""
        asked = {"resid": "get", "paystar": "requests"}.get(provider, "list")
        name = "huge_amounts" if value != "0.01" else "tiny_amounts"
        self.control.fault(name, provider, asked, value=value)

    @told(reset=st.booleans())
    def what_was_held_goes_on(self, reset: bool) -> None:  # noqa: FBT001  # drawn
        """Long after, with an answer or without one."""
        self.control.release(reset=reset)

    @told()
    def everything_works_again(self) -> None:
        """Faults are over; what is held stays held."""
        self.control.clear_faults()

    @told(which=number, up=st.booleans())
    def the_line_drops_or_comes_back(self, which: int, up: bool) -> None:  # noqa: FBT001  # drawn
        """Of one account: no connection can be made."""
        self.history.set_line(self.some_account(which // 2, pays_out=bool(which % 2)), up=up)

    @told()
    def the_key_dies(self) -> None:
        """Of paystar, which takes one that the till has no longer; it can be renewed."""
        self.dead_keys += 1
        self.control.put_account("paystar", api_key=f"sandbox-key-of-somebody-else-{self.dead_keys}")

    @told()
    def the_network_is_back(self) -> None:
        """The machine says so; the till may try at once."""
        self.history.till.sync.network_is_back()

    # Ends and beginnings

    @told()
    def restarts(self) -> None:
        """By order."""
        self.history.restart()

    @told()
    def is_killed(self) -> None:
        """Between two turns, whatever was under way."""
        self.history.kill()

    @told(which=number, after_write=st.integers(1, 5))
    def is_killed_in_a_step(self, which: int, after_write: int) -> None:
        """The instant after the n-th transaction of a step that calls the provider."""
        if which % 2 and (sending := self.sending_step(which // 2)) is not None:
            # Its PIN is counted and uncounted first.
            self.history.kill_during(sending[1], after_write=after_write + 1)
            return
        payment = self.waiting(which)
        if payment is not None:
            self.history.kill_during(self.calling_step(payment), after_write=after_write)

    @told(which=number, name=st.sampled_from(HOLDS))
    def is_killed_on_the_wire(self, which: int, name: str) -> None:
        """While the provider has the call, before it acts or after; it goes on when it likes."""
        if which % 2 and (sending := self.sending_step(which // 2)) is not None:
            provider, step = sending
            self.control.fault(name, provider, MONEY[provider])
            self.history.kill_while_held(step)
            return
        payment = self.waiting(which)
        if payment is None:
            return
        endpoints = ENDPOINTS[self.provider(payment)]
        self.control.fault(
            name, self.provider(payment), endpoints[payment.state is PaymentState.AWAITING_CUSTOMER]
        )
        self.history.kill_while_held(self.calling_step(payment))

    @told()
    def comes_to_rest(self) -> None:
        """Line back, faults over, time given: both ledgers agree."""
        self.history.check_at_rest()
