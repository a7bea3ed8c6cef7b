// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bytes under construction: little-endian numbers, UTF-16 text, and patching of what is only known later. Like all of
// tests/forge it shares no code with model/, so that a mistake in one is not made in the other as well.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace forge {

class Blob {
public:
    void u8(std::uint8_t value) { m_bytes.push_back(static_cast<char>(value)); }
    void u16(std::uint16_t value) { number(value, 2); }
    void u32(std::uint32_t value) { number(value, 4); }
    void u64(std::uint64_t value) { number(value, 8); }
    void bytes(std::string_view bytes) { m_bytes.append(bytes); }
    void fill(std::size_t count, std::uint8_t value = 0) { m_bytes.append(count, static_cast<char>(value)); }
    /// UTF-16LE without terminator.
    void text(std::u16string_view text)
    {
        for (const char16_t unit : text)
            u16(static_cast<std::uint16_t>(unit));
    }
    void textZ(std::u16string_view t)
    {
        text(t);
        u16(0);
    }
    /// Fills with zeros up to a multiple of @p step.
    void align(std::size_t step) { fill((step - m_bytes.size() % step) % step); }

    void patch16(std::size_t at, std::uint16_t value) { patch(at, value, 2); }
    void patch32(std::size_t at, std::uint32_t value) { patch(at, value, 4); }
    void patch64(std::size_t at, std::uint64_t value) { patch(at, value, 8); }
    void patchBytes(std::size_t at, std::string_view bytes) { m_bytes.replace(at, bytes.size(), bytes); }

    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] const std::string &view() const { return m_bytes; }
    void truncate(std::size_t size) { m_bytes.resize(size); }
    void clear() { m_bytes.clear(); }
    [[nodiscard]] std::string take() { return std::move(m_bytes); }

private:
    void number(std::uint64_t value, int count)
    {
        for (int i = 0; i < count; ++i)
            u8(static_cast<std::uint8_t>(value >> (8 * i)));
    }
    void patch(std::size_t at, std::uint64_t value, int count)
    {
        for (int i = 0; i < count; ++i)
            m_bytes.at(at + static_cast<std::size_t>(i)) = static_cast<char>(value >> (8 * i));
    }

    std::string m_bytes;
};

/// A SID in binary form (MS-DTYP 2.4.2.2) with authority 5, such as sid({18}) for the local system.
[[nodiscard]] inline std::string sid(std::initializer_list<std::uint32_t> subAuthorities)
{
    Blob blob;
    blob.u8(1);
    blob.u8(static_cast<std::uint8_t>(subAuthorities.size()));
    blob.bytes(std::string_view("\0\0\0\0\0\5", 6));
    for (const std::uint32_t part : subAuthorities)
        blob.u32(part);
    return blob.take();
}

} // namespace forge
