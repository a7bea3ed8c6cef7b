// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When the events of neighbouring rows were written, and how these rows stand by time, found out while the column is made: rows of one log mostly
// stand as they were written, so that all of a store's need not be sorted. Part of an EventBatch.

#include "store/packednumbers.h"

namespace evident {

class TimeColumn {
public:
    TimeColumn() = default;
    /// @p timeOf gives the ticks of each of @p rows.
    template<typename Row, typename TimeOf>
    TimeColumn(std::span<const Row> rows, TimeOf timeOf)
        : m_ticks(rows.size())
    {
        if (rows.empty())
            return;
        std::uint64_t last = 0;
        bool isInOrder = true;
        std::uint64_t *to = m_ticks.data();
        for (const Row &row : rows) {
            const std::uint64_t time = std::invoke(timeOf, row);
            isInOrder &= last <= time;
            last = time;
            *to++ = time;
        }
        if (!isInOrder)
            sort();
        m_earliest = m_ticks[isInOrder ? 0 : m_order[0]];
        m_latest = m_ticks[isInOrder ? size() - 1 : m_order[size() - 1]];
    }

    [[nodiscard]] std::uint64_t operator[](std::size_t index) const { return m_ticks[index]; }
    [[nodiscard]] auto begin() const { return m_ticks.begin(); }
    [[nodiscard]] auto end() const { return m_ticks.end(); }
    [[nodiscard]] std::size_t size() const { return m_ticks.size(); }
    /// 0 when there is no row.
    [[nodiscard]] std::uint64_t earliest() const { return m_earliest; }
    [[nodiscard]] std::uint64_t latest() const { return m_latest; }
    /// Gives @p visit a function from a place to the index of the row that stands there by time, oldest first, equal times as the rows
    /// do: for loops over all rows.
    template<typename Visit>
    void visitInOrder(Visit visit) const
    {
        if (m_order.size() == 0)
            visit([](std::size_t place) { return std::uint64_t{place}; });
        else
            m_order.withNumbers(visit);
    }

private:
    void sort();

    ColumnVector<std::uint64_t> m_ticks;
    std::uint64_t m_earliest = 0;
    std::uint64_t m_latest = 0;
    PackedNumbers m_order; ///< by place, the index of the row there; nothing where they stand in order
};

} // namespace evident
