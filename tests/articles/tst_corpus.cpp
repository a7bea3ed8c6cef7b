// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The shipped articles against real logs: which share of their errors and warnings they explain. Counted over pairs of
// provider and id outside of Security and Sysmon, a pair with no more than ten records' weight, of which it gets the
// part that its explained records are of all. An article of more than five ids is no explanation and counts for nothing.

#include "formats/openlog.h"
#include "knowledge/matcher.h"
#include "sources/filesource.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

constexpr int MaxWeight = 10;
constexpr std::size_t MaxIds = 5;
constexpr double LeastShare = 85;

struct Pair {
    int records = 0;
    int explained = 0;
};
using Pairs = std::map<std::pair<QString, int>, Pair>;

std::size_t idCount(const Article &article)
{
    std::set<std::uint16_t> ids;
    for (const auto &rule : article.match)
        ids.insert(rule.ids.begin(), rule.ids.end());
    return ids.size();
}

class Tally final : public RowSink {
public:
    Tally(const Matcher &matcher, const Names &names, Pairs &pairs)
        : m_matcher(matcher)
        , m_names(names)
        , m_pairs(pairs)
    {
    }

    void row(const EventRow &row, const EventContent &content) override
    {
        const bool counts = row.level == Level::Critical || row.level == Level::Error || row.level == Level::Warning;
        const QString provider = m_names.text(row.provider);
        if (!counts || has(row.marks, RowMark::Recovered) || m_names.text(row.channel) == "Security"_L1
            || provider.endsWith("Sysmon"_L1))
            return;
        auto &pair = m_pairs[{canonicalProvider(provider), row.id}];
        ++pair.records;
        pair.explained += isExplained(m_matcher.match(row, content, m_names, m_cache)) ? 1 : 0;
    }

private:
    [[nodiscard]] bool isExplained(const Matches &matches) const
    {
        return std::ranges::any_of(
            matches, [&](const Match &match) { return idCount(m_matcher.shelf().article(match.article)) <= MaxIds; });
    }

    const Matcher &m_matcher;
    const Names &m_names;
    Pairs &m_pairs;
    MatchCache m_cache;
};

} // namespace

class CorpusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheShareExplained();
};

void CorpusTest::tellsTheShareExplained()
{
    const QString corpus = qEnvironmentVariable("EVIDENT_CORPUS", QStringLiteral(EVIDENT_SOURCE_DIR "/../shared"));
    if (!QDir(corpus).exists())
        QSKIP("THE CORPUS IS NOT THERE: set EVIDENT_CORPUS to the folder that holds logs/");
    const auto shelf = Shelf::openPacked(qEnvironmentVariable("EVIDENT_BIN") + u"/articles.pack"_s, u"en"_s);
    QVERIFY(shelf);
    const Matcher matcher(*shelf);
    Names names;
    Pairs pairs;
    int logs = 0;
    QDirIterator files(corpus + u"/logs"_s, {u"*.evtx"_s, u"*.evt"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto source = FileSource::open(files.next());
        QVERIFY(source);
        const auto log = openLog(*source, names);
        QVERIFY(log);
        Tally tally(matcher, names, pairs);
        for (std::size_t part = 0; part < (*log)->partCount(); ++part)
            (*log)->readPart(part, tally);
        ++logs;
    }
    QVERIFY(logs > 200);
    double weight = 0;
    double explained = 0;
    for (const auto &[key, pair] : pairs) {
        const double own = std::min(pair.records, MaxWeight);
        weight += own;
        explained += own * pair.explained / pair.records;
        if (pair.explained < pair.records)
            qInfo("not explained: %s %d, %d of %d", qUtf8Printable(key.first), key.second,
                pair.records - pair.explained, pair.records);
    }
    qInfo("%.1f of %.0f (%.1f %%) explained", explained, weight, 100 * explained / weight);
    QVERIFY(100 * explained / weight >= LeastShare);
}

QTEST_GUILESS_MAIN(CorpusTest)
#include "tst_corpus.moc"
