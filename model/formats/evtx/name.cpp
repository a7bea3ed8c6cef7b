// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/name.h"

namespace evident::evtx {

std::optional<Name> Name::at(Bytes chunk, std::size_t offset)
{
    Cursor cursor(chunk, offset);
    cursor.skip(4 + 2); // the next name of the same hash, and the hash
    const std::size_t length = cursor.u16();
    const Bytes text = cursor.take(length * 2);
    cursor.skip(2); // terminator
    if (cursor.failed())
        return {};
    return Name{.text = text, .storedSize = cursor.position() - offset};
}

} // namespace evident::evtx
