// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes an .evtx of version 3.1 from records of any origin, chunk after chunk, so that memory stays that of one chunk. The ids
// of record headers are given anew from 1, without gaps, as Windows does when it saves a filtered log: readers find a
// record's chunk by them, and records of several logs have the same ids. EventRecordID, inside of the record, stays what it
// was. Owned by whoever saves. Specification: Metz, "EVTX format".

#include "formats/evtx/chunkwriter.h"

class QIODevice;

namespace evident::evtx {

class EvtxWriter {
public:
    /// @p device must be open for writing, empty, able to seek, and outlive the writer.
    explicit EvtxWriter(QIODevice &device);

    enum class Added : std::uint8_t { Yes, LargerThanAChunk };
    /// A record that is larger than a chunk with all that it needs is not added; the next may be. Errors: TooLarge when the
    /// file holds as many chunks as it can, WriteFailed; their place is empty.
    [[nodiscard]] Result<Added> add(const WrittenRecord &record);
    /// Writes what is left, and the file's header. Errors: WriteFailed, TooLarge.
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] std::uint64_t records() const { return m_nextId - 1; }

private:
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] Result<void> write(Bytes bytes);

    QIODevice &m_device;
    ChunkWriter m_chunk;
    std::uint64_t m_nextId = 1;
    std::uint32_t m_chunks = 0; ///< written
};

} // namespace evident::evtx
