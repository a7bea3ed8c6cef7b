// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One thing an article demands of an event beside provider and id, and where in an event a value is found. Plain
// values, made by the article parser, tested by the Matcher.

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace evident {

/// A place in an event that holds a value.
struct ValuePlace {
    enum class Kind : std::uint8_t {
        String, ///< insertion string @c number
        Named, ///< value @c name
        DataDword, ///< little-endian DWORD @c number (counted from 0) of the data, as decimal text
        Level, ///< the level's word
        Channel,
        Computer,
        Source, ///< provider
        Text, ///< all insertion strings, one a line, or Windows' text where there is one
    };
    Kind kind = Kind::String;
    std::uint16_t number = 0;
    QString name;
};

struct Condition {
    enum class Test : std::uint8_t { Is, IsNot, Contains, StartsWith, EndsWith, Matches, Present, Absent };
    std::vector<ValuePlace> places; ///< the first that the event has is tested
    Test test = Test::Is;
    QStringList values; ///< any of them (IsNot: none of them), without regard to case
    QRegularExpression pattern; ///< for Matches
};

} // namespace evident
