// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads one article, or one translation of an article, from its file. The format is described in
// resources/articles/FORMAT.md; every rule broken becomes a fault with its line. Pure functions on bytes.

#include "knowledge/article.h"
#include "knowledge/examplereader.h"

#include <optional>
#include <vector>

namespace evident {

struct ParsedArticle {
    Article article;
    std::vector<ArticleExample> examples;
    int matchLine = 0; ///< of "match" in the file
};

/// Nothing when @p faults was added to.
[[nodiscard]] std::optional<ParsedArticle> parseArticle(const QString &id, const QByteArray &file, FaultList &faults);

/// What a translation replaces.
struct ArticleProse {
    struct Check {
        QString yes; ///< of a service: installed
        QString no;
        QString unknown;
    };
    QString title;
    QString summary;
    QStringList keywords; ///< added to those of the original
    std::vector<Check> checks;
    std::array<QString, SectionCount> sections;
};

[[nodiscard]] ArticleProse proseOf(const Article &article);
/// Nothing when @p faults was added to.
[[nodiscard]] std::optional<ArticleProse> parseTranslation(
    const Article &original, QStringView language, const QByteArray &file, FaultList &faults);

} // namespace evident
