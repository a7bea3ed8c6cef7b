// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A column whose rows hold few different values, as nearly all columns of one batch do: each value is kept once, and for every row
// its number, in no more bytes than that takes; in none where all rows hold the same. Made of all rows at once, and no larger
// than they need. Part of an EventBatch.

#include "store/columnmemory.h"
#include "store/differentvalues.h"

#include <cstddef>
#include <cstring>
#include <functional>
#include <limits>
#include <span>

namespace evident {

template<typename T>
class FewValues {
public:
    FewValues() = default;
    /// @p valueOf gives the value of each of @p rows.
    template<typename Row, typename ValueOf>
    FewValues(std::span<const Row> rows, ValueOf valueOf)
    {
        DifferentValues<T> different;
        std::vector<std::uint32_t> numbers(rows.size());
        std::uint32_t *number = numbers.data();
        for (const Row &row : rows)
            *number++ = different.numberOf(std::invoke(valueOf, row));
        m_values = different.take();
        keep(std::span<const std::uint32_t>(numbers), std::identity());
    }
    /// The same for rows of @p kinds that share what they hold: @p kindOf gives the number of the kind of each of @p rows.
    template<typename Kind, typename ValueOf, typename Row, typename KindOf>
    FewValues(std::span<const Kind> kinds, ValueOf valueOf, std::span<const Row> rows, KindOf kindOf)
    {
        DifferentValues<T> different;
        std::vector<std::uint32_t> numbers;
        numbers.reserve(kinds.size());
        for (const Kind &kind : kinds)
            numbers.push_back(different.numberOf(std::invoke(valueOf, kind)));
        m_values = different.take();
        keep(rows, [byKind = numbers.data(), kindOf](const Row &row) { return byKind[std::invoke(kindOf, row)]; });
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
    /// Makes all rows hold @p value.
    void fill(const T &value)
    {
        m_values = {value};
        m_bytes = {};
        m_width = 0;
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

    /// Keeps the number of each row's value.
    template<typename Row, typename NumberOf>
    void keep(std::span<const Row> rows, NumberOf numberOf)
    {
        m_size = rows.size();
        if (m_values.size() <= 1)
            m_width = 0;
        else if (m_values.size() <= std::size_t{std::numeric_limits<std::uint8_t>::max()} + 1)
            write<std::uint8_t>(rows, numberOf);
        else if (m_values.size() <= std::size_t{std::numeric_limits<std::uint16_t>::max()} + 1)
            write<std::uint16_t>(rows, numberOf);
        else
            write<std::uint32_t>(rows, numberOf);
    }
    template<typename Number, typename Row, typename NumberOf>
    void write(std::span<const Row> rows, NumberOf numberOf)
    {
        m_width = sizeof(Number);
        m_bytes.resize(rows.size() * sizeof(Number));
        std::uint8_t *to = m_bytes.data();
        for (const Row &row : rows) {
            const auto number = static_cast<Number>(numberOf(row));
            std::memcpy(to, &number, sizeof(number));
            to += sizeof(number);
        }
    }

    std::vector<T> m_values;
    ColumnVector<std::uint8_t> m_bytes; ///< the rows' numbers, m_width bytes each
    std::size_t m_width = 0; ///< 0: all rows hold the first value
    std::size_t m_size = 0;
};

} // namespace evident
