// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How serious Windows said an event is. What Evident knows of it is another thing: see knowledge/verdict.h.

#include <QLatin1StringView>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace evident {

enum class Level : std::uint8_t {
    Critical,
    Error,
    Warning,
    Information,
    Verbose,
    LogAlways,
    AuditSuccess,
    AuditFailure,
    Other
};

/// Keyword bits that make an event of level 0 an audit (winmeta.xml: Audit Success, Audit Failure) or mark a classic one.
inline constexpr std::uint64_t KeywordAuditFailure = 0x0010'0000'0000'0000;
inline constexpr std::uint64_t KeywordAuditSuccess = 0x0020'0000'0000'0000;
inline constexpr std::uint64_t KeywordClassic = 0x0080'0000'0000'0000;

/// @p number is the record's own level, 0 to 255 (winmeta.xml: 1 critical … 5 verbose); no number at all is LogAlways.
[[nodiscard]] Level levelFrom(std::optional<std::uint8_t> number, std::uint64_t keywords);
/// The word of CONTRACT's lists: "critical", "error", … "auditFailure", "other". Never translated.
[[nodiscard]] QLatin1StringView levelWord(Level level);
[[nodiscard]] std::optional<Level> levelFromWord(QStringView word);

} // namespace evident
