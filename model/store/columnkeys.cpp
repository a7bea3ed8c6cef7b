// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/columnkeys.h"

#include "store/rowtexts.h"
#include "store/workers.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace evident {

namespace {

using Keys = std::vector<std::uint64_t>;
using Ranks = std::vector<std::uint32_t>;

/// The place of each text among all of them, alphabetically without regard to case; equal texts share one.
Ranks ranksOf(const std::vector<QString> &texts)
{
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto compare = [&texts](std::uint32_t a, std::uint32_t b) {
        const int folded = texts[a].compare(texts[b], Qt::CaseInsensitive);
        return folded != 0 ? folded : texts[a].compare(texts[b]);
    };
    std::ranges::sort(order, [&compare](std::uint32_t a, std::uint32_t b) { return compare(a, b) < 0; });
    Ranks ranks(texts.size(), 0);
    for (std::size_t i = 1; i < order.size(); ++i)
        ranks[order[i]] = ranks[order[i - 1]] + (compare(order[i - 1], order[i]) != 0 ? 1U : 0U);
    return ranks;
}

/// Rows of a store with what is needed to turn them into keys, batch after batch on several threads.
struct Job {
    const EventStore &store;
    const std::vector<RowId> &rows;
    const std::vector<RowSpan> spans;
    const std::atomic_bool &cancelled;

    /// Calls @p visit(worker, batch, index in the batch, index among the rows) for every row.
    template<typename Visit>
    void forEachRow(int workers, Visit visit) const
    {
        std::atomic_size_t next = 0;
        overWorkers(workers, [&](int worker) {
            for (std::size_t at = next++; at < spans.size() && !cancelled; at = next++) {
                const auto [begin, end] = spans[at];
                const EventBatch &batch = *store.batches()[at];
                const auto first = static_cast<std::uint32_t>(store.firstRow(at));
                for (std::size_t i = begin; i < end; ++i)
                    visit(worker, batch, static_cast<std::uint32_t>(rows[i]) - first, i);
            }
        });
    }
};

template<typename Value>
Keys numberKeys(const Job &job, std::vector<Value> EventBatch::*column)
{
    Keys keys(job.rows.size());
    job.forEachRow(workersFor(keys.size()), [&](int, const EventBatch &batch, std::size_t index, std::size_t at) {
        keys[at] = static_cast<std::uint64_t>((batch.*column)[index]);
    });
    return keys;
}

Keys keywordKeys(const Job &job)
{
    Keys keys(job.rows.size());
    job.forEachRow(workersFor(keys.size()), [&](int, const EventBatch &batch, std::size_t index, std::size_t at) {
        keys[at] = batch.keywordSets[batch.keywords[index]];
    });
    return keys;
}

/// Ranks only the names that the column really holds: activity ids can be as many as events.
Keys nameKeys(const Job &job, std::vector<NameId> EventBatch::*column, const Names &names)
{
    Keys keys = numberKeys(job, column);
    Ranks usedNumbers(names.count(), 0); // by NameId: number among the used ones, from 1
    std::vector<QString> used;
    for (const std::uint64_t key : keys) {
        if (usedNumbers[key] != 0)
            continue;
        used.push_back(names.text(static_cast<NameId>(key)));
        usedNumbers[key] = static_cast<std::uint32_t>(used.size());
    }
    const Ranks ranks = ranksOf(used);
    for (std::uint64_t &key : keys)
        key = ranks[usedNumbers[key] - 1];
    return keys;
}

Keys fileKeys(const Job &job)
{
    const auto &batches = job.store.batches();
    std::vector<QString> paths;
    paths.reserve(batches.size());
    for (const auto &batch : batches)
        paths.push_back(batch->reader->source().name());
    const Ranks ranks = ranksOf(paths);
    Keys keys(job.rows.size());
    for (std::size_t at = 0; at < job.spans.size(); ++at)
        std::fill_n(keys.begin() + static_cast<std::ptrdiff_t>(job.spans[at].begin),
            job.spans[at].end - job.spans[at].begin, ranks[at]);
    return keys;
}

/// Different texts with a number each, in the order they came.
class TextNumbers {
public:
    std::uint64_t number(const QString &text)
    {
        if (const auto known = m_numbers.constFind(text); known != m_numbers.cend())
            return *known;
        m_numbers.insert(text, m_texts.size());
        m_texts.push_back(text);
        return m_texts.size() - 1;
    }
    [[nodiscard]] const std::vector<QString> &texts() const { return m_texts; }

private:
    QHash<QString, std::uint64_t> m_numbers;
    std::vector<QString> m_texts;
};

constexpr qsizetype SortedBy = 64; // further characters of a description do not count: they would all have to be kept

void numberDescriptions(
    const Job &job, std::size_t at, TextNumbers &numbers, Keys &keys, const Names &names, const Shelf &shelf)
{
    const auto [begin, end] = job.spans[at];
    const EventBatch &batch = *job.store.batches()[at];
    const auto first = static_cast<std::uint32_t>(job.store.firstRow(at));
    std::vector<std::uint8_t> wanted(batch.size(), 0);
    std::vector<std::size_t> places(batch.size(), 0);
    for (std::size_t i = begin; i < end; ++i) {
        const auto index = static_cast<std::uint32_t>(job.rows[i]) - first;
        wanted[index] = 1;
        places[index] = i;
        keys[i] = numbers.number({});
    }
    const auto visit = [&](std::size_t index, const RowContent &content) {
        keys[places[index]] = numbers.number(rowDescription(batch, index, content, names, shelf).left(SortedBy));
    };
    visitContents(batch, wanted, visit, job.cancelled);
}

Keys descriptionKeys(const Job &job, const Names &names, const Shelf &shelf)
{
    Keys keys(job.rows.size());
    const int workers =
        static_cast<int>(std::min<std::size_t>(static_cast<std::size_t>(mostWorkers()), job.spans.size()));
    std::vector<TextNumbers> numbers(static_cast<std::size_t>(workers));
    std::vector<int> workerOf(job.spans.size(), 0);
    std::atomic_size_t next = 0;
    overWorkers(workers, [&](int worker) {
        for (std::size_t at = next++; at < job.spans.size() && !job.cancelled; at = next++) {
            workerOf[at] = worker;
            numberDescriptions(job, at, numbers[static_cast<std::size_t>(worker)], keys, names, shelf);
        }
    });

    std::vector<QString> texts;
    std::vector<std::size_t> offsets;
    for (const TextNumbers &own : numbers) {
        offsets.push_back(texts.size());
        texts.insert(texts.end(), own.texts().begin(), own.texts().end());
    }
    if (job.cancelled)
        return keys;
    const Ranks ranks = ranksOf(texts);
    for (std::size_t at = 0; at < job.spans.size(); ++at) {
        const std::size_t offset = offsets[static_cast<std::size_t>(workerOf[at])];
        for (std::size_t i = job.spans[at].begin; i < job.spans[at].end; ++i)
            keys[i] = ranks[offset + keys[i]];
    }
    return keys;
}

} // namespace

std::vector<RowSpan> spansByBatch(const EventStore &store, const std::vector<RowId> &rows)
{
    std::vector<RowSpan> spans;
    spans.reserve(store.batches().size());
    auto begin = rows.begin();
    for (std::size_t at = 0; at < store.batches().size(); ++at) {
        const auto behind =
            static_cast<RowId>(static_cast<std::uint32_t>(store.firstRow(at)) + store.batches()[at]->size());
        const auto end = std::lower_bound(begin, rows.end(), behind);
        spans.push_back({static_cast<std::size_t>(begin - rows.begin()), static_cast<std::size_t>(end - rows.begin())});
        begin = end;
    }
    return spans;
}

std::vector<std::uint64_t> columnKeys(const EventStore &store, const std::vector<RowId> &rows, EventColumn column,
    const Names &names, const Shelf &shelf, const std::atomic_bool &cancelled)
{
    const Job job{.store = store, .rows = rows, .spans = spansByBatch(store, rows), .cancelled = cancelled};
    switch (column) {
    case EventColumn::Level: return numberKeys(job, &EventBatch::level);
    case EventColumn::Time: return numberKeys(job, &EventBatch::time);
    case EventColumn::Source: return nameKeys(job, &EventBatch::provider, names);
    case EventColumn::Id: return numberKeys(job, &EventBatch::id);
    case EventColumn::Task: return numberKeys(job, &EventBatch::task);
    case EventColumn::Description: return descriptionKeys(job, names, shelf);
    case EventColumn::Log: return nameKeys(job, &EventBatch::channel, names);
    case EventColumn::Computer: return nameKeys(job, &EventBatch::computer, names);
    case EventColumn::User: return nameKeys(job, &EventBatch::user, names);
    case EventColumn::RecordId: return numberKeys(job, &EventBatch::recordId);
    case EventColumn::Keywords: return keywordKeys(job);
    case EventColumn::Opcode: return numberKeys(job, &EventBatch::opcode);
    case EventColumn::ProcessId: return numberKeys(job, &EventBatch::processId);
    case EventColumn::ThreadId: return numberKeys(job, &EventBatch::threadId);
    case EventColumn::Activity: return nameKeys(job, &EventBatch::activity, names);
    case EventColumn::File: return fileKeys(job);
    }
    std::unreachable();
}

} // namespace evident
