// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lines of an article's sections, and what the search for events knows of each. Plain values; the texts are views
// into the article, which must outlive them.

#include "knowledge/classic/signature.h"

#include <span>

namespace evident {

struct ArticleLine {
    QStringView text;
    qsizetype indent = 0; ///< blanks before it; a tab goes to the next multiple of eight
    bool beginsSection = false;
    bool taken = false; ///< belongs to a block of fields, or to its description

    [[nodiscard]] bool isBlank() const { return text.trimmed().isEmpty(); }
};
using ArticleLines = std::vector<ArticleLine>;

[[nodiscard]] ArticleLines linesOf(const ClassicArticle &article);
/// The title of another article: "   Q305160 Incoming SDLC Connections…".
[[nodiscard]] bool isLinkLine(QStringView line);

/// Lines with nothing blank between them, joined.
struct Paragraph {
    std::size_t first = 0;
    std::size_t count = 0;
    qsizetype indent = 0; ///< of its first line
    QString text; ///< white space joined; titles of other articles left out
};
/// The paragraphs of lines that no block has taken.
[[nodiscard]] std::vector<Paragraph> paragraphsOf(const ArticleLines &lines);

/// White space joined.
[[nodiscard]] QString joined(std::span<const ArticleLine> lines);

} // namespace evident
