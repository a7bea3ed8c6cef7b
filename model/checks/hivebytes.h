// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What reading a hive and reading its logs have in common: signatures, and the header's checksum. Free functions.

#include "bytes/qtbytes.h"

#include <string_view>

namespace evident {

inline constexpr std::size_t HiveHeaderSize = 0x1000; ///< offsets inside a hive count from behind it
inline constexpr std::size_t HiveBinsSizeAt = 40;
inline constexpr std::size_t HiveChecksumAt = 508;

/// The characters at @p at; empty when they do not lie wholly inside.
[[nodiscard]] inline std::string_view signature(Bytes bytes, std::size_t at, std::size_t length)
{
    const Bytes part = slice(bytes, at, length);
    return {reinterpret_cast<const char *>(part.data()), part.size()};
}

inline void writeLe(QByteArray &bytes, std::size_t at, std::uint32_t value)
{
    std::memcpy(bytes.data() + at, &value, sizeof value);
}

/// All numbers before it by exclusive or.
[[nodiscard]] inline std::uint32_t hiveChecksum(Bytes header)
{
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at < HiveChecksumAt; at += sizeof sum)
        sum ^= readLe<std::uint32_t>(header, at);
    return sum;
}

} // namespace evident
