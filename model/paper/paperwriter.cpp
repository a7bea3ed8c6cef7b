// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/paperwriter.h"

#include "paper/pagination.h"
#include "paper/verdictshape.h"

#include <QFontDatabase>
#include <QTextTable>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

// In pixels of 1/96 inch, like every measure of the document: it looks the same whatever screen there is, or none.
constexpr int TextSize = 13;
constexpr int CodeSize = 12;
constexpr int ChapterSize = 17;
constexpr int TitleSize = 25;
constexpr qreal Indent = 20;

const QColor QuietColour(0x57, 0x5c, 0x63);
const QColor CodeGround(0xf2, 0xf3, 0xf5);

QTextBlockFormat blockFormat(qreal above, qreal below)
{
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setBottomMargin(below);
    format.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
    return format;
}

QTextBlockFormat headingFormat(qreal above, qreal below)
{
    QTextBlockFormat format = blockFormat(above, below);
    format.setProperty(KeepWithNextProperty, true);
    return format;
}

bool isRow(const TextBlock &block)
{
    return block.kind == TextBlock::Kind::TableHead || block.kind == TextBlock::Kind::TableRow;
}

} // namespace

PaperWriter::PaperWriter(QTextDocument &document)
    : m_document(document)
    , m_cursor(&document)
    , m_fixedFamily(QFontDatabase::systemFont(QFontDatabase::FixedFont).family())
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPixelSize(TextSize);
    font.setFeature("liga", 0); // whoever searches a PDF for "confirmed" must find it
    document.setDefaultFont(font);
    document.setDocumentMargin(0);
    document.setUseDesignMetrics(true);
}

QTextCharFormat PaperWriter::characters(int pixels, Weight weight, Tone tone) const
{
    QTextCharFormat format;
    format.setProperty(QTextFormat::FontPixelSize, pixels);
    format.setFontWeight(weight == Weight::Bold ? QFont::Bold : QFont::Normal);
    format.setForeground(tone == Tone::Quiet ? QuietColour : QColor(Qt::black));
    return format;
}

QTextCharFormat PaperWriter::code(const QTextCharFormat &base) const
{
    QTextCharFormat format = base;
    format.setFontFamilies({m_fixedFamily});
    format.setFontFixedPitch(true);
    format.setProperty(QTextFormat::FontPixelSize, CodeSize);
    return format;
}

void PaperWriter::block(const QTextBlockFormat &format, const QTextCharFormat &characters)
{
    if (m_fresh) {
        m_cursor.setBlockFormat(format);
        m_cursor.setBlockCharFormat(characters);
        m_cursor.setCharFormat(characters);
    } else {
        m_cursor.insertBlock(format, characters);
    }
    m_fresh = false;
}

void PaperWriter::title(const QString &text)
{
    block(headingFormat(0, 4), characters(TitleSize, Weight::Bold));
    m_cursor.insertText(text);
}

void PaperWriter::chapter(const QString &text)
{
    block(headingFormat(4, 4), characters(ChapterSize, Weight::Bold));
    m_cursor.insertText(text);
}

void PaperWriter::heading(const QString &text)
{
    block(headingFormat(11, 3), characters(TextSize, Weight::Bold));
    m_cursor.insertText(text);
}

void PaperWriter::paragraph(const QString &text, Tone tone, Weight weight)
{
    block(blockFormat(0, 5), characters(TextSize, weight, tone));
    m_cursor.insertText(QString(text).replace(u'\n', QChar::LineSeparator));
}

void PaperWriter::monospaced(const QString &lines)
{
    QTextBlockFormat format = blockFormat(2, 6);
    format.setBackground(CodeGround);
    format.setLeftMargin(Indent / 2);
    block(format, code(characters(TextSize)));
    m_cursor.insertText(QString(lines).replace(u'\n', QChar::LineSeparator));
}

void PaperWriter::bullets(const QStringList &items)
{
    for (const QString &item : items)
        markdownBlock({.kind = TextBlock::Kind::Bullet, .depth = 1, .runs = {{.text = item}}});
}

void PaperWriter::rule()
{
    QTextBlockFormat format = blockFormat(10, 6);
    format.setProperty(QTextFormat::BlockTrailingHorizontalRulerWidth, QTextLength(QTextLength::PercentageLength, 100));
    format.setProperty(KeepWithNextProperty, true);
    block(format, characters(4));
    m_cursor.insertText(QString(QChar::Nbsp)); // an empty block behind a table is not laid out
}

void PaperWriter::badge(Verdict verdict, const QString &word, const QString &behind)
{
    QTextCharFormat format = characters(TextSize, Weight::Bold);
    format.setForeground(paperColour(verdict));
    QTextBlockFormat place = behind.isEmpty() ? headingFormat(0, 2) : blockFormat(0, 2);
    place.setLeftMargin(Indent);
    place.setTextIndent(-Indent);
    place.setTabPositions({QTextOption::Tab(Indent, QTextOption::LeftTab)});
    block(place, format);
    m_cursor.insertText(
        QString(QChar::ObjectReplacementCharacter), VerdictShape::format(verdict, m_document.defaultFont()));
    m_cursor.insertText(u'\t' + word.toUpper(), format);
    if (!behind.isEmpty())
        m_cursor.insertText(u"   "_s + behind, characters(TextSize));
}

void PaperWriter::runs(const TextRuns &runs, const QTextCharFormat &base)
{
    for (const TextRun &run : runs) {
        QTextCharFormat format = run.code ? code(base) : base;
        if (run.bold)
            format.setFontWeight(QFont::Bold);
        format.setFontItalic(run.italic);
        m_cursor.insertText(run.text, format);
        if (!run.link.isEmpty() && run.link != run.text)
            m_cursor.insertText(u" <%1>"_s.arg(run.link), characters(TextSize, Weight::Normal, Tone::Quiet));
    }
}

void PaperWriter::markdownBlock(const TextBlock &source)
{
    using enum TextBlock::Kind;
    if (source.kind == Heading)
        return heading(plainText(source.runs));
    if (source.kind == Code)
        return monospaced(plainText(source.runs));
    const QTextCharFormat format = characters(TextSize);
    const bool item = source.kind == Bullet || source.kind == Numbered;
    QTextBlockFormat place = blockFormat(0, item ? 3 : 5);
    place.setLeftMargin(source.depth * Indent);
    if (item) {
        place.setTextIndent(-Indent);
        place.setTabPositions({QTextOption::Tab(Indent, QTextOption::LeftTab)});
    }
    block(place, format);
    if (item)
        m_cursor.insertText((source.kind == Bullet ? u"•"_s : u"%1."_s.arg(source.number)) + u'\t', format);
    runs(source.runs, format);
}

void PaperWriter::markdownTable(const std::vector<TextBlock> &blocks, std::size_t &at)
{
    std::size_t end = at + 1;
    while (end < blocks.size() && blocks[end].kind == TextBlock::Kind::TableRow)
        ++end;
    std::size_t columns = 1;
    for (std::size_t i = at; i < end; ++i)
        columns = std::max(columns, blocks[i].cells.size());
    QTextTable *table = beginTable(static_cast<int>(end - at), static_cast<int>(columns), {});
    for (int row = 0; at < end; ++at, ++row) {
        const bool head = blocks[at].kind == TextBlock::Kind::TableHead;
        for (std::size_t column = 0; column < blocks[at].cells.size(); ++column) {
            m_cursor = table->cellAt(row, static_cast<int>(column)).firstCursorPosition();
            runs(blocks[at].cells[column], characters(TextSize, head ? Weight::Bold : Weight::Normal));
        }
    }
    endTable();
}

void PaperWriter::markdown(const QString &markdown)
{
    const auto blocks = readMarkdown(markdown);
    for (std::size_t at = 0; at < blocks.size();) {
        if (isRow(blocks[at]))
            markdownTable(blocks, at);
        else
            markdownBlock(blocks[at++]);
    }
}

QTextTable *PaperWriter::beginTable(int rows, int columns, const QList<QTextLength> &widths)
{
    if (!m_fresh)
        block(blockFormat(0, 0), characters(1)); // a table takes the place of a block of its own
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(1.5);
    format.setCellSpacing(0);
    format.setBottomMargin(12);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    if (!widths.isEmpty())
        format.setColumnWidthConstraints(widths);
    return m_cursor.insertTable(rows, columns, format);
}

void PaperWriter::fillCell(QTextTable &table, int row, int column, const QString &text, const QTextCharFormat &format)
{
    m_cursor = table.cellAt(row, column).firstCursorPosition();
    m_cursor.insertText(QString(text).replace(u'\n', QChar::LineSeparator), format);
}

void PaperWriter::endTable()
{
    m_cursor.movePosition(QTextCursor::End);
    m_cursor.setBlockFormat(blockFormat(0, 0));
    m_fresh = true; // the empty block that a document has behind every table
}

void PaperWriter::facts(const Facts &facts)
{
    if (facts.empty())
        return;
    using enum QTextLength::Type;
    QTextTable *table = beginTable(
        static_cast<int>(facts.size()), 2, {QTextLength(PercentageLength, 21), QTextLength(PercentageLength, 79)});
    for (int row = 0; const Fact &fact : facts) {
        const QTextCharFormat plain = characters(TextSize);
        fillCell(*table, row, 0, fact.label, characters(TextSize, Weight::Normal, Tone::Quiet));
        fillCell(*table, row, 1, fact.value, fact.face == Fact::Face::Monospaced ? code(plain) : plain);
        ++row;
    }
    endTable();
}

void PaperWriter::table(const QStringList &head, const std::vector<QStringList> &rows)
{
    using enum QTextLength::Type;
    const QList<QTextLength> widths{QTextLength(PercentageLength, 12), QTextLength(PercentageLength, 18),
        QTextLength(PercentageLength, 52), QTextLength(PercentageLength, 18)};
    QTextTable *table = beginTable(static_cast<int>(rows.size()) + 1, static_cast<int>(head.size()), widths);
    QTextTableFormat format = table->format();
    format.setHeaderRowCount(1);
    table->setFormat(format);
    for (int column = 0; const QString &text : head)
        fillCell(*table, 0, column++, text, characters(TextSize, Weight::Bold));
    for (int row = 1; const QStringList &cells : rows) {
        for (int column = 0; const QString &text : cells)
            fillCell(*table, row, column++, text, characters(TextSize));
        ++row;
    }
    endTable();
}

} // namespace evident
