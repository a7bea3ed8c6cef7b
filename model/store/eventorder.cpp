// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventorder.h"

#include "store/columnkeys.h"
#include "store/keysort.h"
#include "store/rowfilter.h"
#include "store/rowtexts.h"
#include "store/workers.h"

#include <algorithm>

namespace evident {

namespace {

/// The rows that pass, by batch, in ascending order.
std::vector<std::vector<RowId>> passingByBatch(const EventStore &store, const Query &query, const Names &names,
    const Shelf &shelf, const std::atomic_bool &cancelled)
{
    const RowFilter filter(query, names);
    std::optional<TextSearch> search;
    if (!query.text.isEmpty())
        search.emplace(query.text, names, shelf);

    std::vector<std::vector<RowId>> passing(store.batches().size());
    std::atomic_size_t next = 0;
    const int workers = search ? mostWorkers() : workersFor(store.size());
    overWorkers(std::min(workers, static_cast<int>(passing.size())), [&](int) {
        std::vector<std::uint8_t> passes;
        for (std::size_t at = next++; at < passing.size() && !cancelled; at = next++) {
            const EventBatch &batch = *store.batches()[at];
            passes.resize(batch.size());
            filter.test(batch, passes);
            if (search)
                search->narrow(batch, passes, cancelled);
            passing[at].reserve(static_cast<std::size_t>(std::ranges::count(passes, 1)));
            const auto first = static_cast<std::uint32_t>(store.firstRow(at));
            for (std::uint32_t i = 0; i < passes.size(); ++i) {
                if (passes[i] != 0)
                    passing[at].push_back(static_cast<RowId>(first + i));
            }
        }
    });
    return passing;
}

std::vector<RowId> joined(const std::vector<std::vector<RowId>> &pieces)
{
    std::size_t size = 0;
    for (const auto &piece : pieces)
        size += piece.size();
    std::vector<RowId> rows;
    rows.reserve(size);
    for (const auto &piece : pieces)
        rows.insert(rows.end(), piece.begin(), piece.end());
    return rows;
}

std::vector<KeyedRow> keyed(const std::vector<std::uint64_t> &keys)
{
    std::vector<KeyedRow> rows;
    rows.reserve(keys.size());
    for (const std::uint64_t key : keys)
        rows.emplace_back(key, static_cast<std::uint32_t>(rows.size()));
    return rows;
}

} // namespace

std::optional<EventOrder> runQuery(const EventStore &store, const Query &query, const Names &names, const Shelf &shelf,
    const std::atomic_bool &cancelled)
{
    const std::vector<RowId> rows = joined(passingByBatch(store, query, names, shelf, cancelled));
    auto sorted = keyed(columnKeys(store, rows, EventColumn::Time, names, shelf, cancelled));
    if (cancelled || !sortByKey(sorted, cancelled))
        return {};

    const bool byTime = query.sortBy == EventColumn::Time;
    if (!byTime || query.descending)
        std::ranges::reverse(sorted);
    if (!byTime) {
        const auto keys = columnKeys(store, rows, query.sortBy, names, shelf, cancelled);
        for (KeyedRow &row : sorted)
            row.setKey(query.descending ? ~keys[row.place()] : keys[row.place()]);
        if (!sortByKey(sorted, cancelled))
            return {};
    }

    EventOrder order;
    order.rows.reserve(sorted.size());
    for (const KeyedRow &row : sorted)
        order.rows.push_back(rows[row.place()]);
    return cancelled ? std::nullopt : std::optional(std::move(order));
}

} // namespace evident
