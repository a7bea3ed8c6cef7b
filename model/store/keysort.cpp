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

std::span<const KeyedRow> sliceOf(const KeyedRows &rows, int worker, int workers)
{
    const std::size_t begin = rows.size() * static_cast<std::size_t>(worker) / static_cast<std::size_t>(workers);
    const std::size_t end = rows.size() * static_cast<std::size_t>(worker + 1) / static_cast<std::size_t>(workers);
    return std::span(rows).subspan(begin, end - begin);
}

struct Range {
    std::uint64_t lowest = ~std::uint64_t{0};
    std::uint64_t highest = 0;
    std::vector<std::size_t>
        runs; ///< where each piece that is sorted already begins, and the end; no more than MostRuns
};

// Up to here merging is quicker than sorting. A log is mostly one such run, so this is about as many logs.
constexpr std::size_t MostRuns = 32;

Range rangeOf(const KeyedRows &rows)
{
    Range range{.runs = {0}};
    std::uint64_t last = 0;
    for (const KeyedRow &row : rows) {
        const std::uint64_t key = row.key();
        if (key < last && range.runs.size() <= MostRuns)
            range.runs.push_back(static_cast<std::size_t>(&row - rows.data()));
        range.lowest = std::min(range.lowest, key);
        range.highest = std::max(range.highest, key);
        last = key;
    }
    range.runs.push_back(rows.size());
    return range;
}

/// Two sorted pieces, one behind the other in the source, that become one at the same place of the target.
struct Merge {
    std::size_t first = 0;
    std::size_t firstEnd = 0;
    std::size_t second = 0;
    std::size_t secondEnd = 0;
    std::size_t to = 0;

    [[nodiscard]] std::size_t size() const { return firstEnd - first + (secondEnd - second); }
};

/// Cuts a merge into pieces that can be done at the same time: what is below the middle of the first, and the rest.
void addPieces(const KeyedRows &rows, const Merge &merge, std::size_t largest, std::vector<Merge> &pieces)
{
    if (merge.size() <= largest || merge.firstEnd - merge.first < 2) {
        pieces.push_back(merge);
        return;
    }
    const std::size_t middle = merge.first + (merge.firstEnd - merge.first) / 2;
    const auto second = std::span(rows).subspan(merge.second, merge.secondEnd - merge.second);
    const auto below = std::ranges::lower_bound(second, rows[middle].key(), {}, &KeyedRow::key) - second.begin();
    const std::size_t cut = merge.second + static_cast<std::size_t>(below);
    Merge left = merge;
    left.firstEnd = middle;
    left.secondEnd = cut;
    Merge right = merge;
    right.first = middle;
    right.second = cut;
    right.to = merge.to + left.size();
    addPieces(rows, left, largest, pieces);
    addPieces(rows, right, largest, pieces);
}

void mergePieces(const KeyedRows &from, KeyedRows &to, const std::vector<Merge> &pieces)
{
    std::atomic_size_t next = 0;
    overWorkers(workersFor(from.size()), [&](int) {
        for (std::size_t at = next++; at < pieces.size(); at = next++) {
            const Merge &piece = pieces[at];
            const auto all = std::span(from);
            std::ranges::merge(all.subspan(piece.first, piece.firstEnd - piece.first),
                all.subspan(piece.second, piece.secondEnd - piece.second),
                to.begin() + static_cast<std::ptrdiff_t>(piece.to), {}, &KeyedRow::key, &KeyedRow::key);
        }
    });
}

/// Merges neighbouring runs until one is left. @p runs as in Range.
bool mergeRuns(KeyedRows &rows, std::vector<std::size_t> runs, const std::atomic_bool &cancelled)
{
    if (runs.size() <= 2)
        return !cancelled;
    KeyedRows other(rows.size());
    const std::size_t largest = rows.size() / (4 * static_cast<std::size_t>(mostWorkers())) + 1;
    while (runs.size() > 2 && !cancelled) {
        std::vector<Merge> pieces;
        std::vector<std::size_t> merged;
        for (std::size_t at = 0; at + 1 < runs.size(); at += 2) {
            const std::size_t end = at + 2 < runs.size() ? runs[at + 2] : runs[at + 1];
            addPieces(rows, {runs[at], runs[at + 1], runs[at + 1], end, runs[at]}, largest, pieces);
            merged.push_back(runs[at]);
        }
        merged.push_back(rows.size());
        mergePieces(rows, other, pieces);
        rows.swap(other);
        runs = std::move(merged);
    }
    return !cancelled;
}

/// One pass: from @p from into @p to, by the digit at @p shift of (key - lowest).
class Pass {
public:
    Pass(const KeyedRows &from, KeyedRows &to, std::uint64_t lowest, int shift)
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

    const KeyedRows &m_from;
    KeyedRows &m_to;
    std::uint64_t m_lowest;
    int m_shift;
    int m_workers;
    std::vector<Counts> m_counts; ///< by worker
};

/// Puts rows that stand a little out of place where they belong, as those of a log whose service wrote from several
/// threads. False once that takes too many steps; nothing is lost then, but the order is not the one it was.
bool sortedBySteps(KeyedRows &rows)
{
    std::size_t left = rows.size() / 2 + 64;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i - 1].key() <= rows[i].key())
            continue;
        const KeyedRow row = rows[i];
        std::size_t to = i;
        for (; to > 0 && rows[to - 1].key() > row.key() && left > 0; --to, --left)
            rows[to] = rows[to - 1];
        rows[to] = row;
        if (left == 0)
            return false;
    }
    return true;
}

} // namespace

bool sortByKey(KeyedRows &rows, const std::atomic_bool &cancelled)
{
    Range range = rangeOf(rows);
    if (range.runs.size() <= MostRuns + 1)
        return mergeRuns(rows, std::move(range.runs), cancelled);
    if (sortedBySteps(rows))
        return !cancelled;
    const int bits = std::bit_width(range.highest - range.lowest);
    KeyedRows other(rows.size());
    for (int shift = 0; shift < bits; shift += DigitBits) {
        if (cancelled)
            return false;
        Pass(rows, other, range.lowest, shift).run();
        rows.swap(other);
    }
    return !cancelled;
}

} // namespace evident
