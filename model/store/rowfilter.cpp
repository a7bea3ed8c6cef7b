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

/// Asks @p isWanted once for each different value.
template<typename Value, typename IsWanted>
void narrow(std::span<std::uint8_t> passes, const FewValues<Value> &column, IsWanted isWanted)
{
    std::vector<std::uint8_t> wanted;
    for (const Value value : column.values())
        wanted.push_back(isWanted(value) ? 1 : 0);
    if (std::ranges::all_of(wanted, [](std::uint8_t flag) { return flag != 0; }))
        return;
    column.withNumbers([passes, flags = wanted.data()](auto number) {
        for (std::size_t i = 0; i < passes.size(); ++i)
            passes[i] &= flags[number(i)];
    });
}

template<typename Value>
void narrow(std::span<std::uint8_t> passes, const FewValues<Value> &column, const std::vector<std::uint8_t> &table)
{
    if (table.empty())
        return;
    narrow(passes, column, [&table](Value value) {
        const auto index = static_cast<std::size_t>(value);
        return index < table.size() && table[index] != 0;
    });
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

void RowFilter::test(const EventBatch &batch, std::span<std::uint8_t> passes) const
{
    const bool wanted = m_logs.empty() || m_logs.contains(batch.log);
    std::ranges::fill(passes, static_cast<std::uint8_t>(wanted));
    if (!wanted)
        return;
    narrow(passes, batch.level, m_levels);
    narrow(passes, batch.id, m_ids);
    narrow(passes, batch.provider, m_providers);
    narrow(passes, batch.computer, m_computers);
    narrow(passes, batch.highlight, m_highlights);
    if (!m_recovered)
        narrow(passes, batch.marks, [](RowMark marks) { return !has(marks, RowMark::Recovered); });
}

} // namespace evident
