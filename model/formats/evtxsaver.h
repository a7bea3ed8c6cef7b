// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Saves events of any log as an .evtx: those of another .evtx with their templates and typed values as they are, those of other
// logs as the elements that Windows would have written for them. Owned by the job that saves; reads one part and holds one
// chunk at a time.

#include "formats/evtx/eventbuilder.h"
#include "formats/evtx/evtxwriter.h"
#include "formats/logreader.h"

namespace evident {

class EvtxSaver {
public:
    /// @p device as EvtxWriter wants it.
    explicit EvtxSaver(QIODevice &device);

    /// Every event of the part but recovered ones. What could not be read is damage in the report. Errors: WriteFailed,
    /// TooLarge when the file can hold no more; nothing can be added behind one.
    [[nodiscard]] Result<PartReport> addPart(const LogReader &reader, std::size_t part);
    /// The event at a row's place. Errors as LogReader::event() and as above.
    [[nodiscard]] Result<void> addEvent(const LogReader &reader, std::uint64_t place);
    /// Writes what is left. Errors as above.
    [[nodiscard]] Result<void> finish();

    /// Events that were written.
    [[nodiscard]] std::uint64_t saved() const { return m_writer.records(); }
    /// An event that is larger than an .evtx can hold one, and so is not in it.
    struct LeftOut {
        QString log;
        std::uint64_t place;
    };
    [[nodiscard]] const std::vector<LeftOut> &leftOut() const { return m_leftOut; }

private:
    [[nodiscard]] Result<void> build(const LogReader &reader, std::uint64_t place);
    void add(const LogReader &reader, std::uint64_t place, const evtx::WrittenRecord &record);

    evtx::EvtxWriter m_writer;
    evtx::EventBuilder m_builder;
    std::vector<LeftOut> m_leftOut;
    std::optional<Error> m_failure; ///< of the writer; it stays
};

} // namespace evident
