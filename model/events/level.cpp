// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/level.h"

#include <QString>

#include <array>
#include <utility>

namespace evident {

namespace {

constexpr std::array Words{
    "critical", "error", "warning", "information", "verbose", "logAlways", "auditSuccess", "auditFailure", "other"};
static_assert(Words.size() == std::to_underlying(Level::Other) + 1U);

} // namespace

Level levelFrom(std::optional<std::uint8_t> number, std::uint64_t keywords)
{
    if (number.value_or(0) == 0) {
        if (keywords & KeywordAuditFailure)
            return Level::AuditFailure;
        return keywords & KeywordAuditSuccess ? Level::AuditSuccess : Level::LogAlways;
    }
    return *number <= 5 ? static_cast<Level>(*number - 1) : Level::Other;
}

QLatin1StringView levelWord(Level level)
{
    return QLatin1StringView(Words.at(std::to_underlying(level)));
}

std::optional<Level> levelFromWord(QStringView word)
{
    for (std::size_t i = 0; i < Words.size(); ++i) {
        if (word.compare(QLatin1StringView(Words[i]), Qt::CaseInsensitive) == 0)
            return static_cast<Level>(i);
    }
    return {};
}

} // namespace evident
