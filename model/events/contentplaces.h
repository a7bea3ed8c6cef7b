// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A few places of an event's content that somebody asks for in row after row, and what stands there, as the log keeps it: told
// apart, and remembered, without making a text of it. Plain values.

#include <QString>

#include <atomic>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace evident {

/// A value that somebody wants of many rows.
struct ContentPlace {
    std::uint16_t string = 0; ///< insertion string, counted from 1; 0: the value with the name
    QString name;
    bool operator==(const ContentPlace &) const = default;
};
struct ContentPlaces {
    static constexpr std::size_t Most = 32;
    std::uint64_t serial = 0; ///< below 2^32 and not 0; no others of this process have it
    std::vector<ContentPlace> places; ///< no more than Most

    /// A number that no others have; 0 when all are used up.
    [[nodiscard]] static std::uint64_t nextSerial()
    {
        static std::atomic_uint64_t last = 0;
        const std::uint64_t next = ++last;
        return next >> 32 == 0 ? next : 0;
    }
};

/// A value as its log keeps it.
struct RawValue {
    const std::uint8_t *data = nullptr;
    std::uint16_t size = 0;
    std::uint16_t type =
        0; ///< one of the log's own, below 256; or SameAs and the number of a place before it, without data

    static constexpr std::uint16_t SameAs = 256;
};
/// What stands at some places of a content. Equal kinds and values: equal texts there, in every log of this process.
struct PlacedValues {
    std::uint64_t kind = 0; ///< 0: it takes decoding to tell
    std::span<const RawValue> values{}; ///< in the order of the places
    /// The type of values that are a text of UTF-16, little-endian, up to a NUL or their end; SameAs, which no value with data has, where
    /// the log keeps none.
    std::uint16_t textType = RawValue::SameAs;

    /// Bytes that no other values of as many places have.
    [[nodiscard]] std::string bytes() const;
    [[nodiscard]] std::size_t bytesSize() const;
    /// Whether these are bytes() of values of as many places.
    [[nodiscard]] bool areIn(std::string_view bytes) const;
    [[nodiscard]] std::uint64_t hash() const;
};

} // namespace evident
