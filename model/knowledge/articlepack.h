// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one file that holds all articles and their translations (articles.pack), written at build by evident-pack and
// read at start. Little-endian: "EVAP", u16 version, u16 number of languages and their codes, u32 number of articles;
// then each article as u32 size, what is the same in every language, u16 number of texts, and each text as u16
// language, u32 size and its strings. A string is u32 size and UTF-8. Texts of other languages are passed over unread.

#include "error.h"
#include "knowledge/articleparser.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <vector>

namespace evident {

/// An article and its translations by language code.
struct PackedArticle {
    Article article;
    QHash<QString, ArticleProse> translations;
};

[[nodiscard]] QByteArray packArticles(const std::vector<PackedArticle> &articles);

/// The articles in the language nearest to @p language ("de_AT" takes "de"), English where there is no translation.
/// Errors: BadMagic, UnsupportedVersion, BadArticle with the offset where reading stopped.
[[nodiscard]] Result<std::vector<std::shared_ptr<const Article>>> unpackArticles(
    const QByteArray &pack, const QString &language);

} // namespace evident
