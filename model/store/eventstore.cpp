// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eventstore.h"

#include <algorithm>

namespace evident {

void EventStore::append(std::shared_ptr<const EventBatch> batch)
{
    const auto rows = static_cast<std::uint32_t>(batch->size());
    if (rows == 0)
        return;
    m_firstRows.push_back(m_size);
    m_size += rows;
    m_batches.push_back(std::move(batch));
}

void EventStore::removeLog(std::uint32_t log)
{
    auto batches = std::exchange(m_batches, {});
    m_firstRows.clear();
    m_size = 0;
    m_byTime = std::make_shared<TimeIndex>();
    for (auto &batch : batches) {
        if (batch->log != log)
            append(std::move(batch));
    }
}

EventStore::Spot EventStore::at(RowId row) const
{
    const auto number = static_cast<std::uint32_t>(row);
    const auto behind = std::ranges::upper_bound(m_firstRows, number);
    const auto index = static_cast<std::size_t>(behind - m_firstRows.begin()) - 1;
    return {.batch = m_batches[index].get(), .index = number - m_firstRows[index]};
}

Result<Event> EventStore::event(RowId row) const
{
    if (static_cast<std::uint32_t>(row) >= m_size)
        return failure(ErrorCode::BadOffset, "row number");
    const Spot spot = at(row);
    return spot.batch->reader->event(spot.batch->place[spot.index]);
}

} // namespace evident
