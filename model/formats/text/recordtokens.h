// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One exported record as a flat list of what its XML or JSON says, in the order of the record: every form that holds
// structure is read into it, events are made from it and it is written out again. Lives while one record is decoded.

#include <QString>

#include <cstdint>
#include <vector>

namespace evident {

struct RecordToken {
    enum class Kind : std::uint8_t {
        Element, ///< begins; ends with its End
        Attribute, ///< of the element before it
        Text,
        End,
    };
    Kind kind = Kind::End;
    QString name; ///< Element, Attribute
    QString text; ///< Attribute, Text
    bool operator==(const RecordToken &) const = default;
};

using RecordTokens = std::vector<RecordToken>;

/// No real record is nested deeper.
inline constexpr int DeepestRecord = 64;

} // namespace evident
