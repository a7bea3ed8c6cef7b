// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/fileheader.h"

#include "formats/evtx/checksum.h"
#include "formats/evtx/tokens.h"

#include <cstring>

namespace evident::evtx {

namespace {

constexpr std::size_t UsedSize = 128;
constexpr std::size_t ChecksummedSize = 120;

} // namespace

FileHeader FileHeader::read(Bytes head)
{
    FileHeader header;
    const auto damaged = [&](std::uint64_t offset, std::uint64_t length, ErrorCode code) {
        header.damages.push_back({.offset = offset, .length = length, .code = code, .what = "file header"});
    };
    const bool hasMagic = std::memcmp(head.data(), "ElfFile\0", 8) == 0;
    if (!hasMagic)
        damaged(0, 8, ErrorCode::BadMagic);

    header.firstChunk = readLe<std::uint64_t>(head, 8);
    header.lastChunk = readLe<std::uint64_t>(head, 16);
    header.nextRecordId = readLe<std::uint64_t>(head, 24);
    header.minorVersion = readLe<std::uint16_t>(head, 36);
    header.majorVersion = readLe<std::uint16_t>(head, 38);
    header.chunkCount = readLe<std::uint16_t>(head, 42);
    header.flags = readLe<std::uint32_t>(head, 120);
    const auto checksum = readLe<std::uint32_t>(head, 124);
    if (hasMagic && (header.flags & NoChecksums) == 0 && checksum != crc32(head.first(ChecksummedSize)))
        damaged(0, UsedSize, ErrorCode::BadChecksum);
    if (header.majorVersion != 3)
        damaged(36, 4, ErrorCode::BadValue);
    return header;
}

} // namespace evident::evtx
