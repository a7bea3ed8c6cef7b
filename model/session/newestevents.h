// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The newest events of an .evtx without reading the rest of it: from the chunk that was written last back, until there are
// enough. So the last hour of a log of gigabytes comes from another computer in a moment. Free functions for jobs.

#include "session/loadjobs.h"

namespace evident {

/// Which part of the log was written last, as far as its header and the parts around it tell.
[[nodiscard]] std::size_t newestPartOf(const LogReader &reader);

/// The part where the record stands, or the first behind it: whatever is newer stands from there on.
[[nodiscard]] std::size_t partHolding(const LogReader &reader, std::uint64_t recordId);

struct NewestEvents {
    QByteArray evtx; ///< the bytes of an .evtx that holds them
    std::uint64_t count = 0;
    Damages damages; ///< of the parts that were looked at
};
/// No more than what @p wish wants of the log. Errors: BadUsage for a log of another format; Cancelled; as EvtxSaver. What
/// could not be read is damage.
[[nodiscard]] Result<NewestEvents> newestEvents(
    const LogReader &reader, const NewestWish &wish, const PullCancel &cancelled);

} // namespace evident
