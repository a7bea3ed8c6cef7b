// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Decodes the records of one chunk: as rows, as a dump, or one of them as a whole event. Made for one use of one chunk
// on one thread; owns the templates it compiles.

#include "formats/evtx/chunk.h"
#include "formats/evtx/fragment.h"
#include "formats/evtx/partnames.h"
#include "formats/logreader.h"

namespace evident::evtx {

class ChunkReader {
public:
    /// Both must outlive the ChunkReader.
    ChunkReader(const Chunk &chunk, Names &names);

    /// Hands every record to @p sink.
    [[nodiscard]] PartReport rows(RowSink &sink);
    /// Writes every record to @p out.
    [[nodiscard]] PartReport dump(DumpForm form, OutBuffer &out);
    /// The record at @p spot.
    [[nodiscard]] Event event(const RecordSpot &spot);
    void write(const RecordSpot &spot, DumpForm form, OutBuffer &out);
    [[nodiscard]] EventValues values(const RecordSpot &spot);

private:
    [[nodiscard]] EventRow row(const RecordSpot &spot);
    template<typename Writer>
    void write(const RecordSpot &spot, Writer &writer);
    void tell(const std::optional<Program::Fault> &fault);
    /// Where the binary XML of a record ends.
    [[nodiscard]] static std::size_t endOf(const RecordSpot &spot) { return spot.offset + spot.size - 4; }

    const Chunk &m_chunk;
    TemplateTable m_templates;
    PartNames m_names;
    FragmentReader m_fragment;
    PartReport m_report;
};

} // namespace evident::evtx
