<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>CheckQuestion</name>
    <message numerus="yes">
        <source>Do the open logs of %1 hold events %2 of %3 about %4 within %n minutes of this one?</source>
        <translation>
            <numerusform>Do the open logs of %1 hold events %2 of %3 about %4 within %n minute of this one?</numerusform>
            <numerusform>Do the open logs of %1 hold events %2 of %3 about %4 within %n minutes of this one?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyWords</name>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>about %n hour</numerusform>
            <numerusform>about %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropWords</name>
    <message numerus="yes">
        <source>Open %n log(s)</source>
        <translation>
            <numerusform>Open %n log</numerusform>
            <numerusform>Open %n logs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventFile</name>
    <message numerus="yes">
        <source>%Ln event(s) were saved as %1.</source>
        <translation>
            <numerusform>%Ln event was saved as %1.</numerusform>
            <numerusform>%Ln events were saved as %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) could not be read any more and are missing in it.</source>
        <translation>
            <numerusform>%Ln event could not be read any more and is missing in it.</numerusform>
            <numerusform>%Ln events could not be read any more and are missing in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) are larger than an .evtx can hold and are missing in it.</source>
        <translation>
            <numerusform>%Ln event is larger than an .evtx can hold and is missing in it.</numerusform>
            <numerusform>%Ln events are larger than an .evtx can hold and are missing in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message numerus="yes">
        <source>Data, %Ln byte(s)</source>
        <translation>
            <numerusform>Data, %Ln byte</numerusform>
            <numerusform>Data, %Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventsNear</name>
    <message numerus="yes">
        <source>The open logs of %1 hold no such event from %n minutes before the event on.</source>
        <translation>
            <numerusform>The open logs of %1 hold no such event from %n minute before the event on.</numerusform>
            <numerusform>The open logs of %1 hold no such event from %n minutes before the event on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvtxDump</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message numerus="yes">
        <source>it is the same for each of the %n.</source>
        <translation>
            <numerusform>it is so for the one.</numerusform>
            <numerusform>it is the same for each of the %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inputs</name>
    <message numerus="yes">
        <source>… and %n more; info --json lists all of them.</source>
        <translation>
            <numerusform>… and %n more; info --json lists all of them.</numerusform>
            <numerusform>… and %n more; info --json lists all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the folders given are no logs and were passed over.</source>
        <translation>
            <numerusform>%n file in the folders given is no log and was passed over.</numerusform>
            <numerusform>%n files in the folders given are no logs and were passed over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PullCommand</name>
    <message numerus="yes">
        <source>The newest %n event(s) came; they were written.</source>
        <translation>
            <numerusform>The newest event came; it was written.</numerusform>
            <numerusform>The newest %n events came; they were written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are larger than an .evtx can hold one and were left out.</source>
        <translation>
            <numerusform>%n event is larger than an .evtx can hold one and was left out.</numerusform>
            <numerusform>%n events are larger than an .evtx can hold one and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message numerus="yes">
        <source>%n more were not asked about.</source>
        <translation>
            <numerusform>%n more was not asked about.</numerusform>
            <numerusform>%n more were not asked about.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::ArchiveImport</name>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n file could not be read.</numerusform>
            <numerusform>%n files could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::ArticleCommands</name>
    <message numerus="yes">
        <source>%n article(s) of your own cannot be used. %1</source>
        <translation>
            <numerusform>%n article of your own cannot be used. %1</numerusform>
            <numerusform>%n articles of your own cannot be used. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::ComputerCommands</name>
    <message numerus="yes">
        <source>Following: what is new is loaded every %n second(s).</source>
        <translation>
            <numerusform>Following: what is new is loaded every second.</numerusform>
            <numerusform>Following: what is new is loaded every %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 does not answer; it is asked again in %n second(s).</source>
        <translation>
            <numerusform>%1 does not answer; it is asked again in a second.</numerusform>
            <numerusform>%1 does not answer; it is asked again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s) at %1.</source>
        <translation>
            <numerusform>%n new event at %1.</numerusform>
            <numerusform>%n new events at %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::ConnectDialog</name>
    <message numerus="yes">
        <source>%n log(s), %1 to copy</source>
        <translation>
            <numerusform>%n log, %1 to copy</numerusform>
            <numerusform>%n logs, %1 to copy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n log(s), %1 events to ask for</source>
        <translation>
            <numerusform>%n log, %1 events to ask for</numerusform>
            <numerusform>%n logs, %1 events to ask for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n log(s), the newest events of each</source>
        <translation>
            <numerusform>%n log, its newest events</numerusform>
            <numerusform>%n logs, the newest events of each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n log(s), what came since %1</source>
        <translation>
            <numerusform>%n log, what came since %1</numerusform>
            <numerusform>%n logs, what came since %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::FileCommands</name>
    <message numerus="yes">
        <source>Save %Ln Selected Event(s)</source>
        <translation>
            <numerusform>Save %Ln Selected Event</numerusform>
            <numerusform>Save %Ln Selected Events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save All %Ln Event(s) Shown</source>
        <translation>
            <numerusform>Save the %Ln Event Shown</numerusform>
            <numerusform>Save All %Ln Events Shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::NewsNotices</name>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>And %Ln more.</numerusform>
            <numerusform>And %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::NoticeBar</name>
    <message numerus="yes">
        <source>%n more message(s); close one to see the next.</source>
        <translation>
            <numerusform>%n more message; close one to see it.</numerusform>
            <numerusform>%n more messages; close one to see the next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::SessionNotices</name>
    <message numerus="yes">
        <source>%Ln event(s) may be missing: the expression takes too many steps on them. Avoid repetitions inside each other, as in (a+)+.</source>
        <translation>
            <numerusform>%Ln event may be missing: the expression takes too many steps on it. Avoid repetitions inside each other, as in (a+)+.</numerusform>
            <numerusform>%Ln events may be missing: the expression takes too many steps on them. Avoid repetitions inside each other, as in (a+)+.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::StatusLine</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) could not be read</source>
        <translation>
            <numerusform>%Ln place could not be read</numerusform>
            <numerusform>%Ln places could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) passed over: no event logs</source>
        <translation>
            <numerusform>%Ln file passed over: no event log</numerusform>
            <numerusform>%Ln files passed over: no event logs</numerusform>
        </translation>
    </message>
</context>
</TS>
