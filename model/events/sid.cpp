// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/sid.h"

#include <charconv>

namespace evident {

namespace {

constexpr std::size_t HeadSize = 8; // revision, count, authority of 6 bytes, big-endian
constexpr std::uint8_t MostSubAuthorities = 15;

void appendAuthority(OutBuffer &out, std::uint64_t authority)
{
    if (authority >> 32 == 0) {
        appendDecimal(out, authority);
        return;
    }
    constexpr std::size_t Longest = 16;
    out.append("0x");
    char *const at = out.reserve(Longest);
    out.advance(static_cast<std::size_t>(std::to_chars(at, at + Longest, authority, 16).ptr - at));
}

} // namespace

bool isSid(Bytes bytes)
{
    return bytes.size() >= HeadSize && bytes[0] == 1 && bytes[1] <= MostSubAuthorities
        && bytes.size() >= HeadSize + std::size_t{4} * bytes[1];
}

void appendSid(OutBuffer &out, Bytes bytes)
{
    if (!isSid(bytes))
        return;
    std::uint64_t authority = 0;
    for (std::size_t i = 2; i < HeadSize; ++i)
        authority = authority << 8 | bytes[i];
    out.append("S-1-");
    appendAuthority(out, authority);
    for (std::size_t i = 0; i < bytes[1]; ++i) {
        out.append('-');
        appendDecimal(out, readLe<std::uint32_t>(bytes, HeadSize + 4 * i));
    }
}

QString sidText(Bytes bytes)
{
    OutBuffer out;
    appendSid(out, bytes);
    return QString::fromLatin1(QByteArrayView(out.view()));
}

} // namespace evident
