// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The second shelf in the real window: imported from a folder, offered behind our own explanation, found while typing,
// shown in our layout. The articles are made up here, in the form of the classic ones.

#include "gui/desk.h"

#include "articles/archiveimport.h"
#include "articles/articlesearch.h"
#include "articles/classicpage.h"
#include "articles/wrongnote.h"
#include "details/detailspane.h"
#include "details/explanationpage.h"
#include "details/readingtext.h"
#include "notices/noticebar.h"
#include "session/classicarchive.h"
#include "windowactions.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

using namespace evident;

namespace {

constexpr int LongPatience = 20'000;

QByteArray articleText(int number, const QByteArray &title, const QByteArray &symptoms)
{
    const QByteArray rule(70, '=');
    return "DOCUMENT:Q" + QByteArray::number(number) + "  01-JAN-1999  [exchange]\nTITLE   :" + title
        + "\nPRODUCT :Some Server\n\n" + rule + "\nThe information in this article applies to:\n\n - Some Server 4.0\n"
        + rule + "\n\nSYMPTOMS\n========\n\n" + symptoms
        + "\n\nMORE INFORMATION\n================\n\nNothing <b>more</b>.\n\n" + "Additional query words: zebra\n"
        + rule + "\nKeywords          : kbtest\n" + rule
        + "\n\nTHE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE IS PROVIDED \"AS IS\".\n";
}

const QByteArray Symptoms =
    "It says:\n\n   Event ID: 1008\n   Source: Perflib\n   Description: The Open Procedure for service\n"
    "   \"MSExchangeIMC\" failed.";

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

/// Takes the place of the person's browser.
class Browser final : public QObject {
    Q_OBJECT
public:
    QList<QUrl> opened;

public slots:
    void open(const QUrl &address) { opened.append(address); }
};

class TestArticles final : public QObject {
    Q_OBJECT

private slots:
    void init() { QFile::remove(ClassicShelf::userFile()); }
    void cleanupTestCase() { QFile::remove(ClassicShelf::userFile()); }
    void importsAndOffers();
    void findsWhileTyping();
    void pageKeepsEverything();
    void keepsANote();
    void cancelsAnImport();
    void opensLinksOnlyWhenClicked();
};

void TestArticles::importsAndOffers()
{
    Desk desk;
    desk.drop({Desk::demo(QStringLiteral("logs/MAIL01-Application.evt"))});
    QVERIFY(desk.waitUntilRead());
    auto &page = desk.part<DetailsPane>().explanation();
    const int row = desk.rowWith(QStringLiteral("Perflib"), QStringLiteral("MSExchangeIMC"));
    QVERIFY(row >= 0);
    desk.clickRow(row);
    QVERIFY(!page.classic().isVisible());

    QVERIFY(QDir().mkpath(desk.scratch(QStringLiteral("kb"))));
    QVERIFY(
        writeFile(desk.scratch(QStringLiteral("kb/Q900001.TXT")), articleText(900001, "The Old Gateway", Symptoms)));
    QByteArray other = Symptoms;
    other.replace("MSExchangeIMC", "MSExchangeDS");
    QVERIFY(writeFile(desk.scratch(QStringLiteral("kb/Q900002.TXT")), articleText(900002, "Another Service", other)));
    QVERIFY(writeFile(desk.scratch(QStringLiteral("kb/notes.txt")), "no article"));
    QSignalSpy imported(&desk.part<ClassicArchive>(), &ClassicArchive::imported);
    desk.part<ArchiveImport>().start(desk.scratch(QStringLiteral("kb")));
    QTRY_COMPARE_WITH_TIMEOUT(imported.count(), 1, LongPatience);
    QVERIFY(
        desk.part<NoticeBar>().notices().front().text.startsWith(QStringLiteral("2 classic articles were imported")));

    QTRY_VERIFY(page.classic().isVisible());
    const QString offered = page.classic().toPlainText();
    QVERIFY2(offered.contains(QStringLiteral("The Old Gateway")), qPrintable(offered));
    QVERIFY2(!offered.contains(QStringLiteral("Another Service")), qPrintable(offered));
    emit page.classic().placeWanted(QUrl(QStringLiteral("classic:Q900001")));
    QCOMPARE(page.title().text(), QStringLiteral("The Old Gateway"));
    QVERIFY(page.text().toPlainText().contains(QStringLiteral("AS IS")));
}

void TestArticles::findsWhileTyping()
{
    Desk desk;
    QVERIFY(QDir().mkpath(desk.scratch(QStringLiteral("kb"))));
    QVERIFY(
        writeFile(desk.scratch(QStringLiteral("kb/Q900001.TXT")), articleText(900001, "The Old Gateway", Symptoms)));
    QSignalSpy imported(&desk.part<ClassicArchive>(), &ClassicArchive::imported);
    desk.part<ArchiveImport>().start(desk.scratch(QStringLiteral("kb")));
    QTRY_COMPARE_WITH_TIMEOUT(imported.count(), 1, LongPatience);

    QTest::keyClick(&desk.window(), Qt::Key_K, Qt::ControlModifier);
    auto &search = desk.part<ArticleSearch>();
    QVERIFY(QTest::qWaitForWindowExposed(&search));
    QTest::keyClicks(&search.field(), QStringLiteral("zebr"));
    QTRY_COMPARE_WITH_TIMEOUT(search.results().count(), 1, LongPatience);
    QVERIFY(search.results().item(0)->text().contains(QStringLiteral("The Old Gateway")));
    QTRY_VERIFY(search.article().toPlainText().contains(QStringLiteral("Nothing <b>more</b>.")));

    search.field().selectAll();
    QTest::keyClicks(&search.field(), QStringLiteral("perflib 1008"));
    QTRY_VERIFY_WITH_TIMEOUT(search.results().count() > 2, LongPatience);
    QTRY_VERIFY(search.results().findItems(QStringLiteral("Q900001"), Qt::MatchContains).size() == 1);
    QVERIFY(!search.results().item(0)->text().contains(QStringLiteral("Q900001"))); // our own first
    search.field().selectAll();
    QTest::keyClicks(&search.field(), QStringLiteral("nothing has these words xyzzy"));
    QTRY_COMPARE_WITH_TIMEOUT(search.results().count(), 0, LongPatience);
}

void TestArticles::pageKeepsEverything()
{
    const auto article = parseClassicArticle(
        articleText(900001, "T", "Do this:\n\n1. First\n   step.\n2. Second\n\n   C:\\a *b*\n\n - item"));
    QVERIFY(article);
    const QString page = pageMarkdown(*article);
    QVERIFY(page.contains(QStringLiteral("## Symptoms\n")));
    QVERIFY(page.contains(QStringLiteral("1. First step\\.\n")));
    QVERIFY(page.contains(QStringLiteral("2. Second\n")));
    QVERIFY(page.contains(QStringLiteral("- item\n")));
    QVERIFY(page.contains(QStringLiteral("C:\\a *b*")) || page.contains(QStringLiteral("C\\:\\\\a \\*b\\*")));
    QVERIFY(page.contains(QStringLiteral("Some Server 4\\.0")));
    QVERIFY(!page.contains(QStringLiteral("<b>")));
}

void TestArticles::keepsANote()
{
    QFile::remove(notesFile());
    Desk desk;
    desk.drop({Desk::demo(QStringLiteral("logs/MAIL01-Application.evt"))});
    QVERIFY(desk.waitUntilRead());
    desk.clickRow(desk.rowWith(QStringLiteral("Perflib"), QStringLiteral("MSExchangeIMC")));
    auto &page = desk.part<DetailsPane>().explanation();
    QVERIFY(page.wrongButton().isVisible());
    page.wrongButton().click();
    auto &note = desk.part<WrongNote>();
    QTest::keyClicks(&note.words(), QStringLiteral("It *was* the gateway."));
    note.findChild<QPushButton *>(QStringLiteral("copy"))->click();
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(QStringLiteral("## Wrong explanation: performance/perflib-1008-msexchangeimc\n")),
        qPrintable(copied));
    QVERIFY(copied.contains(QStringLiteral("It \\*was\\* the gateway\\.")));
    QVERIFY(copied.contains(QStringLiteral("Perflib, event 1008")));
    note.findChild<QPushButton *>(QStringLiteral("keep"))->click();
    QFile kept(notesFile());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(kept.readAll()), copied + u'\n');
    QVERIFY(QFile::remove(notesFile()));
}

void TestArticles::cancelsAnImport()
{
    Desk desk;
    auto &archive = desk.part<ClassicArchive>();
    QVERIFY(QDir().mkpath(desk.scratch(QStringLiteral("kb"))));
    QVERIFY(
        writeFile(desk.scratch(QStringLiteral("kb/Q900001.TXT")), articleText(900001, "The Old Gateway", Symptoms)));
    QSignalSpy imported(&archive, &ClassicArchive::imported);
    desk.part<ArchiveImport>().start(desk.scratch(QStringLiteral("kb")));
    QTRY_COMPARE_WITH_TIMEOUT(imported.count(), 1, LongPatience);

    constexpr int Many = 500;
    for (int at = 1; at <= Many; ++at)
        QVERIFY(writeFile(desk.scratch(QStringLiteral("kb/Q9%1.TXT").arg(at, 5, 10, QLatin1Char('0'))),
            articleText(900000 + at, "Another", Symptoms)));
    desk.part<ArchiveImport>().start(desk.scratch(QStringLiteral("kb")));
    QCOMPARE(desk.part<NoticeBar>().notices().front().text, QStringLiteral("Importing classic articles: 0 %"));
    const auto buttons = desk.part<NoticeBar>().findChildren<QAbstractButton *>();
    const auto cancel = std::ranges::find(buttons, QStringLiteral("Cancel"), &QAbstractButton::text);
    QVERIFY(cancel != buttons.end());
    (*cancel)->click();
    QTRY_COMPARE_WITH_TIMEOUT(imported.count(), 2, LongPatience);
    QVERIFY(!archive.isImporting());
    QVERIFY(desk.part<NoticeBar>().notices().front().text.startsWith(QStringLiteral("The import was cancelled.")));
    QVERIFY(archive.shelf());
    QCOMPARE(archive.shelf()->size(), 1); // what was imported before
}

void TestArticles::opensLinksOnlyWhenClicked()
{
    Browser browser;
    QDesktopServices::setUrlHandler(QStringLiteral("https"), &browser, "open");
    ReadingText page;
    page.showMarkdown(QStringLiteral("[A source](https://example.com/%3Cb%3E?id=1) ![x](file:///etc/hostname)"));
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const QUrl picture(QStringLiteral("file:///etc/hostname"));
    QVERIFY(page.document()->resource(QTextDocument::ImageResource, picture).toByteArray().isEmpty());
    QTextCursor link(page.document());
    link.setPosition(4);
    const QPoint place = page.cursorRect(link).center();
    QTest::mouseMove(page.viewport(), QPoint(1, page.viewport()->height() - 1));
    QTest::mouseMove(page.viewport(), place);
    QTRY_COMPARE(QToolTip::text(), QStringLiteral("https://example.com/%3Cb%3E?id=1"));
    QVERIFY(browser.opened.isEmpty());
    QTest::mouseClick(page.viewport(), Qt::LeftButton, Qt::NoModifier, place);
    QCOMPARE(browser.opened, QList{QUrl(QStringLiteral("https://example.com/%3Cb%3E?id=1"))});
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
}

QTEST_MAIN(TestArticles)
#include "tst_articles.moc"
