// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/matchjobs.h"

#include <algorithm>
#include <utility>

namespace evident {

namespace {

constexpr std::size_t MostSamples = 3;

std::shared_ptr<const EventBatch> batchAnew(
    const EventBatch &batch, const Matcher &matcher, const Names &names, const CancelFlag &cancelled)
{
    if (batch.parts.count > 0) {
        auto loaded = loadSpan(batch.reader, batch.log, batch.parts, matcher, names, cancelled);
        if (loaded.batch && loaded.batch->size() == batch.size())
            return loaded.batch;
    }
    auto unmarked = std::make_shared<EventBatch>(batch);
    unmarked->highlight.fill(Highlight{0});
    return unmarked;
}

} // namespace

ArticleTrial tryArticle(const EventStore &rows, const std::shared_ptr<const Article> &article, const Names &names,
    const CancelFlag &cancelled)
{
    Shelf shelf;
    shelf.add(article);
    const Matcher matcher(shelf);
    ArticleTrial trial;
    for (std::size_t at = 0; at < rows.batches().size() && !*cancelled; ++at) {
        const auto batch = batchAnew(*rows.batches()[at], matcher, names, cancelled);
        trial.looked += batch->size();
        for (std::size_t index = 0; index < batch->size(); ++index) {
            if (batch->highlight[index] == 0)
                continue;
            ++trial.matched;
            if (trial.samples.size() < MostSamples)
                trial.samples.push_back(
                    RowId(std::to_underlying(rows.firstRow(at)) + static_cast<std::uint32_t>(index)));
        }
    }
    return trial;
}

std::optional<EventStore> matchedAnew(
    const EventStore &rows, const Matcher &matcher, const Names &names, const CancelFlag &cancelled)
{
    EventStore anew;
    for (const auto &batch : rows.batches()) {
        if (*cancelled)
            return {};
        anew.append(batchAnew(*batch, matcher, names, cancelled));
    }
    return *cancelled ? std::nullopt : std::optional(std::move(anew));
}

} // namespace evident
