// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/loadedstore.h"

#include "session/loadjobs.h"
#include "store/workers.h"

namespace evident::bench {

namespace {

Shelf packedShelf()
{
    auto shelf = Shelf::openPacked(QStringLiteral(EVIDENT_BINARY_DIR "/bin/articles.pack"), QStringLiteral("en"));
    if (!shelf)
        qFatal("the articles of this build cannot be read");
    return std::move(*shelf);
}

} // namespace

LoadedStore::LoadedStore(const QString &path)
    : shelf(packedShelf())
    , matcher(shelf)
{
    const auto reader = openLogFile(path, names);
    if (!reader)
        qFatal("%s cannot be read", qUtf8Printable(path));
    const auto never = std::make_shared<std::atomic_bool>(false);
    const auto spans = planSpans(**reader);
    std::vector<LoadedSpan> loaded(spans.size());
    std::atomic_size_t next = 0;
    overWorkers(mostWorkers(), [&](int) {
        for (std::size_t at = next++; at < spans.size(); at = next++)
            loaded[at] = loadSpan(*reader, 0, spans[at], matcher, names, never);
    });
    for (const LoadedSpan &span : loaded)
        store.append(span.batch);
}

} // namespace evident::bench
