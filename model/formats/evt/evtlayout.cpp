// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evt/evtlayout.h"

#include <algorithm>
#include <array>
#include <functional>

namespace evident::evt {

namespace {

constexpr std::size_t RecordNumberAt = 8;

struct FoundCursor {
    std::uint64_t place = 0;
    EndOfFile record;
};

std::optional<FoundCursor> cursorAt(Ring &ring, std::uint64_t place)
{
    if (place < HeaderSize || ring.place(ring.position(place)) != place)
        return {};
    const auto record = readEndOfFile(ring.at(ring.position(place), CursorSize));
    if (!record)
        return {};
    return FoundCursor{.place = place, .record = *record};
}

/// One that stands where it says it does is the newest; among others the highest number is.
bool isNewer(const FoundCursor &a, const FoundCursor &b)
{
    const bool aIsHome = a.place == a.record.end;
    const bool bIsHome = b.place == b.record.end;
    return aIsHome != bIsHome ? aIsHome : a.record.next > b.record.next;
}

/// Looks through the whole file, whose first byte behind the header must be @p ring's position 0.
std::optional<FoundCursor> searchCursor(Ring &ring)
{
    const Bytes mark = cursorMark();
    const std::boyer_moore_horspool_searcher searcher(mark.begin(), mark.end());
    std::optional<FoundCursor> best;
    constexpr std::uint64_t Step = WalkWindow - CursorSize;
    for (std::uint64_t from = 0; from < ring.size(); from += Step) {
        // The last window reaches across the file's end: the record may be split there like any other.
        const auto length = std::min<std::uint64_t>(ring.size() - from + CursorSize, WalkWindow);
        const Bytes window = ring.at(from, static_cast<std::size_t>(length));
        for (auto hit = window.begin(); (hit = std::search(hit, window.end(), searcher)) != window.end(); ++hit) {
            const auto at = static_cast<std::uint64_t>(hit - window.begin());
            if (at < CursorMarkAt || at - CursorMarkAt + CursorSize > window.size())
                continue;
            const auto record = readEndOfFile(window.subspan(static_cast<std::size_t>(at - CursorMarkAt), CursorSize));
            const FoundCursor found{
                .place = ring.place(from + at - CursorMarkAt), .record = record.value_or(EndOfFile{})};
            if (record && (!best || isNewer(found, *best)))
                best = found;
        }
    }
    return best;
}

/// The place of the whole record with this number, looked for from just behind the end-of-file record around the ring.
std::optional<std::uint64_t> placeOfRecord(
    const ByteSource &source, std::uint64_t end, const FoundCursor &cursor, std::uint32_t number)
{
    Ring ring(source, end, cursor.place, WalkWindow);
    RecordWalk walk(ring, {.from = CursorSize, .to = ring.size(), .kind = StretchKind::Slack});
    while (walk.next()) {
        if (readLe<std::uint32_t>(walk.bytes(), RecordNumberAt) == number)
            return ring.place(walk.position());
    }
    return {};
}

/// The place of the oldest record by its number, for a file without an end-of-file record.
std::uint64_t placeOfSmallestNumber(Ring &ring)
{
    // Beyond the ring's size, for the record that is split at the file's end may be the oldest.
    RecordWalk walk(ring, {.from = 0, .to = ring.size() + LargestRecord, .kind = StretchKind::Slack});
    std::uint64_t place = HeaderSize;
    std::optional<std::uint32_t> smallest;
    while (walk.next() && walk.position() < ring.size()) {
        const auto number = readLe<std::uint32_t>(walk.bytes(), RecordNumberAt);
        if (!smallest || number < *smallest) {
            smallest = number;
            place = ring.place(walk.position());
        }
    }
    return place;
}

void checkHeader(const FileHeader &header, Damages &damages)
{
    if (header.major != 1 || header.minor != 1)
        damages.push_back(
            {.offset = HeaderVersionAt, .length = 8, .code = ErrorCode::UnsupportedVersion, .what = "file header"});
    if (header.endSize != HeaderSize)
        damages.push_back({.offset = HeaderEndSizeAt, .length = 4, .code = ErrorCode::BadSize, .what = "file header"});
}

void layOutByCursor(Layout &layout, const ByteSource &source, Ring &ring, const FoundCursor &cursor)
{
    const std::uint64_t begin = cursor.record.begin;
    const std::uint64_t at = ring.position(cursor.place);
    const bool inside = begin >= HeaderSize && begin < layout.end;
    const bool saysEmpty = begin == cursor.place && cursor.record.oldest == 0;
    layout.first = begin;
    if (!saysEmpty && (!inside || !recordSizeAt(ring, ring.position(begin), ring.position(begin) + ring.size()))) {
        const auto oldest = placeOfRecord(source, layout.end, cursor, cursor.record.oldest);
        if (oldest || !inside) {
            const bool cut = begin >= layout.end;
            layout.damages.push_back({.offset = cut ? layout.end : ring.place(at + CursorBeginAt),
                .length = cut ? begin - layout.end : 4,
                .code = cut ? ErrorCode::Truncated : ErrorCode::BadOffset,
                .what = "end-of-file record"});
            layout.first = oldest.value_or(HeaderSize);
        }
    }
    const Ring own(source, layout.end, layout.first, 0);
    const std::uint64_t length = own.position(cursor.place);
    layout.log = {.from = 0, .to = length, .kind = StretchKind::Live};
    layout.slack = {.from = std::min(length + CursorSize, own.size()), .to = own.size(), .kind = StretchKind::Slack};
}

void layOutByNumbers(Layout &layout, Ring &ring, const FileHeader &header)
{
    const bool couldBeThere = header.end >= HeaderSize && header.end + CursorSize <= layout.end && !layout.dirty;
    layout.damages.push_back({.offset = couldBeThere ? header.end : layout.end,
        .length = couldBeThere ? CursorSize : 0,
        .code = couldBeThere ? ErrorCode::BadMagic : ErrorCode::Truncated,
        .what = "end-of-file record"});
    layout.first = placeOfSmallestNumber(ring);
    layout.log = {.from = 0, .to = ring.size(), .kind = StretchKind::OpenEnd};
}

} // namespace

Result<Layout> findLayout(const ByteSource &source)
{
    Layout layout;
    layout.end = source.size();
    std::array<std::uint8_t, HeaderSize> bytes{};
    const auto read = source.read(0, bytes);
    if (!read)
        return std::unexpected(read.error());
    if (*read < HeaderSize) {
        layout.damages.push_back({.offset = *read, .length = 0, .code = ErrorCode::Truncated, .what = "file header"});
        return layout;
    }
    const FileHeader header = readHeader(bytes);
    layout.dirty = (header.flags & FlagDirty) != 0;
    checkHeader(header, layout.damages);

    Ring ring(source, layout.end, HeaderSize, WalkWindow);
    auto cursor = layout.dirty ? std::nullopt : cursorAt(ring, header.end);
    const bool isHome = cursor && cursor->record.end == cursor->place;
    if (!isHome)
        cursor = searchCursor(ring);
    if (cursor && cursor->record.end != cursor->place)
        layout.damages.push_back({.offset = ring.place(ring.position(cursor->place) + CursorEndAt),
            .length = 4,
            .code = ErrorCode::BadOffset,
            .what = "end-of-file record"});
    if (cursor && !layout.dirty && header.end != cursor->place)
        layout.damages.push_back(
            {.offset = HeaderEndAt, .length = 4, .code = ErrorCode::BadOffset, .what = "file header"});
    if (cursor)
        layOutByCursor(layout, source, ring, *cursor);
    else
        layOutByNumbers(layout, ring, header);
    return layout;
}

} // namespace evident::evt
