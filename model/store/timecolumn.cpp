// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/timecolumn.h"

#include <algorithm>
#include <numeric>

namespace evident {

namespace {

constexpr std::size_t MostRuns = 16; // up to here merging is quicker than sorting

} // namespace

void TimeColumn::sort()
{
    std::vector<std::uint32_t> order(m_ticks.size());
    std::iota(order.begin(), order.end(), 0U);
    std::vector<std::size_t> runs; // where each piece that is sorted already begins, but for the first; and the end
    for (std::size_t i = 1; i < m_ticks.size() && runs.size() < MostRuns; ++i) {
        if (m_ticks[i] < m_ticks[i - 1])
            runs.push_back(i);
    }
    const auto timeOf = [this](std::uint32_t index) { return m_ticks[index]; };
    if (runs.size() == MostRuns) {
        std::ranges::stable_sort(order, {}, timeOf);
    } else {
        runs.push_back(order.size());
        const auto at = [&order](std::size_t place) { return order.begin() + static_cast<std::ptrdiff_t>(place); };
        for (std::size_t run = 0; run + 1 < runs.size(); ++run)
            std::ranges::inplace_merge(order.begin(), at(runs[run]), at(runs[run + 1]), {}, timeOf);
    }
    m_order = PackedNumbers(std::span<const std::uint32_t>(order), order.size() - 1, std::identity());
}

} // namespace evident
