// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionprivate.h"

// What came into logs since they were read; the rest of the session's private part is in sessionprivate.cpp.

namespace evident {

void Session::Private::loadNews()
{
    if (newsAwaited > 0 || q.isLoading())
        return;
    newsCount = 0;
    newsTrouble.reset();
    for (const auto &[number, mark] : marks) {
        ++newsAwaited;
        runOn(
            poolFor(mark.location), Urgency::Load,
            [mark, number, matcher = matcher, names = &names, remote = remote, cancelled = newsCancelled] {
                return newsOf(mark, number, *matcher, *names, remote, cancelled);
            },
            [this, number, by = matcher](const LogNews &news) { newsCame(number, by, news); });
    }
    if (newsAwaited == 0)
        emit q.newsLoaded(0, {});
}

void Session::Private::newsCame(std::uint32_t number, const std::shared_ptr<const Matcher> &by, const LogNews &news)
{
    OpenLog *open = log(number);
    // Rows that were matched by articles of before are fetched again the next time.
    if (open != nullptr && by == matcher) {
        marks[number] = news.mark;
        if (news.trouble && !newsTrouble)
            newsTrouble = news.trouble;
        if (news.loaded.batch && news.loaded.batch->size() > 0) {
            const std::uint32_t first = store.size();
            store.append(news.loaded.batch);
            addNews(open->info, news.loaded.counter->info(*news.reader, {news.loaded.report}, names));
            newsCount += store.size() - first;
            emit q.rowsAppended(first, store.size() - first);
            emit q.newsAppended(first, store.size() - first);
            emit q.logChanged(number);
            rowsChanged();
            findingsWanted();
        }
    }
    if (--newsAwaited == 0)
        emit q.newsLoaded(newsCount, newsTrouble);
}

} // namespace evident
