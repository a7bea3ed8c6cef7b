// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The articles that are shipped: every rule kept, every example found by its own article first, every article in every
// language, and the origin case in all four layouts in which Windows has written it.

#include "knowledge/articlefiles.h"
#include "knowledge/articlelint.h"
#include "knowledge/articleparser.h"
#include "knowledge/articletext.h"
#include "knowledge/explanation.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

const QString Imc = u"performance/perflib-1008-msexchangeimc"_s;
const QString Ds = u"performance/perflib-1008-msexchangeds"_s;
const QString Leftover = u"performance/perflib-1008-leftover"_s;
const QString General = u"performance/perflib-1008-service"_s;

enum class Layout { Nt4, Windows2003, Vista, Today, ExportedText };

QByteArray dword(quint32 value)
{
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

Event perflib1008(Layout layout, const QString &service, const QString &dll, quint32 error)
{
    Event event;
    event.id = 1008;
    event.level = Level::Error;
    event.computer = u"MAIL01"_s;
    event.provider = layout == Layout::Vista || layout == Layout::Today ? u"Microsoft-Windows-Perflib"_s : u"Perflib"_s;
    if (layout == Layout::Nt4 || layout == Layout::Windows2003)
        event.content = {{{{}, service}, {{}, dll}}, dword(error)};
    if (layout == Layout::Windows2003)
        event.content.data += dword(0);
    if (layout == Layout::Vista) {
        event.sourceName = u"Perflib"_s;
        event.content = {{{u"param1"_s, service}, {u"param2"_s, dll}}, dword(error)};
    }
    if (layout == Layout::Today)
        event.content = {{{u"Service"_s, service}, {u"Library"_s, dll}, {u"Win32Error"_s, QString::number(error)}}, {}};
    if (layout == Layout::ExportedText)
        event.renderedMessage =
            u"The Open Procedure for service \"%1\" in DLL \"%2\" failed. Performance data for this service "
            "will not be available."_s.arg(service, dll);
    return event;
}

QStringList idsFor(const Matcher &matcher, const Event &event)
{
    QStringList ids;
    for (const auto &match : matcher.match(event))
        ids += matcher.shelf().article(match.article).id;
    return ids;
}

} // namespace

class ShippedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepEveryRule();
    void areAllTranslated();
    void leaveEachOthersExamplesAlone();
    void comeBackFromThePack();
    void originCase_data();
    void originCase();
    void originCaseExplained();

private:
    LintedArticles m_linted;
    Shelf m_english;
};

void ShippedTest::initTestCase()
{
    const QString root = QStringLiteral(EVIDENT_SOURCE_DIR);
    m_linted = lintArticles({root + u"/resources/articles"_s}, root + u"/translations/articles"_s);
    auto shelf = Shelf::openPacked(qEnvironmentVariable("EVIDENT_BIN") + u"/articles.pack"_s, u"en"_s);
    QVERIFY(shelf);
    m_english = std::move(*shelf);
}

void ShippedTest::keepEveryRule()
{
    for (const auto &fault : m_linted.faults)
        qWarning("%s", qUtf8Printable(faultLine(fault)));
    QVERIFY(m_linted.faults.empty());
    QVERIFY(m_linted.count >= 32);
    QCOMPARE(m_linted.articles.size(), m_linted.count);
}

void ShippedTest::areAllTranslated()
{
    QStringList missing;
    for (const auto &[article, translations] : m_linted.articles) {
        for (const auto &language : articleLanguages()) {
            if (!translations.contains(language))
                missing += language + u'/' + article.id;
        }
    }
    QCOMPARE(missing, QStringList());
}

// Lint sees to it that an article comes first for its own example; of the shipped ones no other may speak of it at all.
void ShippedTest::leaveEachOthersExamplesAlone()
{
    const Matcher matcher(m_english);
    QStringList shared;
    for (const auto &file : articleFiles(QStringLiteral(EVIDENT_SOURCE_DIR "/resources/articles"))) {
        FaultList faults(file.path);
        const auto bytes = readArticleFile(file.path, faults);
        QVERIFY(bytes);
        const auto parsed = parseArticle(file.id, *bytes, faults);
        QVERIFY(parsed);
        for (const auto &example : parsed->examples) {
            const auto ids = idsFor(matcher, example.event);
            if (example.expected == Expected::Match && ids != QStringList{file.id})
                shared += u"%1:%2 is an example of %3"_s.arg(file.id).arg(example.line).arg(ids.join(u", "));
        }
    }
    QCOMPARE(shared, QStringList());
}

void ShippedTest::comeBackFromThePack()
{
    const auto german = Shelf::openPacked(qEnvironmentVariable("EVIDENT_BIN") + u"/articles.pack"_s, u"de_AT"_s);
    QVERIFY(german);
    QCOMPARE(m_english.size(), m_linted.count);
    QCOMPARE(german->size(), m_linted.count);
    for (const auto &[article, translations] : m_linted.articles) {
        const auto *english = m_english.find(article.id);
        QVERIFY(english);
        QCOMPARE(english->title, article.title);
        QCOMPARE(english->sections, article.sections);
        QCOMPARE(english->sources.size(), article.sources.size());
        const auto *translated = german->find(article.id);
        QVERIFY(translated);
        QCOMPARE(translated->title, translations.value(u"de"_s).title);
        QCOMPARE(translated->sections, translations.value(u"de"_s).sections);
        QCOMPARE(translated->checks.size(), article.checks.size());
    }
}

void ShippedTest::originCase_data()
{
    QTest::addColumn<Layout>("layout");
    QTest::addColumn<QString>("service");
    QTest::addColumn<quint32>("error");
    QTest::addColumn<QStringList>("expected");
    const std::pair<const char *, Layout> layouts[] = {
        {"NT 4", Layout::Nt4}, {"2003", Layout::Windows2003}, {"Vista", Layout::Vista}, {"today", Layout::Today}};
    for (const auto &[name, layout] : layouts) {
        const auto row = [name = name, layout = layout](const char *service, quint32 error, const QString &article) {
            QTest::addRow("%s %s %u", name, service, error)
                << layout << QString::fromLatin1(service) << error << QStringList{article};
        };
        row("MSExchangeIMC", 126, Imc);
        row("MSExchangeIMC", 2, Imc);
        row("MSExchangeIMC", 0, Imc);
        row("msexchangeimc", 126, Imc);
        row("MSExchangeDS", 126, Ds);
        row("MSExchangeDS", 2, Ds);
        row("PSched", 2, Leftover);
        row("PSched", 126, General);
        row("MSExchangeIMCX", 126, General);
        row("XMSExchangeIMC", 126, General);
        row("MSExchangeIMC ", 126, General);
        row("MSExchangeIS", 126, General);
        row("W3Proxy", 21, General);
        row("Spooler", 2, Leftover);
    }
    QTest::addRow("exported text") << Layout::ExportedText << u"MSExchangeIMC"_s << 0U << QStringList{Imc};
    QTest::addRow("exported text, another") << Layout::ExportedText << u"MSExchangeDS"_s << 0U << QStringList{Ds};
    QTest::addRow("exported text, a look-alike")
        << Layout::ExportedText << u"MSExchangeIMCX"_s << 0U << QStringList{General};
}

void ShippedTest::originCase()
{
    QFETCH(const Layout, layout);
    QFETCH(const QString, service);
    QFETCH(const quint32, error);
    QFETCH(const QStringList, expected);
    const Matcher matcher(m_english);
    QCOMPARE(idsFor(matcher, perflib1008(layout, service, u"C:\\exchsrvr\\bin\\gwperf.dll"_s, error)), expected);
}

void ShippedTest::originCaseExplained()
{
    const Matcher matcher(m_english);
    const auto event = perflib1008(Layout::Nt4, u"MSExchangeIMC"_s, u"C:\\exchsrvr\\bin\\gwperf.dll"_s, 126);
    const auto explanation = explain(matcher, event);
    QVERIFY(explanation);
    QCOMPARE(explanation->articleId, Imc);
    QCOMPARE(explanation->verdict, Verdict::Depends);
    QCOMPARE(explanation->why, QStringList({u"provider is Perflib"_s, u"string 1 is MSExchangeIMC"_s}));
    QVERIFY(explanation->summary.contains(u"C:\\exchsrvr\\bin\\gwperf.dll"_s));
    QVERIFY(explanation->sections[1].contains(u"`126`"_s));
    QCOMPARE(explanation->checks.size(), 1U);
    QCOMPARE(explanation->checks[0].question.service, u"MSExchangeIMC"_s);
    QCOMPARE(explanation->checks[0].no.conclusion, ConclusionKind::ConfirmedHarmless);
    QCOMPARE(explanation->checks[0].yes.conclusion, ConclusionKind::DoesNotApply);
}

QTEST_GUILESS_MAIN(ShippedTest)
#include "tst_shipped.moc"
