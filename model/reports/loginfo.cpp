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

void NameTally::merge(const NameTally &other)
{
    for (std::size_t i = 0; i < other.m_counts.size(); ++i)
        add(other.names()[i], other.m_counts[i]);
}

QStringList NameTally::byFrequency(const Names &names) const
{
    std::vector<std::pair<std::uint64_t, QString>> list;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (this->names()[i] != NameId::None)
            list.emplace_back(m_counts[i], names.text(this->names()[i]));
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
    const auto isRecovered = [](const RowKind &kind) { return has(kind.marks(), RowMark::Recovered); };
    const std::vector<std::uint32_t> counts = batch.kind.counts();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const RowKind &kind = batch.kind.values()[i];
        if (isRecovered(kind) || counts[i] == 0)
            continue;
        m_providers.add(kind.provider(), counts[i]);
        m_channels.add(kind.channel(), counts[i]);
        m_computers.add(kind.computer(), counts[i]);
        m_levels.at(std::to_underlying(kind.level())) += counts[i];
    }
    const bool areAllMeant = std::ranges::none_of(batch.kind.values(), isRecovered) && batch.recordId.lowest() > 0
        && batch.time.earliest() > 0;
    if (areAllMeant) {
        m_span.add(batch.recordId.lowest(), batch.recordId.highest(), {batch.time.earliest()}, {batch.time.latest()});
        return;
    }
    Extent records;
    Extent times;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (isRecovered(batch.kind[i]))
            continue;
        records.add(batch.recordId[i]);
        times.add(batch.time[i]);
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
    for (std::size_t i = 0; i < m_providers.counts().size(); ++i)
        info.providers[names.text(m_providers.names()[i])] += m_providers.counts()[i];
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
