// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/recordwalk.h"

#include <algorithm>

namespace evident::evtx {

RecordWalk::RecordWalk(Bytes chunk, std::size_t begin, std::size_t end, AfterTorn afterTorn, std::uint64_t base)
    : m_chunk(chunk)
    , m_position(begin)
    , m_end(std::min(end, chunk.size()))
    , m_afterTorn(afterTorn)
    , m_base(base)
{
}

/// Behind what is no whole record.
const RecordSpot *RecordWalk::nextWhole()
{
    while (m_position < m_end) {
        if (read(m_chunk, m_position, m_end, m_spot))
            return stepOver();
        const std::size_t resume = m_afterTorn == AfterTorn::Resume ? behindBroken(m_position) : m_end;
        m_damages.push_back({.offset = m_base + m_position,
            .length = resume - m_position,
            .code = faultAt(m_position),
            .what = "record"});
        m_position = resume;
    }
    return nullptr;
}

ErrorCode RecordWalk::faultAt(std::size_t offset) const
{
    const bool isCut = m_end == m_chunk.size() && m_chunk.size() < ChunkSize;
    const Bytes record = slice(m_chunk, offset, m_end - offset);
    if (record.size() < SmallestRecord)
        return isCut ? ErrorCode::Truncated : ErrorCode::BadSize;
    if (readLe<std::uint32_t>(record, 0) != RecordMagic)
        return ErrorCode::BadMagic;
    return isCut && readLe<std::uint32_t>(record, 4) > record.size() ? ErrorCode::Truncated : ErrorCode::BadSize;
}

/// Where the record behind a broken one begins, if damage hit that one's frame alone. A hole of zeros, as copying a log
/// in use leaves, is not stepped over: what lies behind it was not written together with what lies before.
std::size_t RecordWalk::behindBroken(std::size_t offset) const
{
    const auto begins = [&](std::size_t at) {
        const auto spot = RecordWalk::at(m_chunk, at, m_end);
        return spot && spot->id > m_spot.id
            && spot->id - m_spot.id <= ChunkSize; // ids rise; left-over records have old ones
    };
    const auto size = readLe<std::uint32_t>(m_chunk, offset + 4);
    if (size >= SmallestRecord && size < m_end - offset && readLe<std::uint32_t>(m_chunk, offset + size - 4) != 0
        && begins(offset + size))
        return offset + size; // its magic or its size copy was hit
    for (std::size_t next = offset + SmallestRecord; next + SmallestRecord <= m_end; ++next) {
        if (readLe<std::uint32_t>(m_chunk, next - 4) == next - offset && begins(next))
            return next; // its size was hit, or its magic as well
    }
    return m_end;
}

} // namespace evident::evtx
