// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The forged demo through the readers and the shipped articles: every record is there, only what was broken on purpose
// is damage, and the four layouts of Perflib 1008 are each explained by their own article.

#include "formats/openlog.h"
#include "knowledge/matcher.h"
#include "sources/filesource.h"

#include <QFile>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

const QString Demo = QStringLiteral(EVIDENT_BINARY_DIR "/demo");
const QString Imc = u"performance/perflib-1008-msexchangeimc"_s;
const QString Ds = u"performance/perflib-1008-msexchangeds"_s;
const QString Leftover = u"performance/perflib-1008-leftover"_s;
const QString General = u"performance/perflib-1008-service"_s;

using Counts = QMap<QString, int>;

/// Counts rows by the article that explains them best.
class ArticleCounter final : public RowSink {
public:
    ArticleCounter(const Matcher &matcher, const Names &names)
        : m_matcher(matcher)
        , m_names(names)
    {
    }
    void row(const EventRow &row, const EventContent &content) override
    {
        ++rows;
        inDamage += has(row.marks, RowMark::InDamage) ? 1 : 0;
        const Matches matches = m_matcher.match(row, content, m_names, m_cache);
        if (!matches.empty())
            ++articles[m_matcher.shelf().article(matches.front().article).id];
    }

    int rows = 0;
    int inDamage = 0;
    Counts articles;

private:
    const Matcher &m_matcher;
    const Names &m_names;
    MatchCache m_cache;
};

struct Read {
    std::shared_ptr<const LogReader> log;
    Counts articles;
    int rows = 0;
    int inDamage = 0;
    std::uint64_t records = 0;
    Damages damages;
};

} // namespace

class DemoTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyRecordIsThere();
    void onlyWhatWasBrokenIsDamage();
    void everyLayoutHasItsArticle_data();
    void everyLayoutHasItsArticle();
    void everydayProblemsHaveArticles();

private:
    [[nodiscard]] Read read(const QString &log) const;
    Shelf m_shelf;
};

Read DemoTest::read(const QString &log) const
{
    Names names;
    const Matcher matcher(m_shelf);
    ArticleCounter counter(matcher, names);
    Read read;
    read.log = openLog(*FileSource::open(Demo + u"/logs/"_s + log), names).value();
    read.damages = read.log->headDamages();
    for (std::size_t part = 0; part < read.log->partCount(); ++part) {
        const PartReport report = read.log->readPart(part, counter);
        read.records += report.records;
        read.damages.insert(read.damages.end(), report.damages.begin(), report.damages.end());
    }
    read.articles = counter.articles;
    read.rows = counter.rows;
    read.inDamage = counter.inDamage;
    return read;
}

void DemoTest::initTestCase()
{
    QVERIFY(m_shelf.addFolder(QStringLiteral(EVIDENT_SOURCE_DIR "/resources/articles")).empty());
}

void DemoTest::everyRecordIsThere()
{
    QFile counts(Demo + u"/counts.tsv"_s);
    QVERIFY(counts.open(QIODevice::ReadOnly));
    int logs = 0;
    while (!counts.atEnd()) {
        const QList<QByteArray> columns = counts.readLine().trimmed().split('\t');
        const Read log = read(QString::fromLatin1(columns.at(0)));
        QCOMPARE(log.records, columns.at(1).toULongLong());
        QVERIFY(log.rows >= static_cast<int>(log.records));
        ++logs;
    }
    QCOMPARE(logs, 6);
}

void DemoTest::onlyWhatWasBrokenIsDamage()
{
    for (const QString &log : {u"MAIL01-Application.evt"_s, u"PRINT03-Application.evt"_s, u"FILE02-Application.evtx"_s,
             u"CLIENT07-Application.evtx"_s}) {
        const Read whole = read(log);
        QVERIFY2(whole.damages.empty(), qPrintable(log));
        QVERIFY(!whole.log->isDirty());
    }
    const Read inUse = read(u"MAIL01-System.evt"_s);
    QVERIFY(inUse.log->isDirty());
    QVERIFY(inUse.damages.empty());

    const Read wrong = read(u"CLIENT07-System.evtx"_s);
    QCOMPARE(wrong.damages.size(), 1U);
    QCOMPARE(errorCodeName(wrong.damages.front().code), "BadChecksum"_L1);
    QVERIFY(wrong.damages.front().offset >= 4096 + 65536 && wrong.damages.front().offset < 4096 + 2 * 65536);
    QVERIFY(wrong.inDamage > 50 && wrong.inDamage < static_cast<int>(wrong.records));
}

void DemoTest::everyLayoutHasItsArticle_data()
{
    QTest::addColumn<QString>("log");
    QTest::addColumn<Counts>("articles");
    QTest::newRow("NT 4") << u"MAIL01-Application.evt"_s << Counts{{Imc, 412}, {Ds, 4}, {Leftover, 7}};
    QTest::newRow("2000") << u"PRINT03-Application.evt"_s << Counts{{Imc, 18}, {Ds, 5}, {Leftover, 64}, {General, 9}};
    QTest::newRow("2008 R2") << u"FILE02-Application.evtx"_s
                             << Counts{{Imc, 102}, {Ds, 11}, {Leftover, 32}, {General, 17}};
    QTest::newRow("11") << u"CLIENT07-Application.evtx"_s << Counts{{Imc, 40}, {Ds, 8}, {Leftover, 21}, {General, 26}};
}

void DemoTest::everyLayoutHasItsArticle()
{
    QFETCH(const QString, log);
    QFETCH(const Counts, articles);
    Counts found = read(log).articles;
    found.removeIf([](const auto &entry) { return !entry.key().startsWith(u"performance/perflib-1008"); });
    QCOMPARE(found, articles);
}

void DemoTest::everydayProblemsHaveArticles()
{
    const Read log = read(u"CLIENT07-System.evtx"_s);
    QVERIFY(log.articles.size() >= 10);
}

QTEST_GUILESS_MAIN(DemoTest)
#include "tst_demo.moc"
