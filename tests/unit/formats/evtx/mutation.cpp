// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/formats/evtx/mutation.h"

#include <algorithm>
#include <cstring>

namespace evident::evtx {

namespace {

class Collector final : public RowSink {
public:
    explicit Collector(std::vector<PartRecords::Record> &records)
        : m_records(records)
    {
    }
    void row(const EventRow &row, const EventContent &content) override
    {
        m_records.push_back({.row = row, .values = content.values()});
    }

private:
    std::vector<PartRecords::Record> &m_records;
};

template<typename T>
T numberAt(QByteArrayView bytes, std::size_t offset)
{
    T value{};
    std::memcpy(&value, bytes.data() + offset, sizeof(T));
    return value;
}

} // namespace

MutatedSource::MutatedSource(const QByteArray &bytes, Change change)
    : m_bytes(bytes)
    , m_change(change)
{
}

std::uint64_t MutatedSource::size() const
{
    return std::min<std::uint64_t>(m_change.cutAt, static_cast<std::uint64_t>(m_bytes.size()));
}

Result<std::size_t> MutatedSource::read(std::uint64_t offset, std::span<std::uint8_t> into) const
{
    if (offset >= size())
        return 0U;
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), size() - offset));
    std::memcpy(into.data(), m_bytes.constData() + offset, count);
    if (m_change.flipAt >= offset && m_change.flipAt < offset + count)
        into[static_cast<std::size_t>(m_change.flipAt - offset)] ^= m_change.mask;
    return count;
}

PartRecords PartRecords::of(const LogReader &log, std::size_t part)
{
    PartRecords all;
    Collector collector(all.records);
    all.report = log.readPart(part, collector);
    return all;
}

const PartRecords::Record *PartRecords::at(std::uint64_t place) const
{
    const auto found = std::ranges::find(records, place, [](const Record &record) { return record.row.place; });
    return found != records.end() ? &*found : nullptr;
}

Dependencies::Dependencies(QByteArrayView chunk, std::uint64_t base, const PartRecords &whole)
{
    for (const auto &record : whole.records) {
        if (has(record.row.marks, RowMark::Recovered))
            continue;
        const auto begin = static_cast<std::size_t>(record.row.place - base);
        m_records.push_back({.begin = begin, .end = begin + numberAt<std::uint32_t>(chunk, begin + 4)});
        m_end = m_records.back().end;
    }
    m_users.resize(m_records.size());
    for (std::size_t user = 0; user < m_records.size(); ++user) {
        for (std::size_t at = m_records[user].begin; at + 4 <= m_records[user].end; ++at) {
            const auto offset = numberAt<std::uint32_t>(chunk, at);
            if (offset < 512 || offset >= m_end)
                continue;
            const auto used = std::ranges::upper_bound(m_records, offset, {}, &Extent::begin) - m_records.begin() - 1;
            if (used >= 0 && static_cast<std::size_t>(used) != user)
                m_users[static_cast<std::size_t>(used)].push_back(user);
        }
    }
    for (auto &users : m_users) {
        std::ranges::sort(users);
        users.erase(std::ranges::unique(users).begin(), users.end());
    }
}

std::vector<bool> Dependencies::spread(std::vector<bool> touched) const
{
    std::vector<std::size_t> pending;
    for (std::size_t i = 0; i < touched.size(); ++i) {
        if (touched[i])
            pending.push_back(i);
    }
    while (!pending.empty()) {
        const std::size_t used = pending.back();
        pending.pop_back();
        for (const std::size_t user : m_users[used]) {
            if (!touched[user])
                pending.push_back(user);
            touched[user] = true;
        }
    }
    return touched;
}

std::vector<bool> Dependencies::touchedBy(std::size_t offset) const
{
    std::vector<bool> touched(m_records.size());
    for (std::size_t i = 0; i < m_records.size(); ++i)
        touched[i] = offset >= m_records[i].begin && offset < m_records[i].end;
    return spread(std::move(touched));
}

std::vector<bool> Dependencies::cutBy(std::size_t offset) const
{
    std::vector<bool> touched(m_records.size());
    for (std::size_t i = 0; i < m_records.size(); ++i)
        touched[i] = m_records[i].end > offset;
    return spread(std::move(touched));
}

bool isUnchanged(const PartRecords::Record &before, const PartRecords::Record &after)
{
    const EventRow &a = before.row;
    const EventRow &b = after.row;
    return a.time == b.time && a.recordId == b.recordId && a.place == b.place && a.keywords == b.keywords
        && a.provider == b.provider && a.sourceName == b.sourceName && a.channel == b.channel
        && a.computer == b.computer && a.user == b.user && a.activity == b.activity && a.processId == b.processId
        && a.threadId == b.threadId && a.id == b.id && a.task == b.task && a.opcode == b.opcode && a.level == b.level
        && before.values.values == after.values.values && before.values.data == after.values.data;
}

} // namespace evident::evtx
