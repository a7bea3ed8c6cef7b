// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/loginfo.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

QJsonValue timeOrNull(Timestamp time)
{
    return time.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(time.toIso());
}

QJsonValue number(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

/// How many of the rows that count hold each value of the column.
template<typename T>
std::vector<std::uint64_t> countOf(const FewValues<T> &column, const std::vector<std::uint8_t> &counts)
{
    std::vector<std::uint64_t> tally(column.values().size(), 0);
    column.withNumbers([&tally, &counts](auto number) {
        for (std::size_t i = 0; i < counts.size(); ++i)
            tally[number(i)] += counts[i];
    });
    return tally;
}

/// Smallest and largest of numbers; those that are 0 do not count.
struct Extent {
    std::uint64_t beforeFirst = std::numeric_limits<std::uint64_t>::max(); ///< what 0 wraps to
    std::uint64_t last = 0;

    void add(std::uint64_t number)
    {
        beforeFirst = std::min(beforeFirst, number - 1);
        last = std::max(last, number);
    }
    [[nodiscard]] std::uint64_t first() const { return beforeFirst + 1; }
};

QJsonArray damageList(const Damages &damages)
{
    QJsonArray list;
    for (const Damage &damage : damages)
        list.append(QJsonObject{{u"offset"_s, number(damage.offset)}, {u"length"_s, number(damage.length)},
            {u"code"_s, errorCodeName(damage.code)}, {u"what"_s, QString::fromUtf8(damage.what)}});
    return list;
}

} // namespace

void NameTally::add(const FewValues<NameId> &column, const std::vector<std::uint8_t> &counts)
{
    const std::vector<std::uint64_t> tally = countOf(column, counts);
    for (std::size_t i = 0; i < tally.size(); ++i) {
        if (tally[i] > 0)
            m_counts[column.values()[i]] += tally[i];
    }
}

void NameTally::merge(const NameTally &other)
{
    for (const auto &[name, count] : other.m_counts)
        m_counts[name] += count;
}

QStringList NameTally::byFrequency(const Names &names) const
{
    std::vector<std::pair<std::uint64_t, QString>> list;
    for (const auto &[name, count] : m_counts) {
        if (name != NameId::None)
            list.emplace_back(count, names.text(name));
    }
    std::ranges::sort(
        list, [](const auto &a, const auto &b) { return std::tie(b.first, a.second) < std::tie(a.first, b.second); });
    QStringList texts;
    for (auto &entry : list)
        texts.append(std::move(entry.second));
    return texts;
}

inline void LogCounter::Span::add(std::uint64_t record, std::uint64_t upToRecord, Timestamp time, Timestamp upToTime)
{
    if (record != 0)
        firstRecord = firstRecord == 0 ? record : std::min(firstRecord, record);
    lastRecord = std::max(lastRecord, upToRecord);
    if (!time.isNull())
        firstTime = firstTime.isNull() ? time : std::min(firstTime, time);
    lastTime = std::max(lastTime, upToTime);
}

void LogCounter::row(const EventRow &row, const EventContent & /*content*/)
{
    if (has(row.marks, RowMark::Recovered))
        return; // told as a number of their own, never mixed in
    m_providers.add(row.provider);
    m_channels.add(row.channel);
    m_computers.add(row.computer);
    ++m_levels.at(std::to_underlying(row.level));
    m_span.add(row.recordId, row.recordId, row.time, row.time);
}

void LogCounter::add(const EventBatch &batch)
{
    std::vector<std::uint8_t> counts(batch.size(), 1);
    batch.marks.withNumbers([&](auto number) {
        const bool isPlain =
            std::ranges::none_of(batch.marks.values(), [](RowMark marks) { return has(marks, RowMark::Recovered); });
        for (std::size_t i = 0; !isPlain && i < counts.size(); ++i)
            counts[i] = has(batch.marks.values()[number(i)], RowMark::Recovered) ? 0 : 1;
    });
    m_providers.add(batch.provider, counts);
    m_channels.add(batch.channel, counts);
    m_computers.add(batch.computer, counts);
    const std::vector<std::uint64_t> levels = countOf(batch.level, counts);
    for (std::size_t i = 0; i < levels.size(); ++i)
        m_levels.at(std::to_underlying(batch.level.values()[i])) += levels[i];
    Extent records;
    Extent times;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::uint64_t kept = std::uint64_t{0} - counts[i]; // all bits, or none
        records.add(batch.recordId[i] & kept);
        times.add(batch.time[i] & kept);
    }
    m_span.add(records.first(), records.last, {times.first()}, {times.last});
}

void LogCounter::merge(const LogCounter &other)
{
    m_providers.merge(other.m_providers);
    m_channels.merge(other.m_channels);
    m_computers.merge(other.m_computers);
    for (std::size_t i = 0; i < m_levels.size(); ++i)
        m_levels[i] += other.m_levels[i];
    m_span.add(other.m_span.firstRecord, other.m_span.lastRecord, other.m_span.firstTime, other.m_span.lastTime);
}

LogInfo LogCounter::info(const LogReader &reader, const std::vector<PartReport> &reports, const Names &names) const
{
    LogInfo info{.path = reader.source().name(),
        .format = reader.format(),
        .size = reader.source().size(),
        .dirty = reader.isDirty(),
        .firstRecord = m_span.firstRecord,
        .lastRecord = m_span.lastRecord,
        .firstTime = m_span.firstTime,
        .lastTime = m_span.lastTime,
        .computers = m_computers.byFrequency(names),
        .channels = m_channels.byFrequency(names),
        .damages = reader.headDamages()};
    for (const PartReport &report : reports) {
        info.records += report.records;
        info.recovered += report.recovered;
        info.damages.insert(info.damages.end(), report.damages.begin(), report.damages.end());
    }
    std::ranges::stable_sort(info.damages, {}, &Damage::offset);
    for (const auto &[name, count] : m_providers.counts())
        info.providers[names.text(name)] += count;
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        if (m_levels[i] > 0)
            info.levels[static_cast<Level>(i)] = m_levels[i];
    }
    return info;
}

QJsonObject toJson(const LogInfo &info)
{
    QJsonObject providers;
    for (const auto &[name, count] : info.providers)
        providers.insert(name, number(count));
    QJsonObject levels;
    for (const auto &[level, count] : info.levels)
        levels.insert(levelWord(level), number(count));
    return {
        {u"path"_s, info.path},
        {u"format"_s, logFormatName(info.format)},
        {u"size"_s, number(info.size)},
        {u"dirty"_s, info.dirty},
        {u"records"_s, number(info.records)},
        {u"recovered"_s, number(info.recovered)},
        {u"firstRecord"_s, number(info.firstRecord)},
        {u"lastRecord"_s, number(info.lastRecord)},
        {u"firstTime"_s, timeOrNull(info.firstTime)},
        {u"lastTime"_s, timeOrNull(info.lastTime)},
        {u"computers"_s, QJsonArray::fromStringList(info.computers)},
        {u"channels"_s, QJsonArray::fromStringList(info.channels)},
        {u"providers"_s, providers},
        {u"levels"_s, levels},
        {u"damages"_s, damageList(info.damages)},
    };
}

} // namespace evident
