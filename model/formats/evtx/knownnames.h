// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one worker has interned while it read parts of a log: a small table from the bytes of names, SIDs and GUIDs to their
// NameId, so that Names is locked once per different name, and no text is made of one that came before. Goes with the reader
// of the log; belongs to one thread at a time.

#include "events/names.h"
#include "formats/evtx/value.h"

#include <array>
#include <vector>

namespace evident::evtx {

class KnownNames {
public:
    /// @p names must outlive it.
    explicit KnownNames(Names &names);

    /// The number of the value's text; None for an empty one. @p column, below 16: it mostly holds what it held in the record before.
    [[nodiscard]] NameId intern(const Value &value, std::size_t column)
    {
        Entry &last = m_last[column];
        const bool isSame = value.size == last.value.size && value.type == last.value.type
            && std::memcmp(value.data, last.value.data, value.size) == 0;
        if (!isSame)
            last = entry(value);
        return last.id;
    }
    [[nodiscard]] NameId intern(const Value &value) { return entry(value).id; }
    [[nodiscard]] Names &all() { return m_names; }

private:
    struct Entry {
        Value value; ///< its bytes are ours
        NameId id = NameId::None;
    };
    [[nodiscard]] Entry entry(const Value &value);
    [[nodiscard]] Value kept(const Value &value);
    void grow();
    void forget();

    Names &m_names;
    std::array<Entry, 16> m_last;
    std::vector<Entry> m_table; ///< open addressing; a power of two
    std::size_t m_used = 0;
    std::vector<std::vector<std::uint8_t>> m_bytes; ///< of the values: each block is filled and never grows
};

} // namespace evident::evtx
