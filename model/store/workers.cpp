// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workers.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace evident {

namespace {

constexpr std::size_t WorthAThread = 32'768; // starting one costs as much as looking at some thousand rows
constexpr int Most = 8;

} // namespace

int mostWorkers()
{
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, Most);
}

int workersFor(std::size_t items)
{
    return static_cast<int>(std::clamp<std::size_t>(items / WorthAThread, 1, static_cast<std::size_t>(mostWorkers())));
}

void overWorkers(int workers, const std::function<void(int)> &job)
{
    std::vector<std::jthread> threads;
    threads.reserve(static_cast<std::size_t>(workers));
    for (int worker = 1; worker < workers; ++worker)
        threads.emplace_back(job, worker);
    job(0);
}

} // namespace evident
