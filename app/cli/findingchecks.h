// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks what the articles want to know about the findings of a scan: the hives that were named, and the computer of --on.

#include "asking.h"
#include "remote/remotehosts.h"
#include "reports/finding.h"

#include <QStringList>

namespace evident {

/// Asks the computer, within the time that a check has.
[[nodiscard]] std::vector<CheckResult> askComputer(
    RemoteHosts &hosts, const std::vector<CheckQuestion> &questions, const Asked &asked);

/// Adds the answers to @p findings of @p rows. A computer that was named is asked about its own findings, or about all
/// where they are of one computer alone; an address about all. What the logs can answer is looked up in them.
void checkFindings(std::vector<Finding> &findings, const QStringList &hives, const std::optional<Asked> &asked,
    const EventStore &rows, const Names &names);

} // namespace evident
