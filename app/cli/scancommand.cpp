// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/hive.h"
#include "commands.h"
#include "errortext.h"
#include "findingchecks.h"
#include "inputs.h"
#include "interrupt.h"
#include "orderedwork.h"
#include "output.h"
#include "paper.h"
#include "reports/citation.h"
#include "reports/report.h"
#include "session/person.h"
#include "shelfloading.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct ScanCommandWords {
    Q_DECLARE_TR_FUNCTIONS(ScanCommand)
};

constexpr std::array FormWords{"text"_L1, "json"_L1, "html"_L1, "pdf"_L1, "csv"_L1};
static_assert(FormWords.size() == std::to_underlying(ReportForm::Csv) + 1U);

std::optional<ReportForm> formFrom(const QString &word)
{
    const auto found = std::ranges::find(FormWords, word);
    return found == FormWords.end() ? std::nullopt : std::optional(static_cast<ReportForm>(found - FormWords.begin()));
}

/// What is wrong with the arguments, as a sentence; empty when nothing is.
QString complaint(const Arguments &arguments)
{
    const QString format = arguments.value(u"format"_s, u"text"_s);
    if (format == "xlsx"_L1 || format == "md"_L1)
        return ScanCommandWords::tr("Reports as %1 are not built yet. Choose text, json, html, pdf or csv.")
            .arg(format);
    if (!formFrom(format))
        return ScanCommandWords::tr("--format has to be one of text, json, html, pdf and csv.");
    // What lies on other computers is read with the account, too.
    const bool isRemote = std::ranges::any_of(arguments.operands(), isRemoteLocation);
    return isRemote ? QString() : askingComplaint(arguments);
}

/// Reads all logs into a store and counts them.
class Scan {
public:
    Scan(const Matcher &matcher, Inputs &inputs)
        : m_matcher(matcher)
        , m_inputs(inputs)
    {
    }

    Report run(const QStringList &hives, const std::optional<Asked> &asked)
    {
        Report report;
        const auto cancelled = std::make_shared<std::atomic_bool>(false);
        m_inputs.forEach(m_names, [&](const std::shared_ptr<const LogReader> &reader) {
            report.logs.push_back(load(reader, static_cast<std::uint32_t>(report.logs.size()), cancelled));
            report.events += report.logs.back().records;
            return !interrupted();
        });
        report.findings = gatherFindings(m_store, m_matcher, m_names);
        checkFindings(report.findings.findings, hives, asked, m_store, m_names);
        report.skipped = m_inputs.skipped();
        report.madeAt = Timestamp::now();
        report.madeBy = personAndMachine();
        return report;
    }

private:
    LogInfo load(const std::shared_ptr<const LogReader> &reader, std::uint32_t number, const CancelFlag &cancelled)
    {
        const auto spans = planSpans(*reader);
        const int threads = threadsFrom({}).value_or(1);
        OrderedWork<LoadedSpan> work(spans.size(), threads, [&](std::size_t at) {
            if (interrupted())
                *cancelled = true;
            return loadSpan(reader, number, spans[at], m_matcher, m_names, cancelled);
        });
        LogCounter counter;
        PartReport report;
        std::uint64_t bytes = 0;
        while (const auto span = work.next()) {
            if (span->batch == nullptr)
                break;
            m_store.append(span->batch);
            counter.merge(*span->counter);
            addReport(report, span->report);
            bytes += span->bytes;
            m_inputs.progress().tell(reader->source().name(), bytes, reader->source().size());
        }
        LogInfo info = counter.info(*reader, {report}, m_names);
        m_inputs.tell(info.path, info.damages);
        return info;
    }

    const Matcher &m_matcher;
    Inputs &m_inputs;
    Names m_names;
    EventStore m_store;
};

/// The hives that can be read; what can not is said.
QStringList readableHives(const QStringList &paths, Inputs &inputs)
{
    QStringList readable;
    for (const QString &path : paths) {
        if (const auto hive = SystemHive::open(path))
            readable.append(path);
        else
            inputs.tell(hive.error());
    }
    return readable;
}

Result<QByteArray> written(const Report &report, ReportForm form, const Arguments &arguments)
{
    switch (form) {
    case ReportForm::Text:
        return reportAsText(
            report, wantsColor(arguments.value(u"color"_s, u"auto"_s)) ? TextColour::Ansi : TextColour::None);
    case ReportForm::Json: return reportAsJson(report);
    case ReportForm::Html: return reportAsHtml(report);
    case ReportForm::Pdf: return pagesAsPdf(report);
    case ReportForm::Csv: return reportAsCsv(report);
    }
    std::unreachable();
}

ExitCode run(const Arguments &arguments, const QString &language)
{
    if (const QString sentence = complaint(arguments); !sentence.isEmpty()) {
        say(sentence);
        return ExitCode::Usage;
    }
    const ReportForm form = *formFrom(arguments.value(u"format"_s, u"text"_s));
    if (form == ReportForm::Pdf && !canLayOutPages()) {
        say(ScanCommandWords::tr("A PDF needs the part of Evident that lays out pages, evident-paper.so, and it is not "
                                 "where it was installed or cannot be loaded. Install Evident again, or choose html."));
        return ExitCode::Nothing;
    }
    const auto asked = askedFrom(arguments);
    if (!asked) {
        say(asked.error().sentence);
        return asked.error().code;
    }
    Inputs inputs(arguments, *asked ? std::optional((*asked)->credentials) : std::nullopt);
    auto output = Output::open(arguments.value(u"o"_s));
    const auto shelf = loadShelf(arguments.values(u"articles"_s), language);
    if (!output || !shelf) {
        inputs.tellOutputFailed(output ? shelf.error() : output.error());
        return inputs.finish();
    }
    const Matcher matcher(shelf->shelf);
    Scan scan(matcher, inputs);
    Report report = scan.run(readableHives(arguments.values(u"hive"_s), inputs), *asked);
    if (const auto classic = ClassicShelf::open(ClassicShelf::userFile()))
        citeClassic(report.findings.findings, *classic);
    report.zone = *timeZoneFrom(arguments.value(u"tz"_s, u"local"_s));
    if (!interrupted() && !report.logs.empty()) {
        const auto done = written(report, form, arguments)
                              .and_then([&](const QByteArray &bytes) { return output->write(bytes); })
                              .and_then([&] { return output->finish(); });
        if (!done)
            inputs.tellOutputFailed(done.error());
    }
    const ExitCode code = inputs.finish();
    return code == ExitCode::Done && !shelf->complete ? ExitCode::Partly : code;
}

} // namespace

Command scanCommand()
{
    Command command{
        .grammar =
            {
                .command = u"scan"_s,
                .operands = u"PATH…"_s,
                .summary = ScanCommandWords::tr(
                    "Says what the articles know of the events in the logs, and writes it as a report."),
                .options =
                    {
                        {u"format"_s, u"text|json|html|pdf|csv|xlsx|md"_s,
                            ScanCommandWords::tr(
                                "How to write the report, text by itself; xlsx and md are not built yet.")},
                        {u"articles"_s, u"DIR"_s,
                            ScanCommandWords::tr("A folder with articles of your own; may be given more than once.")},
                        {u"hive"_s, u"FILE"_s,
                            ScanCommandWords::tr(
                                "A copy of a computer's SYSTEM registry hive, which answers the checks for it; may be "
                                "given more than once.")},
                    },
            },
        .run = run,
    };
    command.grammar.options.push_back(
        {u"on"_s, u"HOST[:PORT]"_s, ScanCommandWords::tr("Ask this computer what the articles want to know.")});
    for (Option &option : Inputs::accountOptions())
        command.grammar.options.push_back(std::move(option));
    return command;
}

} // namespace evident
