// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How long to wait before a computer is asked again for what is new: a few seconds, and ever longer while it does not
// answer, so that one that is off is not knocked at all day. A plain value.

#include <algorithm>
#include <chrono>

namespace evident {

class FollowPace {
public:
    static constexpr std::chrono::milliseconds Usual{5'000};
    static constexpr std::chrono::milliseconds Longest{60'000};

    [[nodiscard]] std::chrono::milliseconds pause() const { return m_pause; }
    /// After an answer the usual pause; after none twice the last one.
    void answered() { m_pause = Usual; }
    void failed() { m_pause = std::min(2 * m_pause, Longest); }

private:
    std::chrono::milliseconds m_pause = Usual;
};

} // namespace evident
