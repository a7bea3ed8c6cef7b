// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/articletext.h"

#include "knowledge/markdownpieces.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxFile = 256 * 1024; ///< far above any article; protects memory from a misplaced file

struct Headings {
    QString language;
    std::array<QString, SectionCount> titles;
};

const std::array<Headings, 2> &allHeadings()
{
    static const std::array<Headings, 2> all{{
        {QString(), {u"What it means"_s, u"Cause"_s, u"What to do"_s, u"When this does not apply"_s}},
        {u"de"_s, {u"Was es bedeutet"_s, u"Ursache"_s, u"Was zu tun ist"_s, u"Wann das nicht gilt"_s}},
    }};
    return all;
}

std::optional<QString> decoded(const QByteArray &file, FaultList &faults)
{
    if (file.size() > MaxFile) {
        faults.add(0, QCoreApplication::translate("Article", "The file is larger than 256 KB."));
        return {};
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(file);
    if (decoder.hasError()) {
        const auto bad = text.indexOf(QChar::ReplacementCharacter);
        const auto line = static_cast<int>(text.first(std::max<qsizetype>(bad, 0)).count(u'\n')) + 1;
        faults.add(line, QCoreApplication::translate("Article", "The file is not written in UTF-8."));
        return {};
    }
    text.replace("\r\n"_L1, "\n"_L1);
    return text;
}

/// Puts the lines behind the head where they belong.
class SectionReader {
public:
    SectionReader(const std::array<QString, SectionCount> &titles, FaultList &faults)
        : m_titles(titles)
        , m_faults(faults)
    {
    }

    void line(const QString &text, int number)
    {
        const auto trimmed = text.trimmed();
        if (trimmed.startsWith("```"_L1) || trimmed.startsWith("~~~"_L1))
            m_fenced = !m_fenced;
        if (!m_fenced && text.startsWith("## "_L1))
            heading(text.sliced(3).trimmed(), number);
        else if (!m_fenced && text.startsWith("# "_L1))
            m_faults.add(number,
                QCoreApplication::translate("Article", "The title stands in the head; sections begin with “##”."));
        else if (m_section)
            keep(text, number);
        else if (!trimmed.isEmpty() && !std::exchange(m_toldStray, true))
            m_faults.add(number,
                QCoreApplication::translate("Article", "Text must stand in a section; the first is “## %1”.")
                    .arg(m_titles[0]));
    }

    std::array<ArticleText::Section, SectionCount> finish(int lastLine)
    {
        for (std::size_t i = 0; i < SectionCount; ++i) {
            m_sections[i].markdown = m_sections[i].markdown.trimmed();
            if (!m_seen[i])
                m_faults.add(lastLine,
                    QCoreApplication::translate("Article", "The section “## %1” is missing.").arg(m_titles[i]));
            else if (m_sections[i].markdown.isEmpty() && m_seen[i] > 0)
                m_faults.add(m_seen[i],
                    QCoreApplication::translate("Article", "The section “## %1” is empty.").arg(m_titles[i]));
        }
        return m_sections;
    }

private:
    void heading(const QString &title, int number)
    {
        const auto found = std::ranges::find(m_titles, title);
        m_section.reset();
        m_toldStray = true;
        if (found == m_titles.end()) {
            m_faults.add(number,
                QCoreApplication::translate("Article", "“## %1” is no section; sections are: %2.")
                    .arg(title, QStringList(m_titles.begin(), m_titles.end()).join(", "_L1)));
            return;
        }
        const auto index = static_cast<std::size_t>(found - m_titles.begin());
        if (m_seen[index])
            m_faults.add(
                number, QCoreApplication::translate("Article", "The section “## %1” stands here twice.").arg(title));
        else if (index < m_last)
            m_faults.add(number,
                QCoreApplication::translate("Article", "The section “## %1” must stand before “## %2”.")
                    .arg(title, m_titles[m_last]));
        m_seen[index] = number;
        m_last = std::max(m_last, index);
        m_section = index;
    }

    void keep(const QString &text, int number)
    {
        auto &section = m_sections[*m_section];
        if (section.markdown.isEmpty() && text.trimmed().isEmpty())
            return;
        if (section.markdown.isEmpty())
            section.line = number;
        section.markdown += text + u'\n';
    }

    const std::array<QString, SectionCount> &m_titles;
    FaultList &m_faults;
    std::array<ArticleText::Section, SectionCount> m_sections;
    std::array<int, SectionCount> m_seen{};
    std::optional<std::size_t> m_section;
    std::size_t m_last = 0;
    bool m_fenced = false;
    bool m_toldStray = false;
};

bool looksLikeHtml(QStringView text, qsizetype at)
{
    if (at + 1 >= text.size())
        return false;
    const auto next = text[at + 1];
    return next.isLetter() || next == u'/' || next == u'!' || next == u'?';
}

void checkProse(const MarkdownPiece &piece, int line, FaultList &faults)
{
    const QString &text = piece.text;
    for (qsizetype at = text.indexOf(u'<'); at >= 0; at = text.indexOf(u'<', at + 1)) {
        if (looksLikeHtml(text, at)) {
            faults.add(line,
                QCoreApplication::translate(
                    "Article", "HTML has no place in an article; put “<…>” between backticks."));
            break;
        }
    }
    if (text.contains("!["_L1))
        faults.add(line, QCoreApplication::translate("Article", "An article holds no images."));
    if (text.startsWith(u'[') && text.contains("]:"_L1))
        faults.add(line, QCoreApplication::translate("Article", "Write links as [text](https://…) where they stand."));
    for (qsizetype at = text.indexOf("]("_L1); at >= 0; at = text.indexOf("]("_L1, at + 1)) {
        const auto target = QStringView(text).sliced(at + 2);
        const auto address = target.first(std::max<qsizetype>(target.indexOf(u')'), 0));
        if (!address.startsWith("https://"_L1) && !address.startsWith("http://"_L1))
            faults.add(line, QCoreApplication::translate("Article", "A link must lead to an http or https address."));
        if (address.contains(u'{'))
            faults.add(
                line, QCoreApplication::translate("Article", "A link's address cannot hold a value of the event."));
    }
    if (piece.kind == MarkdownPiece::Kind::TableRow && !namesIn(text).empty())
        faults.add(line,
            QCoreApplication::translate("Article", "A table cannot hold a value of the event; say it in a sentence."));
}

} // namespace

const std::array<QString, SectionCount> &sectionHeadings(QStringView language)
{
    const auto found =
        std::ranges::find_if(allHeadings(), [&](const Headings &one) { return one.language == language; });
    return found == allHeadings().end() ? allHeadings().front().titles : found->titles;
}

QStringList articleLanguages()
{
    QStringList languages;
    for (const auto &one : allHeadings()) {
        if (!one.language.isEmpty())
            languages += one.language;
    }
    return languages;
}

std::optional<ArticleText> cutArticle(const QByteArray &file, QStringView language, FaultList &faults)
{
    const auto text = decoded(file, faults);
    if (!text)
        return {};
    const QStringList lines = text->split(u'\n');
    const auto isRule = [](const QString &line) { return line.trimmed() == "---"_L1; };
    if (!isRule(lines.front())) {
        faults.add(
            1, QCoreApplication::translate("Article", "The file must begin with a line “---”, the start of the head."));
        return {};
    }
    qsizetype end = 1;
    while (end < lines.size() && !isRule(lines[end]))
        ++end;
    if (end == lines.size()) {
        faults.add(1, QCoreApplication::translate("Article", "The head does not end: a second line “---” is missing."));
        return {};
    }
    ArticleText cut;
    cut.head = lines.sliced(1, end - 1).join(u'\n').toUtf8();
    cut.headLine = 2;
    SectionReader reader(sectionHeadings(language), faults);
    for (qsizetype i = end + 1; i < lines.size(); ++i)
        reader.line(lines[i], static_cast<int>(i) + 1);
    const auto last = lines.size() - (lines.back().isEmpty() ? 1 : 0);
    cut.sections = reader.finish(static_cast<int>(last));
    return cut;
}

void checkMarkdown(const QString &markdown, int firstLine, const KnownName &known, FaultList &faults)
{
    for (const auto &piece : piecesOf(markdown)) {
        const int line = firstLine + piece.line;
        checkNames(piece.text, line, known, faults);
        if (piece.kind == MarkdownPiece::Kind::Unclosed)
            faults.add(
                line, QCoreApplication::translate("Article", "Code that begins here with a backtick does not end."));
        else if (piece.kind == MarkdownPiece::Kind::Prose || piece.kind == MarkdownPiece::Kind::TableRow)
            checkProse(piece, line, faults);
    }
}

void checkNames(const QString &text, int line, const KnownName &known, FaultList &faults)
{
    for (const auto &place : namesIn(text)) {
        if (!known(place.name))
            faults.add(line,
                QCoreApplication::translate("Article", "“{%1}” is not among the article's values.").arg(place.name));
    }
}

} // namespace evident
