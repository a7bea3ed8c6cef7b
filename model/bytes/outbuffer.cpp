// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bytes/outbuffer.h"

#include <algorithm>
#include <charconv>

namespace evident {

void OutBuffer::grow(std::size_t more)
{
    const std::size_t capacity = std::max(m_size + more, std::max<std::size_t>(m_capacity * 2, 4096));
    auto data = std::make_unique_for_overwrite<char[]>(capacity);
    if (m_size > 0)
        std::memcpy(data.get(), m_data.get(), m_size);
    m_data = std::move(data);
    m_capacity = capacity;
}

void appendDecimal(OutBuffer &out, std::uint64_t number)
{
    constexpr std::size_t Longest = 20;
    char *const at = out.reserve(Longest);
    out.advance(static_cast<std::size_t>(std::to_chars(at, at + Longest, number).ptr - at));
}

void appendHex(OutBuffer &out, std::span<const std::uint8_t> bytes)
{
    constexpr std::string_view Digits = "0123456789ABCDEF";
    char *at = out.reserve(2 * bytes.size());
    for (const std::uint8_t byte : bytes) {
        *at++ = Digits[byte >> 4];
        *at++ = Digits[byte & 0xf];
    }
    out.advance(2 * bytes.size());
}

void OutBuffer::insert(std::size_t at, std::string_view text)
{
    reserve(text.size());
    std::memmove(m_data.get() + at + text.size(), m_data.get() + at, m_size - at);
    std::memcpy(m_data.get() + at, text.data(), text.size());
    m_size += text.size();
}

} // namespace evident
