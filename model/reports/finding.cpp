// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/finding.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>

namespace evident {

namespace {

/// The rows of one key, counted.
struct Group {
    std::uint32_t count = 0;
    Timestamp first;
    Timestamp last;
    RowId newest{};

    void add(Timestamp time, RowId row)
    {
        // Of rows without a time, or of the same, the later one in the logs is the newer.
        if (count++ == 0 || time >= last)
            newest = row;
        if (time.isNull())
            return;
        last = std::max(last, time);
        first = first.isNull() ? time : std::min(first, time);
    }
};

/// What no article speaks of: provider, id and level in one number, cheap to hash for every row.
std::uint64_t packedKey(NameId provider, std::uint16_t id, Level level)
{
    return static_cast<std::uint64_t>(provider) << 32U | static_cast<std::uint64_t>(id) << 16U
        | static_cast<std::uint64_t>(level);
}

bool countsAsTrouble(Level level)
{
    return level == Level::Critical || level == Level::Error || level == Level::Warning;
}

struct Groups {
    std::map<FindingKey, Group> explained;
    std::unordered_map<std::uint64_t, std::uint32_t> unexplained;

    void addBatch(const EventBatch &batch, std::uint32_t firstRow)
    {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (has(batch.marks[i], RowMark::Recovered))
                continue;
            if (const Highlight highlight = batch.highlight[i]; highlight != 0) {
                const FindingKey key{static_cast<ArticleNumber>(highlight - 1), batch.computer[i], batch.provider[i],
                    batch.id[i], batch.level[i]};
                explained[key].add({batch.time[i]}, static_cast<RowId>(firstRow + i));
            } else if (countsAsTrouble(batch.level[i])) {
                ++unexplained[packedKey(batch.provider[i], batch.id[i], batch.level[i])];
            }
        }
    }
};

void explainSample(Finding &finding, const Matcher &matcher)
{
    finding.explanation = explainBy(matcher, finding.key.article, finding.sample);
    for (const ArticleNumber number : finding.explanation.alsoPossible) {
        Explanation other = explainBy(matcher, number, finding.sample);
        finding.alsoPossible.push_back({std::move(other.articleId), std::move(other.title)});
    }
    Description description = describe(finding.sample, &matcher.shelf().article(finding.key.article));
    finding.sampleText = std::move(description.text);
    finding.sampleOrigin = description.origin;
}

Finding makeFinding(
    const FindingKey &key, const Group &group, const EventStore &store, const Matcher &matcher, const Names &names)
{
    Finding finding;
    finding.key = key;
    finding.computer = names.text(key.computer);
    finding.provider = names.text(key.provider);
    finding.count = group.count;
    finding.first = group.first;
    finding.last = group.last;
    finding.sampleRow = group.newest;
    const auto spot = store.at(group.newest);
    finding.sample = store.event(group.newest).value_or(rowHead(*spot.batch, spot.index, names));
    finding.sampleFile = spot.batch->reader->source().name();
    explainSample(finding, matcher);
    return finding;
}

std::vector<Unexplained> listUnexplained(const Groups &groups, const Names &names)
{
    std::vector<Unexplained> list;
    list.reserve(groups.unexplained.size());
    for (const auto &[key, count] : groups.unexplained)
        list.push_back({names.text(static_cast<NameId>(key >> 32U)), static_cast<std::uint16_t>(key >> 16U),
            static_cast<Level>(key & 0xFFU), count});
    std::ranges::sort(list, [](const Unexplained &a, const Unexplained &b) {
        return std::tie(b.count, a.provider, a.id, a.level) < std::tie(a.count, b.provider, b.id, b.level);
    });
    return list;
}

} // namespace

Findings gatherFindings(const EventStore &store, const Matcher &matcher, const Names &names)
{
    Groups groups;
    std::uint32_t firstRow = 0;
    for (const auto &batch : store.batches()) {
        groups.addBatch(*batch, firstRow);
        firstRow += static_cast<std::uint32_t>(batch->size());
    }

    Findings found;
    found.findings.reserve(groups.explained.size());
    for (const auto &[key, group] : groups.explained)
        found.findings.push_back(makeFinding(key, group, store, matcher, names));
    std::ranges::sort(found.findings, [](const Finding &a, const Finding &b) {
        return std::tie(a.explanation.verdict, b.count, a.computer, a.provider, a.key)
            < std::tie(b.explanation.verdict, a.count, b.computer, b.provider, b.key);
    });
    found.unexplained = listUnexplained(groups, names);
    return found;
}

void addCheck(Finding &finding, CheckResult result)
{
    const auto &checks = finding.explanation.checks;
    const auto asked = std::ranges::find_if(checks,
        [&](const FilledCheck &check) { return check.service.compare(result.service, Qt::CaseInsensitive) == 0; });
    // An answer about something else is kept as evidence; held against the first check it says why it decides nothing.
    if (!checks.empty())
        finding.conclusion = conclude(asked != checks.end() ? *asked : checks.front(), result);
    finding.checks.push_back(std::move(result));
}

} // namespace evident
