// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A report as a helpdesk would hand it over: the origin case answered by a hive, a hostile look-alike nobody has asked
// about yet, a damaged log, and errors without an article. Explained by the project's own articles.

#include "reports/report.h"

namespace evident::sample {

/// Owns what the report was explained from.
struct Sample {
    Shelf shelf;
    Report report;
};

[[nodiscard]] std::unique_ptr<Sample> makeSample();
/// "MSExchangeIMC is not there", as a hive says it.
[[nodiscard]] CheckResult absentAnswer();
/// What an event may hold to break out of a report.
[[nodiscard]] QString hostileText();

} // namespace evident::sample
