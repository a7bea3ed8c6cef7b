// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A column of large numbers that lie close together, as the places and record ids of neighbouring rows do: each takes half of its room. Where
// they do not, as in a log that somebody made up, they take all of it. Part of an EventBatch.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace evident {

class NearNumbers {
public:
    void push_back(std::uint64_t number)
    {
        if (m_near.empty() && m_far.empty())
            m_first = number;
        const std::uint64_t distance = number - m_first + Behind; // so that a few may lie before the first
        if (distance <= std::numeric_limits<std::uint32_t>::max() && m_far.empty()) {
            m_near.push_back(static_cast<std::uint32_t>(distance));
            return;
        }
        spread();
        m_far.push_back(number);
    }
    [[nodiscard]] std::uint64_t operator[](std::size_t index) const
    {
        return m_far.empty() ? m_first + m_near[index] - Behind : m_far[index];
    }
    [[nodiscard]] std::uint64_t front() const { return (*this)[0]; }
    [[nodiscard]] std::uint64_t back() const { return (*this)[size() - 1]; }
    [[nodiscard]] std::size_t size() const { return m_far.empty() ? m_near.size() : m_far.size(); }
    void shrink_to_fit()
    {
        m_near.shrink_to_fit();
        m_far.shrink_to_fit();
    }
    /// The index of @p number at or behind @p from; size() when it is not there.
    [[nodiscard]] std::size_t find(std::uint64_t number, std::size_t from) const
    {
        while (from < size() && (*this)[from] != number)
            ++from;
        return from;
    }

private:
    static constexpr std::uint64_t Behind = std::uint64_t{1} << 31;

    void spread()
    {
        for (const std::uint32_t distance : m_near)
            m_far.push_back(m_first + distance - Behind);
        m_near = {};
    }

    std::uint64_t m_first = 0;
    std::vector<std::uint32_t> m_near; ///< distance from the first
    std::vector<std::uint64_t> m_far; ///< when some lie too far away: all as they are
};

} // namespace evident
