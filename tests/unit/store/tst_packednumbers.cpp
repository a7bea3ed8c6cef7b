// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/packednumbers.h"

#include <QTest>

#include <algorithm>

using namespace evident;

/// Packed numbers must come back as they were, and take no more than the largest needs.
class PackedNumbersTest : public QObject {
    Q_OBJECT
private slots:
    void givesBackWhatItGot_data();
    void givesBackWhatItGot();
    void clears();
};

namespace {

void compare(const PackedNumbers &packed, const std::vector<std::uint64_t> &expected)
{
    QCOMPARE(packed.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(packed[i], expected[i]);
    std::vector<std::uint64_t> visited;
    packed.withNumbers([&](auto number) {
        for (std::size_t i = 0; i < packed.size(); ++i)
            visited.push_back(number(i));
    });
    QCOMPARE(visited, expected);
}

} // namespace

void PackedNumbersTest::givesBackWhatItGot_data()
{
    QTest::addColumn<std::vector<std::uint64_t>>("numbers");
    QTest::addColumn<std::size_t>("width");
    const auto add = [](const char *name, const std::vector<std::uint64_t> &numbers, std::size_t width) {
        QTest::newRow(name) << numbers << width;
    };
    add("none", {}, 0);
    add("nothing but 0", {0, 0, 0}, 0);
    add("a byte", {0, 255, 3}, 1);
    add("more than a byte", {0, 256, 255}, 2);
    add("two bytes", {65'535, 0}, 2);
    add("more than two bytes", {1, 65'536}, 4);
    add("four bytes", {0xffff'ffff, 7}, 4);
    add("more than four bytes", {7, 0x1'0000'0000}, 8);
    add("eight bytes", {~std::uint64_t{0}, 0, 1}, 8);
}

void PackedNumbersTest::givesBackWhatItGot()
{
    QFETCH(const std::vector<std::uint64_t>, numbers);
    QFETCH(const std::size_t, width);
    const auto packed = PackedNumbers(std::span(numbers), std::identity());
    QCOMPARE(packed.width(), width);
    compare(packed, numbers);
    const std::uint64_t largest = numbers.empty() ? 0 : std::ranges::max(numbers);
    const auto known = PackedNumbers(std::span(numbers), largest, std::identity());
    QCOMPARE(known.width(), width);
    compare(known, numbers);
}

void PackedNumbersTest::clears()
{
    const std::vector<std::uint64_t> numbers{1, 2, 300};
    auto packed = PackedNumbers(std::span(numbers), std::identity());
    packed.clear();
    QCOMPARE(packed.width(), std::size_t{0});
    compare(packed, {0, 0, 0});
}

QTEST_APPLESS_MAIN(PackedNumbersTest)
#include "tst_packednumbers.moc"
