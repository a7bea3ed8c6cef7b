// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbered pieces of work done by several threads and taken in their order by one. Workers run ahead of the taker by a
// few pieces each and then wait, so memory stays bounded however large the log is. Owned by a command while it works.

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace evident {

template<typename Piece>
class OrderedWork {
public:
    using Work = std::function<Piece(std::size_t number)>;

    /// @p work is called for 0 … count-1, from several threads at once unless @p threads is 1.
    OrderedWork(std::size_t count, int threads, Work work)
        : m_count(count)
        , m_ahead(static_cast<std::size_t>(threads) * AheadPerThread)
        , m_work(std::move(work))
    {
        if (threads < 2 || count < 2)
            return; // next() works by itself
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this] { workThrough(); });
    }
    OrderedWork(const OrderedWork &) = delete;
    OrderedWork &operator=(const OrderedWork &) = delete;
    ~OrderedWork()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_stopped = true;
        }
        m_changed.notify_all();
    }

    /// The next piece, waited for; nothing behind the last.
    [[nodiscard]] std::optional<Piece> next()
    {
        if (m_taken == m_count)
            return {};
        if (m_threads.empty())
            return m_work(m_taken++);
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_done.contains(m_taken); });
        auto node = m_done.extract(m_taken);
        ++m_taken;
        lock.unlock();
        m_changed.notify_all();
        return std::move(node.mapped());
    }

private:
    static constexpr std::size_t AheadPerThread = 4;

    void workThrough()
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_changed.wait(lock, [this] { return m_stopped || m_begun == m_count || m_begun < m_taken + m_ahead; });
            if (m_stopped || m_begun == m_count)
                return;
            const std::size_t number = m_begun++;
            lock.unlock();
            Piece piece = m_work(number);
            lock.lock();
            m_done.emplace(number, std::move(piece));
            m_changed.notify_all();
        }
    }

    const std::size_t m_count;
    const std::size_t m_ahead;
    const Work m_work;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::size_t, Piece> m_done;
    std::size_t m_begun = 0;
    std::size_t m_taken = 0;
    bool m_stopped = false;
    std::vector<std::jthread> m_threads; ///< last: they end before the rest goes
};

} // namespace evident
