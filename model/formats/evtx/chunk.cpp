// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/chunk.h"

#include "formats/evtx/checksum.h"
#include "formats/evtx/tokens.h"

#include <algorithm>

namespace evident::evtx {

Chunk::Chunk(Spares<ChunkRoom>::Lent room, std::size_t size, std::uint64_t base, Checksums checksums)
    : m_room(std::move(room))
    , m_bytes(m_room->bytes.data(), size)
    , m_base(base)
    , m_hasMagic(ChunkHeader::hasMagic(m_bytes))
{
    if (m_hasMagic)
        judge(checksums);
    else if (!std::ranges::all_of(m_bytes, [](std::uint8_t byte) { return byte == 0; }))
        damage(0, m_bytes.size(), ErrorCode::BadMagic, "chunk");
}

RecordWalk Chunk::records() const
{
    return {m_bytes, std::min(ChunkHeaderSize, m_bytes.size()), m_recordsEnd, m_afterTorn, m_base};
}

void Chunk::damage(std::size_t offset, std::size_t length, ErrorCode code, const char *what)
{
    m_damages.push_back({.offset = m_base + offset, .length = length, .code = code, .what = what});
    m_isDamaged = true;
}

void Chunk::judge(Checksums checksums)
{
    if (m_bytes.size() < ChunkSize)
        damage(m_bytes.size(), ChunkSize - m_bytes.size(), ErrorCode::Truncated, "chunk");
    if (m_bytes.size() < ChunkHeaderSize)
        return;
    m_header = ChunkHeader::read(m_bytes);
    const bool isChecked = checksums == Checksums::Check && (m_header.flags & ChunkHeader::NoChecksums) == 0;
    const bool isHeaderWrong = isChecked && m_header.headerChecksum != ChunkHeader::checksumOf(m_bytes);
    const bool isFreeWrong = m_header.freeOffset < ChunkHeaderSize || m_header.freeOffset > ChunkSize;
    if (isHeaderWrong)
        damage(0, ChunkHeaderSize, ErrorCode::BadChecksum, "chunk header");
    else if (isFreeWrong)
        damage(48, 4, ErrorCode::BadOffset, "chunk header");

    m_recordsEnd = std::min<std::size_t>(m_header.freeOffset, m_bytes.size());
    const bool isFreeThere = !isFreeWrong && m_header.freeOffset <= m_bytes.size();
    const bool areRecordsRight = isChecked && isFreeThere && recordsMatchChecksum(m_header.freeOffset);
    if (areRecordsRight)
        return;
    m_afterTorn = isChecked || m_isDamaged ? AfterTorn::Resume : AfterTorn::Stop;
    if (isHeaderWrong || isFreeWrong)
        m_recordsEnd = searchRecordsEnd();
    if (isChecked && m_bytes.size() == ChunkSize && !recordsMatchChecksum(m_recordsEnd))
        damage(ChunkHeaderSize, m_recordsEnd - ChunkHeaderSize, ErrorCode::BadChecksum, "records of a chunk");
}

bool Chunk::recordsMatchChecksum(std::size_t end) const
{
    return end >= ChunkHeaderSize
        && crc32(slice(m_bytes, ChunkHeaderSize, end - ChunkHeaderSize)) == m_header.recordsChecksum;
}

/// The header is damaged, perhaps in the field that says where the records end. The checksum of the records, where it
/// fits at some record's end, knows better; then the header's other fields; then the frames themselves.
std::size_t Chunk::searchRecordsEnd() const
{
    RecordWalk walk(m_bytes, ChunkHeaderSize, m_bytes.size(), AfterTorn::Resume, m_base);
    std::uint32_t sum = 0;
    std::size_t summed = ChunkHeaderSize;
    std::size_t byHeader = 0;
    std::uint64_t lastId = 0;
    for (auto spot = walk.next(); spot && spot->id > lastId; spot = walk.next()) {
        const std::size_t end = spot->offset + spot->size;
        sum = crc32(slice(m_bytes, summed, end - summed), sum);
        if (sum == m_header.recordsChecksum)
            return end;
        if (end == m_header.freeOffset || spot->offset == m_header.lastRecordOffset)
            byHeader = end;
        summed = end;
        lastId = spot->id;
    }
    return byHeader != 0 ? byHeader : summed;
}

} // namespace evident::evtx
