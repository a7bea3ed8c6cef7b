// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The best article for a row, which a worker takes from what it remembers of rows before, or finds by looking at single
// values, against matching the row with all of its content decoded: in real logs, and in forged ones.

#include "forge/eventmix.h"
#include "forge/evtxfile.h"

#include "formats/openlog.h"
#include "knowledge/matcher.h"
#include "sources/filesource.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

#include <sstream>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

class Compared final : public RowSink {
public:
    Compared(const Matcher &matcher, const Names &names, MatchCache &cache)
        : m_matcher(matcher)
        , m_names(names)
        , m_cache(cache)
    {
    }

    void row(const EventRow &row, const EventContent &content) override
    {
        const auto best = m_matcher.best(row, content, m_names, m_cache); // before the content is decoded
        const Matches matches = m_matcher.match(row, content, m_names, m_cache);
        const auto right = matches.empty() ? std::nullopt : std::optional(matches.front().article);
        explained += right ? 1 : 0;
        if (best != right)
            wrong.append(u"%1 %2"_s.arg(m_names.text(row.provider)).arg(row.id));
    }

    int explained = 0;
    QStringList wrong;

private:
    const Matcher &m_matcher;
    const Names &m_names;
    MatchCache &m_cache;
};

} // namespace

class RememberedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void realLogs();
    void forgedLog();

private:
    void compare(const std::shared_ptr<const ByteSource> &source, int &explained);

    std::optional<Matcher> m_matcher;
    Names m_names;
    MatchCache m_cache;
};

void RememberedTest::initTestCase()
{
    const auto shelf = Shelf::openPacked(qEnvironmentVariable("EVIDENT_BIN") + u"/articles.pack"_s, u"en"_s);
    QVERIFY(shelf);
    m_matcher.emplace(*shelf);
}

void RememberedTest::compare(const std::shared_ptr<const ByteSource> &source, int &explained)
{
    const auto log = openLog(source, m_names);
    QVERIFY(log);
    Compared compared(*m_matcher, m_names, m_cache);
    for (std::size_t part = 0; part < (*log)->partCount(); ++part)
        static_cast<void>((*log)->readPart(part, compared));
    QCOMPARE(compared.wrong, QStringList());
    explained += compared.explained;
}

void RememberedTest::realLogs()
{
    const QString corpus = qEnvironmentVariable("EVIDENT_CORPUS", QStringLiteral(EVIDENT_SOURCE_DIR "/../shared"));
    if (!QDir(corpus).exists())
        QSKIP("THE CORPUS IS NOT THERE: set EVIDENT_CORPUS to the folder that holds logs/");
    int explained = 0;
    QDirIterator files(corpus + u"/logs"_s, {u"*.evtx"_s, u"*.evt"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto source = FileSource::open(files.next());
        QVERIFY(source);
        compare(*source, explained);
    }
    QVERIFY(explained > 1'000);
}

void RememberedTest::forgedLog()
{
    std::ostringstream out;
    forge::EvtxFile log(out);
    forge::EventMix mix;
    for (int i = 0; i < 10'000; ++i)
        log.add(mix.next());
    log.finish();
    int explained = 0;
    compare(std::make_shared<MemorySource>(u"log.evtx"_s, QByteArray::fromStdString(out.str())), explained);
    QVERIFY(explained > 1'000);
}

QTEST_GUILESS_MAIN(RememberedTest)
#include "tst_remembered.moc"
