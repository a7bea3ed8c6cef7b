// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one worker has interned while it reads one part: a small table from the bytes of names, SIDs and GUIDs to their
// NameId, so that Names is locked once per different name of a part. The bytes belong to the chunk that is read.

#include "events/names.h"
#include "formats/evtx/value.h"

#include <array>
#include <vector>

namespace evident::evtx {

class PartNames {
public:
    explicit PartNames(Names &names);

    /// The number of the value's text; None for an empty one. @p column, below 16: it mostly holds what it held in the record before.
    [[nodiscard]] NameId intern(const Value &value, std::size_t column)
    {
        Entry &last = m_last[column];
        const bool isSame = value.size == last.value.size && value.type == last.value.type
            && std::memcmp(value.data, last.value.data, value.size) == 0;
        if (!isSame)
            last = {.value = value, .id = intern(value)};
        return last.id;
    }
    [[nodiscard]] NameId intern(const Value &value);
    [[nodiscard]] NameId intern(QStringView text) { return m_names.intern(text); }

private:
    struct Entry {
        Value value;
        NameId id = NameId::None;
    };
    void grow();

    Names &m_names;
    std::array<Entry, 16> m_last;
    std::vector<Entry> m_table; ///< open addressing; a power of two
    std::size_t m_used = 0;
};

} // namespace evident::evtx
