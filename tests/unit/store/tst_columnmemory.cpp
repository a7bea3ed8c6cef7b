// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/privatebytes.h"

#include "store/columnmemory.h"

#include <QTest>

#include <algorithm>
#include <cstdint>
#include <random>
#include <thread>

using namespace evident;

/// Columns of any size keep what is written into them while others come and go, whoever frees them, and all memory goes back.
class ColumnMemoryTest : public QObject {
    Q_OBJECT
private slots:
    void keepsColumnsApart();
    void givesSlabsBack();
};

namespace {

using Column = ColumnVector<std::uint64_t>;

Column filled(std::size_t size, std::uint64_t with)
{
    Column column(size);
    std::ranges::fill(column, with);
    return column;
}

bool holdsOnly(const Column &column, std::uint64_t what)
{
    return std::ranges::all_of(column, [what](std::uint64_t value) { return value == what; });
}

} // namespace

void ColumnMemoryTest::keepsColumnsApart()
{
    constexpr std::size_t Columns = 400;
    const auto fill = [](std::uint64_t seed, std::vector<Column> &columns, bool &isRight) {
        std::mt19937_64 random(seed);
        std::vector<std::uint64_t> marks;
        for (std::size_t i = 0; i < Columns; ++i) {
            const std::size_t most = std::size_t{1} << random() % 20; // up to 4 MiB: below, in and beyond slabs
            marks.push_back(random());
            columns.push_back(filled(random() % most + 1, marks.back()));
            if (const std::size_t any = random() % columns.size(); i % 3 == 0)
                columns[any] = filled(columns[any].size() / 2, marks[any]);
        }
        isRight = true;
        for (std::size_t i = 0; i < Columns; ++i)
            isRight = isRight && holdsOnly(columns[i], marks[i]);
    };
    std::vector<Column> ours;
    std::vector<Column> theirs;
    bool areOursRight = false;
    bool areTheirsRight = false;
    std::thread other(fill, 2, std::ref(theirs), std::ref(areTheirsRight));
    fill(1, ours, areOursRight);
    other.join();
    QVERIFY(areOursRight);
    QVERIFY(areTheirsRight);
    const std::uint64_t mark = theirs.front().empty() ? 0 : theirs.front().front();
    ours.clear();
    QVERIFY(holdsOnly(theirs.front(), mark)); // the thread that filled its slab is gone
}

void ColumnMemoryTest::givesSlabsBack()
{
    constexpr std::uint64_t Megabyte = std::uint64_t{1} << 20;
    const std::uint64_t before = privateBytes();
    QVERIFY(before > 0);
    std::vector<Column> columns;
    columns.resize(1'280);
    for (Column &column : columns)
        column = filled(12'800, 1); // 100 KiB
    QVERIFY(privateBytes() > before + 120 * Megabyte);
    for (std::size_t i = 0; i < columns.size(); i += 2)
        columns[i] = {};
    std::thread([&columns] { columns = {}; }).join();
    QVERIFY2(privateBytes() < before + 8 * Megabyte, qPrintable(QString::number(privateBytes() - before)));
}

QTEST_APPLESS_MAIN(ColumnMemoryTest)
#include "tst_columnmemory.moc"
