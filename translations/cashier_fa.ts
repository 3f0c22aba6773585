<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
<context>
    <name>AccountField</name>
    <message>
        <source>Wait for a connection</source>
        <translation>مهلت وصل شدن</translation>
    </message>
    <message>
        <source>In seconds.</source>
        <translation>به ثانیه.</translation>
    </message>
    <message>
        <source>Wait for an answer to go on</source>
        <translation>مهلت رسیدن پاسخ</translation>
    </message>
    <message>
        <source>Wait for a whole call</source>
        <translation>مهلت کل درخواست</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>کلید API</translation>
    </message>
    <message>
        <source>Made in your company&apos;s settings at digibank, under API keys.</source>
        <translation>در بانک دیجیتال، تنظیمات شرکت، بخش کلیدهای API.</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>واحدهای پول</translation>
    </message>
    <message>
        <source>Codes separated by spaces; the first is offered first.</source>
        <translation>کدها با فاصله از هم؛ اولی پیش‌فرض است.</translation>
    </message>
    <message>
        <source>Customer numbers hold letters</source>
        <translation>شماره مشتری حرف هم دارد</translation>
    </message>
    <message>
        <source>Off: only digits can be typed as a customer&apos;s number.</source>
        <translation>خاموش: در شماره مشتری فقط رقم نوشته می‌شود.</translation>
    </message>
    <message>
        <source>Time zone of digibank&apos;s times</source>
        <translation>منطقه زمانی بانک دیجیتال</translation>
    </message>
    <message>
        <source>digibank gives times without saying where they hold.</source>
        <translation>بانک دیجیتال ساعت‌ها را بدون منطقه زمانی می‌فرستد.</translation>
    </message>
    <message>
        <source>Path of the calls</source>
        <translation>مسیر درخواست‌ها</translation>
    </message>
    <message>
        <source>Only to be changed if digibank says so.</source>
        <translation>فقط اگر بانک دیجیتال گفت، عوض کنید.</translation>
    </message>
    <message>
        <source>Authorization code</source>
        <translation>کد مجوز</translation>
    </message>
    <message>
        <source>As resid gave it to you, without any word before it.</source>
        <translation>همان که «رسید» داده است، بی هیچ کلمه‌ای جلویش.</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>شناسه پذیرنده</translation>
    </message>
    <message>
        <source>Your shop&apos;s identifier at resid.</source>
        <translation>شناسه فروشگاه شما در «رسید».</translation>
    </message>
    <message>
        <source>IRR is rial, IRT is toman; separated by spaces, the first is offered first.</source>
        <translation>ریال IRR است و تومان IRT؛ با فاصله از هم، اولی پیش‌فرض است.</translation>
    </message>
    <message>
        <source>resid collects by itself</source>
        <translation>دریافت خودکار پول در «رسید»</translation>
    </message>
    <message>
        <source>On: what the customer paid is yours at once, without a last word from the till.</source>
        <translation>روشن: پول مشتری فوراً و بدون تأیید صندوق می‌رسد.</translation>
    </message>
    <message>
        <source>Preferred bank gateway</source>
        <translation>درگاه بانکی دلخواه</translation>
    </message>
    <message>
        <source>For example asanpardakht; empty leaves it to resid.</source>
        <translation>مثلاً asanpardakht؛ اگر خالی باشد، انتخاب با «رسید».</translation>
    </message>
    <message>
        <source>Content of the QR code</source>
        <translation>محتوای کد QR</translation>
    </message>
    <message>
        <source>{token} stands for the payment&apos;s token.</source>
        <translation>به جای {token} توکن پرداخت می‌آید.</translation>
    </message>
    <message>
        <source>Application id</source>
        <translation>شناسه اپلیکیشن</translation>
    </message>
    <message>
        <source>Of the application you made in paystar&apos;s panel.</source>
        <translation>اپلیکیشنی که در پنل پی‌استار ساخته‌اید.</translation>
    </message>
    <message>
        <source>Access password</source>
        <translation>رمز دسترسی</translation>
    </message>
    <message>
        <source>Of the same application.</source>
        <translation>برای همان اپلیکیشن.</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>توکن بازیابی</translation>
    </message>
    <message>
        <source>The API key is renewed with it every day.</source>
        <translation>کلید API هر روز با آن تازه می‌شود.</translation>
    </message>
    <message>
        <source>Most for one withdrawal</source>
        <translation>سقف هر تسویه</translation>
    </message>
    <message>
        <source>In rial; empty for no limit.</source>
        <translation>به ریال؛ خالی یعنی بدون سقف.</translation>
    </message>
    <message>
        <source>Most for one day</source>
        <translation>سقف هر روز</translation>
    </message>
    <message>
        <source>All withdrawals of a day together, in rial; empty for no limit.</source>
        <translation>همه تسویه‌های یک روز با هم، به ریال؛ خالی یعنی بدون سقف.</translation>
    </message>
    <message>
        <source>May stay empty: it is fetched with the refresh token.</source>
        <translation>می‌تواند خالی بماند: با توکن بازیابی گرفته می‌شود.</translation>
    </message>
    <message>
        <source>Source account number</source>
        <translation>شماره حساب مبدأ</translation>
    </message>
    <message>
        <source>The bank account that transfers are paid from.</source>
        <translation>حساب بانکی که تسویه‌ها از آن پرداخت می‌شود.</translation>
    </message>
    <message>
        <source>Bank code</source>
        <translation>کد بانک</translation>
    </message>
    <message>
        <source>016 is Keshavarzi.</source>
        <translation>کد بانک کشاورزی 016 است.</translation>
    </message>
    <message>
        <source>Transfers in one call</source>
        <translation>تعداد انتقال در هر درخواست</translation>
    </message>
    <message>
        <source>A larger batch is sent in several calls.</source>
        <translation>دسته بزرگ‌تر در چند درخواست فرستاده می‌شود.</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>شماره حساب کاربری</translation>
    </message>
    <message>
        <source>Your number in aqayepardakht&apos;s panel.</source>
        <translation>شماره شما در پنل آقای پرداخت.</translation>
    </message>
    <message>
        <source>Encryption key</source>
        <translation>کلید رمزنگاری</translation>
    </message>
    <message>
        <source>As shown in aqayepardakht&apos;s panel.</source>
        <translation>همان که در پنل آقای پرداخت می‌بینید.</translation>
    </message>
    <message>
        <source>Gateway PIN</source>
        <translation>پین درگاه پرداخت</translation>
    </message>
    <message>
        <source>Of your payment gateway, if your account has one.</source>
        <translation>اگر حساب شما درگاه پرداخت دارد.</translation>
    </message>
    <message>
        <source>Send the gateway PIN</source>
        <translation>پین درگاه پرداخت ارسال شود</translation>
    </message>
    <message>
        <source>Some accounts must not send it: they are refused with -13.</source>
        <translation>بعضی حساب‌ها نباید بفرستند؛ خطای منفی ۱۳ می‌گیرند.</translation>
    </message>
    <message>
        <source>Unit of amounts</source>
        <translation>واحد مبلغ</translation>
    </message>
    <message>
        <source>What aqayepardakht counts in: IRT is toman, IRR is rial.</source>
        <translation>واحد مبلغ در آقای پرداخت: تومان IRT است و ریال IRR.</translation>
    </message>
</context>
<context>
    <name>AccountFields</name>
    <message>
        <source>Fewer settings</source>
        <translation>تنظیمات کمتر</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>تنظیمات بیشتر</translation>
    </message>
    <message>
        <source>Kept in the vault; type to replace</source>
        <translation>در گاوصندوق رمزها هست؛ برای تغییر بنویسید</translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>Change {account}</source>
        <translation>ویرایش {account}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>ویرایش</translation>
    </message>
    <message>
        <source>Remove {account}</source>
        <translation>حذف {account}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>AccountSheet</name>
    <message>
        <source>Discard what you typed?</source>
        <translation>نوشته‌هایتان پاک شود؟</translation>
    </message>
    <message>
        <source>Nothing of it is stored yet.</source>
        <translation>هنوز هیچ‌کدام ذخیره نشده است.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>پاک کردن</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>ادامه ویرایش</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>افزودن حساب</translation>
    </message>
    <message>
        <source>Account with {provider}</source>
        <translation>حساب {provider}</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>درگاه</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>نام حساب</translation>
    </message>
    <message>
        <source>What your screens call it.</source>
        <translation>نامی که روی صفحه‌ها دیده می‌شود.</translation>
    </message>
    <message>
        <source>Address of the provider</source>
        <translation>آدرس درگاه</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>آزمایش اتصال</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>نتیجه آزمایش</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>کار نمی‌کند</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>کار می‌کند</translation>
    </message>
    <message>
        <source>The provider answers and accepts this account.</source>
        <translation>درگاه پاسخ می‌دهد و این حساب را قبول دارد.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>ذخیره نشد</translation>
    </message>
</context>
<context>
    <name>AccountsSection</name>
    <message>
        <source>Accounts with providers</source>
        <translation>حساب‌های درگاه</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>افزودن حساب</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>هنوز حسابی نیست</translation>
    </message>
    <message>
        <source>The shop&apos;s accounts appear here. Add one, and payments can be taken through it.</source>
        <translation>حساب‌های فروشگاه اینجا می‌آیند. یکی اضافه کنید تا بتوانید با آن وجه دریافت کنید.</translation>
    </message>
    <message>
        <source>Remove {account}?</source>
        <translation>{account} حذف شود؟</translation>
    </message>
    <message>
        <source>The till forgets the account and its secrets. Its payments stay in the history.</source>
        <translation>این حساب و کلیدهایش از صندوق پاک می‌شود. پرداخت‌هایش در تاریخچه می‌ماند.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>بماند</translation>
    </message>
    <message>
        <source>{account} has payments or withdrawals that are still open. Finish them, then remove it.</source>
        <translation>{account} هنوز پرداخت یا تسویه باز دارد. اول آن‌ها را تمام کنید، بعد حذفش کنید.</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance and language</source>
        <translation>ظاهر و زبان</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>ظاهر</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>مثل سیستم</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>روشن</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>تیره</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>تقویم</translation>
    </message>
    <message>
        <source>As the language</source>
        <translation>مطابق زبان</translation>
    </message>
    <message>
        <source>Jalali</source>
        <translation>شمسی</translation>
    </message>
    <message>
        <source>Gregorian</source>
        <translation>میلادی</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>رقم‌ها</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>حرکت</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>بدون حرکت</translation>
    </message>
</context>
<context>
    <name>ApprovalCard</name>
    <message>
        <source>This PIN is not right.</source>
        <translation>رمز درست نیست.</translation>
    </message>
    <message>
        <source>Only a manager may approve this.</source>
        <translation>فقط مدیر می‌تواند این را تأیید کند.</translation>
    </message>
    <message>
        <source>Manager&apos;s approval</source>
        <translation>تأیید مدیر</translation>
    </message>
    <message>
        <source>Money leaves the shop only when a manager has agreed to it.</source>
        <translation>پول فقط با تأیید مدیر از فروشگاه خارج می‌شود.</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>مدیر</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>رمز</translation>
    </message>
    <message>
        <source>Approve and send</source>
        <translation>تأیید و ارسال</translation>
    </message>
    <message>
        <source>Back and edit</source>
        <translation>بازگشت و ویرایش</translation>
    </message>
    <message>
        <source>After sending, if no answer comes it is not sent again; we ask the bank.</source>
        <translation>پس از ارسال، اگر پاسخی نرسد، دوباره فرستاده نمی‌شود؛ از بانک می‌پرسیم.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {duration}.</source>
        <translation>رمز چند بار اشتباه وارد شد. {duration} دیگر دوباره امتحان کنید.</translation>
    </message>
</context>
<context>
    <name>AqayepardakhtCode</name>
    <message>
        <source>The account number is empty. Type it in the account&apos;s settings.</source>
        <translation>شماره حساب کاربری خالی است. آن را در تنظیمات حساب بنویسید.</translation>
    </message>
    <message>
        <source>The encryption key is empty. Type it in the account&apos;s settings.</source>
        <translation>کلید رمزنگاری خالی است. آن را در تنظیمات حساب بنویسید.</translation>
    </message>
    <message>
        <source>aqayepardakht does not know this account number. Correct it in the account&apos;s settings.</source>
        <translation>آقای پرداخت این شماره حساب کاربری را نمی‌شناسد. آن را در تنظیمات حساب درست کنید.</translation>
    </message>
    <message>
        <source>The encryption key is wrong. Correct it in the account&apos;s settings.</source>
        <translation>کلید رمزنگاری درست نیست. آن را در تنظیمات حساب درست کنید.</translation>
    </message>
    <message>
        <source>The IBAN is missing. Type it.</source>
        <translation>شبا نوشته نشده. آن را بنویسید.</translation>
    </message>
    <message>
        <source>The amount is missing. Type it.</source>
        <translation>مبلغ نوشته نشده. آن را بنویسید.</translation>
    </message>
    <message>
        <source>The number of the withdrawal is missing. Look for it in the list.</source>
        <translation>شماره تسویه معلوم نیست. در فهرست دنبالش بگردید.</translation>
    </message>
    <message>
        <source>The IBAN is wrong, or there is no such withdrawal: aqayepardakht says both with this number. Check the IBAN.</source>
        <translation>یا شبا اشتباه است یا چنین تسویه‌ای نیست؛ آقای پرداخت برای هر دو همین کد را می‌دهد. شبا را بررسی کنید.</translation>
    </message>
    <message>
        <source>aqayepardakht does not take this amount. Check it, and the unit in the account&apos;s settings.</source>
        <translation>آقای پرداخت این مبلغ را قبول نکرد. مبلغ و واحد پول را در تنظیمات حساب بررسی کنید.</translation>
    </message>
    <message>
        <source>The number of the withdrawal is wrong. Look for it in the list.</source>
        <translation>شماره تسویه درست نیست. در فهرست دنبالش بگردید.</translation>
    </message>
    <message>
        <source>Your balance at aqayepardakht is zero. Wait until there is money in it.</source>
        <translation>موجودی شما در آقای پرداخت صفر است. صبر کنید تا پولی به آن برسد.</translation>
    </message>
    <message>
        <source>Your balance at aqayepardakht is too small for this amount. Ask for less, or wait until there is more in it.</source>
        <translation>موجودی شما در آقای پرداخت به این مبلغ نمی‌رسد. کمتر بردارید یا صبر کنید تا موجودی بیشتر شود.</translation>
    </message>
    <message>
        <source>This account must not send the gateway PIN. The till can leave it out: switch it off in the account&apos;s settings.</source>
        <translation>این حساب نباید پین درگاه بفرستد. صندوق می‌تواند آن را نفرستد: در تنظیمات حساب خاموشش کنید.</translation>
    </message>
    <message>
        <source>aqayepardakht has no Shaparak record of your shop. Ask its support to complete it.</source>
        <translation>پرونده شاپرک فروشگاه شما نزد آقای پرداخت نیست. از پشتیبانی‌اش بخواهید کاملش کند.</translation>
    </message>
    <message>
        <source>aqayepardakht does not find your payment gateway. Check the gateway PIN in the account&apos;s settings.</source>
        <translation>آقای پرداخت درگاه شما را پیدا نکرد. پین درگاه را در تنظیمات حساب بررسی کنید.</translation>
    </message>
    <message>
        <source>No IBAN is active in your aqayepardakht panel. Register one there, and wait until it is active.</source>
        <translation>در پنل آقای پرداخت شما هیچ شبایی فعال نیست. آنجا یکی ثبت کنید و صبر کنید تا فعال شود.</translation>
    </message>
    <message>
        <source>This IBAN is not registered in your aqayepardakht panel. Register it there first.</source>
        <translation>این شبا در پنل آقای پرداخت شما ثبت نیست. اول آنجا ثبتش کنید.</translation>
    </message>
    <message>
        <source>aqayepardakht had a disturbance while recording the withdrawal. Look first whether it is in the list; if not, try again in a few minutes.</source>
        <translation>هنگام ثبت تسویه در آقای پرداخت مشکلی پیش آمد. اول ببینید در فهرست هست یا نه؛ اگر نبود، چند دقیقه دیگر دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>aqayepardakht knows of no such withdrawal. Look for it in the list.</source>
        <translation>آقای پرداخت چنین تسویه‌ای ندارد. در فهرست دنبالش بگردید.</translation>
    </message>
    <message>
        <source>Your account at aqayepardakht is not active. Ask its support to activate it.</source>
        <translation>حساب شما در آقای پرداخت فعال نیست. از پشتیبانی‌اش بخواهید فعالش کند.</translation>
    </message>
</context>
<context>
    <name>AskingWords</name>
    <message numerus="yes">
        <source>Asked %n time(s).</source>
        <translation>
            <numerusform>%n بار پرسیدیم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking again in {time}.</source>
        <translation>{time} دیگر دوباره می‌پرسیم.</translation>
    </message>
</context>
<context>
    <name>AttentionPage</name>
    <message>
        <source>Needs attention</source>
        <translation>نیازمند پیگیری</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>کار نیمه‌تمامی نیست</translation>
    </message>
    <message>
        <source>Drafts, payments that wait for a customer, withdrawals that wait for approval or for a connection, and answers that got lost appear here.</source>
        <translation>پیش‌نویس‌ها، پرداخت‌های در انتظار مشتری، تسویه‌های در انتظار تأیید یا اتصال و پاسخ‌هایی که نرسیده‌اند اینجا دیده می‌شوند.</translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message>
        <source>Backups</source>
        <translation>نسخه‌های پشتیبان</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <comment>backups</comment>
        <translation>
            <numerusform>نمایش %n نسخه دیگر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupRow</name>
    <message>
        <source>Look</source>
        <translation>دیدن</translation>
    </message>
    <message>
        <source>Look at the backup of {time}</source>
        <translation>دیدن نسخه پشتیبان {time}</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Backup</source>
        <translation>پشتیبان‌گیری</translation>
    </message>
    <message>
        <source>Where the backups are</source>
        <translation>محل نسخه‌های پشتیبان</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>همین حالا پشتیبان بگیر</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>خروجی کامل…</translation>
    </message>
    <message>
        <source>A second folder, such as on a stick or another disk</source>
        <translation>پوشه دوم، مثلاً روی فلش یا دیسکی دیگر</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Look at a backup elsewhere…</source>
        <translation>دیدن نسخه‌ای از جای دیگر…</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>هنوز نیست</translation>
    </message>
    <message>
        <source>Last good backup</source>
        <translation>آخرین نسخه سالم</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>حجم</translation>
    </message>
    <message>
        <source>The last good backup is too old. Make one now.</source>
        <translation>آخرین نسخه سالم خیلی قدیمی است. همین حالا پشتیبان بگیرید.</translation>
    </message>
    <message>
        <source>None yet. If this computer&apos;s disk breaks, its own backups go with it.</source>
        <translation>هنوز انتخاب نشده. اگر دیسک این کامپیوتر خراب شود، نسخه‌های روی آن هم از بین می‌روند.</translation>
    </message>
    <message>
        <source>Nothing was copied there yet.</source>
        <translation>هنوز چیزی آنجا کپی نشده است.</translation>
    </message>
    <message>
        <source>Last copied there: {time}</source>
        <translation>آخرین کپی در آنجا: {time}</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>انتخاب پوشه…</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>انتخاب پوشه دیگر…</translation>
    </message>
    <message>
        <source>A backup is being made. You can go on working, or leave this page.</source>
        <translation>در حال پشتیبان‌گیری. می‌توانید به کار ادامه دهید یا از این صفحه بروید.</translation>
    </message>
    <message>
        <source>The backup is made and was read back whole: {size}.</source>
        <translation>نسخه پشتیبان ساخته و تا آخر بازخوانی شد: {size}.</translation>
    </message>
    <message>
        <source>No backup was made. {why}</source>
        <translation>پشتیبان گرفته نشد. {why}</translation>
    </message>
    <message>
        <source>Nothing was copied to the second folder. {why}</source>
        <translation>چیزی در پوشه دوم کپی نشد. {why}</translation>
    </message>
    <message>
        <source>Look at a backup</source>
        <translation>دیدن نسخه پشتیبان</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>نسخه‌های پشتیبان</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>همه فایل‌ها</translation>
    </message>
    <message>
        <source>A second folder for backups</source>
        <translation>پوشه دوم برای نسخه‌های پشتیبان</translation>
    </message>
    <message>
        <source>This folder cannot be used. {why}</source>
        <translation>از این پوشه نمی‌توان استفاده کرد. {why}</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>Made by itself</source>
        <translation>خودکار</translation>
    </message>
    <message>
        <source>When the program was closed</source>
        <translation>هنگام بستن برنامه</translation>
    </message>
    <message>
        <source>Made by hand</source>
        <translation>دستی</translation>
    </message>
    <message>
        <source>Before a newer version of the program</source>
        <translation>پیش از نسخه تازه برنامه</translation>
    </message>
    <message>
        <source>What a restored backup took the place of</source>
        <translation>آنچه پیش از بازگرداندن اینجا بود</translation>
    </message>
    <message>
        <source>in the second folder too</source>
        <translation>در پوشه دوم هم هست</translation>
    </message>
    <message>
        <source>in the second folder</source>
        <translation>در پوشه دوم</translation>
    </message>
    <message>
        <source>Backups have been failing since {time}. {why}</source>
        <translation>از {time} پشتیبان‌گیری انجام نمی‌شود. {why}</translation>
    </message>
    <message>
        <source>Nothing has been copied to the second backup folder since {time}. {why}</source>
        <translation>از {time} چیزی در پوشه دوم پشتیبان کپی نشده است. {why}</translation>
    </message>
    <message>
        <source>The till&apos;s data was found damaged. Repair it soon: the last good backup takes its place, and what the providers know since then is fetched again.</source>
        <translation>داده‌های صندوق خراب شده است. زود تعمیرش کنید: آخرین نسخه سالم جایش را می‌گیرد و آنچه درگاه‌ها از آن پس دارند دوباره دریافت می‌شود.</translation>
    </message>
    <message>
        <source>The disk is full. Make room on it.</source>
        <translation>دیسک پر است. جا باز کنید.</translation>
    </message>
    <message>
        <source>The folder is not there. If it is on a stick or another disk, plug that in.</source>
        <translation>پوشه سر جایش نیست. اگر روی فلش یا دیسک دیگری است، وصلش کنید.</translation>
    </message>
    <message>
        <source>This user may not write to the folder.</source>
        <translation>این کاربر اجازه نوشتن در پوشه را ندارد.</translation>
    </message>
    <message>
        <source>The disk takes no file of this size. Use one that is formatted otherwise.</source>
        <translation>این دیسک فایلی به این بزرگی قبول نمی‌کند. دیسکی با فرمت دیگر بگذارید.</translation>
    </message>
    <message>
        <source>The disk does not work as it should. Have it checked.</source>
        <translation>دیسک درست کار نمی‌کند. بدهید بررسی‌اش کنند.</translation>
    </message>
    <message>
        <source>The copy was not whole. Have the disk checked.</source>
        <translation>کپی ناقص بود. بدهید دیسک را بررسی کنند.</translation>
    </message>
    <message>
        <source>This is no backup of a till.</source>
        <translation>این نسخه پشتیبان صندوق نیست.</translation>
    </message>
    <message>
        <source>This backup is damaged: it cannot be read whole. Choose another.</source>
        <translation>این نسخه خراب است و تا آخر خوانده نمی‌شود. نسخه دیگری انتخاب کنید.</translation>
    </message>
    <message>
        <source>A newer version of the program made this backup. Bring the program up to date, then try again.</source>
        <translation>این نسخه را برنامه تازه‌تری ساخته است. برنامه را به‌روز کنید و دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>The disk does not give this file. If it is on a stick, plug that in and try again.</source>
        <translation>این فایل از دیسک خوانده نمی‌شود. اگر روی فلش است، وصلش کنید و دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>This is the backup of another till. A till is brought to a computer where there is none yet, at its first start.</source>
        <translation>این نسخه مال صندوق دیگری است. صندوق را فقط به کامپیوتری می‌توان آورد که هنوز صندوقی ندارد، در اولین اجرا.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>زمان ساخت</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>فروشگاه</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>دریافت‌ها</translation>
    </message>
    <message>
        <source>Withdrawals</source>
        <translation>تسویه‌ها</translation>
    </message>
    <message>
        <source>From providers&apos; lists</source>
        <translation>از فهرست درگاه‌ها</translation>
    </message>
    <message>
        <source>Still open in it</source>
        <translation>موارد باز در آن</translation>
    </message>
    <message>
        <source>Newest entry</source>
        <translation>تازه‌ترین مورد</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>حجم</translation>
    </message>
    <message>
        <source>{account}: the provider&apos;s whole list is fetched again.</source>
        <translation>{account}: همه فهرست درگاه دوباره دریافت می‌شود.</translation>
    </message>
    <message>
        <source>{account}: the provider&apos;s list is fetched again from {date} on.</source>
        <translation>{account}: فهرست درگاه از {date} به بعد دوباره دریافت می‌شود.</translation>
    </message>
</context>
<context>
    <name>Bank</name>
    <message>
        <source>Central Bank</source>
        <translation>بانک مرکزی</translation>
    </message>
    <message>
        <source>Bank Sanat o Madan</source>
        <translation>بانک صنعت و معدن</translation>
    </message>
    <message>
        <source>Bank Mellat</source>
        <translation>بانک ملت</translation>
    </message>
    <message>
        <source>Bank Refah</source>
        <translation>بانک رفاه</translation>
    </message>
    <message>
        <source>Bank Maskan</source>
        <translation>بانک مسکن</translation>
    </message>
    <message>
        <source>Bank Sepah</source>
        <translation>بانک سپه</translation>
    </message>
    <message>
        <source>Bank Keshavarzi</source>
        <translation>بانک کشاورزی</translation>
    </message>
    <message>
        <source>Bank Melli</source>
        <translation>بانک ملی</translation>
    </message>
    <message>
        <source>Bank Tejarat</source>
        <translation>بانک تجارت</translation>
    </message>
    <message>
        <source>Bank Saderat</source>
        <translation>بانک صادرات</translation>
    </message>
    <message>
        <source>Bank Tosee Saderat</source>
        <translation>بانک توسعه صادرات</translation>
    </message>
    <message>
        <source>Post Bank</source>
        <translation>پست بانک</translation>
    </message>
    <message>
        <source>Bank Tosee Taavon</source>
        <translation>بانک توسعه تعاون</translation>
    </message>
    <message>
        <source>Tosee Credit Institution</source>
        <translation>مؤسسه اعتباری توسعه</translation>
    </message>
    <message>
        <source>Bank Ghavamin</source>
        <translation>بانک قوامین</translation>
    </message>
    <message>
        <source>Bank Karafarin</source>
        <translation>بانک کارآفرین</translation>
    </message>
    <message>
        <source>Bank Parsian</source>
        <translation>بانک پارسیان</translation>
    </message>
    <message>
        <source>Bank Eghtesad Novin</source>
        <translation>بانک اقتصاد نوین</translation>
    </message>
    <message>
        <source>Bank Saman</source>
        <translation>بانک سامان</translation>
    </message>
    <message>
        <source>Bank Pasargad</source>
        <translation>بانک پاسارگاد</translation>
    </message>
    <message>
        <source>Bank Sarmayeh</source>
        <translation>بانک سرمایه</translation>
    </message>
    <message>
        <source>Bank Sina</source>
        <translation>بانک سینا</translation>
    </message>
    <message>
        <source>Bank Mehr Iran</source>
        <translation>بانک مهر ایران</translation>
    </message>
    <message>
        <source>Bank Shahr</source>
        <translation>بانک شهر</translation>
    </message>
    <message>
        <source>Bank Ayandeh</source>
        <translation>بانک آینده</translation>
    </message>
    <message>
        <source>Bank Ansar</source>
        <translation>بانک انصار</translation>
    </message>
    <message>
        <source>Bank Gardeshgari</source>
        <translation>بانک گردشگری</translation>
    </message>
    <message>
        <source>Bank Hekmat</source>
        <translation>بانک حکمت</translation>
    </message>
    <message>
        <source>Bank Dey</source>
        <translation>بانک دی</translation>
    </message>
    <message>
        <source>Bank Iran Zamin</source>
        <translation>بانک ایران زمین</translation>
    </message>
    <message>
        <source>Bank Resalat</source>
        <translation>بانک رسالت</translation>
    </message>
    <message>
        <source>Kosar Credit Institution</source>
        <translation>مؤسسه اعتباری کوثر</translation>
    </message>
    <message>
        <source>Melal Credit Institution</source>
        <translation>مؤسسه اعتباری ملل</translation>
    </message>
    <message>
        <source>Middle East Bank</source>
        <translation>بانک خاورمیانه</translation>
    </message>
    <message>
        <source>Bank Mehr Eqtesad</source>
        <translation>بانک مهر اقتصاد</translation>
    </message>
    <message>
        <source>Noor Credit Institution</source>
        <translation>مؤسسه اعتباری نور</translation>
    </message>
    <message>
        <source>Iran–Venezuela Bank</source>
        <translation>بانک ایران و ونزوئلا</translation>
    </message>
</context>
<context>
    <name>BatchDecisionSheet</name>
    <message>
        <source>Declare not sent</source>
        <translation>اعلام ارسال‌نشدن</translation>
    </message>
    <message>
        <source>Were these rows not sent?</source>
        <translation>آیا این ردیف‌ها ارسال نشده‌اند؟</translation>
    </message>
    <message>
        <source>Look into the provider&apos;s own panel first. Each row is asked about once more; one that the provider lists after all is not closed. What you decide is kept for good, with your name and your reason.</source>
        <translation>اول پنل خود درگاه را ببینید. درباره هر ردیف یک بار دیگر پرسیده می‌شود و ردیفی که درگاه آن را داشته باشد بسته نمی‌شود. تصمیم شما با نام و دلیلتان برای همیشه می‌ماند.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Such as who was asked, and what they said</source>
        <translation>مثلاً از چه کسی در درگاه پرسیدید و چه گفت</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>چه کسی تصمیم می‌گیرد</translation>
    </message>
    <message>
        <source>Only a manager decides, with their PIN.</source>
        <translation>فقط مدیر، با رمز خودش، تصمیم می‌گیرد.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>One of them is no longer open for a decision. Go back and look again.</source>
        <translation>یکی از آن‌ها دیگر در انتظار تصمیم نیست. برگردید و دوباره نگاه کنید.</translation>
    </message>
</context>
<context>
    <name>BatchEntry</name>
    <message>
        <source>Import file…</source>
        <translation>ورود از فایل…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>چسباندن</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>ردیف تازه</translation>
    </message>
    <message>
        <source>Template file…</source>
        <translation>فایل نمونه…</translation>
    </message>
    <message>
        <source>Remove rows</source>
        <translation>حذف ردیف‌ها</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>پاک کردن</translation>
    </message>
    <message>
        <source>Recent batches</source>
        <translation>دسته‌های اخیر</translation>
    </message>
    <message>
        <source>Replace the rows that are here?</source>
        <translation>ردیف‌های فعلی جایگزین شوند؟</translation>
    </message>
    <message>
        <source>The rows typed or read before are lost.</source>
        <translation>ردیف‌هایی که پیش‌تر نوشته یا خوانده شده‌اند از دست می‌روند.</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>جایگزین شوند</translation>
    </message>
    <message>
        <source>Clear all rows?</source>
        <translation>همه ردیف‌ها پاک شوند؟</translation>
    </message>
    <message>
        <source>What was typed or read is lost. Batches that were sent stay as they are.</source>
        <translation>آنچه نوشته یا خوانده شده از دست می‌رود. دسته‌هایی که ارسال شده‌اند همان‌طور می‌مانند.</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>همه پاک شوند</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>بمانند</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>The template was saved: {path}</source>
        <translation>فایل نمونه ذخیره شد: {path}</translation>
    </message>
    <message>
        <source>Nothing was pasted: its amounts are in another unit than the rows that are here.</source>
        <translation>چیزی چسبانده نشد: واحد مبلغ‌هایش با ردیف‌های اینجا یکی نیست.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Batch of {when}</source>
        <translation>دسته {when}</translation>
    </message>
</context>
<context>
    <name>BatchFoot</name>
    <message>
        <source>Next problem</source>
        <translation>ایراد بعدی</translation>
    </message>
    <message>
        <source>Review batch</source>
        <translation>بازبینی دسته</translation>
    </message>
    <message>
        <source>All rows are good</source>
        <translation>همه ردیف‌ها درست‌اند</translation>
    </message>
    <message>
        <source>There is nothing to review yet.</source>
        <translation>هنوز چیزی برای بازبینی نیست.</translation>
    </message>
</context>
<context>
    <name>BatchHeading</name>
    <message>
        <source>From account</source>
        <translation>از حساب</translation>
    </message>
    <message>
        <source>Name of the batch</source>
        <translation>نام دسته</translation>
    </message>
    <message>
        <source>Such as: wages of the week</source>
        <translation>مثلاً: دستمزد هفته</translation>
    </message>
    <message>
        <source>Unit of the amounts</source>
        <translation>واحد مبلغ‌ها</translation>
    </message>
    <message>
        <source>As the header says</source>
        <translation>طبق سرستون</translation>
    </message>
</context>
<context>
    <name>BatchNotice</name>
    <message>
        <source>There is no header, so the columns were guessed: {columns}. Look at each of them.</source>
        <translation>سرستونی نبود و ستون‌ها حدس زده شدند: {columns}. یکی‌یکی نگاهشان کنید.</translation>
    </message>
    <message>
        <source>The file was read as Windows-1256. Look whether the names are right.</source>
        <translation>فایل با Windows-1256 خوانده شد. ببینید نام‌ها درست باشند.</translation>
    </message>
    <message>
        <source>These columns were left out: {columns}.</source>
        <translation>این ستون‌ها کنار گذاشته شدند: {columns}.</translation>
    </message>
    <message>
        <source>These sheets were not read: {sheets}.</source>
        <translation>این برگه‌ها خوانده نشدند: {sheets}.</translation>
    </message>
</context>
<context>
    <name>BatchOutcomeExport</name>
    <message>
        <source>Reference</source>
        <translation>شناسه</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
</context>
<context>
    <name>BatchProblemList</name>
    <message>
        <source>Problems</source>
        <translation>ایرادها</translation>
    </message>
</context>
<context>
    <name>BatchProgress</name>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>Review and approve</source>
        <translation>بازبینی و تأیید</translation>
    </message>
    <message>
        <source>Ask again now</source>
        <translation>همین حالا دوباره بپرس</translation>
    </message>
    <message>
        <source>Decide together…</source>
        <translation>تصمیم یک‌جا…</translation>
    </message>
    <message>
        <source>Send the refused ones anew</source>
        <translation>ارسال دوباره ردشده‌ها</translation>
    </message>
    <message>
        <source>Export what failed…</source>
        <translation>خروجی ناموفق‌ها…</translation>
    </message>
    <message>
        <source>Give up the rest</source>
        <translation>لغو بقیه</translation>
    </message>
    <message>
        <source>Sent {sent} of {all}</source>
        <translation>{sent} از {all} ارسال شد</translation>
    </message>
    <message>
        <source>Paid: {sum}</source>
        <translation>پرداخت‌شده: {sum}</translation>
    </message>
    <message>
        <source>On their way: {sum}</source>
        <translation>در راه: {sum}</translation>
    </message>
    <message>
        <source>Came to nothing: {sum}</source>
        <translation>انجام‌نشده: {sum}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>توقف موقت</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>The provider was asked once more about each of them.</source>
        <translation>درباره هر کدام یک بار دیگر از درگاه پرسیده شد.</translation>
    </message>
    <message>
        <source>Give up the rest?</source>
        <translation>بقیه لغو شوند؟</translation>
    </message>
    <message>
        <source>Rows that have not been sent are cancelled. What was sent goes on.</source>
        <translation>ردیف‌هایی که ارسال نشده‌اند لغو می‌شوند. آنچه ارسال شده ادامه پیدا می‌کند.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>بمانند</translation>
    </message>
    <message>
        <source>{batch} - not paid</source>
        <translation>{batch} - پرداخت‌نشده</translation>
    </message>
    <message>
        <source>Export what failed</source>
        <translation>خروجی ناموفق‌ها</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>فایل اکسل</translation>
    </message>
    <message>
        <source>CSV text</source>
        <translation>فایل CSV</translation>
    </message>
    <message>
        <source>The file was written: {path}</source>
        <translation>فایل نوشته شد: {path}</translation>
    </message>
</context>
<context>
    <name>BatchRecentSheet</name>
    <message>
        <source>Recent batches</source>
        <translation>دسته‌های اخیر</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>No batches yet</source>
        <translation>هنوز دسته‌ای نیست</translation>
    </message>
    <message>
        <source>Each one appears here as soon as it is approved.</source>
        <translation>هر دسته همین که تأیید شود اینجا دیده می‌شود.</translation>
    </message>
</context>
<context>
    <name>BatchReview</name>
    <message>
        <source>Review the batch</source>
        <translation>بازبینی دسته</translation>
    </message>
    <message>
        <source>First tick that this is meant.</source>
        <translation>اول تیک بزنید که عمدی است.</translation>
    </message>
</context>
<context>
    <name>BatchReviewCard</name>
    <message>
        <source>Sum of all rows</source>
        <translation>جمع همه ردیف‌ها</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>ردیف‌ها</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>دسته</translation>
    </message>
    <message>
        <source>From account</source>
        <translation>از حساب</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>ردیف‌های اول</translation>
    </message>
    <message>
        <source>The bank of these rows is not known: {rows}. Look at them twice.</source>
        <translation>بانک این ردیف‌ها شناخته نشد: {rows}. دوباره نگاهشان کنید.</translation>
    </message>
    <message>
        <source>The same IBAN and amount come more than once in these rows: {rows}.</source>
        <translation>شبا و مبلغ در این ردیف‌ها تکراری است: {rows}.</translation>
    </message>
    <message>
        <source>Yes, they are meant more than once</source>
        <translation>بله، تکرارشان عمدی است</translation>
    </message>
    <message>
        <source>Yes, they are meant: send them again</source>
        <translation>بله، عمدی است: دوباره ارسال شوند</translation>
    </message>
    <message>
        <source>This account may send {limit} a day, and {sent} of today are used. The batch cannot be approved today.</source>
        <translation>سقف روزانه این حساب {limit} است و امروز {sent} آن استفاده شده. این دسته را امروز نمی‌توان تأیید کرد.</translation>
    </message>
    <message>
        <source>One withdrawal of this account may be {limit} at most, and one of the rows is {amount}. Go back and change it.</source>
        <translation>هر تسویه این حساب حداکثر {limit} است و یکی از ردیف‌ها {amount} است. برگردید و آن را تغییر دهید.</translation>
    </message>
    <message>
        <source>The same amount went to the same IBAN {when}, for one: {amount} to {iban}. Send it again?</source>
        <translation>همین مبلغ {when} به همین شبا رفته است، از جمله: {amount} به {iban}. دوباره ارسال شود؟</translation>
    </message>
</context>
<context>
    <name>BatchRowsModel</name>
    <message>
        <source>Amount ({unit})</source>
        <translation>مبلغ ({unit})</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>ردیف</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>شبا</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>صاحب حساب</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>شناسه</translation>
    </message>
    <message>
        <source>Tracking number: {number}</source>
        <translation>کد پیگیری: {number}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>دلیل</translation>
    </message>
</context>
<context>
    <name>BatchRowsView</name>
    <message>
        <source>Name, IBAN, number</source>
        <translation>نام، شبا، شماره</translation>
    </message>
    <message>
        <source>Search the rows of this batch</source>
        <translation>جست‌وجو در ردیف‌های این دسته</translation>
    </message>
    <message>
        <source>Rows of this batch</source>
        <translation>ردیف‌های این دسته</translation>
    </message>
</context>
<context>
    <name>BatchSources</name>
    <message>
        <source>Import rows from a file</source>
        <translation>ورود ردیف‌ها از فایل</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>جدول‌ها</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>همه فایل‌ها</translation>
    </message>
    <message>
        <source>Nothing was taken from {file}. {why}</source>
        <translation>چیزی از {file} برداشته نشد. {why}</translation>
    </message>
    <message>
        <source>Nothing was pasted. {why}</source>
        <translation>چیزی چسبانده نشد. {why}</translation>
    </message>
    <message>
        <source>Save the template file</source>
        <translation>ذخیره فایل نمونه</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>دسته</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>فایل اکسل</translation>
    </message>
    <message>
        <source>CSV text</source>
        <translation>فایل CSV</translation>
    </message>
    <message>
        <source>Example Person</source>
        <translation>شخص نمونه</translation>
    </message>
    <message>
        <source>Replace this row</source>
        <translation>این ردیف را عوض کنید</translation>
    </message>
</context>
<context>
    <name>BatchStateWords</name>
    <message>
        <source>A manager must look</source>
        <translation>مدیر باید ببیند</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>در انتظار تأیید</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف‌شده</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>در حال ارسال</translation>
    </message>
    <message>
        <source>Being asked about</source>
        <translation>در حال پرس‌وجو</translation>
    </message>
    <message>
        <source>With the bank</source>
        <translation>نزد بانک</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>پایان‌یافته</translation>
    </message>
    <message>
        <source>No further call is made. The call on its way comes to its end first.</source>
        <translation>درخواست دیگری فرستاده نمی‌شود. درخواستی که در راه است اول تمام می‌شود.</translation>
    </message>
    <message>
        <source>The batch is paused. The rows not sent yet wait until it is resumed.</source>
        <translation>دسته متوقف شده است. ردیف‌های ارسال‌نشده منتظر می‌مانند تا ادامه دهید.</translation>
    </message>
    <message>
        <source>The provider refused a whole call, so the batch was stopped. It says: {words} Settle that with them, then resume.</source>
        <translation>درگاه یک درخواست را یک‌جا رد کرد و دسته متوقف شد. می‌گوید: {words} اول با درگاه حلش کنید، بعد ادامه دهید.</translation>
    </message>
</context>
<context>
    <name>BatchTableModel</name>
    <message>
        <source>Not checked</source>
        <translation>بررسی‌نشده</translation>
    </message>
    <message>
        <source>Look twice</source>
        <translation>دوباره ببینید</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>درست</translation>
    </message>
    <message>
        <source>Row {number}, {column}: {problem}</source>
        <translation>ردیف {number}، {column}: {problem}</translation>
    </message>
    <message>
        <source>{amount} ({unit})</source>
        <translation>{amount} ({unit})</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>ردیف</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>بانک</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
</context>
<context>
    <name>BatchTableView</name>
    <message>
        <source>Rows of the batch</source>
        <translation>ردیف‌های دسته</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>هنوز ردیفی نیست</translation>
    </message>
    <message>
        <source>Import a file, drop one here, paste rows from a spreadsheet, or add them one by one.</source>
        <translation>فایلی وارد کنید یا اینجا رها کنید، ردیف‌ها را از اکسل بچسبانید، یا یکی‌یکی اضافه کنید.</translation>
    </message>
</context>
<context>
    <name>BatchWords</name>
    <message>
        <source>, </source>
        <comment>between the names of columns</comment>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>%n ردیف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <comment>in a batch</comment>
        <translation>
            <numerusform>%n ایراد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more problems</source>
        <comment>in a batch</comment>
        <translation>
            <numerusform>و %n ایراد دیگر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the file: %n rows so far</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>در حال خواندن فایل: تا کنون %n ردیف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are still being checked.</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>%n ردیف هنوز بررسی می‌شود.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have problems. Mend or remove them.</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>%n ردیف ایراد دارد. درستشان یا حذفشان کنید.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The provider could not tell about %n rows. A manager must look.</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>درگاه درباره %n ردیف چیزی نتوانست بگوید. مدیر باید ببیند.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows wait for a manager&apos;s approval.</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>%n ردیف در انتظار تأیید مدیر است.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing %n rows down…</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>در حال ثبت %n ردیف…</numerusform>
        </translation>
    </message>
    <message>
        <source>The table is damaged at line {line}: a quotation mark is open, or a row is torn.</source>
        <translation>جدول در خط {line} خراب است: گیومه‌ای باز مانده یا ردیفی بریده شده.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>فایل دیگر آنجا نیست.</translation>
    </message>
    <message>
        <source>This user may not read the file, or another program holds it. Close it there and try again.</source>
        <translation>این کاربر اجازه خواندن فایل را ندارد، یا برنامه دیگری آن را گرفته است. آنجا ببندیدش و دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>The file is damaged. Save it again as XLSX or CSV.</source>
        <translation>فایل خراب است. دوباره آن را XLSX یا CSV ذخیره کنید.</translation>
    </message>
    <message>
        <source>There are no rows in it.</source>
        <translation>ردیفی در آن نیست.</translation>
    </message>
    <message>
        <source>The file cannot be read. Copy it to this computer first.</source>
        <translation>فایل خوانده نمی‌شود. اول آن را روی همین کامپیوتر کپی کنید.</translation>
    </message>
    <message>
        <source>The disk is full, so the file was not written. Make room and try again.</source>
        <translation>دیسک پر است و فایل نوشته نشد. جا باز کنید و دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>The file may not be written here, or another program holds it open.</source>
        <translation>اینجا نمی‌توان فایل را نوشت، یا برنامه دیگری آن را باز نگه داشته است.</translation>
    </message>
    <message>
        <source>The folder is not there any more. Choose another.</source>
        <translation>پوشه دیگر آنجا نیست. پوشه دیگری انتخاب کنید.</translation>
    </message>
    <message>
        <source>Give the file a name that ends in .xlsx or .csv.</source>
        <translation>نام فایل باید با .xlsx یا .csv تمام شود.</translation>
    </message>
    <message>
        <source>These are too many rows for a workbook. Save them as CSV.</source>
        <translation>این همه ردیف در فایل اکسل جا نمی‌شود. آن را CSV ذخیره کنید.</translation>
    </message>
    <message>
        <source>The disk does not work as it should, so the file was not written.</source>
        <translation>دیسک درست کار نمی‌کند و فایل نوشته نشد.</translation>
    </message>
    <message>
        <source>These columns are missing: {columns}. Name them in the first row, as in the template file.</source>
        <translation>این ستون‌ها نیستند: {columns}. نامشان را مثل فایل نمونه در ردیف اول بنویسید.</translation>
    </message>
    <message>
        <source>More than one column could be this one: {columns}. Name the columns in the first row.</source>
        <translation>بیش از یک ستون می‌تواند این باشد: {columns}. نام ستون‌ها را در ردیف اول بنویسید.</translation>
    </message>
    <message>
        <source>This is a web page, not a table. Save it as XLSX or CSV.</source>
        <translation>این صفحه وب است، نه جدول. آن را XLSX یا CSV ذخیره کنید.</translation>
    </message>
    <message>
        <source>This is a PDF, not a table. Ask for the list as XLSX or CSV.</source>
        <translation>این PDF است، نه جدول. فهرست را به‌شکل XLSX یا CSV بخواهید.</translation>
    </message>
    <message>
        <source>This is a workbook of the old kind (.xls). Save it as XLSX in Excel.</source>
        <translation>این فایل اکسل قدیمی (xls) است. در اکسل آن را XLSX ذخیره کنید.</translation>
    </message>
    <message>
        <source>This workbook has a password. Save it without one.</source>
        <translation>این فایل اکسل رمز دارد. بدون رمز ذخیره‌اش کنید.</translation>
    </message>
    <message>
        <source>This is an archive or another kind of document. Save the list as XLSX or CSV.</source>
        <translation>این فایل فشرده یا سندی از نوع دیگر است. فهرست را XLSX یا CSV ذخیره کنید.</translation>
    </message>
    <message>
        <source>This is not a table. Choose an XLSX or CSV file.</source>
        <translation>این جدول نیست. یک فایل XLSX یا CSV انتخاب کنید.</translation>
    </message>
    <message>
        <source>The table has more than {limit} rows. Divide it into several batches.</source>
        <translation>جدول بیش از {limit} ردیف دارد. آن را به چند دسته تقسیم کنید.</translation>
    </message>
    <message>
        <source>The file is larger than {limit} megabytes. Divide it into several batches.</source>
        <translation>فایل از {limit} مگابایت بزرگ‌تر است. آن را به چند دسته تقسیم کنید.</translation>
    </message>
</context>
<context>
    <name>BringTillPage</name>
    <message>
        <source>Bring a till from a folder</source>
        <translation>آوردن صندوق از یک پوشه</translation>
    </message>
    <message>
        <source>Choose the folder that everything was exported to on the other computer. Its till is here afterwards as it was there.</source>
        <translation>پوشه‌ای را انتخاب کنید که در کامپیوتر دیگر خروجی کامل در آن ذخیره شد. صندوق همان‌طور که آنجا بود به اینجا می‌آید.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>پوشه</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>انتخاب پوشه…</translation>
    </message>
    <message>
        <source>There is only a backup of it…</source>
        <translation>فقط نسخه پشتیبانش هست…</translation>
    </message>
    <message>
        <source>A backup holds no secrets: the till comes with its history, the keys of its accounts are entered again in the settings. Its first manager gets a new PIN; everyone else is added again.</source>
        <translation>نسخه پشتیبان کلید و رمزی ندارد: صندوق با تاریخچه‌اش می‌آید و کلید حساب‌ها دوباره در تنظیمات وارد می‌شود. مدیر اولش رمز تازه می‌گیرد؛ بقیه دوباره اضافه می‌شوند.</translation>
    </message>
    <message>
        <source>Passphrase of the folder</source>
        <translation>گذرواژه پوشه</translation>
    </message>
    <message>
        <source>The PIN again</source>
        <translation>تکرار رمز</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>انتخاب نسخه پشتیبان</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>نسخه‌های پشتیبان</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>همه فایل‌ها</translation>
    </message>
    <message>
        <source>PIN of one of that till&apos;s managers</source>
        <translation>رمز یکی از مدیران آن صندوق</translation>
    </message>
    <message>
        <source>A new PIN</source>
        <translation>رمز تازه</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>دو رمز یکی نیستند.</translation>
    </message>
    <message>
        <source>Bring the till here</source>
        <translation>آوردن صندوق</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>The folder with the till</source>
        <translation>پوشه صندوق</translation>
    </message>
    <message>
        <source>There is no exported till in this folder.</source>
        <translation>در این پوشه خروجی کاملِ صندوقی نیست.</translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message>
        <source>Previous year</source>
        <translation>سال قبل</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>ماه قبل</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>ماه بعد</translation>
    </message>
    <message>
        <source>Next year</source>
        <translation>سال بعد</translation>
    </message>
</context>
<context>
    <name>ClosingSheet</name>
    <message>
        <source>Closing</source>
        <translation>در حال بستن</translation>
    </message>
    <message>
        <source>Waiting for the provider&apos;s answer</source>
        <translation>در انتظار پاسخ درگاه</translation>
    </message>
    <message>
        <source>The program closes by itself as soon as it is known what became of the payment.</source>
        <translation>همین که نتیجه پرداخت معلوم شود، برنامه خودش بسته می‌شود.</translation>
    </message>
    <message>
        <source>A backup is being made</source>
        <translation>در حال پشتیبان‌گیری</translation>
    </message>
    <message>
        <source>The program closes by itself when it is done, or when it takes too long.</source>
        <translation>پس از پایان کار، یا اگر زیاد طول بکشد، برنامه خودش بسته می‌شود.</translation>
    </message>
    <message>
        <source>Close now, ask at the next start</source>
        <translation>حالا ببند، دفعه بعد بپرس</translation>
    </message>
</context>
<context>
    <name>CodeFace</name>
    <message>
        <source>Enter the code that was sent to the customer</source>
        <translation>کد تأییدی را که برای مشتری فرستاده شد وارد کنید</translation>
    </message>
    <message>
        <source>Confirmation code</source>
        <translation>کد تأیید</translation>
    </message>
    <message>
        <source>Confirm payment</source>
        <translation>تأیید پرداخت</translation>
    </message>
</context>
<context>
    <name>CodeMessage</name>
    <message>
        <source>{provider} sent a code</source>
        <translation>{provider} کدی فرستاد</translation>
    </message>
    <message>
        <source>To customer {number}</source>
        <translation>برای مشتری {number}</translation>
    </message>
</context>
<context>
    <name>CopyLabel</name>
    <message>
        <source>Copied</source>
        <translation>کپی شد</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>کپی</translation>
    </message>
    <message>
        <source>Click to copy</source>
        <translation>برای کپی کلیک کنید</translation>
    </message>
</context>
<context>
    <name>CountdownBar</name>
    <message>
        <source>{duration} left</source>
        <translation>{duration} مانده است</translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation>مهلت تمام شد</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation>داده‌ها</translation>
    </message>
    <message>
        <source>How long history is kept</source>
        <translation>مدت نگهداری تاریخچه</translation>
    </message>
    <message>
        <source>What is older is deleted from this till once it is over. What is open is always kept.</source>
        <translation>موارد قدیمی‌تر، اگر تمام شده باشند، از این صندوق پاک می‌شوند. آنچه باز است همیشه می‌ماند.</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>برای همیشه</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n سال</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>در حال شمارش</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>فضای روی دیسک</translation>
    </message>
    <message>
        <source>Lines of history</source>
        <translation>ردیف‌های تاریخچه</translation>
    </message>
    <message>
        <source>From providers&apos; lists</source>
        <translation>از فهرست درگاه‌ها</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>از تاریخ</translation>
    </message>
    <message>
        <source>{done} of {whole} lines deleted</source>
        <translation>{done} از {whole} ردیف پاک شد</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were deleted.</source>
        <translation>
            <numerusform>%n ردیف پاک شد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) from before {date} are deleted from this till and cannot be brought back.</source>
        <translation>
            <numerusform>%n ردیف پیش از {date} از این صندوق پاک می‌شود و برگشت‌پذیر نیست.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete older history?</source>
        <translation>تاریخچه قدیمی پاک شود؟</translation>
    </message>
    <message>
        <source>From then on it goes on by itself, day by day. What is open is kept.</source>
        <translation>از آن پس هر روز خودکار ادامه پیدا می‌کند. آنچه باز است می‌ماند.</translation>
    </message>
    <message>
        <source>Delete older history</source>
        <translation>پاک کردن تاریخچه قدیمی</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>همه بماند</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} کیلوبایت</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} مگابایت</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} گیگابایت</translation>
    </message>
    <message>
        <source>{size} TB</source>
        <translation>{size} ترابایت</translation>
    </message>
</context>
<context>
    <name>DateJumpPopup</name>
    <message>
        <source>Go to a date</source>
        <translation>رفتن به تاریخ</translation>
    </message>
</context>
<context>
    <name>DateRangePopup</name>
    <message>
        <source>Dates</source>
        <translation>تاریخ‌ها</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>نمایش</translation>
    </message>
    <message>
        <source>Choose the first day and the last.</source>
        <translation>روز اول و روز آخر را انتخاب کنید.</translation>
    </message>
    <message>
        <source>From {first}. Choose the last day.</source>
        <translation>از {first}. روز آخر را انتخاب کنید.</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>از {first} تا {last}</translation>
    </message>
</context>
<context>
    <name>DateWords</name>
    <message>
        <source>Today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>دیروز</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>این هفته</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>این ماه</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>ماه گذشته</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>همه تاریخ‌ها</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} تا {last}</translation>
    </message>
</context>
<context>
    <name>DecisionSheet</name>
    <message>
        <source>Mark as not paid</source>
        <translation>ثبت به‌عنوان پرداخت‌نشده</translation>
    </message>
    <message>
        <source>Was this payment not made?</source>
        <translation>این پرداخت انجام نشده است؟</translation>
    </message>
    <message>
        <source>Look into the provider&apos;s own panel first. If the payment is there, go back and press Ask now: only the provider&apos;s word makes it paid. If it is not there, a manager marks it as not paid; who did so and why is kept for good.</source>
        <translation>اول پنل خود درگاه را ببینید. اگر پرداخت آنجا هست، برگردید و «همین حالا بپرس» را بزنید: فقط با پاسخ درگاه پرداخت‌شده به حساب می‌آید. اگر نیست، مدیر آن را پرداخت‌نشده ثبت می‌کند؛ اینکه چه کسی و چرا، برای همیشه می‌ماند.</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>مدیر</translation>
    </message>
    <message>
        <source>Manager&apos;s PIN</source>
        <translation>رمز مدیر</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Such as who was asked, and what they said</source>
        <translation>مثلاً از چه کسی در درگاه پرسیدید و چه گفت</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>برگشت</translation>
    </message>
    <message>
        <source>This PIN is not right.</source>
        <translation>رمز درست نیست.</translation>
    </message>
    <message>
        <source>Only a manager may decide this.</source>
        <translation>این تصمیم فقط با مدیر است.</translation>
    </message>
    <message>
        <source>It is no longer open for a decision: {state}.</source>
        <translation>دیگر منتظر تصمیم نیست: {state}.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {duration}.</source>
        <translation>رمز چند بار اشتباه وارد شد. {duration} دیگر دوباره امتحان کنید.</translation>
    </message>
</context>
<context>
    <name>DurationWords</name>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n ثانیه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n دقیقه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%n ساعت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>days</comment>
        <translation>
            <numerusform>%n روز</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportEverythingSheet</name>
    <message>
        <source>Export everything</source>
        <translation>خروجی کامل</translation>
    </message>
    <message>
        <source>A folder with all of this till&apos;s data and, encrypted, the keys of its accounts. With it and the passphrase the till can be brought to another computer.</source>
        <translation>پوشه‌ای با همه داده‌های این صندوق و کلیدهای رمزگذاری‌شده حساب‌هایش. با آن و گذرواژه می‌توان صندوق را به کامپیوتر دیگری برد.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>پوشه</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>انتخاب پوشه…</translation>
    </message>
    <message>
        <source>Write the passphrase down and keep it apart from the folder. Nobody can recover it if it is lost.</source>
        <translation>گذرواژه را بنویسید و جدا از پوشه نگه دارید. اگر گم شود، هیچ‌کس نمی‌تواند آن را برگرداند.</translation>
    </message>
    <message>
        <source>Who exports</source>
        <translation>چه کسی خروجی می‌گیرد</translation>
    </message>
    <message>
        <source>The keys of the accounts leave the till: a manager agrees to it.</source>
        <translation>کلیدهای حساب‌ها از صندوق بیرون می‌رود: مدیر باید تأیید کند.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>خروجی</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Everything is being written. You can close this and go on working meanwhile.</source>
        <translation>در حال نوشتن همه‌چیز. می‌توانید این را ببندید و به کار ادامه دهید.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>نمایش در پوشه</translation>
    </message>
    <message>
        <source>Where everything is exported to</source>
        <translation>محل خروجی کامل</translation>
    </message>
    <message>
        <source>Everything is exported, and was read back whole.</source>
        <translation>خروجی کامل نوشته و تا آخر بازخوانی شد.</translation>
    </message>
    <message>
        <source>This folder holds everything of a Cashier till.</source>
        <translation>این پوشه همه داده‌های یک صندوق برنامه Cashier را دارد.</translation>
    </message>
    <message>
        <source>To bring the till to another computer: install Cashier there, start it, and on its first page choose “Bring a till from a folder”. Choose this folder, enter the passphrase that was chosen when it was made, and the PIN of a manager.</source>
        <translation>برای بردن صندوق به کامپیوتر دیگر: برنامه Cashier را آنجا نصب و اجرا کنید و در صفحه اول «آوردن صندوق از یک پوشه» را بزنید. همین پوشه را انتخاب کنید و گذرواژه‌ای را که هنگام ساختنش انتخاب شد و رمز یک مدیر را وارد کنید.</translation>
    </message>
    <message>
        <source>Do not use the old till any more from then on: two tills with the same accounts do not know of each other.</source>
        <translation>از آن پس دیگر از صندوق قبلی استفاده نکنید: دو صندوق با حساب‌های یکسان از هم خبر ندارند.</translation>
    </message>
    <message>
        <source>The keys of the accounts are encrypted with the passphrase. All other data is not: keep this folder as you keep the shop&apos;s books.</source>
        <translation>کلیدهای حساب‌ها با گذرواژه رمزگذاری شده‌اند، ولی بقیه داده‌ها نه: از این پوشه مثل دفترهای فروشگاه مراقبت کنید.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>(optional)</source>
        <translation>(اختیاری)</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Set up this till</source>
        <translation>راه‌اندازی صندوق</translation>
    </message>
    <message>
        <source>This is all it needs to know before the first payment.</source>
        <translation>پیش از اولین دریافت فقط همین‌ها لازم است.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>نام فروشگاه</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>منطقه زمانی</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>نام شما</translation>
    </message>
    <message>
        <source>You are this till&apos;s first manager.</source>
        <translation>شما اولین مدیر این صندوق هستید.</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>رمز شما</translation>
    </message>
    <message>
        <source>{least} digits or more; it opens the lock.</source>
        <translation>دست‌کم {least} رقم؛ قفل صندوق با آن باز می‌شود.</translation>
    </message>
    <message>
        <source>The PIN again</source>
        <translation>تکرار رمز</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>شروع</translation>
    </message>
    <message>
        <source>Bring a till from a folder…</source>
        <translation>آوردن صندوق از یک پوشه…</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>دو رمز یکی نیستند.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Something went wrong in the program; what was typed is kept. The log says more: {error}</source>
        <translation>برنامه به مشکلی برخورد؛ آنچه نوشته‌اید از بین نرفت. جزئیات در گزارش برنامه است: {error}</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>صندوق</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>دریافت وجه</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>تسویه</translation>
    </message>
    <message>
        <source>History</source>
        <translation>تاریخچه</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>نیازمند پیگیری</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>تنظیمات</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Repair now</source>
        <translation>تعمیر کن</translation>
    </message>
</context>
<context>
    <name>HistoryDetailsPane</name>
    <message>
        <source>Details</source>
        <translation>جزئیات</translation>
    </message>
    <message>
        <source>The provider answered. It is now: {state}</source>
        <translation>درگاه پاسخ داد. وضعیت اکنون: {state}</translation>
    </message>
    <message>
        <source>The provider was asked. Nothing has changed.</source>
        <translation>از درگاه پرسیده شد. چیزی عوض نشده است.</translation>
    </message>
</context>
<context>
    <name>HistoryDetailsView</name>
    <message>
        <source>Close the details</source>
        <translation>بستن جزئیات</translation>
    </message>
    <message>
        <source>The provider&apos;s list says</source>
        <translation>در فهرست درگاه</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>رویدادها</translation>
    </message>
    <message>
        <source>Calls made</source>
        <translation>درخواست‌های فرستاده‌شده</translation>
    </message>
    <message>
        <source>Ask the provider now</source>
        <translation>همین حالا از درگاه بپرس</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز کردن</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>رسید</translation>
    </message>
    <message>
        <source>Copy reference</source>
        <translation>کپی شناسه</translation>
    </message>
    <message>
        <source>Copy IBAN</source>
        <translation>کپی شبا</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>کپی شد</translation>
    </message>
</context>
<context>
    <name>HistoryExportSheet</name>
    <message>
        <source>Export</source>
        <translation>خروجی</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>نوع فایل</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>فایل اکسل</translation>
    </message>
    <message>
        <source>CSV text</source>
        <translation>فایل CSV</translation>
    </message>
    <message>
        <source>Opens in Excel and other spreadsheets; amounts are numbers.</source>
        <translation>در اکسل و برنامه‌های مشابه باز می‌شود؛ مبلغ‌ها عدد هستند.</translation>
    </message>
    <message>
        <source>For other programs. Excel opens it too.</source>
        <translation>برای برنامه‌های دیگر. اکسل هم بازش می‌کند.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>نمایش در پوشه</translation>
    </message>
    <message>
        <source>Choose where to save</source>
        <translation>انتخاب محل ذخیره</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Reading history</source>
        <translation>در حال خواندن تاریخچه</translation>
    </message>
    <message>
        <source>The file is being finished</source>
        <translation>فایل در حال تکمیل است</translation>
    </message>
    <message>
        <source>{written} of {count} rows written</source>
        <translation>{written} از {count} ردیف نوشته شد</translation>
    </message>
    <message>
        <source>Everything that is filtered now is written, in the order of the table.</source>
        <translation>همه آنچه اکنون فیلتر شده، به ترتیب جدول نوشته می‌شود.</translation>
    </message>
    <message>
        <source>Nothing is filtered, so there is nothing to write.</source>
        <translation>با این فیلترها چیزی نیست که نوشته شود.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are written, as they are filtered and sorted now.</source>
        <translation>
            <numerusform>%n ردیف با فیلتر و ترتیب فعلی نوشته می‌شود.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file is written: %n row(s).</source>
        <translation>
            <numerusform>فایل نوشته شد: %n ردیف.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>خروجی تاریخچه</translation>
    </message>
    <message>
        <source>{date} History</source>
        <translation>{date} تاریخچه</translation>
    </message>
</context>
<context>
    <name>HistoryExportWords</name>
    <message>
        <source>History</source>
        <translation>تاریخچه</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>تاریخ و ساعت</translation>
    </message>
    <message>
        <source>Jalali date</source>
        <translation>تاریخ شمسی</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>صاحب حساب</translation>
    </message>
    <message>
        <source>Provider&apos;s number</source>
        <translation>شماره نزد درگاه</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
</context>
<context>
    <name>HistoryFactWords</name>
    <message>
        <source>The provider&apos;s words</source>
        <translation>پیام درگاه</translation>
    </message>
    <message>
        <source>First met in the list</source>
        <translation>اولین بار در فهرست</translation>
    </message>
    <message>
        <source>Changed by the provider</source>
        <translation>تغییر از طرف درگاه</translation>
    </message>
    <message>
        <source>The provider lists {listed}; here it is {ours}.</source>
        <translation>در فهرست درگاه {listed} است؛ اینجا {ours}.</translation>
    </message>
    <message>
        <source>The provider lists it as “{listed}”; here it is “{ours}”.</source>
        <translation>در فهرست درگاه «{listed}» است؛ اینجا «{ours}».</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>شناسه</translation>
    </message>
    <message>
        <source>Provider&apos;s number</source>
        <translation>شماره نزد درگاه</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>مشتری</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>صندوق‌دار</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>زمان واریز</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>کد پیگیری</translation>
    </message>
    <message>
        <source>Reference code</source>
        <translation>شماره مرجع</translation>
    </message>
    <message>
        <source>To IBAN</source>
        <translation>به شبای</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>بانک</translation>
    </message>
    <message>
        <source>In the name of</source>
        <translation>به نام</translation>
    </message>
    <message>
        <source>Name at the bank</source>
        <translation>نام نزد بانک</translation>
    </message>
    <message>
        <source>Number at the provider</source>
        <translation>شماره نزد درگاه</translation>
    </message>
    <message>
        <source>Deposit identifier</source>
        <translation>شناسه واریز</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>تأییدکننده</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>زمان</translation>
    </message>
    <message>
        <source>Number in the list</source>
        <translation>شماره در فهرست</translation>
    </message>
</context>
<context>
    <name>HistoryFetched</name>
    <message>
        <source>Reading for the first time…</source>
        <translation>اولین دریافت در حال انجام است…</translation>
    </message>
    <message>
        <source>Not everything fetched yet</source>
        <translation>هنوز همه دریافت نشده</translation>
    </message>
    <message>
        <source>Fetched up to {moment}</source>
        <translation>دریافت‌شده تا {moment}</translation>
    </message>
    <message>
        <source>{account}: {trouble}</source>
        <translation>{account}: {trouble}</translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>Reference, name, IBAN, note</source>
        <translation>شناسه، نام، شبا، یادداشت</translation>
    </message>
    <message>
        <source>Search history</source>
        <translation>جست‌وجو در تاریخچه</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>حذف فیلترها</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>بازه زمانی</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>حساب‌ها</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>همه حساب‌ها</translation>
    </message>
    <message>
        <source>States</source>
        <translation>وضعیت‌ها</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>همه وضعیت‌ها</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>واحدهای پول</translation>
    </message>
    <message>
        <source>All currencies</source>
        <translation>همه واحدهای پول</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>صندوق‌داران</translation>
    </message>
    <message>
        <source>All operators</source>
        <translation>همه صندوق‌داران</translation>
    </message>
    <message>
        <source>{what}: {count}</source>
        <translation>{what}: {count}</translation>
    </message>
</context>
<context>
    <name>HistoryHead</name>
    <message numerus="yes">
        <source>%n new</source>
        <comment>items</comment>
        <translation>
            <numerusform>%n مورد جدید</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>تاریخچه</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>چه نشان داده شود</translation>
    </message>
    <message>
        <source>All</source>
        <translation>همه</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>دریافت‌ها</translation>
    </message>
    <message>
        <source>Withdrawals</source>
        <translation>تسویه‌ها</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>خروجی</translation>
    </message>
    <message>
        <source>Fetch from the providers now</source>
        <translation>دریافت از درگاه‌ها</translation>
    </message>
    <message>
        <source>Go to a date (Ctrl+G)</source>
        <translation>رفتن به تاریخ (Ctrl+G)</translation>
    </message>
</context>
<context>
    <name>HistoryLifeWords</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n بار</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>تأیید شد</translation>
    </message>
    <message>
        <source>The provider&apos;s list now says: {state}</source>
        <translation>در فهرست درگاه اکنون: {state}</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>ثبت شد</translation>
    </message>
    <message>
        <source>Waits for a connection</source>
        <translation>در انتظار اتصال</translation>
    </message>
    <message>
        <source>The provider was asked</source>
        <translation>از درگاه پرسیده شد</translation>
    </message>
    <message>
        <source>Handed to a manager</source>
        <translation>به مدیر سپرده شد</translation>
    </message>
    <message>
        <source>A manager decided</source>
        <translation>مدیر تصمیم گرفت</translation>
    </message>
    <message>
        <source>The provider&apos;s list says something else than before</source>
        <translation>فهرست درگاه با قبل فرق کرده است</translation>
    </message>
    <message>
        <source>A receipt was printed</source>
        <translation>رسید چاپ شد</translation>
    </message>
    <message>
        <source>The amount was {before} and is now {after}.</source>
        <translation>مبلغ {before} بود و اکنون {after} است.</translation>
    </message>
    <message>
        <source>Its number is now {number}.</source>
        <translation>شماره‌اش اکنون {number} است.</translation>
    </message>
    <message>
        <source>The provider says: {words}</source>
        <translation>درگاه می‌گوید: {words}</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>گفته نشده</translation>
    </message>
    <message>
        <source>Asking for the payment</source>
        <translation>درخواست پرداخت</translation>
    </message>
    <message>
        <source>Confirming the payment</source>
        <translation>تأیید پرداخت</translation>
    </message>
    <message>
        <source>Sending the withdrawal</source>
        <translation>ارسال تسویه</translation>
    </message>
    <message numerus="yes">
        <source>asked %n time(s) since</source>
        <translation>
            <numerusform>از آن پس %n بار پرسیده شد</numerusform>
        </translation>
    </message>
    <message>
        <source>about to leave</source>
        <translation>آماده ارسال</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>در راه</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>پاسخ آمد</translation>
    </message>
    <message>
        <source>done</source>
        <translation>انجام شد</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>رد شد</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>ارسال نشد</translation>
    </message>
    <message>
        <source>the answer is missing</source>
        <translation>پاسخ نرسیده</translation>
    </message>
    <message>
        <source>being asked about</source>
        <translation>در حال پرس‌وجو</translation>
    </message>
    <message>
        <source>with a manager</source>
        <translation>نزد مدیر</translation>
    </message>
</context>
<context>
    <name>HistoryNothing</name>
    <message>
        <source>One moment…</source>
        <translation>یک لحظه…</translation>
    </message>
    <message>
        <source>History is being opened.</source>
        <translation>تاریخچه باز می‌شود.</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>هنوز چیزی نیست</translation>
    </message>
    <message>
        <source>What is paid in or out here appears at once, and what the providers list as soon as it is fetched.</source>
        <translation>هر دریافت و تسویه‌ای در این صندوق فوری اینجا می‌آید، و آنچه در فهرست درگاه‌هاست به محض دریافت.</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>دریافت از درگاه‌ها</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>چیزی پیدا نشد</translation>
    </message>
    <message>
        <source>No item has everything that was chosen and typed. Take a filter away, or look for less.</source>
        <translation>هیچ موردی با همه آنچه انتخاب و نوشته شده جور نیست. فیلتری را بردارید یا کوتاه‌تر جست‌وجو کنید.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>حذف فیلترها</translation>
    </message>
    <message>
        <source>History cannot be read</source>
        <translation>تاریخچه خوانده نمی‌شود</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
</context>
<context>
    <name>HistoryReadings</name>
    <message>
        <source>{account}: {read} read</source>
        <translation>{account}: {read} خوانده شد</translation>
    </message>
    <message>
        <source>{account}: {read} of {whole}</source>
        <translation>{account}: {read} از {whole}</translation>
    </message>
</context>
<context>
    <name>HistoryTableModel</name>
    <message>
        <source>This was not made at this till: it is known from the provider&apos;s list.</source>
        <translation>در این صندوق ثبت نشده و از فهرست درگاه آمده است.</translation>
    </message>
</context>
<context>
    <name>HistoryTableView</name>
    <message>
        <source>Payments and withdrawals</source>
        <translation>دریافت‌ها و تسویه‌ها</translation>
    </message>
</context>
<context>
    <name>HistoryTotalsLine</name>
    <message>
        <source>Came in:</source>
        <translation>دریافتی:</translation>
    </message>
    <message>
        <source>Went out:</source>
        <translation>پرداختی:</translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <comment>in history</comment>
        <translation>
            <numerusform>%n مورد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items so far</source>
        <comment>in history</comment>
        <translation>
            <numerusform>تا کنون %n مورد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Payment</source>
        <translation>دریافت</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>تسویه</translation>
    </message>
    <message>
        <source>Made elsewhere</source>
        <translation>بیرون از این صندوق</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>زمان</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>نوع</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>Customer or IBAN</source>
        <translation>مشتری یا شبا</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>واحد پول</translation>
    </message>
    <message>
        <source>State</source>
        <translation>وضعیت</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>شناسه</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>صندوق‌دار</translation>
    </message>
</context>
<context>
    <name>IbanField</name>
    <message>
        <source>IBAN of the receiver</source>
        <translation>شماره شبای گیرنده</translation>
    </message>
    <message>
        <source>Saved receivers</source>
        <translation>گیرنده‌های ذخیره‌شده</translation>
    </message>
    <message>
        <source>Save this receiver</source>
        <translation>ذخیره این گیرنده</translation>
    </message>
    <message>
        <source>Forget this receiver</source>
        <translation>حذف این گیرنده از فهرست</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>Show or hide these keys</source>
        <translation>نمایش یا بستن این راهنما</translation>
    </message>
    <message>
        <source>Take payment, cursor in the amount</source>
        <translation>دریافت وجه، مکان‌نما در مبلغ</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>تسویه</translation>
    </message>
    <message>
        <source>History</source>
        <translation>تاریخچه</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>نیازمند پیگیری</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>تنظیمات</translation>
    </message>
    <message>
        <source>Lock the till</source>
        <translation>قفل کردن صندوق</translation>
    </message>
    <message>
        <source>To the next field or button, and back</source>
        <translation>فیلد یا دکمه بعدی، و برگشت به قبلی</translation>
    </message>
    <message>
        <source>Do what the main button says</source>
        <translation>انجام کار دکمه اصلی</translation>
    </message>
    <message>
        <source>Close what lies over the page; nothing is lost</source>
        <translation>بستن پنجره روی صفحه؛ چیزی از دست نمی‌رود</translation>
    </message>
    <message>
        <source>From the amount to the customer, then send the payment request</source>
        <translation>از مبلغ به شماره مشتری، سپس ارسال درخواست پرداخت</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>جهت‌ها</translation>
    </message>
    <message>
        <source>Choose the account or the currency, where the cursor is on it</source>
        <translation>انتخاب حساب یا واحد پول، وقتی مکان‌نما روی آن است</translation>
    </message>
    <message>
        <source>Review the withdrawal, from any field</source>
        <translation>بازبینی تسویه، از هر فیلدی</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>پایین</translation>
    </message>
    <message>
        <source>In the IBAN: choose among the saved receivers</source>
        <translation>در شبا: انتخاب از گیرنده‌های ذخیره‌شده</translation>
    </message>
    <message>
        <source>Choose the account, or one receiver or many</source>
        <translation>انتخاب حساب، یا یک گیرنده و چند گیرنده</translation>
    </message>
    <message>
        <source>Many receivers: import a file</source>
        <translation>چند گیرنده: ورود از فایل</translation>
    </message>
    <message>
        <source>Many receivers: paste rows of a table</source>
        <translation>چند گیرنده: چسباندن ردیف‌های یک جدول</translation>
    </message>
    <message>
        <source>Many receivers: add a row, remove the row</source>
        <translation>چند گیرنده: ردیف تازه، حذف ردیف</translation>
    </message>
    <message>
        <source>Many receivers: to the next row that is wrong</source>
        <translation>چند گیرنده: ردیف نادرست بعدی</translation>
    </message>
    <message>
        <source>Many receivers: review the batch</source>
        <translation>چند گیرنده: بازبینی دسته</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>جست‌وجو</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>رفتن به تاریخ</translation>
    </message>
    <message>
        <source>Move through the lines</source>
        <translation>حرکت بین سطرها</translation>
    </message>
    <message>
        <source>To the first line, to the last one</source>
        <translation>اولین سطر، آخرین سطر</translation>
    </message>
    <message>
        <source>Show all about the line</source>
        <translation>نمایش همه جزئیات سطر</translation>
    </message>
    <message>
        <source>Copy the line&apos;s reference</source>
        <translation>کپی شناسه سطر</translation>
    </message>
    <message>
        <source>Close what is shown beside the table</source>
        <translation>بستن جزئیات کنار جدول</translation>
    </message>
    <message>
        <source>From one open thing to the next, and back</source>
        <translation>از یک مورد باز به مورد بعدی، و برگشت</translation>
    </message>
    <message>
        <source>Take the next step of the open thing</source>
        <translation>انجام قدم بعدی مورد باز</translation>
    </message>
    <message>
        <source>From one setting to the next, and back</source>
        <translation>از یک تنظیم به تنظیم بعدی، و برگشت</translation>
    </message>
    <message>
        <source>Choose another value; it holds at once</source>
        <translation>انتخاب مقدار دیگر؛ فوراً اعمال می‌شود</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>فاصله</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>روشن یا خاموش کردن</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>کلیدها</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>اینجا</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>در این صفحه</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>همه‌جا</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>No connection since {time}. Nothing is lost: what could not be sent waits, and goes when the line is back.</source>
        <translation>از ساعت {time} اتصال نیست. چیزی گم نمی‌شود: آنچه ارسال نشده منتظر می‌ماند و با برگشتن اتصال می‌رود.</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>قطع از {time}</translation>
    </message>
    <message>
        <source>The provider does not accept the account&apos;s key. Enter it again under Settings, Accounts; testing it there shows what the provider says.</source>
        <translation>درگاه کلید حساب را نمی‌پذیرد. آن را در تنظیمات، حساب‌ها دوباره وارد کنید؛ آزمایش در همان‌جا نشان می‌دهد درگاه چه می‌گوید.</translation>
    </message>
    <message>
        <source>The provider does not know this shop&apos;s internet address. Ask it to register the address.</source>
        <translation>آی‌پی این فروشگاه نزد درگاه ثبت نیست. از درگاه بخواهید ثبتش کند.</translation>
    </message>
    <message>
        <source>No connection to the provider since {time}. Look at its address under Settings, Accounts.</source>
        <translation>از ساعت {time} اتصالی به درگاه نیست. آدرس آن را در تنظیمات، حساب‌ها بررسی کنید.</translation>
    </message>
    <message>
        <source>The provider has had a fault of its own since {time}. Take payments another way for now; what is not known yet is asked about again by itself.</source>
        <translation>خود درگاه از ساعت {time} مشکل دارد. فعلاً از راه دیگری وجه بگیرید؛ آنچه هنوز معلوم نیست خودبه‌خود دوباره پرسیده می‌شود.</translation>
    </message>
    <message>
        <source>The key of the account {account} is not accepted. Enter it again under Settings, Accounts; testing it there shows what the provider says.</source>
        <translation>کلید حساب {account} پذیرفته نمی‌شود. آن را در تنظیمات، حساب‌ها دوباره وارد کنید؛ آزمایش در همان‌جا نشان می‌دهد درگاه چه می‌گوید.</translation>
    </message>
    <message>
        <source>The provider of the account {account} does not know this shop&apos;s internet address. Ask it to register the address.</source>
        <translation>آی‌پی این فروشگاه نزد درگاهِ حساب {account} ثبت نیست. از درگاه بخواهید ثبتش کند.</translation>
    </message>
    <message>
        <source>No connection to the account {account} since {time}, though there is one to others. Use another account for now.</source>
        <translation>از ساعت {time} اتصالی به حساب {account} نیست، ولی به حساب‌های دیگر هست. فعلاً از حساب دیگری استفاده کنید.</translation>
    </message>
    <message>
        <source>The provider of the account {account} has had a fault of its own since {time}. Use another account for now; what is not known yet is asked about again by itself.</source>
        <translation>درگاه حساب {account} از ساعت {time} مشکل دارد. فعلاً از حساب دیگری استفاده کنید؛ آنچه هنوز معلوم نیست خودبه‌خود دوباره پرسیده می‌شود.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is fast by {duration}. Set it right: receipts and expiry times depend on it.</source>
        <translation>ساعت این کامپیوتر {duration} جلوست. درستش کنید: ساعت رسیدها و مهلت‌ها به آن بستگی دارد.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is slow by {duration}. Set it right: receipts and expiry times depend on it.</source>
        <translation>ساعت این کامپیوتر {duration} عقب است. درستش کنید: ساعت رسیدها و مهلت‌ها به آن بستگی دارد.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minutes fast. Set it right: receipts and expiry times depend on it.</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>ساعت این کامپیوتر %n دقیقه جلوست. درستش کنید: ساعت رسیدها و مهلت‌ها به آن بستگی دارد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minutes slow. Set it right: receipts and expiry times depend on it.</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>ساعت این کامپیوتر %n دقیقه عقب است. درستش کنید: ساعت رسیدها و مهلت‌ها به آن بستگی دارد.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocaleFormat</name>
    <message>
        <source>{date} {time}</source>
        <translation>{date} ساعت {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>همین حالا</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>{duration} پیش</translation>
    </message>
    <message>
        <source>{larger} {smaller}</source>
        <translation>{larger} و {smaller}</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Who are you?</source>
        <translation>نام شما</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>رمز</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>باز کردن قفل</translation>
    </message>
    <message>
        <source>This PIN is not right.</source>
        <translation>رمز درست نیست.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {duration}.</source>
        <translation>رمز چند بار اشتباه وارد شد. {duration} دیگر دوباره امتحان کنید.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Close what is open first, then lock the till.</source>
        <translation>اول آنچه باز است ببندید، بعد صندوق را قفل کنید.</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>صندوق</translation>
    </message>
    <message>
        <source>Cashier, sandbox</source>
        <translation>صندوق، محیط آزمایشی</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Digits after the decimal mark: {decimals} at most in this currency.</source>
        <translation>این واحد پول حداکثر {decimals} رقم اعشار دارد.</translation>
    </message>
    <message>
        <source>Write a whole number: this currency has no decimals.</source>
        <translation>مبلغ را بدون اعشار بنویسید؛ این واحد پول اعشار ندارد.</translation>
    </message>
    <message>
        <source>Type the amount.</source>
        <translation>مبلغ را بنویسید.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>این عدد نیست.</translation>
    </message>
    <message>
        <source>The amount names another currency than the one chosen beside it.</source>
        <translation>واحد پولی که با مبلغ نوشته‌اید با واحد انتخاب‌شده کنار آن یکی نیست.</translation>
    </message>
    <message>
        <source>Digits of two scripts are mixed. Type the amount again.</source>
        <translation>رقم‌های دو خط با هم آمده‌اند. مبلغ را از نو بنویسید.</translation>
    </message>
    <message>
        <source>The amount cannot be negative.</source>
        <translation>مبلغ نمی‌تواند منفی باشد.</translation>
    </message>
    <message>
        <source>The amount cannot be zero.</source>
        <translation>مبلغ نمی‌تواند صفر باشد.</translation>
    </message>
    <message>
        <source>This can be read in two ways. Type the digits without marks between them.</source>
        <translation>این مبلغ را دو جور می‌شود خواند. رقم‌ها را بدون جداکننده بنویسید.</translation>
    </message>
    <message>
        <source>The amount is too large.</source>
        <translation>مبلغ بیش از اندازه بزرگ است.</translation>
    </message>
    <message>
        <source>This account does not take this currency.</source>
        <translation>این حساب این واحد پول را قبول نمی‌کند.</translation>
    </message>
    <message>
        <source>Type the customer&apos;s number.</source>
        <translation>شماره حساب مشتری را بنویسید.</translation>
    </message>
    <message>
        <source>A customer&apos;s number has only digits.</source>
        <translation>شماره حساب مشتری فقط رقم دارد.</translation>
    </message>
    <message>
        <source>This is too long for a customer&apos;s number; {most} characters at most.</source>
        <translation>شماره حساب مشتری بلند است؛ حداکثر {most} نویسه.</translation>
    </message>
    <message>
        <source>The note is too long; {most} characters at most.</source>
        <translation>یادداشت بلند است؛ حداکثر {most} نویسه.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>این را پر کنید.</translation>
    </message>
    <message>
        <source>This is too long; {most_characters} characters at most.</source>
        <translation>بلند است؛ حداکثر {most_characters} نویسه.</translation>
    </message>
    <message>
        <source>Secrets are sent to addresses that begin with https:// only.</source>
        <translation>کلیدها فقط به آدرسی فرستاده می‌شوند که با https شروع شود.</translation>
    </message>
    <message>
        <source>There is no such time zone. Choose one from the list.</source>
        <translation>چنین منطقه زمانی نیست. یکی را از فهرست انتخاب کنید.</translation>
    </message>
    <message>
        <source>Write whole seconds, from {least} to {most_seconds}.</source>
        <translation>ثانیه را بدون اعشار بنویسید، از {least} تا {most_seconds}.</translation>
    </message>
    <message>
        <source>Write currency codes of Latin letters and digits, separated by spaces.</source>
        <translation>کد واحدهای پول را با حرف و رقم لاتین و با فاصله از هم بنویسید.</translation>
    </message>
    <message>
        <source>Write a whole number, from {least} to {most_count}.</source>
        <translation>یک عدد صحیح بنویسید، از {least} تا {most_count}.</translation>
    </message>
    <message>
        <source>Write a whole amount in rial, or leave this empty.</source>
        <translation>مبلغ را به ریال و بدون اعشار بنویسید، یا خالی بگذارید.</translation>
    </message>
    <message>
        <source>A PIN has only digits.</source>
        <translation>رمز فقط رقم دارد.</translation>
    </message>
    <message>
        <source>This PIN is too short; it needs {least} digits or more.</source>
        <translation>این رمز کوتاه است؛ دست‌کم {least} رقم لازم است.</translation>
    </message>
    <message>
        <source>This PIN is too long; {most} digits at most.</source>
        <translation>این رمز بلند است؛ حداکثر {most} رقم.</translation>
    </message>
    <message>
        <source>This PIN is easy to guess. Choose another.</source>
        <translation>این رمز را راحت می‌شود حدس زد. رمز دیگری انتخاب کنید.</translation>
    </message>
    <message>
        <source>“{field}” of this account cannot be used as it stands. Correct it in the settings.</source>
        <translation>«{field}» در این حساب درست نیست. در تنظیمات اصلاحش کنید.</translation>
    </message>
    <message>
        <source>“{field}” of this account is not in the vault. Enter it in the settings.</source>
        <translation>«{field}» این حساب در گاوصندوق رمزها نیست. آن را در تنظیمات وارد کنید.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was saved. Make room and try again.</source>
        <translation>دیسک پر است و چیزی ذخیره نشد. جا باز کنید و دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>This user may not write to the till&apos;s folder, so nothing was saved.</source>
        <translation>این کاربر اجازه نوشتن در پوشه صندوق را ندارد و چیزی ذخیره نشد.</translation>
    </message>
    <message>
        <source>Another program is using the till&apos;s data, so nothing was saved. Close it and try again.</source>
        <translation>برنامه دیگری با داده‌های صندوق کار می‌کند و چیزی ذخیره نشد. آن را ببندید و دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>The disk does not work as it should, so nothing was saved. Have it checked.</source>
        <translation>دیسک درست کار نمی‌کند و چیزی ذخیره نشد. بدهید دیسک را بررسی کنند.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it and try again.</source>
        <translation>دسته‌کلید سیستم قفل است. بازش کنید و دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>This passphrase does not open the vault.</source>
        <translation>گاوصندوق رمزها با این گذرواژه باز نمی‌شود.</translation>
    </message>
    <message>
        <source>What the vault holds is damaged. Enter the accounts&apos; secrets again.</source>
        <translation>محتوای گاوصندوق رمزها خراب شده است. کلیدهای حساب‌ها را دوباره وارد کنید.</translation>
    </message>
    <message>
        <source>The vault did not do what was asked. Try again.</source>
        <translation>گاوصندوق رمزها کار را انجام نداد. دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>PINs cannot be checked: the vault is not the one this till was set up with.</source>
        <translation>رمز را نمی‌شود سنجید: این همان گاوصندوقی نیست که صندوق با آن راه‌اندازی شد.</translation>
    </message>
    <message>
        <source>The provider refused this payment: {words}</source>
        <translation>درگاه این پرداخت را رد کرد: {words}</translation>
    </message>
    <message>
        <source>The customer&apos;s own payment did not succeed: {words}</source>
        <translation>پرداخت مشتری ناموفق بود: {words}</translation>
    </message>
    <message>
        <source>The provider names a state that this program does not know: {words}</source>
        <translation>درگاه وضعیتی را اعلام کرده که برنامه نمی‌شناسد: {words}</translation>
    </message>
    <message>
        <source>The provider refused this payment and did not say why.</source>
        <translation>درگاه این پرداخت را رد کرد و دلیلش را نگفت.</translation>
    </message>
    <message>
        <source>The code is not right. Ask the customer to read it out again.</source>
        <translation>کد درست نیست. از مشتری بخواهید آن را دوباره بخواند.</translation>
    </message>
    <message>
        <source>There was no connection, so nothing was sent. Send it again when the line is back.</source>
        <translation>اتصال نبود و چیزی ارسال نشد. وقتی اتصال برگشت، دوباره ارسال کنید.</translation>
    </message>
    <message>
        <source>The provider has not answered. Do not ask the customer to pay again.</source>
        <translation>درگاه هنوز پاسخ نداده است. از مشتری نخواهید دوباره پرداخت کند.</translation>
    </message>
    <message>
        <source>The customer&apos;s own payment did not succeed.</source>
        <translation>پرداخت مشتری ناموفق بود.</translation>
    </message>
    <message>
        <source>The time ran out before the payment was made.</source>
        <translation>مهلت تمام شد و پرداخت انجام نشد.</translation>
    </message>
    <message>
        <source>The provider names a state that this program does not know.</source>
        <translation>درگاه وضعیتی را اعلام کرده که برنامه نمی‌شناسد.</translation>
    </message>
    <message>
        <source>The provider reports another amount or currency than was asked for. Call the provider.</source>
        <translation>مبلغ یا واحد پولی که درگاه اعلام کرده با درخواست یکی نیست. با درگاه تماس بگیرید.</translation>
    </message>
    <message>
        <source>It was cancelled at this till.</source>
        <translation>در همین صندوق لغو شد.</translation>
    </message>
    <message>
        <source>It was open in the backup that was restored; it may have been paid since.</source>
        <translation>در نسخه پشتیبانی که برگردانده شد باز بود؛ شاید از آن پس پرداخت شده باشد.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>پیش‌نویس</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>در حال ارسال</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>در انتظار مشتری</translation>
    </message>
    <message>
        <source>Being confirmed</source>
        <translation>در حال تأیید</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>پرداخت شد</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>پرداخت نشد</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>مهلت تمام شد</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>لغو شد</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>هنوز معلوم نیست</translation>
    </message>
    <message>
        <source>Returned to the customer</source>
        <translation>به مشتری برگشت</translation>
    </message>
    <message>
        <source>Waits for a connection</source>
        <translation>در انتظار اتصال</translation>
    </message>
    <message>
        <source>To be collected</source>
        <translation>آماده دریافت</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>امتحان نشده</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>آنلاین</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>بدون اتصال</translation>
    </message>
    <message>
        <source>Provider has a fault</source>
        <translation>خطای درگاه</translation>
    </message>
    <message>
        <source>Credentials refused</source>
        <translation>کلید رد شد</translation>
    </message>
    <message>
        <source>Address not registered</source>
        <translation>آی‌پی ثبت نشده</translation>
    </message>
    <message>
        <source>Confirmed with the customer&apos;s code</source>
        <translation>تأیید با کد مشتری</translation>
    </message>
    <message>
        <source>Paid with a token or QR code</source>
        <translation>پرداخت با توکن یا QR</translation>
    </message>
    <message>
        <source>Pays out to bank accounts</source>
        <translation>واریز به حساب بانکی</translation>
    </message>
    <message>
        <source>The provider was asked too often. Wait a little and try again.</source>
        <translation>درخواست از درگاه زیاد بود. کمی صبر کنید و دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>The provider was asked too often. Try again in {duration}.</source>
        <translation>درخواست از درگاه زیاد بود. {duration} دیگر دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>The provider does not accept this account&apos;s credentials. It says: {words}</source>
        <translation>درگاه کلیدهای این حساب را قبول نمی‌کند. پیام درگاه: {words}</translation>
    </message>
    <message>
        <source>Ask the provider to register the shop&apos;s internet address. It says: {words}</source>
        <translation>از درگاه بخواهید آی‌پی فروشگاه را ثبت کند. پیام درگاه: {words}</translation>
    </message>
    <message>
        <source>The provider refused: {words}</source>
        <translation>درگاه رد کرد: {words}</translation>
    </message>
    <message>
        <source>Secrets are not sent to this address. Use one that begins with https://.</source>
        <translation>کلیدها به این آدرس فرستاده نمی‌شوند. آدرسی بدهید که با https شروع شود.</translation>
    </message>
    <message>
        <source>No connection could be made, so nothing was sent. Check the internet and the address.</source>
        <translation>اتصال برقرار نشد و چیزی ارسال نشد. اینترنت و آدرس را بررسی کنید.</translation>
    </message>
    <message>
        <source>The provider did not answer. Try again in a moment.</source>
        <translation>درگاه پاسخ نداد. کمی بعد دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>The provider has a fault of its own at the moment. Try again later.</source>
        <translation>خود درگاه فعلاً مشکل دارد. بعداً دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>The provider&apos;s answer cannot be read. Check the address; if it is right, call them.</source>
        <translation>پاسخ درگاه قابل خواندن نیست. آدرس را بررسی کنید؛ اگر درست است، با درگاه تماس بگیرید.</translation>
    </message>
    <message>
        <source>The provider does not accept this account&apos;s credentials. Enter them again.</source>
        <translation>درگاه کلیدهای این حساب را قبول نمی‌کند. دوباره واردشان کنید.</translation>
    </message>
    <message>
        <source>The shop&apos;s internet address is not registered. Ask the provider to register it.</source>
        <translation>آی‌پی فروشگاه ثبت نشده است. از درگاه بخواهید ثبتش کند.</translation>
    </message>
    <message>
        <source>The provider refused and did not say why.</source>
        <translation>درگاه رد کرد و دلیلش را نگفت.</translation>
    </message>
    <message>
        <source>What became of the call is not known. Try again later.</source>
        <translation>معلوم نیست درخواست به نتیجه رسید یا نه. بعداً دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>This computer offers no keyring to keep secrets in.</source>
        <translation>این کامپیوتر دسته‌کلیدی برای نگه‌داشتن کلیدها و رمزها ندارد.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not encrypt what it keeps.</source>
        <translation>دسته‌کلید این کامپیوتر محتوایش را رمزگذاری نمی‌کند.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not work.</source>
        <translation>دسته‌کلید این کامپیوتر کار نمی‌کند.</translation>
    </message>
    <message>
        <source>The vault file is not where it was.</source>
        <translation>فایل گاوصندوق رمزها سر جایش نیست.</translation>
    </message>
    <message>
        <source>The vault file cannot be read. Check who may read the till&apos;s folder.</source>
        <translation>فایل گاوصندوق رمزها خوانده نمی‌شود. دسترسی خواندن پوشه صندوق را بررسی کنید.</translation>
    </message>
    <message>
        <source>The vault file cannot be written. Check the disk&apos;s room and who may write to it.</source>
        <translation>فایل گاوصندوق رمزها نوشته نمی‌شود. جای خالی دیسک و دسترسی نوشتن را بررسی کنید.</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Lock the till</source>
        <translation>قفل کردن صندوق</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>کلیدها</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Passphrase</source>
        <translation>گذرواژه</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>تکرار گذرواژه</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>دو گذرواژه یکی نیستند.</translation>
    </message>
    <message>
        <source>{least} characters or more.</source>
        <translation>دست‌کم {least} نویسه.</translation>
    </message>
    <message>
        <source>Easy to guess. Several words that do not belong together are better.</source>
        <translation>راحت حدس زده می‌شود. چند کلمه بی‌ربط به هم بهتر است.</translation>
    </message>
    <message>
        <source>Fair. Longer is better.</source>
        <translation>متوسط است. بلندتر بهتر است.</translation>
    </message>
    <message>
        <source>Hard to guess.</source>
        <translation>سخت حدس زده می‌شود.</translation>
    </message>
    <message>
        <source>This passphrase is too short; it needs {least} characters or more.</source>
        <translation>این گذرواژه کوتاه است؛ دست‌کم {least} نویسه لازم است.</translation>
    </message>
</context>
<context>
    <name>NoBackupPage</name>
    <message>
        <source>The till&apos;s data is damaged</source>
        <translation>داده‌های صندوق خراب است</translation>
    </message>
    <message>
        <source>Its file cannot be read whole, and no backup could take its place by itself. Nothing was changed. If there are backups on a stick or another disk, plug that in.</source>
        <translation>فایل آن تا آخر خوانده نمی‌شود و هیچ نسخه پشتیبانی نتوانست خودکار جایش را بگیرد. چیزی عوض نشد. اگر نسخه‌ای روی فلش یا دیسک دیگری هست، وصلش کنید.</translation>
    </message>
    <message>
        <source>The till&apos;s folder</source>
        <translation>پوشه صندوق</translation>
    </message>
    <message>
        <source>A backup from elsewhere takes the place of the damaged file, which is set aside.</source>
        <translation>نسخه‌ای از جای دیگر جای فایل خراب را می‌گیرد؛ فایل خراب کنار گذاشته می‌شود.</translation>
    </message>
    <message>
        <source>Choose a backup…</source>
        <translation>انتخاب نسخه پشتیبان…</translation>
    </message>
    <message>
        <source>Without any backup the till can begin anew: it is set up again, and fetches from the providers what they list. The damaged file is set aside, not deleted.</source>
        <translation>بدون نسخه پشتیبان می‌توان از نو شروع کرد: صندوق دوباره راه‌اندازی می‌شود و آنچه در فهرست درگاه‌هاست دریافت می‌کند. فایل خراب کنار گذاشته می‌شود و پاک نمی‌شود.</translation>
    </message>
    <message>
        <source>Start with an empty till…</source>
        <translation>شروع با صندوق خالی…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>انتخاب نسخه پشتیبان</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>نسخه‌های پشتیبان</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>همه فایل‌ها</translation>
    </message>
    <message>
        <source>Start with an empty till?</source>
        <translation>با صندوق خالی شروع شود؟</translation>
    </message>
    <message>
        <source>What the damaged file held is not in the new till. Payments that were open are no longer asked about by it: look into the providers&apos; own panels for them.</source>
        <translation>محتوای فایل خراب در صندوق تازه نیست. صندوق دیگر درباره پرداخت‌های باز نمی‌پرسد: آن‌ها را در پنل خود درگاه‌ها ببینید.</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>شروع خالی</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>برگشت</translation>
    </message>
</context>
<context>
    <name>OpenBatchCard</name>
    <message>
        <source>Batch</source>
        <translation>دسته</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز کردن</translation>
    </message>
</context>
<context>
    <name>OpenPaymentCard</name>
    <message>
        <source>{account}, customer {number}</source>
        <translation>{account}، مشتری {number}</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>همین حالا بپرس</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>جزئیات</translation>
    </message>
</context>
<context>
    <name>OpenPaymentWords</name>
    <message>
        <source>It was open in the backup that was restored, and may have been paid since. Do not ask the customer to pay again: the provider is being asked.</source>
        <translation>در نسخه‌ای که برگردانده شد باز بود و شاید از آن پس پرداخت شده باشد. از مشتری نخواهید دوباره پرداخت کند: داریم از درگاه می‌پرسیم.</translation>
    </message>
    <message>
        <source>The customer has paid; the money waits to be collected.</source>
        <translation>مشتری پرداخت کرده؛ پول هنوز دریافت نشده است.</translation>
    </message>
    <message>
        <source>Do not ask the customer to pay again. The provider is being asked what became of it.</source>
        <translation>از مشتری نخواهید دوباره پرداخت کند. نتیجه را داریم از درگاه می‌پرسیم.</translation>
    </message>
    <message>
        <source>Do not ask the customer to pay again. The provider could not tell what became of it: look into its own panel, then decide.</source>
        <translation>از مشتری نخواهید دوباره پرداخت کند. از درگاه نتیجه‌ای به دست نیامد: پنل خود درگاه را ببینید و تصمیم بگیرید.</translation>
    </message>
    <message>
        <source>The request got no answer, and no money has moved. Ask again, or give it up.</source>
        <translation>درخواست بی‌پاسخ ماند و پولی جابه‌جا نشد. دوباره درخواست کنید یا منصرف شوید.</translation>
    </message>
    <message>
        <source>The customer was asked, and has not confirmed or paid yet.</source>
        <translation>از مشتری درخواست شده؛ هنوز تأیید یا پرداخت نکرده است.</translation>
    </message>
    <message>
        <source>A call to the provider is on its way.</source>
        <translation>در حال تماس با درگاه.</translation>
    </message>
    <message>
        <source>Nobody was asked for it yet.</source>
        <translation>هنوز از کسی درخواست نشده است.</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>دریافت پول</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>همین حالا بپرس</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>تصمیم‌گیری</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>همین حالا بفرست</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>The time is over; the provider is asked once more.</source>
        <translation>مهلت تمام شد؛ یک بار دیگر از درگاه می‌پرسیم.</translation>
    </message>
    <message>
        <source>{duration} left to collect, then the money goes back.</source>
        <translation>{duration} برای دریافت مانده؛ بعد پول برمی‌گردد.</translation>
    </message>
    <message>
        <source>{duration} left.</source>
        <translation>{duration} مانده.</translation>
    </message>
</context>
<context>
    <name>OpenWithdrawalCard</name>
    <message>
        <source>{account}, to {receiver}</source>
        <translation>{account}، به {receiver}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>جزئیات</translation>
    </message>
</context>
<context>
    <name>OpenWithdrawalWords</name>
    <message>
        <source>Do not send it again.</source>
        <translation>دوباره نفرستید.</translation>
    </message>
    <message>
        <source>Do not send it again: we are asking the provider what became of it.</source>
        <translation>دوباره نفرستید: داریم از درگاه می‌پرسیم چه شده است.</translation>
    </message>
    <message>
        <source>A manager has to approve it before it is sent.</source>
        <translation>پیش از ارسال باید مدیر تأییدش کند.</translation>
    </message>
    <message>
        <source>It is being sent at this moment.</source>
        <translation>همین حالا در حال ارسال است.</translation>
    </message>
    <message>
        <source>It is approved, and sent by itself as soon as the line is back.</source>
        <translation>تأیید شده و همین که اتصال برگردد خودبه‌خود فرستاده می‌شود.</translation>
    </message>
    <message>
        <source>The provider has it; the bank usually answers within hours.</source>
        <translation>به درگاه رسیده است؛ بانک معمولاً تا چند ساعت جواب می‌دهد.</translation>
    </message>
    <message>
        <source>It was not sent to anyone. Change it, and put it up for approval.</source>
        <translation>برای کسی فرستاده نشده. ویرایش کنید و برای تأیید بگذارید.</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>همین حالا بپرس</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>تصمیم‌گیری</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>تأیید</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>همین حالا بفرست</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>ویرایش</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز کردن</translation>
    </message>
    <message numerus="yes">
        <source>A manager has to decide about %n transfer(s).</source>
        <translation>
            <numerusform>مدیر باید درباره %n انتقال تصمیم بگیرد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What became of %n transfer(s) is not known yet.</source>
        <translation>
            <numerusform>هنوز معلوم نیست %n انتقال چه شده‌اند.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) wait for a manager&apos;s approval.</source>
        <translation>
            <numerusform>%n انتقال منتظر تأیید مدیر است.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is paused; %n transfer(s) are left.</source>
        <translation>
            <numerusform>متوقف است؛ %n انتقال مانده.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is being sent; %n transfer(s) are left.</source>
        <translation>
            <numerusform>در حال ارسال است؛ %n انتقال مانده.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bank has still to answer about %n transfer(s).</source>
        <translation>
            <numerusform>بانک هنوز درباره %n انتقال جواب نداده است.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s)</source>
        <translation>
            <numerusform>%n انتقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paid</source>
        <comment>transfers</comment>
        <translation>
            <numerusform>%n واریز شده</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningView</name>
    <message>
        <source>Opening the till…</source>
        <translation>در حال باز کردن صندوق…</translation>
    </message>
</context>
<context>
    <name>OutboxWords</name>
    <message>
        <source>It is sent by itself as soon as the line is back.</source>
        <translation>همین که اتصال برگردد خودبه‌خود فرستاده می‌شود.</translation>
    </message>
    <message>
        <source>No connection. The code is kept and will be sent as soon as the line is back.</source>
        <translation>اتصال نیست. کد نگه داشته شده و همین که اتصال برگردد ارسال می‌شود.</translation>
    </message>
    <message>
        <source>No connection. The money is collected by itself as soon as the line is back.</source>
        <translation>اتصال نیست. همین که اتصال برگردد پول خودبه‌خود دریافت می‌شود.</translation>
    </message>
    <message>
        <source>It waits since {time}.</source>
        <translation>از ساعت {time} منتظر است.</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s).</source>
        <translation>
            <numerusform>%n بار تلاش شد.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last time, {when}, no connection could be made.</source>
        <translation>آخرین بار، {when}، اتصال برقرار نشد.</translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>The code has {length} digits.</source>
        <translation>کد {length} رقم دارد.</translation>
    </message>
</context>
<context>
    <name>PaymentDialogView</name>
    <message>
        <source>from customer {number}</source>
        <translation>از مشتری {number}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Continue later</source>
        <translation>بعداً ادامه می‌دهم</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>برگشت به فرم</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>درخواست دوباره</translation>
    </message>
    <message>
        <source>Cancel payment</source>
        <translation>لغو پرداخت</translation>
    </message>
    <message>
        <source>Keep as a draft</source>
        <translation>نگه‌داشتن پیش‌نویس</translation>
    </message>
</context>
<context>
    <name>PaymentEntry</name>
    <message>
        <source>Account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>واحد پول</translation>
    </message>
    <message>
        <source>Customer account number</source>
        <translation>شماره حساب مشتری</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Seen in the customer&apos;s records</source>
        <translation>مشتری هم آن را می‌بیند</translation>
    </message>
    <message>
        <source>Send payment request</source>
        <translation>ارسال درخواست پرداخت</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>پیش‌نویس</translation>
    </message>
    <message>
        <source>No account takes payments yet</source>
        <translation>هنوز حسابی برای دریافت نیست</translation>
    </message>
    <message>
        <source>Add an account with one of these, and payments can begin: {providers}</source>
        <translation>برای شروع دریافت، یک حساب در یکی از این‌ها اضافه کنید: {providers}</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>افزودن حساب</translation>
    </message>
</context>
<context>
    <name>PaymentOutcome</name>
    <message>
        <source>Paid</source>
        <translation>پرداخت شد</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>دریافت تازه</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>رسید</translation>
    </message>
    <message>
        <source>Provider&apos;s number: {number}</source>
        <translation>شماره نزد درگاه: {number}</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>پرداخت نشد</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>برگشت به فرم</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>ارسال نشد</translation>
    </message>
    <message>
        <source>This draft was not sent to anyone yet.</source>
        <translation>این پیش‌نویس هنوز ارسال نشده است.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>تلاش دوباره</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>همین حالا بفرست</translation>
    </message>
    <message>
        <source>Send when the line is back</source>
        <translation>ارسال پس از برگشتن اتصال</translation>
    </message>
    <message>
        <source>Waits for a connection</source>
        <translation>در انتظار اتصال</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>مهلت تمام شد</translation>
    </message>
    <message>
        <source>The time ran out and nothing was paid. You can ask the customer again.</source>
        <translation>مهلت تمام شد و چیزی پرداخت نشد. می‌توانید از مشتری دوباره درخواست کنید.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>درخواست دوباره</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Do not ask the customer to pay again. We are asking the provider what became of it.</source>
        <translation>از مشتری نخواهید دوباره پرداخت کند. داریم نتیجه را از درگاه می‌پرسیم.</translation>
    </message>
    <message>
        <source>Do not ask the customer to pay again. The provider could not tell us; look into its own panel, then press Ask now.</source>
        <translation>از مشتری نخواهید دوباره پرداخت کند. درگاه نتیجه را نگفت؛ پنل خود درگاه را ببینید و بعد «همین حالا بپرس» را بزنید.</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>هنوز معلوم نیست</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>همین حالا بپرس</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>پاسخی نرسید</translation>
    </message>
    <message>
        <source>The request left, but no answer came. No money has moved: you can ask again, and an earlier request just expires.</source>
        <translation>درخواست ارسال شد ولی پاسخی نرسید. پولی جابه‌جا نشده است: می‌توانید دوباره درخواست کنید؛ درخواست قبلی خودبه‌خود باطل می‌شود.</translation>
    </message>
    <message>
        <source>Cancel payment</source>
        <translation>لغو پرداخت</translation>
    </message>
</context>
<context>
    <name>PaymentPage</name>
    <message>
        <source>Take payment</source>
        <translation>دریافت وجه</translation>
    </message>
    <message>
        <source>The payment waits under Needs attention. It is sent by itself as soon as the line is back.</source>
        <translation>پرداخت در «نیازمند پیگیری» منتظر است. همین که اتصال برگردد خودبه‌خود ارسال می‌شود.</translation>
    </message>
</context>
<context>
    <name>PhoneWindow</name>
    <message>
        <source>The customer&apos;s phone</source>
        <translation>گوشی مشتری</translation>
    </message>
    <message>
        <source>Part of the sandbox: no real money</source>
        <translation>محیط آزمایشی: پول واقعی نیست</translation>
    </message>
    <message>
        <source>Nothing has arrived</source>
        <translation>چیزی نرسیده است</translation>
    </message>
    <message>
        <source>Ask for a payment at the till: the code or the token appears here.</source>
        <translation>در صندوق درخواست پرداخت بدهید؛ کد یا توکن اینجا می‌آید.</translation>
    </message>
    <message>
        <source>The sandbox does not answer.</source>
        <translation>محیط آزمایشی پاسخ نمی‌دهد.</translation>
    </message>
</context>
<context>
    <name>Provider</name>
    <message>
        <source>digibank</source>
        <translation>بانک دیجیتال</translation>
    </message>
    <message>
        <source>resid</source>
        <translation>رسید</translation>
    </message>
    <message>
        <source>paystar</source>
        <translation>پی‌استار</translation>
    </message>
    <message>
        <source>aqayepardakht</source>
        <translation>آقای پرداخت</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>درایو</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>فایل %1</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>پوشه</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>پوشه</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>میان‌بر</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>میان‌بر</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>نامشخص</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;نام فایل:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>ن&amp;وع فایل:</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;محل:</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;ذخیره</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;باز کردن</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;انتخاب</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>فایل‌ها</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>همه فایل‌ها (*)</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 از قبل هست.
جایگزین شود؟</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
فایل پیدا نشد.
نام فایل را بررسی کنید.</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Date Modified</source>
        <translation>تاریخ تغییر</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 بایت</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 کیلوبایت</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 مگابایت</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 گیگابایت</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;برش</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;کپی</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;چسباندن</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>انتخاب همه</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Save</source>
        <translation>ذخیره</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز کردن</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>انصراف</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;بله</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;نه</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Pages</source>
        <translation>صفحه‌ها</translation>
    </message>
    <message>
        <source>Page &amp;Set:</source>
        <translation>&amp;کدام صفحه‌ها:</translation>
    </message>
    <message>
        <source>Double Sided Printing</source>
        <translation>چاپ دورو</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>خاموش</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>ورق‌زدن از لبه بلند</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>ورق‌زدن از لبه کوتاه</translation>
    </message>
    <message>
        <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
        <translation>شماره صفحه‌ها را با ویرگول از هم جدا کنید و بازه را با خط تیره بنویسید، مثلاً 5-7.</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;برش</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;کپی</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;چسباندن</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>انتخاب همه</translation>
    </message>
</context>
<context>
    <name>RailEntry</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>things</comment>
        <translation>
            <numerusform>%n مورد در انتظار</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptHandOut</name>
    <message>
        <source>The receipt printer has no proper address. Give it under Settings, Receipts.</source>
        <translation>آدرس چاپگر رسید درست نیست. آن را در تنظیمات، بخش رسید، بنویسید.</translation>
    </message>
    <message>
        <source>The receipt printer does not answer. Is it switched on, and is its cable in?</source>
        <translation>چاپگر رسید پاسخ نمی‌دهد. روشن است و کابلش وصل است؟</translation>
    </message>
    <message>
        <source>The receipt printer did not take the whole receipt. Look at its paper, then print again.</source>
        <translation>چاپگر رسید را تا آخر چاپ نکرد. کاغذش را ببینید و دوباره چاپ کنید.</translation>
    </message>
    <message>
        <source>The system knows no printer. Add one there, or give a receipt printer&apos;s address under Settings, Receipts; until then a receipt can be saved as a PDF.</source>
        <translation>در سیستم چاپگری نیست. یکی اضافه کنید یا آدرس چاپگر رسید را در تنظیمات، بخش رسید، بنویسید؛ تا آن وقت می‌توانید رسید را PDF ذخیره کنید.</translation>
    </message>
    <message>
        <source>The printer did not take the receipt.</source>
        <translation>چاپگر رسید را قبول نکرد.</translation>
    </message>
</context>
<context>
    <name>ReceiptSection</name>
    <message>
        <source>None</source>
        <translation>ندارد</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>رسید</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>کاغذ</translation>
    </message>
    <message>
        <source>Roll, 80 mm</source>
        <translation>رول ۸۰ میلی‌متری</translation>
    </message>
    <message>
        <source>Roll, 58 mm</source>
        <translation>رول ۵۸ میلی‌متری</translation>
    </message>
    <message>
        <source>A5 sheet</source>
        <translation>برگه A5</translation>
    </message>
    <message>
        <source>A4 sheet</source>
        <translation>برگه A4</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>چاپگر</translation>
    </message>
    <message>
        <source>The system&apos;s printers</source>
        <translation>چاپگرهای سیستم</translation>
    </message>
    <message>
        <source>A receipt printer directly</source>
        <translation>چاپگر رسید، مستقیم</translation>
    </message>
    <message>
        <source>Address of the receipt printer</source>
        <translation>آدرس چاپگر رسید</translation>
    </message>
    <message>
        <source>Such as 192.168.1.50, or a device such as /dev/usb/lp0.</source>
        <translation>مثلاً 192.168.1.50 یا دستگاهی مثل /dev/usb/lp0.</translation>
    </message>
    <message>
        <source>Open the cash drawer with the first print of a receipt</source>
        <translation>کشوی پول با اولین چاپ رسید باز شود</translation>
    </message>
    <message>
        <source>Last lines of a receipt</source>
        <translation>سطرهای آخر رسید</translation>
    </message>
    <message>
        <source>Such as thanks, opening hours, or how goods are exchanged.</source>
        <translation>مثلاً تشکر، ساعت کار، یا شرایط تعویض کالا.</translation>
    </message>
    <message>
        <source>Logo over the shop&apos;s name</source>
        <translation>لوگو بالای نام فروشگاه</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>انتخاب تصویر</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>چاپ صفحه آزمایشی</translation>
    </message>
    <message>
        <source>Give a host, a host and a port, or the path of a device.</source>
        <translation>آدرس چاپگر در شبکه (با پورت، اگر لازم است) یا مسیر دستگاه را بنویسید.</translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation>تصویرها ({kinds})</translation>
    </message>
    <message>
        <source>This file holds no picture that can be read.</source>
        <translation>در این فایل تصویری که خوانده شود نیست.</translation>
    </message>
</context>
<context>
    <name>ReceiptSheet</name>
    <message>
        <source>Receipt</source>
        <translation>رسید</translation>
    </message>
    <message>
        <source>The receipt as it will look on paper</source>
        <translation>رسید همان‌طور که روی کاغذ می‌آید</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>چاپ</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>ذخیره PDF</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>No money has moved here, so there is no receipt.</source>
        <translation>اینجا پولی جابه‌جا نشده، پس رسیدی هم نیست.</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>چاپ شد.</translation>
    </message>
    <message>
        <source>receipt {reference}</source>
        <translation>رسید {reference}</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>ذخیره رسید</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>ذخیره شد.</translation>
    </message>
</context>
<context>
    <name>ReceiptTestPage</name>
    <message>
        <source>The test page was printed.</source>
        <translation>صفحه آزمایشی چاپ شد.</translation>
    </message>
</context>
<context>
    <name>ReceiptWords</name>
    <message>
        <source>COPY</source>
        <translation>رونوشت</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>صفحه آزمایشی</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>تاریخ</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>شبا</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>The line above and below reaches from edge to edge.</source>
        <translation>خط بالا و پایین باید از لبه تا لبه برسد.</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>دریافت وجه</translation>
    </message>
    <message>
        <source>Withdrawal paid</source>
        <translation>تسویه واریزشده</translation>
    </message>
    <message>
        <source>Withdrawal sent back</source>
        <translation>تسویه برگشتی</translation>
    </message>
    <message>
        <source>Withdrawal with the bank</source>
        <translation>تسویه نزد بانک</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>مشتری</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>گیرنده</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>شناسه</translation>
    </message>
    <message>
        <source>Provider&apos;s number</source>
        <translation>شماره نزد درگاه</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>صندوق‌دار</translation>
    </message>
</context>
<context>
    <name>RecentWithdrawals</name>
    <message>
        <source>Withdrawals</source>
        <translation>تسویه‌ها</translation>
    </message>
    <message>
        <source>Reference, IBAN, name, tracking number</source>
        <translation>شناسه، شبا، نام، کد پیگیری</translation>
    </message>
    <message>
        <source>Search withdrawals</source>
        <translation>جست‌وجو در تسویه‌ها</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>چیزی پیدا نشد</translation>
    </message>
    <message>
        <source>No withdrawal holds all the words you typed.</source>
        <translation>هیچ تسویه‌ای همه این کلمه‌ها را ندارد.</translation>
    </message>
    <message>
        <source>No withdrawals yet</source>
        <translation>هنوز تسویه‌ای نیست</translation>
    </message>
    <message>
        <source>Each one appears here as soon as it is reviewed, and stays with all that became of it.</source>
        <translation>هر تسویه از بازبینی به بعد اینجا دیده می‌شود، با هر چه برایش پیش آمده است.</translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message>
        <source>Look at a backup</source>
        <translation>دیدن نسخه پشتیبان</translation>
    </message>
    <message>
        <source>What this backup holds</source>
        <translation>محتوای این نسخه</translation>
    </message>
    <message>
        <source>The backup is being read and checked.</source>
        <translation>نسخه پشتیبان در حال خواندن و بررسی است.</translation>
    </message>
    <message>
        <source>What happens when it is restored</source>
        <translation>با بازگرداندن آن چه می‌شود</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>بازگرداندن این نسخه</translation>
    </message>
    <message>
        <source>The till&apos;s data of today makes room for the backup. A manager agrees with their PIN.</source>
        <translation>داده‌های امروز صندوق جایش را به این نسخه می‌دهد. مدیر با رمزش تأیید می‌کند.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>بازگرداندن</translation>
    </message>
    <message>
        <source>Nothing is deleted: today&apos;s data is set aside whole, stands in the list of backups, and can be brought back in the same way.</source>
        <translation>چیزی پاک نمی‌شود: داده‌های امروز کامل کنار گذاشته می‌شود، در فهرست نسخه‌ها می‌ماند و به همین شکل برمی‌گردد.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself afterwards. Whatever was open in the backup may have been sent since: the providers are asked about it, and it stands under Needs attention.</source>
        <translation>پس از آن چیزی خودبه‌خود فرستاده نمی‌شود. آنچه در نسخه باز بوده شاید از آن پس فرستاده شده باشد: از درگاه‌ها پرسیده می‌شود و در «نیازمند پیگیری» می‌ماند.</translation>
    </message>
    <message>
        <source>Nothing here is newer than the backup.</source>
        <translation>اینجا چیزی تازه‌تر از این نسخه نیست.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of history are newer than the backup and go out of sight. Those that the providers list come back when the lists are fetched.</source>
        <translation>
            <numerusform>%n ردیف تاریخچه تازه‌تر از این نسخه است و دیگر دیده نمی‌شود. آنچه در فهرست درگاه‌هاست با دریافت فهرست برمی‌گردد.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoredPage</name>
    <message>
        <source>The backup is in its place</source>
        <translation>نسخه پشتیبان برگردانده شد</translation>
    </message>
    <message>
        <source>The till&apos;s data was damaged, and a backup is in its place</source>
        <translation>داده‌های صندوق خراب بود و نسخه پشتیبان جایش را گرفت</translation>
    </message>
    <message>
        <source>The till is here</source>
        <translation>صندوق اینجاست</translation>
    </message>
    <message>
        <source>The till is as it was when the backup was made: {time}.</source>
        <translation>صندوق مثل زمان ساختن نسخه است: {time}.</translation>
    </message>
    <message>
        <source>Its file could not be read whole any more. The last good backup has taken its place; it was made {time}.</source>
        <translation>فایل آن دیگر تا آخر خوانده نمی‌شد. آخرین نسخه سالم جایش را گرفته است؛ زمان ساخت آن: {time}.</translation>
    </message>
    <message>
        <source>Everything was brought from the folder, as it was when that was made: {time}.</source>
        <translation>همه‌چیز همان‌طور که هنگام ساختن پوشه بود آورده شد: {time}.</translation>
    </message>
    <message>
        <source>Look at what is open</source>
        <translation>دیدن موارد باز</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>What was here before is set aside whole and was not deleted:</source>
        <translation>آنچه پیش‌تر اینجا بود کامل کنار گذاشته شد و پاک نشد:</translation>
    </message>
    <message>
        <source>The damaged file is set aside and was not deleted:</source>
        <translation>فایل خراب کنار گذاشته شد و پاک نشد:</translation>
    </message>
    <message>
        <source>What was here before is set aside and was not deleted:</source>
        <translation>آنچه پیش‌تر اینجا بود کنار گذاشته شد و پاک نشد:</translation>
    </message>
    <message>
        <source>The providers&apos; lists are being fetched again. What the providers know of the time since then comes back by itself. Until it is here, do not type in anything from that time once more.</source>
        <translation>فهرست درگاه‌ها دوباره در حال دریافت است. آنچه درگاه‌ها از آن پس دارند خودبه‌خود برمی‌گردد. تا نرسیده، چیزی از آن مدت را دوباره وارد نکنید.</translation>
    </message>
    <message>
        <source>Nothing was open in it, so there is nothing to look at.</source>
        <translation>چیزی در آن باز نبود، پس کاری برای پیگیری نیست.</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) or withdrawal(s) were open in it. Nothing of that is sent again by itself: the providers are asked what became of it. Look at it under Needs attention.</source>
        <translation>
            <numerusform>%n دریافت یا تسویه در آن باز بود. هیچ‌کدام خودبه‌خود دوباره فرستاده نمی‌شود: نتیجه از درگاه‌ها پرسیده می‌شود. در «نیازمند پیگیری» ببینیدشان.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not use the till on the old computer any more: two tills with the same accounts do not know of each other.</source>
        <translation>دیگر از صندوق روی کامپیوتر قبلی استفاده نکنید: دو صندوق با حساب‌های یکسان از هم خبر ندارند.</translation>
    </message>
    <message>
        <source>Settings, accounts and receivers that were changed since then have to be changed again by hand.</source>
        <translation>تنظیمات، حساب‌ها و گیرنده‌هایی را که از آن پس تغییر داده بودید باید دوباره دستی تغییر دهید.</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>To IBAN</source>
        <translation>به شبای</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>بانک</translation>
    </message>
    <message>
        <source>In the name of</source>
        <translation>به نام</translation>
    </message>
    <message>
        <source>From account</source>
        <translation>از حساب</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>شناسه</translation>
    </message>
    <message>
        <source>Deposit identifier</source>
        <translation>شناسه واریز</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>The same amount went to the same IBAN {when}. Send it again?</source>
        <translation>همین مبلغ {when} به همین شبا فرستاده شده است. دوباره فرستاده شود؟</translation>
    </message>
    <message>
        <source>Yes, it is meant: send it again</source>
        <translation>بله، درست است؛ دوباره فرستاده شود</translation>
    </message>
    <message>
        <source>This account may send {limit} a day, and {sent} of today are used. It cannot be approved today.</source>
        <translation>سقف روزانه این حساب {limit} است و امروز {sent} آن مصرف شده. امروز نمی‌توان تأییدش کرد.</translation>
    </message>
    <message>
        <source>There is no connection now. Once approved, it is sent as soon as the line is back; after 30 minutes it asks for approval again.</source>
        <translation>حالا اتصال نیست. بعد از تأیید، همین که اتصال برگردد خودبه‌خود فرستاده می‌شود؛ پس از ۳۰ دقیقه دوباره تأیید می‌خواهد.</translation>
    </message>
    <message>
        <source>It waited for a connection for more than 30 minutes. Look at it again before you approve.</source>
        <translation>بیش از ۳۰ دقیقه منتظر اتصال مانده است. پیش از تأیید دوباره نگاهش کنید.</translation>
    </message>
</context>
<context>
    <name>RowProblemWords</name>
    <message numerus="yes">
        <source>%n digit(s) are missing from this IBAN.</source>
        <translation>
            <numerusform>این شبا %n رقم کم دارد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This IBAN has %n digit(s) too many.</source>
        <translation>
            <numerusform>این شبا %n رقم زیادی دارد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the IBAN.</source>
        <translation>شماره شبا را وارد کنید.</translation>
    </message>
    <message>
        <source>This IBAN is not Iranian. Only one that begins with {country} can be paid to.</source>
        <translation>این شبا ایرانی نیست. فقط به شبایی که با {country} شروع می‌شود می‌توان واریز کرد.</translation>
    </message>
    <message>
        <source>An IBAN has only digits after {country}. Something else is in it.</source>
        <translation>شبا بعد از {country} فقط رقم دارد. چیز دیگری در آن هست.</translation>
    </message>
    <message>
        <source>This IBAN is not right: its digits do not fit together. Check each of them.</source>
        <translation>این شبا درست نیست: رقم‌هایش با هم نمی‌خوانند. رقم‌به‌رقم نگاه کنید.</translation>
    </message>
    <message>
        <source>Row {number} has the same IBAN and amount.</source>
        <translation>ردیف {number} همین شبا و مبلغ را دارد.</translation>
    </message>
    <message>
        <source>The bank of this IBAN is not known. Look twice before you send.</source>
        <translation>بانک این شبا شناخته نیست. پیش از ارسال دوباره نگاه کنید.</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>شماره شبا</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>نام صاحب حساب</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>Deposit identifier</source>
        <translation>شناسه واریز</translation>
    </message>
    <message numerus="yes">
        <source>This is too long; %n character(s) at most.</source>
        <translation>
            <numerusform>این بلند است؛ حداکثر %n نویسه.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the example of the template. Take the row out.</source>
        <translation>این ردیف مثالِ فایل نمونه است. حذفش کنید.</translation>
    </message>
    <message>
        <source>This is more than one withdrawal of this account may be.</source>
        <translation>این از سقف هر تسویه این حساب بیشتر است.</translation>
    </message>
    <message>
        <source>This provider counts in toman: the last digit of an amount in rial must be zero.</source>
        <translation>این درگاه به تومان حساب می‌کند: رقم آخر مبلغ ریالی باید صفر باشد.</translation>
    </message>
    <message>
        <source>Type the first and last name of the account holder.</source>
        <translation>نام و نام خانوادگی صاحب حساب را وارد کنید.</translation>
    </message>
    <message>
        <source>Both names are needed: first name and last name.</source>
        <translation>نام و نام خانوادگی هر دو لازم است.</translation>
    </message>
    <message>
        <source>This begins like a formula of a spreadsheet. Take the first character away.</source>
        <translation>این مثل فرمول اکسل شروع می‌شود. نویسه اول را بردارید.</translation>
    </message>
    <message>
        <source>A deposit identifier has only digits.</source>
        <translation>شناسه واریز فقط رقم دارد.</translation>
    </message>
    <message>
        <source>This provider takes no deposit identifier. Leave it empty.</source>
        <translation>این درگاه شناسه واریز نمی‌گیرد. خالی بگذارید.</translation>
    </message>
    <message>
        <source>One withdrawal of this account may be {rial} at most.</source>
        <translation>هر تسویه این حساب حداکثر {rial} است.</translation>
    </message>
    <message>
        <source>The spreadsheet made a number of this IBAN and lost digits. Type it again, as text.</source>
        <translation>اکسل این شبا را به عدد تبدیل کرده و رقم‌هایی گم شده. دوباره، به‌صورت متن، بنویسید.</translation>
    </message>
    <message>
        <source>This number has more digits than a spreadsheet keeps. Type it again.</source>
        <translation>رقم‌های این عدد بیش از آن است که اکسل نگه دارد. دوباره بنویسید.</translation>
    </message>
    <message>
        <source>This is a fraction where a whole number belongs.</source>
        <translation>اینجا عدد بی‌اعشار لازم است.</translation>
    </message>
    <message>
        <source>The spreadsheet made a date of this. Type it again.</source>
        <translation>اکسل این را به تاریخ تبدیل کرده. دوباره بنویسید.</translation>
    </message>
    <message>
        <source>The spreadsheet shows an error in this cell. Type what belongs here.</source>
        <translation>اکسل در این خانه خطا نشان می‌دهد. مقدار درست را بنویسید.</translation>
    </message>
    <message>
        <source>This is a formula without its result. Open the file in a spreadsheet and save it again.</source>
        <translation>این فرمول است و نتیجه‌اش در فایل نیست. فایل را در اکسل باز و دوباره ذخیره کنید.</translation>
    </message>
    <message>
        <source>The commas in this amount cut it into several cells. Type the amount again.</source>
        <translation>ویرگول‌های این مبلغ آن را چند خانه کرده. مبلغ را دوباره بنویسید.</translation>
    </message>
    <message>
        <source>This row has more cells than there are columns.</source>
        <translation>خانه‌های این ردیف از ستون‌ها بیشتر است.</translation>
    </message>
</context>
<context>
    <name>SandboxStrip</name>
    <message>
        <source>Sandbox: everything here is made up, and no money moves.</source>
        <translation>محیط آزمایشی: همه‌چیز اینجا ساختگی است و پولی جابه‌جا نمی‌شود.</translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>Hide what is typed</source>
        <translation>پنهان کردن نوشته</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>نشان دادن نوشته</translation>
    </message>
</context>
<context>
    <name>SendingFace</name>
    <message>
        <source>Sending the request</source>
        <translation>در حال ارسال درخواست</translation>
    </message>
    <message>
        <source>You can leave this running: it stays in the list of payments.</source>
        <translation>لازم نیست منتظر بمانید؛ در فهرست پرداخت‌ها می‌ماند.</translation>
    </message>
</context>
<context>
    <name>SendingWithdrawalFace</name>
    <message>
        <source>Sending the withdrawal</source>
        <translation>در حال ارسال تسویه</translation>
    </message>
    <message>
        <source>It is sent once. You can leave this running: it stays in Needs attention.</source>
        <translation>یک بار فرستاده می‌شود. لازم نیست منتظر بمانید؛ در «نیازمند پیگیری» می‌ماند.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>تنظیمات</translation>
    </message>
</context>
<context>
    <name>ShopSection</name>
    <message>
        <source>Shop</source>
        <translation>فروشگاه</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>نام فروشگاه</translation>
    </message>
    <message>
        <source>It stands on the screen and on receipts.</source>
        <translation>روی صفحه و رسیدها می‌آید.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>منطقه زمانی</translation>
    </message>
    <message>
        <source>The shop&apos;s days begin at midnight of this zone.</source>
        <translation>روز فروشگاه از نیمه‌شب این منطقه شروع می‌شود.</translation>
    </message>
</context>
<context>
    <name>StartProblemPage</name>
    <message>
        <source>The till cannot be opened</source>
        <translation>صندوق باز نمی‌شود</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>A newer version of the program wrote this till&apos;s data. Start that version; nothing was changed.</source>
        <translation>داده‌ها را نسخه تازه‌تری از برنامه نوشته است. همان نسخه را اجرا کنید؛ چیزی عوض نشد.</translation>
    </message>
    <message>
        <source>The file is damaged or belongs to another program. Keep it, and put a backup in its place; nothing was changed.</source>
        <translation>فایل داده‌ها خراب است یا مال برنامه دیگری است. آن را نگه دارید و نسخه پشتیبان را به جایش بگذارید؛ چیزی عوض نشد.</translation>
    </message>
    <message>
        <source>The log in this folder says more: {error}</source>
        <translation>جزئیات در گزارش برنامه در همین پوشه است: {error}</translation>
    </message>
</context>
<context>
    <name>TakenToday</name>
    <message>
        <source>Today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>Nothing taken today yet</source>
        <translation>امروز هنوز دریافتی نیست</translation>
    </message>
    <message>
        <source>Each payment appears here as soon as it is asked for.</source>
        <translation>هر پرداخت همین که درخواست شود اینجا می‌آید.</translation>
    </message>
    <message numerus="yes">
        <source>%n paid</source>
        <comment>payments</comment>
        <translation>
            <numerusform>%n دریافت</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TillData</name>
    <message>
        <source>The backup is being put in its place</source>
        <translation>در حال بازگرداندن نسخه پشتیبان</translation>
    </message>
    <message>
        <source>The till&apos;s data is being repaired</source>
        <translation>در حال تعمیر داده‌های صندوق</translation>
    </message>
    <message>
        <source>The till is being closed</source>
        <translation>در حال بستن صندوق</translation>
    </message>
    <message>
        <source>Payments and withdrawals that are under way are waited for.</source>
        <translation>منتظر دریافت‌ها و تسویه‌های در جریان می‌مانیم.</translation>
    </message>
    <message>
        <source>No backup is whole, so nothing was changed.</source>
        <translation>هیچ نسخه سالمی نیست و چیزی عوض نشد.</translation>
    </message>
    <message>
        <source>There is no exported till in this folder.</source>
        <translation>در این پوشه خروجی کاملِ صندوقی نیست.</translation>
    </message>
    <message>
        <source>There is a till on this computer already; none is brought in over it.</source>
        <translation>در این کامپیوتر صندوقی هست؛ صندوق دیگری رویش آورده نمی‌شود.</translation>
    </message>
    <message>
        <source>This needs no help. If the computer is switched off meanwhile, nothing is lost.</source>
        <translation>کاری لازم نیست. اگر کامپیوتر در این میان خاموش شود، چیزی از دست نمی‌رود.</translation>
    </message>
    <message>
        <source>This passphrase does not open the folder.</source>
        <translation>پوشه با این گذرواژه باز نمی‌شود.</translation>
    </message>
    <message>
        <source>No manager of that till has this PIN.</source>
        <translation>هیچ مدیری از آن صندوق این رمز را ندارد.</translation>
    </message>
</context>
<context>
    <name>TokenFace</name>
    <message>
        <source>The customer scans this, or types the token</source>
        <translation>مشتری این را اسکن کند یا توکن را وارد کند</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>توکن</translation>
    </message>
    <message>
        <source>QR code of the token</source>
        <translation>کد QR توکن</translation>
    </message>
    <message>
        <source>Collect the money</source>
        <translation>دریافت پول</translation>
    </message>
    <message>
        <source>If you do not collect in time, the money goes back to the customer by itself.</source>
        <translation>اگر به‌موقع دریافت نکنید، پول خودبه‌خود به مشتری برمی‌گردد.</translation>
    </message>
    <message>
        <source>The customer has paid. Collect the money now.</source>
        <translation>مشتری پرداخت کرد. حالا پول را دریافت کنید.</translation>
    </message>
    <message>
        <source>Waiting for the customer to pay</source>
        <translation>در انتظار پرداخت مشتری</translation>
    </message>
</context>
<context>
    <name>TokenMessage</name>
    <message>
        <source>{provider} asks you to pay</source>
        <translation>درخواست پرداخت از {provider}</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>پرداخت</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>رد</translation>
    </message>
</context>
<context>
    <name>VaultChoicePage</name>
    <message>
        <source>Only for this run</source>
        <translation>فقط برای این بار</translation>
    </message>
    <message>
        <source>Nothing is written. Keys and PINs must be entered again at the next start.</source>
        <translation>چیزی نوشته نمی‌شود. دفعه بعد باید کلیدها و رمزها را دوباره وارد کنید.</translation>
    </message>
    <message>
        <source>Keep them in memory</source>
        <translation>نگه‌داشتن در حافظه</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Where should secrets be kept?</source>
        <translation>کلیدها و رمزها کجا نگه داشته شوند؟</translation>
    </message>
    <message>
        <source>In an encrypted file</source>
        <translation>در فایل رمزگذاری‌شده</translation>
    </message>
    <message>
        <source>The passphrase is asked for at each start. Nobody can recover it if it is lost.</source>
        <translation>گذرواژه هر بار هنگام شروع پرسیده می‌شود. اگر گم شود، هیچ‌کس نمی‌تواند آن را برگرداند.</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>ساخت فایل</translation>
    </message>
    <message>
        <source>Open the vault</source>
        <translation>باز کردن گاوصندوق رمزها</translation>
    </message>
    <message>
        <source>The encrypted file of this till</source>
        <translation>فایل رمزگذاری‌شده این صندوق</translation>
    </message>
    <message>
        <source>It holds the keys of your accounts.</source>
        <translation>کلیدهای حساب‌های شما در آن است.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>باز کردن</translation>
    </message>
</context>
<context>
    <name>WithdrawPage</name>
    <message>
        <source>Withdraw</source>
        <translation>تسویه</translation>
    </message>
    <message>
        <source>How many receivers</source>
        <translation>تعداد گیرنده‌ها</translation>
    </message>
    <message>
        <source>One receiver</source>
        <translation>یک گیرنده</translation>
    </message>
    <message>
        <source>Many receivers</source>
        <translation>چند گیرنده</translation>
    </message>
    <message>
        <source>The withdrawal waits under Needs attention. It is sent by itself as soon as the line is back.</source>
        <translation>تسویه در «نیازمند پیگیری» منتظر است. همین که اتصال برگردد خودبه‌خود فرستاده می‌شود.</translation>
    </message>
    <message>
        <source>The withdrawal waits under Needs attention for a manager&apos;s approval.</source>
        <translation>تسویه در «نیازمند پیگیری» منتظر تأیید مدیر است.</translation>
    </message>
</context>
<context>
    <name>WithdrawalDecisionSheet</name>
    <message>
        <source>Decide</source>
        <translation>تصمیم‌گیری</translation>
    </message>
    <message>
        <source>What became of this withdrawal?</source>
        <translation>این تسویه چه شد؟</translation>
    </message>
    <message>
        <source>Look into the provider&apos;s own panel first. What you decide here is kept for good, with your name and your reason.</source>
        <translation>اول پنل درگاه را ببینید. تصمیم شما با نام و دلیلتان برای همیشه می‌ماند.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>To IBAN</source>
        <translation>به شبای</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>شناسه</translation>
    </message>
    <message>
        <source>What the provider lists</source>
        <translation>آنچه درگاه در فهرستش دارد</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>دلیل</translation>
    </message>
    <message>
        <source>Such as who was asked, and what they said</source>
        <translation>مثلاً از چه کسی در درگاه پرسیدید و چه گفت</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>چه کسی تصمیم می‌گیرد</translation>
    </message>
    <message>
        <source>Only a manager decides, with their PIN.</source>
        <translation>فقط مدیر، با رمز خودش، تصمیم می‌گیرد.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>بازگشت</translation>
    </message>
    <message>
        <source>The provider is being asked…</source>
        <translation>در حال پرسیدن از درگاه…</translation>
    </message>
    <message>
        <source>The provider lists none that could be this one.</source>
        <translation>در فهرست درگاه چیزی که این باشد نیست.</translation>
    </message>
    <message>
        <source>It was not sent</source>
        <translation>فرستاده نشده است</translation>
    </message>
    <message>
        <source>No money left the shop with it. It is closed, and can be typed anew.</source>
        <translation>پولی از فروشگاه خارج نشده. بسته می‌شود و می‌توان از نو نوشت.</translation>
    </message>
    <message>
        <source>Choose first which of these it is.</source>
        <translation>اول انتخاب کنید کدام است.</translation>
    </message>
    <message>
        <source>The provider lists this one no longer. Look into its panel again.</source>
        <translation>این دیگر در فهرست درگاه نیست. دوباره پنل را ببینید.</translation>
    </message>
    <message>
        <source>It is no longer open for a decision: {state}.</source>
        <translation>دیگر منتظر تصمیم نیست: {state}.</translation>
    </message>
</context>
<context>
    <name>WithdrawalDialog</name>
    <message>
        <source>The same was sent a moment ago. Say first that it is meant again.</source>
        <translation>همین چند لحظه پیش فرستاده شده. اول تیک بزنید که عمدی است.</translation>
    </message>
</context>
<context>
    <name>WithdrawalDialogView</name>
    <message>
        <source>Review the withdrawal</source>
        <translation>بازبینی تسویه</translation>
    </message>
    <message>
        <source>to {holder}, {iban}</source>
        <translation>به {holder}، {iban}</translation>
    </message>
    <message>
        <source>to {iban}</source>
        <translation>به {iban}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Continue later</source>
        <translation>بعداً ادامه می‌دهم</translation>
    </message>
    <message>
        <source>Cancel the withdrawal</source>
        <translation>لغو تسویه</translation>
    </message>
</context>
<context>
    <name>WithdrawalEntry</name>
    <message>
        <source>Account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>نام صاحب حساب</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>نام و نام خانوادگی</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>مبلغ</translation>
    </message>
    <message>
        <source>Rial or toman</source>
        <translation>ریال یا تومان</translation>
    </message>
    <message>
        <source>Deposit identifier</source>
        <translation>شناسه واریز</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>For the shop alone</source>
        <translation>فقط برای فروشگاه</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>بازبینی</translation>
    </message>
    <message>
        <source>No account pays out yet</source>
        <translation>هنوز حسابی برای تسویه نیست</translation>
    </message>
    <message>
        <source>Add an account with one of these, and money can be sent to any IBAN: {providers}</source>
        <translation>برای فرستادن پول به هر شبایی، یک حساب در یکی از این‌ها اضافه کنید: {providers}</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>افزودن حساب</translation>
    </message>
</context>
<context>
    <name>WithdrawalOutcome</name>
    <message>
        <source>The provider answered {code}: {words}</source>
        <translation>پاسخ درگاه {code}: {words}</translation>
    </message>
    <message>
        <source>The provider answered {code}.</source>
        <translation>پاسخ درگاه: {code}</translation>
    </message>
    <message>
        <source>Approved, waits to be sent</source>
        <translation>تأیید شد، در انتظار ارسال</translation>
    </message>
    <message>
        <source>The provider has it</source>
        <translation>به درگاه رسید</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>واریز شد</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>برگشت خورد</translation>
    </message>
    <message>
        <source>Refused: nothing was sent</source>
        <translation>رد شد: چیزی فرستاده نشد</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>هنوز معلوم نیست</translation>
    </message>
    <message>
        <source>A manager has to decide</source>
        <translation>مدیر باید تصمیم بگیرد</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>پیش‌نویس</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>لغو شد</translation>
    </message>
    <message>
        <source>It is sent by itself as soon as the line is back.</source>
        <translation>همین که اتصال برگردد خودبه‌خود فرستاده می‌شود.</translation>
    </message>
    <message>
        <source>After 30 minutes it asks for approval again.</source>
        <translation>پس از ۳۰ دقیقه دوباره تأیید می‌خواهد.</translation>
    </message>
    <message>
        <source>Do not send it again.</source>
        <translation>دوباره نفرستید.</translation>
    </message>
    <message>
        <source>This account leaves the gateway PIN out from now on. Send the withdrawal anew.</source>
        <translation>این حساب از این پس پین درگاه را نمی‌فرستد. تسویه را دوباره بفرستید.</translation>
    </message>
    <message>
        <source>The bank usually answers within hours. It is followed by itself until then.</source>
        <translation>بانک معمولاً تا چند ساعت جواب می‌دهد. تا آن وقت خودبه‌خود پیگیری می‌شود.</translation>
    </message>
    <message>
        <source>Do not send it again: we are asking the provider what became of it.</source>
        <translation>دوباره نفرستید: داریم از درگاه می‌پرسیم چه شده است.</translation>
    </message>
    <message>
        <source>It was not sent to anyone. Change it, and put it up for approval.</source>
        <translation>برای کسی فرستاده نشده. ویرایش کنید و برای تأیید بگذارید.</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>کد پیگیری</translation>
    </message>
    <message>
        <source>Reference code</source>
        <translation>شماره مرجع</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>همین حالا بفرست</translation>
    </message>
    <message>
        <source>Edit and send anew</source>
        <translation>ویرایش و ارسال دوباره</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>همین حالا بپرس</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>تصمیم‌گیری</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>ویرایش</translation>
    </message>
    <message>
        <source>New withdrawal</source>
        <translation>تسویه تازه</translation>
    </message>
    <message>
        <source>Leave the gateway PIN out from now on</source>
        <translation>از این پس پین درگاه فرستاده نشود</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>رسید</translation>
    </message>
</context>
<context>
    <name>WithdrawalSheet</name>
    <message>
        <source>Withdrawal</source>
        <translation>تسویه</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>رویدادها</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>بستن</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>تصمیم‌گیری</translation>
    </message>
    <message>
        <source>Ask again now</source>
        <translation>همین حالا دوباره بپرس</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>ادامه</translation>
    </message>
    <message>
        <source>Edit and send anew</source>
        <translation>ویرایش و ارسال دوباره</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>کد پیگیری</translation>
    </message>
    <message>
        <source>Reference code</source>
        <translation>شماره مرجع</translation>
    </message>
    <message>
        <source>To IBAN</source>
        <translation>به شبای</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>بانک</translation>
    </message>
    <message>
        <source>In the name of</source>
        <translation>به نام</translation>
    </message>
    <message>
        <source>Name at the bank</source>
        <translation>نام نزد بانک</translation>
    </message>
    <message>
        <source>From account</source>
        <translation>از حساب</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>شناسه</translation>
    </message>
    <message>
        <source>Number at the provider</source>
        <translation>شماره نزد درگاه</translation>
    </message>
    <message>
        <source>Deposit identifier</source>
        <translation>شناسه واریز</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>یادداشت</translation>
    </message>
    <message>
        <source>The provider&apos;s words</source>
        <translation>پیام درگاه</translation>
    </message>
    <message>
        <source>Code of the refusal</source>
        <translation>کد خطا</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>تأییدکننده</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>زمان واریز</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>پرسش</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>ثبت شد</translation>
    </message>
    <message>
        <source>The provider was asked</source>
        <translation>از درگاه پرسیده شد</translation>
    </message>
    <message>
        <source>Handed to a manager</source>
        <translation>به مدیر سپرده شد</translation>
    </message>
    <message>
        <source>A manager decided</source>
        <translation>مدیر تصمیم گرفت</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>تأیید شد</translation>
    </message>
</context>
<context>
    <name>WithdrawalWords</name>
    <message>
        <source>Draft</source>
        <translation>پیش‌نویس</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>در انتظار تأیید</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>در انتظار ارسال</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>در حال ارسال</translation>
    </message>
    <message>
        <source>With the bank</source>
        <translation>نزد بانک</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>واریز شد</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>برگشت خورد</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>رد شد</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>هنوز معلوم نیست</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>لغو شد</translation>
    </message>
    <message>
        <source>The money was sent back. The provider says: {words}</source>
        <translation>پول برگشت خورد. درگاه می‌گوید: {words}</translation>
    </message>
    <message>
        <source>The money was sent back, and the provider did not say why.</source>
        <translation>پول برگشت خورد و درگاه دلیلش را نگفت.</translation>
    </message>
    <message>
        <source>The provider refused this withdrawal: {words}</source>
        <translation>درگاه این تسویه را رد کرد: {words}</translation>
    </message>
    <message>
        <source>The provider refused this withdrawal and did not say why.</source>
        <translation>درگاه این تسویه را رد کرد و دلیلش را نگفت.</translation>
    </message>
    <message>
        <source>Another transfer of the same call was at fault, and this one was not made either. It can be sent anew.</source>
        <translation>انتقال دیگری از همان درخواست ایراد داشت و این هم انجام نشد. می‌توان دوباره فرستاد.</translation>
    </message>
    <message>
        <source>There is no connection, so nothing was sent. It is sent by itself as soon as the line is back.</source>
        <translation>اتصال نیست و چیزی فرستاده نشده. همین که اتصال برگردد خودبه‌خود فرستاده می‌شود.</translation>
    </message>
    <message>
        <source>It was sent, but no answer came. The provider is being asked what became of it.</source>
        <translation>فرستاده شد ولی پاسخی نرسید. داریم از درگاه می‌پرسیم چه شده است.</translation>
    </message>
    <message>
        <source>The provider was asked twice and lists no such withdrawal. Look into its own panel, then decide.</source>
        <translation>دو بار از درگاه پرسیدیم و چنین تسویه‌ای در فهرستش نیست. پنل درگاه را ببینید و بعد تصمیم بگیرید.</translation>
    </message>
    <message>
        <source>The provider lists more than one withdrawal that could be this one. A manager says which it is.</source>
        <translation>در فهرست درگاه بیش از یک تسویه می‌تواند همین باشد. مدیر می‌گوید کدام است.</translation>
    </message>
    <message>
        <source>The provider reports another amount or IBAN than was asked for. Call the provider.</source>
        <translation>درگاه مبلغ یا شبای دیگری گزارش می‌کند. با درگاه تماس بگیرید.</translation>
    </message>
    <message>
        <source>It waited for a connection for more than 30 minutes, so a manager has to approve it again.</source>
        <translation>بیش از ۳۰ دقیقه منتظر اتصال ماند؛ مدیر باید دوباره تأییدش کند.</translation>
    </message>
    <message>
        <source>It was given up at this till.</source>
        <translation>در همین صندوق لغو شد.</translation>
    </message>
    <message>
        <source>It was open in the backup that was restored, and may have been sent since: do not send it again. The provider is being asked.</source>
        <translation>در نسخه‌ای که برگردانده شد باز بود و شاید از آن پس فرستاده شده باشد: دوباره نفرستید. داریم از درگاه می‌پرسیم.</translation>
    </message>
</context>
<context>
    <name>_Days</name>
    <message>
        <source>Today</source>
        <translation>امروز</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>روز اول</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>روز آخر</translation>
    </message>
</context>
</TS>
