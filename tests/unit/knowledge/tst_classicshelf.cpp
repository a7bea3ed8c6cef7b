// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Importing classic articles and asking the shelf: what is passed over, what an interrupted import leaves, what is found
// and in which order. The articles are made up here, in the form of the classic ones.

#include "knowledge/classic/classicimport.h"
#include "knowledge/classic/classicshelf.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray articleText(int number, const QByteArray &title, const QByteArray &symptoms)
{
    const QByteArray rule(70, '=');
    return "DOCUMENT:Q" + QByteArray::number(number) + "  01-JAN-1999  [winnt]\nTITLE   :" + title + "\n\n" + rule
        + "\n\nSYMPTOMS\n========\n\n" + symptoms + "\n\nAdditional query words: zebra\n" + rule
        + "\n\nTHE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE IS PROVIDED \"AS IS\".\n";
}

QByteArray eventText(const QByteArray &service)
{
    return "It says:\n\n   Event ID: 1008\n   Source: Perflib\n   Description: The Open Procedure for service \""
        + service + "\" failed.";
}

} // namespace

class ClassicShelfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void importsArticlesAlone();
    void keepsTheOldWhenCancelled();
    void refusesWhatHoldsNone();
    void refusesWhatIsNoShelf();
    void offersWhatFits();
    void findsWords();
    void givesTheWholeArticle();

private:
    void put(const QString &name, const QByteArray &bytes);
    [[nodiscard]] Result<ClassicImport> import(const ImportWatch &watch = {})
    {
        return importClassicArchive({m_folder->filePath(u"kb"_s)}, target(), watch);
    }
    [[nodiscard]] QString target() const { return m_folder->filePath(u"data/shelf.sqlite"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ClassicShelfTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    put(u"a/Q900001.TXT"_s, articleText(900001, "The Old Gateway", eventText("MailGate")));
    put(u"b/Q900002.TXT"_s, articleText(900002, "Another Service", eventText("Spooler")));
    put(u"b/again.txt"_s, articleText(900002, "The Same Number", eventText("Spooler")));
    put(u"b/readme.txt"_s, "no article");
}

void ClassicShelfTest::put(const QString &name, const QByteArray &bytes)
{
    const QString path = m_folder->filePath(u"kb/"_s + name);
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void ClassicShelfTest::importsArticlesAlone()
{
    std::vector<int> told;
    const auto done = import({.progress = [&](int permille) { told.push_back(permille); }, .isCancelled = {}});
    QVERIFY(done);
    QCOMPARE(done->articles, 2U);
    QCOMPARE(done->signatures, 2U);
    QCOMPARE(done->passedOver, 2U);
    QVERIFY(done->errors.empty());
    QVERIFY(std::ranges::is_sorted(told));
    QCOMPARE(told.back(), 1000);
    QCOMPARE(QDir(m_folder->filePath(u"data"_s)).entryList(QDir::Files), QStringList{u"shelf.sqlite"_s});
    const auto shelf = ClassicShelf::open(target());
    QVERIFY(shelf);
    QCOMPARE(shelf->size(), 2U);
}

void ClassicShelfTest::keepsTheOldWhenCancelled()
{
    QVERIFY(import());
    put(u"Q900003.TXT"_s, articleText(900003, "A Third", "Nothing."));
    int asked = 0;
    const auto done = import({.progress = {}, .isCancelled = [&] { return ++asked > 1; }});
    QVERIFY(done);
    QVERIFY(done->cancelled);
    QCOMPARE(QDir(m_folder->filePath(u"data"_s)).entryList(QDir::Files), QStringList{u"shelf.sqlite"_s});
    QCOMPARE(ClassicShelf::open(target())->size(), 2U);
}

void ClassicShelfTest::refusesWhatHoldsNone()
{
    QVERIFY(import());
    const auto missing = importClassicArchive({u"/nowhere/at/all"_s}, target());
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    const auto none = importClassicArchive({m_folder->filePath(u"kb/b/readme.txt"_s)}, target());
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QCOMPARE(ClassicShelf::open(target())->size(), 2U);
}

void ClassicShelfTest::refusesWhatIsNoShelf()
{
    const auto missing = ClassicShelf::open(target());
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    const auto other = ClassicShelf::open(m_folder->filePath(u"kb/b/readme.txt"_s));
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::ReadFailed);
}

void ClassicShelfTest::offersWhatFits()
{
    QVERIFY(import());
    const auto shelf = ClassicShelf::open(target());
    QVERIFY(shelf);
    Event event;
    event.provider = u"Microsoft-Windows-Perflib"_s;
    event.id = 1008;
    event.content.values = {{.name = {}, .text = u"MailGate"_s}};
    const auto candidates = shelf->candidates(event);
    QCOMPARE(candidates.size(), 1U); // the other service's is of no use here
    QCOMPARE(candidates.front().id, u"kb/Q900001"_s);
    QCOMPARE(candidates.front().title, u"The Old Gateway"_s);
    QVERIFY(candidates.front().score > 0 && candidates.front().score <= 0.5);
    QCOMPARE(candidates.front().why.size(), 2);
    event.id = 1009;
    QVERIFY(shelf->candidates(event).empty());
}

void ClassicShelfTest::findsWords()
{
    QVERIFY(import());
    const auto shelf = ClassicShelf::open(target());
    QVERIFY(shelf);
    QCOMPARE(shelf->search(u"zebra "_s).size(), 2U);
    QCOMPARE(shelf->search(u"zeb"_s).size(), 2U);
    QCOMPARE(shelf->search(u"zeb "_s).size(), 0U);
    QVERIFY(shelf->search(u"\" OR * ^ ( "_s).empty());
    const auto hits = shelf->search(u"perflib 1008 mailgate"_s);
    QCOMPARE(hits.front().id, u"kb/Q900001"_s);
    QVERIFY(hits.front().snippet.contains(u"MailGate"_s));
}

void ClassicShelfTest::givesTheWholeArticle()
{
    QVERIFY(import());
    const auto shelf = ClassicShelf::open(target());
    QVERIFY(shelf);
    const auto article = shelf->article(u"kb/Q900002"_s);
    QVERIFY(article);
    QCOMPARE(article->title, u"Another Service"_s);
    QVERIFY(article->disclaimer.contains(u"AS IS"_s));
    QVERIFY(!shelf->article(u"kb/Q900009"_s));
    QVERIFY(!shelf->article(u"services/scm-7000-logon"_s));
}

QTEST_GUILESS_MAIN(ClassicShelfTest)
#include "tst_classicshelf.moc"
