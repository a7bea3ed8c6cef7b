// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keysort.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace evident;

/// The radix sort against the standard library's stable sort.
class KeySortTest : public QObject {
    Q_OBJECT
private slots:
    void sortsLikeTheStandardLibrary_data();
    void sortsLikeTheStandardLibrary();
    void stopsWhenCancelled();
};

namespace {

KeyedRows rowsOf(const std::vector<std::uint64_t> &keys)
{
    KeyedRows rows;
    for (const std::uint64_t key : keys)
        rows.emplace_back(key, static_cast<std::uint32_t>(rows.size()));
    return rows;
}

std::vector<std::uint64_t> randomKeys(std::size_t count, std::uint64_t lowest, std::uint64_t span)
{
    std::mt19937_64 random(count);
    std::vector<std::uint64_t> keys(count);
    for (std::uint64_t &key : keys)
        key = lowest + (span == 0 ? random() : random() % span);
    return keys;
}

/// As several logs give them: sorted each, with equal keys within and between.
std::vector<std::uint64_t> sortedRuns(std::size_t runs, std::size_t length)
{
    std::vector<std::uint64_t> keys;
    for (std::size_t run = 0; run < runs; ++run) {
        auto more = randomKeys(length + run, 0, length);
        std::ranges::sort(more);
        keys.insert(keys.end(), more.begin(), more.end());
    }
    return keys;
}

} // namespace

void KeySortTest::sortsLikeTheStandardLibrary_data()
{
    QTest::addColumn<std::vector<std::uint64_t>>("keys");
    QTest::newRow("none") << std::vector<std::uint64_t>{};
    QTest::newRow("one") << std::vector<std::uint64_t>{7};
    QTest::newRow("equal") << std::vector<std::uint64_t>(100, 7);
    QTest::newRow("two, falling") << std::vector<std::uint64_t>{7, 6};
    QTest::newRow("extremes") << std::vector<std::uint64_t>{~std::uint64_t{0}, 0, 1, ~std::uint64_t{0} - 1, 0};
    QTest::newRow("few values") << randomKeys(1'000, 0, 3);
    QTest::newRow("times") << randomKeys(10'000, 125'000'000'000'000'000, 3'000'000'000'000'000);
    QTest::newRow("all bits") << randomKeys(10'000, 0, 0);
    for (const std::size_t runs : {2U, 3U, 7U, 31U, 32U, 33U, 34U})
        QTest::addRow("%zu runs", runs) << sortedRuns(runs, 1'000);
    QTest::newRow("large runs") << sortedRuns(5, 60'000);
    QTest::newRow("runs of equal keys") << std::vector<std::uint64_t>{1, 1, 1, 0, 0, 1, 1, 0, 2};
    QTest::newRow("several workers") << randomKeys(300'000, 1'000, 5'000);
    QTest::newRow("several workers, all bits") << randomKeys(300'001, 0, 0);
}

void KeySortTest::sortsLikeTheStandardLibrary()
{
    QFETCH(const std::vector<std::uint64_t>, keys);
    auto rows = rowsOf(keys);
    auto expected = rows;
    std::ranges::stable_sort(expected, {}, &KeyedRow::key);
    QVERIFY(sortByKey(rows, false));
    QCOMPARE(rows.size(), expected.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows[i].key(), expected[i].key());
        QCOMPARE(rows[i].place(), expected[i].place());
    }
}

void KeySortTest::stopsWhenCancelled()
{
    auto rows = rowsOf(randomKeys(1'000, 0, 0));
    QVERIFY(!sortByKey(rows, true));
    QCOMPARE(rows.size(), std::size_t{1'000});
}

QTEST_APPLESS_MAIN(KeySortTest)
#include "tst_keysort.moc"
