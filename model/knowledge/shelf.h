// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All articles the program knows: those packed at build, and folders the user adds, whose articles override ours by
// id. Made once at start by main and shared by const reference; reloading makes a new Shelf.

#include "error.h"
#include "knowledge/article.h"

#include <memory>

namespace evident {

/// The place of an article on its shelf; valid for that Shelf alone.
enum class ArticleNumber : std::uint16_t {};

/// A broken article among others: the rest is used all the same.
struct ArticleFault {
    QString file;
    int line = 0; ///< counted from 1; 0 when it concerns the whole file
    QString sentence; ///< what is wrong and what is expected, plain
};

class Shelf {
public:
    Shelf() = default;

    /// Reads what the build packed (`articles.pack`). @p language picks translations ("de"); an article without one
    /// stays in English. Errors: NotFound, ReadFailed, BadArticle.
    [[nodiscard]] static Result<Shelf> openPacked(const QString &file, const QString &language);
    /// Where the pack lies: beside the program in a build, in the shared data folder when installed.
    [[nodiscard]] static QString packedFile();
    /// Adds every *.md below @p folder. What is broken is left out and named in the answer.
    std::vector<ArticleFault> addFolder(const QString &folder);

    [[nodiscard]] std::size_t size() const { return m_articles.size(); }
    [[nodiscard]] const Article &article(ArticleNumber number) const { return *m_articles[static_cast<std::size_t>(number)]; }
    /// The article with this id, or nothing.
    [[nodiscard]] const Article *find(const QString &id) const;

private:
    std::vector<std::shared_ptr<const Article>> m_articles;
};

} // namespace evident
