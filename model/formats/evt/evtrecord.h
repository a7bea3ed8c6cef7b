// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One EVENTLOGRECORD (Windows SDK): its numbers, and views of its texts and data. Offsets in it count from the
// record's start and are hostile. Lives as long as the bytes it was read from.

#include "bytes/bytes.h"
#include "error.h"
#include "events/damage.h"
#include "events/level.h"

#include <optional>
#include <vector>

namespace evident::evt {

struct Record {
    std::uint32_t number = 0;
    std::uint32_t generated = 0; ///< seconds since 1970, UTC
    std::uint32_t written = 0;
    std::uint16_t id = 0; ///< low half of the 32-bit event id
    std::uint16_t qualifiers = 0; ///< its high half: severity, customer bit, facility
    std::uint16_t type = 0;
    std::uint16_t category = 0;
    Bytes source; ///< UTF-16, as all texts
    Bytes computer;
    Bytes sid; ///< empty when there is none
    std::vector<Bytes> strings; ///< as many as are whole
    Bytes data;

    /// Winmeta's number: 2 error, 3 warning, 4 information, 0 success, audits and what no Windows writes.
    [[nodiscard]] std::uint8_t levelNumber() const;
    /// The classic bit, and the audit's bit.
    [[nodiscard]] std::uint64_t keywords() const;
};

/// Reads a whole record, of at least SmallestRecord bytes. What is broken in it is left empty and told in @p damages,
/// with offsets from the record's start.
[[nodiscard]] Record readRecord(Bytes bytes, Damages &damages);

} // namespace evident::evt
