// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The Markdown of articles, and what hostile values in it must not become.

#include "reports/markdown.h"

#include <QElapsedTimer>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// Runs as "text", "*italic*", "**bold**", "`code`", "<address|text>", so that a row shows what was understood.
QString shown(const TextRuns &runs)
{
    QStringList parts;
    for (const TextRun &run : runs) {
        QString text = run.code ? u'`' + run.text + u'`' : run.text;
        if (run.italic)
            text = u'*' + text + u'*';
        if (run.bold)
            text = u"**"_s + text + u"**"_s;
        if (!run.link.isEmpty())
            text = u"<%1|%2>"_s.arg(run.link, text);
        parts.append(text);
    }
    return parts.join(u'¦');
}

QString kindName(TextBlock::Kind kind)
{
    constexpr std::array Names{"p", "h", "bullet", "number", "code", "head", "row"};
    return QLatin1StringView(Names.at(std::size_t(kind)));
}

} // namespace

class MarkdownTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsInline_data();
    void readsInline();
    void readsBlocks();
    void keepsCodeLines();
    void readsTables();
    void isQuickOnHostileText_data();
    void isQuickOnHostileText();
};

void MarkdownTest::readsInline_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("runs");
    QTest::newRow("plain") << u"a < b & c"_s << u"a < b & c"_s;
    QTest::newRow("bold") << u"a **b** c"_s << u"a ¦**b**¦ c"_s;
    QTest::newRow("italic") << u"a *b* _c_"_s << u"a ¦*b*¦ ¦*c*"_s;
    QTest::newRow("underscore in a word") << u"a_b_c"_s << u"a_b_c"_s;
    QTest::newRow("lone star") << u"5 * 3 *.dll"_s << u"5 * 3 *.dll"_s;
    QTest::newRow("code") << u"run `sc query x` now"_s << u"run ¦`sc query x`¦ now"_s;
    QTest::newRow("code with backtick") << u"`` a`b ``"_s << u"`a`b`"_s;
    QTest::newRow("markup in code") << u"`**x** <b>`"_s << u"`**x** <b>`"_s;
    QTest::newRow("open code") << u"a `b"_s << u"a `b"_s;
    QTest::newRow("bold code") << u"**use `x`**"_s << u"**use **¦**`x`**"_s;
    QTest::newRow("escapes") << u"\\*a\\* \\`b\\` \\\\ C:\\temp"_s << u"*a* `b` \\ C:\\temp"_s;
    QTest::newRow("link") << u"see [the *article*](https://example.org/a?b=1&c) ."_s
                          << u"see ¦<https://example.org/a?b=1&c|the >¦<https://example.org/a?b=1&c|*article*>¦ ."_s;
    QTest::newRow("script link") << u"[x](javascript:alert(1))"_s << u"x¦)"_s;
    QTest::newRow("file link") << u"[x](file:///etc/passwd)"_s << u"x"_s;
    QTest::newRow("no link") << u"[1] (2)"_s << u"[1] (2)"_s;
    QTest::newRow("html is text") << u"<script>alert(1)</script>"_s << u"<script>alert(1)</script>"_s;
}

void MarkdownTest::readsInline()
{
    QFETCH(QString, markdown);
    QFETCH(QString, runs);
    QCOMPARE(shown(readInline(markdown)), runs);
}

void MarkdownTest::readsBlocks()
{
    const QString text = u"First line\ngoes on.\n\n"
                         "1. One\n   and more\n2. Two\n   - inner\n\n   Still two.\n3) Three\n\n"
                         "Behind.\n\n## Head\n* Dot\n"_s;
    QStringList blocks;
    for (const TextBlock &block : readMarkdown(text))
        blocks.append(
            u"%1 %2 %3 %4"_s.arg(kindName(block.kind)).arg(block.depth).arg(block.number).arg(shown(block.runs)));
    const QStringList expected{u"p 0 0 First line goes on."_s, u"number 1 1 One and more"_s, u"number 1 2 Two"_s,
        u"bullet 2 0 inner"_s, u"p 1 0 Still two."_s, u"number 1 3 Three"_s, u"p 0 0 Behind."_s, u"h 0 0 Head"_s,
        u"bullet 1 0 Dot"_s};
    QCOMPARE(blocks, expected);
}

void MarkdownTest::keepsCodeLines()
{
    const auto blocks =
        readMarkdown(u"1. Do:\n\n   ```\n   lodctr /q\n\n     indented **not bold**\n   ```\n2. Done"_s);
    QCOMPARE(blocks.size(), std::size_t(3));
    QCOMPARE(blocks[1].kind, TextBlock::Kind::Code);
    QCOMPARE(blocks[1].depth, 1);
    QCOMPARE(plainText(blocks[1].runs), u"lodctr /q\n\n  indented **not bold**"_s);
    QCOMPARE(blocks[2].number, 2);
}

void MarkdownTest::readsTables()
{
    const auto blocks = readMarkdown(u"| Code | Meaning |\n|---|:---:|\n| `a|b` | x \\| **y** |\n\nBehind"_s);
    QCOMPARE(blocks.size(), std::size_t(3));
    QCOMPARE(blocks[0].kind, TextBlock::Kind::TableHead);
    QCOMPARE(blocks[1].kind, TextBlock::Kind::TableRow);
    QCOMPARE(blocks[1].cells.size(), std::size_t(2));
    QCOMPARE(shown(blocks[1].cells[0]), u"`a|b`"_s);
    QCOMPARE(shown(blocks[1].cells[1]), u"x | ¦**y**"_s);
    QCOMPARE(blocks[2].kind, TextBlock::Kind::Paragraph);
}

void MarkdownTest::isQuickOnHostileText_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece :
        {"[", "`", "*", "**a", "_a", "[a](", "- ", "`` ` ``` ", "\\", "1. ", "```\n", "  - x\n", "|", "|`"})
        QTest::newRow(piece) << QString::fromLatin1(piece);
}

void MarkdownTest::isQuickOnHostileText()
{
    QFETCH(QString, piece);
    QElapsedTimer timer;
    timer.start();
    const auto blocks = readMarkdown(piece.repeated(60'000));
    QVERIFY(!blocks.empty() || piece == "```\n"_L1);
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
}

QTEST_APPLESS_MAIN(MarkdownTest)
#include "tst_markdown.moc"
