// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words a person reads for what the model knows as enums and numbers, in the language and locale of the program:
// used by every report, and by views that want the same words.

#include "checks/checkresult.h"
#include "events/damage.h"
#include "events/level.h"
#include "knowledge/verdict.h"

#include <QTimeZone>

namespace evident {

/// "Act", "Watch", "Depends", "Harmless".
[[nodiscard]] QString verdictText(Verdict verdict);
/// A shape of its own for each verdict, for text: ⬣ ▲ ◆ ✓.
[[nodiscard]] QChar verdictShape(Verdict verdict);
/// "Confirmed harmless", "Confirmed fault", "Does not apply", "Not confirmed".
[[nodiscard]] QString conclusionText(ConclusionKind kind);
/// Event Viewer's words: "Critical", "Error", … "Audit Failure", "Other".
[[nodiscard]] QString levelText(Level level);
/// "Automatic", "Manual", "Disabled" …
[[nodiscard]] QString startTypeText(StartType type);
/// How it was asked: "service manager of the running computer", "copy of its registry (SYSTEM hive)" …
[[nodiscard]] QString checkedByText(CheckedBy by);

/// Date and time to the second with a year of four digits and the offset, e.g. "12.03.1999 14:02:11 UTC+01:00";
/// "unknown" when null.
[[nodiscard]] QString timeText(Timestamp time, const QTimeZone &zone);
/// "UTC", "UTC+01:00": the zone's offset at that moment.
[[nodiscard]] QString offsetText(Timestamp time, const QTimeZone &zone);
[[nodiscard]] QString countText(std::uint64_t count);

/// What and where: "chunk header at byte 65,536: its checksum is wrong (65,536 bytes)".
[[nodiscard]] QString damageText(const Damage &damage);
/// "2 places could not be read"; empty for none.
[[nodiscard]] QString damageSummary(const Damages &damages);

/// @p text with what could play tricks on a reader made visible: control characters but for line feed and tab (which
/// becomes blanks), and characters that turn the writing direction. CR LF becomes LF.
[[nodiscard]] QString visible(const QString &text);

} // namespace evident
