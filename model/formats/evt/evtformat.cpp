// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evt/evtformat.h"

#include <algorithm>
#include <array>

namespace evident::evt {

namespace {

constexpr std::array<std::uint8_t, 16> Mark{
    0x11, 0x11, 0x11, 0x11, 0x22, 0x22, 0x22, 0x22, 0x33, 0x33, 0x33, 0x33, 0x44, 0x44, 0x44, 0x44};

} // namespace

bool looksLikeHeader(Bytes bytes)
{
    return readLe<std::uint32_t>(bytes, 0) == HeaderSize && readLe<std::uint32_t>(bytes, 4) == Signature;
}

FileHeader readHeader(Bytes bytes)
{
    Cursor cursor(bytes, HeaderVersionAt);
    FileHeader header;
    header.major = cursor.u32();
    header.minor = cursor.u32();
    header.start = cursor.u32();
    header.end = cursor.u32();
    cursor.skip(12); // next and oldest record number, largest file size
    header.flags = cursor.u32();
    cursor.skip(4); // retention
    header.endSize = cursor.u32();
    return header;
}

std::optional<EndOfFile> readEndOfFile(Bytes bytes)
{
    Cursor cursor(bytes);
    const std::uint32_t size = cursor.u32();
    if (!std::ranges::equal(cursor.take(Mark.size()), Mark))
        return {};
    EndOfFile record;
    record.begin = cursor.u32();
    record.end = cursor.u32();
    record.next = cursor.u32();
    record.oldest = cursor.u32();
    if (size != CursorSize || cursor.u32() != CursorSize)
        return {};
    return record;
}

Bytes cursorMark()
{
    return Mark;
}

} // namespace evident::evt
