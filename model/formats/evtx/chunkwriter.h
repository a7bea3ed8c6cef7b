// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Packs records into one chunk and closes it with its header and checksums. Used again for the next chunk; owned by the
// writer of the file. Specification: Metz, "EVTX format", chunk and event record.

#include "formats/evtx/chunkimage.h"
#include "formats/evtx/writtenrecord.h"

namespace evident::evtx {

class ChunkWriter {
public:
    /// Adds the record behind the others. False when it does not fit; then nothing more can be added before clear().
    [[nodiscard]] bool add(const WrittenRecord &record, std::uint64_t id);
    [[nodiscard]] bool isEmpty() const { return m_firstId == 0; }
    /// The finished chunk.
    [[nodiscard]] Bytes seal();
    void clear();

private:
    ChunkImage m_image;
    std::uint64_t m_firstId = 0; ///< 0: no record yet
    std::uint64_t m_lastId = 0;
    std::size_t m_lastRecord = 0;
};

} // namespace evident::evtx
