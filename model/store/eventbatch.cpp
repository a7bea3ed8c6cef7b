// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventbatch.h"

#include <algorithm>
#include <utility>

namespace evident {

namespace {

template<typename Batch, typename Visit>
void forEachColumn(Batch &batch, Visit visit)
{
    visit(batch.time);
    visit(batch.recordId);
    visit(batch.place);
    visit(batch.keywords);
    visit(batch.processId);
    visit(batch.threadId);
    visit(batch.provider);
    visit(batch.channel);
    visit(batch.computer);
    visit(batch.user);
    visit(batch.activity);
    visit(batch.id);
    visit(batch.task);
    visit(batch.opcode);
    visit(batch.level);
    visit(batch.marks);
    visit(batch.highlight);
}

} // namespace

Event rowHead(const EventBatch &batch, std::size_t index, const Names &names)
{
    Event event;
    event.time = Timestamp{batch.time[index]};
    if (batch.recordId[index] != 0)
        event.recordId = batch.recordId[index];
    event.id = batch.id[index];
    event.level = batch.level[index];
    event.task = batch.task[index];
    event.opcode = batch.opcode[index];
    event.keywords = batch.keywords[index];
    event.processId = batch.processId[index];
    event.threadId = batch.threadId[index];
    event.provider = names.text(batch.provider[index]);
    event.channel = names.text(batch.channel[index]);
    event.computer = names.text(batch.computer[index]);
    event.user = names.text(batch.user[index]);
    event.activityId = batch.activity[index].text(names);
    return event;
}

BatchBuilder::BatchBuilder(std::shared_ptr<const LogReader> reader, std::uint32_t log, const Matcher &matcher,
    const Names &names, PartSpan parts)
    : m_matcher(matcher)
    , m_names(names)
    , m_cache(matcher.takeCache())
    , m_batch(std::make_shared<EventBatch>())
{
    m_batch->reader = std::move(reader);
    m_batch->log = log;
    m_batch->parts = parts;
}

QString EventBatch::subjectOf(std::size_t index) const
{
    const auto found = std::ranges::lower_bound(rowSubjects, index, {}, &RowSubject::row);
    return found != rowSubjects.end() && found->row == index ? subjects[found->subject] : QString();
}

BatchBuilder::~BatchBuilder()
{
    m_matcher.giveBack(std::move(m_cache));
}

/// Rows whose article asks about something that the event names are few: their values are read once more.
void BatchBuilder::noteSubject(ArticleNumber article, const EventRow &row, const EventContent &content)
{
    const QString subject = m_matcher.subject(article, row, content, m_names);
    std::uint32_t &number = m_subjects[subject.toCaseFolded()]; // counted from 1
    if (number == 0) {
        m_batch->subjects.append(subject);
        number = static_cast<std::uint32_t>(m_batch->subjects.size());
    }
    m_batch->rowSubjects.push_back({.row = static_cast<std::uint32_t>(m_batch->size()), .subject = number - 1});
}

void BatchBuilder::row(const EventRow &row, const EventContent &content)
{
    const auto best = m_matcher.best(row, content, m_names, *m_cache);
    if (best && m_matcher.hasSubjects(*best))
        noteSubject(*best, row, content);
    const auto highlight = best ? std::to_underlying(*best) + 1 : 0;

    m_batch->time.push_back(row.time.ticks);
    m_batch->recordId.push_back(row.recordId);
    m_batch->place.push_back(row.place);
    m_batch->keywords.push_back(row.keywords);
    m_batch->processId.push_back(row.processId);
    m_batch->threadId.push_back(row.threadId);
    m_batch->provider.push_back(row.provider);
    m_batch->channel.push_back(row.channel);
    m_batch->computer.push_back(row.computer);
    m_batch->user.push_back(row.user);
    m_batch->activity.push_back(row.activity);
    m_batch->id.push_back(row.id);
    m_batch->task.push_back(row.task);
    m_batch->opcode.push_back(row.opcode);
    m_batch->level.push_back(row.level);
    m_batch->marks.push_back(row.marks);
    m_batch->highlight.push_back(static_cast<Highlight>(highlight));
}

std::shared_ptr<const EventBatch> BatchBuilder::seal()
{
    auto empty = std::make_shared<EventBatch>();
    empty->reader = m_batch->reader;
    empty->log = m_batch->log;
    forEachColumn(*m_batch, [](auto &column) { column.shrink_to_fit(); });
    m_batch->rowSubjects.shrink_to_fit();
    m_subjects.clear();
    return std::exchange(m_batch, std::move(empty));
}

} // namespace evident
