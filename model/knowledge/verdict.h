// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What Evident knows of an event, and what a check made of it. The words are part of the public face (scan's JSON);
// paint, icons and translations are the views' business.

#include <QLatin1StringView>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace evident {

/// Weightiest first.
enum class Verdict : std::uint8_t { Act, Watch, Depends, Harmless };
/// "act", "watch", "depends", "harmless".
[[nodiscard]] QLatin1StringView verdictWord(Verdict verdict);
[[nodiscard]] std::optional<Verdict> verdictFromWord(QStringView word);

/// What the check of a finding came to.
enum class ConclusionKind : std::uint8_t { ConfirmedHarmless, ConfirmedFault, DoesNotApply, NotConfirmed };
/// "confirmed harmless", "confirmed fault", "does not apply", "not confirmed".
[[nodiscard]] QLatin1StringView conclusionWord(ConclusionKind kind);
[[nodiscard]] std::optional<ConclusionKind> conclusionFromWord(QStringView word);

} // namespace evident
