// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// CRC-32 as zip and .evtx use it (polynomial 0xEDB88320, reflected).

#include <cstdint>
#include <string_view>

namespace forge {

/// Goes on from @p before, the checksum of what came before these bytes.
[[nodiscard]] std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0);

} // namespace forge
