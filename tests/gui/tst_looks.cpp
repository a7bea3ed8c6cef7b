// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be measured of how the window looks: contrast of every role in every scheme, nothing cut off at the size
// most people have, in the longer of the two languages, lines that can be read.

#include "gui/desk.h"

#include "details/checkcard.h"
#include "details/detailspane.h"
#include "details/eventpage.h"
#include "details/explanationpage.h"
#include "details/readingtext.h"
#include "details/xmlpage.h"
#include "events/eventspane.h"
#include "findings/findingslist.h"
#include "logs/logslist.h"
#include "looks/badge.h"
#include "looks/boxstyle.h"
#include "looks/icons.h"
#include "looks/shrinkinglabel.h"
#include "statusline.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOptionButton>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QTextTable>
#include <QToolButton>

#include <array>
#include <utility>

using namespace evident;

namespace {

constexpr std::array AllVerdicts{Verdict::Act, Verdict::Watch, Verdict::Depends, Verdict::Harmless};
constexpr double RowTintAtMost = 0.12;

QPalette paletteOf(const QColor &window, const QColor &base, const QColor &text)
{
    QPalette palette(window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

} // namespace

class TestLooks final : public QObject {
    Q_OBJECT

private slots:
    void contrast_data();
    void contrast();
    void emptyBoxesAreSeen_data();
    void emptyBoxesAreSeen();
    void verdictsDifferByShape();
    void levelIconsAreCrisp();
    void cutsNothingOff_data();
    void cutsNothingOff();
    void fitsASmallScreen_data();
    void fitsASmallScreen();
    void keepsLinesShort();
    void readsTablesAndNoHtml();
    void dumpsData();
    void indentsXml();
};

void TestLooks::contrast_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<double>("text");
    QTest::newRow("light") << paletteOf(QColor(0xef, 0xef, 0xef), Qt::white, Qt::black) << Scheme::Light << 4.5;
    QTest::newRow("dark") << paletteOf(QColor(0x32, 0x32, 0x32), QColor(0x24, 0x24, 0x24), Qt::white) << Scheme::Dark
                          << 4.5;
    QTest::newRow("breeze dark") << paletteOf(
        QColor(0x20, 0x23, 0x26), QColor(0x14, 0x16, 0x18), QColor(0xfc, 0xfc, 0xfc))
                                 << Scheme::Dark << 4.5;
    QTest::newRow("high contrast light") << paletteOf(Qt::white, Qt::white, Qt::black) << Scheme::HighContrastLight
                                         << 7.0;
    QTest::newRow("high contrast dark") << paletteOf(Qt::black, Qt::black, Qt::white) << Scheme::HighContrastDark
                                        << 7.0;
}

void TestLooks::contrast()
{
    QFETCH(QPalette, palette);
    QFETCH(Scheme, scheme);
    QFETCH(double, text);
    QCOMPARE(schemeOf(palette), scheme);
    const VerdictColors colors(palette);
    const QColor base = palette.color(QPalette::Base);
    for (const Verdict verdict : AllVerdicts) {
        const auto [words, shape] = colors.paint(verdict);
        const char *name = verdictWord(verdict).data();
        const QColor row = colors.rowTint(verdict, base);
        for (const QColor &ground : {base, palette.color(QPalette::Window), row, colors.badgeGround(verdict)}) {
            QVERIFY2(contrastRatio(words, ground) >= text, name);
            QVERIFY2(contrastRatio(shape, ground) >= 3.0, name);
        }
        QVERIFY2(contrastRatio(palette.color(QPalette::Text), row) >= text, name);
        const auto part = [&](auto channel) {
            return std::abs(channel(row) - channel(base))
                <= RowTintAtMost * std::abs(channel(shape) - channel(base)) + 0.003;
        };
        QVERIFY(part([](const QColor &color) { return color.redF(); }));
        QVERIFY(part([](const QColor &color) { return color.greenF(); }));
        QVERIFY(part([](const QColor &color) { return color.blueF(); }));
    }
    QVERIFY(contrastRatio(quietText(palette), base) >= 4.5);
}

/// Where a verdict's shape has ink: its own colour rather than what shines through.
QImage inkOf(Verdict verdict)
{
    const VerdictColors colors(QApplication::palette());
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(colors.badgeGround(verdict));
    QPainter painter(&image);
    paintVerdictShape(painter, QRectF(0, 0, 64, 64), verdict, colors);
    painter.end();
    QImage ink(64, 64, QImage::Format_Grayscale8);
    const double half = contrastRatio(colors.paint(verdict).shape, colors.badgeGround(verdict)) / 2;
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x)
            ink.scanLine(y)[x] = contrastRatio(image.pixelColor(x, y), colors.badgeGround(verdict)) > half ? 255 : 0;
    }
    return ink;
}

/// In one colour, the four shapes are still four shapes: one pixel in twenty at least is another.
void TestLooks::emptyBoxesAreSeen_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << paletteOf(QColor(0xef, 0xef, 0xef), Qt::white, Qt::black);
    QTest::newRow("dark") << paletteOf(QColor(0x32, 0x32, 0x32), QColor(0x24, 0x24, 0x24), Qt::white);
    QTest::newRow("darker") << paletteOf(QColor(0x2b, 0x2d, 0x30), QColor(0x1e, 0x1f, 0x22), Qt::white);
    QTest::newRow("breeze dark") << paletteOf(
        QColor(0x20, 0x23, 0x26), QColor(0x14, 0x16, 0x18), QColor(0xfc, 0xfc, 0xfc));
    QTest::newRow("high contrast dark") << paletteOf(Qt::black, Qt::black, Qt::white);
    QTest::newRow("high contrast light") << paletteOf(Qt::white, Qt::white, Qt::black);
}

void TestLooks::emptyBoxesAreSeen()
{
    QFETCH(QPalette, palette);
    const BoxStyle style;
    const QColor ground = palette.color(QPalette::Base);
    constexpr int Side = 20;
    for (const QStyle::PrimitiveElement element :
        {QStyle::PE_IndicatorCheckBox, QStyle::PE_IndicatorItemViewItemCheck}) {
        QImage picture(Side, Side, QImage::Format_RGB32);
        picture.fill(ground);
        QStyleOptionButton button;
        QStyleOptionViewItem cell;
        const bool isCell = element == QStyle::PE_IndicatorItemViewItemCheck;
        QStyleOption &option = isCell ? static_cast<QStyleOption &>(cell) : button;
        option.palette = palette;
        option.rect = picture.rect().adjusted(3, 3, -3, -3);
        option.state = QStyle::State_Enabled | QStyle::State_Off;
        QPainter painter(&picture);
        style.drawPrimitive(element, &option, &painter);
        painter.end();
        int seen = 0; // of the line through the middle: the frame, left and right
        for (int x = 0; x < Side; ++x)
            seen += contrastRatio(picture.pixelColor(x, Side / 2), ground) >= 3.0 ? 1 : 0;
        QVERIFY2(seen >= 2, qPrintable(QStringLiteral("%1: %2").arg(element).arg(seen)));
    }
}

void TestLooks::verdictsDifferByShape()
{
    QList<QImage> shapes;
    for (const Verdict verdict : AllVerdicts) {
        const QImage ink = inkOf(verdict);
        for (const QImage &other : std::as_const(shapes)) {
            int different = 0;
            for (int y = 0; y < 64; ++y) {
                for (int x = 0; x < 64; ++x)
                    different += ink.constScanLine(y)[x] != other.constScanLine(y)[x];
            }
            QVERIFY2(different > 64 * 64 / 20, qPrintable(QString::number(different)));
        }
        shapes.append(ink);
    }
}

void TestLooks::levelIconsAreCrisp()
{
    for (int level = 0; level <= std::to_underlying(Level::Other); ++level) {
        const QIcon icon = levelIcon(Level(level), QApplication::palette());
        QVERIFY(!icon.isNull());
        const QPixmap twice = icon.pixmap(QSize(16, 16), 2.0);
        QCOMPARE(twice.size(), QSize(32, 32)); // drawn at the size it is shown, not stretched
    }
}

void TestLooks::cutsNothingOff_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral("de");
}

void TestLooks::cutsNothingOff()
{
    QFETCH(QString, language);
    Desk desk(language, QSize(1280, 800));
    desk.drop({Desk::demo(QString())});
    QVERIFY(desk.waitUntilRead());
    QTest::qWait(100);
    QCOMPARE(desk.window().size(), QSize(1280, 800)); // nothing demands more room
    EventsView &view = desk.part<EventsPane>().view();
    QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    QCOMPARE(desk.part<ExplanationPage>().horizontalScrollBar()->maximum(), 0);
    QCOMPARE(desk.part<FindingsList>().horizontalScrollBar()->maximum(), 0);
    QCOMPARE(desk.part<LogsList>().horizontalScrollBar()->maximum(), 0);
    const int badge = widestBadge(view.font());
    QVERIFY(view.columnWidth(std::to_underlying(EventColumn::Description)) > 2 * badge);
    for (const QAbstractButton *button : desk.window().findChildren<QAbstractButton *>()) {
        const bool showsItsIconAlone = qobject_cast<QLineEdit *>(button->parentWidget()) != nullptr;
        if (button->isVisible() && !button->text().isEmpty() && !showsItsIconAlone)
            QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
    }
    for (const QLabel *label : desk.window().findChildren<QLabel *>()) {
        if (label->isVisible() && label->wordWrap())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        else if (label->isVisible())
            QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
    }
    for (const Badge *shown : desk.window().findChildren<Badge *>()) {
        if (shown->isVisible())
            QVERIFY2(shown->width() >= shown->sizeHint().width(), qPrintable(shown->look().word));
    }
    for (int column = 0; column <= std::to_underlying(EventColumn::Task); ++column) {
        const QString head = view.model()->headerData(column, Qt::Horizontal).toString();
        QVERIFY2(view.columnWidth(column) >= view.horizontalHeader()->fontMetrics().horizontalAdvance(head),
            qPrintable(head));
    }
}

void TestLooks::fitsASmallScreen_data()
{
    cutsNothingOff_data();
}

/// Whatever the status bar says while logs come from elsewhere and something is broken.
void TestLooks::fitsASmallScreen()
{
    QFETCH(QString, language);
    constexpr QSize Small(1000, 640);
    Desk desk(language, Small);
    desk.drop({Desk::demo(QString())});
    QVERIFY(desk.waitUntilRead());
    auto &status = desk.part<StatusLine>();
    const auto smallest = [&desk] {
        QTest::qWait(50); // the layout runs by events
        return desk.window().minimumSizeHint().width();
    };
    QVERIFY2(smallest() <= Small.width(), qPrintable(QString::number(smallest())));
    const auto *counts = status.findChild<ShrinkingLabel *>();
    QVERIFY2(counts->shownText().count(u'·') >= 2, qPrintable(counts->shownText())); // whole, shown and chosen
    status.setCounts({.events = 12'345'678, .shown = 12'345'678, .selected = 12'345'678, .passedOver = 12'345});
    status.setProgress(400);
    status.setRate(QStringLiteral("12,345,678 of 123,456,789 events, 10,000/s, 12.5 MB/s, about 40 minutes left"));
    status.setDamages(12'345);
    QVERIFY2(smallest() <= Small.width(), qPrintable(QString::number(smallest())));
    QCOMPARE(desk.window().size(), Small);
    QVERIFY(counts->text().startsWith(counts->shownText().chopped(1)));
    QVERIFY(counts->shownText() != counts->text());
}

void TestLooks::keepsLinesShort()
{
    Desk desk(QStringLiteral("en"), QSize(1920, 1080));
    desk.drop({Desk::demo(QStringLiteral("logs/MAIL01-Application.evt"))});
    QVERIFY(desk.waitUntilRead());
    const QTextDocument *page = desk.part<ExplanationPage>().text().document();
    int longest = 0;
    for (QTextBlock block = page->begin(); block.isValid(); block = block.next()) {
        for (int line = 0; line < block.layout()->lineCount(); ++line)
            longest = std::max(longest, block.layout()->lineAt(line).textLength());
    }
    QVERIFY2(longest > 40 && longest <= 90, qPrintable(QString::number(longest)));
    const QRect text(desk.part<ExplanationPage>().text().geometry());
    QVERIFY(text.width() <= desk.part<ExplanationPage>().text().readingWidth());
}

/// What our Markdown dialect has is laid out; what it has not is shown as it stands.
void TestLooks::readsTablesAndNoHtml()
{
    ReadingText page;
    page.showMarkdown(QStringLiteral("| Code | Meaning |\n|---|---|\n| 5 | <b>refused</b> |\n"));
    const auto frames = page.document()->rootFrame()->childFrames();
    QCOMPARE(frames.size(), 1);
    const auto *table = qobject_cast<QTextTable *>(frames.front());
    QVERIFY(table);
    QCOMPARE(table->rows(), 2);
    QCOMPARE(table->columns(), 2);
    QCOMPARE(table->cellAt(1, 1).firstCursorPosition().block().text(), QStringLiteral("<b>refused</b>"));
    page.showMarkdown(escapedForMarkdown(u"*no* [link](https://example.com) `code` <img src=x>"));
    QCOMPARE(page.toPlainText(), QStringLiteral("*no* [link](https://example.com) `code` <img src=x>"));
}

void TestLooks::dumpsData()
{
    QCOMPARE(hexDump(QByteArray::fromHex("7e000000")), QStringLiteral("0000  7e 00 00 00   ~...\n"));
    const QStringList lines = hexDump(QByteArray(40, 'A'), 32).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(1).left(8), QStringLiteral("0010  41"));
    QVERIFY(lines.last().contains(u'8')); // what is left out is counted
}

void TestLooks::indentsXml()
{
    QCOMPARE(indentedXml("<Event><System><EventID>1008</EventID></System></Event>"),
        QStringLiteral("<Event>\n  <System>\n    <EventID>1008</EventID>\n  </System>\n</Event>"));
    QCOMPARE(indentedXml("<Event><Broken></Event>"), QStringLiteral("<Event><Broken></Event>"));
}

QTEST_MAIN(TestLooks)
#include "tst_looks.moc"
