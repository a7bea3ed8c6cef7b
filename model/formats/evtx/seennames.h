// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Places of names in one chunk, each with the name of a TemplateStore that it was found to hold: a chunk keeps a name once, and its
// templates refer to it again and again, so it is compared once. Owned by the TemplateTable of the chunk.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace evident::evtx {

class SeenNames {
public:
    using Name = std::vector<std::uint8_t>; ///< as chunks store it, from its hash on; known by where the store keeps it

    [[nodiscard]] bool has(std::uint32_t place, const Name *name) const
    {
        const Seen &seen = m_seen[place % Most];
        return seen.place == place && seen.name == name;
    }
    void note(std::uint32_t place, const Name *name) { m_seen[place % Most] = {.place = place, .name = name}; }

private:
    struct Seen {
        std::uint32_t place = 0;
        const Name *name = nullptr;
    };
    static constexpr std::size_t Most = 256;
    std::array<Seen, Most> m_seen{};
};

} // namespace evident::evtx
