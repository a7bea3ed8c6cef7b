// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// JSON (RFC 8259) that keeps the order of its members: the values of an event are numbered by it, and QJsonObject
// sorts them. A plain value; strict but for unpaired surrogates, which logs hold.

#include "error.h"

#include <QString>

#include <utility>
#include <vector>

namespace evident {

/// Of one object; no event has a tenth of it.
inline constexpr std::size_t MostMembers = 2'000;

struct JsonValue {
    enum class Kind : std::uint8_t { Null, Word /*true, false, a number, as written*/, String, Array, Object };
    Kind kind = Kind::Null;
    QString text; ///< Word, String
    std::vector<std::pair<QString, JsonValue>> members; ///< Object; Array with empty names

    [[nodiscard]] const JsonValue *member(QStringView name) const;
};

/// Errors: BadToken, TooDeep, TooLarge (more than MostMembers in an object); place.offset counts characters of @p text.
/// Nothing but blanks may follow the value.
[[nodiscard]] Result<JsonValue> parseJson(QStringView text);

} // namespace evident
