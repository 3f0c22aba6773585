<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AccountField</name>
    <message>
        <source>Wait for a connection</source>
        <translation>مهلة الاتصال</translation>
    </message>
    <message>
        <source>In seconds.</source>
        <translation>بالثواني.</translation>
    </message>
    <message>
        <source>Wait for an answer to go on</source>
        <translation>مهلة انتظار الرد</translation>
    </message>
    <message>
        <source>Wait for a whole call</source>
        <translation>المهلة القصوى للطلب كاملاً</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>مفتاح API</translation>
    </message>
    <message>
        <source>Made in your company&apos;s settings at digibank, under API keys.</source>
        <translation>تنشئه في إعدادات شركتك لدى البنك الرقمي، ضمن مفاتيح API.</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>العملات</translation>
    </message>
    <message>
        <source>Codes separated by spaces; the first is offered first.</source>
        <translation>رموز تفصل بينها مسافات؛ الأول يظهر أولاً.</translation>
    </message>
    <message>
        <source>Customer numbers hold letters</source>
        <translation>أرقام الزبائن تحوي حروفاً</translation>
    </message>
    <message>
        <source>Off: only digits can be typed as a customer&apos;s number.</source>
        <translation>عند الإيقاف: لا يُكتب في رقم الزبون إلا الأرقام.</translation>
    </message>
    <message>
        <source>Time zone of digibank&apos;s times</source>
        <translation>المنطقة الزمنية للبنك الرقمي</translation>
    </message>
    <message>
        <source>digibank gives times without saying where they hold.</source>
        <translation>البنك الرقمي يرسل الأوقات دون منطقتها الزمنية.</translation>
    </message>
    <message>
        <source>Path of the calls</source>
        <translation>مسار الطلبات</translation>
    </message>
    <message>
        <source>Only to be changed if digibank says so.</source>
        <translation>لا تغيّره إلا إذا طلب البنك الرقمي ذلك.</translation>
    </message>
    <message>
        <source>Authorization code</source>
        <translation>رمز التفويض</translation>
    </message>
    <message>
        <source>As resid gave it to you, without any word before it.</source>
        <translation>كما أعطاك إياه رسيد، دون أي كلمة قبله.</translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation>معرّف التاجر</translation>
    </message>
    <message>
        <source>Your shop&apos;s identifier at resid.</source>
        <translation>معرّف متجرك لدى رسيد.</translation>
    </message>
    <message>
        <source>IRR is rial, IRT is toman; separated by spaces, the first is offered first.</source>
        <translation>ريال IRR، تومان IRT؛ تفصل بينهما مسافة، والأول يظهر أولاً.</translation>
    </message>
    <message>
        <source>resid collects by itself</source>
        <translation>تحصيل تلقائي من رسيد</translation>
    </message>
    <message>
        <source>On: what the customer paid is yours at once, without a last word from the till.</source>
        <translation>عند التفعيل: يصلك ما دفعه الزبون فوراً دون تحصيل.</translation>
    </message>
    <message>
        <source>Preferred bank gateway</source>
        <translation>بوابة الدفع المفضّلة</translation>
    </message>
    <message>
        <source>For example asanpardakht; empty leaves it to resid.</source>
        <translation>مثلاً asanpardakht؛ إن تُركت فارغة يختار رسيد.</translation>
    </message>
    <message>
        <source>Content of the QR code</source>
        <translation>محتوى رمز QR</translation>
    </message>
    <message>
        <source>{token} stands for the payment&apos;s token.</source>
        <translation>يحلّ رمز الدفع محلّ {token}.</translation>
    </message>
    <message>
        <source>Application id</source>
        <translation>معرّف التطبيق</translation>
    </message>
    <message>
        <source>Of the application you made in paystar&apos;s panel.</source>
        <translation>معرّف التطبيق الذي أنشأته في لوحة باي‌ستار.</translation>
    </message>
    <message>
        <source>Access password</source>
        <translation>كلمة مرور الوصول</translation>
    </message>
    <message>
        <source>Of the same application.</source>
        <translation>للتطبيق نفسه.</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>رمز التجديد</translation>
    </message>
    <message>
        <source>The API key is renewed with it every day.</source>
        <translation>يُجدَّد به مفتاح API كل يوم.</translation>
    </message>
    <message>
        <source>Most for one withdrawal</source>
        <translation>الحد الأقصى للسحب الواحد</translation>
    </message>
    <message>
        <source>In rial; empty for no limit.</source>
        <translation>بالريال؛ فارغ يعني بلا حد.</translation>
    </message>
    <message>
        <source>Most for one day</source>
        <translation>الحد الأقصى لليوم</translation>
    </message>
    <message>
        <source>All withdrawals of a day together, in rial; empty for no limit.</source>
        <translation>كل سحوبات اليوم معاً، بالريال؛ فارغ يعني بلا حد.</translation>
    </message>
    <message>
        <source>May stay empty: it is fetched with the refresh token.</source>
        <translation>يمكن تركه فارغاً: يُجلب برمز التجديد.</translation>
    </message>
    <message>
        <source>Source account number</source>
        <translation>رقم الحساب المصدر</translation>
    </message>
    <message>
        <source>The bank account that transfers are paid from.</source>
        <translation>الحساب البنكي الذي تُدفع منه التحويلات.</translation>
    </message>
    <message>
        <source>Bank code</source>
        <translation>رمز البنك</translation>
    </message>
    <message>
        <source>016 is Keshavarzi.</source>
        <translation>الرمز 016 لبنك كشاورزي.</translation>
    </message>
    <message>
        <source>Transfers in one call</source>
        <translation>عدد التحويلات في الطلب الواحد</translation>
    </message>
    <message>
        <source>A larger batch is sent in several calls.</source>
        <translation>الدفعة الأكبر تُرسل في عدة طلبات.</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>رقم الحساب</translation>
    </message>
    <message>
        <source>Your number in aqayepardakht&apos;s panel.</source>
        <translation>رقمك في لوحة آقاي برداخت.</translation>
    </message>
    <message>
        <source>Encryption key</source>
        <translation>مفتاح التشفير</translation>
    </message>
    <message>
        <source>As shown in aqayepardakht&apos;s panel.</source>
        <translation>كما يظهر في لوحة آقاي برداخت.</translation>
    </message>
    <message>
        <source>Gateway PIN</source>
        <translation>رمز البوابة (PIN)</translation>
    </message>
    <message>
        <source>Of your payment gateway, if your account has one.</source>
        <translation>رمز بوابة الدفع، إن كان لحسابك بوابة.</translation>
    </message>
    <message>
        <source>Send the gateway PIN</source>
        <translation>إرسال رمز البوابة (PIN)</translation>
    </message>
    <message>
        <source>Some accounts must not send it: they are refused with -13.</source>
        <translation>أوقفه إذا رُفض حسابك بالخطأ «ناقص ١٣».</translation>
    </message>
    <message>
        <source>Unit of amounts</source>
        <translation>وحدة المبالغ</translation>
    </message>
    <message>
        <source>What aqayepardakht counts in: IRT is toman, IRR is rial.</source>
        <translation>الوحدة التي يحسب بها آقاي برداخت: IRT تومان، IRR ريال.</translation>
    </message>
</context>
<context>
    <name>AccountFields</name>
    <message>
        <source>Fewer settings</source>
        <translation>إعدادات أقل</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>إعدادات أكثر</translation>
    </message>
    <message>
        <source>Kept in the vault; type to replace</source>
        <translation>محفوظ في الخزنة؛ اكتب لاستبداله</translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>Change {account}</source>
        <translation>تعديل {account}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Remove {account}</source>
        <translation>إزالة {account}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>AccountSheet</name>
    <message>
        <source>Discard what you typed?</source>
        <translation>أتريد تجاهل ما كتبته؟</translation>
    </message>
    <message>
        <source>Nothing of it is stored yet.</source>
        <translation>لم يُحفظ منه شيء بعد.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>متابعة الكتابة</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>إضافة حساب</translation>
    </message>
    <message>
        <source>Account with {provider}</source>
        <translation>حساب لدى {provider}</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>المزوّد</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>اسم الحساب</translation>
    </message>
    <message>
        <source>What your screens call it.</source>
        <translation>الاسم الذي يظهر على شاشاتك.</translation>
    </message>
    <message>
        <source>Address of the provider</source>
        <translation>عنوان المزوّد</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>اختبار الاتصال</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>نتيجة الاختبار</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>لا يعمل</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>The provider answers and accepts this account.</source>
        <translation>المزوّد يرد ويقبل هذا الحساب.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>لم يُحفظ</translation>
    </message>
</context>
<context>
    <name>AccountsSection</name>
    <message>
        <source>Accounts with providers</source>
        <translation>الحسابات لدى المزوّدين</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>إضافة حساب</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>لا حسابات بعد</translation>
    </message>
    <message>
        <source>The shop&apos;s accounts appear here. Add one, and payments can be taken through it.</source>
        <translation>تظهر هنا حسابات المتجر. أضف حساباً لتبدأ تحصيل الدفعات.</translation>
    </message>
    <message>
        <source>Remove {account}?</source>
        <translation>أتريد إزالة {account}؟</translation>
    </message>
    <message>
        <source>The till forgets the account and its secrets. Its payments stay in the history.</source>
        <translation>يُحذف الحساب ومفاتيحه من الصندوق، وتبقى دفعاته في السجل.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>إبقاء الحساب</translation>
    </message>
    <message>
        <source>{account} has payments or withdrawals that are still open. Finish them, then remove it.</source>
        <translation>ما زالت للحساب {account} دفعات أو سحوبات مفتوحة. أنهها ثم أزل الحساب.</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance and language</source>
        <translation>المظهر واللغة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>حسب النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>التقويم</translation>
    </message>
    <message>
        <source>As the language</source>
        <translation>حسب اللغة</translation>
    </message>
    <message>
        <source>Jalali</source>
        <translation>هجري شمسي</translation>
    </message>
    <message>
        <source>Gregorian</source>
        <translation>ميلادي</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>الحركة</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>بلا حركة</translation>
    </message>
</context>
<context>
    <name>ApprovalCard</name>
    <message>
        <source>This PIN is not right.</source>
        <translation>الرقم السري غير صحيح.</translation>
    </message>
    <message>
        <source>Only a manager may approve this.</source>
        <translation>لا يوافق على هذا إلا مدير.</translation>
    </message>
    <message>
        <source>Manager&apos;s approval</source>
        <translation>موافقة المدير</translation>
    </message>
    <message>
        <source>Money leaves the shop only when a manager has agreed to it.</source>
        <translation>لا يخرج مال من المتجر إلا بموافقة مدير.</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>المدير</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>Approve and send</source>
        <translation>موافقة وإرسال</translation>
    </message>
    <message>
        <source>Back and edit</source>
        <translation>رجوع وتعديل</translation>
    </message>
    <message>
        <source>After sending, if no answer comes it is not sent again; we ask the bank.</source>
        <translation>بعد الإرسال، إن لم يصل رد فلن يُرسل مرة أخرى؛ بل نسأل البنك.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {duration}.</source>
        <translation>أُدخل الرقم السري خطأً عدة مرات. حاول مجدداً بعد {duration}.</translation>
    </message>
</context>
<context>
    <name>AqayepardakhtCode</name>
    <message>
        <source>The account number is empty. Type it in the account&apos;s settings.</source>
        <translation>رقم الحساب فارغ. اكتبه في إعدادات الحساب.</translation>
    </message>
    <message>
        <source>The encryption key is empty. Type it in the account&apos;s settings.</source>
        <translation>مفتاح التشفير فارغ. اكتبه في إعدادات الحساب.</translation>
    </message>
    <message>
        <source>aqayepardakht does not know this account number. Correct it in the account&apos;s settings.</source>
        <translation>آقاي برداخت لا يعرف رقم الحساب هذا. صحّحه في إعدادات الحساب.</translation>
    </message>
    <message>
        <source>The encryption key is wrong. Correct it in the account&apos;s settings.</source>
        <translation>مفتاح التشفير غير صحيح. صحّحه في إعدادات الحساب.</translation>
    </message>
    <message>
        <source>The IBAN is missing. Type it.</source>
        <translation>لم يُكتب رقم الآيبان. اكتبه.</translation>
    </message>
    <message>
        <source>The amount is missing. Type it.</source>
        <translation>لم يُكتب المبلغ. اكتبه.</translation>
    </message>
    <message>
        <source>The number of the withdrawal is missing. Look for it in the list.</source>
        <translation>رقم السحب غير معروف. ابحث عنه في القائمة.</translation>
    </message>
    <message>
        <source>The IBAN is wrong, or there is no such withdrawal: aqayepardakht says both with this number. Check the IBAN.</source>
        <translation>إمّا أن الآيبان خطأ أو أن هذا السحب غير موجود؛ آقاي برداخت يعطي الرمز نفسه للحالتين. تحقق من الآيبان.</translation>
    </message>
    <message>
        <source>aqayepardakht does not take this amount. Check it, and the unit in the account&apos;s settings.</source>
        <translation>لم يقبل آقاي برداخت هذا المبلغ. تحقق منه ومن الوحدة في إعدادات الحساب.</translation>
    </message>
    <message>
        <source>The number of the withdrawal is wrong. Look for it in the list.</source>
        <translation>رقم السحب غير صحيح. ابحث عنه في القائمة.</translation>
    </message>
    <message>
        <source>Your balance at aqayepardakht is zero. Wait until there is money in it.</source>
        <translation>رصيدك لدى آقاي برداخت صفر. انتظر حتى يدخله مال.</translation>
    </message>
    <message>
        <source>Your balance at aqayepardakht is too small for this amount. Ask for less, or wait until there is more in it.</source>
        <translation>رصيدك لدى آقاي برداخت لا يكفي لهذا المبلغ. اطلب أقل، أو انتظر حتى يزيد الرصيد.</translation>
    </message>
    <message>
        <source>This account must not send the gateway PIN. The till can leave it out: switch it off in the account&apos;s settings.</source>
        <translation>هذا الحساب لا يرسل رمز البوابة. يمكن للصندوق ألّا يرسله: أوقفه من إعدادات الحساب.</translation>
    </message>
    <message>
        <source>aqayepardakht has no Shaparak record of your shop. Ask its support to complete it.</source>
        <translation>لا يوجد ملف شاپرك لمتجرك لدى آقاي برداخت. اطلب من الدعم إكماله.</translation>
    </message>
    <message>
        <source>aqayepardakht does not find your payment gateway. Check the gateway PIN in the account&apos;s settings.</source>
        <translation>لم يجد آقاي برداخت بوابة الدفع الخاصة بك. تحقق من رمز البوابة في إعدادات الحساب.</translation>
    </message>
    <message>
        <source>No IBAN is active in your aqayepardakht panel. Register one there, and wait until it is active.</source>
        <translation>لا يوجد آيبان مفعّل في لوحتك لدى آقاي برداخت. سجّل واحداً هناك وانتظر حتى يُفعَّل.</translation>
    </message>
    <message>
        <source>This IBAN is not registered in your aqayepardakht panel. Register it there first.</source>
        <translation>هذا الآيبان غير مسجّل في لوحتك لدى آقاي برداخت. سجّله هناك أولاً.</translation>
    </message>
    <message>
        <source>aqayepardakht had a disturbance while recording the withdrawal. Look first whether it is in the list; if not, try again in a few minutes.</source>
        <translation>حدث خلل لدى آقاي برداخت أثناء تسجيل السحب. انظر أولاً هل هو في القائمة؛ إن لم يكن فحاول بعد بضع دقائق.</translation>
    </message>
    <message>
        <source>aqayepardakht knows of no such withdrawal. Look for it in the list.</source>
        <translation>لا يعرف آقاي برداخت سحباً كهذا. ابحث عنه في القائمة.</translation>
    </message>
    <message>
        <source>Your account at aqayepardakht is not active. Ask its support to activate it.</source>
        <translation>حسابك لدى آقاي برداخت غير مفعّل. اطلب من الدعم تفعيله.</translation>
    </message>
</context>
<context>
    <name>AskingWords</name>
    <message numerus="yes">
        <source>Asked %n time(s).</source>
        <translation>
            <numerusform>لم نسأل بعد.</numerusform>
            <numerusform>سألنا مرة واحدة.</numerusform>
            <numerusform>سألنا مرتين.</numerusform>
            <numerusform>سألنا %n مرات.</numerusform>
            <numerusform>سألنا %n مرة.</numerusform>
            <numerusform>سألنا %n مرة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking again in {time}.</source>
        <translation>نسأل مجدداً بعد {time}.</translation>
    </message>
</context>
<context>
    <name>AttentionPage</name>
    <message>
        <source>Needs attention</source>
        <translation>تحتاج متابعة</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>لا شيء مفتوح</translation>
    </message>
    <message>
        <source>Drafts, payments that wait for a customer, withdrawals that wait for approval or for a connection, and answers that got lost appear here.</source>
        <translation>تظهر هنا المسودات، والدفعات التي تنتظر زبوناً، والسحوبات التي تنتظر موافقة أو اتصالاً، والردود التي ضاعت.</translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <comment>backups</comment>
        <translation>
            <numerusform>لا نسخ أخرى</numerusform>
            <numerusform>إظهار نسخة أخرى</numerusform>
            <numerusform>إظهار نسختين أخريين</numerusform>
            <numerusform>إظهار %n نسخ أخرى</numerusform>
            <numerusform>إظهار %n نسخة أخرى</numerusform>
            <numerusform>إظهار %n نسخة أخرى</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupRow</name>
    <message>
        <source>Look</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Look at the backup of {time}</source>
        <translation>عرض النسخة الاحتياطية بتاريخ {time}</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Backup</source>
        <translation>النسخ الاحتياطي</translation>
    </message>
    <message>
        <source>Where the backups are</source>
        <translation>مكان النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>أنشئ نسخة الآن</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>تصدير كل شيء…</translation>
    </message>
    <message>
        <source>A second folder, such as on a stick or another disk</source>
        <translation>مجلد ثانٍ، على فلاشة مثلاً أو قرص آخر</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Look at a backup elsewhere…</source>
        <translation>عرض نسخة من مكان آخر…</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>لا نسخة بعد</translation>
    </message>
    <message>
        <source>Last good backup</source>
        <translation>آخر نسخة سليمة</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>The last good backup is too old. Make one now.</source>
        <translation>آخر نسخة سليمة قديمة جداً. أنشئ نسخة الآن.</translation>
    </message>
    <message>
        <source>None yet. If this computer&apos;s disk breaks, its own backups go with it.</source>
        <translation>لم يُختر بعد. إن تعطّل قرص هذا الحاسوب ضاعت معه النسخ التي عليه.</translation>
    </message>
    <message>
        <source>Nothing was copied there yet.</source>
        <translation>لم يُنسخ إليه شيء بعد.</translation>
    </message>
    <message>
        <source>Last copied there: {time}</source>
        <translation>آخر نسخ إليه: {time}</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>اختيار مجلد…</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>اختيار مجلد آخر…</translation>
    </message>
    <message>
        <source>A backup is being made. You can go on working, or leave this page.</source>
        <translation>تُنشأ نسخة احتياطية. يمكنك متابعة العمل أو مغادرة هذه الصفحة.</translation>
    </message>
    <message>
        <source>The backup is made and was read back whole: {size}.</source>
        <translation>أُنشئت النسخة الاحتياطية وتم التحقق منها كاملة: {size}.</translation>
    </message>
    <message>
        <source>No backup was made. {why}</source>
        <translation>لم تُنشأ نسخة احتياطية. {why}</translation>
    </message>
    <message>
        <source>Nothing was copied to the second folder. {why}</source>
        <translation>لم يُنسخ شيء إلى المجلد الثاني. {why}</translation>
    </message>
    <message>
        <source>Look at a backup</source>
        <translation>عرض نسخة احتياطية</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>A second folder for backups</source>
        <translation>مجلد ثانٍ للنسخ الاحتياطية</translation>
    </message>
    <message>
        <source>This folder cannot be used. {why}</source>
        <translation>لا يمكن استخدام هذا المجلد. {why}</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>Made by itself</source>
        <translation>تلقائية</translation>
    </message>
    <message>
        <source>When the program was closed</source>
        <translation>عند إغلاق البرنامج</translation>
    </message>
    <message>
        <source>Made by hand</source>
        <translation>يدوية</translation>
    </message>
    <message>
        <source>Before a newer version of the program</source>
        <translation>قبل إصدار أحدث من البرنامج</translation>
    </message>
    <message>
        <source>What a restored backup took the place of</source>
        <translation>ما كان هنا قبل الاستعادة</translation>
    </message>
    <message>
        <source>in the second folder too</source>
        <translation>في المجلد الثاني أيضاً</translation>
    </message>
    <message>
        <source>in the second folder</source>
        <translation>في المجلد الثاني</translation>
    </message>
    <message>
        <source>Backups have been failing since {time}. {why}</source>
        <translation>تفشل النسخ الاحتياطية منذ {time}. {why}</translation>
    </message>
    <message>
        <source>Nothing has been copied to the second backup folder since {time}. {why}</source>
        <translation>لم يُنسخ شيء إلى مجلد النسخ الثاني منذ {time}. {why}</translation>
    </message>
    <message>
        <source>The till&apos;s data was found damaged. Repair it soon: the last good backup takes its place, and what the providers know since then is fetched again.</source>
        <translation>بيانات الصندوق تالفة. أصلحها قريباً: تحل محلها آخر نسخة سليمة، ويُجلب من جديد ما لدى المزوّدين منذ ذلك الحين.</translation>
    </message>
    <message>
        <source>The disk is full. Make room on it.</source>
        <translation>القرص ممتلئ. أفرغ مساحة عليه.</translation>
    </message>
    <message>
        <source>The folder is not there. If it is on a stick or another disk, plug that in.</source>
        <translation>المجلد غير موجود. إن كان على فلاشة أو قرص آخر فصِله.</translation>
    </message>
    <message>
        <source>This user may not write to the folder.</source>
        <translation>لا يملك هذا المستخدم صلاحية الكتابة في المجلد.</translation>
    </message>
    <message>
        <source>The disk takes no file of this size. Use one that is formatted otherwise.</source>
        <translation>لا يقبل القرص ملفاً بهذا الحجم. استخدم قرصاً مهيأً بطريقة أخرى.</translation>
    </message>
    <message>
        <source>The disk does not work as it should. Have it checked.</source>
        <translation>القرص لا يعمل كما يجب. اطلب فحصه.</translation>
    </message>
    <message>
        <source>The copy was not whole. Have the disk checked.</source>
        <translation>كانت النسخة ناقصة. اطلب فحص القرص.</translation>
    </message>
    <message>
        <source>This is no backup of a till.</source>
        <translation>هذه ليست نسخة احتياطية لصندوق.</translation>
    </message>
    <message>
        <source>This backup is damaged: it cannot be read whole. Choose another.</source>
        <translation>هذه النسخة تالفة ولا يمكن قراءتها كاملة. اختر غيرها.</translation>
    </message>
    <message>
        <source>A newer version of the program made this backup. Bring the program up to date, then try again.</source>
        <translation>أُنشئت هذه النسخة بإصدار أحدث من البرنامج. حدّث البرنامج ثم حاول مجدداً.</translation>
    </message>
    <message>
        <source>The disk does not give this file. If it is on a stick, plug that in and try again.</source>
        <translation>تتعذر قراءة هذا الملف من القرص. إن كان على فلاشة فصِلها وحاول مجدداً.</translation>
    </message>
    <message>
        <source>This is the backup of another till. A till is brought to a computer where there is none yet, at its first start.</source>
        <translation>هذه نسخة صندوق آخر. لا يُنقل صندوق إلا إلى حاسوب لا صندوق فيه بعد، عند أول تشغيل.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>وقت الإنشاء</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>المتجر</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>الدفعات</translation>
    </message>
    <message>
        <source>Withdrawals</source>
        <translation>السحوبات</translation>
    </message>
    <message>
        <source>From providers&apos; lists</source>
        <translation>من قوائم المزوّدين</translation>
    </message>
    <message>
        <source>Still open in it</source>
        <translation>ما زال مفتوحاً فيها</translation>
    </message>
    <message>
        <source>Newest entry</source>
        <translation>أحدث حركة</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>{account}: the provider&apos;s whole list is fetched again.</source>
        <translation>{account}: تُجلب قائمة المزوّد كلها من جديد.</translation>
    </message>
    <message>
        <source>{account}: the provider&apos;s list is fetched again from {date} on.</source>
        <translation>{account}: تُجلب قائمة المزوّد من جديد ابتداءً من {date}.</translation>
    </message>
</context>
<context>
    <name>Bank</name>
    <message>
        <source>Central Bank</source>
        <translation>البنك المركزي</translation>
    </message>
    <message>
        <source>Bank Sanat o Madan</source>
        <translation>بنك الصناعة والمناجم</translation>
    </message>
    <message>
        <source>Bank Mellat</source>
        <translation>بنك ملت</translation>
    </message>
    <message>
        <source>Bank Refah</source>
        <translation>بنك رفاه</translation>
    </message>
    <message>
        <source>Bank Maskan</source>
        <translation>بنك مسكن</translation>
    </message>
    <message>
        <source>Bank Sepah</source>
        <translation>بنك سبه</translation>
    </message>
    <message>
        <source>Bank Keshavarzi</source>
        <translation>بنك كشاورزي</translation>
    </message>
    <message>
        <source>Bank Melli</source>
        <translation>بنك ملي</translation>
    </message>
    <message>
        <source>Bank Tejarat</source>
        <translation>بنك تجارت</translation>
    </message>
    <message>
        <source>Bank Saderat</source>
        <translation>بنك صادرات</translation>
    </message>
    <message>
        <source>Bank Tosee Saderat</source>
        <translation>بنك تنمية الصادرات</translation>
    </message>
    <message>
        <source>Post Bank</source>
        <translation>بنك البريد</translation>
    </message>
    <message>
        <source>Bank Tosee Taavon</source>
        <translation>بنك تنمية التعاون</translation>
    </message>
    <message>
        <source>Tosee Credit Institution</source>
        <translation>مؤسسة توسعه الائتمانية</translation>
    </message>
    <message>
        <source>Bank Ghavamin</source>
        <translation>بنك قوامين</translation>
    </message>
    <message>
        <source>Bank Karafarin</source>
        <translation>بنك كارآفرين</translation>
    </message>
    <message>
        <source>Bank Parsian</source>
        <translation>بنك بارسيان</translation>
    </message>
    <message>
        <source>Bank Eghtesad Novin</source>
        <translation>بنك اقتصاد نوين</translation>
    </message>
    <message>
        <source>Bank Saman</source>
        <translation>بنك سامان</translation>
    </message>
    <message>
        <source>Bank Pasargad</source>
        <translation>بنك باساركاد</translation>
    </message>
    <message>
        <source>Bank Sarmayeh</source>
        <translation>بنك سرمايه</translation>
    </message>
    <message>
        <source>Bank Sina</source>
        <translation>بنك سينا</translation>
    </message>
    <message>
        <source>Bank Mehr Iran</source>
        <translation>بنك مهر إيران</translation>
    </message>
    <message>
        <source>Bank Shahr</source>
        <translation>بنك شهر</translation>
    </message>
    <message>
        <source>Bank Ayandeh</source>
        <translation>بنك آينده</translation>
    </message>
    <message>
        <source>Bank Ansar</source>
        <translation>بنك أنصار</translation>
    </message>
    <message>
        <source>Bank Gardeshgari</source>
        <translation>بنك كردشكري</translation>
    </message>
    <message>
        <source>Bank Hekmat</source>
        <translation>بنك حكمت</translation>
    </message>
    <message>
        <source>Bank Dey</source>
        <translation>بنك دي</translation>
    </message>
    <message>
        <source>Bank Iran Zamin</source>
        <translation>بنك إيران زمين</translation>
    </message>
    <message>
        <source>Bank Resalat</source>
        <translation>بنك رسالت</translation>
    </message>
    <message>
        <source>Kosar Credit Institution</source>
        <translation>مؤسسة كوثر الائتمانية</translation>
    </message>
    <message>
        <source>Melal Credit Institution</source>
        <translation>مؤسسة ملل الائتمانية</translation>
    </message>
    <message>
        <source>Middle East Bank</source>
        <translation>بنك الشرق الأوسط</translation>
    </message>
    <message>
        <source>Bank Mehr Eqtesad</source>
        <translation>بنك مهر اقتصاد</translation>
    </message>
    <message>
        <source>Noor Credit Institution</source>
        <translation>مؤسسة نور الائتمانية</translation>
    </message>
    <message>
        <source>Iran–Venezuela Bank</source>
        <translation>بنك إيران وفنزويلا</translation>
    </message>
</context>
<context>
    <name>BatchDecisionSheet</name>
    <message>
        <source>Declare not sent</source>
        <translation>إعلان عدم الإرسال</translation>
    </message>
    <message>
        <source>Were these rows not sent?</source>
        <translation>ألم تُرسل هذه الصفوف؟</translation>
    </message>
    <message>
        <source>Look into the provider&apos;s own panel first. Each row is asked about once more; one that the provider lists after all is not closed. What you decide is kept for good, with your name and your reason.</source>
        <translation>انظر أولاً في لوحة المزوّد نفسها. نسأل عن كل صف مرة أخرى، والصف الذي يجده المزوّد عنده لا يُغلق. يبقى قرارك محفوظاً باسمك وسببك.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Such as who was asked, and what they said</source>
        <translation>مثلاً: من سُئل لدى المزوّد، وماذا قال</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>من يقرر</translation>
    </message>
    <message>
        <source>Only a manager decides, with their PIN.</source>
        <translation>لا يقرر إلا مدير، برقمه السري.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>One of them is no longer open for a decision. Go back and look again.</source>
        <translation>أحدها لم يعد ينتظر قراراً. ارجع وانظر من جديد.</translation>
    </message>
</context>
<context>
    <name>BatchEntry</name>
    <message>
        <source>Import file…</source>
        <translation>استيراد ملف…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>إضافة صف</translation>
    </message>
    <message>
        <source>Template file…</source>
        <translation>ملف نموذج…</translation>
    </message>
    <message>
        <source>Remove rows</source>
        <translation>حذف الصفوف</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Recent batches</source>
        <translation>المجموعات الأخيرة</translation>
    </message>
    <message>
        <source>Replace the rows that are here?</source>
        <translation>هل تُستبدل الصفوف الموجودة؟</translation>
    </message>
    <message>
        <source>The rows typed or read before are lost.</source>
        <translation>تضيع الصفوف التي كُتبت أو قُرئت من قبل.</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>استبدالها</translation>
    </message>
    <message>
        <source>Clear all rows?</source>
        <translation>هل تُمسح كل الصفوف؟</translation>
    </message>
    <message>
        <source>What was typed or read is lost. Batches that were sent stay as they are.</source>
        <translation>يضيع ما كُتب أو قُرئ. أما المجموعات التي أُرسلت فتبقى كما هي.</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>مسح الكل</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>إبقاؤها</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>The template was saved: {path}</source>
        <translation>حُفظ ملف النموذج: {path}</translation>
    </message>
    <message>
        <source>Nothing was pasted: its amounts are in another unit than the rows that are here.</source>
        <translation>لم يُلصق شيء: وحدة مبالغه غير وحدة الصفوف الموجودة هنا.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Batch of {when}</source>
        <translation>مجموعة {when}</translation>
    </message>
</context>
<context>
    <name>BatchFoot</name>
    <message>
        <source>Next problem</source>
        <translation>المشكلة التالية</translation>
    </message>
    <message>
        <source>Review batch</source>
        <translation>مراجعة المجموعة</translation>
    </message>
    <message>
        <source>All rows are good</source>
        <translation>كل الصفوف سليمة</translation>
    </message>
    <message>
        <source>There is nothing to review yet.</source>
        <translation>لا شيء للمراجعة بعد.</translation>
    </message>
</context>
<context>
    <name>BatchHeading</name>
    <message>
        <source>From account</source>
        <translation>من الحساب</translation>
    </message>
    <message>
        <source>Name of the batch</source>
        <translation>اسم المجموعة</translation>
    </message>
    <message>
        <source>Such as: wages of the week</source>
        <translation>مثل: أجور الأسبوع</translation>
    </message>
    <message>
        <source>Unit of the amounts</source>
        <translation>وحدة المبالغ</translation>
    </message>
    <message>
        <source>As the header says</source>
        <translation>كما في العنوان</translation>
    </message>
</context>
<context>
    <name>BatchNotice</name>
    <message>
        <source>There is no header, so the columns were guessed: {columns}. Look at each of them.</source>
        <translation>لا صف للعناوين، فقُدّرت الأعمدة تقديراً: {columns}. راجعها واحداً واحداً.</translation>
    </message>
    <message>
        <source>The file was read as Windows-1256. Look whether the names are right.</source>
        <translation>قُرئ الملف بترميز Windows-1256. تأكد من صحة الأسماء.</translation>
    </message>
    <message>
        <source>These columns were left out: {columns}.</source>
        <translation>تُركت هذه الأعمدة: {columns}.</translation>
    </message>
    <message>
        <source>These sheets were not read: {sheets}.</source>
        <translation>لم تُقرأ هذه الأوراق: {sheets}.</translation>
    </message>
</context>
<context>
    <name>BatchOutcomeExport</name>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>BatchProblemList</name>
    <message>
        <source>Problems</source>
        <translation>المشكلات</translation>
    </message>
</context>
<context>
    <name>BatchProgress</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Review and approve</source>
        <translation>المراجعة والموافقة</translation>
    </message>
    <message>
        <source>Ask again now</source>
        <translation>اسأل الآن من جديد</translation>
    </message>
    <message>
        <source>Decide together…</source>
        <translation>قرار واحد للجميع…</translation>
    </message>
    <message>
        <source>Send the refused ones anew</source>
        <translation>إرسال المرفوضة من جديد</translation>
    </message>
    <message>
        <source>Export what failed…</source>
        <translation>تصدير ما لم يتم…</translation>
    </message>
    <message>
        <source>Give up the rest</source>
        <translation>إلغاء الباقي</translation>
    </message>
    <message>
        <source>Sent {sent} of {all}</source>
        <translation>أُرسل {sent} من {all}</translation>
    </message>
    <message>
        <source>Paid: {sum}</source>
        <translation>مدفوع: {sum}</translation>
    </message>
    <message>
        <source>On their way: {sum}</source>
        <translation>في الطريق: {sum}</translation>
    </message>
    <message>
        <source>Came to nothing: {sum}</source>
        <translation>لم يتم: {sum}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The provider was asked once more about each of them.</source>
        <translation>سُئل المزوّد عن كل منها مرة أخرى.</translation>
    </message>
    <message>
        <source>Give up the rest?</source>
        <translation>هل يُلغى الباقي؟</translation>
    </message>
    <message>
        <source>Rows that have not been sent are cancelled. What was sent goes on.</source>
        <translation>تُلغى الصفوف التي لم تُرسل، ويستمر ما أُرسل.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>إبقاؤها</translation>
    </message>
    <message>
        <source>{batch} - not paid</source>
        <translation>{batch} - غير مدفوع</translation>
    </message>
    <message>
        <source>Export what failed</source>
        <translation>تصدير ما لم يتم</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>ملف إكسل</translation>
    </message>
    <message>
        <source>CSV text</source>
        <translation>ملف CSV</translation>
    </message>
    <message>
        <source>The file was written: {path}</source>
        <translation>كُتب الملف: {path}</translation>
    </message>
</context>
<context>
    <name>BatchRecentSheet</name>
    <message>
        <source>Recent batches</source>
        <translation>المجموعات الأخيرة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>No batches yet</source>
        <translation>لا مجموعات بعد</translation>
    </message>
    <message>
        <source>Each one appears here as soon as it is approved.</source>
        <translation>تظهر كل مجموعة هنا حالما تتم الموافقة عليها.</translation>
    </message>
</context>
<context>
    <name>BatchReview</name>
    <message>
        <source>Review the batch</source>
        <translation>مراجعة المجموعة</translation>
    </message>
    <message>
        <source>First tick that this is meant.</source>
        <translation>ضع أولاً علامة تؤكد أن هذا مقصود.</translation>
    </message>
</context>
<context>
    <name>BatchReviewCard</name>
    <message>
        <source>Sum of all rows</source>
        <translation>مجموع كل الصفوف</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>المجموعة</translation>
    </message>
    <message>
        <source>From account</source>
        <translation>من الحساب</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>الصفوف الأولى</translation>
    </message>
    <message>
        <source>The bank of these rows is not known: {rows}. Look at them twice.</source>
        <translation>بنك هذه الصفوف غير معروف: {rows}. راجعها مرة أخرى.</translation>
    </message>
    <message>
        <source>The same IBAN and amount come more than once in these rows: {rows}.</source>
        <translation>يتكرر رقم الآيبان والمبلغ في هذه الصفوف: {rows}.</translation>
    </message>
    <message>
        <source>Yes, they are meant more than once</source>
        <translation>نعم، تكرارها مقصود</translation>
    </message>
    <message>
        <source>Yes, they are meant: send them again</source>
        <translation>نعم، هذا مقصود: تُرسل من جديد</translation>
    </message>
    <message>
        <source>This account may send {limit} a day, and {sent} of today are used. The batch cannot be approved today.</source>
        <translation>حد هذا الحساب {limit} في اليوم، واستُعمل منه اليوم {sent}. لا يمكن الموافقة على المجموعة اليوم.</translation>
    </message>
    <message>
        <source>One withdrawal of this account may be {limit} at most, and one of the rows is {amount}. Go back and change it.</source>
        <translation>حد السحب الواحد من هذا الحساب {limit}، وأحد الصفوف {amount}. ارجع وغيّره.</translation>
    </message>
    <message>
        <source>The same amount went to the same IBAN {when}, for one: {amount} to {iban}. Send it again?</source>
        <translation>أُرسل المبلغ نفسه إلى الآيبان نفسه {when}، ومنه: {amount} إلى {iban}. هل يُرسل من جديد؟</translation>
    </message>
</context>
<context>
    <name>BatchRowsModel</name>
    <message>
        <source>Amount ({unit})</source>
        <translation>المبلغ ({unit})</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>الصف</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>الآيبان</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>صاحب الحساب</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Tracking number: {number}</source>
        <translation>رقم التتبع: {number}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>BatchRowsView</name>
    <message>
        <source>Name, IBAN, number</source>
        <translation>اسم أو آيبان أو رقم</translation>
    </message>
    <message>
        <source>Search the rows of this batch</source>
        <translation>البحث في صفوف هذه المجموعة</translation>
    </message>
    <message>
        <source>Rows of this batch</source>
        <translation>صفوف هذه المجموعة</translation>
    </message>
</context>
<context>
    <name>BatchSources</name>
    <message>
        <source>Import rows from a file</source>
        <translation>استيراد صفوف من ملف</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>جداول</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Nothing was taken from {file}. {why}</source>
        <translation>لم يؤخذ شيء من {file}. {why}</translation>
    </message>
    <message>
        <source>Nothing was pasted. {why}</source>
        <translation>لم يُلصق شيء. {why}</translation>
    </message>
    <message>
        <source>Save the template file</source>
        <translation>حفظ ملف النموذج</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>مجموعة</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>ملف إكسل</translation>
    </message>
    <message>
        <source>CSV text</source>
        <translation>ملف CSV</translation>
    </message>
    <message>
        <source>Example Person</source>
        <translation>شخص مثال</translation>
    </message>
    <message>
        <source>Replace this row</source>
        <translation>استبدل هذا الصف</translation>
    </message>
</context>
<context>
    <name>BatchStateWords</name>
    <message>
        <source>A manager must look</source>
        <translation>يجب أن ينظر مدير</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>بانتظار الموافقة</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقفة مؤقتاً</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>قيد الإرسال</translation>
    </message>
    <message>
        <source>Being asked about</source>
        <translation>قيد الاستعلام</translation>
    </message>
    <message>
        <source>With the bank</source>
        <translation>لدى البنك</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>انتهت</translation>
    </message>
    <message>
        <source>No further call is made. The call on its way comes to its end first.</source>
        <translation>لا يُرسل طلب آخر. ينتهي أولاً الطلب الذي في الطريق.</translation>
    </message>
    <message>
        <source>The batch is paused. The rows not sent yet wait until it is resumed.</source>
        <translation>المجموعة متوقفة مؤقتاً. تنتظر الصفوف التي لم تُرسل حتى تُستأنف.</translation>
    </message>
    <message>
        <source>The provider refused a whole call, so the batch was stopped. It says: {words} Settle that with them, then resume.</source>
        <translation>رفض المزوّد طلباً كاملاً فتوقفت المجموعة. يقول: {words} عالج الأمر معه ثم استأنف.</translation>
    </message>
</context>
<context>
    <name>BatchTableModel</name>
    <message>
        <source>Not checked</source>
        <translation>لم يُفحص</translation>
    </message>
    <message>
        <source>Look twice</source>
        <translation>راجعه مرة أخرى</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>Row {number}, {column}: {problem}</source>
        <translation>الصف {number}، {column}: {problem}</translation>
    </message>
    <message>
        <source>{amount} ({unit})</source>
        <translation>{amount} ({unit})</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>الصف</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>البنك</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>BatchTableView</name>
    <message>
        <source>Rows of the batch</source>
        <translation>صفوف المجموعة</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>لا صفوف بعد</translation>
    </message>
    <message>
        <source>Import a file, drop one here, paste rows from a spreadsheet, or add them one by one.</source>
        <translation>استورد ملفاً أو أسقطه هنا، أو الصق صفوفاً من إكسل، أو أضفها واحداً واحداً.</translation>
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
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>%n صفوف</numerusform>
            <numerusform>%n صفاً</numerusform>
            <numerusform>%n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <comment>in a batch</comment>
        <translation>
            <numerusform>لا مشكلات</numerusform>
            <numerusform>مشكلة واحدة</numerusform>
            <numerusform>مشكلتان</numerusform>
            <numerusform>%n مشكلات</numerusform>
            <numerusform>%n مشكلة</numerusform>
            <numerusform>%n مشكلة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more problems</source>
        <comment>in a batch</comment>
        <translation>
            <numerusform>ولا مشكلات أخرى</numerusform>
            <numerusform>ومشكلة أخرى</numerusform>
            <numerusform>ومشكلتان أخريان</numerusform>
            <numerusform>و%n مشكلات أخرى</numerusform>
            <numerusform>و%n مشكلة أخرى</numerusform>
            <numerusform>و%n مشكلة أخرى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the file: %n rows so far</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>قراءة الملف: لا صفوف بعد</numerusform>
            <numerusform>قراءة الملف: صف واحد حتى الآن</numerusform>
            <numerusform>قراءة الملف: صفان حتى الآن</numerusform>
            <numerusform>قراءة الملف: %n صفوف حتى الآن</numerusform>
            <numerusform>قراءة الملف: %n صفاً حتى الآن</numerusform>
            <numerusform>قراءة الملف: %n صف حتى الآن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are still being checked.</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>لا صفوف قيد الفحص.</numerusform>
            <numerusform>صف واحد ما زال قيد الفحص.</numerusform>
            <numerusform>صفان ما زالا قيد الفحص.</numerusform>
            <numerusform>%n صفوف ما زالت قيد الفحص.</numerusform>
            <numerusform>%n صفاً ما زال قيد الفحص.</numerusform>
            <numerusform>%n صف ما زال قيد الفحص.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have problems. Mend or remove them.</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>لا صفوف فيها مشكلات.</numerusform>
            <numerusform>في صف واحد مشكلات. أصلحه أو احذفه.</numerusform>
            <numerusform>في صفين مشكلات. أصلحهما أو احذفهما.</numerusform>
            <numerusform>في %n صفوف مشكلات. أصلحها أو احذفها.</numerusform>
            <numerusform>في %n صفاً مشكلات. أصلحها أو احذفها.</numerusform>
            <numerusform>في %n صف مشكلات. أصلحها أو احذفها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The provider could not tell about %n rows. A manager must look.</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>لا صفوف تنتظر مديراً.</numerusform>
            <numerusform>لم يستطع المزوّد الإفادة عن صف واحد. يجب أن ينظر مدير.</numerusform>
            <numerusform>لم يستطع المزوّد الإفادة عن صفين. يجب أن ينظر مدير.</numerusform>
            <numerusform>لم يستطع المزوّد الإفادة عن %n صفوف. يجب أن ينظر مدير.</numerusform>
            <numerusform>لم يستطع المزوّد الإفادة عن %n صفاً. يجب أن ينظر مدير.</numerusform>
            <numerusform>لم يستطع المزوّد الإفادة عن %n صف. يجب أن ينظر مدير.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows wait for a manager&apos;s approval.</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>لا صفوف تنتظر موافقة مدير.</numerusform>
            <numerusform>صف واحد ينتظر موافقة مدير.</numerusform>
            <numerusform>صفان ينتظران موافقة مدير.</numerusform>
            <numerusform>%n صفوف تنتظر موافقة مدير.</numerusform>
            <numerusform>%n صفاً تنتظر موافقة مدير.</numerusform>
            <numerusform>%n صف تنتظر موافقة مدير.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing %n rows down…</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>لا صفوف للتسجيل…</numerusform>
            <numerusform>تسجيل صف واحد…</numerusform>
            <numerusform>تسجيل صفين…</numerusform>
            <numerusform>تسجيل %n صفوف…</numerusform>
            <numerusform>تسجيل %n صفاً…</numerusform>
            <numerusform>تسجيل %n صف…</numerusform>
        </translation>
    </message>
    <message>
        <source>The table is damaged at line {line}: a quotation mark is open, or a row is torn.</source>
        <translation>الجدول تالف عند السطر {line}: علامة اقتباس مفتوحة أو صف مقطوع.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>لم يعد الملف موجوداً.</translation>
    </message>
    <message>
        <source>This user may not read the file, or another program holds it. Close it there and try again.</source>
        <translation>لا يملك هذا المستخدم صلاحية قراءة الملف، أو يستخدمه برنامج آخر. أغلقه هناك وحاول مجدداً.</translation>
    </message>
    <message>
        <source>The file is damaged. Save it again as XLSX or CSV.</source>
        <translation>الملف تالف. احفظه من جديد بصيغة XLSX أو CSV.</translation>
    </message>
    <message>
        <source>There are no rows in it.</source>
        <translation>لا صفوف فيه.</translation>
    </message>
    <message>
        <source>The file cannot be read. Copy it to this computer first.</source>
        <translation>لا يمكن قراءة الملف. انسخه أولاً إلى هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The disk is full, so the file was not written. Make room and try again.</source>
        <translation>القرص ممتلئ فلم يُكتب الملف. أفرغ مساحة وحاول مجدداً.</translation>
    </message>
    <message>
        <source>The file may not be written here, or another program holds it open.</source>
        <translation>لا يُسمح بكتابة الملف هنا، أو يستخدمه برنامج آخر.</translation>
    </message>
    <message>
        <source>The folder is not there any more. Choose another.</source>
        <translation>لم يعد المجلد موجوداً. اختر غيره.</translation>
    </message>
    <message>
        <source>Give the file a name that ends in .xlsx or .csv.</source>
        <translation>أعط الملف اسماً ينتهي بالامتداد .xlsx أو .csv.</translation>
    </message>
    <message>
        <source>These are too many rows for a workbook. Save them as CSV.</source>
        <translation>هذه الصفوف أكثر مما يسعه ملف إكسل. احفظها بصيغة CSV.</translation>
    </message>
    <message>
        <source>The disk does not work as it should, so the file was not written.</source>
        <translation>القرص لا يعمل كما ينبغي فلم يُكتب الملف.</translation>
    </message>
    <message>
        <source>These columns are missing: {columns}. Name them in the first row, as in the template file.</source>
        <translation>هذه الأعمدة ناقصة: {columns}. اكتب أسماءها في الصف الأول كما في ملف النموذج.</translation>
    </message>
    <message>
        <source>More than one column could be this one: {columns}. Name the columns in the first row.</source>
        <translation>أكثر من عمود قد يكون هذا: {columns}. اكتب أسماء الأعمدة في الصف الأول.</translation>
    </message>
    <message>
        <source>This is a web page, not a table. Save it as XLSX or CSV.</source>
        <translation>هذه صفحة ويب وليست جدولاً. احفظها بصيغة XLSX أو CSV.</translation>
    </message>
    <message>
        <source>This is a PDF, not a table. Ask for the list as XLSX or CSV.</source>
        <translation>هذا ملف PDF وليس جدولاً. اطلب القائمة بصيغة XLSX أو CSV.</translation>
    </message>
    <message>
        <source>This is a workbook of the old kind (.xls). Save it as XLSX in Excel.</source>
        <translation>هذا ملف إكسل من النوع القديم (xls). احفظه في إكسل بصيغة XLSX.</translation>
    </message>
    <message>
        <source>This workbook has a password. Save it without one.</source>
        <translation>لملف إكسل هذا كلمة مرور. احفظه بدونها.</translation>
    </message>
    <message>
        <source>This is an archive or another kind of document. Save the list as XLSX or CSV.</source>
        <translation>هذا أرشيف أو مستند من نوع آخر. احفظ القائمة بصيغة XLSX أو CSV.</translation>
    </message>
    <message>
        <source>This is not a table. Choose an XLSX or CSV file.</source>
        <translation>هذا ليس جدولاً. اختر ملف XLSX أو CSV.</translation>
    </message>
    <message>
        <source>The table has more than {limit} rows. Divide it into several batches.</source>
        <translation>صفوف الجدول أكثر من {limit}. قسّمه إلى عدة مجموعات.</translation>
    </message>
    <message>
        <source>The file is larger than {limit} megabytes. Divide it into several batches.</source>
        <translation>الملف أكبر من {limit} ميغابايت. قسّمه إلى عدة مجموعات.</translation>
    </message>
</context>
<context>
    <name>BringTillPage</name>
    <message>
        <source>Bring a till from a folder</source>
        <translation>نقل صندوق من مجلد</translation>
    </message>
    <message>
        <source>Choose the folder that everything was exported to on the other computer. Its till is here afterwards as it was there.</source>
        <translation>اختر المجلد الذي صُدّر إليه كل شيء على الحاسوب الآخر. يصير صندوقه هنا كما كان هناك.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>اختيار مجلد…</translation>
    </message>
    <message>
        <source>There is only a backup of it…</source>
        <translation>لا توجد إلا نسخة احتياطية منه…</translation>
    </message>
    <message>
        <source>A backup holds no secrets: the till comes with its history, the keys of its accounts are entered again in the settings. Its first manager gets a new PIN; everyone else is added again.</source>
        <translation>ليس في النسخة الاحتياطية بيانات سرية: يأتي الصندوق مع سجله، وتُدخل مفاتيح حساباته من جديد في الإعدادات. يأخذ مديره الأول رقماً سرياً جديداً، ويُضاف الباقون من جديد.</translation>
    </message>
    <message>
        <source>Passphrase of the folder</source>
        <translation>عبارة مرور المجلد</translation>
    </message>
    <message>
        <source>The PIN again</source>
        <translation>الرقم السري مرة ثانية</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>اختيار نسخة احتياطية</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>PIN of one of that till&apos;s managers</source>
        <translation>الرقم السري لأحد مديري ذلك الصندوق</translation>
    </message>
    <message>
        <source>A new PIN</source>
        <translation>رقم سري جديد</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>الرقمان السريان غير متطابقين.</translation>
    </message>
    <message>
        <source>Bring the till here</source>
        <translation>نقل الصندوق إلى هنا</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>The folder with the till</source>
        <translation>مجلد الصندوق</translation>
    </message>
    <message>
        <source>There is no exported till in this folder.</source>
        <translation>ليس في هذا المجلد صندوق مصدّر.</translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message>
        <source>Previous year</source>
        <translation>السنة السابقة</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>الشهر السابق</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>الشهر التالي</translation>
    </message>
    <message>
        <source>Next year</source>
        <translation>السنة التالية</translation>
    </message>
</context>
<context>
    <name>ClosingSheet</name>
    <message>
        <source>Closing</source>
        <translation>جارٍ الإغلاق</translation>
    </message>
    <message>
        <source>Waiting for the provider&apos;s answer</source>
        <translation>بانتظار رد المزوّد</translation>
    </message>
    <message>
        <source>The program closes by itself as soon as it is known what became of the payment.</source>
        <translation>يُغلق البرنامج من تلقاء نفسه حالما تُعرف نتيجة الدفعة.</translation>
    </message>
    <message>
        <source>A backup is being made</source>
        <translation>تُنشأ نسخة احتياطية</translation>
    </message>
    <message>
        <source>The program closes by itself when it is done, or when it takes too long.</source>
        <translation>يُغلق البرنامج تلقائياً حين تنتهي، أو إن طال الأمر.</translation>
    </message>
    <message>
        <source>Close now, ask at the next start</source>
        <translation>أغلق الآن واسأل عند التشغيل القادم</translation>
    </message>
</context>
<context>
    <name>CodeFace</name>
    <message>
        <source>Enter the code that was sent to the customer</source>
        <translation>أدخل الرمز الذي وصل إلى الزبون</translation>
    </message>
    <message>
        <source>Confirmation code</source>
        <translation>رمز التأكيد</translation>
    </message>
    <message>
        <source>Confirm payment</source>
        <translation>تأكيد الدفعة</translation>
    </message>
</context>
<context>
    <name>CodeMessage</name>
    <message>
        <source>{provider} sent a code</source>
        <translation>أرسل {provider} رمزاً</translation>
    </message>
    <message>
        <source>To customer {number}</source>
        <translation>إلى الزبون {number}</translation>
    </message>
</context>
<context>
    <name>CopyLabel</name>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Click to copy</source>
        <translation>انقر للنسخ</translation>
    </message>
</context>
<context>
    <name>CountdownBar</name>
    <message>
        <source>{duration} left</source>
        <translation>تنتهي المهلة بعد {duration}</translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation>انتهت المهلة</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>How long history is kept</source>
        <translation>مدة حفظ السجل</translation>
    </message>
    <message>
        <source>What is older is deleted from this till once it is over. What is open is always kept.</source>
        <translation>يُحذف الأقدم من هذا الصندوق بعد أن ينتهي. وما هو مفتوح يبقى دائماً.</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>دائماً</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n سنة</numerusform>
            <numerusform>سنة واحدة</numerusform>
            <numerusform>سنتان</numerusform>
            <numerusform>%n سنوات</numerusform>
            <numerusform>%n سنة</numerusform>
            <numerusform>%n سنة</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>يجري العد</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>الحجم على القرص</translation>
    </message>
    <message>
        <source>Lines of history</source>
        <translation>حركات السجل</translation>
    </message>
    <message>
        <source>From providers&apos; lists</source>
        <translation>من قوائم المزوّدين</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>{done} of {whole} lines deleted</source>
        <translation>الحركات المحذوفة: {done} من {whole}</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were deleted.</source>
        <translation>
            <numerusform>لم تُحذف أي حركة.</numerusform>
            <numerusform>حُذفت حركة واحدة.</numerusform>
            <numerusform>حُذفت حركتان.</numerusform>
            <numerusform>حُذفت %n حركات.</numerusform>
            <numerusform>حُذفت %n حركة.</numerusform>
            <numerusform>حُذفت %n حركة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) from before {date} are deleted from this till and cannot be brought back.</source>
        <translation>
            <numerusform>لا حركات قبل {date} لتُحذف من هذا الصندوق.</numerusform>
            <numerusform>تُحذف من هذا الصندوق حركة واحدة قبل {date} ولا يمكن استعادتها.</numerusform>
            <numerusform>تُحذف من هذا الصندوق حركتان قبل {date} ولا يمكن استعادتهما.</numerusform>
            <numerusform>تُحذف من هذا الصندوق %n حركات قبل {date} ولا يمكن استعادتها.</numerusform>
            <numerusform>تُحذف من هذا الصندوق %n حركة قبل {date} ولا يمكن استعادتها.</numerusform>
            <numerusform>تُحذف من هذا الصندوق %n حركة قبل {date} ولا يمكن استعادتها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete older history?</source>
        <translation>هل يُحذف السجل الأقدم؟</translation>
    </message>
    <message>
        <source>From then on it goes on by itself, day by day. What is open is kept.</source>
        <translation>بعد ذلك يستمر الحذف تلقائياً كل يوم. وما هو مفتوح يبقى.</translation>
    </message>
    <message>
        <source>Delete older history</source>
        <translation>حذف السجل الأقدم</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>إبقاء كل شيء</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} كيلوبايت</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} ميغابايت</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} غيغابايت</translation>
    </message>
    <message>
        <source>{size} TB</source>
        <translation>{size} تيرابايت</translation>
    </message>
</context>
<context>
    <name>DateJumpPopup</name>
    <message>
        <source>Go to a date</source>
        <translation>الانتقال إلى تاريخ</translation>
    </message>
</context>
<context>
    <name>DateRangePopup</name>
    <message>
        <source>Dates</source>
        <translation>التواريخ</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Choose the first day and the last.</source>
        <translation>اختر اليوم الأول واليوم الأخير.</translation>
    </message>
    <message>
        <source>From {first}. Choose the last day.</source>
        <translation>من {first}. اختر اليوم الأخير.</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>من {first} إلى {last}</translation>
    </message>
</context>
<context>
    <name>DateWords</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>هذا الأسبوع</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>هذا الشهر</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>الشهر الماضي</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>كل التواريخ</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} إلى {last}</translation>
    </message>
</context>
<context>
    <name>DecisionSheet</name>
    <message>
        <source>Mark as not paid</source>
        <translation>تسجيلها غير مدفوعة</translation>
    </message>
    <message>
        <source>Was this payment not made?</source>
        <translation>ألم تتم هذه الدفعة؟</translation>
    </message>
    <message>
        <source>Look into the provider&apos;s own panel first. If the payment is there, go back and press Ask now: only the provider&apos;s word makes it paid. If it is not there, a manager marks it as not paid; who did so and why is kept for good.</source>
        <translation>راجع أولاً لوحة المزوّد نفسه. إن وجدت الدفعة هناك فارجع واضغط «اسأل الآن»: لا تُعد مدفوعة إلا بكلمة المزوّد. وإن لم تجدها فيسجلها مدير غير مدفوعة، ويُحفظ دائماً من فعل ذلك ولماذا.</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>المدير</translation>
    </message>
    <message>
        <source>Manager&apos;s PIN</source>
        <translation>الرقم السري للمدير</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Such as who was asked, and what they said</source>
        <translation>مثلاً: من سُئل لدى المزوّد، وماذا قال</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>This PIN is not right.</source>
        <translation>الرقم السري غير صحيح.</translation>
    </message>
    <message>
        <source>Only a manager may decide this.</source>
        <translation>هذا القرار للمدير وحده.</translation>
    </message>
    <message>
        <source>It is no longer open for a decision: {state}.</source>
        <translation>لم تعد بحاجة إلى قرار: {state}.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {duration}.</source>
        <translation>أُدخل الرقم السري خطأً عدة مرات. حاول مجدداً بعد {duration}.</translation>
    </message>
</context>
<context>
    <name>DurationWords</name>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n ثانية</numerusform>
            <numerusform>ثانية واحدة</numerusform>
            <numerusform>ثانيتين</numerusform>
            <numerusform>%n ثوانٍ</numerusform>
            <numerusform>%n ثانية</numerusform>
            <numerusform>%n ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتين</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%n ساعة</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتين</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>days</comment>
        <translation>
            <numerusform>%n يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومين</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يوماً</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportEverythingSheet</name>
    <message>
        <source>Export everything</source>
        <translation>تصدير كل شيء</translation>
    </message>
    <message>
        <source>A folder with all of this till&apos;s data and, encrypted, the keys of its accounts. With it and the passphrase the till can be brought to another computer.</source>
        <translation>مجلد فيه كل بيانات هذا الصندوق، ومفاتيح حساباته مشفّرة. به وبعبارة المرور يمكن نقل الصندوق إلى حاسوب آخر.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>اختيار مجلد…</translation>
    </message>
    <message>
        <source>Write the passphrase down and keep it apart from the folder. Nobody can recover it if it is lost.</source>
        <translation>اكتب عبارة المرور واحفظها بعيداً عن المجلد. إن ضاعت فلا يمكن لأحد استعادتها.</translation>
    </message>
    <message>
        <source>Who exports</source>
        <translation>من يصدّر</translation>
    </message>
    <message>
        <source>The keys of the accounts leave the till: a manager agrees to it.</source>
        <translation>تخرج مفاتيح الحسابات من الصندوق: يلزم أن يوافق مدير.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Everything is being written. You can close this and go on working meanwhile.</source>
        <translation>يُكتب كل شيء الآن. يمكنك إغلاق هذا ومتابعة العمل.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Where everything is exported to</source>
        <translation>مكان تصدير كل شيء</translation>
    </message>
    <message>
        <source>Everything is exported, and was read back whole.</source>
        <translation>صُدّر كل شيء وتم التحقق منه كاملاً.</translation>
    </message>
    <message>
        <source>This folder holds everything of a Cashier till.</source>
        <translation>في هذا المجلد كل بيانات صندوق من برنامج Cashier.</translation>
    </message>
    <message>
        <source>To bring the till to another computer: install Cashier there, start it, and on its first page choose “Bring a till from a folder”. Choose this folder, enter the passphrase that was chosen when it was made, and the PIN of a manager.</source>
        <translation>لنقل الصندوق إلى حاسوب آخر: ثبّت برنامج Cashier هناك وشغّله، واختر في صفحته الأولى «نقل صندوق من مجلد». اختر هذا المجلد وأدخل عبارة المرور التي اختيرت عند إنشائه والرقم السري لأحد المديرين.</translation>
    </message>
    <message>
        <source>Do not use the old till any more from then on: two tills with the same accounts do not know of each other.</source>
        <translation>بعد ذلك لا تستخدم الصندوق القديم: صندوقان بالحسابات نفسها لا يعلم أحدهما بالآخر.</translation>
    </message>
    <message>
        <source>The keys of the accounts are encrypted with the passphrase. All other data is not: keep this folder as you keep the shop&apos;s books.</source>
        <translation>مفاتيح الحسابات مشفّرة بعبارة المرور، أما باقي البيانات فلا: احفظ هذا المجلد كما تحفظ دفاتر المتجر.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>(optional)</source>
        <translation>(اختياري)</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Set up this till</source>
        <translation>إعداد الصندوق</translation>
    </message>
    <message>
        <source>This is all it needs to know before the first payment.</source>
        <translation>هذا كل ما يلزم قبل أول دفعة.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>اسم المتجر</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>You are this till&apos;s first manager.</source>
        <translation>أنت أول مدير لهذا الصندوق.</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>رقمك السري</translation>
    </message>
    <message>
        <source>{least} digits or more; it opens the lock.</source>
        <translation>أقل عدد لأرقامه {least}؛ به يُفتح القفل.</translation>
    </message>
    <message>
        <source>The PIN again</source>
        <translation>الرقم السري مرة ثانية</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Bring a till from a folder…</source>
        <translation>نقل صندوق من مجلد…</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>الرقمان السريان غير متطابقين.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Something went wrong in the program; what was typed is kept. The log says more: {error}</source>
        <translation>حدث خطأ في البرنامج، وما كتبته محفوظ. التفاصيل في ملف السجل: {error}</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>الصندوق</translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation>تحصيل دفعة</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>تحتاج متابعة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Repair now</source>
        <translation>أصلح الآن</translation>
    </message>
</context>
<context>
    <name>HistoryDetailsPane</name>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>The provider answered. It is now: {state}</source>
        <translation>ردّ المزوّد. الحالة الآن: {state}</translation>
    </message>
    <message>
        <source>The provider was asked. Nothing has changed.</source>
        <translation>سُئل المزوّد. لم يتغير شيء.</translation>
    </message>
</context>
<context>
    <name>HistoryDetailsView</name>
    <message>
        <source>Close the details</source>
        <translation>إغلاق التفاصيل</translation>
    </message>
    <message>
        <source>The provider&apos;s list says</source>
        <translation>في قائمة المزوّد</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Calls made</source>
        <translation>الطلبات المرسلة</translation>
    </message>
    <message>
        <source>Ask the provider now</source>
        <translation>اسأل المزوّد الآن</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>إيصال</translation>
    </message>
    <message>
        <source>Copy reference</source>
        <translation>نسخ المرجع</translation>
    </message>
    <message>
        <source>Copy IBAN</source>
        <translation>نسخ الآيبان</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>HistoryExportSheet</name>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>نوع الملف</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>ملف إكسل</translation>
    </message>
    <message>
        <source>CSV text</source>
        <translation>ملف CSV</translation>
    </message>
    <message>
        <source>Opens in Excel and other spreadsheets; amounts are numbers.</source>
        <translation>يُفتح في إكسل وبرامج الجداول الأخرى؛ والمبالغ أرقام.</translation>
    </message>
    <message>
        <source>For other programs. Excel opens it too.</source>
        <translation>للبرامج الأخرى. ويفتحه إكسل أيضاً.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Choose where to save</source>
        <translation>اختيار مكان الحفظ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Reading history</source>
        <translation>تجري قراءة السجل</translation>
    </message>
    <message>
        <source>The file is being finished</source>
        <translation>يجري إتمام الملف</translation>
    </message>
    <message>
        <source>{written} of {count} rows written</source>
        <translation>الصفوف المكتوبة: {written} من {count}</translation>
    </message>
    <message>
        <source>Everything that is filtered now is written, in the order of the table.</source>
        <translation>يُكتب كل ما تعرضه التصفية الآن، بترتيب الجدول.</translation>
    </message>
    <message>
        <source>Nothing is filtered, so there is nothing to write.</source>
        <translation>لا شيء يطابق التصفية، فلا شيء يُكتب.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are written, as they are filtered and sorted now.</source>
        <translation>
            <numerusform>لا صفوف لتُكتب.</numerusform>
            <numerusform>يُكتب صف واحد كما هو مصفّى ومرتّب الآن.</numerusform>
            <numerusform>يُكتب صفان كما هما مصفّيان ومرتّبان الآن.</numerusform>
            <numerusform>تُكتب %n صفوف كما هي مصفّاة ومرتّبة الآن.</numerusform>
            <numerusform>يُكتب %n صفاً كما هي مصفّاة ومرتّبة الآن.</numerusform>
            <numerusform>يُكتب %n صف كما هي مصفّاة ومرتّبة الآن.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file is written: %n row(s).</source>
        <translation>
            <numerusform>كُتب الملف: لا صفوف.</numerusform>
            <numerusform>كُتب الملف: صف واحد.</numerusform>
            <numerusform>كُتب الملف: صفان.</numerusform>
            <numerusform>كُتب الملف: %n صفوف.</numerusform>
            <numerusform>كُتب الملف: %n صفاً.</numerusform>
            <numerusform>كُتب الملف: %n صف.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export history</source>
        <translation>تصدير السجل</translation>
    </message>
    <message>
        <source>{date} History</source>
        <translation>{date} السجل</translation>
    </message>
</context>
<context>
    <name>HistoryExportWords</name>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>التاريخ والوقت</translation>
    </message>
    <message>
        <source>Jalali date</source>
        <translation>التاريخ الهجري الشمسي</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>صاحب الحساب</translation>
    </message>
    <message>
        <source>Provider&apos;s number</source>
        <translation>الرقم لدى المزوّد</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>HistoryFactWords</name>
    <message>
        <source>The provider&apos;s words</source>
        <translation>رسالة المزوّد</translation>
    </message>
    <message>
        <source>First met in the list</source>
        <translation>أول ظهور في القائمة</translation>
    </message>
    <message>
        <source>Changed by the provider</source>
        <translation>تغيير من المزوّد</translation>
    </message>
    <message>
        <source>The provider lists {listed}; here it is {ours}.</source>
        <translation>في قائمة المزوّد {listed}؛ وهنا {ours}.</translation>
    </message>
    <message>
        <source>The provider lists it as “{listed}”; here it is “{ours}”.</source>
        <translation>هو في قائمة المزوّد «{listed}»؛ وهنا «{ours}».</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Provider&apos;s number</source>
        <translation>الرقم لدى المزوّد</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>الزبون</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>أمين الصندوق</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>تاريخ الدفع</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>رقم التتبع</translation>
    </message>
    <message>
        <source>Reference code</source>
        <translation>رمز المرجع</translation>
    </message>
    <message>
        <source>To IBAN</source>
        <translation>إلى الآيبان</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>البنك</translation>
    </message>
    <message>
        <source>In the name of</source>
        <translation>باسم</translation>
    </message>
    <message>
        <source>Name at the bank</source>
        <translation>الاسم لدى البنك</translation>
    </message>
    <message>
        <source>Number at the provider</source>
        <translation>الرقم لدى المزوّد</translation>
    </message>
    <message>
        <source>Deposit identifier</source>
        <translation>معرّف الإيداع</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>وافق عليه</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Number in the list</source>
        <translation>الرقم في القائمة</translation>
    </message>
</context>
<context>
    <name>HistoryFetched</name>
    <message>
        <source>Reading for the first time…</source>
        <translation>يجري الجلب لأول مرة…</translation>
    </message>
    <message>
        <source>Not everything fetched yet</source>
        <translation>لم يُجلب كل شيء بعد</translation>
    </message>
    <message>
        <source>Fetched up to {moment}</source>
        <translation>محدّث حتى {moment}</translation>
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
        <translation>المرجع، الاسم، الآيبان، الملاحظة</translation>
    </message>
    <message>
        <source>Search history</source>
        <translation>البحث في السجل</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>مسح التصفية</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>الحسابات</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>كل الحسابات</translation>
    </message>
    <message>
        <source>States</source>
        <translation>الحالات</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>كل الحالات</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>العملات</translation>
    </message>
    <message>
        <source>All currencies</source>
        <translation>كل العملات</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>أمناء الصندوق</translation>
    </message>
    <message>
        <source>All operators</source>
        <translation>كل أمناء الصندوق</translation>
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
            <numerusform>لا جديد</numerusform>
            <numerusform>واحدة جديدة</numerusform>
            <numerusform>اثنتان جديدتان</numerusform>
            <numerusform>%n جديدة</numerusform>
            <numerusform>%n جديدة</numerusform>
            <numerusform>%n جديدة</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>ما يُعرض</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>الدفعات</translation>
    </message>
    <message>
        <source>Withdrawals</source>
        <translation>السحوبات</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Fetch from the providers now</source>
        <translation>الجلب من المزوّدين الآن</translation>
    </message>
    <message>
        <source>Go to a date (Ctrl+G)</source>
        <translation>الانتقال إلى تاريخ (Ctrl+G)</translation>
    </message>
</context>
<context>
    <name>HistoryLifeWords</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>ولا مرة</numerusform>
            <numerusform>مرة واحدة</numerusform>
            <numerusform>مرتين</numerusform>
            <numerusform>%n مرات</numerusform>
            <numerusform>%n مرة</numerusform>
            <numerusform>%n مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>تمت الموافقة</translation>
    </message>
    <message>
        <source>The provider&apos;s list now says: {state}</source>
        <translation>في قائمة المزوّد الآن: {state}</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>أُدخلت</translation>
    </message>
    <message>
        <source>Waits for a connection</source>
        <translation>بانتظار الاتصال</translation>
    </message>
    <message>
        <source>The provider was asked</source>
        <translation>سُئل المزوّد</translation>
    </message>
    <message>
        <source>Handed to a manager</source>
        <translation>أُحيلت إلى مدير</translation>
    </message>
    <message>
        <source>A manager decided</source>
        <translation>قرار من مدير</translation>
    </message>
    <message>
        <source>The provider&apos;s list says something else than before</source>
        <translation>تغيّر ما في قائمة المزوّد</translation>
    </message>
    <message>
        <source>A receipt was printed</source>
        <translation>طُبع إيصال</translation>
    </message>
    <message>
        <source>The amount was {before} and is now {after}.</source>
        <translation>كان المبلغ {before} وصار {after}.</translation>
    </message>
    <message>
        <source>Its number is now {number}.</source>
        <translation>صار رقمها {number}.</translation>
    </message>
    <message>
        <source>The provider says: {words}</source>
        <translation>يقول المزوّد: {words}</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>غير مذكور</translation>
    </message>
    <message>
        <source>Asking for the payment</source>
        <translation>طلب الدفعة</translation>
    </message>
    <message>
        <source>Confirming the payment</source>
        <translation>تأكيد الدفعة</translation>
    </message>
    <message>
        <source>Sending the withdrawal</source>
        <translation>إرسال السحب</translation>
    </message>
    <message numerus="yes">
        <source>asked %n time(s) since</source>
        <translation>
            <numerusform>لم يُسأل بعدها</numerusform>
            <numerusform>سُئل بعدها مرة واحدة</numerusform>
            <numerusform>سُئل بعدها مرتين</numerusform>
            <numerusform>سُئل بعدها %n مرات</numerusform>
            <numerusform>سُئل بعدها %n مرة</numerusform>
            <numerusform>سُئل بعدها %n مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>about to leave</source>
        <translation>على وشك الإرسال</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>في الطريق</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>وصل الرد</translation>
    </message>
    <message>
        <source>done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>رُفض</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>لم يُرسل</translation>
    </message>
    <message>
        <source>the answer is missing</source>
        <translation>لم يصل الرد</translation>
    </message>
    <message>
        <source>being asked about</source>
        <translation>يُسأل عنه</translation>
    </message>
    <message>
        <source>with a manager</source>
        <translation>لدى مدير</translation>
    </message>
</context>
<context>
    <name>HistoryNothing</name>
    <message>
        <source>One moment…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>History is being opened.</source>
        <translation>يُفتح السجل.</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>لا شيء هنا بعد</translation>
    </message>
    <message>
        <source>What is paid in or out here appears at once, and what the providers list as soon as it is fetched.</source>
        <translation>كل ما يُقبض أو يُدفع هنا يظهر فوراً، وما في قوائم المزوّدين يظهر حالما يُجلب.</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>اجلب الآن</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>No item has everything that was chosen and typed. Take a filter away, or look for less.</source>
        <translation>لا شيء يطابق كل ما اختير وكُتب. أزل تصفية أو ابحث بكلمات أقل.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>مسح التصفية</translation>
    </message>
    <message>
        <source>History cannot be read</source>
        <translation>تتعذر قراءة السجل</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>HistoryReadings</name>
    <message>
        <source>{account}: {read} read</source>
        <translation>{account}: قُرئ {read}</translation>
    </message>
    <message>
        <source>{account}: {read} of {whole}</source>
        <translation>{account}: {read} من {whole}</translation>
    </message>
</context>
<context>
    <name>HistoryTableModel</name>
    <message>
        <source>This was not made at this till: it is known from the provider&apos;s list.</source>
        <translation>لم تُسجَّل على هذا الصندوق، بل جاءت من قائمة المزوّد.</translation>
    </message>
</context>
<context>
    <name>HistoryTableView</name>
    <message>
        <source>Payments and withdrawals</source>
        <translation>الدفعات والسحوبات</translation>
    </message>
</context>
<context>
    <name>HistoryTotalsLine</name>
    <message>
        <source>Came in:</source>
        <translation>المقبوض:</translation>
    </message>
    <message>
        <source>Went out:</source>
        <translation>المدفوع:</translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <comment>in history</comment>
        <translation>
            <numerusform>لا حركات</numerusform>
            <numerusform>حركة واحدة</numerusform>
            <numerusform>حركتان</numerusform>
            <numerusform>%n حركات</numerusform>
            <numerusform>%n حركة</numerusform>
            <numerusform>%n حركة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items so far</source>
        <comment>in history</comment>
        <translation>
            <numerusform>لا حركات حتى الآن</numerusform>
            <numerusform>حركة واحدة حتى الآن</numerusform>
            <numerusform>حركتان حتى الآن</numerusform>
            <numerusform>%n حركات حتى الآن</numerusform>
            <numerusform>%n حركة حتى الآن</numerusform>
            <numerusform>%n حركة حتى الآن</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Payment</source>
        <translation>تحصيل</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Made elsewhere</source>
        <translation>خارج هذا الصندوق</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Customer or IBAN</source>
        <translation>الزبون أو الآيبان</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>أمين الصندوق</translation>
    </message>
</context>
<context>
    <name>IbanField</name>
    <message>
        <source>IBAN of the receiver</source>
        <translation>رقم آيبان المستفيد</translation>
    </message>
    <message>
        <source>Saved receivers</source>
        <translation>المستفيدون المحفوظون</translation>
    </message>
    <message>
        <source>Save this receiver</source>
        <translation>حفظ هذا المستفيد</translation>
    </message>
    <message>
        <source>Forget this receiver</source>
        <translation>حذف هذا المستفيد من القائمة</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>Show or hide these keys</source>
        <translation>إظهار هذه القائمة أو إخفاؤها</translation>
    </message>
    <message>
        <source>Take payment, cursor in the amount</source>
        <translation>تحصيل دفعة، والمؤشر في المبلغ</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>تحتاج متابعة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Lock the till</source>
        <translation>قفل الصندوق</translation>
    </message>
    <message>
        <source>To the next field or button, and back</source>
        <translation>إلى الحقل أو الزر التالي، والعودة إلى السابق</translation>
    </message>
    <message>
        <source>Do what the main button says</source>
        <translation>تنفيذ ما يقوله الزر الرئيسي</translation>
    </message>
    <message>
        <source>Close what lies over the page; nothing is lost</source>
        <translation>إغلاق ما يعلو الصفحة؛ لا يضيع شيء</translation>
    </message>
    <message>
        <source>From the amount to the customer, then send the payment request</source>
        <translation>من المبلغ إلى رقم الزبون، ثم إرسال طلب الدفع</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>الأسهم</translation>
    </message>
    <message>
        <source>Choose the account or the currency, where the cursor is on it</source>
        <translation>اختيار الحساب أو العملة حين يكون المؤشر عليه</translation>
    </message>
    <message>
        <source>Review the withdrawal, from any field</source>
        <translation>مراجعة السحب، من أي حقل</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>أسفل</translation>
    </message>
    <message>
        <source>In the IBAN: choose among the saved receivers</source>
        <translation>في الآيبان: الاختيار من المستفيدين المحفوظين</translation>
    </message>
    <message>
        <source>Choose the account, or one receiver or many</source>
        <translation>اختيار الحساب، أو مستفيد واحد أو عدة مستفيدين</translation>
    </message>
    <message>
        <source>Many receivers: import a file</source>
        <translation>عدة مستفيدين: استيراد ملف</translation>
    </message>
    <message>
        <source>Many receivers: paste rows of a table</source>
        <translation>عدة مستفيدين: لصق صفوف جدول</translation>
    </message>
    <message>
        <source>Many receivers: add a row, remove the row</source>
        <translation>عدة مستفيدين: إضافة صف، حذف الصف</translation>
    </message>
    <message>
        <source>Many receivers: to the next row that is wrong</source>
        <translation>عدة مستفيدين: إلى الصف الخطأ التالي</translation>
    </message>
    <message>
        <source>Many receivers: review the batch</source>
        <translation>عدة مستفيدين: مراجعة المجموعة</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>الانتقال إلى تاريخ</translation>
    </message>
    <message>
        <source>Move through the lines</source>
        <translation>التنقل بين السطور</translation>
    </message>
    <message>
        <source>To the first line, to the last one</source>
        <translation>إلى السطر الأول، إلى السطر الأخير</translation>
    </message>
    <message>
        <source>Show all about the line</source>
        <translation>عرض كل تفاصيل السطر</translation>
    </message>
    <message>
        <source>Copy the line&apos;s reference</source>
        <translation>نسخ مرجع السطر</translation>
    </message>
    <message>
        <source>Close what is shown beside the table</source>
        <translation>إغلاق التفاصيل بجانب الجدول</translation>
    </message>
    <message>
        <source>From one open thing to the next, and back</source>
        <translation>من أمر مفتوح إلى التالي، والعودة</translation>
    </message>
    <message>
        <source>Take the next step of the open thing</source>
        <translation>تنفيذ الخطوة التالية للأمر المفتوح</translation>
    </message>
    <message>
        <source>From one setting to the next, and back</source>
        <translation>من إعداد إلى التالي، والعودة</translation>
    </message>
    <message>
        <source>Choose another value; it holds at once</source>
        <translation>اختيار قيمة أخرى؛ تسري فوراً</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>تشغيل أو إيقاف</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>هنا</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>في هذه الصفحة</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>No connection since {time}. Nothing is lost: what could not be sent waits, and goes when the line is back.</source>
        <translation>لا اتصال منذ {time}. لا يضيع شيء: ما تعذّر إرساله ينتظر، ويُرسل عند عودة الاتصال.</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>بلا اتصال منذ {time}</translation>
    </message>
    <message>
        <source>The provider does not accept the account&apos;s key. Enter it again under Settings, Accounts; testing it there shows what the provider says.</source>
        <translation>لا يقبل المزوّد مفتاح الحساب. أدخله من جديد في الإعدادات، الحسابات؛ والاختبار هناك يبيّن ما يقوله المزوّد.</translation>
    </message>
    <message>
        <source>The provider does not know this shop&apos;s internet address. Ask it to register the address.</source>
        <translation>لا يعرف المزوّد عنوان هذا المتجر على الإنترنت. اطلب منه تسجيل العنوان.</translation>
    </message>
    <message>
        <source>No connection to the provider since {time}. Look at its address under Settings, Accounts.</source>
        <translation>لا اتصال بالمزوّد منذ {time}. راجع عنوانه في الإعدادات، الحسابات.</translation>
    </message>
    <message>
        <source>The provider has had a fault of its own since {time}. Take payments another way for now; what is not known yet is asked about again by itself.</source>
        <translation>لدى المزوّد عطل منذ {time}. حصّل الدفعات بطريقة أخرى مؤقتاً؛ وما لم يُعرف بعد يُسأل عنه مجدداً تلقائياً.</translation>
    </message>
    <message>
        <source>The key of the account {account} is not accepted. Enter it again under Settings, Accounts; testing it there shows what the provider says.</source>
        <translation>مفتاح الحساب {account} غير مقبول. أدخله من جديد في الإعدادات، الحسابات؛ والاختبار هناك يبيّن ما يقوله المزوّد.</translation>
    </message>
    <message>
        <source>The provider of the account {account} does not know this shop&apos;s internet address. Ask it to register the address.</source>
        <translation>مزوّد الحساب {account} لا يعرف عنوان هذا المتجر على الإنترنت. اطلب منه تسجيل العنوان.</translation>
    </message>
    <message>
        <source>No connection to the account {account} since {time}, though there is one to others. Use another account for now.</source>
        <translation>لا اتصال بالحساب {account} منذ {time}، مع أن غيره متصل. استخدم حساباً آخر مؤقتاً.</translation>
    </message>
    <message>
        <source>The provider of the account {account} has had a fault of its own since {time}. Use another account for now; what is not known yet is asked about again by itself.</source>
        <translation>لدى مزوّد الحساب {account} عطل منذ {time}. استخدم حساباً آخر مؤقتاً؛ وما لم يُعرف بعد يُسأل عنه مجدداً تلقائياً.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is fast by {duration}. Set it right: receipts and expiry times depend on it.</source>
        <translation>ساعة هذا الحاسوب متقدمة {duration}. اضبطها: فالإيصالات والمهل تعتمد عليها.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is slow by {duration}. Set it right: receipts and expiry times depend on it.</source>
        <translation>ساعة هذا الحاسوب متأخرة {duration}. اضبطها: فالإيصالات والمهل تعتمد عليها.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minutes fast. Set it right: receipts and expiry times depend on it.</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>ساعة هذا الحاسوب متقدمة أقل من دقيقة. اضبطها: فالإيصالات والمهل تعتمد عليها.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة دقيقة واحدة. اضبطها: فالإيصالات والمهل تعتمد عليها.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة دقيقتين. اضبطها: فالإيصالات والمهل تعتمد عليها.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة %n دقائق. اضبطها: فالإيصالات والمهل تعتمد عليها.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة %n دقيقة. اضبطها: فالإيصالات والمهل تعتمد عليها.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة %n دقيقة. اضبطها: فالإيصالات والمهل تعتمد عليها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minutes slow. Set it right: receipts and expiry times depend on it.</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>ساعة هذا الحاسوب متأخرة أقل من دقيقة. اضبطها: فالإيصالات والمهل تعتمد عليها.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة دقيقة واحدة. اضبطها: فالإيصالات والمهل تعتمد عليها.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة دقيقتين. اضبطها: فالإيصالات والمهل تعتمد عليها.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة %n دقائق. اضبطها: فالإيصالات والمهل تعتمد عليها.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة %n دقيقة. اضبطها: فالإيصالات والمهل تعتمد عليها.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة %n دقيقة. اضبطها: فالإيصالات والمهل تعتمد عليها.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocaleFormat</name>
    <message>
        <source>{date} {time}</source>
        <translation>{date}، {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>قبل {duration}</translation>
    </message>
    <message>
        <source>{larger} {smaller}</source>
        <translation>{larger} و{smaller}</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Who are you?</source>
        <translation>من أنت؟</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>This PIN is not right.</source>
        <translation>الرقم السري غير صحيح.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {duration}.</source>
        <translation>أُدخل الرقم السري خطأً عدة مرات. حاول مجدداً بعد {duration}.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Close what is open first, then lock the till.</source>
        <translation>أغلق ما هو مفتوح أولاً، ثم اقفل الصندوق.</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>الصندوق</translation>
    </message>
    <message>
        <source>Cashier, sandbox</source>
        <translation>الصندوق، بيئة تجريبية</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Digits after the decimal mark: {decimals} at most in this currency.</source>
        <translation>أقصى عدد للمنازل العشرية في هذه العملة: {decimals}.</translation>
    </message>
    <message>
        <source>Write a whole number: this currency has no decimals.</source>
        <translation>اكتب عدداً صحيحاً: هذه العملة بلا كسور.</translation>
    </message>
    <message>
        <source>Type the amount.</source>
        <translation>أدخل المبلغ.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>هذا ليس رقماً.</translation>
    </message>
    <message>
        <source>The amount names another currency than the one chosen beside it.</source>
        <translation>العملة المكتوبة مع المبلغ غير العملة المختارة.</translation>
    </message>
    <message>
        <source>Digits of two scripts are mixed. Type the amount again.</source>
        <translation>اختلط نوعان من الأرقام. أدخل المبلغ من جديد.</translation>
    </message>
    <message>
        <source>The amount cannot be negative.</source>
        <translation>لا يمكن أن يكون المبلغ سالباً.</translation>
    </message>
    <message>
        <source>The amount cannot be zero.</source>
        <translation>لا يمكن أن يكون المبلغ صفراً.</translation>
    </message>
    <message>
        <source>This can be read in two ways. Type the digits without marks between them.</source>
        <translation>يُقرأ هذا المبلغ بطريقتين. أدخل الأرقام دون فواصل بينها.</translation>
    </message>
    <message>
        <source>The amount is too large.</source>
        <translation>المبلغ أكبر من اللازم.</translation>
    </message>
    <message>
        <source>This account does not take this currency.</source>
        <translation>هذا الحساب لا يقبل هذه العملة.</translation>
    </message>
    <message>
        <source>Type the customer&apos;s number.</source>
        <translation>أدخل رقم حساب الزبون.</translation>
    </message>
    <message>
        <source>A customer&apos;s number has only digits.</source>
        <translation>رقم حساب الزبون أرقام فقط.</translation>
    </message>
    <message>
        <source>This is too long for a customer&apos;s number; {most} characters at most.</source>
        <translation>رقم حساب الزبون أطول من اللازم؛ أقصى عدد للخانات {most}.</translation>
    </message>
    <message>
        <source>The note is too long; {most} characters at most.</source>
        <translation>الملاحظة أطول من اللازم؛ أقصى عدد للأحرف {most}.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>هذا الحقل مطلوب.</translation>
    </message>
    <message>
        <source>This is too long; {most_characters} characters at most.</source>
        <translation>النص أطول من اللازم؛ أقصى عدد للأحرف {most_characters}.</translation>
    </message>
    <message>
        <source>Secrets are sent to addresses that begin with https:// only.</source>
        <translation>لا تُرسل البيانات السرية إلا إلى عناوين أولها https.</translation>
    </message>
    <message>
        <source>There is no such time zone. Choose one from the list.</source>
        <translation>لا توجد منطقة زمنية بهذا الاسم. اختر من القائمة.</translation>
    </message>
    <message>
        <source>Write whole seconds, from {least} to {most_seconds}.</source>
        <translation>اكتب عدداً صحيحاً من الثواني، من {least} إلى {most_seconds}.</translation>
    </message>
    <message>
        <source>Write currency codes of Latin letters and digits, separated by spaces.</source>
        <translation>اكتب رموز العملات بحروف لاتينية وأرقام، تفصل بينها مسافات.</translation>
    </message>
    <message>
        <source>Write a whole number, from {least} to {most_count}.</source>
        <translation>اكتب عدداً صحيحاً، من {least} إلى {most_count}.</translation>
    </message>
    <message>
        <source>Write a whole amount in rial, or leave this empty.</source>
        <translation>اكتب مبلغاً صحيحاً بالريال، أو اتركه فارغاً.</translation>
    </message>
    <message>
        <source>A PIN has only digits.</source>
        <translation>الرقم السري أرقام فقط.</translation>
    </message>
    <message>
        <source>This PIN is too short; it needs {least} digits or more.</source>
        <translation>الرقم السري قصير؛ أقل عدد لأرقامه {least}.</translation>
    </message>
    <message>
        <source>This PIN is too long; {most} digits at most.</source>
        <translation>الرقم السري طويل؛ أقصى عدد لأرقامه {most}.</translation>
    </message>
    <message>
        <source>This PIN is easy to guess. Choose another.</source>
        <translation>هذا الرقم السري سهل التخمين. اختر غيره.</translation>
    </message>
    <message>
        <source>“{field}” of this account cannot be used as it stands. Correct it in the settings.</source>
        <translation>لا يمكن استخدام «{field}» لهذا الحساب كما هو. صحّحه في الإعدادات.</translation>
    </message>
    <message>
        <source>“{field}” of this account is not in the vault. Enter it in the settings.</source>
        <translation>«{field}» لهذا الحساب غير موجود في الخزنة. أدخله في الإعدادات.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was saved. Make room and try again.</source>
        <translation>القرص ممتلئ، فلم يُحفظ شيء. أفرغ مساحة وحاول مجدداً.</translation>
    </message>
    <message>
        <source>This user may not write to the till&apos;s folder, so nothing was saved.</source>
        <translation>هذا المستخدم لا يملك صلاحية الكتابة في مجلد الصندوق، فلم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>Another program is using the till&apos;s data, so nothing was saved. Close it and try again.</source>
        <translation>برنامج آخر يستخدم بيانات الصندوق، فلم يُحفظ شيء. أغلقه وحاول مجدداً.</translation>
    </message>
    <message>
        <source>The disk does not work as it should, so nothing was saved. Have it checked.</source>
        <translation>القرص لا يعمل كما يجب، فلم يُحفظ شيء. اطلب فحصه.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it and try again.</source>
        <translation>حافظة مفاتيح النظام مقفلة. افتحها وحاول مجدداً.</translation>
    </message>
    <message>
        <source>This passphrase does not open the vault.</source>
        <translation>عبارة المرور هذه لا تفتح الخزنة.</translation>
    </message>
    <message>
        <source>What the vault holds is damaged. Enter the accounts&apos; secrets again.</source>
        <translation>محتوى الخزنة تالف. أدخل مفاتيح الحسابات من جديد.</translation>
    </message>
    <message>
        <source>The vault did not do what was asked. Try again.</source>
        <translation>لم تستجب الخزنة. حاول مجدداً.</translation>
    </message>
    <message>
        <source>PINs cannot be checked: the vault is not the one this till was set up with.</source>
        <translation>لا يمكن التحقق من الأرقام السرية: هذه ليست الخزنة التي أُعدّ بها الصندوق.</translation>
    </message>
    <message>
        <source>The provider refused this payment: {words}</source>
        <translation>رفض المزوّد هذه الدفعة: {words}</translation>
    </message>
    <message>
        <source>The customer&apos;s own payment did not succeed: {words}</source>
        <translation>لم تنجح عملية الدفع عند الزبون: {words}</translation>
    </message>
    <message>
        <source>The provider names a state that this program does not know: {words}</source>
        <translation>أبلغ المزوّد عن حالة لا يعرفها البرنامج: {words}</translation>
    </message>
    <message>
        <source>The provider refused this payment and did not say why.</source>
        <translation>رفض المزوّد هذه الدفعة دون ذكر السبب.</translation>
    </message>
    <message>
        <source>The code is not right. Ask the customer to read it out again.</source>
        <translation>الرمز غير صحيح. اطلب من الزبون أن يقرأه مرة ثانية.</translation>
    </message>
    <message>
        <source>There was no connection, so nothing was sent. Send it again when the line is back.</source>
        <translation>لم يكن هناك اتصال، فلم يُرسل شيء. أعد الإرسال عند عودة الاتصال.</translation>
    </message>
    <message>
        <source>The provider has not answered. Do not ask the customer to pay again.</source>
        <translation>لم يرد المزوّد. لا تطلب من الزبون أن يدفع مرة ثانية.</translation>
    </message>
    <message>
        <source>The customer&apos;s own payment did not succeed.</source>
        <translation>لم تنجح عملية الدفع عند الزبون.</translation>
    </message>
    <message>
        <source>The time ran out before the payment was made.</source>
        <translation>انتهت المهلة قبل إتمام الدفع.</translation>
    </message>
    <message>
        <source>The provider names a state that this program does not know.</source>
        <translation>أبلغ المزوّد عن حالة لا يعرفها البرنامج.</translation>
    </message>
    <message>
        <source>The provider reports another amount or currency than was asked for. Call the provider.</source>
        <translation>أبلغ المزوّد عن مبلغ أو عملة غير المطلوبة. اتصل بالمزوّد.</translation>
    </message>
    <message>
        <source>It was cancelled at this till.</source>
        <translation>أُلغيت من هذا الصندوق.</translation>
    </message>
    <message>
        <source>It was open in the backup that was restored; it may have been paid since.</source>
        <translation>كانت مفتوحة في النسخة المستعادة، وربما دُفعت منذ ذلك الحين.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>قيد الإرسال</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>بانتظار الزبون</translation>
    </message>
    <message>
        <source>Being confirmed</source>
        <translation>قيد التأكيد</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>مدفوعة</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>لم تُدفع</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>انتهت المهلة</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>غير معروفة بعد</translation>
    </message>
    <message>
        <source>Returned to the customer</source>
        <translation>أُعيدت إلى الزبون</translation>
    </message>
    <message>
        <source>Waits for a connection</source>
        <translation>بانتظار الاتصال</translation>
    </message>
    <message>
        <source>To be collected</source>
        <translation>بانتظار التحصيل</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>لم يُجرَّب بعد</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Provider has a fault</source>
        <translation>عطل المزوّد</translation>
    </message>
    <message>
        <source>Credentials refused</source>
        <translation>الدخول مرفوض</translation>
    </message>
    <message>
        <source>Address not registered</source>
        <translation>العنوان غير مسجّل</translation>
    </message>
    <message>
        <source>Confirmed with the customer&apos;s code</source>
        <translation>تأكيد برمز من الزبون</translation>
    </message>
    <message>
        <source>Paid with a token or QR code</source>
        <translation>دفع برمز الدفع أو QR</translation>
    </message>
    <message>
        <source>Pays out to bank accounts</source>
        <translation>تحويل إلى حسابات بنكية</translation>
    </message>
    <message>
        <source>The provider was asked too often. Wait a little and try again.</source>
        <translation>كثرت الطلبات على المزوّد. انتظر قليلاً وحاول مجدداً.</translation>
    </message>
    <message>
        <source>The provider was asked too often. Try again in {duration}.</source>
        <translation>كثرت الطلبات على المزوّد. حاول مجدداً بعد {duration}.</translation>
    </message>
    <message>
        <source>The provider does not accept this account&apos;s credentials. It says: {words}</source>
        <translation>المزوّد لا يقبل بيانات الدخول لهذا الحساب. يقول: {words}</translation>
    </message>
    <message>
        <source>Ask the provider to register the shop&apos;s internet address. It says: {words}</source>
        <translation>اطلب من المزوّد تسجيل عنوان الإنترنت للمتجر. يقول: {words}</translation>
    </message>
    <message>
        <source>The provider refused: {words}</source>
        <translation>رفض المزوّد: {words}</translation>
    </message>
    <message>
        <source>Secrets are not sent to this address. Use one that begins with https://.</source>
        <translation>لا تُرسل البيانات السرية إلى هذا العنوان. استخدم عنواناً أوله https.</translation>
    </message>
    <message>
        <source>No connection could be made, so nothing was sent. Check the internet and the address.</source>
        <translation>تعذّر الاتصال، فلم يُرسل شيء. تحقق من الإنترنت ومن العنوان.</translation>
    </message>
    <message>
        <source>The provider did not answer. Try again in a moment.</source>
        <translation>لم يرد المزوّد. حاول مجدداً بعد لحظات.</translation>
    </message>
    <message>
        <source>The provider has a fault of its own at the moment. Try again later.</source>
        <translation>لدى المزوّد عطل حالياً. حاول مجدداً لاحقاً.</translation>
    </message>
    <message>
        <source>The provider&apos;s answer cannot be read. Check the address; if it is right, call them.</source>
        <translation>لا يمكن قراءة رد المزوّد. تحقق من العنوان؛ فإن كان صحيحاً فاتصل بالمزوّد.</translation>
    </message>
    <message>
        <source>The provider does not accept this account&apos;s credentials. Enter them again.</source>
        <translation>المزوّد لا يقبل بيانات الدخول لهذا الحساب. أدخلها من جديد.</translation>
    </message>
    <message>
        <source>The shop&apos;s internet address is not registered. Ask the provider to register it.</source>
        <translation>عنوان الإنترنت للمتجر غير مسجّل. اطلب من المزوّد تسجيله.</translation>
    </message>
    <message>
        <source>The provider refused and did not say why.</source>
        <translation>رفض المزوّد دون ذكر السبب.</translation>
    </message>
    <message>
        <source>What became of the call is not known. Try again later.</source>
        <translation>نتيجة الطلب غير معروفة. حاول مجدداً لاحقاً.</translation>
    </message>
    <message>
        <source>This computer offers no keyring to keep secrets in.</source>
        <translation>لا توجد في هذا الحاسوب حافظة مفاتيح لحفظ البيانات السرية.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not encrypt what it keeps.</source>
        <translation>حافظة المفاتيح في هذا الحاسوب لا تشفّر ما تحفظه.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not work.</source>
        <translation>حافظة المفاتيح في هذا الحاسوب لا تعمل.</translation>
    </message>
    <message>
        <source>The vault file is not where it was.</source>
        <translation>ملف الخزنة ليس في مكانه.</translation>
    </message>
    <message>
        <source>The vault file cannot be read. Check who may read the till&apos;s folder.</source>
        <translation>لا يمكن قراءة ملف الخزنة. تحقق من صلاحيات القراءة في مجلد الصندوق.</translation>
    </message>
    <message>
        <source>The vault file cannot be written. Check the disk&apos;s room and who may write to it.</source>
        <translation>لا يمكن الكتابة في ملف الخزنة. تحقق من مساحة القرص ومن صلاحيات الكتابة.</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Lock the till</source>
        <translation>قفل الصندوق</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>عبارة المرور مرة ثانية</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>عبارتا المرور غير متطابقتين.</translation>
    </message>
    <message>
        <source>{least} characters or more.</source>
        <translation>أقل عدد للأحرف {least}.</translation>
    </message>
    <message>
        <source>Easy to guess. Several words that do not belong together are better.</source>
        <translation>سهلة التخمين. عدة كلمات لا رابط بينها أفضل.</translation>
    </message>
    <message>
        <source>Fair. Longer is better.</source>
        <translation>مقبولة. الأطول أفضل.</translation>
    </message>
    <message>
        <source>Hard to guess.</source>
        <translation>صعبة التخمين.</translation>
    </message>
    <message>
        <source>This passphrase is too short; it needs {least} characters or more.</source>
        <translation>عبارة المرور قصيرة؛ أقل عدد لأحرفها {least}.</translation>
    </message>
</context>
<context>
    <name>NoBackupPage</name>
    <message>
        <source>The till&apos;s data is damaged</source>
        <translation>بيانات الصندوق تالفة</translation>
    </message>
    <message>
        <source>Its file cannot be read whole, and no backup could take its place by itself. Nothing was changed. If there are backups on a stick or another disk, plug that in.</source>
        <translation>لا يمكن قراءة ملفها كاملاً، ولم تحل محله أي نسخة احتياطية تلقائياً. لم يتغيّر شيء. إن كانت هناك نسخ على فلاشة أو قرص آخر فصِله.</translation>
    </message>
    <message>
        <source>The till&apos;s folder</source>
        <translation>مجلد الصندوق</translation>
    </message>
    <message>
        <source>A backup from elsewhere takes the place of the damaged file, which is set aside.</source>
        <translation>تحل نسخة من مكان آخر محل الملف التالف، ويوضع التالف جانباً.</translation>
    </message>
    <message>
        <source>Choose a backup…</source>
        <translation>اختيار نسخة احتياطية…</translation>
    </message>
    <message>
        <source>Without any backup the till can begin anew: it is set up again, and fetches from the providers what they list. The damaged file is set aside, not deleted.</source>
        <translation>بلا نسخة احتياطية يمكن البدء من جديد: يُعدّ الصندوق مرة أخرى ويجلب ما في قوائم المزوّدين. يوضع الملف التالف جانباً ولا يُحذف.</translation>
    </message>
    <message>
        <source>Start with an empty till…</source>
        <translation>البدء بصندوق فارغ…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>اختيار نسخة احتياطية</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Start with an empty till?</source>
        <translation>هل نبدأ بصندوق فارغ؟</translation>
    </message>
    <message>
        <source>What the damaged file held is not in the new till. Payments that were open are no longer asked about by it: look into the providers&apos; own panels for them.</source>
        <translation>ما كان في الملف التالف ليس في الصندوق الجديد. ولا يسأل الصندوق بعدها عن الدفعات المفتوحة: راجعها في لوحات المزوّدين أنفسهم.</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>البدء فارغاً</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>OpenBatchCard</name>
    <message>
        <source>Batch</source>
        <translation>مجموعة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>OpenPaymentCard</name>
    <message>
        <source>{account}, customer {number}</source>
        <translation>{account}، الزبون {number}</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>اسأل الآن</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
</context>
<context>
    <name>OpenPaymentWords</name>
    <message>
        <source>It was open in the backup that was restored, and may have been paid since. Do not ask the customer to pay again: the provider is being asked.</source>
        <translation>كانت مفتوحة في النسخة المستعادة، وربما دُفعت منذ ذلك الحين. لا تطلب من الزبون أن يدفع مرة ثانية: نسأل المزوّد الآن.</translation>
    </message>
    <message>
        <source>The customer has paid; the money waits to be collected.</source>
        <translation>دفع الزبون، والمبلغ بانتظار التحصيل.</translation>
    </message>
    <message>
        <source>Do not ask the customer to pay again. The provider is being asked what became of it.</source>
        <translation>لا تطلب من الزبون أن يدفع مرة ثانية. نسأل المزوّد الآن عن النتيجة.</translation>
    </message>
    <message>
        <source>Do not ask the customer to pay again. The provider could not tell what became of it: look into its own panel, then decide.</source>
        <translation>لا تطلب من الزبون أن يدفع مرة ثانية. لم نعرف النتيجة من المزوّد: راجع لوحته ثم قرّر.</translation>
    </message>
    <message>
        <source>The request got no answer, and no money has moved. Ask again, or give it up.</source>
        <translation>لم يصل رد على الطلب، ولم يُدفع أي مبلغ. أعد الطلب أو ألغه.</translation>
    </message>
    <message>
        <source>The customer was asked, and has not confirmed or paid yet.</source>
        <translation>أُرسل الطلب إلى الزبون، ولم يؤكد أو يدفع بعد.</translation>
    </message>
    <message>
        <source>A call to the provider is on its way.</source>
        <translation>الاتصال بالمزوّد جارٍ الآن.</translation>
    </message>
    <message>
        <source>Nobody was asked for it yet.</source>
        <translation>لم يُطلب من أحد بعد.</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>تحصيل المبلغ</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>اسأل الآن</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>اتخاذ القرار</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>أرسل الآن</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>The time is over; the provider is asked once more.</source>
        <translation>انتهت المهلة؛ نسأل المزوّد مرة أخيرة.</translation>
    </message>
    <message>
        <source>{duration} left to collect, then the money goes back.</source>
        <translation>تنتهي مهلة التحصيل بعد {duration}، ثم يعود المبلغ.</translation>
    </message>
    <message>
        <source>{duration} left.</source>
        <translation>تنتهي المهلة بعد {duration}.</translation>
    </message>
</context>
<context>
    <name>OpenWithdrawalCard</name>
    <message>
        <source>{account}, to {receiver}</source>
        <translation>{account}، إلى {receiver}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
</context>
<context>
    <name>OpenWithdrawalWords</name>
    <message>
        <source>Do not send it again.</source>
        <translation>لا ترسله مرة أخرى.</translation>
    </message>
    <message>
        <source>Do not send it again: we are asking the provider what became of it.</source>
        <translation>لا ترسله مرة أخرى: نسأل المزوّد عما جرى له.</translation>
    </message>
    <message>
        <source>A manager has to approve it before it is sent.</source>
        <translation>يجب أن يوافق عليه مدير قبل إرساله.</translation>
    </message>
    <message>
        <source>It is being sent at this moment.</source>
        <translation>يُرسل في هذه اللحظة.</translation>
    </message>
    <message>
        <source>It is approved, and sent by itself as soon as the line is back.</source>
        <translation>تمت الموافقة عليه، ويُرسل تلقائياً فور عودة الاتصال.</translation>
    </message>
    <message>
        <source>The provider has it; the bank usually answers within hours.</source>
        <translation>وصل إلى المزوّد؛ يرد البنك عادةً خلال ساعات.</translation>
    </message>
    <message>
        <source>It was not sent to anyone. Change it, and put it up for approval.</source>
        <translation>لم يُرسل إلى أحد. عدّله واعرضه للموافقة.</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>اسأل الآن</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>اتخاذ القرار</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>أرسل الآن</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message numerus="yes">
        <source>A manager has to decide about %n transfer(s).</source>
        <translation>
            <numerusform>لا تحويل يحتاج إلى قرار.</numerusform>
            <numerusform>على مدير أن يقرر بشأن تحويل واحد.</numerusform>
            <numerusform>على مدير أن يقرر بشأن تحويلين.</numerusform>
            <numerusform>على مدير أن يقرر بشأن %n تحويلات.</numerusform>
            <numerusform>على مدير أن يقرر بشأن %n تحويلاً.</numerusform>
            <numerusform>على مدير أن يقرر بشأن %n تحويل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What became of %n transfer(s) is not known yet.</source>
        <translation>
            <numerusform>كل التحويلات معلومة.</numerusform>
            <numerusform>لم تُعرف بعد نتيجة تحويل واحد.</numerusform>
            <numerusform>لم تُعرف بعد نتيجة تحويلين.</numerusform>
            <numerusform>لم تُعرف بعد نتيجة %n تحويلات.</numerusform>
            <numerusform>لم تُعرف بعد نتيجة %n تحويلاً.</numerusform>
            <numerusform>لم تُعرف بعد نتيجة %n تحويل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) wait for a manager&apos;s approval.</source>
        <translation>
            <numerusform>لا تحويل ينتظر الموافقة.</numerusform>
            <numerusform>تحويل واحد ينتظر موافقة مدير.</numerusform>
            <numerusform>تحويلان ينتظران موافقة مدير.</numerusform>
            <numerusform>%n تحويلات تنتظر موافقة مدير.</numerusform>
            <numerusform>%n تحويلاً تنتظر موافقة مدير.</numerusform>
            <numerusform>%n تحويل تنتظر موافقة مدير.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is paused; %n transfer(s) are left.</source>
        <translation>
            <numerusform>متوقفة؛ لم يبق شيء.</numerusform>
            <numerusform>متوقفة؛ بقي تحويل واحد.</numerusform>
            <numerusform>متوقفة؛ بقي تحويلان.</numerusform>
            <numerusform>متوقفة؛ بقيت %n تحويلات.</numerusform>
            <numerusform>متوقفة؛ بقي %n تحويلاً.</numerusform>
            <numerusform>متوقفة؛ بقي %n تحويل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is being sent; %n transfer(s) are left.</source>
        <translation>
            <numerusform>تُرسل؛ لم يبق شيء.</numerusform>
            <numerusform>تُرسل؛ بقي تحويل واحد.</numerusform>
            <numerusform>تُرسل؛ بقي تحويلان.</numerusform>
            <numerusform>تُرسل؛ بقيت %n تحويلات.</numerusform>
            <numerusform>تُرسل؛ بقي %n تحويلاً.</numerusform>
            <numerusform>تُرسل؛ بقي %n تحويل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bank has still to answer about %n transfer(s).</source>
        <translation>
            <numerusform>ردّ البنك على كل التحويلات.</numerusform>
            <numerusform>لم يرد البنك بعد على تحويل واحد.</numerusform>
            <numerusform>لم يرد البنك بعد على تحويلين.</numerusform>
            <numerusform>لم يرد البنك بعد على %n تحويلات.</numerusform>
            <numerusform>لم يرد البنك بعد على %n تحويلاً.</numerusform>
            <numerusform>لم يرد البنك بعد على %n تحويل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s)</source>
        <translation>
            <numerusform>لا تحويلات</numerusform>
            <numerusform>تحويل واحد</numerusform>
            <numerusform>تحويلان</numerusform>
            <numerusform>%n تحويلات</numerusform>
            <numerusform>%n تحويلاً</numerusform>
            <numerusform>%n تحويل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paid</source>
        <comment>transfers</comment>
        <translation>
            <numerusform>لم يُدفع شيء</numerusform>
            <numerusform>دُفع واحد</numerusform>
            <numerusform>دُفع اثنان</numerusform>
            <numerusform>دُفعت %n</numerusform>
            <numerusform>دُفع %n</numerusform>
            <numerusform>دُفع %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningView</name>
    <message>
        <source>Opening the till…</source>
        <translation>يُفتح الصندوق…</translation>
    </message>
</context>
<context>
    <name>OutboxWords</name>
    <message>
        <source>It is sent by itself as soon as the line is back.</source>
        <translation>يُرسل تلقائياً فور عودة الاتصال.</translation>
    </message>
    <message>
        <source>No connection. The code is kept and will be sent as soon as the line is back.</source>
        <translation>لا اتصال. الرمز محفوظ ويُرسل فور عودة الاتصال.</translation>
    </message>
    <message>
        <source>No connection. The money is collected by itself as soon as the line is back.</source>
        <translation>لا اتصال. يُحصّل المبلغ تلقائياً فور عودة الاتصال.</translation>
    </message>
    <message>
        <source>It waits since {time}.</source>
        <translation>ينتظر منذ {time}.</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s).</source>
        <translation>
            <numerusform>لم نحاول بعد.</numerusform>
            <numerusform>حاولنا مرة واحدة.</numerusform>
            <numerusform>حاولنا مرتين.</numerusform>
            <numerusform>حاولنا %n مرات.</numerusform>
            <numerusform>حاولنا %n مرة.</numerusform>
            <numerusform>حاولنا %n مرة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last time, {when}, no connection could be made.</source>
        <translation>في المرة الأخيرة، {when}، تعذّر الاتصال.</translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>The code has {length} digits.</source>
        <translation>عدد أرقام الرمز {length}.</translation>
    </message>
</context>
<context>
    <name>PaymentDialogView</name>
    <message>
        <source>from customer {number}</source>
        <translation>من الزبون {number}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Continue later</source>
        <translation>أكمل لاحقاً</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>العودة إلى النموذج</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>طلب جديد</translation>
    </message>
    <message>
        <source>Cancel payment</source>
        <translation>إلغاء الدفعة</translation>
    </message>
    <message>
        <source>Keep as a draft</source>
        <translation>حفظ كمسودة</translation>
    </message>
</context>
<context>
    <name>PaymentEntry</name>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Customer account number</source>
        <translation>رقم حساب الزبون</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Seen in the customer&apos;s records</source>
        <translation>تظهر للزبون في كشفه</translation>
    </message>
    <message>
        <source>Send payment request</source>
        <translation>إرسال طلب الدفع</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>No account takes payments yet</source>
        <translation>لا حساب لتحصيل الدفعات بعد</translation>
    </message>
    <message>
        <source>Add an account with one of these, and payments can begin: {providers}</source>
        <translation>لبدء التحصيل، أضف حساباً لدى أحد هؤلاء: {providers}</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>إضافة حساب</translation>
    </message>
</context>
<context>
    <name>PaymentOutcome</name>
    <message>
        <source>Paid</source>
        <translation>تم الدفع</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>دفعة جديدة</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>إيصال</translation>
    </message>
    <message>
        <source>Provider&apos;s number: {number}</source>
        <translation>الرقم لدى المزوّد: {number}</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>لم يتم الدفع</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>العودة إلى النموذج</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>لم تُرسل</translation>
    </message>
    <message>
        <source>This draft was not sent to anyone yet.</source>
        <translation>لم تُرسل هذه المسودة إلى أحد بعد.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>أرسل الآن</translation>
    </message>
    <message>
        <source>Send when the line is back</source>
        <translation>إرسال عند عودة الاتصال</translation>
    </message>
    <message>
        <source>Waits for a connection</source>
        <translation>بانتظار الاتصال</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>انتهت المهلة</translation>
    </message>
    <message>
        <source>The time ran out and nothing was paid. You can ask the customer again.</source>
        <translation>انتهت المهلة ولم يُدفع شيء. يمكنك إرسال طلب جديد إلى الزبون.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>طلب جديد</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Do not ask the customer to pay again. We are asking the provider what became of it.</source>
        <translation>لا تطلب من الزبون أن يدفع مرة ثانية. نسأل المزوّد الآن عن نتيجة الدفعة.</translation>
    </message>
    <message>
        <source>Do not ask the customer to pay again. The provider could not tell us; look into its own panel, then press Ask now.</source>
        <translation>لا تطلب من الزبون أن يدفع مرة ثانية. لم نعرف النتيجة من المزوّد؛ راجع لوحته ثم اضغط «اسأل الآن».</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>لم تُعرف النتيجة بعد</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>اسأل الآن</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>لا رد</translation>
    </message>
    <message>
        <source>The request left, but no answer came. No money has moved: you can ask again, and an earlier request just expires.</source>
        <translation>خرج الطلب ولم يصل رد. لم يُدفع أي مبلغ: يمكنك إرسال طلب جديد، أما السابق فتنتهي مهلته وحده.</translation>
    </message>
    <message>
        <source>Cancel payment</source>
        <translation>إلغاء الدفعة</translation>
    </message>
</context>
<context>
    <name>PaymentPage</name>
    <message>
        <source>Take payment</source>
        <translation>تحصيل دفعة</translation>
    </message>
    <message>
        <source>The payment waits under Needs attention. It is sent by itself as soon as the line is back.</source>
        <translation>الدفعة تنتظر في «تحتاج متابعة»، وتُرسل تلقائياً فور عودة الاتصال.</translation>
    </message>
</context>
<context>
    <name>PhoneWindow</name>
    <message>
        <source>The customer&apos;s phone</source>
        <translation>هاتف الزبون</translation>
    </message>
    <message>
        <source>Part of the sandbox: no real money</source>
        <translation>من البيئة التجريبية: لا أموال حقيقية</translation>
    </message>
    <message>
        <source>Nothing has arrived</source>
        <translation>لم يصل شيء بعد</translation>
    </message>
    <message>
        <source>Ask for a payment at the till: the code or the token appears here.</source>
        <translation>اطلب دفعة من الصندوق: يظهر هنا رمز التأكيد أو رمز الدفع.</translation>
    </message>
    <message>
        <source>The sandbox does not answer.</source>
        <translation>البيئة التجريبية لا ترد.</translation>
    </message>
</context>
<context>
    <name>Provider</name>
    <message>
        <source>digibank</source>
        <translation>البنك الرقمي</translation>
    </message>
    <message>
        <source>resid</source>
        <translation>رسيد</translation>
    </message>
    <message>
        <source>paystar</source>
        <translation>باي‌ستار</translation>
    </message>
    <message>
        <source>aqayepardakht</source>
        <translation>آقاي برداخت</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>محرك أقراص</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>ملف %1</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>اختصار</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>اختصار</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروف</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>File &amp;name:</source>
        <translation>ا&amp;سم الملف:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;نوع الملفات:</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>الم&amp;كان:</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;فتح</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>ا&amp;ختيار</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 موجود من قبل.
هل يُستبدل؟</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
لم يُعثر على الملف.
تحقق من اسم الملف.</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Date Modified</source>
        <translation>تاريخ التعديل</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 بايت</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 كيلوبايت</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 ميغابايت</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 غيغابايت</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;قص</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;لصق</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>تحديد الكل</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;نعم</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;لا</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Page &amp;Set:</source>
        <translation>&amp;أي الصفحات:</translation>
    </message>
    <message>
        <source>Double Sided Printing</source>
        <translation>الطباعة على الوجهين</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>القلب على الحافة الطويلة</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>القلب على الحافة القصيرة</translation>
    </message>
    <message>
        <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
        <translation>افصل بين أرقام الصفحات بفاصلة، واكتب المجال بشرطة، مثل 5-7.</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;قص</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;لصق</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>تحديد الكل</translation>
    </message>
</context>
<context>
    <name>RailEntry</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>things</comment>
        <translation>
            <numerusform>لا شيء بالانتظار</numerusform>
            <numerusform>واحدة بالانتظار</numerusform>
            <numerusform>اثنتان بالانتظار</numerusform>
            <numerusform>%n بالانتظار</numerusform>
            <numerusform>%n بالانتظار</numerusform>
            <numerusform>%n بالانتظار</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptHandOut</name>
    <message>
        <source>The receipt printer has no proper address. Give it under Settings, Receipts.</source>
        <translation>عنوان طابعة الإيصالات غير صحيح. اكتبه في الإعدادات، قسم الإيصالات.</translation>
    </message>
    <message>
        <source>The receipt printer does not answer. Is it switched on, and is its cable in?</source>
        <translation>طابعة الإيصالات لا ترد. هل هي مشغّلة وكابلها موصول؟</translation>
    </message>
    <message>
        <source>The receipt printer did not take the whole receipt. Look at its paper, then print again.</source>
        <translation>لم تطبع طابعة الإيصالات الإيصال كاملاً. افحص الورق ثم اطبع من جديد.</translation>
    </message>
    <message>
        <source>The system knows no printer. Add one there, or give a receipt printer&apos;s address under Settings, Receipts; until then a receipt can be saved as a PDF.</source>
        <translation>لا توجد طابعة في النظام. أضف واحدة، أو اكتب عنوان طابعة إيصالات في الإعدادات، قسم الإيصالات؛ وإلى ذلك الحين يمكن حفظ الإيصال بصيغة PDF.</translation>
    </message>
    <message>
        <source>The printer did not take the receipt.</source>
        <translation>لم تقبل الطابعة الإيصال.</translation>
    </message>
</context>
<context>
    <name>ReceiptSection</name>
    <message>
        <source>None</source>
        <translation>بدون</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>الإيصالات</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>الورق</translation>
    </message>
    <message>
        <source>Roll, 80 mm</source>
        <translation>لفّة 80 مم</translation>
    </message>
    <message>
        <source>Roll, 58 mm</source>
        <translation>لفّة 58 مم</translation>
    </message>
    <message>
        <source>A5 sheet</source>
        <translation>ورقة A5</translation>
    </message>
    <message>
        <source>A4 sheet</source>
        <translation>ورقة A4</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>The system&apos;s printers</source>
        <translation>طابعات النظام</translation>
    </message>
    <message>
        <source>A receipt printer directly</source>
        <translation>طابعة إيصالات مباشرة</translation>
    </message>
    <message>
        <source>Address of the receipt printer</source>
        <translation>عنوان طابعة الإيصالات</translation>
    </message>
    <message>
        <source>Such as 192.168.1.50, or a device such as /dev/usb/lp0.</source>
        <translation>مثل 192.168.1.50، أو جهاز مثل /dev/usb/lp0.</translation>
    </message>
    <message>
        <source>Open the cash drawer with the first print of a receipt</source>
        <translation>فتح درج النقود عند أول طباعة للإيصال</translation>
    </message>
    <message>
        <source>Last lines of a receipt</source>
        <translation>آخر أسطر الإيصال</translation>
    </message>
    <message>
        <source>Such as thanks, opening hours, or how goods are exchanged.</source>
        <translation>مثل الشكر أو ساعات العمل أو شروط استبدال البضاعة.</translation>
    </message>
    <message>
        <source>Logo over the shop&apos;s name</source>
        <translation>الشعار فوق اسم المتجر</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>اختيار صورة</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>طباعة صفحة تجريبية</translation>
    </message>
    <message>
        <source>Give a host, a host and a port, or the path of a device.</source>
        <translation>اكتب اسم الجهاز على الشبكة، أو اسمه مع المنفذ، أو مسار جهاز.</translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation>الصور ({kinds})</translation>
    </message>
    <message>
        <source>This file holds no picture that can be read.</source>
        <translation>لا يحوي هذا الملف صورة يمكن قراءتها.</translation>
    </message>
</context>
<context>
    <name>ReceiptSheet</name>
    <message>
        <source>Receipt</source>
        <translation>إيصال</translation>
    </message>
    <message>
        <source>The receipt as it will look on paper</source>
        <translation>الإيصال كما سيظهر على الورق</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ PDF</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>No money has moved here, so there is no receipt.</source>
        <translation>لم ينتقل مال هنا، فلا إيصال.</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>تمت الطباعة.</translation>
    </message>
    <message>
        <source>receipt {reference}</source>
        <translation>إيصال {reference}</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>حفظ الإيصال</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>تم الحفظ.</translation>
    </message>
</context>
<context>
    <name>ReceiptTestPage</name>
    <message>
        <source>The test page was printed.</source>
        <translation>طُبعت الصفحة التجريبية.</translation>
    </message>
</context>
<context>
    <name>ReceiptWords</name>
    <message>
        <source>COPY</source>
        <translation>نسخة</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>صفحة تجريبية</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>الآيبان</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>The line above and below reaches from edge to edge.</source>
        <translation>يمتد الخط أعلاه وأدناه من الحافة إلى الحافة.</translation>
    </message>
    <message>
        <source>Payment received</source>
        <translation>دفعة مقبوضة</translation>
    </message>
    <message>
        <source>Withdrawal paid</source>
        <translation>سحب مدفوع</translation>
    </message>
    <message>
        <source>Withdrawal sent back</source>
        <translation>سحب معاد</translation>
    </message>
    <message>
        <source>Withdrawal with the bank</source>
        <translation>سحب لدى البنك</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>الزبون</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>المستفيد</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Provider&apos;s number</source>
        <translation>الرقم لدى المزوّد</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>أمين الصندوق</translation>
    </message>
</context>
<context>
    <name>RecentWithdrawals</name>
    <message>
        <source>Withdrawals</source>
        <translation>السحوبات</translation>
    </message>
    <message>
        <source>Reference, IBAN, name, tracking number</source>
        <translation>المرجع، الآيبان، الاسم، رقم التتبع</translation>
    </message>
    <message>
        <source>Search withdrawals</source>
        <translation>البحث في السحوبات</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>No withdrawal holds all the words you typed.</source>
        <translation>لا سحب فيه كل الكلمات التي كتبتها.</translation>
    </message>
    <message>
        <source>No withdrawals yet</source>
        <translation>لا سحوبات بعد</translation>
    </message>
    <message>
        <source>Each one appears here as soon as it is reviewed, and stays with all that became of it.</source>
        <translation>يظهر كل سحب هنا منذ مراجعته، ويبقى مع كل ما جرى له.</translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message>
        <source>Look at a backup</source>
        <translation>عرض نسخة احتياطية</translation>
    </message>
    <message>
        <source>What this backup holds</source>
        <translation>محتوى هذه النسخة</translation>
    </message>
    <message>
        <source>The backup is being read and checked.</source>
        <translation>تُقرأ النسخة الاحتياطية وتُفحص.</translation>
    </message>
    <message>
        <source>What happens when it is restored</source>
        <translation>ماذا يحدث عند استعادتها</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>استعادة هذه النسخة</translation>
    </message>
    <message>
        <source>The till&apos;s data of today makes room for the backup. A manager agrees with their PIN.</source>
        <translation>تحل النسخة محل بيانات الصندوق الحالية. يوافق مدير برقمه السري.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Nothing is deleted: today&apos;s data is set aside whole, stands in the list of backups, and can be brought back in the same way.</source>
        <translation>لا يُحذف شيء: توضع البيانات الحالية جانباً كاملة، وتبقى في قائمة النسخ، ويمكن استعادتها بالطريقة نفسها.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself afterwards. Whatever was open in the backup may have been sent since: the providers are asked about it, and it stands under Needs attention.</source>
        <translation>لا يُرسل بعدها شيء تلقائياً. ما كان مفتوحاً في النسخة ربما أُرسل منذ ذلك الحين: يُسأل عنه المزوّدون، ويبقى في «تحتاج متابعة».</translation>
    </message>
    <message>
        <source>Nothing here is newer than the backup.</source>
        <translation>لا شيء هنا أحدث من النسخة.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of history are newer than the backup and go out of sight. Those that the providers list come back when the lists are fetched.</source>
        <translation>
            <numerusform>لا حركات أحدث من النسخة.</numerusform>
            <numerusform>حركة واحدة في السجل أحدث من النسخة وتختفي. تعود عند جلب القوائم إن كانت في قائمة المزوّد.</numerusform>
            <numerusform>حركتان في السجل أحدث من النسخة وتختفيان. يعود منهما ما في قوائم المزوّدين عند جلبها.</numerusform>
            <numerusform>%n حركات في السجل أحدث من النسخة وتختفي. يعود منها ما في قوائم المزوّدين عند جلبها.</numerusform>
            <numerusform>%n حركة في السجل أحدث من النسخة وتختفي. يعود منها ما في قوائم المزوّدين عند جلبها.</numerusform>
            <numerusform>%n حركة في السجل أحدث من النسخة وتختفي. يعود منها ما في قوائم المزوّدين عند جلبها.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoredPage</name>
    <message>
        <source>The backup is in its place</source>
        <translation>تمت استعادة النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>The till&apos;s data was damaged, and a backup is in its place</source>
        <translation>كانت بيانات الصندوق تالفة، وحلّت محلها نسخة احتياطية</translation>
    </message>
    <message>
        <source>The till is here</source>
        <translation>الصندوق هنا</translation>
    </message>
    <message>
        <source>The till is as it was when the backup was made: {time}.</source>
        <translation>الصندوق الآن كما كان وقت إنشاء النسخة: {time}.</translation>
    </message>
    <message>
        <source>Its file could not be read whole any more. The last good backup has taken its place; it was made {time}.</source>
        <translation>تعذّرت قراءة ملفه كاملاً. حلّت محله آخر نسخة سليمة، ووقت إنشائها: {time}.</translation>
    </message>
    <message>
        <source>Everything was brought from the folder, as it was when that was made: {time}.</source>
        <translation>نُقل كل شيء من المجلد كما كان وقت إنشائه: {time}.</translation>
    </message>
    <message>
        <source>Look at what is open</source>
        <translation>عرض ما هو مفتوح</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>What was here before is set aside whole and was not deleted:</source>
        <translation>وُضع ما كان هنا من قبل جانباً كاملاً ولم يُحذف:</translation>
    </message>
    <message>
        <source>The damaged file is set aside and was not deleted:</source>
        <translation>وُضع الملف التالف جانباً ولم يُحذف:</translation>
    </message>
    <message>
        <source>What was here before is set aside and was not deleted:</source>
        <translation>وُضع ما كان هنا من قبل جانباً ولم يُحذف:</translation>
    </message>
    <message>
        <source>The providers&apos; lists are being fetched again. What the providers know of the time since then comes back by itself. Until it is here, do not type in anything from that time once more.</source>
        <translation>تُجلب قوائم المزوّدين من جديد. ويعود تلقائياً ما لدى المزوّدين منذ ذلك الحين. وإلى أن يصل، لا تُدخل شيئاً من تلك المدة مرة ثانية.</translation>
    </message>
    <message>
        <source>Nothing was open in it, so there is nothing to look at.</source>
        <translation>لم يكن فيها شيء مفتوح، فلا شيء للمتابعة.</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s) or withdrawal(s) were open in it. Nothing of that is sent again by itself: the providers are asked what became of it. Look at it under Needs attention.</source>
        <translation>
            <numerusform>لم يكن فيها شيء مفتوح.</numerusform>
            <numerusform>كانت فيها دفعة أو سحب واحد مفتوح. لا يُرسل مجدداً تلقائياً: يُسأل المزوّد عن نتيجته. راجعه في «تحتاج متابعة».</numerusform>
            <numerusform>كان فيها أمران مفتوحان من الدفعات والسحوبات. لا يُرسل منهما شيء مجدداً تلقائياً: يُسأل المزوّدون عن النتيجة. راجعهما في «تحتاج متابعة».</numerusform>
            <numerusform>كانت فيها %n دفعات أو سحوبات مفتوحة. لا يُرسل منها شيء مجدداً تلقائياً: يُسأل المزوّدون عن النتيجة. راجعها في «تحتاج متابعة».</numerusform>
            <numerusform>كان فيها %n من الدفعات والسحوبات المفتوحة. لا يُرسل منها شيء مجدداً تلقائياً: يُسأل المزوّدون عن النتيجة. راجعها في «تحتاج متابعة».</numerusform>
            <numerusform>كان فيها %n من الدفعات والسحوبات المفتوحة. لا يُرسل منها شيء مجدداً تلقائياً: يُسأل المزوّدون عن النتيجة. راجعها في «تحتاج متابعة».</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not use the till on the old computer any more: two tills with the same accounts do not know of each other.</source>
        <translation>لا تستخدم الصندوق على الحاسوب القديم بعد الآن: صندوقان بالحسابات نفسها لا يعلم أحدهما بالآخر.</translation>
    </message>
    <message>
        <source>Settings, accounts and receivers that were changed since then have to be changed again by hand.</source>
        <translation>ما تغيّر منذ ذلك الحين من إعدادات وحسابات ومستفيدين يلزم تغييره من جديد يدوياً.</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>To IBAN</source>
        <translation>إلى الآيبان</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>البنك</translation>
    </message>
    <message>
        <source>In the name of</source>
        <translation>باسم</translation>
    </message>
    <message>
        <source>From account</source>
        <translation>من الحساب</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Deposit identifier</source>
        <translation>معرّف الإيداع</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>The same amount went to the same IBAN {when}. Send it again?</source>
        <translation>أُرسل المبلغ نفسه إلى الآيبان نفسه {when}. هل يُرسل مرة أخرى؟</translation>
    </message>
    <message>
        <source>Yes, it is meant: send it again</source>
        <translation>نعم، هذا مقصود: يُرسل مرة أخرى</translation>
    </message>
    <message>
        <source>This account may send {limit} a day, and {sent} of today are used. It cannot be approved today.</source>
        <translation>حد هذا الحساب {limit} في اليوم، واستُعمل منه اليوم {sent}. لا يمكن الموافقة عليه اليوم.</translation>
    </message>
    <message>
        <source>There is no connection now. Once approved, it is sent as soon as the line is back; after 30 minutes it asks for approval again.</source>
        <translation>لا اتصال الآن. بعد الموافقة يُرسل فور عودة الاتصال؛ وبعد 30 دقيقة يطلب الموافقة من جديد.</translation>
    </message>
    <message>
        <source>It waited for a connection for more than 30 minutes. Look at it again before you approve.</source>
        <translation>انتظر الاتصال أكثر من 30 دقيقة. راجعه من جديد قبل الموافقة.</translation>
    </message>
</context>
<context>
    <name>RowProblemWords</name>
    <message numerus="yes">
        <source>%n digit(s) are missing from this IBAN.</source>
        <translation>
            <numerusform>لا ينقص هذا الآيبان شيء.</numerusform>
            <numerusform>ينقص هذا الآيبان رقم واحد.</numerusform>
            <numerusform>ينقص هذا الآيبان رقمان.</numerusform>
            <numerusform>ينقص هذا الآيبان %n أرقام.</numerusform>
            <numerusform>ينقص هذا الآيبان %n رقماً.</numerusform>
            <numerusform>ينقص هذا الآيبان %n رقم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This IBAN has %n digit(s) too many.</source>
        <translation>
            <numerusform>ليس في هذا الآيبان رقم زائد.</numerusform>
            <numerusform>في هذا الآيبان رقم واحد زائد.</numerusform>
            <numerusform>في هذا الآيبان رقمان زائدان.</numerusform>
            <numerusform>في هذا الآيبان %n أرقام زائدة.</numerusform>
            <numerusform>في هذا الآيبان %n رقماً زائداً.</numerusform>
            <numerusform>في هذا الآيبان %n رقم زائد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the IBAN.</source>
        <translation>اكتب رقم الآيبان.</translation>
    </message>
    <message>
        <source>This IBAN is not Iranian. Only one that begins with {country} can be paid to.</source>
        <translation>هذا الآيبان ليس إيرانياً. لا يمكن الدفع إلا إلى آيبان أوله {country}.</translation>
    </message>
    <message>
        <source>An IBAN has only digits after {country}. Something else is in it.</source>
        <translation>ليس في الآيبان بعد {country} إلا أرقام. فيه شيء آخر.</translation>
    </message>
    <message>
        <source>This IBAN is not right: its digits do not fit together. Check each of them.</source>
        <translation>هذا الآيبان غير صحيح: أرقامه لا تتطابق. راجعها رقماً رقماً.</translation>
    </message>
    <message>
        <source>Row {number} has the same IBAN and amount.</source>
        <translation>في الصف {number} الآيبان والمبلغ نفسهما.</translation>
    </message>
    <message>
        <source>The bank of this IBAN is not known. Look twice before you send.</source>
        <translation>بنك هذا الآيبان غير معروف. تحقق مرة أخرى قبل الإرسال.</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>رقم الآيبان</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>اسم صاحب الحساب</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Deposit identifier</source>
        <translation>معرّف الإيداع</translation>
    </message>
    <message numerus="yes">
        <source>This is too long; %n character(s) at most.</source>
        <translation>
            <numerusform>هذا طويل جداً.</numerusform>
            <numerusform>هذا طويل جداً؛ حرف واحد على الأكثر.</numerusform>
            <numerusform>هذا طويل جداً؛ حرفان على الأكثر.</numerusform>
            <numerusform>هذا طويل جداً؛ %n أحرف على الأكثر.</numerusform>
            <numerusform>هذا طويل جداً؛ %n حرفاً على الأكثر.</numerusform>
            <numerusform>هذا طويل جداً؛ %n حرف على الأكثر.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the example of the template. Take the row out.</source>
        <translation>هذا صف المثال من ملف النموذج. احذفه.</translation>
    </message>
    <message>
        <source>This is more than one withdrawal of this account may be.</source>
        <translation>هذا أكثر مما يُسمح به لسحب واحد من هذا الحساب.</translation>
    </message>
    <message>
        <source>This provider counts in toman: the last digit of an amount in rial must be zero.</source>
        <translation>هذا المزوّد يحسب بالتومان: يجب أن يكون آخر رقم في المبلغ بالريال صفراً.</translation>
    </message>
    <message>
        <source>Type the first and last name of the account holder.</source>
        <translation>اكتب اسم صاحب الحساب وكنيته.</translation>
    </message>
    <message>
        <source>Both names are needed: first name and last name.</source>
        <translation>الاسم والكنية مطلوبان معاً.</translation>
    </message>
    <message>
        <source>This begins like a formula of a spreadsheet. Take the first character away.</source>
        <translation>هذا يبدأ كصيغة في إكسل. احذف أول حرف.</translation>
    </message>
    <message>
        <source>A deposit identifier has only digits.</source>
        <translation>معرّف الإيداع أرقام فقط.</translation>
    </message>
    <message>
        <source>This provider takes no deposit identifier. Leave it empty.</source>
        <translation>هذا المزوّد لا يأخذ معرّف إيداع. اتركه فارغاً.</translation>
    </message>
    <message>
        <source>One withdrawal of this account may be {rial} at most.</source>
        <translation>الحد الأقصى لسحب واحد من هذا الحساب {rial}.</translation>
    </message>
    <message>
        <source>The spreadsheet made a number of this IBAN and lost digits. Type it again, as text.</source>
        <translation>حوّل إكسل هذا الآيبان إلى عدد فضاعت أرقام منه. اكتبه من جديد كنص.</translation>
    </message>
    <message>
        <source>This number has more digits than a spreadsheet keeps. Type it again.</source>
        <translation>في هذا العدد أرقام أكثر مما يحفظه إكسل. اكتبه من جديد.</translation>
    </message>
    <message>
        <source>This is a fraction where a whole number belongs.</source>
        <translation>هنا كسر، والمطلوب عدد صحيح.</translation>
    </message>
    <message>
        <source>The spreadsheet made a date of this. Type it again.</source>
        <translation>حوّل إكسل هذا إلى تاريخ. اكتبه من جديد.</translation>
    </message>
    <message>
        <source>The spreadsheet shows an error in this cell. Type what belongs here.</source>
        <translation>يُظهر إكسل خطأ في هذه الخلية. اكتب ما يجب أن يكون فيها.</translation>
    </message>
    <message>
        <source>This is a formula without its result. Open the file in a spreadsheet and save it again.</source>
        <translation>هذه صيغة بلا نتيجتها. افتح الملف في إكسل واحفظه من جديد.</translation>
    </message>
    <message>
        <source>The commas in this amount cut it into several cells. Type the amount again.</source>
        <translation>قسمت الفواصل هذا المبلغ إلى عدة خلايا. اكتب المبلغ من جديد.</translation>
    </message>
    <message>
        <source>This row has more cells than there are columns.</source>
        <translation>في هذا الصف خلايا أكثر من الأعمدة.</translation>
    </message>
</context>
<context>
    <name>SandboxStrip</name>
    <message>
        <source>Sandbox: everything here is made up, and no money moves.</source>
        <translation>بيئة تجريبية: كل ما هنا وهمي، ولا تتحرك أي أموال.</translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>Hide what is typed</source>
        <translation>إخفاء ما يُكتب</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>إظهار ما يُكتب</translation>
    </message>
</context>
<context>
    <name>SendingFace</name>
    <message>
        <source>Sending the request</source>
        <translation>جارٍ إرسال الطلب</translation>
    </message>
    <message>
        <source>You can leave this running: it stays in the list of payments.</source>
        <translation>لا حاجة إلى الانتظار: تبقى الدفعة في القائمة.</translation>
    </message>
</context>
<context>
    <name>SendingWithdrawalFace</name>
    <message>
        <source>Sending the withdrawal</source>
        <translation>جارٍ إرسال السحب</translation>
    </message>
    <message>
        <source>It is sent once. You can leave this running: it stays in Needs attention.</source>
        <translation>يُرسل مرة واحدة. لا حاجة إلى الانتظار: يبقى في «تحتاج متابعة».</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
</context>
<context>
    <name>ShopSection</name>
    <message>
        <source>Shop</source>
        <translation>المتجر</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>اسم المتجر</translation>
    </message>
    <message>
        <source>It stands on the screen and on receipts.</source>
        <translation>يظهر على الشاشة وعلى الإيصالات.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>The shop&apos;s days begin at midnight of this zone.</source>
        <translation>يبدأ يوم المتجر عند منتصف الليل فيها.</translation>
    </message>
</context>
<context>
    <name>StartProblemPage</name>
    <message>
        <source>The till cannot be opened</source>
        <translation>لا يمكن فتح الصندوق</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>A newer version of the program wrote this till&apos;s data. Start that version; nothing was changed.</source>
        <translation>كُتبت البيانات بإصدار أحدث من البرنامج. شغّل ذلك الإصدار؛ لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>The file is damaged or belongs to another program. Keep it, and put a backup in its place; nothing was changed.</source>
        <translation>الملف تالف أو يخص برنامجاً آخر. احتفظ به، وضع نسخة احتياطية مكانه؛ لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>The log in this folder says more: {error}</source>
        <translation>التفاصيل في ملف السجل في هذا المجلد: {error}</translation>
    </message>
</context>
<context>
    <name>TakenToday</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Nothing taken today yet</source>
        <translation>لا دفعات اليوم بعد</translation>
    </message>
    <message>
        <source>Each payment appears here as soon as it is asked for.</source>
        <translation>تظهر كل دفعة هنا حالما تُطلب.</translation>
    </message>
    <message numerus="yes">
        <source>%n paid</source>
        <comment>payments</comment>
        <translation>
            <numerusform>لا دفعات مدفوعة</numerusform>
            <numerusform>دفعة واحدة مدفوعة</numerusform>
            <numerusform>دفعتان مدفوعتان</numerusform>
            <numerusform>%n دفعات مدفوعة</numerusform>
            <numerusform>%n دفعة مدفوعة</numerusform>
            <numerusform>%n دفعة مدفوعة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TillData</name>
    <message>
        <source>The backup is being put in its place</source>
        <translation>تجري استعادة النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>The till&apos;s data is being repaired</source>
        <translation>يجري إصلاح بيانات الصندوق</translation>
    </message>
    <message>
        <source>The till is being closed</source>
        <translation>يجري إغلاق الصندوق</translation>
    </message>
    <message>
        <source>Payments and withdrawals that are under way are waited for.</source>
        <translation>ننتظر الدفعات والسحوبات الجارية.</translation>
    </message>
    <message>
        <source>No backup is whole, so nothing was changed.</source>
        <translation>لا توجد نسخة سليمة، فلم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>There is no exported till in this folder.</source>
        <translation>ليس في هذا المجلد صندوق مصدّر.</translation>
    </message>
    <message>
        <source>There is a till on this computer already; none is brought in over it.</source>
        <translation>في هذا الحاسوب صندوق من قبل؛ لا يُنقل صندوق آخر فوقه.</translation>
    </message>
    <message>
        <source>This needs no help. If the computer is switched off meanwhile, nothing is lost.</source>
        <translation>لا يلزم منك شيء. وإن أُطفئ الحاسوب أثناء ذلك فلا يضيع شيء.</translation>
    </message>
    <message>
        <source>This passphrase does not open the folder.</source>
        <translation>عبارة المرور هذه لا تفتح المجلد.</translation>
    </message>
    <message>
        <source>No manager of that till has this PIN.</source>
        <translation>ليس لأي مدير في ذلك الصندوق هذا الرقم السري.</translation>
    </message>
</context>
<context>
    <name>TokenFace</name>
    <message>
        <source>The customer scans this, or types the token</source>
        <translation>يمسح الزبون رمز QR، أو يكتب رمز الدفع</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>رمز الدفع</translation>
    </message>
    <message>
        <source>QR code of the token</source>
        <translation>رمز QR الخاص برمز الدفع</translation>
    </message>
    <message>
        <source>Collect the money</source>
        <translation>تحصيل المبلغ</translation>
    </message>
    <message>
        <source>If you do not collect in time, the money goes back to the customer by itself.</source>
        <translation>إن لم تحصّل المبلغ قبل انتهاء المهلة، فسيعود تلقائياً إلى الزبون.</translation>
    </message>
    <message>
        <source>The customer has paid. Collect the money now.</source>
        <translation>دفع الزبون. حصّل المبلغ الآن.</translation>
    </message>
    <message>
        <source>Waiting for the customer to pay</source>
        <translation>بانتظار أن يدفع الزبون</translation>
    </message>
</context>
<context>
    <name>TokenMessage</name>
    <message>
        <source>{provider} asks you to pay</source>
        <translation>{provider} يطلب منك الدفع</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>دفع</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>رفض</translation>
    </message>
</context>
<context>
    <name>VaultChoicePage</name>
    <message>
        <source>Only for this run</source>
        <translation>لهذا التشغيل فقط</translation>
    </message>
    <message>
        <source>Nothing is written. Keys and PINs must be entered again at the next start.</source>
        <translation>لا يُكتب شيء على القرص. تُدخل المفاتيح والأرقام السرية من جديد عند التشغيل القادم.</translation>
    </message>
    <message>
        <source>Keep them in memory</source>
        <translation>حفظ في الذاكرة</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Where should secrets be kept?</source>
        <translation>أين تُحفظ البيانات السرية؟</translation>
    </message>
    <message>
        <source>In an encrypted file</source>
        <translation>في ملف مشفّر</translation>
    </message>
    <message>
        <source>The passphrase is asked for at each start. Nobody can recover it if it is lost.</source>
        <translation>تُطلب عبارة المرور عند كل تشغيل. إن ضاعت فلا يمكن لأحد استعادتها.</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>إنشاء الملف</translation>
    </message>
    <message>
        <source>Open the vault</source>
        <translation>فتح الخزنة</translation>
    </message>
    <message>
        <source>The encrypted file of this till</source>
        <translation>الملف المشفّر لهذا الصندوق</translation>
    </message>
    <message>
        <source>It holds the keys of your accounts.</source>
        <translation>فيه مفاتيح حساباتك.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>WithdrawPage</name>
    <message>
        <source>Withdraw</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>How many receivers</source>
        <translation>عدد المستفيدين</translation>
    </message>
    <message>
        <source>One receiver</source>
        <translation>مستفيد واحد</translation>
    </message>
    <message>
        <source>Many receivers</source>
        <translation>عدة مستفيدين</translation>
    </message>
    <message>
        <source>The withdrawal waits under Needs attention. It is sent by itself as soon as the line is back.</source>
        <translation>السحب ينتظر في «تحتاج متابعة»، ويُرسل تلقائياً فور عودة الاتصال.</translation>
    </message>
    <message>
        <source>The withdrawal waits under Needs attention for a manager&apos;s approval.</source>
        <translation>السحب ينتظر موافقة مدير في «تحتاج متابعة».</translation>
    </message>
</context>
<context>
    <name>WithdrawalDecisionSheet</name>
    <message>
        <source>Decide</source>
        <translation>اتخاذ القرار</translation>
    </message>
    <message>
        <source>What became of this withdrawal?</source>
        <translation>ماذا جرى لهذا السحب؟</translation>
    </message>
    <message>
        <source>Look into the provider&apos;s own panel first. What you decide here is kept for good, with your name and your reason.</source>
        <translation>انظر أولاً في لوحة المزوّد. يُحفظ قرارك هنا دائماً مع اسمك وسببك.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>To IBAN</source>
        <translation>إلى الآيبان</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>What the provider lists</source>
        <translation>ما في قائمة المزوّد</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Such as who was asked, and what they said</source>
        <translation>مثلاً: من سُئل لدى المزوّد، وماذا قال</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>من يقرر</translation>
    </message>
    <message>
        <source>Only a manager decides, with their PIN.</source>
        <translation>لا يقرر إلا مدير، برقمه السري.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>The provider is being asked…</source>
        <translation>نسأل المزوّد…</translation>
    </message>
    <message>
        <source>The provider lists none that could be this one.</source>
        <translation>ليس في قائمة المزوّد ما قد يكون هذا السحب.</translation>
    </message>
    <message>
        <source>It was not sent</source>
        <translation>لم يُرسل</translation>
    </message>
    <message>
        <source>No money left the shop with it. It is closed, and can be typed anew.</source>
        <translation>لم يخرج به مال من المتجر. يُغلق، ويمكن كتابته من جديد.</translation>
    </message>
    <message>
        <source>Choose first which of these it is.</source>
        <translation>اختر أولاً أيها هو.</translation>
    </message>
    <message>
        <source>The provider lists this one no longer. Look into its panel again.</source>
        <translation>لم يعد هذا في قائمة المزوّد. انظر في لوحته من جديد.</translation>
    </message>
    <message>
        <source>It is no longer open for a decision: {state}.</source>
        <translation>لم يعد مفتوحاً للقرار: {state}.</translation>
    </message>
</context>
<context>
    <name>WithdrawalDialog</name>
    <message>
        <source>The same was sent a moment ago. Say first that it is meant again.</source>
        <translation>أُرسل مثله قبل لحظات. أكّد أولاً أن تكراره مقصود.</translation>
    </message>
</context>
<context>
    <name>WithdrawalDialogView</name>
    <message>
        <source>Review the withdrawal</source>
        <translation>مراجعة السحب</translation>
    </message>
    <message>
        <source>to {holder}, {iban}</source>
        <translation>إلى {holder}، {iban}</translation>
    </message>
    <message>
        <source>to {iban}</source>
        <translation>إلى {iban}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Continue later</source>
        <translation>أكمل لاحقاً</translation>
    </message>
    <message>
        <source>Cancel the withdrawal</source>
        <translation>إلغاء السحب</translation>
    </message>
</context>
<context>
    <name>WithdrawalEntry</name>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>اسم صاحب الحساب</translation>
    </message>
    <message>
        <source>First and last name</source>
        <translation>الاسم والكنية</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Rial or toman</source>
        <translation>ريال أو تومان</translation>
    </message>
    <message>
        <source>Deposit identifier</source>
        <translation>معرّف الإيداع</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>For the shop alone</source>
        <translation>للمتجر وحده</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>No account pays out yet</source>
        <translation>لا حساب للسحب بعد</translation>
    </message>
    <message>
        <source>Add an account with one of these, and money can be sent to any IBAN: {providers}</source>
        <translation>لإرسال المال إلى أي آيبان، أضف حساباً لدى أحد هؤلاء: {providers}</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>إضافة حساب</translation>
    </message>
</context>
<context>
    <name>WithdrawalOutcome</name>
    <message>
        <source>The provider answered {code}: {words}</source>
        <translation>رد المزوّد {code}: {words}</translation>
    </message>
    <message>
        <source>The provider answered {code}.</source>
        <translation>رد المزوّد: {code}</translation>
    </message>
    <message>
        <source>Approved, waits to be sent</source>
        <translation>تمت الموافقة، ينتظر الإرسال</translation>
    </message>
    <message>
        <source>The provider has it</source>
        <translation>وصل إلى المزوّد</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>تم الدفع</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>أُعيد المبلغ</translation>
    </message>
    <message>
        <source>Refused: nothing was sent</source>
        <translation>رُفض: لم يُرسل شيء</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>لم تُعرف النتيجة بعد</translation>
    </message>
    <message>
        <source>A manager has to decide</source>
        <translation>على مدير أن يقرر</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>It is sent by itself as soon as the line is back.</source>
        <translation>يُرسل تلقائياً فور عودة الاتصال.</translation>
    </message>
    <message>
        <source>After 30 minutes it asks for approval again.</source>
        <translation>بعد 30 دقيقة يطلب الموافقة من جديد.</translation>
    </message>
    <message>
        <source>Do not send it again.</source>
        <translation>لا ترسله مرة أخرى.</translation>
    </message>
    <message>
        <source>This account leaves the gateway PIN out from now on. Send the withdrawal anew.</source>
        <translation>لن يرسل هذا الحساب رمز البوابة من الآن. أرسل السحب من جديد.</translation>
    </message>
    <message>
        <source>The bank usually answers within hours. It is followed by itself until then.</source>
        <translation>يرد البنك عادةً خلال ساعات. يُتابَع تلقائياً حتى ذلك الحين.</translation>
    </message>
    <message>
        <source>Do not send it again: we are asking the provider what became of it.</source>
        <translation>لا ترسله مرة أخرى: نسأل المزوّد عما جرى له.</translation>
    </message>
    <message>
        <source>It was not sent to anyone. Change it, and put it up for approval.</source>
        <translation>لم يُرسل إلى أحد. عدّله واعرضه للموافقة.</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>رقم التتبع</translation>
    </message>
    <message>
        <source>Reference code</source>
        <translation>رمز المرجع</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>أرسل الآن</translation>
    </message>
    <message>
        <source>Edit and send anew</source>
        <translation>تعديل وإرسال من جديد</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>اسأل الآن</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>اتخاذ القرار</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>New withdrawal</source>
        <translation>سحب جديد</translation>
    </message>
    <message>
        <source>Leave the gateway PIN out from now on</source>
        <translation>عدم إرسال رمز البوابة من الآن</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>إيصال</translation>
    </message>
</context>
<context>
    <name>WithdrawalSheet</name>
    <message>
        <source>Withdrawal</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>اتخاذ القرار</translation>
    </message>
    <message>
        <source>Ask again now</source>
        <translation>اسأل الآن من جديد</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Edit and send anew</source>
        <translation>تعديل وإرسال من جديد</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>رقم التتبع</translation>
    </message>
    <message>
        <source>Reference code</source>
        <translation>رمز المرجع</translation>
    </message>
    <message>
        <source>To IBAN</source>
        <translation>إلى الآيبان</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>البنك</translation>
    </message>
    <message>
        <source>In the name of</source>
        <translation>باسم</translation>
    </message>
    <message>
        <source>Name at the bank</source>
        <translation>الاسم لدى البنك</translation>
    </message>
    <message>
        <source>From account</source>
        <translation>من الحساب</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Number at the provider</source>
        <translation>الرقم لدى المزوّد</translation>
    </message>
    <message>
        <source>Deposit identifier</source>
        <translation>معرّف الإيداع</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>The provider&apos;s words</source>
        <translation>رسالة المزوّد</translation>
    </message>
    <message>
        <source>Code of the refusal</source>
        <translation>رمز الرفض</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>وافق عليه</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>تاريخ الدفع</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>السؤال</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>أُدخل</translation>
    </message>
    <message>
        <source>The provider was asked</source>
        <translation>سُئل المزوّد</translation>
    </message>
    <message>
        <source>Handed to a manager</source>
        <translation>أُحيل إلى مدير</translation>
    </message>
    <message>
        <source>A manager decided</source>
        <translation>قرار من مدير</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>تمت الموافقة</translation>
    </message>
</context>
<context>
    <name>WithdrawalWords</name>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>ينتظر الموافقة</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>ينتظر الإرسال</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>قيد الإرسال</translation>
    </message>
    <message>
        <source>With the bank</source>
        <translation>لدى البنك</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>مدفوع</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>معاد</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>غير معروف بعد</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>The money was sent back. The provider says: {words}</source>
        <translation>أُعيد المال. يقول المزوّد: {words}</translation>
    </message>
    <message>
        <source>The money was sent back, and the provider did not say why.</source>
        <translation>أُعيد المال، ولم يذكر المزوّد السبب.</translation>
    </message>
    <message>
        <source>The provider refused this withdrawal: {words}</source>
        <translation>رفض المزوّد هذا السحب: {words}</translation>
    </message>
    <message>
        <source>The provider refused this withdrawal and did not say why.</source>
        <translation>رفض المزوّد هذا السحب ولم يذكر السبب.</translation>
    </message>
    <message>
        <source>Another transfer of the same call was at fault, and this one was not made either. It can be sent anew.</source>
        <translation>كان الخلل في تحويل آخر من الطلب نفسه، فلم يُنفَّذ هذا أيضاً. يمكن إرساله من جديد.</translation>
    </message>
    <message>
        <source>There is no connection, so nothing was sent. It is sent by itself as soon as the line is back.</source>
        <translation>لا اتصال، فلم يُرسل شيء. يُرسل تلقائياً فور عودة الاتصال.</translation>
    </message>
    <message>
        <source>It was sent, but no answer came. The provider is being asked what became of it.</source>
        <translation>أُرسل ولم يصل رد. نسأل المزوّد عما جرى له.</translation>
    </message>
    <message>
        <source>The provider was asked twice and lists no such withdrawal. Look into its own panel, then decide.</source>
        <translation>سُئل المزوّد مرتين وليس في قائمته مثل هذا السحب. انظر في لوحته ثم قرر.</translation>
    </message>
    <message>
        <source>The provider lists more than one withdrawal that could be this one. A manager says which it is.</source>
        <translation>في قائمة المزوّد أكثر من سحب قد يكون هذا. يحدد مدير أيها هو.</translation>
    </message>
    <message>
        <source>The provider reports another amount or IBAN than was asked for. Call the provider.</source>
        <translation>يذكر المزوّد مبلغاً أو آيبان غير المطلوب. اتصل بالمزوّد.</translation>
    </message>
    <message>
        <source>It waited for a connection for more than 30 minutes, so a manager has to approve it again.</source>
        <translation>انتظر الاتصال أكثر من 30 دقيقة، فعلى مدير أن يوافق عليه من جديد.</translation>
    </message>
    <message>
        <source>It was given up at this till.</source>
        <translation>أُلغي في هذا الصندوق.</translation>
    </message>
    <message>
        <source>It was open in the backup that was restored, and may have been sent since: do not send it again. The provider is being asked.</source>
        <translation>كان مفتوحاً في النسخة المستعادة، وربما أُرسل منذ ذلك الحين: لا ترسله مرة أخرى. نسأل المزوّد الآن.</translation>
    </message>
</context>
<context>
    <name>_Days</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>اليوم الأول</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>اليوم الأخير</translation>
    </message>
</context>
</TS>
