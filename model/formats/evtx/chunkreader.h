// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Decodes the records of one chunk: as rows, as a dump, or one of them as a whole event. Made for one use of one chunk
// on one thread; owns the templates it compiles.

#include "formats/evtx/chunk.h"
#include "formats/evtx/fragment.h"
#include "formats/evtx/recording.h"
#include "formats/evtx/rowshapes.h"
#include "formats/evtx/writtenrecord.h"
#include "formats/logreader.h"

namespace evident::evtx {

class ChunkReader {
public:
    /// All of them must outlive the ChunkReader.
    ChunkReader(const Chunk &chunk, TemplateStore &store, Names &names);

    /// Hands every record to @p sink, those that can be recovered behind the log's own. @p memory: of what was read before.
    [[nodiscard]] PartReport rows(RowSink &sink, RowMemory &memory);
    /// Writes every record of the log's own to @p out. @p recordings: how records like them were written before.
    [[nodiscard]] PartReport dump(DumpForm form, OutBuffer &out, Recordings &recordings);
    /// Hands every record of the log's own to @p take, to be written again.
    [[nodiscard]] PartReport copy(const TakeRecord &take);
    void copy(const RecordSpot &spot, const TakeRecord &take);
    /// The record at @p spot.
    [[nodiscard]] Event event(const RecordSpot &spot);
    void write(const RecordSpot &spot, DumpForm form, OutBuffer &out);

private:
    class Content;

    void decode(const RecordSpot &spot, Origin origin);
    [[nodiscard]] bool readShaped(const RecordSpot &spot, RowShapes &shapes, EventRow &row);
    void decodeShaped();
    void find(const RecordSpot &spot);
    [[nodiscard]] EventRow unreadRow(const RecordSpot &spot) const;
    [[nodiscard]] EventRow row(const RecordSpot &spot, KnownNames &names);
    [[nodiscard]] Event decoded(const RecordSpot &spot);
    [[nodiscard]] EventValues decodedValues();
    [[nodiscard]] QString decodedMessage();
    /// The one fragment that all of the current record's content comes from; null where that is not known. Stays until another is asked for.
    [[nodiscard]] const NestedInstance *payload();
    [[nodiscard]] bool mayHaveMessage() const;
    [[nodiscard]] ContentKey contentKey();
    void writeDecoded(DumpForm form, OutBuffer &out, ValueLog *log = nullptr);
    void writeLike(DumpForm form, OutBuffer &out, Recordings &recordings);
    void copyDecoded(const RecordSpot &spot, const TakeRecord &take);
    template<typename Visitor>
    void play(Visitor &visitor);
    void tell();
    [[nodiscard]] std::optional<RecordSpot> nextRecovered(std::size_t &from);

    const Chunk &m_chunk;
    TemplateTable m_templates;
    FragmentReader m_fragment; ///< the record that was decoded last
    Origin m_origin = Origin::Log;
    bool m_isPlayable = false; ///< it holds something, and not more than it may
    std::optional<Program::Fault> m_fault; ///< what is wrong with it
    const RecordSpot *m_shapedSpot =
        nullptr; ///< of the current record when it was read by its shape and not decoded yet
    ShapedRecord m_shaped; ///< what is known of it
    NestedInstance m_decodedPayload; ///< of a record that was decoded
    std::uint64_t m_spent = 0;
    PartReport m_report;
};

} // namespace evident::evtx
