// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A few threads that share one piece of work inside a query and are gone when it returns. Not the session's pool: a
// query itself runs on one of that pool's threads, and waiting there for others of the same pool could wait for ever.

#include <cstddef>
#include <functional>

namespace evident {

/// How many workers a piece of work of @p items is worth: 1 for small ones, never more than the machine's cores or 8.
[[nodiscard]] int workersFor(std::size_t items);

/// The machine's cores, 8 at most: for work whose every item is slow.
[[nodiscard]] int mostWorkers();

/// Runs @p job(0) … @p job(workers-1) at the same time and returns when all are done.
void overWorkers(int workers, const std::function<void(int worker)> &job);

} // namespace evident
