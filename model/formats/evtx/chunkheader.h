// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The first 512 bytes of one 64 KiB chunk. Read once for each part; a plain value. Specification: Metz, "EVTX format",
// chunk header. The tables of strings and templates behind it are not needed: every use gives its own offset.

#include "bytes/bytes.h"
#include "events/damage.h"

namespace evident::evtx {

struct ChunkHeader {
    std::uint64_t firstId = 0; ///< ids of the record headers, not EventRecordIDs
    std::uint64_t lastId = 0;
    std::uint32_t lastRecordOffset = 0;
    std::uint32_t freeOffset = 0; ///< end of the records, from the chunk's start
    std::uint32_t recordsChecksum = 0;
    std::uint32_t headerChecksum = 0;
    std::uint32_t flags = 0;

    static constexpr std::uint32_t NoChecksums = 4;

    [[nodiscard]] static bool hasMagic(Bytes chunk);
    /// @p chunk must hold at least the header.
    [[nodiscard]] static ChunkHeader read(Bytes chunk);
    /// The checksum over the header as it stands in @p chunk, to compare with headerChecksum.
    [[nodiscard]] static std::uint32_t checksumOf(Bytes chunk);
};

} // namespace evident::evtx
