// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A column of numbers that lie close together, as the places and record ids of neighbouring rows do: of each its distance from the lowest is kept, in
// no more bytes than the largest distance takes. Part of an EventBatch.

#include "store/packednumbers.h"

#include <algorithm>

namespace evident {

class NearNumbers {
public:
    NearNumbers() = default;
    /// @p numberOf gives the number of each of @p rows.
    template<typename Row, typename NumberOf>
    NearNumbers(std::span<const Row> rows, NumberOf numberOf)
    {
        if (rows.empty())
            return;
        std::uint64_t lowest = std::invoke(numberOf, rows.front());
        const auto distanceOf = [&](const Row &row) { return std::invoke(numberOf, row) - lowest; };
        const auto farthest = [&] {
            std::uint64_t most = 0;
            for (const Row &row : rows)
                most = std::max(most, distanceOf(row));
            return most;
        };
        std::uint64_t most = farthest();
        // Mostly none lies before the first. One that does seems to lie far behind it.
        if (most > std::numeric_limits<std::uint32_t>::max() || lowest + most < lowest) {
            for (const Row &row : rows)
                lowest = std::min<std::uint64_t>(lowest, std::invoke(numberOf, row));
            most = farthest();
        }
        m_lowest = lowest;
        m_highest = lowest + most;
        m_distances = PackedNumbers(rows, most, distanceOf);
    }

    [[nodiscard]] std::uint64_t operator[](std::size_t index) const { return m_lowest + m_distances[index]; }
    [[nodiscard]] std::uint64_t front() const { return (*this)[0]; }
    [[nodiscard]] std::uint64_t back() const { return (*this)[size() - 1]; }
    [[nodiscard]] std::size_t size() const { return m_distances.size(); }
    /// 0 when there is none.
    [[nodiscard]] std::uint64_t lowest() const { return m_lowest; }
    [[nodiscard]] std::uint64_t highest() const { return m_highest; }
    /// What each row takes: 0, 1, 2, 4 or 8 bytes.
    [[nodiscard]] std::size_t width() const { return m_distances.width(); }
    /// Gives @p visit a function from a row's index to its number, of one type for each width: for loops over all rows.
    template<typename Visit>
    void withNumbers(Visit visit) const
    {
        m_distances.withNumbers([this, &visit](auto distance) {
            visit([lowest = m_lowest, distance](std::size_t index) { return lowest + distance(index); });
        });
    }
    /// The index of @p number at or behind @p from; size() when it is not there.
    [[nodiscard]] std::size_t find(std::uint64_t number, std::size_t from) const
    {
        while (from < size() && (*this)[from] != number)
            ++from;
        return from;
    }

private:
    std::uint64_t m_lowest = 0;
    std::uint64_t m_highest = 0;
    PackedNumbers m_distances; ///< from the lowest
};

} // namespace evident
