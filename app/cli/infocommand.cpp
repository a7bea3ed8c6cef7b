// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "inputs.h"
#include "interrupt.h"
#include "orderedwork.h"
#include "output.h"
#include "reports/words.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct InfoCommandWords {
    Q_DECLARE_TR_FUNCTIONS(InfoCommand)
};

struct CountedSpan {
    std::shared_ptr<const LogCounter> counter;
    PartReport report;
    std::uint64_t bytes = 0;
};

CountedSpan countSpan(const LogReader &reader, PartSpan span)
{
    const auto counter = std::make_shared<LogCounter>();
    PartReport report;
    std::uint64_t bytes = 0;
    for (std::size_t part = span.first; part < span.first + span.count && !interrupted(); ++part) {
        addReport(report, reader.readPart(part, *counter));
        bytes += reader.partBytes(part);
    }
    return {.counter = counter, .report = std::move(report), .bytes = bytes};
}

LogInfo countLog(const LogReader &reader, const Names &names, int threads, Progress &progress)
{
    const auto spans = planSpans(reader);
    OrderedWork<CountedSpan> work(spans.size(), threads, [&](std::size_t at) { return countSpan(reader, spans[at]); });
    LogCounter sum;
    PartReport report;
    std::uint64_t bytes = 0;
    while (const auto span = work.next()) {
        sum.merge(*span->counter);
        addReport(report, span->report);
        bytes += span->bytes;
        progress.tell(reader.source().name(), bytes, reader.source().size());
    }
    return sum.info(reader, {report}, names);
}

QString countedNames(const std::map<QString, std::uint64_t> &names)
{
    QStringList list;
    for (const auto &[name, count] : names)
        list.append(u"%1 (%2)"_s.arg(visible(name), countText(count)));
    return list.join(", "_L1);
}

QString countedLevels(const std::map<Level, std::uint64_t> &levels)
{
    QStringList list;
    for (const auto &[level, count] : levels)
        list.append(u"%1 (%2)"_s.arg(levelText(level), countText(count)));
    return list.join(", "_L1);
}

/// One log as lines of "label  value".
QString textOf(const LogInfo &info, const QTimeZone &zone)
{
    QString text = info.path + u'\n';
    const auto line = [&text](const QString &label, const QString &value) {
        if (!value.isEmpty())
            text += u"  "_s + label.leftJustified(14) + value + u'\n';
    };
    line(InfoCommandWords::tr("Format"),
        InfoCommandWords::tr("%1, %2 bytes").arg(logFormatName(info.format), countText(info.size)));
    line(
        InfoCommandWords::tr("State"), info.dirty ? InfoCommandWords::tr("not closed properly by Windows") : QString());
    line(InfoCommandWords::tr("Events"),
        info.records == 0 ? countText(0)
                          : InfoCommandWords::tr("%1 (records %2 to %3)")
                                .arg(countText(info.records), countText(info.firstRecord), countText(info.lastRecord)));
    line(InfoCommandWords::tr("Recovered"),
        info.recovered == 0
            ? QString()
            : InfoCommandWords::tr("%1 older events behind the log's own").arg(countText(info.recovered)));
    line(InfoCommandWords::tr("From"), info.firstTime.isNull() ? QString() : timeText(info.firstTime, zone));
    line(InfoCommandWords::tr("To"), info.lastTime.isNull() ? QString() : timeText(info.lastTime, zone));
    line(InfoCommandWords::tr("Computers"), visible(info.computers.join(", "_L1)));
    line(InfoCommandWords::tr("Logs"), visible(info.channels.join(", "_L1)));
    line(InfoCommandWords::tr("Levels"), countedLevels(info.levels));
    line(InfoCommandWords::tr("Sources"), countedNames(info.providers));
    line(InfoCommandWords::tr("Damage"), damageSummary(info.damages));
    for (const Damage &damage : info.damages)
        line({}, damageText(damage));
    return text + u'\n';
}

ExitCode run(const Arguments &arguments, const QString & /*language*/)
{
    const QTimeZone zone = *timeZoneFrom(arguments.value(u"tz"_s, u"local"_s));
    const auto threads = threadsFrom(arguments);
    if (!threads) {
        say(InfoCommandWords::tr("-j takes a number of threads from 1 to 256."));
        return ExitCode::Usage;
    }
    Inputs inputs(arguments);
    auto output = Output::open(arguments.value(u"o"_s));
    if (!output) {
        inputs.tellOutputFailed(output.error());
        return inputs.finish();
    }
    const bool asJson = arguments.has(u"json"_s);
    Names names;
    inputs.forEach(names, [&](const std::shared_ptr<const LogReader> &reader) {
        const LogInfo info = countLog(*reader, names, *threads, inputs.progress());
        if (interrupted())
            return false;
        const QByteArray bytes =
            asJson ? QJsonDocument(toJson(info)).toJson(QJsonDocument::Compact) + '\n' : textOf(info, zone).toUtf8();
        inputs.tell(info.path, info.damages);
        const auto written = output->write(bytes);
        if (!written)
            inputs.tellOutputFailed(written.error());
        return written.has_value();
    });
    if (const auto finished = interrupted() ? Result<void>() : output->finish(); !finished)
        inputs.tellOutputFailed(finished.error());
    return inputs.finish();
}

} // namespace

Command infoCommand()
{
    Command command{
        .grammar =
            {
                .command = u"info"_s,
                .operands = u"PATH…"_s,
                .summary = InfoCommandWords::tr(
                    "Says what each log holds: how many events, from when to when, of which computers and "
                    "sources, and what is damaged."),
                .options =
                    {
                        {u"json"_s, {}, InfoCommandWords::tr("One JSON object a line for each log.")},
                        {u"j"_s, u"THREADS"_s,
                            InfoCommandWords::tr("Threads to work with; otherwise one for each core.")},
                    },
            },
        .run = run,
    };
    for (Option &option : Inputs::accountOptions())
        command.grammar.options.push_back(std::move(option));
    return command;
}

} // namespace evident
