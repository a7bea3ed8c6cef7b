// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers values that come one after the other: equal ones alike, from 0 in the order in which they are first met. What a
// column of few values is made with; lives as long as that takes.

#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace evident {

/// Spreads the bits of a value of a column over 64.
[[nodiscard]] constexpr std::uint64_t columnHash(std::uint64_t value)
{
    value *= 0xff51afd7ed558ccd;
    return value ^ value >> 32;
}
template<typename T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
[[nodiscard]] constexpr std::uint64_t columnHash(T value)
{
    return columnHash(static_cast<std::uint64_t>(value));
}

/// @p T: what can be compared and has a columnHash().
template<typename T>
class DifferentValues {
public:
    [[nodiscard]] std::uint32_t numberOf(const T &value)
    {
        const T *const values = m_values.data();
        if (m_last < m_values.size() && values[m_last] == value)
            return m_last;
        if (m_values.size() * 2 >= m_slots.size())
            growSlots();
        std::uint32_t *const bySlot = m_slots.data();
        const std::size_t mask = m_slots.size() - 1;
        std::size_t slot = columnHash(value) & mask;
        while (bySlot[slot] != 0 && !(values[bySlot[slot] - 1] == value))
            slot = (slot + 1) & mask;
        if (bySlot[slot] == 0) {
            m_values.push_back(value);
            bySlot[slot] = static_cast<std::uint32_t>(m_values.size());
        }
        m_last = bySlot[slot] - 1;
        return m_last;
    }
    /// By their numbers.
    [[nodiscard]] const std::vector<T> &all() const { return m_values; }
    /// The same, given away; nothing is left.
    [[nodiscard]] std::vector<T> take()
    {
        m_slots = {};
        m_values.shrink_to_fit();
        return std::exchange(m_values, {});
    }
    void clear()
    {
        m_values.clear();
        m_last = 0;
        m_slots.assign(m_slots.size(), 0);
    }

private:
    void growSlots()
    {
        std::size_t size = 64;
        while (size <= m_values.size() * 4)
            size *= 2;
        m_slots.assign(size, 0);
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            std::size_t slot = columnHash(m_values[i]) & (size - 1);
            while (m_slots[slot] != 0)
                slot = (slot + 1) & (size - 1);
            m_slots[slot] = static_cast<std::uint32_t>(i + 1);
        }
    }

    std::vector<T> m_values;
    std::vector<std::uint32_t> m_slots; ///< by hash, a value's number plus 1; a power of two
    std::uint32_t m_last = 0; ///< what was answered last
};

} // namespace evident
