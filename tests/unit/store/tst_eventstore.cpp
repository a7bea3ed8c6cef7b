// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forgedstore.h"

#include <QTest>

using namespace evident;
using namespace evident::test;

/// Batches and the rows they make up.
class EventStoreTest : public QObject {
    Q_OBJECT
private slots:
    void keepsEveryColumn();
    void numbersRowsAcrossBatches();
    void decodesARowAgain();
    void refusesRowsItDoesNotHave();
    void removesALog();
    void aCopyDoesNotChange();
    void marksRowsThatAnArticleExplains();
};

namespace {

forge::EvtEvent perflib()
{
    return {
        .generated = 920'000'000,
        .written = 0,
        .eventId = 0xC00003F0,
        .type = forge::EvtType::Error,
        .category = 3,
        .source = u"Perflib",
        .computer = u"MAIL01",
        .sid = forge::sid({18}),
        .strings = {u"MSExchangeIMC", u"gwperf.dll"},
        .data = {},
    };
}

} // namespace

void EventStoreTest::keepsEveryColumn()
{
    ForgedStore forged;
    forged.addLog(7, QStringLiteral("/logs/App.evt"), {perflib()});
    QCOMPARE(forged.store.size(), 1U);
    const EventBatch &batch = *forged.store.batches().front();
    QCOMPARE(batch.log, 7U);
    const Event event = rowHead(batch, 0, forged.names);
    QCOMPARE(event.time, Timestamp::fromUnix(920'000'000));
    QCOMPARE(event.recordId, std::optional<std::uint64_t>(1));
    QCOMPARE(event.id, std::uint16_t{1008});
    QCOMPARE(event.level, Level::Error);
    QCOMPARE(event.task, std::uint16_t{3});
    QCOMPARE(event.keywords, KeywordClassic);
    QCOMPARE(event.provider, QStringLiteral("Perflib"));
    QCOMPARE(event.channel, QStringLiteral("App"));
    QCOMPARE(event.computer, QStringLiteral("MAIL01"));
    QCOMPARE(event.user, QStringLiteral("S-1-5-18"));
    QCOMPARE(batch.place.front(), std::uint64_t{48});
    QCOMPARE(batch.kind.front().marks(), RowMark::None);
    QCOMPARE(batch.recordId.width(), std::size_t{0}); // a single row has nothing to be told from
}

void EventStoreTest::numbersRowsAcrossBatches()
{
    ForgedStore forged;
    forged.addLog(1, QStringLiteral("a.evt"), mixedEvents(10, 1));
    forged.addLog(2, QStringLiteral("b.evt"), {});
    forged.addLog(3, QStringLiteral("c.evt"), mixedEvents(5, 2));
    QCOMPARE(forged.store.size(), 15U);
    QCOMPARE(forged.store.batches().size(), std::size_t{2}); // an empty log leaves none
    QCOMPARE(forged.store.at(RowId{0}).batch->log, 1U);
    QCOMPARE(forged.store.at(RowId{9}).batch->log, 1U);
    QCOMPARE(forged.store.at(RowId{9}).index, std::size_t{9});
    QCOMPARE(forged.store.at(RowId{10}).batch->log, 3U);
    QCOMPARE(forged.store.at(RowId{10}).index, std::size_t{0});
    QCOMPARE(forged.store.at(RowId{14}).index, std::size_t{4});
}

void EventStoreTest::decodesARowAgain()
{
    ForgedStore forged;
    forged.addLog(1, QStringLiteral("a.evt"), mixedEvents(10, 1));
    forged.addLog(2, QStringLiteral("b.evt"), {perflib()});
    const auto event = forged.store.event(RowId{10});
    QVERIFY(event.has_value());
    QCOMPARE(event->content.string(1), QStringLiteral("MSExchangeIMC"));
    QCOMPARE(event->content.string(2), QStringLiteral("gwperf.dll"));
}

void EventStoreTest::refusesRowsItDoesNotHave()
{
    ForgedStore forged;
    forged.addLog(1, QStringLiteral("a.evt"), {perflib()});
    const auto event = forged.store.event(RowId{1});
    QVERIFY(!event.has_value());
    QCOMPARE(event.error().code, ErrorCode::BadOffset);
}

void EventStoreTest::removesALog()
{
    ForgedStore forged;
    forged.addLog(1, QStringLiteral("a.evt"), mixedEvents(3, 1));
    forged.addLog(2, QStringLiteral("b.evt"), mixedEvents(4, 2));
    forged.addLog(3, QStringLiteral("c.evt"), mixedEvents(5, 3));
    forged.store.removeLog(2);
    QCOMPARE(forged.store.size(), 8U);
    QCOMPARE(forged.store.at(RowId{2}).batch->log, 1U);
    QCOMPARE(forged.store.at(RowId{3}).batch->log, 3U);
    forged.store.removeLog(9);
    QCOMPARE(forged.store.size(), 8U);
    forged.store.removeLog(1);
    forged.store.removeLog(3);
    QCOMPARE(forged.store.size(), 0U);
}

void EventStoreTest::aCopyDoesNotChange()
{
    ForgedStore forged;
    forged.addLog(1, QStringLiteral("a.evt"), mixedEvents(3, 1));
    const EventStore before = forged.store;
    forged.addLog(2, QStringLiteral("b.evt"), mixedEvents(4, 2));
    forged.store.removeLog(1);
    QCOMPARE(before.size(), 3U);
    QVERIFY(before.event(RowId{2}).has_value());
}

void EventStoreTest::marksRowsThatAnArticleExplains()
{
    ForgedStore forged(perflibShelf());
    auto other = perflib();
    other.eventId = 1009;
    forged.addLog(1, QStringLiteral("a.evt"), {other, perflib()});
    const auto &highlight = forged.store.batches().front()->highlight;
    QCOMPARE(highlight.size(), std::size_t{2});
    QCOMPARE(highlight[0], Highlight{0});
    QCOMPARE(highlight[1], Highlight{1});
}

QTEST_APPLESS_MAIN(EventStoreTest)
#include "tst_eventstore.moc"
