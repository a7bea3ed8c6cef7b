// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Caches and buffers that a thread works with alone while it reads a part, and that the next one to come goes on with: warm, and without
// asking for memory. Part of the reader of a log; safe to use from several threads.

#include <memory>
#include <mutex>
#include <vector>

namespace evident::evtx {

template<typename T>
class Spares {
public:
    struct GiveBack {
        Spares *spares = nullptr;
        void operator()(T *spare) const { spares->keep(std::unique_ptr<T>(spare)); }
    };
    /// Comes back when it is let go of, which must be before its Spares end.
    using Lent = std::unique_ptr<T, GiveBack>;

    /// One that nobody works with just now, or what @p make makes.
    template<typename Make>
    [[nodiscard]] Lent lend(Make make)
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_spares.empty()) {
                auto spare = std::move(m_spares.back());
                m_spares.pop_back();
                return Lent(spare.release(), {this});
            }
        }
        return Lent(std::unique_ptr<T>(make()).release(), {this});
    }

private:
    void keep(std::unique_ptr<T> spare)
    {
        const std::scoped_lock lock(m_mutex);
        m_spares.push_back(std::move(spare));
    }

    std::mutex m_mutex;
    std::vector<std::unique_ptr<T>> m_spares;
};

} // namespace evident::evtx
