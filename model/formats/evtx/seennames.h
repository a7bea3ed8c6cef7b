// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where names of a TemplateStore stand in one chunk: a chunk keeps a name once, and its templates refer to it again and again, so it
// is compared once. Owned by the TemplateTable of the chunk.

#include <array>
#include <cstddef>
#include <cstdint>

namespace evident::evtx {

class SeenNames {
public:
    /// Where the name that the store kept as number @p number is noted; names behind the first ones share a slot that stays empty, and
    /// are compared each time.
    [[nodiscard]] static constexpr std::uint32_t slotOf(std::size_t number)
    {
        return static_cast<std::uint32_t>(number < Most ? number : Most);
    }
    /// Whether the name of @p slot was found at @p place of the chunk before.
    [[nodiscard]] bool has(std::uint32_t place, std::uint32_t slot) const
    {
        return m_behind.data()[slot] == std::uint64_t{place} + 1;
    }
    void note(std::uint32_t place, std::uint32_t slot)
    {
        if (slot < Most)
            m_behind.data()[slot] = place + 1;
    }

private:
    static constexpr std::size_t Most = 1023;
    std::array<std::uint32_t, Most + 1> m_behind{}; ///< by slot: the name's place plus 1; 0 where none is known
};

} // namespace evident::evtx
