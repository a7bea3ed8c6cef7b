// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/eventlines.h"

#include "reports/csvcell.h"
#include "reports/words.h"
#include "tables/eventcells.h"
#include "tables/eventtable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct TextBlockWords {
    Q_DECLARE_TR_FUNCTIONS(TextDump)
};

/// The names that winmeta.xml gives to the bits every event may carry; others belong to their provider.
QString keywordNames(std::uint64_t keywords)
{
    QStringList names;
    if (keywords & KeywordClassic)
        names.append(TextBlockWords::tr("Classic"));
    if (keywords & KeywordAuditFailure)
        names.append(TextBlockWords::tr("Audit Failure"));
    if (keywords & KeywordAuditSuccess)
        names.append(TextBlockWords::tr("Audit Success"));
    constexpr std::uint64_t Named = KeywordClassic | KeywordAuditFailure | KeywordAuditSuccess;
    constexpr std::uint64_t Channels = 0x8000'0000'0000'0000; // set for every event of a manifest's first channel
    if ((keywords & ~Named & ~Channels) != 0)
        names.append(shownKeywords(keywords & ~Named));
    return names.join(", "_L1);
}

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

} // namespace

QByteArray csvHead()
{
    QStringList names;
    for (const ColumnDescription &column : columnDescriptions())
        names.append(columnName(column.column));
    QByteArray line = CsvMark;
    appendCsvLine(line, names);
    return line;
}

QByteArray csvLine(const Event &event, const QString &description, const QString &file, const QTimeZone &zone)
{
    QByteArray line;
    appendCsvLine(line, cellsOf(event, description, file, zone));
    return line;
}

QByteArray textBlock(const Event &event, const QString &description, const QTimeZone &zone)
{
    const auto line = [](const QString &label, const QString &value) {
        return (label + u':').leftJustified(15) + visible(value) + u'\n';
    };
    QString block = line(TextBlockWords::tr("Log Name"), event.channel);
    block += line(TextBlockWords::tr("Source"), event.provider);
    block += line(TextBlockWords::tr("Date"), timeText(event.time, zone));
    block += line(TextBlockWords::tr("Event ID"), QString::number(event.id));
    block += line(TextBlockWords::tr("Task Category"), shownTask(event.task));
    block += line(TextBlockWords::tr("Level"), levelText(event.level));
    block += line(TextBlockWords::tr("Keywords"), keywordNames(event.keywords));
    block += line(TextBlockWords::tr("User"), event.user.isEmpty() ? TextBlockWords::tr("N/A") : event.user);
    block += line(TextBlockWords::tr("Computer"), event.computer);
    block += TextBlockWords::tr("Description") + u":\n"_s + visible(description) + u"\n\n"_s;
    return block.toUtf8();
}

} // namespace evident
