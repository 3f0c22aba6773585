"""The sections of the settings on how the till looks and whose it is; every change holds at once."""

from __future__ import annotations

import asyncio
from enum import Enum
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent

from cashier.domain.digits import LATIN_DIGITS
from cashier.domain.text import one_line
from cashier.services.accounts import AccountProblem
from cashier.services.preferences import (
    Appearance,
    CalendarChoice,
    DigitChoice,
    MotionChoice,
    Preferences,
    PreferenceService,
)
from cashier.storage.errors import StorageUnavailableError
from cashier.ui.choice_cards import ChoiceCards
from cashier.ui.language_cards import LanguageCards
from cashier.ui.messages import account_message, storage_message
from cashier.ui.style.tokens import RADIUS, Spacing
from cashier.ui.tasks import TaskOwner
from cashier.ui.time_zone_box import TimeZoneBox
from cashier.ui.widgets import Banner, Card, Field, LineEdit, StateKind, TextLabel
from cashier.ui.widgets.words import Words

LONGEST_SHOP_NAME: Final = 80


class PreferenceKeeper:
    """Stores changes of the preferences one after the other, so that none overwrites another."""

    def __init__(self, preferences: PreferenceService) -> None:
        self._preferences = preferences
        self._lock = asyncio.Lock()

    async def keep(self, **facts: str | Enum) -> Words:
        """Store what changed and return why it could not be, empty if it was."""
        async with self._lock:
            try:
                await self._preferences.change(**facts)
            except StorageUnavailableError as error:
                return partial(storage_message, error.trouble)
        return ""


class PreferenceSection(Card):
    """What the sections share: a heading, a place for trouble, and keeping up with changes made elsewhere."""

    def __init__(self, preferences: PreferenceService, keeper: PreferenceKeeper, tasks: TaskOwner) -> None:
        super().__init__()
        self.preferences = preferences
        self._keeper = keeper
        self._tasks = tasks
        self.heading = TextLabel(role="heading")
        self._trouble = Banner(radius=RADIUS)
        self.body.addWidget(self.heading)
        self.body.addWidget(self._trouble)
        self.destroyed.connect(preferences.changes.subscribe(self.show_preferences))

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what holds now."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Write every text in the language of the screen."""
        raise NotImplementedError

    def keep(self, **facts: str | Enum) -> None:
        """Store a change; if that fails, say so and show again what holds."""
        self._tasks.start(self._keep(facts))

    def changeEvent(self, event: QEvent) -> None:
        """Translate anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    async def _keep(self, facts: dict[str, str | Enum]) -> None:
        trouble = await self._keeper.keep(**facts)
        if trouble:
            self._trouble.show_message(StateKind.DANGER, trouble)
            self.show_preferences(self.preferences.current)
        else:
            self._trouble.clear()


class AppearanceSection(PreferenceSection):
    """Language, light or dark, calendar, digits and motion."""

    def __init__(self, preferences: PreferenceService, keeper: PreferenceKeeper, tasks: TaskOwner) -> None:
        """Show what holds now."""
        super().__init__(preferences, keeper, tasks)
        self._language_label = TextLabel(role="small", tone="muted")
        self._languages = LanguageCards("settings.language", preferences.current.language)
        self._languages.chosen.connect(lambda language: self.keep(language=language))
        self._appearance_label = TextLabel(role="small", tone="muted")
        self._appearances = ChoiceCards("settings.appearance", list(Appearance))
        self._appearances.chosen.connect(lambda appearance: self.keep(appearance=appearance))
        self._calendar_label = TextLabel(role="small", tone="muted")
        self._calendars = ChoiceCards("settings.calendar", list(CalendarChoice))
        self._calendars.chosen.connect(lambda calendar: self.keep(calendar=calendar))
        self._digits_label = TextLabel(role="small", tone="muted")
        self._digits = ChoiceCards("settings.digits", list(DigitChoice))
        self._digits.chosen.connect(lambda digits: self.keep(digits=digits))
        self._motion_label = TextLabel(role="small", tone="muted")
        self._motion = ChoiceCards("settings.motion", list(MotionChoice))
        self._motion.chosen.connect(lambda motion: self.keep(motion=motion))
        self.body.addWidget(self._language_label)
        self.body.addWidget(self._languages)
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(self._appearance_label)
        self.body.addWidget(self._appearances)
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(self._calendar_label)
        self.body.addWidget(self._calendars)
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(self._digits_label)
        self.body.addWidget(self._digits)
        self.body.addSpacing(Spacing.S)
        self.body.addWidget(self._motion_label)
        self.body.addWidget(self._motion)
        self.show_preferences(preferences.current)
        self.retranslate()

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what holds now."""
        self._languages.set_language(preferences.language)
        self._appearances.choose(preferences.appearance)
        self._calendars.choose(preferences.calendar)
        self._digits.choose(preferences.digits)
        self._motion.choose(preferences.motion)

    def retranslate(self) -> None:
        """Write every text in the language of the screen."""
        self.heading.setText(self.tr("Appearance and language"))
        self._language_label.setText(self.tr("Language"))
        self._languages.setAccessibleName(self.tr("Language"))
        self._appearance_label.setText(self.tr("Appearance"))
        self._appearances.set_texts(
            self.tr("Appearance"),
            {
                Appearance.SYSTEM: self.tr("As the system"),
                Appearance.LIGHT: self.tr("Light"),
                Appearance.DARK: self.tr("Dark"),
            },
        )
        self._calendar_label.setText(self.tr("Calendar"))
        self._calendars.set_texts(
            self.tr("Calendar"),
            {
                CalendarChoice.BY_LANGUAGE: self.tr("As the language"),
                CalendarChoice.JALALI: self.tr("Jalali"),
                CalendarChoice.GREGORIAN: self.tr("Gregorian"),
            },
        )
        self._digits_label.setText(self.tr("Digits"))
        self._digits.set_texts(
            self.tr("Digits"),
            {
                DigitChoice.BY_LANGUAGE: self.tr("As the language"),
                # The same in every language: this is how they are going to look.
                DigitChoice.LATIN: LATIN_DIGITS,
            },
        )
        self._motion_label.setText(self.tr("Motion"))
        self._motion.set_texts(
            self.tr("Motion"),
            {
                MotionChoice.SYSTEM: self.tr("As the system"),
                MotionChoice.REDUCED: self.tr("Nothing moves"),
            },
        )


class ShopSection(PreferenceSection):
    """The shop's name and time zone, stored when the field is left or Enter is pressed."""

    def __init__(self, preferences: PreferenceService, keeper: PreferenceKeeper, tasks: TaskOwner) -> None:
        """Show what holds now."""
        super().__init__(preferences, keeper, tasks)
        self._name_edit = LineEdit()
        self._name_edit.setObjectName("settings.shopName")
        self._name_edit.setMaxLength(LONGEST_SHOP_NAME)
        self._name = Field("", self._name_edit)
        self._zone_box = TimeZoneBox(tasks)
        self._zone_box.setObjectName("settings.timeZone")
        self._zone = Field("", self._zone_box)
        self.body.addWidget(self._name)
        self.body.addWidget(self._zone)
        self.show_preferences(preferences.current)
        self._name_edit.editingFinished.connect(self._keep_name)
        self._zone_box.activated.connect(lambda _: self._keep_zone())
        self._zone_box.zone_entered.connect(self._keep_zone)
        self.retranslate()

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what holds now."""
        if not self._name_edit.hasFocus():
            self._name_edit.setText(preferences.shop_name)
        self._zone_box.set_zone(preferences.time_zone)

    def retranslate(self) -> None:
        """Write every text in the language of the screen."""
        self.heading.setText(self.tr("Shop"))
        self._name.set_label(self.tr("Name of the shop"))
        self._name.set_helper(self.tr("It stands on the screen and on receipts."))
        self._zone.set_label(self.tr("Time zone"))
        self._zone.set_helper(self.tr("The shop's days begin at midnight of this zone."))

    def _keep_name(self) -> None:
        name = one_line(self._name_edit.text())
        self._name.set_error(None if name else partial(account_message, AccountProblem.EMPTY))
        if name and name != self.preferences.current.shop_name:
            self.keep(shop_name=name)

    def _keep_zone(self) -> None:
        zone = self._zone_box.zone()
        known = self._zone_box.is_zone()
        self._zone.set_error(None if known else partial(account_message, AccountProblem.NOT_A_TIME_ZONE))
        if known and zone != self.preferences.current.time_zone:
            self.keep(time_zone=zone)
