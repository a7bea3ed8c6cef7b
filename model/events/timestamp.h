// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A moment as Windows counts it: 100 ns ticks since 1601-01-01 UTC (MS-DTYP 2.3.3 FILETIME). A plain value; tick 0
// means "no time".

#include "bytes/outbuffer.h"

#include <QDateTime>
#include <QTimeZone>

#include <compare>
#include <cstdint>

namespace evident {

struct Timestamp {
    std::uint64_t ticks = 0;

    /// From seconds since 1970-01-01 UTC, unsigned as the .evt format stores them.
    [[nodiscard]] static Timestamp fromUnix(std::uint32_t seconds);
    [[nodiscard]] static Timestamp now();
    [[nodiscard]] bool isNull() const { return ticks == 0; }
    /// False past 9999-12-31T23:59:59.9999999Z, the last moment that four digits of a year can show.
    [[nodiscard]] bool isPrintable() const;
    /// In UTC, cut to milliseconds; invalid when null or not printable.
    [[nodiscard]] QDateTime toDateTime() const;
    /// "2020-01-01T00:00:00.0000000Z"; the bare tick count when not printable; empty when null.
    [[nodiscard]] QString toIso() const;

    auto operator<=>(const Timestamp &) const = default;
};

/// Writes the ISO form with @p digits of a second (0 to 7), without building a string. Ticks that are not printable
/// are written as their number.
void appendIso(OutBuffer &out, Timestamp time, int digits = 7);

} // namespace evident
