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
        <source>Valid for 24 hours.</source>
        <translation>۲۴ ساعت اعتبار دارد.</translation>
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
        <translation>حساب‌های فروشگاه این‌جا می‌آیند. یکی اضافه کنید تا بتوانید با آن وجه دریافت کنید.</translation>
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
        <source>{account} has payments that are still open. Finish them, then remove it.</source>
        <translation>{account} هنوز پرداخت باز دارد. اول آن‌ها را تمام کنید، بعد حذفش کنید.</translation>
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
        <source>Drafts, payments that wait for a customer or for a connection, and answers that got lost appear here.</source>
        <translation>پیش‌نویس‌ها، پرداخت‌هایی که منتظر مشتری یا اتصال‌اند و پاسخ‌هایی که گم شده‌اند این‌جا می‌آیند.</translation>
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
        <source>Close now, ask at the next start</source>
        <translation>الان ببند، دفعه بعد بپرس</translation>
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
        <source>digibank sent a code</source>
        <translation>بانک دیجیتال کدی فرستاد</translation>
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
        <translation>اول پنل خود درگاه را ببینید. اگر پرداخت آن‌جا هست، برگردید و «همین حالا بپرس» را بزنید: فقط با پاسخ درگاه پرداخت‌شده به حساب می‌آید. اگر نیست، مدیر آن را پرداخت‌نشده ثبت می‌کند؛ این‌که چه کسی و چرا، برای همیشه می‌ماند.</translation>
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
        <source>Such as who was asked at the provider, and what they said</source>
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
        <translation>دیگر جای تصمیم ندارد: {state}.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {duration}.</source>
        <translation>رمز چند بار اشتباه بود. {duration} دیگر دوباره امتحان کنید.</translation>
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
        <translation>درگاه نشانی اینترنتی این فروشگاه را نمی‌شناسد. از درگاه بخواهید آن را ثبت کند.</translation>
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
        <translation>درگاه حساب {account} نشانی اینترنتی این فروشگاه را نمی‌شناسد. از درگاه بخواهید آن را ثبت کند.</translation>
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
        <translation>ساعت این رایانه {duration} جلوست. درستش کنید: رسیدها و مهلت‌ها به آن بسته‌اند.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is slow by {duration}. Set it right: receipts and expiry times depend on it.</source>
        <translation>ساعت این رایانه {duration} عقب است. درستش کنید: رسیدها و مهلت‌ها به آن بسته‌اند.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minutes fast. Set it right: receipts and expiry times depend on it.</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>ساعت این رایانه %n دقیقه جلوست. درستش کنید: رسیدها و مهلت‌ها به آن بسته‌اند.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minutes slow. Set it right: receipts and expiry times depend on it.</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>ساعت این رایانه %n دقیقه عقب است. درستش کنید: رسیدها و مهلت‌ها به آن بسته‌اند.</numerusform>
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
        <translation>رمز چند بار اشتباه بود. {duration} دیگر دوباره امتحان کنید.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Close the payment first, then lock the till.</source>
        <translation>اول پنجره پرداخت را ببندید، بعد صندوق را قفل کنید.</translation>
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
        <translation>هنوز امتحان نشده</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>برخط</translation>
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
        <translation>آی‌پی رد شد</translation>
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
        <translation>تماس با درگاه در راه است.</translation>
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
    <name>OutboxWords</name>
    <message>
        <source>It is sent by itself as soon as the line is back.</source>
        <translation>همین که اتصال برگردد خودبه‌خود ارسال می‌شود.</translation>
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
        <translation>در قیود مشتری دیده می‌شود</translation>
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
        <source>Add an account at digibank or resid, and payments can begin.</source>
        <translation>یک حساب بانک دیجیتال یا رسید اضافه کنید تا دریافت شروع شود.</translation>
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
        <source>Provider&apos;s number: {number}</source>
        <translation>شماره پیگیری درگاه: {number}</translation>
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
        <translation>در صندوق درخواست پرداخت بدهید؛ کد یا توکن این‌جا می‌آید.</translation>
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
    <name>SandboxStrip</name>
    <message>
        <source>Sandbox: everything here is made up, and no money moves.</source>
        <translation>محیط آزمایشی: همه‌چیز این‌جا ساختگی است و پولی جابه‌جا نمی‌شود.</translation>
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
        <translation>هر پرداخت همین که درخواست شود این‌جا می‌آید.</translation>
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
        <source>resid asks you to pay</source>
        <translation>درخواست پرداخت از «رسید»</translation>
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
        <source>Passphrase</source>
        <translation>گذرواژه</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>تکرار گذرواژه</translation>
    </message>
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
        <source>{least} characters or more.</source>
        <translation>دست‌کم {least} نویسه.</translation>
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
    <message>
        <source>This passphrase is too short; it needs {least} characters or more.</source>
        <translation>این گذرواژه کوتاه است؛ دست‌کم {least} نویسه لازم است.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>دو گذرواژه یکی نیستند.</translation>
    </message>
</context>
</TS>
