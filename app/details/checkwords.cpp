// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/checkwords.h"

#include "details/readingtext.h"
#include "reports/words.h"

#include <QCoreApplication>
#include <QFileInfo>

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

} // namespace

QString checkQuestion(const FilledCheck &check, const QString &computer)
{
    if (computer.isEmpty())
        return CheckWords::tr("Is the service %1 installed?").arg(check.service);
    return CheckWords::tr("Is the service %1 installed on %2?").arg(check.service, computer);
}

QString beforeCheck(const FilledCheck &check, const QString &computer, const OpenHive *hive)
{
    QStringList lines;
    const QString host = computer.isEmpty() ? CheckWords::tr("the computer") : escapedForMarkdown(computer);
    lines.append(CheckWords::tr("Not installed would mean: **%1**. Installed would mean: **%2**.")
            .arg(conclusionText(check.notInstalled.conclusion), conclusionText(check.installed.conclusion)));
    if (hive) {
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

QString afterCheck(const CheckResult &result, const Conclusion &conclusion)
{
    QStringList lines;
    lines.append(QStringLiteral("%1: %2.").arg(
        escapedForMarkdown(result.service), escapedForMarkdown(serviceStateText(result.state))));
    lines.append(QStringLiteral("**%1:** %2").arg(conclusionText(conclusion.kind), conclusion.sentence));
    if (!result.evidence.isEmpty())
        lines.append(CheckWords::tr("Evidence: %1").arg(escapedForMarkdown(result.evidence)));
    if (!result.next.isEmpty())
        lines.append(escapedForMarkdown(result.next));
    return lines.join(QStringLiteral("\n\n"));
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
