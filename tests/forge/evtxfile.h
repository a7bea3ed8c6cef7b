// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes .evtx logs of Windows Vista and later straight to a stream, however large: header, chunks, checksums, and
// everything that damages them. Made for one file; finish() closes it.
//
//     std::ofstream out("System.evtx", std::ios::binary);
//     forge::EvtxFile log(out);
//     log.add({.time = 133000000000000000, .provider = u"Service Control Manager", .eventId = 7036, …});
//     log.finish();

#include "forge/evtxchunk.h"
#include "forge/evtxevent.h"

#include <iosfwd>

namespace forge {

enum class EvtxState : std::uint8_t {
    Closed,
    InUse, ///< copied while the log was open: dirty flag, and a header that still says one chunk and no record
};

struct EvtxOptions {
    EvtxState state = EvtxState::Closed;
    std::optional<std::uint16_t> claimedChunks = std::nullopt; ///< what the header says instead of the truth
    std::uint16_t minorVersion = 1; ///< 3.1; Windows 11 writes 3.2
    std::uint64_t firstRecordId = 1;
};

class EvtxFile {
public:
    /// @p out must be seekable and outlive the writer.
    explicit EvtxFile(std::ostream &out, EvtxOptions options = {});
    EvtxFile(const EvtxFile &) = delete;
    EvtxFile &operator=(const EvtxFile &) = delete;

    /// Adds an event under the next record id.
    void add(const EvtxEvent &event);
    /// Adds a record of any content under an id of its own.
    void add(std::uint64_t recordId, std::uint64_t fileTime, const Fragment &fragment);
    /// Adds a record header without body and ends the chunk: what copying a log in use tears off.
    void addTorn(std::uint64_t fileTime, std::uint32_t size);
    /// Ends the chunk; the next record begins another.
    void endChunk(Checksums checksums = Checksums::Right);
    /// What endChunk() does from now on where a chunk is full.
    void setChecksums(Checksums checksums) { m_checksums = checksums; }
    void finish();

    /// Records added, torn ones not counted.
    [[nodiscard]] std::uint64_t records() const { return m_records; }
    [[nodiscard]] std::uint64_t chunks() const { return m_chunks; }
    [[nodiscard]] std::uint64_t nextRecordId() const { return m_nextId; }

private:
    [[nodiscard]] std::string header() const;

    std::ostream &m_out;
    EvtxOptions m_options;
    Checksums m_checksums = Checksums::Right;
    EvtxChunk m_chunk;
    EventShapes m_shapes;
    std::uint64_t m_nextId;
    std::uint64_t m_records = 0;
    std::uint64_t m_chunks = 0;
};

} // namespace forge
