// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/timestamp.h"

#include <array>
#include <charconv>
#include <chrono>

namespace evident {

namespace {

constexpr std::uint64_t TicksPerSecond = 10'000'000;
constexpr std::uint64_t UnixEpochTicks = 116'444'736'000'000'000;
constexpr std::uint64_t FirstUnprintable = 2'650'467'744'000'000'000; // 10000-01-01T00:00:00Z

void putDigits(char *at, std::uint64_t value, int digits)
{
    for (int i = digits - 1; i >= 0; --i) {
        at[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
}

} // namespace

Timestamp Timestamp::fromUnix(std::uint32_t seconds)
{
    return {UnixEpochTicks + seconds * TicksPerSecond};
}

Timestamp Timestamp::now()
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    const auto ns = std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
    return {UnixEpochTicks + static_cast<std::uint64_t>(ns) / 100};
}

bool Timestamp::isPrintable() const
{
    return ticks < FirstUnprintable;
}

QDateTime Timestamp::toDateTime() const
{
    if (isNull() || !isPrintable())
        return {};
    const auto ms = static_cast<std::int64_t>(ticks / 10'000) - static_cast<std::int64_t>(UnixEpochTicks / 10'000);
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC);
}

QString Timestamp::toIso() const
{
    if (isNull())
        return {};
    OutBuffer out;
    appendIso(out, *this);
    return QString::fromLatin1(out.view().data(), static_cast<qsizetype>(out.size()));
}

void appendIso(OutBuffer &out, Timestamp time, int digits)
{
    if (!time.isPrintable()) {
        std::array<char, 24> text{};
        const auto end = std::to_chars(text.data(), text.data() + text.size(), time.ticks).ptr;
        out.append({text.data(), static_cast<std::size_t>(end - text.data())});
        return;
    }
    using namespace std::chrono;
    const std::uint64_t seconds = time.ticks / TicksPerSecond;
    const auto day = static_cast<int>(seconds / 86'400);
    const std::uint64_t inDay = seconds % 86'400;
    const year_month_day date{sys_days{year{1601} / January / 1} + days{day}};

    char *at = out.reserve(32);
    putDigits(at, static_cast<std::uint64_t>(static_cast<int>(date.year())), 4);
    at[4] = '-';
    putDigits(at + 5, static_cast<unsigned>(date.month()), 2);
    at[7] = '-';
    putDigits(at + 8, static_cast<unsigned>(date.day()), 2);
    at[10] = 'T';
    putDigits(at + 11, inDay / 3'600, 2);
    at[13] = ':';
    putDigits(at + 14, inDay / 60 % 60, 2);
    at[16] = ':';
    putDigits(at + 17, inDay % 60, 2);
    std::size_t length = 19;
    if (digits > 0) {
        std::uint64_t fraction = time.ticks % TicksPerSecond;
        for (int cut = 7; cut > digits; --cut)
            fraction /= 10;
        at[length] = '.';
        putDigits(at + length + 1, fraction, digits);
        length += 1 + static_cast<std::size_t>(digits);
    }
    at[length++] = 'Z';
    out.advance(length);
}

} // namespace evident
