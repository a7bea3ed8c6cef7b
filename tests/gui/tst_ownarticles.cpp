// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writing an article about an event, in the window: from the key to the row that is explained by it.

#include "gui/desk.h"

#include "articles/articlecommands.h"
#include "articles/articleeditor.h"
#include "articles/articlefields.h"
#include "articles/articlesearch.h"
#include "articles/ownarticles.h"
#include "details/detailspane.h"
#include "details/explanationpage.h"
#include "details/readingtext.h"
#include "knowledge/articledraft.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <array>
#include <chrono>

using namespace evident;

namespace {

const QString Mail = QStringLiteral("logs/MAIL01-Application.evt");

/// Writes an article of the person's own, about a printer, as a copy of a file would appear.
bool writeArticle(const QString &folder)
{
    Event event;
    event.provider = QStringLiteral("Labels");
    event.id = 7;
    ArticleDraft draft = draftFor(event);
    draft.texts.fill(QStringLiteral("The label printer is off."));
    draft.author = QStringLiteral("Written by us");
    QFile file(folder + QStringLiteral("/labels.md"));
    return QDir().mkpath(folder) && file.open(QIODevice::WriteOnly) && file.write(writtenDraft(draft).file) > 0;
}

} // namespace

class TestOwnArticles final : public QObject {
    Q_OBJECT

private slots:
    void letsOneExplainAnEvent();
    void tellsWhichOwnArticleIsBroken();
    void searchStaysOpen();
    void looksWhereNothingTells();
};

void TestOwnArticles::letsOneExplainAnEvent()
{
    QDir(OwnArticles::ownFolder()).removeRecursively();
    Desk desk;
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    const int row = desk.rowWithoutArticle();
    QVERIFY(row >= 0);
    desk.clickRow(row);
    const Event event = desk.part<DetailsPane>().subject()->event;
    QTest::keyClick(&desk.window(), Qt::Key_E, Qt::ControlModifier);
    QPointer editor(desk.window().findChild<ArticleEditor *>());
    QVERIFY(editor);
    QVERIFY(editor->isVisible());
    // How many events it would speak of is known before a word is written.
    QTRY_VERIFY(editor->found().text().contains(QStringLiteral("events that are open")));

    editor->saveButton().click(); // nothing is written: it says so, and stays
    QVERIFY(editor->isVisible());
    ArticleFields &fields = editor->fields();
    QTRY_COMPARE(editor->focusWidget(), &fields.editor(DraftField::Title));
    const std::array texts{QStringLiteral("Our label printer again"), QStringLiteral("The label printer is off"),
        QStringLiteral("Somebody switched it off."), QStringLiteral("The cleaning."), QStringLiteral("Switch it on."),
        QStringLiteral("It is on.")};
    for (std::size_t at = 0; at < texts.size(); ++at)
        QTest::keyClicks(&fields.editor(static_cast<DraftField>(at)), texts[at]);
    QTRY_VERIFY(editor->preview().toPlainText().contains(QStringLiteral("Somebody switched it off.")));
    editor->saveButton().click();
    QTRY_VERIFY(!editor);

    QSignalSpy changed(&desk.session(), &Session::knowledgeChanged);
    QVERIFY(changed.wait());
    QTRY_COMPARE(desk.part<ExplanationPage>().title().text(), texts.front());
    QTRY_VERIFY(std::ranges::any_of(desk.session().findings(), [&](const Finding &finding) {
        return finding.explanation.title == texts.front() && finding.key.id == event.id;
    }));
    QDir(OwnArticles::ownFolder()).removeRecursively();
    QVERIFY(changed.wait()); // the folder is watched: without the file, nobody explains the event
    QTRY_VERIFY(desk.part<ExplanationPage>().title().text() != texts.front());
}

void TestOwnArticles::tellsWhichOwnArticleIsBroken()
{
    const QDir own(OwnArticles::ownFolder());
    QVERIFY(own.mkpath(QStringLiteral("own")));
    QFile broken(own.filePath(QStringLiteral("own/broken.md")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("---\ntitle: Only a title\n---\n");
    broken.close();
    Desk desk;
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    QTRY_VERIFY(desk.noticeTexts().contains(QStringLiteral("broken.md:")));
    QVERIFY(!desk.session().findings().empty()); // the others go on
    QVERIFY(broken.remove());
    QTRY_VERIFY(!desk.noticeTexts().contains(QStringLiteral("broken.md:")));
}

void TestOwnArticles::searchStaysOpen()
{
    QDir(OwnArticles::ownFolder()).removeRecursively();
    Desk desk;
    desk.drop({Desk::demo(Mail)});
    QVERIFY(desk.waitUntilRead());
    QTest::keyClick(&desk.window(), Qt::Key_K, Qt::ControlModifier);
    auto &search = desk.part<ArticleSearch>();
    QVERIFY(QTest::qWaitForWindowExposed(&search));
    QTest::keyClicks(&search.field(), QStringLiteral("printer"));
    QTRY_VERIFY(search.results().count() > 2 && search.results().currentItem());
    const int before = search.results().count();
    search.results().setCurrentRow(1);
    const QString chosen = search.results().item(1)->text();
    const QString read = search.article().toPlainText();

    QVERIFY(writeArticle(OwnArticles::ownFolder() + QStringLiteral("/own")));
    desk.part<ArticleCommands>().own().setTeamFolders({}); // looks at once
    QTRY_COMPARE(search.results().count(), before + 1);
    QVERIFY(search.isVisible());
    QCOMPARE(search.field().text(), QStringLiteral("printer"));
    QCOMPARE(search.results().currentItem()->text(), chosen);
    QCOMPARE(search.article().toPlainText(), read);
    QVERIFY(QDir(OwnArticles::ownFolder()).removeRecursively());
    QTRY_COMPARE(search.results().count(), before);
    QCOMPARE(search.results().currentItem()->text(), chosen);
}

/// As on a share that is mounted later, and of whose changes no one hears.
void TestOwnArticles::looksWhereNothingTells()
{
    Desk desk;
    auto &own = desk.part<ArticleCommands>().own();
    QSignalSpy looked(&desk.session(), &Session::articlesRead);
    const QString share = desk.scratch(QStringLiteral("mnt/share/articles"));
    own.setTeamFolders({share});
    own.lookEvery(std::chrono::milliseconds(50));
    QTRY_VERIFY(looked.count() > 2);
    QVERIFY(!desk.session().matcher().shelf().find(QStringLiteral("labels")));
    const QString missing = QStringLiteral("cannot be reached");
    QTRY_VERIFY(desk.noticeTexts().contains(missing));
    QVERIFY(writeArticle(share));
    QTRY_VERIFY(desk.session().matcher().shelf().find(QStringLiteral("labels")));
    QVERIFY(!desk.noticeTexts().contains(missing));
    QVERIFY(QDir(desk.scratch(QStringLiteral("mnt"))).removeRecursively());
    QTRY_VERIFY(desk.noticeTexts().contains(missing));
    QTRY_VERIFY(!desk.session().matcher().shelf().find(QStringLiteral("labels")));
}

QTEST_MAIN(TestOwnArticles)
#include "tst_ownarticles.moc"
