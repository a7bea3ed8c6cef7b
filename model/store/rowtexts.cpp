// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rowtexts.h"

#include "store/contentsearch.h"
#include "wording/description.h"

#include <algorithm>
#include <limits>

namespace evident {

namespace {

using Visit = std::function<void(std::size_t, const EventContent &)>;

/// Walks along with the reader, which hands on the same rows in the same order as when the batch was made.
class Revisit final : public RowSink {
public:
    Revisit(
        const EventBatch &batch, std::span<std::uint8_t> wanted, const Visit &visit, const std::atomic_bool &cancelled)
        : m_batch(batch)
        , m_wanted(wanted)
        , m_visit(visit)
        , m_cancelled(cancelled)
    {
    }

    void row(const EventRow &row, const EventContent &content) override
    {
        const std::size_t index = m_batch.place.find(row.place, m_next);
        if (index == m_batch.size())
            return; // written to the file after the batch was made
        m_next = index + 1;
        if (m_wanted[index] == 0 || m_cancelled)
            return;
        m_wanted[index] = 0;
        m_visit(index, content);
    }

private:
    const EventBatch &m_batch;
    std::span<std::uint8_t> m_wanted;
    const Visit &m_visit;
    const std::atomic_bool &m_cancelled;
    std::size_t m_next = 0;
};

/// An event that was decoded by itself.
class WholeContent final : public EventContent {
public:
    explicit WholeContent(const Event &event)
        : m_event(event)
    {
    }
    [[nodiscard]] EventValues values() const override { return m_event.content; }
    [[nodiscard]] QString message() const override { return m_event.renderedMessage; }

private:
    const Event &m_event;
};

constexpr std::size_t RowsWorthAPart = 4; // fewer rows of a part are read one by one

} // namespace

void visitContents(
    const EventBatch &batch, std::span<std::uint8_t> wanted, const Visit &visit, const std::atomic_bool &cancelled)
{
    const auto count =
        static_cast<std::size_t>(std::ranges::count_if(wanted, [](std::uint8_t flag) { return flag != 0; }));
    if (batch.parts.count > 0 && count >= std::min(batch.parts.count * RowsWorthAPart, batch.size())) {
        Revisit sink(batch, wanted, visit, cancelled);
        for (std::size_t part = 0; part < batch.parts.count && !cancelled; ++part)
            static_cast<void>(batch.reader->readPart(batch.parts.first + part, sink));
    }
    for (std::size_t i = 0; i < wanted.size() && !cancelled; ++i) {
        if (wanted[i] == 0)
            continue;
        if (const auto event = batch.reader->event(batch.place[i])) {
            wanted[i] = 0;
            visit(i, WholeContent(*event));
        }
    }
}

QString rowDescription(
    const EventBatch &batch, std::size_t index, const RowContent &content, const Names &names, const Shelf &shelf)
{
    const auto article = bestArticle(batch, index, shelf);
    Event event = article ? rowHead(batch, index, names) : Event{};
    event.content = content.values;
    event.renderedMessage = content.message;
    return describe(event, article ? &shelf.article(*article) : nullptr).text;
}

TextSearch::TextSearch(const QString &text, const Names &names, const Shelf &shelf)
    : m_text(text)
    , m_names(names)
    , m_shelf(shelf)
    , m_inName(names.count(), 0)
{
    for (std::uint32_t id = 0; id < m_inName.size(); ++id)
        m_inName[id] = m_text.isIn(names.text(static_cast<NameId>(id))) ? 1 : 0;

    constexpr std::uint32_t Ids = std::numeric_limits<std::uint16_t>::max() + 1U;
    const bool isNumber = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    for (std::uint32_t id = 0; isNumber && id < Ids; ++id)
        m_inId.push_back(m_text.isIn(QString::number(id)) ? 1 : 0);
}

bool TextSearch::inHead(const RowKind &kind) const
{
    const auto holds = [this](NameId name) {
        const auto id = static_cast<std::size_t>(name);
        return id < m_inName.size() && m_inName[id] != 0;
    };
    return holds(kind.provider()) || holds(kind.computer()) || holds(kind.user())
        || (!m_inId.empty() && m_inId[kind.id()] != 0);
}

void TextSearch::narrow(
    const EventBatch &batch, std::span<std::uint8_t> passes, const std::atomic_bool &cancelled) const
{
    std::vector<std::uint8_t> inHeads; // by kind
    for (const RowKind &kind : batch.kind.values())
        inHeads.push_back(inHead(kind) ? 1 : 0);
    std::vector<std::uint8_t> open(passes.begin(), passes.end());
    batch.kind.withNumbers([&](auto number) {
        for (std::size_t i = 0; i < passes.size(); ++i) {
            passes[i] &= inHeads[number(i)];
            open[i] ^= passes[i];
        }
    });
    ContentSearch contents(m_text, m_names, m_shelf);
    const auto visit = [&](std::size_t index, const EventContent &content) {
        if (contents.holds(batch, index, content))
            passes[index] = 1;
    };
    visitContents(batch, open, visit, cancelled);
}

} // namespace evident
