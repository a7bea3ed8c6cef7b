// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A number for each row, all of them in as few bytes as the largest takes: in none where all are 0. Made of all rows at once. What
// the columns of an EventBatch consist of.

#include "store/columnmemory.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>
#include <span>

namespace evident {

class PackedNumbers {
public:
    PackedNumbers() = default;
    /// @p numberOf gives the number of each of @p rows, none of them above @p largest.
    template<typename Row, typename NumberOf>
    PackedNumbers(std::span<const Row> rows, std::uint64_t largest, NumberOf numberOf)
        : m_size(rows.size())
    {
        pack(rows, largest, numberOf);
    }
    /// The same where nobody knows the largest.
    template<typename Row, typename NumberOf>
    PackedNumbers(std::span<const Row> rows, NumberOf numberOf)
        : m_size(rows.size())
    {
        std::uint64_t bits = 0; // a number of all of them takes as many bytes as the largest
        for (const Row &row : rows)
            bits |= std::invoke(numberOf, row);
        pack(rows, bits, numberOf);
    }

    [[nodiscard]] std::uint64_t operator[](std::size_t index) const
    {
        switch (m_width) {
        case 0: return 0;
        case 1: return m_bytes[index];
        case 2: return Numbers<std::uint16_t>{m_bytes.data()}(index);
        case 4: return Numbers<std::uint32_t>{m_bytes.data()}(index);
        default: return Numbers<std::uint64_t>{m_bytes.data()}(index);
        }
    }
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// What each of them takes: 0, 1, 2, 4 or 8 bytes.
    [[nodiscard]] std::size_t width() const { return m_width; }
    /// Gives @p visit a function from a row's index to its number, of one type for each width: for loops over all rows.
    template<typename Visit>
    void withNumbers(Visit visit) const
    {
        switch (m_width) {
        case 0: visit([](std::size_t) { return std::uint64_t{0}; }); break;
        case 1: visit(Numbers<std::uint8_t>{m_bytes.data()}); break;
        case 2: visit(Numbers<std::uint16_t>{m_bytes.data()}); break;
        case 4: visit(Numbers<std::uint32_t>{m_bytes.data()}); break;
        default: visit(Numbers<std::uint64_t>{m_bytes.data()});
        }
    }
    /// Makes all of them 0.
    void clear()
    {
        m_bytes = {};
        m_width = 0;
    }

private:
    template<std::unsigned_integral Number>
    struct Numbers {
        const std::uint8_t *bytes;
        std::uint64_t operator()(std::size_t index) const
        {
            Number number{};
            std::memcpy(&number, bytes + index * sizeof(Number), sizeof(Number));
            return number;
        }
    };

    template<typename Row, typename NumberOf>
    void pack(std::span<const Row> rows, std::uint64_t largest, NumberOf numberOf)
    {
        if (largest == 0)
            return;
        if (largest <= std::numeric_limits<std::uint8_t>::max())
            write<std::uint8_t>(rows, numberOf);
        else if (largest <= std::numeric_limits<std::uint16_t>::max())
            write<std::uint16_t>(rows, numberOf);
        else if (largest <= std::numeric_limits<std::uint32_t>::max())
            write<std::uint32_t>(rows, numberOf);
        else
            write<std::uint64_t>(rows, numberOf);
    }
    template<std::unsigned_integral Number, typename Row, typename NumberOf>
    void write(std::span<const Row> rows, NumberOf numberOf)
    {
        m_width = sizeof(Number);
        m_bytes.resize(rows.size() * sizeof(Number));
        std::uint8_t *to = m_bytes.data();
        for (const Row &row : rows) {
            const auto number = static_cast<Number>(std::invoke(numberOf, row));
            std::memcpy(to, &number, sizeof(number));
            to += sizeof(number);
        }
    }

    ColumnVector<std::uint8_t> m_bytes; ///< m_width of them for each row
    std::size_t m_width = 0;
    std::size_t m_size = 0;
};

} // namespace evident
