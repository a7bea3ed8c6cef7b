// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads the parts of an article's head that say which events it speaks of: values, match and not-match. Faults go to
// the list that is handed in; what could be read is returned all the same.

#include "knowledge/article.h"
#include "knowledge/headtree.h"

#include <vector>

namespace evident {

/// "values": names and the places of the event they are looked for.
[[nodiscard]] std::vector<ValueName> readValues(const HeadNode &head, FaultList &faults);

enum class RuleKind : std::uint8_t { Match, NotMatch };
/// "match" or "not-match": one rule or a list of them. A NotMatch rule may leave out provider and id.
[[nodiscard]] std::vector<MatchRule> readRules(
    const HeadNode &head, RuleKind kind, const std::vector<ValueName> &values, FaultList &faults);

/// A place as it is written: "string 2", "value Service", "data 0", "data text", "level", "channel", "computer",
/// "source", "text", "text /service \"([^\"]+)\"/". Nothing when it is none of these.
[[nodiscard]] std::optional<ValuePlace> placeFrom(const QString &written);
/// An event id: 0 to 65535.
/// Whether an article may call a value so.
[[nodiscard]] bool isValueName(QStringView name);
[[nodiscard]] std::optional<std::uint16_t> eventIdFrom(const QString &written);
/// Names that every article may use without declaring them, with their places.
[[nodiscard]] const std::vector<ValueName> &builtInValues();
/// The value of this name among @p values and the built-in ones, or null.
[[nodiscard]] const ValueName *valueNamed(const std::vector<ValueName> &values, QStringView name);

} // namespace evident
