// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds events that are printed as blocks: lines of fields, in any order, then the description, labelled or not. What
// it used of the lines is marked as taken. Pure functions.

#include "knowledge/classic/articlelines.h"

namespace evident {

struct EventBlock {
    std::vector<std::uint16_t> ids; ///< empty where the block prints none; then @c first tells where it stands
    QString source;
    QString type;
    QString text;
    std::size_t first = 0; ///< line
};

[[nodiscard]] std::vector<EventBlock> blocksIn(ArticleLines &lines);
/// The rows of tables with a column for the id: "EventID   Description".
[[nodiscard]] std::vector<EventBlock> tableRowsIn(ArticleLines &lines);

} // namespace evident
