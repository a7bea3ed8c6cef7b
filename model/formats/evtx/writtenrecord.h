// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One record on its way into a new .evtx: binary XML as it was decoded from another chunk, or as it was made. Views alone, which
// live as long as the record of whoever hands it on.

#include "events/timestamp.h"
#include "formats/evtx/fragment.h"

#include <functional>

namespace evident::evtx {

struct WrittenRecord {
    Timestamp written; ///< time of the record's header
    const Program *program = nullptr; ///< null when nothing of it could be read: it becomes an empty Event
    std::shared_ptr<const Template> definition; ///< whose program it is; null for a record without template
    Values values;
    TemplateTable *source = nullptr; ///< of the chunk that the values lie in; may be null where none of them nests
    Origin origin = Origin::Log;
};

/// Takes the record at a place of its log.
using TakeRecord = std::function<void(std::uint64_t place, const WrittenRecord &record)>;

} // namespace evident::evtx
