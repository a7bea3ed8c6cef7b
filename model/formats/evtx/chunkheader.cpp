// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/chunkheader.h"

#include "formats/evtx/checksum.h"
#include "formats/evtx/tokens.h"

#include <cstring>

namespace evident::evtx {

bool ChunkHeader::hasMagic(Bytes chunk)
{
    return chunk.size() >= 8 && std::memcmp(chunk.data(), "ElfChnk\0", 8) == 0;
}

ChunkHeader ChunkHeader::read(Bytes chunk)
{
    return {.firstId = readLe<std::uint64_t>(chunk, 24),
        .lastId = readLe<std::uint64_t>(chunk, 32),
        .lastRecordOffset = readLe<std::uint32_t>(chunk, 44),
        .freeOffset = readLe<std::uint32_t>(chunk, 48),
        .recordsChecksum = readLe<std::uint32_t>(chunk, 52),
        .headerChecksum = readLe<std::uint32_t>(chunk, 124),
        .flags = readLe<std::uint32_t>(chunk, 120)};
}

std::uint32_t ChunkHeader::checksumOf(Bytes chunk)
{
    // The flags and the checksum itself, at 120 to 127, are left out.
    return crc32(slice(chunk, 128, ChunkHeaderSize - 128), crc32(slice(chunk, 0, 120)));
}

} // namespace evident::evtx
