// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The filters of a Query on columns, compiled into look-up tables: which rows of a batch pass. Made by runQuery, read
// by its workers.

#include "store/eventorder.h"

#include <span>

namespace evident {

class RowFilter {
public:
    RowFilter(const Query &query, const Names &names);

    /// Sets passes[i] to 1 for every row of @p batch that passes, to 0 for the others. @p passes has a place for each. Answers how many
    /// pass.
    std::size_t test(const EventBatch &batch, std::span<std::uint8_t> passes) const;

private:
    using Table = std::vector<std::uint8_t>; ///< 1 at every wanted value; empty means any value passes

    [[nodiscard]] bool isWanted(const RowKind &kind) const;

    Table m_levels;
    Table m_ids;
    Table m_providers;
    Table m_computers;
    Table m_highlights;
    std::set<std::uint32_t> m_logs;
    bool m_recovered;
};

} // namespace evident
