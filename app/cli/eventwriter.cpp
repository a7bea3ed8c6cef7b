// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventwriter.h"

#include "wording/description.h"

namespace evident {

namespace {

class EventSink final : public RowSink {
public:
    EventSink(const WriterContext &context, const std::function<void(const Event &, const QString &)> &visit)
        : m_context(context)
        , m_visit(visit)
    {
    }

    void row(const EventRow &row, const EventContent &content) override
    {
        if (has(row.marks, RowMark::Recovered))
            return;
        const Matches matches = m_context.matcher.match(row, content, m_context.names, m_cache);
        const Article *article =
            matches.empty() ? nullptr : &m_context.matcher.shelf().article(matches.front().article);
        Event event = headOf(row);
        event.content = content.values();
        event.renderedMessage = content.message();
        m_visit(event, describe(event, article).text);
    }

private:
    [[nodiscard]] Event headOf(const EventRow &row) const
    {
        const Names &names = m_context.names;
        Event event;
        event.time = row.time;
        if (row.recordId != 0)
            event.recordId = row.recordId;
        event.id = row.id;
        event.level = row.level;
        event.task = row.task;
        event.opcode = row.opcode;
        event.keywords = row.keywords;
        event.processId = row.processId;
        event.threadId = row.threadId;
        event.provider = names.text(row.provider);
        event.sourceName = names.text(row.sourceName);
        event.channel = names.text(row.channel);
        event.computer = names.text(row.computer);
        event.user = names.text(row.user);
        event.activityId = row.activity.text(names);
        return event;
    }

    const WriterContext &m_context;
    const std::function<void(const Event &, const QString &)> &m_visit;
    MatchCache m_cache;
};

} // namespace

PartReport forEachEvent(const LogReader &reader, std::size_t part, const WriterContext &context,
    const std::function<void(const Event &, const QString &)> &visit)
{
    EventSink sink(context, visit);
    return reader.readPart(part, sink);
}

} // namespace evident
