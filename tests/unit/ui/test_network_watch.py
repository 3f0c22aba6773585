"""What the machine says of its network, as it reaches whoever waits for one."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtNetwork import QNetworkInformation

from cashier.ui.network_watch import NetworkWatch

_Reachability = QNetworkInformation.Reachability


@pytest.fixture
def watched(qapp: Any) -> tuple[NetworkWatch, list[bool]]:
    """Return a watch and what it told after its first word."""
    told: list[bool] = []
    watch = NetworkWatch(told.append, qapp)
    told.clear()
    return watch, told


@pytest.mark.parametrize(
    ("said", "told_then"),
    [
        (_Reachability.Disconnected, [False]),
        (_Reachability.Local, [False]),
        (_Reachability.Site, [True]),
        (_Reachability.Online, [True]),
        (_Reachability.Unknown, []),
    ],
)
def test_each_word_of_the_machine_is_told_as_what_it_means(
    watched: tuple[NetworkWatch, list[bool]], said: QNetworkInformation.Reachability, told_then: list[bool]
) -> None:
    """A machine that does not know says nothing; what it says at a change reaches us, where it says anything."""
    watch, told = watched
    information = QNetworkInformation.instance()
    if information is None:
        watch.tell(said)
    else:
        information.reachabilityChanged.emit(said)
    assert told == told_then
    watch.end()


def test_one_that_ended_tells_nothing(watched: tuple[NetworkWatch, list[bool]]) -> None:
    """A window that goes is told nothing more."""
    watch, told = watched
    watch.end()
    information = QNetworkInformation.instance()
    if information is not None:
        information.reachabilityChanged.emit(_Reachability.Disconnected)
    assert told == []


def test_a_machine_that_says_nothing_is_quietly_taken_as_it_is(
    qapp: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a backend of Qt's for this machine there is nothing to tell, and nothing breaks."""
    monkeypatch.setattr(QNetworkInformation, "loadBackendByFeatures", staticmethod(lambda _: False))
    told: list[bool] = []
    watch = NetworkWatch(told.append, qapp)
    watch.end()
    assert told == []
