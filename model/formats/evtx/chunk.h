// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One 64 KiB chunk in memory: its header judged, its records found. Made by the reader for each part, lives as long as
// the part is read (or looked at again); its bytes are lent by the reader. Offsets inside are from the chunk's start.

#include "formats/evtx/chunkheader.h"
#include "formats/evtx/recordwalk.h"
#include "formats/evtx/spares.h"

#include <array>
#include <vector>

namespace evident::evtx {

/// Room for a chunk. Begins as pages do: the system copies into that fastest.
struct alignas(4096) ChunkRoom {
    std::array<std::uint8_t, ChunkSize> bytes;
};

enum class Checksums : std::uint8_t { Check, None };

class Chunk {
public:
    /// @p room: holds the slot as far as the file reaches, @p size bytes; @p base: the slot's offset in the file; @p checksums: None when the file's
    /// header says that there are none.
    Chunk(Spares<ChunkRoom>::Lent room, std::size_t size, std::uint64_t base, Checksums checksums);

    [[nodiscard]] Bytes bytes() const { return m_bytes; }
    [[nodiscard]] std::uint64_t base() const { return m_base; }
    /// False for a slot that holds something else, or nothing.
    [[nodiscard]] bool hasMagic() const { return m_hasMagic; }
    /// Its checksums are wrong, or the file's end cuts it: its records carry RowMark::InDamage.
    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }
    [[nodiscard]] const ChunkHeader &header() const { return m_header; }
    /// End of the records that are the log's own.
    [[nodiscard]] std::size_t recordsEnd() const { return m_recordsEnd; }
    /// What is wrong with the chunk as a whole.
    [[nodiscard]] const Damages &damages() const { return m_damages; }

    [[nodiscard]] RecordWalk records() const;

private:
    void judge(Checksums checksums);
    [[nodiscard]] bool recordsMatchChecksum(std::size_t end) const;
    [[nodiscard]] std::size_t searchRecordsEnd() const;
    void damage(std::size_t offset, std::size_t length, ErrorCode code, const char *what);

    Spares<ChunkRoom>::Lent m_room;
    Bytes m_bytes;
    std::uint64_t m_base;
    ChunkHeader m_header;
    std::size_t m_recordsEnd = 0;
    AfterTorn m_afterTorn = AfterTorn::Stop;
    bool m_hasMagic = false;
    bool m_isDamaged = false;
    Damages m_damages;
};

} // namespace evident::evtx
