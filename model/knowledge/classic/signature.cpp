// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/classic/signature.h"

#include "knowledge/classic/eventblocks.h"
#include "knowledge/classic/eventmentions.h"

#include <QRegularExpression>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t MostSignatures = 500; ///< of one article; lists of what a service pack mends are long
constexpr qsizetype LongestText = 2000;

/// Gathers what blocks, tables and sentences name, each pair of source and id once for each text.
class Signatures {
public:
    void add(EventSignature signature);
    [[nodiscard]] bool knows(std::uint16_t id) const { return std::ranges::contains(m_all, id, &EventSignature::id); }
    std::vector<EventSignature> finished();

private:
    std::vector<EventSignature> m_all;
};

void Signatures::add(EventSignature signature)
{
    const QString source = foldedSource(signature.source);
    for (auto &known : m_all) {
        if (known.id != signature.id || foldedSource(known.source) != source)
            continue;
        if (signature.text.isEmpty() || known.text == signature.text)
            return;
        if (known.text.isEmpty()) {
            known.text = std::move(signature.text);
            return;
        }
    }
    if (m_all.size() < MostSignatures)
        m_all.push_back(std::move(signature));
}

/// An id without source is the same event as the one with it.
std::vector<EventSignature> Signatures::finished()
{
    std::vector<EventSignature> kept;
    for (const auto &one : m_all) {
        const auto sameNamed = [&](const EventSignature &other) {
            return other.id == one.id && !other.source.isEmpty() && (one.text.isEmpty() || other.text == one.text);
        };
        if (!one.source.isEmpty() || std::ranges::none_of(m_all, sameNamed))
            kept.push_back(one);
    }
    return kept;
}

/// A block that prints a source and no id: the event that the sentence above it names.
void giveId(EventBlock &block, const std::vector<Paragraph> &paragraphs, LogIsMeant log)
{
    const Paragraph *above = nullptr;
    for (const auto &paragraph : paragraphs) {
        if (paragraph.first < block.first)
            above = &paragraph;
    }
    if (!above || !above->text.endsWith(u':'))
        return;
    const auto mentions = mentionsIn(above->text, log);
    if (mentions.size() == 1)
        block.ids = {mentions.front().id};
}

void addBlocks(
    Signatures &signatures, std::vector<EventBlock> blocks, const std::vector<Paragraph> &paragraphs, LogIsMeant log)
{
    for (auto &block : blocks) {
        if (block.ids.empty())
            giveId(block, paragraphs, log);
        if (block.source.isEmpty())
            block.source = sourceOfUnknownDescription(block.text);
        for (const auto id : block.ids)
            signatures.add(
                {.source = block.source, .id = id, .type = block.type, .text = block.text.left(LongestText)});
    }
}

/// What an indented paragraph under a sentence that announces an event says.
QString announcedText(const std::vector<Paragraph> &paragraphs, std::size_t at)
{
    if (at + 1 >= paragraphs.size() || !announcesEvent(paragraphs[at].text))
        return {};
    const auto &next = paragraphs[at + 1];
    return next.indent > paragraphs[at].indent ? next.text.left(LongestText) : QString();
}

void addMentions(Signatures &signatures, const std::vector<Paragraph> &paragraphs, LogIsMeant log)
{
    for (std::size_t at = 0; at < paragraphs.size(); ++at) {
        const auto mentions = mentionsIn(paragraphs[at].text, log);
        for (const auto &mention : mentions) {
            if (!mention.source.isEmpty() || !signatures.knows(mention.id))
                signatures.add({.source = mention.source,
                    .id = mention.id,
                    .type = {},
                    .text = mentions.size() == 1 ? announcedText(paragraphs, at) : QString()});
        }
    }
}

/// Paragraphs that begin with a number alone, under a sentence that speaks of event ids without saying any.
void addNumbered(Signatures &signatures, const ArticleLines &lines, const std::vector<Paragraph> &paragraphs)
{
    static const QRegularExpression speaks(
        u"\\bevent[ -]?ids?\\b(?! ?[:=]? ?\\d)"_s, QRegularExpression::CaseInsensitiveOption);
    bool isAnnounced = false;
    for (const auto &paragraph : paragraphs) {
        bool isNumber = false;
        const std::uint16_t id = lines[paragraph.first].text.trimmed().toUShort(&isNumber);
        if (isAnnounced && isNumber && paragraph.indent > 0 && paragraph.count > 1) {
            const auto rest = std::span(lines).subspan(paragraph.first + 1, paragraph.count - 1);
            signatures.add({.source = {}, .id = id, .type = {}, .text = joined(rest).left(LongestText)});
        } else if (paragraph.indent == 0) {
            isAnnounced = paragraph.text.endsWith(u':') && paragraph.text.contains(speaks);
        }
    }
}

bool mayNameEvents(const ClassicArticle &article)
{
    const auto names = [](const QString &text) { return text.contains("event"_L1, Qt::CaseInsensitive); };
    return names(article.title) || std::ranges::any_of(article.sections, names, &ClassicSection::text);
}

LogIsMeant logIsMeantIn(const ClassicArticle &article)
{
    const bool any = std::ranges::any_of(article.sections,
        [](const ClassicSection &section) { return evident::logIsMeantIn(section.text) == LogIsMeant::Yes; });
    return any || evident::logIsMeantIn(article.title) == LogIsMeant::Yes ? LogIsMeant::Yes : LogIsMeant::No;
}

} // namespace

QString foldedSource(QStringView source)
{
    QString folded;
    for (const QChar c : source) {
        if (c.isLetterOrNumber())
            folded += c.toLower();
    }
    return folded;
}

std::vector<EventSignature> signaturesOf(const ClassicArticle &article)
{
    if (!mayNameEvents(article))
        return {};
    const LogIsMeant log = logIsMeantIn(article);
    Signatures signatures;
    auto lines = linesOf(article);
    auto rows = tableRowsIn(lines);
    auto blocks = blocksIn(lines);
    const auto paragraphs = paragraphsOf(lines);
    addBlocks(signatures, std::move(blocks), paragraphs, log);
    addBlocks(signatures, std::move(rows), paragraphs, log);
    addNumbered(signatures, lines, paragraphs);
    addMentions(signatures, paragraphs, log);
    for (const auto &mention : mentionsIn(article.title, log)) {
        if (!signatures.knows(mention.id))
            signatures.add({.source = mention.source, .id = mention.id, .type = {}, .text = {}});
    }
    return signatures.finished();
}

} // namespace evident
