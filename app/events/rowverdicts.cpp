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
    const RowKind &kind = batch->kind[index];
    return FindingKey{.article = ArticleNumber(highlight - 1),
        .computer = kind.computer(),
        .provider = kind.provider(),
        .id = kind.id(),
        .level = kind.level()};
}

RowVerdicts::RowVerdicts(const Session &session)
    : m_session(session)
{
}

void RowVerdicts::refresh()
{
    m_conclusions.clear();
    for (const Finding &finding : m_session.findings()) {
        // Each service that a finding's events name has its own conclusion, and its rows show that one.
        for (const CheckSubject &subject : finding.subjects) {
            if (subject.conclusion)
                m_conclusions[finding.key].emplace(subject.name.toCaseFolded(), subject.conclusion->kind);
        }
    }
}

std::optional<ConclusionKind> RowVerdicts::conclusionOf(RowId row) const
{
    const auto key = findingKeyOf(m_session.store(), row);
    const auto found = key ? m_conclusions.find(*key) : m_conclusions.end();
    if (found == m_conclusions.end())
        return {};
    const auto &subjects = found->second;
    const auto spot = m_session.store().at(row);
    const auto one = m_session.matcher().hasSubjects(key->article)
        ? subjects.find(spot.batch->subjectOf(spot.index).toCaseFolded())
        : subjects.begin();
    return one == subjects.end() ? std::nullopt : std::optional(one->second);
}

std::optional<BadgeLook> RowVerdicts::look(const QModelIndex &index) const
{
    const QVariant verdict = index.data(std::to_underlying(EventRole::Verdict));
    if (!verdict.isValid())
        return std::nullopt;
    std::optional<ConclusionKind> conclusion;
    if (!m_conclusions.empty())
        conclusion = conclusionOf(RowId(index.data(std::to_underlying(EventRole::Row)).toUInt()));
    return BadgeLook::of(Verdict(verdict.toInt()), conclusion);
}

} // namespace evident
