<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AccountField</name>
    <message>
        <source>Wait for a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for an answer to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for a whole call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made in your company&apos;s settings at digibank, under API keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes separated by spaces; the first is offered first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer numbers hold letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: only digits can be typed as a customer&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone of digibank&apos;s times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digibank gives times without saying where they hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of the calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only to be changed if digibank says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorization code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As resid gave it to you, without any word before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your shop&apos;s identifier at resid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IRR is rial, IRT is toman; separated by spaces, the first is offered first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resid collects by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: what the customer paid is yours at once, without a last word from the till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferred bank gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example asanpardakht; empty leaves it to resid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content of the QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token} stands for the payment&apos;s token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the application you made in paystar&apos;s panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the same application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key is renewed with it every day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid for 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source account number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bank account that transfers are paid from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>016 is Keshavarzi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your number in aqayepardakht&apos;s panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As shown in aqayepardakht&apos;s panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of your payment gateway, if your account has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the gateway PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some accounts must not send it: they are refused with -13.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What aqayepardakht counts in: IRT is toman, IRR is rial.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountFields</name>
    <message>
        <source>Fewer settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the vault; type to replace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>Change {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountSheet</name>
    <message>
        <source>Discard what you typed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it is stored yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account with {provider}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your screens call it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider answers and accepts this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountsSection</name>
    <message>
        <source>Accounts with providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop&apos;s accounts appear here. Add one, and payments can be taken through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {account}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till forgets the account and its secrets. Its payments stay in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} has payments that are still open. Finish them, then remove it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Appearance and language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionPage</name>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts, payments that wait for a customer, and answers that got lost appear here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingSheet</name>
    <message>
        <source>Closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the provider&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program closes by itself as soon as it is known what became of the payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close now, ask at the next start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeFace</name>
    <message>
        <source>Enter the code that was sent to the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmation code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm payment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeMessage</name>
    <message>
        <source>digibank sent a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To customer {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyLabel</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountdownBar</name>
    <message>
        <source>{duration} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>(optional)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Set up this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is all it needs to know before the first payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are this till&apos;s first manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{least} digits or more; it opens the lock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Something went wrong in the program; what was typed is kept. The log says more: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection since {time}. Nothing that was not sent is lost; payments can be kept as drafts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has been answering with faults of its own since {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not accept the account&apos;s key. Look at it under Settings, Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not know this shop&apos;s internet address. Register it with the provider.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocaleFormat</name>
    <message>
        <source>{date} {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{larger} {smaller}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n d</source>
        <comment>days</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Who are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PIN is not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {duration}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Close the payment first, then lock the till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cashier, sandbox</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Digits after the decimal mark: {decimals} at most in this currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number: this currency has no decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount names another currency than the one chosen beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits of two scripts are mixed. Type the amount again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount cannot be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount cannot be zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can be read in two ways. Type the digits without marks between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account does not take this currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the customer&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A customer&apos;s number has only digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long for a customer&apos;s number; {most} characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is too long; {most} characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long; {most_characters} characters at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are sent to addresses that begin with https:// only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such time zone. Choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write whole seconds, from {least} to {most_seconds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write currency codes of Latin letters and digits, separated by spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PIN has only digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PIN is too short; it needs {least} digits or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PIN is too long; {most} digits at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PIN is easy to guess. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” of this account cannot be used as it stands. Correct it in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” of this account is not in the vault. Enter it in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so nothing was saved. Make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not write to the till&apos;s folder, so nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the till&apos;s data, so nothing was saved. Close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk does not work as it should, so nothing was saved. Have it checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase does not open the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the vault holds is damaged. Enter the accounts&apos; secrets again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault did not do what was asked. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PINs cannot be checked: the vault is not the one this till was set up with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused this payment: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s own payment did not succeed: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider names a state that this program does not know: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused this payment and did not say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is not right. Ask the customer to read it out again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no connection, so nothing was sent. Send it again when the line is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has not answered. Do not ask the customer to pay again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s own payment did not succeed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time ran out before the payment was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider names a state that this program does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider reports another amount or currency than was asked for. Call the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled at this till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned to the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider has a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address not registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed with the customer&apos;s code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid with a token or QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays out to bank accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider was asked too often. Wait a little and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider was asked too often. Try again in {duration}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not accept this account&apos;s credentials. It says: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the provider to register the shop&apos;s internet address. It says: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are not sent to this address. Use one that begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection could be made, so nothing was sent. Check the internet and the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider did not answer. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has a fault of its own at the moment. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s answer cannot be read. Check the address; if it is right, call them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not accept this account&apos;s credentials. Enter them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop&apos;s internet address is not registered. Ask the provider to register it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused and did not say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of the call is not known. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer offers no keyring to keep secrets in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of this computer does not encrypt what it keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of this computer does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault file is not where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault file cannot be read. Check who may read the till&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault file cannot be written. Check the disk&apos;s room and who may write to it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Lock the till</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>The code has {length} digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from customer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel payment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentEntry</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer account number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen in the customer&apos;s records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send payment request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account takes payments yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account at digibank or resid, and payments can begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentOutcome</name>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider&apos;s number: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This draft was not sent to anyone yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time ran out and nothing was paid. You can ask the customer again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not ask the customer to pay again. We are asking the provider what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not ask the customer to pay again. The provider could not tell us; look into its own panel, then ask again here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request left, but no answer came. No money has moved: you can ask again, and an earlier request just expires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Asked %n time(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaymentPage</name>
    <message>
        <source>Take payment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhoneWindow</name>
    <message>
        <source>The customer&apos;s phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the sandbox: no real money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a payment at the till: the code or the token appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Provider</name>
    <message>
        <source>digibank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paystar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aqayepardakht</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SandboxStrip</name>
    <message>
        <source>Sandbox: everything here is made up, and no money moves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>Hide what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendingFace</name>
    <message>
        <source>Sending the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can leave this running: it stays in the list of payments.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShopSection</name>
    <message>
        <source>Shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands on the screen and on receipts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop&apos;s days begin at midnight of this zone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartProblemPage</name>
    <message>
        <source>The till cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of the program wrote them. Start that version; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged or belongs to another program. Keep it, and put a backup in its place; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log in this folder says more: {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakenToday</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing taken today yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each payment appears here as soon as it is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n paid</source>
        <comment>payments</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokenFace</name>
    <message>
        <source>The customer scans this, or types the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect the money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you do not collect in time, the money goes back to the customer by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer has paid. Collect the money now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the customer to pay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenMessage</name>
    <message>
        <source>resid asks you to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VaultChoicePage</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written. Keys and PINs must be entered again at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where should secrets be kept?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an encrypted file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is asked for at each start. Nobody can recover it if it is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{least} characters or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted file of this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds the keys of your accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase is too short; it needs {least} characters or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_OpenPayment</name>
    <message>
        <source>The customer has paid; the money waits to be collected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from customer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send or give up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
