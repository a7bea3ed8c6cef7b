// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/nearnumbers.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace evident;

/// A column that keeps distances must give back the very numbers.
class NearNumbersTest : public QObject {
    Q_OBJECT
private slots:
    void givesBackWhatItGot_data();
    void givesBackWhatItGot();
    void findsANumberFromAPlaceOn();
};

void NearNumbersTest::givesBackWhatItGot_data()
{
    QTest::addColumn<std::vector<std::uint64_t>>("numbers");
    QTest::addColumn<std::size_t>("width");
    constexpr std::uint64_t Most = ~std::uint64_t{0};
    constexpr std::uint64_t Far = std::uint64_t{1} << 40;
    const auto add = [](const char *name, const std::vector<std::uint64_t> &numbers, std::size_t width) {
        QTest::newRow(name) << numbers << width;
    };
    add("none", {}, 0);
    add("one", {Most}, 0);
    add("all equal", {Far, Far, Far}, 0);
    add("up to a byte", {Far + 255, Far, Far + 7}, 1);
    add("beyond a byte", {Far + 256, Far, Far + 7}, 2);
    add("up to two bytes", {Far, Far + 65'535}, 2);
    add("beyond two bytes", {Far, Far + 65'536}, 4);
    add("up to four bytes", {Far + 0xffff'ffff, Far, Far + 1}, 4);
    add("beyond four bytes", {Far + 0x1'0000'0000, Far, Far + 1}, 8);
    add("before the first", {Far, Far - 200, Far + 55}, 1);
    add("around the end of all numbers", {Most, 0}, 8);
    add("far apart", {0, Most, 1, Most - 1, 2}, 8);
}

void NearNumbersTest::givesBackWhatItGot()
{
    QFETCH(const std::vector<std::uint64_t>, numbers);
    QFETCH(const std::size_t, width);
    const auto column = NearNumbers(std::span(numbers), std::identity());
    QCOMPARE(column.size(), numbers.size());
    QCOMPARE(column.width(), width);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        QCOMPARE(column[i], numbers[i]);
    std::vector<std::uint64_t> visited;
    column.withNumbers([&](auto number) {
        for (std::size_t i = 0; i < column.size(); ++i)
            visited.push_back(number(i));
    });
    QCOMPARE(visited, numbers);
    QCOMPARE(column.lowest(), numbers.empty() ? 0 : std::ranges::min(numbers));
    QCOMPARE(column.highest(), numbers.empty() ? 0 : std::ranges::max(numbers));
}

void NearNumbersTest::findsANumberFromAPlaceOn()
{
    constexpr std::array<std::uint64_t, 4> Numbers{9, 7, 9, 8};
    const auto column = NearNumbers(std::span<const std::uint64_t>(Numbers), std::identity());
    QCOMPARE(column.find(9, 0), std::size_t{0});
    QCOMPARE(column.find(9, 1), std::size_t{2});
    QCOMPARE(column.find(9, 3), std::size_t{4});
}

QTEST_APPLESS_MAIN(NearNumbersTest)
#include "tst_nearnumbers.moc"
