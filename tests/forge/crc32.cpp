// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge/crc32.h"

#include <array>

namespace forge {

namespace {

constexpr std::array<std::uint32_t, 256> Table = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1) != 0 ? 0xEDB88320 ^ value >> 1 : value >> 1;
        table[i] = value;
    }
    return table;
}();

} // namespace

std::uint32_t crc32(std::string_view bytes, std::uint32_t before)
{
    std::uint32_t crc = ~before;
    for (const char byte : bytes)
        crc = Table[(crc ^ static_cast<std::uint8_t>(byte)) & 0xff] ^ crc >> 8;
    return ~crc;
}

} // namespace forge
