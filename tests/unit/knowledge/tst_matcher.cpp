// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which articles an event finds, in which order, and what is said about why; by whole events and by rows.

#include "knowledge/matcher.h"
#include "knowledge/rulereader.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

Condition where(const QString &place, const QStringList &values, Condition::Test test = Condition::Test::Is)
{
    return {.places = {*placeFrom(place)}, .test = test, .values = values, .pattern = {}};
}

std::shared_ptr<Article> article(
    const QString &id, const QStringList &providers, std::vector<std::uint16_t> ids, std::vector<Condition> all = {})
{
    auto made = std::make_shared<Article>();
    made->id = id;
    made->match = {{providers, std::move(ids), std::move(all)}};
    return made;
}

Event eventOf(const QString &provider, std::uint16_t id, const QStringList &strings = {})
{
    Event made;
    made.provider = provider;
    made.id = id;
    for (const auto &string : strings)
        made.content.values.push_back({{}, string});
    return made;
}

/// Counts how often a row's values were asked for.
class CountedContent final : public EventContent {
public:
    explicit CountedContent(EventValues values)
        : m_values(std::move(values))
    {
    }
    [[nodiscard]] EventValues values() const override
    {
        ++asked;
        return m_values;
    }
    mutable int asked = 0;

private:
    EventValues m_values;
};

} // namespace

class MatcherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ranksBySpecificity();
    void knowsProvidersByAnyName_data();
    void knowsProvidersByAnyName();
    void leavesOutWhatIsExcluded();
    void matchesRows();
    void saysWhy();
    void takesTheLaterOfTwoWithOneId();

private:
    [[nodiscard]] QStringList found(const Event &event) const;
    Shelf m_shelf;
};

void MatcherTest::init()
{
    m_shelf = Shelf();
    m_shelf.add(article(u"general"_s, {u"Perflib"_s}, {1008}));
    m_shelf.add(article(u"exact"_s, {u"Perflib"_s}, {1008}, {where(u"string 1"_s, {u"MSExchangeIMC"_s})}));
    m_shelf.add(
        article(u"list"_s, {u"Perflib"_s}, {1008}, {where(u"string 1"_s, {u"MSExchangeIMC"_s, u"MSExchangeDS"_s})}));
    m_shelf.add(article(u"both"_s, {u"Perflib"_s}, {1008},
        {where(u"string 1"_s, {u"MSExchangeIMC"_s}),
            where(u"string 2"_s, {u"gwperf.dll"_s}, Condition::Test::EndsWith)}));
    m_shelf.add(article(u"dcom"_s, {u"Microsoft-Windows-DistributedCOM"_s}, {10016}));
    auto scm = article(u"scm"_s, {u"Service Control Manager"_s}, {7000, 7009});
    scm->notMatch = {{{}, {7009}, {where(u"string 2"_s, {u"PSEXESVC"_s})}}};
    m_shelf.add(scm);
}

QStringList MatcherTest::found(const Event &event) const
{
    const Matcher matcher(m_shelf);
    QStringList ids;
    for (const auto &match : matcher.match(event))
        ids += m_shelf.article(match.article).id;
    return ids;
}

void MatcherTest::ranksBySpecificity()
{
    QCOMPARE(found(eventOf(u"Perflib"_s, 1008, {u"MSExchangeIMC"_s, u"C:\\gwperf.dll"_s})),
        QStringList({u"both"_s, u"exact"_s, u"list"_s, u"general"_s}));
    QCOMPARE(found(eventOf(u"Perflib"_s, 1008, {u"msexchangeds"_s})), QStringList({u"list"_s, u"general"_s}));
    QCOMPARE(found(eventOf(u"Perflib"_s, 1008, {u"MSExchangeIMCX"_s})), QStringList{u"general"_s});
    QCOMPARE(found(eventOf(u"Perflib"_s, 1009, {u"MSExchangeIMC"_s})), QStringList());
    const Matcher matcher(m_shelf);
    const auto matches = matcher.match(eventOf(u"Perflib"_s, 1008, {u"MSExchangeIMC"_s}));
    QCOMPARE(matches.front().score, 0.75);
    QCOMPARE(matches.back().score, 0.5);
}

void MatcherTest::knowsProvidersByAnyName_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("sourceName");
    QTest::addColumn<std::uint16_t>("id");
    QTest::addColumn<bool>("known");
    QTest::newRow("classic") << u"Perflib"_s << QString() << std::uint16_t(1008) << true;
    QTest::newRow("case") << u"PERFLIB"_s << QString() << std::uint16_t(1008) << true;
    QTest::newRow("of today") << u"Microsoft-Windows-Perflib"_s << QString() << std::uint16_t(1008) << true;
    QTest::newRow("by its second name") << u"Something-Else"_s << u"Perflib"_s << std::uint16_t(1008) << true;
    QTest::newRow("DCOM") << u"DCOM"_s << QString() << std::uint16_t(10016) << true;
    QTest::newRow("DCOM, both names") << u"Microsoft-Windows-DistributedCOM"_s << u"DCOM"_s << std::uint16_t(10016)
                                      << true;
    QTest::newRow("a longer name") << u"PerflibX"_s << QString() << std::uint16_t(1008) << false;
    QTest::newRow("the prefix alone") << u"Microsoft-Windows-"_s << QString() << std::uint16_t(1008) << false;
    QTest::newRow("no name") << QString() << QString() << std::uint16_t(1008) << false;
}

void MatcherTest::knowsProvidersByAnyName()
{
    QFETCH(const QString, provider);
    QFETCH(const QString, sourceName);
    QFETCH(const std::uint16_t, id);
    QFETCH(const bool, known);
    auto one = eventOf(provider, id);
    one.sourceName = sourceName;
    QCOMPARE(found(one).size(), known ? 1 : 0);
}

void MatcherTest::leavesOutWhatIsExcluded()
{
    QCOMPARE(found(eventOf(u"Service Control Manager"_s, 7009, {u"30000"_s, u"Dfs"_s})), QStringList{u"scm"_s});
    QCOMPARE(found(eventOf(u"Service Control Manager"_s, 7009, {u"30000"_s, u"psexesvc"_s})), QStringList());
    QCOMPARE(found(eventOf(u"Service Control Manager"_s, 7000, {u"30000"_s, u"PSEXESVC"_s})),
        QStringList{u"scm"_s}); // excluded by another id
}

void MatcherTest::matchesRows()
{
    const Matcher matcher(m_shelf);
    Names names;
    MatchCache cache;
    EventRow row;
    row.provider = names.intern(u"Microsoft-Windows-Perflib");
    row.id = 1008;
    const CountedContent content({{{u"Service"_s, u"MSExchangeIMC"_s}}, {}});
    QCOMPARE(matcher.match(row, content, names, cache).size(), 3U);
    QCOMPARE(content.asked, 1);
    row.id = 1;
    QVERIFY(matcher.match(row, content, names, cache).empty());
    row.id = 1008;
    row.provider = names.intern(u"Another"); // met after the cache was sized
    QVERIFY(matcher.match(row, content, names, cache).empty());
    QCOMPARE(content.asked, 1);
    row.sourceName = names.intern(u"Perflib");
    QCOMPARE(matcher.match(row, content, names, cache).size(), 3U);
    row.provider = NameId::None;
    row.sourceName = NameId::None;
    QVERIFY(matcher.match(row, content, names, cache).empty());
}

void MatcherTest::saysWhy()
{
    const Matcher matcher(m_shelf);
    auto one = eventOf(u"Perflib"_s, 1008, {u"MSExchangeIMC"_s, u"C:\\gwperf.dll"_s});
    const auto best = matcher.match(one).front().article;
    QCOMPARE(matcher.why(best, one),
        QStringList({u"provider is Perflib"_s, u"string 1 is MSExchangeIMC"_s, u"string 2 ends with gwperf.dll"_s}));
    QCOMPARE(matcher.why(best, eventOf(u"Perflib"_s, 1008, {u"BITS"_s})), QStringList());
    one.provider = u"Another"_s;
    one.sourceName = u"PerfLib"_s;
    one.content.values[0].text = u"msexchangeimc"_s;
    QCOMPARE(matcher.why(best, one).first(2), QStringList({u"provider is PerfLib"_s, u"string 1 is msexchangeimc"_s}));
}

void MatcherTest::takesTheLaterOfTwoWithOneId()
{
    QCOMPARE(m_shelf.size(), 6U);
    m_shelf.add(article(u"general"_s, {u"Other"_s}, {1}));
    QCOMPARE(m_shelf.size(), 6U);
    QCOMPARE(found(eventOf(u"Other"_s, 1)), QStringList{u"general"_s});
    QCOMPARE(found(eventOf(u"Perflib"_s, 1008)), QStringList());
}

QTEST_GUILESS_MAIN(MatcherTest)
#include "tst_matcher.moc"
