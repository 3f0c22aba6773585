<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AskingWords</name>
    <message numerus="yes">
        <source>Asked %n time(s).</source>
        <translation>
            <numerusform>Asked %n time.</numerusform>
            <numerusform>Asked %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <comment>backups</comment>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchWords</name>
    <message numerus="yes">
        <source>%n rows</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <comment>in a batch</comment>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more problems</source>
        <comment>in a batch</comment>
        <translation>
            <numerusform>and %n more problem</numerusform>
            <numerusform>and %n more problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading the file: %n rows so far</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>Reading the file: %n row so far</numerusform>
            <numerusform>Reading the file: %n rows so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are still being checked.</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>%n row is still being checked.</numerusform>
            <numerusform>%n rows are still being checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have problems. Mend or remove them.</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>%n row has problems. Mend or remove it.</numerusform>
            <numerusform>%n rows have problems. Mend or remove them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The provider could not tell about %n rows. A manager must look.</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>The provider could not tell about %n row. A manager must look.</numerusform>
            <numerusform>The provider could not tell about %n rows. A manager must look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows wait for a manager&apos;s approval.</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>%n row waits for a manager&apos;s approval.</numerusform>
            <numerusform>%n rows wait for a manager&apos;s approval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing %n rows down…</source>
        <comment>of a batch</comment>
        <translation>
            <numerusform>Writing %n row down…</numerusform>
            <numerusform>Writing %n rows down…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were deleted.</source>
        <translation>
            <numerusform>%n line was deleted.</numerusform>
            <numerusform>%n lines were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) from before {date} are deleted from this till and cannot be brought back.</source>
        <translation>
            <numerusform>%n line from before {date} is deleted from this till and cannot be brought back.</numerusform>
            <numerusform>%n lines from before {date} are deleted from this till and cannot be brought back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DurationWords</name>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>days</comment>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryExportSheet</name>
    <message numerus="yes">
        <source>%n row(s) are written, as they are filtered and sorted now.</source>
        <translation>
            <numerusform>%n row is written, as it is filtered and sorted now.</numerusform>
            <numerusform>%n rows are written, as they are filtered and sorted now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file is written: %n row(s).</source>
        <translation>
            <numerusform>The file is written: %n row.</numerusform>
            <numerusform>The file is written: %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryHead</name>
    <message numerus="yes">
        <source>%n new</source>
        <comment>items</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryLifeWords</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked %n time(s) since</source>
        <translation>
            <numerusform>asked %n time since</numerusform>
            <numerusform>asked %n times since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryTotalsLine</name>
    <message numerus="yes">
        <source>%n items</source>
        <comment>in history</comment>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items so far</source>
        <comment>in history</comment>
        <translation>
            <numerusform>%n item so far</numerusform>
            <numerusform>%n items so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minutes fast. Set it right: receipts and expiry times depend on it.</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>This computer&apos;s clock is %n minute fast. Set it right: receipts and expiry times depend on it.</numerusform>
            <numerusform>This computer&apos;s clock is %n minutes fast. Set it right: receipts and expiry times depend on it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minutes slow. Set it right: receipts and expiry times depend on it.</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>This computer&apos;s clock is %n minute slow. Set it right: receipts and expiry times depend on it.</numerusform>
            <numerusform>This computer&apos;s clock is %n minutes slow. Set it right: receipts and expiry times depend on it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenWithdrawalWords</name>
    <message numerus="yes">
        <source>A manager has to decide about %n transfer(s).</source>
        <translation>
            <numerusform>A manager has to decide about %n transfer.</numerusform>
            <numerusform>A manager has to decide about %n transfers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What became of %n transfer(s) is not known yet.</source>
        <translation>
            <numerusform>What became of %n transfer is not known yet.</numerusform>
            <numerusform>What became of %n transfers is not known yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) wait for a manager&apos;s approval.</source>
        <translation>
            <numerusform>%n transfer waits for a manager&apos;s approval.</numerusform>
            <numerusform>%n transfers wait for a manager&apos;s approval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is paused; %n transfer(s) are left.</source>
        <translation>
            <numerusform>It is paused; %n transfer is left.</numerusform>
            <numerusform>It is paused; %n transfers are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is being sent; %n transfer(s) are left.</source>
        <translation>
            <numerusform>It is being sent; %n transfer is left.</numerusform>
            <numerusform>It is being sent; %n transfers are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bank has still to answer about %n transfer(s).</source>
        <translation>
            <numerusform>The bank has still to answer about %n transfer.</numerusform>
            <numerusform>The bank has still to answer about %n transfers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s)</source>
        <translation>
            <numerusform>%n transfer</numerusform>
            <numerusform>%n transfers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paid</source>
        <comment>transfers</comment>
        <translation>
            <numerusform>%n paid</numerusform>
            <numerusform>%n paid</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxWords</name>
    <message numerus="yes">
        <source>Tried %n time(s).</source>
        <translation>
            <numerusform>Tried %n time.</numerusform>
            <numerusform>Tried %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RailEntry</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>things</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message numerus="yes">
        <source>%n line(s) of history are newer than the backup and go out of sight. Those that the providers list come back when the lists are fetched.</source>
        <translation>
            <numerusform>%n line of history is newer than the backup and goes out of sight. If a provider lists it, it comes back when the lists are fetched.</numerusform>
            <numerusform>%n lines of history are newer than the backup and go out of sight. Those that the providers list come back when the lists are fetched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoredPage</name>
    <message numerus="yes">
        <source>%n payment(s) or withdrawal(s) were open in it. Nothing of that is sent again by itself: the providers are asked what became of it. Look at it under Needs attention.</source>
        <translation>
            <numerusform>%n payment or withdrawal was open in it. It is not sent again by itself: the provider is asked what became of it. Look at it under Needs attention.</numerusform>
            <numerusform>%n payments or withdrawals were open in it. Nothing of that is sent again by itself: the providers are asked what became of it. Look at it under Needs attention.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowProblemWords</name>
    <message numerus="yes">
        <source>%n digit(s) are missing from this IBAN.</source>
        <translation>
            <numerusform>%n digit is missing from this IBAN.</numerusform>
            <numerusform>%n digits are missing from this IBAN.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This IBAN has %n digit(s) too many.</source>
        <translation>
            <numerusform>This IBAN has %n digit too many.</numerusform>
            <numerusform>This IBAN has %n digits too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is too long; %n character(s) at most.</source>
        <translation>
            <numerusform>This is too long; %n character at most.</numerusform>
            <numerusform>This is too long; %n characters at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakenToday</name>
    <message numerus="yes">
        <source>%n paid</source>
        <comment>payments</comment>
        <translation>
            <numerusform>%n paid</numerusform>
            <numerusform>%n paid</numerusform>
        </translation>
    </message>
</context>
</TS>
