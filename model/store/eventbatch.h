// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows column by column, sealed: what a worker made of one part of a log. Shared by const pointer between the store,
// queries on workers and the view; nothing changes in it any more. About 25 bytes a row.

#include "formats/logreader.h"
#include "knowledge/matcher.h"
#include "store/fewvalues.h"
#include "store/nearnumbers.h"
#include "store/rowkind.h"
#include "store/timecolumn.h"

#include <QString>

#include <array>
#include <memory>
#include <vector>

namespace evident {

/// The article that explains a row best: 0 none, else ArticleNumber + 1.
using Highlight = std::uint16_t;

/// Neighbouring parts of a log.
struct PartSpan {
    std::size_t first = 0;
    std::size_t count = 0;
};

/// What the checks of a row's article ask about, where that depends on the event: "MSExchangeIMC". Rows without such an
/// article have none.
struct RowSubject {
    std::uint32_t row = 0; ///< of the batch
    std::uint32_t subject = 0; ///< index into EventBatch::subjects
};

struct EventBatch {
    std::shared_ptr<const LogReader> reader; ///< decodes a row again by its place
    std::uint32_t log = 0; ///< number of the open log (Session) or of the file (command line)
    PartSpan parts; ///< what the rows were read from, so that a search reads each part once; empty when not known

    TimeColumn time;
    NearNumbers recordId;
    NearNumbers place;
    PackedNumbers processId;
    PackedNumbers threadId;
    FewValues<RowKind> kind; ///< who wrote it and which event it is
    FewValues<ActivityId> activity;
    FewValues<Highlight> highlight;

    std::vector<RowSubject> rowSubjects; ///< by row
    QStringList subjects; ///< the different ones of this batch

    [[nodiscard]] std::size_t size() const { return time.size(); }
    /// Empty where the row has none.
    [[nodiscard]] QString subjectOf(std::size_t index) const;
};

/// The columns of one row as an Event without its content: what can be told without reading the log again.
[[nodiscard]] Event rowHead(const EventBatch &batch, std::size_t index, const Names &names);

/// A RowSink that collects rows, asks the matcher for each one's highlight, and makes a batch of them in the end. One per span of parts,
/// owned by its job.
class BatchBuilder final : public RowSink {
public:
    BatchBuilder(std::shared_ptr<const LogReader> reader, std::uint32_t log, const Matcher &matcher, const Names &names,
        PartSpan parts = {});
    BatchBuilder(const BatchBuilder &) = delete;
    BatchBuilder &operator=(const BatchBuilder &) = delete;
    ~BatchBuilder() override;
    void row(const EventRow &row, const EventContent &content) override;
    /// The highest record id of all rows so far.
    [[nodiscard]] std::uint64_t newestRecord() const { return m_newestRecord; }
    /// The batch of all rows so far, none larger than it must be; the builder is empty after it.
    [[nodiscard]] std::shared_ptr<const EventBatch> seal();

private:
    /// What a row does not share with those of its kind.
    struct Row {
        std::uint64_t time = 0;
        std::uint64_t recordId = 0;
        std::uint64_t place = 0;
        ActivityId activity;
        std::uint32_t processId = 0;
        std::uint32_t threadId = 0;
        std::uint32_t kind = 0; ///< its number
        std::uint32_t highlight = 0; ///< its number
    };
    /// What articles say of the rows of one kind.
    struct KindMatch {
        std::shared_ptr<const MatchQuestion> question; ///< for each row; null: all have one highlight
        std::uint32_t highlight = 0; ///< its number
    };
    /// The kind of rows that their reader calls alike.
    struct AlikeRows {
        std::uint32_t likeness = 0;
        std::uint32_t kind = 0;
    };
    [[nodiscard]] std::uint32_t kindOf(const EventRow &row, const EventContent &content)
    {
        const AlikeRows &alike = m_alike[row.likeness % m_alike.size()];
        return row.likeness != 0 && alike.likeness == row.likeness ? alike.kind : findKind(row, content);
    }
    [[nodiscard]] std::uint32_t findKind(const EventRow &row, const EventContent &content);
    [[nodiscard]] KindMatch kindMatch(const EventRow &row, const EventContent &content);
    [[nodiscard]] Highlight matched(const MatchQuestion &question, const EventRow &row, const EventContent &content);
    [[nodiscard]] std::uint32_t highlightNumber(Highlight highlight);
    void noteSubject(const QString &subject);
    [[nodiscard]] std::uint32_t subjectNumber(const QString &subject);
    void fillColumns(EventBatch &batch) const;

    const Matcher &m_matcher;
    const Names &m_names;
    std::unique_ptr<MatchCache> m_cache;
    std::shared_ptr<const LogReader> m_reader;
    std::uint32_t m_log;
    PartSpan m_parts;
    std::vector<Row> m_rows;
    std::uint64_t m_newestRecord = 0;
    DifferentValues<RowKind> m_kinds;
    std::array<AlikeRows, 256> m_alike; ///< by likeness
    std::vector<KindMatch> m_matches; ///< by kind
    std::vector<Highlight> m_highlights; ///< by number
    std::vector<std::uint32_t> m_highlightNumbers; ///< plus 1, by highlight; 0: there was none yet
    std::vector<RowSubject> m_rowSubjects;
    QStringList m_subjects;
    QHash<QString, std::uint32_t> m_subjectNumbers; ///< by its folded text; counted from 1
    /// A subject that the matcher answered with; its next answer for a row like that is the same copy.
    struct KnownSubject {
        QString text;
        std::uint32_t number = 0; ///< counted from 1
    };
    std::array<KnownSubject, 64> m_knownSubjects; ///< by where the text lies
};

} // namespace evident
