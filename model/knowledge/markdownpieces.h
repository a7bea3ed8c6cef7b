// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Markdown of an article cut into what is prose and what is code, so that checking it and filling values into it
// agree about where a {name} stands. Code is what stands between backticks on one line, and fenced blocks. Plain values.

#include <QString>

#include <cstdint>
#include <vector>

namespace evident {

struct MarkdownPiece {
    enum class Kind : std::uint8_t {
        Prose,
        TableRow, ///< prose in a line that begins with "|"
        CodeSpan, ///< what stands between backticks, without them
        FenceLine, ///< opens or closes a fenced block, with its line break
        FencedCode, ///< a line of a fenced block, with its line break
        Unclosed, ///< a backtick, or the opening line of a fence, without its partner
    };
    Kind kind = Kind::Prose;
    QString text;
    int line = 0; ///< counted from 0 in the text
};

/// Everything of @p markdown, in order.
[[nodiscard]] std::vector<MarkdownPiece> piecesOf(QStringView markdown);

/// A {name} in a text: lower-case letters, digits and dashes, beginning with a letter.
struct NamePlace {
    qsizetype start = 0; ///< of the opening brace
    qsizetype length = 0; ///< braces included
    QString name;
};
[[nodiscard]] std::vector<NamePlace> namesIn(QStringView text);

} // namespace evident
