// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows column by column, sealed: what a worker made of one part of a log. Shared by const pointer between the store,
// queries on workers and the view; nothing changes in it any more. About 28 bytes a row.

#include "formats/logreader.h"
#include "knowledge/matcher.h"
#include "store/fewvalues.h"
#include "store/nearnumbers.h"

#include <QString>

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

    std::vector<std::uint64_t> time; ///< ticks
    NearNumbers recordId;
    NearNumbers place;
    FewValues<std::uint64_t> keywords;
    FewValues<std::uint32_t> processId;
    FewValues<std::uint32_t> threadId;
    FewValues<NameId> provider;
    FewValues<NameId> channel;
    FewValues<NameId> computer;
    FewValues<NameId> user;
    FewValues<ActivityId> activity;
    FewValues<std::uint16_t> id;
    FewValues<std::uint16_t> task;
    FewValues<std::uint8_t> opcode;
    FewValues<Level> level;
    FewValues<RowMark> marks;
    FewValues<Highlight> highlight;

    std::vector<RowSubject> rowSubjects; ///< by row
    QStringList subjects; ///< the different ones of this batch

    [[nodiscard]] std::size_t size() const { return time.size(); }
    /// Empty where the row has none.
    [[nodiscard]] QString subjectOf(std::size_t index) const;
};

/// The columns of one row as an Event without its content: what can be told without reading the log again.
[[nodiscard]] Event rowHead(const EventBatch &batch, std::size_t index, const Names &names);

/// A RowSink that fills a batch and asks the matcher for each row's highlight. One per span of parts, owned by its job.
class BatchBuilder final : public RowSink {
public:
    BatchBuilder(std::shared_ptr<const LogReader> reader, std::uint32_t log, const Matcher &matcher, const Names &names,
        PartSpan parts = {});
    BatchBuilder(const BatchBuilder &) = delete;
    BatchBuilder &operator=(const BatchBuilder &) = delete;
    ~BatchBuilder() override;
    void row(const EventRow &row, const EventContent &content) override;
    /// The batch, with its vectors cut to size; the builder is empty after it.
    [[nodiscard]] std::shared_ptr<const EventBatch> seal();

private:
    void noteSubject(ArticleNumber article, const EventRow &row, const EventContent &content);

    const Matcher &m_matcher;
    const Names &m_names;
    std::unique_ptr<MatchCache> m_cache;
    QHash<QString, std::uint32_t> m_subjects; ///< by its folded text
    std::shared_ptr<EventBatch> m_batch;
};

} // namespace evident
