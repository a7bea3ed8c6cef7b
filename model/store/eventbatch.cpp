// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventbatch.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace evident {

namespace {

/// The room of builders that are done, for the next one of the thread: asking for it anew costs as much as filling it.
template<typename Row>
std::vector<Row> &spareRows()
{
    thread_local std::vector<Row> spare;
    return spare;
}
Highlight highlightOf(const RowMatch &match)
{
    return match.best ? static_cast<Highlight>(std::to_underlying(*match.best) + 1) : Highlight{0};
}

constexpr std::size_t MostSpareRows = 16'384; // a megabyte for each thread

} // namespace

Event rowHead(const EventBatch &batch, std::size_t index, const Names &names)
{
    Event event;
    event.time = Timestamp{batch.time[index]};
    if (batch.recordId[index] != 0)
        event.recordId = batch.recordId[index];
    const RowKind &kind = batch.kind[index];
    event.id = kind.id();
    event.level = kind.level();
    event.task = kind.task();
    event.opcode = kind.opcode();
    event.keywords = kind.keywords();
    event.processId = static_cast<std::uint32_t>(batch.processId[index]);
    event.threadId = static_cast<std::uint32_t>(batch.threadId[index]);
    event.provider = names.text(kind.provider());
    event.channel = names.text(kind.channel());
    event.computer = names.text(kind.computer());
    event.user = names.text(kind.user());
    event.activityId = batch.activity[index].text(names);
    return event;
}

BatchBuilder::BatchBuilder(std::shared_ptr<const LogReader> reader, std::uint32_t log, const Matcher &matcher,
    const Names &names, PartSpan parts)
    : m_matcher(matcher)
    , m_names(names)
    , m_cache(matcher.takeCache())
    , m_reader(std::move(reader))
    , m_log(log)
    , m_parts(parts)
    , m_rows(std::exchange(spareRows<Row>(), {}))
    , m_highlightNumbers(matcher.shelf().size() + 1)
{
}

BatchBuilder::~BatchBuilder()
{
    m_matcher.giveBack(std::move(m_cache));
    m_rows.clear();
    if (m_rows.capacity() <= MostSpareRows)
        spareRows<Row>() = std::move(m_rows);
}

QString EventBatch::subjectOf(std::size_t index) const
{
    const auto found = std::ranges::lower_bound(rowSubjects, index, {}, &RowSubject::row);
    return found != rowSubjects.end() && found->row == index ? subjects[found->subject] : QString();
}

void BatchBuilder::noteSubject(const QString &subject)
{
    const auto place = reinterpret_cast<std::uintptr_t>(subject.constData());
    KnownSubject &known = m_knownSubjects[(place >> 4 ^ place >> 10) % m_knownSubjects.size()];
    if (known.number == 0 || known.text.constData() != subject.constData() || known.text.size() != subject.size())
        known = {.text = subject, .number = subjectNumber(subject)};
    m_rowSubjects.push_back({.row = static_cast<std::uint32_t>(m_rows.size()), .subject = known.number - 1});
}

/// Its number in the batch, counted from 1; there it is kept once, however it is spelled.
std::uint32_t BatchBuilder::subjectNumber(const QString &subject)
{
    std::uint32_t &number = m_subjectNumbers[subject.toCaseFolded()];
    if (number == 0) {
        m_subjects.append(subject);
        number = static_cast<std::uint32_t>(m_subjects.size());
    }
    return number;
}

Highlight BatchBuilder::matched(const MatchQuestion &question, const EventRow &row, const EventContent &content)
{
    const RowMatch &match = m_matcher.matched(question, row, content, m_names, *m_cache);
    if (match.best && m_matcher.hasSubjects(*match.best))
        noteSubject(match.subject);
    return highlightOf(match);
}

std::uint32_t BatchBuilder::findKind(const EventRow &row, const EventContent &content)
{
    const std::uint32_t kind = m_kinds.numberOf(RowKind(row));
    if (kind == m_matches.size())
        m_matches.push_back(kindMatch(row, content));
    if (row.likeness != 0)
        m_alike[row.likeness % m_alike.size()] = {.likeness = row.likeness, .kind = kind};
    return kind;
}

/// What no content changes is asked once.
BatchBuilder::KindMatch BatchBuilder::kindMatch(const EventRow &row, const EventContent &content)
{
    auto question = m_matcher.question(row, m_names, *m_cache);
    if (!question)
        return {.question = nullptr, .highlight = highlightNumber(0)};
    if (Matcher::looksAtContent(*question))
        return {.question = std::move(question)};
    const RowMatch &match = m_matcher.matched(*question, row, content, m_names, *m_cache);
    if (match.best && m_matcher.hasSubjects(*match.best))
        return {.question = std::move(question)};
    return {.question = nullptr, .highlight = highlightNumber(highlightOf(match))};
}

std::uint32_t BatchBuilder::highlightNumber(Highlight highlight)
{
    std::uint32_t &number = m_highlightNumbers[highlight];
    if (number == 0) {
        m_highlights.push_back(highlight);
        number = static_cast<std::uint32_t>(m_highlights.size());
    }
    return number - 1;
}

void BatchBuilder::row(const EventRow &row, const EventContent &content)
{
    const std::uint32_t kind = kindOf(row, content);
    const KindMatch &match = m_matches[kind];
    const std::uint32_t highlight =
        match.question ? highlightNumber(matched(*match.question, row, content)) : match.highlight;
    m_newestRecord = std::max(m_newestRecord, row.recordId);
    m_rows.push_back({.time = row.time.ticks,
        .recordId = row.recordId,
        .place = row.place,
        .activity = row.activity,
        .processId = row.processId,
        .threadId = row.threadId,
        .kind = kind,
        .highlight = highlight});
}

void BatchBuilder::fillColumns(EventBatch &batch) const
{
    const std::span rows(m_rows);
    batch.time = TimeColumn(rows, &Row::time);
    batch.recordId = NearNumbers(rows, &Row::recordId);
    batch.place = NearNumbers(rows, &Row::place);
    batch.processId = PackedNumbers(rows, &Row::processId);
    batch.threadId = PackedNumbers(rows, &Row::threadId);
    batch.kind = FewValues<RowKind>(m_kinds.all(), rows, &Row::kind);
    batch.activity = FewValues<ActivityId>(rows, &Row::activity);
    batch.highlight = FewValues<Highlight>(m_highlights, rows, &Row::highlight);
}

std::shared_ptr<const EventBatch> BatchBuilder::seal()
{
    auto batch = std::make_shared<EventBatch>();
    batch->reader = m_reader;
    batch->log = m_log;
    batch->parts = std::exchange(m_parts, {});
    fillColumns(*batch);
    m_rowSubjects.shrink_to_fit();
    batch->rowSubjects = std::exchange(m_rowSubjects, {});
    batch->subjects = std::exchange(m_subjects, {});
    m_rows.clear();
    m_kinds.clear();
    m_alike = {};
    m_matches.clear();
    m_highlights.clear();
    std::ranges::fill(m_highlightNumbers, 0);
    m_subjectNumbers.clear();
    m_knownSubjects = {};
    return batch;
}

} // namespace evident
