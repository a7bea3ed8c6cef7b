// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/evtxreader.h"

#include "formats/evtx/chunkreader.h"
#include "formats/evtx/tokens.h"

#include <algorithm>
#include <cstring>

namespace evident {

namespace {

bool hasFileMagic(Bytes head)
{
    return head.size() >= 8 && std::memcmp(head.data(), "ElfFile\0", 8) == 0;
}

} // namespace

bool sniffEvtx(Bytes head)
{
    // The second: a file whose own header is gone, while its first chunk is there.
    return hasFileMagic(head) || evtx::ChunkHeader::hasMagic(slice(head, evtx::FileHeaderSize, 8));
}

Result<std::shared_ptr<const LogReader>> openEvtx(std::shared_ptr<const ByteSource> source, Names &names)
{
    std::vector<std::uint8_t> head(evtx::FileHeaderSize);
    const auto got = source->read(0, head);
    if (!got)
        return std::unexpected(got.error());
    if (*got < head.size())
        return failure(ErrorCode::Truncated, "the head of an .evtx",
            {.source = source->name(), .offset = static_cast<std::int64_t>(*got)});
    const auto header = evtx::FileHeader::read(head);
    const bool isWhole =
        std::ranges::all_of(header.damages, [](const Damage &damage) { return damage.code == ErrorCode::BadValue; });
    if (isWhole && header.majorVersion != 3) {
        const QString version = QStringLiteral("%1.%2").arg(header.majorVersion).arg(header.minorVersion);
        return std::unexpected(Error{.code = ErrorCode::UnsupportedVersion,
            .what = "an .evtx of another version",
            .place = {.source = source->name(), .offset = 36},
            .detail = version});
    }
    return std::make_shared<const evtx::EvtxReader>(std::move(source), names, header);
}

namespace evtx {

EvtxReader::EvtxReader(std::shared_ptr<const ByteSource> source, Names &names, FileHeader header)
    : m_source(std::move(source))
    , m_names(names)
    , m_header(std::move(header))
    , m_isDirty((m_header.flags & FileHeader::Dirty) != 0 || hasMoreChunksThanItSays())
{
}

/// A log that grew after its header was last written: the slot behind the last chunk it knows of holds another one.
bool EvtxReader::hasMoreChunksThanItSays() const
{
    std::array<std::uint8_t, 8> magic{};
    const auto got = m_source->read(FileHeaderSize + m_header.chunkCount * std::uint64_t{ChunkSize}, magic);
    return got && *got == magic.size() && ChunkHeader::hasMagic(magic);
}

Checksums EvtxReader::checksums() const
{
    return (m_header.flags & FileHeader::NoChecksums) != 0 ? Checksums::None : Checksums::Check;
}

std::size_t EvtxReader::partCount() const
{
    const std::uint64_t size = m_source->size();
    return size <= FileHeaderSize ? 0 : static_cast<std::size_t>((size - FileHeaderSize + ChunkSize - 1) / ChunkSize);
}

std::uint64_t EvtxReader::partBytes(std::size_t part) const
{
    const std::uint64_t begin = FileHeaderSize + part * std::uint64_t{ChunkSize};
    return begin >= m_source->size() ? 0 : std::min<std::uint64_t>(ChunkSize, m_source->size() - begin);
}

Result<Chunk> EvtxReader::chunk(std::size_t part) const
{
    const std::uint64_t base = FileHeaderSize + part * std::uint64_t{ChunkSize};
    const auto size = static_cast<std::size_t>(partBytes(part));
    auto room = m_rooms.lend([] { return std::make_unique_for_overwrite<ChunkRoom>(); });
    const auto got = m_source->read(base, {room->bytes.data(), size});
    if (!got)
        return std::unexpected(got.error());
    return Chunk(std::move(room), *got, base, checksums());
}

PartReport EvtxReader::readPart(std::size_t part, RowSink &sink) const
{
    const auto read = chunk(part);
    if (!read)
        return {.damages = {unreadable(part, read.error())}};
    const auto memory = m_memories.lend([this] { return std::make_unique<RowMemory>(m_names); });
    return ChunkReader(*read, m_templates, m_names).rows(sink, *memory);
}

PartReport EvtxReader::dumpPart(std::size_t part, DumpForm form, OutBuffer &out) const
{
    const auto read = chunk(part);
    if (!read)
        return {.damages = {unreadable(part, read.error())}};
    const auto recordings = m_recordings.lend([] { return std::make_unique<Recordings>(); });
    return ChunkReader(*read, m_templates, m_names).dump(form, out, *recordings);
}

Damage EvtxReader::unreadable(std::size_t part, const Error &error) const
{
    return {.offset = FileHeaderSize + part * std::uint64_t{ChunkSize},
        .length = partBytes(part),
        .code = error.code,
        .what = "chunk"};
}

template<typename Answer, typename Decode>
Result<Answer> EvtxReader::decode(std::uint64_t place, Decode decode) const
{
    const Place where{.source = m_source->name(), .offset = static_cast<std::int64_t>(place)};
    if (place < FileHeaderSize)
        return failure(ErrorCode::BadOffset, "the place of a record", where);
    const auto read = chunk(static_cast<std::size_t>((place - FileHeaderSize) / ChunkSize));
    if (!read)
        return std::unexpected(read.error());
    const auto spot =
        RecordWalk::at(read->bytes(), static_cast<std::size_t>(place - read->base()), read->bytes().size());
    if (!spot)
        return failure(ErrorCode::BadOffset, "the place of a record", where);
    ChunkReader reader(*read, m_templates, m_names);
    return decode(reader, *spot);
}

Result<Event> EvtxReader::event(std::uint64_t place) const
{
    return decode<Event>(place, [](ChunkReader &reader, const RecordSpot &spot) { return reader.event(spot); });
}

Result<QByteArray> EvtxReader::eventAs(std::uint64_t place, DumpForm form) const
{
    return decode<QByteArray>(place, [form](ChunkReader &reader, const RecordSpot &spot) {
        OutBuffer out;
        reader.write(spot, form, out);
        return QByteArrayView(out.view()).toByteArray();
    });
}

PartReport EvtxReader::copyPart(std::size_t part, const TakeRecord &take) const
{
    const auto read = chunk(part);
    if (!read)
        return {.damages = {unreadable(part, read.error())}};
    return ChunkReader(*read, m_templates, m_names).copy(take);
}

Result<void> EvtxReader::copyRecord(std::uint64_t place, const TakeRecord &take) const
{
    return decode<void>(place, [&take](ChunkReader &reader, const RecordSpot &spot) -> Result<void> {
        reader.copy(spot, take);
        return {};
    });
}

} // namespace evtx

} // namespace evident
