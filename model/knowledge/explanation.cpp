// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/explanation.h"

#include "knowledge/filling.h"

namespace evident {

namespace {

FilledCheck filled(const ArticleCheck &check, const Article &article, const EventFacts &facts)
{
    const auto meaning = [&](const OutcomeMeaning &one) {
        return OutcomeMeaning{one.conclusion, filledMarkdown(one.sentence, article, facts)};
    };
    return {.question = filledQuestion(check.question, article, facts),
        .yes = meaning(check.yes),
        .no = meaning(check.no),
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
    explanation.checks = checksFor(article, event);
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

std::vector<FilledCheck> checksFor(const Article &article, const Event &event)
{
    const auto facts = factsOf(event);
    std::vector<FilledCheck> checks;
    checks.reserve(article.checks.size());
    for (const auto &check : article.checks)
        checks.push_back(filled(check, article, facts));
    return checks;
}

QString subjectOf(const std::vector<FilledCheck> &checks)
{
    CheckQuestion all{.kind = CheckQuestion::Kind::AllOf};
    for (const FilledCheck &check : checks)
        all.parts.push_back(check.question);
    return all.subjects().join(QStringLiteral(", "));
}

QString filledSummary(const Article &article, const Event &event)
{
    return filledPlain(article.summary, article, factsOf(event));
}

} // namespace evident
