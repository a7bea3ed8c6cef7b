// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Steps through the records of one chunk by their frames (magic, size, size copy) and tells what lies between them. Made
// for one pass over one chunk, whose bytes it does not own.

#include "bytes/bytes.h"
#include "events/damage.h"
#include "formats/evtx/tokens.h"

#include <optional>

namespace evident::evtx {

/// Where one record lies in its chunk. Its frame was checked; what is inside was not.
struct RecordSpot {
    std::uint32_t offset = 0; ///< from the chunk's start
    std::uint32_t size = 0;
    std::uint64_t id = 0; ///< of the record's header
    std::uint64_t written = 0; ///< FILETIME of the record's header
};

/// What to do behind a record whose frame is broken.
enum class AfterTorn : std::uint8_t {
    Stop, ///< the chunk's checksum is right: what follows was never meant to be read
    Resume, ///< the bytes were damaged later: look for the next whole record
};

class RecordWalk {
public:
    /// Walks @p chunk from @p begin to @p end; @p base is added to the offsets of damage.
    RecordWalk(Bytes chunk, std::size_t begin, std::size_t end, AfterTorn afterTorn, std::uint64_t base);

    /// The next whole record, kept until the one after it is asked for; null behind the last.
    [[nodiscard]] const RecordSpot *next()
    {
        return read(m_chunk, m_position, m_end, m_spot) ? stepOver() : nextWhole();
    }
    /// Torn records and gaps met so far: BadMagic, BadSize or Truncated, "record".
    [[nodiscard]] const Damages &damages() const { return m_damages; }
    /// End of the last whole record.
    [[nodiscard]] std::size_t end() const { return m_position; }

    /// The record that begins at @p offset when its frame is whole and ends before @p end.
    [[nodiscard]] static std::optional<RecordSpot> at(Bytes chunk, std::size_t offset, std::size_t end)
    {
        RecordSpot spot;
        return read(chunk, offset, end, spot) ? std::optional(spot) : std::nullopt;
    }

private:
    template<typename T>
    [[nodiscard]] static T number(const std::uint8_t *at)
    {
        T number{};
        std::memcpy(&number, at, sizeof(number));
        return number;
    }
    /// Field by field: a whole spot that is copied right after waits until all of its fields have arrived in memory.
    [[nodiscard]] static bool read(Bytes chunk, std::size_t offset, std::size_t end, RecordSpot &spot)
    {
        end = end < chunk.size() ? end : chunk.size();
        if (offset > end || end - offset < SmallestRecord)
            return false;
        const std::uint8_t *const record = chunk.data() + offset;
        const auto size = number<std::uint32_t>(record + 4);
        if (number<std::uint32_t>(record) != RecordMagic || size < SmallestRecord || size > end - offset
            || number<std::uint32_t>(record + size - 4) != size)
            return false;
        spot.offset = static_cast<std::uint32_t>(offset);
        spot.size = size;
        spot.id = number<std::uint64_t>(record + 8);
        spot.written = number<std::uint64_t>(record + 16);
        return true;
    }
    [[nodiscard]] const RecordSpot *stepOver()
    {
        m_position += m_spot.size;
        return &m_spot;
    }
    [[nodiscard]] const RecordSpot *nextWhole();
    [[nodiscard]] ErrorCode faultAt(std::size_t offset) const;
    [[nodiscard]] std::size_t behindBroken(std::size_t offset) const;

    Bytes m_chunk;
    std::size_t m_position;
    std::size_t m_end;
    AfterTorn m_afterTorn;
    std::uint64_t m_base;
    RecordSpot m_spot; ///< of the last whole record
    Damages m_damages;
};

} // namespace evident::evtx
