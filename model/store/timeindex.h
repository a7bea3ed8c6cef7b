// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of a store by time, kept while the store grows: what is new is sorted by itself and merged behind what was
// sorted before, so that a table by time costs next to nothing, and every other order begins with it. Shared by the
// states of one store; safe to ask from several threads.

#include "store/columnmemory.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace evident {

class EventStore;
enum class RowId : std::uint32_t;
struct EventBatch;

class TimeIndex {
public:
    using Rows = ColumnVector<RowId>;

    /// All rows of @p store, oldest first, equal times as they arrived; null when @p cancelled was set.
    [[nodiscard]] std::shared_ptr<const Rows> of(const EventStore &store, const std::atomic_bool &cancelled);

private:
    using Batches = std::vector<std::shared_ptr<const EventBatch>>;

    [[nodiscard]] std::shared_ptr<const Rows> extended(
        const EventStore &store, const std::atomic_bool &cancelled) const;

    std::mutex m_mutex;
    Batches m_batches; ///< whose rows m_rows holds
    std::shared_ptr<const Rows> m_rows = std::make_shared<const Rows>();
};

} // namespace evident
