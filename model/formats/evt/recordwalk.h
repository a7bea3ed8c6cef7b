// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Goes from record to record through a stretch of an .evt file's ring and past what is broken to the next whole one.
// Made for one reading and thrown away.

#include "error.h"
#include "events/damage.h"
#include "formats/evt/evtformat.h"
#include "formats/evt/ring.h"

namespace evident::evt {

enum class StretchKind : std::uint8_t {
    Live, ///< the log's records, back to back, up to the end-of-file record
    OpenEnd, ///< the same without an end-of-file record: where the records end is only seen by their ending
    Slack, ///< what older records left behind: whatever is whole is taken, nothing else is damage
};

/// Ring positions, from the first to behind the last.
struct Stretch {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    StretchKind kind = StretchKind::Live;
};

/// Read this much at once: room for the largest record behind every place where one may begin.
inline constexpr std::size_t WalkWindow = 2 * std::size_t{LargestRecord};

/// The size of the whole record at @p position that ends before @p limit. Errors: Truncated, BadMagic, BadSize, ReadFailed.
[[nodiscard]] std::expected<std::uint32_t, ErrorCode> recordSizeAt(
    Ring &ring, std::uint64_t position, std::uint64_t limit);

class RecordWalk {
public:
    RecordWalk(Ring &ring, Stretch stretch);

    /// Goes to the next whole record; false when there is none.
    [[nodiscard]] bool next();
    [[nodiscard]] std::uint64_t position() const { return m_at; }
    /// Its bytes, valid until next().
    [[nodiscard]] Bytes bytes() const { return m_bytes; }
    [[nodiscard]] const Damages &damages() const { return m_damages; }

private:
    bool skipFiller();
    void skipBroken(ErrorCode code);
    [[nodiscard]] std::uint64_t findRecord(std::uint64_t from);
    [[nodiscard]] bool isUnused(std::uint64_t from, std::uint64_t to);

    Ring &m_ring;
    Stretch m_stretch;
    std::uint64_t m_at;
    Bytes m_bytes;
    Damages m_damages;
};

} // namespace evident::evt
