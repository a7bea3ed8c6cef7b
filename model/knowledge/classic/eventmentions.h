// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Finds events that a sentence names: "multiple Event ID 1008 and 4005 logs", "Event 23 in the application log", "several
// 9405 event IDs". A number alone is no event, nor is one behind "error". Pure functions on text whose white space is
// joined.

#include <QString>

#include <cstdint>
#include <vector>

namespace evident {

struct EventMention {
    std::uint16_t id = 0;
    QString source; ///< where the sentence names it beside the id
    qsizetype end = 0; ///< in the text, behind the number
};

/// Whether "event 5" alone may be meant as an event of the event log: an article that speaks of the log does so.
enum class LogIsMeant : std::uint8_t { No, Yes };
[[nodiscard]] LogIsMeant logIsMeantIn(QStringView text);

[[nodiscard]] std::vector<EventMention> mentionsIn(QStringView text, LogIsMeant log);
/// Whether the text ends by announcing what an event says: "… The description of the system event is:".
[[nodiscard]] bool announcesEvent(QStringView text);
/// X of "The description for Event ID ( N ) in Source ( X ) could not be found", or empty.
[[nodiscard]] QString sourceOfUnknownDescription(QStringView text);

} // namespace evident
