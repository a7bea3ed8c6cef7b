// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/articlelook.h"
#include "session/sessionprivate.h"

#include <utility>

// Other articles than those the session began with; the rest of its private part is in sessionprivate.cpp.

namespace evident {

void Session::Private::readArticles(const QStringList &folders)
{
    if (isLookingAtArticles) {
        articlesWanted = folders;
        return;
    }
    isLookingAtArticles = true;
    run(
        Urgency::Search,
        [folders, known = articlesKnown, shelf = shipped] { return lookAtArticles(folders, known, shelf); },
        [this](const ArticleLook &look) {
            isLookingAtArticles = false;
            articlesKnown = look.fingerprint;
            if (look.shelf)
                q.useShelf(*look.shelf);
            emit q.articlesRead(look.places, look.shelf ? std::optional(look.faults) : std::nullopt);
            if (const auto again = std::exchange(articlesWanted, std::nullopt))
                readArticles(*again);
        });
}

void Session::Private::matchAnew()
{
    if (!wantedMatcher || q.isLoading())
        return; // rows that are being loaded know only the old ones; checkIfIdle comes back
    *matchCancelled = true;
    matchCancelled = std::make_shared<std::atomic_bool>(false);
    run(
        Urgency::Load,
        [rows = store, by = wantedMatcher, names = &names, cancelled = matchCancelled] {
            return std::tuple(by, rows, evident::matchedAnew(rows, *by, *names, cancelled));
        },
        [this](std::tuple<std::shared_ptr<const Matcher>, EventStore, std::optional<EventStore>> answer) {
            auto &[by, before, rows] = answer;
            if (rows && by == wantedMatcher)
                matchedAnew(std::move(by), before, std::move(*rows));
        });
}

void Session::Private::matchedAnew(std::shared_ptr<const Matcher> by, const EventStore &before, EventStore rows)
{
    if (q.isLoading())
        return; // checkIfIdle asks again
    if (before.batches() != store.batches()) {
        matchAnew();
        return;
    }
    wantedMatcher = nullptr;
    store = std::move(rows);
    // Answers stay with the article they were given for; its number may mean another one now.
    std::erase_if(checks, [&](const auto &check) {
        const ArticleNumber number = check.first.article;
        return std::to_underlying(number) >= by->shelf().size()
            || by->shelf().article(number).id != matcher->shelf().article(number).id;
    });
    const auto old = std::exchange(matcher, std::move(by)); // views let go of it now
    emit q.knowledgeChanged();
    startQuery();
    findingsWanted();
}

void Session::Private::tryArticle(std::shared_ptr<const Article> article)
{
    *trialCancelled = true;
    trialCancelled = std::make_shared<std::atomic_bool>(false);
    run(
        Urgency::Query,
        [rows = store, article = std::move(article), names = &names, cancelled = trialCancelled] {
            return std::pair(evident::tryArticle(rows, article, *names, cancelled), cancelled);
        },
        [this](const std::pair<ArticleTrial, CancelFlag> &answer) {
            if (!*answer.second)
                emit q.articleTried(answer.first);
        });
}

} // namespace evident
