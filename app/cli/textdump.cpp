// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventwriter.h"
#include "reports/words.h"
#include "tables/eventcells.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct TextDumpWords {
    Q_DECLARE_TR_FUNCTIONS(TextDump)
};

/// The names that winmeta.xml gives to the bits every event may carry; others belong to their provider.
QString keywordNames(std::uint64_t keywords)
{
    QStringList names;
    if (keywords & KeywordClassic)
        names.append(TextDumpWords::tr("Classic"));
    if (keywords & KeywordAuditFailure)
        names.append(TextDumpWords::tr("Audit Failure"));
    if (keywords & KeywordAuditSuccess)
        names.append(TextDumpWords::tr("Audit Success"));
    constexpr std::uint64_t Named = KeywordClassic | KeywordAuditFailure | KeywordAuditSuccess;
    constexpr std::uint64_t Channels = 0x8000'0000'0000'0000; // set for every event of a manifest's first channel
    if ((keywords & ~Named & ~Channels) != 0)
        names.append(shownKeywords(keywords & ~Named));
    return names.join(", "_L1);
}

QString blockOf(const Event &event, const QString &description, const QTimeZone &zone)
{
    const auto line = [](const QString &label, const QString &value) {
        return (label + u':').leftJustified(15) + visible(value) + u'\n';
    };
    QString block = line(TextDumpWords::tr("Log Name"), event.channel);
    block += line(TextDumpWords::tr("Source"), event.provider);
    block += line(TextDumpWords::tr("Date"), timeText(event.time, zone));
    block += line(TextDumpWords::tr("Event ID"), QString::number(event.id));
    block += line(TextDumpWords::tr("Task Category"), shownTask(event.task));
    block += line(TextDumpWords::tr("Level"), levelText(event.level));
    block += line(TextDumpWords::tr("Keywords"), keywordNames(event.keywords));
    block += line(TextDumpWords::tr("User"), event.user.isEmpty() ? TextDumpWords::tr("N/A") : event.user);
    block += line(TextDumpWords::tr("Computer"), event.computer);
    block += TextDumpWords::tr("Description") + u":\n"_s + visible(description) + u"\n\n"_s;
    return block;
}

} // namespace

EventWriter textWriter(const WriterContext &context)
{
    const auto writePart = [context](const LogReader &reader, std::size_t part, OutBuffer &out) {
        return forEachEvent(reader, part, context, [&](const Event &event, const QString &description) {
            const QByteArray block = blockOf(event, description, context.zone).toUtf8();
            out.append({block.constData(), static_cast<std::size_t>(block.size())});
        });
    };
    return {.before = {}, .part = writePart, .behind = {}};
}

} // namespace evident
