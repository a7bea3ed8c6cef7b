// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "findingchecks.h"

#include "checks/livecheck.h"
#include "interrupt.h"
#include "session/findingquestions.h"
#include "session/person.h"

#include <algorithm>

namespace evident {

namespace {

/// Whether all findings that ask something are of one computer.
bool areOfOneComputer(const std::vector<Finding> &findings)
{
    const QString *computer = nullptr;
    for (const Finding &finding : findings) {
        if (finding.explanation.checks.empty())
            continue;
        if (computer != nullptr && !isNameOf(*computer, finding.computer))
            return false;
        computer = &finding.computer;
    }
    return true;
}

} // namespace

std::vector<CheckResult> askComputer(
    RemoteHosts &hosts, const std::vector<CheckQuestion> &questions, const Asked &asked)
{
    auto results = checkLive(hosts,
        {.asked = questions, .computer = asked.target.host, .target = asked.target, .credentials = asked.credentials},
        Patience::of(CheckTime, interruptFlag()));
    for (CheckResult &result : results)
        result.checkedBy = loginName();
    return results;
}

void checkFindings(std::vector<Finding> &findings, const QStringList &hives, const std::optional<Asked> &asked,
    const EventStore &rows, const Names &names)
{
    RemoteHosts hosts;
    const bool isForAll = asked && (asked->target.isAddress() || areOfOneComputer(findings));
    for (Finding &finding : findings) {
        if (interrupted())
            return;
        const auto questions = questionsForComputer(finding);
        if (!hives.isEmpty() && !questions.empty())
            addChecks(finding, answersOfHives(questions, finding.computer, hives));
        if (asked && !questions.empty() && (isForAll || isNameOf(asked->target.host, finding.computer)))
            addChecks(finding, askComputer(hosts, questions, *asked));
        if (const auto near = questionsForLogs(finding); !near.empty())
            addChecks(finding, answersOfLogs(near, rows, names));
    }
}

} // namespace evident
