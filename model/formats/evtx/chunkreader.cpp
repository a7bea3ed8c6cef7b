// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/chunkreader.h"

#include "formats/evtx/contentcollector.h"
#include "formats/evtx/jsonwriter.h"
#include "formats/evtx/programwalk.h"
#include "formats/evtx/xmlwriter.h"

#include <algorithm>

namespace evident::evtx {

namespace {

/// The fault of a record in which no event can be found.
std::optional<Program::Fault> nothingAt(const RecordSpot &spot)
{
    return Program::Fault{.code = ErrorCode::Truncated, .offset = spot.offset + RecordHeaderSize};
}

/// The record of the row that is being handed on.
class RecordContent final : public EventContent {
public:
    RecordContent(ChunkReader &reader, const RecordSpot &spot)
        : m_reader(reader)
        , m_spot(spot)
    {
    }
    [[nodiscard]] EventValues values() const override { return m_reader.values(m_spot); }
    [[nodiscard]] QString message() const override { return m_reader.event(m_spot).renderedMessage; }

private:
    ChunkReader &m_reader;
    const RecordSpot &m_spot;
};

} // namespace

ChunkReader::ChunkReader(const Chunk &chunk, Names &names)
    : m_chunk(chunk)
    , m_templates(chunk.bytes(), names)
    , m_names(names)
    , m_fragment(m_templates)
{
    m_report.damages = chunk.damages();
}

PartReport ChunkReader::rows(RowSink &sink)
{
    RecordWalk walk = m_chunk.records();
    while (const auto spot = walk.next()) {
        const EventRow read = row(*spot);
        sink.row(read, RecordContent(*this, *spot));
        ++m_report.records;
    }
    m_report.damages.insert(m_report.damages.end(), walk.damages().begin(), walk.damages().end());
    return std::move(m_report);
}

EventRow ChunkReader::row(const RecordSpot &spot)
{
    EventRow row{.time = {spot.written}, .recordId = spot.id, .place = m_chunk.base() + spot.offset};
    m_fragment.start(spot.offset + RecordHeaderSize, endOf(spot));
    auto fault = m_fragment.next() ? std::nullopt : nothingAt(spot);
    if (!fault)
        m_fragment.plan().fill(m_fragment.program(), m_fragment.values(), m_names, row);
    if (m_fragment.fault())
        fault = m_fragment.fault();
    if (m_chunk.isDamaged() || fault)
        row.marks = RowMark::InDamage;
    tell(fault);
    return row;
}

/// A broken template is met by each of its records, and told once.
void ChunkReader::tell(const std::optional<Program::Fault> &fault)
{
    if (!fault)
        return;
    const Damage damage{
        .offset = m_chunk.base() + fault->offset, .length = 1, .code = fault->code, .what = "binary XML"};
    if (std::ranges::find(m_report.damages, damage) == m_report.damages.end())
        m_report.damages.push_back(damage);
}

PartReport ChunkReader::dump(DumpForm form, OutBuffer &out)
{
    RecordWalk walk = m_chunk.records();
    while (const auto spot = walk.next()) {
        write(*spot, form, out);
        out.append('\n');
        ++m_report.records;
    }
    m_report.damages.insert(m_report.damages.end(), walk.damages().begin(), walk.damages().end());
    return std::move(m_report);
}

void ChunkReader::write(const RecordSpot &spot, DumpForm form, OutBuffer &out)
{
    if (form == DumpForm::Xml) {
        XmlWriter writer(out);
        write(spot, writer);
        writer.finish();
    } else {
        JsonWriter writer(out);
        write(spot, writer);
        writer.finish();
    }
}

template<typename Writer>
void ChunkReader::write(const RecordSpot &spot, Writer &writer)
{
    const auto fault = ProgramWalk(m_templates, writer).fragment(spot.offset + RecordHeaderSize, endOf(spot));
    tell(fault || !writer.isEmpty() ? fault : nothingAt(spot));
}

EventValues ChunkReader::values(const RecordSpot &spot)
{
    ContentCollector collector;
    ProgramWalk(m_templates, collector).fragment(spot.offset + RecordHeaderSize, endOf(spot));
    return collector.take();
}

Event ChunkReader::event(const RecordSpot &spot)
{
    Event event;
    event.time = {spot.written};
    m_fragment.start(spot.offset + RecordHeaderSize, endOf(spot));
    if (m_fragment.next())
        m_fragment.plan().fill(m_fragment.program(), m_fragment.values(), event);
    else
        event.recordId = spot.id;
    event.content = values(spot);
    return event;
}

} // namespace evident::evtx
