// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Says in the user's language which conditions of a rule an event met. Pure function.

#include "knowledge/article.h"

namespace evident {

/// "provider is Perflib", "string 1 is MSExchangeIMC": @p provider is the name by which the event was found.
[[nodiscard]] QStringList whySentences(const MatchRule &rule, const QString &provider, const EventFacts &facts);

} // namespace evident
