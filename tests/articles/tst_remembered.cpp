// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The best article for a row and what its checks ask about, which a worker takes from what it remembers of rows before, or
// finds by looking at single values, against matching the row with all of its content decoded: in real logs, and in forged
// ones.

#include "forge/eventmix.h"
#include "forge/evtxfile.h"

#include "formats/openlog.h"
#include "knowledge/filling.h"
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
        const RowMatch found = matched(row, content); // before the content is decoded
        const Matches matches = m_matcher.match(row, content, m_names, m_cache);
        const auto right = matches.empty() ? std::nullopt : std::optional(matches.front().article);
        explained += right ? 1 : 0;
        if (found.best != right)
            wrong.append(u"%1 %2"_s.arg(m_names.text(row.provider)).arg(row.id));
        const QString subject = right ? subjectOf(*right, row, content) : QString();
        withSubject += subject.isEmpty() ? 0 : 1;
        if (found.subject != subject)
            wrong.append(
                u"%1 %2: %3, not %4"_s.arg(m_names.text(row.provider)).arg(row.id).arg(found.subject, subject));
    }

    int explained = 0;
    int withSubject = 0;
    QStringList wrong;

private:
    [[nodiscard]] RowMatch matched(const EventRow &row, const EventContent &content) const
    {
        const auto question = m_matcher.question(row, m_names, m_cache);
        return question ? m_matcher.matched(*question, row, content, m_names, m_cache) : RowMatch{};
    }
    [[nodiscard]] QString subjectOf(ArticleNumber article, const EventRow &row, const EventContent &content) const
    {
        if (!m_matcher.hasSubjects(article))
            return {};
        const EventValues values = content.values();
        return subjectText(m_matcher.shelf().article(article),
            {.content = values,
                .provider = m_names.text(row.provider),
                .level = row.level,
                .channel = m_names.text(row.channel),
                .computer = m_names.text(row.computer),
                .message = content.message()});
    }

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
    struct Counts {
        int explained = 0;
        int withSubject = 0;
    };
    void compare(const std::shared_ptr<const ByteSource> &source, Counts &counts);

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

void RememberedTest::compare(const std::shared_ptr<const ByteSource> &source, Counts &counts)
{
    const auto log = openLog(source, m_names);
    QVERIFY(log);
    Compared compared(*m_matcher, m_names, m_cache);
    for (std::size_t part = 0; part < (*log)->partCount(); ++part)
        static_cast<void>((*log)->readPart(part, compared));
    QCOMPARE(compared.wrong, QStringList());
    counts.explained += compared.explained;
    counts.withSubject += compared.withSubject;
}

void RememberedTest::realLogs()
{
    const QString corpus = qEnvironmentVariable("EVIDENT_CORPUS", QStringLiteral(EVIDENT_SOURCE_DIR "/../shared"));
    if (!QDir(corpus).exists())
        QSKIP("THE CORPUS IS NOT THERE: set EVIDENT_CORPUS to the folder that holds logs/");
    Counts counts;
    QDirIterator files(corpus + u"/logs"_s, {u"*.evtx"_s, u"*.evt"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto source = FileSource::open(files.next());
        QVERIFY(source);
        compare(*source, counts);
    }
    QVERIFY(counts.explained > 1'000);
    QVERIFY(counts.withSubject > 0);
}

void RememberedTest::forgedLog()
{
    std::ostringstream out;
    forge::EvtxFile log(out);
    forge::EventMix mix;
    for (int i = 0; i < 10'000; ++i)
        log.add(mix.next());
    log.finish();
    Counts counts;
    compare(std::make_shared<MemorySource>(u"log.evtx"_s, QByteArray::fromStdString(out.str())), counts);
    QVERIFY(counts.explained > 1'000);
    QVERIFY(counts.withSubject > 100);
}

QTEST_GUILESS_MAIN(RememberedTest)
#include "tst_remembered.moc"
