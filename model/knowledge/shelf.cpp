// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/shelf.h"

#include "knowledge/articlefiles.h"
#include "knowledge/articlepack.h"
#include "knowledge/articleparser.h"

#include <QCoreApplication>
#include <QFile>

#include <limits>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t MaxArticles = std::numeric_limits<std::uint16_t>::max() - 1; ///< a Highlight is the number + 1

} // namespace

Result<Shelf> Shelf::openPacked(const QString &file, const QString &language)
{
    QFile pack(file);
    if (!pack.exists())
        return failure(ErrorCode::NotFound, "article pack", {.source = file});
    if (!pack.open(QIODevice::ReadOnly))
        return failure(ErrorCode::ReadFailed, "article pack", {.source = file});
    auto articles = unpackArticles(pack.readAll(), language);
    if (!articles) {
        articles.error().place.source = file;
        return std::unexpected(std::move(articles.error()));
    }
    Shelf shelf;
    for (auto &article : *articles)
        shelf.add(std::move(article));
    return shelf;
}

QString Shelf::packedFile()
{
    const QString program = QCoreApplication::applicationDirPath();
    const QString beside = program + "/articles.pack"_L1;
    return QFile::exists(beside) ? beside : program + "/../share/evident/articles.pack"_L1;
}

std::vector<ArticleFault> Shelf::addFolder(const QString &folder)
{
    std::vector<ArticleFault> faults;
    for (const auto &found : articleFiles(folder)) {
        FaultList ownFaults(found.path);
        if (const auto bytes = readArticleFile(found.path, ownFaults)) {
            if (auto parsed = parseArticle(found.id, *bytes, ownFaults);
                parsed && !add(std::make_shared<Article>(std::move(parsed->article)), Origin::Own))
                ownFaults.add(0, QCoreApplication::translate("Article", "There are too many articles."));
        }
        faults.insert(faults.end(), ownFaults.faults().begin(), ownFaults.faults().end());
    }
    return faults;
}

bool Shelf::add(std::shared_ptr<const Article> article, Origin origin)
{
    if (const auto known = m_numbers.constFind(article->id); known != m_numbers.cend()) {
        m_articles[static_cast<std::size_t>(*known)] = std::move(article);
        m_isOwn[static_cast<std::size_t>(*known)] = origin == Origin::Own;
        return true;
    }
    if (m_articles.size() >= MaxArticles)
        return false;
    m_numbers.insert(article->id, static_cast<ArticleNumber>(m_articles.size()));
    m_articles.push_back(std::move(article));
    m_isOwn.push_back(origin == Origin::Own);
    return true;
}

const Article *Shelf::find(const QString &id) const
{
    const auto found = m_numbers.constFind(id);
    return found == m_numbers.cend() ? nullptr : m_articles[static_cast<std::size_t>(*found)].get();
}

} // namespace evident
