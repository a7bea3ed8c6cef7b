// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A log on its way into the store: its spans are read in any order by several workers and given back in the order of
// the file; or, of a classic log of another computer, pieces come one by one, each with a reader of its own. Owned by the session while the log loads, used on the GUI thread alone.

#include "session/classicloading.h"

#include <map>

namespace evident {

class LogLoading {
public:
    explicit LogLoading(CancelFlag cancelled)
        : m_cancelled(std::move(cancelled))
    {
    }
    void setReader(std::shared_ptr<const LogReader> reader);

    /// Counts the rows of a piece. A log that comes in pieces has no spans.
    void addPiece(const ClassicPiece &piece);
    /// That older pieces did not come, and why: so the log is known as a part wherever it is spoken of.
    void noteMissing(ErrorCode why);

    [[nodiscard]] const CancelFlag &cancelled() const { return m_cancelled; }
    /// Of pieces, that of the first one.
    [[nodiscard]] const std::shared_ptr<const LogReader> &reader() const { return m_reader; }
    [[nodiscard]] const std::vector<PartSpan> &spans() const { return m_spans; }

    /// Keeps the answer for span number @p span.
    void keep(std::size_t span, LoadedSpan loaded) { m_waiting.emplace(span, std::move(loaded)); }
    /// The next batch in the order of the file, once it is there; its counts are added to the log's.
    [[nodiscard]] std::shared_ptr<const EventBatch> takeNext();
    [[nodiscard]] bool isComplete() const { return m_reader != nullptr && m_next == m_spans.size(); }
    /// Of a log that comes in pieces: its records that are here, and how many are expected; 0 when nobody knows.
    [[nodiscard]] std::uint64_t recordsHere() const { return m_recordsHere; }
    [[nodiscard]] std::uint64_t recordsExpected() const { return m_recordsExpected; }
    /// Of the log's bytes, or of its records, 0 to 1000, counting what was taken.
    [[nodiscard]] int permille() const;
    /// The highest record id of what was taken, and the part it stands in.
    [[nodiscard]] std::uint64_t newestRecord() const { return m_newestRecord; }
    [[nodiscard]] std::size_t newestPart() const { return m_newestPart; }
    /// What was taken so far, counted.
    [[nodiscard]] LogInfo info(const Names &names) const;

private:
    void count(const LoadedSpan &loaded);

    CancelFlag m_cancelled;
    std::shared_ptr<const LogReader> m_reader;
    std::vector<PartSpan> m_spans;
    std::map<std::size_t, LoadedSpan> m_waiting;
    std::size_t m_next = 0;
    LogCounter m_counter;
    PartReport m_report;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_allBytes = 0;
    std::uint64_t m_pieceBytes = 0; ///< of the sources of all pieces
    std::uint64_t m_recordsHere = 0;
    std::uint64_t m_recordsExpected = 0;
    std::uint64_t m_newestRecord = 0;
    std::size_t m_newestPart = 0;
};

} // namespace evident
