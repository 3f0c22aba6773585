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
        <source>Valid for 24 hours.</source>
        <translation>صالح ليوم واحد.</translation>
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
        <source>Account number</source>
        <translation>رقم الحساب</translation>
    </message>
    <message>
        <source>Your number in aqayepardakht&apos;s panel.</source>
        <translation>رقمك في لوحة آقای پرداخت.</translation>
    </message>
    <message>
        <source>Encryption key</source>
        <translation>مفتاح التشفير</translation>
    </message>
    <message>
        <source>As shown in aqayepardakht&apos;s panel.</source>
        <translation>كما يظهر في لوحة آقای پرداخت.</translation>
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
        <translation>أوقفه إذا رُفض حسابك بالخطأ «ناقص 13».</translation>
    </message>
    <message>
        <source>Unit of amounts</source>
        <translation>وحدة المبالغ</translation>
    </message>
    <message>
        <source>What aqayepardakht counts in: IRT is toman, IRR is rial.</source>
        <translation>الوحدة التي يحسب بها آقای پرداخت: IRT تومان، IRR ريال.</translation>
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
        <source>{account} has payments that are still open. Finish them, then remove it.</source>
        <translation>ما زالت للحساب {account} دفعات مفتوحة. أنهها ثم أزل الحساب.</translation>
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
        <translation>بحاجة إلى متابعة</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>لا شيء مفتوح</translation>
    </message>
    <message>
        <source>Drafts, payments that wait for a customer or for a connection, and answers that got lost appear here.</source>
        <translation>تظهر هنا المسودات، والدفعات التي تنتظر زبوناً أو اتصالاً، والردود التي ضاعت.</translation>
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
        <source>digibank sent a code</source>
        <translation>أرسل البنك الرقمي رمزاً</translation>
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
        <source>Such as who was asked at the provider, and what they said</source>
        <translation>مثل: من سُئل لدى المزوّد، وماذا قال</translation>
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
        <translation>أخطأت في الرقم السري مرات كثيرة. حاول مجدداً بعد {duration}.</translation>
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
        <translation>{least} أرقام أو أكثر؛ به يُفتح القفل.</translation>
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
        <source>Needs attention</source>
        <translation>بحاجة إلى متابعة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
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
        <translation>أخطأت في الرقم السري مرات كثيرة. حاول مجدداً بعد {duration}.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Close the payment first, then lock the till.</source>
        <translation>أغلق نافذة الدفعة أولاً، ثم اقفل الصندوق.</translation>
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
        <translation>رقم حساب الزبون أطول من اللازم؛ الحد الأقصى {most} خانة.</translation>
    </message>
    <message>
        <source>The note is too long; {most} characters at most.</source>
        <translation>الملاحظة أطول من اللازم؛ الحد الأقصى {most} حرف.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>هذا الحقل مطلوب.</translation>
    </message>
    <message>
        <source>This is too long; {most_characters} characters at most.</source>
        <translation>النص أطول من اللازم؛ الحد الأقصى {most_characters} حرف.</translation>
    </message>
    <message>
        <source>Secrets are sent to addresses that begin with https:// only.</source>
        <translation>لا تُرسل البيانات السرية إلا إلى عناوين تبدأ بـ https.</translation>
    </message>
    <message>
        <source>There is no such time zone. Choose one from the list.</source>
        <translation>لا توجد منطقة زمنية بهذا الاسم. اختر من القائمة.</translation>
    </message>
    <message>
        <source>Write whole seconds, from {least} to {most_seconds}.</source>
        <translation>أدخل عدداً صحيحاً من {least} إلى {most_seconds} ثانية.</translation>
    </message>
    <message>
        <source>Write currency codes of Latin letters and digits, separated by spaces.</source>
        <translation>اكتب رموز العملات بحروف لاتينية وأرقام، تفصل بينها مسافات.</translation>
    </message>
    <message>
        <source>A PIN has only digits.</source>
        <translation>الرقم السري أرقام فقط.</translation>
    </message>
    <message>
        <source>This PIN is too short; it needs {least} digits or more.</source>
        <translation>الرقم السري قصير؛ يلزم {least} أرقام أو أكثر.</translation>
    </message>
    <message>
        <source>This PIN is too long; {most} digits at most.</source>
        <translation>الرقم السري طويل؛ الحد الأقصى {most} رقماً.</translation>
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
        <translation>لا تُرسل البيانات السرية إلى هذا العنوان. استخدم عنواناً يبدأ بـ https.</translation>
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
        <translation>لا توجد في هذا الجهاز حافظة مفاتيح لحفظ البيانات السرية.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not encrypt what it keeps.</source>
        <translation>حافظة المفاتيح في هذا الجهاز لا تشفّر ما تحفظه.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not work.</source>
        <translation>حافظة المفاتيح في هذا الجهاز لا تعمل.</translation>
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
        <translation>إرسال الآن</translation>
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
        <translation>بقي {duration} للتحصيل، ثم يعود المبلغ.</translation>
    </message>
    <message>
        <source>{duration} left.</source>
        <translation>بقي {duration}.</translation>
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
        <translation>الرمز من {length} أرقام.</translation>
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
        <translation>تظهر في قيود الزبون</translation>
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
        <source>Add an account at digibank or resid, and payments can begin.</source>
        <translation>أضف حساباً لدى البنك الرقمي أو رسيد لتبدأ التحصيل.</translation>
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
        <translation>مدفوعة</translation>
    </message>
    <message>
        <source>New payment</source>
        <translation>دفعة جديدة</translation>
    </message>
    <message>
        <source>Provider&apos;s number: {number}</source>
        <translation>الرقم لدى المزوّد: {number}</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>لم تُدفع</translation>
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
        <translation>إرسال الآن</translation>
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
        <translation>غير معروفة بعد</translation>
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
        <translation>الدفعة تنتظر في «بحاجة إلى متابعة»، وتُرسل تلقائياً فور عودة الاتصال.</translation>
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
        <translation>آقای پرداخت</translation>
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
        <translation>يمكنك تركه يعمل: تبقى الدفعة في القائمة.</translation>
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
        <source>resid asks you to pay</source>
        <translation>رسيد يطلب منك الدفع</translation>
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
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>عبارة المرور مرة ثانية</translation>
    </message>
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
        <source>{least} characters or more.</source>
        <translation>{least} أحرف أو أكثر.</translation>
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
    <message>
        <source>This passphrase is too short; it needs {least} characters or more.</source>
        <translation>عبارة المرور قصيرة؛ يلزم {least} أحرف أو أكثر.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>عبارتا المرور غير متطابقتين.</translation>
    </message>
</context>
</TS>
