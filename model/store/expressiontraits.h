// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What can be said of a regular expression by its words alone, so that most texts need not be matched against it: seen only where it
// is certain. A free function; what it answers holds for Expression's language.

#include <QStringList>

namespace evident {

struct ExpressionTraits {
    static constexpr qsizetype MostLiterals = 8;

    /// Every text that matches holds one of these, in whatever case; ASCII without control characters. Empty: nothing is known.
    QStringList literals;
    /// False: what matches in a text matches also where that text stands in a longer one, between characters that are no
    /// part of words. True: it might look at what stands beside (^, $, (?=…)), or not go back to what would match (a++).
    bool looksAround = true;
};

/// @p expression must have no fault.
[[nodiscard]] ExpressionTraits traitsOf(QStringView expression);

} // namespace evident
