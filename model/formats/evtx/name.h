// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A name (of an element, an attribute, an entity) as a chunk stores it: once, and referred to by its offset. Views of
// the chunk's bytes; nothing is owned. Specification: Metz, "EVTX format", name; [MS-EVEN6] 2.2.12.2.

#include "bytes/bytes.h"

#include <optional>
#include <string_view>

namespace evident::evtx {

struct Name {
    Bytes text; ///< UTF-16LE without its terminator
    std::uint16_t hash = 0;
    std::size_t storedSize = 0; ///< bytes it takes where it stands

    /// The name at @p offset of @p chunk; nothing when it does not lie wholly inside.
    [[nodiscard]] static std::optional<Name> at(Bytes chunk, std::size_t offset);
    /// The hash that Windows stores with a name.
    [[nodiscard]] static std::uint16_t hashOf(std::u16string_view text);
};

} // namespace evident::evtx
