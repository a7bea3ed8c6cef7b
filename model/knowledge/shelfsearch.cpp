// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/shelfsearch.h"

#include "knowledge/classic/signature.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr double TitleWeight = 4;
constexpr double EventWeight = 4;
constexpr double KeywordWeight = 3;
constexpr double TextWeight = 1;
constexpr double SourceAndIdBoost = 12; ///< as for imported articles
constexpr double IdBoost = 5;

/// What of an article is looked through, folded.
struct Searched {
    QString title;
    QString events;
    QString keywords;
    QString text;
};

/// Without an event there are no values: their names stand in angle brackets.
QString withoutValues(QString text)
{
    static const QRegularExpression name(u"\\{([a-z][a-z0-9-]*)\\}"_s);
    return text.replace(name, u"<\\1>"_s);
}

QString textOf(const Article &article)
{
    static const QRegularExpression marks(u"[`*|]|^[ ]*[-#>]+ "_s, QRegularExpression::MultilineOption);
    QString text = article.summary;
    for (const auto &section : article.sections)
        text += u'\n' + section;
    return withoutValues(text.remove(marks));
}

Searched searchedOf(const Article &article)
{
    QString events;
    for (const auto &rule : article.match) {
        events += rule.providers.join(u' ') + u' ';
        for (const auto id : rule.ids)
            events += QString::number(id) + u' ';
    }
    return {.title = (article.title + u' ' + article.id).toCaseFolded(),
        .events = events.toCaseFolded(),
        .keywords = (article.keywords.join(u' ') + u' ' + article.appliesTo.join(u' ')).toCaseFolded(),
        .text = textOf(article).toCaseFolded()};
}

/// Whether a word of @p text begins so; all of it must be the same unless it is still being typed.
bool holdsWord(QStringView text, QStringView word, bool isOpen)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        const bool begins = at == 0 || !text[at - 1].isLetterOrNumber();
        const bool ends = isOpen || end == text.size() || !text[end].isLetterOrNumber();
        if (begins && ends)
            return true;
    }
    return false;
}

double weightOf(const Searched &searched, QStringView word, bool isOpen)
{
    double weight = holdsWord(searched.title, word, isOpen) ? TitleWeight : 0;
    weight += holdsWord(searched.events, word, isOpen) ? EventWeight : 0;
    weight += holdsWord(searched.keywords, word, isOpen) ? KeywordWeight : 0;
    return weight + (holdsWord(searched.text, word, isOpen) ? TextWeight : 0);
}

double boostOf(const Article &article, const SearchWords &words)
{
    double boost = 0;
    for (const auto &rule : article.match) {
        const bool hasId = std::ranges::any_of(words.ids, [&](auto id) { return std::ranges::contains(rule.ids, id); });
        const bool hasSource = std::ranges::any_of(
            rule.providers, [&](const QString &name) { return words.folded.contains(foldedSource(name)); });
        if (hasId)
            boost = std::max(boost, hasSource ? SourceAndIdBoost : IdBoost);
    }
    return boost;
}

} // namespace

std::vector<ShelfHit> searchShelf(const Shelf &shelf, const SearchWords &words, std::size_t most)
{
    if (words.words.isEmpty())
        return {};
    const auto count = static_cast<qsizetype>(shelf.size());
    std::vector<std::vector<double>> weights; ///< by word, then by article
    std::vector<Searched> searched;
    searched.reserve(shelf.size());
    for (qsizetype i = 0; i < count; ++i)
        searched.push_back(searchedOf(shelf.article(static_cast<ArticleNumber>(i))));
    for (const QString &word : words.words) {
        const bool isOpen = words.lastIsOpen && &word == &words.words.last();
        auto &ofWord = weights.emplace_back();
        for (const auto &one : searched)
            ofWord.push_back(weightOf(one, word, isOpen));
        const auto holders = std::ranges::count_if(ofWord, [](double weight) { return weight > 0; });
        const double rarity = std::log(1 + double(count) / (1 + double(holders)));
        for (double &weight : ofWord)
            weight *= rarity;
    }
    std::vector<ShelfHit> hits;
    for (std::size_t i = 0; i < searched.size(); ++i) {
        double score = 0;
        bool all = true;
        for (const auto &ofWord : weights) {
            score += ofWord[i];
            all = all && ofWord[i] > 0;
        }
        if (all) {
            const auto &article = shelf.article(static_cast<ArticleNumber>(i));
            hits.push_back({static_cast<ArticleNumber>(i), score + boostOf(article, words), {}, {}});
        }
    }
    std::ranges::stable_sort(hits, std::ranges::greater(), &ShelfHit::score);
    hits.resize(std::min(hits.size(), most));
    for (auto &hit : hits)
        hit.title = withoutValues(shelf.article(hit.article).title);
    for (auto &hit : hits)
        hit.snippet = snippetOf(textOf(shelf.article(hit.article)), words);
    return hits;
}

} // namespace evident
