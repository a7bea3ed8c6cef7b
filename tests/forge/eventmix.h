// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Events as a busy server of today logs them, one after the other: the providers, values and lengths that real logs are
// made of, in about their shares. The same events in every run and on every machine. Made for one log.

#include "forge/evtxevent.h"

#include <random>

namespace forge {

enum class MixKind : std::uint8_t {
    Whole, ///< everything, script blocks and process creations among it: about 650 bytes an event
    Terse, ///< the short ones alone, for logs of very many events: about 300 bytes an event
};

class EventMix {
public:
    explicit EventMix(MixKind kind = MixKind::Whole);

    /// The next event. Its time is that of the one before or later, now and then a little earlier, as several threads
    /// of a service log them.
    [[nodiscard]] EvtxEvent next();

    /// A number below @p limit.
    [[nodiscard]] std::uint32_t below(std::uint32_t limit);
    [[nodiscard]] std::uint64_t number() const { return m_number; }

private:
    MixKind m_kind;
    std::mt19937 m_random; ///< its sequence is laid down by the standard; that of distributions is not
    std::uint64_t m_number = 0;
    std::uint64_t m_time;
};

} // namespace forge
