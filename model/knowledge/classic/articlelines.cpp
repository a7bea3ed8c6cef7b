// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/classic/articlelines.h"

#include <QRegularExpression>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype TabStop = 8;
constexpr qsizetype LongestParagraph = 16'384;

qsizetype indentOf(QStringView line)
{
    qsizetype indent = 0;
    for (const QChar c : line) {
        if (c == u'\t')
            indent += TabStop - indent % TabStop;
        else if (c == u' ')
            ++indent;
        else
            break;
    }
    return indent;
}

} // namespace

bool isLinkLine(QStringView line)
{
    static const QRegularExpression pattern(u"^\\s*(?:[-*]\\s*)?(?:\\[?Q\\d{5,6}\\b|(?:ARTICLE-ID|TITLE)\\s*:)"_s);
    return pattern.matchView(line).hasMatch();
}

ArticleLines linesOf(const ClassicArticle &article)
{
    ArticleLines lines;
    for (const auto &section : article.sections) {
        bool isFirst = true;
        for (const QStringView text : QStringView(section.text).split(u'\n')) {
            lines.push_back({.text = text, .indent = indentOf(text), .beginsSection = isFirst});
            isFirst = false;
        }
    }
    return lines;
}

QString joined(std::span<const ArticleLine> lines)
{
    QString text;
    for (const auto &line : lines)
        text.append(line.text).append(u' ');
    return text.simplified();
}

std::vector<Paragraph> paragraphsOf(const ArticleLines &lines)
{
    std::vector<Paragraph> paragraphs;
    bool isOpen = false;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const auto &line = lines[at];
        const bool isLink = isLinkLine(line.text);
        if (line.isBlank() || line.taken || line.beginsSection || isLink)
            isOpen = false;
        if (line.isBlank() || line.taken || isLink)
            continue;
        if (!isOpen)
            paragraphs.push_back({.first = at, .count = 0, .indent = line.indent, .text = {}});
        isOpen = true;
        ++paragraphs.back().count;
    }
    for (auto &paragraph : paragraphs)
        paragraph.text = joined(std::span(lines).subspan(paragraph.first, paragraph.count)).left(LongestParagraph);
    return paragraphs;
}

} // namespace evident
