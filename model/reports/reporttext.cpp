// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/markdown.h"
#include "reports/reportpage.h"
#include "reports/words.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int LineWidth = 80;

/// SGR sequences (ECMA-48) by verdict; the names of the colours are the terminal's own, so they follow its theme.
constexpr std::array VerdictColours{"\033[1;31m", "\033[1;33m", "\033[1;34m", "\033[1;32m"};
static_assert(VerdictColours.size() == std::to_underlying(Verdict::Harmless) + 1U);

/// Lays out text in lines of LineWidth, indented.
class TextPage {
public:
    explicit TextPage(TextColour colour)
        : m_colour(colour)
    {
    }

    void blank() { m_text += u'\n'; }
    /// @p first stands before the first line, blanks of its width before the others.
    void paragraph(const QString &text, int indent, const QString &first = {})
    {
        QString margin(indent, u' ');
        QString start = margin + first;
        margin += QString(first.size(), u' ');
        for (const QString &line : text.split(u'\n')) {
            wrapLine(line, start, margin);
            start = margin;
        }
    }
    void heading(const QString &text, int indent) { m_text += QString(indent, u' ') + styled("\033[1m", text) + u'\n'; }
    void badge(Verdict verdict, const QString &word, const QString &title)
    {
        const QString shape = QString(verdictShape(verdict)) + u' ' + word.toUpper();
        const qsizetype from = m_text.size();
        paragraph(title, 0, shape + u"  "_s);
        m_text.replace(from, shape.size(), styled(VerdictColours.at(std::to_underlying(verdict)), shape));
    }
    void facts(const Facts &facts, int indent)
    {
        qsizetype width = 0;
        for (const Fact &fact : facts)
            width = std::max(width, std::min<qsizetype>(fact.label.size(), 22));
        for (const Fact &fact : facts)
            paragraph(fact.value, indent, fact.label.leftJustified(width) + u"  "_s);
    }
    void lines(const QStringList &list, int indent)
    {
        for (const QString &line : list)
            m_text += QString(indent, u' ') + line + u'\n';
    }
    void bullets(const QStringList &list, int indent)
    {
        for (const QString &item : list)
            paragraph(item, indent, u"• "_s);
    }
    void markdown(const QString &text, int indent);
    void block(const TextBlock &block, int indent);
    void tableRow(const std::vector<TextRuns> &cells, const std::vector<qsizetype> &widths, int indent);
    [[nodiscard]] QByteArray bytes() const { return m_text.toUtf8(); }

private:
    void wrapLine(const QString &line, const QString &first, const QString &margin)
    {
        QString current = first;
        bool empty = true;
        for (const QString &word : line.split(u' ')) {
            if (!empty && current.size() + 1 + word.size() > LineWidth) {
                m_text += current + u'\n';
                current = margin;
                empty = true;
            }
            if (!empty)
                current += u' ';
            current += word;
            empty = false;
        }
        m_text += current + u'\n';
    }
    [[nodiscard]] QString styled(const char *code, const QString &text) const
    {
        return m_colour == TextColour::None ? text : QLatin1StringView(code) + text + "\033[0m"_L1;
    }

    TextColour m_colour;
    QString m_text;
};

QString runText(const TextRuns &runs)
{
    QString text;
    for (const TextRun &run : runs) {
        text += run.text;
        const bool newTarget = !run.link.isEmpty() && run.link != run.text;
        if (newTarget)
            text += u" <%1>"_s.arg(run.link);
    }
    return text;
}

bool isRow(const TextBlock &block)
{
    return block.kind == TextBlock::Kind::TableHead || block.kind == TextBlock::Kind::TableRow;
}

/// How wide each column of the table that begins at blocks[at] is.
std::vector<qsizetype> columnWidths(const std::vector<TextBlock> &blocks, std::size_t at)
{
    std::vector<qsizetype> widths;
    for (; at < blocks.size() && isRow(blocks[at]); ++at) {
        const auto &cells = blocks[at].cells;
        widths.resize(std::max(widths.size(), cells.size()), 0);
        for (std::size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], runText(cells[i]).size());
    }
    return widths;
}

void TextPage::tableRow(const std::vector<TextRuns> &cells, const std::vector<qsizetype> &widths, int indent)
{
    QString before;
    for (std::size_t i = 0; i + 1 < cells.size(); ++i)
        before += runText(cells[i]).leftJustified(widths[i]) + u"  "_s;
    paragraph(cells.empty() ? QString() : runText(cells.back()), indent, before);
}

void TextPage::block(const TextBlock &block, int indent)
{
    const QString content = runText(block.runs);
    const int inner = indent + 2 * std::max(0, block.depth - 1);
    switch (block.kind) {
    case TextBlock::Kind::Bullet: paragraph(content, inner, u"• "_s); break;
    case TextBlock::Kind::Numbered: paragraph(content, inner, u"%1. "_s.arg(block.number)); break;
    case TextBlock::Kind::Code: lines(content.split(u'\n'), indent + 2 * block.depth + 2); break;
    case TextBlock::Kind::Heading: heading(content, indent); break;
    default: paragraph(content, indent + 2 * block.depth); break;
    }
}

void TextPage::markdown(const QString &text, int indent)
{
    const auto blocks = readMarkdown(text);
    std::vector<qsizetype> widths;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool beginsTable = isRow(blocks[i]) && (i == 0 || !isRow(blocks[i - 1]));
        const bool standsAlone = beginsTable || (blocks[i].kind == TextBlock::Kind::Paragraph && blocks[i].depth == 0);
        if (i > 0 && standsAlone)
            blank();
        if (beginsTable)
            widths = columnWidths(blocks, i);
        if (isRow(blocks[i]))
            tableRow(blocks[i].cells, widths, indent + 2 * blocks[i].depth);
        else
            block(blocks[i], indent);
    }
}

void writeChecks(TextPage &page, const FindingPart &part)
{
    for (const CheckPart &check : part.checks) {
        page.heading(check.question, 2);
        page.paragraph(check.answer, 4, u"→ "_s);
        page.facts(check.facts, 4);
        page.markdown(check.next, 4);
        page.blank();
    }
}

void writeList(TextPage &page, PageHeading heading, const QStringList &list)
{
    if (list.isEmpty())
        return;
    page.heading(headingText(heading), 2);
    page.bullets(list, 4);
    page.blank();
}

void writeEvent(TextPage &page, const FindingPart &part)
{
    page.heading(headingText(PageHeading::Event), 2);
    page.facts(part.event, 4);
    page.blank();
    if (!part.windowsText.isEmpty()) {
        page.heading(headingText(PageHeading::WindowsText), 2);
        page.paragraph(part.windowsText, 4);
        page.blank();
    }
    if (!part.values.empty()) {
        page.heading(headingText(PageHeading::Values), 2);
        page.facts(part.values, 4);
        page.blank();
    }
    if (!part.dataLines.isEmpty()) {
        page.heading(headingText(PageHeading::Data), 2);
        page.lines(part.dataLines, 4);
        page.blank();
    }
}

QStringList sourceLines(const std::vector<ArticleSource> &sources)
{
    QStringList lines;
    for (const ArticleSource &source : sources)
        lines.append(source.address.isEmpty() ? source.title : u"%1 <%2>"_s.arg(source.title, source.address));
    return lines;
}

void writeFinding(TextPage &page, const FindingPart &part)
{
    page.badge(part.verdict, part.verdictLine(), part.title);
    page.paragraph(part.counted, 2);
    if (!part.conclusion.isEmpty())
        page.markdown(part.conclusion, 2);
    page.blank();
    page.paragraph(part.summary, 2);
    page.blank();
    writeChecks(page, part);
    for (const TextSection &section : part.sections) {
        page.heading(section.heading, 2);
        page.markdown(section.markdown, 4);
        page.blank();
    }
    writeEvent(page, part);
    writeList(page, PageHeading::Why, part.why);
    writeList(page, PageHeading::AlsoPossible, part.alsoPossible);
    writeList(page, PageHeading::Sources, sourceLines(part.sources));
    page.facts(part.article, 2);
    page.blank();
}

/// One line for each finding, before any is explained.
void writeOverview(TextPage &page, const std::vector<FindingPart> &findings)
{
    page.heading(headingText(PageHeading::Findings), 0);
    if (findings.empty())
        page.paragraph(headingText(PageHeading::NoFindings), 2);
    qsizetype width = 0;
    for (const FindingPart &part : findings)
        width = std::max(width, part.verdictWord.size());
    for (const FindingPart &part : findings)
        page.badge(part.verdict, part.verdictWord.leftJustified(width), part.oneLine());
    page.blank();
}

void writeLog(TextPage &page, const LogPart &log)
{
    page.paragraph(log.path, 2);
    page.paragraph(log.contents, 4);
    if (!log.damageSummary.isEmpty())
        page.paragraph(log.damageSummary + u':', 4);
    page.bullets(log.damages, 6);
}

void writeUnexplained(TextPage &page, const std::vector<UnexplainedRow> &rows)
{
    if (rows.empty())
        return;
    page.heading(headingText(PageHeading::Unexplained), 0);
    qsizetype counts = 0;
    qsizetype levels = 0;
    for (const UnexplainedRow &row : rows) {
        counts = std::max(counts, row.count.size());
        levels = std::max(levels, row.level.size());
    }
    for (const UnexplainedRow &row : rows)
        page.paragraph(u"%1 %2"_s.arg(row.source, row.id), 2,
            row.count.rightJustified(counts) + u" × "_s + row.level.leftJustified(levels) + u"  "_s);
}

} // namespace

QByteArray reportAsText(const Report &report, TextColour colour)
{
    const ReportPage content = composePage(report);
    TextPage page(colour);
    page.heading(content.title, 0);
    page.paragraph(content.made, 0);
    page.paragraph(content.zone, 0);
    page.facts(content.totals, 0);
    page.blank();
    writeOverview(page, content.findings);
    for (const FindingPart &part : content.findings)
        writeFinding(page, part);
    page.heading(headingText(PageHeading::Logs), 0);
    for (const LogPart &log : content.logs)
        writeLog(page, log);
    page.blank();
    writeUnexplained(page, content.unexplained);
    return page.bytes();
}

} // namespace evident
