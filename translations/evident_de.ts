<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Arguments</name>
    <message>
        <source>Write to FILE, whole or not at all, instead of to standard output.</source>
        <translation>In DATEI schreiben, ganz oder gar nicht, statt auf die Standardausgabe.</translation>
    </message>
    <message>
        <source>Show no progress.</source>
        <translation>Keinen Fortschritt zeigen.</translation>
    </message>
    <message>
        <source>Colour the text; auto: on a terminal only.</source>
        <translation>Den Text färben; auto: nur auf einem Terminal.</translation>
    </message>
    <message>
        <source>Time zone of the times shown. Text, HTML and PDF: local; CSV, JSON and XML: utc.</source>
        <translation>Zeitzone der gezeigten Zeiten. Text, HTML und PDF: local; CSV, JSON und XML: utc.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>Die Option %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The option %1 takes no value.</source>
        <translation>Die Option %1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>The option %1 needs a value: %2.</source>
        <translation>Die Option %1 braucht einen Wert: %2.</translation>
    </message>
    <message>
        <source>Language of text, HTML and PDF, such as en or de; otherwise the system&apos;s.</source>
        <translation>Sprache von Text, HTML und PDF, etwa en oder de; sonst die des Systems.</translation>
    </message>
</context>
<context>
    <name>Article</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>The id “%1” is taken by %2.</source>
        <translation>Die Kennung „%1“ gehört schon zu %2.</translation>
    </message>
    <message>
        <source>Nothing tells this article from “%1”: both speak of every event %2 of %3. Add a condition under “where”.</source>
        <translation>Nichts unterscheidet diesen Artikel von „%1“: Beide sprechen von jedem Ereignis %2 von %3. Ergänzen Sie eine Bedingung unter „where“.</translation>
    </message>
    <message>
        <source>The article speaks of this example, which it must not.</source>
        <translation>Der Artikel spricht von diesem Beispiel, darf es aber nicht.</translation>
    </message>
    <message>
        <source>The article does not speak of this example, which it must.</source>
        <translation>Der Artikel spricht nicht von diesem Beispiel, muss es aber.</translation>
    </message>
    <message>
        <source>“%1” fits this example better.</source>
        <translation>„%1“ passt besser auf dieses Beispiel.</translation>
    </message>
    <message>
        <source>“%1” fits this example just as well.</source>
        <translation>„%1“ passt ebenso gut auf dieses Beispiel.</translation>
    </message>
    <message>
        <source>There is no article “%1” to translate.</source>
        <translation>Es gibt keinen Artikel „%1“, der zu übersetzen wäre.</translation>
    </message>
    <message>
        <source>“%1” is no verdict; verdicts are harmless, watch, act and depends.</source>
        <translation>„%1“ ist kein Urteil; Urteile sind harmless, watch, act und depends.</translation>
    </message>
    <message>
        <source>“%1” must hold “conclusion” and “says”.</source>
        <translation>„%1“ muss „conclusion“ und „says“ enthalten.</translation>
    </message>
    <message>
        <source>“%1” is no conclusion; write confirmed harmless, confirmed fault or does not apply.</source>
        <translation>„%1“ ist keine Folgerung; schreiben Sie confirmed harmless, confirmed fault oder does not apply.</translation>
    </message>
    <message>
        <source>An address begins with https:// or http://.</source>
        <translation>Eine Adresse beginnt mit https:// oder http://.</translation>
    </message>
    <message>
        <source>Folders and files of articles are named in lower-case letters, digits and dashes; “%1” is not.</source>
        <translation>Ordner und Dateien von Artikeln heißen nach Kleinbuchstaben, Ziffern und Bindestrichen; „%1“ nicht.</translation>
    </message>
    <message>
        <source>The article has %1 checks, its translation %2.</source>
        <translation>Der Artikel hat %1 Prüfungen, seine Übersetzung %2.</translation>
    </message>
    <message>
        <source>The file is larger than 256 KB.</source>
        <translation>Die Datei ist größer als 256 KB.</translation>
    </message>
    <message>
        <source>The file is not written in UTF-8.</source>
        <translation>Die Datei ist nicht in UTF-8 geschrieben.</translation>
    </message>
    <message>
        <source>The title stands in the head; sections begin with “##”.</source>
        <translation>Der Titel steht im Kopf; Abschnitte beginnen mit „##“.</translation>
    </message>
    <message>
        <source>Text must stand in a section; the first is “## %1”.</source>
        <translation>Text muss in einem Abschnitt stehen; der erste ist „## %1“.</translation>
    </message>
    <message>
        <source>The section “## %1” is missing.</source>
        <translation>Der Abschnitt „## %1“ fehlt.</translation>
    </message>
    <message>
        <source>The section “## %1” is empty.</source>
        <translation>Der Abschnitt „## %1“ ist leer.</translation>
    </message>
    <message>
        <source>“## %1” is no section; sections are: %2.</source>
        <translation>„## %1“ ist kein Abschnitt; Abschnitte sind: %2.</translation>
    </message>
    <message>
        <source>The section “## %1” stands here twice.</source>
        <translation>Der Abschnitt „## %1“ steht hier zweimal.</translation>
    </message>
    <message>
        <source>The section “## %1” must stand before “## %2”.</source>
        <translation>Der Abschnitt „## %1“ muss vor „## %2“ stehen.</translation>
    </message>
    <message>
        <source>HTML has no place in an article; put “&lt;…&gt;” between backticks.</source>
        <translation>HTML gehört nicht in einen Artikel; setzen Sie „&lt;…&gt;“ zwischen Backticks.</translation>
    </message>
    <message>
        <source>An article holds no images.</source>
        <translation>Ein Artikel enthält keine Bilder.</translation>
    </message>
    <message>
        <source>Write links as [text](https://…) where they stand.</source>
        <translation>Schreiben Sie Verweise an Ort und Stelle als [Text](https://…).</translation>
    </message>
    <message>
        <source>A link must lead to an http or https address.</source>
        <translation>Ein Verweis muss zu einer http- oder https-Adresse führen.</translation>
    </message>
    <message>
        <source>A link&apos;s address cannot hold a value of the event.</source>
        <translation>Die Adresse eines Verweises kann keinen Wert des Ereignisses enthalten.</translation>
    </message>
    <message>
        <source>A table cannot hold a value of the event; say it in a sentence.</source>
        <translation>Eine Tabelle kann keinen Wert des Ereignisses enthalten; sagen Sie es in einem Satz.</translation>
    </message>
    <message>
        <source>The file must begin with a line “---”, the start of the head.</source>
        <translation>Die Datei muss mit einer Zeile „---“ beginnen, dem Anfang des Kopfes.</translation>
    </message>
    <message>
        <source>The head does not end: a second line “---” is missing.</source>
        <translation>Der Kopf endet nicht: Eine zweite Zeile „---“ fehlt.</translation>
    </message>
    <message>
        <source>Code that begins here with a backtick does not end.</source>
        <translation>Code, der hier mit einem Backtick beginnt, endet nicht.</translation>
    </message>
    <message>
        <source>“{%1}” is not among the article&apos;s values.</source>
        <translation>„{%1}“ gehört nicht zu den Werten des Artikels.</translation>
    </message>
    <message>
        <source>“values” of an example must hold lines such as “param1: Spooler”.</source>
        <translation>„values“ eines Beispiels muss Zeilen wie „param1: Spooler“ enthalten.</translation>
    </message>
    <message>
        <source>“%1” must be one text.</source>
        <translation>„%1“ muss ein einzelner Text sein.</translation>
    </message>
    <message>
        <source>“strings” must be a list of texts.</source>
        <translation>„strings“ muss eine Liste von Texten sein.</translation>
    </message>
    <message>
        <source>“data” must be bytes in hexadecimal, such as 7E 00 00 00.</source>
        <translation>„data“ muss aus hexadezimalen Bytes bestehen, zum Beispiel 7E 00 00 00.</translation>
    </message>
    <message>
        <source>An event id is a number from 0 to 65535.</source>
        <translation>Eine Ereignis-ID ist eine Zahl von 0 bis 65535.</translation>
    </message>
    <message>
        <source>This is no level, such as error or warning.</source>
        <translation>Das ist keine Ebene wie error oder warning.</translation>
    </message>
    <message>
        <source>“examples” must hold events under “match” and under “not-match”.</source>
        <translation>„examples“ muss Ereignisse unter „match“ und unter „not-match“ enthalten.</translation>
    </message>
    <message>
        <source>The head is nested too deeply or is too large.</source>
        <translation>Der Kopf ist zu tief verschachtelt oder zu groß.</translation>
    </message>
    <message>
        <source>A key must be one plain word.</source>
        <translation>Ein Schlüssel muss ein einfaches Wort sein.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>„%1“ ist leer.</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>„%1“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” must stand on one line.</source>
        <translation>„%1“ muss in einer Zeile stehen.</translation>
    </message>
    <message>
        <source>The head must be a list of “key: value” lines.</source>
        <translation>Der Kopf muss aus Zeilen „Schlüssel: Wert“ bestehen.</translation>
    </message>
    <message>
        <source>The head cannot be read: %1. Texts with “: ”, “#”, “{” or “%” at their start or inside need quotation marks around them.</source>
        <translation>Der Kopf kann nicht gelesen werden: %1. Texte mit „: “, „#“, „{“ oder „%“ am Anfang oder im Inneren brauchen Anführungszeichen.</translation>
    </message>
    <message>
        <source>“%1” stands here twice.</source>
        <translation>„%1“ steht hier zweimal.</translation>
    </message>
    <message>
        <source>“%1” is no key that is known here; known are: %2.</source>
        <translation>„%1“ ist kein Schlüssel, der hier bekannt ist; bekannt sind: %2.</translation>
    </message>
    <message>
        <source>The list “%1” is empty.</source>
        <translation>Die Liste „%1“ ist leer.</translation>
    </message>
    <message>
        <source>“%1” must hold “key: value” lines.</source>
        <translation>„%1“ muss Zeilen „Schlüssel: Wert“ enthalten.</translation>
    </message>
    <message>
        <source>“%1” cannot name a value: use lower-case letters, digits and dashes, and none of the words for places.</source>
        <translation>„%1“ kann keinen Wert benennen: Verwenden Sie Kleinbuchstaben, Ziffern und Bindestriche und keines der Wörter für Stellen.</translation>
    </message>
    <message>
        <source>“%1” is no place in an event; write “string 1”, “value Name”, “data 0”, “data text” or “text /pattern with one group/”.</source>
        <translation>„%1“ ist keine Stelle eines Ereignisses; schreiben Sie „string 1“, „value Name“, „data 0“, „data text“ oder „text /Muster mit einer Gruppe/“.</translation>
    </message>
    <message>
        <source>“%1” is no level; levels are critical, error, warning, information, verbose, auditSuccess and auditFailure.</source>
        <translation>„%1“ ist keine Ebene; Ebenen sind critical, error, warning, information, verbose, auditSuccess und auditFailure.</translation>
    </message>
    <message>
        <source>“matches” takes one pattern.</source>
        <translation>„matches“ nimmt ein einziges Muster.</translation>
    </message>
    <message>
        <source>The pattern is broken: %1.</source>
        <translation>Das Muster ist fehlerhaft: %1.</translation>
    </message>
    <message>
        <source>“present” is yes or no.</source>
        <translation>„present“ ist yes oder no.</translation>
    </message>
    <message>
        <source>“%1” takes a text, a list of texts, or one of is, is-not, contains, starts-with, ends-with, matches, code, present.</source>
        <translation>„%1“ nimmt einen Text, eine Liste von Texten oder eines von is, is-not, contains, starts-with, ends-with, matches, code, present.</translation>
    </message>
    <message>
        <source>“code” takes error codes such as 5 or 0x80070005.</source>
        <translation>„code“ nimmt Fehlercodes wie 5 oder 0x80070005.</translation>
    </message>
    <message>
        <source>“%1” is neither one of the article&apos;s values nor a place in an event.</source>
        <translation>„%1“ ist weder ein Wert des Artikels noch eine Stelle eines Ereignisses.</translation>
    </message>
    <message>
        <source>“%1” is no event id; ids are 0 to 65535.</source>
        <translation>„%1“ ist keine Ereignis-ID; IDs reichen von 0 bis 65535.</translation>
    </message>
    <message>
        <source>“where” must hold at least one condition, such as “service: Spooler”.</source>
        <translation>„where“ muss mindestens eine Bedingung enthalten, zum Beispiel „service: Spooler“.</translation>
    </message>
    <message>
        <source>A “not-match” without conditions would leave out every event.</source>
        <translation>Ein „not-match“ ohne Bedingungen schlösse jedes Ereignis aus.</translation>
    </message>
    <message>
        <source>“values” must hold lines such as “service: string 1”.</source>
        <translation>„values“ muss Zeilen wie „service: string 1“ enthalten.</translation>
    </message>
    <message>
        <source>There are too many articles.</source>
        <translation>Es sind zu viele Artikel.</translation>
    </message>
    <message>
        <source>Something has to stand here.</source>
        <translation>Hier muss etwas stehen.</translation>
    </message>
    <message>
        <source>The values chosen do not tell this event from others. Choose fewer or others.</source>
        <translation>Die gewählten Werte unterscheiden dieses Ereignis nicht von anderen. Wählen Sie weniger oder andere.</translation>
    </message>
    <message>
        <source>Neither answer confirms anything: such a check is of no use.</source>
        <translation>Keine der Antworten bestätigt etwas: So eine Prüfung nützt nichts.</translation>
    </message>
    <message>
        <source>A check asks one thing; join several with “all of” or “any of”.</source>
        <translation>Eine Prüfung fragt nach einem; mehrere verbindet „all of“ oder „any of“.</translation>
    </message>
    <message>
        <source>What is asked is missing: one of %1.</source>
        <translation>Es fehlt, wonach gefragt wird: eines von %1.</translation>
    </message>
    <message>
        <source>“key” names a key below HKEY_LOCAL_MACHINE and begins with SYSTEM\ or SOFTWARE\.</source>
        <translation>„key“ nennt einen Schlüssel unter HKEY_LOCAL_MACHINE und beginnt mit SYSTEM\ oder SOFTWARE\.</translation>
    </message>
    <message>
        <source>“minutes” is a number from 1 to %1.</source>
        <translation>„minutes“ ist eine Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>“%1” joins two questions or more, as a list.</source>
        <translation>„%1“ verbindet mindestens zwei Fragen, als Liste.</translation>
    </message>
    <message>
        <source>Questions are joined too deeply.</source>
        <translation>Die Fragen sind zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>“%1” is no conclusion; write confirmed harmless, confirmed fault, does not apply or not confirmed.</source>
        <translation>„%1“ ist keine Schlussfolgerung; schreiben Sie confirmed harmless, confirmed fault, does not apply oder not confirmed.</translation>
    </message>
    <message>
        <source>“file present” names a file on the computer: C:\… or %SystemRoot%\…, without wildcards.</source>
        <translation>„file present“ nennt eine Datei auf dem Computer: C:\… oder %SystemRoot%\…, ohne Platzhalter.</translation>
    </message>
</context>
<context>
    <name>ArticlesCommand</name>
    <message>
        <source>articles lint needs the folder of the articles.</source>
        <translation>articles lint braucht den Ordner der Artikel.</translation>
    </message>
    <message>
        <source>%1 articles looked at, %2 faults.</source>
        <translation>%1 Artikel angesehen, %2 Fehler.</translation>
    </message>
    <message>
        <source>lint: the folder of the translations, one folder below it for each language.</source>
        <translation>lint: der Ordner der Übersetzungen, darunter ein Ordner je Sprache.</translation>
    </message>
    <message>
        <source>Say what to do with the articles: articles lint DIR…, list, search TEXT…, import PATH… or signatures FILE…</source>
        <translation>Sagen Sie, was mit den Artikeln geschehen soll: articles lint ORDNER…, list, search TEXT…, import PFAD… oder signatures DATEI…</translation>
    </message>
    <message>
        <source>lint: checks articles and says what breaks their format&apos;s rules (exit 1 if anything does). list: the id, verdict and title of every article. search: articles that hold the words. import: puts the classic Microsoft archive (a folder, zip, 7z or tar) on a second shelf, in the place of what was imported before. signatures: the events that its files speak of.</source>
        <translation>lint: prüft Artikel und sagt, was die Regeln ihres Formats verletzt (Ende mit 1, wenn etwas sie verletzt). list: Kennung, Urteil und Titel jedes Artikels. search: Artikel, die die Wörter enthalten. import: stellt das klassische Microsoft-Archiv (Ordner, zip, 7z oder tar) in ein zweites Regal, an die Stelle dessen, was zuvor importiert wurde. signatures: die Ereignisse, von denen seine Dateien sprechen.</translation>
    </message>
    <message>
        <source>list, search: a folder with articles of your own; may be given more than once.</source>
        <translation>list, search: ein Ordner mit eigenen Artikeln; darf mehrmals angegeben werden.</translation>
    </message>
    <message>
        <source>search: one JSON object. signatures: one for each file.</source>
        <translation>search: ein JSON-Objekt. signatures: eines für jede Datei.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Password of %1:</source>
        <translation>Kennwort von %1:</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the password of %1: --password-file FILE says where it stands, - is standard input.</source>
        <translation>Es gibt kein Terminal, um nach dem Kennwort von %1 zu fragen: --password-file DATEI sagt, wo es steht, - ist die Standardeingabe.</translation>
    </message>
    <message>
        <source>Ask as this account: USER, DOMAIN\USER or USER@REALM; otherwise with your Kerberos ticket.</source>
        <translation>Unter diesem Konto fragen: USER, DOMAIN\USER oder USER@REALM; sonst mit Ihrem Kerberos-Ticket.</translation>
    </message>
    <message>
        <source>Speak the outdated SMB 1 with a computer that knows nothing newer. Whoever listens on the network may then read and alter what is said.</source>
        <translation>Mit einem Computer, der nichts Neueres kennt, das veraltete SMB 1 sprechen. Wer im Netz mithört, kann dann mitlesen und verändern.</translation>
    </message>
    <message>
        <source>--on takes a computer&apos;s name or address, with a port where it is not 445: MAIL01, 10.1.2.3:4450, [fe80::1]:4450.</source>
        <translation>--on nimmt Namen oder Adresse eines Computers, mit Port, wo es nicht 445 ist: MAIL01, 10.1.2.3:4450, [fe80::1]:4450.</translation>
    </message>
    <message>
        <source>File whose first line is its password, - for standard input; otherwise it is taken from the keychain, if it is kept there, or asked for.</source>
        <translation>Datei, deren erste Zeile das Kennwort dazu ist, - für die Standardeingabe; sonst kommt es aus dem Schlüsselbund, wenn es dort liegt, oder wird erfragt.</translation>
    </message>
    <message>
        <source>--%1 belongs to --on.</source>
        <translation>--%1 gehört zu --on.</translation>
    </message>
</context>
<context>
    <name>CheckCommand</name>
    <message>
        <source>One service is needed: its service name, such as MSExchangeIMC, not the name that Control Panel shows.</source>
        <translation>Ein Dienst wird gebraucht: sein Dienstname, zum Beispiel MSExchangeIMC, nicht der Name, den die Systemsteuerung zeigt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Name shown</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>Start type</source>
        <translation>Starttyp</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>The hive: a copy of %SystemRoot%\System32\config\SYSTEM.</source>
        <translation>Die Registrierungsdatei: eine Kopie von %SystemRoot%\System32\config\SYSTEM.</translation>
    </message>
    <message>
        <source>One JSON object.</source>
        <translation>Ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Either --on HOST is needed, the computer to ask, or --hive FILE, a copy of its SYSTEM registry hive.</source>
        <translation>Nötig ist entweder --on HOST, der Computer, der gefragt wird, oder --hive DATEI, eine Kopie seiner Registrierungsdatei SYSTEM.</translation>
    </message>
    <message>
        <source>--password-file belongs to --user.</source>
        <translation>--password-file gehört zu --user.</translation>
    </message>
    <message>
        <source>Asked as</source>
        <translation>Gefragt als</translation>
    </message>
    <message>
        <source>Says whether a service is installed on a computer, by asking it or by a copy of its registry.</source>
        <translation>Sagt, ob ein Dienst auf einem Computer installiert ist, indem es ihn fragt oder in einer Kopie seiner Registrierung nachsieht.</translation>
    </message>
    <message>
        <source>The computer to ask, by name or address.</source>
        <translation>Der Computer, der gefragt wird, mit Namen oder Adresse.</translation>
    </message>
</context>
<context>
    <name>CheckQuestion</name>
    <message>
        <source>the computer</source>
        <translation>dem Computer</translation>
    </message>
    <message>
        <source>Is the service installed on %1?</source>
        <translation>Ist der Dienst auf %1 installiert?</translation>
    </message>
    <message>
        <source>Is the service %1 installed on %2?</source>
        <translation>Ist der Dienst %1 auf %2 installiert?</translation>
    </message>
    <message>
        <source>Does the registry of %3 have the value %1 in %2?</source>
        <translation>Gibt es in der Registrierung von %3 den Wert %1 in %2?</translation>
    </message>
    <message>
        <source>Is the registry value %1 in %2 on %3 set to %4?</source>
        <translation>Ist der Registrierungswert %1 in %2 auf %3 gleich %4?</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message numerus="yes">
        <source>Do the open logs of %1 hold events %2 of %3 about %4 within %n minutes of this one?</source>
        <translation>
            <numerusform>Enthalten die offenen Protokolle von %1 Ereignisse %2 von %3 über %4, höchstens %n Minute von diesem entfernt?</numerusform>
            <numerusform>Enthalten die offenen Protokolle von %1 Ereignisse %2 von %3 über %4, höchstens %n Minuten von diesem entfernt?</numerusform>
        </translation>
    </message>
    <message>
        <source>Are all of these so?</source>
        <translation>Trifft all dies zu?</translation>
    </message>
    <message>
        <source>Is any of these so?</source>
        <translation>Trifft etwas davon zu?</translation>
    </message>
    <message>
        <source>Is the file %1 on %2?</source>
        <translation>Gibt es die Datei %1 auf %2?</translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message>
        <source>the computer</source>
        <translation>den Computer</translation>
    </message>
    <message>
        <source>Not installed would mean: **%1**. Installed would mean: **%2**.</source>
        <translation>Nicht installiert hieße: **%1**. Installiert hieße: **%2**.</translation>
    </message>
    <message>
        <source>The answer is looked up in the registry hive **%1**. Nothing is changed in it.</source>
        <translation>Die Antwort wird in der Registrierungsdatei **%1** nachgesehen. Geändert wird darin nichts.</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>Beleg: %1</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, als %2</translation>
    </message>
    <message>
        <source>Asked %1: %2, %3</source>
        <translation>Gefragt am %1: %2, %3</translation>
    </message>
    <message>
        <source>Display name: %1</source>
        <translation>Anzeigename: %1</translation>
    </message>
    <message>
        <source>Start type: %1</source>
        <translation>Starttyp: %1</translation>
    </message>
    <message>
        <source>**%1** is asked over the network, with your Kerberos ticket or an account that you give. Nothing on it is changed. No registry hive of it is at hand; where it cannot be reached, drop a copy of its SYSTEM file on this window.</source>
        <translation>**%1** wird über das Netz gefragt, mit Ihrem Kerberos-Ticket oder einem Konto, das Sie nennen. Nichts wird dort verändert. Eine Registrierungsdatei liegt nicht vor; wo der Computer nicht zu erreichen ist, ziehen Sie eine Kopie seiner Datei SYSTEM auf dieses Fenster.</translation>
    </message>
    <message>
        <source>No would mean: **%1**. Yes would mean: **%2**.</source>
        <translation>Nein hieße: **%1**. Ja hieße: **%2**.</translation>
    </message>
    <message>
        <source>The answer is looked up in the logs that are open.</source>
        <translation>Die Antwort wird in den offenen Protokollen gesucht.</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>Events of this finding name others as well; each is asked by itself:</source>
        <translation>Ereignisse dieses Befunds nennen noch andere; nach jedem wird einzeln gefragt:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>**%1** answered. If you know that it is **%2**, say so with the button beside its name.</source>
        <translation>Geantwortet hat **%1**. Wenn Sie wissen, dass das **%2** ist, sagen Sie es mit der Schaltfläche neben dem Namen.</translation>
    </message>
</context>
<context>
    <name>ClassicArticles</name>
    <message>
        <source>no source named</source>
        <translation>keine Quelle genannt</translation>
    </message>
    <message>
        <source>articles signatures needs at least one file of the classic archive.</source>
        <translation>articles signatures braucht mindestens eine Datei des klassischen Archivs.</translation>
    </message>
    <message>
        <source>articles import needs the folder or archive (zip, 7z, tar) that holds the classic articles.</source>
        <translation>articles import braucht den Ordner oder das Archiv (zip, 7z, tar) mit den klassischen Artikeln.</translation>
    </message>
    <message>
        <source>The import was cancelled; what was imported before is unchanged.</source>
        <translation>Der Import wurde abgebrochen; was zuvor importiert war, ist unverändert.</translation>
    </message>
    <message>
        <source>%1 articles with %2 event descriptions were imported; %3 other files were passed over.</source>
        <translation>%1 Artikel mit %2 Ereignisbeschreibungen wurden importiert; %3 andere Dateien wurden übergangen.</translation>
    </message>
    <message>
        <source>articles search needs what to look for: words, an event ID, a source, a file name.</source>
        <translation>articles search braucht etwas zum Suchen: Wörter, eine Ereignis-ID, eine Quelle, einen Dateinamen.</translation>
    </message>
</context>
<context>
    <name>ClassicPage</name>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Disclaimer of the article</source>
        <translation>Haftungsausschluss des Artikels</translation>
    </message>
    <message>
        <source>Microsoft Knowledge Base article %1, %2</source>
        <translation>Artikel %1 der Microsoft Knowledge Base, %2</translation>
    </message>
</context>
<context>
    <name>ClassicShelf</name>
    <message>
        <source>It names source %1 and event %2</source>
        <translation>Er nennt die Quelle %1 und das Ereignis %2</translation>
    </message>
    <message>
        <source>It names event %1 without its source</source>
        <translation>Er nennt das Ereignis %1 ohne dessen Quelle</translation>
    </message>
    <message>
        <source>The description it prints fits to %1 %</source>
        <translation>Die Beschreibung, die er abdruckt, passt zu %1 %</translation>
    </message>
</context>
<context>
    <name>Conclusion</name>
    <message>
        <source>The event does not name the service.</source>
        <translation>Das Ereignis nennt den Dienst nicht.</translation>
    </message>
    <message>
        <source>The answer is about %1, but this event is about %2.</source>
        <translation>Die Antwort betrifft %1, dieses Ereignis aber %2.</translation>
    </message>
    <message>
        <source>It is not certain that the answer is of %1.</source>
        <translation>Es ist nicht sicher, dass die Antwort von %1 stammt.</translation>
    </message>
    <message>
        <source>Nobody was asked about %1 yet.</source>
        <translation>Nach %1 wurde noch nicht gefragt.</translation>
    </message>
    <message>
        <source>The event does not name what the check is about.</source>
        <translation>Das Ereignis nennt nicht, worum es bei der Prüfung geht.</translation>
    </message>
</context>
<context>
    <name>CopyWords</name>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>etwa %n Sekunde</numerusform>
            <numerusform>etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>etwa %n Minute</numerusform>
            <numerusform>etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>etwa %n Stunde</numerusform>
            <numerusform>etwa %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>12 MB/s</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <comment>12 MB/s, about 3 minutes</comment>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>%1 of %2 events, %3/s</source>
        <comment>1,350 of 3,000 events, 900/s</comment>
        <translation>%1 von %2 Ereignissen, %3/s</translation>
    </message>
</context>
<context>
    <name>DamagePlace</name>
    <message>
        <source>record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>chunk</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>chunk header</source>
        <translation>Blockkopf</translation>
    </message>
    <message>
        <source>records of a chunk</source>
        <translation>Datensätze eines Blocks</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>file header</source>
        <translation>Dateikopf</translation>
    </message>
    <message>
        <source>the head of an .evtx</source>
        <translation>der Kopf einer .evtx-Datei</translation>
    </message>
    <message>
        <source>end-of-file record</source>
        <translation>Dateiende-Datensatz</translation>
    </message>
    <message>
        <source>place of an .evt record</source>
        <translation>Stelle eines .evt-Datensatzes</translation>
    </message>
    <message>
        <source>record&apos;s user</source>
        <translation>Benutzer des Datensatzes</translation>
    </message>
    <message>
        <source>record&apos;s type</source>
        <translation>Typ des Datensatzes</translation>
    </message>
    <message>
        <source>record&apos;s data</source>
        <translation>Daten des Datensatzes</translation>
    </message>
    <message>
        <source>event element</source>
        <translation>Event-Element</translation>
    </message>
    <message>
        <source>an event&apos;s time</source>
        <translation>Zeit eines Ereignisses</translation>
    </message>
    <message>
        <source>an event&apos;s date and time</source>
        <translation>Datum und Uhrzeit eines Ereignisses</translation>
    </message>
    <message>
        <source>an event&apos;s payload</source>
        <translation>Inhalt eines Ereignisses</translation>
    </message>
    <message>
        <source>an event&apos;s id</source>
        <translation>ID eines Ereignisses</translation>
    </message>
    <message>
        <source>lines of an event</source>
        <translation>Zeilen eines Ereignisses</translation>
    </message>
    <message>
        <source>order of day and month</source>
        <translation>Reihenfolge von Tag und Monat</translation>
    </message>
    <message>
        <source>text between event elements</source>
        <translation>Text zwischen Event-Elementen</translation>
    </message>
    <message>
        <source>text between JSON objects</source>
        <translation>Text zwischen JSON-Objekten</translation>
    </message>
    <message>
        <source>text before an event</source>
        <translation>Text vor einem Ereignis</translation>
    </message>
    <message>
        <source>JSON of an event</source>
        <translation>JSON eines Ereignisses</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>JSON-Objekt</translation>
    </message>
    <message>
        <source>a row</source>
        <translation>eine Zeile</translation>
    </message>
    <message>
        <source>a row&apos;s quoted cell</source>
        <translation>Zelle einer Zeile in Anführungszeichen</translation>
    </message>
    <message>
        <source>a line that is no row</source>
        <translation>eine Zeile, die keine Tabellenzeile ist</translation>
    </message>
    <message>
        <source>what is older</source>
        <translation>was älter ist</translation>
    </message>
</context>
<context>
    <name>DropWords</name>
    <message>
        <source>Open the logs in %1</source>
        <translation>Die Protokolle in %1 öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Open %n log(s)</source>
        <translation>
            <numerusform>%n Protokoll öffnen</numerusform>
            <numerusform>%n Protokolle öffnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Use as registry hive</source>
        <translation>Als Registrierungsdatei verwenden</translation>
    </message>
    <message>
        <source>Use as registry hive for %1</source>
        <translation>Als Registrierungsdatei für %1 verwenden</translation>
    </message>
</context>
<context>
    <name>DumpCommand</name>
    <message>
        <source>--filter is not built yet. Dump everything and filter the output.</source>
        <translation>--filter gibt es noch nicht. Geben Sie alles aus, und filtern Sie die Ausgabe.</translation>
    </message>
    <message>
        <source>-j takes a number of threads from 1 to 256.</source>
        <translation>-j nimmt eine Zahl von Threads von 1 bis 256.</translation>
    </message>
    <message>
        <source>Writes every event of the logs, in the order in which they lie in the file.</source>
        <translation>Schreibt jedes Ereignis der Protokolle in der Reihenfolge, in der sie in der Datei liegen.</translation>
    </message>
    <message>
        <source>Only the events that the query finds; not built yet.</source>
        <translation>Nur die Ereignisse, die die Abfrage findet; gibt es noch nicht.</translation>
    </message>
    <message>
        <source>--format has to be one of jsonl, xml, csv, text and evtx.</source>
        <translation>--format muss jsonl, xml, csv, text oder evtx sein.</translation>
    </message>
    <message>
        <source>How to write them.</source>
        <translation>Wie sie geschrieben werden.</translation>
    </message>
    <message>
        <source>Threads to work with; otherwise one for each core. An .evtx is written by one.</source>
        <translation>Mit so vielen Threads arbeiten; sonst einer je Kern. Eine .evtx schreibt nur einer.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The input</source>
        <translation>Die Eingabe</translation>
    </message>
    <message>
        <source>the system does not say why</source>
        <translation>das System nennt keinen Grund</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>record %1</source>
        <translation>Datensatz %1</translation>
    </message>
    <message>
        <source>%1 is no event log.</source>
        <translation>%1 ist kein Ereignisprotokoll.</translation>
    </message>
    <message>
        <source>%1 is no event log: it looks like %2.</source>
        <translation>%1 ist kein Ereignisprotokoll: Es sieht aus wie %2.</translation>
    </message>
    <message>
        <source>Evident reads .evtx and .evt logs, what Event Viewer, wevtutil and PowerShell export (XML, CSV, text, JSON), and archives that hold any of these.</source>
        <translation>Evident liest .evtx- und .evt-Protokolle, was Ereignisanzeige, wevtutil und PowerShell exportieren (XML, CSV, Text, JSON), und Archive, die davon etwas enthalten.</translation>
    </message>
    <message>
        <source>%1 is damaged: what stands there breaks the rules of its format. Copy it again from where it came from; if it is broken there too, what cannot be read is lost.</source>
        <translation>%1 ist beschädigt: Was dort steht, verletzt die Regeln des Formats. Kopieren Sie die Datei noch einmal von dort, wo sie herkommt; ist sie auch dort beschädigt, ist verloren, was nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>%1 does not exist. It may have been moved or renamed, or its drive is not connected. Check the path and try again.</source>
        <translation>%1 gibt es nicht. Vielleicht wurde es verschoben oder umbenannt, oder das Laufwerk ist nicht verbunden. Prüfen Sie den Pfad, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Access to %1 was refused. Your account may not read or write there. Ask its owner for access, or use a copy in a folder of your own.</source>
        <translation>Der Zugriff auf %1 wurde verweigert. Ihr Konto darf dort nicht lesen oder schreiben. Bitten Sie den Besitzer um Zugriff, oder verwenden Sie eine Kopie in einem eigenen Ordner.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2. The disk, the share or the network may be failing. Copy the file to a local disk and open the copy.</source>
        <translation>%1 konnte nicht gelesen werden: %2. Vielleicht ist der Datenträger, die Freigabe oder das Netz gestört. Kopieren Sie die Datei auf einen lokalen Datenträger, und öffnen Sie die Kopie.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. What stood there before is unchanged. Make room, or choose another place.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Was vorher dort stand, ist unverändert. Schaffen Sie Platz, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 is of a version that Evident does not know, so nothing of it is shown. Export the log again in another form.</source>
        <translation>%1 hat eine Version, die Evident nicht kennt, deshalb wird nichts davon gezeigt. Exportieren Sie das Protokoll in einer anderen Form.</translation>
    </message>
    <message>
        <source>%1 ends too early: a part of it is missing. It was probably copied incompletely. Copy it again.</source>
        <translation>%1 endet zu früh: Ein Teil fehlt. Wahrscheinlich wurde es unvollständig kopiert. Kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is larger than Evident takes, to protect this machine&apos;s memory. Split it, or export only the part of the log that you need.</source>
        <translation>%1 ist größer, als Evident zum Schutz des Arbeitsspeichers annimmt. Teilen Sie es, oder exportieren Sie nur den Teil des Protokolls, den Sie brauchen.</translation>
    </message>
    <message>
        <source>The article %1 breaks a rule of the article format and is left out. Run &quot;evident-cli articles lint&quot; on its folder and correct what it names.</source>
        <translation>Der Artikel %1 verletzt eine Regel des Artikelformats und wird ausgelassen. Rufen Sie „evident-cli articles lint“ mit seinem Ordner auf, und berichtigen Sie, was dort genannt wird.</translation>
    </message>
    <message>
        <source>%1 is no SYSTEM registry hive that can be read. Take a copy of the file %SystemRoot%\System32\config\SYSTEM, made while Windows was not using it (or with &quot;reg save&quot;).</source>
        <translation>%1 ist keine lesbare SYSTEM-Registrierungsdatei. Nehmen Sie eine Kopie der Datei %SystemRoot%\System32\config\SYSTEM, die gemacht wurde, während Windows sie nicht benutzte (oder mit „reg save“).</translation>
    </message>
    <message>
        <source>%1 is locked with a password, and the right one was not given. Open it again to be asked for it, or unpack it first.</source>
        <translation>%1 ist mit einem Kennwort geschützt, und das richtige wurde nicht angegeben. Öffnen Sie es noch einmal, um danach gefragt zu werden, oder entpacken Sie es vorher.</translation>
    </message>
    <message>
        <source>This cannot be done so.</source>
        <translation>So geht das nicht.</translation>
    </message>
    <message>
        <source>This is not built yet.</source>
        <translation>Das gibt es noch nicht.</translation>
    </message>
    <message>
        <source>No computer called %1 is known here. Check the spelling, connect to its network or VPN, or use its address.</source>
        <translation>Ein Computer namens %1 ist hier nicht bekannt. Prüfen Sie die Schreibweise, verbinden Sie sich mit seinem Netz oder VPN, oder nehmen Sie seine Adresse.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. It may be off or in another network, or its firewall blocks file sharing (TCP port 445).</source>
        <translation>%1 ist nicht zu erreichen. Er ist vielleicht aus oder in einem anderen Netz, oder seine Firewall sperrt die Dateifreigabe (TCP-Port 445).</translation>
    </message>
    <message>
        <source>%1 speaks SMB 1 alone, which was given up because it can be listened to and altered. Take copies of its files instead.</source>
        <translation>%1 spricht nur SMB 1, das aufgegeben wurde, weil man es mithören und verändern kann. Nehmen Sie stattdessen Kopien seiner Dateien.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off, or what came over it had been altered. What had arrived before is kept. Try again.</source>
        <translation>Die Verbindung zu %1 ist abgebrochen, oder was darüber kam, war verändert. Was vorher ankam, bleibt erhalten. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Try again.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The program evident-remote, which speaks with other computers, could not be started or ended by itself. Try again; if it stays so, install Evident again.</source>
        <translation>Das Programm evident-remote, das mit anderen Computern spricht, ließ sich nicht starten oder hat sich selbst beendet. Versuchen Sie es noch einmal; bleibt es so, installieren Sie Evident neu.</translation>
    </message>
    <message>
        <source>%1 answered in an unexpected way. Try again.</source>
        <translation>%1 hat auf unerwartete Weise geantwortet. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 has no classic log of that name (%2). Application, System and Security are there on every Windows; the logs with a &quot;/&quot; in their names are files, which are copied from its share.</source>
        <translation>%1 hat kein klassisches Protokoll dieses Namens (%2). Application, System und Security gibt es auf jedem Windows; die Protokolle mit einem „/“ im Namen sind Dateien, die von seiner Freigabe kopiert werden.</translation>
    </message>
    <message>
        <source>%1 does not offer this share (%2). Its administrative shares ADMIN$ and C$ may have been switched off. Classic logs can be had without them, by calls to its event log service.</source>
        <translation>%1 bietet diese Freigabe nicht an (%2). Die administrativen Freigaben ADMIN$ und C$ sind dort vielleicht abgeschaltet. Klassische Protokolle gibt es auch ohne sie, durch Aufrufe des Ereignisprotokolldienstes.</translation>
    </message>
    <message>
        <source>%1 answers, but %2 is not there. Check the name; what it has is in the list that Connect to Computer shows.</source>
        <translation>%1 antwortet, aber %2 gibt es dort nicht. Prüfen Sie den Namen; was es gibt, zeigt die Liste unter „Mit Computer verbinden“.</translation>
    </message>
    <message>
        <source>%1 let the account log on, but not read this log (%2). It has to be a member of its group Event Log Readers, or an administrator.</source>
        <translation>%1 hat das Konto angemeldet, lässt es aber dieses Protokoll nicht lesen (%2). Es muss dort Mitglied der Gruppe Ereignisprotokollleser sein oder Administrator.</translation>
    </message>
    <message>
        <source>%1 let the account log on, but not use this share (%2). ADMIN$ and C$ are open to its administrators alone; a local administrator account is limited over the network (remote UAC), so take a domain account or the built-in Administrator. Classic logs can be had without the share, by calls to its event log service.</source>
        <translation>%1 hat das Konto angemeldet, lässt es aber diese Freigabe nicht benutzen (%2). ADMIN$ und C$ stehen nur Administratoren offen; ein lokales Administratorkonto ist über das Netz eingeschränkt (Remote-UAC), nehmen Sie also ein Domänenkonto oder den eingebauten Administrator. Klassische Protokolle gibt es auch ohne die Freigabe, durch Aufrufe des Ereignisprotokolldienstes.</translation>
    </message>
    <message>
        <source>%1 let the account log on, but not read %2. Its administrators may; a local administrator account is limited over the network (remote UAC), so take a domain account or the built-in Administrator.</source>
        <translation>%1 hat das Konto angemeldet, lässt es aber %2 nicht lesen. Administratoren dürfen das; ein lokales Administratorkonto ist über das Netz eingeschränkt (Remote-UAC), nehmen Sie also ein Domänenkonto oder den eingebauten Administrator.</translation>
    </message>
    <message>
        <source>%1 is in use by something that lets nobody else read it. Try again in a moment.</source>
        <translation>%1 ist in Gebrauch, und niemand sonst darf es solange lesen. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>%1 refused the conversation with this account. It may know it as a guest alone, whose connection can be neither signed nor sealed, so that nothing is read over it; or its rules keep the account from the network. Take an account of that computer or of its domain.</source>
        <translation>%1 hat das Gespräch mit diesem Konto abgelehnt. Vielleicht kennt er es nur als Gast, dessen Verbindung weder signiert noch versiegelt werden kann, sodass nichts über sie gelesen wird; oder seine Regeln lassen das Konto nicht über das Netz herein. Nehmen Sie ein Konto dieses Computers oder seiner Domäne.</translation>
    </message>
    <message>
        <source>%1 does not let the conversation be sealed, so nothing was asked: anybody on the way could read and alter it. An update of that computer may help, or another account.</source>
        <translation>%1 lässt nicht zu, dass das Gespräch versiegelt wird; deshalb wurde nichts gefragt: Jeder auf dem Weg könnte es mitlesen und verändern. Eine Aktualisierung dieses Computers kann helfen, oder ein anderes Konto.</translation>
    </message>
</context>
<context>
    <name>EventFile</name>
    <message>
        <source>Event log (*.evtx)</source>
        <translation>Ereignisprotokoll (*.evtx)</translation>
    </message>
    <message>
        <source>XML (*.xml)</source>
        <translation>XML (*.xml)</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (*.csv)</source>
        <translation>Tabelle für eine Tabellenkalkulation (*.csv)</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>Einfacher Text (*.txt)</translation>
    </message>
    <message>
        <source>JSON lines for programs (*.jsonl)</source>
        <translation>JSON-Zeilen für Programme (*.jsonl)</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) were saved as %1.</source>
        <translation>
            <numerusform>%Ln Ereignis wurde als %1 gespeichert.</numerusform>
            <numerusform>%Ln Ereignisse wurden als %1 gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) could not be read any more and are missing in it.</source>
        <translation>
            <numerusform>%Ln Ereignis war nicht mehr lesbar und fehlt darin.</numerusform>
            <numerusform>%Ln Ereignisse waren nicht mehr lesbar und fehlen darin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) are larger than an .evtx can hold and are missing in it.</source>
        <translation>
            <numerusform>%Ln Ereignis ist größer, als eine .evtx es aufnehmen kann, und fehlt darin.</numerusform>
            <numerusform>%Ln Ereignisse sind größer, als eine .evtx sie aufnehmen kann, und fehlen darin.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventTable</name>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Date and Time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Event ID</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Task Category</source>
        <translation>Aufgabenkategorie</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Record ID</source>
        <translation>Datensatz-ID</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Schlüsselwörter</translation>
    </message>
    <message>
        <source>Opcode</source>
        <translation>Vorgangscode</translation>
    </message>
    <message>
        <source>Process ID</source>
        <translation>Prozess-ID</translation>
    </message>
    <message>
        <source>Thread ID</source>
        <translation>Thread-ID</translation>
    </message>
    <message>
        <source>Activity ID</source>
        <translation>Aktivitäts-ID</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>Log Name</source>
        <translation>Protokollname</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Date and Time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Event ID</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Task Category</source>
        <translation>Aufgabenkategorie</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Schlüsselwörter</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Opcode</source>
        <translation>Vorgangscode</translation>
    </message>
    <message>
        <source>Record ID</source>
        <translation>Datensatz-ID</translation>
    </message>
    <message>
        <source>Event Source Name</source>
        <translation>Name der Ereignisquelle</translation>
    </message>
    <message>
        <source>Qualifiers</source>
        <translation>Qualifizierer</translation>
    </message>
    <message>
        <source>Process and Thread</source>
        <translation>Prozess und Thread</translation>
    </message>
    <message>
        <source>Activity ID</source>
        <translation>Aktivitäts-ID</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1, byte %L2</source>
        <translation>%1, Byte %L2</translation>
    </message>
    <message>
        <source>String %1</source>
        <translation>Zeichenfolge %1</translation>
    </message>
    <message>
        <source>Windows&apos; own text</source>
        <translation>Windows’ eigener Text</translation>
    </message>
    <message>
        <source>Evident&apos;s summary; the log does not hold Windows&apos; own text</source>
        <translation>Zusammenfassung von Evident; das Protokoll enthält Windows’ eigenen Text nicht</translation>
    </message>
    <message>
        <source>The event&apos;s values; the log does not hold Windows&apos; own text</source>
        <translation>Die Werte des Ereignisses; das Protokoll enthält Windows’ eigenen Text nicht</translation>
    </message>
    <message>
        <source>The event holds no text and no values</source>
        <translation>Das Ereignis enthält weder Text noch Werte</translation>
    </message>
    <message>
        <source>Carved from a part of the file that its log no longer counts; it may be old or incomplete.</source>
        <translation>Aus einem Teil der Datei geborgen, den das Protokoll nicht mehr mitzählt; es kann alt oder unvollständig sein.</translation>
    </message>
    <message>
        <source>Lies in a damaged part of the file; its values may be wrong.</source>
        <translation>Liegt in einem beschädigten Teil der Datei; seine Werte können falsch sein.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message numerus="yes">
        <source>Data, %Ln byte(s)</source>
        <translation>
            <numerusform>Daten, %Ln Byte</numerusform>
            <numerusform>Daten, %Ln Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>… and %L1 more bytes</source>
        <translation>… und %L1 weitere Bytes</translation>
    </message>
</context>
<context>
    <name>EventsNear</name>
    <message>
        <source>Event %1 of %2, written %3, says: %4.</source>
        <translation>Ereignis %1 von %2, geschrieben %3, besagt: %4.</translation>
    </message>
    <message numerus="yes">
        <source>The open logs of %1 hold no such event from %n minutes before the event on.</source>
        <translation>
            <numerusform>Die offenen Protokolle von %1 enthalten ab %n Minute vor dem Ereignis keines dieser Art.</numerusform>
            <numerusform>Die offenen Protokolle von %1 enthalten ab %n Minuten vor dem Ereignis keines dieser Art.</numerusform>
        </translation>
    </message>
    <message>
        <source>No log of %1 is open that holds events of %2 and goes over the time of this event.</source>
        <translation>Es ist kein Protokoll von %1 offen, das Ereignisse von %2 enthält und die Zeit dieses Ereignisses umfasst.</translation>
    </message>
    <message>
        <source>Open the System log of %1 as well, and check again.</source>
        <translation>Öffnen Sie auch das Protokoll System von %1 und prüfen Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>EvtxDump</name>
    <message>
        <source>%1: the event at offset %2 is larger than an .evtx can hold one and was left out.</source>
        <translation>%1: Das Ereignis bei Byte %2 ist größer, als eine .evtx es aufnehmen kann, und wurde ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weiteres.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExplainCommand</name>
    <message>
        <source>--data takes bytes in hexadecimal, two digits each, such as 02000000.</source>
        <translation>--data nimmt hexadezimale Bytes mit je zwei Ziffern, zum Beispiel 02000000.</translation>
    </message>
    <message>
        <source>--provider and --id are needed: they are the event&apos;s Source and Event ID.</source>
        <translation>--provider und --id werden gebraucht: Quelle und Ereignis-ID des Ereignisses.</translation>
    </message>
    <message>
        <source>--id takes a number, such as 1008.</source>
        <translation>--id nimmt eine Zahl, zum Beispiel 1008.</translation>
    </message>
    <message>
        <source>--level takes critical, error, warning, information, verbose, logAlways, auditSuccess, auditFailure or other.</source>
        <translation>--level nimmt critical, error, warning, information, verbose, logAlways, auditSuccess, auditFailure oder other.</translation>
    </message>
    <message>
        <source>--value takes NAME=TEXT.</source>
        <translation>--value nimmt NAME=TEXT.</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>When this does not apply</source>
        <translation>Wann das nicht zutrifft</translation>
    </message>
    <message>
        <source>Why this matched</source>
        <translation>Warum dieser Artikel passt</translation>
    </message>
    <message>
        <source>Article: %1</source>
        <translation>Artikel: %1</translation>
    </message>
    <message>
        <source>No article speaks of this event.</source>
        <translation>Kein Artikel spricht von diesem Ereignis.</translation>
    </message>
    <message>
        <source>Also possible</source>
        <translation>Auch möglich</translation>
    </message>
    <message>
        <source>Explains one event that is described here: which articles speak of it, best first.</source>
        <translation>Erklärt ein Ereignis, das hier beschrieben wird: welche Artikel davon sprechen, der beste zuerst.</translation>
    </message>
    <message>
        <source>The event&apos;s source, such as Perflib.</source>
        <translation>Die Quelle des Ereignisses, zum Beispiel Perflib.</translation>
    </message>
    <message>
        <source>Its event ID.</source>
        <translation>Seine Ereignis-ID.</translation>
    </message>
    <message>
        <source>An insertion string; give them all, in their order.</source>
        <translation>Eine Zeichenfolge des Ereignisses; geben Sie alle in ihrer Reihenfolge an.</translation>
    </message>
    <message>
        <source>A named value; may be given more than once.</source>
        <translation>Ein benannter Wert; mehrmals möglich.</translation>
    </message>
    <message>
        <source>The message as Windows shows it.</source>
        <translation>Die Meldung, wie Windows sie zeigt.</translation>
    </message>
    <message>
        <source>The attached data in hexadecimal.</source>
        <translation>Die angehängten Daten, hexadezimal.</translation>
    </message>
    <message>
        <source>critical, error (when not given), warning, information …</source>
        <translation>critical, error (wenn nichts angegeben ist), warning, information …</translation>
    </message>
    <message>
        <source>The computer it came from.</source>
        <translation>Der Computer, von dem es kommt.</translation>
    </message>
    <message>
        <source>A folder with articles of your own; may be given more than once.</source>
        <translation>Ein Ordner mit eigenen Artikeln; mehrmals möglich.</translation>
    </message>
    <message>
        <source>One JSON object.</source>
        <translation>Ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>From the classic archive</source>
        <translation>Aus dem klassischen Archiv</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>(not given)</source>
        <translation>(nicht angegeben)</translation>
    </message>
</context>
<context>
    <name>FailedCheck</name>
    <message>
        <source>%1 says that user name or password is wrong.</source>
        <translation>%1 sagt, dass Benutzername oder Kennwort falsch ist.</translation>
    </message>
    <message>
        <source>Check the spelling, also of the domain, and ask again. Nothing was tried a second time, so that the account is not locked.</source>
        <translation>Prüfen Sie die Schreibweise, auch die der Domäne, und fragen Sie noch einmal. Nichts wurde ein zweites Mal versucht, damit das Konto nicht gesperrt wird.</translation>
    </message>
    <message>
        <source>%1 says that the password has expired.</source>
        <translation>%1 sagt, dass das Kennwort abgelaufen ist.</translation>
    </message>
    <message>
        <source>Change the password, then ask again.</source>
        <translation>Ändern Sie das Kennwort und fragen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 says that the password has to be changed first.</source>
        <translation>%1 sagt, dass das Kennwort zuerst geändert werden muss.</translation>
    </message>
    <message>
        <source>%1 says that the account is disabled.</source>
        <translation>%1 sagt, dass das Konto deaktiviert ist.</translation>
    </message>
    <message>
        <source>Ask with another account.</source>
        <translation>Fragen Sie unter einem anderen Konto.</translation>
    </message>
    <message>
        <source>%1 says that the account has expired.</source>
        <translation>%1 sagt, dass das Konto abgelaufen ist.</translation>
    </message>
    <message>
        <source>%1 says that the account is locked.</source>
        <translation>%1 sagt, dass das Konto gesperrt ist.</translation>
    </message>
    <message>
        <source>Have it unlocked, or ask with another account.</source>
        <translation>Lassen Sie es entsperren, oder fragen Sie unter einem anderen Konto.</translation>
    </message>
    <message>
        <source>%1 does not let this account log on over the network.</source>
        <translation>%1 lässt dieses Konto nicht über das Netz anmelden.</translation>
    </message>
    <message>
        <source>Hours, workstations, an empty password or a policy may forbid it. Ask with another account.</source>
        <translation>Anmeldezeiten, Arbeitsstationen, ein leeres Kennwort oder eine Richtlinie können es verbieten. Fragen Sie unter einem anderen Konto.</translation>
    </message>
    <message>
        <source>The clocks of this machine and of the domain differ too much.</source>
        <translation>Die Uhren dieses Rechners und der Domäne gehen zu weit auseinander.</translation>
    </message>
    <message>
        <source>Set the clock of this machine, then ask again.</source>
        <translation>Stellen Sie die Uhr dieses Rechners und fragen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>No server of the domain answers, so nobody can log on to %1.</source>
        <translation>Kein Server der Domäne antwortet, deshalb kann sich niemand an %1 anmelden.</translation>
    </message>
    <message>
        <source>Connect to the network or VPN of the domain, or ask with an account of the computer itself.</source>
        <translation>Verbinden Sie sich mit dem Netz oder VPN der Domäne, oder fragen Sie unter einem Konto des Computers selbst.</translation>
    </message>
    <message>
        <source>There is no Kerberos ticket for %1.</source>
        <translation>Es gibt kein Kerberos-Ticket für %1.</translation>
    </message>
    <message>
        <source>Sign in to the domain (kinit), ask by the computer&apos;s full name, or give a user and a password.</source>
        <translation>Melden Sie sich an der Domäne an (kinit), nehmen Sie den vollen Namen des Computers, oder nennen Sie Benutzer und Kennwort.</translation>
    </message>
    <message>
        <source>%1 accepts no passwords over the network, only Kerberos tickets.</source>
        <translation>%1 nimmt über das Netz keine Kennwörter an, nur Kerberos-Tickets.</translation>
    </message>
    <message>
        <source>Sign in to the domain (kinit) and ask with your ticket.</source>
        <translation>Melden Sie sich an der Domäne an (kinit) und fragen Sie mit Ihrem Ticket.</translation>
    </message>
    <message>
        <source>%1 and its domain do not trust each other.</source>
        <translation>%1 und seine Domäne vertrauen einander nicht.</translation>
    </message>
    <message>
        <source>Ask with an account of the computer itself.</source>
        <translation>Fragen Sie unter einem Konto des Computers selbst.</translation>
    </message>
    <message>
        <source>%1 refused the logon.</source>
        <translation>%1 hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>(Code %1.)</source>
        <translation>(Code %1.)</translation>
    </message>
    <message>
        <source>(Code %1, %2.)</source>
        <translation>(Code %1, %2.)</translation>
    </message>
    <message>
        <source>It may be off or in another network, or its firewall blocks file sharing (TCP port 445). Where it cannot be reached, a copy of its SYSTEM registry hive answers as well.</source>
        <translation>Er ist vielleicht aus oder in einem anderen Netz, oder seine Firewall sperrt die Dateifreigabe (TCP-Port 445). Wo er nicht zu erreichen ist, antwortet ebenso gut eine Kopie seiner Registrierungsdatei SYSTEM.</translation>
    </message>
    <message>
        <source>What answers at %1 is not Windows file sharing.</source>
        <translation>Was bei %1 antwortet, ist keine Windows-Dateifreigabe.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>%1 ist nicht zu erreichen: %2.</translation>
    </message>
    <message>
        <source>The name service did not say in time where %1 is.</source>
        <translation>Der Namensdienst hat nicht rechtzeitig gesagt, wo %1 ist.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 answered at first and then fell silent.</source>
        <translation>%1 hat zuerst geantwortet und ist dann verstummt.</translation>
    </message>
    <message>
        <source>%1 speaks SMB 1 alone, which was given up because it can be listened to and altered.</source>
        <translation>%1 spricht nur SMB 1, das aufgegeben wurde, weil man es mithören und verändern kann.</translation>
    </message>
    <message>
        <source>Ask again, or look on the computer itself.</source>
        <translation>Fragen Sie noch einmal, oder sehen Sie am Computer selbst nach.</translation>
    </message>
    <message>
        <source>No computer called %1 is known here.</source>
        <translation>Ein Computer namens %1 ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Check the spelling, connect to its network or VPN, or ask by its address.</source>
        <translation>Prüfen Sie die Schreibweise, verbinden Sie sich mit seinem Netz oder VPN, oder fragen Sie unter seiner Adresse.</translation>
    </message>
    <message>
        <source>%1 let the account log on, but refused every question.</source>
        <translation>%1 hat das Konto angemeldet, aber jede Frage abgelehnt.</translation>
    </message>
    <message>
        <source>Ask as an administrator of the computer. A local administrator account is limited over the network (remote UAC): take a domain account, or the built-in Administrator.</source>
        <translation>Fragen Sie als Administrator des Computers. Ein lokales Administratorkonto ist über das Netz eingeschränkt (Remote-UAC): Nehmen Sie ein Domänenkonto oder das eingebaute Konto Administrator.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off, or what came over it had been altered.</source>
        <translation>Die Verbindung zu %1 ist abgebrochen, oder was darüber kam, war verändert.</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The program evident-remote, which speaks with computers, could not be started or ended by itself.</source>
        <translation>Das Programm evident-remote, das mit Computern spricht, ließ sich nicht starten oder hat sich selbst beendet.</translation>
    </message>
    <message>
        <source>Ask again; if it stays so, install Evident again.</source>
        <translation>Fragen Sie noch einmal; bleibt es so, installieren Sie Evident neu.</translation>
    </message>
    <message>
        <source>%1 answered in an unexpected way.</source>
        <translation>%1 hat auf unerwartete Weise geantwortet.</translation>
    </message>
    <message>
        <source>Take a copy of its registry hive (%SystemRoot%\System32\config\SYSTEM), or look on the machine itself: Control Panel › Services, and the registry key HKEY_LOCAL_MACHINE\%1. In a network that you trust, SMB 1 can be allowed for this one computer.</source>
        <translation>Nehmen Sie eine Kopie seiner Registrierungsdatei (%SystemRoot%\System32\config\SYSTEM), oder sehen Sie am Computer selbst nach: Systemsteuerung › Dienste und der Registrierungsschlüssel HKEY_LOCAL_MACHINE\%1. In einem Netzwerk, dem Sie vertrauen, kann SMB 1 für diesen einen Computer erlaubt werden.</translation>
    </message>
</context>
<context>
    <name>FilePresence</name>
    <message>
        <source>%1 is a folder, not a file.</source>
        <translation>%1 ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>%1 is there: %2 bytes, last changed %3.</source>
        <translation>%1 ist da: %2 Bytes, zuletzt geändert %3.</translation>
    </message>
    <message>
        <source>The computer does not offer the share %1: administrative shares are off, or it has no such drive.</source>
        <translation>Der Computer bietet die Freigabe %1 nicht an: Administrative Freigaben sind abgeschaltet, oder er hat kein solches Laufwerk.</translation>
    </message>
    <message>
        <source>The account may not use the share %1, which is for administrators of the computer. A local account is limited over the network (remote UAC).</source>
        <translation>Das Konto darf die Freigabe %1 nicht benutzen, die für Administratoren des Computers da ist. Ein lokales Konto ist über das Netzwerk eingeschränkt (Remote-UAC).</translation>
    </message>
    <message>
        <source>There is no %1.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The account may not look at %1.</source>
        <translation>Das Konto darf %1 nicht ansehen.</translation>
    </message>
    <message>
        <source>The computer would not look at %1 (%2).</source>
        <translation>Der Computer wollte %1 nicht ansehen (%2).</translation>
    </message>
    <message>
        <source>the computer</source>
        <translation>dem Computer</translation>
    </message>
    <message>
        <source>Look on %1 itself: dir &quot;%2&quot;</source>
        <translation>Sehen Sie auf %1 selbst nach: dir &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1 does not say where on the computer the file would lie.</source>
        <translation>%1 sagt nicht, wo auf dem Computer die Datei läge.</translation>
    </message>
    <message>
        <source>A file can be looked for by its drive and folders, or below %SystemRoot%.</source>
        <translation>Eine Datei kann mit Laufwerk und Ordnern gesucht werden, oder unterhalb von %SystemRoot%.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message numerus="yes">
        <source>it is the same for each of the %n.</source>
        <translation>
            <numerusform>es gilt für den einen.</numerusform>
            <numerusform>es gilt für jeden der %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>it differs for each; see the single answers.</source>
        <translation>es ist verschieden; siehe die einzelnen Antworten.</translation>
    </message>
</context>
<context>
    <name>FindingTable</name>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Event ID</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Folgerung</translation>
    </message>
</context>
<context>
    <name>HiveCheck</name>
    <message>
        <source>Add a copy of %1&apos;s registry file %SystemRoot%\System32\config\SYSTEM and check again, or look on the computer itself: &quot;sc query %2&quot; (Windows 2000 and later), or Control Panel › Services (Windows NT 4).</source>
        <translation>Fügen Sie eine Kopie der Registrierungsdatei %SystemRoot%\System32\config\SYSTEM von %1 hinzu, und prüfen Sie noch einmal, oder sehen Sie am Computer selbst nach: „sc query %2“ (ab Windows 2000) oder Systemsteuerung › Dienste (Windows NT 4).</translation>
    </message>
    <message>
        <source>the computer</source>
        <translation>den Computer</translation>
    </message>
    <message>
        <source>The registry hive %1 cannot be read.</source>
        <translation>Die Registrierungsdatei %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No registry hive is at hand.</source>
        <translation>Es liegt keine Registrierungsdatei vor.</translation>
    </message>
    <message>
        <source>None of the registry hives is of %1.</source>
        <translation>Keine der Registrierungsdateien ist von %1.</translation>
    </message>
    <message>
        <source>The event does not say which computer it is of, and there are several hives.</source>
        <translation>Das Ereignis sagt nicht, von welchem Computer es ist, und es liegen mehrere Registrierungsdateien vor.</translation>
    </message>
    <message>
        <source>Add a copy of %1&apos;s registry file %SystemRoot%\System32\config\SYSTEM and check again, or look on the computer itself in Registry Editor.</source>
        <translation>Legen Sie eine Kopie der Registrierungsdatei %SystemRoot%\System32\config\SYSTEM von %1 dazu und prüfen Sie noch einmal, oder sehen Sie am Computer selbst im Registrierungs-Editor nach.</translation>
    </message>
</context>
<context>
    <name>InfoCommand</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>%1, %2 bytes</source>
        <translation>%1, %2 Bytes</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>not closed properly by Windows</source>
        <translation>von Windows nicht ordentlich geschlossen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>%1 (records %2 to %3)</source>
        <translation>%1 (Datensätze %2 bis %3)</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Geborgen</translation>
    </message>
    <message>
        <source>%1 older events behind the log&apos;s own</source>
        <translation>%1 ältere Ereignisse hinter denen des Protokolls</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Schaden</translation>
    </message>
    <message>
        <source>-j takes a number of threads from 1 to 256.</source>
        <translation>-j nimmt eine Zahl von Threads von 1 bis 256.</translation>
    </message>
    <message>
        <source>Says what each log holds: how many events, from when to when, of which computers and sources, and what is damaged.</source>
        <translation>Sagt, was jedes Protokoll enthält: wie viele Ereignisse, von wann bis wann, von welchen Computern und Quellen, und was beschädigt ist.</translation>
    </message>
    <message>
        <source>One JSON object a line for each log.</source>
        <translation>Je Protokoll eine Zeile mit einem JSON-Objekt.</translation>
    </message>
    <message>
        <source>Threads to work with; otherwise one for each core.</source>
        <translation>Mit so vielen Threads arbeiten; sonst einer je Kern.</translation>
    </message>
</context>
<context>
    <name>Inputs</name>
    <message numerus="yes">
        <source>… and %n more; info --json lists all of them.</source>
        <translation>
            <numerusform>… und %n weiterer; info --json nennt alle.</numerusform>
            <numerusform>… und %n weitere; info --json nennt alle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the folders given are no logs and were passed over.</source>
        <translation>
            <numerusform>%n Datei in den angegebenen Ordnern ist kein Protokoll und wurde übergangen.</numerusform>
            <numerusform>%n Dateien in den angegebenen Ordnern sind keine Protokolle und wurden übergangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no log in what was given, so there is nothing to do.</source>
        <translation>In dem, was angegeben wurde, ist kein Protokoll; es gibt also nichts zu tun.</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>Kennwort von %1:</translation>
    </message>
    <message>
        <source>File whose first line is the password of the account, or of locked archives; - for standard input. Otherwise it is asked for.</source>
        <translation>Datei, deren erste Zeile das Kennwort des Kontos oder verschlossener Archive ist, - für die Standardeingabe. Sonst wird danach gefragt.</translation>
    </message>
</context>
<context>
    <name>LiveCheck</name>
    <message>
        <source>%1 (%2) calls itself %3.</source>
        <translation>%1 (%2) nennt sich selbst %3.</translation>
    </message>
    <message>
        <source>The name service may hold an old address. Ask %1 by its address, or by its full name.</source>
        <translation>Der Namensdienst kennt vielleicht eine alte Adresse. Fragen Sie %1 unter seiner Adresse oder seinem vollen Namen.</translation>
    </message>
    <message>
        <source>That is how it stands now; when the event was written it may have been otherwise.</source>
        <translation>So steht es jetzt; als das Ereignis geschrieben wurde, kann es anders gewesen sein.</translation>
    </message>
</context>
<context>
    <name>LogTree</name>
    <message>
        <source>Unknown computer</source>
        <translation>Unbekannter Computer</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>The knowledge base that comes with Evident could not be read, so events are shown but not explained. Installing Evident again brings it back.

Looked for: %1</source>
        <translation>Die Wissensbasis, die zu Evident gehört, konnte nicht gelesen werden; Ereignisse werden deshalb gezeigt, aber nicht erklärt. Wenn Sie Evident neu installieren, ist sie wieder da.

Gesucht wurde: %1</translation>
    </message>
    <message>
        <source>Explains what Windows event logs say.</source>
        <translation>Erklärt, was in Windows-Ereignisprotokollen steht.</translation>
    </message>
    <message>
        <source>Speak this language, such as en or de.</source>
        <translation>In dieser Sprache sprechen, zum Beispiel en oder de.</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Open the demo log.</source>
        <translation>Die Vorführprotokolle öffnen.</translation>
    </message>
    <message>
        <source>Logs, folders and registry hives to open.</source>
        <translation>Protokolle, Ordner und Registrierungsdateien, die geöffnet werden.</translation>
    </message>
    <message>
        <source>[path…]</source>
        <translation>[Pfad…]</translation>
    </message>
    <message>
        <source>evident-cli explains what Windows event logs say.</source>
        <translation>evident-cli erklärt, was in Windows-Ereignisprotokollen steht.</translation>
    </message>
    <message>
        <source>evident-cli COMMAND --help tells a command&apos;s options. Exit codes: 0 done; 1 done, but something could not be read or asked; 2 wrong usage; 3 nothing could be done; 130 cancelled.</source>
        <translation>evident-cli BEFEHL --help nennt die Optionen eines Befehls. Rückgabewerte: 0 erledigt; 1 erledigt, aber etwas konnte nicht gelesen oder gefragt werden; 2 falscher Aufruf; 3 nichts konnte getan werden; 130 abgebrochen.</translation>
    </message>
    <message>
        <source>evident-cli %1 --help tells its options.</source>
        <translation>evident-cli %1 --help nennt die Optionen.</translation>
    </message>
    <message>
        <source>--tz takes local, utc or an offset such as +01:00.</source>
        <translation>--tz nimmt local, utc oder einen Abstand wie +01:00.</translation>
    </message>
    <message>
        <source>--color takes auto, always or never.</source>
        <translation>--color nimmt auto, always oder never.</translation>
    </message>
    <message>
        <source>Name at least one log, folder or - for standard input. evident-cli %1 --help tells more.</source>
        <translation>Nennen Sie mindestens ein Protokoll, einen Ordner oder - für die Standardeingabe. evident-cli %1 --help sagt mehr.</translation>
    </message>
    <message>
        <source>%1 is not built yet.</source>
        <translation>%1 gibt es noch nicht.</translation>
    </message>
    <message>
        <source>Say what to do: evident-cli --help lists the commands.</source>
        <translation>Sagen Sie, was zu tun ist: evident-cli --help nennt die Befehle.</translation>
    </message>
    <message>
        <source>There is no command %1. evident-cli --help lists the commands.</source>
        <translation>Den Befehl %1 gibt es nicht. evident-cli --help nennt die Befehle.</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>Standard output</source>
        <translation>Die Standardausgabe</translation>
    </message>
</context>
<context>
    <name>PastedAnswer</name>
    <message>
        <source>Run &quot;sc query %1&quot; on the computer itself and paste all that it says.</source>
        <translation>Führen Sie &quot;sc query %1&quot; am Computer selbst aus und fügen Sie die ganze Ausgabe ein.</translation>
    </message>
    <message>
        <source>The pasted list does not name %1; a list of running services leaves out those that are stopped.</source>
        <translation>Die eingefügte Liste nennt %1 nicht; eine Liste laufender Dienste lässt die beendeten aus.</translation>
    </message>
    <message>
        <source>What was pasted is about another service.</source>
        <translation>Das Eingefügte handelt von einem anderen Dienst.</translation>
    </message>
    <message>
        <source>Pasted: &quot;%1&quot;.</source>
        <translation>Eingefügt: &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Get-Service found no such service, which it also says of a computer that it cannot reach.</source>
        <translation>Get-Service hat keinen solchen Dienst gefunden; das sagt es auch von einem Computer, den es nicht erreicht.</translation>
    </message>
    <message>
        <source>What was pasted is no answer of sc query, sc qc or Get-Service.</source>
        <translation>Das Eingefügte ist keine Antwort von sc query, sc qc oder Get-Service.</translation>
    </message>
</context>
<context>
    <name>PullCommand</name>
    <message>
        <source>A computer and one of its logs are needed: MAIL01 System.evtx.</source>
        <translation>Nötig sind ein Computer und eines seiner Protokolle: MAIL01 System.evtx.</translation>
    </message>
    <message>
        <source>%1 is no computer&apos;s name or address, with a port where it is not 445: MAIL01, 10.1.2.3:4450, [fe80::1]:4450.</source>
        <translation>%1 ist weder Name noch Adresse eines Computers, mit Port, wo es nicht 445 ist: MAIL01, 10.1.2.3:4450, [fe80::1]:4450.</translation>
    </message>
    <message>
        <source>--via takes share or rpc.</source>
        <translation>--via nimmt share oder rpc.</translation>
    </message>
    <message>
        <source>%1 is no classic log, and others cannot be asked for by calls. Copy its file: %2.</source>
        <translation>%1 ist kein klassisches Protokoll, und andere lassen sich nicht durch Aufrufe holen. Kopieren Sie die Datei: %2.</translation>
    </message>
    <message>
        <source>--newest takes a number of events.</source>
        <translation>--newest nimmt eine Anzahl von Ereignissen.</translation>
    </message>
    <message>
        <source>--since takes a time such as 2026-03-01 or 2026-03-01T08:30:00+01:00.</source>
        <translation>--since nimmt einen Zeitpunkt wie 2026-03-01 oder 2026-03-01T08:30:00+01:00.</translation>
    </message>
    <message>
        <source>Only the first %1 of %2 bytes came; they were written.</source>
        <translation>Nur die ersten %1 von %2 Bytes sind angekommen; sie wurden geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n event(s) came; they were written.</source>
        <translation>
            <numerusform>Das neueste Ereignis ist angekommen; es wurde geschrieben.</numerusform>
            <numerusform>Die neuesten %n Ereignisse sind angekommen; sie wurden geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are larger than an .evtx can hold one and were left out.</source>
        <translation>
            <numerusform>%n Ereignis ist größer, als eine .evtx-Datei eines fassen kann, und fehlt.</numerusform>
            <numerusform>%n Ereignisse sind größer, als eine .evtx-Datei eines fassen kann, und fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A log is nothing to read on a terminal: -o FILE says where to write it.</source>
        <translation>Ein Protokoll ist nichts für ein Terminal: -o DATEI sagt, wohin damit.</translation>
    </message>
    <message>
        <source>An .evtx cannot become an .evt. Name the output .evtx, or ask by --via rpc.</source>
        <translation>Aus einer .evtx-Datei wird keine .evt-Datei. Nennen Sie die Ausgabe .evtx oder fragen Sie mit --via rpc.</translation>
    </message>
    <message>
        <source>--password-file belongs to --user.</source>
        <translation>--password-file gehört zu --user.</translation>
    </message>
    <message>
        <source>Copies a log of another computer: System.evtx is its file, System the classic log, written as .evt.</source>
        <translation>Kopiert ein Protokoll eines anderen Computers: System.evtx ist seine Datei, System das klassische Protokoll, geschrieben als .evt.</translation>
    </message>
    <message>
        <source>By the file on ADMIN$ or C$, or by calls to the event log service; otherwise as the log&apos;s name says.</source>
        <translation>Über die Datei auf ADMIN$ oder C$ oder durch Aufrufe des Ereignisprotokolldienstes; sonst so, wie der Name des Protokolls es sagt.</translation>
    </message>
    <message>
        <source>Only the newest N events; of a file its newest chunks alone are read.</source>
        <translation>Nur die neuesten N Ereignisse; von einer Datei werden nur deren neueste Blöcke gelesen.</translation>
    </message>
    <message>
        <source>Only events written since then, 2026-03-01T08:30:00Z.</source>
        <translation>Nur Ereignisse, die seitdem geschrieben wurden, 2026-03-01T08:30:00Z.</translation>
    </message>
</context>
<context>
    <name>RegistryValue</name>
    <message>
        <source>The value %1 in the key %2 is %3.</source>
        <translation>Der Wert %1 im Schlüssel %2 ist %3.</translation>
    </message>
    <message>
        <source>The key %2 has no value %1.</source>
        <translation>Der Schlüssel %2 hat keinen Wert %1.</translation>
    </message>
    <message>
        <source>There is no key %1.</source>
        <translation>Den Schlüssel %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Look on the computer itself: reg query &quot;HKLM\%1&quot; /v &quot;%2&quot; (from Windows XP on), or Registry Editor. A copy of its SYSTEM registry hive answers as well for what begins with SYSTEM.</source>
        <translation>Sehen Sie am Computer selbst nach: reg query &quot;HKLM\%1&quot; /v &quot;%2&quot; (ab Windows XP) oder Registrierungs-Editor. Für alles, was mit SYSTEM beginnt, antwortet auch eine Kopie seiner Registrierungsdatei SYSTEM.</translation>
    </message>
    <message>
        <source>The account may not read the key %1 (%2 answered 5).</source>
        <translation>Das Konto darf den Schlüssel %1 nicht lesen (%2 antwortete 5).</translation>
    </message>
    <message>
        <source>%1 answered %2.</source>
        <translation>%1 antwortete %2.</translation>
    </message>
    <message>
        <source>Its registry cannot be asked over the network: the Remote Registry service is off, as it is on most computers.</source>
        <translation>Seine Registrierung lässt sich nicht über das Netzwerk befragen: Der Dienst „Remoteregistrierung“ ist aus, wie auf den meisten Computern.</translation>
    </message>
    <message>
        <source>The computer does not let this account ask its registry.</source>
        <translation>Der Computer lässt dieses Konto seine Registrierung nicht befragen.</translation>
    </message>
    <message>
        <source>The key %1 is not in a SYSTEM hive.</source>
        <translation>Der Schlüssel %1 steht nicht in einer SYSTEM-Registrierungsdatei.</translation>
    </message>
    <message>
        <source>The hive is damaged where %1 would stand.</source>
        <translation>Die Registrierungsdatei ist beschädigt, wo %1 stünde.</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source> … (%1 characters more)</source>
        <translation> … (%1 weitere Zeichen)</translation>
    </message>
    <message>
        <source>… (%1 bytes more)</source>
        <translation>… (%1 weitere Bytes)</translation>
    </message>
    <message>
        <source>String %1</source>
        <translation>Zeichenfolge %1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Event ID</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Date and Time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gefragt</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Answered as</source>
        <translation>Geantwortet hat</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Gefragt von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>Start type</source>
        <translation>Starttyp</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Not asked yet.</source>
        <translation>Noch nicht gefragt.</translation>
    </message>
    <message>
        <source>the check has not been made yet.</source>
        <translation>Die Prüfung steht noch aus.</translation>
    </message>
    <message>
        <source>%1 on %2, without a time</source>
        <comment>412 ×, computer</comment>
        <translation>%1 auf %2, ohne Zeitangabe</translation>
    </message>
    <message>
        <source>%1 on %2, %3</source>
        <comment>412 ×, computer, time</comment>
        <translation>%1 auf %2, %3</translation>
    </message>
    <message>
        <source>%1 on %2, first %3, last %4</source>
        <comment>412 ×, computer, times</comment>
        <translation>%1 auf %2, zuerst %3, zuletzt %4</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>No article speaks of any event in these logs.</source>
        <translation>Kein Artikel spricht von einem Ereignis in diesen Protokollen.</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Errors and warnings without an article</source>
        <translation>Fehler und Warnungen ohne Artikel</translation>
    </message>
    <message>
        <source>The newest of these events</source>
        <translation>Das neueste dieser Ereignisse</translation>
    </message>
    <message>
        <source>Windows’ own text</source>
        <translation>Windows’ eigener Text</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Why this matched</source>
        <translation>Warum dieser Artikel passt</translation>
    </message>
    <message>
        <source>Also possible</source>
        <translation>Auch möglich</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>When this does not apply</source>
        <translation>Wann das nicht zutrifft</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>without a time</source>
        <translation>ohne Zeitangabe</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>first and last time</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>of these computers</comment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 more recovered from unused space</source>
        <translation>%1 weitere aus unbenutztem Platz geborgen</translation>
    </message>
    <message>
        <source>not closed properly by Windows</source>
        <translation>von Windows nicht ordentlich geschlossen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Files passed over</source>
        <translation>Übergangene Dateien</translation>
    </message>
    <message>
        <source>%1 that are no logs</source>
        <translation>%1, die keine Protokolle sind</translation>
    </message>
    <message>
        <source>All times are %1.</source>
        <comment>time zone</comment>
        <translation>Alle Zeiten sind in %1.</translation>
    </message>
    <message>
        <source>All times are those of %1, each with its offset from UTC.</source>
        <comment>time zone</comment>
        <translation>Alle Zeiten sind die von %1, jeweils mit dem Abstand zu UTC.</translation>
    </message>
    <message>
        <source>Made %1 with %2.</source>
        <comment>when, program</comment>
        <translation>Erstellt am %1 mit %2.</translation>
    </message>
    <message>
        <source>Made %1 by %2 with %3.</source>
        <comment>when, who, program</comment>
        <translation>Erstellt am %1 von %2 mit %3.</translation>
    </message>
    <message>
        <source>What the event logs say</source>
        <translation>Was in den Ereignisprotokollen steht</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Cannot be asked: the event does not give the service&apos;s name properly.</source>
        <translation>Kann nicht gefragt werden: Das Ereignis nennt den Namen des Dienstes nicht ordentlich.</translation>
    </message>
    <message>
        <source>(not named)</source>
        <translation>(nicht genannt)</translation>
    </message>
    <message numerus="yes">
        <source>%n more were not asked about.</source>
        <translation>
            <numerusform>Nach %n weiterem wurde nicht gefragt.</numerusform>
            <numerusform>Nach %n weiteren wurde nicht gefragt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPrinting</name>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (*.html *.htm)</source>
        <translation>Webseite (*.html *.htm)</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>Einfacher Text (*.txt)</translation>
    </message>
    <message>
        <source>Findings for a spreadsheet (*.csv)</source>
        <translation>Befunde für eine Tabellenkalkulation (*.csv)</translation>
    </message>
    <message>
        <source>Findings for programs (*.json)</source>
        <translation>Befunde für Programme (*.json)</translation>
    </message>
    <message>
        <source>Evident report</source>
        <translation>Evident-Bericht</translation>
    </message>
    <message>
        <source>Print the Report</source>
        <translation>Bericht drucken</translation>
    </message>
    <message>
        <source>Print Preview</source>
        <translation>Druckvorschau</translation>
    </message>
    <message>
        <source>Save the Report</source>
        <translation>Bericht speichern</translation>
    </message>
</context>
<context>
    <name>ScanCommand</name>
    <message>
        <source>Reports as %1 are not built yet. Choose text, json, html, pdf or csv.</source>
        <translation>Berichte als %1 gibt es noch nicht. Wählen Sie text, json, html, pdf oder csv.</translation>
    </message>
    <message>
        <source>--format has to be one of text, json, html, pdf and csv.</source>
        <translation>--format muss text, json, html, pdf oder csv sein.</translation>
    </message>
    <message>
        <source>Says what the articles know of the events in the logs, and writes it as a report.</source>
        <translation>Sagt, was die Artikel über die Ereignisse in den Protokollen wissen, und schreibt es als Bericht.</translation>
    </message>
    <message>
        <source>How to write the report, text by itself; xlsx and md are not built yet.</source>
        <translation>Wie der Bericht geschrieben wird, sonst als Text; xlsx und md gibt es noch nicht.</translation>
    </message>
    <message>
        <source>A folder with articles of your own; may be given more than once.</source>
        <translation>Ein Ordner mit eigenen Artikeln; mehrmals möglich.</translation>
    </message>
    <message>
        <source>A copy of a computer&apos;s SYSTEM registry hive, which answers the checks for it; may be given more than once.</source>
        <translation>Eine Kopie der Registrierungsdatei SYSTEM eines Computers, die seine Prüfungen beantwortet; mehrmals möglich.</translation>
    </message>
    <message>
        <source>Ask this computer what the articles want to know.</source>
        <translation>Diesen Computer fragen, was die Artikel wissen wollen.</translation>
    </message>
    <message>
        <source>A PDF needs the part of Evident that lays out pages, evident-paper.so, and it is not where it was installed or cannot be loaded. Install Evident again, or choose html.</source>
        <translation>Für ein PDF wird der Teil von Evident gebraucht, der Seiten setzt, evident-paper.so. Er ist nicht dort, wohin er installiert wurde, oder lässt sich nicht laden. Installieren Sie Evident neu, oder wählen Sie html.</translation>
    </message>
</context>
<context>
    <name>ServiceQuestion</name>
    <message>
        <source>%1 answered %2.</source>
        <translation>%1 antwortete %2.</translation>
    </message>
    <message>
        <source>No service can have this name.</source>
        <translation>So kann kein Dienst heißen.</translation>
    </message>
    <message>
        <source>Name the service by its key name, for example MSExchangeIMC.</source>
        <translation>Nennen Sie den Dienst mit seinem Schlüsselnamen, zum Beispiel MSExchangeIMC.</translation>
    </message>
    <message>
        <source>The computer refused the service manager&apos;s interface.</source>
        <translation>Der Computer hat die Schnittstelle der Dienststeuerung verweigert.</translation>
    </message>
    <message>
        <source>QueryServiceStatus answered state %1 (%2).</source>
        <translation>QueryServiceStatus antwortete Zustand %1 (%2).</translation>
    </message>
    <message>
        <source>OpenService found the service; QueryServiceStatus answered %1, so whether it runs is not known.</source>
        <translation>OpenService hat den Dienst gefunden; QueryServiceStatus antwortete %1, ob er läuft, ist also nicht bekannt.</translation>
    </message>
    <message>
        <source>The service manager refuses only what is there: the service is installed.</source>
        <translation>Die Dienststeuerung verweigert nur, was es gibt: Der Dienst ist installiert.</translation>
    </message>
    <message>
        <source>Ask as an administrator to learn whether it runs.</source>
        <translation>Fragen Sie als Administrator, um zu erfahren, ob er läuft.</translation>
    </message>
    <message>
        <source>It goes when every program has closed it, at the latest with the next start.</source>
        <translation>Er verschwindet, wenn alle Programme ihn geschlossen haben, spätestens mit dem nächsten Start.</translation>
    </message>
    <message>
        <source>Ask again when the computer has started.</source>
        <translation>Fragen Sie noch einmal, wenn der Computer gestartet ist.</translation>
    </message>
    <message>
        <source>Look on the computer itself: &quot;sc query %1&quot;.</source>
        <translation>Sehen Sie am Computer selbst nach: &quot;sc query %1&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the display name of %2.</source>
        <translation>&quot;%1&quot; ist der Anzeigename von %2.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>In its registry the key Services\%1\Performance stands: the counters are registered.</source>
        <translation>In seiner Registrierung steht der Schlüssel Services\%1\Performance: Die Leistungsindikatoren sind registriert.</translation>
    </message>
    <message>
        <source>In its registry the key Services\%1 holds a service (Type 0x%2, Start %3).</source>
        <translation>In seiner Registrierung enthält der Schlüssel Services\%1 einen Dienst (Type 0x%2, Start %3).</translation>
    </message>
    <message>
        <source>Ask as an administrator of the computer. A local administrator account is limited over the network (remote UAC): take a domain account, or the built-in Administrator.</source>
        <translation>Fragen Sie als Administrator des Computers. Ein lokales Administratorkonto ist über das Netz eingeschränkt (Remote-UAC): Nehmen Sie ein Domänenkonto oder das eingebaute Konto Administrator.</translation>
    </message>
</context>
<context>
    <name>ServiceState</name>
    <message>
        <source>installed and running</source>
        <translation>installiert und läuft</translation>
    </message>
    <message>
        <source>installed and paused</source>
        <translation>installiert und angehalten</translation>
    </message>
    <message>
        <source>installed, just starting</source>
        <translation>installiert, startet gerade</translation>
    </message>
    <message>
        <source>installed, just stopping</source>
        <translation>installiert, wird gerade beendet</translation>
    </message>
    <message>
        <source>installed, but stopped</source>
        <translation>installiert, läuft aber nicht</translation>
    </message>
    <message>
        <source>installed, but marked for deletion</source>
        <translation>installiert, aber zum Löschen vorgemerkt</translation>
    </message>
    <message>
        <source>installed; whether it runs is not known</source>
        <translation>installiert; ob er läuft, ist nicht bekannt</translation>
    </message>
    <message>
        <source>installed; the account may not see more of it</source>
        <translation>installiert; mehr darf das Konto nicht sehen</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>not installed; only its performance counters are registered</source>
        <translation>nicht installiert; nur seine Leistungsindikatoren sind registriert</translation>
    </message>
    <message>
        <source>this is a display name, not a service name</source>
        <translation>das ist ein Anzeigename, kein Dienstname</translation>
    </message>
    <message>
        <source>no answer: the account may not ask the service manager</source>
        <translation>keine Antwort: Das Konto darf die Dienststeuerung nicht fragen</translation>
    </message>
    <message>
        <source>no answer: the computer refused the logon</source>
        <translation>keine Antwort: Der Computer hat die Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>no answer: the computer speaks only the outdated SMB 1</source>
        <translation>keine Antwort: Der Computer spricht nur das veraltete SMB 1</translation>
    </message>
    <message>
        <source>no answer: no computer of that name was found</source>
        <translation>keine Antwort: Kein Computer dieses Namens wurde gefunden</translation>
    </message>
    <message>
        <source>no answer: the computer cannot be reached</source>
        <translation>keine Antwort: Der Computer ist nicht erreichbar</translation>
    </message>
    <message>
        <source>another computer answered</source>
        <translation>ein anderer Computer hat geantwortet</translation>
    </message>
    <message>
        <source>no answer: the computer is shutting down</source>
        <translation>keine Antwort: Der Computer fährt gerade herunter</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der verfügbaren Zeit</translation>
    </message>
    <message>
        <source>could not be checked</source>
        <translation>konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>SystemHive</name>
    <message>
        <source>The hive does not say which control set was in use; its default was taken.</source>
        <translation>Die Datei sagt nicht, welcher Steuersatz in Gebrauch war; genommen wurde ihr vorgegebener.</translation>
    </message>
    <message>
        <source>The hive does not say which control set was in use; the first was taken.</source>
        <translation>Die Datei sagt nicht, welcher Steuersatz in Gebrauch war; genommen wurde der erste.</translation>
    </message>
    <message>
        <source>The hive does not say whose it is.</source>
        <translation>Die Datei sagt nicht, von welchem Computer sie ist.</translation>
    </message>
    <message>
        <source>The key %1 holds a service (%2), and DeleteFlag: it goes at the next start.</source>
        <translation>Der Schlüssel %1 enthält einen Dienst (%2) und DeleteFlag: Beim nächsten Start verschwindet er.</translation>
    </message>
    <message>
        <source>The key %1 holds a service (%2).</source>
        <translation>Der Schlüssel %1 enthält einen Dienst (%2).</translation>
    </message>
    <message>
        <source>Whether it runs, a hive cannot say: look at it on the computer itself.</source>
        <translation>Ob er läuft, kann eine Registrierungsdatei nicht sagen: Sehen Sie am Computer selbst nach.</translation>
    </message>
    <message>
        <source>The key %1 holds only the Performance key of its counters: no Type, no Start, no ImagePath, so Windows knows no such service.</source>
        <translation>Der Schlüssel %1 enthält nur den Schlüssel Performance seiner Leistungsindikatoren: weder Type noch Start noch ImagePath; Windows kennt also keinen solchen Dienst.</translation>
    </message>
    <message>
        <source>The key %1 stands, but holds no Type, no Start and no ImagePath, so Windows knows no such service.</source>
        <translation>Der Schlüssel %1 ist da, enthält aber weder Type noch Start noch ImagePath; Windows kennt also keinen solchen Dienst.</translation>
    </message>
    <message>
        <source>The key %1 holds only a part of a service (%2).</source>
        <translation>Der Schlüssel %1 enthält nur einen Teil eines Dienstes (%2).</translation>
    </message>
    <message>
        <source>Ask the computer itself: &quot;sc query %1&quot;, or Control Panel › Services on Windows NT 4.</source>
        <translation>Fragen Sie den Computer selbst: „sc query %1“, unter Windows NT 4 Systemsteuerung › Dienste.</translation>
    </message>
    <message>
        <source>There is no key %1.</source>
        <translation>Es gibt keinen Schlüssel %1.</translation>
    </message>
    <message>
        <source>There is no key %1, but &quot;%2&quot; is the display name of %3.</source>
        <translation>Es gibt keinen Schlüssel %1, aber „%2“ ist der Anzeigename von %3.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>The hive is damaged where %1 would stand.</source>
        <translation>Die Datei ist dort beschädigt, wo %1 stünde.</translation>
    </message>
    <message>
        <source>Copy the hive again, or ask the computer itself.</source>
        <translation>Kopieren Sie die Datei noch einmal, oder fragen Sie den Computer selbst.</translation>
    </message>
    <message>
        <source>No service was named.</source>
        <translation>Es wurde kein Dienst genannt.</translation>
    </message>
    <message>
        <source>Name the service by its key name, for example MSExchangeIMC.</source>
        <translation>Nennen Sie den Dienst mit seinem Schlüsselnamen, zum Beispiel MSExchangeIMC.</translation>
    </message>
    <message>
        <source>The hive is of the computer %1, not of %2.</source>
        <translation>Die Datei ist vom Computer %1, nicht von %2.</translation>
    </message>
    <message>
        <source>Take the hive of %1: %SystemRoot%\System32\config\SYSTEM.</source>
        <translation>Nehmen Sie die Datei von %1: %SystemRoot%\System32\config\SYSTEM.</translation>
    </message>
    <message>
        <source>The hive was copied before Windows had written everything to it, and neither of its logs (.LOG1, .LOG2) lies beside it, so the latest changes may be missing.</source>
        <translation>Die Registrierungsdatei wurde kopiert, bevor Windows alles hineingeschrieben hatte, und keines ihrer Protokolle (.LOG1, .LOG2) liegt daneben; die letzten Änderungen können also fehlen.</translation>
    </message>
    <message>
        <source>A registry hive holds no events.</source>
        <translation>Eine Registrierungsdatei enthält keine Ereignisse.</translation>
    </message>
    <message>
        <source>A registry hive does not say which files there are.</source>
        <translation>Eine Registrierungsdatei sagt nicht, welche Dateien es gibt.</translation>
    </message>
    <message>
        <source>The hive was copied before Windows had written everything to it; what %1 beside it held was read with it.</source>
        <translation>Die Registrierungsdatei wurde kopiert, bevor Windows alles hineingeschrieben hatte; was %1 daneben enthielt, wurde mitgelesen.</translation>
    </message>
    <message>
        <source>The hive was copied before Windows had written everything to it, and nothing in %1 beside it continues it, so the latest changes may be missing.</source>
        <translation>Die Registrierungsdatei wurde kopiert, bevor Windows alles hineingeschrieben hatte, und nichts in %1 daneben setzt sie fort; die letzten Änderungen können also fehlen.</translation>
    </message>
</context>
<context>
    <name>TextDump</name>
    <message>
        <source>Classic</source>
        <translation>Klassisch</translation>
    </message>
    <message>
        <source>Audit Failure</source>
        <translation>Überwachung gescheitert</translation>
    </message>
    <message>
        <source>Audit Success</source>
        <translation>Überwachung erfolgreich</translation>
    </message>
    <message>
        <source>Log Name</source>
        <translation>Protokollname</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Event ID</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Task Category</source>
        <translation>Aufgabenkategorie</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Schlüsselwörter</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation>n. v.</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>string %1</source>
        <translation>Zeichenfolge %1</translation>
    </message>
    <message>
        <source>the first DWORD of the data</source>
        <translation>das erste DWORD der Daten</translation>
    </message>
    <message>
        <source>DWORD %1 of the data</source>
        <translation>DWORD %1 der Daten</translation>
    </message>
    <message>
        <source>the text in the data</source>
        <translation>der Text in den Daten</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>der Text</translation>
    </message>
    <message>
        <source>the part read from the text</source>
        <translation>der aus dem Text gelesene Teil</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1 ist nicht %2</translation>
    </message>
    <message>
        <source>%1 contains %2</source>
        <translation>%1 enthält %2</translation>
    </message>
    <message>
        <source>%1 begins with %2</source>
        <translation>%1 beginnt mit %2</translation>
    </message>
    <message>
        <source>%1 ends with %2</source>
        <translation>%1 endet mit %2</translation>
    </message>
    <message>
        <source>%1 fits the pattern %2</source>
        <translation>%1 passt auf das Muster %2</translation>
    </message>
    <message>
        <source>%1 is given</source>
        <translation>%1 ist angegeben</translation>
    </message>
    <message>
        <source>%1 is not given</source>
        <translation>%1 ist nicht angegeben</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Act</source>
        <translation>Handeln</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Depends</source>
        <translation>Je nachdem</translation>
    </message>
    <message>
        <source>Harmless</source>
        <translation>Harmlos</translation>
    </message>
    <message>
        <source>Confirmed harmless</source>
        <translation>Bestätigt harmlos</translation>
    </message>
    <message>
        <source>Confirmed fault</source>
        <translation>Bestätigte Störung</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>Trifft nicht zu</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Verbose</source>
        <translation>Ausführlich</translation>
    </message>
    <message>
        <source>Log Always</source>
        <translation>Immer protokolliert</translation>
    </message>
    <message>
        <source>Audit Success</source>
        <translation>Überwachung erfolgreich</translation>
    </message>
    <message>
        <source>Audit Failure</source>
        <translation>Überwachung gescheitert</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>at boot, by the boot loader</source>
        <translation>beim Hochfahren, durch das Ladeprogramm</translation>
    </message>
    <message>
        <source>at boot, by the system</source>
        <translation>beim Hochfahren, durch das System</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>manuell</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>service manager of the running computer</source>
        <translation>Dienststeuerung des laufenden Computers</translation>
    </message>
    <message>
        <source>registry of the running computer</source>
        <translation>Registrierung des laufenden Computers</translation>
    </message>
    <message>
        <source>copy of its registry (SYSTEM hive)</source>
        <translation>Kopie seiner Registrierung (Datei SYSTEM)</translation>
    </message>
    <message>
        <source>reported by the user</source>
        <translation>vom Benutzer mitgeteilt</translation>
    </message>
    <message>
        <source>the file ends inside it</source>
        <translation>die Datei endet mitten darin</translation>
    </message>
    <message>
        <source>its signature is wrong</source>
        <translation>die Signatur ist falsch</translation>
    </message>
    <message>
        <source>its checksum is wrong; what could be read of it is shown and marked</source>
        <translation>die Prüfsumme ist falsch; was lesbar war, wird gezeigt und markiert</translation>
    </message>
    <message>
        <source>a length in it is out of range</source>
        <translation>eine Länge darin liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>it points to where nothing can be</source>
        <translation>es zeigt auf eine Stelle, an der nichts sein kann</translation>
    </message>
    <message>
        <source>it holds something that no event can hold</source>
        <translation>es enthält etwas, das kein Ereignis enthalten kann</translation>
    </message>
    <message>
        <source>it is larger than any real event</source>
        <translation>es ist größer als jedes echte Ereignis</translation>
    </message>
    <message>
        <source>the system could not read it</source>
        <translation>das System konnte es nicht lesen</translation>
    </message>
    <message>
        <source>it could not be read</source>
        <translation>es konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 at byte %2: %3 (%4 bytes)</source>
        <comment>structure, offset, reason, length</comment>
        <translation>%1 bei Byte %2: %3 (%4 Bytes)</translation>
    </message>
    <message>
        <source>1 place could not be read</source>
        <translation>1 Stelle konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 places could not be read</source>
        <translation>%1 Stellen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>the logs that were open</source>
        <translation>die offenen Protokolle</translation>
    </message>
    <message>
        <source>administrative share of the running computer</source>
        <translation>administrative Freigabe des laufenden Computers</translation>
    </message>
    <message>
        <source>the other computer stopped answering before it came</source>
        <translation>der andere Computer antwortete nicht mehr, bevor es kam</translation>
    </message>
</context>
<context>
    <name>evident::ArchiveImport</name>
    <message>
        <source>Archives (%1)</source>
        <translation>Archive (%1)</translation>
    </message>
    <message>
        <source>Import Classic Microsoft Articles</source>
        <translation>Klassische Microsoft-Artikel importieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Folder of the Classic Microsoft Articles</source>
        <translation>Ordner der klassischen Microsoft-Artikel</translation>
    </message>
    <message>
        <source>Importing classic articles: %1 %</source>
        <translation>Klassische Artikel werden importiert: %1 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The import was cancelled. What was imported before is unchanged.</source>
        <translation>Der Import wurde abgebrochen. Was zuvor importiert war, ist unverändert.</translation>
    </message>
    <message>
        <source>%1 classic articles were imported; %2 event descriptions were found in them.</source>
        <translation>%1 klassische Artikel wurden importiert; %2 Ereignisbeschreibungen wurden darin gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n Datei konnte nicht gelesen werden.</numerusform>
            <numerusform>%n Dateien konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::ArchivePasswords</name>
    <message>
        <source>Locked Archive</source>
        <translation>Geschütztes Archiv</translation>
    </message>
    <message>
        <source>%1 in %2 is locked. Its password is needed to read the logs in it, and is not kept.</source>
        <translation>%1 in %2 ist mit einem Kennwort geschützt. Es wird gebraucht, um die Protokolle darin zu lesen, und nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
</context>
<context>
    <name>evident::ArticleCommands</name>
    <message>
        <source>Your article was saved as %1.</source>
        <translation>Ihr Artikel wurde als %1 gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) of your own cannot be used. %1</source>
        <translation>
            <numerusform>Ein eigener Artikel kann nicht benutzt werden. %1</numerusform>
            <numerusform>%n eigene Artikel können nicht benutzt werden. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The team&apos;s folder %1 cannot be reached. Its articles are missing until it can.</source>
        <translation>Der Ordner %1 des Teams ist nicht erreichbar. Bis er es wieder ist, fehlen seine Artikel.</translation>
    </message>
</context>
<context>
    <name>evident::ArticleEditor</name>
    <message>
        <source>&amp;Save Article</source>
        <translation>Artikel &amp;speichern</translation>
    </message>
    <message>
        <source>Explain %1, event %2</source>
        <translation>%1, Ereignis %2 erklären</translation>
    </message>
    <message>
        <source>Written by %1 on %2</source>
        <translation>Geschrieben von %1 am %2</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>&amp;Keep it in</source>
        <translation>A&amp;ufbewahren in</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>My articles (%1)</source>
        <translation>Meine Artikel (%1)</translation>
    </message>
    <message>
        <source>Team: %1</source>
        <translation>Team: %1</translation>
    </message>
    <message>
        <source>Another folder of a team…</source>
        <translation>Anderer Ordner eines Teams …</translation>
    </message>
    <message>
        <source>Folder of a Team&apos;s Articles</source>
        <translation>Ordner mit Artikeln eines Teams</translation>
    </message>
    <message>
        <source>It speaks of none of the %1 events that are open.</source>
        <translation>Er spricht von keinem der %1 geöffneten Ereignisse.</translation>
    </message>
    <message>
        <source>It speaks of %1 of the %2 events that are open, such as those of %3.</source>
        <translation>Er spricht von %1 der %2 geöffneten Ereignisse, zum Beispiel von denen von %3.</translation>
    </message>
    <message>
        <source>Replace Article</source>
        <translation>Artikel ersetzen</translation>
    </message>
    <message>
        <source>There is an article of this name: %1. Put this one in its place?</source>
        <translation>Es gibt schon einen Artikel dieses Namens: %1. Soll dieser an seine Stelle treten?</translation>
    </message>
    <message>
        <source>Discard Article</source>
        <translation>Artikel verwerfen</translation>
    </message>
    <message>
        <source>What you wrote is not saved. Close all the same?</source>
        <translation>Was Sie geschrieben haben, ist nicht gespeichert. Trotzdem schließen?</translation>
    </message>
</context>
<context>
    <name>evident::ArticleFields</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>In one line</source>
        <translation>In einer Zeile</translation>
    </message>
    <message>
        <source>What happened, in a few words</source>
        <translation>Was geschehen ist, in wenigen Worten</translation>
    </message>
    <message>
        <source>Shown in the table of events</source>
        <translation>Steht in der Tabelle der Ereignisse</translation>
    </message>
    <message>
        <source>For somebody with a caller on the line: plain words, short sentences.</source>
        <translation>Für jemanden mit einem Anrufer in der Leitung: einfache Worte, kurze Sätze.</translation>
    </message>
    <message>
        <source>The likeliest first.</source>
        <translation>Das Wahrscheinlichste zuerst.</translation>
    </message>
    <message>
        <source>Step by step: 1. … 2. …</source>
        <translation>Schritt für Schritt: 1. … 2. …</translation>
    </message>
    <message>
        <source>What looks alike and is something else.</source>
        <translation>Was ähnlich aussieht und etwas anderes ist.</translation>
    </message>
    <message>
        <source>&amp;Verdict</source>
        <translation>&amp;Einschätzung</translation>
    </message>
    <message>
        <source>Insert a value of the event</source>
        <translation>Wert des Ereignisses einfügen</translation>
    </message>
    <message>
        <source>the computer&apos;s name</source>
        <translation>Name des Computers</translation>
    </message>
    <message>
        <source>Only for events that have the same here:</source>
        <translation>Nur für Ereignisse, bei denen hier dasselbe steht:</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>evident::ArticleSearch</name>
    <message>
        <source>Find an Article</source>
        <translation>Einen Artikel finden</translation>
    </message>
    <message>
        <source>Words, event ID, source, error code or file name</source>
        <translation>Wörter, Ereignis-ID, Quelle, Fehlercode oder Dateiname</translation>
    </message>
    <message>
        <source>Find an article</source>
        <translation>Einen Artikel finden</translation>
    </message>
    <message>
        <source>Articles found</source>
        <translation>Gefundene Artikel</translation>
    </message>
    <message>
        <source>Import Classic Articles…</source>
        <translation>Klassische Artikel importieren …</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Type what the event or the message says; what is found appears while you type.</source>
        <translation>Geben Sie ein, was das Ereignis oder die Meldung sagt; was gefunden wird, erscheint während des Tippens.</translation>
    </message>
    <message>
        <source>%1 articles of Evident and %2 classic Microsoft articles.</source>
        <translation>%1 Artikel von Evident und %2 klassische Microsoft-Artikel.</translation>
    </message>
    <message>
        <source>%1 articles of Evident. The classic Microsoft articles can be imported, if you have them.</source>
        <translation>%1 Artikel von Evident. Die klassischen Microsoft-Artikel können importiert werden, wenn Sie sie haben.</translation>
    </message>
    <message>
        <source>Nothing was found. Fewer words find more.</source>
        <translation>Nichts gefunden. Weniger Wörter finden mehr.</translation>
    </message>
    <message>
        <source>%1 of Evident, %2 of the classic archive</source>
        <translation>%1 von Evident, %2 aus dem klassischen Archiv</translation>
    </message>
    <message>
        <source>Classic archive, %1</source>
        <translation>Klassisches Archiv, %1</translation>
    </message>
    <message>
        <source>Evident</source>
        <translation>Evident</translation>
    </message>
</context>
<context>
    <name>evident::CheckCard</name>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Answer of the check</source>
        <translation>Antwort der Prüfung</translation>
    </message>
    <message>
        <source>Registry &amp;Hive…</source>
        <translation>&amp;Registrierungsdatei…</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>Check %1 Again</source>
        <translation>%1 erneut prüfen</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <source>C&amp;omputer:</source>
        <translation>C&amp;omputer:</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Name oder Adresse</translation>
    </message>
    <message>
        <source>&amp;Ask the Running Computer</source>
        <translation>Den laufenden Computer &amp;fragen</translation>
    </message>
    <message>
        <source>&amp;Paste an Answer…</source>
        <translation>Antwort &amp;einfügen …</translation>
    </message>
    <message>
        <source>Allow &amp;SMB 1 for This Computer…</source>
        <translation>&amp;SMB 1 für diesen Computer erlauben …</translation>
    </message>
    <message>
        <source>It &amp;Is %1</source>
        <translation>Das &amp;ist %1</translation>
    </message>
</context>
<context>
    <name>evident::Checker</name>
    <message>
        <source>The event does not say which computer it is of.</source>
        <translation>Das Ereignis sagt nicht, von welchem Computer es stammt.</translation>
    </message>
    <message>
        <source>%1 is no computer&apos;s name or address.</source>
        <translation>%1 ist kein Name und keine Adresse eines Computers.</translation>
    </message>
    <message>
        <source>Type the computer&apos;s name or address.</source>
        <translation>Geben Sie Namen oder Adresse des Computers ein.</translation>
    </message>
    <message>
        <source>Allow SMB 1</source>
        <translation>SMB 1 erlauben</translation>
    </message>
    <message>
        <source>SMB 1 protects neither what is asked nor what is answered: whoever listens on the network may read and alter it. Allow it for %1 alone, from now on?</source>
        <translation>SMB 1 schützt weder Fragen noch Antworten: Wer im Netz mithört, kann sie lesen und verändern. Von jetzt an nur für %1 erlauben?</translation>
    </message>
</context>
<context>
    <name>evident::ComputerCommands</name>
    <message numerus="yes">
        <source>Following: what is new is loaded every %n second(s).</source>
        <translation>
            <numerusform>Folgen: Neues wird jede Sekunde geladen.</numerusform>
            <numerusform>Folgen: Neues wird alle %n Sekunden geladen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer following.</source>
        <translation>Es wird nicht mehr gefolgt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 does not answer; it is asked again in %n second(s).</source>
        <translation>
            <numerusform>%1 antwortet nicht; in einer Sekunde wird wieder gefragt.</numerusform>
            <numerusform>%1 antwortet nicht; in %n Sekunden wird wieder gefragt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s) at %1.</source>
        <translation>
            <numerusform>%n neues Ereignis um %1.</numerusform>
            <numerusform>%n neue Ereignisse um %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::ConnectDialog</name>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Open Logs</source>
        <translation>Protokolle ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Connect to Computer</source>
        <translation>Mit Computer verbinden</translation>
    </message>
    <message>
        <source>Its logs are only read: nothing on the computer is changed. Your Kerberos ticket is tried first; an account is asked for where that does not do.</source>
        <translation>Seine Protokolle werden nur gelesen: Auf dem Computer wird nichts verändert. Zuerst wird Ihr Kerberos-Ticket versucht; nach einem Konto wird nur gefragt, wo das nicht genügt.</translation>
    </message>
    <message>
        <source>Name or address, such as MAIL01 or 10.1.2.3; or smb://MAIL01/share/file.evtx</source>
        <translation>Name oder Adresse, etwa MAIL01 oder 10.1.2.3; oder smb://MAIL01/freigabe/datei.evtx</translation>
    </message>
    <message>
        <source>Keep this computer on top of the list</source>
        <translation>Diesen Computer oben in der Liste behalten</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Com&amp;puter:</source>
        <translation>Com&amp;puter:</translation>
    </message>
    <message>
        <source>Find a log by its name</source>
        <translation>Ein Protokoll nach seinem Namen suchen</translation>
    </message>
    <message>
        <source>Logs of the computer</source>
        <translation>Protokolle des Computers</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Last Change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source> events</source>
        <translation> Ereignisse</translation>
    </message>
    <message>
        <source>%1 is no computer&apos;s name or address.</source>
        <translation>%1 ist weder Name noch Adresse eines Computers.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung mit %1 wird hergestellt …</translation>
    </message>
    <message>
        <source>Asking %1 for its logs…</source>
        <translation>%1 wird nach seinen Protokollen gefragt …</translation>
    </message>
    <message>
        <source>%1 has no log that this account may read.</source>
        <translation>%1 hat kein Protokoll, das dieses Konto lesen darf.</translation>
    </message>
    <message>
        <source>%1 lets its log files be copied: every log is here.</source>
        <translation>Die Protokolldateien von %1 lassen sich kopieren: Hier stehen alle Protokolle.</translation>
    </message>
    <message>
        <source>The log files of %1 cannot be copied, so its classic logs are asked for by calls, newest events first.</source>
        <translation>Die Protokolldateien von %1 lassen sich nicht kopieren; seine klassischen Protokolle werden deshalb durch Aufrufe geholt, die neuesten Ereignisse zuerst.</translation>
    </message>
    <message>
        <source>Check the logs to open.</source>
        <translation>Kreuzen Sie an, was geöffnet werden soll.</translation>
    </message>
    <message numerus="yes">
        <source>%n log(s), %1 to copy</source>
        <translation>
            <numerusform>%n Protokoll, %1 zu kopieren</numerusform>
            <numerusform>%n Protokolle, %1 zu kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n log(s), the newest events of each</source>
        <translation>
            <numerusform>%n Protokoll, seine neuesten Ereignisse</numerusform>
            <numerusform>%n Protokolle, die neuesten Ereignisse von jedem</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>3 logs, 12 MB to copy; about 40 seconds</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n log(s), %1 events to ask for</source>
        <translation>
            <numerusform>%n Protokoll, %1 Ereignisse abzufragen</numerusform>
            <numerusform>%n Protokolle, %1 Ereignisse abzufragen</numerusform>
        </translation>
    </message>
    <message>
        <source>O&amp;nly</source>
        <translation>Nu&amp;r</translation>
    </message>
    <message>
        <source>Which events</source>
        <translation>Welche Ereignisse</translation>
    </message>
    <message>
        <source>the newest</source>
        <translation>die neuesten</translation>
    </message>
    <message>
        <source>the last hour</source>
        <translation>die letzte Stunde</translation>
    </message>
    <message>
        <source>the last 24 hours</source>
        <translation>die letzten 24 Stunden</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>die letzten 7 Tage</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>die letzten 30 Tage</translation>
    </message>
    <message>
        <source>How many events</source>
        <translation>Wie viele Ereignisse</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>12,345 events</comment>
        <translation>etwa %1</translation>
    </message>
    <message numerus="yes">
        <source>%n log(s), what came since %1</source>
        <translation>
            <numerusform>%n Protokoll, was seit %1 kam</numerusform>
            <numerusform>%n Protokolle, was seit %1 kam</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::DamageList</name>
    <message>
        <source>What Could Not Be Read</source>
        <translation>Was nicht gelesen werden konnte</translation>
    </message>
    <message>
        <source>These places could not be read, or hold events that may be wrong. Everything else in the logs is shown.</source>
        <translation>Diese Stellen konnten nicht gelesen werden oder enthalten Ereignisse, die falsch sein können. Alles Übrige in den Protokollen wird gezeigt.</translation>
    </message>
    <message>
        <source>… and %1 more places.</source>
        <translation>… und %1 weitere Stellen.</translation>
    </message>
</context>
<context>
    <name>evident::DesktopNotices</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>evident::DetailsPane</name>
    <message>
        <source>Details of the chosen event</source>
        <translation>Einzelheiten zum gewählten Ereignis</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>E&amp;xplanation</source>
        <translation>E&amp;rklärung</translation>
    </message>
    <message>
        <source>E&amp;vent</source>
        <translation>&amp;Ereignis</translation>
    </message>
    <message>
        <source>X&amp;ML</source>
        <translation>X&amp;ML</translation>
    </message>
</context>
<context>
    <name>evident::EmptyPage</name>
    <message>
        <source>What do the event logs say?</source>
        <translation>Was steht in den Ereignisprotokollen?</translation>
    </message>
    <message>
        <source>Drop an event log on this window, or open one (.evtx, .evt).</source>
        <translation>Ziehen Sie ein Ereignisprotokoll auf dieses Fenster, oder öffnen Sie eins (.evtx, .evt).</translation>
    </message>
    <message>
        <source>&amp;Open Log…</source>
        <translation>Protokoll ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Try the &amp;Demo</source>
        <translation>&amp;Vorführung ansehen</translation>
    </message>
    <message>
        <source>See how it works on made-up logs.</source>
        <translation>Sehen Sie an ausgedachten Protokollen, wie es geht.</translation>
    </message>
    <message>
        <source>Connect to a computer and read its logs there.</source>
        <translation>Mit einem Computer verbinden und seine Protokolle dort lesen.</translation>
    </message>
    <message>
        <source>&amp;Connect to Computer…</source>
        <translation>Mit &amp;Computer verbinden …</translation>
    </message>
</context>
<context>
    <name>evident::EventPage</name>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
</context>
<context>
    <name>evident::EventsPane</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;XML</source>
        <translation>Als &amp;XML kopieren</translation>
    </message>
    <message>
        <source>Only Source “%1”</source>
        <translation>Nur Quelle „%1“</translation>
    </message>
    <message>
        <source>Only Event ID %1</source>
        <translation>Nur Ereignis-ID %1</translation>
    </message>
    <message>
        <source>Only Level “%1”</source>
        <translation>Nur Ebene „%1“</translation>
    </message>
    <message>
        <source>Only Computer “%1”</source>
        <translation>Nur Computer „%1“</translation>
    </message>
    <message>
        <source>Show All Events</source>
        <translation>Alle Ereignisse zeigen</translation>
    </message>
    <message>
        <source>&amp;Explain This Event…</source>
        <translation>Dieses Ereignis &amp;erklären …</translation>
    </message>
    <message>
        <source>&amp;Save Selected Events As…</source>
        <translation>Ausgewählte Ereignisse &amp;speichern unter …</translation>
    </message>
</context>
<context>
    <name>evident::EventsView</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Standard Columns</source>
        <translation>Übliche Spalten</translation>
    </message>
</context>
<context>
    <name>evident::ExplanationPage</name>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>Choose a finding on the left or an event in the table; what it means stands here then.</source>
        <translation>Wählen Sie links einen Befund oder in der Tabelle ein Ereignis; was es bedeutet, steht dann hier.</translation>
    </message>
    <message>
        <source>Another possible explanation of this event</source>
        <translation>Eine andere mögliche Erklärung dieses Ereignisses</translation>
    </message>
    <message>
        <source>%1, event %2</source>
        <translation>%1, Ereignis %2</translation>
    </message>
    <message>
        <source>No article of the knowledge base speaks of this event, so Evident does not know whether it matters.</source>
        <translation>Kein Artikel der Wissensbasis spricht von diesem Ereignis; Evident weiß deshalb nicht, ob es von Bedeutung ist.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>From the classic archive</source>
        <translation>Aus dem klassischen Archiv</translation>
    </message>
    <message>
        <source>Back to the event</source>
        <translation>Zurück zum Ereignis</translation>
    </message>
    <message>
        <source>This explanation is wrong…</source>
        <translation>Diese Erklärung ist falsch …</translation>
    </message>
</context>
<context>
    <name>evident::FileCommands</name>
    <message>
        <source>Event logs (%1)</source>
        <translation>Ereignisprotokolle (%1)</translation>
    </message>
    <message>
        <source>Open Logs</source>
        <translation>Protokolle öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Choose a SYSTEM Registry Hive</source>
        <translation>Eine SYSTEM-Registrierungsdatei wählen</translation>
    </message>
    <message>
        <source>Choose the SYSTEM Registry Hive of %1</source>
        <translation>Die SYSTEM-Registrierungsdatei von %1 wählen</translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation>Noch wurde nichts geöffnet</translation>
    </message>
    <message>
        <source>Exported events (%1)</source>
        <translation>Exportierte Ereignisse (%1)</translation>
    </message>
    <message>
        <source>Archives (%1)</source>
        <translation>Archive (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Save %Ln Selected Event(s)</source>
        <translation>
            <numerusform>%Ln ausgewähltes Ereignis speichern</numerusform>
            <numerusform>%Ln ausgewählte Ereignisse speichern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save All %Ln Event(s) Shown</source>
        <translation>
            <numerusform>%Ln gezeigtes Ereignis speichern</numerusform>
            <numerusform>Alle %Ln gezeigten Ereignisse speichern</numerusform>
        </translation>
    </message>
    <message>
        <source>this log is open here</source>
        <translation>dieses Protokoll ist hier geöffnet</translation>
    </message>
    <message>
        <source>Open Location</source>
        <translation>Adresse öffnen</translation>
    </message>
    <message>
        <source>A file or folder here, or a log of another computer:
smb://MAIL01/ADMIN$/System32/winevt/Logs/System.evtx
eventlog://MAIL01/Application?newest=5000</source>
        <translation>Eine Datei oder ein Ordner hier, oder ein Protokoll eines anderen Computers:
smb://MAIL01/ADMIN$/System32/winevt/Logs/System.evtx
eventlog://MAIL01/Application?newest=5000</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
</context>
<context>
    <name>evident::FilterBar</name>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>Only Events an Article Knows</source>
        <translation>Nur Ereignisse, die ein Artikel kennt</translation>
    </message>
    <message>
        <source>Only Events No Article Knows</source>
        <translation>Nur Ereignisse, die kein Artikel kennt</translation>
    </message>
    <message>
        <source>Show Carved Events Too</source>
        <translation>Auch geborgene Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Show All Events</source>
        <translation>Alle Ereignisse zeigen</translation>
    </message>
    <message>
        <source>%1 %2, no article</source>
        <translation>%1 %2, kein Artikel</translation>
    </message>
    <message>
        <source>Finding: %1</source>
        <translation>Befund: %1</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>Protokoll: %1</translation>
    </message>
    <message>
        <source>With carved events</source>
        <translation>Mit geborgenen Ereignissen</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>Text: %1</translation>
    </message>
    <message>
        <source>Article: %1</source>
        <translation>Artikel: %1</translation>
    </message>
    <message>
        <source>Level: %1</source>
        <translation>Ebene: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>Event ID: %1</source>
        <translation>Ereignis-ID: %1</translation>
    </message>
    <message>
        <source>Computer: %1</source>
        <translation>Computer: %1</translation>
    </message>
    <message>
        <source>Known to an article</source>
        <translation>Einem Artikel bekannt</translation>
    </message>
    <message>
        <source>Known to no article</source>
        <translation>Keinem Artikel bekannt</translation>
    </message>
    <message>
        <source>Remove filter %1</source>
        <translation>Filter entfernen: %1</translation>
    </message>
    <message>
        <source>Remove this filter: %1</source>
        <translation>Diesen Filter entfernen: %1</translation>
    </message>
    <message>
        <source>Expression: %1</source>
        <translation>Ausdruck: %1</translation>
    </message>
</context>
<context>
    <name>evident::FindingTree</name>
    <message>
        <source>No article yet</source>
        <translation>Noch ohne Artikel</translation>
    </message>
    <message>
        <source>%1, event %2</source>
        <translation>%1, Ereignis %2</translation>
    </message>
</context>
<context>
    <name>evident::FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
</context>
<context>
    <name>evident::LogDelegate</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
</context>
<context>
    <name>evident::LogonDialog</name>
    <message>
        <source>&amp;Remember the password in the system&apos;s keychain</source>
        <translation>Kennwort im Schlüsselbund des Systems &amp;behalten</translation>
    </message>
    <message>
        <source>Ask %1</source>
        <translation>%1 fragen</translation>
    </message>
    <message>
        <source>DOMAIN\user, user@realm or user</source>
        <translation>DOMÄNE\Benutzer, Benutzer@Realm oder Benutzer</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Benutzer:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Kennwort:</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>An account is needed to ask %1. Nothing on it is changed. The password is kept in memory until you close Evident, and sent to no other computer.</source>
        <translation>Um %1 zu fragen, wird ein Konto gebraucht. Auf dem Computer wird nichts geändert. Das Kennwort bleibt im Speicher, bis Sie Evident schließen, und geht an keinen anderen Computer.</translation>
    </message>
</context>
<context>
    <name>evident::LogsList</name>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Show &amp;Only This</source>
        <translation>&amp;Nur das zeigen</translation>
    </message>
    <message>
        <source>What Could Not Be &amp;Read…</source>
        <translation>Was nicht &amp;gelesen werden konnte…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>evident::MainWindow</name>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>The findings were saved as %1.</source>
        <translation>Die Befunde wurden als %1 gespeichert.</translation>
    </message>
    <message>
        <source>About Evident</source>
        <translation>Über Evident</translation>
    </message>
    <message>
        <source>&lt;b&gt;Evident %1&lt;/b&gt;&lt;br&gt;Explains what Windows event logs say.</source>
        <translation>&lt;b&gt;Evident %1&lt;/b&gt;&lt;br&gt;Erklärt, was in Windows-Ereignisprotokollen steht.</translation>
    </message>
    <message>
        <source>The note was kept in %1.</source>
        <translation>Die Notiz wurde in %1 behalten.</translation>
    </message>
    <message>
        <source>Keys: Ctrl+F searches, F5 loads what is new, F8 checks the finding, F6 goes from pane to pane, Ctrl+P prints, Ctrl+S exports.&lt;br&gt;&lt;br&gt;Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Tasten: Strg+F sucht, F5 lädt Neues, F8 prüft den Befund, F6 geht von Bereich zu Bereich, Strg+P druckt, Strg+S exportiert.&lt;br&gt;&lt;br&gt;Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>evident::NewsNotices</name>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>Und noch %Ln.</numerusform>
            <numerusform>Und noch %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>Act on MAIL01</comment>
        <translation>%1 auf %2</translation>
    </message>
</context>
<context>
    <name>evident::NoticeBar</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message numerus="yes">
        <source>%n more message(s); close one to see the next.</source>
        <translation>
            <numerusform>%n weitere Meldung; schließen Sie eine, um sie zu sehen.</numerusform>
            <numerusform>%n weitere Meldungen; schließen Sie eine, um die nächste zu sehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>evident::PasteDialog</name>
    <message>
        <source>Paste an Answer</source>
        <translation>Antwort einfügen</translation>
    </message>
    <message>
        <source>Run this on %1 and paste all that it says: sc query %2
The answer is marked as reported by you. What sc qc and Get-Service say is understood as well.</source>
        <translation>Führen Sie dies auf %1 aus und fügen Sie die ganze Ausgabe ein: sc query %2
Die Antwort wird als von Ihnen berichtet gekennzeichnet. Auch die Ausgaben von sc qc und Get-Service werden verstanden.</translation>
    </message>
    <message>
        <source>What the command said</source>
        <translation>Was der Befehl ausgab</translation>
    </message>
    <message>
        <source>&amp;Use This Answer</source>
        <translation>Diese Antwort über&amp;nehmen</translation>
    </message>
</context>
<context>
    <name>evident::SearchField</name>
    <message>
        <source>Search by &amp;Regular Expression</source>
        <translation>Nach &amp;regulärem Ausdruck suchen</translation>
    </message>
    <message>
        <source>Search events</source>
        <translation>Ereignisse durchsuchen</translation>
    </message>
    <message>
        <source>Search by regular expression (%1)</source>
        <translation>Nach regulärem Ausdruck suchen (%1)</translation>
    </message>
    <message>
        <source>Search by expression</source>
        <translation>Nach Ausdruck suchen</translation>
    </message>
    <message>
        <source>Not a regular expression yet: %1, after character %2. The table stays as it was.</source>
        <translation>Noch kein regulärer Ausdruck: %1, nach Zeichen %2. Die Tabelle bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>Not a regular expression yet: %1, at its beginning. The table stays as it was.</source>
        <translation>Noch kein regulärer Ausdruck: %1, am Anfang. Die Tabelle bleibt, wie sie war.</translation>
    </message>
</context>
<context>
    <name>evident::SessionNotices</name>
    <message>
        <source>%1: %2 (%3). The other %4 events are shown.</source>
        <comment>log, 2 places could not be read, 64 KiB, number</comment>
        <translation>%1: %2 (%3). Die übrigen %4 Ereignisse werden gezeigt.</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>Wo?</translation>
    </message>
    <message>
        <source>Reading %1 was stopped; the %2 events read until then are shown.</source>
        <translation>Das Lesen von %1 wurde angehalten; die %2 bis dahin gelesenen Ereignisse werden gezeigt.</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>Noch einmal lesen</translation>
    </message>
    <message>
        <source>The registry hive %1 is at hand. It does not say which computer it is of.</source>
        <translation>Die Registrierungsdatei %1 liegt vor. Sie sagt nicht, von welchem Computer sie ist.</translation>
    </message>
    <message>
        <source>The registry hive of %1 is at hand; checks of that computer are answered from it.</source>
        <translation>Die Registrierungsdatei von %1 liegt vor; Prüfungen dieses Computers werden aus ihr beantwortet.</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>Only a part of the log came; its %1 events are shown.</source>
        <translation>Nur ein Teil des Protokolls ist angekommen; seine %1 Ereignisse werden gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) may be missing: the expression takes too many steps on them. Avoid repetitions inside each other, as in (a+)+.</source>
        <translation>
            <numerusform>%Ln Ereignis fehlt vielleicht: Der Ausdruck braucht dafür zu viele Schritte. Meiden Sie Wiederholungen ineinander wie in (a+)+.</numerusform>
            <numerusform>%Ln Ereignisse fehlen vielleicht: Der Ausdruck braucht dafür zu viele Schritte. Meiden Sie Wiederholungen ineinander wie in (a+)+.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evident::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Times in this computer&apos;s zone</source>
        <translation>Zeiten in der Zeitzone dieses Computers</translation>
    </message>
    <message>
        <source>Times in UTC</source>
        <translation>Zeiten in UTC</translation>
    </message>
    <message>
        <source>Local time, now %1</source>
        <translation>Ortszeit, jetzt %1</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>Zeitzone: %1</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 gezeigt</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) could not be read</source>
        <translation>
            <numerusform>%Ln Stelle konnte nicht gelesen werden</numerusform>
            <numerusform>%Ln Stellen konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) passed over: no event logs</source>
        <translation>
            <numerusform>%Ln Datei übergangen: kein Ereignisprotokoll</numerusform>
            <numerusform>%Ln Dateien übergangen: keine Ereignisprotokolle</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 of %2 asked</source>
        <translation>%1 von %2 gefragt</translation>
    </message>
    <message>
        <source>%1 shown so far, searching …</source>
        <translation>bisher %1 gezeigt, Suche läuft …</translation>
    </message>
</context>
<context>
    <name>evident::WindowActions</name>
    <message>
        <source>&amp;Open Log…</source>
        <translation>Protokoll ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open one or more event logs</source>
        <translation>Ein oder mehrere Ereignisprotokolle öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open every log in a folder and below it</source>
        <translation>Alle Protokolle in einem Ordner und darunter öffnen</translation>
    </message>
    <message>
        <source>Use Registry &amp;Hive…</source>
        <translation>&amp;Registrierungsdatei verwenden…</translation>
    </message>
    <message>
        <source>Answer checks from a copy of a computer&apos;s registry</source>
        <translation>Prüfungen aus der Kopie der Registrierung eines Computers beantworten</translation>
    </message>
    <message>
        <source>&amp;Close All Logs</source>
        <translation>Alle Protokolle s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>Print the findings</source>
        <translation>Die Befunde drucken</translation>
    </message>
    <message>
        <source>Print Pre&amp;view…</source>
        <translation>Druck&amp;vorschau…</translation>
    </message>
    <message>
        <source>&amp;Export Findings…</source>
        <translation>Befunde &amp;exportieren…</translation>
    </message>
    <message>
        <source>Save the findings as PDF, HTML, text, CSV or JSON</source>
        <translation>Die Befunde als PDF, HTML, Text, CSV oder JSON speichern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy Events</source>
        <translation>Ereignisse &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Find in Events</source>
        <translation>In Ereignissen &amp;suchen</translation>
    </message>
    <message>
        <source>Show &amp;All Events</source>
        <translation>&amp;Alle Ereignisse zeigen</translation>
    </message>
    <message>
        <source>&amp;Check This Finding</source>
        <translation>Diesen Befund &amp;prüfen</translation>
    </message>
    <message>
        <source>Check &amp;All</source>
        <translation>&amp;Alle prüfen</translation>
    </message>
    <message>
        <source>Ask every question that the findings leave open</source>
        <translation>Jede Frage stellen, die die Befunde offen lassen</translation>
    </message>
    <message>
        <source>&amp;Comfortable Rows</source>
        <translation>&amp;Luftige Zeilen</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Previous Pane</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;About Evident</source>
        <translation>Ü&amp;ber Evident</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Check All</source>
        <translation>Alle prüfen</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Find an &amp;Article…</source>
        <translation>&amp;Artikel suchen …</translation>
    </message>
    <message>
        <source>Find an article by words, event ID or source</source>
        <translation>Einen Artikel nach Wörtern, Ereignis-ID oder Quelle suchen</translation>
    </message>
    <message>
        <source>From an &amp;Archive…</source>
        <translation>Aus einem &amp;Archiv …</translation>
    </message>
    <message>
        <source>A zip, 7z or tar file that holds the classic articles</source>
        <translation>Eine zip-, 7z- oder tar-Datei mit den klassischen Artikeln</translation>
    </message>
    <message>
        <source>From a &amp;Folder…</source>
        <translation>Aus einem &amp;Ordner …</translation>
    </message>
    <message>
        <source>A folder that holds the classic articles</source>
        <translation>Ein Ordner mit den klassischen Artikeln</translation>
    </message>
    <message>
        <source>&amp;Import Classic Microsoft Articles</source>
        <translation>Klassische Microsoft-Artikel &amp;importieren</translation>
    </message>
    <message>
        <source>&amp;Explain This Event…</source>
        <translation>Dieses Ereignis &amp;erklären …</translation>
    </message>
    <message>
        <source>Write an article about the chosen event</source>
        <translation>Einen Artikel über das gewählte Ereignis schreiben</translation>
    </message>
    <message>
        <source>Save &amp;Events As…</source>
        <translation>&amp;Ereignisse speichern unter …</translation>
    </message>
    <message>
        <source>Save the selected events, or all that are shown, as an event log, XML, CSV, text or JSON</source>
        <translation>Die ausgewählten oder alle gezeigten Ereignisse als Ereignisprotokoll, XML, CSV, Text oder JSON speichern</translation>
    </message>
    <message>
        <source>Connect to Compu&amp;ter…</source>
        <translation>Mit Compu&amp;ter verbinden …</translation>
    </message>
    <message>
        <source>Read the logs of another computer</source>
        <translation>Die Protokolle eines anderen Computers lesen</translation>
    </message>
    <message>
        <source>&amp;Load What Is New</source>
        <translation>&amp;Neues laden</translation>
    </message>
    <message>
        <source>Bring the events that other computers wrote since then</source>
        <translation>Die Ereignisse holen, die seitdem geschrieben wurden</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Folgen</translation>
    </message>
    <message>
        <source>Bring what is new every few seconds</source>
        <translation>Alle paar Sekunden Neues holen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Open &amp;Location…</source>
        <translation>&amp;Adresse öffnen…</translation>
    </message>
    <message>
        <source>Open a log by its path or address</source>
        <translation>Ein Protokoll mit Pfad oder Adresse öffnen</translation>
    </message>
    <message>
        <source>&amp;Notify While Following</source>
        <translation>Beim Folgen Beim &amp;Verfolgen meldenamp;melden</translation>
    </message>
</context>
<context>
    <name>evident::WrongNote</name>
    <message>
        <source>Data: %1</source>
        <translation>Daten: %1</translation>
    </message>
    <message>
        <source>Wrong explanation: %1</source>
        <translation>Falsche Erklärung: %1</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>%1, event %2, %3, %4, %5</source>
        <translation>%1, Ereignis %2, %3, %4, %5</translation>
    </message>
    <message>
        <source>Why it matched</source>
        <translation>Warum er passte</translation>
    </message>
    <message>
        <source>This Explanation Is Wrong</source>
        <translation>Diese Erklärung ist falsch</translation>
    </message>
    <message>
        <source>What is wrong with it, and what is right? The event and the article&apos;s name are added. The note stays on this computer; copy it to send it to whoever keeps the articles.</source>
        <translation>Was ist daran falsch, und was ist richtig? Das Ereignis und der Name des Artikels werden hinzugefügt. Die Notiz bleibt auf diesem Computer; kopieren Sie sie, um sie an die zu senden, die die Artikel pflegen.</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was falsch ist</translation>
    </message>
    <message>
        <source>Keep Note</source>
        <translation>Notiz behalten</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
</context>
<context>
    <name>evident::XmlPage</name>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
</context>
</TS>
