// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The columns of one event as its reader found them: fixed size, no string, alive only while it is handed on. The
// store keeps these values column by column (store/eventbatch.h); everything else of the event is decoded again from
// its bytes when somebody looks at it.

#include "events/activityid.h"
#include "events/level.h"
#include "events/names.h"
#include "events/timestamp.h"

#include <cstdint>

namespace evident {

/// What is special about a row. A set of bits.
enum class RowMark : std::uint8_t {
    None = 0,
    InDamage = 1, ///< lies in a chunk whose checksum is wrong or that the file's end cuts
    Recovered = 2, ///< carved from behind a free-space offset; not among the log's own records
};
constexpr RowMark operator|(RowMark a, RowMark b)
{
    return static_cast<RowMark>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}
constexpr bool has(RowMark set, RowMark mark)
{
    return (static_cast<std::uint8_t>(set) & static_cast<std::uint8_t>(mark)) != 0;
}

struct EventRow {
    Timestamp time; ///< TimeCreated; .evt: time generated
    std::uint64_t recordId = 0; ///< EventRecordID; .evt: record number; 0 when absent
    std::uint64_t place = 0; ///< byte offset of the record in its file; with the reader it finds the event again
    std::uint64_t keywords = 0;
    NameId provider = NameId::None; ///< Provider Name; .evt: source
    NameId sourceName = NameId::None; ///< EventSourceName, the second name a provider is known by; not a column
    NameId channel = NameId::None; ///< Channel; .evt: the file's name without ending
    NameId computer = NameId::None;
    NameId user = NameId::None; ///< SID as text
    ActivityId activity{}; ///< Correlation ActivityID
    std::uint32_t processId = 0;
    std::uint32_t threadId = 0;
    std::uint16_t id = 0; ///< event id: the low 16 bits
    std::uint16_t task = 0; ///< task; .evt: category
    std::uint8_t opcode = 0;
    Level level = Level::LogAlways;
    RowMark marks = RowMark::None;
    /// Not 0: every row with this number, of whatever reader, is the same in all but time, record id, place, activity, process and thread.
    std::uint32_t likeness = 0;
};

} // namespace evident
