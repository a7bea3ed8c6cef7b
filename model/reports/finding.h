// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was found: all rows of one article, computer, provider, id and level as one Finding, with the sample that its
// explanation is filled from and what checks made of it. Plain values, gathered on a worker from an EventStore.

#include "checks/checkresult.h"
#include "store/eventstore.h"
#include "wording/description.h"

#include <compare>
#include <vector>

namespace evident {

struct FindingKey {
    ArticleNumber article{};
    NameId computer = NameId::None;
    NameId provider = NameId::None;
    std::uint16_t id = 0;
    Level level = Level::LogAlways;
    auto operator<=>(const FindingKey &) const = default;
};

/// An article that fits the sample too, but less well.
struct OtherArticle {
    QString id;
    QString title;
};

struct Finding {
    FindingKey key;
    QString computer;
    QString provider;
    std::uint32_t count = 0;
    Timestamp first;
    Timestamp last;
    RowId sampleRow{}; ///< the newest row
    Event sample;
    QString sampleFile;
    QString sampleText; ///< wording's description of the sample
    DescriptionOrigin sampleOrigin = DescriptionOrigin::Nothing; ///< where that text came from
    Explanation explanation;
    std::vector<OtherArticle> alsoPossible; ///< best first
    std::vector<CheckResult> checks; ///< newest last
    std::optional<Conclusion> conclusion; ///< of the newest check
};

/// Rows of levels critical, error and warning that no article speaks of.
struct Unexplained {
    QString provider;
    std::uint16_t id = 0;
    Level level = Level::Error;
    std::uint32_t count = 0;
};

struct Findings {
    std::vector<Finding> findings; ///< weightiest verdict first, then the most frequent
    std::vector<Unexplained> unexplained; ///< most frequent first
};

/// Gathers the findings of all rows but recovered ones.
[[nodiscard]] Findings gatherFindings(const EventStore &store, const Matcher &matcher, const Names &names);
/// Adds an answer to a finding and draws its conclusion.
void addCheck(Finding &finding, CheckResult result);

} // namespace evident
