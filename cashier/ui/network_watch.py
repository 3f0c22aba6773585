"""What the machine itself says about its network, as far as it says anything."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QNetworkInformation

_log = structlog.get_logger(__name__)

_Reachability = QNetworkInformation.Reachability

# A machine that does not know says nothing. In an intranet a provider may be reached after all: trying costs little.
_REACHABLE = {
    _Reachability.Disconnected: False,
    _Reachability.Local: False,
    _Reachability.Site: True,
    _Reachability.Online: True,
}


class NetworkWatch(QObject):
    """Tells whether the machine has a network: at once, and at every change. Silent where the machine is.

    Args:
        changed: is told; on the GUI thread.
        parent: as Qt's.
    """

    def __init__(self, changed: Callable[[bool], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changed: Callable[[bool], None] | None = changed
        self._information: QNetworkInformation | None = None
        if not QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            _log.info("network_not_watched")
            return
        self._information = QNetworkInformation.instance()
        self._information.reachabilityChanged.connect(self.tell)
        self.tell(self._information.reachability())

    def tell(self, reachability: QNetworkInformation.Reachability) -> None:
        """Tell what the machine says, if it says anything."""
        reachable = _REACHABLE.get(reachability)
        if reachable is not None and self._changed is not None:
            self._changed(reachable)

    def end(self) -> None:
        """Tell nothing from now on."""
        if self._information is not None:
            self._information.reachabilityChanged.disconnect(self.tell)
            self._information = None
        self._changed = None
        self.setParent(None)
        self.deleteLater()
