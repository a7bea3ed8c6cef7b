// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventorder.h"

#include "store/columnkeys.h"
#include "store/expressionsearch.h"
#include "store/keysort.h"
#include "store/rowfilter.h"
#include "store/rowsort.h"
#include "store/rowtexts.h"
#include "store/workers.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <span>

namespace evident {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto FirstHits = 40ms; // a little before anybody would call it waiting
constexpr std::size_t FirstDescriptions = 100'000;

/// The text of a query, if it has one, ready to be looked for.
class TextFilter {
public:
    TextFilter(const Query &query, const Names &names, const Shelf &shelf)
        : m_names(names)
        , m_shelf(shelf)
    {
        if (query.text.isEmpty())
            return;
        if (query.textKind == TextKind::Plain)
            m_plain.emplace(query.text, names, shelf);
        else
            m_expression.emplace(query.text);
    }
    [[nodiscard]] bool isWanted() const { return m_plain || m_expression; }

    /// What one thread looks for it with.
    class Worker {
    public:
        explicit Worker(const TextFilter &filter)
            : m_plain(filter.m_plain)
        {
            if (filter.m_expression)
                m_expression.emplace(*filter.m_expression, filter.m_names, filter.m_shelf);
        }
        /// As ExpressionSearch::narrow().
        std::size_t narrow(const EventBatch &batch, std::span<std::uint8_t> passes, const std::atomic_bool &cancelled)
        {
            if (m_plain)
                m_plain->narrow(batch, passes, cancelled);
            return m_expression ? m_expression->narrow(batch, passes, cancelled) : 0;
        }

    private:
        const std::optional<TextSearch> &m_plain;
        std::optional<ExpressionSearch> m_expression;
    };

private:
    const Names &m_names;
    const Shelf &m_shelf;
    std::optional<TextSearch> m_plain;
    std::optional<SoughtExpression> m_expression;
};

/// One query while it runs.
class Running {
public:
    Running(const EventStore &store, const Query &query, const Names &names, const Shelf &shelf,
        const std::atomic_bool &cancelled, const EarlyOrder &early)
        : m_store(store)
        , m_query(query)
        , m_names(names)
        , m_shelf(shelf)
        , m_cancelled(cancelled)
        , m_early(early)
        , m_passes(store.size())
        , m_isSearched(store.batches().size())
    {
    }

    std::optional<EventOrder> run()
    {
        const bool isByTime = m_query.sortBy == EventColumn::Time;
        const bool needsText = m_query.sortBy == EventColumn::Description;
        if (!isByTime && !needsText)
            m_keys = keysOf(m_passes);
        filter();
        const auto byTime = m_cancelled ? nullptr : m_store.byTime(m_cancelled);
        if (!byTime)
            return {};
        EventOrder order;
        order.rows = picked(*byTime);
        order.givenUp = m_givenUp;
        if (needsText) {
            tellFirstDescriptions(order.rows);
            m_keys = keysOf(m_passes);
        }
        if (!isByTime && !sort(order.rows))
            return {};
        return m_cancelled ? std::nullopt : std::optional(std::move(order));
    }

private:
    [[nodiscard]] std::vector<std::uint32_t> keysOf(std::span<const std::uint8_t> passes) const
    {
        return columnKeys(m_store, passes, m_query.sortBy, m_names, m_shelf, m_cancelled);
    }
    [[nodiscard]] bool sort(RowIds &rows) const
    {
        return sortRows(
            rows, m_keys, m_query.descending ? Direction::LargestFirst : Direction::SmallestFirst, m_cancelled);
    }
    /// Whether rows come newest first before they are sorted by anything but time.
    [[nodiscard]] bool isNewestFirst() const { return m_query.sortBy != EventColumn::Time || m_query.descending; }

    void filter();
    [[nodiscard]] RowIds allOf(const RowIds &byTime) const;
    [[nodiscard]] RowIds picked(const RowIds &byTime) const;
    void tellHits();
    void tellFirstDescriptions(RowIds rows) const;

    const EventStore &m_store;
    const Query &m_query;
    const Names &m_names;
    const Shelf &m_shelf;
    const std::atomic_bool &m_cancelled;
    const EarlyOrder &m_early;
    ColumnVector<std::uint8_t> m_passes; ///< by row number; nothing before filter()
    std::atomic_size_t m_passing = 0; ///< so many of them are 1
    std::atomic_size_t m_givenUp = 0; ///< EventOrder::givenUp so far
    std::vector<std::uint32_t> m_keys; ///< by row number; empty where rows are sorted by time
    std::vector<std::atomic_bool> m_isSearched; ///< by batch
    Clock::time_point m_begin = Clock::now();
    Clock::duration m_nextTelling = FirstHits;
};

void Running::filter()
{
    const RowFilter columns(m_query, m_names);
    const TextFilter texts(m_query, m_names, m_shelf);
    const auto &batches = m_store.batches();
    std::atomic_size_t next = 0;
    const int workers = texts.isWanted() ? mostWorkers() : workersFor(m_store.size());
    overWorkers(std::min(workers, static_cast<int>(batches.size())), [&](int worker) {
        TextFilter::Worker search(texts);
        for (std::size_t count = next++; count < batches.size() && !m_cancelled; count = next++) {
            const std::size_t at = batches.size() - 1 - count; // the newest rows are looked for first
            const auto passes =
                std::span(m_passes).subspan(static_cast<std::uint32_t>(m_store.firstRow(at)), batches[at]->size());
            const std::size_t passing = columns.test(*batches[at], passes);
            if (!texts.isWanted()) {
                m_passing += passing;
                continue;
            }
            m_givenUp += search.narrow(*batches[at], passes, m_cancelled);
            m_passing += static_cast<std::size_t>(std::ranges::count(passes, std::uint8_t{1}));
            m_isSearched[at] = true;
            if (worker == 0 && m_early)
                tellHits();
        }
    });
}

RowIds Running::allOf(const RowIds &byTime) const
{
    RowIds rows(byTime.size());
    const auto workers = static_cast<std::size_t>(workersFor(rows.size()));
    overWorkers(static_cast<int>(workers), [&](int worker) {
        const auto number = static_cast<std::size_t>(worker);
        const std::size_t begin = rows.size() * number / workers;
        const std::size_t end = rows.size() * (number + 1) / workers;
        const auto slice = std::span(byTime).subspan(begin, end - begin);
        if (isNewestFirst())
            std::ranges::reverse_copy(slice, rows.end() - static_cast<std::ptrdiff_t>(end));
        else
            std::ranges::copy(slice, rows.begin() + static_cast<std::ptrdiff_t>(begin));
    });
    return rows;
}

/// The rows that pass, in the order of their time.
RowIds Running::picked(const RowIds &byTime) const
{
    if (m_passing == byTime.size())
        return allOf(byTime);
    struct Part {
        std::unique_ptr<RowId[]> rows; ///< not filled with zeros first
        std::size_t count = 0;
    };
    const int workers = workersFor(byTime.size());
    std::vector<Part> parts(static_cast<std::size_t>(workers));
    overWorkers(workers, [&](int worker) {
        const auto number = static_cast<std::size_t>(worker);
        const std::size_t begin = byTime.size() * number / parts.size();
        const std::size_t end = byTime.size() * (number + 1) / parts.size();
        auto rows = std::make_unique_for_overwrite<RowId[]>(end - begin);
        std::size_t count = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const RowId row = byTime[isNewestFirst() ? byTime.size() - 1 - i : i];
            rows[count] = row; // overwritten by the next one unless it passes
            count += m_passes[static_cast<std::uint32_t>(row)];
        }
        parts[number] = {.rows = std::move(rows), .count = count};
    });
    RowIds rows;
    rows.reserve(m_passing);
    for (const Part &part : parts)
        rows.insert(rows.end(), part.rows.get(), part.rows.get() + part.count);
    return rows;
}

/// Hands on what was found in the batches that are done, if it is time to; each time later than the time before.
void Running::tellHits()
{
    if (Clock::now() - m_begin < m_nextTelling)
        return;
    KeyedRows found;
    for (std::size_t at = 0; at < m_isSearched.size(); ++at) {
        if (!m_isSearched[at])
            continue;
        const EventBatch &batch = *m_store.batches()[at];
        const auto first = static_cast<std::uint32_t>(m_store.firstRow(at));
        for (std::uint32_t i = 0; i < batch.size(); ++i) {
            if (m_passes[first + i] != 0)
                found.emplace_back(batch.time[i], first + i);
        }
    }
    if (found.empty() || !sortByKey(found, m_cancelled))
        return;
    if (isNewestFirst())
        std::ranges::reverse(found);
    EventOrder order;
    order.isComplete = false;
    order.givenUp = m_givenUp;
    for (const KeyedRow &row : found)
        order.rows.push_back(static_cast<RowId>(row.place()));
    if (m_keys.empty() || sort(order.rows))
        m_early(std::move(order));
    m_nextTelling = 2 * (Clock::now() - m_begin);
}

/// The first rows sorted among each other; the rest stands behind them for now.
void Running::tellFirstDescriptions(RowIds rows) const
{
    if (!m_early || rows.size() <= FirstDescriptions)
        return;
    const std::span rest = std::span(rows).subspan(FirstDescriptions);
    RowIds order(rows.begin(), rows.begin() + FirstDescriptions);
    std::vector<std::uint8_t> passes(m_store.size(), 0);
    for (const RowId row : order)
        passes[static_cast<std::uint32_t>(row)] = 1;
    const auto keys = keysOf(passes);
    if (!sortRows(order, keys, m_query.descending ? Direction::LargestFirst : Direction::SmallestFirst, m_cancelled))
        return;
    order.insert(order.end(), rest.begin(), rest.end());
    m_early({.rows = std::move(order), .isComplete = false});
}

} // namespace

std::optional<EventOrder> runQuery(const EventStore &store, const Query &query, const Names &names, const Shelf &shelf,
    const std::atomic_bool &cancelled, const EarlyOrder &early)
{
    return Running(store, query, names, shelf, cancelled, early).run();
}

} // namespace evident
