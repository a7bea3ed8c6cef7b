// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csvcell.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

void appendCsvCell(QByteArray &line, QStringView text)
{
    const bool formula = !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front());
    const bool quoted = std::ranges::any_of(text, [](QChar c) { return u",\"\r\n"_s.contains(c); });
    QByteArray cell = text.toUtf8();
    if (formula)
        cell.prepend('\'');
    if (quoted)
        cell = '"' + cell.replace('"', "\"\"") + '"';
    line += cell;
}

void appendCsvLine(QByteArray &out, const QStringList &cells)
{
    bool first = true;
    for (const QString &cell : cells) {
        if (!first)
            out += ',';
        first = false;
        appendCsvCell(out, cell);
    }
    out += "\r\n";
}

} // namespace evident
