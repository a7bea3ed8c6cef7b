// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/classic/searchwords.h"

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostWords = 12;
constexpr qsizetype LongestWord = 100;
constexpr qsizetype ShortestBegin = 3; ///< a shorter begin is of too many words to be worth their reading
constexpr qsizetype SnippetBefore = 60;
constexpr qsizetype SnippetLength = 200;

bool hasWord(QStringView word)
{
    return std::ranges::any_of(word, [](QChar c) { return c.isLetterOrNumber(); });
}

} // namespace

SearchWords searchWordsOf(const QString &text)
{
    SearchWords search;
    for (const QString &word : text.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (!hasWord(word) || search.words.size() == MostWords)
            continue;
        search.words.append(word.left(LongestWord));
        bool isNumber = false;
        const std::uint16_t id = word.toUShort(&isNumber);
        if (isNumber)
            search.ids.push_back(id);
        for (const QChar c : word) {
            if (c.isLetterOrNumber())
                search.folded += c.toLower();
        }
    }
    search.lastIsOpen = !search.words.isEmpty() && !text.endsWith(u' ') && search.words.last().size() >= ShortestBegin
        && search.words.last().back().isLetterOrNumber();
    return search;
}

QString ftsQueryOf(const SearchWords &search)
{
    QStringList parts;
    for (const QString &word : search.words)
        parts.append(u'"' + QString(word).replace(u'"', u' ') + u'"');
    if (search.lastIsOpen)
        parts.last() += u'*';
    return parts.join(u' ');
}

QString snippetOf(const QString &text, const SearchWords &search)
{
    qsizetype at = -1;
    for (const QString &word : search.words) {
        const qsizetype found = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (found >= 0 && (at < 0 || found < at))
            at = found;
    }
    qsizetype begin = std::max<qsizetype>(0, at - SnippetBefore);
    while (begin > 0 && !text[begin - 1].isSpace())
        --begin;
    qsizetype end = std::min(text.size(), begin + SnippetLength);
    while (end < text.size() && end > begin && !text[end].isSpace())
        --end;
    const QString piece = text.sliced(begin, end - begin).simplified();
    return (begin > 0 ? u"… "_s : QString()) + piece + (end < text.size() ? u" …"_s : QString());
}

} // namespace evident
