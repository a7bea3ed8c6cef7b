// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace evident::golden;
using namespace Qt::StringLiterals;

/// The words of "articles" about the classic archive, and what explain and scan make of it. The articles are made up here,
/// in the form of the classic ones.
class CliArticlesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void showsSignatures();
    void importsAndSearches();
    void explainsBehindOurOwn();
    void citesInReports();
    void refusesWhatIsNoArticle();
    void cleanupTestCase() { QFile::remove(shelfFile()); }

private:
    static QString shelfFile()
    {
        return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
            + u"/evident/classic-archive.sqlite"_s;
    }
    [[nodiscard]] QString put(const QString &name, const QByteArray &bytes) const;
    QTemporaryDir m_folder;
};

namespace {

QByteArray articleText(int number, const QByteArray &title, const QByteArray &service)
{
    const QByteArray rule(70, '=');
    return "DOCUMENT:Q" + QByteArray::number(number) + "  01-JAN-1999  [winnt]\nTITLE   :" + title + "\n\n" + rule
        + "\n\nSYMPTOMS\n========\n\nIt says:\n\n   Event ID: 1008\n   Source: Perflib\n   Type: Error\n   "
          "Description: The Open "
          "Procedure for service\n   \""
        + service + "\" failed.\n\nAdditional query words: zebra\n";
}

QStringList idsOf(const QJsonValue &matches)
{
    QStringList ids;
    for (const auto &match : matches.toArray())
        ids.append(match[u"article"_s].toString());
    return ids;
}

} // namespace

QString CliArticlesTest::put(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void CliArticlesTest::initTestCase()
{
    QFile::remove(shelfFile());
    QVERIFY(!put(u"Q900001.TXT"_s, articleText(900001, "The Old Gateway", "MSExchangeIMC")).isEmpty());
    QVERIFY(!put(u"Q900002.TXT"_s, articleText(900002, "Another Service", "Spooler")).isEmpty());
    QVERIFY(!put(u"notes.txt"_s, "no article").isEmpty());
}

void CliArticlesTest::showsSignatures()
{
    const CliRun run = runCli({u"articles"_s, u"signatures"_s, m_folder.filePath(u"Q900001.TXT"_s), u"--json"_s});
    QCOMPARE(run.exitCode, 0);
    const auto lines = run.jsonLines();
    QCOMPARE(lines.size(), 1U);
    QCOMPARE(lines[0][u"article"_s].toString(), u"Q900001"_s);
    QCOMPARE(lines[0][u"title"_s].toString(), u"The Old Gateway"_s);
    const auto signatures = lines[0][u"signatures"_s].toArray();
    QCOMPARE(signatures.size(), 1);
    const QJsonObject expected{{u"source"_s, u"Perflib"_s}, {u"id"_s, 1008}, {u"type"_s, u"Error"_s},
        {u"text"_s, u"The Open Procedure for service \"MSExchangeIMC\" failed."_s},
        {u"template"_s, u"The Open Procedure for service \"{1}\" failed."_s}};
    QCOMPARE(signatures[0].toObject(), expected);
}

void CliArticlesTest::importsAndSearches()
{
    const CliRun import = runCli({u"articles"_s, u"import"_s, m_folder.path()});
    QCOMPARE(import.exitCode, 0);
    QVERIFY2(import.err.contains("2 articles with 2 event descriptions were imported; 1 other files"),
        import.err.constData());
    const CliRun search = runCli({u"articles"_s, u"search"_s, u"zebra"_s, u"spooler"_s, u"--json"_s});
    QCOMPARE(search.exitCode, 0);
    QCOMPARE(idsOf(search.json()[u"matches"_s]), QStringList{u"kb/Q900002"_s});
    const CliRun nothing = runCli({u"articles"_s, u"search"_s, u"xyzzyplugh"_s, u"--json"_s});
    QCOMPARE(nothing.exitCode, 0);
    QVERIFY(nothing.json()[u"matches"_s].toArray().isEmpty());
}

void CliArticlesTest::explainsBehindOurOwn()
{
    const CliRun run = runCli({u"explain"_s, u"--provider=Perflib"_s, u"--id=1008"_s, u"--string=MSExchangeIMC"_s,
        u"--string=C:\\bin\\gwperf.dll"_s, u"--json"_s});
    QCOMPARE(run.exitCode, 0);
    const auto matches = run.json()[u"matches"_s].toArray();
    const QStringList ids = idsOf(matches);
    QCOMPARE(ids.first(), u"performance/perflib-1008-msexchangeimc"_s);
    QCOMPARE(ids.last(), u"kb/Q900001"_s);
    QVERIFY(!ids.contains(u"kb/Q900002"_s));
    QVERIFY(matches.last()[u"verdict"_s].isNull());
    QVERIFY(matches.last()[u"score"_s].toDouble() <= 0.5);
}

void CliArticlesTest::citesInReports()
{
    const QString log = demoFile(u"logs/MAIL01-Application.evt"_s);
    const CliRun run = runCli({u"scan"_s, log, u"--format=json"_s});
    bool isCited = false;
    for (const auto &finding : run.json()[u"findings"_s].toArray()) {
        const auto others = finding[u"alsoPossible"_s].toArray();
        const bool isOrigin = finding[u"article"_s].toString() == "performance/perflib-1008-msexchangeimc"_L1;
        isCited = isCited || (isOrigin && others.contains(u"kb/Q900001"_s));
        QVERIFY(!others.contains(u"kb/Q900002"_s));
    }
    QVERIFY(isCited);
    const CliRun text = runCli({u"scan"_s, log, u"--format=text"_s});
    QVERIFY(text.out.contains("The Old Gateway (kb/Q900001)"));
    QVERIFY(!text.out.contains("zebra"));
}

void CliArticlesTest::refusesWhatIsNoArticle()
{
    QCOMPARE(runCli({u"articles"_s, u"signatures"_s}).exitCode, 2);
    QCOMPARE(runCli({u"articles"_s, u"import"_s}).exitCode, 2);
    QCOMPARE(runCli({u"articles"_s, u"search"_s}).exitCode, 2);
    const QString notes = m_folder.filePath(u"notes.txt"_s);
    QCOMPARE(runCli({u"articles"_s, u"signatures"_s, notes}).exitCode, 3);
    QCOMPARE(runCli({u"articles"_s, u"signatures"_s, notes, m_folder.filePath(u"Q900001.TXT"_s)}).exitCode, 1);
    QCOMPARE(runCli({u"articles"_s, u"import"_s, notes}).exitCode, 3);
    QCOMPARE(runCli({u"articles"_s, u"import"_s, u"/nowhere/at/all"_s}).exitCode, 3);
    QCOMPARE(runCli({u"articles"_s, u"search"_s, u"zebra"_s, u"--json"_s}).json()[u"matches"_s].toArray().size(), 2);
}

QTEST_GUILESS_MAIN(CliArticlesTest)
#include "tst_cliarticles.moc"
