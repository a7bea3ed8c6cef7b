// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Values in articles: hostile ones neither break the Markdown nor become part of a command.

#include "knowledge/explanation.h"
#include "knowledge/filling.h"
#include "knowledge/rulereader.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

Article articleWith(const QString &summary)
{
    Article article;
    article.summary = summary;
    article.values = {{u"service"_s, {*placeFrom(u"string 1"_s)}}, {u"error"_s, {*placeFrom(u"string 2"_s)}}};
    return article;
}

QString markdown(const QString &text, const QStringList &strings)
{
    EventValues content;
    for (const auto &one : strings)
        content.values.push_back({{}, one});
    const auto article = articleWith({});
    return filledMarkdown(text, article,
        {.content = content, .provider = u"Perflib"_s, .channel = {}, .computer = u"PC1"_s, .message = {}});
}

} // namespace

class FillingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsProse_data();
    void fillsProse();
    void leavesOutBracketsWithNothingIn_data();
    void leavesOutBracketsWithNothingIn();
    void keepsCommandsSafe_data();
    void keepsCommandsSafe();
    void cutsPlainValues();
    void fillsSummaries();
    void namesTheValuesOfAnArticleByItself();
    void refusesImpossibleServices();
};

void FillingTest::fillsProse_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("filled");
    QTest::newRow("plain") << u"Spooler"_s << u"x `Spooler` y"_s;
    QTest::newRow("Markdown") << u"**[a](b)** <b>"_s << u"x `**[a](b)** <b>` y"_s;
    QTest::newRow("backtick inside") << u"a`b"_s << u"x ``a`b`` y"_s;
    QTest::newRow("backticks at the ends") << u"`a``"_s << u"x ``` `a`` ``` y"_s;
    QTest::newRow("line breaks") << u"a\r\n\n# b"_s << u"x `a   # b` y"_s;
    QTest::newRow("a value that looks like a name") << u"{error}"_s << u"x `{error}` y"_s;
    QTest::newRow("direction marks") << u"\u202Egpj.exe\u200E"_s << u"x `gpj.exe` y"_s;
    QTest::newRow("half a surrogate pair") << QString(QChar(0xD800)) + u"a"_s << u"x `\uFFFDa` y"_s;
    QTest::newRow("an error code") << u"%%1053"_s << u"x `1053` y"_s;
    QTest::newRow("an HRESULT") << u"%%2147942414"_s << u"x `0x8007000E` y"_s;
    QTest::newRow("nothing") << QString() << u"x (not given) y"_s;
    QTest::newRow("a megabyte") << QString(1'000'000, u'a') << u"x `"_s + QString(400, u'a') + u"…` y"_s;
}

void FillingTest::fillsProse()
{
    QFETCH(const QString, value);
    QFETCH(const QString, filled);
    QCOMPARE(markdown(u"x {service} y"_s, {value}), filled);
}

void FillingTest::leavesOutBracketsWithNothingIn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("markdownText");
    QTest::addColumn<QString>("plain");
    const auto row = [](const char *name, const QString &text, const QString &markdownText, const QString &plain) {
        QTest::newRow(name) << text << markdownText << plain;
    };
    row("nothing in them", u"failed (error {error})."_s, u"failed."_s, u"failed."_s);
    row("over two lines", u"failed\n(error\n{error}) and"_s, u"failed and"_s, u"failed and"_s);
    row("one of two", u"of ({service}, {error})"_s, u"of (`A`, (not given))"_s, u"of (A, (not given))"_s);
    row("given", u"of ({service})"_s, u"of (`A`)"_s, u"of (A)"_s);
    row("two pairs", u"of ({service}) failed ({error})"_s, u"of (`A`) failed"_s, u"of (A) failed"_s);
    row("others inside", u"of (a (b) {error})"_s, u"of (a (b) (not given))"_s, u"of (a (b) (not given))"_s);
    row("no names", u"of (a) {error} (b)"_s, u"of (a) (not given) (b)"_s, u"of (a) (not given) (b)"_s);
    row("never closed", u"of ({error}"_s, u"of ((not given)"_s, u"of ((not given)"_s);
    row("code", u"`f ({error})`"_s, u"`f (<error>)`"_s, u"`f`"_s);
}

void FillingTest::leavesOutBracketsWithNothingIn()
{
    QFETCH(const QString, text);
    QFETCH(const QString, markdownText);
    QFETCH(const QString, plain);
    QCOMPARE(markdown(text, {u"A"_s}), markdownText);
    const EventValues content{{{{}, u"A"_s}}, {}};
    const EventFacts facts{
        .content = content, .provider = u"Perflib"_s, .channel = {}, .computer = u"PC1"_s, .message = {}};
    QCOMPARE(filledPlain(text, articleWith({}), facts), plain);
}

void FillingTest::keepsCommandsSafe_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("filled");
    QTest::newRow("a service") << u"Spooler"_s << u"`sc query Spooler`"_s;
    QTest::newRow("a path") << u"C:\\Program Files\\x.dll"_s << u"`sc query C:\\Program Files\\x.dll`"_s;
    for (const auto &hostile : {u"a & del x"_s, u"a|b"_s, u"a;b"_s, u"$(b)"_s, u"%TEMP%"_s, u"a\nb"_s, u"a`b"_s,
             u"\"x"_s, u"-x"_s, u"/x"_s, QString()})
        QTest::addRow("%s", qPrintable(hostile)) << hostile << u"`sc query <service>`"_s;
    QTest::newRow("long") << QString(1000, u'a') << u"`sc query <service>`"_s;
}

void FillingTest::keepsCommandsSafe()
{
    QFETCH(const QString, value);
    QFETCH(const QString, filled);
    QCOMPARE(markdown(u"`sc query {service}`"_s, {value}), filled);
    QString block = filled;
    block.remove(u'`');
    QCOMPARE(markdown(u"```\nsc query {service}\n```"_s, {value}), u"```\n"_s + block + u"\n```"_s);
}

void FillingTest::cutsPlainValues()
{
    QCOMPARE(plainValue(u"abcdef"_s, 6), u"abcdef"_s);
    QCOMPARE(plainValue(u"abcdefg"_s, 6), u"abcdef…"_s);
    QCOMPARE(plainValue(u"abcde\U0001F600x"_s, 6), u"abcde…"_s); // never half a character
    QCOMPARE(plainValue(u"  a\tb  "_s, 10), u"a b"_s);
    QCOMPARE(plainValue(QString(500'000, QChar(0x200E)), 10), u"…"_s);
}

void FillingTest::fillsSummaries()
{
    Event event;
    event.computer = u"PC1"_s;
    event.content.values = {{{}, u"<b>\nSpooler"_s}, {{}, u"%%5"_s}};
    QCOMPARE(filledSummary(articleWith(u"{service}: {error} on {computer} {Other}"_s), event),
        u"<b> Spooler: 5 on PC1 {Other}"_s);
}

void FillingTest::namesTheValuesOfAnArticleByItself()
{
    const auto article = articleWith(u"{service} failed"_s);
    const EventFacts none{.content = {}, .provider = {}, .channel = {}, .computer = {}, .message = {}};
    QCOMPARE(filledPlain(article.summary, article, none), u"<service> failed"_s);
    QCOMPARE(filledMarkdown(u"x {service} y, `sc query {service}`"_s, article, none),
        u"x `<service>` y, `sc query <service>`"_s);
}

void FillingTest::refusesImpossibleServices()
{
    const auto article = articleWith({});
    const auto service = [&](const QString &name) {
        const EventValues content{{{{}, name}}, {}};
        return filledQuestion(serviceQuestion(u"{service}"_s), article,
            {.content = content, .provider = {}, .channel = {}, .computer = {}, .message = {}})
            .service;
    };
    QCOMPARE(service(u"MSSQL$INST"_s), u"MSSQL$INST"_s);
    QCOMPARE(service(u"..\\Control"_s), QString());
    QCOMPARE(service(u"a/b"_s), QString());
    QCOMPARE(service(u"a\nb"_s), QString());
    QCOMPARE(service(QString(257, u'a')), QString());
    QCOMPARE(service({}), QString());
    QVERIFY(!filledQuestion(serviceQuestion(u"{service}"_s), article, factsOf(Event())).isComplete());
}

QTEST_GUILESS_MAIN(FillingTest)
#include "tst_filling.moc"
