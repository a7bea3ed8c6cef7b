// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every column as one number a row, to sort by: numbers as they are, names and descriptions by their rank. Made by
// runQuery and gone with it.

#include "store/eventorder.h"

#include <vector>

namespace evident {

/// Of a list of ascending rows, those that lie in one batch: the first one's index, and the one behind the last.
struct RowSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The spans of @p rows (ascending), one for each batch of @p store.
[[nodiscard]] std::vector<RowSpan> spansByBatch(const EventStore &store, const std::vector<RowId> &rows);

/// The key of each of @p rows (ascending) in @p column. Where @p cancelled was set the keys mean nothing.
[[nodiscard]] std::vector<std::uint64_t> columnKeys(const EventStore &store, const std::vector<RowId> &rows,
    EventColumn column, const Names &names, const Shelf &shelf, const std::atomic_bool &cancelled);

} // namespace evident
