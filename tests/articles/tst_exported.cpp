// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The shipped articles against exports: the origin case is found and explained where only Windows' text is left of it,
// as much as where the export still holds the values.

#include "formats/openlog.h"
#include "knowledge/explanation.h"
#include "sources/filesource.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

const QString Imc = u"performance/perflib-1008-msexchangeimc"_s;

/// Keeps the places of the rows whose best article is the origin case's.
class Finder final : public RowSink {
public:
    Finder(const Matcher &matcher, const Names &names)
        : m_matcher(matcher)
        , m_names(names)
    {
    }
    void row(const EventRow &row, const EventContent &content) override
    {
        const auto matches = m_matcher.match(row, content, m_names, m_cache);
        if (!matches.empty() && m_matcher.shelf().article(matches.front().article).id == Imc)
            places.push_back(row.place);
    }
    std::vector<std::uint64_t> places;

private:
    const Matcher &m_matcher;
    const Names &m_names;
    MatchCache m_cache;
};

} // namespace

class ExportedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsTheOriginCase_data();
    void findsTheOriginCase();

private:
    Shelf m_shelf;
};

void ExportedTest::initTestCase()
{
    auto shelf = Shelf::openPacked(qEnvironmentVariable("EVIDENT_BIN") + u"/articles.pack"_s, u"en"_s);
    QVERIFY(shelf);
    m_shelf = std::move(*shelf);
}

void ExportedTest::findsTheOriginCase_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("viewer-english.csv") << 1;
    QTest::newRow("viewer.xml") << 0;
    QTest::newRow("wevtutil-rootless.xml") << 1;
    QTest::newRow("wevtutil-root.xml") << 1;
    QTest::newRow("wevtutil-2012.txt") << 1;
    QTest::newRow("copied-mail.txt") << 1;
    QTest::newRow("get-winevent.csv") << 1;
    QTest::newRow("get-eventlog.csv") << 1;
    QTest::newRow("evtx-dump.jsonl") << 1;
    QTest::newRow("evtx-dump.xml") << 2;
    QTest::newRow("evtxecmd.csv") << 1;
    QTest::newRow("logparser.csv") << 1;
    QTest::newRow("nt4.csv") << 1;
    QTest::newRow("export-list.csv") << 0; // without a description nobody knows which service it was
}

void ExportedTest::findsTheOriginCase()
{
    QFETCH(const int, rows);
    const auto source = FileSource::open(
        QStringLiteral(EVIDENT_SOURCE_DIR "/tests/golden/exports/") + QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(source);
    Names names;
    const auto log = openLog(*source, names);
    QVERIFY(log);
    const Matcher matcher(m_shelf);
    Finder finder(matcher, names);
    for (std::size_t part = 0; part < (*log)->partCount(); ++part)
        (*log)->readPart(part, finder);
    QCOMPARE(static_cast<int>(finder.places.size()), rows);
    for (const std::uint64_t place : finder.places) {
        const auto event = (*log)->event(place);
        QVERIFY(event);
        const auto explanation = explain(matcher, *event);
        QVERIFY(explanation);
        QCOMPARE(m_shelf.article(explanation->article).id, Imc);
        QVERIFY(explanation->summary.contains(u"MSExchangeIMC"_s));
        QVERIFY(explanation->summary.contains(u"gwperf.dll"_s));
    }
}

QTEST_GUILESS_MAIN(ExportedTest)
#include "tst_exported.moc"
