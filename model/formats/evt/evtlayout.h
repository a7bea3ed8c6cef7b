// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where in an .evt file the log lies. The header of a file that was copied while in use is stale, so the end-of-file
// record decides; where that is missing too, the records' numbers do. A plain value, found once when a log is opened.

#include "error.h"
#include "events/damage.h"
#include "formats/evt/recordwalk.h"

#include <vector>

namespace evident::evt {

struct Layout {
    std::uint64_t end = 0; ///< the file's size, where the ring closes
    std::uint64_t first = HeaderSize; ///< file offset of the oldest record: position 0 of the ring
    bool dirty = false;
    Stretch log; ///< the log's own records
    Stretch slack; ///< what may hold older ones; empty when there is no room
    Damages damages; ///< of the header and the end-of-file record
};

/// Errors: ReadFailed. Everything else is damage.
[[nodiscard]] Result<Layout> findLayout(const ByteSource &source);

} // namespace evident::evt
