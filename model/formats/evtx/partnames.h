// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What one worker has interned while it reads one part: a small table from the bytes of names, SIDs and GUIDs to their
// NameId, so that Names is locked once per different name of a part. The bytes belong to the chunk that is read.

#include "events/names.h"
#include "formats/evtx/value.h"

#include <vector>

namespace evident::evtx {

class PartNames {
public:
    explicit PartNames(Names &names);

    /// The number of the value's text; None for an empty one.
    [[nodiscard]] NameId intern(const Value &value);
    [[nodiscard]] NameId intern(QStringView text) { return m_names.intern(text); }

private:
    struct Entry {
        Value value;
        NameId id = NameId::None;
    };
    void grow();

    Names &m_names;
    std::vector<Entry> m_table; ///< open addressing; a power of two
    std::size_t m_used = 0;
};

} // namespace evident::evtx
