// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A view of bytes that somebody else owns, and the checked ways to read little-endian numbers from it. Nothing here
// can read past the view's end: a read outside answers with zero or an empty view and, in a Cursor, is remembered.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>

namespace evident {

using Bytes = std::span<const std::uint8_t>;

/// The part of @p bytes from @p offset of @p length; empty when it does not lie wholly inside.
[[nodiscard]] constexpr Bytes slice(Bytes bytes, std::size_t offset, std::size_t length)
{
    if (offset > bytes.size() || length > bytes.size() - offset)
        return {};
    return bytes.subspan(offset, length);
}

/// The little-endian number at @p offset; 0 when it does not lie wholly inside.
template<typename T>
    requires std::is_integral_v<T>
[[nodiscard]] T readLe(Bytes bytes, std::size_t offset)
{
    T value{};
    if (const auto part = slice(bytes, offset, sizeof(T)); part.size() == sizeof(T))
        std::memcpy(&value, part.data(), sizeof(T)); // every platform we build for is little-endian
    return value;
}

/// Reads a structure from front to back. After the first read past the end every further one answers 0, and
/// failed() is true: check it once behind a group of reads.
class Cursor {
public:
    explicit Cursor(Bytes bytes, std::size_t position = 0)
        : m_bytes(bytes)
        , m_position(position)
    {
        m_failed = position > bytes.size();
    }

    template<typename T>
    T number()
    {
        T value{};
        if (const auto part = take(sizeof(T)); part.size() == sizeof(T))
            std::memcpy(&value, part.data(), sizeof(T));
        return value;
    }
    std::uint8_t u8() { return number<std::uint8_t>(); }
    std::uint16_t u16() { return number<std::uint16_t>(); }
    std::uint32_t u32() { return number<std::uint32_t>(); }
    std::uint64_t u64() { return number<std::uint64_t>(); }

    /// The next @p length bytes; empty, and failed(), when fewer are left.
    Bytes take(std::size_t length)
    {
        if (m_failed || length > m_bytes.size() - m_position) {
            m_failed = true;
            return {};
        }
        const auto part = m_bytes.subspan(m_position, length);
        m_position += length;
        return part;
    }
    void skip(std::size_t length) { take(length); }
    void seek(std::size_t position)
    {
        m_failed = m_failed || position > m_bytes.size();
        if (!m_failed)
            m_position = position;
    }
    /// The next byte without moving on; 0 at the end.
    [[nodiscard]] std::uint8_t peek() const
    {
        return m_failed || m_position >= m_bytes.size() ? std::uint8_t{0} : m_bytes[m_position];
    }

    [[nodiscard]] std::size_t position() const { return m_position; }
    [[nodiscard]] std::size_t left() const { return m_failed ? 0 : m_bytes.size() - m_position; }
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    Bytes m_bytes;
    std::size_t m_position = 0;
    bool m_failed = false;
};

} // namespace evident
