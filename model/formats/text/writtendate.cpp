// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text/writtendate.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t TicksPerSecond = 10'000'000;
constexpr std::int64_t UnixEpochTicks = 116'444'736'000'000'000;

/// Words for the two halves of the day, in front of the time or behind it, lower case without blanks and dots.
constexpr std::array MorningWords{u"am", u"上午", u"午前", u"오전", u"de", u"πμ", u"fm", u"sa", u"ص"};
constexpr std::array AfternoonWords{u"pm", u"下午", u"午後", u"오후", u"du", u"μμ", u"em", u"ch", u"م"};

/// Reads numbers and what stands between them.
class DateScanner {
public:
    explicit DateScanner(QStringView text)
    {
        for (const QChar c : text.trimmed()) { // Windows puts direction marks between the numbers
            if (c != u'\u200e' && c != u'\u200f')
                m_text += c;
        }
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }
    QChar take() { return atEnd() ? QChar() : m_text[m_at++]; }
    void skipBlanks()
    {
        while (!atEnd() && (peek().isSpace() || peek() == u','))
            ++m_at;
    }
    /// The digits from here, at most @p most of them; their count goes to @p digits.
    std::optional<int> number(int most, int &digits)
    {
        int value = 0;
        digits = 0;
        while (!atEnd() && peek() >= u'0' && peek() <= u'9' && digits < most) {
            value = value * 10 + (take().unicode() - u'0');
            ++digits;
        }
        if (digits == 0 || (!atEnd() && peek().isDigit()))
            return {};
        return value;
    }
    /// Letters with the dots and blanks between them, folded.
    QString word()
    {
        QString word;
        while (!atEnd() && !peek().isDigit() && peek() != u'+' && peek() != u'-') {
            const QChar c = take();
            if (c.isLetter() || c.isMark())
                word += c.toLower();
        }
        return word;
    }

private:
    QString m_text;
    qsizetype m_at = 0;
};

bool readDay(DateScanner &in, WrittenDate &date)
{
    for (std::size_t i = 0; i < 3; ++i) {
        const auto part = in.number(4, date.digits[i]);
        if (!part)
            return false;
        date.parts[i] = *part;
        if (i == 2)
            break;
        const QChar separator = in.take();
        if (separator != u'/' && separator != u'-' && separator != u'.')
            return false;
        if (i == 0)
            date.separator = separator.unicode();
        in.skipBlanks();
    }
    date.yearFirst = date.digits[0] == 4 || (date.digits[2] <= 2 && date.parts[0] > 31);
    return date.yearFirst ? date.digits[2] <= 2 : date.digits[0] <= 2 && (date.digits[2] == 2 || date.digits[2] == 4);
}

/// Up to 9 digits behind the second; what is finer than 100 ns is left out.
bool readFraction(DateScanner &in, WrittenDate &date)
{
    int digits = 0;
    int ticks = 0;
    while (in.peek() >= u'0' && in.peek() <= u'9') {
        const int digit = in.take().unicode() - u'0';
        if (digits < 7)
            ticks = ticks * 10 + digit;
        if (++digits > 12)
            return false;
    }
    for (int i = digits; i < 7; ++i)
        ticks *= 10;
    date.ticks = ticks;
    return digits > 0;
}

bool readClock(DateScanner &in, WrittenDate &date)
{
    int digits = 0;
    const auto hour = in.number(2, digits);
    const QChar separator = in.take();
    if (!hour || (separator != u':' && separator != u'.'))
        return false;
    const auto minute = in.number(2, digits);
    if (!minute || digits != 2)
        return false;
    date.hour = *hour;
    date.minute = *minute;
    if (in.peek() != separator)
        return true;
    in.take();
    const auto second = in.number(2, digits);
    if (!second)
        return false;
    date.second = *second;
    if (in.peek() != u'.' && in.peek() != u',')
        return true;
    in.take();
    return readFraction(in, date);
}

enum class Half : std::uint8_t { None, Morning, Afternoon, Unknown };

Half halfOf(const QString &word)
{
    const auto is = [&](const char16_t *known) { return word == QStringView(known); };
    if (word.isEmpty())
        return Half::None;
    if (std::ranges::any_of(MorningWords, is))
        return Half::Morning;
    return std::ranges::any_of(AfternoonWords, is) ? Half::Afternoon : Half::Unknown;
}

bool applyHalf(WrittenDate &date, Half half)
{
    if (half == Half::None)
        return true;
    if (half == Half::Unknown || date.hour > 12)
        return half != Half::Unknown && date.hour < 24;
    date.halfDay = true;
    date.hour = date.hour % 12 + (half == Half::Afternoon ? 12 : 0);
    return true;
}

/// "Z", "+02:00", "-0400"; anything else behind the time makes it no time.
bool readZone(DateScanner &in, WrittenDate &date)
{
    const QChar sign = in.take();
    int digits = 0;
    const auto hours = in.number(4, digits);
    if (!hours)
        return false;
    int minutes = digits == 4 ? *hours / 100 * 60 + *hours % 100 : *hours * 60;
    if (digits <= 2 && in.peek() == u':') {
        in.take();
        const auto rest = in.number(2, digits);
        if (!rest)
            return false;
        minutes += *rest;
    }
    if (minutes > 16 * 60)
        return false;
    date.zoneMinutes = sign == u'-' ? -minutes : minutes;
    return in.atEnd();
}

bool readTail(DateScanner &in, WrittenDate &date, Half before)
{
    in.skipBlanks();
    Half after = Half::None;
    if (!in.atEnd() && in.peek() != u'+' && in.peek() != u'-') {
        const QString word = in.word();
        if (word == "z"_L1 || word == "utc"_L1 || word == "gmt"_L1)
            date.zoneMinutes = 0;
        else
            after = halfOf(word);
    }
    if (!applyHalf(date, before != Half::None ? before : after))
        return false;
    return in.atEnd() || (in.peek() != u'+' && in.peek() != u'-' ? false : readZone(in, date));
}

int fullYear(int year, int digits)
{
    if (digits > 2)
        return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

std::optional<std::chrono::year_month_day> calendarDay(const WrittenDate &date, DayOrder order)
{
    using namespace std::chrono;
    const auto &p = date.parts;
    const int y = date.yearFirst ? fullYear(p[0], date.digits[0]) : fullYear(p[2], date.digits[2]);
    const int m = date.yearFirst ? p[1] : order == DayOrder::MonthFirst ? p[0] : p[1];
    const int d = date.yearFirst ? p[2] : order == DayOrder::MonthFirst ? p[1] : p[0];
    const year_month_day day{year{y}, month{static_cast<unsigned>(m)}, std::chrono::day{static_cast<unsigned>(d)}};
    if (!day.ok() || y < 1601)
        return {};
    return day;
}

/// Seconds east of UTC in @p zone at a local time; of an hour that summer time's end repeats, the first.
int offsetAt(std::int64_t localSeconds, const QTimeZone &zone)
{
    if (zone == QTimeZone::UTC)
        return 0;
    const QDateTime utc = QDateTime::fromSecsSinceEpoch(localSeconds, QTimeZone::UTC);
    return QDateTime(utc.date(), utc.time(), zone).offsetFromUtc();
}

} // namespace

std::optional<WrittenDate> readWrittenDate(QStringView text)
{
    if (text.size() > 64)
        return {};
    DateScanner in(text);
    WrittenDate date;
    if (!readDay(in, date))
        return {};
    if (in.peek() == u'T')
        in.take();
    if (in.peek() == u'.') // Korean: "2001. 2. 3. …"
        in.take();
    in.skipBlanks();
    Half before = Half::None;
    if (!in.atEnd() && !in.peek().isDigit())
        before = halfOf(in.word());
    if (before == Half::Unknown || !readClock(in, date) || !readTail(in, date, before))
        return {};
    if (date.hour > 23 || date.minute > 59 || date.second > 60)
        return {};
    return date;
}

void DayOrderEvidence::Course::add(std::int64_t day)
{
    if (last >= 0 && day != last)
        ++(day > last ? forth : back);
    last = day;
}

void DayOrderEvidence::add(const WrittenDate &date)
{
    m_yearFirst = m_yearFirst || date.yearFirst;
    if (date.yearFirst)
        return;
    m_dots = m_dots || date.separator == u'.';
    m_halfDay = m_halfDay || date.halfDay;
    m_firstOver12 = m_firstOver12 || date.parts[0] > 12;
    m_secondOver12 = m_secondOver12 || date.parts[1] > 12;
    m_differs = m_differs || date.parts[0] != date.parts[1];
    m_bareFirst = m_bareFirst || date.digits[0] == 1;
    m_bareSecond = m_bareSecond || date.digits[1] == 1;
    m_paddedSecond = m_paddedSecond || (date.digits[1] == 2 && date.parts[1] < 10);
    const std::int64_t year = std::int64_t{fullYear(date.parts[2], date.digits[2])} * 10'000;
    m_dayFirst.add(year + date.parts[1] * 100 + date.parts[0]);
    m_monthFirst.add(year + date.parts[0] * 100 + date.parts[1]);
}

bool DayOrderEvidence::isSettled() const
{
    return m_yearFirst || m_dots || m_firstOver12 || m_secondOver12;
}

std::optional<DayOrder> DayOrderEvidence::certain(DateLanguage language) const
{
    if (m_firstOver12 != m_secondOver12)
        return m_firstOver12 ? DayOrder::DayFirst : DayOrder::MonthFirst;
    if (m_firstOver12)
        return {}; // both: the file mixes the orders
    if (m_dots || m_yearFirst || !m_differs)
        return DayOrder::DayFirst; // no language writes the month before a dot and the day
    if (m_dayFirst.isSteady() != m_monthFirst.isSteady())
        return m_dayFirst.isSteady() ? DayOrder::DayFirst : DayOrder::MonthFirst;
    if (m_bareFirst && m_paddedSecond)
        return DayOrder::DayFirst; // d/MM/yyyy: Australia, New Zealand
    if (m_bareFirst && m_bareSecond && m_halfDay && language == DateLanguage::English)
        return DayOrder::MonthFirst; // M/d/yyyy h:mm:ss tt: United States
    if (language == DateLanguage::Other)
        return DayOrder::DayFirst;
    return {};
}

DayOrder DayOrderEvidence::order(DateLanguage language) const
{
    if (const auto known = certain(language))
        return *known;
    return m_halfDay ? DayOrder::MonthFirst : DayOrder::DayFirst;
}

bool DayOrderEvidence::isDoubtful(DateLanguage language) const
{
    return !certain(language);
}

std::optional<Timestamp> toTimestamp(const WrittenDate &date, DayOrder order, const QTimeZone &local)
{
    auto day = calendarDay(date, order);
    if (!day)
        day = calendarDay(date, order == DayOrder::DayFirst ? DayOrder::MonthFirst : DayOrder::DayFirst);
    if (!day)
        return {};
    const std::int64_t days = std::chrono::sys_days(*day).time_since_epoch().count();
    const std::int64_t written = days * 86'400 + date.hour * 3'600 + date.minute * 60 + date.second;
    const std::int64_t seconds = written - (date.zoneMinutes ? *date.zoneMinutes * 60 : offsetAt(written, local));
    const std::int64_t ticks = UnixEpochTicks + seconds * TicksPerSecond + date.ticks;
    if (ticks <= 0)
        return {};
    return Timestamp{static_cast<std::uint64_t>(ticks)};
}

} // namespace evident
