// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One event with everything it says, decoded for the one row somebody looks at, matches or reports. A plain value.

#include "events/level.h"
#include "events/timestamp.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace evident {

/// A leaf under EventData or UserData, or a string of a .evt record. @c name is empty where the record gives none.
struct EventValue {
    QString name;
    QString text;
    bool operator==(const EventValue &) const = default;
};

/// What an event carries beside its head. Insertion string n is values[n-1] (CONTRACT: Binary, binaryData and its size
/// are no insertion strings, they are @c data).
struct EventValues {
    std::vector<EventValue> values;
    QByteArray data;

    /// The insertion string @p number, counted from 1; empty when there is none.
    [[nodiscard]] QString string(std::size_t number) const
    {
        return number >= 1 && number <= values.size() ? values[number - 1].text : QString();
    }
    /// The value named @p name, without regard to case; nothing when there is none.
    [[nodiscard]] std::optional<QString> named(QStringView name) const;
};

struct Event {
    Timestamp time;
    std::optional<std::uint64_t> recordId;
    std::uint16_t id = 0;
    std::optional<std::uint16_t> qualifiers; ///< high half of a classic 32-bit event id
    std::uint8_t version = 0;
    Level level = Level::LogAlways;
    std::optional<std::uint8_t> levelNumber; ///< as the record holds it
    std::uint16_t task = 0;
    std::uint8_t opcode = 0;
    std::uint64_t keywords = 0;
    std::uint32_t processId = 0;
    std::uint32_t threadId = 0;
    QString provider;
    QString providerGuid; ///< {…} or empty
    QString sourceName; ///< EventSourceName, or empty
    QString channel;
    QString computer;
    QString user; ///< SID as text
    QString activityId;
    QString relatedActivityId;
    EventValues content;
    QString renderedMessage; ///< RenderingInfo's Message or an export's text: Windows' own words, or empty
};

} // namespace evident
