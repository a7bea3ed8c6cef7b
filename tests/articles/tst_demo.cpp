// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The shipped articles against the demo's logs, read by the program's own readers: what Windows NT 4 to 11 wrote finds
// its article in every layout, as a row and as a whole event, and the look-alikes find theirs.

#include "formats/openlog.h"
#include "knowledge/explanation.h"
#include "sources/filesource.h"

#include <QTest>

#include <map>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// Counts the best article of every row.
class Tally final : public RowSink {
public:
    Tally(const Matcher &matcher, const Names &names)
        : m_matcher(matcher)
        , m_names(names)
    {
    }

    void row(const EventRow &row, const EventContent &content) override
    {
        const auto matches = m_matcher.match(row, content, m_names, m_cache);
        if (matches.empty())
            return;
        ++counts[m_matcher.shelf().article(matches.front().article).id];
        found.emplace_back(row.place, matches.front());
    }

    std::map<QString, int> counts;
    std::vector<std::pair<std::uint64_t, Match>> found;

private:
    const Matcher &m_matcher;
    const Names &m_names;
    MatchCache m_cache;
};

using Counts = std::map<QString, int>;

} // namespace

class DemoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsTheArticles_data();
    void findsTheArticles();

private:
    Shelf m_shelf;
};

void DemoTest::initTestCase()
{
    auto shelf = Shelf::openPacked(qEnvironmentVariable("EVIDENT_BIN") + u"/articles.pack"_s, u"en"_s);
    QVERIFY(shelf);
    m_shelf = std::move(*shelf);
}

void DemoTest::findsTheArticles_data()
{
    QTest::addColumn<Counts>("counts");
    QTest::newRow("MAIL01-Application.evt") << Counts{{u"performance/perflib-1008-msexchangeimc"_s, 412},
        {u"performance/perflib-1008-msexchangeds"_s, 4}, {u"performance/perflib-1008-leftover"_s, 7}};
    QTest::newRow("PRINT03-Application.evt")
        << Counts{{u"performance/perflib-1008-msexchangeimc"_s, 18}, {u"performance/perflib-1008-msexchangeds"_s, 5},
               {u"performance/perflib-1008-leftover"_s, 64}, {u"performance/perflib-1008-service"_s, 9}};
    QTest::newRow("FILE02-Application.evtx")
        << Counts{{u"performance/perflib-1008-msexchangeimc"_s, 102}, {u"performance/perflib-1008-msexchangeds"_s, 11},
               {u"performance/perflib-1008-leftover"_s, 32}, {u"performance/perflib-1008-service"_s, 17}};
    QTest::newRow("CLIENT07-Application.evtx")
        << Counts{{u"performance/perflib-1008-msexchangeimc"_s, 40}, {u"performance/perflib-1008-msexchangeds"_s, 8},
               {u"performance/perflib-1008-leftover"_s, 21}, {u"performance/perflib-1008-service"_s, 26}};
}

void DemoTest::findsTheArticles()
{
    QFETCH(const Counts, counts);
    const auto source = FileSource::open(
        QStringLiteral(EVIDENT_BINARY_DIR "/demo/logs/") + QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(source);
    Names names;
    const auto log = openLog(*source, names);
    QVERIFY(log);
    const Matcher matcher(m_shelf);
    Tally tally(matcher, names);
    for (std::size_t part = 0; part < (*log)->partCount(); ++part)
        (*log)->readPart(part, tally);
    QCOMPARE(tally.counts, counts);
    for (const auto &[place, match] : tally.found) {
        const auto event = (*log)->event(place);
        QVERIFY(event);
        const auto explanation = explain(matcher, *event);
        QVERIFY(explanation);
        QCOMPARE(explanation->article, match.article); // the whole event finds what its row found
        QCOMPARE(explanation->score, match.score);
        QVERIFY(!explanation->summary.contains(u"(not given)"_s));
    }
}

QTEST_GUILESS_MAIN(DemoTest)
#include "tst_demo.moc"
