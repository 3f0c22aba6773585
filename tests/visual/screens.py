"""All journeys through the till's screens, to be gone by name."""

from tests.visual import (
    backup_screens,
    batch_screens,
    history_screens,
    payment_screens,
    till_screens,
    withdrawal_screens,
)
from tests.visual.journeys import JOURNEYS, Desk, Look

# Journeys are taken up when they are imported.
PLACES = (payment_screens, withdrawal_screens, batch_screens, history_screens, till_screens, backup_screens)

__all__ = ["JOURNEYS", "PLACES", "Desk", "Look"]
