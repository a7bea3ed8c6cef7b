// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What somebody typed to find articles, taken apart: words, among them numbers that may be event ids. Plain values,
// made once for a search. The same words look through our own articles and through imported ones.

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace evident {

struct SearchWords {
    QStringList words; ///< folded, at most 12
    bool lastIsOpen = false; ///< the last word may be the begin of one, for it is still being typed
    std::vector<std::uint16_t> ids; ///< of those words that are numbers
    QString folded; ///< letters and digits of all, to look for sources in it: see foldedSource
};

[[nodiscard]] SearchWords searchWordsOf(const QString &text);
/// A query for FTS5 that demands every word, each as it is written.
[[nodiscard]] QString ftsQueryOf(const SearchWords &words);
/// A piece of @p text around the first of the words, white space joined, with "…" where it was cut.
[[nodiscard]] QString snippetOf(const QString &text, const SearchWords &words);

} // namespace evident
