// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bytes/guid.h"

#include "bytes/hex.h"

#include <array>

namespace evident {

void appendGuid(OutBuffer &out, Bytes guid)
{
    if (guid.size() < GuidSize)
        return;
    static constexpr std::array<std::uint8_t, GuidSize> order{3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
    char *at = out.reserve(GuidSize * 2 + 4);
    char *const start = at;
    for (std::size_t i = 0; i < GuidSize; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *at++ = '-';
        at = putHexByte(at, guid[order[i]]);
    }
    out.advance(static_cast<std::size_t>(at - start));
}

} // namespace evident
