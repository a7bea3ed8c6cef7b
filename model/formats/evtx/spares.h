// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Caches that a thread works with alone while it reads a part, and that the next one to come goes on with. Part of the
// reader of a log; safe to use from several threads.

#include <memory>
#include <mutex>
#include <vector>

namespace evident::evtx {

template<typename T>
class Spares {
public:
    /// One that nobody works with just now, or what @p make makes.
    template<typename Make>
    [[nodiscard]] std::unique_ptr<T> take(Make make)
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_spares.empty()) {
                auto spare = std::move(m_spares.back());
                m_spares.pop_back();
                return spare;
            }
        }
        return make();
    }
    void giveBack(std::unique_ptr<T> spare)
    {
        const std::scoped_lock lock(m_mutex);
        m_spares.push_back(std::move(spare));
    }

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<T>> m_spares;
};

} // namespace evident::evtx
