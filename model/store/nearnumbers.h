// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A column of large numbers that lie close together, as the places and record ids of neighbouring rows do: each takes half of its room. Where
// they do not, as in a log that somebody made up, they take all of it. Part of an EventBatch.

#include "store/columnmemory.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>

namespace evident {

class NearNumbers {
public:
    NearNumbers() = default;
    /// @p numberOf gives the number of each of @p rows.
    template<typename Row, typename NumberOf>
    NearNumbers(std::span<const Row> rows, NumberOf numberOf)
        : m_first(rows.empty() ? 0 : std::invoke(numberOf, rows.front()))
    {
        const auto distanceOf = [&](const Row &row) { return std::invoke(numberOf, row) - m_first + Behind; };
        const bool areNear = std::ranges::all_of(
            rows, [&](const Row &row) { return distanceOf(row) <= std::numeric_limits<std::uint32_t>::max(); });
        if (areNear) {
            m_near.resize(rows.size());
            std::ranges::transform(
                rows, m_near.begin(), [&](const Row &row) { return static_cast<std::uint32_t>(distanceOf(row)); });
        } else {
            m_far.resize(rows.size());
            std::ranges::transform(rows, m_far.begin(), numberOf);
        }
    }

    [[nodiscard]] std::uint64_t operator[](std::size_t index) const
    {
        return m_far.empty() ? m_first + m_near[index] - Behind : m_far[index];
    }
    [[nodiscard]] std::uint64_t front() const { return (*this)[0]; }
    [[nodiscard]] std::uint64_t back() const { return (*this)[size() - 1]; }
    [[nodiscard]] std::size_t size() const { return m_far.empty() ? m_near.size() : m_far.size(); }
    /// The index of @p number at or behind @p from; size() when it is not there.
    [[nodiscard]] std::size_t find(std::uint64_t number, std::size_t from) const
    {
        while (from < size() && (*this)[from] != number)
            ++from;
        return from;
    }

private:
    static constexpr std::uint64_t Behind = std::uint64_t{1} << 31; ///< so that a few may lie before the first

    std::uint64_t m_first = 0;
    ColumnVector<std::uint32_t> m_near; ///< distance from the first
    ColumnVector<std::uint64_t> m_far; ///< when some lie too far away: all as they are
};

} // namespace evident
