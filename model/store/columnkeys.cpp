// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/columnkeys.h"

#include "store/keysort.h"
#include "store/rowtexts.h"
#include "store/workers.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace evident {

namespace {

using Keys = std::vector<std::uint32_t>;
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

/// A store with what is needed to turn its rows into keys, batch after batch on several threads.
struct Job {
    const EventStore &store;
    std::span<const std::uint8_t> passes;
    const std::atomic_bool &cancelled;

    /// Calls @p visit(worker, batch number) for every batch.
    template<typename Visit>
    void forEachBatch(int workers, Visit visit) const
    {
        std::atomic_size_t next = 0;
        overWorkers(workers, [&](int worker) {
            for (std::size_t at = next++; at < store.batches().size() && !cancelled; at = next++)
                visit(worker, at);
        });
    }

    /// Fills the keys of every batch: @p keyOf(batch, batch number) gives a function from a row's index to its key.
    template<typename KeyOf>
    [[nodiscard]] Keys filled(KeyOf keyOf) const
    {
        Keys keys(store.size());
        forEachBatch(workersFor(keys.size()), [&](int, std::size_t at) {
            const EventBatch &batch = *store.batches()[at];
            const auto key = keyOf(batch, at);
            std::uint32_t *const first = keys.data() + static_cast<std::uint32_t>(store.firstRow(at));
            for (std::size_t i = 0; i < batch.size(); ++i)
                first[i] = key(i);
        });
        return keys;
    }

    /// The same for what follows from a column of few values: @p keyOf gives the key of each.
    template<typename Value, typename KeyOf>
    [[nodiscard]] Keys filledByValue(FewValues<Value> EventBatch::*column, KeyOf keyOf) const
    {
        Keys keys(store.size());
        forEachBatch(workersFor(keys.size()), [&](int, std::size_t at) {
            const EventBatch &batch = *store.batches()[at];
            Keys ofValues;
            for (const Value &value : (batch.*column).values())
                ofValues.push_back(keyOf(value));
            std::uint32_t *const first = keys.data() + static_cast<std::uint32_t>(store.firstRow(at));
            (batch.*column).withNumbers([first, size = batch.size(), &ofValues](auto number) {
                for (std::size_t i = 0; i < size; ++i)
                    first[i] = ofValues[number(i)];
            });
        });
        return keys;
    }

    /// Calls @p visit(value) for the values of a column; for those of several batches again.
    template<typename Value, typename Visit>
    void forEachValue(FewValues<Value> EventBatch::*column, Visit visit) const
    {
        for (const auto &batch : store.batches()) {
            for (const Value &value : ((*batch).*column).values())
                visit(value);
        }
    }
};

/// What rows of one kind share.
template<typename Value>
using OfKind = Value (RowKind::*)() const;

template<typename Value>
Keys numberKeys(const Job &job, OfKind<Value> valueOf)
{
    return job.filledByValue(
        &EventBatch::kind, [valueOf](const RowKind &kind) { return static_cast<std::uint32_t>((kind.*valueOf)()); });
}

/// Numbers too large for a key: their places among each other.
template<typename Column>
Keys rankedNumbers(const Job &job, Column EventBatch::*column)
{
    KeyedRows rows;
    rows.reserve(job.store.size());
    for (const auto &batch : job.store.batches()) {
        for (std::size_t i = 0; i < batch->size(); ++i)
            rows.emplace_back(((*batch).*column)[i], static_cast<std::uint32_t>(rows.size()));
    }
    Keys keys(rows.size());
    if (!sortByKey(rows, job.cancelled))
        return keys;
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rank += i > 0 && rows[i].key() != rows[i - 1].key() ? 1U : 0U;
        keys[rows[i].place()] = rank;
    }
    return keys;
}

/// The numbers of a column less @p lowest, where that makes them small enough.
template<typename Column>
Keys keysFrom(std::uint64_t lowest, const Job &job, Column EventBatch::*column)
{
    Keys keys(job.store.size());
    job.forEachBatch(workersFor(keys.size()), [&](int, std::size_t at) {
        const EventBatch &batch = *job.store.batches()[at];
        std::uint32_t *const first = keys.data() + static_cast<std::uint32_t>(job.store.firstRow(at));
        (batch.*column).withNumbers([first, size = batch.size(), lowest](auto number) {
            for (std::size_t i = 0; i < size; ++i)
                first[i] = static_cast<std::uint32_t>(number(i) - lowest);
        });
    });
    return keys;
}

Keys recordKeys(const Job &job)
{
    std::uint64_t lowest = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t highest = 0;
    for (const auto &batch : job.store.batches()) {
        lowest = std::min(lowest, batch->recordId.lowest());
        highest = std::max(highest, batch->recordId.highest());
    }
    if (highest > lowest && highest - lowest > std::numeric_limits<std::uint32_t>::max())
        return rankedNumbers(job, &EventBatch::recordId);
    return keysFrom(lowest, job, &EventBatch::recordId);
}

/// Values too large for a key: their places among each other. @p keyOf gives what those of a column are sorted by, and @p keys are all
/// of these, in any order.
template<typename Value, typename KeyOf, typename Key>
Keys placeKeys(const Job &job, FewValues<Value> EventBatch::*column, KeyOf keyOf, std::vector<Key> keys)
{
    std::ranges::sort(keys);
    const auto [first, last] = std::ranges::unique(keys);
    keys.erase(first, last);
    return job.filledByValue(column, [&](const Value &value) {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(keys, keyOf(value)) - keys.begin());
    });
}

Keys keywordKeys(const Job &job)
{
    DifferentValues<std::uint64_t> different; // many kinds share them
    job.forEachValue(&EventBatch::kind,
        [&different](const RowKind &kind) { static_cast<void>(different.numberOf(kind.keywords())); });
    return placeKeys(job, &EventBatch::kind, [](const RowKind &kind) { return kind.keywords(); }, different.take());
}

/// Ranks only the names that rows really hold.
Keys nameKeys(const Job &job, OfKind<NameId> nameOf, const Names &names)
{
    std::vector<std::uint8_t> isUsed(names.count(), 0);
    job.forEachValue(&EventBatch::kind,
        [&isUsed, nameOf](const RowKind &kind) { isUsed[static_cast<std::size_t>((kind.*nameOf)())] = 1; });
    std::vector<QString> used;
    std::vector<std::size_t> usedNames;
    for (std::size_t name = 0; name < isUsed.size(); ++name) {
        if (isUsed[name] != 0) {
            used.push_back(names.text(static_cast<NameId>(name)));
            usedNames.push_back(name);
        }
    }
    const Ranks rankOfUsed = ranksOf(used);
    Ranks ranks(isUsed.size(), 0); // by NameId
    for (std::size_t i = 0; i < usedNames.size(); ++i)
        ranks[usedNames[i]] = rankOfUsed[i];
    return job.filledByValue(&EventBatch::kind,
        [&ranks, nameOf](const RowKind &kind) { return ranks[static_cast<std::size_t>((kind.*nameOf)())]; });
}

/// Activity ids can be as many as events, so no text is made of them where all are GUIDs, whose keys are ordered as their texts.
Keys activityKeys(const Job &job, const Names &names)
{
    const auto guidOf = [](const ActivityId &id) { return std::pair(id.isGuid(), id.guidKey()); };
    std::vector<std::invoke_result_t<decltype(guidOf), ActivityId>> guids;
    bool isText = false;
    job.forEachValue(&EventBatch::activity, [&](const ActivityId &id) {
        isText = isText || (!id.isNull() && !id.isGuid());
        guids.push_back(guidOf(id));
    });
    if (!isText)
        return placeKeys(job, &EventBatch::activity, guidOf, std::move(guids));
    std::vector<QString> texts;
    job.forEachValue(&EventBatch::activity, [&](const ActivityId &id) { texts.push_back(id.text(names)); });
    std::ranges::sort(texts);
    const auto [first, last] = std::ranges::unique(texts);
    texts.erase(first, last);
    const Ranks ranks = ranksOf(texts);
    return job.filledByValue(&EventBatch::activity, [&](const ActivityId &id) {
        return ranks[static_cast<std::size_t>(std::ranges::lower_bound(texts, id.text(names)) - texts.begin())];
    });
}

Keys fileKeys(const Job &job)
{
    std::vector<QString> paths;
    for (const auto &batch : job.store.batches())
        paths.push_back(batch->reader->source().name());
    const Ranks ranks = ranksOf(paths);
    return job.filled(
        [&ranks](const EventBatch &, std::size_t at) { return [rank = ranks[at]](std::size_t) { return rank; }; });
}

/// Different texts with a number each, in the order they came.
class TextNumbers {
public:
    std::uint32_t number(const QString &text)
    {
        if (const auto known = m_numbers.constFind(text); known != m_numbers.cend())
            return *known;
        const auto next = static_cast<std::uint32_t>(m_texts.size());
        m_numbers.insert(text, next);
        m_texts.push_back(text);
        return next;
    }
    [[nodiscard]] const std::vector<QString> &texts() const { return m_texts; }

private:
    QHash<QString, std::uint32_t> m_numbers;
    std::vector<QString> m_texts;
};

constexpr qsizetype SortedBy = 64; // further characters of a description do not count: they would all have to be kept

void numberDescriptions(
    const Job &job, std::size_t at, TextNumbers &numbers, Keys &keys, const Names &names, const Shelf &shelf)
{
    const EventBatch &batch = *job.store.batches()[at];
    const auto first = static_cast<std::uint32_t>(job.store.firstRow(at));
    const auto passes = job.passes.subspan(first, batch.size());
    std::vector<std::uint8_t> wanted(passes.begin(), passes.end());
    std::fill_n(keys.begin() + first, batch.size(), numbers.number({}));
    const auto visit = [&](std::size_t index, const EventContent &content) {
        keys[first + index] =
            numbers.number(rowDescription(batch, index, decoded(content), names, shelf).left(SortedBy));
    };
    visitContents(batch, wanted, visit, job.cancelled);
}

Keys descriptionKeys(const Job &job, const Names &names, const Shelf &shelf)
{
    Keys keys(job.store.size());
    const std::size_t batches = job.store.batches().size();
    const int workers = std::clamp(static_cast<int>(batches), 1, mostWorkers());
    std::vector<TextNumbers> numbers(static_cast<std::size_t>(workers));
    std::vector<int> workerOf(batches, 0);
    job.forEachBatch(workers, [&](int worker, std::size_t at) {
        workerOf[at] = worker;
        numberDescriptions(job, at, numbers[static_cast<std::size_t>(worker)], keys, names, shelf);
    });
    if (job.cancelled)
        return keys;

    std::vector<QString> texts;
    std::vector<std::size_t> offsets;
    for (const TextNumbers &own : numbers) {
        offsets.push_back(texts.size());
        texts.insert(texts.end(), own.texts().begin(), own.texts().end());
    }
    const Ranks ranks = ranksOf(texts);
    for (std::size_t at = 0; at < batches; ++at) {
        const std::size_t offset = offsets[static_cast<std::size_t>(workerOf[at])];
        const auto first = keys.begin() + static_cast<std::uint32_t>(job.store.firstRow(at));
        for (std::uint32_t &key : std::span(first, job.store.batches()[at]->size()))
            key = ranks[offset + key];
    }
    return keys;
}

} // namespace

Keys columnKeys(const EventStore &store, std::span<const std::uint8_t> passes, EventColumn column, const Names &names,
    const Shelf &shelf, const std::atomic_bool &cancelled)
{
    const Job job{.store = store, .passes = passes, .cancelled = cancelled};
    switch (column) {
    case EventColumn::Level: return numberKeys(job, &RowKind::level);
    case EventColumn::Time: return rankedNumbers(job, &EventBatch::time);
    case EventColumn::Source: return nameKeys(job, &RowKind::provider, names);
    case EventColumn::Id: return numberKeys(job, &RowKind::id);
    case EventColumn::Task: return numberKeys(job, &RowKind::task);
    case EventColumn::Description: return descriptionKeys(job, names, shelf);
    case EventColumn::Log: return nameKeys(job, &RowKind::channel, names);
    case EventColumn::Computer: return nameKeys(job, &RowKind::computer, names);
    case EventColumn::User: return nameKeys(job, &RowKind::user, names);
    case EventColumn::RecordId: return recordKeys(job);
    case EventColumn::Keywords: return keywordKeys(job);
    case EventColumn::Opcode: return numberKeys(job, &RowKind::opcode);
    case EventColumn::ProcessId: return keysFrom(0, job, &EventBatch::processId);
    case EventColumn::ThreadId: return keysFrom(0, job, &EventBatch::threadId);
    case EventColumn::Activity: return activityKeys(job, names);
    case EventColumn::File: return fileKeys(job);
    }
    std::unreachable();
}

} // namespace evident
