// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/contentsearch.h"

#include <algorithm>

namespace evident {

ContentSearch::ContentSearch(const TextNeedle &text, const Names &names, const Shelf &shelf)
    : m_text(text)
    , m_names(names)
    , m_shelf(shelf)
    , m_summaries([&text](QStringView summary) { return text.isIn(summary) ? Matching::Yes : Matching::No; },
          SummarySearch::Pieces::Tell, shelf, names)
{
}

bool ContentSearch::holds(const EventBatch &batch, std::size_t index, const EventContent &content)
{
    const bool spansLines = m_text.text().contains(u'\n');
    const Holding holding = spansLines ? Holding::Unknown : content.holding(m_text);
    if (holding == Holding::InValue)
        return true;
    if (holding == Holding::Unknown)
        return inDecoded(batch, index, decoded(content));
    const auto article = bestArticle(batch, index, m_shelf);
    if (!article)
        return holding == Holding::InLine;
    const auto told = m_summaries.look(*article, batch, index, content);
    return told ? *told == Matching::Yes : inDecoded(batch, index, decoded(content));
}

bool ContentSearch::inDecoded(const EventBatch &batch, std::size_t index, const RowContent &content) const
{
    const auto holds = [this](const EventValue &value) {
        return !value.text.isEmpty() && (m_text.isIn(value.text) || m_text.isIn(value.name));
    };
    if (std::ranges::any_of(content.values.values, holds) || m_text.isIn(content.message))
        return true;
    // A description made of values holds nothing beyond them but what joins them; only another one is worth making.
    const QString &text = m_text.text();
    const bool joinsMatter = text.contains(u':') || text.contains(u'\n') || text.startsWith(u' ');
    return (batch.highlight[index] != 0 || joinsMatter)
        && m_text.isIn(rowDescription(batch, index, content, m_names, m_shelf));
}

} // namespace evident
