// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/articleparser.h"

#include "knowledge/articletext.h"
#include "knowledge/checkreader.h"
#include "knowledge/rulereader.h"

#include <QCoreApplication>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// Reads the head and sections of one file; what an article and a translation have in common.
class ProseReader {
public:
    ProseReader(const HeadNode &head, const ArticleText &text, const std::vector<ValueName> &values, FaultList &faults)
        : m_head(head)
        , m_text(text)
        , m_known([&values](QStringView name) { return valueNamed(values, name) != nullptr; })
        , m_faults(faults)
    {
    }

    QString plain(QLatin1StringView key)
    {
        QString text = textOf(m_head, key, Need::Required, m_faults);
        if (const auto *node = m_head.child(QString(key)))
            checkNames(text, node->line, m_known, m_faults);
        return text;
    }

    std::array<QString, SectionCount> sections()
    {
        std::array<QString, SectionCount> markdown;
        for (std::size_t i = 0; i < SectionCount; ++i) {
            markdown[i] = m_text.sections[i].markdown;
            checkMarkdown(markdown[i], m_text.sections[i].line, m_known, m_faults);
        }
        return markdown;
    }

    const KnownName &known() { return m_known; }

private:
    const HeadNode &m_head;
    const ArticleText &m_text;
    KnownName m_known;
    FaultList &m_faults;
};

Verdict readVerdict(const HeadNode &head, FaultList &faults)
{
    const QString word = textOf(head, "verdict"_L1, Need::Required, faults);
    const auto verdict = verdictFromWord(word);
    if (!verdict && !word.isEmpty())
        faults.add(head.child(u"verdict")->line,
            QCoreApplication::translate("Article", "“%1” is no verdict; verdicts are harmless, watch, act and depends.")
                .arg(word));
    return verdict.value_or(Verdict::Watch);
}

std::vector<ArticleSource> readSources(const HeadNode &head, FaultList &faults)
{
    static constexpr std::array Keys{"title"_L1, "address"_L1};
    std::vector<ArticleSource> sources;
    for (const auto *node : mapsOf(head, "sources"_L1, Need::Required, faults)) {
        checkKeys(*node, Keys, faults);
        ArticleSource source{
            textOf(*node, Keys[0], Need::Required, faults), textOf(*node, Keys[1], Need::Optional, faults)};
        if (!source.address.isEmpty() && !source.address.startsWith("https://"_L1)
            && !source.address.startsWith("http://"_L1))
            faults.add(node->child(u"address")->line,
                QCoreApplication::translate("Article", "An address begins with https:// or http://."));
        sources.push_back(std::move(source));
    }
    return sources;
}

void checkId(const QString &id, FaultList &faults)
{
    static const QRegularExpression shape(u"^[a-z0-9-]+(/[a-z0-9-]+)*$"_s);
    if (!shape.match(id).hasMatch())
        faults.add(0,
            QCoreApplication::translate("Article",
                "Folders and files of articles are named in lower-case letters, digits and dashes; “%1” is not.")
                .arg(id));
}

} // namespace

std::optional<ParsedArticle> parseArticle(const QString &id, const QByteArray &file, FaultList &faults)
{
    static constexpr std::array Keys{"title"_L1, "verdict"_L1, "summary"_L1, "match"_L1, "not-match"_L1, "values"_L1,
        "check"_L1, "applies-to"_L1, "sources"_L1, "keywords"_L1, "examples"_L1};
    const auto before = faults.faults().size();
    checkId(id, faults);
    const auto text = cutArticle(file, {}, faults);
    const auto head = text ? readHead(text->head, text->headLine, faults) : std::nullopt;
    if (!head)
        return {};
    checkKeys(*head, Keys, faults);
    ParsedArticle parsed;
    auto &article = parsed.article;
    article.id = id;
    article.values = readValues(*head, faults);
    article.match = readRules(*head, RuleKind::Match, article.values, faults);
    article.notMatch = readRules(*head, RuleKind::NotMatch, article.values, faults);
    ProseReader reader(*head, *text, article.values, faults);
    article.title = reader.plain("title"_L1);
    article.verdict = readVerdict(*head, faults);
    article.summary = reader.plain("summary"_L1);
    article.checks = readChecks(*head, reader.known(), faults);
    article.appliesTo = textsOf(*head, "applies-to"_L1, Need::Required, faults);
    article.sources = readSources(*head, faults);
    article.keywords = textsOf(*head, "keywords"_L1, Need::Required, faults);
    article.sections = reader.sections();
    parsed.examples = readExamples(*head, faults);
    parsed.matchLine = head->child(u"match") ? head->child(u"match")->line : head->line;
    if (faults.faults().size() != before)
        return {};
    return parsed;
}

ArticleProse proseOf(const Article &article)
{
    ArticleProse prose{article.title, article.summary, {}, {}, article.sections};
    for (const auto &check : article.checks)
        prose.checks.push_back({check.yes.sentence, check.no.sentence, check.unknown});
    return prose;
}

std::optional<ArticleProse> parseTranslation(
    const Article &original, QStringView language, const QByteArray &file, FaultList &faults)
{
    static constexpr std::array Keys{"title"_L1, "summary"_L1, "check"_L1, "keywords"_L1};
    const auto before = faults.faults().size();
    const auto text = cutArticle(file, language, faults);
    const auto head = text ? readHead(text->head, text->headLine, faults) : std::nullopt;
    if (!head)
        return {};
    checkKeys(*head, Keys, faults);
    ProseReader reader(*head, *text, original.values, faults);
    ArticleProse prose;
    prose.title = reader.plain("title"_L1);
    prose.summary = reader.plain("summary"_L1);
    prose.keywords = textsOf(*head, "keywords"_L1, Need::Optional, faults);
    prose.checks = readCheckProse(*head, original, reader.known(), faults);
    prose.sections = reader.sections();
    if (faults.faults().size() != before)
        return {};
    return prose;
}

} // namespace evident
