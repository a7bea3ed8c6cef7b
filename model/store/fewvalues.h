// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A column whose rows hold few different values, as nearly all columns of one batch do: each value is kept once, and for every row
// its number, in no more bytes than that takes; in none where all rows hold the same. Part of an EventBatch.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
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

template<typename T>
class FewValues {
public:
    void push_back(const T &value)
    {
        if (m_values.empty() || !(value == m_lastValue)) {
            m_last = numberOf(value);
            m_lastValue = value;
        }
        if (m_last >= m_limit)
            widen();
        if (m_width == 1)
            m_bytes.push_back(static_cast<std::uint8_t>(m_last));
        else if (m_width != 0)
            append(m_last);
        ++m_size;
    }
    [[nodiscard]] const T &operator[](std::size_t index) const { return m_values[numberAt(index)]; }
    [[nodiscard]] const T &front() const { return (*this)[0]; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// The different values, in the order they came.
    [[nodiscard]] const std::vector<T> &values() const { return m_values; }
    /// Gives @p visit a function from a row's index to the number of its value, of one type for each width: for loops over all rows.
    template<typename Visit>
    void withNumbers(Visit visit) const
    {
        switch (m_width) {
        case 0: visit([](std::size_t) { return std::size_t{0}; }); break;
        case 1: visit([bytes = m_bytes.data()](std::size_t index) { return std::size_t{bytes[index]}; }); break;
        case 2: visit(Numbers<std::uint16_t>{m_bytes.data()}); break;
        default: visit(Numbers<std::uint32_t>{m_bytes.data()});
        }
    }
    /// Gives back all room that no row needs; what is to come costs more from then on.
    void shrink_to_fit()
    {
        m_values.shrink_to_fit();
        m_bytes.shrink_to_fit();
        m_slots = {};
    }
    /// Makes all rows hold @p value.
    void fill(const T &value)
    {
        m_values = {value};
        m_bytes = {};
        m_slots = {};
        m_width = 0;
        m_limit = 1;
        m_lastValue = value;
        m_last = 0;
    }

private:
    template<typename Number>
    struct Numbers {
        const std::uint8_t *bytes;
        std::size_t operator()(std::size_t index) const
        {
            Number number{};
            std::memcpy(&number, bytes + index * sizeof(Number), sizeof(Number));
            return number;
        }
    };

    [[nodiscard]] std::size_t numberAt(std::size_t index) const
    {
        switch (m_width) {
        case 0: return 0;
        case 1: return m_bytes[index];
        case 2: return Numbers<std::uint16_t>{m_bytes.data()}(index);
        default: return Numbers<std::uint32_t>{m_bytes.data()}(index);
        }
    }

    [[nodiscard]] std::uint32_t numberOf(const T &value)
    {
        if (m_values.size() * 2 >= m_slots.size())
            growSlots();
        const T *const values = m_values.data();
        std::uint32_t *const numbers = m_slots.data();
        const std::size_t mask = m_slots.size() - 1;
        std::size_t slot = columnHash(value) & mask;
        while (numbers[slot] != 0) {
            if (values[numbers[slot] - 1] == value)
                return numbers[slot] - 1;
            slot = (slot + 1) & mask;
        }
        m_values.push_back(value);
        numbers[slot] = static_cast<std::uint32_t>(m_values.size());
        return numbers[slot] - 1;
    }
    [[nodiscard]] std::size_t slotOf(const T &value) const { return columnHash(value) & (m_slots.size() - 1); }
    void growSlots()
    {
        std::size_t size = 16;
        while (size <= m_values.size() * 4)
            size *= 2;
        m_slots.assign(size, 0);
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            std::size_t slot = slotOf(m_values[i]);
            while (m_slots[slot] != 0)
                slot = (slot + 1) & (size - 1);
            m_slots[slot] = static_cast<std::uint32_t>(i + 1);
        }
    }

    void append(std::uint32_t number)
    {
        const std::size_t end = m_bytes.size();
        m_bytes.resize(end + m_width);
        std::memcpy(m_bytes.data() + end, &number, m_width); // every platform we build for is little-endian
    }
    /// Makes room for a number of m_last.
    void widen()
    {
        std::size_t width = m_width;
        while (m_last >= m_limit) {
            width = width == 0 ? 1 : width * 2;
            m_limit = std::uint64_t{1} << 8 * width;
        }
        std::vector<std::uint8_t> bytes(m_size * width, 0);
        for (std::size_t i = 0; m_width != 0 && i < m_size; ++i)
            std::memcpy(bytes.data() + i * width, m_bytes.data() + i * m_width, m_width);
        m_bytes = std::move(bytes);
        m_width = width;
    }

    std::vector<T> m_values;
    std::vector<std::uint8_t> m_bytes; ///< the rows' numbers, m_width bytes each
    std::size_t m_width = 0; ///< 0: all rows hold the first value
    std::size_t m_size = 0;
    std::vector<std::uint32_t> m_slots; ///< while it grows: by hash, a value's number plus 1
    std::uint64_t m_limit = 1; ///< numbers below it fit m_width
    T m_lastValue{}; ///< what came last
    std::uint32_t m_last = 0; ///< its number
};

} // namespace evident
