// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/timecolumn.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace evident;

/// A column of times must give back the very times, and tell their order as the standard library does.
class TimeColumnTest : public QObject {
    Q_OBJECT
private slots:
    void knowsItsOrder_data();
    void knowsItsOrder();
};

void TimeColumnTest::knowsItsOrder_data()
{
    QTest::addColumn<std::vector<std::uint64_t>>("times");
    using Times = std::vector<std::uint64_t>;
    QTest::newRow("none") << Times{};
    QTest::newRow("one") << Times{7};
    QTest::newRow("in order, some equal") << Times{0, 5, 5, 9};
    QTest::newRow("newest first") << Times{9, 8, 8, 1};
    QTest::newRow("one out of place") << Times{4, 5, 6, 3, 7};
    QTest::newRow("the last without a time") << Times{4, 5, 6, 0};
    Times runs;
    for (const std::uint64_t begin : {50U, 20U, 20U, 90U, 0U}) {
        for (std::uint64_t time = begin; time < begin + 60; time += 2)
            runs.push_back(time);
    }
    QTest::newRow("in a few runs") << runs;
    std::mt19937_64 random(3);
    Times many(70'000); // places beyond two bytes, each time several times
    for (std::uint64_t &time : many)
        time = random() % 9'000 + (std::uint64_t{1} << 60);
    QTest::newRow("many") << many;
}

void TimeColumnTest::knowsItsOrder()
{
    QFETCH(const std::vector<std::uint64_t>, times);
    const auto column = TimeColumn(std::span(times), std::identity());
    QVERIFY(std::ranges::equal(column, times));
    QCOMPARE(column.size(), times.size());
    std::vector<std::uint64_t> plainly(times.size());
    std::iota(plainly.begin(), plainly.end(), std::uint64_t{0});
    std::ranges::stable_sort(plainly, {}, [&times](std::uint64_t index) { return times[index]; });
    std::vector<std::uint64_t> order;
    column.visitInOrder([&](auto indexAt) {
        for (std::size_t place = 0; place < times.size(); ++place)
            order.push_back(indexAt(place));
    });
    QCOMPARE(order, plainly);
    QCOMPARE(column.earliest(), times.empty() ? 0 : times[plainly.front()]);
    QCOMPARE(column.latest(), times.empty() ? 0 : times[plainly.back()]);
}

QTEST_APPLESS_MAIN(TimeColumnTest)
#include "tst_timecolumn.moc"
