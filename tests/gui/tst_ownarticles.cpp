// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writing an article about an event, in the window: from the key to the row that is explained by it.

#include "gui/desk.h"

#include "articles/articleeditor.h"
#include "articles/articlefields.h"
#include "articles/ownarticles.h"
#include "details/detailspane.h"
#include "details/explanationpage.h"
#include "details/readingtext.h"
#include "notices/noticebar.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <array>

using namespace evident;

namespace {

const QString Mail = QStringLiteral("logs/MAIL01-Application.evt");

QString noticeTexts(Desk &desk)
{
    QStringList texts;
    for (const Notice &notice : desk.part<NoticeBar>().notices())
        texts.append(notice.text);
    return texts.join(u'\n');
}

} // namespace

class TestOwnArticles final : public QObject {
    Q_OBJECT

private slots:
    void letsOneExplainAnEvent();
    void tellsWhichOwnArticleIsBroken();
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
    QTRY_VERIFY(noticeTexts(desk).contains(QStringLiteral("broken.md:")));
    QVERIFY(!desk.session().findings().empty()); // the others go on
    QVERIFY(broken.remove());
    QTRY_VERIFY(!noticeTexts(desk).contains(QStringLiteral("broken.md:")));
}

QTEST_MAIN(TestOwnArticles)
#include "tst_ownarticles.moc"
