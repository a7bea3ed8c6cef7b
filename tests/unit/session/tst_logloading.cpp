// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/evtfile.h"
#include "formats/evt/evtreader.h"
#include "session/logloading.h"
#include "sources/filesource.h"

#include <QTest>

#include <sstream>

using namespace evident;

/// Spans that come in any order leave in the order of the file.
class LogLoadingTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void plansSmallSpansFirst();
    void givesSpansInTheirOrder();
    void aCancelledSpanHasNoBatch();

private:
    [[nodiscard]] LoadedSpan load(std::size_t span, bool cancelled = false);

    Shelf m_shelf;
    Matcher m_matcher{m_shelf};
    Names m_names;
    std::shared_ptr<const LogReader> m_reader;
};

void LogLoadingTest::initTestCase()
{
    std::ostringstream out;
    forge::EvtFile log(out);
    for (std::uint32_t i = 0; i < 30'000; ++i)
        log.add({.generated = i,
            .written = 0,
            .eventId = i,
            .type = {},
            .category = 0,
            .source = u"s",
            .computer = u"c",
            .sid = {},
            .strings = {std::u16string(500, u'x')},
            .data = {}});
    log.finish();
    const auto reader =
        openEvt(std::make_shared<MemorySource>(QStringLiteral("a.evt"), QByteArray::fromStdString(out.str())), m_names);
    QVERIFY(reader.has_value());
    m_reader = *reader;
}

LoadedSpan LogLoadingTest::load(std::size_t span, bool cancelled)
{
    return loadSpan(
        m_reader, 1, planSpans(*m_reader)[span], m_matcher, m_names, std::make_shared<std::atomic_bool>(cancelled));
}

void LogLoadingTest::plansSmallSpansFirst()
{
    const auto spans = planSpans(*m_reader);
    QVERIFY(spans.size() >= 3);
    QCOMPARE(spans.front().count, std::size_t{1});
    std::size_t next = 0;
    for (const PartSpan &span : spans) {
        QCOMPARE(span.first, next);
        QVERIFY(span.count >= 1 && span.count <= 64);
        next += span.count;
    }
    QCOMPARE(next, m_reader->partCount());
}

void LogLoadingTest::givesSpansInTheirOrder()
{
    LogLoading loading(std::make_shared<std::atomic_bool>(false));
    loading.setReader(m_reader);
    const std::size_t count = loading.spans().size();
    QVERIFY(!loading.isComplete());
    QCOMPARE(loading.permille(), 0);
    for (std::size_t span = count - 1; span > 0; --span) {
        loading.keep(span, load(span));
        QCOMPARE(loading.takeNext(), nullptr);
    }
    loading.keep(0, load(0));
    std::uint64_t next = 1;
    int permille = 0;
    while (const auto batch = loading.takeNext()) {
        QCOMPARE(batch->recordId.front(), next);
        next = batch->recordId.back() + 1;
        QVERIFY(loading.permille() > permille);
        permille = loading.permille();
    }
    QCOMPARE(next, std::uint64_t{30'001});
    QCOMPARE(permille, 1000);
    QVERIFY(loading.isComplete());
    QCOMPARE(loading.info(m_names).records, std::uint64_t{30'000});
}

void LogLoadingTest::aCancelledSpanHasNoBatch()
{
    const LoadedSpan loaded = load(0, true);
    QCOMPARE(loaded.batch, nullptr);
    QCOMPARE(loaded.counter, nullptr);
    QCOMPARE(loaded.bytes, std::uint64_t{0});
}

QTEST_GUILESS_MAIN(LogLoadingTest)
#include "tst_logloading.moc"
