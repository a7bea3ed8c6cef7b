// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sorting rows by one number each: by merging what is sorted already, or by radix, on several threads, stable. Owned by runQuery for the time of a query.

#include "store/columnmemory.h"

#include <atomic>
#include <cstdint>

namespace evident {

/// A row's place in the list that is sorted, with the key it is sorted by. 12 bytes, since ten million of them move.
class KeyedRow {
public:
    KeyedRow() = default;
    KeyedRow(std::uint64_t key, std::uint32_t place)
        : m_place(place)
    {
        setKey(key);
    }
    [[nodiscard]] std::uint64_t key() const { return std::uint64_t{m_high} << 32 | m_low; }
    [[nodiscard]] std::uint32_t place() const { return m_place; }
    void setKey(std::uint64_t key)
    {
        m_low = static_cast<std::uint32_t>(key);
        m_high = static_cast<std::uint32_t>(key >> 32);
    }

private:
    std::uint32_t m_low = 0;
    std::uint32_t m_high = 0;
    std::uint32_t m_place = 0;
};

using KeyedRows = ColumnVector<KeyedRow>;

/// Sorts by key, smallest first, equal keys as they stand. False when @p cancelled was set meanwhile; the rows are in
/// no certain order then.
[[nodiscard]] bool sortByKey(KeyedRows &rows, const std::atomic_bool &cancelled);

} // namespace evident
