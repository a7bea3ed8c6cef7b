// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rowfilter.h"

#include <algorithm>
#include <limits>

namespace evident {

namespace {

template<typename Value>
std::vector<std::uint8_t> tableOf(const std::set<Value> &wanted, std::size_t values)
{
    if (wanted.empty())
        return {};
    std::vector<std::uint8_t> table(values, 0);
    for (const Value value : wanted) {
        if (const auto index = static_cast<std::size_t>(value); index < values)
            table[index] = 1;
    }
    return table;
}

/// Asks @p isWanted once for each different value. Answers whether all rows pass that did.
template<typename Value, typename IsWanted>
bool narrow(std::span<std::uint8_t> passes, const FewValues<Value> &column, IsWanted isWanted)
{
    std::vector<std::uint8_t> wanted;
    for (const Value &value : column.values())
        wanted.push_back(isWanted(value) ? 1 : 0);
    if (std::ranges::all_of(wanted, [](std::uint8_t flag) { return flag != 0; }))
        return true;
    column.withNumbers([passes, flags = wanted.data()](auto number) {
        for (std::size_t i = 0; i < passes.size(); ++i)
            passes[i] &= flags[number(i)];
    });
    return false;
}

/// @p table as in RowFilter.
template<typename Value>
bool isIn(const std::vector<std::uint8_t> &table, Value value)
{
    const auto index = static_cast<std::size_t>(value);
    return table.empty() || (index < table.size() && table[index] != 0);
}

constexpr std::size_t ValuesOf16Bits = std::numeric_limits<std::uint16_t>::max() + 1U;

} // namespace

RowFilter::RowFilter(const Query &query, const Names &names)
    : m_levels(tableOf(query.levels, static_cast<std::size_t>(Level::Other) + 1))
    , m_ids(tableOf(query.ids, ValuesOf16Bits))
    , m_providers(tableOf(query.providers, names.count()))
    , m_computers(tableOf(query.computers, names.count()))
    , m_highlights(tableOf(query.highlights, ValuesOf16Bits))
    , m_logs(query.logs)
    , m_recovered(query.recovered)
{
    if (!query.explained)
        return;
    if (m_highlights.empty())
        m_highlights.assign(ValuesOf16Bits, 1);
    if (*query.explained)
        m_highlights.front() = 0;
    else
        std::fill(m_highlights.begin() + 1, m_highlights.end(), std::uint8_t{0});
}

std::size_t RowFilter::test(const EventBatch &batch, std::span<std::uint8_t> passes) const
{
    const bool wanted = m_logs.empty() || m_logs.contains(batch.log);
    std::ranges::fill(passes, static_cast<std::uint8_t>(wanted));
    if (!wanted)
        return 0;
    const bool areAllOfKinds = narrow(passes, batch.kind, [this](const RowKind &kind) { return isWanted(kind); });
    const bool areAllHighlights =
        narrow(passes, batch.highlight, [this](Highlight highlight) { return isIn(m_highlights, highlight); });
    return areAllOfKinds && areAllHighlights ? passes.size()
                                             : static_cast<std::size_t>(std::ranges::count(passes, std::uint8_t{1}));
}

bool RowFilter::isWanted(const RowKind &kind) const
{
    return isIn(m_levels, kind.level()) && isIn(m_ids, kind.id()) && isIn(m_providers, kind.provider())
        && isIn(m_computers, kind.computer()) && (m_recovered || !has(kind.marks(), RowMark::Recovered));
}

} // namespace evident
