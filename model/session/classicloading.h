// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A classic log of another computer on its way into the store: what a reply brought becomes rows while the next one is
// asked for, so its newest events are there at once. Each piece is a small log of its own. Free functions for jobs.

#include "session/loadjobs.h"

namespace evident {

/// All of it older than the piece before.
struct ClassicPiece {
    std::shared_ptr<const LogReader> reader;
    LoadedSpan loaded;
    std::uint64_t came = 0; ///< records so far, with these
    std::uint64_t expected = 0; ///< of so many; 0 when nobody knows
};
using OnClassicPiece = std::function<void(ClassicPiece)>;

/// Hands on every piece of the log as it comes; one at least, unless it could not be had at all. Errors: as
/// pullClassicPieces, also what kept the rest from coming; Cancelled.
[[nodiscard]] Result<void> loadClassicLog(const ClassicLocation &location, std::uint32_t log, const Matcher &matcher,
    Names &names, const Remote &remote, const CancelFlag &cancelled, const OnClassicPiece &onPiece);

} // namespace evident
