// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/chunkreader.h"

#include "formats/evtx/contentcollector.h"
#include "formats/evtx/jsonwriter.h"
#include "formats/evtx/programwalk.h"
#include "formats/evtx/xmlwriter.h"

#include <algorithm>
#include <cstring>

namespace evident::evtx {

namespace {

/// Limits of what a record, and all records of a chunk, may come to when they are played. A real one comes to some
/// hundred kilobytes; one that uses its values again and again, or nests them so, could fill any memory.
constexpr std::uint64_t DearestRecord = std::uint64_t{4} << 20;
constexpr std::uint64_t DearestChunk = std::uint64_t{64} << 20;

} // namespace

/// The record of the row that is being handed on.
class ChunkReader::Content final : public EventContent {
public:
    Content(ChunkReader &reader, RowMemory &memory)
        : m_reader(reader)
        , m_glance(memory.glance)
        , m_scan(memory.scan)
        , m_lines(memory.lines)
    {
    }
    [[nodiscard]] EventValues values() const override
    {
        m_reader.decodeShaped();
        return m_reader.decodedValues();
    }
    [[nodiscard]] QString message() const override
    {
        m_reader.decodeShaped();
        return m_reader.decodedMessage();
    }
    [[nodiscard]] ContentKey key() const override { return m_reader.contentKey(); }
    [[nodiscard]] PlacedValues at(const ContentPlaces &places) const override
    {
        const NestedInstance *content = m_reader.payload();
        return content != nullptr ? m_glance.look(*content, places) : PlacedValues{};
    }
    [[nodiscard]] std::vector<QString> texts() const override { return m_glance.texts(); }
    [[nodiscard]] Holding holding(const TextNeedle &needle) const override
    {
        const NestedInstance *content = m_reader.payload();
        return content != nullptr && !m_reader.mayHaveMessage()
            ? m_scan.find(*content->definition, content->valueBytes, needle)
            : Holding::Unknown;
    }
    [[nodiscard]] bool write(ValueLines &lines) const override
    {
        const NestedInstance *content = m_reader.payload();
        return content != nullptr && !m_reader.mayHaveMessage()
            && m_lines.write(*content->definition, content->valueBytes, lines);
    }

private:
    ChunkReader &m_reader;
    ContentGlance &m_glance;
    ContentScan &m_scan;
    ContentLines &m_lines;
};

ChunkReader::ChunkReader(const Chunk &chunk, TemplateStore &store, Names &names)
    : m_chunk(chunk)
    , m_templates(chunk.bytes(), store, names)
    , m_fragment(m_templates, Nested::Check)
{
    m_report.damages = chunk.damages();
}

/// Makes the record at @p spot the current one.
void ChunkReader::decode(const RecordSpot &spot, Origin origin)
{
    const std::size_t begin = spot.offset + RecordHeaderSize;
    m_shapedSpot = nullptr;
    m_origin = origin;
    m_fragment.start(begin, spot.offset + spot.size - 4, origin); // what follows is the copy of its size
    m_isPlayable = m_fragment.next();
    m_fault = m_fragment.fault();
    m_spent += m_fragment.cost();
    if (m_fragment.cost() > DearestRecord || m_spent > DearestChunk) {
        m_isPlayable = false;
        m_fault = Program::Fault{.code = ErrorCode::TooLarge, .offset = begin};
    } else if (!m_isPlayable && !m_fault) {
        m_fault = Program::Fault{.code = ErrorCode::Truncated, .offset = begin};
    }
}

/// Reads the row of the record at @p spot if it is like one before. It is not decoded then, unless somebody asks for its content.
bool ChunkReader::readShaped(const RecordSpot &spot, RowShapes &shapes, EventRow &row)
{
    const std::size_t begin = spot.offset + RecordHeaderSize;
    if (!shapes.read(m_templates, begin, spot.offset + spot.size - 4, row, m_shaped))
        return false;
    if (m_shaped.cost > DearestRecord || m_spent + m_shaped.cost > DearestChunk)
        return false;
    m_spent += m_shaped.cost;
    m_shapedSpot = &spot;
    if (m_chunk.isDamaged()) {
        row.marks = RowMark::InDamage;
        row.likeness = 0;
    }
    return true;
}

/// Decodes the current record if that was not done.
void ChunkReader::decodeShaped()
{
    if (m_shapedSpot == nullptr)
        return;
    m_spent -= m_shaped.cost; // it is counted again
    decode(*m_shapedSpot, Origin::Log);
}

PartReport ChunkReader::rows(RowSink &sink, RowMemory &memory)
{
    const Content content(*this, memory);
    RecordWalk walk = m_chunk.records();
    while (const RecordSpot *spot = walk.next()) {
        EventRow found = unreadRow(*spot);
        if (!readShaped(*spot, memory.shapes, found)) {
            decode(*spot, Origin::Log);
            tell();
            found = row(*spot, memory.names);
            if (m_isPlayable && !m_fault)
                memory.shapes.learn(m_fragment);
        }
        sink.row(found, content);
        ++m_report.records;
    }
    m_report.damages.insert(m_report.damages.end(), walk.damages().begin(), walk.damages().end());
    std::size_t from = m_chunk.recordsEnd();
    while (const auto spot = nextRecovered(from)) {
        EventRow found = row(*spot, memory.names);
        found.marks = found.marks | RowMark::Recovered;
        sink.row(found, content);
        ++m_report.recovered;
    }
    return std::move(m_report);
}

/// What is known of a record by its frame.
EventRow ChunkReader::unreadRow(const RecordSpot &spot) const
{
    EventRow row;
    row.time = {spot.written};
    row.recordId = spot.id;
    row.place = m_chunk.base() + spot.offset;
    return row;
}

EventRow ChunkReader::row(const RecordSpot &spot, KnownNames &names)
{
    EventRow row = unreadRow(spot);
    if (m_isPlayable)
        m_fragment.plan().fill(m_fragment.program(), m_fragment.values(), names, row);
    if (m_chunk.isDamaged() || m_fault)
        row.marks = RowMark::InDamage;
    return row;
}

/// The next record behind @p from that is left over from the chunk's earlier life and still whole: its frame, and every template and
/// name that it needs. It is decoded.
std::optional<RecordSpot> ChunkReader::nextRecovered(std::size_t &from)
{
    const Bytes chunk = m_chunk.bytes();
    while (from + SmallestRecord <= chunk.size()) {
        const auto *star =
            static_cast<const std::uint8_t *>(std::memchr(chunk.data() + from, 0x2a, chunk.size() - from));
        if (!star)
            break;
        from = static_cast<std::size_t>(star - chunk.data());
        const auto spot = RecordWalk::at(chunk, from, chunk.size());
        from += spot ? spot->size : 1;
        if (!spot)
            continue;
        decode(*spot, Origin::LeftOver);
        if (m_isPlayable && (!m_fault || m_fragment.isFaultNested()))
            return spot;
    }
    from = chunk.size();
    return {};
}

/// A broken template is met by each of its records, and told once.
void ChunkReader::tell()
{
    if (!m_fault)
        return;
    const Damage damage{
        .offset = m_chunk.base() + m_fault->offset, .length = 1, .code = m_fault->code, .what = "binary XML"};
    if (std::ranges::find(m_report.damages, damage) == m_report.damages.end())
        m_report.damages.push_back(damage);
}

PartReport ChunkReader::dump(DumpForm form, OutBuffer &out, Recordings &recordings)
{
    m_fragment.keepNested();
    RecordWalk walk = m_chunk.records();
    while (const RecordSpot *spot = walk.next()) {
        decode(*spot, Origin::Log);
        tell();
        writeLike(form, out, recordings);
        out.append('\n');
        ++m_report.records;
    }
    m_report.damages.insert(m_report.damages.end(), walk.damages().begin(), walk.damages().end());
    std::size_t from = m_chunk.recordsEnd();
    while (nextRecovered(from))
        ++m_report.recovered;
    return std::move(m_report);
}

PartReport ChunkReader::copy(const TakeRecord &take)
{
    RecordWalk walk = m_chunk.records();
    while (const RecordSpot *spot = walk.next()) {
        decode(*spot, Origin::Log);
        tell();
        copyDecoded(*spot, take);
        ++m_report.records;
    }
    m_report.damages.insert(m_report.damages.end(), walk.damages().begin(), walk.damages().end());
    return std::move(m_report);
}

void ChunkReader::copy(const RecordSpot &spot, const TakeRecord &take)
{
    find(spot);
    copyDecoded(spot, take);
}

void ChunkReader::copyDecoded(const RecordSpot &spot, const TakeRecord &take)
{
    WrittenRecord record;
    record.written = {spot.written};
    record.source = &m_templates;
    record.origin = m_origin;
    if (m_isPlayable) {
        record.program = &m_fragment.program();
        record.definition = m_fragment.sharedDefinition();
        record.values = m_fragment.values();
    }
    take(m_chunk.base() + spot.offset, record);
}

template<typename Visitor>
void ChunkReader::play(Visitor &visitor)
{
    if (m_isPlayable)
        ProgramWalk(m_templates, m_origin, visitor).play(m_fragment.program(), m_fragment.values());
}

/// Writes the current record as one of its shape was written before, if there was one and nothing is wrong with it.
void ChunkReader::writeLike(DumpForm form, OutBuffer &out, Recordings &recordings)
{
    const bool isSound = m_isPlayable && !m_fault;
    if (isSound && recordings.play(m_fragment, form, out))
        return;
    if (!isSound || !recordings.wantsRecording()) {
        writeDecoded(form, out);
        return;
    }
    const std::size_t begin = out.size();
    writeDecoded(form, out, &recordings.log());
    recordings.record(m_fragment, out, begin);
}

void ChunkReader::writeDecoded(DumpForm form, OutBuffer &out, ValueLog *log)
{
    if (form == DumpForm::Xml) {
        XmlWriter writer(out, log);
        play(writer);
        writer.finish();
    } else {
        JsonWriter writer(out, log);
        play(writer);
        writer.finish();
    }
}

/// Makes the record at @p spot the current one, as reading the whole chunk would have.
void ChunkReader::find(const RecordSpot &spot)
{
    if (spot.offset < m_chunk.recordsEnd()) {
        decode(spot, Origin::Log);
        return;
    }
    // A record that is left over may need the templates of all that come before it.
    RecordWalk walk = m_chunk.records();
    while (const RecordSpot *other = walk.next())
        decode(*other, Origin::Log);
    std::size_t from = m_chunk.recordsEnd();
    for (auto other = nextRecovered(from); other && other->offset < spot.offset; other = nextRecovered(from)) { }
    m_spent = 0;
    decode(spot, Origin::LeftOver);
}

void ChunkReader::write(const RecordSpot &spot, DumpForm form, OutBuffer &out)
{
    find(spot);
    writeDecoded(form, out);
}

EventValues ChunkReader::decodedValues()
{
    ContentCollector collector;
    play(collector);
    return collector.take();
}

const NestedInstance *ChunkReader::payload()
{
    if (m_shapedSpot != nullptr)
        return m_shaped.nested.definition != nullptr && m_shaped.nestedAt == m_shaped.outer->payload ? &m_shaped.nested
                                                                                                     : nullptr;
    const Template *outer = m_isPlayable && !m_fault ? m_fragment.definition() : nullptr;
    if (outer == nullptr || outer->serial == 0 || m_fragment.nestedAt() == NoDependency
        || m_fragment.nestedAt() != outer->payload || m_fragment.nested().definition()->serial == 0)
        return nullptr;
    m_decodedPayload = {.definition = m_fragment.nested().definition(), .valueBytes = m_fragment.nested().valueBytes()};
    return &m_decodedPayload;
}

/// Of a record whose payload is known.
bool ChunkReader::mayHaveMessage() const
{
    return (m_shapedSpot != nullptr ? m_shaped.outer : m_fragment.definition())->plan.hasMessage();
}

/// The templates and the values of what all content comes from say which content it is.
ContentKey ChunkReader::contentKey()
{
    const NestedInstance *content = payload();
    if (content == nullptr)
        return {};
    const std::uint32_t outer = m_shapedSpot != nullptr ? m_shaped.outer->serial : m_fragment.definition()->serial;
    return {.kind = std::uint64_t{outer} << 32 | content->definition->serial, .bytes = content->valueBytes};
}

QString ChunkReader::decodedMessage()
{
    return m_isPlayable ? m_fragment.plan().message(m_fragment.program(), m_fragment.values()) : QString();
}

Event ChunkReader::decoded(const RecordSpot &spot)
{
    Event event;
    event.time = {spot.written};
    if (m_isPlayable)
        m_fragment.plan().fill(m_fragment.program(), m_fragment.values(), event);
    else
        event.recordId = spot.id;
    event.content = decodedValues();
    return event;
}

Event ChunkReader::event(const RecordSpot &spot)
{
    find(spot);
    return decoded(spot);
}

} // namespace evident::evtx
