// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rowsort.h"

#include "store/workers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <utility>

namespace evident {

namespace {

constexpr int DigitBits = 11; // 2048 counters fit the first-level cache
constexpr std::size_t Buckets = std::size_t{1} << DigitBits;
using Counts = std::array<std::uint32_t, Buckets>;

struct Keyed {
    std::uint32_t key;
    RowId row;
};
/// Not filled with zeros first: every place is written by the pass before it is read.
using KeyedRows = std::unique_ptr<Keyed[]>;

/// What all passes have in common.
struct Sorting {
    std::size_t size;
    int workers;
    std::uint32_t lowest;
    std::uint32_t highest;
    Direction direction;

    /// From 0, so that few digits are needed.
    [[nodiscard]] std::uint32_t level(std::uint32_t key) const
    {
        return direction == Direction::SmallestFirst ? key - lowest : highest - key;
    }
    template<typename Visit>
    void forSlice(int worker, Visit visit) const
    {
        const auto count = static_cast<std::size_t>(workers);
        const auto number = static_cast<std::size_t>(worker);
        for (std::size_t i = size * number / count; i < size * (number + 1) / count; ++i)
            visit(i);
    }
};

/// One pass: @p read(i) gives what stands at i, @p write(place, keyed) puts it to its place by the digit at @p shift.
template<typename Read, typename Write>
void pass(const Sorting &sorting, int shift, Read read, Write write)
{
    const auto digit = [shift](std::uint32_t key) { return key >> shift & (Buckets - 1); };
    std::vector<Counts> counts(static_cast<std::size_t>(sorting.workers), Counts{});
    overWorkers(sorting.workers, [&](int worker) {
        Counts &own = counts[static_cast<std::size_t>(worker)];
        sorting.forSlice(worker, [&](std::size_t i) { ++own[digit(read(i).key)]; });
    });
    std::uint32_t place = 0;
    for (std::size_t bucket = 0; bucket < Buckets; ++bucket) {
        for (Counts &own : counts)
            place += std::exchange(own[bucket], place);
    }
    overWorkers(sorting.workers, [&](int worker) {
        Counts &places = counts[static_cast<std::size_t>(worker)];
        sorting.forSlice(worker, [&](std::size_t i) {
            const Keyed keyed = read(i);
            write(places[digit(keyed.key)]++, keyed);
        });
    });
}

Sorting sortingOf(const RowIds &rows, const std::vector<std::uint32_t> &keys, Direction direction)
{
    Sorting sorting{
        .size = rows.size(), .workers = workersFor(rows.size()), .lowest = ~0U, .highest = 0, .direction = direction};
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges(
        static_cast<std::size_t>(sorting.workers), {sorting.lowest, sorting.highest});
    overWorkers(sorting.workers, [&](int worker) {
        auto [lowest, highest] = ranges[static_cast<std::size_t>(worker)];
        sorting.forSlice(worker, [&](std::size_t i) {
            const std::uint32_t key = keys[static_cast<std::uint32_t>(rows[i])];
            lowest = std::min(lowest, key);
            highest = std::max(highest, key);
        });
        ranges[static_cast<std::size_t>(worker)] = {lowest, highest};
    });
    for (const auto &[lowest, highest] : ranges) {
        sorting.lowest = std::min(sorting.lowest, lowest);
        sorting.highest = std::max(sorting.highest, highest);
    }
    return sorting;
}

} // namespace

bool sortRows(
    RowIds &rows, const std::vector<std::uint32_t> &keys, Direction direction, const std::atomic_bool &cancelled)
{
    if (rows.empty() || cancelled)
        return !cancelled;
    const Sorting sorting = sortingOf(rows, keys, direction);
    const int bits = std::bit_width(sorting.highest - sorting.lowest);
    const int passes = (bits + DigitBits - 1) / DigitBits;
    if (passes == 0)
        return true;
    // The first pass looks the keys up, the last one leaves them behind.
    const auto looked = [&](std::size_t i) {
        return Keyed{sorting.level(keys[static_cast<std::uint32_t>(rows[i])]), rows[i]};
    };
    RowIds sorted(rows.size());
    const auto finish = [&sorted](std::size_t place, const Keyed &keyed) { sorted[place] = keyed.row; };
    if (passes == 1) {
        pass(sorting, 0, looked, finish);
        rows.swap(sorted);
        return !cancelled;
    }
    KeyedRows from = std::make_unique_for_overwrite<Keyed[]>(rows.size());
    KeyedRows to = passes > 2 ? std::make_unique_for_overwrite<Keyed[]>(rows.size()) : nullptr;
    const auto keyed = [&from](std::size_t i) { return from[i]; };
    pass(sorting, 0, looked, [&from](std::size_t place, const Keyed &row) { from[place] = row; });
    for (int number = 1; number + 1 < passes && !cancelled; ++number) {
        pass(sorting, number * DigitBits, keyed, [&to](std::size_t place, const Keyed &row) { to[place] = row; });
        from.swap(to);
    }
    if (cancelled)
        return false;
    pass(sorting, (passes - 1) * DigitBits, keyed, finish);
    rows.swap(sorted);
    return !cancelled;
}

} // namespace evident
