// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forgedstore.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace evident;
using namespace evident::test;

/// Rows by time, however the store came to have them, against the standard library's stable sort.
class TimeIndexTest : public QObject {
    Q_OBJECT
private slots:
    void mergesWhatComesLater();
    void goesOnInOrder();
    void appendsWhatIsOutOfOrderInItself();
    void anEarlierStateHasItsOwnRowsOnly();
    void copiesThatGoTheirOwnWays();
    void startsAnewWhenALogIsClosed();
    void answersNothingWhenCancelled();
};

namespace {

RowIds plainly(const EventStore &store)
{
    RowIds rows(store.size());
    for (std::uint32_t row = 0; row < store.size(); ++row)
        rows[row] = static_cast<RowId>(row);
    std::ranges::stable_sort(rows, {}, [&store](RowId row) {
        const auto [batch, index] = store.at(row);
        return batch->time[index];
    });
    return rows;
}

/// Not a macro's line, so that the test that calls it is told.
bool isRight(const EventStore &store)
{
    const auto rows = store.byTime(false);
    return rows && *rows == plainly(store);
}

} // namespace

void TimeIndexTest::mergesWhatComesLater()
{
    ForgedStore forged;
    QVERIFY(isRight(forged.store));
    for (unsigned log = 1; log <= 6; ++log) {
        forged.addLog(log, QStringLiteral("a.evt"), mixedEvents(static_cast<int>(200 * log), log), 1);
        QVERIFY(isRight(forged.store));
    }
}

/// Logs whose rows all lie behind those before, times that several have among them; then one that begins earlier.
void TimeIndexTest::goesOnInOrder()
{
    ForgedStore forged;
    for (unsigned log = 1; log <= 4; ++log) {
        auto events = mixedEvents(300, log);
        std::ranges::sort(events, {}, &forge::EvtEvent::generated);
        for (forge::EvtEvent &event : events)
            event.generated += (log < 4 ? log : 1) * 100'000;
        forged.addLog(log, QStringLiteral("a.evt"), events, 1);
        QVERIFY(isRight(forged.store));
    }
}

/// Logs whose own rows stand in no order, but all of them behind those of the logs before.
void TimeIndexTest::appendsWhatIsOutOfOrderInItself()
{
    ForgedStore forged;
    for (unsigned log = 1; log <= 4; ++log) {
        auto events = mixedEvents(300, log);
        for (forge::EvtEvent &event : events)
            event.generated += log * 100'000'000;
        forged.addLog(log, QStringLiteral("a.evt"), events);
        const TimeColumn &times = forged.store.batches().back()->time;
        QVERIFY(!std::ranges::is_sorted(times));
        QVERIFY(log == 1 || forged.store.batches()[log - 2]->time.latest() < times.earliest());
        QVERIFY(isRight(forged.store));
    }
}

void TimeIndexTest::anEarlierStateHasItsOwnRowsOnly()
{
    ForgedStore forged;
    forged.addLog(1, QStringLiteral("a.evt"), mixedEvents(300, 1));
    const EventStore before = forged.store;
    forged.addLog(2, QStringLiteral("b.evt"), mixedEvents(300, 2));
    QVERIFY(isRight(forged.store));
    QVERIFY(isRight(before));
    QVERIFY(isRight(forged.store));
}

void TimeIndexTest::copiesThatGoTheirOwnWays()
{
    ForgedStore first;
    first.addLog(1, QStringLiteral("a.evt"), mixedEvents(100, 1));
    ForgedStore second;
    second.addLog(2, QStringLiteral("b.evt"), mixedEvents(100, 2));
    EventStore copy = first.store;
    copy.append(second.store.batches().front());
    first.addLog(3, QStringLiteral("c.evt"), mixedEvents(150, 3));
    QVERIFY(isRight(first.store));
    QVERIFY(isRight(copy));
    QVERIFY(isRight(first.store));
}

void TimeIndexTest::startsAnewWhenALogIsClosed()
{
    ForgedStore forged;
    forged.addLog(1, QStringLiteral("a.evt"), mixedEvents(100, 1));
    forged.addLog(2, QStringLiteral("b.evt"), mixedEvents(100, 2));
    QVERIFY(isRight(forged.store));
    forged.store.removeLog(1);
    QVERIFY(isRight(forged.store));
}

void TimeIndexTest::answersNothingWhenCancelled()
{
    ForgedStore forged;
    forged.addLog(1, QStringLiteral("a.evt"), mixedEvents(100, 1));
    QVERIFY(forged.store.byTime(true) == nullptr);
    QVERIFY(isRight(forged.store));
}

QTEST_APPLESS_MAIN(TimeIndexTest)
#include "tst_timeindex.moc"
