// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/newestevents.h"

#include "formats/evtx/fileheader.h"
#include "formats/evtxsaver.h"

#include <QBuffer>

#include <algorithm>
#include <array>

namespace evident {

namespace {

constexpr std::size_t HeaderSize = 4096; ///< of the file

struct PartRow {
    std::uint64_t recordId;
    std::uint64_t place;
    Timestamp time;
};

class PartRows final : public RowSink {
public:
    void row(const EventRow &row, const EventContent & /*content*/) override
    {
        if (!has(row.marks, RowMark::Recovered))
            rows.push_back({.recordId = row.recordId, .place = row.place, .time = row.time});
    }
    std::vector<PartRow> rows;
};

/// Of one part, oldest first; what is wrong with it is added to @p damages.
std::vector<PartRow> rowsOf(const LogReader &reader, std::size_t part, Damages &damages)
{
    PartRows sink;
    const PartReport report = reader.readPart(part, sink);
    damages.insert(damages.end(), report.damages.begin(), report.damages.end());
    std::ranges::stable_sort(sink.rows, {}, &PartRow::recordId);
    return std::move(sink.rows);
}

std::uint64_t newestIn(const LogReader &reader, std::size_t part)
{
    Damages damages; // told when its events are wanted
    const auto rows = rowsOf(reader, part, damages);
    return rows.empty() ? 0 : rows.back().recordId;
}

bool isOld(const PartRow &row, const NewestWish &wish)
{
    return wish.since && row.time < Timestamp::fromUnix(*wish.since);
}

/// From the part written last back; newest first.
std::vector<std::vector<PartRow>> collect(
    const LogReader &reader, const NewestWish &wish, const PullCancel &cancelled, Damages &damages)
{
    std::vector<std::vector<PartRow>> parts;
    const std::size_t count = reader.partCount();
    std::size_t part = newestPartOf(reader);
    std::size_t found = 0;
    std::uint64_t below = UINT64_MAX;
    for (std::size_t step = 0; step < count && !(cancelled && *cancelled); ++step) {
        auto rows = rowsOf(reader, part, damages);
        part = part == 0 ? count - 1 : part - 1; // a full log goes on at its beginning
        if (rows.empty())
            continue;
        if (rows.front().recordId >= below)
            break; // once round
        below = rows.front().recordId;
        const bool isLast = isOld(rows.front(), wish);
        std::erase_if(rows, [&](const PartRow &row) { return isOld(row, wish); });
        if (wish.newest != 0 && found + rows.size() > wish.newest)
            rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(found + rows.size() - wish.newest));
        found += rows.size();
        parts.push_back(std::move(rows));
        if (isLast || (wish.newest != 0 && found >= wish.newest))
            break;
    }
    return parts;
}

} // namespace

std::size_t newestPartOf(const LogReader &reader)
{
    const std::size_t count = reader.partCount();
    std::array<std::uint8_t, HeaderSize> head{};
    const auto got = reader.source().read(0, head);
    if (count == 0 || !got || *got < head.size())
        return 0;
    const auto header = evtx::FileHeader::read(head);
    std::size_t part = std::min(static_cast<std::size_t>(header.lastChunk), count - 1);
    // The header of a log that is being written lags behind.
    std::uint64_t newest = newestIn(reader, part);
    for (std::size_t step = 1; step < count; ++step) {
        const std::size_t next = (part + 1) % count;
        const std::uint64_t there = newestIn(reader, next);
        if (there <= newest)
            break;
        newest = there;
        part = next;
    }
    return part;
}

std::size_t partHolding(const LogReader &reader, std::uint64_t recordId)
{
    const std::size_t count = reader.partCount();
    std::size_t part = newestPartOf(reader);
    Damages damages; // told by who reads what is there
    for (std::size_t step = 1; step < count; ++step) {
        const auto rows = rowsOf(reader, part, damages);
        if (!rows.empty() && rows.front().recordId <= recordId)
            break;
        part = part == 0 ? count - 1 : part - 1;
    }
    return part;
}

Result<NewestEvents> newestEvents(const LogReader &reader, const NewestWish &wish, const PullCancel &cancelled)
{
    if (reader.format() != LogFormat::Evtx)
        return failure(ErrorCode::BadUsage, "the newest events of another format", {.source = reader.source().name()});
    NewestEvents newest;
    const auto parts = collect(reader, wish, cancelled, newest.damages);
    if (cancelled && *cancelled)
        return failure(ErrorCode::Cancelled, "cancelled", {.source = reader.source().name()});
    QBuffer file;
    file.open(QIODevice::ReadWrite);
    EvtxSaver saver(file);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        for (const PartRow &row : *part) {
            if (const auto added = saver.addEvent(reader, row.place); !added)
                return std::unexpected(added.error());
        }
    }
    if (const auto done = saver.finish(); !done)
        return std::unexpected(done.error());
    newest.count = saver.saved();
    newest.evtx = file.data();
    return newest;
}

} // namespace evident
