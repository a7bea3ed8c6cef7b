// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pages hold every line once and whole, a heading is never the last thing on a page, and no line of a paragraph
// stands alone.

#include "paper/pagination.h"

#include <QAbstractTextDocumentLayout>
#include <QTest>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

constexpr double Width = 400;
constexpr double Height = 310;

QString sentence(int words)
{
    return u"word "_s.repeated(words);
}

/// Headings, paragraphs of 1 to 9 lines, and tables, in turn.
void fill(QTextDocument &document)
{
    QTextCursor cursor(&document);
    QTextBlockFormat heading;
    heading.setProperty(KeepWithNextProperty, true);
    heading.setTopMargin(9);
    for (int i = 0; i < 60; ++i) {
        cursor.insertBlock(heading);
        cursor.insertText(u"Heading"_s);
        cursor.insertBlock(QTextBlockFormat());
        cursor.insertText(sentence(1 + i * 7 % 80));
        if (i % 5 == 0) {
            QTextTable *table = cursor.insertTable(3, 2);
            table->cellAt(0, 1).firstCursorPosition().insertText(sentence(40));
            cursor.movePosition(QTextCursor::End);
        }
    }
    document.setTextWidth(Width);
}

struct Line {
    QTextBlock block;
    int index = 0;
    double top = 0;
    double bottom = 0;
};

std::vector<Line> linesOf(const QTextDocument &document)
{
    std::vector<Line> lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const double top = document.documentLayout()->blockBoundingRect(block).top();
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QRectF rect = block.layout()->lineAt(i).rect();
            lines.push_back({block, i, top + rect.top(), top + rect.bottom()});
        }
    }
    return lines;
}

int pageOf(const std::vector<PageSpan> &pages, const Line &line)
{
    int found = -1;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (line.top >= pages[i].top - 0.5 && line.bottom <= pages[i].bottom + 0.5)
            found = found < 0 ? int(i) : -2; // on two pages
    }
    return found;
}

} // namespace

class PaginationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsEveryLineOnce();
    void keepsHeadingsAndParagraphs();
    void cutsWhatIsTooHigh();
    void makesOnePageOfNothing();
};

void PaginationTest::holdsEveryLineOnce()
{
    QTextDocument document;
    fill(document);
    const auto pages = paginate(document, Height);
    QVERIFY(pages.size() > 10);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        QVERIFY(pages[i].bottom - pages[i].top <= Height + 0.001);
        QVERIFY(i == 0 || pages[i].top >= pages[i - 1].bottom - 0.001);
    }
    for (const Line &line : linesOf(document))
        QVERIFY2(pageOf(pages, line) >= 0, qPrintable(line.block.text()));
}

void PaginationTest::keepsHeadingsAndParagraphs()
{
    QTextDocument document;
    fill(document);
    const auto pages = paginate(document, Height);
    const auto lines = linesOf(document);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const int count = lines[i].block.layout()->lineCount();
        const bool heading = lines[i].block.blockFormat().boolProperty(KeepWithNextProperty);
        const bool edge = count > 1 && (lines[i].index == 0 || lines[i].index == count - 2);
        if (heading || edge)
            QCOMPARE(pageOf(pages, lines[i]), pageOf(pages, lines[i + 1]));
    }
}

void PaginationTest::cutsWhatIsTooHigh()
{
    QTextDocument document;
    QTextCursor cursor(&document);
    QTextCharFormat large;
    large.setProperty(QTextFormat::FontPixelSize, 900);
    cursor.insertText(u"X"_s, large);
    cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
    cursor.insertText(u"behind"_s);
    document.setTextWidth(2000);
    const auto pages = paginate(document, Height);
    QVERIFY(pages.size() >= 3);
    QVERIFY(pages.back().bottom >= linesOf(document).back().bottom);
}

void PaginationTest::makesOnePageOfNothing()
{
    QTextDocument document;
    QCOMPARE(paginate(document, Height).size(), std::size_t(1));
}

QTEST_MAIN(PaginationTest)
#include "tst_pagination.moc"
