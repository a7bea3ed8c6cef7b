// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/articlelint.h"

#include "knowledge/articlefiles.h"
#include "knowledge/articletext.h"
#include "knowledge/matcher.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

struct Read {
    QString path;
    ParsedArticle parsed;
};

class Linter {
public:
    void read(const QString &folder)
    {
        const auto files = articleFiles(folder);
        if (!QDir(folder).exists())
            m_faults.push_back({folder, 0, QCoreApplication::translate("Article", "There is no such folder.")});
        for (const auto &file : files) {
            ++m_count;
            FaultList faults(file.path);
            if (const auto bytes = readArticleFile(file.path, faults)) {
                if (auto parsed = parseArticle(file.id, *bytes, faults))
                    keep({file.path, std::move(*parsed)}, faults);
            }
            take(faults);
        }
    }

    void checkTogether()
    {
        Shelf shelf;
        for (const auto &one : m_read)
            shelf.add(std::make_shared<Article>(one.parsed.article));
        const Matcher matcher(shelf);
        QHash<QString, QString> bare; // provider and id of a rule without conditions → the article that has it
        for (const auto &one : m_read) {
            FaultList faults(one.path);
            checkBareRules(one, bare, faults);
            for (const auto &example : one.parsed.examples)
                checkExample(matcher, one, example, faults);
            take(faults);
        }
    }

    void readTranslations(const QString &folder)
    {
        for (const auto &language : articleLanguages()) {
            for (const auto &file : articleFiles(folder + u'/' + language)) {
                FaultList faults(file.path);
                translate(file, language, faults);
                take(faults);
            }
        }
    }

    LintedArticles finish()
    {
        LintedArticles result{.articles = {}, .faults = std::move(m_faults), .count = m_count};
        for (auto &one : m_read) {
            auto translations = m_translations.take(one.parsed.article.id);
            result.articles.push_back({std::move(one.parsed.article), std::move(translations)});
        }
        std::ranges::stable_sort(
            result.faults, {}, [](const ArticleFault &fault) { return std::pair(fault.file, fault.line); });
        return result;
    }

private:
    void take(const FaultList &faults)
    {
        m_faults.insert(m_faults.end(), faults.faults().begin(), faults.faults().end());
    }

    [[nodiscard]] const Read *withId(const QString &id) const
    {
        const auto found = std::ranges::find_if(m_read, [&](const Read &one) { return one.parsed.article.id == id; });
        return found == m_read.end() ? nullptr : &*found;
    }

    void keep(Read one, FaultList &faults)
    {
        if (const auto *other = withId(one.parsed.article.id))
            faults.add(0,
                QCoreApplication::translate("Article", "The id “%1” is taken by %2.")
                    .arg(one.parsed.article.id, other->path));
        else
            m_read.push_back(std::move(one));
    }

    static void checkBareRules(const Read &one, QHash<QString, QString> &bare, FaultList &faults)
    {
        const auto &article = one.parsed.article;
        for (const auto &rule : article.match) {
            for (qsizetype i = 0; rule.all.empty() && article.notMatch.empty() && i < rule.providers.size(); ++i) {
                for (const auto id : rule.ids) {
                    const auto key = canonicalProvider(rule.providers[i]) + u' ' + QString::number(id);
                    const auto other = bare.value(key, article.id);
                    bare.insert(key, other);
                    if (other != article.id)
                        faults.add(one.parsed.matchLine,
                            QCoreApplication::translate("Article",
                                "Nothing tells this article from “%1”: both speak of every "
                                "event %2 of %3. Add a condition under “where”.")
                                .arg(other, QString::number(id), rule.providers[i]));
                }
            }
        }
    }

    static void checkExample(const Matcher &matcher, const Read &one, const ArticleExample &example, FaultList &faults)
    {
        const auto &own = one.parsed.article.id;
        const auto matches = matcher.match(example.event);
        const auto idOf = [&](const Match &match) { return matcher.shelf().article(match.article).id; };
        const auto mine = std::ranges::find_if(matches, [&](const Match &match) { return idOf(match) == own; });
        if (example.expected == Expected::NoMatch) {
            if (mine != matches.end())
                faults.add(example.line,
                    QCoreApplication::translate("Article", "The article speaks of this example, which it must not."));
            return;
        }
        if (mine == matches.end())
            faults.add(example.line,
                QCoreApplication::translate("Article", "The article does not speak of this example, which it must."));
        else if (mine != matches.begin())
            faults.add(example.line,
                QCoreApplication::translate("Article", "“%1” fits this example better.").arg(idOf(matches.front())));
        else if (matches.size() > 1 && matches[1].score >= mine->score)
            faults.add(example.line,
                QCoreApplication::translate("Article", "“%1” fits this example just as well.").arg(idOf(matches[1])));
    }

    void translate(const ArticleFile &file, const QString &language, FaultList &faults)
    {
        const auto *original = withId(file.id);
        if (!original) {
            if (m_faults.empty()) // else the original may be among the broken
                faults.add(
                    0, QCoreApplication::translate("Article", "There is no article “%1” to translate.").arg(file.id));
            return;
        }
        if (const auto bytes = readArticleFile(file.path, faults)) {
            if (auto prose = parseTranslation(original->parsed.article, language, *bytes, faults))
                m_translations[file.id].insert(language, std::move(*prose));
        }
    }

    std::vector<Read> m_read;
    std::vector<ArticleFault> m_faults;
    QHash<QString, QHash<QString, ArticleProse>> m_translations;
    std::size_t m_count = 0;
};

} // namespace

LintedArticles lintArticles(const QStringList &folders, const QString &translations)
{
    Linter linter;
    for (const auto &folder : folders)
        linter.read(folder);
    linter.checkTogether();
    if (!translations.isEmpty())
        linter.readTranslations(translations);
    return linter.finish();
}

} // namespace evident
