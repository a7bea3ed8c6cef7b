// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/nearnumbers.h"

#include <QTest>

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
    constexpr std::uint64_t Most = ~std::uint64_t{0};
    QTest::newRow("none") << std::vector<std::uint64_t>{};
    QTest::newRow("one") << std::vector<std::uint64_t>{Most};
    QTest::newRow("near") << std::vector<std::uint64_t>{4'608, 5'120, 4'700};
    QTest::newRow("before the first") << std::vector<std::uint64_t>{5, 0, 6};
    QTest::newRow("up to the edge") << std::vector<std::uint64_t>{
        1ULL << 40, (1ULL << 40) + (1ULL << 31) - 1, (1ULL << 40) - (1ULL << 31)};
    QTest::newRow("one too far") << std::vector<std::uint64_t>{1ULL << 40, (1ULL << 40) + (1ULL << 31), 7};
    QTest::newRow("far apart") << std::vector<std::uint64_t>{0, Most, 1, Most - 1, 2};
}

void NearNumbersTest::givesBackWhatItGot()
{
    QFETCH(const std::vector<std::uint64_t>, numbers);
    const auto column = NearNumbers(std::span(numbers), std::identity());
    QCOMPARE(column.size(), numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        QCOMPARE(column[i], numbers[i]);
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
