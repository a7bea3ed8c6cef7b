// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes .evt logs as Windows NT 3.1 to Server 2003 do (Windows SDK, "Event Log File Format"): growing ones straight to
// a stream, however large, and rings that overwrite their oldest records. Made for one file; finish() closes it.
//
//     std::ostringstream out;
//     forge::EvtFile log(out);
//     log.add({.generated = 920'000'000, .eventId = 0xC00003F0, .type = forge::EvtType::Error, .source = u"Perflib", …});
//     log.finish();

#include "forge/blob.h"

#include <deque>
#include <iosfwd>
#include <vector>

namespace forge {

enum class EvtType : std::uint16_t {
    Success = 0,
    Error = 1,
    Warning = 2,
    Information = 4,
    AuditSuccess = 8,
    AuditFailure = 16
};

struct EvtEvent {
    std::uint32_t generated = 0; ///< seconds since 1970, UTC
    std::uint32_t written = 0; ///< the same as generated when 0
    std::uint32_t eventId = 0; ///< with severity and facility in its high half
    EvtType type = EvtType::Information;
    std::uint16_t category = 0;
    std::u16string source;
    std::u16string computer;
    std::string sid; ///< binary, see forge::sid; empty for none
    std::vector<std::u16string> strings;
    std::string data;
};

enum class EvtState : std::uint8_t {
    Closed, ///< header and end-of-file record agree
    InUse, ///< copied while the log was open: dirty flag, and the header still as it was when the log was new
};

struct EvtOptions {
    std::uint32_t ringSize = 0; ///< size of the whole file; 0: grows, never wraps. Rings are kept in memory.
    EvtState state = EvtState::Closed;
    std::uint32_t firstNumber = 1;
};

/// A record that is in the log.
struct EvtPlace {
    std::uint32_t place = 0; ///< file offset
    std::uint32_t size = 0;
    std::uint32_t number = 0;
};

class EvtFile {
public:
    /// @p out must be seekable and outlive the writer.
    explicit EvtFile(std::ostream &out, EvtOptions options = {});
    EvtFile(const EvtFile &) = delete;
    EvtFile &operator=(const EvtFile &) = delete;

    void add(const EvtEvent &event);
    /// Writes the end-of-file record and the header.
    void finish();

    /// What is in the log, oldest first; in a ring, what was overwritten has left it.
    [[nodiscard]] const std::deque<EvtPlace> &records() const { return m_records; }
    /// File offset of the end-of-file record, after finish().
    [[nodiscard]] std::uint32_t end() const { return m_end; }
    [[nodiscard]] bool hasWrapped() const { return m_wrapped; }

private:
    void makeRoom(std::uint32_t size);
    void fillToRingEnd();
    void put(std::uint32_t place, std::string_view bytes);
    [[nodiscard]] std::uint32_t freeBytes() const;
    [[nodiscard]] std::string header() const;
    [[nodiscard]] std::string endOfFile() const;

    std::ostream &m_out;
    EvtOptions m_options;
    std::string m_ring; ///< the whole file, for rings alone
    std::deque<EvtPlace> m_records;
    std::uint32_t m_end = 0x30;
    std::uint32_t m_next;
    bool m_wrapped = false;
};

} // namespace forge
