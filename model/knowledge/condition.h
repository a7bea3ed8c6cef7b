// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One thing an article demands of an event beside provider and id, and where in an event a value is found. Plain
// values, made by the article parser, tested by the Matcher.

#include "events/event.h"
#include "events/rowsink.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace evident {

/// A place in an event that holds a value.
struct ValuePlace {
    enum class Kind : std::uint8_t {
        String, ///< insertion string @c number
        Named, ///< value @c name
        DataDword, ///< little-endian DWORD @c number (counted from 0) of the data, as decimal text
        DataText, ///< the data as UTF-16 text up to its first NUL
        Level, ///< the level's word
        Channel,
        Computer,
        Source, ///< provider
        Text, ///< all insertion strings, one a line, or Windows' text where there is one
        TextPart, ///< the first group of @c pattern in Windows' text
    };
    Kind kind = Kind::String;
    std::uint16_t number = 0;
    QString name;
    QRegularExpression pattern; ///< for TextPart
};

struct Condition {
    enum class Test : std::uint8_t {
        Is,
        IsNot,
        Contains,
        StartsWith,
        EndsWith,
        Matches,
        Code, ///< is one of these Windows error codes, however the event writes it: see windowsCode()
        Present,
        Absent,
    };
    std::vector<ValuePlace> places; ///< the first that the event has is tested
    Test test = Test::Is;
    QStringList values; ///< any of them (IsNot: none of them), without regard to case
    QRegularExpression pattern; ///< for Matches
};

/// What stands at the places that some conditions look at, where nothing else was decoded.
struct PlacedTexts {
    const ContentPlaces &places;
    std::vector<QString> texts;

    /// @p place: a string or a named value.
    [[nodiscard]] QString at(const ValuePlace &place) const;
};

/// What conditions and texts may ask of an event, whether it is a row or a whole Event. Refers to what its maker owns.
struct EventFacts {
    const EventValues &content;
    QString provider;
    Level level = Level::LogAlways;
    QString channel;
    QString computer;
    QString message; ///< Windows' own words, or empty
    const PlacedTexts *placed = nullptr; ///< where it is there, strings and named values are looked for there alone
};
/// The place in an event's content that is the same; nothing for one that is elsewhere, or takes more than one value to tell.
[[nodiscard]] std::optional<ContentPlace> contentPlace(const ValuePlace &place);
/// Whether the row tells what stands there, without any content.
[[nodiscard]] bool isOfRow(const ValuePlace &place);
[[nodiscard]] EventFacts factsOf(const Event &event);

struct FoundValue {
    const ValuePlace *place = nullptr;
    QString text;
};

/// The value at the first of @p places where the event has one that is not empty.
[[nodiscard]] std::optional<FoundValue> findValue(const std::vector<ValuePlace> &places, const EventFacts &facts);
[[nodiscard]] bool holds(const Condition &condition, const EventFacts &facts);

/// The error code in "5", "0x5", "%%5", "0x80070005" or "-2147024891": an HRESULT that wraps a Win32 code is that code.
/// Nothing when @p text is no code.
[[nodiscard]] std::optional<std::uint32_t> windowsCode(QStringView text);

} // namespace evident
