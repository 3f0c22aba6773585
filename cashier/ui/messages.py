"""Every problem and every state as a whole sentence in the language of the screen.

Placeholders are filled after translation, so that a translator can put them where the language wants them. A
provider's own words are isolated: whatever they hold, they cannot reorder the sentence around them.
"""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from cashier.domain.account import MAXIMUM_COUNT
from cashier.domain.amount_text import AmountError, AmountProblem
from cashier.domain.payment import PaymentReason, PaymentState
from cashier.domain.text import one_line
from cashier.providers.catalogue import PROVIDERS
from cashier.providers.errors import (
    AccountSettingsError,
    AddressNotAllowedError,
    CredentialsRefusedError,
    NoAnswerError,
    NotSentError,
    ProviderDownError,
    ProviderError,
    ProviderProtocolError,
    ProviderRefusedError,
    TooManyRequestsError,
    UnsafeAddressError,
)
from cashier.providers.protocol import Confirmation
from cashier.services.accounts import MAXIMUM_SECONDS, MAXIMUM_TEXT_LENGTH, AccountProblem
from cashier.services.connectivity import LineState
from cashier.services.operator_pin import MANAGER_MIN_DIGITS, MAX_DIGITS, MIN_DIGITS, PinProblem
from cashier.services.payment_form import MAXIMUM_CUSTOMER_LENGTH, MAXIMUM_NOTE_LENGTH, FormProblem
from cashier.services.provider_clients import CredentialsMissingError
from cashier.storage.errors import StorageTrouble
from cashier.ui.locale_format import LocaleFormat, current_locale_format, isolate
from cashier.ui.widgets import StateKind
from cashier.vault.protocol import (
    UnavailableReason,
    VaultDamagedError,
    VaultError,
    VaultLockedError,
    VaultUnavailableError,
    WrongPassphraseError,
)


class StateWord(NamedTuple):
    """A state for a chip: what it means, its icon, and its word."""

    kind: StateKind
    icon_name: str
    word: str


def amount_message(error: AmountError, fmt: LocaleFormat) -> str:
    """Return what is wrong with an amount, its numbers written with `fmt`."""
    too_precise = (
        QCoreApplication.translate(
            "Messages", "Digits after the decimal mark: {decimals} at most in this currency."
        )
        if error.decimals
        else QCoreApplication.translate("Messages", "Write a whole number: this currency has no decimals.")
    )
    text = {
        AmountProblem.EMPTY: QCoreApplication.translate("Messages", "Type the amount."),
        AmountProblem.NOT_A_NUMBER: QCoreApplication.translate("Messages", "This is not a number."),
        AmountProblem.OTHER_UNIT: QCoreApplication.translate(
            "Messages", "The amount names another currency than the one chosen beside it."
        ),
        AmountProblem.MIXED_DIGITS: QCoreApplication.translate(
            "Messages", "Digits of two scripts are mixed. Type the amount again."
        ),
        AmountProblem.NEGATIVE: QCoreApplication.translate("Messages", "The amount cannot be negative."),
        AmountProblem.ZERO: QCoreApplication.translate("Messages", "The amount cannot be zero."),
        AmountProblem.AMBIGUOUS: QCoreApplication.translate(
            "Messages", "This can be read in two ways. Type the digits without marks between them."
        ),
        AmountProblem.TOO_PRECISE: too_precise,
        AmountProblem.TOO_LARGE: QCoreApplication.translate("Messages", "The amount is too large."),
    }[error.problem]
    return text.format(decimals=fmt.number(error.decimals))


def form_message(problem: FormProblem) -> str:
    """Return what is wrong with a field of a payment other than its amount."""
    text = {
        FormProblem.UNIT_NOT_TAKEN: QCoreApplication.translate(
            "Messages", "This account does not take this currency."
        ),
        FormProblem.CUSTOMER_EMPTY: QCoreApplication.translate("Messages", "Type the customer's number."),
        FormProblem.CUSTOMER_NOT_DIGITS: QCoreApplication.translate(
            "Messages", "A customer's number has only digits."
        ),
        FormProblem.CUSTOMER_TOO_LONG: QCoreApplication.translate(
            "Messages", "This is too long for a customer's number; {most} characters at most."
        ),
        FormProblem.NOTE_TOO_LONG: QCoreApplication.translate(
            "Messages", "The note is too long; {most} characters at most."
        ),
    }[problem]
    most = MAXIMUM_NOTE_LENGTH if problem is FormProblem.NOTE_TOO_LONG else MAXIMUM_CUSTOMER_LENGTH
    return text.format(most=current_locale_format().number(most))


def account_message(problem: AccountProblem) -> str:
    """Return what is wrong with a field of an account."""
    text = {
        AccountProblem.EMPTY: QCoreApplication.translate("Messages", "This is needed."),
        AccountProblem.TOO_LONG: QCoreApplication.translate(
            "Messages", "This is too long; {most_characters} characters at most."
        ),
        AccountProblem.UNSAFE_ADDRESS: QCoreApplication.translate(
            "Messages", "Secrets are sent to addresses that begin with https:// only."
        ),
        AccountProblem.NOT_A_TIME_ZONE: QCoreApplication.translate(
            "Messages", "There is no such time zone. Choose one from the list."
        ),
        AccountProblem.NOT_SECONDS: QCoreApplication.translate(
            "Messages", "Write whole seconds, from {least} to {most_seconds}."
        ),
        AccountProblem.NOT_UNITS: QCoreApplication.translate(
            "Messages", "Write currency codes of Latin letters and digits, separated by spaces."
        ),
        AccountProblem.NOT_A_COUNT: QCoreApplication.translate(
            "Messages", "Write a whole number, from {least} to {most_count}."
        ),
        AccountProblem.NOT_AN_AMOUNT: QCoreApplication.translate(
            "Messages", "Write a whole amount in rial, or leave this empty."
        ),
    }[problem]
    number = current_locale_format().number
    return text.format(
        most_characters=number(MAXIMUM_TEXT_LENGTH),
        least=number(1),
        most_seconds=number(MAXIMUM_SECONDS),
        most_count=number(MAXIMUM_COUNT),
    )


def pin_message(problem: PinProblem, *, is_manager: bool = True) -> str:
    """Return why a PIN may not be chosen."""
    text = {
        PinProblem.NOT_DIGITS: QCoreApplication.translate("Messages", "A PIN has only digits."),
        PinProblem.TOO_SHORT: QCoreApplication.translate(
            "Messages", "This PIN is too short; it needs {least} digits or more."
        ),
        PinProblem.TOO_LONG: QCoreApplication.translate(
            "Messages", "This PIN is too long; {most} digits at most."
        ),
        PinProblem.EASY_TO_GUESS: QCoreApplication.translate(
            "Messages", "This PIN is easy to guess. Choose another."
        ),
    }[problem]
    number = current_locale_format().number
    least = MANAGER_MIN_DIGITS if is_manager else MIN_DIGITS
    return text.format(least=number(least), most=number(MAX_DIGITS))


def provider_message(error: ProviderError) -> str:
    """Return what a provider's call met and what to do about it, for every class of the tree."""
    if isinstance(error, AccountSettingsError):
        return QCoreApplication.translate(
            "Messages", "“{field}” of this account cannot be used as it stands. Correct it in the settings."
        ).format(field=account_field_label(error.field))
    if isinstance(error, TooManyRequestsError):
        return _too_many_requests_message(error.retry_after_s)
    if isinstance(error, ProviderRefusedError) and error.words:
        return _refusal_with_words(error).format(words=_words(error.words))
    return _message_by_class(error)


def credentials_missing_message(error: CredentialsMissingError) -> str:
    """Return which secret an account cannot work without."""
    return QCoreApplication.translate(
        "Messages", "“{field}” of this account is not in the vault. Enter it in the settings."
    ).format(field=account_field_label(error.field_name))


def storage_message(trouble: StorageTrouble) -> str:
    """Return why nothing could be written down or read, and what to do about it."""
    return {
        StorageTrouble.FULL: QCoreApplication.translate(
            "Messages", "The disk is full, so nothing was saved. Make room and try again."
        ),
        StorageTrouble.READ_ONLY: QCoreApplication.translate(
            "Messages", "This user may not write to the till's folder, so nothing was saved."
        ),
        StorageTrouble.LOCKED: QCoreApplication.translate(
            "Messages",
            "Another program is using the till's data, so nothing was saved. Close it and try again.",
        ),
        StorageTrouble.FAILING: QCoreApplication.translate(
            "Messages", "The disk does not work as it should, so nothing was saved. Have it checked."
        ),
    }[trouble]


def vault_message(error: VaultError) -> str:
    """Return why secrets could not be kept or read, and what to do about it."""
    if isinstance(error, VaultUnavailableError):
        return _unavailable_message(error.reason)
    for kind, text in (
        (
            VaultLockedError,
            QCoreApplication.translate("Messages", "The keyring is locked. Unlock it and try again."),
        ),
        (
            WrongPassphraseError,
            QCoreApplication.translate("Messages", "This passphrase does not open the vault."),
        ),
        (
            VaultDamagedError,
            QCoreApplication.translate(
                "Messages", "What the vault holds is damaged. Enter the accounts' secrets again."
            ),
        ),
    ):
        if isinstance(error, kind):
            return text
    return QCoreApplication.translate("Messages", "The vault did not do what was asked. Try again.")


def pepper_missing_message() -> str:
    """Return why no PIN can be checked: the vault is not the one that they were made with."""
    return QCoreApplication.translate(
        "Messages", "PINs cannot be checked: the vault is not the one this till was set up with."
    )


def reason_message(reason: PaymentReason, provider_message: str | None) -> str:
    """Return why a payment stands where it does; `provider_message` is the provider's own words, if any."""
    with_words = {
        PaymentReason.PROVIDER_REFUSED: QCoreApplication.translate(
            "Messages", "The provider refused this payment: {words}"
        ),
        PaymentReason.CUSTOMER_FAILED: QCoreApplication.translate(
            "Messages", "The customer's own payment did not succeed: {words}"
        ),
        PaymentReason.UNREADABLE_STATE: QCoreApplication.translate(
            "Messages", "The provider names a state that this program does not know: {words}"
        ),
    }
    if provider_message and reason in with_words:
        return with_words[reason].format(words=_words(provider_message))
    return {
        PaymentReason.PROVIDER_REFUSED: QCoreApplication.translate(
            "Messages", "The provider refused this payment and did not say why."
        ),
        PaymentReason.WRONG_CODE: QCoreApplication.translate(
            "Messages", "The code is not right. Ask the customer to read it out again."
        ),
        PaymentReason.NO_CONNECTION: QCoreApplication.translate(
            "Messages", "There was no connection, so nothing was sent. Send it again when the line is back."
        ),
        PaymentReason.NO_ANSWER: QCoreApplication.translate(
            "Messages", "The provider has not answered. Do not ask the customer to pay again."
        ),
        PaymentReason.CUSTOMER_FAILED: QCoreApplication.translate(
            "Messages", "The customer's own payment did not succeed."
        ),
        PaymentReason.TIME_RAN_OUT: QCoreApplication.translate(
            "Messages", "The time ran out before the payment was made."
        ),
        PaymentReason.UNREADABLE_STATE: QCoreApplication.translate(
            "Messages", "The provider names a state that this program does not know."
        ),
        PaymentReason.MISMATCH: QCoreApplication.translate(
            "Messages",
            "The provider reports another amount or currency than was asked for. Call the provider.",
        ),
        PaymentReason.BY_PERSON: QCoreApplication.translate("Messages", "It was cancelled at this till."),
        PaymentReason.RESTORED: QCoreApplication.translate(
            "Messages", "It was open in the backup that was restored; it may have been paid since."
        ),
    }[reason]


def state_word(state: PaymentState) -> StateWord:
    """Return how a payment's state looks on a chip."""
    return {
        PaymentState.DRAFT: StateWord(
            StateKind.NEUTRAL, "edit", QCoreApplication.translate("Messages", "Draft")
        ),
        PaymentState.REQUESTING: StateWord(
            StateKind.INFO, "send", QCoreApplication.translate("Messages", "Being sent")
        ),
        PaymentState.AWAITING_CUSTOMER: StateWord(
            StateKind.INFO, "user", QCoreApplication.translate("Messages", "Waiting for the customer")
        ),
        PaymentState.CONFIRMING: StateWord(
            StateKind.INFO, "clock", QCoreApplication.translate("Messages", "Being confirmed")
        ),
        PaymentState.PAID: StateWord(
            StateKind.SUCCESS, "check", QCoreApplication.translate("Messages", "Paid")
        ),
        PaymentState.DECLINED: StateWord(
            StateKind.DANGER, "cross", QCoreApplication.translate("Messages", "Not paid")
        ),
        PaymentState.EXPIRED: StateWord(
            StateKind.WARNING, "clock", QCoreApplication.translate("Messages", "Expired")
        ),
        PaymentState.CANCELLED: StateWord(
            StateKind.NEUTRAL, "cross", QCoreApplication.translate("Messages", "Cancelled")
        ),
        PaymentState.UNKNOWN: StateWord(
            StateKind.WARNING, "question", QCoreApplication.translate("Messages", "Not known yet")
        ),
        PaymentState.AUTO_REFUNDED: StateWord(
            StateKind.DANGER, "back", QCoreApplication.translate("Messages", "Returned to the customer")
        ),
    }[state]


def payment_word(state: PaymentState, *, customer_paid: bool, waits_for_line: bool = False) -> StateWord:
    """Return a payment's state for a chip; a customer who has paid no longer waits, the shop does.

    Args:
        state: where it stands.
        customer_paid: whether the customer has, where the shop still has to collect.
        waits_for_line: whether its request or confirmation waits in the outbox.
    """
    if waits_for_line and state in {PaymentState.DRAFT, PaymentState.AWAITING_CUSTOMER}:
        return StateWord(
            StateKind.WARNING, "offline", QCoreApplication.translate("Messages", "Waits for a connection")
        )
    if state is PaymentState.AWAITING_CUSTOMER and customer_paid:
        return StateWord(StateKind.WARNING, "card", QCoreApplication.translate("Messages", "To be collected"))
    return state_word(state)


def line_word(state: LineState | None) -> StateWord:
    """Return how the line to a provider looks on a chip; None is an account not called in this run."""
    return {
        None: StateWord(
            StateKind.NEUTRAL, "question", QCoreApplication.translate("Messages", "Not tried yet")
        ),
        LineState.ONLINE: StateWord(
            StateKind.SUCCESS, "check", QCoreApplication.translate("Messages", "Online")
        ),
        LineState.OFFLINE: StateWord(
            StateKind.WARNING, "offline", QCoreApplication.translate("Messages", "No connection")
        ),
        LineState.PROVIDER_DOWN: StateWord(
            StateKind.WARNING, "warning", QCoreApplication.translate("Messages", "Provider has a fault")
        ),
        LineState.CREDENTIALS_REFUSED: StateWord(
            StateKind.DANGER, "key", QCoreApplication.translate("Messages", "Credentials refused")
        ),
        LineState.ADDRESS_NOT_ALLOWED: StateWord(
            StateKind.DANGER, "lock", QCoreApplication.translate("Messages", "Address not registered")
        ),
    }[state]


def provider_name(key: str) -> str:
    """Return a provider's name in the language of the screen.

    Raises:
        KeyError: if there is no such provider.
    """
    return QCoreApplication.translate("Provider", PROVIDERS[key].name)


def provider_names(*, paying_out: bool) -> str:
    """Return the names of the providers that pay out, or else of those that take payments, in the catalogue's order."""
    return " · ".join(
        isolate(provider_name(spec.key))
        for spec in PROVIDERS.values()
        if (spec.payout_traits if paying_out else spec.traits) is not None
    )


def confirmation_subtitle(confirmation: Confirmation | None) -> str:
    """Return how an account's customers agree to a payment; None is an account that only pays out."""
    return {
        Confirmation.CODE: QCoreApplication.translate("Messages", "Confirmed with the customer's code"),
        Confirmation.TOKEN: QCoreApplication.translate("Messages", "Paid with a token or QR code"),
        None: QCoreApplication.translate("Messages", "Pays out to bank accounts"),
    }[confirmation]


def account_field_label(name: str) -> str:
    """Return the label of an account's field; the providers use one name for one thing."""
    for spec in PROVIDERS.values():
        for field in spec.fields:
            if field.name == name:
                return QCoreApplication.translate("AccountField", field.label)
    return name


def _words(text: str) -> str:
    return isolate(one_line(text))


def _too_many_requests_message(retry_after_s: int | None) -> str:
    if retry_after_s is None:
        return QCoreApplication.translate(
            "Messages", "The provider was asked too often. Wait a little and try again."
        )
    return QCoreApplication.translate(
        "Messages", "The provider was asked too often. Try again in {duration}."
    ).format(duration=current_locale_format().duration(retry_after_s))


def _refusal_with_words(error: ProviderRefusedError) -> str:
    if isinstance(error, CredentialsRefusedError):
        return QCoreApplication.translate(
            "Messages", "The provider does not accept this account's credentials. It says: {words}"
        )
    if isinstance(error, AddressNotAllowedError):
        return QCoreApplication.translate(
            "Messages", "Ask the provider to register the shop's internet address. It says: {words}"
        )
    return QCoreApplication.translate("Messages", "The provider refused: {words}")


def _message_by_class(error: ProviderError) -> str:
    # The order is that of the tree, leaves before branches.
    for kind, text in (
        (
            UnsafeAddressError,
            QCoreApplication.translate(
                "Messages", "Secrets are not sent to this address. Use one that begins with https://."
            ),
        ),
        (
            NotSentError,
            QCoreApplication.translate(
                "Messages",
                "No connection could be made, so nothing was sent. Check the internet and the address.",
            ),
        ),
        (
            NoAnswerError,
            QCoreApplication.translate("Messages", "The provider did not answer. Try again in a moment."),
        ),
        (
            ProviderDownError,
            QCoreApplication.translate(
                "Messages", "The provider has a fault of its own at the moment. Try again later."
            ),
        ),
        (
            ProviderProtocolError,
            QCoreApplication.translate(
                "Messages",
                "The provider's answer cannot be read. Check the address; if it is right, call them.",
            ),
        ),
        (
            CredentialsRefusedError,
            QCoreApplication.translate(
                "Messages", "The provider does not accept this account's credentials. Enter them again."
            ),
        ),
        (
            AddressNotAllowedError,
            QCoreApplication.translate(
                "Messages", "The shop's internet address is not registered. Ask the provider to register it."
            ),
        ),
        (
            ProviderRefusedError,
            QCoreApplication.translate("Messages", "The provider refused and did not say why."),
        ),
    ):
        if isinstance(error, kind):
            return text
    return QCoreApplication.translate("Messages", "What became of the call is not known. Try again later.")


def _unavailable_message(reason: UnavailableReason) -> str:
    return {
        UnavailableReason.NO_KEYRING: QCoreApplication.translate(
            "Messages", "This computer offers no keyring to keep secrets in."
        ),
        UnavailableReason.UNSAFE_KEYRING: QCoreApplication.translate(
            "Messages", "The keyring of this computer does not encrypt what it keeps."
        ),
        UnavailableReason.KEYRING_FAILED: QCoreApplication.translate(
            "Messages", "The keyring of this computer does not work."
        ),
        UnavailableReason.FILE_MISSING: QCoreApplication.translate(
            "Messages", "The vault file is not where it was."
        ),
        UnavailableReason.FILE_UNREADABLE: QCoreApplication.translate(
            "Messages", "The vault file cannot be read. Check who may read the till's folder."
        ),
        UnavailableReason.FILE_UNWRITABLE: QCoreApplication.translate(
            "Messages", "The vault file cannot be written. Check the disk's room and who may write to it."
        ),
    }[reason]
