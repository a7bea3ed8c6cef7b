// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One log, opened and recognised. A LogReader knows the log's head and its parts; a part is a piece that can be read
// without the others (a 64 KiB chunk of an .evtx), so workers share a log between them. Immutable after open() and safe
// to call from several threads; the events of all parts in order are the log's events in the order of the file.
// Owned by shared_ptr: every batch of rows keeps its reader alive, to decode an event again when it is looked at.

#include "bytes/bytesource.h"
#include "bytes/outbuffer.h"
#include "events/damage.h"
#include "events/rowsink.h"

#include <memory>

namespace evident {

/// The kinds of log; the names of `info --json`.
enum class LogFormat : std::uint8_t { Evtx, Evt, Xml, Csv, Txt, Jsonl };
[[nodiscard]] QLatin1StringView logFormatName(LogFormat format);

enum class DumpForm : std::uint8_t { Xml, JsonLines };

/// What reading one part came to.
struct PartReport {
    std::uint64_t records = 0; ///< handed on as rows without RowMark::Recovered
    std::uint64_t recovered = 0; ///< handed on as rows with it
    Damages damages;
};

class LogReader {
public:
    LogReader() = default;
    LogReader(const LogReader &) = delete;
    LogReader &operator=(const LogReader &) = delete;
    virtual ~LogReader() = default;

    [[nodiscard]] virtual LogFormat format() const = 0;
    /// The log says of itself that it was not closed properly.
    [[nodiscard]] virtual bool isDirty() const = 0;
    /// Damage met while opening: the file's head, bytes that belong to no part.
    [[nodiscard]] virtual const Damages &headDamages() const = 0;
    [[nodiscard]] virtual const ByteSource &source() const = 0;

    [[nodiscard]] virtual std::size_t partCount() const = 0;
    /// Bytes of the file that part @p part covers, for progress.
    [[nodiscard]] virtual std::uint64_t partBytes(std::size_t part) const = 0;
    /// Hands every event of the part to @p sink. Never fails as a whole: what cannot be read is damage.
    virtual PartReport readPart(std::size_t part, RowSink &sink) const = 0;
    /// Writes every event of the part as `dump` prints it: one line of JSON each, or one Event element each.
    /// Recovered records are left out. Answers as readPart does.
    virtual PartReport dumpPart(std::size_t part, DumpForm form, OutBuffer &out) const = 0;

    /// The event whose row had this place. Errors: BadOffset when no record begins there, and what reading gives.
    [[nodiscard]] virtual Result<Event> event(std::uint64_t place) const = 0;
    /// The same event as Windows' XML (one Event element, unindented) or as a line of JSON.
    [[nodiscard]] virtual Result<QByteArray> eventAs(std::uint64_t place, DumpForm form) const = 0;
};

} // namespace evident
