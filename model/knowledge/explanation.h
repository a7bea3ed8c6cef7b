// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An article laid over one event: its texts with the event's values in them. What the explanation pane, the reports
// and `explain` show. A plain value; event values are hostile, so they are escaped here, once, for Markdown.

#include "events/event.h"
#include "knowledge/matcher.h"

namespace evident {

struct FilledCheck {
    QString service; ///< service key name, filled in and plain; empty when the event does not hold it
    OutcomeMeaning installed; ///< sentences filled in, Markdown
    OutcomeMeaning notInstalled;
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
/// Explains it by this article, matching or not.
[[nodiscard]] Explanation explainBy(const Matcher &matcher, ArticleNumber article, const Event &event);
/// The article's summary with the event's values, plain text.
[[nodiscard]] QString filledSummary(const Article &article, const Event &event);

} // namespace evident
