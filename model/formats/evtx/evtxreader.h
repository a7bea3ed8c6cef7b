// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The reader of .evtx logs, Windows Vista and later. A part is one 64 KiB slot of the file; each is read, judged and
// decoded by itself. Owned as every LogReader. Specification: Metz, "Windows XML Event Log (EVTX) format"; [MS-EVEN6] 2.2.12; where real
// files disagree with them, the files are right.

#include "formats/evtx/chunk.h"
#include "formats/evtx/fileheader.h"
#include "formats/evtx/recording.h"
#include "formats/evtx/rowshapes.h"
#include "formats/evtx/spares.h"
#include "formats/evtx/templatestore.h"
#include "formats/evtx/writtenrecord.h"
#include "formats/logreader.h"

namespace evident {

/// @p head: the first bytes of a file, up to its first chunk's header where it reaches so far.
[[nodiscard]] bool sniffEvtx(Bytes head);
/// @p names must outlive the reader. Errors: UnsupportedVersion, Truncated inside the file's head, ReadFailed.
[[nodiscard]] Result<std::shared_ptr<const LogReader>> openEvtx(std::shared_ptr<const ByteSource> source, Names &names);

namespace evtx {

class EvtxReader final : public LogReader {
public:
    EvtxReader(std::shared_ptr<const ByteSource> source, Names &names, FileHeader header);

    [[nodiscard]] LogFormat format() const override { return LogFormat::Evtx; }
    [[nodiscard]] bool isDirty() const override { return m_isDirty; }
    [[nodiscard]] const Damages &headDamages() const override { return m_header.damages; }
    [[nodiscard]] const ByteSource &source() const override { return *m_source; }
    [[nodiscard]] std::size_t partCount() const override;
    [[nodiscard]] std::uint64_t partBytes(std::size_t part) const override;
    PartReport readPart(std::size_t part, RowSink &sink) const override;
    PartReport dumpPart(std::size_t part, DumpForm form, OutBuffer &out) const override;
    [[nodiscard]] Result<Event> event(std::uint64_t place) const override;
    [[nodiscard]] Result<QByteArray> eventAs(std::uint64_t place, DumpForm form) const override;

    /// Hands the records that dumpPart() would write to @p take, to be written again. Answers as it does, but counts no
    /// recovered records.
    PartReport copyPart(std::size_t part, const TakeRecord &take) const;
    /// The same with the record at @p place. Errors as event().
    [[nodiscard]] Result<void> copyRecord(std::uint64_t place, const TakeRecord &take) const;

private:
    [[nodiscard]] Result<Chunk> chunk(std::size_t part) const;
    [[nodiscard]] Checksums checksums() const;
    [[nodiscard]] Damage unreadable(std::size_t part, const Error &error) const;
    /// Finds the record at @p place and answers what @p decode makes of it.
    template<typename Answer, typename Decode>
    [[nodiscard]] Result<Answer> decode(std::uint64_t place, Decode decode) const;
    [[nodiscard]] bool hasMoreChunksThanItSays() const;

    std::shared_ptr<const ByteSource> m_source;
    Names &m_names;
    // Caches: what they hold changes nothing that is answered.
    mutable Spares<ChunkRoom> m_rooms;
    mutable TemplateStore m_templates;
    mutable Spares<Recordings> m_recordings;
    mutable Spares<RowMemory> m_memories;
    FileHeader m_header;
    bool m_isDirty = false;
};

} // namespace evtx

} // namespace evident
