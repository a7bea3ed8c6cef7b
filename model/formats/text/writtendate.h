// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A date and time as a Windows tool wrote it for a person: in the user's regional format, mostly without a time zone.
// Reads the numbers out of it, finds out from a whole file whether the day or the month stands first, and makes a
// Timestamp of it. Plain values.
//
// Rules. A date with its year first is year, month, day. Otherwise the order is learnt from every date of the file (a
// number over 12; then the order of the records, which is always by time), then from the separator and from how the
// numbers are padded. A time without a zone is in the zone of the machine that reads it; two-digit years are 1970 to
// 2069.

#include "events/timestamp.h"

#include <QStringView>

#include <array>
#include <optional>

namespace evident {

struct WrittenDate {
    std::array<int, 3> parts{}; ///< the date's numbers as they stand
    std::array<int, 3> digits{}; ///< and how many digits each has
    char16_t separator = 0; ///< between the first two
    bool yearFirst = false;
    bool halfDay = false; ///< AM or PM, in some language
    int hour = 0;
    int minute = 0;
    int second = 0;
    int ticks = 0; ///< 100 ns
    std::optional<int> zoneMinutes; ///< east of UTC, where it was written
};

/// Nothing when @p text is no date with a time (seconds may be missing).
[[nodiscard]] std::optional<WrittenDate> readWrittenDate(QStringView text);

enum class DayOrder : std::uint8_t { DayFirst, MonthFirst };
/// What the headings and words around the dates tell of the language.
enum class DateLanguage : std::uint8_t { English, Other };

/// What the dates of one file tell of their order. Dates must come in the order of the file.
class DayOrderEvidence {
public:
    void add(const WrittenDate &date);
    /// No further date can change the answer.
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] DayOrder order(DateLanguage language) const;
    /// Both orders are possible, and nothing but custom speaks for the one that was chosen; or the file mixes them.
    [[nodiscard]] bool isDoubtful(DateLanguage language) const;

private:
    /// How often the dates went forth and back when read in one of the orders.
    struct Course {
        std::int64_t last = -1;
        std::uint32_t forth = 0;
        std::uint32_t back = 0;
        void add(std::int64_t day);
        [[nodiscard]] bool isSteady() const { return forth == 0 || back == 0; }
    };
    [[nodiscard]] std::optional<DayOrder> certain(DateLanguage language) const;

    bool m_yearFirst = false;
    bool m_dots = false;
    bool m_halfDay = false;
    bool m_firstOver12 = false;
    bool m_secondOver12 = false;
    bool m_differs = false; ///< a date that the two orders read differently
    bool m_bareFirst = false; ///< a first number below 10 without a zero before it
    bool m_bareSecond = false;
    bool m_paddedSecond = false;
    Course m_dayFirst;
    Course m_monthFirst;
};

/// The moment, or nothing when there is no such date or time. What cannot be read in @p order is read in the other one.
/// @p local: the zone of a time that names none.
[[nodiscard]] std::optional<Timestamp> toTimestamp(const WrittenDate &date, DayOrder order, const QTimeZone &local);

} // namespace evident
