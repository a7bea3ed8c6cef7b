// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keysort.h"

#include "store/workers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <utility>

namespace evident {

namespace {

// 2048 counters fit the first-level cache, and a time span of ten years takes five passes.
constexpr int DigitBits = 11;
constexpr std::size_t Buckets = std::size_t{1} << DigitBits;
using Counts = std::array<std::uint32_t, Buckets>;

std::span<const KeyedRow> sliceOf(const std::vector<KeyedRow> &rows, int worker, int workers)
{
    const std::size_t begin = rows.size() * static_cast<std::size_t>(worker) / static_cast<std::size_t>(workers);
    const std::size_t end = rows.size() * static_cast<std::size_t>(worker + 1) / static_cast<std::size_t>(workers);
    return std::span(rows).subspan(begin, end - begin);
}

struct Range {
    std::uint64_t lowest = ~std::uint64_t{0};
    std::uint64_t highest = 0;
    bool sorted = true;
};

Range rangeOf(const std::vector<KeyedRow> &rows)
{
    Range range;
    std::uint64_t last = 0;
    for (const KeyedRow &row : rows) {
        const std::uint64_t key = row.key();
        range.sorted = range.sorted && last <= key;
        range.lowest = std::min(range.lowest, key);
        range.highest = std::max(range.highest, key);
        last = key;
    }
    return range;
}

/// One pass: from @p from into @p to, by the digit at @p shift of (key - lowest).
class Pass {
public:
    Pass(const std::vector<KeyedRow> &from, std::vector<KeyedRow> &to, std::uint64_t lowest, int shift)
        : m_from(from)
        , m_to(to)
        , m_lowest(lowest)
        , m_shift(shift)
        , m_workers(workersFor(from.size()))
        , m_counts(static_cast<std::size_t>(m_workers), Counts{})
    {
    }

    void run()
    {
        overWorkers(m_workers, [this](int worker) { count(worker); });
        turnCountsIntoPlaces();
        overWorkers(m_workers, [this](int worker) { scatter(worker); });
    }

private:
    [[nodiscard]] std::size_t digit(const KeyedRow &row) const
    {
        return (row.key() - m_lowest) >> m_shift & (Buckets - 1);
    }

    void count(int worker)
    {
        Counts &counts = m_counts[static_cast<std::size_t>(worker)];
        for (const KeyedRow &row : sliceOf(m_from, worker, m_workers))
            ++counts[digit(row)];
    }

    void turnCountsIntoPlaces()
    {
        std::uint32_t place = 0;
        for (std::size_t bucket = 0; bucket < Buckets; ++bucket) {
            for (Counts &counts : m_counts)
                place += std::exchange(counts[bucket], place);
        }
    }

    void scatter(int worker)
    {
        Counts &places = m_counts[static_cast<std::size_t>(worker)];
        for (const KeyedRow &row : sliceOf(m_from, worker, m_workers))
            m_to[places[digit(row)]++] = row;
    }

    const std::vector<KeyedRow> &m_from;
    std::vector<KeyedRow> &m_to;
    std::uint64_t m_lowest;
    int m_shift;
    int m_workers;
    std::vector<Counts> m_counts; ///< by worker
};

} // namespace

bool sortByKey(std::vector<KeyedRow> &rows, const std::atomic_bool &cancelled)
{
    const Range range = rangeOf(rows);
    if (range.sorted)
        return !cancelled;
    const int bits = std::bit_width(range.highest - range.lowest);
    std::vector<KeyedRow> other(rows.size());
    for (int shift = 0; shift < bits; shift += DigitBits) {
        if (cancelled)
            return false;
        Pass(rows, other, range.lowest, shift).run();
        rows.swap(other);
    }
    return !cancelled;
}

} // namespace evident
