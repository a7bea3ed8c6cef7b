// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every rule of the article format, broken one at a time: the line and the sentence a writer is told.

#include "knowledge/articleparser.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Right = R"(---
title: Service {service} did not start
verdict: act
summary: The service {service} did not start.
match:
  provider: Service Control Manager
  id: 7000
  where:
    error: {code: 1053}
not-match:
  where:
    service: {starts-with: Test}
values:
  service: [value param1, string 1]
  error: [value param2, string 2]
check:
  service: '{service}'
  installed:
    conclusion: confirmed fault
    says: It is there.
  not-installed:
    conclusion: does not apply
    says: It is gone.
  unknown: Run `sc query {service}`.
applies-to: Windows
sources:
  - title: A source
    address: https://example.org/
keywords: [service, start]
examples:
  match:
    - provider: Service Control Manager
      id: 7000
      strings: [Spooler, '%%1053']
  not-match:
    - provider: Service Control Manager
      id: 7001
---

## What it means

Service {service}.

## Cause

It.

## What to do

Run `net start {service}`.

## When this does not apply

Never.
)";

struct Broken {
    const char *name;
    const char *from;
    const char *to;
    int line;
    const char *sentence;
};

const Broken Cases[] = {
    {"no head", "---\ntitle", "title", 1, "The file must begin with a line “---”, the start of the head."},
    {"unknown key", "verdict: act", "verdict: act\nverdikt: act", 4,
        "“verdikt” is no key that is known here; known are: title, verdict, summary, match, not-match, values, check, "
        "applies-to, sources, keywords, examples."},
    {"key twice", "verdict: act", "verdict: act\nverdict: watch", 4, "“verdict” stands here twice."},
    {"missing title", "title: Service {service} did not start\n", "", 1, "“title” is missing."},
    {"empty title", "title: Service {service} did not start", "title:", 2, "“title” is empty."},
    {"title of a wrong type", "title: Service {service} did not start", "title: [a, b]", 2,
        "“title” must be one text."},
    {"unknown verdict", "verdict: act", "verdict: bad", 3,
        "“bad” is no verdict; verdicts are harmless, watch, act and depends."},
    {"unknown name in the summary", "The service {service} did", "The service {servise} did", 4,
        "“{servise}” is not among the article's values."},
    {"no YAML", "verdict: act", "verdict: 'act", 0, ""},
    {"bad id", "  id: 7000\n  where", "  id: 70000\n  where", 7, "“70000” is no event id; ids are 0 to 65535."},
    {"negative id", "  id: 7000\n  where", "  id: -1\n  where", 7, "“-1” is no event id; ids are 0 to 65535."},
    {"missing provider", "  provider: Service Control Manager\n  id: 7000\n  where", "  id: 7000\n  where", 6,
        "“provider” is missing."},
    {"unknown value in a condition", "    error: {code: 1053}", "    errror: {code: 1053}", 9,
        "“errror” is neither one of the article's values nor a place in an event."},
    {"unknown test", "    error: {code: 1053}", "    error: {codes: 1053}", 9,
        "“error” takes a text, a list of texts, or one of is, is-not, contains, starts-with, ends-with, matches, code, "
        "present."},
    {"code that is none", "    error: {code: 1053}", "    error: {code: many}", 9,
        "“code” takes error codes such as 5 or 0x80070005."},
    {"broken pattern", "    error: {code: 1053}", "    error: {matches: '(('}", 9,
        "The pattern is broken: missing closing parenthesis."},
    {"bad level", "    error: {code: 1053}", "    level: serious", 9,
        "“serious” is no level; levels are critical, error, warning, information, verbose, auditSuccess and "
        "auditFailure."},
    {"empty list in a condition", "    error: {code: 1053}", "    error: []", 9, "The list “error” is empty."},
    {"empty not-match", "not-match:\n  where:\n    service: {starts-with: Test}", "not-match:\n  where:", 11,
        "“where” must hold at least one condition, such as “service: Spooler”."},
    {"bad place", "string 2]", "string two]", 15,
        "“string two” is no place in an event; write “string 1”, “value Name”, “data 0”, “data text” or “text /pattern "
        "with one group/”."},
    {"string 0", "string 2]", "string 0]", 15,
        "“string 0” is no place in an event; write “string 1”, “value Name”, “data 0”, “data text” or “text /pattern "
        "with one group/”."},
    {"bad name of a value", "  error: [value param2", "  Error: [value param2", 15,
        "“Error” cannot name a value: use lower-case letters, digits and dashes, and none of the words for places."},
    {"bad conclusion", "conclusion: confirmed fault", "conclusion: not confirmed", 19,
        "“not confirmed” is no conclusion; write confirmed harmless, confirmed fault or does not apply."},
    {"outcome without sentence", "    says: It is gone.\n", "", 22, "“says” is missing."},
    {"outcome missing", "  not-installed:\n    conclusion: does not apply\n    says: It is gone.\n", "", 17,
        "“not-installed” must hold “conclusion” and “says”."},
    {"bad address", "https://example.org/", "ftp://example.org/", 28, "An address begins with https:// or http://."},
    {"no keywords", "keywords: [service, start]", "keywords: []", 29, "The list “keywords” is empty."},
    {"no counter-example", "  not-match:\n    - provider: Service Control Manager\n      id: 7001\n", "", 31,
        "“not-match” is missing."},
    {"example without provider", "    - provider: Service Control Manager\n      id: 7001", "    - id: 7001", 36,
        "“provider” is missing."},
    {"example with bad data", "      id: 7001", "      id: 7001\n      data: 7E0", 38,
        "“data” must be bytes in hexadecimal, such as 7E 00 00 00."},
    {"missing section", "## Cause\n\nIt.\n\n", "", 50, "The section “## Cause” is missing."},
    {"empty section", "\nIt.\n", "\n", 44, "The section “## Cause” is empty."},
    {"unknown section", "## Cause", "## Causes", 44,
        "“## Causes” is no section; sections are: What it means, Cause, What to do, When this does not apply."},
    {"section twice", "## What to do", "## Cause", 48, "The section “## Cause” stands here twice."},
    {"text outside of sections", "---\n\n## What", "---\n\nStray.\n\n## What", 40,
        "Text must stand in a section; the first is “## What it means”."},
    {"title in the body", "## Cause", "# Cause", 44, "The title stands in the head; sections begin with “##”."},
    {"HTML", "It.\n", "It <b>is</b>.\n", 46, "HTML has no place in an article; put “<…>” between backticks."},
    {"image", "It.\n", "![x](https://example.org/x.png)\n", 46, "An article holds no images."},
    {"link to a file", "It.\n", "[x](file:///etc/passwd)\n", 46, "A link must lead to an http or https address."},
    {"value in a link", "It.\n", "[x](https://example.org/{service})\n", 46,
        "A link's address cannot hold a value of the event."},
    {"value in a table", "It.\n", "| {service} |\n", 46,
        "A table cannot hold a value of the event; say it in a sentence."},
    {"unclosed code", "It.\n", "It `is.\n", 46, "Code that begins here with a backtick does not end."},
    {"unknown name in a command", "net start {service}", "net start {name}", 50,
        "“{name}” is not among the article's values."},
};

std::vector<ArticleFault> faultsOf(const QByteArray &file)
{
    FaultList faults(u"a.md"_s);
    const auto parsed = parseArticle(u"services/a"_s, file, faults);
    return parsed ? std::vector<ArticleFault>() : faults.faults();
}

} // namespace

class ArticleParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsRight();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void refusesHostileFiles();
    void readsEveryQuestion();
    void saysWhatIsWrongWithQuestions_data();
    void saysWhatIsWrongWithQuestions();
    void checksTranslations();
};

void ArticleParserTest::readsWhatIsRight()
{
    FaultList faults(u"a.md"_s);
    const auto parsed = parseArticle(u"services/a"_s, Right, faults);
    QVERIFY2(parsed, faults.isEmpty() ? "" : qPrintable(faultLine(faults.faults().front())));
    const auto &article = parsed->article;
    QCOMPARE(article.verdict, Verdict::Act);
    QCOMPARE(article.match.size(), 1U);
    QCOMPARE(article.match[0].ids, std::vector<std::uint16_t>{7000});
    QCOMPARE(article.match[0].all.size(), 1U);
    QCOMPARE(article.match[0].all[0].test, Condition::Test::Code);
    QCOMPARE(article.match[0].all[0].places.size(), 2U);
    QCOMPARE(article.notMatch.size(), 1U);
    QCOMPARE(article.checks.size(), 1U);
    QCOMPARE(article.checks[0].no.conclusion, ConclusionKind::DoesNotApply);
    QCOMPARE(article.sections[2], u"Run `net start {service}`."_s);
    QCOMPARE(article.sources[0].address, u"https://example.org/"_s);
    QCOMPARE(parsed->examples.size(), 2U);
    QCOMPARE(parsed->examples[0].line, 32);
    QCOMPARE(parsed->examples[0].event.content.string(2), u"%%1053"_s);
    QCOMPARE(parsed->examples[1].expected, Expected::NoMatch);
    QCOMPARE(parsed->matchLine, 6);
    // Line ends of Windows and a byte order mark change nothing.
    QByteArray windows = Right;
    QVERIFY(faultsOf("\xEF\xBB\xBF" + windows.replace("\n", "\r\n")).empty());
}

void ArticleParserTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("sentence");
    for (const auto &broken : Cases) {
        QByteArray file = Right;
        file.replace(broken.from, broken.to);
        QTest::newRow(broken.name) << file << broken.line << QString::fromUtf8(broken.sentence);
    }
}

void ArticleParserTest::saysWhatIsWrong()
{
    QFETCH(const QByteArray, file);
    QFETCH(const int, line);
    QFETCH(const QString, sentence);
    QVERIFY2(file != Right, "the case changes nothing");
    const auto faults = faultsOf(file);
    QVERIFY(!faults.empty());
    if (sentence.isEmpty()) { // the words are yaml-cpp's
        QVERIFY(faults.front().sentence.startsWith(u"The head cannot be read: "_s));
        return;
    }
    const ArticleFault expected{u"a.md"_s, line, sentence};
    if (std::ranges::find(faults, expected) == faults.end())
        QCOMPARE(faultLine(faults.front()), faultLine(expected));
}

void ArticleParserTest::refusesHostileFiles()
{
    QCOMPARE(faultsOf({}).size(), 1U);
    QCOMPARE(faultsOf("---\n").front().sentence, u"The head does not end: a second line “---” is missing."_s);
    QByteArray notUtf8 = Right;
    notUtf8.replace("It.\n", "It\xE4.\n");
    QCOMPARE(faultLine(faultsOf(notUtf8).front()), u"a.md:46: The file is not written in UTF-8."_s);
    QCOMPARE(faultsOf(QByteArray(300 * 1024, 'x')).front().sentence, u"The file is larger than 256 KB."_s);
    QCOMPARE(faultsOf("---\ntitle: " + QByteArray(20, '[') + QByteArray(20, ']') + "\n---\n").back().sentence,
        u"The head is nested too deeply or is too large."_s);
    QVERIFY(!faultsOf("---\n" + QByteArray(5000, '[') + "\n---\n").empty());
    // A head that doubles itself through references, forty times.
    QByteArray doubling = "---\na0: &a0 [x, x]\n";
    for (int i = 1; i < 40; ++i)
        doubling += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [*a" + QByteArray::number(i - 1)
            + ", *a" + QByteArray::number(i - 1) + "]\n";
    QVERIFY(!faultsOf(doubling + "---\n").empty());
    FaultList faults(u"A b.md"_s);
    QVERIFY(!parseArticle(u"services/A b"_s, Right, faults));
    QCOMPARE(faults.faults().front().sentence,
        u"Folders and files of articles are named in lower-case letters, digits and dashes; “services/A b” is not."_s);
}

namespace {

/// The right article with another check; it begins at line 16.
QByteArray withCheck(const QByteArray &check)
{
    QByteArray file = Right;
    const auto from = file.indexOf("check:");
    return file.replace(from, file.indexOf("applies-to:") - from, check);
}

const QByteArray Joined = R"(check:
  - registry value:
      key: SYSTEM\CurrentControlSet\Services\{service}
      name: Start
      is: [3, '0x4']
    yes: {conclusion: confirmed harmless, says: Off on purpose.}
    no: {conclusion: not confirmed, says: It should start.}
    unknown: Look.
  - all of:
      - service: '{service}'
      - any of:
          - events near: {service: '{service}', id: [7036, 7040], minutes: 10}
          - registry value: {key: SYSTEM\Setup, name: SystemSetupInProgress}
          - file present: C:\Windows\System32\spoolsv.exe
    yes: {conclusion: confirmed fault, says: Yes.}
    no: {conclusion: does not apply, says: No.}
    unknown: Look again.
)";

} // namespace

void ArticleParserTest::readsEveryQuestion()
{
    FaultList faults(u"a.md"_s);
    const auto parsed = parseArticle(u"services/a"_s, withCheck(Joined), faults);
    QVERIFY2(parsed, faults.isEmpty() ? "" : qPrintable(faultLine(faults.faults().front())));
    const auto &checks = parsed->article.checks;
    QCOMPARE(checks.size(), 2U);
    using Kind = CheckQuestion::Kind;
    const CheckQuestion &value = checks[0].question;
    QCOMPARE(value.kind, Kind::RegistryValue);
    QCOMPARE(value.key, u"SYSTEM\\CurrentControlSet\\Services\\{service}"_s);
    QCOMPARE(value.name, u"Start"_s);
    QCOMPARE(value.wanted, (QStringList{u"3"_s, u"0x4"_s}));
    QCOMPARE(checks[0].yes.conclusion, ConclusionKind::ConfirmedHarmless);
    QCOMPARE(checks[0].no.conclusion, ConclusionKind::NotConfirmed);
    QCOMPARE(checks[0].unknown, u"Look."_s);
    const CheckQuestion &all = checks[1].question;
    QCOMPARE(all.kind, Kind::AllOf);
    QCOMPARE(all.parts.size(), 2U);
    QCOMPARE(all.parts[0].service, u"{service}"_s);
    QCOMPARE(all.parts[1].kind, Kind::AnyOf);
    const CheckQuestion &near = all.parts[1].parts[0];
    QCOMPARE(near.kind, Kind::EventsNear);
    QCOMPARE(near.source, u"Service Control Manager"_s);
    QCOMPARE(near.ids, (std::vector<std::uint16_t>{7036, 7040}));
    QCOMPARE(near.minutes, std::uint16_t(10));
    QVERIFY(all.parts[1].parts[1].wanted.isEmpty());
    const CheckQuestion &file = all.parts[1].parts[2];
    QCOMPARE(file.kind, Kind::FilePresent);
    QCOMPARE(file.path, u"C:\\Windows\\System32\\spoolsv.exe"_s);
    QCOMPARE(singleQuestions(all).size(), 4U);
    QCOMPARE(all.subjects(),
        (QStringList{
            u"{service}"_s, u"SYSTEM\\Setup\\SystemSetupInProgress"_s, u"C:\\Windows\\System32\\spoolsv.exe"_s}));

    const QByteArray german = "---\ntitle: T\nsummary: S\ncheck:\n  - {yes: Ja., no: Nein., unknown: Schau.}\n"
                              "  - {yes: Ja., no: Nein., unknown: Schau.}\n---\n## Was es bedeutet\nA\n## Ursache\nB\n"
                              "## Was zu tun ist\nC\n## Wann das nicht gilt\nD\n";
    const auto prose = parseTranslation(parsed->article, u"de", german, faults);
    QVERIFY2(prose, faults.isEmpty() ? "" : qPrintable(faultLine(faults.faults().front())));
    QCOMPARE(prose->checks[1].yes, u"Ja."_s);
    FaultList wrong(u"a.md"_s);
    QVERIFY(!parseTranslation(
        parsed->article, u"de", QByteArray(german).replace("yes: Ja., no: Nein.", "installed: Ja., no: Nein."), wrong));
}

void ArticleParserTest::saysWhatIsWrongWithQuestions_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *from, const char *to, int line, const char *sentence) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << line << QString::fromUtf8(sentence);
    };
    row("nothing asked", "  - registry value:", "  - registry:", 17,
        "What is asked is missing: one of service, registry value, events near, file present, all of, any of.");
    row("two things asked", "    unknown: Look.\n", "    unknown: Look.\n    service: Spooler\n", 17,
        "A check asks one thing; join several with “all of” or “any of”.");
    row("no map", "{key: SYSTEM\\Setup, name: SystemSetupInProgress}", "Start", 28,
        "“registry value” must hold “key: value” lines.");
    row("another hive", "key: SYSTEM\\Setup", "key: HKCU\\Setup", 28,
        "“key” names a key below HKEY_LOCAL_MACHINE and begins with SYSTEM\\ or SOFTWARE\\.");
    row("no name", "      name: Start\n", "", 18, "“name” is missing.");
    row("unknown name in braces", "Services\\{service}", "Services\\{dienst}", 18,
        "“{dienst}” is not among the article's values.");
    row("no id", "id: [7036, 7040]", "id: [7036, x]", 27, "“x” is no event id; ids are 0 to 65535.");
    row("no time", ", minutes: 10", "", 27, "“minutes” is missing.");
    row("too long", "minutes: 10", "minutes: 1441", 27, "“minutes” is a number from 1 to 1440.");
    row("nothing joined", "      - service: '{service}'\n", "", 25, "“all of” joins two questions or more, as a list.");
    row("a conclusion inside of a join", "      - service: '{service}'", "      - {service: a, yes: b}", 25,
        "“yes” is no key that is known here; known are: service.");
    row("joined too deeply", "          - registry value: {key: SYSTEM\\Setup, name: SystemSetupInProgress}",
        "          - any of: [{service: a}, {service: b}]", 28, "Questions are joined too deeply.");
    row("no file", "C:\\Windows\\System32\\spoolsv.exe", "'*.dll'", 29,
        "“file present” names a file on the computer: C:\\… or %SystemRoot%\\…, without wildcards.");
    row("no conclusion", "not confirmed", "unsure", 22,
        "“unsure” is no conclusion; write confirmed harmless, confirmed fault, does not apply or not confirmed.");
    row("of no use", "confirmed harmless", "not confirmed", 17,
        "Neither answer confirms anything: such a check is of no use.");
    row("words of a service", "    yes: {conclusion: confirmed h", "    installed: {conclusion: confirmed h", 21,
        "“installed” is no key that is known here; known are: registry value, yes, no, unknown.");
}

void ArticleParserTest::saysWhatIsWrongWithQuestions()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const int, line);
    QFETCH(const QString, sentence);
    QByteArray check = Joined;
    check.replace(from, to);
    QVERIFY2(check != Joined, "the case changes nothing");
    const auto faults = faultsOf(withCheck(check));
    QVERIFY(!faults.empty());
    const ArticleFault expected{u"a.md"_s, line, sentence};
    if (std::ranges::find(faults, expected) == faults.end())
        QCOMPARE(faultLine(faults.front()), faultLine(expected));
}

void ArticleParserTest::checksTranslations()
{
    const QByteArray german =
        "---\ntitle: Dienst {service}\nsummary: Der Dienst {service}.\ncheck:\n  installed: Da.\n"
        "  not-installed: Weg.\n  unknown: Sehen Sie nach.\n---\n## Was es bedeutet\nA\n## Ursache\nB\n"
        "## Was zu tun ist\nC\n## Wann das nicht gilt\nD\n";
    FaultList faults(u"a.md"_s);
    const auto original = parseArticle(u"services/a"_s, Right, faults);
    QVERIFY(original);
    const auto prose = parseTranslation(original->article, u"de", german, faults);
    QVERIFY2(prose, faults.isEmpty() ? "" : qPrintable(faultLine(faults.faults().front())));
    QCOMPARE(prose->sections[3], u"D"_s);
    QCOMPARE(prose->checks[0].no, u"Weg."_s);

    const auto broken = [&](const char *from, const char *to) {
        FaultList list(u"a.md"_s);
        (void)parseTranslation(original->article, u"de", QByteArray(german).replace(from, to), list);
        return list.isEmpty() ? QString() : faultLine(list.faults().front());
    };
    QCOMPARE(
        broken("Dienst {service}\n", "Dienst {dienst}\n"), u"a.md:2: “{dienst}” is not among the article's values."_s);
    QCOMPARE(broken("## Ursache\nB\n", ""), u"a.md:14: The section “## Ursache” is missing."_s);
    QCOMPARE(broken("check:\n  installed: Da.\n  not-installed: Weg.\n  unknown: Sehen Sie nach.\n", ""),
        u"a.md:1: The article has 1 checks, its translation 0."_s);
    QCOMPARE(broken("summary", "verdict: act\nsummary"),
        u"a.md:3: “verdict” is no key that is known here; known are: title, summary, check, keywords."_s);
}

QTEST_GUILESS_MAIN(ArticleParserTest)
#include "tst_articleparser.moc"
