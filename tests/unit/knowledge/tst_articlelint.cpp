// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What articles are to each other: ids, rules that cannot be told apart, examples that find another article, and
// folders of the user's that lie over the packed ones.

#include "knowledge/articlelint.h"
#include "knowledge/shelf.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray articleText(const QByteArray &condition, const QByteArray &example, const QByteArray &title = "A title")
{
    return "---\ntitle: " + title + "\nverdict: watch\nsummary: S\nmatch:\n  provider: Test\n  id: 1\n" + condition
        + "applies-to: Windows\nsources:\n  - title: T\nkeywords: k\nexamples:\n  match:\n    - provider: Test\n      "
          "id: 1\n      strings: ["
        + example
        + "]\n  not-match:\n    - provider: Test\n      id: 2\n---\n## What it means\nA\n## Cause\nB\n## What to "
          "do\nC\n"
          "## When this does not apply\nD\n";
}

} // namespace

class ArticleLintTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatIsRight();
    void findsWhatCannotBeToldApart();
    void runsExamples();
    void findsIdsTwice();
    void checksTranslations();
    void addsFoldersOverPackedOnes();

private:
    static void write(const QTemporaryDir &folder, const QString &name, const QByteArray &text);
    static QStringList lines(const QTemporaryDir &folder, const LintedArticles &linted);
};

void ArticleLintTest::write(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
{
    const QFileInfo info(folder.filePath(name));
    QVERIFY(QDir().mkpath(info.path()));
    QFile file(info.filePath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QStringList ArticleLintTest::lines(const QTemporaryDir &folder, const LintedArticles &linted)
{
    QStringList lines;
    for (const auto &fault : linted.faults)
        lines += faultLine(fault).remove(folder.path() + u'/');
    return lines;
}

void ArticleLintTest::acceptsWhatIsRight()
{
    const QTemporaryDir folder;
    write(folder, u"a/one.md"_s, articleText("  where:\n    string 1: x\n", "x"));
    write(folder, u"a/two.md"_s, articleText({}, "y"));
    write(folder, u"README.md"_s, "no article");
    write(folder, u"a/notes.txt"_s, "no article");
    const auto linted = lintArticles({folder.path()});
    QCOMPARE(lines(folder, linted), QStringList());
    QCOMPARE(linted.count, 2U);
    QCOMPARE(linted.articles.size(), 2U);
    QCOMPARE(linted.articles[0].article.id, u"a/one"_s);
    const QString there = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()));
    const auto byRelativePath = lintArticles({u"a"_s});
    QVERIFY(QDir::setCurrent(there));
    QCOMPARE(byRelativePath.articles.at(0).article.id, u"one"_s);
}

void ArticleLintTest::findsWhatCannotBeToldApart()
{
    const QTemporaryDir folder;
    write(folder, u"a/one.md"_s, articleText({}, "x"));
    write(folder, u"a/two.md"_s,
        articleText({}, "y").replace("provider: Test\n  id: 1\n", "provider: Microsoft-Windows-Test\n  id: [5, 1]\n"));
    const auto found = lines(folder, lintArticles({folder.path()}));
    QVERIFY2(found.contains(u"a/two.md:6: Nothing tells this article from “a/one”: both speak of every event 1 of "
                            u"Microsoft-Windows-Test. "
                            "Add a condition under “where”."_s),
        qPrintable(found.join(u'\n')));
    QVERIFY(found.contains(u"a/one.md:14: “a/two” fits this example just as well."_s));
}

void ArticleLintTest::runsExamples()
{
    const QTemporaryDir folder;
    write(folder, u"a/one.md"_s, articleText("  where:\n    string 1: x\n", "z"));
    write(folder, u"a/two.md"_s, articleText("  where:\n    string 1: {starts-with: x}\n", "x"));
    write(folder, u"a/three.md"_s,
        articleText("  where:\n    string 1: q\n", "q").replace("id: 2", "id: 1\n      strings: [Q]"));
    QCOMPARE(lines(folder, lintArticles({folder.path()})),
        QStringList({u"a/one.md:16: The article does not speak of this example, which it must."_s,
            u"a/three.md:20: The article speaks of this example, which it must not."_s,
            u"a/two.md:16: “a/one” fits this example better."_s}));
}

void ArticleLintTest::findsIdsTwice()
{
    const QTemporaryDir folder;
    write(folder, u"x/a/one.md"_s, articleText({}, "x"));
    write(folder, u"y/a/one.md"_s, articleText({}, "x"));
    QCOMPARE(lines(folder, lintArticles({folder.filePath(u"x"_s), folder.filePath(u"y"_s)})),
        QStringList{u"y/a/one.md: The id “a/one” is taken by %1/x/a/one.md."_s.arg(folder.path())
                .remove(folder.path() + u'/')});
    QCOMPARE(lines(folder, lintArticles({folder.filePath(u"z"_s)})), QStringList{u"z: There is no such folder."_s});
}

void ArticleLintTest::checksTranslations()
{
    const QTemporaryDir folder;
    write(folder, u"en/a/one.md"_s, articleText({}, "x"));
    const QByteArray german = "---\ntitle: Titel\nsummary: S\n---\n## Was es bedeutet\nA\n## Ursache\nB\n## Was zu tun "
                              "ist\nC\n## Wann das nicht gilt\nD\n";
    write(folder, u"tr/de/a/one.md"_s, german);
    auto linted = lintArticles({folder.filePath(u"en"_s)}, folder.filePath(u"tr"_s));
    QCOMPARE(lines(folder, linted), QStringList());
    QCOMPARE(linted.articles[0].translations.value(u"de"_s).title, u"Titel"_s);
    write(folder, u"tr/de/a/two.md"_s, german);
    linted = lintArticles({folder.filePath(u"en"_s)}, folder.filePath(u"tr"_s));
    QCOMPARE(lines(folder, linted), QStringList{u"tr/de/a/two.md: There is no article “a/two” to translate."_s});
}

void ArticleLintTest::addsFoldersOverPackedOnes()
{
    const QTemporaryDir folder;
    write(folder, u"ours/a/one.md"_s, articleText({}, "x", "Ours"));
    write(folder, u"ours/a/two.md"_s, articleText({}, "x", "Two"));
    write(folder, u"team/a/one.md"_s, articleText({}, "x", "Theirs"));
    write(folder, u"team/a/three.md"_s, articleText({}, "x", "Three"));
    write(folder, u"team/a/broken.md"_s, "---\n");
    Shelf shelf;
    QVERIFY(shelf.addFolder(folder.filePath(u"ours"_s)).empty());
    const auto faults = shelf.addFolder(folder.filePath(u"team"_s));
    QCOMPARE(faults.size(), 1U);
    QVERIFY(faults[0].file.endsWith(u"team/a/broken.md"_s));
    QCOMPARE(faults[0].line, 1);
    QCOMPARE(shelf.size(), 3U);
    QCOMPARE(shelf.find(u"a/one"_s)->title, u"Theirs"_s);
    QCOMPARE(shelf.find(u"a/two"_s)->title, u"Two"_s);
    QCOMPARE(shelf.find(u"a/three"_s)->title, u"Three"_s);
}

QTEST_GUILESS_MAIN(ArticleLintTest)
#include "tst_articlelint.moc"
