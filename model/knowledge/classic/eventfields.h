// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One line of an article taken apart into the fields of an event that it prints: "Event ID: 5012, Source: IbmTok01,
// Type: Error" are three of them. Pure functions on text.

#include <QString>

#include <cstdint>
#include <vector>

namespace evident {

enum class EventField : std::uint8_t {
    Id,
    Source,
    Type,
    Category,
    Place, ///< computer, user, date, time, log: known, and of no interest
    Description,
    Text, ///< what stands behind the fields without a label of its own
    End, ///< an explanation, an action, the data: the description is over
};

struct PrintedField {
    EventField field = EventField::Text;
    QString value;
    std::vector<std::uint16_t> ids; ///< of an Id
};

/// The fields of @p line, which begins a paragraph or follows other fields; nothing when it is not a line of fields.
[[nodiscard]] std::vector<PrintedField> fieldsOf(QStringView line);
/// A line that is nothing but a source ("MSExchangeIMC") or a type ("Error"), as they stand under an id; the field is
/// Text when it is neither.
[[nodiscard]] PrintedField bareField(QStringView line);
/// A row of Event Viewer's list, or of one that was saved: date, time, source, type, category, id, user, computer.
[[nodiscard]] std::vector<PrintedField> eventViewerRow(QStringView line);
/// Bytes in hexadecimal, as Event Viewer shows an event's data.
[[nodiscard]] bool isHexDump(QStringView line);
/// The ids in "1008", "1008, 4005 and 5", "(1008)"; nothing for numbers that no event has.
[[nodiscard]] std::vector<std::uint16_t> idsIn(QStringView list);

} // namespace evident
