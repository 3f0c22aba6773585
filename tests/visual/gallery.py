"""Paints every widget of the kit in three languages and two themes, to be looked at.

Run it as `python tests/visual/gallery.py --out FOLDER`; each picture is named language-theme-page.png.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cashier.resource_paths import translations_dir
from cashier.ui.locale_format import LANGUAGES, LocaleFormat, set_current_locale_format
from cashier.ui.style.icons import IconLabel, icon_names
from cashier.ui.style.theme import apply_theme
from cashier.ui.style.tokens import THEMES, Spacing
from cashier.ui.widgets import (
    AmountEdit,
    AmountLabel,
    Banner,
    Card,
    CodeEdit,
    ComboBox,
    CopyLabel,
    CountdownBar,
    DangerButton,
    Divider,
    EmptyState,
    Field,
    LineEdit,
    NavigationRail,
    PrimaryButton,
    QrView,
    QuietButton,
    SearchEdit,
    SecondaryButton,
    SelectableCard,
    Sheet,
    Spinner,
    StateChip,
    StateKind,
    SubtleCard,
    TextLabel,
)

# Made-up words of a made-up shop, as the pages would hand them to the kit.
WORDS = {
    "fa": {
        "shop": "صندوق",
        "take": "دریافت وجه",
        "withdraw": "تسویه",
        "history": "تاریخچه",
        "attention": "نیازمند پیگیری",
        "reports": "گزارش‌ها",
        "settings": "تنظیمات",
        "operator": "نگار رضایی",
        "till": "صندوق ۱ · شیفت ۱۲",
        "online": "برخط",
        "bank": "بانک دیجیتال",
        "bank_how": "تأیید با کد مشتری",
        "slip": "رسید",
        "slip_how": "پرداخت با توکن یا QR",
        "amount": "مبلغ",
        "words": "هزار و دویست و پنجاه تتر",
        "customer": "شماره حساب مشتری",
        "note": "یادداشت",
        "note_hint": "در قیود مشتری دیده می‌شود",
        "send": "ارسال درخواست پرداخت",
        "draft": "پیش‌نویس",
        "shift": "این شیفت",
        "received": "۱۸ دریافت",
        "paid": "پرداخت شد",
        "asking": "در حال پرسش",
        "unpaid": "پرداخت نشد",
        "waiting": "در انتظار کد",
        "sent": "کد تأییدی را که برای مشتری فرستاده شد وارد کنید",
        "from_customer": "از مشتری {number}",
        "confirm": "تأیید پرداخت",
        "later": "بعداً ادامه می‌دهم",
        "again": "درخواست دوباره",
        "draft_state": "پیش‌نویس",
        "offline": "ارتباط با اینترنت قطع است؛ درخواست‌ها پس از وصل شدن فرستاده می‌شوند.",
        "retry": "تلاش دوباره",
        "wrong": "این شماره حساب کوتاه است.",
        "nothing": "هنوز دریافتی نیست",
        "nothing_how": "دریافت‌های این شیفت این‌جا می‌آیند. برای شروع، مبلغ را بنویسید.",
        "delete": "حذف حساب",
        "search": "جست‌وجوی شناسه، مشتری یا یادداشت",
    },
    "ar": {
        "shop": "الصندوق",
        "take": "تحصيل دفعة",
        "withdraw": "سحب",
        "history": "السجل",
        "attention": "تحتاج متابعة",
        "reports": "التقارير",
        "settings": "الإعدادات",
        "operator": "سامر الحلبي",
        "till": "صندوق ٣ · وردية ٤",
        "online": "متصل",
        "bank": "البنك الرقمي",
        "bank_how": "تأكيد برمز الزبون",
        "slip": "رسيد",
        "slip_how": "دفع برمز أو QR",
        "amount": "المبلغ",
        "words": "ألف ومئتان وخمسون تيثر",
        "customer": "رقم حساب الزبون",
        "note": "ملاحظة",
        "note_hint": "تظهر في كشف الزبون",
        "send": "إرسال طلب الدفع",
        "draft": "مسودة",
        "shift": "هذه الوردية",
        "received": "١٨ دفعة",
        "paid": "مدفوعة",
        "asking": "قيد الاستعلام",
        "unpaid": "لم تُدفع",
        "waiting": "بانتظار الرمز",
        "sent": "أدخل رمز التأكيد الذي أُرسل إلى الزبون",
        "from_customer": "من الزبون {number}",
        "confirm": "تأكيد الدفع",
        "later": "أكمل لاحقًا",
        "again": "طلب جديد",
        "draft_state": "مسودة",
        "offline": "لا اتصال بالإنترنت؛ تُرسل الطلبات عند عودته.",
        "retry": "إعادة المحاولة",
        "wrong": "رقم الحساب هذا قصير.",
        "nothing": "لا دفعات بعد",
        "nothing_how": "تظهر هنا دفعات هذه الوردية. ابدأ بكتابة المبلغ.",
        "delete": "حذف الحساب",
        "search": "ابحث بالمرجع أو الزبون أو الملاحظة",
    },
    "en": {
        "shop": "Till",
        "take": "Take payment",
        "withdraw": "Withdraw",
        "history": "History",
        "attention": "Needs attention",
        "reports": "Reports",
        "settings": "Settings",
        "operator": "Negar Rezaei",
        "till": "Till 1 · shift 12",
        "online": "Online",
        "bank": "Digital bank",
        "bank_how": "Confirmed by the customer's code",
        "slip": "Resid",
        "slip_how": "Token or QR",
        "amount": "Amount",
        "words": "One thousand two hundred and fifty tether",
        "customer": "Customer number",
        "note": "Note",
        "note_hint": "The customer sees this",
        "send": "Send request",
        "draft": "Draft",
        "shift": "This shift",
        "received": "18 payments",
        "paid": "Paid",
        "asking": "Asking",
        "unpaid": "Not paid",
        "waiting": "Waiting for the code",
        "sent": "Enter the code that was sent to the customer",
        "from_customer": "From customer {number}",
        "confirm": "Confirm payment",
        "later": "Continue later",
        "again": "Request again",
        "draft_state": "Draft",
        "offline": "No internet connection; requests are sent when it is back.",
        "retry": "Try again",
        "wrong": "This account number is short.",
        "nothing": "No payments yet",
        "nothing_how": "This shift's payments appear here. To begin, type the amount.",
        "delete": "Delete account",
        "search": "Search reference, customer or note",
    },
}

ZONE = ZoneInfo("Asia/Tehran")
NOW = datetime(2026, 11, 21, 10, 35, tzinfo=UTC)


def rail(words: dict[str, str]) -> NavigationRail:
    """Return a rail as the window makes it."""
    made = NavigationRail()
    made.set_title(words["shop"])
    for name, picture, key in (
        ("payment", "card", "take"),
        ("withdraw", "bank", "withdraw"),
        ("history", "list", "history"),
        ("attention", "warning", "attention"),
        ("reports", "bars", "reports"),
        ("settings", "gear", "settings"),
    ):
        made.add_entry(f"nav.{name}", picture, words[key])
    made.set_badge("nav.attention", 2)
    made.set_current("nav.payment")
    made.set_operator(words["operator"], words["till"])
    made.set_connection(StateKind.SUCCESS, words["online"])
    return made


def shift_card(words: dict[str, str], fmt: LocaleFormat) -> Card:
    """Return the list of the shift's last payments."""
    card = Card()
    head = QHBoxLayout()
    head.addWidget(TextLabel(words["shift"], "strong"))
    head.addStretch(1)
    head.addWidget(TextLabel(words["received"], "small", tone="muted"))
    card.body.addLayout(head)
    totals = QHBoxLayout()
    for unit, amount in (("IRR", "32460000"), ("USDT", "218.5")):
        box = SubtleCard()
        box.body.addWidget(TextLabel(fmt.unit(unit), "small", tone="muted"))
        box.body.addWidget(TextLabel(fmt.amount(amount), "heading"))
        totals.addWidget(box, 1)
    card.body.addLayout(totals)
    for time, amount, unit, reference, kind, word in (
        ("14:02", "2450000", "IRR", "7K3F9Q2A", StateKind.SUCCESS, "paid"),
        ("13:57", "12.5", "USDT", "7K3F9P8C", StateKind.SUCCESS, "paid"),
        ("13:41", "890000", "IRR", "7K3F9N1D", StateKind.WARNING, "asking"),
        ("13:30", "50", "USD", "7K3F9M7B", StateKind.DANGER, "unpaid"),
        ("13:12", "1120000", "IRR", "7K3F9L0T", StateKind.NEUTRAL, "draft_state"),
    ):
        card.body.addWidget(Divider())
        row = QHBoxLayout()
        row.setSpacing(Spacing.XL)
        row.addWidget(TextLabel(fmt.digits(time), tone="muted", tabular=True))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(TextLabel(fmt.amount_with_unit(amount, unit), "strong"))
        texts.addWidget(CopyLabel(reference, points=9.5, tone="muted"))
        row.addLayout(texts, 1)
        row.addWidget(StateChip(kind, words[word]))
        card.body.addLayout(row)
    card.body.addStretch(1)
    return card


def form_card(words: dict[str, str], fmt: LocaleFormat) -> Card:
    """Return the card that the payment is typed into."""
    card = Card()
    accounts = QWidget()
    row = QHBoxLayout(accounts)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Spacing.M)
    chosen = SelectableCard(words["bank"], words["bank_how"], accounts)
    chosen.setChecked(True)
    row.addWidget(chosen)
    row.addWidget(SelectableCard(words["slip"], words["slip_how"], accounts))
    card.body.addWidget(accounts)
    amount = AmountEdit()
    amount.setObjectName("payment.amount")
    amount.setText("1250")
    currency = ComboBox(tall=True)
    currency.addItems(["USDT", fmt.unit("IRR")])
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Spacing.M)
    row.addWidget(amount, 1)
    row.addWidget(currency)
    field = Field(words["amount"], pair)
    field.set_helper(words["words"])
    card.body.addWidget(field)
    row = QHBoxLayout()
    row.setSpacing(Spacing.L)
    customer = LineEdit(ltr=True)
    customer.setText("0014 2277")
    row.addWidget(Field(words["customer"], customer), 1)
    note = LineEdit()
    note.setPlaceholderText(words["note_hint"])
    row.addWidget(Field(words["note"], note, optional=True), 1)
    card.body.addLayout(row)
    card.body.addStretch(1)
    row = QHBoxLayout()
    row.setSpacing(Spacing.M)
    row.addWidget(PrimaryButton(words["send"], key_hint="Enter"), 1)
    row.addWidget(SecondaryButton(words["draft"]))
    card.body.addLayout(row)
    return card


def payment_window(words: dict[str, str], fmt: LocaleFormat) -> QWidget:
    """Return a window like the one that takes payments."""
    window = QWidget()
    window.setObjectName("window")
    window.resize(1366, 768)
    whole = QHBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(rail(words))
    page = QVBoxLayout()
    page.setContentsMargins(Spacing.XXL, Spacing.XL, Spacing.XXL, 28)
    page.setSpacing(Spacing.XL)
    whole.addLayout(page, 1)
    head = QHBoxLayout()
    head.addWidget(TextLabel(words["take"], "title"))
    head.addStretch(1)
    head.addWidget(TextLabel(f"{fmt.date_long(NOW)} · {fmt.time(NOW)}", tone="muted"))
    page.addLayout(head)
    columns = QHBoxLayout()
    columns.setSpacing(20)
    page.addLayout(columns, 1)

    columns.addWidget(form_card(words, fmt), 633)
    columns.addWidget(shift_card(words, fmt), 437)
    return window


def code_sheet(window: QWidget, words: dict[str, str], fmt: LocaleFormat) -> Sheet:
    """Return the dialog that asks for the customer's code."""
    sheet = Sheet(window, words["take"])
    row = QHBoxLayout()
    row.addWidget(StateChip(StateKind.INFO, words["waiting"], "clock"))
    row.addStretch(1)
    reference = CopyLabel("7K3FA02M", tone="muted")
    row.addWidget(reference)
    sheet.body.addLayout(row)
    amount = AmountLabel()
    amount.set_alignment("center")
    amount.set_amount("1250", "USDT")
    sheet.body.addWidget(amount)
    customer = TextLabel(words["from_customer"].format(number=fmt.isolate_ltr("0014 2277")), tone="muted")
    customer.set_alignment("center")
    sheet.body.addWidget(customer)
    sheet.body.addSpacing(Spacing.L)
    sent = TextLabel(words["sent"], "medium")
    sent.set_alignment("center")
    sheet.body.addWidget(sent)
    code = CodeEdit()
    code.setObjectName("paymentDialog.code")
    code.setText("7613")
    sheet.body.addWidget(code)
    countdown = CountdownBar()
    countdown.set_time(204, 300)
    row = QHBoxLayout()
    row.setContentsMargins(50, Spacing.S, 50, Spacing.L)
    row.addWidget(countdown)
    sheet.body.addLayout(row)
    confirm = PrimaryButton(words["confirm"], key_hint="Enter")
    confirm.setDefault(True)
    sheet.body.addWidget(confirm)
    row = QHBoxLayout()
    row.addWidget(QuietButton(words["later"], key_hint="Esc"))
    row.addStretch(1)
    row.addWidget(QuietButton(words["again"]))
    sheet.body.addLayout(row)
    code.setFocus()
    return sheet


def button_row(words: dict[str, str]) -> QHBoxLayout:
    """Return buttons of every kind and state."""
    row = QHBoxLayout()
    busy = PrimaryButton(words["send"], icon_name="send", key_hint="Enter")
    busy.set_busy(True)
    disabled = PrimaryButton(words["send"])
    disabled.setEnabled(False)
    for button in (
        PrimaryButton(words["send"], icon_name="send"),
        busy,
        disabled,
        DangerButton(words["delete"], icon_name="trash"),
        SecondaryButton(words["again"], icon_name="refresh"),
        QuietButton(words["later"], key_hint="Esc"),
    ):
        row.addWidget(button)
    return row


def parts(words: dict[str, str]) -> QWidget:
    """Return the widgets that the two pictures above do not show."""
    page = QWidget()
    page.resize(1100, 900)
    column = QVBoxLayout(page)
    for kind in StateKind:
        banner = Banner(radius=8)
        banner.show_message(kind, words["offline"], words["retry"])
        column.addWidget(banner)
    row = QHBoxLayout()
    for kind in StateKind:
        row.addWidget(StateChip(kind, words["paid"]))
    row.addWidget(StateChip(StateKind.WARNING, words["asking"], "question"))
    row.addStretch(1)
    row.addWidget(Spinner())
    row.addWidget(Spinner(size=32))
    column.addLayout(row)
    row = button_row(words)
    column.addLayout(row)
    row = QHBoxLayout()
    number = LineEdit(ltr=True)
    number.setText("۰۰۱۴")
    wrong = Field(words["customer"], number)
    wrong.set_error(words["wrong"])
    row.addWidget(wrong)
    search = SearchEdit(key_hint="Ctrl F")
    search.setPlaceholderText(words["search"])
    row.addWidget(Field(words["history"], search), 1)
    column.addLayout(row)
    row = QHBoxLayout()
    codes = QVBoxLayout()
    code = CodeEdit()
    code.setText("761342")
    code.set_error(True)
    codes.addWidget(code)
    short = CountdownBar()
    short.set_time(21, 300)
    codes.addWidget(short)
    over = CountdownBar()
    codes.addWidget(over)
    row.addLayout(codes, 1)
    qr = QrView(side=220)
    qr.set_data("https://pay.example/t/Qe71xZ0pL")
    row.addWidget(qr)
    empty = Card()
    empty.body.addWidget(EmptyState("card", words["nothing"], words["nothing_how"]))
    row.addWidget(empty, 1)
    column.addLayout(row)
    grid = QGridLayout()
    for index, name in enumerate(icon_names()):
        grid.addWidget(IconLabel(name, "text", 28), index // 18, index % 18)
    column.addLayout(grid)
    return page


def paint(app: QApplication, language: str, theme_name: str, folder: Path) -> None:
    """Save the pictures of one language and one theme."""
    fmt = LocaleFormat(language, ZONE)
    set_current_locale_format(fmt)
    translator = QTranslator()
    if not translator.load(f"cashier_{language}", str(translations_dir())):
        sys.stderr.write(f"no compiled translation for {language}: the kit's own words stay English\n")
    QCoreApplication.installTranslator(translator)
    apply_theme(app, THEMES[theme_name], fmt.direction)
    words = WORDS[language]
    window = payment_window(words, fmt)
    window.show()
    window.activateWindow()
    window.findChild(AmountEdit).setFocus()
    app.processEvents()
    stem = f"{language}-{theme_name}"
    window.grab().save(str(folder / f"{stem}-1-payment.png"))
    code_sheet(window, words, fmt).open()
    app.processEvents()
    window.grab().save(str(folder / f"{stem}-2-code.png"))
    window.close()
    page = parts(words)
    page.show()
    app.processEvents()
    page.grab().save(str(folder / f"{stem}-3-parts.png"))
    page.close()
    QCoreApplication.removeTranslator(translator)


def main() -> None:
    """Paint all that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--theme", choices=sorted(THEMES), action="append")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for language in options.language or LANGUAGES:
        for theme_name in options.theme or THEMES:
            paint(app, language, theme_name, options.out)


if __name__ == "__main__":
    main()
