// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text/cells.h"

#include <algorithm>

namespace evident {

namespace {

/// The inside of the quoted cell at @p at, which is moved behind its closing quote.
QString quotedCell(QStringView record, qsizetype &at)
{
    QString cell;
    qsizetype begin = ++at;
    while (at < record.size()) {
        if (record[at] != u'"') {
            ++at;
            continue;
        }
        cell += record.sliced(begin, at - begin);
        const bool doubled = at + 1 < record.size() && record[at + 1] == u'"';
        ++at;
        if (!doubled)
            return cell;
        begin = at++;
    }
    cell += record.sliced(std::min(begin, record.size()));
    return cell;
}

} // namespace

QStringList cellsOf(QStringView record, QChar separator, qsizetype most)
{
    QStringList cells;
    qsizetype at = 0;
    while (cells.size() + 1 < most) {
        QString cell;
        if (at < record.size() && record[at] == u'"')
            cell = quotedCell(record, at);
        const qsizetype end = record.indexOf(separator, at);
        cell += end < 0 ? record.sliced(at) : record.sliced(at, end - at);
        cells.append(cell);
        if (end < 0)
            return cells;
        at = end + 1;
    }
    cells.append(record.sliced(at).toString());
    return cells;
}

QChar separatorOf(QStringView heading)
{
    QChar best;
    qsizetype most = 1;
    for (const QChar candidate : {u'\t', u';', u','}) {
        if (const qsizetype cells = cellsOf(heading, candidate).size(); cells > most) {
            best = candidate;
            most = cells;
        }
    }
    return best;
}

bool isNumber(QStringView cell)
{
    cell = cell.trimmed();
    if (cell.size() >= 2 && cell.startsWith(u'"') && cell.endsWith(u'"'))
        cell = cell.sliced(1, cell.size() - 2);
    return !cell.isEmpty() && cell.size() <= 10
        && std::ranges::all_of(cell, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace evident
