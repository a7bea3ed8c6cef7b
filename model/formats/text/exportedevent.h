// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Gathers one event of an export from its columns or labelled lines, whatever order they come in, and says what did
// not fit. Lives while one record is decoded.

#include "error.h"
#include "events/event.h"
#include "formats/text/exportwords.h"
#include "formats/text/writtendate.h"

#include <optional>

namespace evident {

/// How the dates of one file are to be read.
struct DateReading {
    DayOrder order = DayOrder::DayFirst;
    QTimeZone local = QTimeZone(QTimeZone::UTC); ///< the zone of times that name none
};

/// Something of a record that could not be understood; the rest of it holds.
struct RecordFault {
    ErrorCode code = ErrorCode::BadValue;
    const char *what = ""; ///< static literal
};

/// One record's event. Neither of the two: the bytes are no event at all.
struct DecodedRecord {
    std::optional<Event> event;
    std::optional<RecordFault> fault;
};

class ExportedEvent {
public:
    explicit ExportedEvent(const DateReading &dates);

    /// @p heading: the column's own name, for what is kept as a named value.
    void set(ExportColumn column, QStringView text, QStringView heading);
    /// The next insertion string.
    void addString(QStringView text);
    [[nodiscard]] DecodedRecord finish();

private:
    void setLevel(QStringView text);
    void setClassicType(QStringView text);
    void setTime(QStringView text, const QTimeZone &local);
    void setKeywords(QStringView text);
    void setEventId(QStringView text);
    void setPayload(QStringView text);
    void setIdentity(ExportColumn column, QStringView text);
    void setNumber(ExportColumn column, QStringView text);
    void settleLevel();

    const DateReading &m_dates;
    Event m_event;
    QString m_date;
    QString m_clock;
    std::vector<EventValue> m_payloadParts;
    std::optional<Level> m_level;
    std::optional<std::uint64_t> m_recordNumber;
    QString m_userName;
    QString m_otherLevel; ///< a level's word in a language that is not known
    bool m_hasId = false;
    bool m_hasPayload = false;
    std::optional<RecordFault> m_fault;
};

/// The insertion strings that Windows lists in place of a message it has no text for; nothing when @p message is a real
/// one.
[[nodiscard]] std::vector<EventValue> stringsInMessage(QStringView message);

} // namespace evident
