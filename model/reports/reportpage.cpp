// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportpage.h"

#include "reports/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportPage)
};

constexpr std::array Headings{
    QT_TRANSLATE_NOOP("ReportPage", "Findings"),
    QT_TRANSLATE_NOOP("ReportPage", "No article speaks of any event in these logs."),
    QT_TRANSLATE_NOOP("ReportPage", "Logs"),
    QT_TRANSLATE_NOOP("ReportPage", "Errors and warnings without an article"),
    QT_TRANSLATE_NOOP("ReportPage", "The newest of these events"),
    QT_TRANSLATE_NOOP("ReportPage", "Windows’ own text"),
    QT_TRANSLATE_NOOP("ReportPage", "Values"),
    QT_TRANSLATE_NOOP("ReportPage", "Data"),
    QT_TRANSLATE_NOOP("ReportPage", "Why this matched"),
    QT_TRANSLATE_NOOP("ReportPage", "Also possible"),
    QT_TRANSLATE_NOOP("ReportPage", "Sources"),
    QT_TRANSLATE_NOOP("ReportPage", "Count"),
    QT_TRANSLATE_NOOP("ReportPage", "Level"),
    QT_TRANSLATE_NOOP("ReportPage", "Source"),
    QT_TRANSLATE_NOOP("ReportPage", "Event ID"),
};
static_assert(Headings.size() == std::to_underlying(PageHeading::EventId) + 1U);

constexpr std::array SectionHeadings{QT_TRANSLATE_NOOP("ReportPage", "What it means"),
    QT_TRANSLATE_NOOP("ReportPage", "Cause"), QT_TRANSLATE_NOOP("ReportPage", "What to do"),
    QT_TRANSLATE_NOOP("ReportPage", "When this does not apply")};
static_assert(SectionHeadings.size() == SectionCount);

QString eventsText(std::uint64_t count)
{
    return count == 1 ? Words::tr("1 event") : Words::tr("%1 events").arg(countText(count));
}

QString spanText(Timestamp first, Timestamp last, const QTimeZone &zone)
{
    if (first.isNull())
        return Words::tr("without a time");
    if (first == last)
        return timeText(first, zone);
    return Words::tr("%1 to %2", "first and last time").arg(timeText(first, zone), timeText(last, zone));
}

LogPart composeLog(const LogInfo &info, const QTimeZone &zone)
{
    QStringList contents{eventsText(info.records)};
    if (info.records > 0)
        contents.append(spanText(info.firstTime, info.lastTime, zone));
    if (!info.computers.isEmpty())
        contents.append(Words::tr("of %1", "of these computers").arg(info.computers.join(", "_L1)));
    if (info.recovered > 0)
        contents.append(Words::tr("%1 more recovered from unused space").arg(countText(info.recovered)));
    if (info.dirty)
        contents.append(Words::tr("not closed properly by Windows"));

    LogPart part{visible(info.path), visible(contents.join(u", "_s)), damageSummary(info.damages), {}};
    constexpr std::size_t Most = 20;
    for (std::size_t i = 0; i < std::min(Most, info.damages.size()); ++i)
        part.damages.append(damageText(info.damages[i]));
    if (info.damages.size() > Most)
        part.damages.append(Words::tr("and %1 more").arg(countText(info.damages.size() - Most)));
    return part;
}

QString verdictCounts(const std::vector<Finding> &findings)
{
    std::map<Verdict, std::uint64_t> counts;
    for (const Finding &finding : findings)
        ++counts[finding.explanation.verdict];
    QStringList parts;
    for (const auto &[verdict, count] : counts)
        parts.append(u"%1 %2"_s.arg(verdictText(verdict), countText(count)));
    return parts.isEmpty() ? countText(0) : parts.join(u" · "_s);
}

Facts composeTotals(const Report &report)
{
    Facts totals{{Words::tr("Events"), countText(report.events)}, {Words::tr("Logs"), countText(report.logs.size())},
        {Words::tr("Findings"), verdictCounts(report.findings.findings)}};
    if (report.skipped > 0)
        totals.push_back(
            {Words::tr("Files passed over"), Words::tr("%1 that are no logs").arg(countText(report.skipped))});
    return totals;
}

UnexplainedRow composeUnexplained(const Unexplained &unexplained)
{
    return {countText(unexplained.count), levelText(unexplained.level), visible(unexplained.provider),
        QString::number(unexplained.id)};
}

QString zoneSentence(const Report &report)
{
    const QString id = QString::fromUtf8(report.zone.id());
    const QString offset = offsetText(report.madeAt, report.zone);
    if (!report.zone.isValid() || !report.zone.hasDaylightTime())
        return Words::tr("All times are %1.", "time zone").arg(offset);
    return Words::tr("All times are those of %1, each with its offset from UTC.", "time zone").arg(id);
}

QString madeSentence(const Report &report)
{
    const QString when = timeText(report.madeAt, report.zone);
    return report.madeBy.isEmpty()
        ? Words::tr("Made %1 with %2.", "when, program").arg(when, generatorName())
        : Words::tr("Made %1 by %2 with %3.", "when, who, program").arg(when, visible(report.madeBy), generatorName());
}

} // namespace

QString generatorName()
{
    return u"Evident " EVIDENT_VERSION_TEXT ""_s;
}

Report currentOnly(const Report &report)
{
    const auto &findings = report.findings.findings;
    const auto current = std::ranges::find_if(
        findings, [&](const Finding &finding) { return report.current && finding.key == *report.current; });
    if (current == findings.end())
        return report;
    Report one{.events = report.events,
        .skipped = report.skipped,
        .zone = report.zone,
        .madeAt = report.madeAt,
        .madeBy = report.madeBy,
        .current = report.current};
    one.findings.findings.push_back(*current);
    std::ranges::copy_if(
        report.logs, std::back_inserter(one.logs), [&](const LogInfo &log) { return log.path == current->sampleFile; });
    return one;
}

QString headingText(PageHeading heading)
{
    return QCoreApplication::translate("ReportPage", Headings.at(std::to_underlying(heading)));
}

QString sectionText(SectionKind kind)
{
    return QCoreApplication::translate("ReportPage", SectionHeadings.at(std::to_underlying(kind)));
}

ReportPage composePage(const Report &report)
{
    ReportPage page{.title = Words::tr("What the event logs say"),
        .made = madeSentence(report),
        .zone = zoneSentence(report),
        .totals = composeTotals(report)};
    for (const LogInfo &info : report.logs)
        page.logs.push_back(composeLog(info, report.zone));
    for (const Finding &finding : report.findings.findings)
        page.findings.push_back(composeFinding(finding, report.zone));
    for (const Unexplained &unexplained : report.findings.unexplained)
        page.unexplained.push_back(composeUnexplained(unexplained));
    return page;
}

} // namespace evident
