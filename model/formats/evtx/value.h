// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One value of a template instance: its type and its bytes, which belong to the chunk. Plain and small: a record has
// twenty and more of them.

#include "bytes/bytes.h"
#include "formats/evtx/tokens.h"

namespace evident::evtx {

struct Value {
    const std::uint8_t *data = nullptr;
    std::uint16_t size = 0;
    ValueType type = ValueType::Null;

    [[nodiscard]] Bytes bytes() const { return {data, size}; }
    [[nodiscard]] bool isNull() const { return type == ValueType::Null; }
};

using Values = std::span<const Value>;

/// Value @p number, or Null when the instance has fewer.
[[nodiscard]] inline Value valueAt(Values values, std::size_t number)
{
    return number < values.size() ? values[number] : Value{};
}

/// Splits an array value into its items. Strings end with a terminator each (the last may lack it); other items have the
/// size of their type, and a rest that is too short for one is left out.
class ArrayItems {
public:
    explicit ArrayItems(const Value &array);
    [[nodiscard]] bool next(Value &item);

private:
    Bytes m_rest;
    ValueType m_type;
    std::size_t m_size; ///< of each item; 0 when it varies
};

/// The size of a value of @p type; 0 when it varies.
[[nodiscard]] std::size_t fixedSize(ValueType type);

} // namespace evident::evtx
