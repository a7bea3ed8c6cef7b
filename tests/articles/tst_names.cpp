// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The names of values that articles look at and that their examples hold. A name nobody writes makes an article that is
// never found, or a sentence with a hole, and no example made with the same wrong name tells. So every name stands in
// valuenames.tsv with its proof: "logs" (real records hold it, which is looked up again here), "manifest" (the
// provider's manifest on Windows) or "published" (a record printed by Microsoft or the provider's maker).

#include "formats/openlog.h"
#include "knowledge/articlefiles.h"
#include "knowledge/articleparser.h"
#include "knowledge/providers.h"
#include "sources/filesource.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

#include <map>
#include <set>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

using Pair = std::pair<QString, int>; ///< canonical provider and id
using NameSets = std::map<Pair, std::set<QString>>; ///< names in lower case

struct Table {
    NameSets proved;
    NameSets inLogs; ///< those of them that rest on real records
    QStringList faults;
};

void addRow(const QString &line, int number, Table &table)
{
    const QStringList cells = line.split(u'\t');
    if (cells.size() != 4 || (cells[3] != "logs"_L1 && cells[3] != "manifest"_L1 && cells[3] != "published"_L1)) {
        table.faults += u"line %1: provider, ids, names and logs, manifest or published are expected"_s.arg(number);
        return;
    }
    for (const auto &id : cells[1].split(u',')) {
        const Pair pair{canonicalProvider(cells[0]), id.toInt()};
        for (const auto &name : cells[2].split(u", "_s)) {
            table.proved[pair].insert(name.toLower());
            if (cells[3] == "logs"_L1)
                table.inLogs[pair].insert(name.toLower());
        }
    }
}

Table readTable()
{
    Table table;
    QFile file(QStringLiteral(EVIDENT_SOURCE_DIR "/tests/articles/valuenames.tsv"));
    if (!file.open(QIODevice::ReadOnly)) {
        table.faults += file.errorString();
        return table;
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (int i = 1; i < lines.size(); ++i) // the first names the columns
        addRow(lines[i], i + 1, table);
    return table;
}

bool has(const NameSets &sets, const Pair &pair, const QString &name)
{
    const auto found = sets.find(pair);
    return found != sets.end() && found->second.contains(name.toLower());
}

std::set<Pair> pairsOf(const Article &article)
{
    std::set<Pair> pairs;
    for (const auto &rule : article.match) {
        for (const auto &provider : rule.providers) {
            for (const auto id : rule.ids)
                pairs.insert({canonicalProvider(provider), id});
        }
    }
    return pairs;
}

std::set<QString> namesOf(const Article &article)
{
    std::set<QString> names;
    const auto add = [&](const std::vector<ValuePlace> &places) {
        for (const auto &place : places) {
            if (place.kind == ValuePlace::Kind::Named)
                names.insert(place.name);
        }
    };
    for (const auto &value : article.values)
        add(value.places);
    for (const auto *rules : {&article.match, &article.notMatch}) {
        for (const auto &rule : *rules) {
            for (const auto &condition : rule.all)
                add(condition.places);
        }
    }
    return names;
}

/// Which names real records of some pairs hold.
class Sighting final : public RowSink {
public:
    Sighting(const Names &names, const NameSets &wanted, NameSets &seen)
        : m_names(names)
        , m_wanted(wanted)
        , m_seen(seen)
    {
    }

    void row(const EventRow &row, const EventContent &content) override
    {
        for (const auto provider : {row.provider, row.sourceName}) {
            const Pair pair{canonicalProvider(m_names.text(provider)), row.id};
            if (!m_wanted.contains(pair))
                continue;
            for (const auto &value : content.values().values)
                m_seen[pair].insert(value.name.toLower());
        }
    }

private:
    const Names &m_names;
    const NameSets &m_wanted;
    NameSets &m_seen;
};

} // namespace

class NamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyNameIsProved();
    void everyRowIsNeeded();
    void realRecordsHoldThem();

private:
    void look(const ParsedArticle &parsed);

    Table m_table;
    NameSets m_used;
    QStringList m_unproved;
    int m_articles = 0;
};

void NamesTest::initTestCase()
{
    m_table = readTable();
    QVERIFY2(m_table.faults.isEmpty(), qPrintable(m_table.faults.join(u'\n')));
    for (const auto &file : articleFiles(QStringLiteral(EVIDENT_SOURCE_DIR "/resources/articles"))) {
        FaultList faults(file.path);
        const auto bytes = readArticleFile(file.path, faults);
        const auto parsed = bytes ? parseArticle(file.id, *bytes, faults) : std::nullopt;
        QVERIFY2(parsed, qPrintable(file.path));
        look(*parsed);
        ++m_articles;
    }
}

/// A name in a condition or a text is right for one of the article's events, one in an example for that event.
void NamesTest::look(const ParsedArticle &parsed)
{
    const auto pairs = pairsOf(parsed.article);
    for (const auto &name : namesOf(parsed.article)) {
        bool isProved = false;
        for (const auto &pair : pairs) {
            isProved = isProved || has(m_table.proved, pair, name);
            m_used[pair].insert(name.toLower());
        }
        if (!isProved)
            m_unproved += u"%1: value %2"_s.arg(parsed.article.id, name);
    }
    for (const auto &example : parsed.examples) {
        const Pair pair{canonicalProvider(example.event.provider), example.event.id};
        for (const auto &value : example.event.content.values) {
            if (value.name.isEmpty())
                continue;
            m_used[pair].insert(value.name.toLower());
            if (!has(m_table.proved, pair, value.name))
                m_unproved += u"%1:%2: %3 %4 with the value %5"_s.arg(parsed.article.id, QString::number(example.line),
                    pair.first, QString::number(pair.second), value.name);
        }
    }
}

void NamesTest::everyNameIsProved()
{
    QVERIFY(m_articles >= 363);
    QVERIFY2(m_unproved.isEmpty(), qPrintable(m_unproved.join(u'\n')));
}

void NamesTest::everyRowIsNeeded()
{
    QStringList idle;
    for (const auto &[pair, names] : m_table.proved) {
        for (const auto &name : names) {
            if (!has(m_used, pair, name))
                idle += u"%1 %2: %3"_s.arg(pair.first).arg(pair.second).arg(name);
        }
    }
    QVERIFY2(idle.isEmpty(), qPrintable(idle.join(u'\n')));
}

void NamesTest::realRecordsHoldThem()
{
    const QString corpus = qEnvironmentVariable("EVIDENT_CORPUS", QStringLiteral(EVIDENT_SOURCE_DIR "/../shared"));
    if (!QDir(corpus).exists())
        QSKIP("THE CORPUS IS NOT THERE: set EVIDENT_CORPUS to the folder that holds logs/");
    Names names;
    NameSets seen;
    Sighting sighting(names, m_table.inLogs, seen);
    QDirIterator files(corpus + u"/logs"_s, {u"*.evtx"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto source = FileSource::open(files.next());
        QVERIFY(source);
        const auto log = openLog(*source, names);
        QVERIFY(log);
        for (std::size_t part = 0; part < (*log)->partCount(); ++part)
            (*log)->readPart(part, sighting);
    }
    QStringList missing;
    std::size_t count = 0;
    for (const auto &[pair, wanted] : m_table.inLogs) {
        count += wanted.size();
        for (const auto &name : wanted) {
            if (!has(seen, pair, name))
                missing += u"%1 %2: %3"_s.arg(pair.first).arg(pair.second).arg(name);
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    qInfo("%zu names of %zu kinds of events seen in real records", count, m_table.inLogs.size());
}

QTEST_GUILESS_MAIN(NamesTest)
#include "tst_names.moc"
