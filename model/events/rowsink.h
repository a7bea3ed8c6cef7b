// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a reader hands its events on, one after the other, without building anything that nobody asked for.

#include "events/contentplaces.h"
#include "events/event.h"
#include "events/eventrow.h"

#include <span>

namespace evident {

class TextNeedle; // bytes/textneedle.h

/// Tells the content of one row from that of others without decoding it. Equal keys: equal content, in every log of this process.
struct ContentKey {
    std::uint64_t kind = 0; ///< 0: contents cannot be told from each other so
    std::span<const std::uint8_t> bytes{};
};

/// Where an event's content holds a text.
enum class Holding : std::uint8_t {
    Unknown, ///< it takes decoding to tell
    Nowhere,
    InLine, ///< in none of its values and names, but in "name: value"
    InValue, ///< in a value that is not empty, or in the name of one
};

/// The values of an event that are not empty, one below the other: "name: text", or the text of one that has no name.
struct ValueLines {
    struct Line {
        qsizetype begin = 0;
        qsizetype nameSize = 0;
        qsizetype end = 0;
    };
    QString text;
    std::vector<Line> lines;

    [[nodiscard]] QStringView name(const Line &line) const
    {
        return QStringView(text).sliced(line.begin, line.nameSize);
    }
    [[nodiscard]] QStringView value(const Line &line) const
    {
        const qsizetype begin = line.begin + (line.nameSize > 0 ? line.nameSize + 2 : 0);
        return QStringView(text).sliced(begin, line.end - begin);
    }
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
    /// What stands at the places, and the texts that stand there, in the order of the places: empty where values() would have none. The
    /// values stay, and the texts may be asked for, until something else is asked for.
    [[nodiscard]] virtual PlacedValues at(const ContentPlaces & /*places*/) const { return {}; }
    [[nodiscard]] virtual std::vector<QString> texts() const { return {}; }
    /// What values() would show, found without them. Anything but Unknown also says that message() is empty.
    [[nodiscard]] virtual Holding holding(const TextNeedle & /*needle*/) const { return Holding::Unknown; }
    /// What values() would show, written without them. True also says that message() is empty; false: it takes decoding.
    [[nodiscard]] virtual bool write(ValueLines & /*lines*/) const { return false; }
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
