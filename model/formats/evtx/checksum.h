// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// CRC32 as .evtx headers use it (the common reflected polynomial), over one or two runs of bytes.

#include "bytes/bytes.h"

namespace evident::evtx {

[[nodiscard]] std::uint32_t crc32(Bytes bytes, std::uint32_t before = 0);

} // namespace evident::evtx
