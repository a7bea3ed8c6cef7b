// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All rows of all open logs, as a value: copying it copies pointers to batches, so a query on a worker sees one state
// of it while the GUI thread goes on appending. Rows are numbered in the order they arrived and keep their number
// until a log is closed.

#include "store/eventbatch.h"
#include "store/timeindex.h"

#include <vector>

namespace evident {

/// The number of a row in one EventStore.
enum class RowId : std::uint32_t { };
using RowIds = ColumnVector<RowId>;

class EventStore {
public:
    void append(std::shared_ptr<const EventBatch> batch);
    /// Takes all batches of a log out; rows behind them get new numbers.
    void removeLog(std::uint32_t log);
    [[nodiscard]] std::uint32_t size() const { return m_size; }

    struct Spot {
        const EventBatch *batch = nullptr;
        std::size_t index = 0;
    };
    /// Batch and index of a row. @p row must be below size().
    [[nodiscard]] Spot at(RowId row) const;
    [[nodiscard]] const std::vector<std::shared_ptr<const EventBatch>> &batches() const { return m_batches; }
    /// The number of the first row of the batch at @p batch.
    [[nodiscard]] RowId firstRow(std::size_t batch) const { return static_cast<RowId>(m_firstRows[batch]); }
    /// All rows, oldest first, equal times as they arrived; null when @p cancelled was set.
    [[nodiscard]] std::shared_ptr<const RowIds> byTime(const std::atomic_bool &cancelled) const
    {
        return m_byTime->of(*this, cancelled);
    }
    /// The whole event behind a row, decoded from its bytes.
    [[nodiscard]] Result<Event> event(RowId row) const;

private:
    std::vector<std::shared_ptr<const EventBatch>> m_batches;
    std::vector<std::uint32_t> m_firstRows; ///< row number of each batch's first row
    std::uint32_t m_size = 0;
    std::shared_ptr<TimeIndex> m_byTime = std::make_shared<TimeIndex>(); ///< shared by copies: it knows its rows
};

} // namespace evident
