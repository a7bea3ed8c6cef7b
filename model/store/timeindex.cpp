// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/timeindex.h"

#include "store/eventstore.h"
#include "store/keysort.h"
#include "store/workers.h"

#include <algorithm>
#include <utility>

namespace evident {

namespace {

std::uint64_t timeOf(const EventStore &store, RowId row)
{
    const auto [batch, index] = store.at(row);
    return batch->time[index];
}

/// The rows of all batches from number @p first on, each with its time: batch after batch, those of each in the order of their times.
KeyedRows newRows(const EventStore &store, std::size_t first)
{
    const auto &batches = store.batches();
    const auto begin = static_cast<std::uint32_t>(store.firstRow(first));
    KeyedRows rows(store.size() - begin);
    std::atomic_size_t next = first;
    overWorkers(workersFor(rows.size()), [&](int) {
        for (std::size_t at = next++; at < batches.size(); at = next++) {
            const TimeColumn &times = batches[at]->time;
            const auto row = static_cast<std::uint32_t>(store.firstRow(at));
            times.visitInOrder([&times, row, to = rows.data() + (row - begin)](auto indexAt) {
                for (std::size_t place = 0; place < times.size(); ++place) {
                    const std::size_t index = indexAt(place);
                    to[place] = {times[index], row + static_cast<std::uint32_t>(index)};
                }
            });
        }
    });
    return rows;
}

/// Whether of all batches from number @p first on none begins before the one in front of it ends, nor before @p last.
bool followEachOther(const EventStore &store, std::size_t first, std::uint64_t last)
{
    const auto &batches = store.batches();
    return std::all_of(batches.begin() + static_cast<std::ptrdiff_t>(first), batches.end(),
        [&last](const auto &batch) { return std::exchange(last, batch->time.latest()) <= batch->time.earliest(); });
}

/// The rows of @p old, and behind them those of all batches from number @p first on.
TimeIndex::Rows appended(const TimeIndex::Rows &old, const EventStore &store, std::size_t first)
{
    TimeIndex::Rows rows(store.size());
    std::ranges::copy(old, rows.begin());
    for (std::size_t at = first; at < store.batches().size(); ++at) {
        const TimeColumn &times = store.batches()[at]->time;
        const auto row = static_cast<std::uint32_t>(store.firstRow(at));
        times.visitInOrder([row, size = times.size(), to = rows.data() + row](auto indexAt) {
            for (std::size_t place = 0; place < size; ++place)
                to[place] = static_cast<RowId>(row + static_cast<std::uint32_t>(indexAt(place)));
        });
    }
    return rows;
}

} // namespace

std::shared_ptr<const TimeIndex::Rows> TimeIndex::of(const EventStore &store, const std::atomic_bool &cancelled)
{
    const std::scoped_lock lock(m_mutex);
    const auto &batches = store.batches();
    const auto [known, own] = std::ranges::mismatch(m_batches, batches);
    if (own == batches.end() && known != m_batches.end()) { // an earlier state of the store asks
        auto rows = std::make_shared<Rows>();
        std::ranges::copy_if(*m_rows, std::back_inserter(*rows),
            [&store](RowId row) { return static_cast<std::uint32_t>(row) < store.size(); });
        return rows;
    }
    if (known != m_batches.end()) { // a copy of the store that went its own way
        m_batches.clear();
        m_rows = std::make_shared<const Rows>();
    }
    if (m_batches.size() < batches.size()) {
        auto rows = extended(store, cancelled);
        if (!rows)
            return nullptr;
        m_rows = std::move(rows);
        m_batches = batches;
    }
    return m_rows;
}

std::shared_ptr<const TimeIndex::Rows> TimeIndex::extended(
    const EventStore &store, const std::atomic_bool &cancelled) const
{
    const Rows &old = *m_rows;
    const std::size_t first = m_batches.size();
    if (followEachOther(store, first, old.empty() ? 0 : timeOf(store, old.back()))) // as those of one log mostly do
        return cancelled ? nullptr : std::make_shared<const Rows>(appended(old, store, first));
    KeyedRows fresh = newRows(store, first);
    if (!sortByKey(fresh, cancelled))
        return nullptr;
    const std::uint64_t lowest = fresh.empty() ? 0 : fresh.front().key();
    const auto later = std::ranges::upper_bound(old, lowest, {}, [&store](RowId row) { return timeOf(store, row); });
    auto rows = std::make_shared<Rows>();
    rows->reserve(store.size());
    rows->assign(old.begin(), later);
    // A log that grows overlaps with what was there by some rows only; several logs may do so wholly.
    KeyedRows tail;
    tail.reserve(static_cast<std::size_t>(old.end() - later));
    for (auto row = later; row != old.end(); ++row)
        tail.emplace_back(timeOf(store, *row), static_cast<std::uint32_t>(*row));
    auto at = tail.begin();
    for (const KeyedRow &row : fresh) {
        for (; at != tail.end() && at->key() <= row.key(); ++at)
            rows->push_back(static_cast<RowId>(at->place()));
        rows->push_back(static_cast<RowId>(row.place()));
    }
    for (; at != tail.end(); ++at)
        rows->push_back(static_cast<RowId>(at->place()));
    return cancelled ? nullptr : rows;
}

} // namespace evident
