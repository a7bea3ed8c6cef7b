// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long loading more than 200 articles takes, and what a row costs that no article speaks of. Both are shown right
// before they are timed; the times are the best of many, for what else runs on the machine only ever adds to them.

#include "knowledge/articlelint.h"
#include "knowledge/matcher.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t MinArticles = 200;
constexpr double MaxLoadMilliseconds = 5;
constexpr double MaxRowNanoseconds = 100;

class NoContent final : public EventContent {
public:
    [[nodiscard]] EventValues values() const override { return {}; }
};

/// The best time of @p runs, in nanoseconds.
template<typename Work>
qint64 best(int runs, Work work)
{
    qint64 fastest = std::numeric_limits<qint64>::max();
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        fastest = std::min(fastest, timer.nsecsElapsed());
    }
    return fastest;
}

} // namespace

class ArticlesBench : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void loads();
    void passesRowsOver();

private:
    QTemporaryDir m_folder;
    QString m_pack;
    std::size_t m_count = 0;
};

void ArticlesBench::initTestCase()
{
    const QString root = QStringLiteral(EVIDENT_SOURCE_DIR);
    auto linted = lintArticles({root + u"/resources/articles"_s}, root + u"/translations/articles"_s);
    QVERIFY(linted.faults.empty());
    std::vector<PackedArticle> many;
    for (int copy = 0; many.size() <= MinArticles; ++copy) {
        for (auto article : linted.articles) {
            article.article.id += u'-' + QString::number(copy);
            many.push_back(std::move(article));
        }
    }
    m_count = many.size();
    m_pack = m_folder.filePath(u"articles.pack"_s);
    QFile file(m_pack);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(packArticles(many)) > 0);
}

void ArticlesBench::loads()
{
    const auto shelf = Shelf::openPacked(m_pack, u"de"_s);
    QVERIFY(shelf);
    QCOMPARE(shelf->size(), m_count);
    const double milliseconds = static_cast<double>(best(30, [&] { (void)Shelf::openPacked(m_pack, u"de"_s); })) / 1e6;
    const double compiling = static_cast<double>(best(30, [&] { const Matcher matcher(*shelf); })) / 1e6;
    qInfo("%zu articles in %lld KB: loaded in %.2f ms, compiled in %.2f ms", m_count, QFileInfo(m_pack).size() / 1024,
        milliseconds, compiling);
    QVERIFY(milliseconds <= MaxLoadMilliseconds);
}

void ArticlesBench::passesRowsOver()
{
    const auto shelf = Shelf::openPacked(m_pack, u"en"_s);
    QVERIFY(shelf);
    const Matcher matcher(*shelf);
    Names names;
    MatchCache cache;
    const NoContent content;
    EventRow row;
    row.provider = names.intern(u"Service Control Manager");
    row.id = 7036;
    QVERIFY(matcher.match(row, content, names, cache).empty());
    constexpr int Rows = 200'000;
    std::size_t found = 0;
    const qint64 time = best(10, [&] {
        for (int i = 0; i < Rows; ++i)
            found += matcher.match(row, content, names, cache).size();
    });
    QCOMPARE(found, 0U);
    qInfo("a row that no article speaks of: %.1f ns", static_cast<double>(time) / Rows);
    QVERIFY(static_cast<double>(time) / Rows <= MaxRowNanoseconds);
}

QTEST_GUILESS_MAIN(ArticlesBench)
#include "tst_articles.moc"
