// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The jobs that look at rows which are loaded already with other articles, as free functions on what never changes:
// they run on the session's pool and answer with values.

#include "session/loadjobs.h"
#include "store/eventstore.h"

namespace evident {

/// What an article that is not on the shelf yet would find.
struct ArticleTrial {
    std::uint64_t matched = 0; ///< events
    std::uint64_t looked = 0; ///< events
    RowIds samples; ///< the first few that match
};
[[nodiscard]] ArticleTrial tryArticle(const EventStore &rows, const std::shared_ptr<const Article> &article,
    const Names &names, const CancelFlag &cancelled);

/// The same rows, marked with what the articles of @p matcher say of them; nothing when cancelled. A log that can no
/// longer be read keeps its rows without a mark.
[[nodiscard]] std::optional<EventStore> matchedAnew(
    const EventStore &rows, const Matcher &matcher, const Names &names, const CancelFlag &cancelled);

} // namespace evident
