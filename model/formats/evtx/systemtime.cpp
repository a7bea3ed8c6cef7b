// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/systemtime.h"

#include <chrono>

namespace evident::evtx {

namespace {

constexpr std::int64_t TicksPerSecond = 10'000'000;

void appendDigits(OutBuffer &out, unsigned number, int digits)
{
    char *const at = out.reserve(static_cast<std::size_t>(digits));
    for (int i = digits - 1; i >= 0; --i) {
        at[i] = static_cast<char>('0' + number % 10);
        number /= 10;
    }
    out.advance(static_cast<std::size_t>(digits));
}

struct Fields {
    int year;
    unsigned month;
    unsigned day;
    unsigned hour;
    unsigned minute;
    unsigned second;
    std::int64_t ticks; ///< of the second
};

Timestamp momentOf(const Fields &fields)
{
    using namespace std::chrono;
    const year_month_day date{year{fields.year}, month{fields.month}, day{fields.day}};
    if (!date.ok() || fields.year < 1601 || fields.hour > 23 || fields.minute > 59 || fields.second > 59)
        return {};
    const auto days = (sys_days{date} - sys_days{year{1601} / January / 1}).count();
    const std::int64_t seconds = ((days * 24LL + fields.hour) * 60 + fields.minute) * 60 + fields.second;
    return {static_cast<std::uint64_t>(seconds * TicksPerSecond + fields.ticks)};
}

/// The number of exactly @p digits digits at @p offset, or -1.
int numberAt(QStringView text, qsizetype offset, qsizetype digits)
{
    if (offset + digits > text.size())
        return -1;
    int number = 0;
    for (const QChar c : text.sliced(offset, digits)) {
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

} // namespace

void appendSystemTime(OutBuffer &out, Bytes fields)
{
    static constexpr struct {
        std::size_t field;
        int digits;
        char behind;
    } parts[] = {{0, 4, '-'}, {1, 2, '-'}, {3, 2, 'T'}, {4, 2, ':'}, {5, 2, ':'}, {6, 2, '.'}, {7, 3, 'Z'}};
    for (const auto &part : parts) {
        appendDigits(out, readLe<std::uint16_t>(fields, part.field * 2), part.digits);
        out.append(part.behind);
    }
}

Timestamp fromSystemTime(Bytes fields)
{
    const auto field = [&](std::size_t number) { return readLe<std::uint16_t>(fields, number * 2); };
    return momentOf({.year = field(0),
        .month = field(1),
        .day = field(3),
        .hour = field(4),
        .minute = field(5),
        .second = field(6),
        .ticks = field(7) % 1000 * std::int64_t{10'000}});
}

Timestamp fromIsoText(QStringView text)
{
    constexpr qsizetype WholeSeconds = 19;
    if (text.size() < WholeSeconds || text[4] != u'-' || text[7] != u'-' || text[10] != u'T' || text[13] != u':'
        || text[16] != u':')
        return {};
    std::int64_t ticks = 0;
    if (text.size() > WholeSeconds && text[WholeSeconds] == u'.') {
        std::int64_t unit = TicksPerSecond / 10;
        for (qsizetype i = WholeSeconds + 1; i < text.size() && text[i] >= u'0' && text[i] <= u'9'; ++i, unit /= 10)
            ticks += (text[i].unicode() - u'0') * unit;
    }
    const auto part = [&](qsizetype offset) { return static_cast<unsigned>(numberAt(text, offset, 2)); };
    return momentOf({.year = numberAt(text, 0, 4),
        .month = part(5),
        .day = part(8),
        .hour = part(11),
        .minute = part(14),
        .second = part(17),
        .ticks = ticks});
}

} // namespace evident::evtx
