// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bytes/hex.h"

#include <charconv>

namespace evident {

void appendHexNumber(OutBuffer &out, std::uint64_t number)
{
    constexpr std::size_t Longest = 16;
    out.append("0x");
    char *const at = out.reserve(Longest);
    out.advance(static_cast<std::size_t>(std::to_chars(at, at + Longest, number, 16).ptr - at));
}

} // namespace evident
