// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A column whose rows hold few different values: each value is kept once, and for every row its number, in no more bytes than that
// takes; in none where all rows hold the same. Made of all rows at once, and no larger than they need. Part of an EventBatch.

#include "store/differentvalues.h"
#include "store/packednumbers.h"

#include <algorithm>
#include <memory>
#include <type_traits>
#include <utility>

namespace evident {

template<typename T>
class FewValues {
public:
    FewValues() = default;
    /// @p valueOf gives the value of each of @p rows, as it lies there.
    template<typename Row, typename ValueOf>
    FewValues(std::span<const Row> rows, ValueOf valueOf)
    {
        static_assert(std::is_lvalue_reference_v<std::invoke_result_t<ValueOf, const Row &>>);
        if (rows.empty())
            return;
        const auto numbers = std::make_unique_for_overwrite<std::uint32_t[]>(rows.size());
        DifferentValues<T> different;
        const T &first = std::invoke(valueOf, rows.front());
        const T *last = &first;
        std::uint32_t number = different.numberOf(first);
        std::uint32_t *to = numbers.get();
        for (const Row &row : rows) {
            const T &value = std::invoke(valueOf, row);
            // Mostly it is what the row before holds; else often what the first one does, which is nothing.
            if (!(value == *last))
                number = value == first ? 0 : different.numberOf(value);
            last = &value;
            *to++ = number;
        }
        *this =
            FewValues(different.take(), std::span<const std::uint32_t>(numbers.get(), rows.size()), std::identity());
    }
    /// The same where the different @p values are known: @p numberOf gives each row's place among them.
    template<typename Row, typename NumberOf>
    FewValues(std::vector<T> values, std::span<const Row> rows, NumberOf numberOf)
        : m_values(std::move(values))
        , m_numbers(rows, std::max<std::size_t>(m_values.size(), 1) - 1, numberOf)
    {
    }

    [[nodiscard]] const T &operator[](std::size_t index) const { return m_values[m_numbers[index]]; }
    [[nodiscard]] const T &front() const { return (*this)[0]; }
    [[nodiscard]] std::size_t size() const { return m_numbers.size(); }
    /// The different values, in the order they came.
    [[nodiscard]] const std::vector<T> &values() const { return m_values; }
    /// The place of a row's value among them.
    [[nodiscard]] std::size_t numberAt(std::size_t index) const { return m_numbers[index]; }
    /// How many rows hold each of them.
    [[nodiscard]] std::vector<std::uint32_t> counts() const
    {
        std::vector<std::uint32_t> counts(m_values.size(), 0);
        withNumbers([&counts, size = size()](auto number) {
            for (std::size_t i = 0; i < size; ++i)
                ++counts[number(i)];
        });
        return counts;
    }
    /// Gives @p visit a function from a row's index to the number of its value, of one type for each width: for loops over all rows.
    template<typename Visit>
    void withNumbers(Visit visit) const
    {
        m_numbers.withNumbers(visit);
    }
    /// Makes all rows hold @p value.
    void fill(const T &value)
    {
        m_values = {value};
        m_numbers.clear();
    }

private:
    std::vector<T> m_values;
    PackedNumbers m_numbers;
};

} // namespace evident
