// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "findingchecks.h"

#include "checks/livecheck.h"
#include "interrupt.h"
#include "session/hivecheck.h"
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

void checkFindings(std::vector<Finding> &findings, const QStringList &hives, const std::optional<Asked> &asked)
{
    RemoteHosts hosts;
    const bool isForAll = asked && (asked->target.isAddress() || areOfOneComputer(findings));
    for (Finding &finding : findings) {
        for (const FilledCheck &check : std::vector<FilledCheck>(finding.explanation.checks)) {
            if (check.service.isEmpty() || interrupted())
                continue;
            if (!hives.isEmpty())
                addCheck(finding, checkInHives(check.service, finding.computer, hives));
            if (!asked || (!isForAll && !isNameOf(asked->target.host, finding.computer)))
                continue;
            CheckResult result = checkLive(hosts,
                {.service = check.service,
                    .computer = asked->target.host,
                    .target = asked->target,
                    .credentials = asked->credentials},
                Patience::of(CheckTime, interruptFlag()));
            result.checkedBy = loginName();
            addCheck(finding, std::move(result));
        }
    }
}

} // namespace evident
