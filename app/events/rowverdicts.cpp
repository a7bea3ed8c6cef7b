// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/rowverdicts.h"

#include "tables/eventtable.h"

#include <utility>

namespace evident {

std::optional<FindingKey> findingKeyOf(const EventStore &store, RowId row)
{
    if (std::to_underlying(row) >= store.size())
        return std::nullopt;
    const auto [batch, index] = store.at(row);
    const Highlight highlight = batch->highlight[index];
    if (highlight == 0)
        return std::nullopt;
    return FindingKey{.article = ArticleNumber(highlight - 1),
        .computer = batch->computer[index],
        .provider = batch->provider[index],
        .id = batch->id[index],
        .level = batch->level[index]};
}

RowVerdicts::RowVerdicts(const Session &session)
    : m_session(session)
{
}

void RowVerdicts::refresh()
{
    m_conclusions.clear();
    for (const Finding &finding : m_session.findings()) {
        // Where the article asks about the service an event names, one finding may hold events of several services, and
        // the answer speaks of one: rows then keep the article's verdict.
        const auto &checks = m_session.matcher().shelf().article(finding.key.article).checks;
        const bool aboutAll = !checks.empty() && !checks.front().service.contains(u'{');
        if (finding.conclusion && aboutAll)
            m_conclusions.emplace(finding.key, finding.conclusion->kind);
    }
}

std::optional<BadgeLook> RowVerdicts::look(const QModelIndex &index) const
{
    const QVariant verdict = index.data(std::to_underlying(EventRole::Verdict));
    if (!verdict.isValid())
        return std::nullopt;
    std::optional<ConclusionKind> conclusion;
    if (!m_conclusions.empty()) {
        const auto key =
            findingKeyOf(m_session.store(), RowId(index.data(std::to_underlying(EventRole::Row)).toUInt()));
        const auto found = key ? m_conclusions.find(*key) : m_conclusions.end();
        if (found != m_conclusions.end())
            conclusion = found->second;
    }
    return BadgeLook::of(Verdict(verdict.toInt()), conclusion);
}

} // namespace evident
