// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The shipped articles against the demo's logs, read by the program's own readers: an event looked at finds the article
// that its row was marked with, and the article's texts find every value they want in what Windows NT 4 to 11 wrote.

#include "formats/openlog.h"
#include "knowledge/explanation.h"
#include "sources/filesource.h"

#include <QDir>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// Keeps the best match of every row that has one.
class Marked final : public RowSink {
public:
    Marked(const Matcher &matcher, const Names &names)
        : m_matcher(matcher)
        , m_names(names)
    {
    }

    void row(const EventRow &row, const EventContent &content) override
    {
        if (const auto matches = m_matcher.match(row, content, m_names, m_cache); !matches.empty())
            rows.emplace_back(row.place, matches.front());
    }

    std::vector<std::pair<std::uint64_t, Match>> rows;

private:
    const Matcher &m_matcher;
    const Names &m_names;
    MatchCache m_cache;
};

} // namespace

class DemoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void explainsWhatWasMarked_data();
    void explainsWhatWasMarked();

private:
    Shelf m_shelf;
};

void DemoTest::initTestCase()
{
    auto shelf = Shelf::openPacked(qEnvironmentVariable("EVIDENT_BIN") + u"/articles.pack"_s, u"en"_s);
    QVERIFY(shelf);
    m_shelf = std::move(*shelf);
}

void DemoTest::explainsWhatWasMarked_data()
{
    QTest::addColumn<QString>("path");
    for (const auto &log : QDir(QStringLiteral(EVIDENT_BINARY_DIR "/demo/logs")).entryInfoList(QDir::Files))
        QTest::newRow(qPrintable(log.fileName())) << log.filePath();
}

void DemoTest::explainsWhatWasMarked()
{
    QFETCH(const QString, path);
    const auto source = FileSource::open(path);
    QVERIFY(source);
    Names names;
    const auto log = openLog(*source, names);
    QVERIFY(log);
    const Matcher matcher(m_shelf);
    Marked marked(matcher, names);
    for (std::size_t part = 0; part < (*log)->partCount(); ++part)
        (*log)->readPart(part, marked);
    QVERIFY(!marked.rows.empty());
    for (const auto &[place, match] : marked.rows) {
        const auto event = (*log)->event(place);
        QVERIFY(event);
        const auto explanation = explain(matcher, *event);
        QVERIFY(explanation);
        QCOMPARE(explanation->article, match.article);
        QCOMPARE(explanation->score, match.score);
        QVERIFY2(!explanation->summary.contains(u"(not given)"_s), qPrintable(explanation->summary));
        QVERIFY(!explanation->why.isEmpty());
    }
}

QTEST_GUILESS_MAIN(DemoTest)
#include "tst_demo.moc"
