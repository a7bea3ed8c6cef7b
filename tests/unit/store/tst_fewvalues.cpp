// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fewvalues.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <utility>

using namespace evident;

/// A column that keeps every value once must give back the very values, however many there are.
class FewValuesTest : public QObject {
    Q_OBJECT
private slots:
    void givesBackWhatItGot_data();
    void givesBackWhatItGot();
    void takesKnownValues_data();
    void takesKnownValues();
    void fills();
};

namespace {

template<typename T>
void compare(const FewValues<T> &column, const std::vector<T> &expected)
{
    QCOMPARE(column.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(column[i], expected[i]);
    std::vector<T> visited;
    column.withNumbers([&](auto number) {
        for (std::size_t i = 0; i < column.size(); ++i)
            visited.push_back(column.values()[number(i)]);
    });
    QCOMPARE(visited, expected);
    std::vector<T> values = column.values();
    const std::vector<std::uint32_t> counts = column.counts();
    QCOMPARE(counts.size(), values.size());
    std::vector<T> counted;
    for (std::size_t i = 0; i < values.size(); ++i)
        counted.insert(counted.end(), counts[i], values[i]);
    std::vector<T> all = expected;
    std::ranges::sort(all);
    std::ranges::sort(counted);
    QCOMPARE(counted, all);
    std::ranges::sort(values);
    QVERIFY(std::ranges::adjacent_find(values) == values.end());
}

/// @p count numbers of @p different ones, in no order, each of them at least once where there is room.
std::vector<std::uint64_t> numbersOf(std::size_t count, std::uint64_t different)
{
    std::mt19937_64 random(7);
    std::vector<std::uint64_t> numbers;
    numbers.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        numbers.push_back((i < different ? i : random() % different) * 0x9e3779b97f4a7c15);
    return numbers;
}

} // namespace

void FewValuesTest::givesBackWhatItGot_data()
{
    QTest::addColumn<std::vector<std::uint64_t>>("numbers");
    QTest::newRow("none") << std::vector<std::uint64_t>{};
    QTest::newRow("one") << std::vector<std::uint64_t>{~std::uint64_t{0}};
    QTest::newRow("all equal") << std::vector<std::uint64_t>(500, 3);
    QTest::newRow("the last one differs") << std::vector<std::uint64_t>{3, 3, 3, 0};
    QTest::newRow("in turns") << std::vector<std::uint64_t>{1, 2, 1, 2, 1};
    QTest::newRow("as many as fit a byte") << numbersOf(1'000, 256);
    QTest::newRow("one more than fit a byte") << numbersOf(1'000, 257);
    QTest::newRow("as many as fit two bytes") << numbersOf(70'000, 65'536);
    QTest::newRow("one more than fit two bytes") << numbersOf(70'000, 65'537);
}

void FewValuesTest::givesBackWhatItGot()
{
    QFETCH(const std::vector<std::uint64_t>, numbers);
    compare(FewValues<std::uint64_t>(std::span(numbers), std::identity()), numbers);
}

void FewValuesTest::takesKnownValues_data()
{
    QTest::addColumn<std::size_t>("different");
    for (const std::size_t different : {1U, 2U, 256U, 257U, 65'536U, 65'537U})
        QTest::addRow("%zu", different) << different;
}

void FewValuesTest::takesKnownValues()
{
    QFETCH(const std::size_t, different);
    std::vector<std::uint64_t> values(different);
    std::vector<std::uint32_t> rows; // the last value first, and every one twice
    std::vector<std::uint64_t> expected;
    for (std::size_t number = different; number-- > 0;) {
        values[number] = number * 0x9e3779b97f4a7c15;
        rows.insert(rows.end(), 2, static_cast<std::uint32_t>(number));
        expected.insert(expected.end(), 2, values[number]);
    }
    compare(FewValues<std::uint64_t>(values, std::span<const std::uint32_t>(rows), std::identity()), expected);
}

void FewValuesTest::fills()
{
    const std::vector<std::uint16_t> numbers{1, 2, 3, 2};
    auto column = FewValues<std::uint16_t>(std::span(numbers), std::identity());
    column.fill(9);
    compare(column, std::vector<std::uint16_t>(4, 9));
}

QTEST_APPLESS_MAIN(FewValuesTest)
#include "tst_fewvalues.moc"
