// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/name.h"

namespace evident::evtx {

std::optional<Name> Name::at(Bytes chunk, std::size_t offset)
{
    Cursor cursor(chunk, offset);
    cursor.skip(4); // the next name of the same hash
    const std::uint16_t hash = cursor.u16();
    const std::size_t length = cursor.u16();
    const Bytes text = cursor.take(length * 2);
    cursor.skip(2); // terminator
    if (cursor.failed())
        return {};
    return Name{.text = text, .hash = hash, .storedSize = cursor.position() - offset};
}

std::uint16_t Name::hashOf(std::u16string_view text)
{
    std::uint32_t hash = 0;
    for (const char16_t unit : text)
        hash = hash * 65599 + unit;
    return static_cast<std::uint16_t>(hash);
}

} // namespace evident::evtx
