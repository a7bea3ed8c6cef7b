// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/classic/eventblocks.h"
#include "knowledge/classic/eventfields.h"

#include <QRegularExpression>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &columnGap()
{
    static const QRegularExpression gap(u"\\t+| {2,}"_s);
    return gap;
}

QStringList cellsOf(QStringView line)
{
    return line.trimmed().toString().split(columnGap(), Qt::SkipEmptyParts);
}

/// The fields that a table's head names, in its order; nothing when the line is not the head of a table of events.
std::vector<EventField> columnsOf(QStringView line)
{
    const auto option = QRegularExpression::CaseInsensitiveOption;
    static const QRegularExpression id(u"^event\\s*(?:id|number|#)?$"_s, option);
    static const QRegularExpression source(u"^(?:event\\s*)?source$"_s, option);
    static const QRegularExpression text(u"^(?:event\\s*)?(?:description|message|text)s?$"_s, option);
    std::vector<EventField> columns;
    for (const QString &cell : cellsOf(line)) {
        const QString word = cell.simplified();
        if (word.contains(id))
            columns.push_back(EventField::Id);
        else if (word.contains(source))
            columns.push_back(EventField::Source);
        else if (word.contains(text))
            columns.push_back(EventField::Description);
        else
            columns.push_back(EventField::Category);
    }
    const bool isHead = columns.size() > 1 && std::ranges::count(columns, EventField::Id) == 1;
    const bool tells =
        std::ranges::contains(columns, EventField::Description) || std::ranges::contains(columns, EventField::Source);
    if (!isHead || !tells)
        columns.clear();
    return columns;
}

bool isRule(QStringView line)
{
    return std::ranges::all_of(line, [](QChar c) { return c == u'-' || c == u'=' || c.isSpace(); });
}

EventBlock rowOf(const QStringList &cells, const std::vector<EventField> &columns)
{
    EventBlock row;
    for (std::size_t at = 0; at < columns.size() && at < static_cast<std::size_t>(cells.size()); ++at) {
        const QString &cell = cells[static_cast<qsizetype>(at)];
        const bool isLast = at + 1 == columns.size();
        switch (columns[at]) {
        case EventField::Id: {
            bool isNumber = false;
            const std::uint16_t id = cell.toUShort(&isNumber);
            if (isNumber)
                row.ids = {id};
            break;
        }
        case EventField::Source: row.source = cell; break;
        case EventField::Description:
            row.text = isLast ? cells.sliced(static_cast<qsizetype>(at)).join(u' ') : cell;
            break;
        default: break;
        }
    }
    return row;
}

} // namespace

std::vector<EventBlock> tableRowsIn(ArticleLines &lines)
{
    std::vector<EventBlock> rows;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const auto columns = columnsOf(lines[at].text);
        if (columns.empty())
            continue;
        const std::size_t before = rows.size();
        std::size_t line = at + 1;
        qsizetype indent = 0;
        for (; line < lines.size() && !lines[line].beginsSection; ++line) {
            if (lines[line].isBlank() || isRule(lines[line].text))
                continue;
            auto row = rowOf(cellsOf(lines[line].text), columns);
            if (!row.ids.empty()) {
                row.first = line;
                indent = lines[line].indent;
                rows.push_back(std::move(row));
            } else if (rows.size() > before && lines[line].indent > indent && !lines[line - 1].isBlank()) {
                rows.back().text.append(u' ').append(lines[line].text.trimmed());
            } else {
                break;
            }
            lines[line].taken = true;
        }
        lines[at].taken = rows.size() > before;
        at = line - 1;
    }
    for (auto &row : rows)
        row.text = row.text.simplified();
    return rows;
}

} // namespace evident
