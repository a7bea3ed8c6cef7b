// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The example events of an article: those it must speak of and those it must not. They are run by the checks of
// articlelint.h; the packed articles do not hold them.

#include "events/event.h"
#include "knowledge/headtree.h"

#include <vector>

namespace evident {

enum class Expected : std::uint8_t { Match, NoMatch };

struct ArticleExample {
    Event event;
    Expected expected = Expected::Match;
    int line = 0; ///< of the file
};

/// "examples": at least one that must match and one that must not.
[[nodiscard]] std::vector<ArticleExample> readExamples(const HeadNode &head, FaultList &faults);

} // namespace evident
