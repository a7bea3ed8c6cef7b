// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/checksum.h"

#include <libdeflate.h>

namespace evident::evtx {

std::uint32_t crc32(Bytes bytes, std::uint32_t before)
{
    return libdeflate_crc32(before, bytes.data(), bytes.size());
}

} // namespace evident::evtx
