// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Growing memory that dumps are written into: UTF-8, without an object per value. Owned by the job that writes; one
// buffer is one piece of the output, handed on whole.

#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>

namespace evident {

class OutBuffer {
public:
    /// Room for @p more bytes behind the end; write there, then call advance().
    char *reserve(std::size_t more)
    {
        if (m_capacity - m_size < more)
            grow(more);
        return m_data.get() + m_size;
    }
    void advance(std::size_t written) { m_size += written; }
    void append(std::string_view text)
    {
        if (text.empty())
            return;
        std::memcpy(reserve(text.size()), text.data(), text.size());
        m_size += text.size();
    }
    void append(char c)
    {
        *reserve(1) = c;
        ++m_size;
    }
    /// Puts @p text before what stands at @p at, which must not lie behind the end; @p text must not be part of the buffer.
    void insert(std::size_t at, std::string_view text);
    [[nodiscard]] std::string_view view() const { return {m_data.get(), m_size}; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Forgets what was written behind @p size; the memory stays.
    void truncate(std::size_t size) { m_size = size < m_size ? size : m_size; }
    void clear() { m_size = 0; }

private:
    void grow(std::size_t more);

    std::unique_ptr<char[]> m_data;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

void appendDecimal(OutBuffer &out, std::uint64_t number);
/// Two digits a byte, upper case.
void appendHex(OutBuffer &out, std::span<const std::uint8_t> bytes);

} // namespace evident
