// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sorting rows of a store by one small number each, by radix, on several threads, stable. Used by runQuery.

#include "store/eventstore.h"

#include <atomic>

namespace evident {

enum class Direction : std::uint8_t { SmallestFirst, LargestFirst };

/// Sorts @p rows by their keys; equal ones stay as they stand. @p keys holds one for every row of the store, by row number. False
/// when @p cancelled was set meanwhile; the rows are in no certain order then.
[[nodiscard]] bool sortRows(
    RowIds &rows, const std::vector<std::uint32_t> &keys, Direction direction, const std::atomic_bool &cancelled);

} // namespace evident
