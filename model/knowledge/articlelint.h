// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything that can be wrong with a folder of articles: each file by itself, then what they are to each other, their
// examples, and their translations. Used by the build, by "articles lint" and by the tests; it shows no faults as
// nothing found, never as nothing looked at: count says how many articles were.

#include "knowledge/articlepack.h"

namespace evident {

struct LintedArticles {
    std::vector<PackedArticle> articles; ///< those that are right
    std::vector<ArticleFault> faults; ///< by file, then by line
    std::size_t count = 0; ///< files looked at
};

/// Checks all articles below @p folders together: ids, rules that cannot be told apart, and every example, which must
/// find its own article first. @p translations: a folder with one folder per language, or empty.
[[nodiscard]] LintedArticles lintArticles(const QStringList &folders, const QString &translations = {});

} // namespace evident
