// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/checkwords.h"

#include "details/readingtext.h"
#include "reports/words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace evident {

namespace {

struct CheckWords {
    Q_DECLARE_TR_FUNCTIONS(CheckWords)
};

QString askedOf(const CheckResult &result)
{
    if (result.by == CheckedBy::Hive && !result.address.isEmpty())
        return result.address;
    return result.answeredAs.isEmpty() ? result.asked : result.answeredAs;
}

bool isForLogsAlone(const CheckQuestion &question)
{
    return std::ranges::all_of(singleQuestions(question),
        [](const CheckQuestion &one) { return one.kind == CheckQuestion::Kind::EventsNear; });
}

} // namespace

QString beforeCheck(const FilledCheck &check, const QString &computer, const OpenHive *hive)
{
    QStringList lines;
    const QString host = computer.isEmpty() ? CheckWords::tr("the computer") : escapedForMarkdown(computer);
    const QString meanings = check.question.kind == CheckQuestion::Kind::Service
        ? CheckWords::tr("Not installed would mean: **%1**. Installed would mean: **%2**.")
        : CheckWords::tr("No would mean: **%1**. Yes would mean: **%2**.");
    lines.append(meanings.arg(conclusionText(check.no.conclusion), conclusionText(check.yes.conclusion)));
    if (isForLogsAlone(check.question)) {
        lines.append(CheckWords::tr("The answer is looked up in the logs that are open."));
    } else if (hive) {
        lines.append(CheckWords::tr("The answer is looked up in the registry hive **%1**. Nothing is changed in it.")
                .arg(escapedForMarkdown(QFileInfo(hive->path).fileName())));
    } else {
        lines.append(
            CheckWords::tr("**%1** is asked over the network, with your Kerberos ticket or an account that you "
                           "give. Nothing on it is changed. No registry hive of it is at hand; where it cannot "
                           "be reached, drop a copy of its SYSTEM file on this window.")
                .arg(host));
        lines.append(check.unknown);
    }
    return lines.join(QStringLiteral("\n\n"));
}

QString afterCheck(const std::vector<CheckResult> &answers, const Conclusion &conclusion)
{
    QStringList lines;
    for (const CheckResult &answer : answers) {
        const QString text = escapedForMarkdown(answerText(answer));
        lines.append(
            answers.size() > 1 ? QStringLiteral("%1. %2").arg(text, escapedForMarkdown(answer.evidence)) : text + u'.');
    }
    lines.append(QStringLiteral("**%1:** %2").arg(conclusionText(conclusion.kind), conclusion.sentence));
    if (answers.size() == 1 && !answers.front().evidence.isEmpty())
        lines.append(CheckWords::tr("Evidence: %1").arg(escapedForMarkdown(answers.front().evidence)));
    QStringList next;
    for (const CheckResult &answer : answers)
        next.append(escapedForMarkdown(answer.next));
    next.removeAll(QString());
    next.removeDuplicates();
    return (lines + next).join(QStringLiteral("\n\n"));
}

QString howToVouch(const CheckResult &answer, const QString &computer)
{
    const QString who = answer.answeredAs.isEmpty() ? answer.address : answer.answeredAs;
    return QStringLiteral("\n\n")
        + CheckWords::tr("**%1** answered. If you know that it is **%2**, say so with the button beside its name.")
              .arg(escapedForMarkdown(who), escapedForMarkdown(computer));
}

QString otherSubjects(const Finding &finding, const CheckSubject &shown)
{
    QStringList lines;
    for (const CheckSubject &other : finding.subjects) {
        if (&other == &shown || other.name.isEmpty())
            continue;
        const QString conclusion =
            other.conclusion ? conclusionText(other.conclusion->kind) : CheckWords::tr("not asked yet");
        lines.append(QStringLiteral("- %1: %2").arg(escapedForMarkdown(other.name), conclusion));
    }
    if (lines.isEmpty())
        return {};
    constexpr qsizetype MostShown = 6;
    const qsizetype more = lines.size() - MostShown + finding.moreSubjects;
    if (more > 0 && lines.size() > MostShown)
        lines = lines.first(MostShown);
    QString text = QStringLiteral("\n\n")
        + CheckWords::tr("Events of this finding name others as well; each is asked by itself:")
        + QStringLiteral("\n\n") + lines.join(u'\n');
    if (more > 0)
        text += QStringLiteral("\n- ") + CheckWords::tr("and %n more", nullptr, static_cast<int>(more));
    return text;
}

QString askedHow(const CheckResult &result, const QTimeZone &zone)
{
    QString when = timeText(result.time, zone);
    if (!result.checkedBy.isEmpty())
        when = CheckWords::tr("%1, by %2").arg(when, result.checkedBy);
    if (!result.as.isEmpty())
        when = CheckWords::tr("%1, as %2").arg(when, result.as);
    return CheckWords::tr("Asked %1: %2, %3").arg(when, checkedByText(result.by), askedOf(result));
}

QString serviceFacts(const CheckResult &result)
{
    QStringList facts;
    if (!result.displayName.isEmpty())
        facts.append(CheckWords::tr("Display name: %1").arg(result.displayName));
    if (result.startType)
        facts.append(CheckWords::tr("Start type: %1").arg(startTypeText(*result.startType)));
    if (!result.imagePath.isEmpty())
        facts.append(result.imagePath);
    return facts.join(QStringLiteral(" · "));
}

} // namespace evident
