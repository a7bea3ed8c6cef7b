// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/verdict.h"

#include <array>
#include <utility>

namespace evident {

namespace {

constexpr std::array Verdicts{"act", "watch", "depends", "harmless"};
static_assert(Verdicts.size() == std::to_underlying(Verdict::Harmless) + 1U);

constexpr std::array Conclusions{"confirmed harmless", "confirmed fault", "does not apply", "not confirmed"};
static_assert(Conclusions.size() == std::to_underlying(ConclusionKind::NotConfirmed) + 1U);

template<typename Enum, std::size_t Size>
std::optional<Enum> fromWord(const std::array<const char *, Size> &words, QStringView word)
{
    for (std::size_t i = 0; i < Size; ++i) {
        if (word == QLatin1StringView(words[i]))
            return static_cast<Enum>(i);
    }
    return {};
}

} // namespace

QLatin1StringView verdictWord(Verdict verdict)
{
    return QLatin1StringView(Verdicts.at(std::to_underlying(verdict)));
}

std::optional<Verdict> verdictFromWord(QStringView word)
{
    return fromWord<Verdict>(Verdicts, word);
}

QLatin1StringView conclusionWord(ConclusionKind kind)
{
    return QLatin1StringView(Conclusions.at(std::to_underlying(kind)));
}

std::optional<ConclusionKind> conclusionFromWord(QStringView word)
{
    return fromWord<ConclusionKind>(Conclusions, word);
}

} // namespace evident
