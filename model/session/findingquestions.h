// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What there is to ask about a finding, by who can answer it: the computer or its registry hive, and the logs that are
// open. Free functions on values; the asking blocks and is done on a worker or in a command.

#include "checks/eventsnear.h"
#include "reports/finding.h"

#include <QStringList>

namespace evident {

/// Questions to the computer or its hive, each once.
[[nodiscard]] std::vector<CheckQuestion> questionsForComputer(const Finding &finding);

struct LogQuestion {
    CheckQuestion question;
    NearEvent event;
};
/// Questions to the open logs. What the service is called otherwise is taken from answers that the finding has.
[[nodiscard]] std::vector<LogQuestion> questionsForLogs(const Finding &finding);

/// Asks the hives among @p hivePaths that fit, or the only one whosever it is.
[[nodiscard]] std::vector<CheckResult> answersOfHives(
    const std::vector<CheckQuestion> &questions, const QString &computer, const QStringList &hivePaths);
[[nodiscard]] std::vector<CheckResult> answersOfLogs(
    const std::vector<LogQuestion> &questions, const EventStore &rows, const Names &names);

} // namespace evident
