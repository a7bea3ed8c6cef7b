// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The first 4096 bytes of an .evtx file. Read once when a log is opened; a plain value. In live copies most of its
// fields are stale, so nothing here limits what is read of the file. Specification: Metz, "EVTX format", file header.

#include "bytes/bytes.h"
#include "events/damage.h"

namespace evident::evtx {

struct FileHeader {
    std::uint64_t firstChunk = 0;
    std::uint64_t lastChunk = 0;
    std::uint64_t nextRecordId = 0;
    std::uint16_t minorVersion = 0;
    std::uint16_t majorVersion = 0;
    std::uint16_t chunkCount = 0;
    std::uint32_t flags = 0;
    Damages damages; ///< what is wrong with it: BadMagic, BadChecksum or BadValue, "file header"

    static constexpr std::uint32_t Dirty = 1;
    static constexpr std::uint32_t NoChecksums = 4;

    /// @p head: the file's first 4096 bytes.
    [[nodiscard]] static FileHeader read(Bytes head);
    [[nodiscard]] bool isIntact() const { return damages.empty(); }
};

} // namespace evident::evtx
