// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One article of the knowledge base: which events it speaks of, what they mean and what to do. Immutable once read;
// owned by its Shelf. Texts are Markdown of our own dialect (no HTML, no images, no remote content) with {name} where
// a value of the event is filled in; fill() in explanation.h does that.

#include "knowledge/checkquestion.h"
#include "knowledge/condition.h"
#include "knowledge/verdict.h"

#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace evident {

/// The article speaks of events of any of these providers (without regard to case; classic and Microsoft-Windows names
/// alike) with any of these ids, for which every condition holds.
struct MatchRule {
    QStringList providers;
    std::vector<std::uint16_t> ids;
    std::vector<Condition> all;
};

/// A name that the article's texts may use as {name}, and the places of the event it is looked for, first hit first.
struct ValueName {
    QString name;
    std::vector<ValuePlace> places;
};

/// What an answer to a check means for the event.
struct OutcomeMeaning {
    ConclusionKind conclusion = ConclusionKind::NotConfirmed;
    QString sentence{}; ///< Markdown with {name}; goes on behind the conclusion's words
};

/// Asks something about the computer the event came from. An answer that is neither yes nor no is always "not
/// confirmed"; @c unknown says what to look at then.
struct ArticleCheck {
    CheckQuestion question{};
    OutcomeMeaning yes{}; ///< of a service: it is installed
    OutcomeMeaning no{};
    QString unknown{}; ///< Markdown with {name}
};

enum class SectionKind : std::uint8_t { Meaning, Cause, ToDo, NotWhen };
inline constexpr std::size_t SectionCount = 4;

struct ArticleSource {
    QString title; ///< e.g. "Microsoft Knowledge Base Q163727"
    QString address; ///< http(s) address or empty
};

struct Article {
    QString id; ///< "performance/perflib-1008-msexchangeimc": area and file name without ending
    QString title;
    Verdict verdict = Verdict::Watch;
    QString summary; ///< one line with {name}
    std::vector<MatchRule> match; ///< any of them
    std::vector<MatchRule> notMatch; ///< none of them; providers and ids may be empty here (= those of match)
    std::vector<ValueName> values;
    std::vector<ArticleCheck> checks;
    QStringList appliesTo;
    std::vector<ArticleSource> sources;
    QStringList keywords;
    std::array<QString, SectionCount> sections; ///< Markdown, by SectionKind
};

} // namespace evident
