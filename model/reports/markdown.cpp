// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/markdown.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

int indentOf(const QString &line)
{
    int indent = 0;
    while (indent < line.size() && line[indent] == u' ')
        ++indent;
    return indent;
}

struct ListMark {
    int width = 0; ///< columns from the line's start to the item's text
    int number = 0; ///< 0: a bullet
};

std::optional<ListMark> listMark(const QString &line)
{
    static const QRegularExpression mark(uR"(^ *(?:[-*+]|(\d{1,6})[.)]) +(?=\S))"_s);
    const auto match = mark.match(line);
    if (!match.hasMatch())
        return {};
    return ListMark{static_cast<int>(match.capturedLength()), match.captured(1).toInt()};
}

bool isTableRule(const QString &line)
{
    static const QRegularExpression rule(uR"(^\|(?: *:?-+:? *\|)+$)"_s);
    return rule.match(line).hasMatch();
}

/// The cells of "| a | b |"; a bar behind a backslash or in a code span separates nothing.
QStringList tableCells(const QString &line)
{
    QStringList cells;
    QString cell;
    bool inCode = false;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'`')
            inCode = !inCode;
        if (c == u'|' && !inCode) {
            cells.append(cell.trimmed());
            cell.clear();
        } else {
            if (c == u'\\' && i + 1 < line.size() && line[i + 1] == u'|')
                ++i; // the bar itself is meant
            cell += line[i];
        }
    }
    if (!cell.trimmed().isEmpty())
        cells.append(cell.trimmed());
    return cells;
}

/// Collects lines into blocks. Open list items are known by the column their text begins in.
class BlockReader {
public:
    std::vector<TextBlock> read(const QString &text)
    {
        for (const QString &line : text.split(u'\n'))
            m_inFence ? fencedLine(line) : this->line(line);
        endBlock();
        return std::move(m_blocks);
    }

private:
    void line(const QString &line)
    {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty())
            return endBlock();
        if (trimmed.startsWith("```"_L1))
            return beginFence(line);
        if (trimmed.startsWith(u'|'))
            return tableLine(trimmed, line);
        if (const auto mark = listMark(line))
            return beginItem(line, *mark);
        static const QRegularExpression heading(u"^#{1,6} +"_s);
        if (const auto match = heading.match(trimmed); match.hasMatch()) {
            beginBlock(TextBlock::Kind::Heading, line);
            m_text = trimmed.sliced(match.capturedLength());
            return endBlock();
        }
        if (!m_open)
            beginBlock(TextBlock::Kind::Paragraph, line);
        else
            m_text += u' ';
        m_text += trimmed;
    }

    void beginBlock(TextBlock::Kind kind, const QString &line)
    {
        endBlock();
        const int indent = indentOf(line);
        while (!m_items.empty() && indent < m_items.back())
            m_items.pop_back();
        m_blocks.push_back({.kind = kind, .depth = static_cast<int>(m_items.size())});
        m_open = true;
    }

    void beginItem(const QString &line, const ListMark &mark)
    {
        const auto kind = mark.number > 0 ? TextBlock::Kind::Numbered : TextBlock::Kind::Bullet;
        beginBlock(kind, line);
        constexpr std::size_t Deepest = 8;
        if (m_items.size() < Deepest)
            m_items.push_back(mark.width);
        m_blocks.back().depth = static_cast<int>(m_items.size());
        m_blocks.back().number = mark.number;
        m_text = line.sliced(mark.width).trimmed();
    }

    /// The rule below the first row makes that row the table's head.
    void tableLine(const QString &trimmed, const QString &line)
    {
        if (isTableRule(trimmed)) {
            if (!m_blocks.empty() && m_blocks.back().kind == TextBlock::Kind::TableRow)
                m_blocks.back().kind = TextBlock::Kind::TableHead;
            return;
        }
        beginBlock(TextBlock::Kind::TableRow, line);
        for (const QString &cell : tableCells(trimmed))
            m_blocks.back().cells.push_back(readInline(cell));
        m_open = false;
    }

    void beginFence(const QString &line)
    {
        beginBlock(TextBlock::Kind::Code, line);
        m_inFence = true;
        m_fenceIndent = indentOf(line);
    }

    void fencedLine(const QString &line)
    {
        if (line.trimmed().startsWith("```"_L1)) {
            m_inFence = false;
            return endBlock();
        }
        if (!m_text.isEmpty())
            m_text += u'\n';
        m_text += line.sliced(std::min(indentOf(line), m_fenceIndent));
    }

    void endBlock()
    {
        if (!m_open)
            return;
        TextBlock &block = m_blocks.back();
        if (block.kind == TextBlock::Kind::Code)
            block.runs = {{.text = m_text, .code = true}};
        else
            block.runs = readInline(m_text);
        m_text.clear();
        m_open = false;
    }

    std::vector<TextBlock> m_blocks;
    std::vector<int> m_items; ///< text columns of the open list items
    QString m_text; ///< of the open block
    bool m_open = false;
    bool m_inFence = false;
    int m_fenceIndent = 0;
};

} // namespace

std::vector<TextBlock> readMarkdown(const QString &text)
{
    return BlockReader().read(text);
}

} // namespace evident
