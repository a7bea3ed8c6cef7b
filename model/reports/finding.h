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

/// What the checks of a finding ask about, each thing apart that its events name: one service, and the next.
struct CheckSubject {
    QString name; ///< "MSExchangeIMC"; empty where the events do not say
    std::uint32_t count = 0; ///< events
    RowId newest{};
    Timestamp time; ///< of the newest event
    std::vector<FilledCheck> checks; ///< about the newest event
    std::optional<Conclusion> conclusion; ///< once something was asked about it
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
    std::vector<CheckSubject> subjects; ///< most frequent first; none where the article checks nothing
    std::uint32_t moreSubjects = 0; ///< that events name beyond those
    std::vector<CheckResult> checks; ///< newest last
    std::optional<Conclusion> conclusion; ///< of all subjects together, once something was asked
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
/// The most subjects that a finding tells apart.
inline constexpr std::size_t MostSubjects = 64;
/// Adds answers to a finding and draws the conclusions, from no answers as well.
void addChecks(Finding &finding, const std::vector<CheckResult> &answers);
/// What there is to ask about a finding, each question once.
[[nodiscard]] std::vector<CheckQuestion> questionsOf(const Finding &finding);
/// Of each question that was answered the newest answer, oldest first.
[[nodiscard]] std::vector<CheckResult> newestAnswers(const Finding &finding);
/// The subject of that name, without regard to case, or null.
[[nodiscard]] const CheckSubject *subjectNamed(const Finding &finding, const QString &name);

} // namespace evident
