// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/explanation.h"

#include "knowledge/filling.h"

namespace evident {

namespace {

FilledCheck filled(const ServiceCheck &check, const Article &article, const EventFacts &facts)
{
    const auto meaning = [&](const OutcomeMeaning &one) {
        return OutcomeMeaning{one.conclusion, filledMarkdown(one.sentence, article, facts)};
    };
    return {.service = filledService(check.service, article, facts),
        .installed = meaning(check.installed),
        .notInstalled = meaning(check.notInstalled),
        .unknown = filledMarkdown(check.unknown, article, facts)};
}

Explanation filled(ArticleNumber number, const Article &article, const Event &event)
{
    const auto facts = factsOf(event);
    Explanation explanation;
    explanation.article = number;
    explanation.articleId = article.id;
    explanation.title = filledPlain(article.title, article, facts);
    explanation.verdict = article.verdict;
    explanation.summary = filledPlain(article.summary, article, facts);
    for (std::size_t i = 0; i < SectionCount; ++i)
        explanation.sections[i] = filledMarkdown(article.sections[i], article, facts);
    for (const auto &check : article.checks)
        explanation.checks.push_back(filled(check, article, facts));
    explanation.sources = article.sources;
    explanation.appliesTo = article.appliesTo;
    return explanation;
}

} // namespace

std::optional<Explanation> explain(const Matcher &matcher, const Event &event)
{
    const auto matches = matcher.match(event);
    if (matches.empty())
        return {};
    return explainBy(matcher, matches.front().article, event);
}

Explanation explainBy(const Matcher &matcher, ArticleNumber article, const Event &event)
{
    auto explanation = filled(article, matcher.shelf().article(article), event);
    explanation.why = matcher.why(article, event);
    for (const auto &match : matcher.match(event)) {
        if (match.article == article)
            explanation.score = match.score;
        else
            explanation.alsoPossible.push_back(match.article);
    }
    return explanation;
}

QString filledSummary(const Article &article, const Event &event)
{
    return filledPlain(article.summary, article, factsOf(event));
}

} // namespace evident
