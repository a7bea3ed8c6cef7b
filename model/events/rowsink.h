// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a reader hands its events on, one after the other, without building anything that nobody asked for.

#include "events/event.h"
#include "events/eventrow.h"

#include <span>

namespace evident {

/// Tells the content of one row from that of others without decoding it. Equal keys: equal content, in every log of this process.
struct ContentKey {
    std::uint64_t kind = 0; ///< 0: contents cannot be told from each other so
    std::span<const std::uint8_t> bytes{};
};

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
};

/// The record behind a row, decoded only on request and only while the row is handed on.
class EventContent {
public:
    EventContent() = default;
    EventContent(const EventContent &) = delete;
    EventContent &operator=(const EventContent &) = delete;
    virtual ~EventContent() = default;
    /// Insertion strings, named values and data.
    [[nodiscard]] virtual EventValues values() const = 0;
    /// Event::renderedMessage: Windows' own words where the record holds them (RenderingInfo, an export's text), or
    /// empty. An export that has nothing else gives no values: conditions look at these words then.
    [[nodiscard]] virtual QString message() const { return {}; }
    [[nodiscard]] virtual ContentKey key() const { return {}; }
    /// A key of what stands at the places alone, and the texts that stand there, in the order of the places: empty where values() would have
    /// none. The texts may be asked for when the key was answered, before anything else is.
    [[nodiscard]] virtual ContentKey key(const ContentPlaces & /*places*/) const { return {}; }
    [[nodiscard]] virtual std::vector<QString> texts() const { return {}; }
};

/// Takes the rows of one part of a log, in the order of the file. Called from one worker.
class RowSink {
public:
    RowSink() = default;
    RowSink(const RowSink &) = delete;
    RowSink &operator=(const RowSink &) = delete;
    virtual ~RowSink() = default;
    virtual void row(const EventRow &row, const EventContent &content) = 0;
};

} // namespace evident
