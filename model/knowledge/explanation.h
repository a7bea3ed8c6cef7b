// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An article laid over one event: its texts with the event's values in them. What the explanation pane, the reports
// and `explain` show. A plain value; event values are hostile, so they are escaped here, once, for Markdown.

#include "events/event.h"
#include "knowledge/matcher.h"

namespace evident {

/// A check about one event.
struct FilledCheck {
    CheckQuestion question; ///< filled in and plain; not complete when the event does not hold what it is about
    OutcomeMeaning yes; ///< sentences filled in, Markdown
    OutcomeMeaning no;
    QString unknown; ///< Markdown
};

struct Explanation {
    ArticleNumber article{};
    QString articleId;
    QString title; ///< plain text, values filled in
    Verdict verdict = Verdict::Watch;
    QString summary; ///< plain text, values filled in
    std::array<QString, SectionCount> sections; ///< Markdown; values as code spans
    std::vector<FilledCheck> checks;
    std::vector<ArticleSource> sources;
    QStringList appliesTo;
    double score = 0;
    QStringList why;
    std::vector<ArticleNumber> alsoPossible; ///< further matches, best first
};

/// Explains @p event by its best match; nothing when no article speaks of it.
[[nodiscard]] std::optional<Explanation> explain(const Matcher &matcher, const Event &event);
/// Explains it by this article, matching or not. Laid over no event (one without a provider), the article names its values: "<service>".
[[nodiscard]] Explanation explainBy(const Matcher &matcher, ArticleNumber article, const Event &event);
/// The article's checks as this event asks them.
[[nodiscard]] std::vector<FilledCheck> checksFor(const Article &article, const Event &event);
/// What they ask about, each once, as subjectText() says it: "MSExchangeIMC".
[[nodiscard]] QString subjectOf(const std::vector<FilledCheck> &checks);
/// The article's summary with the event's values, plain text.
[[nodiscard]] QString filledSummary(const Article &article, const Event &event);

} // namespace evident
