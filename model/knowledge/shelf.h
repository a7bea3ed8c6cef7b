// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All articles the program knows: those packed at build, and folders the user adds, whose articles override ours by
// id. Made once at start by main and shared by const reference; reloading makes a new Shelf.

#include "error.h"
#include "knowledge/article.h"
#include "knowledge/articlefault.h"

#include <QHash>

#include <memory>
#include <vector>

namespace evident {

/// The place of an article on its shelf; valid for that Shelf alone.
enum class ArticleNumber : std::uint16_t { };

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
    enum class Origin : std::uint8_t { Shipped, Own };
    /// Adds one article, in the place of the one with its id if there is one. False when the shelf is full.
    bool add(std::shared_ptr<const Article> article, Origin origin = Origin::Shipped);

    [[nodiscard]] std::size_t size() const { return m_articles.size(); }
    [[nodiscard]] const Article &article(ArticleNumber number) const
    {
        return *m_articles[static_cast<std::size_t>(number)];
    }
    /// Whether the user or the team wrote it: of two that fit an event equally well, theirs is shown.
    [[nodiscard]] bool isOwn(ArticleNumber number) const { return m_isOwn[static_cast<std::size_t>(number)]; }
    /// The article with this id, or nothing.
    [[nodiscard]] const Article *find(const QString &id) const;

private:
    QHash<QString, ArticleNumber> m_numbers; ///< by id
    std::vector<std::shared_ptr<const Article>> m_articles;
    std::vector<bool> m_isOwn; ///< as long as m_articles
};

} // namespace evident
