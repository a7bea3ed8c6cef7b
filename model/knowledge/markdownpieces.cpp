// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/markdownpieces.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

using Kind = MarkdownPiece::Kind;

qsizetype runOfTicks(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == u'`')
        ++end;
    return end - at;
}

/// Where the next run of exactly @p length backticks begins, or -1.
qsizetype closingRun(QStringView text, qsizetype from, qsizetype length)
{
    for (qsizetype at = text.indexOf(u'`', from); at >= 0; at = text.indexOf(u'`', at)) {
        const auto found = runOfTicks(text, at);
        if (found == length)
            return at;
        at += found;
    }
    return -1;
}

class Cutter {
public:
    void line(QStringView text)
    {
        const auto trimmed = text.trimmed();
        const bool marksFence = trimmed.startsWith("```"_L1) || trimmed.startsWith("~~~"_L1);
        if (m_fence.isEmpty() && marksFence) {
            m_fence = trimmed.first(3).toString();
            m_opened = m_pieces.size();
            add(Kind::FenceLine, text);
        } else if (m_fence.isEmpty()) {
            inlineText(text, trimmed.startsWith(u'|') ? Kind::TableRow : Kind::Prose);
        } else if (trimmed == m_fence) {
            m_fence.clear();
            add(Kind::FenceLine, text);
        } else {
            add(Kind::FencedCode, text);
        }
        ++m_line;
    }

    std::vector<MarkdownPiece> finish()
    {
        if (!m_fence.isEmpty())
            m_pieces[m_opened].kind = Kind::Unclosed;
        return std::move(m_pieces);
    }

private:
    void add(Kind kind, QStringView text)
    {
        if (!text.isEmpty() || kind == Kind::CodeSpan)
            m_pieces.push_back({kind, text.toString(), m_line});
    }

    void inlineText(QStringView text, Kind around)
    {
        qsizetype done = 0;
        for (qsizetype at = text.indexOf(u'`'); at >= 0; at = text.indexOf(u'`', done)) {
            const auto ticks = runOfTicks(text, at);
            const auto close = closingRun(text, at + ticks, ticks);
            add(around, text.sliced(done, at - done));
            if (close < 0) {
                add(Kind::Unclosed, text.sliced(at));
                return;
            }
            add(Kind::CodeSpan, text.sliced(at + ticks, close - at - ticks));
            done = close + ticks;
        }
        add(around, text.sliced(done));
    }

    std::vector<MarkdownPiece> m_pieces;
    QString m_fence;
    std::size_t m_opened = 0;
    int m_line = 0;
};

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
}

} // namespace

std::vector<MarkdownPiece> piecesOf(QStringView markdown)
{
    Cutter cutter;
    for (qsizetype start = 0; start < markdown.size();) {
        const auto newline = markdown.indexOf(u'\n', start);
        const auto end = newline < 0 ? markdown.size() : newline + 1;
        cutter.line(markdown.sliced(start, end - start));
        start = end;
    }
    return cutter.finish();
}

std::vector<NamePlace> namesIn(QStringView text)
{
    std::vector<NamePlace> places;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', open + 1)) {
        qsizetype end = open + 1;
        while (end < text.size() && isNameCharacter(text[end]))
            ++end;
        const auto name = text.sliced(open + 1, end - open - 1);
        if (end < text.size() && text[end] == u'}' && !name.isEmpty() && name.front() >= u'a' && name.front() <= u'z')
            places.push_back({open, end + 1 - open, name.toString()});
    }
    return places;
}

} // namespace evident
