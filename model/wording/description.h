// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Chooses what a row says in its Description column, and tells where that came from, so that a guess is never shown
// as Windows' own text.

#include "events/event.h"
#include "knowledge/article.h"

namespace evident {

enum class DescriptionOrigin : std::uint8_t {
    Windows, ///< Windows' own message
    Article, ///< the summary of an article that explains the event
    Values, ///< the event's values, for want of better
    Nothing, ///< the event holds none
};

struct Description {
    QString text; ///< one or more lines of plain text
    DescriptionOrigin origin = DescriptionOrigin::Nothing;
};

/// @p article: the event's best match, or null.
[[nodiscard]] Description describe(const Event &event, const Article *article);

} // namespace evident
