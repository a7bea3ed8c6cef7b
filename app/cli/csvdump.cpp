// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventwriter.h"
#include "reports/csvcell.h"
#include "tables/eventcells.h"
#include "tables/eventtable.h"

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// ISO 8601 with all seven digits and the zone's offset; UTC as "Z".
QString isoIn(Timestamp time, const QTimeZone &zone)
{
    const QDateTime utc = time.toDateTime();
    const int offset = utc.isValid() ? zone.offsetFromUtc(utc) : 0;
    const auto ticks = static_cast<std::int64_t>(time.ticks) + std::int64_t{offset} * 10'000'000;
    if (zone == QTimeZone::utc() || !utc.isValid() || ticks <= 0)
        return time.toIso();
    QString text = Timestamp{static_cast<std::uint64_t>(ticks)}.toIso();
    text.chop(1);
    const int minutes = std::abs(offset) / 60;
    return text
        + u"%1%2:%3"_s.arg(QChar(offset < 0 ? u'-' : u'+'))
              .arg(minutes / 60, 2, 10, QChar(u'0'))
              .arg(minutes % 60, 2, 10, QChar(u'0'));
}

/// In the order of EventColumn.
QStringList cellsOf(const Event &event, const QString &description, const QString &file, const QTimeZone &zone)
{
    return {
        levelWord(event.level),
        isoIn(event.time, zone),
        event.provider,
        QString::number(event.id),
        shownTask(event.task),
        description,
        event.channel,
        event.computer,
        event.user,
        event.recordId ? QString::number(*event.recordId) : QString(),
        shownKeywords(event.keywords),
        QString::number(event.opcode),
        QString::number(event.processId),
        QString::number(event.threadId),
        event.activityId,
        file,
    };
}

std::string headLine()
{
    QStringList names;
    for (const ColumnDescription &column : columnDescriptions())
        names.append(columnName(column.column));
    QByteArray line = CsvMark;
    appendCsvLine(line, names);
    return line.toStdString();
}

} // namespace

EventWriter csvWriter(const WriterContext &context)
{
    const auto writePart = [context](const LogReader &reader, std::size_t part, OutBuffer &out) {
        const QString file = reader.source().name();
        QByteArray line;
        return forEachEvent(reader, part, context, [&](const Event &event, const QString &description) {
            line.clear();
            appendCsvLine(line, cellsOf(event, description, file, context.zone));
            out.append({line.constData(), static_cast<std::size_t>(line.size())});
        });
    };
    return {.before = headLine(), .part = writePart, .behind = {}};
}

} // namespace evident
