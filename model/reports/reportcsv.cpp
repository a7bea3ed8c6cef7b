// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csvcell.h"
#include "reports/report.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// Of each question its newest answer, "; " between them: the conclusion was drawn from these.
QStringList checkCells(const Finding &finding)
{
    const auto newest = newestAnswers(finding);
    const auto joined = [&newest](auto text) {
        QStringList texts;
        for (const CheckResult &check : newest)
            texts.append(text(check));
        return texts.join("; "_L1);
    };
    return {joined([](const CheckResult &check) { return questionOf(check).subjects().join(", "_L1); }),
        joined([](const CheckResult &check) { return QString(serviceStateWord(check.state)); }),
        joined([](const CheckResult &check) { return check.asked; }),
        joined([](const CheckResult &check) { return check.checkedBy; }),
        joined([](const CheckResult &check) { return check.time.toIso(); })};
}

QStringList findingCells(const Finding &finding)
{
    const auto conclusion = finding.conclusion ? finding.conclusion->kind : ConclusionKind::NotConfirmed;
    return QStringList{verdictWord(finding.explanation.verdict), conclusionWord(conclusion),
               QString::number(finding.count), finding.first.toIso(), finding.last.toIso(),
               levelWord(finding.key.level), finding.provider, QString::number(finding.key.id), finding.computer,
               finding.explanation.articleId, finding.explanation.title, finding.sampleText}
    + checkCells(finding);
}

} // namespace

QByteArray reportAsCsv(const Report &report)
{
    QByteArray out = CsvMark;
    appendCsvLine(out,
        {u"Verdict"_s, u"Conclusion"_s, u"Count"_s, u"First"_s, u"Last"_s, u"Level"_s, u"Source"_s, u"Event ID"_s,
            u"Computer"_s, u"Article"_s, u"Title"_s, u"Sample"_s, u"Check"_s, u"Outcome"_s, u"Checked On"_s,
            u"Checked By"_s, u"Check Time"_s});
    for (const Finding &finding : report.findings.findings)
        appendCsvLine(out, findingCells(finding));
    return out;
}

} // namespace evident
