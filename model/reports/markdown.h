// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the Markdown of articles into blocks and runs, for writers that have no use for a QTextDocument (it needs a
// QGuiApplication, and its HTML is not fit to be handed on). Our dialect of CommonMark: paragraphs, nested lists,
// headings, fenced code, tables; bold, italic, code spans, links, backslash escapes. Everything else, HTML above all,
// is plain text; a link that is not http(s) loses its target.

#include <QString>

#include <vector>

namespace evident {

struct TextRun {
    QString text;
    bool bold = false;
    bool italic = false;
    bool code = false; ///< to be set in a monospaced face
    QString link{}; ///< http(s) address or empty
    bool operator==(const TextRun &) const = default;
};
using TextRuns = std::vector<TextRun>;

struct TextBlock {
    enum class Kind : std::uint8_t {
        Paragraph,
        Heading,
        Bullet, ///< first paragraph of a list item
        Numbered, ///< the same, with @c number
        Code, ///< one run; its lines are kept
        TableHead, ///< a row with @c cells; the rows of one table follow each other
        TableRow,
    };
    Kind kind = Kind::Paragraph;
    int depth = 0; ///< how many list items it stands in; an item's own first paragraph counts that item
    int number = 0;
    TextRuns runs{};
    std::vector<TextRuns> cells{}; ///< of a table's row, which has no runs
};

[[nodiscard]] std::vector<TextBlock> readMarkdown(const QString &text);
/// The runs of one line or paragraph.
[[nodiscard]] TextRuns readInline(const QString &text);
/// What remains without any markup.
[[nodiscard]] QString plainText(const TextRuns &runs);

} // namespace evident
